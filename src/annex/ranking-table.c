/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nine columns on A4 landscape: rank, what the score is made of, its change, the prize. Beneath:
 * the rule for equal scores, how it split them, who was not assessed. */
#include "config.h"

#include "period-table-private.h"

#define TITLE "环境卫生长效管理和住宅小区物业管理考评排名表"
#define NOTHING "本期没有小区参加排名"

enum
{
  RANK,
  NAME,
  COMMUNITY,
  LONG_TERM,
  PROPERTY,
  BONUS,
  SCORE,
  CHANGE,
  PRIZE,
  N_COLUMNS
};

static const int widths[N_COLUMNS] = { 62, 232, 160, 102, 102, 80, 94, 66, 111 };

char *
ys_ranking_change (guint rank, guint last_rank)
{
  if (rank == 0)
    return g_strdup ("");
  if (last_rank == 0)
    return g_strdup ("—");
  if (last_rank == rank)
    return g_strdup ("持平");
  return last_rank > rank ? g_strdup_printf ("↑%u", last_rank - rank)
                          : g_strdup_printf ("↓%u", rank - last_rank);
}

static void
set_row (YsSheet *sheet, guint row, const YsRankingLine *line)
{
  g_autofree char *change = ys_ranking_change (line->rank, line->last_rank);

  ys_sheet_set (sheet, row, RANK, YS_SHEET_COUNT (line->rank), &ys_table_cell);
  ys_period_table_set_text (sheet, row, NAME, line->name, &ys_table_text);
  ys_period_table_set_text (sheet, row, COMMUNITY, line->community, &ys_table_text);
  ys_sheet_set (sheet, row, LONG_TERM, YS_SHEET_HUNDREDTHS (line->long_term), &ys_table_number);
  ys_sheet_set (sheet, row, PROPERTY, YS_SHEET_HUNDREDTHS (line->property), &ys_table_number);
  ys_sheet_set (sheet, row, BONUS, YS_SHEET_HUNDREDTHS (line->bonus), &ys_table_number);
  ys_sheet_set (sheet, row, SCORE, YS_SHEET_HUNDREDTHS (line->score), &ys_table_number);
  ys_period_table_set_text (sheet, row, CHANGE, change, &ys_table_cell);
  ys_period_table_set_text (sheet, row, PRIZE, line->prize, &ys_table_cell);
}

/* 60% of 6000, 62.5% of 6250 */
static char *
weight_text (gint64 weight)
{
  return weight % 100 == 0 ? g_strdup_printf ("%" G_GINT64_FORMAT "%%", weight / 100)
                           : g_strdup_printf ("%g%%", (double)weight / 100);
}

static void
set_heads (YsSheet *sheet, guint row, gint64 long_weight, gint64 property_weight)
{
  g_autofree char *long_share = weight_text (long_weight);
  g_autofree char *property_share = weight_text (property_weight);
  g_autofree char *long_head = g_strdup_printf ("长效得分\n（占%s）", long_share);
  g_autofree char *property_head = g_strdup_printf ("物业得分\n（占%s）", property_share);
  const char *heads[N_COLUMNS]
      = { "名次", "小区", "社区", long_head, property_head, "加分", "总分", "升降", "奖次" };

  ys_table_set_heads (sheet, row, heads, N_COLUMNS);
}

/* 未参评：甲小区、乙小区; NULL: all were. */
static char *
tell_others (GPtrArray *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const YsRankingLine *line = rows->pdata[i];

      if (line->rank == 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", line->name);
    }
  if (text->len == 0)
    return NULL;
  g_string_prepend (text, "未参评（本期没有计分的检查）：");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static guint
set_notes (YsSheet *sheet, guint row, const char *const *notes, guint n)
{
  for (guint i = 0; i < n; i++)
    if (notes[i] != NULL && *notes[i] != '\0')
      ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, notes[i], &ys_table_note);
  return row;
}

YsSheet *
ys_ranking_table_build (const YsPeriodHead *head,
                        GPtrArray *rows,
                        gint64 long_weight,
                        gint64 property_weight,
                        const char *rule,
                        const char *split)
{
  YsPageSetup page = ys_table_page (TRUE, 2, 2);
  g_autofree char *title = NULL, *others = NULL, *rule_note = NULL;
  YsSheet *sheet;
  guint row, first;

  g_return_val_if_fail (head != NULL && rows != NULL, NULL);

  sheet = ys_sheet_new ("考评排名", N_COLUMNS);
  title = ys_period_table_title (head, TITLE);
  others = tell_others (rows);
  rule_note = rule != NULL ? g_strconcat ("注：", rule, NULL) : NULL;
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  row = ys_period_table_set_top (sheet, 0, head, title);
  set_heads (sheet, row++, long_weight, property_weight);
  first = row;
  for (guint i = 0; i < rows->len; i++)
    if (((YsRankingLine *)rows->pdata[i])->rank > 0)
      set_row (sheet, row++, rows->pdata[i]);
  if (row == first)
    ys_table_merge (sheet, row++, 0, N_COLUMNS - 1, NOTHING, &ys_table_cell);
  row = set_notes (sheet, row, (const char *[]){ rule_note, split, others }, 3);
  ys_period_table_set_bottom (sheet, row, head);
  return sheet;
}
