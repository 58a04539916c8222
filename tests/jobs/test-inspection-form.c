/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form printed, filled as an inspector would in Excel, and read in again. */
#include "config.h"

#include "inspection-fixture.h"

#include <string.h>

#include "job-error.h"
#include "xlsx-writer.h"

/* Rows and columns of the form, as printed. */
#define ROW_WHERE 2
#define ROW_WHEN 3
#define ROW_WHO 4
#define ROW_FIRST 6 /* A1-01 */
#define ROW_BLANK (ROW_FIRST + 26)
#define LEFT 1
#define RIGHT 5
#define COUNT 5
#define PLACE 6
#define NOTE 7

#define NOW "12T15:00"

typedef struct
{
  guint row;
  guint column;
  const char *text;
} Cell;

static const Cell filled[] = {
  { ROW_WHERE, RIGHT, "区级" },
  { ROW_WHEN, RIGHT, "暗访" },
  { ROW_WHEN, LEFT, "2026-10-12 10:30" },
  { ROW_WHO, RIGHT, "示例王某、示例李某" },
  { ROW_FIRST + 7, COUNT, "2" },
  { ROW_FIRST + 7, PLACE, "3、5号楼间" },
  { ROW_FIRST + 22, NOTE, "草高" },
  { ROW_BLANK, 0, "A1-08" },
  { ROW_BLANK, PLACE, "东门" },
  { ROW_BLANK + 1, 0, "22" },
  { ROW_FIRST, COUNT, "0" },
  { ROW_FIRST + 1, NOTE, "无" },
};

static void
write_cells (YsSheet *sheet, const Cell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    ys_sheet_set (sheet, cells[i].row, cells[i].column, YS_SHEET_TEXT (cells[i].text),
                  ys_sheet_style (sheet, cells[i].row, cells[i].column));
}

/* (transfer full): the form of the yard's compound */
static YsDocument *
print_form (Yard *yard, gint64 compound)
{
  g_autoptr (GError) error = NULL;
  YsDocument *document
      = ys_inspection_form_document (yard->base.ledger, compound, october (NOW), &error);

  g_assert_no_error (error);
  return document;
}

static YsInspectionPaste *
read_sheets (Yard *yard, GPtrArray *sheets, const char *sheet, GError **error)
{
  g_autofree char *path = g_build_filename (yard->base.root, "检查表.xlsx", NULL);
  g_autoptr (GError) failed = NULL;

  ys_xlsx_write_file (sheets, NULL, path, NULL, &failed);
  g_assert_no_error (failed);
  return ys_inspection_read_form (yard->base.ledger, path, sheet, october (NOW), NULL, error);
}

static YsInspectionPaste *
fill_and_read (Yard *yard, const Cell *cells, guint n, GError **error)
{
  g_autoptr (YsDocument) document = print_form (yard, yard->compound);

  write_cells (ys_document_sheets (document)->pdata[0], cells, n);
  return read_sheets (yard, ys_document_sheets (document), NULL, error);
}

/* "A1-08*2@place|note; …"; what cannot be taken as "!text". */
static char *
row_words (const YsInspectionPaste *paste)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < paste->rows->len; i++)
    {
      const YsPastedFinding *row = paste->rows->pdata[i];

      g_string_append_printf (words, "%s%s%s*%" G_GINT64_FORMAT "@%s|%s", i > 0 ? "; " : "",
                              row->problem != NULL ? "!" : "",
                              row->code != NULL ? row->code : row->clause_text, row->count,
                              row->place != NULL ? row->place : "",
                              row->note != NULL ? row->note : "");
    }
  return g_string_free (words, FALSE);
}

static void
check_filled (const YsInspectionPaste *paste)
{
  g_autofree char *words = row_words (paste);

  g_assert_true (paste->is_form);
  g_assert_cmpuint (paste->wrong_heads->len, ==, 0);
  g_assert_cmpstr (paste->compound, ==, "龙珠百合");
  g_assert_cmpint (paste->head.level, ==, YS_INSPECTION_LEVEL_DISTRICT);
  g_assert_cmpint (paste->head.kind, ==, YS_INSPECTION_KIND_UNANNOUNCED);
  assert_october (paste->head.at, "12T10:30");
  g_assert_cmpint (paste->head.notice_at, ==, 0);
  g_assert_cmpstr (paste->head.inspectors, ==, "示例王某、示例李某");
  /* “0” and “无” are no findings */
  g_assert_cmpstr (words, ==, "A1-08*2@3、5号楼间|; A1-23*1@|草高; A1-08*1@东门|; A1-22*1@|");
}

