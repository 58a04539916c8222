/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of a catalogue: edited, compared, taken out to Excel and back. */
#include "config.h"

#include <string.h>

#include "audit.h"
#include "catalogue-job.h"
#include "fixture.h"
#include "job-error.h"
#include "record-store.h"

static const YsDate NO_DATE = { 0, 0, 0 };

static YsCatalogueBook *
set_one (Fixture *f, const char *code, const char *field, const char *text, YsDate from)
{
  const YsClauseEdit edit = { code, field, text };
  g_autoptr (GError) error = NULL;
  YsCatalogueBook *book = NULL;
  g_assert_true (ys_catalogue_set (f->ledger, &edit, 1, from, NULL, fixture_today, &book, &error));
  g_assert_no_error (error);
  return book;
}

static void
assert_refused (
    Fixture *f, const char *code, const char *field, const char *text, YsDate from, int job_code)
{
  const YsClauseEdit edit = { code, field, text };
  g_autoptr (GError) error = NULL;
  gint64 before = ys_record_store_count (f->ledger, &ys_catalogue_type, NULL);
  g_assert_false (ys_catalogue_set (f->ledger, &edit, 1, from, NULL, fixture_today, NULL, &error));
  g_assert_nonnull (error);
  if (job_code >= 0)
    g_assert_error (error, YS_JOB_ERROR, job_code);
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_catalogue_type, NULL), ==, before);
}

static char *
points_on (Fixture *f, int annex, const char *code, YsDate date)
{
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (f->ledger, annex, date, NULL);
  const YsClause *clause = ys_catalogue_book_find (book, code);
  return clause->points.is_set ? ys_hundredths_to_text (clause->points.value, FALSE)
                               : g_strdup ("unspecified");
}

static void
assert_points (Fixture *f, int annex, const char *code, YsDate date, const char *expected)
{
  g_autofree char *points = points_on (f, annex, code, date);
  g_assert_cmpstr (points, ==, expected);
}

/* An edit holds from today; what came before keeps the old figure and the old rows. */
static void
test_edit (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsCatalogueBook) book = set_one (f, "A1-23", "points", "1.5", NO_DATE);
  const YsCatalogue *version = ys_catalogue_book_version (book);
  g_assert_cmpint (version->version.value, ==, 2);
  g_assert_cmpstr (version->title, ==, "附件1 第2版");
  g_assert_true (ys_date_equal (version->valid_from, fixture_today));
  g_assert_cmpuint (ys_catalogue_book_n_clauses (book), ==, 26);
  assert_points (f, YS_ANNEX_1, "A1-23", fixture_today, "1.50");
  assert_points (f, YS_ANNEX_1, "A1-23", ys_date_add_days (fixture_today, -1), "1.00");
  assert_points (f, YS_ANNEX_1, "A1-22", fixture_today, "1.00");
  g_autoptr (YsCatalogueBook) old = ys_catalogue_load_version (f->ledger, 1, NULL);
  g_assert_cmpint (ys_catalogue_book_find (old, "A1-23")->points.value, ==, 100);

  /* Two versions of one day: the later one counts, and stands on the earlier. */
  g_autoptr (YsCatalogueBook) next = set_one (f, "A1-22", "points", "2", NO_DATE);
  g_assert_cmpint (ys_catalogue_book_version (next)->version.value, ==, 3);
  assert_points (f, YS_ANNEX_1, "A1-22", fixture_today, "2.00");
  assert_points (f, YS_ANNEX_1, "A1-23", fixture_today, "1.50");
  g_autoptr (GPtrArray) versions = ys_catalogue_versions (f->ledger, YS_ANNEX_1, NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpint (((YsCatalogue *)versions->pdata[0])->version.value, ==, 3);
  g_assert_cmpint (((YsCatalogue *)versions->pdata[2])->version.value, ==, 1);
}

/* A blank of the source [002 annex 2] is filled from the date of the version that it completes. */
static void
test_fill (Fixture *f, gconstpointer unused)
{
  assert_points (f, YS_ANNEX_2, "A2-07", fixture_today, "unspecified");
  g_autoptr (YsCatalogueBook) book = set_one (f, "a2-07", "points", "3", NO_DATE);
  g_assert_true (
      ys_date_equal (ys_catalogue_book_version (book)->valid_from, ((YsDate){ 2015, 1, 1 })));
  assert_points (f, YS_ANNEX_2, "A2-07", (YsDate){ 2015, 1, 1 }, "3.00");
  assert_points (f, YS_ANNEX_2, "A2-11", (YsDate){ 2015, 1, 1 }, "unspecified");
  g_assert_cmpstr (ys_catalogue_book_version (book)->notes, !=, NULL);
  /* A date given is kept. */
  g_autoptr (YsCatalogueBook) dated = set_one (f, "A2-11", "points", "1", (YsDate){ 2026, 1, 1 });
  assert_points (f, YS_ANNEX_2, "A2-11", (YsDate){ 2025, 12, 31 }, "unspecified");
  assert_points (f, YS_ANNEX_2, "A2-11", (YsDate){ 2026, 1, 1 }, "1.00");
  /* A figure that was there is no blank. */
  g_autoptr (YsCatalogueBook) changed = set_one (f, "A2-07", "points", "4", NO_DATE);
  g_assert_true (ys_date_equal (ys_catalogue_book_version (changed)->valid_from, fixture_today));
}

