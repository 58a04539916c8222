/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of one date: as the registry stands now, or as it was filed. Its sheets and pages are
 * made once, when they are first asked for, so that counting blanks costs no layout. */
#include "config.h"

#include "dispatch-private.h"
#include "dispatch-schedule.h"
#include "job-error.h"
#include "ledger-job.h"
#include "record-store.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A PNG of the first page: pixels a point. */
#define PNG_SCALE 2.0

static void
change_free (YsDispatchChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static void
doubt_free (YsDispatchDoubt *doubt)
{
  g_free (doubt->sentence);
  g_free (doubt);
}

static void
submission_free (YsSubmission *submission)
{
  ys_record_free (&ys_submission_type, submission);
}

YsDispatch *
ys_dispatch_alloc (YsDate date, YsDate due)
{
  YsDispatch *dispatch = g_new0 (YsDispatch, 1);

  dispatch->date = date;
  dispatch->due = due;
  dispatch->created = ys_date_to_days (date) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
  dispatch->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_dispatch_row_free);
  dispatch->blanks = g_ptr_array_new_with_free_func (g_free);
  dispatch->doubts = g_ptr_array_new_with_free_func ((GDestroyNotify)doubt_free);
  dispatch->changes = g_ptr_array_new_with_free_func ((GDestroyNotify)change_free);
  dispatch->added = g_ptr_array_new_with_free_func (g_free);
  dispatch->removed = g_ptr_array_new_with_free_func (g_free);
  dispatch->marks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  dispatch->drawing = g_new0 (YsDispatchDrawing, 1);
  return dispatch;
}

void
ys_dispatch_free (YsDispatch *dispatch)
{
  if (dispatch == NULL)
    return;
  g_clear_pointer (&dispatch->drawing->pages, ys_pages_free);
  g_clear_pointer (&dispatch->drawing->sheets, g_ptr_array_unref);
  g_free (dispatch->drawing);
  ys_office_clear (&dispatch->office);
  g_free (dispatch->reporter);
  g_ptr_array_unref (dispatch->blanks);
  g_ptr_array_unref (dispatch->doubts);
  g_ptr_array_unref (dispatch->changes);
  g_ptr_array_unref (dispatch->added);
  g_ptr_array_unref (dispatch->removed);
  g_ptr_array_unref (dispatch->rows);
  g_free (dispatch->against);
  g_free (dispatch->number);
  g_free (dispatch->stem);
  g_clear_pointer (&dispatch->filed, submission_free);
  g_clear_pointer (&dispatch->workbook, g_bytes_unref);
  g_clear_pointer (&dispatch->pdf, g_bytes_unref);
  g_hash_table_unref (dispatch->marks);
  g_free (dispatch);
}

/* A compound has fewer than 16 columns. */
static gint64
mark_key (gint64 compound_id, YsDispatchColumn column)
{
  return compound_id * 16 + (gint64)column;
}

void
ys_dispatch_set_mark (YsDispatch *dispatch,
                      gint64 compound_id,
                      YsDispatchColumn column,
                      YsSheetMark mark)
{
  gint64 key = mark_key (compound_id, column);

  if (GPOINTER_TO_INT (g_hash_table_lookup (dispatch->marks, &key)) != YS_MARK_BLANK)
    g_hash_table_insert (dispatch->marks, g_memdup2 (&key, sizeof key), GINT_TO_POINTER (mark));
}

void
ys_dispatch_add_blank (YsDispatch *dispatch, const YsDispatchRow *row, YsDispatchColumn column)
{
  YsDispatchBlank *blank = g_new0 (YsDispatchBlank, 1);

  blank->compound_id = row->compound_id;
  blank->name = row->name;
  blank->field = ys_dispatch_column_field (column);
  g_ptr_array_add (dispatch->blanks, blank);
  ys_dispatch_set_mark (dispatch, row->compound_id, column, YS_MARK_BLANK);
}

