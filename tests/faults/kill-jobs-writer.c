/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imports tables or cases, files dispatch tables, adds photos, enters and reports findings, or
 * finalises months, as fast as it can until it is killed, and tells each on its output once it is
 * done. Import N brings KILL_JOBS_ROWS compounds named N-1, N-2, …; table N answers the N-th due
 * date. */
#include "config.h"

#include <stdio.h>

#include "calendar-fixture.h"
#include "calendar-record.h"
#include "case-fixture.h"
#include "dispatch.h"
#include "entry-fixture.h"
#include "fixture.h"
#include "import-batch.h"
#include "import.h"
#include "kill-jobs-writer.h"
#include "period-fixture.h"
#include "photo-fixture.h"
#include "photo.h"

static void
tell (gint64 number)
{
  printf ("%" G_GINT64_FORMAT "\n", number);
  fflush (stdout);
}

static void
import_one (YsLedger *ledger, gint64 number)
{
  const YsImportOptions options = { .today = KILL_JOBS_FIRST_DAY };
  g_autoptr (GString) text = g_string_new ("社区\t小区\t类别\t物业企业\n");
  g_autoptr (GError) error = NULL;
  gint64 batch;
  for (int i = 1; i <= KILL_JOBS_ROWS; i++)
    g_string_append_printf (text, "示例%d社区\t%" G_GINT64_FORMAT "-%d\t%d\t示例%d物业\n", i % 7,
                            number, i, i % 3 + 1, i % 5);
  g_autoptr (YsImport) import = ys_import_new_from_paste (ledger, text->str, &options, &error);
  g_assert_no_error (error);
  ys_import_apply (import, ledger, FALSE, number * 3600, NULL, NULL, NULL, &batch, &error);
  g_assert_no_error (error);
  g_assert_cmpint (batch, ==, number);
  tell (number);
}

static YsDate
nth_due (gint64 number)
{
  YsDate due = ys_dispatch_due_after (KILL_JOBS_FIRST_DAY);
  for (gint64 i = 1; i < number; i++)
    due = ys_dispatch_due_after (ys_date_add_days (due, 1));
  return due;
}

static void
file_one (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) dispatch = ys_dispatch_new (ledger, nth_due (number), &error);
  g_assert_no_error (error);
  YsSubmission *submission = ys_dispatch_submit (ledger, dispatch, 1792000000 + number, &error);
  g_assert_no_error (error);
  g_assert_cmpint (submission->id, ==, number);
  ys_record_free (&ys_submission_type, submission);
  tell (number);
}

static void
add_photo (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (photo_fixture_add (ledger, 1, (guint)number, &error));
  g_assert_no_error (error);
  tell (number);
}

static void
enter_one (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (entry_fixture_inspect (ledger, NULL, &error), ==, number);
  g_assert_no_error (error);
  g_assert_true (entry_fixture_report (ledger, number, &error));
  g_assert_no_error (error);
  tell (number);
}

static void
import_cases (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (case_fixture_import (ledger, number, &error), ==, number);
  g_assert_no_error (error);
  tell (number);
}

static void
mark_day (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (calendar_fixture_mark (ledger, number, &error));
  g_assert_no_error (error);
  tell (number);
}

/* A month that was begun before is gone through again. */
static void
finalise_one (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (period_fixture_visit (ledger, number, &error));
  for (gint64 compound = 1; compound <= 3; compound++)
    g_assert_true (period_fixture_sheet (ledger, number, compound, &error));
  g_assert_true (period_fixture_decide (ledger, number, &error));
  g_assert_true (period_fixture_finalise (ledger, number, &error));
  g_assert_no_error (error);
  tell (number);
}

static const struct
{
  const char *work;
  const YsRecordType *type; /* what is counted */
  void (*run) (YsLedger *ledger, gint64 number);
} works[] = {
  { KILL_JOBS_IMPORT, &ys_import_batch_type, import_one },
  { KILL_JOBS_CASES, &ys_import_batch_type, import_cases },
  { KILL_JOBS_DISPATCH, &ys_submission_type, file_one },
  { KILL_JOBS_PHOTOS, &ys_photo_type, add_photo },
  { KILL_JOBS_CALENDAR, &ys_calendar_day_type, mark_day },
  { KILL_JOBS_ENTRY, &ys_inspection_type, enter_one },
  { KILL_JOBS_PERIODS, &ys_period_version_type, finalise_one },
};

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_open (argv[1], YS_LEDGER_WRITE, USER, NULL, &error);
  guint i = 0;
  g_assert_no_error (error);
  while (!g_str_equal (argv[2], works[i].work))
    i++;
  gint64 done = ys_record_store_count (ledger, works[i].type, &error);
  for (;;)
    works[i].run (ledger, ++done);
}
