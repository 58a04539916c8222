/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a sample: worked days only, more is found in summer than at new year, a few clauses
 * make most of it. */
#include "config.h"

#include "sample-private.h"

#include "record-store.h"

/* Records of one change. Every index is written at as many places: long changes write its pages less
 * often, as long as they stay in memory. */
#define CHANGE_RECORDS 100000
#define CACHE_KIB (96 * 1024)
#define PROGRESS_DAYS 5

/* By month, from January. */
static const guint seasons[12] = { 7, 6, 9, 10, 11, 12, 13, 13, 11, 11, 10, 8 };

gboolean
ys_sample_insert (YsSampleWork *work, const YsRecordType *type, gpointer record, GError **error)
{
  work->n_in_change++;
  return ys_change_insert (work->change, type, record, error);
}

static gboolean
begin (YsSampleWork *work, GError **error)
{
  work->change = ys_change_begin (work->ledger, "sample", error);
  work->n_in_change = 0;
  return work->change != NULL;
}

static gboolean
finish (YsSampleWork *work, GError **error)
{
  g_autoptr (YsChange) change = g_steal_pointer (&work->change);

  return ys_change_commit (change, NULL, error);
}

gboolean
ys_sample_rest (YsSampleWork *work, GError **error)
{
  return work->n_in_change < CHANGE_RECORDS || (finish (work, error) && begin (work, error));
}

/* Clauses */

/* Of the 26 clauses of annex 1 in its order: litter and things left in the way make most of it. */
static const guint chances[26]
    = { 4, 6, 2, 4, 6, 6, 4, 22, 1, 18, 1, 8, 11, 14, 9, 3, 2, 3, 1, 6, 3, 12, 7, 3, 3, 2 };

static void
set_chances (YsSampleWork *work)
{
  guint n = work->clauses->len;
  guint sum = 0;

  work->clause_chances = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    work->clause_chances[i] = sum += chances[i % G_N_ELEMENTS (chances)];
}

static gboolean
load_clauses (YsSampleWork *work, GError **error)
{
  work->all_clauses = ys_record_store_list (work->ledger, &ys_clause_type, error);
  if (work->all_clauses == NULL)
    return FALSE;
  work->clauses = g_ptr_array_new ();
  for (guint i = 0; i < work->all_clauses->len; i++)
    {
      YsClause *clause = g_ptr_array_index (work->all_clauses, i);

      if (clause->catalogue_id == YS_SAMPLE_CATALOGUE)
        g_ptr_array_add (work->clauses, clause);
    }
  set_chances (work);
  return TRUE;
}

const YsClause *
ys_sample_clause (YsSampleWork *work)
{
  guint n = work->clauses->len;
  guint chance = ys_sample_below (&work->random, work->clause_chances[n - 1]);
  guint i = 0;

  while (work->clause_chances[i] <= chance)
    i++;
  return g_ptr_array_index (work->clauses, i);
}

/* Days */

YsInstant
ys_sample_instant (YsSampleWork *work, YsDate day)
{
  guint minute = ys_sample_below (&work->random, 420);
  gint64 start = ys_date_to_days (day) * 24 * 60 - YS_SHANGHAI_OFFSET_SECONDS / 60;

  /* 8:30 to 12:00, 14:00 to 17:30 */
  minute = minute < 210 ? 510 + minute : 630 + minute;
  return MIN ((start + minute) * 60, YS_SAMPLE_NOW);
}

static guint64
weight_of (const YsSampleWork *work, gint64 day)
{
  YsDate date = ys_date_from_days (day);

  if (!ys_work_calendar_day (work->calendar, date).is_worked)
    return 0;
  return seasons[date.month - 1];
}

static gboolean
fill_days (YsSampleWork *work,
           gint64 first,
           gint64 last,
           YsProgressFunc progress,
           gpointer user_data,
           GError **error)
{
  guint64 total = 0;
  guint64 sum = 0;

  for (gint64 day = first; day <= last; day++)
    total += weight_of (work, day);
  for (gint64 day = first; day <= last; day++)
    {
      YsDate date = ys_date_from_days (day);

      sum += weight_of (work, day);
      if (!ys_sample_fill_inspections (work, date, (guint)(sum * work->max_findings / total), error)
          || !ys_sample_fill_cases (work, date, (guint)(sum * work->max_cases / total), error))
        return FALSE;
      if (progress != NULL && (day % PROGRESS_DAYS == 0 || day == last))
        progress (work->n_findings, work->max_findings, user_data);
    }
  return TRUE;
}

gboolean
ys_sample_fill_work (
    YsSampleWork *work, guint n_years, YsProgressFunc progress, gpointer user_data, GError **error)
{
  YsDate end = ys_instant_to_date (YS_SAMPLE_NOW);
  YsDate start = { (gint16)(end.year - (int)n_years), end.month, end.day };
  gboolean done;

  work->calendar = ys_work_calendar_new ();
  work->cases = ys_sample_cases_new ();
  work->shown = g_array_new (FALSE, FALSE, sizeof (YsSampleShown));
  ys_ledger_set_cache (work->ledger, CACHE_KIB);
  done = load_clauses (work, error) && begin (work, error)
         && fill_days (work, ys_date_to_days (start) + 1, ys_date_to_days (end), progress,
                       user_data, error)
         && finish (work, error) && ys_sample_fill_photos (work, error);
  g_clear_pointer (&work->change, ys_change_free);
  ys_ledger_set_cache (work->ledger, 0);
  g_clear_pointer (&work->shown, g_array_unref);
  g_clear_pointer (&work->cases, ys_sample_cases_free);
  g_clear_pointer (&work->calendar, ys_work_calendar_unref);
  g_clear_pointer (&work->clauses, g_ptr_array_unref);
  g_clear_pointer (&work->all_clauses, g_ptr_array_unref);
  g_clear_pointer (&work->clause_chances, g_free);
  return done;
}
