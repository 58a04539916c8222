/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every run reads the file anew, so that nothing of one thread's connection outlives it. */
#include "config.h"

#include "case-import-reading.h"

void
ys_case_request_free (gpointer data)
{
  YsCaseRequest *request = data;

  g_free (request->path);
  g_free (request->refused_path);
  g_strfreev (request->options.mapping);
  g_free (request);
}

static void
row_free (gpointer data)
{
  YsCaseRow *row = data;

  g_free (row->number);
  g_free (row->compound);
  g_free (row->reason);
  g_free (row);
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
ys_case_reading_free (YsCaseReading *reading)
{
  if (reading == NULL)
    return;
  g_ptr_array_unref (reading->rows);
  g_ptr_array_unref (reading->columns);
  g_free (reading);
}

static YsCaseReading *
copy_reading (const YsCaseImport *import)
{
  GPtrArray *rows = ys_case_import_rows (import);
  GPtrArray *columns = ys_case_import_columns (import);
  YsCaseReading *reading = g_new0 (YsCaseReading, 1);

  reading->rows = g_ptr_array_new_full (rows->len, row_free);
  reading->columns = g_ptr_array_new_full (columns->len, column_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (rows, i);
      YsCaseRow *copy = g_memdup2 (row, sizeof *row);

      copy->sheet = NULL;
      copy->number = g_strdup (row->number);
      copy->compound = g_strdup (row->compound);
      copy->reason = g_strdup (row->reason);
      g_ptr_array_add (reading->rows, copy);
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (columns, i);
      YsTableColumn *copy = g_memdup2 (column, sizeof *column);

      copy->heading = g_strdup (column->heading);
      copy->field = g_strdup (column->field);
      g_ptr_array_add (reading->columns, copy);
    }
  for (int i = 0; i < YS_N_CASE_VERDICTS; i++)
    reading->counts[i] = ys_case_import_count (import, (YsCaseVerdict)i);
  return reading;
}

gpointer
ys_case_reading_run (YsLedger *ledger,
                     YsProgressFunc progress,
                     gpointer progress_data,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const YsCaseRequest *request = data;
  g_autoptr (YsCaseImport) import
      = ys_case_import_new_from_file (ledger, request->path, &request->options, cancellable, error);

  if (import == NULL)
    return NULL;
  if (request->write
      && ys_case_import_apply (import, ledger, request->skip_refused, request->accept_doubtful,
                               error)
             < 0)
    return NULL;
  if (request->refused_path != NULL
      && !ys_case_import_export_refused (import, request->refused_path, request->options.now,
                                         error))
    return NULL;
  return copy_reading (import);
}
