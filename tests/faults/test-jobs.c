/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A full, broken or read-only disk at every step of what the office does: importing a file, filing
 * the dispatch table, adding a photo, changing the calendar or a catalogue, entering and reporting
 * findings, a sheet, a decision, finalising, opening in the morning with the day's backup. All of
 * it is there, or nothing. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "backup.h"
#include "calendar-fixture.h"
#include "case-job.h"
#include "catalogue-job.h"
#include "dispatch.h"
#include "entry-fixture.h"
#include "fault-sweep.h"
#include "finding-import.h"
#include "fixture.h"
#include "import-batch.h"
#include "import.h"
#include "ledger-job.h"
#include "period-fixture.h"
#include "photo-fixture.h"
#include "photo.h"

#define NOW G_GINT64_CONSTANT (1792024200)
#define DUE ((YsDate){ 2026, 10, 15 })

/* The last heading is chosen by a person: it is remembered with the ledger. */
#define HEADS "社区\t小区\t类别\t物业企业\t其他情况\n"
#define N_ROWS 3
#define ROWS                                                                                       \
  "梅园社区\t安居小区\t1\t安和物业\t示例\n"                                          \
  "紫薇社区\t梅花园\t2\t润家物业\t\n"                                                   \
  "紫薇社区\t海洋公寓\t3\t安和物业\t示例\n"

/* One community (1) with one compound (1), of which there is a backup. */
static void
prepare_ledger (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  gint64 community = fixture_add_community (ledger, "梅园社区", NULL);
  fixture_add_compound (ledger, community, "龙珠百合");
}

/* What the sentence about a full disk says must be so. */
static gboolean said_unchanged;

static gboolean
note_outcome (gboolean done, GError **error)
{
  said_unchanged = !done && g_error_matches (*error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DISK_FULL);
  return done;
}

#define CASE_HEADS "案卷号\t级别\t小区\t小类\t派遣时间\t回复时间\n"
#define CASE_ROWS                                                                                  \
  "N1\t市级\t龙珠百合\tA1-08\t2026-10-12 09:00\t2026-10-12 10:00\n"                          \
  "N2\t区级\t龙珠百合\tA1-01\t2026-10-12 09:00\t\n"

static YsLedger *
open_ledger (const char *folder, GError **error)
{
  return ys_ledger_open (folder, YS_LEDGER_WRITE, USER, NULL, error);
}

static YsLedger *
open_and_verify (const char *folder)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = open_ledger (folder, &error);
  g_assert_no_error (error);
  fixture_assert_verifies (ledger);
  return ledger;
}

/* Every file that is there is whole, and there is no other file. */
static guint
check_backups (const char *folder)
{
  g_autoptr (GPtrArray) backups = ys_backup_list (folder, NULL);
  g_autofree char *path = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;
  for (guint i = 0; i < backups->len; i++)
    g_assert_true (((YsBackupInfo *)backups->pdata[i])->readable);
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, backups->len);
  return backups->len;
}

static gboolean
import_into (YsLedger *ledger, GError **error)
{
  char *mapping[] = { (char *)"其他情况=remark", NULL };
  const YsImportOptions options = { .mapping = mapping, .today = DUE };
  g_autoptr (YsImport) import = ys_import_new_from_paste (ledger, HEADS ROWS, &options, error);
  if (import == NULL)
    return FALSE;
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_NEW), ==, N_ROWS);
  return ys_import_apply (import, ledger, FALSE, NOW, NULL, NULL, NULL, NULL, error);
}

static gboolean
act_import (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && import_into (ledger, error), error);
}

/* TRUE when the file's rows are there with their community, companies and batch; never a part. */
static gboolean
is_imported (YsLedger *ledger)
{
  gint64 batches = ys_record_store_count (ledger, &ys_import_batch_type, NULL);
  g_assert_cmpint (batches, >=, 0);
  g_assert_cmpint (batches, <=, 1);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_compound_type, NULL), ==,
                   1 + N_ROWS * batches);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_community_type, NULL), ==, 1 + batches);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_company_type, NULL), ==, 2 * batches);
  /* Three lines before; then the rows, a community, two companies, the batch. */
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + (N_ROWS + 4) * batches);
  return batches == 1;
}

static void
check_import (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gboolean imported = is_imported (ledger);
  g_assert_true (imported || !done);
  g_assert_false (imported && said_unchanged);
  check_backups (folder);
}

