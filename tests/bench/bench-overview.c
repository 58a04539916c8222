/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the first page waits on a ledger of a million findings: its figures, then the last
 * ranking with what is to be decided, read anew and brought up to date. Both run in a thread. */
#include "config.h"

#include "ledger.h"
#include "outlook.h"
#include "overview.h"
#include "stress.h"

#define ROUNDS 3
/* Milliseconds until the figures are there, once the file is warm. */
#define LONGEST 3000

static double
since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static YsOverview *
read_figures (YsLedger *ledger, YsInstant now)
{
  g_autoptr (GError) error = NULL;
  YsOverview *overview = ys_overview_new (ledger, now, &error);

  if (overview == NULL)
    g_error ("%s", error->message);
  return overview;
}

static void
read_outlook (YsLedger *ledger,
              const YsOverview *overview,
              YsInstant now,
              double *out_standing,
              double *out_rest)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  g_autoptr (YsOutlook) outlook = NULL;
  YsStanding *standing;
  YsSpan span;

  if (registry == NULL || !ys_outlook_span (ledger, now, &span, &error))
    g_error ("%s", error->message);
  standing = ys_standing_load (ledger, registry, span, NULL, now, NULL, &error);
  *out_standing = since (start);
  start = g_get_monotonic_time ();
  outlook = standing != NULL ? ys_outlook_new (ledger, standing, overview->proposed, now, &error)
                             : NULL;
  if (outlook == NULL)
    g_error ("%s", error->message);
  *out_rest = since (start);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger;
  YsInstant now = 0;
  double best = G_MAXDOUBLE;

  if (argc < 2 || !ys_instant_from_iso ("2026-10-12T10:00", &now))
    return 2;
  stress_make (argv[1]);
  ledger = ys_ledger_open (argv[1], YS_LEDGER_READ_ONLY, "bench", NULL, &error);
  if (ledger == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (YsOverview) overview = read_figures (ledger, now);
      double figures = since (start), standing, rest;

      read_outlook (ledger, overview, now, &standing, &rest);
      best = MIN (best, figures);
      g_print ("figures %.0f ms, standing %.0f ms, decisions %.0f ms\n", figures, standing, rest);
    }
  ys_ledger_free (ledger);
  return best < LONGEST ? 0 : 1;
}
