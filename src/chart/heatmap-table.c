/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums are of everything, whatever is shown: a joined row or column keeps them right. */
#include "config.h"

#include "heatmap-table.h"

#include <string.h>

#define N_BOLD 3
#define REST_GROUP ""

typedef struct
{
  guint column; /* of the data */
  guint group;  /* in order of appearance */
  guint64 total;
  gboolean joined;
} Order;

static const char *
group_of (const YsHeatData *data, guint column)
{
  return data->columns[column].group != NULL ? data->columns[column].group : "";
}

/* The first column of the same group. */
static guint
group_index (const YsHeatData *data, guint column)
{
  for (guint i = 0; i < column; i++)
    if (strcmp (group_of (data, i), group_of (data, column)) == 0)
      return i;
  return column;
}

static int
compare_total (gconstpointer a, gconstpointer b)
{
  const Order *one = a, *other = b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return one->column < other->column ? -1 : one->column > other->column;
}

static int
compare_place (gconstpointer a, gconstpointer b)
{
  const Order *one = a, *other = b;

  if (one->joined != other->joined)
    return one->joined ? 1 : -1;
  if (one->group != other->group)
    return one->group < other->group ? -1 : 1;
  return compare_total (a, b);
}

static Order *
count (YsHeatTable *table)
{
  const YsHeatData *data = table->data;
  Order *order = g_new0 (Order, data->n_columns + 1);

  for (guint c = 0; c < data->n_columns; c++)
    order[c] = (Order){ c, group_index (data, c), 0, FALSE };
  for (guint r = 0; r < data->n_rows; r++)
    {
      for (guint c = 0; c < data->n_columns && data->rows[r].rank > 0; c++)
        {
          order[c].total += data->rows[r].counts[c];
          table->totals[r] += data->rows[r].counts[c];
        }
      table->total += table->totals[r];
    }
  return order;
}

/* The third largest total: it and its equals are bold, unless that is nearly everything. */
static guint64
bold_from (const Order *by_total, guint n)
{
  guint64 from = n > N_BOLD ? by_total[N_BOLD - 1].total : 0;

  return n > N_BOLD && by_total[n / 2].total < from ? from : 0;
}

static void
add_columns (YsHeatTable *table, const Order *order, guint n_shown)
{
  const YsHeatData *data = table->data;

  for (guint i = 0; i < data->n_columns; i++)
    {
      const YsHeatColumn *column = &data->columns[order[i].column];

      table->place[order[i].column] = MIN (i, n_shown);
      if (i < n_shown)
        table->columns[i]
            = (YsHeatTableColumn){ column->id, column->name, group_of (data, order[i].column),
                                   order[i].total, 0 };
      else
        {
          table->columns[n_shown].name = "其余";
          table->columns[n_shown].group = REST_GROUP;
          table->columns[n_shown].total += order[i].total;
          table->columns[n_shown].n_joined++;
        }
    }
  table->n_columns = n_shown < data->n_columns ? n_shown + 1 : n_shown;
}

YsHeatTable *
ys_heat_table_new (const YsHeatData *data, guint max_columns)
{
  YsHeatTable *table = g_new0 (YsHeatTable, 1);
  guint n = data->n_columns, n_shown = n <= max_columns ? n : MAX (max_columns, 1) - 1;
  g_autofree Order *order = NULL;

  table->data = data;
  table->columns = g_new0 (YsHeatTableColumn, n + 1);
  table->place = g_new0 (guint, n + 1);
  table->totals = g_new0 (guint64, data->n_rows + 1);
  order = count (table);
  if (n > 1)
    qsort (order, n, sizeof *order, compare_total);
  table->bold_from = bold_from (order, n);
  for (guint i = n_shown; i < n; i++)
    order[i].joined = TRUE;
  if (n > 1)
    qsort (order, n, sizeof *order, compare_place);
  add_columns (table, order, n_shown);
  return table;
}

void
ys_heat_table_free (YsHeatTable *table)
{
  g_free (table->columns);
  g_free (table->place);
  g_free (table->totals);
  g_free (table);
}

void
ys_heat_table_row (const YsHeatTable *table, guint first, guint n_rows, guint64 *cells)
{
  const YsHeatData *data = table->data;

  memset (cells, 0, table->n_columns * sizeof *cells);
  for (guint r = first; r < first + n_rows && r < data->n_rows; r++)
    for (guint c = 0; c < data->n_columns && data->rows[r].rank > 0; c++)
      cells[table->place[c]] += data->rows[r].counts[c];
}

guint
ys_heat_table_most_column (const YsHeatTable *table, guint except)
{
  guint found = G_MAXUINT;

  for (guint c = 0; c < table->n_columns; c++)
    if (c != except && table->columns[c].n_joined == 0 && table->columns[c].total > 0
        && (found == G_MAXUINT || table->columns[c].total > table->columns[found].total))
      found = c;
  return found;
}

guint
ys_heat_table_worst_row (const YsHeatTable *table)
{
  guint found = G_MAXUINT;
  gboolean shared = FALSE;

  for (guint r = 0; r < table->data->n_rows; r++)
    {
      guint64 most = found == G_MAXUINT ? 0 : table->totals[found];

      if (table->totals[r] > most)
        found = r;
      shared = table->totals[r] > most ? FALSE : shared || (most > 0 && table->totals[r] == most);
    }
  return shared ? G_MAXUINT : found;
}
