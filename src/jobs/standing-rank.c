/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what was gathered to scores, ranks and awards; and in words how ties are told apart. */
#include "config.h"

#include "standing-data.h"

#include <string.h>

static void
score_row (const YsStanding *standing, YsStandingRow *row)
{
  g_autofree YsScoreParts *months = NULL;
  guint n_months = standing->months != NULL ? standing->months->len : 0;

  if (n_months > 0)
    months = g_new0 (YsScoreParts, n_months);
  for (guint i = 0; i < n_months; i++)
    {
      const YsStandingRow *month
          = ys_standing_row_of (standing->months->pdata[i], row->compound_id);

      if (month != NULL)
        months[i] = month->parts;
    }
  row->score = ys_score (&row->parts, months, n_months, standing->book->scheme);
}

/* (transfer full) (element-type YsRankRow) */
static GArray *
rank_rows (const YsStanding *standing)
{
  GArray *ranks = g_array_sized_new (FALSE, TRUE, sizeof (YsRankRow), standing->rows->len);

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);
      YsRankRow rank = { .compound_id = row->compound_id,
                         .score = row->score.score,
                         .open_places = row->open_places,
                         .n_faults = row->parts.n_faults,
                         .long_term = row->score.long_term };

      if (row->score.assessed)
        g_array_append_val (ranks, rank);
    }
  ys_rank ((YsRankRow *)ranks->data, ranks->len, standing->book->scheme->chain);
  return ranks;
}

static void
apply_ranks (YsStanding *standing, const GArray *ranks)
{
  for (guint i = 0; i < ranks->len; i++)
    {
      const YsRankRow *rank = &g_array_index (ranks, YsRankRow, i);
      YsStandingRow *row = ys_standing_row_of (standing, rank->compound_id);

      row->rank = rank->rank;
      row->tied = rank->tied;
      row->equal = rank->equal;
    }
}

static void
apply_awards (YsStanding *standing)
{
  const YsAwards *awards = standing->awards;

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);
      YsStandingRow *row = ys_standing_row_of (standing, award->compound_id);

      row->amount += award->amount;
      if (award->prize == YS_PRIZE_RED)
        row->red = TRUE;
      else
        row->prize = award->prize;
    }
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *pending = awards->pending->pdata[i];

      for (guint j = 0; pending->rank != 0 && j < pending->compounds->len; j++)
        ys_standing_row_of (standing, g_array_index (pending->compounds, gint64, j))->is_pending
            = TRUE;
    }
}

/* 对成立临时党支部的物业小区单独考核 [002 §3.3]: assessed in the ranking or not. */
static void
make_awards (YsStanding *standing, const GArray *ranks)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, TRUE, sizeof (YsPartySheet));

  for (guint i = 0; i < standing->rows->len; i++)
    {
      const YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);
      YsPartySheet sheet = { row->compound_id, row->party_points, row->veto };

      if (row->party_points >= 0)
        g_array_append_val (sheets, sheet);
    }
  g_clear_pointer (&standing->awards, ys_awards_free);
  standing->awards
      = ys_award ((const YsRankRow *)ranks->data, ranks->len,
                  (const YsPrize *const *)standing->book->prizes->pdata,
                  standing->book->prizes->len, (const YsPartySheet *)sheets->data, sheets->len,
                  (const YsAwardChoice *)standing->choices->data, standing->choices->len);
}

static int
compare_shown (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GArray *rows = user_data;
  const YsStandingRow *row_a = &g_array_index (rows, YsStandingRow, *(const guint *)a);
  const YsStandingRow *row_b = &g_array_index (rows, YsStandingRow, *(const guint *)b);

  if (row_a->rank != row_b->rank)
    /* 0: not assessed, after all others */
    return row_a->rank - 1 < row_b->rank - 1 ? -1 : 1;
  return *(const guint *)a < *(const guint *)b ? -1 : 1;
}

