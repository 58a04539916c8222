/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page asks of the data of its charts: what a click on a mark leads to. */
#include "config.h"

#include "chart-private.h"

const YsStanding *
ys_chart_data_standing (const YsChartData *data)
{
  g_return_val_if_fail (data != NULL, NULL);

  return data->standing;
}

gboolean
ys_chart_data_has_working (const YsChartData *data, gint64 compound_id)
{
  g_return_val_if_fail (data != NULL, FALSE);

  return ys_chart_data_working (data, compound_id) != NULL;
}

const char *
ys_chart_data_clause_code (const YsChartData *data, gint64 clause_id)
{
  g_return_val_if_fail (data != NULL, NULL);

  for (guint i = 0; i < ys_catalogue_book_n_clauses (data->book); i++)
    if (ys_catalogue_book_clause (data->book, i)->id == clause_id)
      return ys_catalogue_book_clause (data->book, i)->code;
  return NULL;
}

guint
ys_chart_data_n_overdue (const YsChartData *data, gint64 compound_id)
{
  const YsChartCompound *compound;

  g_return_val_if_fail (data != NULL, 0);

  compound = g_hash_table_lookup (data->by_id, &compound_id);
  return compound != NULL ? compound->open : 0;
}
