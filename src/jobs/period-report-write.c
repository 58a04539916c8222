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

/* The files of one report on their way. */
typedef struct
{
  GPtrArray *parts; /* where they are written */
  GPtrArray *paths; /* where they go */
} Volumes;

static void
volumes_clear (Volumes *volumes)
{
  g_clear_pointer (&volumes->parts, g_ptr_array_unref);
  g_clear_pointer (&volumes->paths, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Volumes, volumes_clear)

/* Takes @path. */
static void
add_volume (Volumes *volumes, char *path)
{
  g_ptr_array_add (volumes->paths, path);
  g_ptr_array_add (volumes->parts, part_path (path));
}

/* 附件2.xlsx → 附件2（第1册）.xlsx … where one workbook cannot hold all sheets. */
static void
name_volumes (Volumes *volumes, YsDocument *document, const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  const char *dot = strrchr (path, '.');
  guint n = (ys_document_sheets (document)->len + YS_REPORT_MAX_SHEETS - 1) / YS_REPORT_MAX_SHEETS;

  g_ptr_array_set_size (volumes->parts, 0);
  g_ptr_array_set_size (volumes->paths, 0);
  if (n <= 1 || !g_str_has_suffix (lower, ".xlsx"))
    add_volume (volumes, g_strdup (path));
  else
    for (guint i = 0; i < n; i++)
      add_volume (volumes,
                  g_strdup_printf ("%.*s（第%u册）%s", (int)(dot - path), path, i + 1, dot));
}

static gboolean
export_volume (
    YsReportWork *work, YsDocument *document, const char *part, guint first, GError **error)
{
  GPtrArray *all = ys_document_sheets (document), *sheets = ys_report_sheets_new ();
  g_autoptr (YsDocument) volume = NULL;

  for (guint i = first; i < MIN (first + YS_REPORT_MAX_SHEETS, all->len); i++)
    g_ptr_array_add (sheets, ys_sheet_ref (all->pdata[i]));
  volume = ys_document_new (sheets, ys_document_title (document), ys_document_stem (document),
                            work->created);
  return ys_document_export (volume, part, error);
}

static gboolean
write_parts (YsReportWork *work,
             YsReportFiling *filing,
             YsReportKind kind,
             gboolean anew,
             const char *path,
             Volumes *volumes,
             const char **out_code,
             GError **error)
{
  g_autoptr (YsDocument) document
      = ys_report_make_coded (work, filing, kind, anew, out_code, error);

  if (document == NULL)
    return FALSE;
  name_volumes (volumes, document, path);
  for (guint i = 0; i < volumes->parts->len; i++)
    {
      const char *part = volumes->parts->pdata[i];
      guint first = i * YS_REPORT_MAX_SHEETS;

      if (!(volumes->parts->len == 1 ? ys_document_export (document, part, error)
                                     : export_volume (work, document, part, first, error))
          || !ys_report_check (work, kind, part, first, error))
        return FALSE;
    }
  return TRUE;
}

/* Bytes that are others under a number that is taken (another font, a newer program) get a new one.
 */
static gboolean
write_numbered (YsReportWork *work,
                YsReportFiling *filing,
                YsReportKind kind,
                const char *path,
                Volumes *volumes,
                const char **out_code,
                GError **error)
{
  gboolean clashes = FALSE;

  if (!write_parts (work, filing, kind, FALSE, path, volumes, out_code, error))
    return FALSE;
  for (guint i = 0; i < volumes->parts->len && !clashes; i++)
    {
      const char *part = volumes->parts->pdata[i];
      g_autofree char *sha256 = ys_file_sha256 (part, error);

      if (sha256 == NULL)
        return FALSE;
      clashes = ys_report_filing_clashes (filing, *out_code, part, i, sha256);
    }
  return !clashes || write_parts (work, filing, kind, TRUE, path, volumes, out_code, error);
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

/* All of them or none. */
static gboolean
move_parts (const Volumes *volumes, GError **error)
{
  for (guint i = 0; i < volumes->parts->len; i++)
    if (!move_part (volumes->parts->pdata[i], volumes->paths->pdata[i], error))
      {
        while (i-- > 0)
          g_unlink (volumes->paths->pdata[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
ys_report_write (YsReportWork *work,
                 YsReportFiling *filing,
                 YsReportKind kind,
                 const char *path,
                 GPtrArray *written,
                 GError **error)
{
  g_auto (Volumes) volumes
      = { g_ptr_array_new_with_free_func (g_free), g_ptr_array_new_with_free_func (g_free) };
  const char *code = NULL;

  if (!write_numbered (work, filing, kind, path, &volumes, &code, error)
      || !move_parts (&volumes, error))
    {
      for (guint i = 0; i < volumes.parts->len; i++)
        g_unlink (volumes.parts->pdata[i]);
      return FALSE;
    }
  for (guint i = 0; i < volumes.paths->len; i++)
    {
      g_ptr_array_add (written, g_strdup (volumes.paths->pdata[i]));
      if (!ys_report_filing_add (filing, work->ledger, code, ys_report_name (kind),
                                 volumes.paths->pdata[i], i, work->now, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_report_export (YsLedger *ledger,
                  const YsRegistry *registry,
                  const YsStanding *standing,
                  YsReportKind kind,
                  const YsReportOptions *options,
                  const char *path,
                  YsInstant now,
                  GPtrArray *written,
                  GError **error)
{
  g_auto (YsReportWork) work = { 0 };
  g_autoptr (YsReportFiling) filing = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, FALSE);
  g_return_val_if_fail (kind < YS_N_REPORTS && path != NULL, FALSE);

  if (!ys_report_work_init (&work, ledger, registry, standing, options, now, error))
    return FALSE;
  filing = ys_report_filing_new (ledger, ys_standing_span (standing), error);
  if (filing == NULL)
    return FALSE;
  if (!ys_report_write (&work, filing, kind, path, files, error)
      || !ys_report_filing_write (filing, ledger, error))
    {
      for (guint i = 0; i < files->len; i++)
        g_unlink (files->pdata[i]);
      return FALSE;
    }
  for (guint i = 0; written != NULL && i < files->len; i++)
    g_ptr_array_add (written, g_strdup (files->pdata[i]));
  return TRUE;
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
  dot = strchr (filed.number, '.'); /* before volume and ending */
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
