/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notices as the ledger stands: what is withdrawn or done stands on none; the form goes out, comes
 * back filled, and is read by codes, names and numbers. */
#include "config.h"

#include "inspection-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "finding-job.h"
#include "job-error.h"
#include "notice-job.h"

#define CITY YS_INSPECTION_LEVEL_CITY
#define TOWN YS_INSPECTION_LEVEL_TOWN

/* (transfer full) */
static char *
print_document (YsDocument *document)
{
  GString *text = g_string_new (NULL);
  GPtrArray *sheets = ys_document_sheets (document);

  for (guint i = 0; i < sheets->len; i++)
    {
      const YsSheet *sheet = sheets->pdata[i];

      for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
        {
          for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
            {
              YsSheetValue value = ys_sheet_get (sheet, row, column);
              g_autofree char *cell = ys_sheet_value_to_text (value);

              if (value.kind != YS_VALUE_EMPTY)
                g_string_append_printf (text, "%s|", cell);
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

static void
take_step (Yard *yard, gint64 id, int kind, const char *day, const char *text)
{
  g_autoptr (GError) error = NULL;
  const YsStep step = { .kind = kind, .at = october (day), .text = text };

  ys_finding_take_step (yard->base.ledger, &id, 1, &step, step.at, &error);
  g_assert_no_error (error);
}

/* Monday 12 October, 9:30: clause 1 has 3 working days: Thursday 17:30; clause 8 has 2 hours. */
static void
test_inspection (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = yard_inspect (yard, CITY, "12T09:30", &ids, "A1-01*3@东门", "A1-08", "A1-10", NULL);
  g_autoptr (YsDocument) document = NULL;
  g_autofree char *printed = NULL;

  take_step (yard, g_array_index (ids, gint64, 2), YS_EVENT_WITHDRAWN, "12T10:00", "录错");
  document = ys_notice_of_inspection (yard->base.ledger, id, october ("12T10:30"), &error);
  g_assert_no_error (error);
  printed = print_document (document);
  g_assert_nonnull (strstr (printed, "2026年10月12日，经市级"));
  g_assert_nonnull (strstr (printed, "双倍扣分"));
  g_assert_nonnull (
      strstr (printed, "1|A1-01\n外立面破损|3|东门|3工作日|10月15日 17:30|物管科、各小区物业|"));
  g_assert_nonnull (
      strstr (printed, "2|A1-08\n清扫保洁不干净|1|2工作时|10月12日 11:30|物管科、各小区物业|"));
  g_assert_null (strstr (printed, "A1-10"));
}

static void
test_nothing (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = yard_inspect (yard, TOWN, "12T09:30", NULL, NULL);

  g_assert_null (ys_notice_of_inspection (yard->base.ledger, id, october ("12T10:30"), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ys_notice_of_compound (yard->base.ledger, 0, october ("12T10:30"), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (ys_notice_overdue (yard->base.ledger, NULL, october ("12T10:30"), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* What a recheck passed is done; what failed is still to do. */
static void
test_compound (Yard *yard, gconstpointer data)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocument) document = NULL;
  g_autofree char *printed = NULL;

  yard_inspect (yard, TOWN, "12T09:30", &ids, "A1-01", "A1-02", "A1-03", NULL);
  take_step (yard, g_array_index (ids, gint64, 0), YS_EVENT_PASSED, "12T10:00", NULL);
  take_step (yard, g_array_index (ids, gint64, 1), YS_EVENT_FAILED, "12T10:00", NULL);
  document = ys_notice_of_compound (yard->base.ledger, 0, october ("12T10:30"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ys_document_sheets (document)->len, ==, 1);
  printed = print_document (document);
  g_assert_null (strstr (printed, "A1-01"));
  g_assert_nonnull (strstr (printed, "A1-02"));
  g_assert_nonnull (strstr (printed, "A1-03"));
  g_assert_null (strstr (printed, "双倍")); /* a town's finding never doubles */
}

/* Clause 8 was due at 11:30; at 15:00 it is 0:30 before noon and 1:00 after late. */
static void
test_overdue (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDocument) document = NULL;
  g_autofree char *printed = NULL;

  yard_inspect (yard, CITY, "12T09:30", NULL, "A1-01", "A1-08@3号楼", NULL);
  document = ys_notice_overdue (yard->base.ledger, NULL, october ("12T15:00"), &error);
  g_assert_no_error (error);
  printed = print_document (document);
  g_assert_nonnull (strstr (printed, "|市级检查|清扫保洁不干净|3号楼|2026-10-12 11:30|1:30|"));
  g_assert_null (strstr (printed, "外立面破损"));
  g_assert_nonnull (strstr (printed, "合计 1 项"));
}

static void
test_form (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (yard->base.ledger, YS_ANNEX_1, (YsDate){ 2026, 10, 12 }, &error);
  g_autoptr (YsRegistry) registry = ys_registry_load (yard->base.ledger, &error);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "yardstick-form-test.xlsx", NULL);
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (YsInspectionPaste) paste = NULL;

  ys_inspection_export_form (yard->base.ledger, registry, book, 0, path, october ("12T08:30"),
                             &error);
  g_assert_no_error (error);
  workbook = ys_workbook_read_file (path, NULL, &error);
  g_unlink (path);
  g_assert_no_error (error);
  paste = ys_inspection_read_paste (yard->base.ledger, ys_workbook_sheet (workbook, 0), book,
                                    october ("12T08:30"), &error);
  g_assert_no_error (error);
  g_assert_true (paste->is_form);
  g_assert_cmpuint (paste->rows->len, ==, 0);
}

typedef struct
{
  const char *path, *paste;
  const char *code; /* NULL: refused, */
  gint64 count;
  const char *says; /* … and the sentence holds this */
} Paste;

static const Paste pastes[] = {
  { "code", "A1-08\t2\n", "A1-08", 2, NULL },
  { "number-of-code", "08\t2\n", "A1-08", 2, NULL },
  { "wide-lower-case", "ａ1-08\n", "A1-08", 1, NULL },
  { "name", "清扫保洁不干净\t3\n", "A1-08", 3, NULL },
  { "name-with-spaces", "清扫保洁 不干净\n", "A1-08", 1, NULL },
  { "unknown", "没有的条款\n", NULL, 1, "没有的条款" },
  { "no-clause", "条款\t处数\n\t2\n", NULL, 2, "A1-08" },
  { "no-number", "A1-08\t很多\n", "A1-08", 1, "很多" },
  { "zero", "A1-08\t0\n", "A1-08", 1, "1" },
  { "too-many", "A1-08\t1000\n", "A1-08", 1, "999" },
};

static void
test_paste (Yard *yard, gconstpointer data)
{
  const Paste *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (yard->base.ledger, YS_ANNEX_1, (YsDate){ 2026, 10, 12 }, &error);
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (c->paste, &error);
  g_autoptr (YsInspectionPaste) paste = NULL;
  const YsPastedFinding *row;

  g_assert_no_error (error);
  paste = ys_inspection_read_paste (yard->base.ledger, ys_workbook_sheet (workbook, 0), book,
                                    october ("12T08:30"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paste->rows->len, ==, 1);
  row = paste->rows->pdata[0];
  g_assert_cmpstr (row->code, ==, c->code);
  g_assert_cmpint (row->count, ==, c->count);
  if (c->says == NULL)
    g_assert_cmpstr (row->problem, ==, NULL);
  else
    g_assert_nonnull (strstr (row->problem, c->says));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/jobs/notice/" path, Yard, NULL, yard_set_up, func, yard_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("inspection", test_inspection);
  ADD ("nothing", test_nothing);
  ADD ("compound", test_compound);
  ADD ("overdue", test_overdue);
  ADD ("form", test_form);
  for (guint i = 0; i < G_N_ELEMENTS (pastes); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/notice/paste/", pastes[i].path, NULL);

      g_test_add (path, Yard, &pastes[i], yard_set_up, test_paste, yard_tear_down);
    }
  return g_test_run ();
}
