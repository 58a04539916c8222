/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million findings and their cases: the whole order by each column against the bare query of ids
 * by that column in the same run (aim 1.2 ×), and one finding with its audit line against the
 * ledger of a town (aim 1.2 ×). */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "change.h"
#include "inspection.h"
#include "ledger.h"
#include "sample.h"
#include "stress.h"
#include "work-list.h"

#define ROUNDS 5
#define WRITES 200
#define AIM 1.2

typedef struct
{
  const char *name;
  YsWorkSort sort;
  const char *bare;
} Column;

static const Column columns[] = {
  { "urgency", YS_WORK_BY_URGENCY, "SELECT id FROM finding ORDER BY state = 'closed', deadline" },
  { "state", YS_WORK_BY_STATE, "SELECT id FROM finding ORDER BY state" },
  { "deadline", YS_WORK_BY_DEADLINE, "SELECT id FROM finding ORDER BY deadline" },
  { "number", YS_WORK_BY_NUMBER, "SELECT id FROM finding ORDER BY id" },
  { "level", YS_WORK_BY_LEVEL, "SELECT id FROM finding ORDER BY level" },
  { "compound", YS_WORK_BY_COMPOUND,
    "SELECT f.id FROM finding f JOIN compound c ON c.id = f.compound ORDER BY c.name" },
  { "clause", YS_WORK_BY_CLAUSE, "SELECT id FROM finding ORDER BY clause" },
  { "found", YS_WORK_BY_FOUND, "SELECT id FROM finding ORDER BY found_at" },
  { "fault", YS_WORK_BY_FAULT, "SELECT id FROM finding ORDER BY found_at DESC" },
};

static YsLedger *
open_ledger (const char *folder, YsLedgerMode mode)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_open (folder, mode, "bench", NULL, &error);

  if (ledger == NULL)
    g_error ("%s", error->message);
  return ledger;
}

static guint
run_bare (sqlite3 *db, const char *sql)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
  return ids->len;
}

static guint
run_ours (YsLedger *ledger, YsWorkSort sort)
{
  const YsWorkFilter filter = { .sort = sort };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ys_work_list_ids (ledger, &filter, YS_SAMPLE_NOW, 0, NULL, &error);

  if (ids == NULL)
    g_error ("%s", error->message);
  return ids->len;
}

/* The two take turns, so that both meet the same noise. */
static double
measure_column (YsLedger *ledger, sqlite3 *db, const Column *column)
{
  gint64 ours[ROUNDS], bare[ROUNDS];
  guint n_ours = 0, n_bare = 0;
  double ratio;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      n_bare = run_bare (db, column->bare);
      bare[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      n_ours = run_ours (ledger, column->sort);
      ours[i] = g_get_monotonic_time () - start;
    }
  ratio = (double)stress_median (ours, ROUNDS) / (double)stress_median (bare, ROUNDS);
  g_print ("%-9s %7u rows %7.1f ms, bare %7u rows %7.1f ms, ratio %.2f%s\n", column->name, n_ours,
           (double)ours[ROUNDS / 2] / 1000, n_bare, (double)bare[ROUNDS / 2] / 1000, ratio,
           ratio > AIM ? "  (aim 1.2)" : "");
  return ratio;
}

static gboolean
measure_columns (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  YsLedger *ledger = open_ledger (folder, YS_LEDGER_READ_ONLY);
  double worst = 0;
  sqlite3 *db;

  if (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_exec (db, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      double ratio = measure_column (ledger, db, &columns[i]);

      worst = MAX (worst, ratio);
    }
  sqlite3_close (db);
  ys_ledger_free (ledger);
  g_print ("whole order, worst column: %.2f × the bare query (aim %.1f)\n", worst, AIM);
  return worst <= AIM;
}

static gint64
write_one (YsLedger *ledger, guint i)
{
  g_autoptr (GError) error = NULL;
  YsFinding finding = { .inspection_id = 1,
                        .compound_id = 1 + i % 60,
                        .level = YS_INSPECTION_LEVEL_DISTRICT,
                        .clause_id = 1 + i % 26,
                        .count = YS_NUMBER (1),
                        .place = (char *)"3号楼1单元",
                        .found_at = YS_SAMPLE_NOW,
                        .starts_at = YS_SAMPLE_NOW,
                        .deadline = YS_SAMPLE_NOW + 7200,
                        .state = YS_FINDING_FOUND,
                        .points = YS_NUMBER (100) };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (YsChange) change = ys_change_begin (ledger, "bench", &error);

  if (change == NULL || !ys_change_insert (change, &ys_finding_type, &finding, &error)
      || !ys_change_commit (change, NULL, &error))
    g_error ("%s", error->message);
  return g_get_monotonic_time () - start;
}

/* What is written stays in the stress ledger: some hundred findings among a million. */
static gboolean
measure_write (const char *stress, const char *town)
{
  YsLedger *large = open_ledger (stress, YS_LEDGER_WRITE);
  YsLedger *small = open_ledger (town, YS_LEDGER_WRITE);
  gint64 in_large[WRITES], in_small[WRITES];
  double ratio;

  for (guint i = 0; i < WRITES; i++)
    {
      in_large[i] = write_one (large, i);
      in_small[i] = write_one (small, i);
    }
  ys_ledger_free (large);
  ys_ledger_free (small);
  ratio = (double)stress_median (in_large, WRITES) / (double)stress_median (in_small, WRITES);
  g_print ("one finding with its audit line: %.3f ms, town %.3f ms, ratio %.2f (aim %.1f)\n",
           (double)in_large[WRITES / 2] / 1000, (double)in_small[WRITES / 2] / 1000, ratio, AIM);
  return ratio <= AIM;
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_autofree char *town = g_build_filename (root, "town", NULL);
  g_autoptr (GError) error = NULL;
  gboolean fine;

  g_assert_cmpint (argc, ==, 2);
  stress_make (argv[1]);
  if (!ys_sample_create (town, YS_SAMPLE_TOWN, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  fine = measure_columns (argv[1]);
  fine = measure_write (argv[1], town) && fine;
  stress_remove_tree (root);
  return fine ? 0 : 1;
}
