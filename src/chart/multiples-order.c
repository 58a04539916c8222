/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Communities stand in the order of their best compound; one without a name is last. */
#include "config.h"

#include "multiples-order.h"

#include <string.h>

typedef struct
{
  guint line;
  guint group_rank; /* the best rank of its community; G_MAXUINT last */
  guint group;      /* first line of its community */
  guint rank;
} Place;

static const char *
group_of (const YsTrendData *data, guint line)
{
  return data->lines[line].group != NULL ? data->lines[line].group : "";
}

static guint
rank_of (const YsTrendData *data, guint line)
{
  return data->lines[line].rank > 0 ? data->lines[line].rank : G_MAXUINT;
}

static int
compare (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;
  int order = compare (one->group_rank, other->group_rank);

  if (order == 0)
    order = compare (one->group, other->group);
  if (order == 0)
    order = compare (one->rank, other->rank);
  return order != 0 ? order : compare (one->line, other->line);
}

static void
find_groups (const YsMultiples *multiples, Place *places)
{
  const YsTrendData *data = multiples->data;
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < data->n_lines; i++)
    {
      const char *group = group_of (data, i);
      gpointer seen;

      if (!g_hash_table_lookup_extended (first, group, NULL, &seen))
        g_hash_table_insert (first, (gpointer)group, seen = GUINT_TO_POINTER (i));
      places[i].group = GPOINTER_TO_UINT (seen);
      places[places[i].group].group_rank
          = MIN (places[places[i].group].group_rank, rank_of (data, i));
    }
  for (guint i = 0; i < data->n_lines; i++)
    places[i].group_rank
        = *group_of (data, i) == '\0' ? G_MAXUINT : places[places[i].group].group_rank;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a, other = *(const gint64 *)b;

  return one < other ? -1 : one > other;
}

static gint64
median_of (const YsTrendData *data, guint period, gint64 *scores)
{
  guint n = 0;

  for (guint i = 0; i < data->n_lines; i++)
    if (data->lines[i].scores[period] != YS_NO_POINTS)
      scores[n++] = data->lines[i].scores[period];
  if (n == 0)
    return YS_NO_POINTS;
  qsort (scores, n, sizeof *scores, compare_scores);
  /* Halves first: the sum of two may leave the range. */
  return n % 2 == 1 ? scores[n / 2] : scores[n / 2 - 1] / 2 + scores[n / 2] / 2;
}

YsMultiples *
ys_multiples_new (const YsTrendData *data)
{
  YsMultiples *multiples = g_new0 (YsMultiples, 1);
  g_autofree Place *places = g_new0 (Place, data->n_lines + 1);
  g_autofree gint64 *scores = g_new0 (gint64, data->n_lines + 1);

  multiples->data = data;
  multiples->order = g_new0 (guint, data->n_lines + 1);
  multiples->medians = g_new0 (gint64, data->n_periods + 1);
  for (guint i = 0; i < data->n_lines; i++)
    {
      places[i] = (Place){ i, G_MAXUINT, 0, rank_of (data, i) };
      multiples->has_groups |= *group_of (data, i) != '\0';
    }
  find_groups (multiples, places);
  if (data->n_lines > 1)
    qsort (places, data->n_lines, sizeof *places, compare_places);
  for (guint i = 0; i < data->n_lines; i++)
    multiples->order[i] = places[i].line;
  for (guint p = 0; p < data->n_periods; p++)
    multiples->medians[p] = median_of (data, p, scores);
  return multiples;
}

void
ys_multiples_free (YsMultiples *multiples)
{
  g_free (multiples->order);
  g_free (multiples->medians);
  g_free (multiples);
}

gboolean
ys_multiples_same_group (const YsMultiples *multiples, guint a, guint b)
{
  return strcmp (group_of (multiples->data, multiples->order[a]),
                 group_of (multiples->data, multiples->order[b]))
         == 0;
}

guint
ys_multiples_n_pages (const YsTrendData *data)
{
  return MAX ((data->n_lines + YS_MULTIPLES_PER_PAGE - 1) / YS_MULTIPLES_PER_PAGE, 1);
}
