/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain loops over plain lists, as somebody with a pencil would do it: every rank by counting who
 * is better, every prize place by place. */
#include "config.h"

#include "score-oracle.h"

#include <string.h>

static gboolean
counts (const OracleLedger *ledger, int level)
{
  static const char *const names[] = { "?", "town", "district", "city", "joint", "self" };
  g_auto (GStrv) words = g_strsplit (ledger->scheme.levels, " ", -1);

  return g_strv_contains ((const char *const *)words, names[level]);
}

static gint64
minute (YsInstant at)
{
  return at / 60;
}

static gboolean
is_late (const YsFinding *finding, YsInstant now)
{
  if (finding->deadline == 0 || finding->paused_at != 0 || finding->state == YS_FINDING_WITHDRAWN)
    return FALSE;
  if (minute (now) <= minute (finding->deadline))
    return FALSE;
  return finding->rectified_at == 0 || minute (finding->rectified_at) > minute (finding->deadline);
}

static gint64
points_of_findings (const OracleLedger *ledger, guint compound)
{
  gint64 sum = 0;

  for (guint i = 0; i < ledger->findings->len; i++)
    {
      const YsFinding *finding = &g_array_index (ledger->findings, YsFinding, i);
      gint64 one = finding->points.value;
      YsInstant late_at = (minute (finding->deadline) + 1) * 60;

      if (finding->compound_id != compound + 1 || finding->state == YS_FINDING_WITHDRAWN
          || !counts (ledger, finding->level))
        continue;
      if (finding->level != YS_INSPECTION_LEVEL_CITY
          && finding->level != YS_INSPECTION_LEVEL_DISTRICT)
        one = 100 * finding->count.value; /* every clause of annex 1 has 1.00 */
      if (finding->found_at >= ledger->start && finding->found_at < ledger->end)
        {
          sum += one;
          for (gint64 more = 1;
               is_late (finding, ledger->now) && more < ledger->scheme.overdue_factor.value; more++)
            sum += one;
        }
      else if (finding->found_at >= ledger->before && finding->found_at < ledger->start
               && ledger->finalised_at != 0 && late_at > ledger->finalised_at
               && late_at >= ledger->start && late_at < ledger->end
               && is_late (finding, ledger->now))
        sum += one * (ledger->scheme.overdue_factor.value - 1);
    }
  return sum;
}

static void
count_places (const OracleLedger *ledger, guint compound, OracleRow *row)
{
  for (guint i = 0; i < ledger->findings->len; i++)
    {
      const YsFinding *finding = &g_array_index (ledger->findings, YsFinding, i);

      if (finding->compound_id == compound + 1 && finding->state != YS_FINDING_WITHDRAWN
          && counts (ledger, finding->level) && finding->found_at >= ledger->start
          && finding->found_at < ledger->end && finding->rectified_at == 0)
        row->open_places += finding->count.value;
    }
  for (guint i = 0; i < ledger->visits->len; i++)
    {
      const OracleVisit *visit = &g_array_index (ledger->visits, OracleVisit, i);

      if (visit->compound == compound && !visit->withdrawn && counts (ledger, visit->level)
          && visit->at >= ledger->start && visit->at < ledger->end)
        row->assessed = TRUE;
    }
}

static gint64
count_faults (const OracleLedger *ledger, guint compound)
{
  gint64 n = 0;

  for (guint i = 0; i < ledger->cases->len; i++)
    {
      const OracleCase *one = &g_array_index (ledger->cases, OracleCase, i);

      for (int fault = 1; one->compound == compound && !one->withdrawn && fault <= YS_N_FAULTS;
           fault++)
        {
          YsInstant at = one->decided_at[fault];

          if (one->decision[fault] != YS_DECISION_CONFIRMED)
            continue;
          if (one->at >= ledger->start && one->at < ledger->end)
            n++;
          else if (one->at >= ledger->before && one->at < ledger->start && ledger->finalised_at != 0
                   && at > ledger->finalised_at && at >= ledger->start && at < ledger->end)
            n++;
        }
    }
  return n;
}

