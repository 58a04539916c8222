/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Four months with findings, steps, moved calendars, undone changes, months finalised, reopened and
 * finalised again at random, against a slow oracle that keeps its own notes of what was frozen:
 * each second deduction is charged at most once over all months, and exactly once where it holds.
 */
#include "config.h"

#include "score-fixture.h"

#include "finding-job.h"
#include "history.h"
#include "inspection-job.h"
#include "record-store.h"
#include "work-time.h"

#define N_MONTHS 5
#define N_SEEDS 40
#define N_ACTIONS 24
#define DAY 86400
#define SEPTEMBER 1788192000 /* 2026-09-01T00:00 in Asia/Shanghai */
#define END "2027-01-31T09:00"

static const char *const months[N_MONTHS]
    = { "2026-09", "2026-10", "2026-11", "2026-12", "2027-01" };

typedef struct
{
  ScoreFixture fixture; /* first */
  GRand *random;
  YsInstant now;
  GHashTable *frozen[N_MONTHS]; /* (nullable): ids that the month charged twice; NULL: open */
  gint64 registered;            /* the last line that may not be undone */
  guint n_fell, n_again, n_moved;
} Months;

static guint n_fell, n_again, n_moved;

static gint64
below (Months *self, gint32 n)
{
  return g_rand_int_range (self->random, 0, n);
}

static guint
month_of (YsInstant at)
{
  guint i = 0;

  while (i + 1 < N_MONTHS && at >= ys_span_start (score_span (months[i + 1])))
    i++;
  return i;
}

/* By hand: later than the last minute of its deadline, and not repaired by then. */
static gboolean
is_late (const YsFinding *finding, YsInstant now)
{
  if (finding->state == YS_FINDING_WITHDRAWN || finding->deadline == 0 || finding->paused_at != 0)
    return FALSE;
  return now / 60 > finding->deadline / 60
         && (finding->rectified_at == 0 || finding->rectified_at / 60 > finding->deadline / 60);
}

/* The month that charges it: where it is frozen; else its own, else the first open one from the
 * minute on in which it became late. -1: none. */
static int
charged_in (const Months *self, const YsFinding *finding, YsInstant now)
{
  guint own = month_of (finding->found_at);
  guint late = month_of (finding->deadline + 60);

  for (int i = 0; i < N_MONTHS; i++)
    if (self->frozen[i] != NULL && g_hash_table_contains (self->frozen[i], &finding->id))
      return i;
  if (!is_late (finding, now))
    return -1;
  if (self->frozen[own] == NULL)
    return (int)own;
  for (guint i = MAX (own, late); i < N_MONTHS; i++)
    if (self->frozen[i] == NULL)
      return (int)i;
  g_assert_not_reached ();
}

static GPtrArray *
list_findings (const Months *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *findings = ys_record_store_list (self->fixture.base.ledger, &ys_finding_type, &error);

  g_assert_no_error (error);
  return findings;
}

/* "3 7": what this month charges a second time, as the program says. */
static char *
tell (Months *self, guint month, YsInstant now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *at = ys_instant_to_iso (now);
  g_autoptr (YsStanding) standing = score_load (&self->fixture, months[month], at, NULL);
  g_autofree char *working = score_explain (&self->fixture, standing, self->fixture.a);
  g_autoptr (GPtrArray) lines
      = ys_standing_explain (standing, self->fixture.base.ledger, self->fixture.a, &error);
  g_autoptr (GPtrArray) findings = list_findings (self);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    for (guint j = 0; j < lines->len; j++)
      {
        const YsFinding *finding = findings->pdata[i];
        const YsWorkingLine *line = lines->pdata[j];

        if (line->ref == finding->id
            && (line->kind == YS_WORKING_SECOND
                || (line->kind == YS_WORKING_FINDING
                    && line->points == -2 * finding->points.value)))
          g_string_append_printf (text, "%" G_GINT64_FORMAT " ", finding->id);
      }
  return g_string_free (text, FALSE);
}

