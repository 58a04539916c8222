/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which ways out fit which error: wait or read only when it is locked, a backup when it is
 * damaged, another folder always. */
#include "config.h"

#include "problem-page.h"

#include <glib/gi18n-lib.h>

#include "backup-row.h"
#include "look.h"
#include "resources.h"
#include "when.h"

struct _YsProblemPage
{
  GtkWidget parent_instance;

  YsMainWindow *window; /* borrowed: it holds us */
  char *folder;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *what;
  GtkLabel *place;
  GtkButton *again;
  GtkButton *read_only;
  GtkWidget *backups;
  GtkListBox *backup_list;
  GtkLabel *no_backups;
};

G_DEFINE_FINAL_TYPE (YsProblemPage, ys_problem_page, GTK_TYPE_WIDGET)

static void
on_again_clicked_cb (YsProblemPage *self)
{
  ys_main_window_open (self->window, self->folder, YS_LEDGER_WRITE);
}

static void
on_read_only_clicked_cb (YsProblemPage *self)
{
  ys_main_window_open (self->window, self->folder, YS_LEDGER_READ_ONLY);
}

static void
on_other_clicked_cb (YsProblemPage *self)
{
  ys_main_window_close_ledger (self->window);
}

static void
ys_problem_page_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_PROBLEM_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_problem_page_parent_class)->dispose (object);
}

static void
ys_problem_page_finalize (GObject *object)
{
  g_free (YS_PROBLEM_PAGE (object)->folder);

  G_OBJECT_CLASS (ys_problem_page_parent_class)->finalize (object);
}

static void
ys_problem_page_class_init (YsProblemPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_problem_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_problem_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/problem-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, icon);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, title);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, what);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, place);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, again);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, read_only);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, backups);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, backup_list);
  gtk_widget_class_bind_template_child (widget_class, YsProblemPage, no_backups);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_read_only_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_other_clicked_cb);
}

static void
ys_problem_page_init (YsProblemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_problem_page_new (YsMainWindow *window)
{
  YsProblemPage *self = g_object_new (YS_TYPE_PROBLEM_PAGE, NULL);

  self->window = window;
  return GTK_WIDGET (self);
}

static YsDate
today (void)
{
  return ys_instant_to_date (g_get_real_time () / G_USEC_PER_SEC);
}

static char *
describe_holder (const YsLedgerHolder *holder)
{
  g_autofree char *since = NULL;

  if (holder == NULL || holder->user == NULL)
    return NULL;
  since = ys_when_instant (holder->since, today ());
  /* Translators: who writes a locked ledger: name, computer, since when. */
  return g_strdup_printf (_ ("%s has it open on the computer %s, since %s. Ask them to close it, "
                             "or "
                             "open it read-only: you can look and export, but not change."),
                          holder->user, holder->host != NULL ? holder->host : "—", since);
}

static const char *
title_of (const GError *error)
{
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED))
    return _ ("Someone else is working in this ledger");
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NEWER))
    return _ ("This ledger was made by a newer Yardstick");
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED))
    return _ ("This ledger is damaged");
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_A_LEDGER))
    return _ ("There is no ledger here");
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY))
    return _ ("This ledger cannot be written to");
  return _ ("This ledger could not be opened");
}

static void
show_backups (YsProblemPage *self, gboolean damaged)
{
  gboolean any
      = damaged && ys_backup_list_fill (self->backup_list, self->window, self->folder, today ());

  gtk_widget_set_visible (self->backups, damaged);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_list), any);
  gtk_widget_set_visible (GTK_WIDGET (self->no_backups), damaged && !any);
}

void
ys_problem_page_show (YsProblemPage *self,
                      const char *folder,
                      const GError *error,
                      const YsLedgerHolder *holder)
{
  gboolean locked = g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED);
  gboolean damaged = g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
  gboolean read_only = g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_READ_ONLY);
  gboolean hopeless = g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NEWER)
                      || g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_A_LEDGER);
  g_autofree char *who = NULL;

  g_return_if_fail (YS_IS_PROBLEM_PAGE (self));
  g_return_if_fail (error != NULL);

  g_free (self->folder);
  self->folder = g_strdup (folder);
  who = locked ? describe_holder (holder) : NULL;
  gtk_image_set_from_icon_name (self->icon,
                                locked ? "changes-prevent-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->title, title_of (error));
  gtk_label_set_label (self->what, who != NULL ? who : error->message);
  gtk_label_set_label (self->place, folder);
  gtk_widget_set_visible (GTK_WIDGET (self->again), !hopeless && !damaged);
  gtk_widget_set_visible (GTK_WIDGET (self->read_only), locked || read_only);
  show_backups (self, damaged);
}