static void
test_same (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsCatalogueBook) book = set_one (f, "A1-01", "points", "1.00", NO_DATE);
  g_assert_cmpint (ys_catalogue_book_version (book)->id, ==, 1);
}

typedef struct
{
  const char *path, *code, *field, *text;
  YsDate from;
  int error; /* of YS_JOB_ERROR; -1: another layer's */
} Refusal;

static const Refusal refusals[] = {
  { "no-code", "A1-99", "points", "1", { 0 }, YS_JOB_ERROR_NOT_FOUND },
  { "no-annex", "B1-01", "points", "1", { 0 }, YS_JOB_ERROR_NOT_FOUND },
  { "no-field", "A1-01", "colour", "red", { 0 }, YS_JOB_ERROR_REFUSED },
  { "code", "A1-01", "code", "A1-77", { 0 }, YS_JOB_ERROR_REFUSED },
  { "position", "A1-01", "position", "3", { 0 }, YS_JOB_ERROR_REFUSED },
  { "points", "A1-01", "points", "one", { 0 }, -1 },
  { "negative", "A1-01", "points", "-1", { 0 }, -1 },
  { "three-decimals", "A1-01", "points", "0.005", { 0 }, -1 },
  { "too-many-points", "A1-01", "points", "100.01", { 0 }, -1 },
  { "limit", "A1-01", "limit", "soon", { 0 }, YS_JOB_ERROR_REFUSED },
  { "limit-of-nothing", "A1-01", "limit", "0d", { 0 }, YS_JOB_ERROR_REFUSED },
  { "no-name", "A1-01", "name", "", { 0 }, -1 },
  { "short-name", "A1-01", "short_name", "七个字的简称啊", { 0 }, -1 },
  { "kind", "A1-01", "kind", "gift", { 0 }, -1 },
  { "before-the-first", "A1-01", "points", "2", { 2014, 12, 31 }, YS_JOB_ERROR_NOT_FOUND },
};

static void
test_refused (Fixture *f, gconstpointer data)
{
  const Refusal *c = data;
  assert_refused (f, c->code, c->field, c->text, c->from, c->error);
}

/* The version of today would hide what is to hold from January. */
static void
test_hidden (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsCatalogueBook) book = set_one (f, "A1-01", "points", "2", NO_DATE);
  assert_refused (f, "A1-01", "points", "3", (YsDate){ 2026, 1, 1 }, YS_JOB_ERROR_FORBIDDEN);
}

