/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the scheme: which holds for a period, what an edit may say, what it keeps. */
#include "config.h"

#include "score-fixture.h"

#include "history.h"
#include "inspection-job.h"
#include "job-error.h"
#include "scheme-job.h"

#include <string.h>

static const YsDate october = { 2026, 10, 1 };

static gint64
version_of (ScoreFixture *fixture, const char *period)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) book
      = ys_scheme_load (fixture->base.ledger, score_span (period), &error);

  g_assert_no_error (error);
  return book->scheme->version.value;
}

static gboolean
set (ScoreFixture *fixture, const char *edits, YsDate from, GError **error)
{
  g_auto (GStrv) words = g_strsplit (edits, " ", -1);
  YsSchemeEdit list[8];
  guint n = 0;

  for (; words[n] != NULL; n++)
    {
      char *equals = strchr (words[n], '=');

      *equals = '\0';
      list[n] = (YsSchemeEdit){ words[n], equals + 1 };
    }
  return ys_scheme_set (fixture->base.ledger, list, n, from, "领导小组决定", error);
}

typedef struct
{
  const char *path;
  const char *edits;
  gboolean good;
} EditCase;

static const EditCase edit_cases[] = {
  { "weights", "long_weight=70 property_weight=30", TRUE }, /* 002 §3: 60 and 40 by default */
  { "weights-110", "long_weight=70 property_weight=40", FALSE },
  { "weights-one-only", "long_weight=70", FALSE },
  { "weights-9999", "long_weight=59.99", FALSE },
  { "weights-0-100", "long_weight=0 property_weight=100", TRUE },
  { "weight-negative", "long_weight=-10 property_weight=110", FALSE },
  { "fault", "fault_points=3.00", TRUE },
  { "fault-empty", "fault_points=", FALSE },
  { "cap", "score_cap=105", TRUE },
  { "factor", "overdue_factor=3", TRUE },
  { "factor-0", "overdue_factor=0", FALSE },
  { "rounding", "rounding=even", TRUE },
  { "rounding-words", "rounding=四舍", FALSE },
  { "longer", "longer=mean", TRUE },
  { "levels-none", "levels=", FALSE },
  { "levels-unknown", "levels=galaxy", FALSE },
  { "chain-unknown", "chain=beauty", FALSE },
  { "survey-order", "survey_rate_1=95", FALSE }, /* the second rate is 90.00 */
  { "places", "first.places=3", TRUE },
  { "amount", "first.amount=5000", TRUE },
  { "amount-fen", "red.amount=2000.50", TRUE },
  { "amount-words", "first.amount=很多", FALSE },
  { "prize-unknown", "tenth.places=1", FALSE },
  { "prize-field", "first.prize=second", FALSE },
  { "prize-position", "first.position=9", FALSE },
  { "field-unknown", "colour=red", FALSE },
  { "field-version", "version=9", FALSE },
};

static void
test_edit (ScoreFixture *fixture, gconstpointer data)
{
  const EditCase *row = data;
  g_autoptr (GError) error = NULL;
  gboolean done = set (fixture, row->edits, october, &error);

  g_assert_cmpint (done, ==, row->good);
  if (!row->good)
    g_assert_nonnull (error);
  g_assert_cmpint (version_of (fixture, "2026-10"), ==, row->good ? 2 : 1);
  g_assert_cmpint (version_of (fixture, "2026-09"), ==, 1);
}

/* A month, the quarter and the year take what holds on their first day. */
static void
test_from (ScoreFixture *fixture, gconstpointer data)
{
  const YsDate november = { 2026, 11, 1 };
  g_autoptr (GError) error = NULL;

  g_assert_true (set (fixture, "fault_points=3", november, &error));
  g_assert_cmpint (version_of (fixture, "2026-10"), ==, 1);
  g_assert_cmpint (version_of (fixture, "2026-11"), ==, 2);
  g_assert_cmpint (version_of (fixture, "2026Q4"), ==, 1);
  g_assert_cmpint (version_of (fixture, "2027Q1"), ==, 2);
  g_assert_cmpint (version_of (fixture, "2026"), ==, 1);
  g_assert_cmpint (version_of (fixture, "2027"), ==, 2);
}

