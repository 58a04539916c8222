/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any worksheet as an edited catalogue: it is refused, or each problem names its cell with a reason
 * and each change its clause; what is judged without a problem can be compared with what holds. */
#include "config.h"

#include <stdlib.h>

#include "catalogue-job.h"
#include "fixture.h"
#include "fuzz-input.h"

#define DATE ((YsDate){ 2026, 10, 15 })

static char *parent;
static YsLedger *ledger;

static void
close_ledger (void)
{
  g_clear_pointer (&ledger, ys_ledger_free);
  fixture_remove_folder (parent);
  g_clear_pointer (&parent, g_free);
}

/* One for all inputs: nothing is written to it. */
static void
open_once (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  if (ledger != NULL)
    return;
  parent = fixture_make_folder ();
  folder = g_build_filename (parent, "ledger", NULL);
  ledger = fixture_create (folder, &error);
  g_assert_no_error (error);
  atexit (close_ledger);
}

static void
check_problems (const YsCatalogueImport *import, const YsGrid *grid)
{
  GPtrArray *problems = ys_catalogue_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      const YsCatalogueProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpuint (problem->row, <, ys_grid_n_rows (grid));
      g_assert_cmpuint (problem->column, <, ys_grid_n_columns (grid));
      g_assert_true (*problem->reason != '\0' && g_utf8_validate (problem->reason, -1, NULL));
    }
}

static void
check_changes (const YsCatalogueImport *import)
{
  GPtrArray *changes = ys_catalogue_import_changes (import);

  for (guint i = 0; i < changes->len; i++)
    {
      const YsClauseChange *change = g_ptr_array_index (changes, i);

      g_assert_true (*change->code != '\0' && g_utf8_validate (change->code, -1, NULL));
      g_assert_cmpint (change->field != NULL, ==, change->kind == YS_CLAUSE_CHANGED);
      if (change->kind != YS_CLAUSE_CHANGED)
        continue;
      g_assert_true (g_utf8_validate (change->before, -1, NULL));
      g_assert_true (g_utf8_validate (change->after, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;

  if (size == 0)
    return 0;
  open_once ();
  bytes = fuzz_input_table (data, size);
  workbook = ys_workbook_read_bytes (bytes, "f.xlsx", NULL, NULL);
  for (guint i = 0; workbook != NULL && i < ys_workbook_n_sheets (workbook); i++)
    {
      const YsGrid *grid = ys_workbook_sheet (workbook, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsCatalogueImport) import = ys_catalogue_import_new (ledger, grid, DATE, &error);

      g_assert_true ((import == NULL) == (error != NULL));
      if (import == NULL)
        continue;
      g_assert_true (ys_catalogue_import_annex (import) >= YS_ANNEX_1
                     && ys_catalogue_import_annex (import) <= YS_ANNEX_3);
      check_problems (import, grid);
      check_changes (import);
    }
  return 0;
}
