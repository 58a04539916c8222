/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of findings: what each row is judged as and why, which rows make one inspection, and that
 * one undo takes all of it back. */
#include "config.h"

#include <string.h>

#include "inspection-fixture.h"

#include "audit.h"
#include "change.h"
#include "finding-import.h"
#include "import-batch.h"
#include "job-error.h"
#include "record-store.h"

#define HEADS                                                                                      \
  "小区\t级别\t方式\t检查时间\t条款\t处数\t位置\t情况说明\t检查人\t备注"  \
  "\n"
#define VISIT "龙珠百合\t市级\t暗访\t2026-10-12 08:30\t"

typedef struct
{
  YsWorkbook *workbook;
  YsFindingImport *import;
} Import;

static Import
read_text (Yard *yard, const char *text)
{
  g_autoptr (GError) error = NULL;
  Import import = { ys_workbook_read_paste (text, &error), NULL };

  g_assert_no_error (error);
  import.import = ys_finding_import_new (yard->base.ledger, import.workbook, "问题清单.txt", NULL,
                                         fixture_now, &error);
  g_assert_no_error (error);
  return import;
}

static void
clear_import (Import *import)
{
  ys_finding_import_free (import->import);
  ys_workbook_free (import->workbook);
}

static const YsFindingRow *
row_at (const Import *import, guint i)
{
  return g_ptr_array_index (ys_finding_import_rows (import->import), i);
}

/* "new same" */
static void
assert_verdicts (const Import *import, const char *verdicts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *rows = ys_finding_import_rows (import->import);

  for (guint i = 0; i < rows->len; i++)
    {
      const YsFindingRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->reason == NULL, ==,
                       row->verdict != YS_VERDICT_DOUBTFUL && row->verdict != YS_VERDICT_REFUSED);
      if (row->reason != NULL)
        g_test_message ("%s", row->reason);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ys_verdict_nick (row->verdict));
    }
  g_assert_cmpstr (text->str, ==, verdicts);
}

/* Writes what is not refused; @accept: the doubtful ones too. */
static gint64
apply_as (Yard *yard, const char *text, const char *verdicts, gboolean accept)
{
  g_autoptr (GError) error = NULL;
  Import import = read_text (yard, text);
  gint64 batch;

  assert_verdicts (&import, verdicts);
  batch = ys_finding_import_apply (import.import, yard->base.ledger, TRUE, accept, &error);
  g_assert_no_error (error);
  clear_import (&import);
  return batch;
}

static gint64
apply (Yard *yard, const char *text, const char *verdicts)
{
  return apply_as (yard, text, verdicts, FALSE);
}