static void
test_filled (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = fill_and_read (yard, filled, G_N_ELEMENTS (filled), &error);

  g_assert_no_error (error);
  check_filled (paste);
}

/* Nothing written: a form without any head but its compound. */
static void
test_empty (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = fill_and_read (yard, filled, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (paste->rows->len, ==, 0);
  g_assert_cmpint (paste->head.at, ==, 0);
  g_assert_cmpint (paste->head.level, ==, 0);
}

/* The whole sheet copied in Excel: merges are gone, the foot's lines are no findings. */
static void
test_pasted (Yard *yard, gconstpointer data)
{
  g_autoptr (YsDocument) document = print_form (yard, yard->compound);
  YsSheet *sheet = ys_document_sheets (document)->pdata[0];
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (YsInspectionPaste) paste = NULL;

  write_cells (sheet, filled, G_N_ELEMENTS (filled));
  for (guint row = 0; row < ys_sheet_n_rows (sheet); row++)
    for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
      {
        g_autofree char *value = ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));

        g_string_append_printf (text, "%s%s", value,
                                column + 1 < ys_sheet_n_columns (sheet) ? "\t" : "\n");
      }
  workbook = ys_workbook_read_paste (text->str, &error);
  g_assert_no_error (error);
  paste = ys_inspection_read_paste (yard->base.ledger, ys_workbook_sheet (workbook, 0), NULL,
                                    october (NOW), &error);
  g_assert_no_error (error);
  check_filled (paste);
}

typedef struct
{
  const char *path;
  Cell cell;
  const char *field; /* NULL: taken, and */
  const char *at;    /* … this time */
  const char *says;
} Head;

static const Head heads[] = {
  { "day-and-time", { ROW_WHEN, LEFT, "2026/10/12 9:30" }, NULL, "12T09:30", NULL },
  { "this-year", { ROW_WHEN, LEFT, "10-12 9:30" }, NULL, "12T09:30", NULL },
  { "as-clerks-write", { ROW_WHEN, LEFT, "10月12日上午9点半" }, NULL, "12T09:30", NULL },
  { "seconds", { ROW_WHEN, LEFT, "2026-10-12 09:30:00" }, NULL, "12T09:30", NULL },
  { "day-only", { ROW_WHEN, LEFT, "2026-10-12" }, "at", NULL, "2026-10-12" },
  { "no-time", { ROW_WHEN, LEFT, "上周" }, "at", NULL, "上周" },
  { "no-level", { ROW_WHERE, RIGHT, "县里" }, "level", NULL, "镇级、区级、市级、联合、自查" },
  { "no-kind", { ROW_WHEN, RIGHT, "路过" }, "kind", NULL, "明查、暗访、专项" },
  { "no-notice", { ROW_WHO, LEFT, "?" }, "notice_at", NULL, "?" },
};

static void
test_head (Yard *yard, gconstpointer data)
{
  const Head *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = fill_and_read (yard, &c->cell, 1, &error);
  const YsWrongHead *wrong;

  g_assert_no_error (error);
  g_assert_cmpuint (paste->wrong_heads->len, ==, c->field != NULL ? 1 : 0);
  assert_october (paste->head.at, c->at);
  if (c->field == NULL)
    return;
  wrong = paste->wrong_heads->pdata[0];
  g_assert_cmpstr (wrong->field, ==, c->field);
  g_assert_cmpstr (wrong->text, ==, c->cell.text);
  g_assert_nonnull (strstr (wrong->problem, c->says));
}

