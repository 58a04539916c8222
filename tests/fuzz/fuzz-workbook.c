/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes: a workbook whose every cell can be asked, or one error of the reader's own domain. */
#include "config.h"

#include <string.h>

#include "fuzz-input.h"
#include "workbook.h"

static void
walk (const YsGrid *grid)
{
  guint n_rows = ys_grid_n_rows (grid), n_columns = ys_grid_n_columns (grid);
  guint n_merges;

  g_assert_cmpuint (n_columns, <=, YS_WORKBOOK_MAX_COLUMNS);
  g_assert_cmpuint (n_rows, <=, YS_WORKBOOK_MAX_ROWS);
  ys_grid_merges (grid, &n_merges);
  for (guint row = ys_grid_next_row (grid, 0); row < n_rows; row = ys_grid_next_row (grid, row + 1))
    for (guint column = 0; column < n_columns; column++)
      {
        const char *text = ys_grid_text (grid, row, column);
        g_assert_true (g_utf8_validate (text, -1, NULL));
        g_assert_true (*text == '\0' || ys_grid_kind (grid, row, column) != YS_CELL_EMPTY);
        ys_grid_number (grid, row, column);
        g_assert_nonnull (ys_grid_text_merged (grid, row, column));
      }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;

  if (size == 0)
    return 0;
  bytes = fuzz_input_workbook (data, size);
  workbook = ys_workbook_read_bytes (bytes, "f.xlsx", NULL, &error);
  if (workbook == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == YS_SHEET_ERROR);
      return 0;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < ys_workbook_n_sheets (workbook); i++)
    walk (ys_workbook_sheet (workbook, i));
  return 0;
}
