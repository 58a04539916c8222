/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Official tables of a small October, every figure worked out by hand, as files that are filed,
 * read back and verified. */
#include "config.h"

#include "score-fixture.h"

#include "award-record.h"
#include "inspection.h"
#include "job-error.h"
#include "period-job.h"
#include "period-report.h"
#include "platform-case.h"
#include "record-store.h"
#include "workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW "2026-10-13T09:00"
#define CITY YS_INSPECTION_LEVEL_CITY
#define DISTRICT YS_INSPECTION_LEVEL_DISTRICT

/* 甲: A1-08 not repaired in 2 hours: 2.00; 98.00. Annex 2: −5 + 4 = 99.00: 58.80 + 39.60 = 98.40.
 * 乙: A1-01, three places, not due: 3.00; 97.00: 58.20 + 40.00 = 98.20. 丙 was not visited. */
static void
enter (ScoreFixture *fixture)
{
  score_visit (fixture, fixture->a, CITY, "2026-10-12T09:00", "A1-08");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-05=1 A2-14=2");
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-12T09:00", "A1-01*3");
}

typedef struct
{
  YsRegistry *registry;
  YsStanding *standing;
  YsReportOptions options;
} Look;

static void
look_clear (Look *look)
{
  ys_standing_unref (look->standing);
  ys_registry_unref (look->registry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
look_init (Look *look, ScoreFixture *fixture, const char *period, const char *now)
{
  g_autoptr (GError) error = NULL;

  *look = (Look){ 0 };
  look->registry = ys_registry_load (fixture->base.ledger, &error);
  g_assert_no_error (error);
  look->standing = score_load (fixture, period, now, NULL);
}

static YsDocument *
make (ScoreFixture *fixture, const Look *look, YsReportKind kind)
{
  g_autoptr (GError) error = NULL;
  YsDocument *document = ys_report_document (fixture->base.ledger, look->registry, look->standing,
                                             kind, &look->options, score_instant (NOW), &error);

  g_assert_no_error (error);
  return document;
}

static char *export(ScoreFixture *fixture, const Look *look, YsReportKind kind, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->base.root, name, NULL);

  ys_report_export (fixture->base.ledger, look->registry, look->standing, kind, &look->options,
                    path, score_instant (NOW), NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* (transfer full): the cells of a row that say something, parted by | */
static char *
row_text (YsDocument *document, guint index, guint row)
{
  const YsSheet *sheet = ys_document_sheets (document)->pdata[index];
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
    {
      g_autofree char *cell = ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));

      if (*cell != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

static void
assert_row (YsDocument *document, guint index, guint row, const char *expected)
{
  g_autofree char *text = row_text (document, index, row);

  g_assert_cmpstr (text, ==, expected);
}

/* (transfer full): the last line of the first sheet */
static char *
code_of (YsDocument *document)
{
  const YsSheet *sheet = ys_document_sheets (document)->pdata[0];
  char *text = row_text (document, 0, ys_sheet_n_rows (sheet) - 1);

  g_assert_true (g_str_has_prefix (text, "验证码：考评〔2026〕10号-"));
  return text;
}

static void
test_ranking (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  YsSheet *sheet;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  document = make (fixture, &look, YS_REPORT_RANKING);
  sheet = ys_document_sheets (document)->pdata[0];
  assert_row (document, 0, 1, "考评周期：2026年10月　　未定稿|填报时间：2026年10月13日");
  assert_row (document, 0, 2,
              "名次|小区|社区|长效得分\n（占60%）|物业得分\n（占40%）|加分|总分|升降|奖次");
  g_assert_cmpint (ys_sheet_get (sheet, 3, 0).number, ==, 1);
  g_assert_cmpstr (ys_sheet_get (sheet, 3, 1).text, ==, "甲苑");
  g_assert_cmpint (ys_sheet_get (sheet, 3, 3).number, ==, 9800);
  g_assert_cmpint (ys_sheet_get (sheet, 3, 4).number, ==, 9900);
  g_assert_cmpint (ys_sheet_get (sheet, 3, 6).number, ==, 9840);
  g_assert_cmpstr (ys_sheet_get (sheet, 3, 8).text, ==, "一等奖");
  g_assert_cmpstr (ys_sheet_get (sheet, 4, 1).text, ==, "乙苑");
  g_assert_cmpint (ys_sheet_get (sheet, 4, 6).number, ==, 9820);
  assert_row (document, 0, 6, "未参评（本期没有计分的检查）：丙苑");
}

/* Two places of the first class are won, the second and third classes stay vacant. */
static void
test_awards (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  static const char *const rows[]
      = { "1|一等奖（2名）|3000/名|甲苑|3000.00",
          "乙苑|3000.00",
          "2|二等奖（2名）|2024/名|（空缺）",
          "（空缺）",
          "3|三等奖（2名）|1000/名|（空缺）",
          "（空缺）",
          "4|“红色物业”（1个）|2024/个|（空缺）",
          "合计|6000.00",
          "备注：须物业制表奖励到个人，领取表由镇审核后发放，领取人为小区负责人。" };

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  document = make (fixture, &look, YS_REPORT_AWARDS);
  assert_row (document, 0, 0, "附件4：");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_row (document, 0, 4 + i, rows[i]);
}

/* 甲、乙、丙 clean: three share rank 1, the places carry first, first, second. */
static void
test_pending (ScoreFixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { fixture->a, fixture->b, fixture->c };
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    score_visit (fixture, ids[i], CITY, "2026-10-12T09:00", "");
  look_init (&look, fixture, "2026-10", NOW);
  document = make (fixture, &look, YS_REPORT_AWARDS);
  assert_row (document, 0, 4, "1|一等奖（2名）|3000/名|甲苑、乙苑、丙苑|待定");
  assert_row (document, 0, 5, "待定");
  assert_row (document, 0, 6, "2|二等奖（2名）|2024/名|甲苑、乙苑、丙苑|待定");
  assert_row (document, 0, 7, "（空缺）");
  assert_row (document, 0, 11, "合计（不含待定）|0.00");
}

static void
test_deductions (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  g_autofree char *late = NULL, *path = NULL;
  gint64 fault = score_case (fixture, fixture->a, "2026-10-12T09:00");

  enter (fixture);
  score_confirm (fixture, fault, YS_FAULT_PASSING, "2026-10-12T10:00");
  look_init (&look, fixture, "2026-10", NOW);
  look.options.compound_id = fixture->a;
  document = make (fixture, &look, YS_REPORT_DEDUCTIONS);
  late = row_text (document, 0, 3);
  /* 1.00 doubled, then the fault's 2.00. */
  g_assert_nonnull (strstr (late, "|A1-08|"));
  g_assert_nonnull (strstr (late, "|1|1.00|"));
  g_assert_nonnull (strstr (late, "|2.00|逾期双倍"));
  assert_row (document, 0, 5, "合计|2|4.00");
  path = export(fixture, &look, YS_REPORT_DEDUCTIONS, "扣分.xlsx");
}

static void
test_annex2 (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->base.root, "附件2.xlsx", NULL);
  gboolean found = FALSE;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  document = make (fixture, &look, YS_REPORT_ANNEX2);
  for (guint row = 0; row < ys_sheet_n_rows (ys_document_sheets (document)->pdata[0]); row++)
    {
      g_autofree char *text = row_text (document, 0, row);

      found = found || g_str_equal (text, "合计|-1.00");
    }
  g_assert_true (found);
  /* Another line came after the standing was read: the file would not say what the standing does.
   */
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-14=3");
  g_assert_false (ys_report_export (fixture->base.ledger, look.registry, look.standing,
                                    YS_REPORT_ANNEX2, NULL, path, score_instant (NOW), NULL,
                                    &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
set_share (GPtrArray *shares, const char *name, gint64 amount)
{
  YsPayout *share = ys_record_new (&ys_payout_type);

  share->name = g_strdup (name);
  share->amount = YS_NUMBER (amount);
  share->account = g_strdup ("6200000000000001");
  g_ptr_array_add (shares, share);
}

/* 3000.00 = 1000.01 + 1999.99; the account only where it is asked for. */
static void
test_payout (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shares = g_ptr_array_new ();
  g_autoptr (YsDocument) plain = NULL, personal = NULL;
  g_autofree char *path = NULL;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  set_share (shares, "王某某", 100001);
  set_share (shares, "李某某", 199999);
  ys_payout_set (fixture->base.ledger, look.standing, fixture->a, YS_PRIZE_FIRST, shares, &error);
  g_assert_no_error (error);
  look.options.compound_id = fixture->a;
  plain = make (fixture, &look, YS_REPORT_PAYOUT);
  assert_row (plain, 0, 2, "小区：甲苑　　奖次：一等奖　　奖补资金：3000.00 元");
  assert_row (plain, 0, 3, "序号|小区|姓名|金额\n（元）|签字");
  assert_row (plain, 0, 4, "1|甲苑|王某某|1000.01");
  assert_row (plain, 0, 5, "2|甲苑|李某某|1999.99");
  assert_row (plain, 0, 6, "合计|3000.00");
  look.options.with_personal = TRUE;
  personal = make (fixture, &look, YS_REPORT_PAYOUT);
  assert_row (personal, 0, 4, "1|甲苑|王某某|1000.01|6200000000000001");
  path = export(fixture, &look, YS_REPORT_PAYOUT, "领取表.xlsx");
  for (guint i = 0; i < shares->len; i++)
    ys_record_free (&ys_payout_type, shares->pdata[i]);
}

static void
test_annual (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  YsSheet *sheet;
  g_autofree char *path = NULL;

  enter (fixture);
  score_visit (fixture, fixture->a, CITY, "2026-09-10T09:00", "");
  look_init (&look, fixture, "2026-10", NOW);
  document = make (fixture, &look, YS_REPORT_ANNUAL);
  sheet = ys_document_sheets (document)->pdata[0];
  g_assert_cmpstr (ys_sheet_get (sheet, 3, 3).text, ==, "—");                 /* January */
  g_assert_cmpint (ys_sheet_get (sheet, 3, 3 + 8).number, ==, 10000);         /* September */
  g_assert_cmpint (ys_sheet_get (sheet, 3, 3 + 9).number, ==, 9840);          /* October */
  g_assert_cmpint (ys_sheet_get (sheet, 3, 3 + 10).kind, ==, YS_VALUE_EMPTY); /* to come */
  path = export(fixture, &look, YS_REPORT_ANNUAL, "年度.xlsx");
}

static guint
count_filed (ScoreFixture *fixture)
{
  return (guint)ys_record_store_count (fixture->base.ledger, &ys_filed_report_type, NULL);
}

/* The same figures have the same code and are filed once; one finding more is another content. */
static void
test_code (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_auto (Look) later = { 0 };
  g_autoptr (YsDocument) seen = NULL, other = NULL;
  g_autofree char *code = NULL, *other_code = NULL, *first = NULL, *second = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  seen = make (fixture, &look, YS_REPORT_RANKING);
  code = code_of (seen);
  first = export(fixture, &look, YS_REPORT_RANKING, "一.xlsx");
  second = export(fixture, &look, YS_REPORT_RANKING, "二.xlsx");
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  workbook = ys_workbook_read_file (second, NULL, NULL);
  grid = ys_workbook_sheet (workbook, 0);
  g_assert_cmpstr (ys_grid_text (grid, ys_grid_n_rows (grid) - 1, 0), ==, code);
  score_visit (fixture, fixture->b, DISTRICT, "2026-10-12T10:00", "A1-02");
  look_init (&later, fixture, "2026-10", NOW);
  other = make (fixture, &later, YS_REPORT_RANKING);
  other_code = code_of (other);
  g_assert_cmpstr (other_code, !=, code);
}

static void
assert_verified (ScoreFixture *fixture, const char *path, const char *what)
{
  g_autoptr (GError) error = NULL;
  YsFileVerdict verdict = { 0 };

  g_assert_true (ys_report_verify (fixture->base.ledger, path, &verdict, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (verdict.sha256), ==, 64);
  g_assert_cmpint (verdict.filed, ==, what != NULL);
  g_assert_cmpstr (verdict.what, ==, what);
  g_assert_cmpint (verdict.number != NULL, ==, what != NULL);
  ys_file_verdict_clear (&verdict);
}

static void
test_verify (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autofree char *path = NULL, *pdf = NULL, *text = NULL, *bytes = NULL;
  gsize length;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  path = export(fixture, &look, YS_REPORT_RANKING, "排名.xlsx");
  pdf = export(fixture, &look, YS_REPORT_RANKING, "排名.pdf");
  text = export(fixture, &look, YS_REPORT_BULLETIN, "简报.docx");
  assert_verified (fixture, path, "ranking");
  assert_verified (fixture, pdf, "ranking");
  assert_verified (fixture, text, "bulletin");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  bytes[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, bytes, (gssize)length, NULL));
  assert_verified (fixture, path, NULL);
}

/* What is final is the same file on another day. */
static void
test_final (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *again = g_build_filename (fixture->base.root, "再.xlsx", NULL);

  enter (fixture);
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
  look_init (&look, fixture, "2026-10", "2026-11-03T09:00");
  path = export(fixture, &look, YS_REPORT_RANKING, "定稿.xlsx");
  ys_report_export (fixture->base.ledger, look.registry, look.standing, YS_REPORT_RANKING, NULL,
                    again, score_instant ("2026-12-24T09:00"), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_filed (fixture), ==, 1);
  assert_verified (fixture, again, "ranking");
}

static guint
check_manifest (ScoreFixture *fixture, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "清单.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (; *lines[n] != '\0'; n++)
    {
      g_autofree char *file = g_build_filename (folder, lines[n] + 66, NULL);
      g_autofree char *bytes = NULL;
      g_autofree char *sum = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (file, &bytes, &length, NULL));
      sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *)bytes, length);
      g_assert_true (g_str_has_prefix (lines[n], sum));
    }
  assert_verified (fixture, path, "manifest");
  return n;
}

static void
on_progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  g_assert_cmpuint (done, <=, total);
  *(guint *)user_data += 1;
}

static void
on_cancel_cb (guint64 done, guint64 total, gpointer user_data)
{
  if (done == 4)
    g_cancellable_cancel (user_data);
}

static void
test_folder (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (GError) error = NULL, cancelled = NULL, full = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = g_build_filename (fixture->base.root, "整套", NULL);
  g_autofree char *other = g_build_filename (fixture->base.root, "停", NULL);
  YsLedger *ledger = fixture->base.ledger;
  guint n_calls = 0, n_files;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  g_assert_false (ys_report_export_all (ledger, look.registry, look.standing, NULL, other,
                                        score_instant (NOW), on_cancel_cb, cancellable, cancellable,
                                        &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_filed (fixture), ==, 0);
  ys_report_export_all (ledger, look.registry, look.standing, NULL, folder, score_instant (NOW),
                        on_progress_cb, &n_calls, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_calls, >, 10);
  n_files = check_manifest (fixture, folder);
  /* Each file, and the manifest twice. */
  g_assert_cmpuint (count_filed (fixture), ==, n_files + 2);
  g_assert_false (ys_report_export_all (ledger, look.registry, look.standing, NULL, folder,
                                        score_instant (NOW), NULL, NULL, NULL, &full));
  g_assert_error (full, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

static void
test_refused (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsStanding) trial = NULL;
  g_autoptr (GError) none = NULL, tried = NULL;

  enter (fixture);
  look_init (&look, fixture, "2026-10", NOW);
  g_assert_null (ys_report_document (fixture->base.ledger, look.registry, look.standing,
                                     YS_REPORT_ANNEX3, NULL, score_instant (NOW), &none));
  g_assert_error (none, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  trial = score_load (fixture, "2026-10", NOW, "weights=70/30");
  g_assert_null (ys_report_document (fixture->base.ledger, look.registry, trial, YS_REPORT_RANKING,
                                     NULL, score_instant (NOW), &tried));
  g_assert_error (tried, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/period-report/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("ranking", test_ranking);
  ADD ("awards", test_awards);
  ADD ("pending", test_pending);
  ADD ("deductions", test_deductions);
  ADD ("annex2", test_annex2);
  ADD ("payout", test_payout);
  ADD ("annual", test_annual);
  ADD ("code", test_code);
  ADD ("verify", test_verify);
  ADD ("final", test_final);
  ADD ("folder", test_folder);
  ADD ("refused", test_refused);
  return g_test_run ();
}
