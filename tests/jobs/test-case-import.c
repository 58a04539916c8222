/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A platform's export: what each row is judged as and why, what is written, and that one undo takes
 * all of it back. */
#include "config.h"

#include <string.h>

#include "case-fixture.h"

#include "audit.h"
#include "event.h"
#include "import-batch.h"
#include "job-error.h"
#include "record-store.h"
#include "registry-reader.h"
#include "workbook.h"

#define HEADS                                                                                                                           \
  "案卷号\t级别\t来源\t小区名称\t小类名称\t位置\t问题描述\t派遣时间\t处置时限\t回复时间\t回复内容" \
  "\n"

typedef struct
{
  YsWorkbook *workbook;
  YsCaseImport *import;
} Import;

static Import
read_text (CaseFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  Import import = { ys_workbook_read_paste (text, &error), NULL };

  g_assert_no_error (error);
  import.import = ys_case_import_new (fixture->base.ledger, import.workbook, "案卷.txt", NULL,
                                      fixture_now, &error);
  g_assert_no_error (error);
  return import;
}

static void
clear_import (Import *import)
{
  ys_case_import_free (import->import);
  ys_workbook_free (import->workbook);
}

static const YsCaseRow *
row_at (const Import *import, guint i)
{
  return g_ptr_array_index (ys_case_import_rows (import->import), i);
}

/* "new same" */
static void
assert_verdicts (const Import *import, const char *verdicts)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *rows = ys_case_import_rows (import->import);

  for (guint i = 0; i < rows->len; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->reason == NULL, ==,
                       row->verdict != YS_VERDICT_DOUBTFUL && row->verdict != YS_VERDICT_REFUSED);
      if (row->reason != NULL)
        g_test_message ("%s", row->reason);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ys_verdict_nick (row->verdict));
    }
  g_assert_cmpstr (text->str, ==, verdicts);
}

typedef struct
{
  const char *name;
  const char *row;
  const char *verdict;
  guint column;     /* of the reason */
  const char *told; /* (nullable): what the reason names */
  const char *at;   /* (nullable): when written */
  const char *deadline;
  const char *replied_at;
} RowCase;

#define NONE G_MAXUINT

static const RowCase row_cases[] = {
  { "as-platforms-write",
    "N1\t市级\t12345热线\t示例花园\t清扫保洁不干净\t3号楼\t有垃圾\t2026-10-12 09:10:00\t\t\t",
    "new", NONE, NULL, "2026-10-12T09:10", "2026-10-12T11:10", NULL },
  { "slashes", "N1\t区级\t\t示例花园\tA1-08\t\t\t2026/10/9 11:10\t\t\t", "new", NONE, NULL,
    "2026-10-09T11:10", "2026-10-09T15:10", NULL },
  { "chinese-date", "N1\t区\t\t示例花园\tA1-08\t\t\t2026年10月12日 9时10分\t\t\t", "new", NONE,
    NULL, "2026-10-12T09:10", "2026-10-12T11:10", NULL },
  { "serial-with-time", "N1\t区\t\t示例花园\tA1-08\t\t\t46307.375\t\t\t", "new", NONE, NULL,
    "2026-10-12T09:00", "2026-10-12T11:00", NULL },
  { "a-limit-in-the-deadline", "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t1工作日\t\t",
    "new", NONE, NULL, "2026-10-12T09:00", "2026-10-13T17:30", NULL },
  { "a-deadline-as-dispatched",
    "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t2026-10-14 18:00\t\t", "new", NONE, NULL,
    "2026-10-12T09:00", "2026-10-14T18:00", NULL },
  { "with-its-reply", "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t2026-10-12 10:30\t已清扫",
    "new", NONE, NULL, "2026-10-12T09:00", "2026-10-12T11:00", "2026-10-12T10:30" },
  { "code-before-name", "N1\t市平台\t\t示例花园\tA1-08 清扫保洁不干净\t\t\t2026-10-12 09:00\t\t\t",
    "new", NONE, NULL, "2026-10-12T09:00", "2026-10-12T11:00", NULL },
  { "day-without-time", "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12\t\t\t", "doubtful", 7, "0:00",
    "2026-10-12T00:00", "2026-10-12T10:30", NULL },
  { "reply-without-time", "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t2026/10/12\t",
    "doubtful", 9, "23:59", "2026-10-12T09:00", "2026-10-12T11:00", "2026-10-12T23:59" },
  { "compound-likely", "N1\t市\t\t示例花园一期\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "doubtful", 3,
    "示例花园", "2026-10-12T09:00", "2026-10-12T11:00", NULL },
  { "clause-likely", "N1\t市\t\t示例花园\t保洁不干净\t\t\t2026-10-12 09:00\t\t\t", "doubtful", 4,
    "A1-08", "2026-10-12T09:00", "2026-10-12T11:00", NULL },
  { "no-number", "\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "refused", 0, "number",
    NULL, NULL, NULL },
  { "no-level", "N1\t\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "refused", 1, "市级", NULL,
    NULL, NULL },
  { "level-of-no-platform", "N1\t镇级\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "refused", 1,
    "镇级", NULL, NULL, NULL },
  { "no-compound", "N1\t市\t\t\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "refused", 3, "compound", NULL,
    NULL, NULL },
  { "unknown-compound", "N1\t市\t\t海洋公寓\tA1-08\t\t\t2026-10-12 09:00\t\t\t", "refused", 3,
    "海洋公寓", NULL, NULL, NULL },
  { "no-clause", "N1\t市\t\t示例花园\t\t\t\t2026-10-12 09:00\t\t\t", "refused", 4, "clause", NULL,
    NULL, NULL },
  { "unknown-clause", "N1\t市\t\t示例花园\t噪声扰民XYZ\t\t\t2026-10-12 09:00\t\t\t", "refused", 4,
    "噪声扰民XYZ", NULL, NULL, NULL },
  { "no-time", "N1\t市\t\t示例花园\tA1-08\t\t\t\t\t\t", "refused", 7, "dispatch", NULL, NULL,
    NULL },
  { "time-before-1970", "N1\t市\t\t示例花园\tA1-08\t\t\t1911-10-10 09:00\t\t\t", "refused", 7,
    "1970", NULL, NULL, NULL },
  { "serial-before-1970", "N1\t市\t\t示例花园\tA1-08\t\t\t4307.375\t\t\t", "refused", 7, "4307.375",
    NULL, NULL, NULL },
  { "wrong-time", "N1\t市\t\t示例花园\tA1-08\t\t\t2026-13-12 09:00\t\t\t", "refused", 7, "13", NULL,
    NULL, NULL },
  { "deadline-before-dispatch",
    "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t2026-10-11 09:00\t\t", "refused", 8,
    "dispatch", NULL, NULL, NULL },
  { "reply-before-dispatch",
    "N1\t市\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t\t2026-10-12 08:59\t", "refused", 9,
    "dispatch", NULL, NULL, NULL },
};

