/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See import-rows.h. */
#include "config.h"

#include "import-rows.h"

#include <glib/gi18n-lib.h>

#include "import-print.h"
#include "job-error.h"
#include "output.h"
#include "workbook.h"

static char *
column_of (const YsCliImportRow *row)
{
  return row->column != G_MAXUINT ? ys_column_name (row->column) : NULL;
}

static void
add_row (JsonBuilder *builder, const YsCliImportRow *row)
{
  g_autofree char *column = column_of (row);

  json_builder_begin_object (builder);
  ys_json_text (builder, "sheet", row->sheet);
  ys_json_int (builder, "row", row->row + 1);
  ys_json_text (builder, "verdict", row->verdict);
  ys_json_text (builder, "reason", row->reason);
  ys_json_text (builder, "column", column);
  ys_json_text (builder, "name", row->name);
  ys_json_text (builder, "compound", row->compound);
  if (row->clause != NULL)
    ys_json_text (builder, "clause", row->clause);
  json_builder_end_object (builder);
}

static void
print_json (const YsCliImported *imported, gint64 batch)
{
  static const char *const nicks[] = { "new", "same", "changed", "doubtful", "refused" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  ys_cli_begin_import_json (builder, batch, imported->shape);
  for (guint i = 0; i < imported->n_rows; i++)
    {
      const YsCliImportRow row = imported->row (imported->import, i);

      add_row (builder, &row);
    }
  json_builder_end_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    ys_json_int (builder, nicks[i], imported->counts[i]);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static gboolean
asks_for_a_look (const YsCliImportRow *row)
{
  return g_str_equal (row->verdict, "doubtful") || g_str_equal (row->verdict, "refused");
}

static void
print_table (const YsCliImported *imported, gboolean all, gint64 batch)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Sheet") },
                                                              { _ ("Row"), TRUE },
                                                              { _ ("Column") },
                                                              { imported->name_head },
                                                              { _ ("Compound") },
                                                              { _ ("Verdict") },
                                                              { _ ("Reason") },
                                                              { NULL } });
  guint n_shown = 0;

  for (guint i = 0; i < imported->n_rows; i++)
    {
      const YsCliImportRow row = imported->row (imported->import, i);
      g_autofree char *number = ys_count_to_text (row.row + 1, FALSE);
      g_autofree char *column = column_of (&row);

      if (!all && !asks_for_a_look (&row))
        continue;
      ys_table_add (table, row.sheet, number, column, row.clause != NULL ? row.clause : row.name,
                    row.compound, ys_cli_verdict_label (row.verdict), row.reason);
      n_shown++;
    }
  if (n_shown > 0)
    ys_table_print (table);
  ys_cli_print_import_end (imported->file_name, imported->counts, batch);
}

void
ys_cli_print_imported (const YsCli *cli,
                       const YsImportGiven *given,
                       const YsCliImported *imported,
                       gint64 batch)
{
  if (cli->json)
    print_json (imported, batch);
  else
    print_table (imported, given->dry_run, batch);
}

void
ys_cli_tell_imported (const YsCliImported *imported)
{
  guint n_told = 0;

  for (guint i = 0; i < imported->n_rows && n_told < YS_CLI_MAX_TOLD; i++)
    {
      const YsCliImportRow row = imported->row (imported->import, i);
      g_autofree char *column = column_of (&row);

      if (!g_str_equal (row.verdict, "refused"))
        continue;
      ys_cli_tell_refused (row.sheet, row.row + 1, column, row.reason);
      n_told++;
    }
}

gboolean
ys_cli_rehearse_import (guint n_refused, gboolean skip_refused, GError **error)
{
  if (n_refused == 0 || skip_refused)
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
