/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup that cannot be read is shown, marked, and cannot be restored. */
#include "config.h"

#include "backup-row.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "look.h"
#include "resources.h"
#include "when.h"

struct _YsBackupRow
{
  GtkListBoxRow parent_instance;

  YsMainWindow *window; /* borrowed: it holds us */
  char *path;
  GtkLabel *when;
  YsChip *kind;
  GtkLabel *holds;
  GtkLabel *last;
  GtkButton *restore;
};

G_DEFINE_FINAL_TYPE (YsBackupRow, ys_backup_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
kind_word (YsBackupKind kind)
{
  switch (kind)
    {
    case YS_BACKUP_DAILY:
      return _ ("Daily");
    case YS_BACKUP_MONTHLY:
      return _ ("Monthly");
    case YS_BACKUP_MIGRATION:
      return _ ("Before an update");
    case YS_BACKUP_IMPORT:
      return _ ("Before an import");
    case YS_BACKUP_MANUAL:
      return _ ("By hand");
    }
  g_return_val_if_reached ("");
}

static void
on_restore_clicked_cb (YsBackupRow *self)
{
  ys_main_window_restore (self->window, self->path);
}

static void
ys_backup_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_BACKUP_ROW);

  G_OBJECT_CLASS (ys_backup_row_parent_class)->dispose (object);
}

static void
ys_backup_row_finalize (GObject *object)
{
  g_free (YS_BACKUP_ROW (object)->path);

  G_OBJECT_CLASS (ys_backup_row_parent_class)->finalize (object);
}

static void
ys_backup_row_class_init (YsBackupRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_backup_row_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_backup_row_finalize;
  g_type_ensure (YS_TYPE_CHIP);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/backup-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsBackupRow, when);
  gtk_widget_class_bind_template_child (widget_class, YsBackupRow, kind);
  gtk_widget_class_bind_template_child (widget_class, YsBackupRow, holds);
  gtk_widget_class_bind_template_child (widget_class, YsBackupRow, last);
  gtk_widget_class_bind_template_child (widget_class, YsBackupRow, restore);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
}

static void
ys_backup_row_init (YsBackupRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe (const YsBackupInfo *info)
{
  g_autofree char *size = g_format_size (info->bytes);

  if (!info->readable)
    /* Translators: a backup; %s is its size. */
    return g_strdup_printf (_ ("Cannot be read · %s"), size);
  /* Translators: what a backup holds: office, compounds, submissions, size. */
  return g_strdup_printf (_ ("%s · compounds %d · submissions %d · %s"),
                          info->office != NULL ? info->office : "—", (int)info->n_compounds,
                          (int)info->n_submissions, size);
}

GtkWidget *
ys_backup_row_new (YsMainWindow *window, const YsBackupInfo *info, YsDate today)
{
  YsBackupRow *self;
  g_autofree char *when = NULL;
  g_autofree char *holds = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  self = g_object_new (YS_TYPE_BACKUP_ROW, NULL);
  self->window = window;
  self->path = g_strdup (info->path);
  when = ys_when_instant (info->at, today);
  holds = describe (info);
  if (info->last_change != NULL)
    /* Translators: the last line of a backup's audit log. */
    last = g_strdup_printf (_ ("Last change: %s"), info->last_change);
  gtk_label_set_label (self->when, when);
  ys_chip_set (self->kind, info->readable ? kind_word (info->kind) : _ ("Damaged"),
               info->readable ? "grey" : "red", info->readable ? NULL : "dialog-warning-symbolic");
  gtk_label_set_label (self->holds, holds);
  gtk_label_set_label (self->last, last != NULL ? last : "");
  gtk_widget_set_visible (GTK_WIDGET (self->last), last != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->restore), info->readable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), info->path);
  return GTK_WIDGET (self);
}

gboolean
ys_backup_list_fill (GtkListBox *list, YsMainWindow *window, const char *folder, YsDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) infos = ys_ledger_job_backups (folder, &error);
  GtkListBoxRow *row;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), FALSE);

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  if (infos == NULL)
    {
      g_message ("%s", error->message);
      return FALSE;
    }
  for (guint i = 0; i < infos->len; i++)
    gtk_list_box_append (list, ys_backup_row_new (window, g_ptr_array_index (infos, i), today));
  return infos->len > 0;
}
