/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a short list: a mark, a line, a smaller line beneath, a chip at its end. It may lead to a
 * compound, a field, a cell or a submission. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_NOTE_ROW (ys_note_row_get_type ())
G_DECLARE_FINAL_TYPE (YsNoteRow, ys_note_row, YS, NOTE_ROW, GtkListBoxRow)

/* @icon, @detail: (nullable). @tone: (nullable): class that colours the mark: "amber", "accent", "red". */
GtkWidget  *ys_note_row_new (const char *icon, const char *tone, const char *title, const char *detail);
void        ys_note_row_set_chip (YsNoteRow *row, const char *word, const char *tone);
/* What it leads to; @field (nullable) is copied. */
void        ys_note_row_set_target (YsNoteRow *row, gint64 id, const char *field);
gint64      ys_note_row_get_id (YsNoteRow *row);
const char *ys_note_row_get_field (YsNoteRow *row);

G_END_DECLS
