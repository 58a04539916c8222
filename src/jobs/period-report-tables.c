/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranking, award fund, payout lists and the year, from the standing. */
#include "config.h"

#include "period-report-private.h"

#include "job-error.h"
#include "period-job.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PENDING "待定"

static void
append_part (GString *text, const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "、" : "", part);
}

static const char *
prize_name (const YsStanding *standing, int prize)
{
  const char *name = ys_standing_prize_name (standing, prize);

  return name != NULL ? name : "";
}

static gboolean
holds (const YsAwardPending *group, gint64 compound_id)
{
  for (guint i = 0; i < group->compounds->len; i++)
    if (g_array_index (group->compounds, gint64, i) == compound_id)
      return TRUE;
  return FALSE;
}

/* Everything that the compound won, and what is not decided. (transfer full) */
static char *
prizes_of (const YsStanding *standing, gint64 compound_id)
{
  const YsAwards *awards = ys_standing_awards (standing);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);

      if (row->compound_id == compound_id)
        append_part (text, prize_name (standing, row->prize));
    }
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      if (!holds (group, compound_id))
        continue;
      if (group->rank == 0)
        append_part (text, "“红色物业”" PENDING);
      else
        append_part (text, PENDING);
    }
  return g_string_free (text, FALSE);
}

static void
ranking_line_free (YsRankingLine *line)
{
  g_free ((char *)line->prize);
  g_free (line);
}

GPtrArray *
ys_report_ranking_lines (const YsReportWork *work)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ranking_line_free);

  for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);
      YsRankingLine *line = g_new0 (YsRankingLine, 1);

      line->rank = row->rank;
      line->tied = row->tied;
      line->name = row->name;
      line->community = row->community;
      line->long_term = row->score.long_term;
      line->property = row->score.property;
      line->bonus = row->score.bonus;
      line->score = row->score.score;
      line->last_rank = row->last_rank;
      line->prize = prizes_of (work->standing, row->compound_id);
      g_ptr_array_add (lines, line);
    }
  return lines;
}

YsDocument *
ys_report_make_ranking (YsReportWork *work, GError **error)
{
  const YsScheme *scheme = ys_standing_scheme (work->standing)->scheme;
  g_autoptr (GPtrArray) lines = ys_report_ranking_lines (work);
  g_autofree char *rule = ys_standing_rule (work->standing);
  g_autofree char *split = ys_standing_split (work->standing);
  GPtrArray *sheets = ys_report_sheets_new ();

  (void)error;
  g_ptr_array_add (sheets, ys_ranking_table_build (&work->head, lines, scheme->long_weight.value,
                                                   scheme->property_weight.value, rule, split));
  return ys_report_work_document (work, sheets, g_strconcat (work->place, "考评排名", NULL));
}

static void
place_free (YsFundPlace *place)
{
  g_free ((char *)place->name);
  g_free (place);
}

static void
class_free (YsFundClass *class)
{
  g_clear_pointer (&class->winners, g_ptr_array_unref);
  g_free (class);
}

static void
add_place (YsFundClass *class, char *name, gboolean pending, gint64 amount)
{
  YsFundPlace *place = g_new0 (YsFundPlace, 1);

  place->name = name;
  place->pending = pending;
  place->amount = amount;
  g_ptr_array_add (class->winners, place);
}

/* (transfer full): 甲小区、乙小区 */
static char *
names_of (const YsStanding *standing, const YsAwardPending *group)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < group->compounds->len; i++)
    {
      const YsStandingRow *row
          = ys_standing_find (standing, g_array_index (group->compounds, gint64, i));

      if (row != NULL)
        append_part (text, row->name);
    }
  return g_string_free (text, FALSE);
}

static void
add_winners (YsFundClass *class, const YsStanding *standing, int prize)
{
  const YsAwards *awards = ys_standing_awards (standing);

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);
      const YsStandingRow *row = ys_standing_find (standing, award->compound_id);

      if (award->prize == prize && row != NULL)
        add_place (class, g_strdup (row->name), FALSE, award->amount);
    }
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      for (guint k = 0; k < group->prizes->len; k++)
        if (g_array_index (group->prizes, int, k) == prize)
          add_place (class, names_of (standing, group), TRUE, 0);
    }
  while (class->winners->len < class->places)
    add_place (class, NULL, FALSE, 0);
}