void
ys_dispatch_add_doubt (
    YsDispatch *dispatch, gint64 compound_id, const char *name, const char *field, char *sentence)
{
  YsDispatchDoubt *doubt = g_new0 (YsDispatchDoubt, 1);

  doubt->compound_id = compound_id;
  doubt->name = name;
  doubt->field = field;
  doubt->sentence = sentence;
  g_ptr_array_add (dispatch->doubts, doubt);
}

/* A correction has the same date and unit: its number keeps the files apart. */
void
ys_dispatch_set_number (YsDispatch *dispatch, guint correction)
{
  g_autofree char *stem = ys_dispatch_file_name (&dispatch->office, dispatch->date);

  dispatch->number = ys_dispatch_number_for (dispatch->due, correction);
  dispatch->stem
      = correction == 0 ? g_steal_pointer (&stem) : g_strdup_printf ("%s更%u", stem, correction);
}

static YsSubmission *
load_submission (YsLedger *ledger, gint64 id, GError **error)
{
  YsSubmission *submission = ys_record_new (&ys_submission_type);

  if (ys_record_store_load (ledger, &ys_submission_type, id, submission, error))
    return submission;
  submission_free (submission);
  return NULL;
}

/* A filed table without its files and its comparison. */
static YsDispatch *
read_filed (YsLedger *ledger, gint64 id, GError **error)
{
  YsSubmission *submission = load_submission (ledger, id, error);
  g_autoptr (YsDispatch) dispatch = NULL;

  if (submission == NULL)
    return NULL;
  dispatch = ys_dispatch_alloc (submission->date, submission->due);
  dispatch->filed = submission;
  dispatch->created = submission->at;
  dispatch->number = g_strdup (submission->number);
  dispatch->stem = g_strdup (submission->file_name);
  if (g_str_has_suffix (dispatch->stem, ".xlsx"))
    dispatch->stem[strlen (dispatch->stem) - strlen (".xlsx")] = '\0';
  if (!ys_dispatch_content_read (dispatch, submission->content, error))
    return NULL;
  return g_steal_pointer (&dispatch);
}

static gboolean
compare_with_last (YsDispatch *dispatch, YsLedger *ledger, gint64 before_id, GError **error)
{
  gint64 last = ys_dispatch_find_last (ledger, dispatch->due, before_id, error);
  g_autoptr (YsDispatch) before = NULL;

  if (last <= 0)
    return last == 0;
  before = read_filed (ledger, last, error);
  if (before == NULL)
    return FALSE;
  dispatch->against = g_strdup (before->number);
  ys_dispatch_compare (dispatch, before);
  return TRUE;
}

YsDispatch *
ys_dispatch_new (YsLedger *ledger, YsDate date, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  registry = ys_registry_load (ledger, error);
  return registry != NULL ? ys_dispatch_new_of (ledger, registry, date, error) : NULL;
}

YsDispatch *
ys_dispatch_new_of (YsLedger *ledger, const YsRegistry *registry, YsDate date, GError **error)
{
  g_autoptr (YsDispatch) dispatch = NULL;
  YsOffice *office;
  guint n_filed;

  g_return_val_if_fail (ledger != NULL && registry != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date) && ys_date_is_valid (date), NULL);

  dispatch = ys_dispatch_alloc (date, ys_dispatch_next_due (date));
  office = ys_ledger_job_office (ledger, error);
  if (office == NULL)
    return NULL;
  ys_record_copy (&ys_office_type, &dispatch->office, office);
  ys_office_free (office);
  dispatch->reporter = g_strdup (ys_ledger_job_user (ledger));
  if (ys_dispatch_find_filed (ledger, dispatch->due, 0, &n_filed, error) < 0)
    return NULL;
  ys_dispatch_fill (dispatch, registry);
  if (!compare_with_last (dispatch, ledger, 0, error))
    return NULL;
  ys_dispatch_set_number (dispatch, n_filed);
  return g_steal_pointer (&dispatch);
}

YsDispatch *
ys_dispatch_new_filed (YsLedger *ledger, gint64 submission_id, GError **error)
{
  g_autoptr (YsDispatch) dispatch = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  dispatch = read_filed (ledger, submission_id, error);
  if (dispatch == NULL || !compare_with_last (dispatch, ledger, submission_id, error)
      || !ys_dispatch_load_files (dispatch, ledger, error))
    return NULL;
  return g_steal_pointer (&dispatch);
}

