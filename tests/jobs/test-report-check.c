/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that says anything but what the ledger says is not left there: one cell of each kind of
 * table is altered and must be found. And tables of more sheets than one workbook takes. */
#include "config.h"

#include "score-fixture.h"

#include "inspection.h"
#include "job-error.h"
#include "period-report-private.h"
#include "workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW "2026-10-13T09:00"

/* 甲: two findings and an annex 2 and annex 3 sheet, a share of its prize; 乙: one finding. */
static void
enter (ScoreFixture *fixture)
{
  fixture_set (&fixture->base, fixture->a, "party_branch", "yes");
  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, "2026-09-10T09:00", "");
  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, "2026-10-12T09:00", "A1-08 A1-02*2");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_2, "A2-05=1 A2-14=2");
  score_sheet (fixture, fixture->a, "2026-10", YS_ANNEX_3, "A3-01=1 A3-02=3 A3-05=2");
  score_visit (fixture, fixture->b, YS_INSPECTION_LEVEL_DISTRICT, "2026-10-12T09:00", "A1-01*3");
}

typedef struct
{
  YsRegistry *registry;
  YsStanding *standing;
  YsReportOptions options;
  YsReportWork work;
} Look;

static void
look_clear (Look *look)
{
  ys_report_work_clear (&look->work);
  ys_standing_unref (look->standing);
  ys_registry_unref (look->registry);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
look_init (Look *look, ScoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  look->registry = ys_registry_load (fixture->base.ledger, &error);
  g_assert_no_error (error);
  look->standing = score_load (fixture, "2026-10", NOW, NULL);
  ys_report_work_init (&look->work, fixture->base.ledger, look->registry, look->standing,
                       &look->options, score_instant (NOW), &error);
  g_assert_no_error (error);
}

/* @row: from 1 under the head; 0: the row of the total. */
typedef struct
{
  YsReportKind kind;
  const char *column;
  guint row;
  gboolean one; /* of 甲苑 alone */
  guint sheet;
} Cell;

static const Cell cells[] = {
  { YS_REPORT_RANKING, "名次", 1 },
  { YS_REPORT_RANKING, "小区", 1 },
  { YS_REPORT_RANKING, "长效得分", 2 },
  { YS_REPORT_RANKING, "物业得分", 1 },
  { YS_REPORT_RANKING, "加分", 2 },
  { YS_REPORT_RANKING, "总分", 1 },
  { YS_REPORT_RANKING, "升降", 1 },
  { YS_REPORT_RANKING, "奖次", 1 },
  { YS_REPORT_AWARDS, "获奖小区", 1 },
  { YS_REPORT_AWARDS, "金额", 2 },
  { YS_REPORT_AWARDS, "金额", 4 },
  { YS_REPORT_AWARDS, "金额", 0 },
  { YS_REPORT_PAYOUT, "小区", 1 },
  { YS_REPORT_PAYOUT, "金额", 1 },
  { YS_REPORT_PAYOUT, "金额", 0 },
  { YS_REPORT_DEDUCTIONS, "序号", 1 },
  { YS_REPORT_DEDUCTIONS, "处数", 1 },
  { YS_REPORT_DEDUCTIONS, "处数", 0 },
  { YS_REPORT_DEDUCTIONS, "扣分", 1 },
  { YS_REPORT_DEDUCTIONS, "扣分", 0 },
  { YS_REPORT_DEDUCTIONS, "扣分", 1, TRUE },
  { YS_REPORT_DEDUCTIONS, "扣分", 2, TRUE, 1 },
  { YS_REPORT_DEDUCTIONS, "扣分", 0, TRUE, 1 },
  { YS_REPORT_ANNEX2, "扣", 2 },
  { YS_REPORT_ANNEX2, "扣", 0 },
  { YS_REPORT_ANNEX3, "考核\n打分", 2 },
  { YS_REPORT_ANNEX3, "考核\n打分", 3 },
  { YS_REPORT_ANNEX3, "考核\n打分", 0 },
  { YS_REPORT_ANNUAL, "小区", 1 },
  { YS_REPORT_ANNUAL, "1月", 1 },
  { YS_REPORT_ANNUAL, "9月", 1 },
  { YS_REPORT_ANNUAL, "10月", 2 },
  { YS_REPORT_ANNUAL, "12月", 1 },
  { YS_REPORT_ANNUAL, "全年", 1 },
  { YS_REPORT_ANNUAL, "名次", 2 },
  { YS_REPORT_ANNUAL, "全年", 3 },
  { YS_REPORT_STANDARDS, "小类名称", 3 },
  { YS_REPORT_STANDARDS, "每处", 1 },
  { YS_REPORT_STANDARDS, "评分标准", 2, FALSE, 1 },
  { YS_REPORT_STANDARDS, "评价", 2, FALSE, 2 },
};

/* The row of the heads. */
static guint
head_of (const YsSheet *sheet)
{
  static const char *const firsts[] = { "名次", "序号", "项目", "大类", NULL };
  guint row = 0;

  for (;; row++)
    {
      g_autofree char *text = ys_sheet_value_to_text (ys_sheet_get (sheet, row, 0));

      g_assert_cmpuint (row, <, ys_sheet_n_rows (sheet));
      for (guint i = 0; firsts[i] != NULL; i++)
        if (g_str_has_prefix (text, firsts[i]))
          return row;
    }
}

static guint
column_of (const YsSheet *sheet, guint head, const char *name)
{
  for (guint column = ys_sheet_n_columns (sheet); column-- > 0;)
    {
      g_autofree char *text = ys_sheet_value_to_text (ys_sheet_get (sheet, head, column));

      if (g_str_has_prefix (text, name))
        return column;
    }
  g_assert_not_reached ();
}

static guint
total_of (const YsSheet *sheet, guint head)
{
  for (guint row = head; row < ys_sheet_n_rows (sheet); row++)
    {
      g_autofree char *text = ys_sheet_value_to_text (ys_sheet_get (sheet, row, 0));

      if (g_str_has_prefix (text, "合计"))
        return row;
    }
  g_assert_not_reached ();
}

static void
alter (YsSheet *sheet, const Cell *cell)
{
  guint head = head_of (sheet), column = column_of (sheet, head, cell->column);
  guint row = cell->row > 0 ? head + cell->row : total_of (sheet, head);
  YsSheetValue value = ys_sheet_get (sheet, row, column);
  const YsCellStyle style = *ys_sheet_style (sheet, row, column);
  g_autofree char *text = NULL;

  switch (value.kind)
    {
    case YS_VALUE_COUNT:
      value.number++;
      break;
    case YS_VALUE_HUNDREDTHS:
      value.number++; /* one hundredth */
      break;
    case YS_VALUE_TEXT:
      text = g_strconcat (value.text, "改", NULL);
      value.text = text;
      break;
    case YS_VALUE_EMPTY:
    case YS_VALUE_DATE:
      value = YS_SHEET_HUNDREDTHS (100);
      break;
    }
  ys_sheet_set (sheet, row, column, value, &style);
}

static void
test_altered (ScoreFixture *fixture, gconstpointer data)
{
  const Cell *cell = data;
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL, altered = NULL;
  g_autoptr (GError) error = NULL, found = NULL;
  g_autofree char *path = g_build_filename (fixture->base.root, "表.xlsx", NULL);

  enter (fixture);
  look.options.compound_id = cell->one ? fixture->a : 0;
  look_init (&look, fixture);
  document = ys_report_make (&look.work, cell->kind, &error);
  g_assert_no_error (error);
  g_assert_true (ys_document_export (document, path, &error));
  ys_report_check (&look.work, cell->kind, path, 0, &error);
  g_assert_no_error (error);
  altered = ys_report_make (&look.work, cell->kind, &error);
  alter (ys_document_sheets (altered)->pdata[cell->sheet], cell);
  g_assert_true (ys_document_export (altered, path, &error));
  g_assert_false (ys_report_check (&look.work, cell->kind, path, 0, &found));
  g_assert_error (found, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

/* A part of the bulletin's text, or a cell of its table, and what stands there instead. */
typedef struct
{
  const char *from, *to;
} Word;

static const Word words[] = {
  { "检查2次", "检查3次" },
  { "问题6处", "问题7处" },
  { "到位6处", "到位7处" },
  { "案卷0个", "案卷1个" },
  { "中2个参加", "中3个参加" },
  { "平均得分97.70", "平均得分97.71" },
  { "共8024.00元", "共8024.01元" },
  { "甲苑", "甲园" },
  { "96.00", "96.01" },
  { "99.00", "99.01" },
  { "97.20", "97.21" },
  { "3000.00", "3000.01" },
};

static gboolean
swap (char **text, const Word *word)
{
  char *at = strstr (*text, word->from);
  g_autoptr (GString) changed = g_string_new (*text);

  if (at == NULL)
    return FALSE;
  g_string_replace (changed, word->from, word->to, 1);
  g_free (*text);
  *text = g_strdup (changed->str);
  return TRUE;
}

/* In the sentences first where it is one, else in the first table cell that is the word. */
static gboolean
swap_first (YsTextBlocks *blocks, const Word *word)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      YsTextBlock *block = blocks->pdata[i];

      for (guint k = 0; block->kind == YS_BLOCK_TABLE && k < block->cells->len; k++)
        if (g_str_equal (block->cells->pdata[k], word->from))
          return swap ((char **)&block->cells->pdata[k], word);
      if (strchr ("0123456789", word->from[0]) == NULL && strlen (word->from) > 6
          && block->kind == YS_BLOCK_TEXT && swap (&block->text, word))
        return TRUE;
    }
  return FALSE;
}

static void
test_bulletin (ScoreFixture *fixture, gconstpointer data)
{
  const Word *word = data;
  const YsDocumentInfo info = { .title = "简报" };
  g_auto (Look) look = { 0 };
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GError) error = NULL, found = NULL;
  g_autofree char *path = g_build_filename (fixture->base.root, "简报.docx", NULL);

  enter (fixture);
  look_init (&look, fixture);
  blocks = ys_report_make_bulletin (&look.work, &error);
  g_assert_no_error (error);
  g_assert_true (ys_docx_write_file (blocks, &info, path, &error));
  ys_report_check (&look.work, YS_REPORT_BULLETIN, path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (swap_first (blocks, word));
  g_assert_true (ys_docx_write_file (blocks, &info, path, &error));
  g_assert_false (ys_report_check (&look.work, YS_REPORT_BULLETIN, path, 0, &found));
  g_assert_error (found, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

/* A workbook with a sheet too few is another one. */
static void
test_sheets (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autoptr (YsDocument) document = NULL;
  g_autoptr (GError) error = NULL, found = NULL;
  g_autofree char *path = g_build_filename (fixture->base.root, "表.xlsx", NULL);

  (void)data;
  enter (fixture);
  look_init (&look, fixture);
  document = ys_report_make (&look.work, YS_REPORT_DEDUCTIONS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_document_sheets (document)->len, ==, 2);
  g_ptr_array_set_size (ys_document_sheets (document), 1);
  g_assert_true (ys_document_export (document, path, &error));
  g_assert_false (ys_report_check (&look.work, YS_REPORT_DEDUCTIONS, path, 0, &found));
  g_assert_error (found, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
}

static void
add_compounds (ScoreFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("示例%03u苑", i + 1);
      gint64 id = fixture_add (&fixture->base, name, "示例社区", NULL);

      score_sheet (fixture, id, "2026-10", YS_ANNEX_2, "A2-05=1");
    }
}

static guint
count_sheets (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return ys_workbook_n_sheets (workbook);
}

/* 300 sheets are 200 and 100, each filed under the one code; written again, nothing new is filed.
 */
static void
test_volumes (ScoreFixture *fixture, gconstpointer data)
{
  g_auto (Look) look = { 0 };
  g_autofree char *path = g_build_filename (fixture->base.root, "附件2.xlsx", NULL);
  g_autofree char *first = g_build_filename (fixture->base.root, "附件2（第1册）.xlsx", NULL);
  g_autofree char *second = g_build_filename (fixture->base.root, "附件2（第2册）.xlsx", NULL);
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  YsFileVerdict verdicts[2] = { { 0 } };

  (void)data;
  add_compounds (fixture, 300);
  look_init (&look, fixture);
  for (guint i = 0; i < 2; i++)
    {
      ys_report_export (fixture->base.ledger, look.registry, look.standing, YS_REPORT_ANNEX2, NULL,
                        path, score_instant (NOW), written, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (written->len, ==, 4);
  g_assert_cmpstr (written->pdata[0], ==, first);
  g_assert_cmpstr (written->pdata[3], ==, second);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_sheets (first), ==, 200);
  g_assert_cmpuint (count_sheets (second), ==, 100);
  for (guint i = 0; i < 2; i++)
    {
      ys_report_verify (fixture->base.ledger, i == 0 ? first : second, &verdicts[i], &error);
      g_assert_no_error (error);
      g_assert_true (verdicts[i].filed);
    }
  g_assert_cmpstr (verdicts[0].number, ==, verdicts[1].number);
  g_assert_cmpstr (verdicts[0].sha256, !=, verdicts[1].sha256);
  for (guint i = 0; i < 2; i++)
    ys_file_verdict_clear (&verdicts[i]);
}

static void
add_test (const char *path, gconstpointer data, void (*test) (ScoreFixture *, gconstpointer))
{
  g_test_add (path, ScoreFixture, data, score_set_up, test, score_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/jobs/report-check/%s/%u", ys_report_name (cells[i].kind), i);

      add_test (path, &cells[i], test_altered);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/report-check/bulletin/%u", i);

      add_test (path, &words[i], test_bulletin);
    }
  add_test ("/jobs/report-check/sheets", NULL, test_sheets);
  add_test ("/jobs/report-check/volumes", NULL, test_volumes);
  return g_test_run ();
}
