/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person should look at before a period is finalised; some of it stops. */
#include "config.h"

#include "period-private.h"

#include "case-job.h"
#include "period-store.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 5
/* An inspector is named when at least so many visits are so far from all others' mean. */
#define STRICT_VISITS 3

void
ys_period_check_free (YsPeriodCheck *check)
{
  g_free (check->sentence);
  g_array_unref (check->compounds);
  g_array_unref (check->refs);
  g_free (check);
}

typedef struct
{
  YsLedger *ledger;
  const YsRegistry *registry;
  const YsStanding *standing;
  YsSpan span;
  YsInstant now;
  GPtrArray *checks;
} Look;

static YsPeriodCheck *
check_new (YsCheckKind kind)
{
  YsPeriodCheck *check = g_new0 (YsPeriodCheck, 1);

  check->kind = kind;
  check->stops = kind <= YS_CHECK_SHEET_MISSING || kind == YS_CHECK_PAYOUT;
  check->compounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  check->refs = g_array_new (FALSE, FALSE, sizeof (gint64));
  return check;
}

/* (transfer full): 龙珠百合、御景公馆 and 3 more */
static char *
name_compounds (const Look *look, const GArray *ids)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len && i < MAX_NAMES; i++)
    {
      const YsRegistryItem *item
          = ys_registry_find (look->registry, g_array_index (ids, gint64, i));

      if (item != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", item->compound->name);
    }
  if (ids->len > MAX_NAMES)
    g_string_append_printf (text, _ (" and %u more"), ids->len - MAX_NAMES);
  return g_string_free (text, FALSE);
}

/* Keeps @check when it names a compound or a record; @format has one %s for the names. */
static void
keep (Look *look, YsPeriodCheck *check, const char *format)
{
  g_autofree char *names = NULL;
  g_auto (GStrv) parts = NULL;

  if (check->compounds->len == 0 && check->refs->len == 0)
    {
      ys_period_check_free (check);
      return;
    }
  names = name_compounds (look, check->compounds);
  parts = g_strsplit (format, "%s", 2);
  check->sentence = g_strconcat (parts[0], names, parts[1], NULL);
  g_ptr_array_add (look->checks, check);
}

static void
add_once (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  g_array_append_val (ids, id);
}

static void
check_end (Look *look)
{
  YsPeriodCheck *check;

  if (look->now >= ys_span_end (look->span))
    return;
  check = check_new (YS_CHECK_NOT_OVER);
  check->sentence = g_strdup (_ ("The period is not over: it can be finalised from the day after "
                                 "its last one."));
  g_ptr_array_add (look->checks, check);
}

static void
check_pending (Look *look)
{
  const YsAwards *awards = ys_standing_awards (look->standing);
  YsPeriodCheck *check = check_new (YS_CHECK_PENDING);

  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      g_array_append_vals (check->compounds, group->compounds->data, group->compounds->len);
    }
  keep (look, check,
        _ ("Awards wait for a decision: %s. Record who gets which prize, who decided and why."));
}

static gint64
award_of (const YsAwards *awards, const YsPayout *share)
{
  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);

      if (row->compound_id == share->compound_id && row->prize == share->prize)
        return row->amount;
    }
  return 0;
}

static gint64
sum_of (GPtrArray *list, const YsPayout *share)
{
  gint64 sum = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const YsPayout *one = list->pdata[i];

      if (one->compound_id == share->compound_id && one->prize == share->prize)
        sum += one->amount.value;
    }
  return sum;
}

/* Shares fit when they are entered; ranks may have moved since. */
static gboolean
check_payouts (Look *look, GError **error)
{
  g_autoptr (GPtrArray) list = ys_payout_list (look->ledger, look->span, 0, error);
  YsPeriodCheck *check;

  if (list == NULL)
    return FALSE;
  check = check_new (YS_CHECK_PAYOUT);
  for (guint i = 0; i < list->len; i++)
    {
      const YsPayout *share = list->pdata[i];

      if (sum_of (list, share) != award_of (ys_standing_awards (look->standing), share))
        add_once (check->compounds, share->compound_id);
    }
  keep (look, check,
        _ ("The list of who is paid is no longer the award: %s. Enter it again, or take it away."));
  return TRUE;
}