/* "A1-08*2@3号楼 A1-01*1@" of inspection @id: all its findings that stand. */
static void
assert_findings (Yard *yard, gint64 id, const char *expected)
{
  g_autoptr (YsInspectionView) view = ys_inspection_load (yard->base.ledger, id, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < view->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (view->findings, i);

      if (finding->state != YS_FINDING_WITHDRAWN)
        g_string_append_printf (text, "%s%s*%d@%s", text->len > 0 ? " " : "",
                                ys_catalogue_book_find_id (view->book, finding->clause_id)->code,
                                (int)finding->count.value,
                                finding->place != NULL ? finding->place : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static gint64
count_records (Yard *yard, const YsRecordType *type)
{
  return ys_record_store_count (yard->base.ledger, type, NULL);
}

/* -- One row ---------------------------------------------------------------------------------- */

#define NONE G_MAXUINT

typedef struct
{
  const char *name;
  const char *row;
  const char *verdict;
  guint column;         /* of the reason */
  const char *told;     /* (nullable): what the reason names */
  const char *at;       /* "DDTHH:MM" of October, when written */
  const char *findings; /* when written */
} RowCase;

static const RowCase row_cases[] = {
  { "code", VISIT "A1-08\t2\t3号楼\t楼道有垃圾\t王某某\t示例", "new", NONE, NULL, "12T08:30",
    "A1-08*2@3号楼" },
  { "name", VISIT "清扫保洁不干净\t\t\t\t\t", "new", NONE, NULL, "12T08:30", "A1-08*1@" },
  { "short-name", VISIT "清扫保洁\t\t\t\t\t", "new", NONE, NULL, "12T08:30", "A1-08*1@" },
  { "code-and-name", VISIT "A1-01 外立面破损\t3\t\t\t\t", "new", NONE, NULL, "12T08:30",
    "A1-01*3@" },
  { "words-of-office", "龙珠百合\t街道级\t暗察\t2026年10月9日 9时10分\tA1-01\t\t\t\t\t", "new",
    NONE, NULL, "09T09:10", "A1-01*1@" },
  { "clean-visit", VISIT "\t\t\t\t王某某\t", "new", NONE, NULL, "12T08:30", "" },
  { "clean-in-words", VISIT "无\t0\t/\t未发现问题\t\t", "new", NONE, NULL, "12T08:30", "" },
  { "most-places", VISIT "A1-08\t999\t\t\t\t", "new", NONE, NULL, "12T08:30", "A1-08*999@" },
  { "now", "龙珠百合\t市级\t暗访\t2026-10-12 09:00\tA1-08\t\t\t\t\t", "new", NONE, NULL, "12T09:00",
    "A1-08*1@" },
  { "future", "龙珠百合\t市级\t暗访\t2026-10-12 09:01\tA1-08\t\t\t\t\t", "doubtful", 3,
    "2026-10-12 09:01", "12T09:01", "A1-08*1@" },
  { "day-without-time", "龙珠百合\t市级\t暗访\t2026-10-12\tA1-08\t\t\t\t\t", "doubtful", 3, "0:00",
    "12T00:00", "A1-08*1@" },
  { "compound-likely", "龙珠百合一期\t市级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "doubtful", 0,
    "龙珠百合", "12T08:30", "A1-08*1@" },
  { "clause-likely", VISIT "保洁不干净\t\t\t\t\t", "doubtful", 4, "A1-08", "12T08:30", "A1-08*1@" },
  { "two-doubts", "龙珠百合一期\t市级\t暗访\t2026-10-12\tA1-08\t\t\t\t\t", "doubtful", 0, "0:00",
    "12T00:00", "A1-08*1@" },
  { "no-compound", "\t市级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 0, "compound",
    NULL, NULL },
  { "unknown-compound", "海洋公寓\t市级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 0,
    "海洋公寓", NULL, NULL },
  { "no-level", "龙珠百合\t\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 1, "镇级", NULL,
    NULL },
  { "unknown-level", "龙珠百合\t省级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 1,
    "省级", NULL, NULL },
  { "no-kind", "龙珠百合\t市级\t\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 2, "明查", NULL,
    NULL },
  { "unknown-kind", "龙珠百合\t市级\t路过\t2026-10-12 08:30\tA1-08\t\t\t\t\t", "refused", 2, "路过",
    NULL, NULL },
  { "no-time", "龙珠百合\t市级\t暗访\t\tA1-08\t\t\t\t\t", "refused", 3, "time", NULL, NULL },
  { "wrong-time", "龙珠百合\t市级\t暗访\t2026-13-12 08:30\tA1-08\t\t\t\t\t", "refused", 3, "13",
    NULL, NULL },
  { "time-before-1970", "龙珠百合\t市级\t暗访\t1911-10-10 09:00\tA1-08\t\t\t\t\t", "refused", 3,
    "1970", NULL, NULL },
  { "unknown-clause", VISIT "噪声扰民XYZ\t\t\t\t\t", "refused", 4, "噪声扰民XYZ", NULL, NULL },
  { "place-without-clause", VISIT "\t\t3号楼\t\t\t", "refused", 4, "clause", NULL, NULL },
  { "note-without-clause", VISIT "\t\t\t楼道有垃圾\t\t", "refused", 4, "clause", NULL, NULL },
  { "count-without-clause", VISIT "\t2\t\t\t\t", "refused", 4, "clause", NULL, NULL },
  { "no-places", VISIT "A1-08\t0\t\t\t\t", "refused", 5, "999", NULL, NULL },
  { "too-many-places", VISIT "A1-08\t1000\t\t\t\t", "refused", 5, "1000", NULL, NULL },
  { "count-in-words", VISIT "A1-08\t许多\t\t\t\t", "refused", 5, "许多", NULL, NULL },
  { "unspecified-points", VISIT "A1-27\t\t\t\t\t", "refused", 4, "A1-27", NULL, NULL },
};

/* Annex 1 has a figure for every clause; an office may add one without. */
static void
add_unspecified (Yard *yard)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (yard->base.ledger, "add", &error);
  YsClause clause = { .catalogue_id = 1,
                      .code = (char *)"A1-27",
                      .position = YS_NUMBER (27),
                      .kind = YS_CLAUSE_DEDUCTION,
                      .group = (char *)"示例",
                      .name = (char *)"示例无分值",
                      .short_name = (char *)"示例",
                      .criterion = (char *)"示例",
                      .unit = (char *)"示例" };

  ys_change_insert (change, &ys_clause_type, &clause, &error);
  g_assert_no_error (error);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}

static void
check_written (Yard *yard, const RowCase *c)
{
  g_autoptr (YsInspectionView) view = ys_inspection_load (yard->base.ledger, 1, NULL);

  g_assert_cmpint (count_records (yard, &ys_inspection_type), ==, 1);
  assert_october (view->inspection.at, c->at);
  g_assert_cmpint (view->inspection.compound_id, ==, yard->compound);
  assert_findings (yard, 1, c->findings);
}

static void
test_row (Yard *yard, gconstpointer data)
{
  const RowCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEADS, c->row, "\n", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Import import;
  gint64 batch;

  add_unspecified (yard);
  before = yard_dump (yard);
  import = read_text (yard, text);
  assert_verdicts (&import, c->verdict);
  g_assert_cmpuint (row_at (&import, 0)->column, ==, c->column);
  if (c->told != NULL)
    g_assert_nonnull (strstr (row_at (&import, 0)->reason, c->told));
  if (g_str_equal (c->verdict, "doubtful"))
    {
      g_assert_cmpint (ys_finding_import_apply (import.import, yard->base.ledger, FALSE, FALSE,
                                                &error),
                       ==, 0);
      g_assert_no_error (error);
    }
  batch = ys_finding_import_apply (import.import, yard->base.ledger, FALSE, TRUE, &error);
  if (c->at != NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpint (batch, ==, 1);
      check_written (yard, c);
      apply (yard, text, "same");
    }
  else
    {
      g_assert_cmpint (batch, ==, -1);
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
      after = yard_dump (yard);
      g_assert_cmpstr (after, ==, before);
    }
  clear_import (&import);
}

/* -- Rows together ---------------------------------------------------------------------------- */

#define THREE                                                                                      \
  VISIT "A1-08\t2\t3号楼\t\t王某某\t示例\n" VISIT "A1-01\t\t东门\t\t\t\n"                        \
        "龙珠百合\t市级\t明查\t2026-10-12 08:30\tA1-08\t\t3号楼\t\t\t\n"

/* Rows of one compound, level, kind and minute are one visit; it is all one change. */
static void
test_visits (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = yard_dump (yard);
  g_autofree char *written = NULL;
  g_autofree char *again = NULL;
  g_autofree char *after = NULL;
  g_autoptr (YsInspectionView) view = NULL;

  g_assert_cmpint (apply (yard, HEADS THREE, "new new new"), ==, 1);
  g_assert_cmpint (count_records (yard, &ys_inspection_type), ==, 2);
  assert_findings (yard, 1, "A1-08*2@3号楼 A1-01*1@东门");
  assert_findings (yard, 2, "A1-08*1@3号楼");
  view = ys_inspection_load (yard->base.ledger, 1, NULL);
  g_assert_cmpint (view->inspection.level, ==, YS_INSPECTION_LEVEL_CITY);
  g_assert_cmpint (view->inspection.kind, ==, YS_INSPECTION_KIND_UNANNOUNCED);
  g_assert_cmpstr (view->inspection.inspectors, ==, "王某某");
  g_assert_cmpstr (view->inspection.remark, ==, "示例");
  g_assert_cmpint (((const YsFinding *)view->findings->pdata[0])->points.value, ==, 200);

  written = yard_dump (yard);
  g_assert_cmpint (apply_as (yard, HEADS THREE, "same same same", TRUE), ==, 0);
  again = yard_dump (yard);
  g_assert_cmpstr (again, ==, written);

  g_assert_true (ys_import_undo (yard->base.ledger, 1, &error));
  g_assert_no_error (error);
  after = yard_dump (yard);
  g_assert_cmpstr (after, ==, before);
}

/* The batch says what came. */
static void
test_batch (Yard *yard, gconstpointer data)
{
  g_autoptr (GPtrArray) batches = NULL;
  const YsImportBatch *batch;

  apply (yard, HEADS THREE "海洋公寓\t市级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t\n",
         "new new new refused");
  batches = ys_import_batches (yard->base.ledger, NULL);
  g_assert_cmpuint (batches->len, ==, 1);
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpstr (batch->shape, ==, "findings");
  g_assert_cmpstr (batch->file_name, ==, "问题清单.txt");
  g_assert_cmpint (batch->n_new.value, ==, 3);
  g_assert_cmpint (batch->n_refused.value, ==, 1);
}

/* One more finding of a visit that is there joins it. */
static void
test_more (Yard *yard, gconstpointer data)
{
  apply (yard, HEADS VISIT "A1-08\t2\t3号楼\t\t\t\n", "new");
  apply (yard, HEADS VISIT "A1-01\t\t东门\t\t\t\n" VISIT "A1-08\t2\t3 号楼\t另写\t\t\n",
         "new same");
  g_assert_cmpint (count_records (yard, &ys_inspection_type), ==, 1);
  assert_findings (yard, 1, "A1-08*2@3号楼 A1-01*1@东门");
}

/* Another count of what is there is never written unasked. */
static void
test_other_count (Yard *yard, gconstpointer data)
{
  static const char text[] = HEADS VISIT "A1-08\t5\t3号楼\t\t\t\n";
  Import import;

  apply (yard, HEADS VISIT "A1-08\t2\t3号楼\t楼道\t\t\n", "new");
  import = read_text (yard, text);
  assert_verdicts (&import, "doubtful");
  g_assert_cmpuint (row_at (&import, 0)->column, ==, 5);
  g_assert_nonnull (strstr (row_at (&import, 0)->reason, "2"));
  g_assert_nonnull (strstr (row_at (&import, 0)->reason, "5"));
  clear_import (&import);
  g_assert_cmpint (apply (yard, text, "doubtful"), ==, 0);
  assert_findings (yard, 1, "A1-08*2@3号楼");
  g_assert_cmpint (apply_as (yard, text, "doubtful", TRUE), ==, 2);
  assert_findings (yard, 1, "A1-08*5@3号楼");
  apply (yard, text, "same");
}

typedef struct
{
  const char *name;
  const char *rows;
  const char *verdicts;
  const char *told; /* in the reason of the last row */
} TogetherCase;

static const TogetherCase together_cases[] = {
  { "clause-and-place-twice", VISIT "A1-08\t\t\t东门外\t\t\n" VISIT "A1-08\t\t\t西门外\t\t\n",
    "new doubtful", "Row 2" },
  { "clean-twice", VISIT "\t\t\t\t\t\n" VISIT "\t\t\t\t\t\n", "new refused", "Row 2" },
  { "finding-then-clean", VISIT "A1-08\t\t\t\t\t\n" VISIT "\t\t\t\t\t\n", "new refused", "Row 2" },
  { "clean-then-finding", VISIT "\t\t\t\t\t\n" VISIT "A1-08\t\t\t\t\t\n", "new refused", "Row 2" },
  { "other-inspectors", VISIT "A1-08\t\t\t\t王某某\t\n" VISIT "A1-01\t\t\t\t李某某\t\n",
    "new doubtful", "李某某" },
  { "other-place", VISIT "A1-08\t\t东门\t\t\t\n" VISIT "A1-08\t\t西门\t\t\t\n", "new new", NULL },
};

/* What rows say against each other; once written, the same file is the same. */
static void
test_together (Yard *yard, gconstpointer data)
{
  const TogetherCase *c = data;
  g_autofree char *text = g_strconcat (HEADS, c->rows, NULL);
  Import import = read_text (yard, text);

  assert_verdicts (&import, c->verdicts);
  if (c->told != NULL)
    g_assert_nonnull (strstr (row_at (&import, 1)->reason, c->told));
  clear_import (&import);
  g_assert_cmpint (apply_as (yard, text, c->verdicts, TRUE), ==, 1);
  g_assert_cmpint (apply_as (yard, text,
                             strstr (c->verdicts, "refused") ? "same refused" : "same same", TRUE),
                   ==, 0);
  g_assert_cmpint (count_records (yard, &ys_inspection_type), ==, 1);
}

/* A clean visit of the file is none when the ledger has findings of it. */
static void
test_clean_against_ledger (Yard *yard, gconstpointer data)
{
  apply (yard, HEADS VISIT "A1-08\t\t\t\t\t\n", "new");
  apply (yard, HEADS VISIT "\t\t\t\t\t\n", "refused");
}

/* What was withdrawn on purpose does not come back unasked. */
static void
test_withdrawn (Yard *yard, gconstpointer data)
{
  static const char text[] = HEADS VISIT "A1-08\t\t\t\t\t\n" VISIT "A1-01\t\t\t\t\t\n";
  g_autoptr (GError) error = NULL;

  apply (yard, text, "new new");
  yard_take (yard, 1, "withdrawn 12T08:50");
  apply (yard, text, "doubtful same");
  assert_findings (yard, 1, "A1-01*1@");
  ys_inspection_withdraw (yard->base.ledger, 1, "示例原因", fixture_now, &error);
  g_assert_no_error (error);
  apply (yard, text, "doubtful doubtful");
  g_assert_cmpint (apply_as (yard, text, "doubtful doubtful", TRUE), ==, 2);
  assert_findings (yard, 2, "A1-08*1@ A1-01*1@");
}

static void
test_withdrawn_compound (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  apply (yard, HEADS VISIT "A1-08\t\t\t\t\t\n", "new");
  ys_registry_withdraw (yard->base.ledger, yard->compound, "示例原因", fixture_today, &error);
  g_assert_no_error (error);
  apply (yard,
         HEADS VISIT "A1-08\t\t\t\t\t\n"
                     "龙珠百合\t市级\t暗访\t2026-10-12 08:40\tA1-08\t\t\t\t\t\n",
         "same refused");
}

/* What a finalised period has is there; it takes nothing more. */
static void
test_finalised (Yard *yard, gconstpointer data)
{
  apply (yard, HEADS VISIT "A1-08\t\t\t\t\t\n", "new");
  yard_finalise (yard, "2026-10", (YsDate){ 2026, 10, 1 }, (YsDate){ 2026, 10, 31 });
  apply (yard, HEADS VISIT "A1-08\t\t\t\t\t\n" VISIT "A1-01\t\t\t\t\t\n", "same refused");
  apply (yard, HEADS "龙珠百合\t市级\t暗访\t2026-10-09 08:30\t\t\t\t\t\t\n", "refused");
  apply (yard, HEADS VISIT "A1-08\t4\t\t\t\t\n", "refused");
}

static void
test_refused_rows (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Import import
      = read_text (yard, HEADS VISIT "A1-08\t\t\t\t\t\n"
                                     "海洋公寓\t市级\t暗访\t2026-10-12 08:30\tA1-08\t\t\t\t\t\n");
  g_autofree char *path = g_build_filename (yard->base.root, "refused.csv", NULL);
  g_autofree char *csv = NULL;

  g_assert_cmpint (ys_finding_import_apply (import.import, yard->base.ledger, FALSE, FALSE, &error),
                   ==, -1);
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (count_records (yard, &ys_inspection_type), ==, 0);
  g_assert_true (ys_finding_import_export_refused (import.import, path, fixture_now, &error));
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "海洋公寓"));
  g_assert_null (strstr (csv, "龙珠百合"));
  g_assert_cmpint (ys_finding_import_apply (import.import, yard->base.ledger, TRUE, FALSE, &error),
                   ==, 1);
  g_assert_no_error (error);
  clear_import (&import);
}

