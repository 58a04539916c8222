/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 报表: the official tables of the period that the window looks at, looked at, printed, written and filed
 * one by one or as a whole folder; and the progress dispatch table. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_REPORTS_PAGE (ys_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (YsReportsPage, ys_reports_page, YS, REPORTS_PAGE, YsPage)

G_END_DECLS
