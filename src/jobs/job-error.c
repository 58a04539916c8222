/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which exit code an error of any layer means: decided by what the caller can do about it. */
#include "config.h"

#include "job-error.h"
#include "field.h"
#include "ledger-types.h"
#include "photo-image.h"
#include "sheet.h"
#include "work-calendar.h"

G_DEFINE_QUARK (ys - job - error - quark, ys_job_error)

enum
{
  EXIT_REFUSED = 1,
  EXIT_LEDGER = 3,
  EXIT_RULE = 4,
  EXIT_SYSTEM = 5
};

static int
job_exit_code (YsJobError code)
{
  switch (code)
    {
    case YS_JOB_ERROR_REFUSED:
    case YS_JOB_ERROR_NOT_FOUND:
    case YS_JOB_ERROR_AMBIGUOUS:
    case YS_JOB_ERROR_CANCELLED:
      return EXIT_REFUSED;
    case YS_JOB_ERROR_FORBIDDEN:
      return EXIT_RULE;
    }
  return EXIT_SYSTEM;
}

static int
ledger_exit_code (YsLedgerError code)
{
  switch (code)
    {
    case YS_LEDGER_ERROR_NOT_EMPTY:
    case YS_LEDGER_ERROR_CONFLICT:
    case YS_LEDGER_ERROR_EXISTS:
    case YS_LEDGER_ERROR_NOT_FOUND:
      return EXIT_REFUSED;
    case YS_LEDGER_ERROR_NOT_A_LEDGER:
    case YS_LEDGER_ERROR_NEWER:
    case YS_LEDGER_ERROR_LOCKED:
    case YS_LEDGER_ERROR_DAMAGED:
    case YS_LEDGER_ERROR_READ_ONLY:
    case YS_LEDGER_ERROR_BUSY:
      return EXIT_LEDGER;
    case YS_LEDGER_ERROR_FROZEN:
      return EXIT_RULE;
    case YS_LEDGER_ERROR_DISK_FULL:
    case YS_LEDGER_ERROR_FAILED:
      return EXIT_SYSTEM;
    }
  return EXIT_SYSTEM;
}

static int
sheet_exit_code (YsSheetError code)
{
  switch (code)
    {
    case YS_SHEET_ERROR_NOT_A_TABLE:
    case YS_SHEET_ERROR_DAMAGED:
    case YS_SHEET_ERROR_TOO_LARGE:
    case YS_SHEET_ERROR_ENCODING:
    case YS_SHEET_ERROR_CANCELLED:
      return EXIT_REFUSED;
    case YS_SHEET_ERROR_DISK_FULL:
    case YS_SHEET_ERROR_FAILED:
      return EXIT_SYSTEM;
    }
  return EXIT_SYSTEM;
}

static int
photo_exit_code (YsPhotoError code)
{
  switch (code)
    {
    case YS_PHOTO_ERROR_NOT_A_PHOTO:
    case YS_PHOTO_ERROR_NO_READER:
    case YS_PHOTO_ERROR_DAMAGED:
    case YS_PHOTO_ERROR_TOO_LARGE:
    case YS_PHOTO_ERROR_CANCELLED:
      return EXIT_REFUSED;
    case YS_PHOTO_ERROR_FAILED:
      return EXIT_SYSTEM;
    }
  return EXIT_SYSTEM;
}

/* A path that the user gave and that leads nowhere is input; the rest is the system. */
static gboolean
is_wrong_path (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
         || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR)
         || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_EXIST);
}

int
ys_job_error_exit_code (const GError *error)
{
  g_return_val_if_fail (error != NULL, EXIT_SYSTEM);

  if (error->domain == YS_JOB_ERROR)
    return job_exit_code ((YsJobError)error->code);
  if (error->domain == YS_LEDGER_ERROR)
    return ledger_exit_code ((YsLedgerError)error->code);
  if (error->domain == YS_SHEET_ERROR)
    return sheet_exit_code ((YsSheetError)error->code);
  if (error->domain == YS_PHOTO_ERROR)
    return photo_exit_code ((YsPhotoError)error->code);
  if (error->domain == YS_VALUE_ERROR || error->domain == YS_CALENDAR_ERROR
      || is_wrong_path (error))
    return EXIT_REFUSED;
  return EXIT_SYSTEM;
}