void
ys_standing_sort (YsStanding *standing)
{
  standing->n_assessed = 0;
  g_array_set_size (standing->shown, 0);
  for (guint i = 0; i < standing->rows->len; i++)
    {
      g_array_append_val (standing->shown, i);
      if (g_array_index (standing->rows, YsStandingRow, i).rank != 0)
        standing->n_assessed++;
    }
  g_array_sort_with_data (standing->shown, compare_shown, standing->rows);
}

void
ys_standing_rank (YsStanding *standing)
{
  g_autoptr (GArray) ranks = NULL;

  for (guint i = 0; i < standing->rows->len; i++)
    {
      YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);
      const YsStandingRow *last
          = standing->last != NULL ? ys_standing_row_of (standing->last, row->compound_id) : NULL;

      score_row (standing, row);
      row->rank = 0;
      row->tied = row->equal = row->is_pending = row->red = FALSE;
      row->prize = YS_PRIZE_UNKNOWN;
      row->amount = 0;
      row->last_rank = last != NULL ? last->rank : 0;
      row->last_score = row->last_rank != 0 ? last->score.score : -1;
    }
  ranks = rank_rows (standing);
  apply_ranks (standing, ranks);
  make_awards (standing, ranks);
  apply_awards (standing);
  ys_standing_sort (standing);
}

void
ys_standing_award (YsStanding *standing)
{
  g_autoptr (GArray) ranks = rank_rows (standing);

  make_awards (standing, ranks);
  apply_awards (standing);
}

/* As ties are told apart; the words are those of official tables, not translated. */
static const struct
{
  const char *link;
  const char *rule;
  const char *name;
} link_words[] = {
  { "open", "未整改少", "未整改" },
  { "faults", "案卷过错少", "案卷过错" },
  { "long_term", "长效分高", "长效分" },
};

static guint
find_link (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_words); i++)
    if (g_str_equal (link_words[i].link, word))
      return i;
  g_assert_not_reached ();
}

char *
ys_standing_rule (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  const char *chain = standing->book->scheme->chain;
  g_auto (GStrv) words = g_strsplit (chain != NULL ? chain : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_string_append (text, i == 0 ? "同分依次比：" : "、");
      g_string_append (text, link_words[find_link (words[i])].rule);
    }
  g_string_append (text, text->len > 0 ? "；仍同则并列。" : "同分并列。");
  if (standing->book->scheme->longer == YS_LONGER_MEAN
      && ys_span_whole_months (standing->span) == 0)
    g_string_append (text, "周期不是整月，不取各月平均，长效分按周期内的问题另行计算。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_value (GString *text, const YsRankRow *row, const char *link)
{
  if (g_str_equal (link, "open"))
    g_string_append_printf (text, "%" G_GINT64_FORMAT " 处", row->open_places);
  else if (g_str_equal (link, "faults"))
    g_string_append_printf (text, "%" G_GINT64_FORMAT " 件", row->n_faults);
  else
    {
      g_autofree char *points = ys_hundredths_to_text (row->long_term, FALSE);

      g_string_append (text, points);
    }
}

static void
append_split (GString *text, const YsRankRow *a, const YsRankRow *b, const char *link)
{
  g_autofree char *score = ys_hundredths_to_text (a->score, FALSE);

  g_string_append_printf (text, "%s%u、%u 名同为 %s：%s ", text->len > 0 ? "；" : "", a->rank,
                          b->rank, score, link_words[find_link (link)].name);
  append_value (text, a, link);
  g_string_append (text, g_str_equal (link, "long_term") ? " > " : " < ");
  append_value (text, b, link);
}

char *
ys_standing_split (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) ranks = rank_rows (standing);

  for (guint i = 1; i < ranks->len; i++)
    {
      const YsRankRow *a = &g_array_index (ranks, YsRankRow, i - 1);
      const YsRankRow *b = &g_array_index (ranks, YsRankRow, i);
      const char *link = ys_rank_split (a, b, standing->book->scheme->chain);

      if (link != NULL)
        append_split (text, a, b, link);
    }
  if (text->len == 0)
    return NULL;
  g_string_append (text, "。");
  return g_string_free (g_steal_pointer (&text), FALSE);
}