/* What was refused for want of room goes through in the same window once there is some. */
static gboolean
act_import_again (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  if (ledger == NULL)
    return FALSE;
  if (import_into (ledger, error))
    return TRUE;
  fault_vfs_disarm ();
  if (is_imported (ledger))
    return FALSE; /* written, but the disk could not say so */
  g_autoptr (GError) second = NULL;
  g_assert_true (import_into (ledger, &second));
  g_assert_no_error (second);
  return FALSE;
}

static void
check_import_again (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_assert_true (is_imported (ledger) || !done);
}

/* Two cases, one of them replied, with their batch. */
static gboolean
act_import_cases (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (CASE_HEADS CASE_ROWS, NULL);
  g_autoptr (YsCaseImport) import
      = ledger != NULL ? ys_case_import_new (ledger, workbook, "案卷.txt", NULL, NOW, error) : NULL;
  if (import == NULL)
    return note_outcome (FALSE, error);
  g_assert_cmpuint (ys_case_import_count (import, YS_VERDICT_NEW), ==, 2);
  return note_outcome (ys_case_import_apply (import, ledger, FALSE, FALSE, error) > 0, error);
}

/* Both cases, the reply and the batch, or none of them. */
static void
check_import_cases (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 batches = ys_record_store_count (ledger, &ys_import_batch_type, NULL);
  g_assert_cmpint (batches, >=, done ? 1 : 0);
  g_assert_cmpint (batches, <=, said_unchanged ? 0 : 1);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_case_type, NULL), ==, 2 * batches);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_event_type, NULL), ==, batches);
  /* Three lines before; two cases, an event, the replied case as it then stands, the batch. */
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + 5 * batches);
  check_backups (folder);
}

#define FINDING_HEADS "小区\t级别\t方式\t检查时间\t条款\t处数\n"
#define FINDING_ROWS                                                                               \
  "龙珠百合\t市级\t暗访\t2026-10-12 09:00\tA1-08\t2\n"                                     \
  "龙珠百合\t市级\t暗访\t2026-10-12 09:00\tA1-01\t\n"                                      \
  "龙珠百合\t区级\t暗访\t2026-10-12 09:00\t\t\n"

/* A visit of two findings, a clean one and their batch. */
static gboolean
act_import_findings (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (FINDING_HEADS FINDING_ROWS, NULL);
  g_autoptr (YsFindingImport) import
      = ledger != NULL ? ys_finding_import_new (ledger, workbook, "清单.txt", NULL, NOW, error)
                       : NULL;
  if (import == NULL)
    return note_outcome (FALSE, error);
  g_assert_cmpuint (ys_finding_import_count (import, YS_VERDICT_NEW), ==, 3);
  return note_outcome (ys_finding_import_apply (import, ledger, FALSE, FALSE, error) > 0, error);
}

/* Both visits, the findings and the batch, or none of them. */
static void
check_import_findings (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 batches = ys_record_store_count (ledger, &ys_import_batch_type, NULL);
  g_assert_cmpint (batches, >=, done ? 1 : 0);
  g_assert_cmpint (batches, <=, said_unchanged ? 0 : 1);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_inspection_type, NULL), ==, 2 * batches);
  g_assert_cmpint (ys_record_store_count (ledger, &ys_finding_type, NULL), ==, 2 * batches);
  /* Three lines before; two visits, two findings, the batch. */
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + 5 * batches);
  check_backups (folder);
}

static gboolean
act_submit (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  g_autoptr (YsDispatch) dispatch = ledger ? ys_dispatch_new (ledger, DUE, error) : NULL;
  YsSubmission *submission
      = dispatch == NULL ? NULL : ys_dispatch_submit (ledger, dispatch, NOW, error);
  gboolean done = submission != NULL;
  ys_record_free (&ys_submission_type, submission);
  return note_outcome (done, error);
}

/* Filed with its number, its workbook and its PDF, and reprinted from them; or not filed. */
static void
check_submit (const char *folder, gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_autoptr (GPtrArray) filed = ys_dispatch_submissions (ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (filed->len, <=, 1);
  g_assert_true (filed->len == 1 || !done);
  g_assert_false (filed->len == 1 && said_unchanged);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + 3 * filed->len);
  if (filed->len == 0)
    return;
  gint64 id = ((YsSubmission *)filed->pdata[0])->id;
  g_autofree char *printed = g_strconcat (folder, "-printed", NULL);
  g_assert_cmpint (g_mkdir (printed, 0700), ==, 0);
  g_auto (GStrv) paths = ys_dispatch_reprint (ledger, id, printed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (paths), ==, 2);
}

static void
prepare_photo (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  photo_fixture_prepare (ledger, fixture_add_community (ledger, "梅园社区", NULL));
}

