/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing is judged here: proposals are the rules', ties the standing's. What is of one kind stands
 * in one line, so that a month of open cases does not fill the page. */
#include "config.h"

#include "outlook.h"

#include "assessment-job.h"
#include "case-rules.h"
#include "chart-private.h"
#include "period-store.h"
#include "score-store.h"
#include "work-list.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMES 2
#define CASES_AT_ONCE 200
#define COUNTING_LEVELS "district city"

typedef struct
{
  YsLedger *ledger;
  YsOutlook *outlook;
  YsInstant now;
} Look;

static void
decision_free (gpointer data)
{
  YsOpenDecision *decision = data;

  g_free (decision->what);
  g_free (decision->where);
  g_free (decision->much);
  g_free (decision->target);
  g_free (decision);
}

static YsOpenDecision *
add_decision (Look *look, YsOpenKind kind, guint n, const char *room)
{
  YsOpenDecision *decision = g_new0 (YsOpenDecision, 1);

  decision->kind = kind;
  decision->n = n;
  decision->room = room;
  g_ptr_array_add (look->outlook->decisions, decision);
  if (kind == YS_OPEN_TIE || kind == YS_OPEN_TWIN)
    look->outlook->n_scoring += n;
  else
    look->outlook->n_cases += n;
  return decision;
}

/* The first few names, then how many more there are. */
static void
append_name (GString *names, guint index, const char *name)
{
  if (index < MAX_NAMES)
    g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "", name);
}

static char *
end_names (GString *names, guint n)
{
  if (n > MAX_NAMES)
    g_string_append_printf (names, _ (" and %u more"), n - MAX_NAMES);
  return g_string_free (names, FALSE);
}

static const char *
name_of (const Look *look, gint64 compound_id)
{
  const YsStandingRow *row = ys_standing_find (look->outlook->standing, compound_id);

  return row != NULL ? row->name : "—";
}

/* (transfer full): 2026年9月 龙珠百合、樱花园 */
static char *
name_tied (const Look *look, const YsAwardPending *group)
{
  g_autofree char *period = ys_span_label (look->outlook->span);
  GString *names = g_string_new (NULL);
  g_autofree char *tied = NULL;

  for (guint i = 0; i < group->compounds->len; i++)
    append_name (names, i, name_of (look, g_array_index (group->compounds, gint64, i)));
  tied = end_names (names, group->compounds->len);
  return g_strdup_printf ("%s %s", period, tied);
}

static const char *
prize_name (const Look *look, int kind)
{
  const char *name = ys_standing_prize_name (look->outlook->standing, kind);

  return name != NULL ? name : ys_choice_label (ys_prize_choices, kind);
}

/* (transfer full): 一等奖、二等奖: each once */
static char *
name_prizes (const Look *look, const YsAwardPending *group)
{
  GString *names = g_string_new (NULL);
  int last = -1;

  for (guint i = 0; i < group->prizes->len; i++)
    {
      int kind = g_array_index (group->prizes, int, i);

      if (kind != last)
        g_string_append_printf (names, "%s%s", names->len > 0 ? _ (", ") : "",
                                prize_name (look, kind));
      last = kind;
    }
  return g_string_free (names, FALSE);
}

static void
look_at_ties (Look *look)
{
  const YsAwards *awards = ys_standing_awards (look->outlook->standing);

  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];
      YsOpenDecision *decision = add_decision (look, YS_OPEN_TIE, 1, "ranking");
      g_autofree char *prizes = name_prizes (look, group);
      g_autofree char *money = ys_hundredths_to_text (group->amount, FALSE);

      if (group->rank == 0)
        decision->what = g_strdup (_ ("Red Property: equal by annex 3"));
      else
        /* Translators: a rank, the prizes that its places carry */
        decision->what = g_strdup_printf (_ ("Tie at rank %u over %s"), group->rank, prizes);
      decision->where = name_tied (look, group);
      /* Translators: money that is not decided yet */
      decision->much = g_strdup_printf (_ ("%s yuan open"), money);
      decision->compound_id
          = group->compounds->len > 0 ? g_array_index (group->compounds, gint64, 0) : 0;
    }
}

/* Cases with one fault proposed. */
typedef struct
{
  guint n;
  GString *names; /* of the first ones */
} Proposed;

