/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The faults that months show and nobody decided yet. A month is read in one pass; earlier months
 * only for the problems that were reported often enough to be repeated. */
#include "config.h"

#include "case-private.h"

#include "case-store.h"
#include "record-store.h"

/* Fewer reports of one clause in one compound make neither fault [002 §4.1(4), (6)]. */
#define FEWEST 3

struct _YsCaseMonths
{
  YsCaseRange range;
  GPtrArray *cases;
  GPtrArray *history;    /* of earlier months */
  GHashTable *by_id;     /* id → YsCase of both; borrowed */
  GHashTable *codes;     /* clause id → code */
  GHashTable *marks;     /* case id → YsCaseMark */
  GPtrArray *procedures; /* by case */
  GPtrArray *faults;     /* of the months; by case */
};

static void
free_case (gpointer record)
{
  ys_record_free (&ys_case_type, record);
}

static void
free_fault (gpointer record)
{
  ys_record_free (&ys_case_fault_type, record);
}

static void
free_procedure (gpointer record)
{
  ys_record_free (&ys_case_procedure_type, record);
}

static YsInstant
start_of_month (YsDate month)
{
  month.day = 1;
  return ys_date_to_days (month) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

static YsCaseRange
widen (YsInstant from, YsInstant to, gint64 compound_id)
{
  YsCaseRange range = { G_MININT64, G_MAXINT64, compound_id };

  if (from != 0)
    range.from = start_of_month (ys_instant_to_date (from));
  if (to != 0)
    {
      YsDate last = ys_instant_to_date (to - 1);

      last.day = (gint8)ys_date_days_in_month (last.year, last.month);
      range.to = start_of_month (ys_date_add_days (last, 1));
    }
  return range;
}

void
ys_case_months_free (YsCaseMonths *months)
{
  if (months == NULL)
    return;
  g_clear_pointer (&months->by_id, g_hash_table_unref);
  g_clear_pointer (&months->codes, g_hash_table_unref);
  g_clear_pointer (&months->marks, g_hash_table_unref);
  g_clear_pointer (&months->cases, g_ptr_array_unref);
  g_clear_pointer (&months->history, g_ptr_array_unref);
  g_clear_pointer (&months->procedures, g_ptr_array_unref);
  g_clear_pointer (&months->faults, g_ptr_array_unref);
  g_free (months);
}

static const char *
code_of (const YsCaseMonths *months, const YsCase *one)
{
  const char *code = g_hash_table_lookup (months->codes, &one->clause_id);

  return code != NULL ? code : "";
}

char *
ys_case_months_problem (const YsCaseMonths *months, const YsCase *one)
{
  g_autofree char *place = ys_place_key (one->place);
  YsDate date = ys_instant_to_date (one->at);

  return g_strdup_printf ("%" G_GINT64_FORMAT "|%s|%04d-%02d|%s", one->compound_id,
                          code_of (months, one), date.year, date.month, place);
}

/* (transfer full): "compound|code" → number of its reports in these months */
static GHashTable *
count_reports (const YsCaseMonths *months)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < months->cases->len; i++)
    {
      const YsCase *one = g_ptr_array_index (months->cases, i);
      char *key
          = g_strdup_printf ("%" G_GINT64_FORMAT "|%s", one->compound_id, code_of (months, one));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

      g_hash_table_replace (counts, key, GUINT_TO_POINTER (n + 1));
    }
  return counts;
}

static gboolean
read_history (YsCaseMonths *months, YsLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) counts = count_reports (months);
  GHashTableIter iter;
  gpointer key, n;

  months->history = g_ptr_array_new_with_free_func (free_case);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n))
    {
      const char *code = strchr (key, '|') + 1;
      GPtrArray *earlier;

      if (GPOINTER_TO_UINT (n) < FEWEST || months->range.from == G_MININT64)
        continue;
      earlier = ys_case_store_history (ledger, g_ascii_strtoll (key, NULL, 10), code,
                                       months->range.from, error);
      if (earlier == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (months->history, earlier);
    }
  return TRUE;
}

