/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores in whole hundredths; weights are hundredths of a percent. The composite is one quotient of
 * whole numbers and is rounded there, once. */
#include "config.h"

#include "score.h"
#include "finding-rules.h"

#define PERCENT 10000
/* Minutes are the smallest unit: the deadline's own minute is in time [RULINGS Time]. */
#define SECONDS_PER_MINUTE 60

static gint64
at_least (gint64 points, YsNumber floor)
{
  return floor.is_set ? MAX (points, floor.value) : points;
}

static gint64
at_most (gint64 points, YsNumber cap)
{
  return cap.is_set ? MIN (points, cap.value) : points;
}

/* [002 §3.1, §4.1] */
gint64
ys_score_long_term (const YsScoreParts *parts, const YsScheme *scheme)
{
  g_return_val_if_fail (parts != NULL && scheme != NULL, 0);

  return at_least (scheme->long_base.value - parts->finding_points
                       - parts->n_faults * scheme->fault_points.value,
                   scheme->long_floor);
}

/* [002 §3.2, annex 2] */
gint64
ys_score_property (const YsScoreParts *parts, const YsScheme *scheme)
{
  g_return_val_if_fail (parts != NULL && scheme != NULL, 0);

  return at_most (at_least (scheme->property_base.value - parts->sheet_deductions
                                + parts->sheet_extras + parts->survey_points,
                            scheme->property_floor),
                  scheme->property_cap);
}

gint64
ys_round_quotient (gint64 numerator, gint64 denominator, int rounding)
{
  gint64 whole, rest;
  gboolean up = FALSE;

  g_return_val_if_fail (denominator > 0, 0);

  whole = numerator / denominator;
  rest = ABS (numerator % denominator);
  switch ((YsRounding)rounding)
    {
    case YS_ROUNDING_DOWN:
      break;
    case YS_ROUNDING_EVEN:
      /* Twice the rest may not fit: compare it with what is missing to the next one. */
      up = rest > denominator - rest || (rest == denominator - rest && whole % 2 != 0);
      break;
    case YS_ROUNDING_UNKNOWN:
    case YS_ROUNDING_AWAY:
      up = rest >= denominator - rest;
      break;
    }
  if (!up)
    return whole;
  return numerator < 0 ? whole - 1 : whole + 1;
}

YsScore
ys_score (const YsScoreParts *parts,
          const YsScoreParts *months,
          guint n_months,
          const YsScheme *scheme)
{
  YsScore score = { 0 };
  gint64 long_sum = 0, n = 0;

  g_return_val_if_fail (parts != NULL && scheme != NULL, score);

  if (scheme->longer == YS_LONGER_MEAN && months != NULL)
    for (guint i = 0; i < n_months; i++)
      if (months[i].assessed)
        {
          long_sum += ys_score_long_term (&months[i], scheme);
          n++;
        }
  if (n == 0)
    {
      long_sum = ys_score_long_term (parts, scheme);
      n = 1;
    }
  score.assessed = parts->assessed;
  score.long_term = ys_round_quotient (long_sum, n, scheme->rounding);
  score.property = ys_score_property (parts, scheme);
  score.bonus = parts->bonus_points;
  if (score.assessed)
    score.score
        = at_most (ys_round_quotient (long_sum * scheme->long_weight.value
                                          + n * score.property * scheme->property_weight.value
                                          + n * score.bonus * PERCENT,
                                      n * PERCENT, scheme->rounding),
                   scheme->score_cap);
  return score;
}

/* 满意率80%-90%，加5分；满意率90%-100%，加10分，覆盖率不低于80% [002 annex 2] */
gint64
ys_survey_points (const YsScheme *scheme, gint64 rate, gint64 coverage)
{
  g_return_val_if_fail (scheme != NULL, 0);

  if (coverage < scheme->survey_coverage.value || rate < scheme->survey_rate_1.value)
    return 0;
  return rate < scheme->survey_rate_2.value ? scheme->survey_points_1.value
                                            : scheme->survey_points_2.value;
}

/* [002 §5.2] */
gint64
ys_title_points (const YsScheme *scheme, int title)
{
  g_return_val_if_fail (scheme != NULL, 0);

  switch ((YsTitle)title)
    {
    case YS_TITLE_DISTRICT:
      return scheme->title_district.value;
    case YS_TITLE_CITY:
      return scheme->title_city.value;
    case YS_TITLE_PROVINCE:
      return scheme->title_province.value;
    case YS_TITLE_STATE:
      return scheme->title_state.value;
    case YS_TITLE_UNKNOWN:
      break;
    }
  return 0;
}

/* 每次检查的问题根据考核细则扣分，未按要求及时整改到位的双倍扣分 [002 §4.1(1)] */
YsFindingCost
ys_finding_cost (const YsFinding *finding,
                 const YsScheme *scheme,
                 YsInstant found_finalised_at,
                 YsInstant now)
{
  YsFindingCost cost = { 0 };

  g_return_val_if_fail (finding != NULL && scheme != NULL, cost);

  if (finding->state == YS_FINDING_WITHDRAWN || !ys_scheme_level_counts (scheme, finding->level))
    return cost;
  cost.base = finding->points.value;
  if (!ys_finding_is_overdue (finding, now))
    return cost;
  cost.second = cost.base * (scheme->overdue_factor.value - 1);
  cost.second_at = finding->deadline + SECONDS_PER_MINUTE;
  cost.second_late = found_finalised_at != 0 && cost.second_at > found_finalised_at;
  return cost;
}
