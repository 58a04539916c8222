/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cadence of inspections misses around a day. One pass over the visits of the half-year
 * that holds it. */
#include "config.h"

#include "inspection-job.h"
#include "inspection-store.h"

typedef struct
{
  YsDate day;
  GPtrArray *lines;                /* (element-type YsCadenceLine) */
  GHashTable *done[YS_N_CADENCES]; /* ids of compounds; TOWN: days */
} Plan;

void
ys_cadence_line_free (YsCadenceLine *line)
{
  if (line == NULL)
    return;
  g_clear_pointer (&line->missing, g_array_unref);
  g_free (line);
}

static void
begin_plan (Plan *plan, YsDate day)
{
  plan->day = day;
  plan->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_cadence_line_free);
  for (YsCadence cadence = 0; cadence < YS_N_CADENCES; cadence++)
    {
      YsCadenceLine *line = g_new0 (YsCadenceLine, 1);

      line->cadence = cadence;
      line->missing = g_array_new (FALSE, FALSE, sizeof (gint64));
      ys_cadence_span (cadence, day, &line->first, &line->last);
      g_ptr_array_add (plan->lines, line);
      plan->done[cadence] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    }
}

static void
end_plan (Plan *plan)
{
  g_clear_pointer (&plan->lines, g_ptr_array_unref);
  for (YsCadence cadence = 0; cadence < YS_N_CADENCES; cadence++)
    g_clear_pointer (&plan->done[cadence], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, end_plan)

static gboolean
lies_in (YsDate date, const YsCadenceLine *line)
{
  return ys_date_compare (line->first, date) <= 0 && ys_date_compare (date, line->last) <= 0;
}

static void
note_visit (gint64 compound_id, int level, int kind, YsInstant at, gpointer user_data)
{
  Plan *plan = user_data;
  YsDate date = ys_instant_to_date (at);

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const YsCadenceLine *line = plan->lines->pdata[i];
      gint64 what = line->cadence == YS_CADENCE_TOWN ? ys_date_to_days (date) : compound_id;

      if (ys_cadence_is_met_by (line->cadence, level, kind) && lies_in (date, line))
        g_hash_table_add (plan->done[i], g_memdup2 (&what, sizeof what));
    }
}

/* The office as a whole, each working day so far. */
static void
count_days (const Plan *plan, YsCadenceLine *line, const YsWorkCalendar *calendar)
{
  gint64 last = ys_date_to_days (plan->day);

  for (gint64 day = ys_date_to_days (line->first); day <= last; day++)
    if (ys_work_calendar_day (calendar, ys_date_from_days (day)).is_worked)
      {
        line->n_due++;
        line->n_done += g_hash_table_contains (plan->done[line->cadence], &day) ? 1 : 0;
      }
}

static void
count_compounds (const Plan *plan, YsCadenceLine *line, const YsRegistry *registry)
{
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsCompound *compound = ys_registry_item (registry, i)->compound;

      if (compound->withdrawn)
        continue;
      line->n_due++;
      if (g_hash_table_contains (plan->done[line->cadence], &compound->id))
        line->n_done++;
      else
        g_array_append_val (line->missing, compound->id);
    }
}

static YsInstant
midnight (YsDate date)
{
  return ys_date_to_days (date) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

GPtrArray *
ys_inspection_plan (YsLedger *ledger,
                    const YsRegistry *registry,
                    const YsWorkCalendar *calendar,
                    YsDate day,
                    GError **error)
{
  g_auto (Plan) plan = { 0 };
  const YsCadenceLine *widest;

  g_return_val_if_fail (ledger != NULL && registry != NULL && calendar != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (day), NULL);

  begin_plan (&plan, day);
  /* Months and quarters lie inside the half-year. */
  widest = plan.lines->pdata[YS_CADENCE_JOINT];
  if (!ys_inspection_store_visits (ledger, midnight (widest->first),
                                   midnight (ys_date_add_days (widest->last, 1)), note_visit, &plan,
                                   error))
    return NULL;
  for (guint i = 0; i < plan.lines->len; i++)
    {
      YsCadenceLine *line = plan.lines->pdata[i];

      if (line->cadence == YS_CADENCE_TOWN)
        count_days (&plan, line, calendar);
      else
        count_compounds (&plan, line, registry);
    }
  return g_steal_pointer (&plan.lines);
}