static void
index_cases (YsCaseMonths *months)
{
  months->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < months->cases->len; i++)
    {
      YsCase *one = g_ptr_array_index (months->cases, i);
      g_hash_table_insert (months->by_id, &one->id, one);
    }
  for (guint i = 0; i < months->history->len; i++)
    {
      YsCase *one = g_ptr_array_index (months->history, i);
      g_hash_table_insert (months->by_id, &one->id, one);
    }
}

YsCaseMonths *
ys_case_months_load (
    YsLedger *ledger, YsInstant from, YsInstant to, gint64 compound_id, GError **error)
{
  g_autoptr (YsCaseMonths) months = g_new0 (YsCaseMonths, 1);
  YsCaseRange procedures;

  months->range = widen (from, to, compound_id);
  procedures = months->range;
  procedures.from = G_MININT64; /* one of last year may still last */
  months->codes = ys_clause_store_codes (ledger, error);
  if (months->codes == NULL)
    return NULL;
  months->cases = ys_case_store_list (ledger, &months->range, error);
  if (months->cases == NULL || !read_history (months, ledger, error))
    return NULL;
  months->marks = ys_case_store_marks (ledger, &months->range, error);
  if (months->marks == NULL)
    return NULL;
  months->procedures = ys_case_store_children (ledger, &ys_case_procedure_type, &procedures, error);
  if (months->procedures == NULL)
    return NULL;
  months->faults = ys_case_store_children (ledger, &ys_case_fault_type, &months->range, error);
  if (months->faults == NULL)
    return NULL;
  index_cases (months);
  return g_steal_pointer (&months);
}

GPtrArray *
ys_case_months_cases (const YsCaseMonths *months)
{
  return months->cases;
}

GPtrArray *
ys_case_months_decisions (const YsCaseMonths *months)
{
  return months->faults;
}

const YsCase *
ys_case_months_case (const YsCaseMonths *months, gint64 id)
{
  return g_hash_table_lookup (months->by_id, &id);
}

/* Both records begin with their id and their case's. */
typedef struct
{
  gint64 id;
  gint64 case_id;
} Child;

/* The first of @children, which are ordered by case, that is not of an earlier case. */
static guint
find_child (GPtrArray *children, gint64 case_id)
{
  guint low = 0, high = children->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const Child *)g_ptr_array_index (children, middle))->case_id < case_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
count_children (GPtrArray *children, guint first, gint64 case_id)
{
  guint n = 0;

  while (first + n < children->len
         && ((const Child *)g_ptr_array_index (children, first + n))->case_id == case_id)
    n++;
  return n;
}

static GPtrArray *
copy_children (GPtrArray *children, const YsRecordType *type, GDestroyNotify free_one, gint64 id)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (free_one);
  guint first = find_child (children, id);
  guint n = count_children (children, first, id);

  for (guint i = 0; i < n; i++)
    {
      gpointer copy = ys_record_new (type);

      ys_record_copy (type, copy, g_ptr_array_index (children, first + i));
      g_ptr_array_add (copies, copy);
    }
  return copies;
}

GPtrArray *
ys_case_months_faults (const YsCaseMonths *months, gint64 id)
{
  return copy_children (months->faults, &ys_case_fault_type, free_fault, id);
}

GPtrArray *
ys_case_months_procedures (const YsCaseMonths *months, gint64 id)
{
  return copy_children (months->procedures, &ys_case_procedure_type, free_procedure, id);
}

static gboolean
is_seen (YsInstant at, YsInstant now)
{
  return at != 0 && at / 60 <= now / 60;
}

/* @law: room for all procedures, filled report after report. */
static void
add_report (
    const YsCaseMonths *months, const YsCase *one, YsInstant now, GArray *reports, GArray *law)
{
  guint first = find_child (months->procedures, one->id);
  guint n = count_children (months->procedures, first, one->id);
  const YsCaseMark *mark = g_hash_table_lookup (months->marks, &one->id);
  YsReport report = { .report = one,
                      .n_procedures = n,
                      .code = code_of (months, one),
                      .was_failed = mark != NULL && is_seen (mark->failed_at, now),
                      .was_overruled = mark != NULL && is_seen (mark->overruled_at, now) };

  report.procedures = (const YsCaseProcedure *)(gpointer)law->data + law->len;
  for (guint i = 0; i < n; i++)
    g_array_append_vals (law, g_ptr_array_index (months->procedures, first + i), 1);
  g_array_append_val (reports, report);
}

