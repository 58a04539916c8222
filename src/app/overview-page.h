/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 总览: the state of the registry, what is due, what was filed and backed up, what changed. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_OVERVIEW_PAGE (ys_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (YsOverviewPage, ys_overview_page, YS, OVERVIEW_PAGE, YsPage)

G_END_DECLS
