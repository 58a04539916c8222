/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any worksheet as a platform's export: heads inside the sheet, each field in one column, rows in
 * order, texts valid; each row is read into a case or refused with a reason. */
#include "config.h"

#include <string.h>

#include "case-import-private.h"
#include "fuzz-input.h"

static const char *
map_heading (const char *key, gpointer user_data)
{
  g_assert_true (g_utf8_validate (key, -1, NULL));
  if (g_str_equal (key, "x"))
    return "number";
  return g_str_equal (key, "y") ? "" : NULL;
}

static void
check_columns (const YsColumnTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);

      g_assert_cmpuint (column->column, <, ys_grid_n_columns (table->grid));
      g_assert_true (g_utf8_validate (column->heading, -1, NULL));
      if (column->field == NULL)
        continue;
      g_assert_nonnull (ys_record_type_field (&ys_case_type, column->field));
      g_assert_cmpuint (ys_column_table_column (table, column->field), ==, column->column);
    }
}

/* What was read lies in order of time, or the row is refused. */
static void
check_item (const YsColumnTable *table, guint row)
{
  YsCaseImport import = { .now = 1791766800 };
  YsCaseItem item = { .pub = { .row = row, .column = G_MAXUINT } };
  YsCase *one = item.read = ys_record_new (&ys_case_type);

  ys_case_item_read (&item, &import, table);
  if (item.pub.verdict == YS_VERDICT_REFUSED || item.pub.verdict == YS_VERDICT_DOUBTFUL)
    g_assert_true (item.pub.reason != NULL && g_utf8_validate (item.pub.reason, -1, NULL));
  if (item.pub.verdict != YS_VERDICT_REFUSED)
    {
      g_assert_cmpstr (one->number, ==, item.pub.number);
      g_assert_cmpint (one->at, >, 0);
      g_assert_true (one->deadline == 0 || one->deadline >= one->at);
      g_assert_true (one->replied_at == 0 || one->replied_at / 60 >= one->at / 60);
      g_assert_true (one->level == YS_INSPECTION_LEVEL_CITY
                     || one->level == YS_INSPECTION_LEVEL_DISTRICT);
    }
  g_free (item.pub.number);
  g_free (item.pub.compound);
  g_free (item.pub.reason);
  ys_record_free (&ys_case_type, one);
}

static void
check_rows (const YsColumnTable *table)
{
  guint n_rows = ys_grid_n_rows (table->grid);
  guint before = table->head;

  g_assert_cmpuint (table->head, <, n_rows);
  for (guint row = ys_column_table_next (table, before); row < n_rows;
       row = ys_column_table_next (table, row))
    {
      g_assert_cmpuint (row, >, before);
      before = row;
      for (guint f = 0; f < ys_case_type.n_fields; f++)
        {
          g_autofree char *text = ys_column_table_text (table, row, ys_case_type.fields[f].name);

          g_assert_true (g_utf8_validate (text, -1, NULL));
        }
      check_item (table, row);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GArray) wanted = ys_wanted_columns_of (&ys_case_type);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;

  if (size == 0)
    return 0;
  bytes = fuzz_input_table (data, size);
  workbook = ys_workbook_read_bytes (bytes, "f.xlsx", NULL, NULL);
  for (guint i = 0; workbook != NULL && i < ys_workbook_n_sheets (workbook); i++)
    {
      const YsGrid *grid = ys_workbook_sheet (workbook, i);
      g_autoptr (YsColumnTable) table
          = ys_column_table_find (grid, (const YsWantedColumn *)(gpointer)wanted->data, wanted->len,
                                  map_heading, NULL);

      if (table == NULL)
        continue;
      check_columns (table);
      check_rows (table);
    }
  return 0;
}
