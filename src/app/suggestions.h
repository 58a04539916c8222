/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small list under an entry: what was written there before and fits what is being typed. It
 * never takes the focus; the entry's owner passes the keys on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_SUGGESTIONS (ys_suggestions_get_type ())
G_DECLARE_FINAL_TYPE (YsSuggestions, ys_suggestions, YS, SUGGESTIONS, GtkPopover)

/* (transfer floating): its parent is @entry; the owner unparents it. "chosen" (text) is emitted
 * for a click. */
YsSuggestions *ys_suggestions_new (GtkEntry *entry);
/* @words: (nullable): NULL or empty hides it. @choose_first: the first one is marked at once. */
void           ys_suggestions_show (YsSuggestions *self, const char *const *words, gboolean choose_first);
/* Marks the next (+1) or the one before (-1); FALSE when nothing is shown. */
gboolean       ys_suggestions_step (YsSuggestions *self, int delta);
/* (transfer none) (nullable): the word that is marked */
const char    *ys_suggestions_get_chosen (YsSuggestions *self);

G_END_DECLS
