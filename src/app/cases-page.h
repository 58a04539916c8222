/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 案卷整改: findings and cases in one list, what is due first, and beside it what can be done. Its
 * ys_session_go() field may be "overdue", "today", "recheck", "open", "faults", or "id:-12", a row of
 * the work list; a compound shows that compound's. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_CASES_PAGE (ys_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (YsCasesPage, ys_cases_page, YS, CASES_PAGE, YsPage)

G_END_DECLS