static gboolean
act_photo (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && photo_fixture_add (ledger, 1, 1, error), error);
}

/* A file too many does no harm; a row too many would be found by verifying. */
static void
check_photo (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 n = ys_record_store_count (ledger, &ys_photo_type, NULL);
  g_assert_cmpint (n, <=, 1);
  g_assert_true (n == 1 || !done);
  g_assert_false (n == 1 && said_unchanged);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 4 + n);
}

static gboolean
act_entry (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && entry_fixture_inspect (ledger, NULL, error) != 0, error);
}

/* The visit with every row of it, or nothing. */
static void
check_entry (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 n = ys_record_store_count (ledger, &ys_inspection_type, NULL);
  g_assert_cmpint (n, <=, 1);
  g_assert_true (n == 1 || !done);
  g_assert_false (n == 1 && said_unchanged);
  g_assert_cmpuint (entry_fixture_check (ledger, 3), ==, 0);
}

static void
prepare_report (const char *folder)
{
  g_autoptr (GError) error = NULL;
  prepare_ledger (folder);
  g_autoptr (YsLedger) ledger = open_ledger (folder, &error);
  g_assert_cmpint (entry_fixture_inspect (ledger, NULL, &error), ==, 1);
  g_assert_no_error (error);
}

static gboolean
act_report (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && entry_fixture_report (ledger, 1, error), error);
}

/* All are reported, or none is. */
static void
check_report (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  guint n = entry_fixture_check (ledger, 3);
  g_assert_true (n == 1 || !done);
  g_assert_false (n == 1 && said_unchanged);
}

#define N_FINDINGS 3

static void
prepare_calendar (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  calendar_fixture_prepare (ledger, fixture_add_community (ledger, "梅园社区", NULL), N_FINDINGS);
}

static gboolean
act_calendar (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && calendar_fixture_mark (ledger, 1, error), error);
}

/* The day and every deadline that it moves, or neither. */
static void
check_calendar (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  gint64 n = calendar_fixture_check (ledger);
  g_assert_cmpint (n, <=, 1);
  g_assert_true (n == 1 || !done);
  g_assert_false (n == 1 && said_unchanged);
  /* Community, compound, inspection, findings; then the day and the findings once more. */
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 4 + N_FINDINGS + n * (1 + N_FINDINGS));
}

#define FROM ((YsDate){ 2026, 10, 1 })
#define NEW_LIMIT 9

static gboolean
act_catalogue (const char *folder, GError **error)
{
  static const YsClauseEdit edit = { "A1-01", "limit", "9d" };
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL
                           && ys_catalogue_set (ledger, &edit, 1, FROM, "示例", DUE, NULL, error),
                       error);
}

/* The new version with every clause of the old one, or no new version. */
static void
check_catalogue (const char *folder, gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_autoptr (GPtrArray) versions = ys_catalogue_versions (ledger, YS_ANNEX_1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, >=, done ? 2 : 1);
  g_assert_cmpuint (versions->len, <=, said_unchanged ? 1 : 2);
  g_autoptr (YsCatalogueBook) old
      = ys_catalogue_load_version (ledger, YS_RECORD_ID (versions->pdata[versions->len - 1]), NULL);
  g_autoptr (YsCatalogueBook) now = ys_catalogue_load (ledger, YS_ANNEX_1, DUE, &error);
  g_assert_no_error (error);
  guint n = ys_catalogue_book_n_clauses (old);
  g_assert_cmpuint (n, ==, 26);
  g_assert_cmpuint (ys_catalogue_book_n_clauses (now), ==, n);
  g_autoptr (GPtrArray) changes = ys_catalogue_compare (old, now);
  g_assert_cmpuint (changes->len, ==, versions->len - 1);
  if (versions->len == 2)
    g_assert_cmpint (ys_catalogue_book_find (now, "A1-01")->limit_amount.value, ==, NEW_LIMIT);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + (versions->len - 1) * (1 + n));
}

static void
prepare_sheet (const char *folder)
{
  g_autoptr (GError) error = NULL;
  prepare_ledger (folder);
  g_autoptr (YsLedger) ledger = open_ledger (folder, &error);
  period_fixture_prepare (ledger, 1);
  g_assert_true (period_fixture_visit (ledger, 1, &error));
  g_assert_no_error (error);
}

/* Three lines before, two compounds, three visits. */
#define LINES_BEFORE 8

static gboolean
act_sheet (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && period_fixture_sheet (ledger, 1, 1, error), error);
}

