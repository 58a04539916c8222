/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room of scores: each compound's sheets of annex 2 and annex 3, survey and bonuses of the
 * window's period, and what they come to. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_SCORE_PAGE (ys_score_page_get_type ())
G_DECLARE_FINAL_TYPE (YsScorePage, ys_score_page, YS, SCORE_PAGE, YsPage)

/* Types @value into the line of @code of the sheet that is shown, and leaves it: for tests. */
void ys_score_page_type (YsScorePage *page, const char *code, const char *value);
/* (transfer none): what is wrong with the line; "" nothing. */
const char *ys_score_page_wrong (YsScorePage *page, const char *code);

G_END_DECLS