/* Excel's own date and time, as it is when an inspector types 2026-10-12 10:30 into the cell. */
static void
test_date_cell (Yard *yard, gconstpointer data)
{
  g_autoptr (YsDocument) document = print_form (yard, yard->compound);
  YsSheet *sheet = ys_document_sheets (document)->pdata[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = NULL;

  ys_sheet_set (sheet, ROW_WHEN, LEFT, YS_SHEET_DATE (((YsDate){ 2026, 10, 12 })),
                ys_sheet_style (sheet, ROW_WHEN, LEFT));
  paste = read_sheets (yard, ys_document_sheets (document), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paste->wrong_heads->len, ==, 1); /* a day alone starts no clock */
}

static void
test_row_problems (Yard *yard, gconstpointer data)
{
  const Cell cells[] = { { ROW_BLANK, 0, "A9-99" },
                         { ROW_BLANK, PLACE, "东门" },
                         { ROW_FIRST, COUNT, "好几" },
                         { ROW_BLANK + 2, PLACE, "西门" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = fill_and_read (yard, cells, G_N_ELEMENTS (cells), &error);
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  words = row_words (paste);
  g_assert_cmpstr (words, ==, "!A1-01*1@|; !A9-99*1@东门|; !*1@西门|");
  /* the count stands as it was written, to be corrected */
  g_assert_cmpstr (((YsPastedFinding *)paste->rows->pdata[0])->count_text, ==, "好几");
}

static void
test_unfit (Yard *yard, gconstpointer data)
{
  g_autofree char *path = g_build_filename (yard->base.root, "别的.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "小区,户数\n龙珠百合,300\n", -1, NULL));
  g_assert_null (
      ys_inspection_read_form (yard->base.ledger, path, NULL, october (NOW), NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* A form in few cells, on a worksheet of another name. */
static YsSheet *
small_form (void)
{
  static const Cell cells[] = { { 0, 0, "小区名称" }, { 0, 2, "检查级别" }, { 1, 0, "代码" },
                                { 1, 1, "小类名称" }, { 1, 2, "处数" },     { 1, 3, "位置" } };
  YsSheet *sheet = ys_sheet_new ("空白", 4);

  write_cells (sheet, cells, G_N_ELEMENTS (cells));
  return sheet;
}

/* An empty form beside the filled one does not matter; two filled ones are two inspections. */
static void
test_sheets (Yard *yard, gconstpointer data)
{
  g_autoptr (YsDocument) one = print_form (yard, yard->compound);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (YsSheet) empty = small_form ();
  const Cell level = { 0, 3, "区级" };
  g_autoptr (GError) error = NULL;
  YsInspectionPaste *paste;

  write_cells (ys_document_sheets (one)->pdata[0], filled, G_N_ELEMENTS (filled));
  g_ptr_array_add (sheets, empty);
  g_ptr_array_add (sheets, ys_document_sheets (one)->pdata[0]);
  paste = read_sheets (yard, sheets, NULL, &error);
  g_assert_no_error (error);
  check_filled (paste);
  ys_inspection_paste_free (paste);

  write_cells (empty, &level, 1);
  g_assert_null (read_sheets (yard, sheets, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "空白"));
  g_clear_error (&error);
  paste = read_sheets (yard, sheets, "检查表", &error);
  g_assert_no_error (error);
  check_filled (paste);
  ys_inspection_paste_free (paste);
  g_assert_null (read_sheets (yard, sheets, "没有", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* The same form read twice. */
static void
test_visit (Yard *yard, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionPaste) paste = fill_and_read (yard, filled, G_N_ELEMENTS (filled), &error);
  gint64 id;

  g_assert_no_error (error);
  paste->head.compound_id = yard->compound;
  g_assert_cmpint (ys_inspection_find_visit (yard->base.ledger, &paste->head, &error), ==, 0);
  id = ys_inspection_add (yard->base.ledger, &paste->head, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ys_inspection_find_visit (yard->base.ledger, &paste->head, &error), ==, id);
  paste->head.kind = YS_INSPECTION_KIND_ANNOUNCED;
  g_assert_cmpint (ys_inspection_find_visit (yard->base.ledger, &paste->head, &error), ==, 0);
}

static void
test_document (Yard *yard, gconstpointer data)
{
  g_autoptr (YsDocument) own = print_form (yard, yard->compound);
  g_autoptr (YsDocument) any = print_form (yard, 0);

  g_assert_cmpstr (ys_document_stem (own), ==, "检查表-龙珠百合");
  g_assert_cmpstr (ys_document_stem (any), ==, "检查表");
  /* One sheet of paper, both sides. */
  g_assert_cmpuint (ys_pages_count (ys_document_pages (own)), ==, 2);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/jobs/inspection-form/" path, Yard, NULL, yard_set_up, func, yard_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filled", test_filled);
  ADD ("empty", test_empty);
  ADD ("pasted", test_pasted);
  ADD ("date-cell", test_date_cell);
  ADD ("row-problems", test_row_problems);
  ADD ("unfit", test_unfit);
  ADD ("sheets", test_sheets);
  ADD ("visit", test_visit);
  ADD ("document", test_document);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/inspection-form/head/", heads[i].path, NULL);

      g_test_add (path, Yard, &heads[i], yard_set_up, test_head, yard_tear_down);
    }
  return g_test_run ();
}
