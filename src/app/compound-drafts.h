/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Wrong texts that were left in a compound's form when another compound was chosen: they come back
 * with it, and the list's foot names them. */
#pragma once

#include <gtk/gtk.h>

#include "registry.h"

G_BEGIN_DECLS

/* (transfer full) */
GPtrArray *ys_drafts_new (void);
/* Takes what is wrong in @form now as all that is wrong of compound @id. */
void ys_drafts_keep (GPtrArray *drafts, gint64 id, GtkGrid *form);
/* Types them into @form again, with their sentences. */
void ys_drafts_bring_back (GPtrArray *drafts, gint64 id, GtkGrid *form);
/* (transfer full) (nullable): "1 value to correct: …": of @form, which shows compound @id, and of
 * all others; NULL: none. */
char *ys_drafts_describe (GPtrArray *drafts, YsRegistry *registry, gint64 id, GtkGrid *form);
/* Another compound than @id that has one, and its field; 0 none. */
gint64 ys_drafts_first (GPtrArray *drafts, gint64 id, const char **out_field);
/* (nullable): the first field of @form that is wrong. */
const char *ys_drafts_wrong_field (GtkGrid *form);

G_END_DECLS