static void
count_proposed (Proposed proposed[YS_FAULT_KEY + 1], const YsWorkRow *rows, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    for (int fault = YS_FAULT_OVERDUE; fault <= YS_FAULT_KEY; fault++)
      if (rows[i].id != 0 && (rows[i].proposed & (1u << fault)) != 0)
        {
          g_autofree char *name = g_strdup_printf ("%s %s", rows[i].number, rows[i].compound);

          append_name (proposed[fault].names, proposed[fault].n++, name);
        }
}

/* In one line. @names: (transfer full) */
static void
add_fault (Look *look, int fault, guint n, GString *names)
{
  g_autofree char *points = ys_hundredths_to_text (YS_FAULT_POINTS, FALSE);
  YsOpenDecision *decision;

  if (n == 0)
    {
      g_string_free (names, TRUE);
      return;
    }
  decision = add_decision (look, YS_OPEN_FAULT, n, "cases");
  /* Translators: a fault of a case such as Overdue */
  decision->what
      = g_strdup_printf (_ ("%s: deduction to confirm"), ys_choice_label (ys_fault_choices, fault));
  decision->where = end_names (names, n);
  /* Translators: points of a deduction */
  decision->much = g_strdup_printf (n > 1 ? _ ("%s points each") : _ ("%s points"), points);
  decision->target = g_strdup ("faults");
}

static gboolean
read_proposed (Look *look, const GArray *cases, Proposed proposed[YS_FAULT_KEY + 1], GError **error)
{
  g_autofree YsWorkRow *rows = g_new0 (YsWorkRow, CASES_AT_ONCE);
  gint64 ids[CASES_AT_ONCE];

  for (guint first = 0; first < cases->len; first += CASES_AT_ONCE)
    {
      guint n = MIN (cases->len - first, CASES_AT_ONCE);
      gboolean ok;

      /* In lists a case's id is below 0. */
      for (guint i = 0; i < n; i++)
        ids[i] = -g_array_index (cases, gint64, first + i);
      ok = ys_work_list_rows (look->ledger, ids, n, look->now, rows, error);
      if (ok)
        count_proposed (proposed, rows, n);
      for (guint i = 0; i < n; i++)
        ys_work_row_clear (&rows[i]);
      memset (rows, 0, n * sizeof *rows);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
look_at_faults (Look *look, const GArray *cases, GError **error)
{
  Proposed proposed[YS_FAULT_KEY + 1] = { 0 };
  gboolean ok;

  for (int fault = YS_FAULT_OVERDUE; fault <= YS_FAULT_KEY; fault++)
    proposed[fault].names = g_string_new (NULL);
  ok = read_proposed (look, cases, proposed, error);
  for (int fault = YS_FAULT_OVERDUE; fault <= YS_FAULT_KEY; fault++)
    add_fault (look, fault, ok ? proposed[fault].n : 0, proposed[fault].names);
  return ok;
}

/* @refs: of findings. (nullable): NULL when there is none. */
static YsOpenDecision *
add_findings (Look *look, YsOpenKind kind, const GArray *refs, const char *room)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GString *names;
  YsOpenDecision *decision;
  guint n = 0;

  if (refs->len == 0)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; i < refs->len; i++)
    {
      YsFindingRef *one = &g_array_index (refs, YsFindingRef, i);

      if (g_hash_table_add (seen, &one->compound_id))
        append_name (names, n++, name_of (look, one->compound_id));
    }
  decision = add_decision (look, kind, refs->len, room);
  decision->where = end_names (names, n);
  decision->much
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u finding", "%u findings", refs->len),
                         refs->len);
  return decision;
}

static gboolean
look_at_findings (Look *look, YsInstant from, YsInstant to, GError **error)
{
  g_autoptr (GArray) objections = ys_period_store_open_objections (look->ledger, from, to, error);
  g_autoptr (GArray) provisional = NULL;
  YsOpenDecision *decision;

  if (objections == NULL)
    return FALSE;
  provisional = ys_period_store_provisional (look->ledger, from, to, error);
  if (provisional == NULL)
    return FALSE;
  decision = add_findings (look, YS_OPEN_OBJECTION, objections, "cases");
  if (decision != NULL)
    {
      decision->what = g_strdup (_ ("Objections without an answer"));
      decision->target = g_strdup_printf ("id:%" G_GINT64_FORMAT,
                                          g_array_index (objections, YsFindingRef, 0).finding_id);
    }
  decision = add_findings (look, YS_OPEN_PROVISIONAL, provisional, "settings");
  if (decision != NULL)
    {
      g_autofree char *day = ys_date_to_iso (ys_instant_to_date (look->now));

      decision->what = g_strdup (_ ("Deadlines are provisional: import the holiday notice"));
      decision->target = g_strconcat ("calendar:", day, NULL);
    }
  return TRUE;
}

