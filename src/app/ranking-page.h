/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 排名奖补: the compounds of a period by rank, how each score came about, prizes and who waits for a
 * decision, finalising, payout lists, and what-if beside the real figures. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_RANKING_PAGE (ys_ranking_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRankingPage, ys_ranking_page, YS, RANKING_PAGE, YsPage)

G_END_DECLS
