/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports of whole files: the sample workbooks of seed 004, several worksheets, refused rows saved
 * and corrected, and files that are none. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gstdio.h>

#include "import-batch.h"
#include "import.h"
#include "job-error.h"
#include "ledger.h"
#include "make-workbook.h"
#include "record-store.h"

#define NOW ((YsInstant)1792000000)

typedef struct
{
  char *folder;
  YsLedger *ledger;
} Fixture;

static void
fixture_open (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsOffice office = { .name = (char *)"示例街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autofree char *ledger = NULL;

  fixture->folder = g_dir_make_tmp ("yardstick-import-XXXXXX", &error);
  ledger = g_build_filename (fixture->folder, "ledger", NULL);
  fixture->ledger = ys_ledger_create (ledger, &office, "示例", &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      remove_tree (child);
    }
  g_remove (path);
}

static void
fixture_close (Fixture *fixture)
{
  ys_ledger_free (fixture->ledger);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
}

static char *
sample (const char *name)
{
  return g_build_filename (g_getenv ("YS_SOURCE_ROOT"), "data", "sample", name, NULL);
}

static char *
in_folder (const Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static YsImport *
import_new (Fixture *fixture, const char *path, const char *sheet, GError **error)
{
  const YsImportOptions options = { .sheet = sheet, .today = { 2026, 10, 15 } };

  return ys_import_new (fixture->ledger, path, &options, NULL, NULL, NULL, error);
}

/* "new same changed doubtful refused" */
static char *
counts (const YsImport *import)
{
  return g_strdup_printf ("%u %u %u %u %u", ys_import_count (import, YS_VERDICT_NEW),
                          ys_import_count (import, YS_VERDICT_SAME),
                          ys_import_count (import, YS_VERDICT_CHANGED),
                          ys_import_count (import, YS_VERDICT_DOUBTFUL),
                          ys_import_count (import, YS_VERDICT_REFUSED));
}

static void
check_import (Fixture *fixture, const char *path, const char *shape, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = import_new (fixture, path, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = counts (import);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (ys_import_shape (import), ==, shape);
  g_assert_true (
      ys_import_apply (import, fixture->ledger, FALSE, NOW, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* [004 annexes 3, 4, 5]: 20 and 21 compounds; annex 5 completes the same 41; all of it again is
 * nothing new. */
static void
test_samples (void)
{
  g_autofree char *annex3 = sample ("附件3 提升任务一览表.xlsx");
  g_autofree char *annex4 = sample ("附件4 全覆盖任务一览表.xlsx");
  g_autofree char *annex5 = sample ("附件5 进展情况调度表.xlsx");
  Fixture fixture;

  fixture_open (&fixture);
  check_import (&fixture, annex3, "annex3", "20 0 0 0 0");
  check_import (&fixture, annex4, "annex4", "21 0 0 0 0");
  check_import (&fixture, annex5, "annex5", "0 0 41 0 0");
  check_import (&fixture, annex5, "annex5", "0 41 0 0 0");
  check_import (&fixture, annex4, "annex4", "0 21 0 0 0");
  check_import (&fixture, annex3, "annex3", "0 20 0 0 0");
  g_assert_cmpint (ys_record_store_count (fixture.ledger, &ys_compound_type, NULL), ==, 41);
  fixture_close (&fixture);
}

static void
test_batch (void)
{
  g_autofree char *annex3 = sample ("附件3 提升任务一览表.xlsx");
  g_autoptr (GPtrArray) batches = NULL;
  g_autofree char *content = NULL;
  g_autofree char *sha256 = NULL;
  const YsImportBatch *batch;
  Fixture fixture;
  gsize length;

  fixture_open (&fixture);
  check_import (&fixture, annex3, "annex3", "20 0 0 0 0");
  batches = ys_import_batches (fixture.ledger, NULL);
  g_assert_cmpuint (batches->len, ==, 1);
  batch = g_ptr_array_index (batches, 0);
  g_assert_cmpstr (batch->file_name, ==, "附件3 提升任务一览表.xlsx");
  g_assert_cmpstr (batch->shape, ==, "annex3");
  g_assert_cmpint (batch->at, ==, NOW);
  g_assert_true (g_file_get_contents (annex3, &content, &length, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)content, length);
  g_assert_cmpstr (batch->sha256, ==, sha256);
  fixture_close (&fixture);
}

static void
write_bytes (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize)length, NULL));
}

/* A hidden worksheet is not read unless asked for; one without a table is passed over. */
static void
write_sheets (const char *path)
{
  static const char workbook_xml[]
      = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"台账\" r:id=\"rId1\"/>"
        "<sheet name=\"旧\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>";
  static const char head[]
      = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>社区</t></is></c>"
        "<c t=\"inlineStr\"><is><t>小区</t></is></c></row>";
  static const char row[]
      = "<row><c t=\"inlineStr\"><is><t>梅园社区</t></is></c>"
        "<c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
  g_autofree char *first_row = g_strdup_printf (row, "甲苑");
  g_autofree char *second_row = g_strdup_printf (row, "乙苑");
  g_autofree char *first = g_strconcat (head, first_row, NULL);
  g_autofree char *second = g_strconcat (head, second_row, NULL);
  TestZip *zip = test_package (first, NULL, NULL, workbook_xml);
  g_autoptr (GBytes) bytes = NULL;

  test_zip_add (zip, "xl/worksheets/sheet2.xml", second, -1);
  bytes = test_zip_finish (zip);
  write_bytes (path, bytes);
}

static void
test_sheets (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = NULL;

  fixture_open (&fixture);
  path = in_folder (&fixture, "两表.xlsx");
  write_sheets (path);
  import = import_new (&fixture, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_import_n_rows (import), ==, 1);
  g_assert_cmpstr (ys_import_row (import, 0)->sheet, ==, "台账");
  g_clear_pointer (&import, ys_import_free);
  import = import_new (&fixture, path, "旧", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_import_row (import, 0)->name, ==, "乙苑");
  g_clear_pointer (&import, ys_import_free);
  g_assert_null (import_new (&fixture, path, "无", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "台账, 旧"));
  fixture_close (&fixture);
}

/* Refused rows come back with their reason; corrected, the file imports. */
static void
check_refused_export (const char *ending)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autofree char *out_name = g_strconcat ("拒绝行", ending, NULL);
  g_autoptr (GBytes) bytes = test_table ("台账\n社区|小区|类别|电话\n梅园社区|甲苑|四类|="
                                         "13800000001\n|乙苑|1|\n梅园社区|丙苑|1|",
                                         NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  const YsGrid *grid;

  fixture_open (&fixture);
  path = in_folder (&fixture, "台账.xlsx");
  out = in_folder (&fixture, out_name);
  write_bytes (path, bytes);
  import = import_new (&fixture, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_REFUSED), ==, 2);
  g_assert_true (ys_import_export_refused (import, out, NOW, &error));
  g_assert_no_error (error);
  workbook = ys_workbook_read_file (out, NULL, &error);
  g_assert_no_error (error);
  grid = ys_workbook_sheet (workbook, 0);
  g_assert_cmpuint (ys_grid_n_rows (grid), ==, 3);
  g_assert_cmpstr (ys_grid_text (grid, 0, 1), ==, "小区");
  g_assert_cmpstr (ys_grid_text (grid, 0, 4), ==, "Why it was refused");
  g_assert_cmpstr (ys_grid_text (grid, 1, 1), ==, "甲苑");
  g_assert_cmpstr (ys_grid_text (grid, 1, 2), ==, "四类");
  g_assert_cmpstr (ys_grid_text (grid, 1, 3), ==, "13800000001");
  g_assert_cmpstr (ys_grid_text (grid, 1, 4), ==, ys_import_row (import, 0)->reason);
  g_assert_cmpstr (ys_grid_text (grid, 2, 4), ==, ys_import_row (import, 1)->reason);
  g_clear_pointer (&import, ys_import_free);
  import = import_new (&fixture, out, NULL, &error); /* its reasons are no column of a compound */
  g_assert_no_error (error);
  g_assert_cmpuint (ys_import_count (import, YS_VERDICT_REFUSED), ==, 2);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

static void
test_refused_xlsx (void)
{
  check_refused_export (".xlsx");
}

static void
test_refused_csv (void)
{
  check_refused_export (".csv");
}

static void
test_refused_ending (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bad = test_table ("社区|小区\n|甲苑", NULL);
  g_autoptr (GBytes) good = test_table ("社区|小区\n梅园|甲苑", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = NULL;

  fixture_open (&fixture);
  path = in_folder (&fixture, "t.xlsx");
  write_bytes (path, bad);
  import = import_new (&fixture, path, NULL, &error);
  g_assert_false (ys_import_export_refused (import, "/nowhere/x.txt", NOW, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_clear_pointer (&import, ys_import_free);
  write_bytes (path, good);
  import = import_new (&fixture, path, NULL, &error);
  g_assert_false (ys_import_export_refused (import, path, NOW, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

/* A file that is no table leaves the reader's own error. */
static void
test_no_workbook (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_open (&fixture);
  path = in_folder (&fixture, "老.xlsx");
  g_assert_true (g_file_set_contents (path, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12, NULL));
  g_assert_null (import_new (&fixture, path, NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE);
  g_clear_error (&error);
  g_assert_null (import_new (&fixture, "/nowhere/t.xlsx", NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE);
  fixture_close (&fixture);
}

/* A stated count that does not fit makes that community's rows wait [004 annex 4]. */
static void
test_wrong_count (void)
{
  Fixture fixture;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = test_table (
      "社区名称|未实施物业管理的住宅小区\n梅园社区（3）|甲苑、乙苑\n紫薇社区（1）|丙苑", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsImport) import = NULL;
  g_autofree char *text = NULL;

  fixture_open (&fixture);
  path = in_folder (&fixture, "附件4.xlsx");
  write_bytes (path, bytes);
  import = import_new (&fixture, path, NULL, &error);
  g_assert_no_error (error);
  text = counts (import);
  g_assert_cmpstr (text, ==, "1 0 0 2 0");
  g_assert_true (ys_import_row (import, 0)->can_accept);
  g_assert_cmpstr (ys_import_row (import, 0)->column, ==, "A");
  g_assert_cmpuint (ys_import_n_to_write (import), ==, 1);
  g_assert_true (ys_import_decide (import, 0, YS_ROW_ACCEPT));
  g_assert_true (ys_import_decide (import, 1, YS_ROW_ACCEPT));
  g_assert_cmpuint (ys_import_n_to_write (import), ==, 3);
  g_clear_pointer (&import, ys_import_free);
  fixture_close (&fixture);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/jobs/import-files/samples", test_samples);
  g_test_add_func ("/jobs/import-files/batch", test_batch);
  g_test_add_func ("/jobs/import-files/sheets", test_sheets);
  g_test_add_func ("/jobs/import-files/refused-xlsx", test_refused_xlsx);
  g_test_add_func ("/jobs/import-files/refused-csv", test_refused_csv);
  g_test_add_func ("/jobs/import-files/refused-ending", test_refused_ending);
  g_test_add_func ("/jobs/import-files/no-workbook", test_no_workbook);
  g_test_add_func ("/jobs/import-files/wrong-count", test_wrong_count);
  return g_test_run ();
}
