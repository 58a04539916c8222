/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The month that is looked at first, and the one that waits to be finalised. */
#include "config.h"

#include "score-fixture.h"

#include "inspection-job.h"
#include "period-job.h"

typedef struct
{
  const char *name;
  const char *visits; /* "city 2026-09-12T09:00", parted by a comma */
  const char *final;  /* (nullable) period */
  const char *today;
  const char *shown;
  const char *waits; /* "": none */
} Row;

/* Town, joint and self inspections cost nothing and make nobody assessed [RULINGS Findings]. */
static const Row rows[] = {
  { "empty", "", NULL, "2026-11-02", "2026-11", "" },
  { "this-month", "city 2026-11-01T09:00", NULL, "2026-11-02", "2026-11", "" },
  { "later-this-month", "city 2026-11-28T09:00", NULL, "2026-11-02", "2026-11", "" },
  { "next-month-only", "city 2026-12-01T09:00", NULL, "2026-11-02", "2026-11", "" },
  { "last-month", "district 2026-10-31T17:00", NULL, "2026-11-01", "2026-10", "2026-10" },
  { "over-new-year", "city 2025-12-03T09:00", NULL, "2026-01-04", "2025-12", "2025-12" },
  { "month-left-out", "city 2026-08-03T09:00", NULL, "2026-11-02", "2026-08", "2026-08" },
  { "town-does-not-count", "city 2026-09-03T09:00,town 2026-10-03T09:00", NULL, "2026-11-02",
    "2026-09", "2026-09" },
  { "town-alone", "town 2026-10-03T09:00,self 2026-10-04T09:00", NULL, "2026-11-02", "2026-11",
    "" },
  { "final", "city 2026-10-03T09:00", "2026-10", "2026-11-02", "2026-10", "" },
  { "one-before-is-open", "city 2026-09-03T09:00,city 2026-10-03T09:00", "2026-10", "2026-11-02",
    "2026-10", "2026-09" },
  { "in-a-final-quarter", "city 2026-08-03T09:00,city 2026-09-03T09:00", "2026Q3", "2026-11-02",
    "2026-09", "" },
};

static void
enter (ScoreFixture *fixture, const Row *row)
{
  g_auto (GStrv) visits = g_strsplit (row->visits, ",", -1);

  for (guint i = 0; visits[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (visits[i], " ", 2);

      score_visit (fixture, fixture->a, ys_choice_from_text (ys_level_choices, parts[0]), parts[1],
                   "");
    }
  if (row->final != NULL)
    score_finalise (fixture, row->final, "2026-11-01T09:00");
}

static void
test_row (ScoreFixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *waits = NULL;
  YsSpan span;
  YsDate today;

  g_assert_true (ys_date_from_iso (row->today, &today));
  enter (fixture, row);
  shown = ys_span_name (ys_period_to_show (fixture->base.ledger, today, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown, ==, row->shown);
  waits = ys_period_to_finalise (fixture->base.ledger, today, &span, &error) ? ys_span_name (span)
                                                                             : g_strdup ("");
  g_assert_no_error (error);
  g_assert_cmpstr (waits, ==, row->waits);
}

/* A visit that was withdrawn is none. */
static void
test_withdrawn (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  YsInspection inspection = { .compound_id = fixture->a,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = score_instant ("2026-10-03T09:00") };
  gint64 id = ys_inspection_add (fixture->base.ledger, &inspection, NULL, 0, NULL, &error);

  g_assert_no_error (error);
  ys_inspection_withdraw (fixture->base.ledger, id, "示例：录重",
                          score_instant ("2026-11-02T09:00"), &error);
  g_assert_no_error (error);
  shown = ys_span_name (ys_period_to_show (fixture->base.ledger, (YsDate){ 2026, 11, 2 }, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown, ==, "2026-11");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/period-choice/", rows[i].name, NULL);

      g_test_add (path, ScoreFixture, &rows[i], score_set_up, test_row, score_tear_down);
    }
  g_test_add ("/jobs/period-choice/withdrawn", ScoreFixture, NULL, score_set_up, test_withdrawn,
              score_tear_down);
  return g_test_run ();
}
