/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspection form out and back, and rows pasted from other tables: clauses found by code, name
 * or short name, counts and times read as clerks write them; what cannot be read says why. */
#include "config.h"

#include "cell-instant.h"
#include "inspection-form.h"
#include "inspection-private.h"
#include "job-error.h"
#include "ledger-job.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

#define MAX_COUNT 999

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
  const YsClause *clause = ys_catalogue_book_find_written (book, raw->clause);

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
  finding->clause_text = g_strdup (raw->clause);
  finding->count_text = g_strdup (raw->count);
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
  g_free (finding->clause_text);
  g_free (finding->count_text);
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
  g_ptr_array_unref (paste->wrong_heads);
  g_ptr_array_unref (paste->rows);
  g_free (paste);
}

static void
wrong_head_free (YsWrongHead *wrong)
{
  g_free (wrong->text);
  g_free (wrong->problem);
  g_free (wrong);
}

/* Takes @problem. */
static void
add_wrong_head (YsInspectionPaste *paste, const char *field, const char *text, char *problem)
{
  YsWrongHead *wrong = g_new0 (YsWrongHead, 1);

  *wrong = (YsWrongHead){ field, g_strdup (text), problem };
  g_ptr_array_add (paste->wrong_heads, wrong);
}

char *
ys_choice_join_official (const YsChoice *choices)
{
  GString *words = g_string_new (NULL);

  for (int k = 1; choices[k - 1].nick != NULL; k++)
    g_string_append_printf (words, "%s%s", k > 1 ? "、" : "", ys_choice_official (choices, k));
  return g_string_free (words, FALSE);
}

static void
read_choice (YsInspectionPaste *paste,
             const char *field,
             const YsChoice *choices,
             const char *text,
             int *out_choice)
{
  g_autofree char *words = ys_choice_join_official (choices);

  if (text == NULL)
    return;
  *out_choice = ys_choice_from_text (choices, text);
  if (*out_choice == 0)
    add_wrong_head (paste, field, text,
                    /* Translators: what was written in the form's head, then words to choose from
                     */
                    g_strdup_printf (_ ("“%s” is none of the form's words. Write one of: %s."),
                                     text, words));
}

static void
read_time (YsInspectionPaste *paste,
           const char *field,
           const YsGrid *grid,
           const char *text,
           YsRawPlace place,
           YsInstant now,
           YsInstant *out_instant)
{
  g_autofree char *reason = NULL;
  YsCellInstant reading;

  if (text == NULL)
    return;
  reading = ys_cell_read_instant (grid, place.row, place.column, text, now, out_instant, &reason);
  if (reading == YS_CELL_INSTANT_OK)
    return;
  *out_instant = 0;
  if (reading == YS_CELL_INSTANT_DAY || reason == NULL)
    {
      g_free (reason);
      reason = g_strdup_printf (reading == YS_CELL_INSTANT_DAY
                                    ? _ ("“%s” has no time of day. Write it as 2025-10-09 11:10.")
                                    : _ ("“%s” is no day and time. Write it as 2025-10-09 11:10."),
                                text);
    }
  add_wrong_head (paste, field, text, g_steal_pointer (&reason));
}

static void
read_head (YsInspectionPaste *paste, const YsRawInspection *raw, const YsGrid *grid, YsInstant now)
{
  paste->is_form = raw->is_form;
  paste->compound = g_strdup (raw->compound);
  paste->head.inspectors = g_strdup (raw->inspectors);
  read_choice (paste, "level", ys_level_choices, raw->level, &paste->head.level);
  read_choice (paste, "kind", ys_inspection_kind_choices, raw->kind, &paste->head.kind);
  read_time (paste, "at", grid, raw->at, raw->at_place, now, &paste->head.at);
  read_time (paste, "notice_at", grid, raw->notice_at, raw->notice_place, now,
             &paste->head.notice_at);
}

YsInspectionPaste *
ys_inspection_read_paste (
    YsLedger *ledger, const YsGrid *grid, YsCatalogueBook *book, YsInstant now, GError **error)
{
  g_autoptr (YsRawInspection) raw = NULL;
  g_autoptr (YsInspectionPaste) paste = NULL;
  g_autoptr (YsCatalogueBook) own = NULL;

  g_return_val_if_fail (ledger != NULL && grid != NULL, NULL);

  raw = ys_inspection_form_read (grid);
  paste = g_new0 (YsInspectionPaste, 1);
  paste->wrong_heads = g_ptr_array_new_with_free_func ((GDestroyNotify)wrong_head_free);
  paste->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)pasted_free);
  read_head (paste, raw, grid, now);
  if (book == NULL)
    {
      YsDate day = ys_instant_to_date (paste->head.at != 0 ? paste->head.at : now);

      book = own = ys_catalogue_load (ledger, YS_ANNEX_1, day, error);
    }
  if (book == NULL)
    return NULL;
  for (guint i = 0; i < raw->rows->len; i++)
    g_ptr_array_add (paste->rows, read_finding (g_ptr_array_index (raw->rows, i), book));
  return g_steal_pointer (&paste);
}

/* -- A file ----------------------------------------------------------------------------------- */

