/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines a second on one core, of the limits of annex 1 and of long ones, with a ratio to a bare
 * walk over the same days by GDate in the same run. */
#include "config.h"

#include "deadline.h"

#define N 200000
#define ROUNDS 3
/* Deadlines a second, from the issue of inspections and deadlines. */
#define AIM 100000.0

typedef struct
{
  const char *name;
  const char *from;
  int n_days; /* starts within so many days */
  int longest;
  YsLimitUnit unit;
  guint n_pauses;
} Kind;

static const Kind kinds[] = {
  { "1-48 hours, 2015-2026", "2015-01-01", 12 * 365, 48, YS_LIMIT_HOURS, 0 },
  { "1-15 days, 2015-2026", "2015-01-01", 12 * 365, 15, YS_LIMIT_DAYS, 0 },
  { "1-15 days, one pause", "2015-01-01", 12 * 365, 15, YS_LIMIT_DAYS, 1 },
  { "1-15 days, year 5000", "5000-01-01", 12 * 365, 15, YS_LIMIT_DAYS, 0 },
  { "1-999 hours", "2015-01-01", 12 * 365, 999, YS_LIMIT_HOURS, 0 },
  { "1-999 days", "2015-01-01", 8 * 365, 999, YS_LIMIT_DAYS, 0 },
};

/* What a walk costs at least: one weekday a day. */
static gint64
time_bare (const Kind *kind, GRand *rand, YsInstant first)
{
  gint64 start = g_get_monotonic_time ();
  guint sum = 0;

  for (int i = 0; i < N / 10; i++)
    {
      YsInstant from = first + g_rand_int_range (rand, 0, kind->n_days) * G_GINT64_CONSTANT (86400);
      gint64 amount = g_rand_int_range (rand, 1, kind->longest + 1);
      gint64 days = kind->unit == YS_LIMIT_DAYS ? amount * 3 / 2 : amount / 5 + 1;
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint)(from / 86400 + 719163));
      for (; days > 0; days--, g_date_add_days (&date, 1))
        sum += g_date_get_weekday (&date);
    }
  g_assert_cmpuint (sum, >, 0);
  return (g_get_monotonic_time () - start) * 10;
}

static gint64
time_ours (const Kind *kind, GRand *rand, YsInstant first, const YsWorkCalendar *calendar)
{
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < N; i++)
    {
      YsInstant from = first + g_rand_int_range (rand, 0, kind->n_days) * G_GINT64_CONSTANT (86400)
                       + g_rand_int_range (rand, 0, 86400);
      YsLimit limit = { g_rand_int_range (rand, 1, kind->longest + 1), kind->unit };
      YsPause pause = { from + 86400, from + 3 * 86400 };
      YsDeadline due;

      if (!ys_deadline_compute (calendar, from, limit, &pause, kind->n_pauses, FALSE, &due))
        g_error ("A deadline has no end.");
    }
  return g_get_monotonic_time () - start;
}

int
main (void)
{
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  double lowest = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 ours = G_MAXINT64, bare = G_MAXINT64;
      YsInstant first;

      g_assert_true (ys_instant_from_iso (kinds[i].from, &first));
      for (guint round = 0; round < ROUNDS; round++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (5);

          ours = MIN (ours, time_ours (&kinds[i], rand, first, calendar));
          bare = MIN (bare, time_bare (&kinds[i], rand, first));
        }
      double rate = N * 1e6 / (double)MAX (ours, 1);
      lowest = MIN (lowest, rate);
      g_print ("%-24s %9.0f a second, %.2f times a bare walk by GDate\n", kinds[i].name, rate,
               (double)ours / (double)MAX (bare, 1));
    }
  g_print ("at least %.0f deadlines a second and core (aim %.0f)\n", lowest, AIM);
  return lowest >= AIM ? 0 : 1;
}
