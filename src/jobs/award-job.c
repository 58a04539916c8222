/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions about pending awards and the lists of who is paid [002 §5.1, annex 4; RULINGS Ranks and
 * awards]. */
#include "config.h"

#include "period-private.h"

#include "assessment-private.h"
#include "change.h"
#include "job-error.h"
#include "ledger.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

YsAwards *
ys_standing_award_with (const YsStanding *standing, GArray *choices)
{
  const YsSchemeBook *book = ys_standing_scheme (standing);
  guint n_assessed = ys_standing_n_assessed (standing);
  g_autofree YsRankRow *rows = g_new0 (YsRankRow, n_assessed + 1);
  g_autoptr (GArray) sheets = g_array_new (FALSE, TRUE, sizeof (YsPartySheet));

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      if (i < n_assessed)
        rows[i] = (YsRankRow){ .compound_id = row->compound_id,
                               .score = row->score.score,
                               .open_places = row->open_places,
                               .n_faults = row->parts.n_faults,
                               .long_term = row->score.long_term,
                               .rank = row->rank,
                               .tied = row->tied,
                               .equal = row->equal };
      if (row->party_points >= 0)
        {
          YsPartySheet sheet = { row->compound_id, row->party_points, row->veto };

          g_array_append_val (sheets, sheet);
        }
    }
  return ys_award (rows, n_assessed, (const YsPrize *const *)book->prizes->pdata, book->prizes->len,
                   (const YsPartySheet *)(void *)sheets->data, sheets->len,
                   (const YsAwardChoice *)(void *)choices->data, choices->len);
}

GPtrArray *
ys_award_decisions (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *period = ys_span_name (span);

  g_return_val_if_fail (ledger != NULL, NULL);

  return ys_record_store_list_of_period (ledger, &ys_award_decision_type, period, error);
}

static YsAwardChoice *
find_choice (GArray *choices, gint64 compound_id, gboolean red)
{
  for (guint i = 0; i < choices->len; i++)
    {
      YsAwardChoice *choice = &g_array_index (choices, YsAwardChoice, i);

      if (choice->compound_id == compound_id && choice->red == red)
        return choice;
    }
  return NULL;
}

static void
set_choice (GArray *choices, gint64 compound_id, gboolean red, int prize)
{
  YsAwardChoice *known = find_choice (choices, compound_id, red);
  YsAwardChoice choice = { compound_id, red, prize };

  if (known != NULL)
    *known = choice;
  else
    g_array_append_val (choices, choice);
}

/* The group (tied places, or Red Property) in which @compound_id waits; NULL: in none. */
static const YsAwardPending *
find_group (const YsAwards *awards, gint64 compound_id, gboolean red)
{
  for (guint i = 0; i < awards->pending->len; i++)
    {
      const YsAwardPending *group = awards->pending->pdata[i];

      if ((group->rank == 0) != red)
        continue;
      for (guint m = 0; m < group->compounds->len; m++)
        if (g_array_index (group->compounds, gint64, m) == compound_id)
          return group;
    }
  return NULL;
}

static const char *
name_of (const YsStanding *standing, gint64 compound_id)
{
  const YsStandingRow *row = ys_standing_find (standing, compound_id);

  return row != NULL ? row->name : "?";
}

/* A decision about Red Property: the prize itself, or none of a group of Red Property. */
static gboolean
is_red (const YsAwards *open, const YsPrizePlace *place)
{
  return place->prize == YS_PRIZE_RED
         || (place->prize == YS_PRIZE_NONE && find_group (open, place->compound_id, FALSE) == NULL);
}