static gboolean
is_filled (const YsRawInspection *raw)
{
  return raw->rows->len > 0 || raw->level != NULL || raw->kind != NULL || raw->at != NULL;
}

/* (nullable): the one worksheet with a form; of several the one that is filled. */
static const YsGrid *
find_form (const YsWorkbook *workbook, GError **error)
{
  const YsGrid *filled = NULL, *empty = NULL, *another = NULL;

  for (guint i = 0; i < ys_workbook_n_sheets (workbook) && another == NULL; i++)
    {
      const YsGrid *grid = ys_workbook_sheet (workbook, i);
      g_autoptr (YsRawInspection) raw = ys_inspection_form_read (grid);

      if (!raw->is_form || ys_grid_is_hidden (grid))
        continue;
      if (!is_filled (raw))
        empty = empty != NULL ? empty : grid;
      else if (filled == NULL)
        filled = grid;
      else
        another = grid;
    }
  if (another != NULL)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("“%s” and “%s” both hold a filled form. Keep one worksheet in each file."),
                 ys_grid_name (filled), ys_grid_name (another));
  else if (filled == NULL && empty == NULL)
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                         _ ("This is no filled inspection form. Choose the workbook of one that "
                            "was printed here, with its head as it is."));
  return another != NULL ? NULL : filled != NULL ? filled : empty;
}

static const YsGrid *
find_named (const YsWorkbook *workbook, const char *sheet, GError **error)
{
  const YsGrid *grid = ys_workbook_find_sheet (workbook, sheet);
  g_autoptr (YsRawInspection) raw = grid != NULL ? ys_inspection_form_read (grid) : NULL;

  if (grid == NULL)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("There is no worksheet “%s”. Write the name as the file has it."), sheet);
  else if (!raw->is_form)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("The worksheet “%s” holds no inspection form. Name the one that does."), sheet);
  else
    return grid;
  return NULL;
}

YsInspectionPaste *
ys_inspection_read_form (YsLedger *ledger,
                         const char *path,
                         const char *sheet,
                         YsInstant now,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  g_return_val_if_fail (ledger != NULL && path != NULL, NULL);

  workbook = ys_workbook_read_file (path, cancellable, error);
  if (workbook == NULL)
    return NULL;
  grid = sheet != NULL ? find_named (workbook, sheet, error) : find_form (workbook, error);
  return grid != NULL ? ys_inspection_read_paste (ledger, grid, NULL, now, error) : NULL;
}

gint64
ys_inspection_find_visit (YsLedger *ledger, const YsInspection *head, GError **error)
{
  YsInspectionFilter filter = { .compound_id = head->compound_id,
                                .level = head->level,
                                .from = head->at / 60 * 60,
                                .to = head->at / 60 * 60 + 60 };
  g_autoptr (GPtrArray) lines = ys_inspection_list (ledger, &filter, error);

  if (lines == NULL)
    return -1;
  for (guint i = 0; i < lines->len; i++)
    {
      const YsInspection *one = &((YsInspectionLine *)g_ptr_array_index (lines, i))->inspection;

      if (one->kind == head->kind)
        return one->id;
    }
  return 0;
}

/* -- The empty form --------------------------------------------------------------------------- */

static YsSheet *
build_form (const YsOffice *office, const YsCatalogueBook *book, const char *compound)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();

  for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
    g_ptr_array_add (clauses, (gpointer)ys_catalogue_book_clause (book, i));
  return ys_inspection_form_build (office->name, compound, ys_catalogue_book_version (book)->title,
                                   clauses);
}

/* Files of several compounds lie beside each other. */
static YsDocument *
make_form (YsLedger *ledger,
           const YsCatalogueBook *book,
           const char *compound,
           YsInstant now,
           GError **error)
{
  g_autoptr (YsOffice) office = ys_ledger_job_office (ledger, error);
  g_autofree char *stem = g_strconcat ("检查表", compound != NULL ? "-" : "", compound, NULL);
  GPtrArray *sheets;

  if (office == NULL)
    return NULL;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  g_ptr_array_add (sheets, build_form (office, book, compound));
  return ys_document_new (sheets, "检查表", stem, now);
}

YsDocument *
ys_inspection_form_document (YsLedger *ledger, gint64 compound_id, YsInstant now, GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;
  YsCompound compound = { 0 };
  YsDocument *document = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  book = ys_catalogue_load (ledger, YS_ANNEX_1, ys_instant_to_date (now), error);
  if (book != NULL
      && (compound_id == 0
          || ys_record_store_load (ledger, &ys_compound_type, compound_id, &compound, error)))
    document = make_form (ledger, book, compound.name, now, error);
  ys_record_clear (&ys_compound_type, &compound);
  return document;
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
  g_autoptr (YsDocument) document = NULL;
  const YsRegistryItem *item;

  g_return_val_if_fail (ledger != NULL && registry != NULL && book != NULL && path != NULL, FALSE);

  item = compound_id != 0 ? ys_registry_find (registry, compound_id) : NULL;
  document = make_form (ledger, book, item != NULL ? item->compound->name : NULL, now, error);
  return document != NULL && ys_document_export (document, path, error);
}
