/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a form: the label of a field of a record's field table, its control, and beneath it
 * the sentence that says what is wrong. Emits "commit" (text) when a changed value is left, when
 * Enter is pressed and when a choice is made; the owner saves it, or calls
 * ys_field_row_set_wrong(). Emits "wrong-changed" when it becomes wrong or right. In templates:
 *
 *   <object class="YsFieldRow" id="phone">
 *     <property name="record">compound</property>
 *     <property name="field">phone</property>
 *   </object>
 *
 * "compact" is for a row of several: the owner shows what is wrong (ys_field_row_get_sentence()). */
#pragma once

#include <gtk/gtk.h>

#include "field.h"

G_BEGIN_DECLS

#define YS_TYPE_FIELD_ROW (ys_field_row_get_type ())
G_DECLARE_FINAL_TYPE (YsFieldRow, ys_field_row, YS, FIELD_ROW, GtkWidget)

/* NULL for an unknown record or field, which is a mistake in the template. */
const YsField *ys_field_row_get_field (YsFieldRow *row);
/* Shows the field of @record; what is wrong or half typed stays as it is. */
void ys_field_row_show (YsFieldRow *row, gconstpointer record);
/* The same with the text itself: references by name. For a choice its nick. */
void ys_field_row_show_text (YsFieldRow *row, const char *text);
/* Drops what is wrong or half typed: before another record is shown. */
void ys_field_row_reset (YsFieldRow *row);
/* (transfer none): as typed; a choice's nick. */
const char *ys_field_row_get_text (YsFieldRow *row);
/* Emits "commit" if something was typed; FALSE when the row is wrong afterwards. */
gboolean ys_field_row_flush (YsFieldRow *row);
/* Back to what the record holds; FALSE when nothing was typed. */
gboolean ys_field_row_restore (YsFieldRow *row);
/* @sentence: (nullable): what is wrong, then what to write; NULL: right again. */
void ys_field_row_set_wrong (YsFieldRow *row, const char *sentence);
/* Types what was refused before, with its sentence. */
void ys_field_row_show_wrong (YsFieldRow *row, const char *text, const char *sentence);
/* (transfer none): what is wrong; empty when nothing is. */
const char *ys_field_row_get_sentence (YsFieldRow *row);
gboolean ys_field_row_is_wrong (YsFieldRow *row);
void ys_field_row_set_sensitive (YsFieldRow *row, gboolean sensitive);
/* (transfer none) (nullable): NULL for a choice. For completion. */
GtkEntry *ys_field_row_get_entry (YsFieldRow *row);
void ys_field_row_grab_focus (YsFieldRow *row);

/* (transfer full): what was written before in this field and fits @text; most fitting first. */
typedef GStrv (*YsFieldSuggestFunc) (YsFieldRow *row, const char *text, gpointer user_data);
/* While typing, and on Down in an entry, what @suggest gives is offered. */
void ys_field_row_set_suggest (YsFieldRow *row, YsFieldSuggestFunc suggest, gpointer user_data);

G_END_DECLS