/* All that was written is there, or nothing of it: @n of @n_lines each, after @before. */
static void
check_lines (YsLedger *ledger, gint64 n, gint64 before, gint64 n_lines, gboolean done)
{
  g_assert_cmpint (n, <=, 1);
  g_assert_true (n == 1 || !done);
  g_assert_false (n == 1 && said_unchanged);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, before + n * n_lines);
}

static void
check_sheet (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_assert_cmpint (period_fixture_check (ledger), ==, 0);
  check_lines (ledger, ys_record_store_count (ledger, &ys_assessment_type, NULL), LINES_BEFORE,
               PERIOD_SHEET_LINES, done);
}

static void
prepare_decide (const char *folder)
{
  g_autoptr (GError) error = NULL;
  prepare_sheet (folder);
  g_autoptr (YsLedger) ledger = open_ledger (folder, &error);
  for (gint64 compound = 1; compound <= 3; compound++)
    g_assert_true (period_fixture_sheet (ledger, 1, compound, &error));
  g_assert_no_error (error);
}

#define LINES_OF_SHEETS (LINES_BEFORE + 3 * PERIOD_SHEET_LINES)

static gboolean
act_decide (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && period_fixture_decide (ledger, 1, error), error);
}

static void
check_decide (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  g_assert_cmpint (period_fixture_check (ledger), ==, 0);
  check_lines (ledger, ys_record_store_count (ledger, &ys_award_decision_type, NULL) / 3,
               LINES_OF_SHEETS, PERIOD_DECIDE_LINES, done);
}

static void
prepare_finalise (const char *folder)
{
  g_autoptr (GError) error = NULL;
  prepare_decide (folder);
  g_autoptr (YsLedger) ledger = open_ledger (folder, &error);
  g_assert_true (period_fixture_decide (ledger, 1, &error));
  g_assert_no_error (error);
}

static gboolean
act_finalise (const char *folder, GError **error)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, error);
  return note_outcome (ledger != NULL && period_fixture_finalise (ledger, 1, error), error);
}

/* Finalised with its version, or open and without one. */
static void
check_finalise (const char *folder, gboolean done)
{
  g_autoptr (YsLedger) ledger = open_and_verify (folder);
  check_lines (ledger, period_fixture_check (ledger), LINES_OF_SHEETS + PERIOD_DECIDE_LINES,
               PERIOD_FINALISE_LINES, done);
}

/* Opening makes the day's backup; one that fails is told, but keeps nothing shut. */
static gboolean
act_morning (const char *folder, GError **error)
{
  YsLedger *ledger = ys_ledger_job_open (folder, YS_LEDGER_WRITE, USER, NOW, NULL, error);
  if (ledger == NULL)
    return FALSE;
  gboolean failed = (ys_ledger_job_warnings (ledger) & YS_LEDGER_BACKUP_FAILED) != 0;
  g_assert_cmpuint (failed ? 0 : 2, <=, check_backups (folder));
  ys_ledger_job_close (ledger);
  return TRUE;
}

/* The next opening makes what is missing. */
static void
check_morning (const char *folder, gboolean done)
{
  g_autoptr (GError) error = NULL;
  check_backups (folder);
  YsLedger *ledger = ys_ledger_job_open (folder, YS_LEDGER_WRITE, USER, NOW, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (check_backups (folder), ==, 2);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3);
  ys_ledger_job_close (ledger);
}

static const FaultCase cases[] = {
  { "import", prepare_ledger, act_import, check_import, 8 },
  { "import-again", prepare_ledger, act_import_again, check_import_again, 16 },
  { "import-cases", prepare_ledger, act_import_cases, check_import_cases, 36 },
  { "import-findings", prepare_ledger, act_import_findings, check_import_findings, 36 },
  { "dispatch", prepare_ledger, act_submit, check_submit, 36 },
  { "photo", prepare_photo, act_photo, check_photo, 12 },
  { "entry", prepare_ledger, act_entry, check_entry, 36 },
  { "report", prepare_report, act_report, check_report, 48 },
  { "calendar", prepare_calendar, act_calendar, check_calendar, 36 },
  { "catalogue", prepare_ledger, act_catalogue, check_catalogue, 36 },
  { "sheet", prepare_sheet, act_sheet, check_sheet, 72 },
  { "decide", prepare_decide, act_decide, check_decide, 96 },
  { "finalise", prepare_finalise, act_finalise, check_finalise, 96 },
  { "morning", prepare_ledger, act_morning, check_morning, 24 },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  fault_sweep_add_tests (cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
