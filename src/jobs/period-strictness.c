/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many points each inspector takes per visit, beside all others. */
#include "config.h"

#include "period-private.h"

#include "finding-rules.h"
#include "inspection-job.h"

#include <string.h>

typedef struct
{
  guint n_visits;
  gint64 points;
} Sum;

void
ys_strictness_free (YsStrictness *strictness)
{
  g_free (strictness->inspector);
  g_free (strictness);
}

/* Names are parted by 、 or what people write for it. */
static void
add_visit (GHashTable *sums, const YsInspectionLine *line)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *text = g_strdup (line->inspection.inspectors);

  if (text == NULL)
    return;
  names = g_regex_split_simple ("[、，,;；\\s]+", text, 0, 0);
  for (guint i = 0; names[i] != NULL; i++)
    {
      Sum *sum;

      if (*names[i] == '\0')
        continue;
      sum = g_hash_table_lookup (sums, names[i]);
      if (sum == NULL)
        {
          sum = g_new0 (Sum, 1);
          g_hash_table_insert (sums, g_strdup (names[i]), sum);
        }
      sum->n_visits++;
      sum->points += line->points;
    }
}

static int
most_first (gconstpointer a, gconstpointer b)
{
  const YsStrictness *one = *(const YsStrictness *const *)a;
  const YsStrictness *other = *(const YsStrictness *const *)b;

  if (one->n_visits != other->n_visits)
    return one->n_visits > other->n_visits ? -1 : 1;
  return strcmp (one->inspector, other->inspector);
}

static gint64
mean (gint64 points, guint n_visits)
{
  return n_visits > 0 ? ys_round_quotient (points, n_visits, YS_ROUNDING_AWAY) : 0;
}

GPtrArray *
ys_period_strictness (YsLedger *ledger, YsSpan span, GError **error)
{
  const YsInspectionFilter filter = { .from = ys_span_start (span), .to = ys_span_end (span) };
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GPtrArray *all;
  Sum total = { 0 };
  GHashTableIter iter;
  gpointer name, value;

  g_return_val_if_fail (ledger != NULL, NULL);

  lines = ys_inspection_list (ledger, &filter, error);
  if (lines == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      const YsInspectionLine *line = lines->pdata[i];

      if (!ys_level_counts (line->inspection.level))
        continue;
      total.n_visits++;
      total.points += line->points;
      add_visit (sums, line);
    }
  all = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_strictness_free);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const Sum *sum = value;
      YsStrictness *one = g_new0 (YsStrictness, 1);

      one->inspector = g_strdup (name);
      one->n_visits = sum->n_visits;
      one->mean = mean (sum->points, sum->n_visits);
      one->n_others = total.n_visits - sum->n_visits;
      one->others = mean (total.points - sum->points, one->n_others);
      g_ptr_array_add (all, one);
    }
  g_ptr_array_sort (all, most_first);
  return all;
}
