/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filing the dispatch table: number, correction, refusals, and the filed bytes given back. */
#include "config.h"

#include "dispatch-fixture.h"
#include "job-error.h"
#include "ledger-job.h"

static void
test_submit (Fixture *fixture, gconstpointer data)
{
  YsSubmission *submission = dispatch_fixture_submit (fixture, DUE);

  g_assert_cmpstr (submission->number, ==, "调度〔2026〕20号");
  g_assert_cmpstr (submission->what, ==, "dispatch");
  g_assert_true (ys_date_equal (submission->date, DUE));
  g_assert_true (ys_date_equal (submission->due, DUE));
  g_assert_cmpint (submission->rows.value, ==, 3);
  g_assert_cmpstr (submission->user, ==, "王某某");
  g_assert_cmpint (submission->at, ==, NOW);
  g_assert_cmpint (submission->corrects_id, ==, 0);
  g_assert_cmpstr (submission->file_name, ==,
                   "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月15日）.xlsx");
  ys_record_free (&ys_submission_type, submission);
}

static void
test_unchanged_is_forbidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = NULL;
  g_autoptr (GError) error = NULL;

  dispatch_fixture_file (fixture, DUE);
  dispatch = dispatch_fixture_draw_up (fixture, DUE);
  g_assert_null (ys_dispatch_submit (fixture->ledger, dispatch, NOW, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_cmpint (ys_job_error_exit_code (error), ==, 4);
}

static void
test_correction (Fixture *fixture, gconstpointer data)
{
  gint64 first = dispatch_fixture_file (fixture, DUE);
  YsSubmission *correction;
  g_autoptr (YsDispatch) next = NULL;
  g_autofree char *number = NULL;

  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  correction = dispatch_fixture_submit (fixture, DUE);
  g_assert_cmpstr (correction->number, ==, "调度〔2026〕20号-更1");
  g_assert_cmpint (correction->corrects_id, ==, first);
  g_assert_cmpstr (correction->file_name, ==,
                   "山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月15日）更1.xlsx");
  next = dispatch_fixture_draw_up (fixture, DUE);
  number = ys_dispatch_next_number (next);
  g_assert_cmpstr (number, ==, "调度〔2026〕20号-更2");
  ys_record_free (&ys_submission_type, correction);
}

static void
test_stale_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, DUE);
  g_autoptr (GPtrArray) submissions = NULL;
  g_autoptr (GError) error = NULL;

  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  g_assert_null (ys_dispatch_submit (fixture->ledger, dispatch, NOW, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  g_clear_error (&error);
  submissions = ys_dispatch_submissions (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submissions->len, ==, 0);
}

static void
test_nothing_to_report (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsDispatch) dispatch = dispatch_fixture_draw_up (fixture, DUE);
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_dispatch_submit (fixture->ledger, dispatch, NOW, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

static void
test_filed_again_is_refused (Fixture *fixture, gconstpointer data)
{
  gint64 id = dispatch_fixture_file (fixture, DUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) filed = ys_dispatch_new_filed (fixture->ledger, id, &error);

  g_assert_no_error (error);
  g_assert_null (ys_dispatch_submit (fixture->ledger, filed, NOW, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

/* Filed means filed: registry and office move on, the table does not. */
static void
test_filed_does_not_move (Fixture *fixture, gconstpointer data)
{
  YsOffice office = { .name = (char *)"桑村镇建设局", .level = YS_LEVEL_TOWN };
  gint64 first = dispatch_fixture_file (fixture, DUE);
  g_autoptr (YsDispatch) filed = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *number = NULL;
  g_autofree char *blanks = NULL;
  g_autofree char *doubts = NULL;
  YsSheet *sheet;
  g_autoptr (GError) error = NULL;

  dispatch_fixture_set (fixture, "梅花园", "name", "梅花新园");
  dispatch_fixture_withdraw (fixture, "海洋公寓");
  ys_ledger_job_set_office (fixture->ledger, &office, &error);
  g_assert_no_error (error);
  dispatch_fixture_file (fixture, NEXT_DUE);

  filed = ys_dispatch_new_filed (fixture->ledger, first, &error);
  g_assert_no_error (error);
  rows = dispatch_fixture_rows_to_text (filed);
  number = ys_dispatch_next_number (filed);
  blanks = dispatch_fixture_blanks_to_text (filed);
  doubts = dispatch_fixture_doubts_to_text (filed);
  sheet = g_ptr_array_index (ys_dispatch_sheets (filed), 0);
  g_assert_cmpstr (rows, ==, MEIHUAYUAN SISHIZHONG HAIYANG);
  g_assert_cmpstr (number, ==, "调度〔2026〕20号");
  g_assert_cmpstr (ys_sheet_get (sheet, 1, 0).text, ==, "山城街道办事处");
  g_assert_cmpstr (blanks, ==,
                   "海洋公寓.class 海洋公寓.company 海洋公寓.entry_date 海洋公寓.services "
                   "海洋公寓.manager 海洋公寓.phone");
  g_assert_cmpstr (doubts, ==, "海洋公寓.company");
  g_assert_null (ys_dispatch_against (filed));
}

static void
test_submissions_newest_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  dispatch_fixture_file (fixture, DUE);
  dispatch_fixture_file (fixture, NEXT_DUE);
  list = ys_dispatch_submissions (fixture->ledger, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((YsSubmission *)g_ptr_array_index (list, 0))->number, ==, "调度〔2026〕21号");
  g_assert_cmpstr (((YsSubmission *)g_ptr_array_index (list, 1))->number, ==, "调度〔2026〕20号");
}

static GBytes *
read_file (const char *path)
{
  char *data;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static GBytes *
export_file (Fixture *fixture, const YsDispatch *dispatch, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->root, name, NULL);
  g_autoptr (GError) error = NULL;

  ys_dispatch_export (dispatch, path, &error);
  g_assert_no_error (error);
  return read_file (path);
}

/* The filed bytes come back whatever happened since: reprint twice, export once, all the same, and
 * the workbook's SHA-256 is the one in the record. */
static void
test_reprint (Fixture *fixture, gconstpointer data)
{
  YsSubmission *submission = dispatch_fixture_submit (fixture, DUE);
  g_autofree char *first_folder = g_build_filename (fixture->root, "first", NULL);
  g_autofree char *second_folder = g_build_filename (fixture->root, "second", NULL);
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) second = NULL;
  g_autoptr (YsDispatch) filed = NULL;
  g_autoptr (GBytes) exported = NULL;
  g_autoptr (GBytes) workbook = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  first = ys_dispatch_reprint (fixture->ledger, submission->id, first_folder, &error);
  g_assert_no_error (error);
  dispatch_fixture_set (fixture, "梅花园", "class", "2");
  second = ys_dispatch_reprint (fixture->ledger, submission->id, second_folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (first), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) a = read_file (first[i]);
      g_autoptr (GBytes) b = read_file (second[i]);

      g_assert_true (g_bytes_equal (a, b));
    }
  filed = ys_dispatch_new_filed (fixture->ledger, submission->id, &error);
  g_assert_no_error (error);
  workbook = read_file (first[0]);
  exported = export_file (fixture, filed, "again.xlsx");
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, workbook);
  g_assert_true (g_bytes_equal (workbook, exported));
  g_assert_cmpstr (sha256, ==, submission->sha256);
  ys_record_free (&ys_submission_type, submission);
}

static void
test_no_such_submission (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_dispatch_new_filed (fixture->ledger, 99, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

#define TEST(name, set_up_, data, function)                                                        \
  g_test_add ("/jobs/dispatch-filing/" name, Fixture, data, set_up_, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("submit", dispatch_fixture_set_up, NULL, test_submit);
  TEST ("unchanged-is-forbidden", dispatch_fixture_set_up, NULL, test_unchanged_is_forbidden);
  TEST ("correction", dispatch_fixture_set_up, NULL, test_correction);
  TEST ("stale-is-refused", dispatch_fixture_set_up, NULL, test_stale_is_refused);
  TEST ("nothing-to-report", dispatch_fixture_set_up_empty, NULL, test_nothing_to_report);
  TEST ("filed-again-is-refused", dispatch_fixture_set_up, NULL, test_filed_again_is_refused);
  TEST ("filed-does-not-move", dispatch_fixture_set_up, NULL, test_filed_does_not_move);
  TEST ("reprint", dispatch_fixture_set_up, NULL, test_reprint);
  TEST ("no-such-submission", dispatch_fixture_set_up, NULL, test_no_such_submission);
  TEST ("submissions-newest-first", dispatch_fixture_set_up, NULL, test_submissions_newest_first);
  return g_test_run ();
}
