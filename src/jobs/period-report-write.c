/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One report to one file: made with its code, written beside its place, read back and compared,
 * then moved there. Whatever fails leaves nothing. */
#include "config.h"

#include "period-report-private.h"

#include "award-record.h"
#include "dispatch.h"
#include "job-error.h"
#include "record-store.h"
#include "replace.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define BULLETIN_CODE "验证码："

/* The bulletin's code stands in its text, so that every form has it. (transfer full) */
static YsDocument *
make_bulletin (YsReportWork *work,
               YsReportFiling *filing,
               gboolean anew,
               const char **out_code,
               GError **error)
{
  YsTextBlocks *blocks = ys_report_make_bulletin (work, error);
  g_autoptr (YsDocument) plain = NULL;
  g_autofree char *hash = NULL, *line = NULL;

  if (blocks == NULL)
    return NULL;
  plain = ys_report_bulletin_document (work, g_ptr_array_ref (blocks));
  hash = ys_report_hash (ys_document_sheets (plain));
  *out_code = ys_report_filing_code (filing, ys_report_name (YS_REPORT_BULLETIN), hash, anew);
  line = g_strconcat (BULLETIN_CODE, *out_code, NULL);
  ys_text_blocks_add (blocks, YS_BLOCK_NOTE, line);
  return ys_report_bulletin_document (work, blocks);
}

YsDocument *
ys_report_make_coded (YsReportWork *work,
                      YsReportFiling *filing,
                      YsReportKind kind,
                      gboolean anew,
                      const char **out_code,
                      GError **error)
{
  g_autoptr (YsDocument) document = NULL;
  g_autofree char *hash = NULL;

  if (kind == YS_REPORT_BULLETIN)
    return make_bulletin (work, filing, anew, out_code, error);
  document = ys_report_make (work, kind, error);
  if (document == NULL)
    return NULL;
  hash = ys_report_hash (ys_document_sheets (document));
  *out_code = ys_report_filing_code (filing, ys_report_name (kind), hash, anew);
  ys_report_stamp (ys_document_sheets (document), *out_code);
  return g_steal_pointer (&document);
}

/* (transfer full): beside @path, with its ending: 排名.xlsx → .排名.part.xlsx */
static char *
part_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const char *dot = strrchr (name, '.');
  g_autofree char *part
      = g_strdup_printf (".%.*s.part%s", dot != NULL ? (int)(dot - name) : (int)strlen (name), name,
                         dot != NULL ? dot : "");

  return g_build_filename (folder, part, NULL);
}

static gboolean
write_part (YsReportWork *work,
            YsReportFiling *filing,
            YsReportKind kind,
            gboolean anew,
            const char *part,
            const char **out_code,
            GError **error)
{
  g_autoptr (YsDocument) document
      = ys_report_make_coded (work, filing, kind, anew, out_code, error);
  g_autofree char *lower = g_ascii_strdown (part, -1);

  return document != NULL && ys_document_export (document, part, error)
         && (!g_str_has_suffix (lower, ".xlsx") || ys_report_check (work, kind, part, error));
}

/* Bytes that are others under a number that is taken (another font, a newer program) get a new one.
 */
static gboolean
write_numbered (YsReportWork *work,
                YsReportFiling *filing,
                YsReportKind kind,
                const char *part,
                const char **out_code,
                GError **error)
{
  g_autofree char *sha256 = NULL;

  if (!write_part (work, filing, kind, FALSE, part, out_code, error))
    return FALSE;
  sha256 = ys_file_sha256 (part, error);
  if (sha256 == NULL)
    return FALSE;
  return !ys_report_filing_clashes (filing, *out_code, part, sha256)
         || write_part (work, filing, kind, TRUE, part, out_code, error);
}

static gboolean
move_part (const char *part, const char *path, GError **error)
{
  int reason;

  if (ys_replace_file (part, path) == 0)
    return TRUE;
  reason = errno;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason));
  return FALSE;
}

gboolean
ys_report_write (
    YsReportWork *work, YsReportFiling *filing, YsReportKind kind, const char *path, GError **error)
{
  g_autofree char *part = part_path (path);
  const char *code = NULL;

  if (!write_numbered (work, filing, kind, part, &code, error) || !move_part (part, path, error))
    {
      g_unlink (part);
      return FALSE;
    }
  return ys_report_filing_add (filing, work->ledger, code, ys_report_name (kind), path, work->now,
                               error);
}

