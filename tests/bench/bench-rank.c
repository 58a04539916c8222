/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year of the district's ledger ranked (2,000 compounds, 100,000 findings, every level counted)
 * against one bare SQL aggregate of the same totals (aim: at most 1.5 ×) and against SUMIFS and
 * RANK over the same rows in a spreadsheet program without a window (aim: at least 200 × faster);
 * and, on a million findings, how long until ranks are right again after one more (aim: 20 ms).
 * Fails where a measured aim is missed. */
#include "config.h"

#include <glib/gstdio.h>
#include <gio/gio.h>
#include <sqlite3.h>

#include "inspection-job.h"
#include "ledger.h"
#include "rank-workbook.h"
#include "sample.h"
#include "standing.h"
#include "stress.h"

#define ROUNDS 7
#define AIM_BARE 1.5
#define AIM_SHEET 200
#define AIM_MS 20

/* The findings' totals of this year and of the last one, with which it is compared: points (doubled
 * where they are late) and places not repaired. Visits and faults, which ours counts too, are left
 * out. */
#define BARE(points, join, levels)                                                                 \
  "SELECT f.compound, f.found_at < ?2, sum (" points " * (1 + (f.deadline + 60 <= ?1"              \
  " AND f.paused_at IS NULL AND (f.rectified_at IS NULL OR f.rectified_at >= f.deadline + 60))))," \
  " sum (f.count * (f.rectified_at IS NULL)) FROM finding AS f" join                               \
  " WHERE f.found_at >= ?3 AND f.found_at < ?4 AND f.state <> 'withdrawn' AND f.level IN (" levels \
  ") GROUP BY 1, 2"
static const char bare_all[]
    = BARE ("CASE WHEN f.level IN ('city', 'district') THEN f.points ELSE k.points * f.count END",
            " JOIN clause AS k ON k.id = f.clause",
            "'town', 'district', 'city', 'joint', 'self'");
static const char bare_default[] = BARE ("f.points", "", "'district', 'city'");

static YsLedger *
open_ledger (const char *folder, YsLedgerMode mode)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = ys_ledger_open (folder, mode, "bench", NULL, &error);

  if (ledger == NULL)
    g_error ("%s", error->message);
  return ledger;
}

static YsStanding *
load (YsLedger *ledger, const YsRegistry *registry, YsSpan span, const YsTrial *trial)
{
  g_autoptr (GError) error = NULL;
  YsStanding *standing
      = ys_standing_load (ledger, registry, span, trial, YS_SAMPLE_NOW, NULL, &error);

  if (standing == NULL)
    g_error ("%s", error->message);
  return standing;
}

/* Of all compounds; what both must agree on. */
static gint64
sum_bare (sqlite3 *db, const char *sql, YsSpan span)
{
  sqlite3_stmt *statement;
  gint64 sum = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_bind_int64 (statement, 1, YS_SAMPLE_NOW);
  sqlite3_bind_int64 (statement, 2, ys_span_start (span));
  sqlite3_bind_int64 (statement, 3, ys_span_start (ys_span_add (span, -1)));
  sqlite3_bind_int64 (statement, 4, ys_span_end (span));
  while (sqlite3_step (statement) == SQLITE_ROW)
    if (sqlite3_column_int64 (statement, 1) == 0)
      for (int column = 2; column < 4; column++)
        sum += (1 << column) * sqlite3_column_int64 (statement, column);
  sqlite3_finalize (statement);
  return sum;
}

static gint64
sum_of (const YsStanding *standing)
{
  gint64 sum = 0;

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      sum += 4 * row->parts.finding_points + 8 * row->open_places;
    }
  return sum;
}