static gboolean
is_waived (GPtrArray *waivers, gint64 compound_id)
{
  for (guint i = 0; i < waivers->len; i++)
    if (((const YsSheetWaiver *)waivers->pdata[i])->compound_id == compound_id)
      return TRUE;
  return FALSE;
}

static gboolean
check_sheets (Look *look, GError **error)
{
  g_autoptr (GPtrArray) waivers = ys_sheet_waivers (look->ledger, look->span, error);
  YsPeriodCheck *check;

  if (waivers == NULL)
    return FALSE;
  check = check_new (YS_CHECK_SHEET_MISSING);
  for (guint i = 0; i < ys_standing_n_assessed (look->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (look->standing, i);

      if (!row->parts.has_sheet && !is_waived (waivers, row->compound_id))
        g_array_append_val (check->compounds, row->compound_id);
    }
  keep (look, check,
        _ ("No annex 2 sheet: %s. Enter it, or decide with a reason that there is none; until then "
           "the property score stands at full marks."));
  return TRUE;
}

static gboolean
check_faults (Look *look, GError **error)
{
  g_autoptr (GPtrArray) proposals = ys_case_proposals (look->ledger, ys_span_start (look->span),
                                                       ys_span_end (look->span), look->now, error);
  YsPeriodCheck *check;

  if (proposals == NULL)
    return FALSE;
  check = check_new (YS_CHECK_FAULT_PROPOSED);
  for (guint i = 0; i < proposals->len; i++)
    {
      const YsFaultProposal *proposal = proposals->pdata[i];
      g_autoptr (YsCaseView) view
          = ys_case_load (look->ledger, proposal->case_id, look->now, error);

      if (view == NULL)
        {
          ys_period_check_free (check);
          return FALSE;
        }
      add_once (check->compounds, view->one.compound_id);
      add_once (check->refs, proposal->case_id);
    }
  keep (look, check, _ ("Case faults are proposed and not decided: %s. Confirm or reject them."));
  return TRUE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a;
  guint other = *(const guint *)b;

  return (one > other) - (one < other);
}

/* Fewer inspections than the middle of all that were inspected. */
static void
check_visits (Look *look)
{
  guint n_assessed = ys_standing_n_assessed (look->standing);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  YsPeriodCheck *never = check_new (YS_CHECK_NEVER_INSPECTED);
  YsPeriodCheck *fewer = check_new (YS_CHECK_FEWER_VISITS);
  guint middle;

  for (guint i = 0; i < n_assessed; i++)
    g_array_append_val (counts, ys_standing_row (look->standing, i)->n_visits);
  g_array_sort (counts, compare_counts);
  middle = n_assessed > 0 ? g_array_index (counts, guint, n_assessed / 2) : 0;
  for (guint i = 0; i < ys_standing_n_rows (look->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (look->standing, i);

      if (i >= n_assessed)
        g_array_append_val (never->compounds, row->compound_id);
      else if (row->n_visits < middle)
        g_array_append_val (fewer->compounds, row->compound_id);
    }
  keep (look, never,
        _ ("Not inspected by district or city: %s. They stand apart as not assessed."));
  keep (look, fewer, _ ("Fewer inspections than most: %s."));
}

static gboolean
check_unspecified (Look *look, GError **error)
{
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (look->ledger, YS_ANNEX_2, ys_span_last (look->span), error);
  g_autoptr (GString) codes = g_string_new (NULL);
  YsPeriodCheck *check;

  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
    {
      const YsClause *clause = ys_catalogue_book_clause (book, i);

      if (ys_clause_is_unspecified (clause))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? _ (", ") : "", clause->code);
    }
  if (codes->len == 0)
    return TRUE;
  check = check_new (YS_CHECK_UNSPECIFIED);
  check->sentence = g_strdup_printf (_ ("Clauses without a figure in the source: %s. What was seen "
                                        "under them does not count until the figure is set."),
                                     codes->str);
  g_ptr_array_add (look->checks, check);
  return TRUE;
}

static gboolean
check_objections (Look *look, GError **error)
{
  g_autoptr (GArray) open
      = ys_period_store_open_objections (look->ledger, ys_span_start (look->span),
                                         ys_span_end (look->span), error);
  YsPeriodCheck *check;

  if (open == NULL)
    return FALSE;
  check = check_new (YS_CHECK_OBJECTION_OPEN);
  for (guint i = 0; i < open->len; i++)
    {
      const YsFindingRef *one = &g_array_index (open, YsFindingRef, i);

      add_once (check->compounds, one->compound_id);
      g_array_append_val (check->refs, one->finding_id);
    }
  keep (look, check, _ ("Objections without an answer: %s. Answer them first."));
  return TRUE;
}

static gboolean
check_provisional (Look *look, GError **error)
{
  g_autoptr (GArray) found = ys_period_store_provisional (look->ledger, ys_span_start (look->span),
                                                          ys_span_end (look->span), error);
  YsPeriodCheck *check;

  if (found == NULL)
    return FALSE;
  check = check_new (YS_CHECK_PROVISIONAL);
  for (guint i = 0; i < found->len; i++)
    {
      const YsFindingRef *one = &g_array_index (found, YsFindingRef, i);

      add_once (check->compounds, one->compound_id);
      g_array_append_val (check->refs, one->finding_id);
    }
  keep (look, check,
        _ ("Deadlines are provisional: %s. Import the year's holiday notice, then look again."));
  return TRUE;
}

static gboolean
check_twins (Look *look, GError **error)
{
  g_autoptr (GArray) twins = ys_twin_list (look->ledger, look->span, error);
  YsPeriodCheck *check;

  if (twins == NULL)
    return FALSE;
  check = check_new (YS_CHECK_TWIN);
  for (guint i = 0; i < twins->len; i++)
    {
      const YsTwin *twin = &g_array_index (twins, YsTwin, i);

      add_once (check->compounds, twin->compound_id);
      g_array_append_val (check->refs, twin->other_id);
    }
  keep (look, check,
        _ ("One defect seen by two inspections of a day: %s. Decide whether it counts once."));
  return TRUE;
}

static gboolean
check_assessors (Look *look, GError **error)
{
  g_autoptr (GArray) sums = ys_assessment_sums (look->ledger, look->span, error);
  YsPeriodCheck *check;

  if (sums == NULL)
    return FALSE;
  check = check_new (YS_CHECK_SHEETS_DIFFER);
  for (guint i = 0; i < sums->len; i++)
    {
      const YsAssessmentSum *sum = &g_array_index (sums, YsAssessmentSum, i);

      if (sum->differs)
        add_once (check->compounds, sum->compound_id);
    }
  keep (look, check,
        _ ("Assessors do not agree: %s. Annex 2 takes the larger count, annex 3 the mean."));
  return TRUE;
}

static gboolean
check_strictness (Look *look, GError **error)
{
  g_autoptr (GPtrArray) all = ys_period_strictness (look->ledger, look->span, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const YsStrictness *one = all->pdata[i];
      g_autofree char *mean = ys_hundredths_to_text (one->mean, FALSE);
      g_autofree char *others = ys_hundredths_to_text (one->others, FALSE);
      YsPeriodCheck *check;

      /* Without other visits there is nobody to be stricter than. */
      if (one->n_visits < STRICT_VISITS || one->n_others == 0
          || ABS (one->mean - one->others) * 2 <= one->others)
        continue;
      check = check_new (YS_CHECK_STRICTNESS);
      check->sentence = g_strdup_printf (_ ("%s took %s points per visit, all others %s."),
                                         one->inspector, mean, others);
      g_ptr_array_add (look->checks, check);
    }
  return TRUE;
}

GPtrArray *
ys_period_checks (YsLedger *ledger,
                  const YsRegistry *registry,
                  const YsStanding *standing,
                  YsInstant now,
                  GError **error)
{
  Look look = { ledger, registry, standing, ys_standing_span (standing), now, NULL };
  g_autoptr (GPtrArray) checks
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_period_check_free);

  g_return_val_if_fail (ledger != NULL && registry != NULL && standing != NULL, NULL);

  look.checks = checks;
  check_end (&look);
  check_pending (&look);
  if (!check_payouts (&look, error) || !check_sheets (&look, error) || !check_faults (&look, error))
    return NULL;
  check_visits (&look);
  if (!check_unspecified (&look, error) || !check_objections (&look, error)
      || !check_provisional (&look, error) || !check_twins (&look, error)
      || !check_assessors (&look, error) || !check_strictness (&look, error))
    return NULL;
  return g_steal_pointer (&checks);
}
