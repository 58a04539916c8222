/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which faults a set of reports shows [002 §4.1(2)-(6); RULINGS Cases]. One sort, then one walk:
 * reports of one problem stand together by time, and each is either a first one, which counts, or
 * merged into one before it. */
#include "config.h"

#include "case-rules.h"
#include "text.h"

/* "同一问题当月出现三次举报" [002 §4.1(4)] */
#define N_REPEATED 3
/* "当月超过三次（不含）举报" [002 §4.1(6)] */
#define N_KEY 4

/* Minutes are the smallest unit: the last minute of a limit is inside it. */
#define MINUTE 60

typedef struct
{
  const YsReport *report;
  char *place;
  guint first; /* index of the report that it is one with; its own when it counts */
} Entry;

static void
clear_entry (gpointer data)
{
  g_free (((Entry *)data)->place);
}

char *
ys_place_key (const char *place)
{
  return ys_text_key (place);
}

void
ys_fault_proposal_free (YsFaultProposal *proposal)
{
  if (proposal == NULL)
    return;
  g_array_unref (proposal->evidence);
  g_free (proposal);
}

static gboolean
is_after (YsInstant a, YsInstant b)
{
  return a / MINUTE > b / MINUTE;
}

static int
compare_problems (const Entry *a, const Entry *b)
{
  const YsCase *case_a = a->report->report;
  const YsCase *case_b = b->report->report;
  int order;

  if (case_a->compound_id != case_b->compound_id)
    return case_a->compound_id < case_b->compound_id ? -1 : 1;
  order = g_strcmp0 (a->report->code, b->report->code);
  return order != 0 ? order : g_strcmp0 (a->place, b->place);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const YsCase *case_a = ((const Entry *)a)->report->report;
  const YsCase *case_b = ((const Entry *)b)->report->report;
  int order = compare_problems (a, b);

  if (order != 0)
    return order;
  if (case_a->at / MINUTE != case_b->at / MINUTE)
    return case_a->at < case_b->at ? -1 : 1;
  return (case_a->id > case_b->id) - (case_a->id < case_b->id);
}

/* Of a first one; merged ones are not asked: their own limit does not run. While its clock stands a
 * limit does not end. */
static gboolean
is_inside_limit (const YsCase *first, YsInstant at)
{
  if (first->deadline == 0)
    return FALSE;
  return !is_after (at, first->deadline)
         || (first->paused_at != 0 && !is_after (first->paused_at, first->deadline)
             && !is_after (first->paused_at, at));
}

static gboolean
is_in_procedure (const YsReport *report, YsInstant at)
{
  for (guint i = 0; i < report->n_procedures; i++)
    {
      const YsCaseProcedure *procedure = &report->procedures[i];

      if (!is_after (procedure->starts_at, at)
          && (procedure->ends_at == 0 || !is_after (at, procedure->ends_at)))
        return TRUE;
    }
  return FALSE;
}

/* The first one that entry @i of the problem that begins at @begin is one with; @newest is the
 * latest first one before it, @i when there is none. */
static guint
find_first (const Entry *entries, guint begin, guint i, guint newest)
{
  YsInstant at = entries[i].report->report->at;

  if (newest != i && is_inside_limit (entries[newest].report->report, at))
    return newest;
  for (guint j = i; j > begin; j--)
    if (is_in_procedure (entries[j - 1].report, at))
      return entries[j - 1].first;
  return i;
}

static YsDate
month_of (const Entry *entry)
{
  YsDate date = ys_instant_to_date (entry->report->report->at);

  date.day = 0;
  return date;
}

static void
propose (GPtrArray *proposals, const Entry *entry, int fault, GArray *evidence)
{
  YsFaultProposal *proposal = g_new0 (YsFaultProposal, 1);

  proposal->case_id = entry->report->report->id;
  proposal->fault = fault;
  proposal->month = month_of (entry);
  proposal->evidence = evidence;
  g_ptr_array_add (proposals, proposal);
}

