/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form of one clause. Only what differs from the version shown is written, as one new version;
 * a refusal stands under the form and what was typed stays. */
#include "config.h"

#include "catalogue-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "widget-help.h"

#define N_FIELDS 8

typedef struct
{
  const char *field;
  GtkEntry *entry;   /* or */
  GtkTextView *text; /* the other is NULL */
} FormField;

static void
form_fields (YsCatalogueView *self, FormField *fields)
{
  const FormField all[N_FIELDS] = {
    { "name", self->name, NULL },           { "short_name", self->short_name, NULL },
    { "group", self->group, NULL },         { "limit", self->limit, NULL },
    { "unit", self->unit, NULL },           { "points", self->points, NULL },
    { "criterion", NULL, self->criterion }, { "content", NULL, self->content },
  };

  memcpy (fields, all, sizeof all);
}

/* (transfer full) */
static char *
typed (const FormField *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (field->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->entry)));
  buffer = gtk_text_view_get_buffer (field->text);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* (transfer full): as the form shows it, "" for none */
static char *
stored (const YsClause *clause, const char *name)
{
  char *text;

  if (g_str_equal (name, "limit"))
    return ys_clause_limit_official (clause);
  text = ys_field_to_text (ys_record_type_field (&ys_clause_type, name), clause);
  return text != NULL ? text : g_strdup ("");
}

static void
show_field (const FormField *field, const char *text)
{
  if (field->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (field->entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (field->text), text, -1);
}

static void
show_state (YsCatalogueView *self, const YsClause *clause)
{
  const YsCatalogue *version = ys_catalogue_book_version (self->book);
  gboolean blank = ys_clause_is_unspecified (clause);
  g_autofree char *title = g_strdup_printf ("%s  %s", clause->code, clause->name);
  g_autofree char *from = ys_date_to_iso (version->valid_from);
  g_autofree char *state
      = blank
            ? g_strdup (_ ("The source leaves the points blank. Fill them in before the clause is "
                           "used; the figure then holds as long as the version that it completes."))
            /* Translators: a version's title such as 附件1 第2版, the date from which it holds */
            : g_strdup_printf (_ ("%s, from %s on"), version->title, from);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->state, state);
  ys_widget_set_class (GTK_WIDGET (self->state), "amber", blank);
  ys_widget_set_class (GTK_WIDGET (self->state), "dim", !blank);
  gtk_entry_set_placeholder_text (self->points, blank ? _ ("missing") : NULL);
}

void
ys_catalogue_view_edit (YsCatalogueView *self, const YsClause *clause)
{
  FormField fields[N_FIELDS];
  g_autofree char *today = ys_date_to_iso (ys_session_today (self->session));
  gboolean has_content = ys_catalogue_book_version (self->book)->annex != YS_ANNEX_1;

  form_fields (self, fields);
  g_free (self->code);
  self->code = g_strdup (clause->code);
  show_state (self, clause);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = stored (clause, fields[i].field);

      show_field (&fields[i], text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->content_label), has_content);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->content)), has_content);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_entry_set_placeholder_text (self->from, today);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), ys_session_is_writable (self->session));
  gtk_stack_set_visible_child_name (self->side, "edit");
}

gboolean
ys_catalogue_view_is_edited (YsCatalogueView *self)
{
  const YsClause *clause = ys_catalogue_view_clause (self);
  FormField fields[N_FIELDS];

  if (clause == NULL)
    return FALSE;
  form_fields (self, fields);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *now = typed (&fields[i]);
      g_autofree char *before = stored (clause, fields[i].field);

      if (!g_str_equal (now, before))
        return TRUE;
    }
  return FALSE;
}

static void
say_wrong (GtkLabel *label, const char *sentence)
{
  gtk_label_set_text (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}

gboolean
ys_catalogue_view_read_date (YsCatalogueView *self,
                             GtkEntry *entry,
                             GtkLabel *wrong,
                             YsDate *out_date)
{
  g_autofree char *reason = NULL;
  YsDateReading reading = ys_date_read (gtk_editable_get_text (GTK_EDITABLE (entry)),
                                        ys_session_today (self->session), out_date, &reason);

  if (reading == YS_DATE_READ_EMPTY || (reading == YS_DATE_READ_OK && ys_date_is_full (*out_date)))
    return TRUE;
  say_wrong (wrong,
             reason != NULL ? reason : _ ("The day is missing. Write a whole date: 2026-10-15."));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  return FALSE;
}

/* The first field that cannot be saved keeps the cursor. */
static gboolean
check_fields (YsCatalogueView *self, const YsClause *clause, const FormField *fields)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = typed (&fields[i]);
      g_autofree char *before = stored (clause, fields[i].field);
      g_autofree char *sentence
          = g_str_equal (text, before) ? NULL : ys_clause_check (clause, fields[i].field, text);

      if (sentence == NULL)
        continue;
      say_wrong (self->wrong, sentence);
      gtk_widget_grab_focus (fields[i].entry != NULL ? GTK_WIDGET (fields[i].entry)
                                                     : GTK_WIDGET (fields[i].text));
      return FALSE;
    }
  return TRUE;
}

static void
write_edits (YsCatalogueView *self, const YsClauseEdit *edits, guint n, YsDate from)
{
  YsSession *session = self->session;
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  if (!ys_catalogue_set (ys_session_get_ledger (session), edits, n, from,
                         gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                         ys_session_today (session), &book, &error))
    {
      say_wrong (self->wrong, error->message);
      return;
    }
  /* Translators: a version's title such as 附件1 第2版 */
  said = g_strdup_printf (_ ("Saved as “%s”"), ys_catalogue_book_version (book)->title);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->version, 0);
  self->filling = FALSE;
  ys_catalogue_view_take_book (self, ys_catalogue_book_ref (book));
  ys_catalogue_view_edit (self, ys_catalogue_book_find (book, edits[0].code));
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
}

void
ys_catalogue_view_save (YsCatalogueView *self)
{
  const YsClause *clause = ys_catalogue_view_clause (self);
  FormField fields[N_FIELDS];
  YsClauseEdit edits[N_FIELDS];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *code = g_strdup (self->code);
  YsDate from;
  guint n = 0;

  say_wrong (self->wrong, NULL);
  if (clause == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  form_fields (self, fields);
  if (!check_fields (self, clause, fields)
      || !ys_catalogue_view_read_date (self, self->from, self->wrong, &from))
    return;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      char *text = typed (&fields[i]);
      g_autofree char *before = stored (clause, fields[i].field);

      g_ptr_array_add (texts, text);
      if (!g_str_equal (text, before))
        edits[n++] = (YsClauseEdit){ code, fields[i].field, text };
    }
  if (n == 0)
    say_wrong (self->wrong, _ ("Nothing was changed. Change a field, then save."));
  else
    write_edits (self, edits, n, from);
}
