/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks as a person would write them down: 1-2-2-4 and each link of the chain [RULINGS Ranks and
 * awards]. */
#include "config.h"

#include "field.h"
#include "rank.h"

#define ALL "open faults long_term"
#define MAX_ROWS 6

/* @rows: score, open places, faults, long-term; compound ids are 1, 2, … in this order. @ranks: by
 * id. */
typedef struct
{
  const char *name;
  const char *chain;
  guint n;
  gint64 rows[MAX_ROWS][4];
  const char *ranks; /* "id:rank", = tied, ~ equal score */
} RankCase;

static const RankCase rank_cases[] = {
  { "one", ALL, 1, { { 9900, 0, 0, 9900 } }, "1:1" },
  { "by-score", ALL, 3, { { 9000 }, { 9900 }, { 9500 } }, "2:1 3:2 1:3" },
  { "one-two-two-four", "", 4, { { 9900 }, { 9800 }, { 9800 }, { 9700 } }, "1:1 2:2=~ 3:2=~ 4:4" },
  { "all-tied", ALL, 3, { { 9000 }, { 9000 }, { 9000 } }, "1:1=~ 2:1=~ 3:1=~" },
  { "fewer-open", ALL, 2, { { 9000, 2, 0, 9900 }, { 9000, 1, 5, 9000 } }, "2:1~ 1:2~" },
  { "then-faults", ALL, 2, { { 9000, 1, 2, 9900 }, { 9000, 1, 1, 9000 } }, "2:1~ 1:2~" },
  { "then-long-term", ALL, 2, { { 9000, 1, 1, 9000 }, { 9000, 1, 1, 9001 } }, "2:1~ 1:2~" },
  { "split-in-a-group",
    ALL,
    4,
    { { 9000, 1 }, { 9000, 0 }, { 9000, 1 }, { 8000 } },
    "2:1~ 1:2=~ 3:2=~ 4:4" },
  { "chain-in-another-order",
    "long_term open",
    3,
    { { 9000, 0, 0, 9000 }, { 9000, 5, 9, 9500 }, { 9000, 4, 0, 9500 } },
    "3:1~ 2:2~ 1:3~" },
  { "score-before-chain", ALL, 2, { { 9001, 9, 9, 0 }, { 9000, 0, 0, 9999 } }, "1:1 2:2" },
  { "negative-and-zero", ALL, 3, { { -100 }, { 0 }, { 100 } }, "3:1 2:2 1:3" },
  { "none", ALL, 0, { { 0 } }, "" },
};

static void
fill (const RankCase *c, YsRankRow *rows, gboolean backwards)
{
  for (guint i = 0; i < c->n; i++)
    {
      guint from = backwards ? c->n - 1 - i : i;

      rows[i] = (YsRankRow){ .compound_id = from + 1,
                             .score = c->rows[from][0],
                             .open_places = c->rows[from][1],
                             .n_faults = c->rows[from][2],
                             .long_term = c->rows[from][3] };
    }
}

static void
test_rank (gconstpointer data)
{
  const RankCase *c = data;

  /* The order of entry never matters. */
  for (guint backwards = 0; backwards <= 1; backwards++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      YsRankRow rows[MAX_ROWS];

      fill (c, rows, backwards == 1);
      ys_rank (rows, c->n, c->chain);
      for (guint i = 0; i < c->n; i++)
        g_string_append_printf (text, "%s%d:%u%s%s", i > 0 ? " " : "", (int)rows[i].compound_id,
                                rows[i].rank, rows[i].tied ? "=" : "", rows[i].equal ? "~" : "");
      g_assert_cmpstr (text->str, ==, c->ranks);
    }
}

static void
test_split (void)
{
  YsRankRow a = { .score = 9000, .open_places = 1, .n_faults = 1, .long_term = 9000 };
  YsRankRow b = a;

  g_assert_cmpstr (ys_rank_split (&a, &b, ALL), ==, NULL);
  b.long_term = 8000;
  g_assert_cmpstr (ys_rank_split (&a, &b, ALL), ==, "long_term");
  b.n_faults = 0;
  g_assert_cmpstr (ys_rank_split (&a, &b, ALL), ==, "faults");
  b.open_places = 0;
  g_assert_cmpstr (ys_rank_split (&a, &b, ALL), ==, "open");
  g_assert_cmpstr (ys_rank_split (&b, &a, "faults"), ==, "faults");
  g_assert_cmpstr (ys_rank_split (&a, &b, NULL), ==, NULL);
  b.score = 9001;
  g_assert_cmpstr (ys_rank_split (&a, &b, ALL), ==, NULL);
}

static const struct
{
  const char *chain;
  gboolean good;
} chain_cases[] = {
  { NULL, TRUE },     { "", TRUE },
  { "open", TRUE },   { "long_term faults", TRUE },
  { ALL, TRUE },      { "open open", FALSE },
  { "name", FALSE },  { "open,faults", FALSE },
  { " open", FALSE }, { "open  faults", FALSE },
  { "Open", FALSE },
};

static void
test_chain (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ys_chain_check (chain_cases[i].chain, &error), ==, chain_cases[i].good);
  if (chain_cases[i].good)
    g_assert_no_error (error);
  else
    g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rank_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/rank/order/", rank_cases[i].name, NULL);
      g_test_add_data_func (name, &rank_cases[i], test_rank);
    }
  for (guint i = 0; i < G_N_ELEMENTS (chain_cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/rules/rank/chain/%u", i);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_chain);
    }
  g_test_add_func ("/rules/rank/split", test_split);
  return g_test_run ();
}