/* The same by the oracle. */
static char *
expect (const Months *self, guint month, YsInstant now)
{
  g_autoptr (GPtrArray) findings = list_findings (self);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = findings->pdata[i];

      if (charged_in (self, finding, now) == (int)month)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " ", finding->id);
    }
  return g_string_free (text, FALSE);
}

static void
check (Months *self, YsInstant now)
{
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *ours = tell (self, i, now);
      g_autofree char *expected = expect (self, i, now);

      g_assert_cmpstr (ours, ==, expected);
    }
}

static void
visit (Months *self)
{
  static const char *const codes[] = { "A1-01", "A1-08", "A1-26", "A1-01*2" };
  g_autofree char *at = NULL;

  /* Somewhere in its day, also at night; a period that is over is refused elsewhere. */
  if (self->frozen[month_of (self->now)] != NULL)
    return;
  at = ys_instant_to_iso (self->now);
  score_visit (&self->fixture, self->fixture.a, YS_INSPECTION_LEVEL_CITY, at,
               codes[below (self, G_N_ELEMENTS (codes))]);
}

/* Whatever it is: the job takes it or refuses it. */
static void
step (Months *self)
{
  static const int kinds[]
      = { YS_EVENT_REPORTED, YS_EVENT_PASSED,   YS_EVENT_PASSED,   YS_EVENT_FAILED,
          YS_EVENT_PAUSED,   YS_EVENT_RESUMED,  YS_EVENT_EXTENDED, YS_EVENT_EXTENDED,
          YS_EVENT_NOTE,     YS_EVENT_WITHDRAWN };
  g_autoptr (GPtrArray) findings = list_findings (self);
  const YsFinding *finding;
  YsStep one = { .kind = kinds[below (self, G_N_ELEMENTS (kinds))], .text = "示例" };

  if (findings->len == 0)
    return;
  finding = findings->pdata[below (self, (gint32)findings->len)];
  one.at = self->now - 3600 * below (self, 24 * 6);
  if (below (self, 3) == 0)
    one.at = finding->deadline - 60 * below (self, 3);
  if (one.kind == YS_EVENT_EXTENDED)
    one.until = MAX (finding->deadline, one.at) + 3600 * (1 + below (self, 400));
  ys_finding_take_step (self->fixture.base.ledger, &finding->id, 1, &one, self->now, NULL);
}

static void
move_calendar (Months *self)
{
  g_autoptr (GError) error = NULL;
  YsDate day = ys_instant_to_date (self->now + DAY * (below (self, 40) - 25));
  g_autoptr (YsCalendarPlan) plan
      = ys_calendar_plan_day (self->fixture.base.ledger, day, (YsDayMark)below (self, 3), "示例",
                              "示例", &error);

  if (plan == NULL)
    return;
  self->n_moved += ys_calendar_plan_moved (plan)->len;
  ys_calendar_plan_apply (plan, self->fixture.base.ledger, NULL, &error);
}

/* In any order, not only the oldest first. */
static void
finalise (Months *self, guint month)
{
  g_autofree char *at = ys_instant_to_iso (self->now);
  g_autoptr (GPtrArray) findings = NULL;
  GHashTable *ids;

  if (self->frozen[month] != NULL || ys_span_end (score_span (months[month])) > self->now)
    return;
  findings = list_findings (self);
  ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = findings->pdata[i];

      if (charged_in (self, finding, self->now) != (int)month)
        continue;
      g_hash_table_add (ids, g_memdup2 (&finding->id, sizeof finding->id));
      self->n_fell += month_of (finding->found_at) != month ? 1 : 0;
    }
  score_finalise (&self->fixture, months[month], at);
  self->frozen[month] = ids;
}

