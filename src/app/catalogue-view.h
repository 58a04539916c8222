/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogues of annexes 1, 2 and 3: their clauses as each version has them, a clause edited as a new
 * version, two versions compared, a workbook taken out and in. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CATALOGUE_VIEW (ys_catalogue_view_get_type ())
G_DECLARE_FINAL_TYPE (YsCatalogueView, ys_catalogue_view, YS, CATALOGUE_VIEW, GtkWidget)

/* Also after a change: the clause that is being edited stays as it is typed. */
void ys_catalogue_view_show (YsCatalogueView *view, YsSession *session);
/* Chooses a clause of the annex that its code names. */
void ys_catalogue_view_choose (YsCatalogueView *view, const char *code);
/* Reads a workbook; what it would change is shown. */
void ys_catalogue_view_open (YsCatalogueView *view, const char *path);

G_END_DECLS