/* Every place into @choices; whoever else of the group was not named gets none. */
static gboolean
take_places (const YsStanding *standing,
             const YsAwards *open,
             const YsPrizePlace *places,
             guint n_places,
             GArray *choices,
             GError **error)
{
  for (guint i = 0; i < n_places; i++)
    {
      gboolean red = is_red (open, &places[i]);
      const YsAwardPending *group = find_group (open, places[i].compound_id, red);

      if (group == NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("%s does not wait for a decision about this prize. “award” shows which "
                          "places are pending."),
                       name_of (standing, places[i].compound_id));
          return FALSE;
        }
      for (guint m = 0; m < group->compounds->len; m++)
        {
          gint64 member = g_array_index (group->compounds, gint64, m);

          if (find_choice (choices, member, red) == NULL)
            set_choice (choices, member, red, YS_PRIZE_NONE);
        }
      set_choice (choices, places[i].compound_id, red, places[i].prize);
    }
  return TRUE;
}

/* Whether what was chosen uses exactly the places of every group that it touches. */
static gboolean
check_settled (const YsStanding *standing,
               const YsPrizePlace *places,
               guint n_places,
               const YsAwards *open,
               GArray *choices,
               GError **error)
{
  g_autoptr (YsAwards) after = ys_standing_award_with (standing, choices);

  for (guint i = 0; i < n_places; i++)
    {
      gboolean red = is_red (open, &places[i]);

      if (find_group (after, places[i].compound_id, red) == NULL)
        continue;
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("These places do not fit the tie of %s: give each prize that is pending to "
                      "exactly one of the tied compounds."),
                   name_of (standing, places[i].compound_id));
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_choice (YsChange *change, GPtrArray *known, YsAwardDecision *decision, GError **error)
{
  for (guint i = 0; i < known->len; i++)
    {
      const YsAwardDecision *one = known->pdata[i];

      if (one->compound_id == decision->compound_id && one->red == decision->red)
        {
          decision->id = one->id;
          return ys_change_update (change, &ys_award_decision_type, decision, NULL, error);
        }
    }
  decision->id = 0;
  return ys_change_insert (change, &ys_award_decision_type, decision, error);
}

static gboolean
write_choices (YsLedger *ledger,
               const char *period,
               GPtrArray *known,
               GArray *choices,
               YsAwardDecision *decision,
               GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "award-decide", error);

  if (change == NULL || !ys_assessment_check_open (ledger, period, error))
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      const YsAwardChoice *choice = &g_array_index (choices, YsAwardChoice, i);

      decision->compound_id = choice->compound_id;
      decision->red = choice->red;
      decision->prize = choice->prize;
      if (!write_choice (change, known, decision, error))
        return FALSE;
    }
  return ys_change_commit (change, NULL, error);
}

gboolean
ys_award_decide (YsLedger *ledger,
                 const YsStanding *standing,
                 const YsPrizePlace *places,
                 guint n_places,
                 const char *by,
                 const char *reason,
                 YsInstant now,
                 GError **error)
{
  g_autofree char *period = NULL;
  g_autofree char *person = ys_text_clean (by != NULL ? by : "");
  g_autofree char *why = ys_text_clean (reason != NULL ? reason : "");
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (YsAwardChoice));
  const YsAwards *open;

  g_return_val_if_fail (ledger != NULL && standing != NULL && n_places > 0, FALSE);

  if (*person == '\0' || *why == '\0')
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Say who decided and why."));
      return FALSE;
    }
  period = ys_span_name (ys_standing_span (standing));
  if (!ys_assessment_check_open (ledger, period, error))
    return FALSE;
  known = ys_award_decisions (ledger, ys_standing_span (standing), error);
  open = ys_standing_awards (standing);
  if (known == NULL || !take_places (standing, open, places, n_places, choices, error)
      || !check_settled (standing, places, n_places, open, choices, error))
    return FALSE;
  YsAwardDecision decision = { .period = period, .person = person, .reason = why, .at = now };
  return write_choices (ledger, period, known, choices, &decision, error);
}

GPtrArray *
ys_payout_list (YsLedger *ledger, YsSpan span, gint64 compound_id, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  GPtrArray *list;

  g_return_val_if_fail (ledger != NULL, NULL);

  list = ys_record_store_list_of_period (ledger, &ys_payout_type, period, error);
  for (guint i = list != NULL ? list->len : 0; compound_id != 0 && i > 0; i--)
    if (((const YsPayout *)list->pdata[i - 1])->compound_id != compound_id)
      g_ptr_array_remove_index (list, i - 1);
  return list;
}