static sqlite3 *
open_bare (const char *folder)
{
  g_autofree char *file = g_build_filename (folder, YS_LEDGER_FILE_NAME, NULL);
  sqlite3 *db;

  if (sqlite3_open_v2 (file, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  sqlite3_exec (db, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
  return db;
}

/* The two take turns, so that both meet the same noise. @out_ours: microseconds. */
static gboolean
measure_bare (
    YsLedger *ledger, const YsRegistry *registry, sqlite3 *db, const char *levels, gint64 *out_ours)
{
  YsSpan span = ys_span_of (YS_SPAN_YEAR, ys_instant_to_date (YS_SAMPLE_NOW));
  g_autoptr (YsTrial) trial = ys_trial_new ();
  const char *sql = levels != NULL ? bare_all : bare_default;
  gint64 ours[ROUNDS], bare[ROUNDS], ours_sum = 0, bare_sum = 0;
  double ratio;

  if (levels != NULL)
    ys_trial_add (trial, levels, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      bare_sum = sum_bare (db, sql, span);
      bare[i] = g_get_monotonic_time () - start;
      start = g_get_monotonic_time ();
      g_autoptr (YsStanding) standing = load (ledger, registry, span, trial);
      ours[i] = g_get_monotonic_time () - start;
      ours_sum = sum_of (standing);
    }
  if (ours_sum != bare_sum)
    g_error ("ours %" G_GINT64_FORMAT ", bare %" G_GINT64_FORMAT, ours_sum, bare_sum);
  *out_ours = stress_median (ours, ROUNDS);
  ratio = (double)*out_ours / (double)stress_median (bare, ROUNDS);
  g_print ("rank a year, %s: %.1f ms, bare aggregate %.1f ms, ratio %.2f (aim %.1f)\n",
           levels != NULL ? "every level counts" : "city and district count",
           (double)*out_ours / 1000, (double)bare[ROUNDS / 2] / 1000, ratio, AIM_BARE);
  return ratio <= AIM_BARE;
}

/* By itself the program believes the stored values. */
static void
always_recalculate (const char *out)
{
  static const char settings[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                                 "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
                                 "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
                                 "<prop oor:name=\"OOXMLRecalcMode\" "
                                 "oor:op=\"fuse\"><value>0</value></prop></item></oor:items>";
  g_autofree char *folder = g_build_filename (out, "profile", "user", NULL);
  g_autofree char *file = g_build_filename (folder, "registrymodifications.xcu", NULL);

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_set_contents (file, settings, -1, NULL))
    g_error ("cannot write %s", file);
}

/* Seconds of a conversion that recalculates; below 0: it failed. */
static double
convert (const char *soffice, const char *path, const char *out)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", out);
  const char *argv[]
      = { soffice, profile, "--headless", "--convert-to", "csv", "--outdir", out, path, NULL };
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_newv (argv,
                           G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                           &error);

  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    return -1;
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* The workbook with formulas, and the same rows without: the difference is what formulas cost. */
static gboolean
measure_sheet (YsLedger *ledger, const YsRegistry *registry, sqlite3 *db, gint64 ours)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autofree char *out = g_dir_make_tmp ("yardstick-rank-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (out, "rank.xlsx", NULL);
  g_autofree char *empty = g_build_filename (out, "empty.xlsx", NULL);
  YsSpan span = ys_span_of (YS_SPAN_YEAR, ys_instant_to_date (YS_SAMPLE_NOW));
  double all, start;

  if (soffice == NULL)
    {
      g_print ("no soffice here: not measured against a spreadsheet\n");
      stress_remove_tree (out);
      return TRUE;
    }
  g_autoptr (YsTrial) trial = ys_trial_new ();
  ys_trial_add (trial, "levels=town district city joint self", NULL);
  g_autoptr (YsStanding) standing = load (ledger, registry, span, trial);
  rank_workbook_write (path, db, standing, span);
  rank_workbook_write (empty, NULL, NULL, span);
  always_recalculate (out);
  /* The first start makes the profile: it is not counted. */
  convert (soffice, empty, out);
  start = convert (soffice, empty, out);
  all = convert (soffice, path, out);
  if (all < 0 || start < 0 || !rank_workbook_check (out, standing))
    g_error ("the spreadsheet program does not give the same totals");
  g_print ("SUMIFS and RANK in a spreadsheet: %.1f s, of which start and end %.1f s; ours %.1f ms: "
           "%.0f times faster with its start, %.0f times without (aim %d)\n",
           all, start, (double)ours / 1000, all * G_USEC_PER_SEC / (double)ours,
           (all - start) * G_USEC_PER_SEC / (double)ours, AIM_SHEET);
  stress_remove_tree (out);
  return (all - start) * G_USEC_PER_SEC >= AIM_SHEET * (double)ours;
}

static gint64
add_finding (YsLedger *ledger, gint64 compound_id)
{
  g_autoptr (GError) error = NULL;
  YsFindingEntry entry = { .code = "A1-08", .count = 1 };
  YsInspection inspection = { .compound_id = compound_id,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = YS_SAMPLE_NOW - 60 };
  gint64 id = ys_inspection_add (ledger, &inspection, &entry, 1, NULL, &error);

  if (id <= 0)
    g_error ("%s", error->message);
  return id;
}

/* The kept ledger grows by a few rows each run: it stays a million. */
static gboolean
measure_refresh (const char *folder, YsSpanKind kind)
{
  g_autoptr (YsLedger) ledger = open_ledger (folder, YS_LEDGER_WRITE);
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, NULL);
  YsSpan span = ys_span_of (kind, ys_instant_to_date (YS_SAMPLE_NOW));
  g_autofree char *name = ys_span_name (span);
  gint64 start = g_get_monotonic_time (), whole;
  g_autoptr (YsStanding) standing = load (ledger, registry, span, NULL);
  gint64 times[ROUNDS];

  whole = g_get_monotonic_time () - start;
  for (guint i = 0; i < ROUNDS; i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i * 100);
      gint64 before = row->parts.finding_points, compound_id = row->compound_id;

      add_finding (ledger, compound_id);
      start = g_get_monotonic_time ();
      if (!ys_standing_refresh (standing, ledger, registry, YS_SAMPLE_NOW, NULL))
        g_error ("cannot refresh");
      times[i] = g_get_monotonic_time () - start;
      if (ys_standing_find (standing, compound_id)->parts.finding_points != before + 100)
        g_error ("the finding is not counted");
    }
  g_print ("a million findings, %s: loaded in %.0f ms; right again after one more in %.1f ms (aim "
           "%d)\n",
           name, (double)whole / 1000, (double)stress_median (times, ROUNDS) / 1000, AIM_MS);
  return times[ROUNDS / 2] <= AIM_MS * 1000;
}

int
main (int argc, char **argv)
{
  g_autofree char *root = g_dir_make_tmp ("yardstick-rank-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, "district", NULL);
  g_autoptr (GError) error = NULL;
  gint64 ours, of_default;
  gboolean good;

  if (argc < 2)
    g_error ("the folder of the ledger of a million findings is missing");
  if (!ys_sample_create (folder, YS_SAMPLE_DISTRICT, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  YsLedger *ledger = open_ledger (folder, YS_LEDGER_READ_ONLY);
  YsRegistry *registry = ys_registry_load (ledger, NULL);
  sqlite3 *db = open_bare (folder);
  good = measure_bare (ledger, registry, db, NULL, &of_default);
  good = measure_bare (ledger, registry, db, "levels=town district city joint self", &ours) && good;
  good = measure_sheet (ledger, registry, db, ours) && good;
  sqlite3_close (db);
  ys_registry_unref (registry);
  ys_ledger_free (ledger);
  stress_remove_tree (root);
  stress_make (argv[1]);
  good = measure_refresh (argv[1], YS_SPAN_MONTH) && good;
  good = measure_refresh (argv[1], YS_SPAN_YEAR) && good;
  return good ? 0 : 1;
}
