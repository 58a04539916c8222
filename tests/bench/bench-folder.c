/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole folder of a month: of a town's ledger (5,000 findings) and of a district's (100,000),
 * each in a process of its own. Prints the times and the ratio of peak memory, which must not grow
 * with the rows; and that a cancelled export stops soon and leaves nothing. */
#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "bench-tools.h"
#include "ledger-job.h"
#include "period-report.h"
#include "sample.h"

#define SEED 5
#define AIM_RATIO 1.2
#define FAIL_RATIO 1.5
#define CANCEL_STEP 20

/* Highest resident memory of this process so far, kB; 0 where the system does not say. */
static guint64
peak_memory (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  peak = strstr (status, "VmHWM:");
  return peak != NULL ? g_ascii_strtoull (peak + strlen ("VmHWM:"), NULL, 10) : 0;
}

typedef struct
{
  GCancellable *cancellable;
  gint64 cancelled_at;
  guint64 n_steps;
} Watch;

static void
on_progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Watch *watch = user_data;

  watch->n_steps = done;
  if (watch->cancellable == NULL || done != CANCEL_STEP)
    return;
  g_cancellable_cancel (watch->cancellable);
  watch->cancelled_at = g_get_monotonic_time ();
}

static gboolean
export_month (YsLedger *ledger, const char *folder, Watch *watch, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, error);
  g_autoptr (YsStanding) standing = NULL;
  YsSpan span;

  if (registry == NULL || !ys_span_read ("2026-09", &span, error))
    return FALSE;
  standing = ys_standing_load (ledger, registry, span, NULL, YS_SAMPLE_NOW, NULL, error);
  return standing != NULL
         && ys_report_export_all (ledger, registry, standing, NULL, folder, YS_SAMPLE_NOW,
                                  on_progress_cb, watch, watch->cancellable, error);
}

/* One run in this process: "seconds peak steps" on standard output, or how long a cancel took. */
static int
run_child (const char *path, const char *folder, gboolean cancel)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = cancel ? g_cancellable_new () : NULL;
  Watch watch = { .cancellable = cancellable };
  YsLedger *ledger
      = ys_ledger_job_open (path, YS_LEDGER_WRITE, "示例", YS_SAMPLE_NOW, NULL, &error);
  gint64 start = g_get_monotonic_time ();
  gboolean done = ledger != NULL && export_month (ledger, folder, &watch, &error);
  double seconds = bench_seconds_since (cancel ? watch.cancelled_at : start);

  if (ledger != NULL)
    ys_ledger_job_close (ledger);
  if (done == cancel || (cancel && g_file_test (folder, G_FILE_TEST_EXISTS)))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "the folder was not taken away");
      return 1;
    }
  g_print ("%.3f %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT "\n", seconds, peak_memory (),
           watch.n_steps);
  return 0;
}

static gboolean
run (const char *self, const char *ledger, const char *mode, double *out_seconds, guint64 *out_peak)
{
  g_autofree char *folder = g_build_filename (ledger, "..", mode, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, mode, ledger, folder, NULL);
  g_autofree char *output = NULL;
  char *end;

  if (child == NULL || !g_subprocess_communicate_utf8 (child, NULL, NULL, &output, NULL, &error)
      || !g_subprocess_get_successful (child))
    {
      g_printerr ("%s failed: %s\n", mode, error != NULL ? error->message : "see above");
      return FALSE;
    }
  bench_remove_tree (folder);
  *out_seconds = g_ascii_strtod (output, &end);
  *out_peak = g_ascii_strtoull (end, &end, 10);
  g_print ("%s: %.2f s, %" G_GUINT64_FORMAT " MB at most, %s steps", mode, *out_seconds,
           *out_peak / 1024, g_strstrip (end));
  g_print ("\n");
  return TRUE;
}

static gboolean
measure (const char *self, const char *root)
{
  g_autofree char *town = g_build_filename (root, "town-ledger", NULL);
  g_autofree char *district = g_build_filename (root, "district-ledger", NULL);
  g_autoptr (GError) error = NULL;
  double seconds;
  guint64 small, large, cancelled;

  if (!ys_sample_create (town, YS_SAMPLE_TOWN, SEED, NULL, NULL, &error)
      || !ys_sample_create (district, YS_SAMPLE_DISTRICT, SEED, NULL, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  return run (self, town, "town", &seconds, &small)
         && run (self, district, "district", &seconds, &large)
         && run (self, district, "cancel", &seconds, &cancelled)
         && (small == 0
             || bench_ratio ("peak memory, twenty times the rows", (double)large / (double)small,
                             AIM_RATIO, FAIL_RATIO));
}

int
main (int argc, char **argv)
{
  g_autofree char *root = NULL;
  gboolean passed;

  if (argc == 4)
    return run_child (argv[2], argv[3], g_str_equal (argv[1], "cancel"));
  root = g_dir_make_tmp ("bench-folder-XXXXXX", NULL);
  passed = root != NULL && measure (argv[0], root);
  if (root != NULL)
    bench_remove_tree (root);
  return passed ? 0 : 1;
}
