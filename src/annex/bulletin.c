/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the bulletin. It states what the ledger holds and nothing that somebody would have
 * to think up: opinions are added in the word processor. */
#include "config.h"

#include "bulletin.h"

#include "standards.h"

/* Two lines, parted where the words are. */
#define TITLE "环境卫生长效管理和\n住宅小区物业管理工作简报"

static void add_printf (YsTextBlocks *blocks, YsBlockKind kind, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
add_printf (YsTextBlocks *blocks, YsBlockKind kind, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);
  ys_text_blocks_add (blocks, kind, text);
}

static void
add_top (YsTextBlocks *blocks, const YsBulletin *bulletin)
{
  const YsPeriodHead *head = &bulletin->head;
  g_autofree char *place = ys_standard_place (head->office);
  g_autofree char *unit = ys_office_reporting_unit (head->office);
  g_autofree char *day
      = ys_date_is_full (head->date) ? ys_date_to_chinese (head->date) : g_strdup ("");

  add_printf (blocks, YS_BLOCK_TITLE, "%s%s", place, TITLE);
  add_printf (blocks, YS_BLOCK_LINE, "%s　%s　%s　%s", head->period, head->state, unit, day);
}

/* The first line by rank, or the last; NULL: nobody was assessed. */
static const YsRankingLine *
line_at_end (const YsBulletin *bulletin, gboolean last)
{
  const YsRankingLine *found = NULL;

  for (guint i = 0; i < bulletin->ranking->len; i++)
    {
      const YsRankingLine *line = bulletin->ranking->pdata[i];

      if (line->rank > 0 && (found == NULL || last))
        found = line;
    }
  return found;
}

/* (transfer full): all that share @rank: 甲小区、乙小区 */
static char *
names_at (const YsBulletin *bulletin, guint rank)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bulletin->ranking->len; i++)
    {
      const YsRankingLine *line = bulletin->ranking->pdata[i];

      if (line->rank == rank)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", line->name);
    }
  return g_string_free (text, FALSE);
}

static void
add_ends (YsTextBlocks *blocks,
          const YsBulletin *bulletin,
          const YsRankingLine *first,
          const YsRankingLine *last)
{
  g_autofree char *mean = ys_hundredths_to_text (bulletin->mean, FALSE);
  g_autofree char *best = ys_hundredths_to_text (first->score, FALSE);
  g_autofree char *least = ys_hundredths_to_text (last->score, FALSE);
  g_autofree char *leaders = names_at (bulletin, first->rank);
  g_autofree char *others = names_at (bulletin, last->rank);

  add_printf (blocks, YS_BLOCK_TEXT,
              "%u个小区中%u个参加考评，平均得分%s分。第一名%s，%s分；末位%s，%s分。",
              bulletin->n_compounds, bulletin->n_assessed, mean, leaders, best, others, least);
}

static void
add_figures (YsTextBlocks *blocks, const YsBulletin *bulletin)
{
  const YsRankingLine *first = line_at_end (bulletin, FALSE), *last = line_at_end (bulletin, TRUE);

  ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "一、基本情况");
  add_printf (blocks, YS_BLOCK_TEXT,
              "%s，对小区开展计分检查%u次，发现问题%u处，其中尚未整改到位%" G_GINT64_FORMAT
              "处；确认超时、推诿、反复、核查不符、重点问题案卷%" G_GINT64_FORMAT "个。",
              bulletin->head.period, bulletin->n_visits, bulletin->n_places, bulletin->n_open,
              bulletin->n_faults);
  if (first != NULL)
    add_ends (blocks, bulletin, first, last);
  else
    add_printf (blocks, YS_BLOCK_TEXT, "全部%u个小区本期均未参评。", bulletin->n_compounds);
}

static void
add_score (YsTextBlock *table, gint64 hundredths)
{
  g_autofree char *text = ys_hundredths_to_text (hundredths, FALSE);

  ys_text_block_add_cell (table, text);
}

