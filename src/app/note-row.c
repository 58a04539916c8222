/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds where it leads; the page that made it decides what that means. */
#include "config.h"

#include "note-row.h"

#include "chip.h"
#include "look.h"
#include "resources.h"

struct _YsNoteRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *detail;
  YsChip *chip;

  gint64 id;
  char *field;
};

G_DEFINE_FINAL_TYPE (YsNoteRow, ys_note_row, GTK_TYPE_LIST_BOX_ROW)

static void
ys_note_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_NOTE_ROW);
  G_OBJECT_CLASS (ys_note_row_parent_class)->dispose (object);
}

static void
ys_note_row_finalize (GObject *object)
{
  g_free (YS_NOTE_ROW (object)->field);
  G_OBJECT_CLASS (ys_note_row_parent_class)->finalize (object);
}

static void
ys_note_row_class_init (YsNoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_note_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_note_row_finalize;
  g_type_ensure (YS_TYPE_CHIP);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/note-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, YsNoteRow, title);
  gtk_widget_class_bind_template_child (widget_class, YsNoteRow, detail);
  gtk_widget_class_bind_template_child (widget_class, YsNoteRow, chip);
}

static void
ys_note_row_init (YsNoteRow *row)
{
  gtk_widget_init_template (GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (row->chip), FALSE);
}

GtkWidget *
ys_note_row_new (const char *icon, const char *tone, const char *title, const char *detail)
{
  YsNoteRow *row = g_object_new (YS_TYPE_NOTE_ROW, NULL);

  gtk_widget_set_visible (GTK_WIDGET (row->icon), icon != NULL);
  if (icon != NULL)
    gtk_image_set_from_icon_name (row->icon, icon);
  if (tone != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row->icon), tone);
  gtk_label_set_text (row->title, title);
  gtk_widget_set_visible (GTK_WIDGET (row->detail), detail != NULL);
  /* Beside the title where a detail stands under it. */
  if (detail == NULL)
    gtk_widget_set_valign (GTK_WIDGET (row->icon), GTK_ALIGN_CENTER);
  gtk_label_set_text (row->detail, detail != NULL ? detail : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (row);
}

void
ys_note_row_set_chip (YsNoteRow *row, const char *word, const char *tone)
{
  g_return_if_fail (YS_IS_NOTE_ROW (row));

  ys_chip_set (row->chip, word, tone, NULL);
  gtk_widget_set_visible (GTK_WIDGET (row->chip), TRUE);
}

void
ys_note_row_set_target (YsNoteRow *row, gint64 id, const char *field)
{
  g_return_if_fail (YS_IS_NOTE_ROW (row));

  row->id = id;
  g_free (row->field);
  row->field = g_strdup (field);
}

gint64
ys_note_row_get_id (YsNoteRow *row)
{
  g_return_val_if_fail (YS_IS_NOTE_ROW (row), 0);

  return row->id;
}

const char *
ys_note_row_get_field (YsNoteRow *row)
{
  g_return_val_if_fail (YS_IS_NOTE_ROW (row), NULL);

  return row->field;
}