/* What the compound was given as this prize; 0: nothing, or pending. */
static gint64
award_of (const YsStanding *standing, gint64 compound_id, int prize)
{
  const YsAwards *awards = ys_standing_awards (standing);

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);

      if (row->compound_id == compound_id && row->prize == prize)
        return row->amount;
    }
  return 0;
}

static gboolean
refuse_share (const YsPayout *share, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("The share of “%s” is nothing. Write what the person gets, or leave the person "
                  "out."),
               share->name != NULL ? share->name : "");
  return FALSE;
}

/* Even shares where none has an amount; else their sum must be the award to the fen. */
static gboolean
check_shares (GPtrArray *shares, gint64 award, GError **error)
{
  g_autofree gint64 *even = g_new0 (gint64, shares->len + 1);
  g_autofree char *text = NULL;
  guint n_set = 0;
  gint64 sum = 0;

  for (guint i = 0; i < shares->len; i++)
    {
      const YsPayout *share = shares->pdata[i];

      n_set += share->amount.is_set ? 1 : 0;
      sum += share->amount.is_set ? share->amount.value : 0;
      if (share->amount.is_set && share->amount.value <= 0)
        return refuse_share (share, error);
    }
  if (n_set == 0)
    {
      if (award < shares->len)
        return refuse_share (shares->pdata[shares->len - 1], error);
      ys_award_split (award, shares->len, even);
      for (guint i = 0; i < shares->len; i++)
        ((YsPayout *)shares->pdata[i])->amount = YS_NUMBER (even[i]);
      return TRUE;
    }
  if (n_set < shares->len)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Some shares have an amount and some have none. Write all of them, "
                              "or none for even shares."));
      return FALSE;
    }
  if (sum == award)
    return TRUE;
  text = ys_hundredths_to_text (ABS (sum - award), FALSE);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               sum > award ? _ ("The shares are %s yuan more than the award. Lower them.")
                           : _ ("The shares are %s yuan less than the award. Raise them."),
               text);
  return FALSE;
}

static gboolean
replace_shares (
    YsChange *change, GPtrArray *known, const YsPayout *model, GPtrArray *shares, GError **error)
{
  for (guint i = 0; i < known->len; i++)
    {
      const YsPayout *one = known->pdata[i];

      if (one->prize == model->prize && !ys_change_remove (change, &ys_payout_type, one->id, error))
        return FALSE;
    }
  for (guint i = 0; i < shares->len; i++)
    {
      YsPayout share = *(const YsPayout *)shares->pdata[i];

      share.id = 0;
      share.period = model->period;
      share.compound_id = model->compound_id;
      share.prize = model->prize;
      if (!ys_change_insert (change, &ys_payout_type, &share, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_payout_set (YsLedger *ledger,
               const YsStanding *standing,
               gint64 compound_id,
               int prize,
               GPtrArray *shares,
               GError **error)
{
  g_autofree char *period = NULL;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (YsChange) change = NULL;
  gint64 award;

  g_return_val_if_fail (ledger != NULL && standing != NULL && shares != NULL, FALSE);

  award = award_of (standing, compound_id, prize);
  if (shares->len > 0 && award == 0)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("%s has no such award in this period: there is nothing to share."),
                   name_of (standing, compound_id));
      return FALSE;
    }
  if (shares->len > 0 && !check_shares (shares, award, error))
    return FALSE;
  period = ys_span_name (ys_standing_span (standing));
  YsPayout model = { .period = period, .compound_id = compound_id, .prize = prize };
  change = ys_change_begin (ledger, "payout", error);
  known = change != NULL ? ys_payout_list (ledger, ys_standing_span (standing), compound_id, error)
                         : NULL;
  return known != NULL && replace_shares (change, known, &model, shares, error)
         && ys_change_commit (change, NULL, error);
}