/* (transfer full): what detection finds, earlier months too. */
static GPtrArray *
detect (const YsCaseMonths *months, YsInstant now)
{
  g_autoptr (GArray) reports = g_array_sized_new (FALSE, FALSE, sizeof (YsReport),
                                                  months->cases->len + months->history->len);
  /* Reports point into it: it never grows. */
  g_autoptr (GArray) law
      = g_array_sized_new (FALSE, FALSE, sizeof (YsCaseProcedure), months->procedures->len + 1);

  for (guint i = 0; i < months->history->len; i++)
    add_report (months, g_ptr_array_index (months->history, i), now, reports, law);
  for (guint i = 0; i < months->cases->len; i++)
    add_report (months, g_ptr_array_index (months->cases, i), now, reports, law);
  return ys_case_detect ((const YsReport *)(gpointer)reports->data, reports->len, now);
}

/* What was decided: "case|fault", and "problem|fault" of the confirmed ones. */
static GHashTable *
index_decisions (const YsCaseMonths *months)
{
  GHashTable *decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < months->faults->len; i++)
    {
      const YsCaseFault *fault = g_ptr_array_index (months->faults, i);
      const YsCase *one = ys_case_months_case (months, fault->case_id);
      g_autofree char *problem = one != NULL ? ys_case_months_problem (months, one) : NULL;

      g_hash_table_add (decided,
                        g_strdup_printf ("%" G_GINT64_FORMAT "/%d", fault->case_id, fault->fault));
      if (problem != NULL && fault->decision == YS_DECISION_CONFIRMED
          && one->state != YS_CASE_WITHDRAWN)
        g_hash_table_add (decided, g_strdup_printf ("%s/%d", problem, fault->fault));
    }
  return decided;
}

static gboolean
contains (GHashTable *decided, const char *key, int fault)
{
  g_autofree char *entry = g_strdup_printf ("%s/%d", key, fault);

  return g_hash_table_contains (decided, entry);
}

/* "One deduction per problem and month": nothing more is proposed where a key problem stands; where
 * a repeated one stands, only the key problem that takes its place [RULINGS Cases]. */
static gboolean
is_decided (const YsCaseMonths *months, GHashTable *decided, const YsFaultProposal *proposal)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, proposal->case_id);
  g_autofree char *problem = NULL;

  if (contains (decided, id, proposal->fault))
    return TRUE;
  if (proposal->fault != YS_FAULT_REPEATED && proposal->fault != YS_FAULT_KEY)
    return FALSE;
  problem = ys_case_months_problem (months, ys_case_months_case (months, proposal->case_id));
  return contains (decided, problem, YS_FAULT_KEY)
         || (proposal->fault == YS_FAULT_REPEATED
             && contains (decided, problem, YS_FAULT_REPEATED));
}

GPtrArray *
ys_case_months_proposals (const YsCaseMonths *months, YsInstant now, gboolean decided_too)
{
  g_autoptr (GPtrArray) found = detect (months, now);
  g_autoptr (GHashTable) decided = index_decisions (months);
  GPtrArray *proposals = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_fault_proposal_free);

  g_ptr_array_set_free_func (found, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      YsFaultProposal *proposal = g_ptr_array_index (found, i);
      const YsCase *one = ys_case_months_case (months, proposal->case_id);

      if (one->at >= months->range.from && one->at < months->range.to
          && (decided_too || !is_decided (months, decided, proposal)))
        g_ptr_array_add (proposals, proposal);
      else
        ys_fault_proposal_free (proposal);
    }
  return proposals;
}

GPtrArray *
ys_case_proposals (YsLedger *ledger, YsInstant from, YsInstant to, YsInstant now, GError **error)
{
  g_autoptr (YsCaseMonths) months = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  months = ys_case_months_load (ledger, from, to, 0, error);
  return months != NULL ? ys_case_months_proposals (months, now, FALSE) : NULL;
}