static void
assert_instant (YsInstant instant, const char *expected)
{
  g_autofree char *text = ys_instant_to_iso (instant);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_row (CaseFixture *fixture, gconstpointer data)
{
  const RowCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEADS, c->row, "\n", NULL);
  g_autofree char *before = case_dump (fixture);
  g_autofree char *after = NULL;
  Import import = read_text (fixture, text);
  gint64 batch;

  assert_verdicts (&import, c->verdict);
  g_assert_cmpuint (row_at (&import, 0)->column, ==, c->column);
  if (c->told != NULL)
    g_assert_nonnull (strstr (row_at (&import, 0)->reason, c->told));
  batch = ys_case_import_apply (import.import, fixture->base.ledger, FALSE, TRUE, &error);
  if (c->at != NULL)
    {
      YsCase *one;

      g_assert_no_error (error);
      g_assert_cmpint (batch, >, 0);
      one = case_load (fixture, ys_case_find (fixture->base.ledger, "N1", NULL));
      assert_instant (one->at, c->at);
      assert_instant (one->deadline, c->deadline);
      assert_instant (one->replied_at, c->replied_at);
      g_assert_cmpint (one->compound_id, ==, fixture->garden);
      ys_record_free (&ys_case_type, one);
    }
  else
    {
      g_assert_cmpint (batch, ==, -1);
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
      after = case_dump (fixture);
      g_assert_cmpstr (after, ==, before);
    }
  clear_import (&import);
}

#define FIRST "N1\t市级\t\t示例花园\tA1-08\t3号楼\t\t2026-10-12 09:00\t\t\t\n"
#define SECOND "N2\t区级\t\t示例苑\tA1-01\t\t\t2026-10-12 10:00\t\t\t\n"
#define FIRST_REPLIED                                                                              \
  "N1\t市级\t\t示例花园\tA1-08\t3号楼\t\t2026-10-12 09:00\t\t2026-10-12 10:30\t已清扫\n"
#define FIRST_REPLIED_LATER                                                                        \
  "N1\t市级\t\t示例花园\tA1-08\t3号楼\t\t2026-10-12 09:00\t\t2026-10-12 10:31\t已清扫\n"

static gint64
apply (CaseFixture *fixture, const char *text, const char *verdicts)
{
  g_autoptr (GError) error = NULL;
  Import import = read_text (fixture, text);
  gint64 batch;

  assert_verdicts (&import, verdicts);
  batch = ys_case_import_apply (import.import, fixture->base.ledger, TRUE, FALSE, &error);
  g_assert_no_error (error);
  clear_import (&import);
  return batch;
}