static void
reopen (Months *self)
{
  guint month = (guint)below (self, (gint32)month_of (self->now) + 1);

  if (self->frozen[month] == NULL)
    return;
  g_clear_pointer (&self->frozen[month], g_hash_table_unref);
  score_reopen (&self->fixture, months[month]);
  self->n_again++;
}

static void
undo (Months *self)
{
  YsLedger *ledger = self->fixture.base.ledger;

  if (ys_history_undoable (ledger) > self->registered)
    ys_history_undo (ledger, 0, NULL, NULL);
}

static void
act (Months *self, gboolean with_reopening)
{
  gint64 what = below (self, 40);

  if (what < 8)
    visit (self);
  else if (what < 17)
    step (self);
  else if (what < 20)
    move_calendar (self);
  else if (what < 26)
    finalise (self, (guint)below (self, (gint32)month_of (self->now) + 1));
  else if (what < 29 && with_reopening)
    reopen (self);
  else if (what < 32)
    undo (self);
  else
    self->now += 60 * below (self, 2 * 1440);
}

/* Long after: each that holds is charged once, and what is frozen stays. */
static void
check_sums (Months *self)
{
  YsInstant end = score_instant (END);
  g_autoptr (GPtrArray) findings = list_findings (self);
  g_autoptr (GString) all = g_string_new (" ");

  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_autofree char *ours = tell (self, i, end);

      g_string_append (all, ours);
    }
  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = findings->pdata[i];
      g_autofree char *id = g_strdup_printf (" %" G_GINT64_FORMAT " ", finding->id);
      const char *first = strstr (all->str, id);

      g_assert_true (first == NULL || strstr (first + 1, id) == NULL);
      if (is_late (finding, end))
        g_assert_nonnull (first);
    }
}

/* Visits in the last days of a month, so that deadlines pass in the next one, which is finalised or
 * not; then whatever comes. */
static void
live_month (Months *self, guint month, gboolean with_reopening)
{
  YsInstant end = ys_span_end (score_span (months[month]));

  self->now = MAX (self->now, end - DAY * (2 + below (self, 4)) + 60 * below (self, 1440));
  for (guint i = 0; i < 3; i++)
    visit (self);
  step (self);
  self->now = MAX (self->now, end + 60 * below (self, 2 * 1440));
  if (below (self, 6) > 0)
    finalise (self, month);
  for (guint i = 0; i < N_ACTIONS; i++)
    {
      act (self, with_reopening);
      self->now -= self->now % 60;
      if (i % 4 == 0)
        check (self, self->now);
    }
}

static void
test_months (gconstpointer data)
{
  guint seed = GPOINTER_TO_UINT (data);
  Months self = { .random = g_rand_new_with_seed (seed), .now = SEPTEMBER + 9 * 3600 };

  score_set_up (&self.fixture, NULL);
  self.registered = ys_history_undoable (self.fixture.base.ledger);
  for (guint i = 0; i + 1 < N_MONTHS; i++)
    live_month (&self, i, seed % 2 == 1);
  check (&self, score_instant (END));
  check_sums (&self);
  n_fell += self.n_fell;
  n_again += self.n_again;
  n_moved += self.n_moved;
  for (guint i = 0; i < N_MONTHS; i++)
    g_clear_pointer (&self.frozen[i], g_hash_table_unref);
  g_rand_free (self.random);
  score_tear_down (&self.fixture, NULL);
}

/* The random months do hold what they are made for. */
static void
test_held (void)
{
  g_assert_cmpuint (n_fell, >, N_SEEDS / 2);
  g_assert_cmpuint (n_again, >, N_SEEDS / 2);
  g_assert_cmpuint (n_moved, >, N_SEEDS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autofree char *name = g_strdup_printf ("/jobs/period/random/%u", seed);

      g_test_add_data_func (name, GUINT_TO_POINTER (seed), test_months);
    }
  g_test_add_func ("/jobs/period/random/held", test_held);
  return g_test_run ();
}
