/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worst first: by the number not on time, then still open, then the lower rate, then the more
 * findings; equals stay as they came. */
#include "config.h"

#include "timeliness-rows.h"
#include "chart-words.h"

#include <string.h>

static guint64
wrong_of (const YsTimelinessRow *row)
{
  return (guint64)row->late + row->open;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const YsTimelinessRow *one = a, *other = b;
  guint64 wrong = wrong_of (one), other_wrong = wrong_of (other);

  if (wrong != other_wrong)
    return wrong > other_wrong ? -1 : 1;
  if (one->open != other->open)
    return one->open > other->open ? -1 : 1;
  /* As many wrong: the fewer on time, the lower the rate. With none wrong all rates are 100%. */
  if (one->on_time != other->on_time)
    return (one->on_time < other->on_time) == (wrong > 0) ? -1 : 1;
  if (one->not_due != other->not_due)
    return one->not_due > other->not_due ? -1 : 1;
  return 0;
}

YsTimelinessTable *
ys_timeliness_table_new (const YsTimelinessData *data)
{
  YsTimelinessTable *table = g_new0 (YsTimelinessTable, 1);

  table->n_rows = data->n_rows;
  table->rows = g_new0 (YsTimelinessRow, data->n_rows + 1);
  for (guint i = 0; i < data->n_rows; i++)
    {
      table->rows[i] = data->rows[i];
      table->on_time += data->rows[i].on_time;
      table->late += data->rows[i].late;
      table->open += data->rows[i].open;
      table->not_due += data->rows[i].not_due;
    }
  g_qsort_with_data (table->rows, (int)table->n_rows, sizeof *table->rows, compare_rows, NULL);
  return table;
}

void
ys_timeliness_table_free (YsTimelinessTable *table)
{
  g_free (table->rows);
  g_free (table);
}

char *
ys_timeliness_finding (const YsTimelinessTable *table)
{
  guint64 due = table->on_time + table->late + table->open;
  GString *text = g_string_new (NULL);
  g_autofree char *rate = ys_chart_share (table->on_time, due);
  const YsTimelinessRow *rows = table->rows;

  if (due == 0 && table->not_due == 0)
    return g_string_free (g_string_append (text, table->n_rows > 0 ? "没有发现问题" : ""), FALSE);
  if (due == 0)
    {
      g_string_append_printf (text, "%" G_GUINT64_FORMAT " 条都未到期", table->not_due);
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text,
                          "到期 %" G_GUINT64_FORMAT " 条，按期 %" G_GUINT64_FORMAT " 条，按期率 %s",
                          due, table->on_time, rate);
  if (wrong_of (&rows[0]) > 0 && (table->n_rows == 1 || wrong_of (&rows[1]) < wrong_of (&rows[0])))
    g_string_append_printf (text, "；%s逾期 %" G_GUINT64_FORMAT " 条", rows[0].name,
                            wrong_of (&rows[0]));
  return g_string_free (text, FALSE);
}

guint
ys_timeliness_n_pages (const YsTimelinessData *data)
{
  return MAX ((data->n_rows + YS_TIMELINESS_ROWS_PER_PAGE - 1) / YS_TIMELINESS_ROWS_PER_PAGE, 1);
}
