/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering inspections: the head above, a grid of findings below, photos beneath. ys_session_go()
 * with a compound begins a new inspection of it; with the field "inspection" the id is an
 * inspection's, which is opened. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_INSPECTION_PAGE (ys_inspection_page_get_type ())
G_DECLARE_FINAL_TYPE (YsInspectionPage, ys_inspection_page, YS, INSPECTION_PAGE, YsPage)

#define YS_GO_INSPECTION "inspection"

G_END_DECLS
