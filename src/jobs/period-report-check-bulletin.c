/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bulletin as the word processor will read it: figures of its sentences, and its three tables
 * row by row. */
#include "config.h"

#include "period-report-check-private.h"

#include "bulletin.h"

#include <string.h>

#define WHAT "工作简报"

static gboolean
same (const char *written, const char *expected, GError **error)
{
  return g_strcmp0 (written, expected) == 0 || ys_check_differ (error, WHAT, written, expected);
}

static gboolean
same_number (const char *written, gint64 expected, GError **error)
{
  g_autofree char *text = ys_hundredths_to_text (expected, FALSE);

  return same (written, text, error);
}

/* (nullable): the table whose heads hold @head */
static const YsTextBlock *
find_table (const YsTextBlocks *blocks, const char *head)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const YsTextBlock *block = blocks->pdata[i];

      for (guint k = 0; block->kind == YS_BLOCK_TABLE && k < block->n_columns; k++)
        if (g_str_equal (block->cells->pdata[k], head))
          return block;
    }
  return NULL;
}

/* @row: from 1, under the head; "" beyond the table */
static const char *
cell_at (const YsTextBlock *table, guint row, guint column)
{
  guint at = row * table->n_columns + column;

  return at < table->cells->len && column < table->n_columns ? table->cells->pdata[at] : "";
}

static gboolean
check_n_rows (const YsTextBlock *table, guint expected, GError **error)
{
  return ys_check_count (WHAT, (gint64)(table->cells->len / table->n_columns) - 1, expected, error);
}

static gboolean
check_ranking (const YsReportWork *work, const YsTextBlock *table, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_report_ranking_lines (work);
  guint n = ys_standing_n_assessed (work->standing);

  if (table == NULL)
    return ys_check_differ (error, WHAT, "—", "考评排名");
  for (guint i = 0; i < n; i++)
    {
      const YsRankingLine *line = lines->pdata[i];
      g_autofree char *rank = g_strdup_printf ("%u", line->rank);
      g_autofree char *change = ys_ranking_change (line->rank, line->last_rank);

      if (!same (cell_at (table, i + 1, 0), rank, error)
          || !same (cell_at (table, i + 1, 1), line->name, error)
          || !same_number (cell_at (table, i + 1, 2), line->long_term, error)
          || !same_number (cell_at (table, i + 1, 3), line->property, error)
          || !same_number (cell_at (table, i + 1, 4), line->bonus, error)
          || !same_number (cell_at (table, i + 1, 5), line->score, error)
          || !same (cell_at (table, i + 1, 6), change, error))
        return FALSE;
    }
  return check_n_rows (table, n, error);
}

/* @table: (nullable): nothing was found */
static gboolean
check_clauses (YsReportWork *work, const YsTextBlock *table, GError **error)
{
  g_autoptr (GPtrArray) clauses = ys_report_clauses (work, error);
  guint n;

  if (clauses == NULL)
    return FALSE;
  n = MIN (clauses->len, YS_BULLETIN_MAX_CLAUSES);
  if (table == NULL)
    return n == 0 || ys_check_differ (error, WHAT, "—", "主要问题");
  for (guint i = 0; i < n; i++)
    {
      const YsBulletinClause *clause = clauses->pdata[i];
      g_autofree char *places = g_strdup_printf ("%" G_GINT64_FORMAT, clause->places);

      if (!same (cell_at (table, i + 1, 1), clause->name, error)
          || !same (cell_at (table, i + 1, 2), places, error))
        return FALSE;
    }
  return check_n_rows (table, n, error);
}

/* Who has what is named with the money; what they have together is the total. */
static gboolean
check_awards (const YsReportWork *work, const YsTextBlock *table, GError **error)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  gint64 sum = 0, value, n_paid = 0;
  g_autofree char *written = NULL;

  if (table == NULL)
    return ys_check_differ (error, WHAT, "—", "奖补情况");
  for (guint row = 1; row * table->n_columns < table->cells->len; row++)
    {
      const char *name = cell_at (table, row, 1);
      const YsAwardRow *award = NULL;

      if (!ys_check_read (cell_at (table, row, 2), &value))
        continue;
      for (guint i = 0; award == NULL && i < awards->rows->len; i++)
        {
          const YsAwardRow *one = &g_array_index (awards->rows, YsAwardRow, i);

          if (one->amount == value
              && g_strcmp0 (ys_standing_find (work->standing, one->compound_id)->name, name) == 0)
            award = one;
        }
      if (award == NULL)
        return ys_check_differ (error, WHAT, name, "—");
      sum += value;
      n_paid++;
    }
  written = ys_hundredths_to_text (sum, FALSE);
  return same_number (written, awards->total, error)
         && ys_check_count (WHAT, n_paid, awards->rows->len, error);
}

static gboolean
says (const YsTextBlocks *blocks, const char *words)
{
  for (guint i = 0; i < blocks->len; i++)
    if (strstr (((const YsTextBlock *)blocks->pdata[i])->text, words) != NULL)
      return TRUE;
  return FALSE;
}

/* Takes @words. */
static gboolean
check_words (const YsTextBlocks *blocks, char *words, GError **error)
{
  g_autofree char *expected = words;

  return says (blocks, expected) || ys_check_differ (error, WHAT, "—", expected);
}

static gboolean
check_sentences (const YsReportWork *work, const YsTextBlocks *blocks, GError **error)
{
  const YsStanding *standing = work->standing;
  guint n_assessed = ys_standing_n_assessed (standing), visits = 0, places = 0;
  gint64 open = 0, faults = 0, sum = 0;
  g_autofree char *mean = NULL, *total = NULL;

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      visits += (guint)row->n_visits;
      places += (guint)row->n_places;
      open += row->open_places;
      faults += row->parts.n_faults;
      sum += row->score.assessed ? row->score.score : 0;
    }
  mean = ys_hundredths_to_text (n_assessed > 0 ? ys_divide_rounded (sum, n_assessed) : 0, FALSE);
  total = ys_hundredths_to_text (ys_standing_awards (standing)->total, FALSE);
  return check_words (blocks,
                      g_strdup_printf ("检查%u次，发现问题%u处，其中尚未整改到位%" G_GINT64_FORMAT
                                       "处；",
                                       visits, places, open),
                      error)
         && check_words (blocks, g_strdup_printf ("重点问题案卷%" G_GINT64_FORMAT "个。", faults),
                         error)
         && (n_assessed == 0
             || check_words (blocks,
                             g_strdup_printf ("%u个小区中%u个参加考评，平均得分%s分。",
                                              ys_standing_n_rows (standing), n_assessed, mean),
                             error))
         && check_words (blocks, g_strdup_printf ("资金共%s元。", total), error);
}

gboolean
ys_check_bulletin (YsReportWork *work, const YsTextBlocks *blocks, GError **error)
{
  return check_sentences (work, blocks, error)
         && check_ranking (work, find_table (blocks, "名次"), error)
         && check_clauses (work, find_table (blocks, "问题小类"), error)
         && check_awards (work, find_table (blocks, "档次"), error);
}
