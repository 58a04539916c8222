/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million findings and their cases: the whole order by each column against the least SQL that
 * gives the same ids in the same run (aim 1.2 ×), and one finding with its audit line against the
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
/* Met today: missed by more than noise can do, this program fails. */
#define LIMIT (AIM * 1.25)

/* One statement after another, since no single one of ours is a single one of SQL either. */
#define MAX_SAME 6

typedef struct
{
  const char *name;
  YsWorkSort sort;
  const char *bare; /* the findings alone, by that column alone */
  /* The least SQL that gives our answer: findings and cases, without those withdrawn, in the same
   * order. Without it @bare is the measure, which does less than we do. */
  const char *same[MAX_SAME];
} Column;

/* Why two: a bare query of ids by one column reads one index and nothing else. Ours puts 50,000
 * cases in between, leaves out what is withdrawn, which no such index knows, and puts those of one
 * value in an order that does not jump. What is asked of it has to be measured against SQL that
 * gives that answer; the other ratio is printed beside it. Every answer is compared id by id. */

#define MERGED(finding, is_finding, one, is_one)                                                   \
  "SELECT id, " finding " FROM finding WHERE " is_finding " UNION ALL SELECT -id, " one            \
  " FROM platform_case WHERE " is_one " ORDER BY 2"
#define SHOWN "state <> 'withdrawn'"
#define FAULTY "(SELECT \"case\" FROM case_fault WHERE decision = 'confirmed')"
#define OF_STATE(finding, one)                                                                     \
  MERGED ("deadline", "state = '" finding "'", "deadline", "state = '" one "'")

static const Column columns[] = {
  { "urgency",
    YS_WORK_BY_URGENCY,
    "SELECT id FROM finding ORDER BY state = 'closed', deadline",
    { NULL } },
  { "state",
    YS_WORK_BY_STATE,
    "SELECT id FROM finding ORDER BY state",
    { OF_STATE ("found", "received"), OF_STATE ("issued", "accepted"),
      OF_STATE ("failed", "failed"), OF_STATE ("reported", "replied"),
      OF_STATE ("closed", "closed") } },
  { "deadline",
    YS_WORK_BY_DEADLINE,
    "SELECT id FROM finding ORDER BY deadline",
    { MERGED ("deadline", SHOWN, "deadline", SHOWN) } },
  { "number",
    YS_WORK_BY_NUMBER,
    "SELECT id FROM finding ORDER BY id",
    { "SELECT -id FROM platform_case WHERE " SHOWN " ORDER BY number",
      "SELECT id FROM finding WHERE " SHOWN " ORDER BY id DESC" } },
  { "level", YS_WORK_BY_LEVEL, "SELECT id FROM finding ORDER BY level", { NULL } },
  { "compound",
    YS_WORK_BY_COMPOUND,
    "SELECT f.id FROM finding f JOIN compound c ON c.id = f.compound ORDER BY c.name",
    { NULL } },
  { "clause",
    YS_WORK_BY_CLAUSE,
    "SELECT id FROM finding ORDER BY clause",
    { "SELECT f.id, k.code, f.id FROM finding f JOIN clause k ON k.id = f.clause WHERE f." SHOWN
      " UNION ALL SELECT -c.id, k.code, c.id FROM platform_case c JOIN clause k ON k.id = c.clause"
      " WHERE c." SHOWN " ORDER BY 2, 3 DESC, 1 DESC" } },
  { "found",
    YS_WORK_BY_FOUND,
    "SELECT id FROM finding ORDER BY found_at",
    { MERGED ("found_at", SHOWN, "at", SHOWN) } },
  { "fault",
    YS_WORK_BY_FAULT,
    "SELECT id FROM finding ORDER BY found_at DESC",
    { "SELECT -id FROM platform_case c WHERE " SHOWN " AND id IN " FAULTY
      " ORDER BY (SELECT count (*) FROM case_fault WHERE \"case\" = c.id AND decision = "
      "'confirmed')"
      " DESC, at DESC, id",
      MERGED ("found_at", SHOWN, "at", SHOWN " AND id NOT IN " FAULTY) " DESC" } },
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

/* Appends the ids. */
static void
run_sql (sqlite3 *db, const char *sql, GArray *ids)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);
}