GPtrArray *
ys_report_award_classes (const YsReportWork *work)
{
  const YsSchemeBook *book = ys_standing_scheme (work->standing);
  GPtrArray *classes = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)class_free);

  for (guint i = 0; i < book->prizes->len; i++)
    {
      const YsPrize *prize = book->prizes->pdata[i];
      YsFundClass *class = g_new0 (YsFundClass, 1);

      class->name = prize->name;
      class->red = prize->prize == YS_PRIZE_RED;
      class->places = (guint)prize->places.value;
      class->amount = prize->amount.value;
      class->winners = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)place_free);
      add_winners (class, work->standing, prize->prize);
      g_ptr_array_add (classes, class);
    }
  return classes;
}

YsDocument *
ys_report_make_awards (YsReportWork *work, GError **error)
{
  g_autoptr (GPtrArray) classes = ys_report_award_classes (work);
  GPtrArray *sheets = ys_report_sheets_new ();

  (void)error;
  g_ptr_array_add (sheets, ys_award_table_build (&work->head, classes, TRUE));
  return ys_report_work_document (work, sheets, g_strconcat (work->place, "以奖代补资金表", NULL));
}

/* The shares of one award; what was shared before the award changed is refused. */
static gboolean
check_shares (
    const char *name, const YsAwardRow *award, GPtrArray *lines, gint64 sum, GError **error)
{
  g_autofree char *amount = NULL, *shared = NULL;

  if (lines->len == 0 || sum == award->amount)
    return TRUE;
  amount = ys_hundredths_to_text (award->amount, FALSE);
  shared = ys_hundredths_to_text (sum, FALSE);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: compound, yuan, yuan */
               _ ("The shares of %s add up to %s yuan, its award is %s yuan. Enter the list again, "
                  "then write it."),
               name, shared, amount);
  return FALSE;
}

static gboolean
add_payout (
    YsReportWork *work, const YsAwardRow *award, GPtrArray *all, GPtrArray *sheets, GError **error)
{
  const YsStandingRow *row = ys_standing_find (work->standing, award->compound_id);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *prize = prize_name (work->standing, award->prize);
  g_autofree char *name = g_strdup_printf ("%u %s", sheets->len + 1, row->name);
  YsPayoutSheet payout = { .compound = row->name,
                           .prize = prize,
                           .award = award->amount,
                           .with_personal = work->options->with_personal,
                           .lines = lines };
  gint64 sum = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const YsPayout *one = all->pdata[i];
      YsPayoutLine line = { one->name, one->amount.value, one->account, one->identity };

      if (one->compound_id != award->compound_id || one->prize != award->prize)
        continue;
      g_ptr_array_add (lines, g_memdup2 (&line, sizeof line));
      sum += line.amount;
    }
  if (!check_shares (row->name, award, lines, sum, error))
    return FALSE;
  g_ptr_array_add (sheets, ys_payout_table_build (&work->head, name, &payout));
  return TRUE;
}

YsDocument *
ys_report_make_payout (YsReportWork *work, GError **error)
{
  const YsAwards *awards = ys_standing_awards (work->standing);
  gint64 only = work->options->compound_id;
  g_autoptr (GPtrArray) all
      = ys_payout_list (work->ledger, ys_standing_span (work->standing), only, error);
  g_autoptr (GPtrArray) sheets = ys_report_sheets_new ();
  const char *of = work->place;

  for (guint i = 0; all != NULL && i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);

      if (only != 0 && award->compound_id != only)
        continue;
      if (!add_payout (work, award, all, sheets, error))
        return NULL;
      if (only != 0)
        of = ys_standing_find (work->standing, only)->name;
    }
  if (all == NULL)
    return NULL;
  if (sheets->len == 0)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("There is no award to pay out in %s. Settle the awards first."),
                   work->period);
      return NULL;
    }
  return ys_report_work_document (work, g_steal_pointer (&sheets),
                                  g_strconcat (of, "以奖代补资金领取表", NULL));
}