/* The same file again changes nothing; a later one brings the reply; another reply is refused. */
static void
test_again (CaseFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (YsCaseView) view = NULL;

  g_assert_cmpint (apply (fixture, HEADS FIRST SECOND, "new new"), ==, 1);
  before = case_dump (fixture);
  g_assert_cmpint (apply (fixture, HEADS FIRST SECOND, "same same"), ==, 0);
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (apply (fixture, HEADS FIRST_REPLIED SECOND, "changed same"), ==, 2);
  view = ys_case_load (fixture->base.ledger, ys_case_find (fixture->base.ledger, "N1", NULL),
                       fixture_now, NULL);
  g_assert_cmpint (view->one.state, ==, YS_CASE_REPLIED);
  g_assert_cmpuint (view->events->len, ==, 1);
  g_assert_cmpint (((YsEvent *)g_ptr_array_index (view->events, 0))->kind, ==, YS_EVENT_REPORTED);
  g_assert_cmpint (apply (fixture, HEADS FIRST_REPLIED SECOND, "same same"), ==, 0);
  g_assert_cmpint (apply (fixture, HEADS FIRST_REPLIED_LATER, "refused"), ==, 0);
}

/* What the file says otherwise is changed; what it leaves blank stays. */
static void
test_changed (CaseFixture *fixture, gconstpointer data)
{
  YsCase *one;

  apply (fixture, HEADS FIRST, "new");
  apply (fixture, HEADS "N1\t市级\t网格上报\t示例花园\tA1-09\t\t\t2026-10-12 14:00\t\t\t\n",
         "changed");
  one = case_load (fixture, 1);
  g_assert_cmpstr (one->channel, ==, "网格上报");
  g_assert_cmpstr (one->place, ==, "3号楼");
  assert_instant (one->deadline, "2026-10-12T16:00");
  ys_record_free (&ys_case_type, one);
}

/* An extension that was granted here is not taken back by an export that does not know it. */
static void
test_extension_stands (CaseFixture *fixture, gconstpointer data)
{
  static const char row[]
      = HEADS "N1\t市级\t\t示例花园\tA1-08\t\t\t2026-10-12 09:00\t2026-10-12 18:00\t\t\n";

  apply (fixture, row, "new");
  g_assert_true (case_step (fixture, 1, YS_EVENT_EXTENDED, "2026-10-12T10:00", NULL));
  apply (fixture, row, "same");
}