/* To the hundredth, from ten-thousandths of hundredths. */
static gint64
rounded (gint64 number, int rounding)
{
  gint64 below = number / 10000, rest = number % 10000;

  if (rest < 0)
    {
      below--;
      rest += 10000;
    }
  if (rest == 0)
    return below;
  if (rounding == YS_ROUNDING_DOWN)
    return number < 0 ? below + 1 : below;
  if (rest != 5000)
    return rest > 5000 ? below + 1 : below;
  if (rounding == YS_ROUNDING_EVEN)
    return below % 2 == 0 ? below : below + 1;
  return number < 0 ? below : below + 1;
}

static gint64
property_of (const OracleLedger *ledger, const OracleEntry *entry)
{
  const YsScheme *scheme = &ledger->scheme;
  gint64 points = scheme->property_base.value;

  if (entry->has_sheet)
    points += 200 * entry->n_activities - 500 * entry->n_wrong;
  if (entry->has_survey && entry->coverage >= 8000)
    {
      if (entry->rate >= 9000)
        points += 1000;
      else if (entry->rate >= 8000)
        points += 500;
    }
  if (scheme->property_floor.is_set && points < scheme->property_floor.value)
    points = scheme->property_floor.value;
  if (scheme->property_cap.is_set && points > scheme->property_cap.value)
    points = scheme->property_cap.value;
  return points;
}

static void
score_one (const OracleLedger *ledger, guint compound, OracleRow *row)
{
  const YsScheme *scheme = &ledger->scheme;
  const OracleEntry *entry = &ledger->entries[compound];

  count_places (ledger, compound, row);
  row->n_faults = count_faults (ledger, compound);
  row->long_term = scheme->long_base.value - points_of_findings (ledger, compound)
                   - row->n_faults * scheme->fault_points.value;
  if (scheme->long_floor.is_set && row->long_term < scheme->long_floor.value)
    row->long_term = scheme->long_floor.value;
  row->property = property_of (ledger, entry);
  row->bonus = 300 * entry->titles[YS_TITLE_DISTRICT] + 500 * entry->titles[YS_TITLE_CITY]
               + 700 * entry->titles[YS_TITLE_PROVINCE] + 1000 * entry->titles[YS_TITLE_STATE];
  if (!row->assessed)
    return;
  row->score = rounded (row->long_term * scheme->long_weight.value
                            + row->property * scheme->property_weight.value + row->bonus * 10000,
                        scheme->rounding);
  if (scheme->score_cap.is_set && row->score > scheme->score_cap.value)
    row->score = scheme->score_cap.value;
}

/* 1: @a is better; 0: nobody can tell. */
static int
better (const OracleRow *a, const OracleRow *b, const char *chain)
{
  g_auto (GStrv) words = g_strsplit (chain != NULL ? chain : "", " ", -1);

  if (a->score != b->score)
    return a->score > b->score ? 1 : -1;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 more = 0;

      if (strcmp (words[i], "open") == 0)
        more = b->open_places - a->open_places;
      else if (strcmp (words[i], "faults") == 0)
        more = b->n_faults - a->n_faults;
      else if (strcmp (words[i], "long_term") == 0)
        more = a->long_term - b->long_term;
      if (more != 0)
        return more > 0 ? 1 : -1;
    }
  return 0;
}

static void
rank_all (const OracleLedger *ledger, OracleResult *result)
{
  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      OracleRow *row = &result->rows[i];

      if (!row->assessed)
        continue;
      row->rank = 1;
      for (guint j = 0; j < ledger->n_compounds; j++)
        {
          const OracleRow *other = &result->rows[j];

          if (j == i || !other->assessed)
            continue;
          if (better (other, row, ledger->scheme.chain) > 0)
            row->rank++;
          if (better (other, row, ledger->scheme.chain) == 0)
            row->tied = TRUE;
          if (other->score == row->score)
            row->equal = TRUE;
        }
    }
}

/* The prize of a place from 1 on; NULL: none. */
static const YsPrize *
at_place (const OracleLedger *ledger, gboolean red, gint64 place)
{
  for (guint i = 0; i < G_N_ELEMENTS (ledger->prizes); i++)
    {
      const YsPrize *prize = &ledger->prizes[i];

      if ((prize->prize == YS_PRIZE_RED) != red)
        continue;
      if (place <= prize->places.value)
        return prize;
      place -= prize->places.value;
    }
  return NULL;
}

