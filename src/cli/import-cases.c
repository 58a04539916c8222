/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --as cases: a platform's export judged row by row, written whole or not at all. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "case-job.h"
#include "import-rows.h"

static YsCliImportRow
row_at (gpointer import, guint index)
{
  const YsCaseRow *row = g_ptr_array_index (ys_case_import_rows (import), index);

  return (YsCliImportRow){ .sheet = row->sheet,
                           .row = row->row,
                           .column = row->column,
                           .verdict = ys_verdict_nick (row->verdict),
                           .name = row->number,
                           .compound = row->compound,
                           .reason = row->reason };
}

static YsCliImported
describe (YsCaseImport *import)
{
  YsCliImported imported = { .shape = "cases",
                             .file_name = ys_case_import_file_name (import),
                             .name_head = _ ("Number"),
                             .n_rows = ys_case_import_rows (import)->len,
                             .import = import,
                             .row = row_at };

  for (int verdict = 0; verdict < YS_N_VERDICTS; verdict++)
    imported.counts[verdict] = ys_case_import_count (import, (YsVerdict)verdict);
  return imported;
}

static gboolean
apply (
    YsCaseImport *import, YsCli *cli, const YsImportGiven *given, gint64 *out_batch, GError **error)
{
  guint n_refused = ys_case_import_count (import, YS_VERDICT_REFUSED);

  if (given->refused_out != NULL && n_refused > 0
      && !ys_case_import_export_refused (import, given->refused_out, cli->now, error))
    return FALSE;
  if (given->dry_run)
    return ys_cli_rehearse_import (n_refused, given->skip_refused, error);
  *out_batch = ys_case_import_apply (import, cli->open, given->skip_refused, given->accept_doubtful,
                                     error);
  return *out_batch >= 0;
}

gboolean
ys_cli_import_cases (YsCli *cli, const YsImportGiven *given, GError **error)
{
  g_autoptr (YsCaseImport) import = NULL;
  YsCaseImportOptions options = { .sheet = given->sheet, .mapping = given->map, .now = cli->now };
  YsCliImported imported;
  gint64 batch = 0;
  gboolean done;

  if (!ys_cli_read_platform ("--level", given->level, &options.level, error)
      || ys_cli_open (cli, given->dry_run ? YS_LEDGER_READ_ONLY : YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  import = ys_case_import_new_from_file (cli->open, given->path, &options, NULL, error);
  if (import == NULL)
    {
      g_prefix_error (error, "%s: ", given->path);
      return FALSE;
    }
  done = apply (import, cli, given, &batch, error);
  imported = describe (import);
  ys_cli_print_imported (cli, given, &imported, batch);
  if (!done && !given->skip_refused)
    ys_cli_tell_imported (&imported);
  return done;
}