static void
test_undo (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  apply (fixture, HEADS FIRST, "new");
  before = case_dump (fixture);
  g_assert_cmpint (apply (fixture, HEADS FIRST_REPLIED SECOND, "changed new"), ==, 2);
  ys_audit_undo (fixture->base.ledger, ys_audit_undoable (fixture->base.ledger, "示例", NULL),
                 "undo", NULL, &error);
  g_assert_no_error (error);
  after = case_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* All or none, unless the refused are left out; a twin of an earlier row is refused. */
static void
test_refused_rows (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Import import = read_text (fixture, HEADS FIRST
                             "N3\t市\t\t海洋公寓\tA1-08\t\t\t2026-10-12 09:00\t\t\t\n" FIRST);
  g_autofree char *path = g_build_filename (fixture->base.root, "refused.csv", NULL);
  g_autofree char *csv = NULL;

  assert_verdicts (&import, "new refused refused");
  g_assert_nonnull (strstr (row_at (&import, 2)->reason, "Row 2"));
  g_assert_cmpint (ys_case_import_apply (import.import, fixture->base.ledger, FALSE, FALSE, &error),
                   ==, -1);
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_cmpint (ys_record_store_count (fixture->base.ledger, &ys_case_type, NULL), ==, 0);
  g_assert_true (ys_case_import_export_refused (import.import, path, fixture_now, &error));
  g_assert_true (g_file_get_contents (path, &csv, NULL, NULL));
  g_assert_nonnull (strstr (csv, "海洋公寓"));
  g_assert_cmpint (ys_case_import_apply (import.import, fixture->base.ledger, TRUE, FALSE, &error),
                   ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (ys_record_store_count (fixture->base.ledger, &ys_case_type, NULL), ==, 1);
  clear_import (&import);
}

static void
test_changed_meanwhile (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Import import = read_text (fixture, HEADS FIRST);

  case_add (fixture, "N9", "A1-08", "2026-10-12T09:00", NULL);
  g_assert_cmpint (ys_case_import_apply (import.import, fixture->base.ledger, FALSE, FALSE, &error),
                   ==, -1);
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_CONFLICT);
  clear_import (&import);
}

/* A heading that a person chose is remembered; so is none. */
static void
test_headings (CaseFixture *fixture, gconstpointer data)
{
  static const char table[] = "市平台案卷一览表\n\n序号\t督办单\t级别\t所属小区\t类别\t派遣时间\n"
                              "1\tN1\t市\t示例花园\tA1-08\t2026-10-12 09:00\n合计\n";
  g_autoptr (GError) error = NULL;
  Import first = read_text (fixture, table);
  Import second;

  g_assert_cmpuint (ys_case_import_count (first.import, YS_VERDICT_REFUSED), ==, 1);
  g_assert_true (ys_case_import_map (first.import, "督办单", "number", &error));
  g_assert_true (ys_case_import_map (first.import, "类别", "clause", &error));
  g_assert_false (ys_case_import_map (first.import, "序号", "nonsense", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  assert_verdicts (&first, "new");
  g_assert_cmpint (ys_case_import_apply (first.import, fixture->base.ledger, FALSE, FALSE, &error),
                   ==, 1);
  g_assert_no_error (error);
  second = read_text (fixture, table);
  assert_verdicts (&second, "same");
  clear_import (&second);
  clear_import (&first);
}

static void
test_level_of_all (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Import import
      = read_text (fixture,
                   "案卷号\t小区\t小类\t派遣时间\nN1\t示例花园\tA1-08\t2026-10-12 09:00\n");

  assert_verdicts (&import, "refused");
  g_assert_true (ys_case_import_set_level (import.import, YS_INSPECTION_LEVEL_DISTRICT, &error));
  g_assert_no_error (error);
  assert_verdicts (&import, "new");
  clear_import (&import);
}

static void
test_no_table (CaseFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste ("甲\t乙\n1\t2\n", NULL);

  g_assert_null (
      ys_case_import_new (fixture->base.ledger, workbook, "x", NULL, fixture_now, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* With a person at hand, unknown headings are offered: below the title, none stands for anything.
 */
static void
test_unknown_heads (CaseFixture *fixture, gconstpointer data)
{
  static const char table[] = "督办一览表\n甲,乙,丙,丁,戊\n"
                              "N1,市,示例花园,A1-08,2026-10-12 09:00\n";
  g_autofree char *path = g_build_filename (fixture->base.root, "unknown.csv", NULL);
  const char *const mapping[]
      = { "甲=number", "乙=level", "丙=compound", "丁=clause", "戊=at", NULL };
  YsCaseImportOptions options = { .now = fixture_now };
  g_autoptr (GError) error = NULL;
  Import import = { NULL, NULL };

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  g_assert_null (ys_case_import_new_from_file (fixture->base.ledger, path, &options, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  options.any_heads = TRUE;
  import.import = ys_case_import_new_from_file (fixture->base.ledger, path, &options, NULL, &error);
  g_assert_no_error (error);
  assert_verdicts (&import, "refused");
  g_assert_cmpuint (ys_case_import_columns (import.import)->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_null (
        ((YsTableColumn *)g_ptr_array_index (ys_case_import_columns (import.import), i))->field);
  clear_import (&import);

  options.mapping = (GStrv)mapping;
  import.import = ys_case_import_new_from_file (fixture->base.ledger, path, &options, NULL, &error);
  g_assert_no_error (error);
  assert_verdicts (&import, "new");
  clear_import (&import);
}

static void
test_finalised (CaseFixture *fixture, gconstpointer data)
{
  apply (fixture, HEADS FIRST, "new");
  case_finalise (fixture, "2026-10", "2026-11-02T09:00");
  /* An entry into October is refused, and so is a reply in it; one in November is news. */
  apply (fixture, HEADS SECOND, "refused");
  apply (fixture, HEADS FIRST_REPLIED, "refused");
  apply (fixture,
         HEADS "N1\t市级\t\t示例花园\tA1-08\t3号楼\t\t2026-10-12 09:00\t\t2026-11-03 10:30\t\n",
         "changed");
}

#define ADD(path, data, test)                                                                      \
  g_test_add (path, CaseFixture, data, case_fixture_set_up, test, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/case-import/row/", row_cases[i].name, NULL);
      ADD (path, &row_cases[i], test_row);
    }
  ADD ("/jobs/case-import/again", NULL, test_again);
  ADD ("/jobs/case-import/changed", NULL, test_changed);
  ADD ("/jobs/case-import/extension-stands", NULL, test_extension_stands);
  ADD ("/jobs/case-import/undo", NULL, test_undo);
  ADD ("/jobs/case-import/refused-rows", NULL, test_refused_rows);
  ADD ("/jobs/case-import/changed-meanwhile", NULL, test_changed_meanwhile);
  ADD ("/jobs/case-import/headings", NULL, test_headings);
  ADD ("/jobs/case-import/unknown-heads", NULL, test_unknown_heads);
  ADD ("/jobs/case-import/level-of-all", NULL, test_level_of_all);
  ADD ("/jobs/case-import/no-table", NULL, test_no_table);
  ADD ("/jobs/case-import/finalised", NULL, test_finalised);
  return g_test_run ();
}
