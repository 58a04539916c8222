/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The process is killed at random instants while it imports tables or cases, files them, adds
 * photos, or enters findings: what it had told is there, no batch and no filed table by half, no
 * photo without its file, and the ledger verifies. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "backup.h"
#include "calendar-fixture.h"
#include "calendar-record.h"
#include "case-fixture.h"
#include "dispatch.h"
#include "entry-fixture.h"
#include "fixture.h"
#include "import-batch.h"
#include "kill-jobs-writer.h"
#include "kill-round.h"
#include "period-fixture.h"
#include "photo-fixture.h"
#include "photo-store.h"
#include "photo.h"

#define ROUNDS 6
/* From before the ledger is open to some dozen imports, or a few tables, later. */
#define LONGEST_IMPORT_MS 300
#define LONGEST_CASES_MS 300
#define LONGEST_DISPATCH_MS 1000
#define LONGEST_PHOTOS_MS 150
#define LONGEST_CALENDAR_MS 100
#define LONGEST_ENTRY_MS 120
#define LONGEST_PERIODS_MS 300

static void
check_import (YsLedger *ledger, gint64 before, gint64 batches)
{
  g_autoptr (GPtrArray) compounds = ys_record_store_list (ledger, &ys_compound_type, NULL);
  g_assert_cmpint (compounds->len, ==, batches * KILL_JOBS_ROWS);
  for (guint i = 0; i < compounds->len; i++)
    {
      const YsCompound *compound = compounds->pdata[i];
      g_autofree char *name
          = g_strdup_printf ("%u-%u", i / KILL_JOBS_ROWS + 1, i % KILL_JOBS_ROWS + 1);
      g_assert_cmpstr (compound->name, ==, name);
      g_assert_cmpint (compound->class, ==, (i % KILL_JOBS_ROWS + 1) % 3 + 1);
    }
  /* The fixture's two lines, then the rows and batches; 7 communities and 5 companies once. */
  g_assert_cmpint (fixture_assert_verifies (ledger), ==,
                   2 + batches * (KILL_JOBS_ROWS + 1) + (batches > 0 ? 12 : 0));
}

static void
check_cases (YsLedger *ledger, gint64 before, gint64 batches)
{
  case_fixture_check (ledger, 3, before, batches);
}

/* Reprinting checks the bytes against what was filed; of the older ones the verification does. */
static void
check_dispatch (YsLedger *ledger, gint64 before, gint64 filed)
{
  g_autofree char *printed = fixture_make_folder ();
  for (gint64 id = before + 1; id <= filed; id++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) paths = ys_dispatch_reprint (ledger, id, printed, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_strv_length (paths), ==, 2);
    }
  fixture_remove_folder (printed);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 3 + 3 * filed);
}

/* Verifying reads every photo's file; what the kill left over is at most one file of each round. */
static void
check_photos (YsLedger *ledger, gint64 before, gint64 n)
{
  g_autoptr (GPtrArray) orphans = ys_photo_store_orphans (ledger, NULL);
  g_assert_cmpuint (orphans->len, <=, kill_rounds (ROUNDS) + 20);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 4 + n);
}

/* A killed writer may have entered its last one without reporting it. */
static void
check_entry (YsLedger *ledger, gint64 before, gint64 n)
{
  guint n_reported = entry_fixture_check (ledger, 3);
  g_assert_cmpint (n - n_reported, <=, kill_rounds (ROUNDS) + 20);
}

#define N_FINDINGS 20

/* Each marked day moves every finding, in the same change. */
static void
check_calendar (YsLedger *ledger, gint64 before, gint64 n)
{
  g_assert_cmpint (calendar_fixture_check (ledger), ==, n);
  g_assert_cmpint (fixture_assert_verifies (ledger), >=, 4 + N_FINDINGS + n);
}

static void
check_periods (YsLedger *ledger, gint64 before, gint64 n)
{
  g_assert_cmpint (period_fixture_check (ledger), ==, n);
}

typedef struct
{
  const char *work;
  const YsRecordType *type;
  guint longest_ms;
  void (*check) (YsLedger *ledger, gint64 before, gint64 n);
  gboolean one_compound; /* there before the first round */
} Work;

/* Returns: how many there are */
static gint64
check (const Work *work, const char *folder, gint64 before, gint64 told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_open (folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  gint64 n = ys_record_store_count (ledger, work->type, &error);
  /* At most one more than it could tell. */
  g_assert_cmpint (n, >=, told);
  g_assert_cmpint (n, <=, told + 1);
  work->check (ledger, before, n);
  g_autoptr (GPtrArray) backups = ys_backup_list (folder, NULL);
  for (guint i = 0; i < backups->len; i++)
    g_assert_true (((YsBackupInfo *)backups->pdata[i])->readable);
  return n;
}

static void
test_kill (Fixture *fixture, gconstpointer data)
{
  const Work *work = data;
  guint rounds = kill_rounds (ROUNDS);
  guint longest_ms = work->longest_ms;
  gint64 n = 0;
  if (work->one_compound)
    fixture_add_compound (fixture->ledger, fixture->community, "龙珠百合");
  if (work->type == &ys_photo_type)
    photo_fixture_prepare (fixture->ledger, fixture->community);
  if (work->type == &ys_calendar_day_type)
    calendar_fixture_prepare (fixture->ledger, fixture->community, N_FINDINGS);
  if (work->type == &ys_period_version_type)
    period_fixture_prepare (fixture->ledger, fixture->community);
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  /* A slow machine may need more rounds before anything is done. */
  for (guint i = 0; i < rounds || (n == 0 && i < rounds + 20); i++)
    {
      gint64 before = n;
      gint64 told
          = kill_round ("kill-jobs-writer", fixture->folder, work->work, longest_ms, before);
      n = check (work, fixture->folder, before, told);
      /* A ledger that grows, or a slow machine, needs longer for each: a kill must not always fall
       * before the first. */
      if (n == before)
        longest_ms += longest_ms / 8;
      else if (n > before + 10)
        longest_ms -= longest_ms / 8;
      g_test_message ("round %u: %" G_GINT64_FORMAT " kept", i + 1, n - before);
    }
  g_assert_cmpint (n, >, 0);
}

static const Work works[] = {
  { KILL_JOBS_IMPORT, &ys_import_batch_type, LONGEST_IMPORT_MS, check_import },
  { KILL_JOBS_CASES, &ys_import_batch_type, LONGEST_CASES_MS, check_cases, TRUE },
  { KILL_JOBS_DISPATCH, &ys_submission_type, LONGEST_DISPATCH_MS, check_dispatch, TRUE },
  { KILL_JOBS_PHOTOS, &ys_photo_type, LONGEST_PHOTOS_MS, check_photos },
  { KILL_JOBS_CALENDAR, &ys_calendar_day_type, LONGEST_CALENDAR_MS, check_calendar },
  { KILL_JOBS_ENTRY, &ys_inspection_type, LONGEST_ENTRY_MS, check_entry, TRUE },
  { KILL_JOBS_PERIODS, &ys_period_version_type, LONGEST_PERIODS_MS, check_periods, TRUE },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/kill/%s", works[i].work);
      g_test_add (path, Fixture, &works[i], fixture_set_up, test_kill, fixture_tear_down);
    }
  return g_test_run ();
}