gboolean
ys_report_export (YsLedger *ledger,
                  const YsRegistry *registry,
                  const YsStanding *standing,
                  YsReportKind kind,
                  const YsReportOptions *options,
                  const char *path,
                  YsInstant now,
                  GError **error)
{
  g_auto (YsReportWork) work = { 0 };
  g_autoptr (YsReportFiling) filing = NULL;

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, FALSE);
  g_return_val_if_fail (kind < YS_N_REPORTS && path != NULL, FALSE);

  if (!ys_report_work_init (&work, ledger, registry, standing, options, now, error))
    return FALSE;
  filing = ys_report_filing_new (ledger, ys_standing_span (standing), error);
  if (filing == NULL || !ys_report_write (&work, filing, kind, path, error))
    return FALSE;
  if (ys_report_filing_write (filing, ledger, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

YsDocument *
ys_report_document (YsLedger *ledger,
                    const YsRegistry *registry,
                    const YsStanding *standing,
                    YsReportKind kind,
                    const YsReportOptions *options,
                    YsInstant now,
                    GError **error)
{
  g_auto (YsReportWork) work = { 0 };
  g_autoptr (YsReportFiling) filing = NULL;
  const char *code = NULL;

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, NULL);
  g_return_val_if_fail (kind < YS_N_REPORTS, NULL);

  if (!ys_report_work_init (&work, ledger, registry, standing, options, now, error))
    return NULL;
  filing = ys_report_filing_new (ledger, ys_standing_span (standing), error);
  return filing != NULL ? ys_report_make_coded (&work, filing, kind, FALSE, &code, error) : NULL;
}

void
ys_file_verdict_clear (YsFileVerdict *verdict)
{
  g_return_if_fail (verdict != NULL);

  g_free (verdict->number);
  g_free (verdict->what);
  g_free (verdict->user);
  g_free (verdict->sha256);
  *verdict = (YsFileVerdict){ 0 };
}

/* What was filed last with these bytes. */
static gboolean
find_report (YsLedger *ledger, YsFileVerdict *verdict, GError **error)
{
  YsFiledReport filed = { 0 };
  gint64 id
      = ys_record_store_find (ledger, &ys_filed_report_type, "sha256", verdict->sha256, error);
  const char *dot;

  if (id <= 0)
    return id == 0;
  if (!ys_record_store_load (ledger, &ys_filed_report_type, id, &filed, error))
    return FALSE;
  dot = strrchr (filed.number, '.');
  verdict->filed = TRUE;
  verdict->number
      = g_strndup (filed.number, dot != NULL ? (gsize)(dot - filed.number) : strlen (filed.number));
  verdict->what = g_strdup (filed.what);
  verdict->date = ys_instant_to_date (filed.at);
  verdict->user = g_strdup (filed.user);
  ys_record_clear (&ys_filed_report_type, &filed);
  return TRUE;
}

static gboolean
find_submission (YsLedger *ledger, YsFileVerdict *verdict, GError **error)
{
  YsSubmission *submission = NULL;

  if (!ys_dispatch_find_by_hash (ledger, verdict->sha256, &submission, error))
    return FALSE;
  if (submission == NULL)
    return TRUE;
  verdict->filed = TRUE;
  verdict->number = g_strdup (submission->number);
  verdict->what = g_strdup (submission->what);
  verdict->date = submission->date;
  verdict->user = g_strdup (submission->user);
  ys_record_free (&ys_submission_type, submission);
  return TRUE;
}

gboolean
ys_report_verify (YsLedger *ledger, const char *path, YsFileVerdict *out_verdict, GError **error)
{
  g_return_val_if_fail (ledger != NULL && path != NULL && out_verdict != NULL, FALSE);

  *out_verdict = (YsFileVerdict){ .sha256 = ys_file_sha256 (path, error) };
  if (out_verdict->sha256 != NULL && find_report (ledger, out_verdict, error)
      && (out_verdict->filed || find_submission (ledger, out_verdict, error)))
    return TRUE;
  ys_file_verdict_clear (out_verdict);
  return FALSE;
}