/* (transfer full) */
static GArray *
run_bare (sqlite3 *db, const char *sql)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  run_sql (db, sql, ids);
  return ids;
}

/* (transfer full) */
static GArray *
run_same (sqlite3 *db, const Column *column)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MAX_SAME && column->same[i] != NULL; i++)
    run_sql (db, column->same[i], ids);
  return ids;
}

/* (transfer full) */
static GArray *
run_ours (YsLedger *ledger, YsWorkSort sort)
{
  const YsWorkFilter filter = { .sort = sort };
  g_autoptr (GError) error = NULL;
  GArray *ids = ys_work_list_ids (ledger, &filter, YS_SAMPLE_NOW, 0, NULL, &error);

  if (ids == NULL)
    g_error ("%s", error->message);
  return ids;
}

static void
check_same (const Column *column, const GArray *ours, const GArray *same)
{
  g_assert_cmpuint (ours->len, ==, same->len);
  for (guint i = 0; i < ours->len; i++)
    if (g_array_index (ours, gint64, i) != g_array_index (same, gint64, i))
      g_error ("%s: row %u is %" G_GINT64_FORMAT ", in SQL %" G_GINT64_FORMAT, column->name, i,
               g_array_index (ours, gint64, i), g_array_index (same, gint64, i));
}

static gint64
lap (gint64 *start)
{
  gint64 before = *start;

  *start = g_get_monotonic_time ();
  return *start - before;
}

/* All take turns, so that they meet the same noise. */
static double
measure_column (YsLedger *ledger, sqlite3 *db, const Column *column)
{
  gint64 ours[ROUNDS], bare[ROUNDS], same[ROUNDS];
  gboolean has_same = column->same[0] != NULL;
  guint n = 0;
  double to_bare;
  double ratio;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GArray) bare_ids = run_bare (db, column->bare);
      g_autoptr (GArray) our_ids = NULL;
      g_autoptr (GArray) same_ids = NULL;

      bare[i] = lap (&start);
      our_ids = run_ours (ledger, column->sort);
      ours[i] = lap (&start);
      same_ids = run_same (db, column);
      same[i] = lap (&start);
      n = our_ids->len;
      if (has_same && i == 0)
        check_same (column, our_ids, same_ids);
    }
  to_bare = (double)stress_median (ours, ROUNDS) / (double)stress_median (bare, ROUNDS);
  ratio = has_same ? (double)ours[ROUNDS / 2] / (double)stress_median (same, ROUNDS) : to_bare;
  g_print ("%-9s %7u rows %7.1f ms, ", column->name, n, (double)ours[ROUNDS / 2] / 1000);
  if (has_same)
    g_print ("the same in SQL %7.1f ms, ratio %.2f%s; ", (double)same[ROUNDS / 2] / 1000, ratio,
             ratio > AIM ? " (aim 1.2)" : "");
  g_print ("one index of findings %7.1f ms, ratio %.2f\n", (double)bare[ROUNDS / 2] / 1000,
           to_bare);
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
  g_print ("whole order, worst column: %.2f × the query (aim %.1f)\n", worst, AIM);
  return worst <= LIMIT;
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
  return ratio <= LIMIT;
}

int
main (int argc, char *argv[])
{
  g_autofree char *root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_autofree char *town = g_build_filename (root, "town", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean fine;

  g_assert_cmpint (argc, ==, 2);
  stress_make (argv[1]);
  if (!ys_sample_create (town, YS_SAMPLE_TOWN, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  fine = measure_columns (argv[1]);
  /* In a copy: the ledger that is kept for the next run stays as it is. */
  copy = stress_copy (argv[1], root);
  fine = measure_write (copy, town) && fine;
  stress_remove_tree (root);
  return fine ? 0 : 1;
}
