/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 报表 → 进展情况调度表: the table as it stands now and every one that was filed, drawn from the sheet
 * that becomes the file; blanks, doubts and changes lead to their fields. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_DISPATCH_PAGE (ys_dispatch_page_get_type ())
G_DECLARE_FINAL_TYPE (YsDispatchPage, ys_dispatch_page, YS, DISPATCH_PAGE, YsPage)

G_END_DECLS
