/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Twelve steps are what a wall can show: the smallest of each part are added up. */
#include "config.h"

#include "waterfall-steps.h"

#include <stdlib.h>

static int
part_of (const YsWaterfallStep *step)
{
  return CLAMP (step->part, 0, YS_WATERFALL_PARTS - 1);
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const YsWaterfallStep *x = *(const YsWaterfallStep *const *)a,
                        *y = *(const YsWaterfallStep *const *)b;

  return ABS (x->points) > ABS (y->points)   ? -1
         : ABS (x->points) < ABS (y->points) ? 1
         : x < y                             ? -1
                                             : 1;
}

/* By part; losses by size, then the sum of the smallest, then gains. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const YsShownStep *x = a, *y = b;
  int kind_x = x->n_joined > 1 ? 1 : x->points > 0 ? 2 : 0;
  int kind_y = y->n_joined > 1 ? 1 : y->points > 0 ? 2 : 0;

  if (x->part != y->part)
    return x->part - y->part;
  if (kind_x != kind_y)
    return kind_x - kind_y;
  return ABS (x->points) > ABS (y->points)   ? -1
         : ABS (x->points) < ABS (y->points) ? 1
         : x->id < y->id                     ? -1
                                             : 1;
}

/* How many of the largest stay themselves, so that with a sum for each part it touches there are no
 * more than twelve. */
static guint
n_kept (GPtrArray *sorted)
{
  for (guint keep = MIN (sorted->len, YS_WATERFALL_MOST); keep > 0; keep--)
    {
      guint parts[YS_WATERFALL_PARTS] = { 0 }, joined = 0;

      for (guint i = keep; i < sorted->len; i++)
        joined += parts[part_of (g_ptr_array_index (sorted, i))]++ == 0 ? 1 : 0;
      if (keep + joined <= YS_WATERFALL_MOST)
        return keep;
    }
  return 0;
}

/* Returns how many sums were added behind @shown. */
static guint
join_rest (GPtrArray *sorted, guint keep, YsShownStep *shown)
{
  YsShownStep rest[YS_WATERFALL_PARTS] = { 0 };
  guint n = 0;

  for (guint i = keep; i < sorted->len; i++)
    {
      const YsWaterfallStep *step = g_ptr_array_index (sorted, i);
      YsShownStep *sum = &rest[part_of (step)];

      sum->part = part_of (step);
      sum->points += step->points;
      sum->name = sum->n_joined == 0 ? step->name : "其余";
      sum->working = sum->n_joined == 0 ? step->working : NULL;
      sum->id = sum->n_joined == 0 ? step->id : 0;
      sum->n_joined++;
    }
  for (int part = 0; part < YS_WATERFALL_PARTS; part++)
    if (rest[part].n_joined > 0)
      shown[n++] = rest[part];
  return n;
}

guint
ys_waterfall_choose (const YsWaterfallData *data, YsShownStep *shown)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint keep, n = 0;

  for (guint i = 0; i < data->n_steps; i++)
    if (data->steps[i].points != 0)
      g_ptr_array_add (sorted, (gpointer)&data->steps[i]);
  g_ptr_array_sort (sorted, compare_sizes);
  keep = n_kept (sorted);
  while (n < keep)
    {
      const YsWaterfallStep *s = g_ptr_array_index (sorted, n);

      shown[n++] = (YsShownStep){ s->name, s->working, s->points, s->id, part_of (s), 1 };
    }
  n += join_rest (sorted, keep, shown + keep);
  qsort (shown, n, sizeof *shown, compare_places);
  return n;
}
