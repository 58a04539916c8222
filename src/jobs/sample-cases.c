/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases as the platforms dispatch them. Some problems are reported again and again; what the rules
 * detect of it is decided by a person a month and a half later, the newest are left to decide. */
#include "config.h"

#include "sample-private.h"

#include "case-rules.h"
#include "inspection.h"

#define MAX_EVENTS 6
#define OFFICE_MINUTES 420
#define DECIDED_AFTER_DAYS 45
#define DAY_SECONDS (24 * 3600)

struct _YsSampleCases
{
  YsDate month;      /* of the reports in @now */
  GPtrArray *before; /* (element-type YsCase): of the month before */
  GPtrArray *now;
  YsDate day;
  guint n_of_day;
};

typedef struct
{
  YsSampleWork *work;
  YsCase *one;
  YsEvent events[MAX_EVENTS];
  guint n;
} Life;

static void
free_case (gpointer data)
{
  ys_record_free (&ys_case_type, data);
}

YsSampleCases *
ys_sample_cases_new (void)
{
  YsSampleCases *cases = g_new0 (YsSampleCases, 1);

  cases->before = g_ptr_array_new_with_free_func (free_case);
  cases->now = g_ptr_array_new_with_free_func (free_case);
  return cases;
}

void
ys_sample_cases_free (YsSampleCases *cases)
{
  g_ptr_array_unref (cases->before);
  g_ptr_array_unref (cases->now);
  g_free (cases);
}

/* One case */

static gboolean
happen (Life *life, int kind, YsInstant at)
{
  YsSampleRandom *random = &life->work->random;

  if (at > YS_SAMPLE_NOW || life->n == MAX_EVENTS)
    return FALSE;
  life->events[life->n++] = (YsEvent){
    .kind = kind,
    .at = at,
    .person = (char *)ys_sample_officer (random),
    .text = (char *)ys_sample_saying (random, kind),
  };
  return TRUE;
}

static void
replay (Life *life)
{
  const YsEvent *events[MAX_EVENTS];

  for (guint i = 0; i < life->n; i++)
    events[i] = &life->events[i];
  ys_case_replay (life->one, events, life->n, life->work->calendar);
}

static YsInstant
later (Life *life, YsInstant from, guint least, guint most)
{
  return ys_work_add (life->work->calendar, from,
                      least + ys_sample_below (&life->work->random, most - least + 1));
}

static void
live (Life *life)
{
  YsSampleRandom *random = &life->work->random;
  YsInstant accepted = later (life, life->one->at, 5, 60);
  gint64 span = MAX (life->one->deadline - life->one->at, 3600);
  YsInstant reply = life->one->at + span * (20 + ys_sample_below (random, 79)) / 100 / 60 * 60;

  if (ys_sample_percent (random, 14))
    reply = later (life, life->one->deadline, 10, 2 * OFFICE_MINUTES);
  if (!happen (life, YS_EVENT_ACCEPTED, accepted)
      || !happen (life, YS_EVENT_REPORTED, MAX (reply, later (life, accepted, 5, 30))))
    return;
  reply = life->events[life->n - 1].at;
  if (ys_sample_percent (random, 6))
    {
      reply = later (life, reply, 60, OFFICE_MINUTES);
      if (!happen (life, YS_EVENT_FAILED, reply))
        return;
      reply = later (life, reply, 60, OFFICE_MINUTES);
      if (!happen (life, YS_EVENT_REPORTED, reply))
        return;
    }
  happen (life, YS_EVENT_PASSED, later (life, reply, 60, 2 * OFFICE_MINUTES));
}

static const YsClause *
find_clause (const YsSampleWork *work, gint64 id)
{
  for (guint i = 0; i < work->clauses->len; i++)
    if (((YsClause *)g_ptr_array_index (work->clauses, i))->id == id)
      return g_ptr_array_index (work->clauses, i);
  g_assert_not_reached ();
}

/* A problem of this month again, now and then. */
static void
choose_problem (YsSampleWork *work, YsCase *one)
{
  YsSampleRandom *random = &work->random;
  const GPtrArray *known = work->cases->now;
  const YsClause *clause;
  char place[64];

  if (known->len > 0 && ys_sample_percent (random, 14))
    {
      guint back = 1 + ys_sample_below (random, MIN (known->len, 3));
      const YsCase *old = g_ptr_array_index (known, known->len - back);

      clause = find_clause (work, old->clause_id);
      one->compound_id = old->compound_id;
      one->place = g_strdup (old->place);
    }
  else
    {
      clause = ys_sample_clause (work);
      one->compound_id = work->compounds[ys_sample_below (random, work->n_compounds)];
      one->place = g_strdup (ys_sample_place (random, place));
    }
  one->clause_id = clause->id;
  one->limit_amount = clause->limit_amount;
  one->limit_unit = clause->limit_unit;
}