static gboolean
look_at_twins (Look *look, GError **error)
{
  g_autoptr (GArray) twins = ys_twin_list (look->ledger, look->outlook->span, error);
  g_autoptr (GArray) refs = NULL;
  YsOpenDecision *decision;

  if (twins == NULL)
    return FALSE;
  refs = g_array_new (FALSE, FALSE, sizeof (YsFindingRef));
  for (guint i = 0; i < twins->len; i++)
    {
      const YsTwin *twin = &g_array_index (twins, YsTwin, i);
      YsFindingRef ref = { twin->other_id, twin->compound_id };

      g_array_append_val (refs, ref);
    }
  decision = add_findings (look, YS_OPEN_TWIN, refs, "scores");
  if (decision != NULL)
    {
      decision->what = g_strdup (_ ("One defect in two inspections of a day"));
      decision->compound_id = g_array_index (refs, YsFindingRef, 0).compound_id;
    }
  return TRUE;
}

static void
count_one (gint64 compound_id, guint n_visits, gpointer user_data)
{
  *(guint *)user_data += n_visits;
}

gboolean
ys_outlook_span (YsLedger *ledger, YsInstant now, YsSpan *out_span, GError **error)
{
  YsSpan month = ys_span_of (YS_SPAN_MONTH, ys_instant_to_date (now));
  const YsScoreQuery query
      = { .from = ys_span_start (month), .to = ys_span_end (month), .levels = COUNTING_LEVELS };
  guint n = 0;

  g_return_val_if_fail (ledger != NULL && out_span != NULL, FALSE);

  if (!ys_score_store_visits (ledger, &query, count_one, &n, error))
    return FALSE;
  *out_span = n > 0 ? month : ys_span_add (month, -1);
  return TRUE;
}

YsOutlook *
ys_outlook_new (
    YsLedger *ledger, YsStanding *standing, const GArray *proposed, YsInstant now, GError **error)
{
  g_autoptr (YsOutlook) outlook = g_new0 (YsOutlook, 1);
  Look look = { ledger, outlook, now };
  YsInstant until;

  g_return_val_if_fail (ledger != NULL && standing != NULL && proposed != NULL, NULL);

  outlook->standing = standing;
  outlook->span = ys_standing_span (standing);
  outlook->decisions = g_ptr_array_new_with_free_func (decision_free);
  until = MAX (ys_span_end (outlook->span), now + 1);
  if (!look_at_faults (&look, proposed, error))
    return NULL;
  look_at_ties (&look);
  if (!look_at_findings (&look, ys_span_start (ys_span_add (outlook->span, -1)), until, error)
      || !look_at_twins (&look, error))
    return NULL;
  return g_steal_pointer (&outlook);
}

void
ys_outlook_free (YsOutlook *outlook)
{
  if (outlook == NULL)
    return;
  g_clear_pointer (&outlook->standing, ys_standing_unref);
  g_clear_pointer (&outlook->decisions, g_ptr_array_unref);
  g_free (outlook);
}

double
ys_outlook_height (const YsOutlook *outlook)
{
  g_return_val_if_fail (outlook != NULL, 0);

  return ys_digest_height (ys_standing_n_assessed (outlook->standing));
}

YsScene *
ys_outlook_layout (const YsOutlook *outlook, double width, double height, PangoContext *context)
{
  YsRankingData data = { 0 };
  g_autofree YsChartRow *rows = NULL;

  g_return_val_if_fail (outlook != NULL, NULL);

  data.n_rows = ys_standing_n_assessed (outlook->standing);
  rows = g_new0 (YsChartRow, MAX (data.n_rows, 1));
  for (guint i = 0; i < data.n_rows; i++)
    rows[i] = ys_chart_row_of (ys_standing_row (outlook->standing, i));
  data.rows = rows;
  return ys_digest_layout (&data, width, height, context);
}