/* A scheme that began inside a month would hold for no month that one names. */
static void
test_from_inside (ScoreFixture *fixture, gconstpointer data)
{
  const YsDate inside = { 2026, 10, 15 };
  g_autoptr (GError) error = NULL;

  g_assert_false (set (fixture, "fault_points=3", inside, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

static void
test_same_date (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) book = NULL;

  g_assert_true (set (fixture, "fault_points=3", october, &error));
  g_assert_true (set (fixture, "overdue_factor=3", october, &error));
  book = ys_scheme_load (fixture->base.ledger, score_span ("2026-10"), &error);
  /* The later of one date counts, on top of the earlier one. */
  g_assert_cmpint (book->scheme->version.value, ==, 3);
  g_assert_cmpint (book->scheme->fault_points.value, ==, 300);
  g_assert_cmpint (book->scheme->overdue_factor.value, ==, 3);
  g_assert_cmpuint (book->prizes->len, ==, 4);
}

static void
test_nothing (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set (fixture, "fault_points=2.00", october, &error));
  g_assert_cmpint (version_of (fixture, "2026-10"), ==, 1);
}

static void
test_reason (ScoreFixture *fixture, gconstpointer data)
{
  const YsSchemeEdit edit = { "fault_points", "3" };
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_scheme_set (fixture->base.ledger, &edit, 1, october, "  ", &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* What was finalised keeps its own. */
static void
test_finalised (ScoreFixture *fixture, gconstpointer data)
{
  const YsDate september = { 2026, 9, 1 }, november = { 2026, 11, 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsStanding) standing = NULL;

  score_visit (fixture, fixture->a, YS_INSPECTION_LEVEL_CITY, "2026-10-12T09:00", "");
  score_finalise (fixture, "2026-10", "2026-11-02T09:00");
  g_assert_false (set (fixture, "fault_points=3", october, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_false (set (fixture, "fault_points=3", september, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_clear_error (&error);
  g_assert_true (set (fixture, "fault_points=3", november, &error));
  standing = score_load (fixture, "2026-10", "2026-11-12T09:00", NULL);
  g_assert_cmpint (ys_standing_scheme (standing)->scheme->fault_points.value, ==, 200);
}

static void
test_undo (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) book = NULL;

  g_assert_true (set (fixture, "first.amount=5000 fault_points=3", october, &error));
  g_assert_true (ys_history_undo (fixture->base.ledger, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version_of (fixture, "2026-10"), ==, 1);
  g_assert_true (ys_history_redo (fixture->base.ledger, NULL, &error));
  book = ys_scheme_load (fixture->base.ledger, score_span ("2026-10"), &error);
  g_assert_cmpint (book->scheme->fault_points.value, ==, 300);
  g_assert_cmpint (((YsPrize *)book->prizes->pdata[0])->amount.value, ==, 500000);
}

static void
test_compare (ScoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsSchemeBook) before
      = ys_scheme_load (fixture->base.ledger, score_span ("2026-10"), &error);
  g_autoptr (YsSchemeBook) after = NULL;
  g_autoptr (GPtrArray) none = ys_scheme_compare (before, before);
  g_autoptr (GPtrArray) changes = NULL;
  const YsSchemeDifference *one;

  g_assert_true (set (fixture, "fault_points=3 second.places=5", october, &error));
  after = ys_scheme_load (fixture->base.ledger, score_span ("2026-10"), &error);
  changes = ys_scheme_compare (before, after);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (changes->len, ==, 2);
  one = changes->pdata[0];
  g_assert_cmpstr (one->label, ==, "Points of a case fault");
  g_assert_cmpstr (one->before, ==, "2.00");
  g_assert_cmpstr (one->after, ==, "3.00");
  one = changes->pdata[1];
  g_assert_cmpstr (one->after, ==, "5");
}

#define ADD(path, test)                                                                            \
  g_test_add ("/jobs/scheme/" path, ScoreFixture, NULL, score_set_up, test, score_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (edit_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/scheme/edit/%s", edit_cases[i].path);

      g_test_add (path, ScoreFixture, &edit_cases[i], score_set_up, test_edit, score_tear_down);
    }
  ADD ("from", test_from);
  ADD ("from-inside-a-month", test_from_inside);
  ADD ("same-date", test_same_date);
  ADD ("nothing", test_nothing);
  ADD ("reason", test_reason);
  ADD ("finalised", test_finalised);
  ADD ("undo", test_undo);
  ADD ("compare", test_compare);
  return g_test_run ();
}
