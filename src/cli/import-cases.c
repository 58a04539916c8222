/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import --as cases: a platform's export judged row by row, written whole or not at all. */
#include "config.h"

#include "import-cases.h"

#include <glib/gi18n-lib.h>

#include "case-job.h"
#include "import-print.h"
#include "inspection.h"
#include "job-error.h"
#include "output.h"

static char *
column_of (const YsCaseRow *row)
{
  return row->column != G_MAXUINT ? ys_column_name (row->column) : NULL;
}

static void
add_row (JsonBuilder *builder, const YsCaseRow *row)
{
  g_autofree char *column = column_of (row);

  json_builder_begin_object (builder);
  ys_json_text (builder, "sheet", row->sheet);
  ys_json_int (builder, "row", row->row + 1);
  ys_json_text (builder, "verdict", ys_case_verdict_nick (row->verdict));
  ys_json_text (builder, "reason", row->reason);
  ys_json_text (builder, "column", column);
  ys_json_text (builder, "name", row->number);
  ys_json_text (builder, "compound", row->compound);
  json_builder_end_object (builder);
}

static void
print_json (const YsCaseImport *import, gint64 batch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *rows = ys_case_import_rows (import);

  ys_cli_begin_import_json (builder, batch, "cases");
  for (guint i = 0; i < rows->len; i++)
    add_row (builder, g_ptr_array_index (rows, i));
  json_builder_end_array (builder);
  for (int verdict = 0; verdict < YS_N_CASE_VERDICTS; verdict++)
    ys_json_int (builder, ys_case_verdict_nick ((YsCaseVerdict)verdict),
                 ys_case_import_count (import, (YsCaseVerdict)verdict));
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_table (const YsCaseImport *import, gboolean all, gint64 batch)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Sheet") },
                                                              { _ ("Row"), TRUE },
                                                              { _ ("Column") },
                                                              { _ ("Number") },
                                                              { _ ("Compound") },
                                                              { _ ("Verdict") },
                                                              { _ ("Reason") },
                                                              { NULL } });
  GPtrArray *rows = ys_case_import_rows (import);
  guint counts[YS_N_CASE_VERDICTS];
  guint n_shown = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (rows, i);
      g_autofree char *number = ys_count_to_text (row->row + 1, FALSE);
      g_autofree char *column = column_of (row);

      if (!all && row->verdict != YS_CASE_ROW_DOUBTFUL && row->verdict != YS_CASE_ROW_REFUSED)
        continue;
      ys_table_add (table, row->sheet, number, column, row->number, row->compound,
                    ys_cli_verdict_label (ys_case_verdict_nick (row->verdict)), row->reason);
      n_shown++;
    }
  if (n_shown > 0)
    ys_table_print (table);
  for (int verdict = 0; verdict < YS_N_CASE_VERDICTS; verdict++)
    counts[verdict] = ys_case_import_count (import, (YsCaseVerdict)verdict);
  ys_cli_print_import_end (ys_case_import_file_name (import), counts, batch);
}

static void
tell_refused (const YsCaseImport *import)
{
  GPtrArray *rows = ys_case_import_rows (import);
  guint n_told = 0;

  for (guint i = 0; i < rows->len && n_told < YS_CLI_MAX_TOLD; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (rows, i);
      g_autofree char *column = column_of (row);

      if (row->verdict != YS_CASE_ROW_REFUSED)
        continue;
      ys_cli_tell_refused (row->sheet, row->row + 1, column, row->reason);
      n_told++;
    }
}

/* A rehearsal ends as the import would. */
static gboolean
rehearse (const YsCaseImport *import, const YsImportCasesGiven *given, GError **error)
{
  guint n_refused = ys_case_import_count (import, YS_CASE_ROW_REFUSED);

  if (n_refused == 0 || given->skip_refused)
    return TRUE;
  g_set_error (
      error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
      g_dngettext (GETTEXT_PACKAGE,
                   "%u row would be refused. Mend it, or leave it out with --skip-refused.",
                   "%u rows would be refused. Mend them, or leave them out with --skip-refused.",
                   n_refused),
      n_refused);
  return FALSE;
}

static gboolean
apply (YsCaseImport *import,
       YsCli *cli,
       const YsImportCasesGiven *given,
       gint64 *out_batch,
       GError **error)
{
  if (given->refused_out != NULL && ys_case_import_count (import, YS_CASE_ROW_REFUSED) > 0
      && !ys_case_import_export_refused (import, given->refused_out, cli->now, error))
    return FALSE;
  if (given->dry_run)
    return rehearse (import, given, error);
  *out_batch = ys_case_import_apply (import, cli->open, given->skip_refused, given->accept_doubtful,
                                     error);
  return *out_batch >= 0;
}

gboolean
ys_cli_import_cases (YsCli *cli, const YsImportCasesGiven *given, GError **error)
{
  g_autoptr (YsCaseImport) import = NULL;
  YsCaseImportOptions options = { .sheet = given->sheet, .mapping = given->map, .now = cli->now };
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
  if (cli->json)
    print_json (import, batch);
  else
    print_table (import, given->dry_run, batch);
  if (!done && !given->skip_refused)
    tell_refused (import);
  return done;
}
