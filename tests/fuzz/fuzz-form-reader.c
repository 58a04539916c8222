/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any worksheet as a filled inspection form or as pasted rows: rows in order and inside the sheet,
 * texts valid; each head's time is read or refused. */
#include "config.h"

#include "cell-instant.h"
#include "fuzz-input.h"
#include "inspection-form.h"

#define NOW 1791766800

static void
check_text (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
check_time (const YsGrid *grid, const char *text, YsRawPlace place)
{
  g_autofree char *reason = NULL;
  YsInstant instant = 0;

  if (text == NULL)
    return;
  check_text (text);
  g_assert_cmpuint (place.row, <, ys_grid_n_rows (grid));
  if (ys_cell_read_instant (grid, place.row, place.column, text, NOW, &instant, &reason)
          == YS_CELL_INSTANT_BAD
      && reason != NULL)
    check_text (reason);
}

static void
check_head (const YsGrid *grid, const YsRawInspection *raw)
{
  const char *const texts[] = { raw->compound, raw->level, raw->kind, raw->inspectors };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (texts[i] == NULL || raw->is_form);
      if (texts[i] != NULL)
        check_text (texts[i]);
    }
  check_time (grid, raw->at, raw->at_place);
  check_time (grid, raw->notice_at, raw->notice_place);
}

static void
check_rows (const YsGrid *grid, const YsRawInspection *raw)
{
  for (guint i = 0; i < raw->rows->len; i++)
    {
      const YsRawFinding *finding = g_ptr_array_index (raw->rows, i);
      const YsRawFinding *before = i > 0 ? g_ptr_array_index (raw->rows, i - 1) : NULL;

      g_assert_cmpuint (finding->row, <, ys_grid_n_rows (grid));
      if (before != NULL)
        g_assert_cmpuint (finding->row, >, before->row);
      g_assert_true (*finding->clause != '\0' || *finding->count != '\0' || *finding->place != '\0'
                     || *finding->note != '\0');
      check_text (finding->clause);
      check_text (finding->count);
      check_text (finding->place);
      check_text (finding->note);
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
      g_autoptr (YsRawInspection) raw = ys_inspection_form_read (grid);

      check_head (grid, raw);
      check_rows (grid, raw);
    }
  return 0;
}
