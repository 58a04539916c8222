/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any worksheet: a table whose compounds each have a name (perhaps empty) and values of known
 * fields from its own rows and columns. */
#include "config.h"

#include <string.h>

#include "fuzz-input.h"
#include "registry-reader.h"

static const char *
map_heading (const char *key, gpointer user_data)
{
  g_assert_true (g_utf8_validate (key, -1, NULL));
  if (g_str_equal (key, "x"))
    return "name";
  return g_str_equal (key, "y") ? "" : NULL;
}

static void
check_compound (const YsRawCompound *compound, const YsGrid *grid)
{
  g_assert_nonnull (compound->name);
  g_assert_cmpuint (compound->row, <, ys_grid_n_rows (grid));
  for (guint i = 0; i < compound->values->len; i++)
    {
      const YsRawValue *value = g_ptr_array_index (compound->values, i);

      g_assert_nonnull (value->text);
      g_assert_true (g_utf8_validate (value->text, -1, NULL));
      g_assert_true (g_str_equal (value->field, "town")
                     || ys_record_type_field (&ys_compound_type, value->field) != NULL);
      g_assert_cmpuint (value->column, <, ys_grid_n_columns (grid));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;

  if (size == 0)
    return 0;
  bytes = fuzz_input_table (data, size);
  workbook = ys_workbook_read_bytes (bytes, "f.xlsx", NULL, NULL);
  for (guint i = 0; workbook != NULL && i < ys_workbook_n_sheets (workbook); i++)
    {
      const YsGrid *grid = ys_workbook_sheet (workbook, i);
      g_autoptr (YsRawTable) table = ys_registry_read (grid, map_heading, NULL);

      for (guint j = 0; j < table->compounds->len; j++)
        check_compound (g_ptr_array_index (table->compounds, j), grid);
    }
  return 0;
}