YsDate
ys_dispatch_date (const YsDispatch *dispatch)
{
  return dispatch->date;
}

YsDate
ys_dispatch_due (const YsDispatch *dispatch)
{
  return dispatch->due;
}

GPtrArray *
ys_dispatch_rows (const YsDispatch *dispatch)
{
  return dispatch->rows;
}

GPtrArray *
ys_dispatch_blanks (const YsDispatch *dispatch)
{
  return dispatch->blanks;
}

GPtrArray *
ys_dispatch_doubts (const YsDispatch *dispatch)
{
  return dispatch->doubts;
}

const char *
ys_dispatch_against (const YsDispatch *dispatch)
{
  return dispatch->against;
}

GPtrArray *
ys_dispatch_changes (const YsDispatch *dispatch)
{
  return dispatch->changes;
}

GPtrArray *
ys_dispatch_added (const YsDispatch *dispatch)
{
  return dispatch->added;
}

GPtrArray *
ys_dispatch_removed (const YsDispatch *dispatch)
{
  return dispatch->removed;
}

char *
ys_dispatch_next_number (const YsDispatch *dispatch)
{
  return g_strdup (dispatch->number);
}

const char *
ys_dispatch_file_name_stem (const YsDispatch *dispatch)
{
  return dispatch->stem;
}

static YsSheetMark
mark_of_cell (const YsDispatchRow *row, YsDispatchColumn column, gpointer user_data)
{
  const YsDispatch *dispatch = user_data;
  gint64 key = mark_key (row->compound_id, column);

  return (YsSheetMark)GPOINTER_TO_INT (g_hash_table_lookup (dispatch->marks, &key));
}

GPtrArray *
ys_dispatch_sheets (const YsDispatch *dispatch)
{
  YsDispatchDrawing *drawing = dispatch->drawing;

  if (drawing->sheets == NULL)
    drawing->sheets
        = ys_dispatch_table_build (&dispatch->office, dispatch->rows, dispatch->date,
                                   dispatch->reporter, NULL, mark_of_cell, (gpointer)dispatch);
  return drawing->sheets;
}

const YsPages *
ys_dispatch_pages (const YsDispatch *dispatch)
{
  if (dispatch->drawing->pages == NULL)
    dispatch->drawing->pages = ys_pages_new (ys_dispatch_sheets (dispatch));
  return dispatch->drawing->pages;
}

YsDocumentInfo
ys_dispatch_document_info (const YsDispatch *dispatch)
{
  return (YsDocumentInfo){
    .title = ys_dispatch_table_title (),
    .author = dispatch->reporter,
    .created = dispatch->created,
  };
}

gboolean
ys_dispatch_export (const YsDispatch *dispatch, const char *path, GError **error)
{
  g_autofree char *lower = NULL;
  YsDocumentInfo info;

  g_return_val_if_fail (dispatch != NULL && path != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  info = ys_dispatch_document_info (dispatch);
  if (g_str_has_suffix (lower, ".xlsx"))
    return dispatch->workbook != NULL
               ? ys_dispatch_write_bytes (path, dispatch->workbook, error)
               : ys_xlsx_write_file (ys_dispatch_sheets (dispatch), &info, path, NULL, error);
  if (g_str_has_suffix (lower, ".pdf"))
    return dispatch->pdf != NULL
               ? ys_dispatch_write_bytes (path, dispatch->pdf, error)
               : ys_pages_write_pdf (ys_dispatch_pages (dispatch), &info, path, error);
  if (g_str_has_suffix (lower, ".png"))
    return ys_pages_write_png (ys_dispatch_pages (dispatch), 0, PNG_SCALE, path, error);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("%s has no ending that says what to write. End it in .xlsx, .pdf or .png."),
               path);
  return FALSE;
}

YsDate
ys_dispatch_due_after (YsDate today)
{
  return ys_dispatch_next_due (today);
}

int
ys_dispatch_issue_of (YsDate due)
{
  return ys_dispatch_issue (due);
}
