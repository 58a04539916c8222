/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One comparison decides order and ties: score, then the links of the chain. */
#include "config.h"

#include "field.h"
#include "rank.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  LINK_OPEN,
  LINK_FAULTS,
  LINK_LONG_TERM,
  N_LINKS
} Link;

static const char *const link_names[N_LINKS] = { "open", "faults", "long_term" };

typedef struct
{
  Link links[N_LINKS];
  guint n;
} Chain;

/* FALSE: a word that is no link, or one twice. */
static gboolean
read_chain (const char *text, Chain *chain)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  gboolean seen[N_LINKS] = { FALSE };

  chain->n = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint link = 0;

      while (link < N_LINKS && !g_str_equal (words[i], link_names[link]))
        link++;
      if (link == N_LINKS || seen[link])
        return FALSE;
      seen[link] = TRUE;
      chain->links[chain->n++] = (Link)link;
    }
  return TRUE;
}

gboolean
ys_chain_check (const char *chain, GError **error)
{
  Chain links;

  if (read_chain (chain, &links))
    return TRUE;
  g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
               _ ("“%s” is no tie-break. Write open, faults, long_term, each at most once, with a "
                  "space between."),
               chain);
  return FALSE;
}

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Below 0: @a goes before @b. */
static int
compare_link (const YsRankRow *a, const YsRankRow *b, Link link)
{
  switch (link)
    {
    case LINK_OPEN:
      return compare (a->open_places, b->open_places);
    case LINK_FAULTS:
      return compare (a->n_faults, b->n_faults);
    case LINK_LONG_TERM:
      return compare (b->long_term, a->long_term);
    case N_LINKS:
      break;
    }
  g_assert_not_reached ();
}

static int
compare_rows (const YsRankRow *a, const YsRankRow *b, const Chain *chain)
{
  int order = compare (b->score, a->score);

  for (guint i = 0; order == 0 && i < chain->n; i++)
    order = compare_link (a, b, chain->links[i]);
  return order;
}

static int
compare_to_sort (gconstpointer a, gconstpointer b, gpointer chain)
{
  const YsRankRow *row_a = a, *row_b = b;
  int order = compare_rows (row_a, row_b, chain);

  /* Repeats are the same; it never tells ranks apart. */
  return order != 0 ? order : compare (row_a->compound_id, row_b->compound_id);
}

const char *
ys_rank_split (const YsRankRow *a, const YsRankRow *b, const char *chain)
{
  Chain links;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  if (a->score != b->score || !read_chain (chain, &links))
    return NULL;
  for (guint i = 0; i < links.n; i++)
    if (compare_link (a, b, links.links[i]) != 0)
      return link_names[links.links[i]];
  return NULL;
}

void
ys_rank (YsRankRow *rows, guint n_rows, const char *chain)
{
  Chain links;

  g_return_if_fail (rows != NULL || n_rows == 0);
  g_return_if_fail (read_chain (chain, &links));

  if (n_rows == 0)
    return;
  g_qsort_with_data (rows, (int)n_rows, sizeof *rows, compare_to_sort, &links);
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean shares = i > 0 && compare_rows (&rows[i - 1], &rows[i], &links) == 0;
      gboolean equals = i > 0 && rows[i - 1].score == rows[i].score;

      rows[i].rank = shares ? rows[i - 1].rank : i + 1;
      rows[i].tied = shares;
      rows[i].equal = equals;
      if (shares)
        rows[i - 1].tied = TRUE;
      if (equals)
        rows[i - 1].equal = TRUE;
    }
}
