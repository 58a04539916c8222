/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filing the dispatch table: number, rows, workbook and PDF in one change. What is filed is what
 * was seen: a table drawn before the registry changed is refused. */
#include "config.h"

#include "dispatch-private.h"
#include "change.h"
#include "job-error.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>

#define WHAT "dispatch"

static gpointer
forbid (GError **error, const char *sentence)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN, sentence);
  return NULL;
}

/* (transfer full): the table as the registry stands now, which must be the one that was seen. */
static YsDispatch *
draw_up_again (YsLedger *ledger, const YsDispatch *seen, GError **error)
{
  g_autoptr (YsDispatch) now = NULL;

  if (seen->filed != NULL)
    return forbid (error, _ ("This table is filed already. Reprint it, or open the current one."));
  now = ys_dispatch_new (ledger, seen->date, error);
  if (now == NULL)
    return NULL;
  if (!ys_dispatch_content_same (now, seen) || g_strcmp0 (now->number, seen->number) != 0)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT,
                           _ ("The registry changed after this table was drawn up. "
                              "Look at it again, then submit."));
      return NULL;
    }
  if (now->rows->len == 0)
    return forbid (error, _ ("There is no compound to report. Import or add compounds first."));
  return g_steal_pointer (&now);
}

/* @out_last: what it would correct, 0 for none. */
static gboolean
check_changed (YsLedger *ledger, const YsDispatch *dispatch, gint64 *out_last, GError **error)
{
  g_autoptr (YsDispatch) last = NULL;

  *out_last = ys_dispatch_find_filed (ledger, dispatch->due, 0, NULL, error);
  if (*out_last <= 0)
    return *out_last == 0;
  last = ys_dispatch_new_filed (ledger, *out_last, error);
  if (last == NULL)
    return FALSE;
  if (!ys_dispatch_content_same (last, dispatch))
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: %s is a number such as 调度〔2026〕20号 */
               _ ("%s was filed for this date and nothing changed since. Reprint that one."),
               last->number);
  return FALSE;
}

static gboolean
write_documents (YsDispatch *dispatch, GError **error)
{
  YsDocumentInfo info = ys_dispatch_document_info (dispatch);

  dispatch->workbook = ys_xlsx_write_bytes (ys_dispatch_sheets (dispatch), &info, error);
  if (dispatch->workbook == NULL)
    return FALSE;
  dispatch->pdf = ys_pages_to_pdf (ys_dispatch_pages (dispatch), &info, error);
  return dispatch->pdf != NULL;
}

static YsSubmission *
make_submission (const YsDispatch *dispatch, gint64 corrects_id)
{
  YsSubmission *submission = ys_record_new (&ys_submission_type);

  submission->number = g_strdup (dispatch->number);
  submission->what = g_strdup (WHAT);
  submission->date = dispatch->date;
  submission->due = dispatch->due;
  submission->rows = YS_NUMBER (dispatch->rows->len);
  submission->content = ys_dispatch_content_write (dispatch);
  submission->file_name = g_strconcat (dispatch->stem, YS_DISPATCH_WORKBOOK_ENDING, NULL);
  submission->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, dispatch->workbook);
  submission->user = g_strdup (dispatch->reporter);
  submission->at = dispatch->created;
  submission->corrects_id = corrects_id;
  return submission;
}

static gboolean
insert_file (YsChange *change,
             const YsSubmission *submission,
             const char *stem,
             const char *ending,
             GBytes *bytes,
             GError **error)
{
  g_autofree char *name = g_strconcat (stem, ending, NULL);

  return ys_change_insert_submission_file (change, submission->id, name, bytes, error);
}

static gboolean
store (YsLedger *ledger, const YsDispatch *dispatch, YsSubmission *submission, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "submit", error);
  const char *stem = dispatch->stem;

  return change != NULL && ys_change_insert (change, &ys_submission_type, submission, error)
         && insert_file (change, submission, stem, YS_DISPATCH_WORKBOOK_ENDING, dispatch->workbook,
                         error)
         && insert_file (change, submission, stem, YS_DISPATCH_PDF_ENDING, dispatch->pdf, error)
         && ys_change_commit (change, NULL, error);
}

YsSubmission *
ys_dispatch_submit (YsLedger *ledger, const YsDispatch *dispatch, YsInstant now, GError **error)
{
  g_autoptr (YsDispatch) filed = NULL;
  YsSubmission *submission;
  gint64 last = 0;

  g_return_val_if_fail (ledger != NULL && dispatch != NULL, NULL);
  g_return_val_if_fail (now > 0, NULL);

  filed = draw_up_again (ledger, dispatch, error);
  if (filed == NULL || !check_changed (ledger, filed, &last, error))
    return NULL;
  filed->created = now;
  if (!write_documents (filed, error))
    return NULL;
  submission = make_submission (filed, last);
  if (store (ledger, filed, submission, error))
    return submission;
  ys_record_free (&ys_submission_type, submission);
  return NULL;
}