/* @firsts: indexes of the month's first ones; @n of them make the fault on the last of these. */
static void
propose_count (GPtrArray *proposals, const Entry *entries, GArray *firsts, guint n, int fault)
{
  guint begin = g_array_index (firsts, guint, 0);
  guint last = g_array_index (firsts, guint, n - 1);
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (gint64));

  /* Those between that are one with a first one of last month do not make it. */
  for (guint i = begin; i <= last; i++)
    if (entries[i].first >= begin)
      g_array_append_val (evidence, entries[i].report->report->id);
  propose (proposals, &entries[last], fault, evidence);
}

static void
judge_month (GPtrArray *proposals, const Entry *entries, GArray *firsts)
{
  if (firsts->len >= N_KEY)
    propose_count (proposals, entries, firsts, N_KEY, YS_FAULT_KEY);
  else if (firsts->len == N_REPEATED)
    propose_count (proposals, entries, firsts, N_REPEATED, YS_FAULT_REPEATED);
  g_array_set_size (firsts, 0);
}

/* All reports of one problem, [@begin, @end). */
static void
judge_problem (GPtrArray *proposals, Entry *entries, guint begin, guint end, GArray *firsts)
{
  guint newest = begin;

  for (guint i = begin; i < end; i++)
    {
      entries[i].first = i == begin ? i : find_first (entries, begin, i, newest);
      if (entries[i].first != i)
        continue;
      if (firsts->len > 0 && !ys_date_equal (month_of (&entries[newest]), month_of (&entries[i])))
        judge_month (proposals, entries, firsts);
      newest = i;
      g_array_append_val (firsts, i);
    }
  judge_month (proposals, entries, firsts);
}

static void
propose_alone (GPtrArray *proposals, const Entry *entry, int fault)
{
  GArray *evidence = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (evidence, entry->report->report->id);
  propose (proposals, entry, fault, evidence);
}

/* What a case shows by itself. */
static void
judge_case (GPtrArray *proposals, const Entry *entry, YsInstant now)
{
  if (ys_case_is_overdue (entry->report->report, now))
    propose_alone (proposals, entry, YS_FAULT_OVERDUE);
  if (entry->report->was_overruled)
    propose_alone (proposals, entry, YS_FAULT_PASSING);
  if (entry->report->was_failed)
    propose_alone (proposals, entry, YS_FAULT_VERIFICATION);
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const YsFaultProposal *one = *(const YsFaultProposal *const *)a;
  const YsFaultProposal *other = *(const YsFaultProposal *const *)b;

  if (one->case_id != other->case_id)
    return one->case_id < other->case_id ? -1 : 1;
  return one->fault - other->fault;
}

/* (transfer full): what can be seen at @now, problem by problem, each by time. */
static GArray *
sort_reports (const YsReport *reports, guint n_reports, YsInstant now)
{
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_reports);

  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < n_reports; i++)
    {
      const YsCase *one = reports[i].report;
      Entry entry = { &reports[i], NULL, 0 };

      if (one->state == YS_CASE_WITHDRAWN || is_after (one->at, now))
        continue;
      entry.place = ys_place_key (one->place);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

GPtrArray *
ys_case_detect (const YsReport *reports, guint n_reports, YsInstant now)
{
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_fault_proposal_free);
  Entry *entries;

  g_return_val_if_fail (reports != NULL || n_reports == 0, proposals);

  sorted = sort_reports (reports, n_reports, now);
  entries = (Entry *)(gpointer)sorted->data;
  for (guint begin = 0, end; begin < sorted->len; begin = end)
    {
      for (end = begin + 1;
           end < sorted->len && compare_problems (&entries[begin], &entries[end]) == 0; end++)
        ;
      judge_problem (proposals, entries, begin, end, firsts);
    }
  for (guint i = 0; i < sorted->len; i++)
    judge_case (proposals, &entries[i], now);
  g_ptr_array_sort (proposals, compare_proposals);
  return proposals;
}
