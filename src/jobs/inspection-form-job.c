/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspection form out and back, and rows pasted from other tables: clauses found by code, name
 * or short name, counts and times read as clerks write them; what cannot be read says why. */
#include "config.h"

#include "document.h"
#include "inspection-form.h"
#include "inspection-job.h"
#include "instant-read.h"
#include "job-error.h"
#include "ledger-job.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COUNT 999

static gboolean
same_key (const char *a, const char *key)
{
  g_autofree char *other = ys_text_key (a);

  return strcmp (other, key) == 0;
}

/* A1-23 and 23 are codes; a name or a short name must be whole. */
static const YsClause *
find_clause (const YsCatalogueBook *book, const char *text)
{
  g_autofree char *key = ys_text_key (text);
  const YsClause *clause = ys_catalogue_book_find (book, text);

  for (guint i = 0; clause == NULL && i < ys_catalogue_book_n_clauses (book); i++)
    {
      const YsClause *one = ys_catalogue_book_clause (book, i);
      const char *dash = strchr (one->code, '-');

      if (same_key (one->code, key) || same_key (one->name, key) || same_key (one->short_name, key)
          || (dash != NULL && strcmp (dash + 1, key) == 0))
        clause = one;
    }
  return clause;
}

static void
set_problem (YsPastedFinding *finding, guint column, char *sentence)
{
  if (finding->problem != NULL)
    {
      g_free (sentence);
      return;
    }
  finding->problem = sentence;
  finding->column = column;
}

static void
read_clause (YsPastedFinding *finding, const YsRawFinding *raw, const YsCatalogueBook *book)
{
  const YsClause *clause = find_clause (book, raw->clause);

  if (clause != NULL)
    finding->code = g_strdup (clause->code);
  else if (*raw->clause == '\0')
    set_problem (finding, raw->clause_column,
                 g_strdup (_ ("The clause is missing. Write its code, such as A1-08.")));
  else
    set_problem (finding, raw->clause_column,
                 g_strdup_printf (_ ("There is no clause “%s”. Write its code, such as A1-08."),
                                  raw->clause));
}

static void
read_count (YsPastedFinding *finding, const YsRawFinding *raw)
{
  YsNumber number;

  finding->count = 1;
  if (*raw->count == '\0')
    return;
  if (ys_number_read_count (raw->count, &number) && number.is_set && number.value >= 1
      && number.value <= MAX_COUNT)
    finding->count = number.value;
  else
    set_problem (finding, raw->count_column,
                 g_strdup_printf (_ ("“%s” is no number of places. Write 1 to 999."), raw->count));
}

static char *
text_or_null (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static YsPastedFinding *
read_finding (const YsRawFinding *raw, const YsCatalogueBook *book)
{
  YsPastedFinding *finding = g_new0 (YsPastedFinding, 1);

  finding->row = raw->row;
  read_clause (finding, raw, book);
  read_count (finding, raw);
  finding->place = text_or_null (raw->place);
  finding->note = text_or_null (raw->note);
  return finding;
}

static void
pasted_free (YsPastedFinding *finding)
{
  g_free (finding->code);
  g_free (finding->place);
  g_free (finding->note);
  g_free (finding->problem);
  g_free (finding);
}

void
ys_inspection_paste_free (YsInspectionPaste *paste)
{
  if (paste == NULL)
    return;
  ys_record_clear (&ys_inspection_type, &paste->head);
  g_free (paste->compound);
  g_ptr_array_unref (paste->rows);
  g_free (paste);
}

static gboolean
read_choice (const YsChoice *choices, const char *text, int *out_choice, GError **error)
{
  if (text == NULL)
    return TRUE;
  *out_choice = ys_choice_from_text (choices, text);
  if (*out_choice != 0)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: %s are what was written and words to choose from. */
               _ ("“%s” in the form's head is not understood. Write a word of the form, such as "
                  "%s."),
               text, ys_choice_official (choices, 2));
  return FALSE;
}

static gboolean
read_time (const char *text, YsInstant *out_instant, GError **error)
{
  g_autofree char *reason = NULL;

  if (text == NULL || ys_instant_read (text, 0, out_instant, &reason))
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, reason);
  return FALSE;
}

static gboolean
read_head (YsInspectionPaste *paste, const YsRawInspection *raw, GError **error)
{
  paste->is_form = raw->is_form;
  paste->compound = g_strdup (raw->compound);
  paste->head.inspectors = g_strdup (raw->inspectors);
  return read_choice (ys_level_choices, raw->level, &paste->head.level, error)
         && read_choice (ys_inspection_kind_choices, raw->kind, &paste->head.kind, error)
         && read_time (raw->at, &paste->head.at, error)
         && read_time (raw->notice_at, &paste->head.notice_at, error);
}

YsInspectionPaste *
ys_inspection_read_paste (const YsGrid *grid, const YsCatalogueBook *book, GError **error)
{
  g_autoptr (YsRawInspection) raw = NULL;
  g_autoptr (YsInspectionPaste) paste = NULL;

  g_return_val_if_fail (grid != NULL && book != NULL, NULL);

  raw = ys_inspection_form_read (grid);
  paste = g_new0 (YsInspectionPaste, 1);
  paste->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)pasted_free);
  if (!read_head (paste, raw, error))
    return NULL;
  for (guint i = 0; i < raw->rows->len; i++)
    g_ptr_array_add (paste->rows, read_finding (g_ptr_array_index (raw->rows, i), book));
  return g_steal_pointer (&paste);
}

static YsSheet *
build_form (const YsOffice *office, const YsCatalogueBook *book, const char *compound)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();

  for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
    g_ptr_array_add (clauses, (gpointer)ys_catalogue_book_clause (book, i));
  return ys_inspection_form_build (office->name, compound, ys_catalogue_book_version (book)->title,
                                   clauses);
}

gboolean
ys_inspection_export_form (YsLedger *ledger,
                           const YsRegistry *registry,
                           const YsCatalogueBook *book,
                           gint64 compound_id,
                           const char *path,
                           YsInstant now,
                           GError **error)
{
  g_autoptr (YsOffice) office = NULL;
  g_autoptr (YsDocument) document = NULL;
  const YsRegistryItem *item;
  GPtrArray *sheets;

  g_return_val_if_fail (ledger != NULL && registry != NULL && book != NULL && path != NULL, FALSE);

  item = compound_id != 0 ? ys_registry_find (registry, compound_id) : NULL;
  office = ys_ledger_job_office (ledger, error);
  if (office == NULL)
    return FALSE;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  g_ptr_array_add (sheets, build_form (office, book, item != NULL ? item->compound->name : NULL));
  document = ys_document_new (sheets, "检查表", "检查表", now);
  return ys_document_export (document, path, error);
}