static void
test_changed_meanwhile (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Import import = read_text (yard, HEADS VISIT "A1-08\t\t\t\t\t\n");

  yard_find (yard, YS_INSPECTION_LEVEL_CITY, "A1-01", "09T09:00");
  g_assert_cmpint (ys_finding_import_apply (import.import, yard->base.ledger, FALSE, FALSE, &error),
                   ==, -1);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  clear_import (&import);
}

/* A title, other headings, a sheet's total; a heading that a person chose is remembered. */
static void
test_headings (Yard *yard, gconstpointer data)
{
  static const char table[]
      = "十月检查问题清单\n序号,受检小区名称,检查级别,检查方式,日子,扣分条款\n"
        "1,龙珠百合,市,暗查,2026-10-12 08:30,A1-08\n合计\n";
  g_autofree char *path = g_build_filename (yard->base.root, "清单.csv", NULL);
  const char *const mapping[] = { "日子=at", "受检小区名称=compound", NULL };
  const char *const wrong[] = { "日子=colour", NULL };
  YsFindingImportOptions options = { .now = fixture_now, .mapping = (GStrv)wrong };
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = yard->base.ledger;
  Import import = { NULL, NULL };

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  g_assert_null (ys_finding_import_new_from_file (ledger, path, &options, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  options.mapping = (GStrv)mapping;
  import.import = ys_finding_import_new_from_file (ledger, path, &options, NULL, &error);
  g_assert_no_error (error);
  assert_verdicts (&import, "new");
  g_assert_cmpint (ys_finding_import_apply (import.import, ledger, FALSE, FALSE, &error), ==, 1);
  clear_import (&import);
  options.mapping = NULL;
  import.import = ys_finding_import_new_from_file (ledger, path, &options, NULL, &error);
  g_assert_no_error (error);
  assert_verdicts (&import, "same");
  clear_import (&import);
}

static void
test_no_table (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste ("甲\t乙\n1\t2\n", NULL);

  g_assert_null (
      ys_finding_import_new (yard->base.ledger, workbook, "x", NULL, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

#define ADD(path, data, test) g_test_add (path, Yard, data, yard_set_up, test, yard_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/finding-import/row/", row_cases[i].name, NULL);
      ADD (path, &row_cases[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (together_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/jobs/finding-import/together/", together_cases[i].name, NULL);
      ADD (path, &together_cases[i], test_together);
    }
  ADD ("/jobs/finding-import/visits", NULL, test_visits);
  ADD ("/jobs/finding-import/batch", NULL, test_batch);
  ADD ("/jobs/finding-import/more", NULL, test_more);
  ADD ("/jobs/finding-import/other-count", NULL, test_other_count);
  ADD ("/jobs/finding-import/clean-against-ledger", NULL, test_clean_against_ledger);
  ADD ("/jobs/finding-import/withdrawn", NULL, test_withdrawn);
  ADD ("/jobs/finding-import/withdrawn-compound", NULL, test_withdrawn_compound);
  ADD ("/jobs/finding-import/finalised", NULL, test_finalised);
  ADD ("/jobs/finding-import/refused-rows", NULL, test_refused_rows);
  ADD ("/jobs/finding-import/changed-meanwhile", NULL, test_changed_meanwhile);
  ADD ("/jobs/finding-import/headings", NULL, test_headings);
  ADD ("/jobs/finding-import/no-table", NULL, test_no_table);
  return g_test_run ();
}
