/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equals are never split: a rule moves down behind the last of them, and the hollow bar takes all
 * or none of them unless hardly a row would be left. */
#include "config.h"

#include "pareto-rows.h"

#define MAX_ROWS 14
#define MIN_ROWS 5

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const YsParetoData *data = user_data;
  guint one = *(const guint *)a, other = *(const guint *)b;

  if (data->items[one].count != data->items[other].count)
    return data->items[one].count > data->items[other].count ? -1 : 1;
  return one < other ? -1 : one > other;
}

static guint
count_of (const YsParetoRows *rows, const YsParetoData *data, guint row)
{
  return data->items[rows->order[row]].count;
}

/* Items up to which @percent of all is passed, with all equals of the last. */
static guint
items_for (const YsParetoRows *rows, const YsParetoData *data, guint n, guint percent)
{
  guint64 sum = 0;
  guint i = 0;

  while (i < n && sum < (rows->total * percent + 99) / 100)
    sum += count_of (rows, data, i++);
  while (i > 0 && i < n && count_of (rows, data, i) == count_of (rows, data, i - 1))
    i++;
  return i;
}

/* @n: items with a finding. One item alone is not worth a hollow bar. */
static void
cut (YsParetoRows *rows, const YsParetoData *data, guint n, guint room)
{
  guint shown = MIN (MIN (MAX_ROWS, room - 1), n);

  if (n <= shown + 1 && n <= room)
    shown = n;
  if (shown < n)
    {
      guint whole = shown;

      while (whole > 0 && count_of (rows, data, whole) == count_of (rows, data, whole - 1))
        whole--;
      rows->splits = whole < MIN (MIN_ROWS, shown);
      shown = rows->splits ? shown : whole;
    }
  rows->n_shown = shown;
  rows->n_rest = shown < n ? rows->n_items - shown : 0;
  for (guint i = shown; i < n; i++)
    rows->rest += count_of (rows, data, i);
}

void
ys_pareto_rows_init (YsParetoRows *rows, const YsParetoData *data, guint room)
{
  guint half, most, n;

  *rows = (YsParetoRows){ .order = g_new0 (guint, data->n_items + 1), .n_items = data->n_items };
  for (guint i = 0; i < data->n_items; i++)
    {
      rows->order[i] = i;
      rows->total += data->items[i].count;
      rows->n_found += data->items[i].count > 0 ? 1 : 0;
    }
  g_qsort_with_data (rows->order, (int)data->n_items, sizeof (guint), compare, (gpointer)data);
  n = rows->n_found;
  if (n == 0)
    return;
  cut (rows, data, n, MAX (room, 2));
  half = items_for (rows, data, n, 50);
  most = items_for (rows, data, n, 80);
  rows->n_for_half = half;
  rows->half = half <= rows->n_shown ? half : 0;
  rows->most = most <= rows->n_shown ? most : 0;
}

void
ys_pareto_rows_clear (YsParetoRows *rows)
{
  g_clear_pointer (&rows->order, g_free);
}