static YsCase *
new_case (YsSampleWork *work, YsDate day)
{
  YsSampleRandom *random = &work->random;
  YsCase *one = ys_record_new (&ys_case_type);

  one->number = g_strdup_printf ("%04d%02d%02d-%03u", day.year, day.month, day.day,
                                 ++work->cases->n_of_day);
  one->level
      = ys_sample_percent (random, 40) ? YS_INSPECTION_LEVEL_CITY : YS_INSPECTION_LEVEL_DISTRICT;
  one->channel = g_strdup (ys_sample_channel (random));
  one->at = ys_sample_instant (work, day);
  choose_problem (work, one);
  return one;
}

static gboolean
make_case (YsSampleWork *work, YsDate day, GError **error)
{
  YsCase *one = new_case (work, day);
  Life life = { .work = work, .one = one };

  work->n_cases++;
  g_ptr_array_add (work->cases->now, one);
  replay (&life);
  /* Some platforms state the deadline themselves. */
  if (ys_sample_percent (&work->random, 5))
    {
      one->dispatched_deadline = TRUE;
      one->deadline = later (&life, one->deadline, 60, OFFICE_MINUTES);
      one->limit_amount = YS_NUMBER_UNSET;
      one->limit_unit = 0;
    }
  live (&life);
  replay (&life);
  if (!ys_sample_insert (work, &ys_case_type, one, error))
    return FALSE;
  for (guint i = 0; i < life.n; i++)
    {
      life.events[i].case_id = one->id;
      if (!ys_sample_insert (work, &ys_event_type, &life.events[i], error))
        return FALSE;
    }
  return TRUE;
}

/* The faults of a month */

static const YsCase *
find_case (const YsSampleCases *cases, gint64 id)
{
  for (guint i = 0; i < cases->now->len; i++)
    if (((YsCase *)g_ptr_array_index (cases->now, i))->id == id)
      return g_ptr_array_index (cases->now, i);
  for (guint i = 0; i < cases->before->len; i++)
    if (((YsCase *)g_ptr_array_index (cases->before, i))->id == id)
      return g_ptr_array_index (cases->before, i);
  return NULL;
}

/* (transfer full) */
static char *
numbers_of (const YsSampleCases *cases, const GArray *ids)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const YsCase *one = find_case (cases, g_array_index (ids, gint64, i));

      if (one != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? "、" : "", one->number);
    }
  return g_string_free (numbers, FALSE);
}

static gboolean
decide (YsSampleWork *work, const YsFaultProposal *proposal, GError **error)
{
  gboolean confirmed = ys_sample_percent (&work->random, 82);
  const YsCase *one = find_case (work->cases, proposal->case_id);
  g_autofree char *evidence = numbers_of (work->cases, proposal->evidence);
  YsCaseFault fault = {
    .case_id = proposal->case_id,
    .fault = proposal->fault,
    .decision = confirmed ? YS_DECISION_CONFIRMED : YS_DECISION_REJECTED,
    .reason = (char *)(confirmed ? "情况属实" : "非物业责任，不予认定"),
    .person = (char *)ys_sample_officer (&work->random),
    .evidence = evidence,
  };

  fault.at = ys_work_add (work->calendar, one->at + 30 * DAY_SECONDS, 60);
  return ys_sample_insert (work, &ys_case_fault_type, &fault, error);
}

static void
add_reports (const YsSampleWork *work, const GPtrArray *cases, GArray *reports)
{
  for (guint i = 0; i < cases->len; i++)
    {
      const YsCase *one = g_ptr_array_index (cases, i);
      YsReport report = { .report = one, .code = find_clause (work, one->clause_id)->code };

      g_array_append_val (reports, report);
    }
}

static gboolean
decide_month (YsSampleWork *work, GError **error)
{
  YsSampleCases *cases = work->cases;
  g_autoptr (GArray) reports = g_array_new (FALSE, FALSE, sizeof (YsReport));
  g_autoptr (GPtrArray) proposals = NULL;

  add_reports (work, cases->before, reports);
  add_reports (work, cases->now, reports);
  proposals
      = ys_case_detect ((const YsReport *)(gpointer)reports->data, reports->len, YS_SAMPLE_NOW);
  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (proposals, i);
      const YsCase *one = find_case (cases, proposal->case_id);

      if (proposal->month.year != cases->month.year || proposal->month.month != cases->month.month
          || one->at > YS_SAMPLE_NOW - DECIDED_AFTER_DAYS * DAY_SECONDS)
        continue;
      if (!decide (work, proposal, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
turn_month (YsSampleWork *work, YsDate day, GError **error)
{
  YsSampleCases *cases = work->cases;
  GPtrArray *swap = cases->before;

  if (cases->month.year == day.year && cases->month.month == day.month)
    return TRUE;
  if (cases->now->len > 0 && !decide_month (work, error))
    return FALSE;
  g_ptr_array_set_size (swap, 0);
  cases->before = cases->now;
  cases->now = swap;
  cases->month = day;
  return TRUE;
}

gboolean
ys_sample_fill_cases (YsSampleWork *work, YsDate day, guint n_cases, GError **error)
{
  if (!turn_month (work, day, error))
    return FALSE;
  if (!ys_date_equal (work->cases->day, day))
    work->cases->n_of_day = 0;
  work->cases->day = day;
  while (work->n_cases < n_cases)
    if (!make_case (work, day, error))
      return FALSE;
  return ys_sample_rest (work, error);
}