static void
hand_out (const OracleLedger *ledger, OracleResult *result, guint compound, gboolean red, int kind)
{
  OracleRow *row = &result->rows[compound];

  for (guint i = 0; i < G_N_ELEMENTS (ledger->prizes); i++)
    if (ledger->prizes[i].prize == kind)
      {
        row->amount += ledger->prizes[i].amount.value;
        result->total += ledger->prizes[i].amount.value;
        if (red)
          row->red = TRUE;
        else
          row->prize = kind;
      }
}

/* Members of one rank over the places rank, rank + 1, … */
static void
award_group (const OracleLedger *ledger,
             OracleResult *result,
             const guint *members,
             guint n,
             guint rank,
             gboolean red)
{
  int kinds[ORACLE_MAX_COMPOUNDS], left[ORACLE_MAX_COMPOUNDS];
  gint64 money = 0;
  gboolean same = TRUE, settled = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const YsPrize *prize = at_place (ledger, red, (gint64)rank + i);

      left[i] = kinds[i] = prize != NULL ? prize->prize : YS_PRIZE_NONE;
      money += prize != NULL ? prize->amount.value : 0;
      same = same && kinds[i] == kinds[0];
    }
  for (guint i = 0; i < n; i++)
    {
      const OracleEntry *entry = &ledger->entries[members[i]];
      int choice = red ? entry->red_choice : entry->choice;
      guint j = 0;

      while (j < n && left[j] != choice)
        j++;
      if (choice == YS_PRIZE_UNKNOWN || j == n)
        settled = FALSE;
      else
        left[j] = -1;
    }
  for (guint i = 0; i < n; i++)
    {
      const OracleEntry *entry = &ledger->entries[members[i]];

      if (same)
        hand_out (ledger, result, members[i], red, kinds[0]);
      else if (settled)
        hand_out (ledger, result, members[i], red, red ? entry->red_choice : entry->choice);
      else if (red)
        result->rows[members[i]].red_pending = TRUE;
      else
        result->rows[members[i]].pending = TRUE;
    }
  if (!same && !settled)
    result->pending_total += money;
}

static void
award_all (const OracleLedger *ledger, OracleResult *result, gboolean red)
{
  guint ranks[ORACLE_MAX_COMPOUNDS] = { 0 };

  for (guint i = 0; i < ledger->n_compounds; i++)
    {
      const OracleEntry *entry = &ledger->entries[i];

      if (!red)
        ranks[i] = result->rows[i].rank;
      else if (entry->has_party_sheet && entry->has_party)
        {
          ranks[i] = 1;
          for (guint j = 0; j < ledger->n_compounds; j++)
            if (ledger->entries[j].has_party_sheet && ledger->entries[j].has_party
                && ledger->entries[j].party_points > entry->party_points)
              ranks[i]++;
        }
    }
  for (guint rank = 1; rank <= ledger->n_compounds; rank++)
    {
      guint members[ORACLE_MAX_COMPOUNDS], n = 0;

      for (guint i = 0; i < ledger->n_compounds; i++)
        if (ranks[i] == rank)
          members[n++] = i;
      if (n > 0)
        award_group (ledger, result, members, n, rank, red);
    }
}

OracleResult
oracle_work_out (const OracleLedger *ledger)
{
  OracleResult result = { 0 };

  for (guint i = 0; i < ledger->n_compounds; i++)
    score_one (ledger, i, &result.rows[i]);
  rank_all (ledger, &result);
  award_all (ledger, &result, FALSE);
  award_all (ledger, &result, TRUE);
  for (guint i = 0; i < ledger->n_compounds; i++)
    if (result.rows[i].red)
      {
        guint best = result.red;

        /* The first of them: most points, then the earlier compound. */
        if (best == 0 || ledger->entries[i].party_points > ledger->entries[best - 1].party_points)
          result.red = i + 1;
      }
  return result;
}
