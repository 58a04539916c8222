/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry that offers what fits while it is typed into: arrows choose, Enter and Tab take it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_PICK_ENTRY (ys_pick_entry_get_type ())
G_DECLARE_FINAL_TYPE (YsPickEntry, ys_pick_entry, YS, PICK_ENTRY, GtkWidget)

/* Signals: "changed": another text; "activate": Enter with nothing to take. */

/* (transfer full): what fits @text, best first; NULL or empty: nothing. */
typedef GStrv (*YsPickFunc) (YsPickEntry *entry, const char *text, gpointer user_data);

void        ys_pick_entry_set_suggest (YsPickEntry *entry, YsPickFunc suggest, gpointer user_data);
const char *ys_pick_entry_get_text (YsPickEntry *entry);
/* Offers nothing. */
void        ys_pick_entry_set_text (YsPickEntry *entry, const char *text);

G_END_DECLS