static void
add_ranking (YsTextBlocks *blocks, const YsBulletin *bulletin)
{
  static const char *const heads[]
      = { "名次", "小区", "长效得分", "物业得分", "加分", "总分", "升降" };
  static const int widths[] = { 8, 32, 13, 13, 10, 13, 9 };
  YsTextBlock *table;

  ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "二、考评排名");
  table = ys_text_blocks_add_table (blocks, "", heads, widths, G_N_ELEMENTS (heads));
  for (guint i = 0; i < bulletin->ranking->len; i++)
    {
      const YsRankingLine *line = bulletin->ranking->pdata[i];
      g_autofree char *rank = g_strdup_printf ("%u", line->rank);
      g_autofree char *change = ys_ranking_change (line->rank, line->last_rank);

      if (line->rank == 0)
        continue;
      ys_text_block_add_cell (table, rank);
      ys_text_block_add_cell (table, line->name);
      add_score (table, line->long_term);
      add_score (table, line->property);
      add_score (table, line->bonus);
      add_score (table, line->score);
      ys_text_block_add_cell (table, change);
    }
  add_printf (blocks, YS_BLOCK_NOTE, "注：%s", bulletin->rule);
}

static void
add_clauses (YsTextBlocks *blocks, const YsBulletin *bulletin)
{
  static const char *const heads[] = { "序号", "问题小类", "处数" };
  static const int widths[] = { 12, 66, 22 };
  YsTextBlock *table;

  ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "三、主要问题");
  if (bulletin->clauses->len == 0)
    {
      ys_text_blocks_add (blocks, YS_BLOCK_TEXT, "本期计分检查没有发现问题。");
      return;
    }
  table = ys_text_blocks_add_table (blocks, "", heads, widths, G_N_ELEMENTS (heads));
  for (guint i = 0; i < MIN (bulletin->clauses->len, YS_BULLETIN_MAX_CLAUSES); i++)
    {
      const YsBulletinClause *clause = bulletin->clauses->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *places = g_strdup_printf ("%" G_GINT64_FORMAT, clause->places);

      ys_text_block_add_cell (table, number);
      ys_text_block_add_cell (table, clause->name);
      ys_text_block_add_cell (table, places);
    }
}

/* The same tied group again. */
static gboolean
is_repeated (const YsFundClass *class, guint index)
{
  const YsFundPlace *place = class->winners->pdata[index];
  const YsFundPlace *last = index > 0 ? class->winners->pdata[index - 1] : NULL;

  return place->pending && last != NULL && last->pending
         && g_strcmp0 (place->name, last->name) == 0;
}

static void
add_places (YsTextBlock *table, const YsFundClass *class)
{
  for (guint i = 0; class->winners != NULL && i < class->winners->len; i++)
    {
      const YsFundPlace *place = class->winners->pdata[i];
      g_autofree char *amount = ys_hundredths_to_text (place->amount, FALSE);

      if (is_repeated (class, i))
        continue;
      ys_text_block_add_cell (table, class->name);
      ys_text_block_add_cell (table, place->name != NULL ? place->name : "（空缺）");
      ys_text_block_add_cell (table, place->pending ? "待定" : place->name != NULL ? amount : "");
    }
}

static void
add_awards (YsTextBlocks *blocks, const YsBulletin *bulletin)
{
  static const char *const heads[] = { "档次", "小区", "以奖代补资金（元）" };
  static const int widths[] = { 26, 46, 28 };
  g_autofree char *total = ys_hundredths_to_text (bulletin->total, FALSE);
  YsTextBlock *table;

  ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "四、奖补情况");
  add_printf (blocks, YS_BLOCK_TEXT, "本期已确定以奖代补资金共%s元。", total);
  table = ys_text_blocks_add_table (blocks, "", heads, widths, G_N_ELEMENTS (heads));
  for (guint i = 0; i < bulletin->awards->len; i++)
    add_places (table, bulletin->awards->pdata[i]);
}

YsTextBlocks *
ys_bulletin_build (const YsBulletin *bulletin)
{
  YsTextBlocks *blocks = ys_text_blocks_new ();

  g_return_val_if_fail (bulletin != NULL, blocks);

  add_top (blocks, bulletin);
  add_figures (blocks, bulletin);
  add_ranking (blocks, bulletin);
  add_clauses (blocks, bulletin);
  add_awards (blocks, bulletin);
  if (bulletin->charts->len > 0)
    ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "五、图表");
  for (guint i = 0; i < bulletin->charts->len; i++)
    {
      const YsBulletinChart *chart = bulletin->charts->pdata[i];

      ys_text_blocks_add_picture (blocks, "", chart->title, chart->png, chart->surface);
    }
  return blocks;
}