static void
test_fields (Fixture *f, gconstpointer unused)
{
  static const YsClauseEdit edits[] = {
    { "A1-04", "limit", "4h" },
    { "A1-04", "unit", "市政科" },
    { "A1-05", "limit", "５个工作日" },
    { "A1-06", "limit", "" },
    { "A1-06", "criterion", "公共设施破损的。" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueBook) book = NULL;
  g_assert_true (ys_catalogue_set (f->ledger, edits, G_N_ELEMENTS (edits), NO_DATE, "区里新要求",
                                   fixture_today, &book, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ys_catalogue_book_version (book)->reason, ==, "区里新要求");
  g_autoptr (YsCatalogueBook) old = ys_catalogue_load_version (f->ledger, 1, NULL);
  g_autoptr (GPtrArray) changes = ys_catalogue_compare (old, book);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const YsClauseChange *change = changes->pdata[i];
      g_string_append_printf (text, "%s %s %.12s > %s\n", change->code, change->field,
                              change->before, change->after);
    }
  g_assert_cmpstr (text->str, ==,
                   "A1-04 unit 物管科、 > 市政科\n"
                   "A1-04 limit 3工作日 > 4工作时\n"
                   "A1-05 limit 3工作日 > 5工作日\n"
                   "A1-06 criterion 公共设施 > 公共设施破损的。\n"
                   "A1-06 limit 3工作日 > \n");
}

/* Two annexes are two catalogues. */
static void
test_two_annexes (Fixture *f, gconstpointer unused)
{
  static const YsClauseEdit edits[] = { { "A1-01", "points", "2" }, { "A2-01", "points", "2" } };
  g_autoptr (GError) error = NULL;
  g_assert_false (
      ys_catalogue_set (f->ledger, edits, 2, NO_DATE, NULL, fixture_today, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* A version is taken back whole. */
static void
test_undo (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueBook) book = set_one (f, "A1-23", "points", "2", NO_DATE);
  g_autoptr (GPtrArray) lines = ys_audit_list (f->ledger, NULL, 0, 1, NULL);
  const YsAuditLine *line = lines->pdata[0];
  g_assert_true (ys_audit_undo (f->ledger, line->change, "undo", NULL, &error));
  g_assert_no_error (error);
  assert_points (f, YS_ANNEX_1, "A1-23", fixture_today, "1.00");
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_clause_type, NULL), ==, 94);
  g_autoptr (YsVerification) verification = ys_audit_verify (f->ledger, &error);
  g_assert_true (verification->ok);
}

static void
test_check (Fixture *f, gconstpointer unused)
{
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (f->ledger, YS_ANNEX_1, fixture_today, NULL);
  const YsClause *clause = ys_catalogue_book_clause (book, 0);
  static const struct
  {
    const char *field, *text;
    gboolean fits;
  } rows[] = {
    { "points", "1.25", TRUE },   { "points", "x", FALSE },    { "points", "", TRUE },
    { "limit", "2工作时", TRUE }, { "limit", "2", FALSE },     { "name", "外立面", TRUE },
    { "name", "", FALSE },        { "short_name", "", FALSE }, { "unit", "", TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sentence = ys_clause_check (clause, rows[i].field, rows[i].text);
      g_test_message ("%s %s: %s", rows[i].field, rows[i].text, sentence ? sentence : "");
      g_assert_cmpint (sentence == NULL, ==, rows[i].fits);
    }
}

static YsCatalogueImport *
read_paste (Fixture *f, const char *text, GError **error)
{
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (text, error);
  g_assert_nonnull (workbook);
  return ys_catalogue_import_new (f->ledger, ys_workbook_sheet (workbook, 0), fixture_today, error);
}

/* Every built-in catalogue comes back from its own workbook as it went out. */
static void
test_round_trip (Fixture *f, gconstpointer unused)
{
  for (int annex = YS_ANNEX_1; annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YsCatalogueBook) book
          = ys_catalogue_load (f->ledger, annex, fixture_today, &error);
      g_autofree char *path = g_build_filename (f->root, "细则.xlsx", NULL);
      g_assert_true (ys_catalogue_export (book, path, fixture_now, &error));
      g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
      g_assert_no_error (error);
      g_autoptr (YsCatalogueImport) import
          = ys_catalogue_import_new (f->ledger, ys_workbook_sheet (workbook, 0), fixture_today,
                                     &error);
      g_assert_no_error (error);
      g_assert_cmpint (ys_catalogue_import_annex (import), ==, annex);
      g_assert_cmpuint (ys_catalogue_import_problems (import)->len, ==, 0);
      g_assert_cmpuint (ys_catalogue_import_changes (import)->len, ==, 0);
      g_autoptr (YsCatalogueBook) same = NULL;
      g_assert_true (
          ys_catalogue_import_apply (f->ledger, import, fixture_today, NULL, NULL, &same, &error));
      g_assert_cmpint (ys_catalogue_book_version (same)->id, ==, annex);
    }
}

/* Three rows of a table typed by hand: one changed, one new, the other 25 dropped. */
static void
test_import (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueImport) import
      = read_paste (f,
                    "附件1（修订）\t\t\t\t\t\t\n"
                    "小类代码\t分类\t小类名称\t简称\t立案条件\t时限\t扣分\n"
                    "A1-04\t基础设施\t井盖缺损\t井盖缺损\t各类井盖破损\t1工作日\t2\n"
                    "\t\t\t\t\t\t\n"
                    "a1-27\t环境秩序\t飞线充电\t飞线充电\t从窗口拉线充电\t2工作时\t\n",
                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_catalogue_import_problems (import)->len, ==, 0);
  GPtrArray *changes = ys_catalogue_import_changes (import);
  guint n[3] = { 0 };
  for (guint i = 0; i < changes->len; i++)
    n[((YsClauseChange *)changes->pdata[i])->kind]++;
  g_assert_cmpuint (n[YS_CLAUSE_ADDED], ==, 1);
  g_assert_cmpuint (n[YS_CLAUSE_REMOVED], ==, 25);
  /* place, criterion, points, limit */
  g_assert_cmpuint (n[YS_CLAUSE_CHANGED], ==, 4);
  g_autoptr (YsCatalogueBook) book = NULL;
  g_assert_true (ys_catalogue_import_apply (f->ledger, import, fixture_today, "修订", "细则.xlsx",
                                            &book, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ys_catalogue_book_n_clauses (book), ==, 2);
  g_assert_cmpstr (ys_catalogue_book_version (book)->source, ==, "细则.xlsx");
  const YsClause *added = ys_catalogue_book_find (book, "A1-27");
  g_assert_true (ys_clause_is_unspecified (added));
  g_assert_cmpint (added->limit_amount.value, ==, 2);
  /* No column of units: as it stood. */
  g_assert_cmpstr (ys_catalogue_book_find (book, "A1-04")->unit, ==, "物管科、各小区物业");
  g_assert_null (added->unit);
}

typedef struct
{
  const char *path, *table;
  guint row, column;
} Bad;

#define HEADS "代码\t分类\t名称\t简称\t立案条件\t时限\t扣分\n"
#define GOOD "A1-01\t基础设施\t外立面\t外立面\t破损\t3d\t1\n"

static const Bad bad[] = {
  { "points", HEADS GOOD "A1-02\t基础设施\t路\t路面\t破损\t3d\t一分\n", 2, 6 },
  { "limit", HEADS "A1-02\t基础设施\t路\t路面\t破损\t三天内\t1\n", 1, 5 },
  { "twice", HEADS GOOD GOOD, 2, 0 },
  { "other-annex", HEADS GOOD "A2-01\t1\t路\t路面\t破损\t3d\t1\n", 2, 0 },
  { "no-code", HEADS GOOD "\t基础设施\t路\t路面\t破损\t3d\t1\n", 2, 0 },
  { "no-name", HEADS "A1-02\t基础设施\t\t路面\t破损\t3d\t1\n", 1, 2 },
  { "long-short-name", HEADS "A1-02\t基础设施\t路\t小区内的道路破损\t破损\t3d\t1\n", 1, 3 },
  { "kind", "代码\t种类\t分类\t名称\t简称\t立案条件\nA1-02\t加分\t基础设施\t路\t路面\t破损\n", 1,
    1 },
};

/* One wrong cell keeps all of it out. */
static void
test_bad (Fixture *f, gconstpointer data)
{
  const Bad *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueImport) import = read_paste (f, c->table, &error);
  g_assert_no_error (error);
  GPtrArray *problems = ys_catalogue_import_problems (import);
  g_assert_cmpuint (problems->len, ==, 1);
  const YsCatalogueProblem *problem = problems->pdata[0];
  g_test_message ("%s", problem->reason);
  g_assert_cmpuint (problem->row, ==, c->row);
  g_assert_cmpuint (problem->column, ==, c->column);
  g_assert_false (
      ys_catalogue_import_apply (f->ledger, import, fixture_today, "修订", NULL, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_cmpint (ys_record_store_count (f->ledger, &ys_catalogue_type, NULL), ==, 3);
}

static void
test_no_table (Fixture *f, gconstpointer unused)
{
  static const char *const tables[] = { "甲\t乙\n1\t2\n", HEADS, HEADS "合计\t\t\t\t\t\t\n" };
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (read_paste (f, tables[i], &error));
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
    }
}

/* Somebody else's version came between looking and writing. */
static void
test_between (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueImport) import = read_paste (f, HEADS GOOD, &error);
  g_autoptr (YsCatalogueBook) book = set_one (f, "A1-05", "points", "2", NO_DATE);
  g_assert_false (
      ys_catalogue_import_apply (f->ledger, import, fixture_today, "修订", NULL, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/jobs/catalogue/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("edit", test_edit);
  ADD ("fill", test_fill);
  ADD ("same", test_same);
  ADD ("hidden", test_hidden);
  ADD ("fields", test_fields);
  ADD ("two-annexes", test_two_annexes);
  ADD ("undo", test_undo);
  ADD ("check", test_check);
  ADD ("round-trip", test_round_trip);
  ADD ("import", test_import);
  ADD ("no-table", test_no_table);
  ADD ("between", test_between);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/catalogue/refused/%s", refusals[i].path);
      g_test_add (path, Fixture, &refusals[i], fixture_set_up, test_refused, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/catalogue/bad/%s", bad[i].path);
      g_test_add (path, Fixture, &bad[i], fixture_set_up, test_bad, fixture_tear_down);
    }
  return g_test_run ();
}
