/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs: between two versions, or between a workbook and the version that holds. A workbook
 * with a wrong cell cannot be imported; each such cell is listed with what to write. */
#include "config.h"

#include "catalogue-view-private.h"

#include <glib/gi18n-lib.h>

#include "widget-help.h"
#include "workbook.h"

static void
add_row (YsCatalogueView *self, const char *head, const char *text, const char *tone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (head);
  GtkWidget *body = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (body, "small");
  gtk_widget_add_css_class (body, tone);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), title);
  if (*text != '\0')
    gtk_box_append (GTK_BOX (box), body);
  gtk_list_box_append (self->changes, box);
}

/* Empty means blank in the source, or none. */
static const char *
or_blank (const char *text)
{
  return *text != '\0' ? text : _ ("(empty)");
}

static void
add_change (YsCatalogueView *self, const YsClauseChange *change)
{
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;

  switch (change->kind)
    {
    case YS_CLAUSE_ADDED:
      /* Translators: code and name of a clause */
      head = g_strdup_printf (_ ("%s %s: new"), change->code, change->name);
      add_row (self, head, "", "dim");
      break;
    case YS_CLAUSE_REMOVED:
      head = g_strdup_printf (_ ("%s %s: no longer there"), change->code, change->name);
      add_row (self, head, "", "dim");
      break;
    case YS_CLAUSE_CHANGED:
      head = g_strdup_printf ("%s %s · %s", change->code, change->name, _ (change->label));
      text = g_strdup_printf ("%s → %s", or_blank (change->before), or_blank (change->after));
      add_row (self, head, text, "dim");
      break;
    }
}

static void
add_problem (YsCatalogueView *self, const YsCatalogueProblem *problem)
{
  g_autofree char *column = ys_column_name (problem->column);
  /* Translators: a cell of a worksheet: row, column letter */
  g_autofree char *head = g_strdup_printf (_ ("Row %u, column %s"), problem->row + 1, column);

  add_row (self, head, problem->reason, "red");
}

static void
show_changes (YsCatalogueView *self, const char *title, GPtrArray *changes)
{
  g_autofree char *count = changes->len > 0
                               ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u difference",
                                                               "%u differences", changes->len),
                                                  changes->len)
                               : g_strdup (_ ("No difference"));

  gtk_label_set_text (self->changes_title, title);
  gtk_label_set_text (self->changes_count, count);
  for (guint i = 0; i < changes->len; i++)
    add_change (self, changes->pdata[i]);
  gtk_stack_set_visible_child_name (self->side, "changes");
}

/* --- Two versions ----------------------------------------------------------------------- */

void
ys_catalogue_view_compare_other (YsCatalogueView *self)
{
  guint selected = gtk_drop_down_get_selected (self->other);
  const YsCatalogue *other;
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->versions == NULL || selected >= self->versions->len)
    return;
  other = self->versions->pdata[selected];
  book = ys_catalogue_load_version (ys_session_get_ledger (self->session), other->id, &error);
  if (book == NULL)
    {
      ys_session_report (self->session, error);
      return;
    }
  changes = ys_catalogue_compare (book, self->book);
  ys_list_box_clear (self->changes);
  show_changes (self, ys_catalogue_book_version (self->book)->title, changes);
}

/* With the version before, if there is one. */
void
ys_catalogue_view_compare (YsCatalogueView *self)
{
  guint shown = gtk_drop_down_get_selected (self->version);
  guint other = self->versions != NULL && shown + 1 < self->versions->len ? shown + 1 : 0;

  g_clear_pointer (&self->opened, ys_catalogue_import_free);
  gtk_widget_set_visible (self->import_form, FALSE);
  gtk_widget_set_visible (self->compare_form, TRUE);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->other, other);
  self->filling = FALSE;
  ys_catalogue_view_compare_other (self);
}

/* --- A workbook ------------------------------------------------------------------------- */

static void
show_import (YsCatalogueView *self)
{
  GPtrArray *problems = ys_catalogue_import_problems (self->opened);
  GPtrArray *changes = ys_catalogue_import_changes (self->opened);
  gboolean can_apply
      = problems->len == 0 && changes->len > 0 && ys_session_is_writable (self->session);
  g_autofree char *today = ys_date_to_iso (ys_session_today (self->session));

  ys_list_box_clear (self->changes);
  for (guint i = 0; i < problems->len; i++)
    add_problem (self, problems->pdata[i]);
  show_changes (self, self->file_name, changes);
  if (problems->len > 0)
    {
      g_autofree char *count
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u cell is wrong; correct it and import again.",
                                          "%u cells are wrong; correct them and import again.",
                                          problems->len),
                             problems->len);

      gtk_label_set_text (self->changes_count, count);
    }
  gtk_widget_set_visible (self->compare_form, FALSE);
  gtk_widget_set_visible (self->import_form, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->import_wrong), FALSE);
  gtk_entry_set_placeholder_text (self->import_from, today);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), can_apply);
}

void
ys_catalogue_view_open (YsCatalogueView *self, const char *path)
{
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (YS_IS_CATALOGUE_VIEW (self));
  g_return_if_fail (path != NULL && self->session != NULL);

  g_clear_pointer (&self->opened, ys_catalogue_import_free);
  workbook = ys_workbook_read_file (path, NULL, &error);
  if (workbook != NULL)
    self->opened = ys_catalogue_import_new (ys_session_get_ledger (self->session),
                                            ys_workbook_sheet (workbook, 0),
                                            ys_session_today (self->session), &error);
  if (self->opened == NULL)
    {
      ys_session_report (self->session, error);
      return;
    }
  g_free (self->file_name);
  self->file_name = g_path_get_basename (path);
  show_import (self);
}

void
ys_catalogue_view_apply (YsCatalogueView *self)
{
  YsSession *session = self->session;
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;
  YsDate from;

  if (self->opened == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->apply))
      || !ys_catalogue_view_read_date (self, self->import_from, self->import_wrong, &from))
    return;
  if (!ys_date_is_full (from))
    from = ys_session_today (session);
  if (!ys_catalogue_import_apply (ys_session_get_ledger (session), self->opened, from,
                                  gtk_editable_get_text (GTK_EDITABLE (self->import_reason)),
                                  self->file_name, &book, &error))
    {
      gtk_label_set_text (self->import_wrong, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->import_wrong), TRUE);
      return;
    }
  said = g_strdup_printf (_ ("Saved as “%s”"), ys_catalogue_book_version (book)->title);
  g_clear_pointer (&self->opened, ys_catalogue_import_free);
  gtk_editable_set_text (GTK_EDITABLE (self->import_reason), "");
  g_clear_pointer (&self->code, g_free);
  /* The newest version is shown next. */
  ys_catalogue_view_take_book (self, NULL);
  gtk_stack_set_visible_child_name (self->side, "empty");
  gtk_drop_down_set_selected (self->annex,
                              (guint)ys_catalogue_book_version (book)->annex - YS_ANNEX_1);
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
}
