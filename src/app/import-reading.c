/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every run reads the file anew, so that nothing of one thread's connection outlives it. */
#include "config.h"

#include "import-reading.h"

#include "case-job.h"
#include "finding-import.h"

void
ys_import_request_free (gpointer data)
{
  YsImportRequest *request = data;

  g_free (request->path);
  g_free (request->refused_path);
  g_strfreev (request->mapping);
  g_free (request);
}

static void
line_free (gpointer data)
{
  YsImportLine *line = data;

  g_free (line->what);
  g_free (line->compound);
  g_free (line->reason);
  g_free (line);
}

static void
column_free (gpointer data)
{
  YsTableColumn *column = data;

  g_free (column->heading);
  g_free (column->field);
  g_free (column);
}

void
ys_import_reading_free (YsImportReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->rows);
  g_ptr_array_unref (reading->columns);
  g_free (reading);
}

static YsImportReading *
reading_new (const GPtrArray *columns)
{
  YsImportReading *reading = g_new0 (YsImportReading, 1);

  reading->rows = g_ptr_array_new_with_free_func (line_free);
  reading->columns = g_ptr_array_new_full (columns->len, column_free);
  for (guint i = 0; i < columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (columns, i);
      YsTableColumn *copy = g_memdup2 (column, sizeof *column);

      copy->heading = g_strdup (column->heading);
      copy->field = g_strdup (column->field);
      g_ptr_array_add (reading->columns, copy);
    }
  return reading;
}

/* @line: as read; its words are copied. */
static void
add_line (YsImportReading *reading, YsImportLine line)
{
  line.what = g_strdup (line.what);
  line.compound = g_strdup (line.compound);
  line.reason = g_strdup (line.reason);
  g_ptr_array_add (reading->rows, g_memdup2 (&line, sizeof line));
  reading->counts[line.verdict]++;
}

static YsImportReading *
run_cases (YsLedger *ledger,
           const YsImportRequest *request,
           GCancellable *cancellable,
           GError **error)
{
  const YsCaseImportOptions options = {
    .level = request->level, .mapping = request->mapping, .any_heads = TRUE, .now = request->now
  };
  g_autoptr (YsCaseImport) import
      = ys_case_import_new_from_file (ledger, request->path, &options, cancellable, error);
  g_autoptr (YsImportReading) reading = NULL;

  if (import == NULL
      || (request->write
          && ys_case_import_apply (import, ledger, request->skip_refused, request->accept_doubtful,
                                   error)
                 < 0)
      || (request->refused_path != NULL
          && !ys_case_import_export_refused (import, request->refused_path, request->now, error)))
    return NULL;
  reading = reading_new (ys_case_import_columns (import));
  for (guint i = 0; i < ys_case_import_rows (import)->len; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (ys_case_import_rows (import), i);

      add_line (reading,
                (YsImportLine){ row->row, row->verdict, row->number, row->compound, row->reason });
    }
  return g_steal_pointer (&reading);
}

static YsImportReading *
run_findings (YsLedger *ledger,
              const YsImportRequest *request,
              GCancellable *cancellable,
              GError **error)
{
  const YsFindingImportOptions options
      = { .mapping = request->mapping, .any_heads = TRUE, .now = request->now };
  g_autoptr (YsFindingImport) import
      = ys_finding_import_new_from_file (ledger, request->path, &options, cancellable, error);
  g_autoptr (YsImportReading) reading = NULL;

  if (import == NULL
      || (request->write
          && ys_finding_import_apply (import, ledger, request->skip_refused,
                                      request->accept_doubtful, error)
                 < 0)
      || (request->refused_path != NULL
          && !ys_finding_import_export_refused (import, request->refused_path, request->now,
                                                error)))
    return NULL;
  reading = reading_new (ys_finding_import_columns (import));
  for (guint i = 0; i < ys_finding_import_rows (import)->len; i++)
    {
      const YsFindingRow *row = g_ptr_array_index (ys_finding_import_rows (import), i);

      add_line (reading,
                (YsImportLine){ row->row, row->verdict, row->clause, row->compound, row->reason });
    }
  return g_steal_pointer (&reading);
}

gpointer
ys_import_reading_run (YsLedger *ledger,
                       YsProgressFunc progress,
                       gpointer progress_data,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  const YsImportRequest *request = data;

  return request->kind == YS_IMPORT_CASES ? run_cases (ledger, request, cancellable, error)
                                          : run_findings (ledger, request, cancellable, error);
}
