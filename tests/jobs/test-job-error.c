/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exit codes of CLI.md for the errors of every layer. */
#include "config.h"

#include "job-error.h"

#include "field.h"
#include "ledger-types.h"
#include "photo-image.h"
#include "sheet.h"

typedef struct
{
  const char *name;
  GQuark (*domain) (void);
  int code;
  int exit_code;
} ExitCase;

/* "1 the input was refused; 3 the ledger cannot be opened, is locked or damaged; 4 a rule forbids
 * it; 5 the disk or system failed" */
static const ExitCase cases[] = {
  { "job-refused", ys_job_error_quark, YS_JOB_ERROR_REFUSED, 1 },
  { "job-not-found", ys_job_error_quark, YS_JOB_ERROR_NOT_FOUND, 1 },
  { "job-ambiguous", ys_job_error_quark, YS_JOB_ERROR_AMBIGUOUS, 1 },
  { "job-forbidden", ys_job_error_quark, YS_JOB_ERROR_FORBIDDEN, 4 },
  { "job-cancelled", ys_job_error_quark, YS_JOB_ERROR_CANCELLED, 1 },
  { "value-missing", ys_value_error_quark, YS_VALUE_ERROR_MISSING, 1 },
  { "value-bad", ys_value_error_quark, YS_VALUE_ERROR_BAD, 1 },
  { "value-doubtful", ys_value_error_quark, YS_VALUE_ERROR_DOUBTFUL, 1 },
  { "not-a-ledger", ys_ledger_error_quark, YS_LEDGER_ERROR_NOT_A_LEDGER, 3 },
  { "not-empty", ys_ledger_error_quark, YS_LEDGER_ERROR_NOT_EMPTY, 1 },
  { "newer", ys_ledger_error_quark, YS_LEDGER_ERROR_NEWER, 3 },
  { "locked", ys_ledger_error_quark, YS_LEDGER_ERROR_LOCKED, 3 },
  { "damaged", ys_ledger_error_quark, YS_LEDGER_ERROR_DAMAGED, 3 },
  { "read-only", ys_ledger_error_quark, YS_LEDGER_ERROR_READ_ONLY, 3 },
  { "busy", ys_ledger_error_quark, YS_LEDGER_ERROR_BUSY, 3 },
  { "conflict", ys_ledger_error_quark, YS_LEDGER_ERROR_CONFLICT, 1 },
  { "exists", ys_ledger_error_quark, YS_LEDGER_ERROR_EXISTS, 1 },
  { "not-found", ys_ledger_error_quark, YS_LEDGER_ERROR_NOT_FOUND, 1 },
  { "frozen", ys_ledger_error_quark, YS_LEDGER_ERROR_FROZEN, 4 },
  { "disk-full", ys_ledger_error_quark, YS_LEDGER_ERROR_DISK_FULL, 5 },
  { "failed", ys_ledger_error_quark, YS_LEDGER_ERROR_FAILED, 5 },
  { "no-table", ys_sheet_error_quark, YS_SHEET_ERROR_NOT_A_TABLE, 1 },
  { "table-damaged", ys_sheet_error_quark, YS_SHEET_ERROR_DAMAGED, 1 },
  { "table-too-large", ys_sheet_error_quark, YS_SHEET_ERROR_TOO_LARGE, 1 },
  { "table-encoding", ys_sheet_error_quark, YS_SHEET_ERROR_ENCODING, 1 },
  { "table-disk-full", ys_sheet_error_quark, YS_SHEET_ERROR_DISK_FULL, 5 },
  { "table-failed", ys_sheet_error_quark, YS_SHEET_ERROR_FAILED, 5 },
  { "table-cancelled", ys_sheet_error_quark, YS_SHEET_ERROR_CANCELLED, 1 },
  { "no-photo", ys_photo_error_quark, YS_PHOTO_ERROR_NOT_A_PHOTO, 1 },
  { "photo-no-reader", ys_photo_error_quark, YS_PHOTO_ERROR_NO_READER, 1 },
  { "photo-damaged", ys_photo_error_quark, YS_PHOTO_ERROR_DAMAGED, 1 },
  { "photo-too-large", ys_photo_error_quark, YS_PHOTO_ERROR_TOO_LARGE, 1 },
  { "photo-cancelled", ys_photo_error_quark, YS_PHOTO_ERROR_CANCELLED, 1 },
  { "photo-failed", ys_photo_error_quark, YS_PHOTO_ERROR_FAILED, 5 },
  { "file-missing", g_io_error_quark, G_IO_ERROR_NOT_FOUND, 1 },
  { "file-is-folder", g_io_error_quark, G_IO_ERROR_IS_DIRECTORY, 1 },
  { "no-space", g_io_error_quark, G_IO_ERROR_NO_SPACE, 5 },
  { "no-permission", g_io_error_quark, G_IO_ERROR_PERMISSION_DENIED, 5 },
  { "old-file-missing", g_file_error_quark, G_FILE_ERROR_NOENT, 1 },
  { "old-no-space", g_file_error_quark, G_FILE_ERROR_NOSPC, 5 },
};

static void
test_exit_code (gconstpointer data)
{
  const ExitCase *c = data;
  g_autoptr (GError) error = g_error_new_literal (c->domain (), c->code, "sentence");

  g_assert_cmpint (ys_job_error_exit_code (error), ==, c->exit_code);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/job-error/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_exit_code);
    }
  return g_test_run ();
}
