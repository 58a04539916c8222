/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores worked out by hand from 002 §3 to §5 and the rulings; every row names its clause. */
#include "config.h"

#include "finding-rules.h"
#include "score.h"

/* As the migration writes version 1. */
static YsScheme
built_in (void)
{
  return (YsScheme){
    .version = YS_NUMBER (1),
    .levels = (char *)"district city",
    .long_weight = YS_NUMBER (6000),
    .property_weight = YS_NUMBER (4000),
    .long_base = YS_NUMBER (10000),
    .property_base = YS_NUMBER (10000),
    .long_floor = YS_NUMBER (0),
    .property_floor = YS_NUMBER (0),
    .overdue_factor = YS_NUMBER (2),
    .fault_points = YS_NUMBER (200),
    .title_district = YS_NUMBER (300),
    .title_city = YS_NUMBER (500),
    .title_province = YS_NUMBER (700),
    .title_state = YS_NUMBER (1000),
    .survey_coverage = YS_NUMBER (8000),
    .survey_rate_1 = YS_NUMBER (8000),
    .survey_points_1 = YS_NUMBER (500),
    .survey_rate_2 = YS_NUMBER (9000),
    .survey_points_2 = YS_NUMBER (1000),
    .longer = YS_LONGER_ANEW,
    .rounding = YS_ROUNDING_AWAY,
    .chain = (char *)"open faults long_term",
  };
}

typedef struct
{
  const char *name;
  YsScoreParts parts;
  gint64 long_term, property, bonus, score;
} ScoreCase;

/* assessed, findings, faults, sheet, deductions, extras, survey, bonus */
static const ScoreCase score_cases[] = {
  /* 100 × 60 % + 100 × 40 % [002 §3] */
  { "nothing-wrong", { TRUE, 0, 0, TRUE, 0, 0, 0, 0 }, 10000, 10000, 0, 10000 },
  /* 100 − 3 × 1 = 97; 58.20 + 40 [002 §4.1(1)] */
  { "three-findings", { TRUE, 300, 0, TRUE, 0, 0, 0, 0 }, 9700, 10000, 0, 9820 },
  /* 100 − 2 × 2 = 96; 57.60 + 40 [002 §4.1(2)-(6)] */
  { "two-faults", { TRUE, 0, 2, TRUE, 0, 0, 0, 0 }, 9600, 10000, 0, 9760 },
  /* 100 − 5 + 4 + 10 = 109; 60 + 43.60: no cap [002 annex 2] */
  { "sheet", { TRUE, 0, 0, TRUE, 500, 400, 1000, 0 }, 10000, 10900, 0, 10360 },
  /* Floors 0 and 0; the bonus stays [002 §5.2] */
  { "floors", { TRUE, 9900, 1, TRUE, 12000, 0, 0, 300 }, 0, 0, 300, 300 },
  /* The property floor is taken once, at the end: 100 − 150 + 60 = 10 */
  { "floor-once", { TRUE, 0, 0, TRUE, 15000, 6000, 0, 0 }, 10000, 1000, 0, 6400 },
  { "floor-exactly", { TRUE, 10000, 0, TRUE, 10000, 0, 0, 0 }, 0, 0, 0, 0 },
  { "one-below-floor", { TRUE, 10001, 0, TRUE, 10001, 0, 0, 0 }, 0, 0, 0, 0 },
  { "one-above-floor", { TRUE, 9999, 0, TRUE, 9999, 0, 0, 0 }, 1, 1, 0, 1 },
  /* 99.99 × 60 % = 59.994; 59.994 + 40 = 99.994 → 99.99 */
  { "rounds-down", { TRUE, 1, 0, TRUE, 0, 0, 0, 0 }, 9999, 10000, 0, 9999 },
  /* 99.98 × 60 % + 99.97 × 40 % = 59.988 + 39.988 = 99.976 → 99.98 */
  { "rounds-up", { TRUE, 2, 0, TRUE, 3, 0, 0, 0 }, 9998, 9997, 0, 9998 },
  /* 13 = 3 + 10: titles add up [002 §5.2] */
  { "bonuses", { TRUE, 0, 0, TRUE, 0, 0, 0, 1300 }, 10000, 10000, 1300, 11300 },
  /* Without an annex 2 sheet it stands at 100 */
  { "no-sheet", { TRUE, 100, 0, FALSE, 0, 0, 0, 0 }, 9900, 10000, 0, 9940 },
  { "no-sheet-survey", { TRUE, 0, 0, FALSE, 0, 0, 500, 0 }, 10000, 10500, 0, 10200 },
  /* Not assessed: never full marks [RULINGS Scores] */
  { "not-assessed", { FALSE, 0, 1, TRUE, 0, 0, 0, 300 }, 9800, 10000, 300, 0 },
};

static void
test_score (gconstpointer data)
{
  const ScoreCase *c = data;
  YsScheme scheme = built_in ();
  YsScore score = ys_score (&c->parts, NULL, 0, &scheme);

  g_assert_cmpint (score.assessed, ==, c->parts.assessed);
  g_assert_cmpint (score.long_term, ==, c->long_term);
  g_assert_cmpint (score.property, ==, c->property);
  g_assert_cmpint (score.bonus, ==, c->bonus);
  g_assert_cmpint (score.score, ==, c->score);
  g_assert_cmpint (ys_score_long_term (&c->parts, &scheme), ==, c->long_term);
  g_assert_cmpint (ys_score_property (&c->parts, &scheme), ==, c->property);
}

typedef struct
{
  const char *name;
  gint64 numerator, denominator;
  gint64 away, even, down;
} RoundCase;

static const RoundCase round_cases[] = {
  { "whole", 20, 10, 2, 2, 2 },
  { "below-half", 24, 10, 2, 2, 2 },
  { "half-to-even", 25, 10, 3, 2, 2 },
  { "half-to-odd", 35, 10, 4, 4, 3 },
  { "above-half", 26, 10, 3, 3, 2 },
  { "zero", 0, 7, 0, 0, 0 },
  { "third", 1, 3, 0, 0, 0 },
  { "two-thirds", 2, 3, 1, 1, 0 },
  { "odd-denominator", 5, 2, 3, 2, 2 },
  { "negative-half", -25, 10, -3, -2, -2 },
  { "negative-small", -4, 10, 0, 0, 0 },
  { "negative-large", -36, 10, -4, -4, -3 },
  { "half-of-one", 1, 2, 1, 0, 0 },
  { "one", 7, 1, 7, 7, 7 },
};

static void
test_round (gconstpointer data)
{
  const RoundCase *c = data;

  g_assert_cmpint (ys_round_quotient (c->numerator, c->denominator, YS_ROUNDING_AWAY), ==, c->away);
  g_assert_cmpint (ys_round_quotient (c->numerator, c->denominator, YS_ROUNDING_EVEN), ==, c->even);
  g_assert_cmpint (ys_round_quotient (c->numerator, c->denominator, YS_ROUNDING_DOWN), ==, c->down);
}

/* 80.00 gives 5, 90.00 gives 10; coverage below 80.00 gives nothing [002 annex 2; RULINGS Scores]
 */
static const struct
{
  const char *name;
  gint64 rate, coverage, points;
} survey_cases[] = {
  { "below-first", 7999, 9000, 0 },    { "first", 8000, 8000, 500 },
  { "below-second", 8999, 8000, 500 }, { "second", 9000, 8000, 1000 },
  { "full", 10000, 10000, 1000 },      { "coverage-just-below", 9500, 7999, 0 },
  { "coverage-nothing", 10000, 0, 0 }, { "nothing", 0, 0, 0 },
};

static void
test_survey (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  YsScheme scheme = built_in ();

  g_assert_cmpint (ys_survey_points (&scheme, survey_cases[i].rate, survey_cases[i].coverage), ==,
                   survey_cases[i].points);
}

/* 区级3分、市级5分、省级7分、国家级10分 [002 §5.2] */
static void
test_titles (void)
{
  YsScheme scheme = built_in ();

  g_assert_cmpint (ys_title_points (&scheme, YS_TITLE_DISTRICT), ==, 300);
  g_assert_cmpint (ys_title_points (&scheme, YS_TITLE_CITY), ==, 500);
  g_assert_cmpint (ys_title_points (&scheme, YS_TITLE_PROVINCE), ==, 700);
  g_assert_cmpint (ys_title_points (&scheme, YS_TITLE_STATE), ==, 1000);
  g_assert_cmpint (ys_title_points (&scheme, YS_TITLE_UNKNOWN), ==, 0);
}

static void
test_levels (void)
{
  YsScheme scheme = built_in ();

  g_assert_true (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_DISTRICT));
  g_assert_true (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_CITY));
  g_assert_false (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_TOWN));
  g_assert_false (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_JOINT));
  g_assert_false (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_SELF));
  g_assert_false (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_UNKNOWN));
  scheme.levels = (char *)"town";
  g_assert_true (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_TOWN));
  g_assert_false (ys_scheme_level_counts (&scheme, YS_INSPECTION_LEVEL_CITY));
}

/* Months 98, 95 and 90.50 of a quarter: 283.50 / 3 = 94.50. Composite 0.6 × 94.50 + 40 = 96.70. */
static void
test_mean (void)
{
  YsScheme scheme = built_in ();
  YsScoreParts quarter = { .assessed = TRUE, .finding_points = 1650, .has_sheet = TRUE };
  YsScoreParts months[4] = {
    { .assessed = TRUE, .finding_points = 200 },
    { .assessed = TRUE, .finding_points = 100, .n_faults = 2 },
    { .assessed = TRUE, .finding_points = 950 },
    { .assessed = FALSE, .finding_points = 0 }, /* not assessed: not in the mean */
  };

  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).long_term, ==, 8350);
  scheme.longer = YS_LONGER_MEAN;
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).long_term, ==, 9450);
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).score, ==, 9670);
  /* 98.00, 98.00, 97.99 → 97.9966…, for the eye 98.00; 0.6 × 97.99666… + 40 = 98.798 → 98.80 */
  months[1] = months[0];
  months[2] = (YsScoreParts){ .assessed = TRUE, .finding_points = 201 };
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).long_term, ==, 9800);
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).score, ==, 9880);
  /* Rounded once: 97.9966… × 0.6 = 58.798; with 0.02 more of property's 0.4 (0.008) 98.806 → 98.81,
   * while a mean rounded first would give 58.80 + 40.008 = 98.808 → 98.81; cut off it tells. */
  scheme.rounding = YS_ROUNDING_DOWN;
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).long_term, ==, 9799);
  g_assert_cmpint (ys_score (&quarter, months, 4, &scheme).score, ==, 9879);
  /* No month assessed: its own findings. */
  g_assert_cmpint (ys_score (&quarter, months + 3, 1, &scheme).long_term, ==, 8350);
  g_assert_cmpint (ys_score (&quarter, NULL, 0, &scheme).long_term, ==, 8350);
}

static void
test_caps (void)
{
  YsScheme scheme = built_in ();
  YsScoreParts parts = { TRUE, 0, 0, TRUE, 0, 3000, 1000, 1000 };

  g_assert_cmpint (ys_score (&parts, NULL, 0, &scheme).score, ==, 12600);
  scheme.property_cap = YS_NUMBER (12000);
  g_assert_cmpint (ys_score (&parts, NULL, 0, &scheme).property, ==, 12000);
  g_assert_cmpint (ys_score (&parts, NULL, 0, &scheme).score, ==, 11800);
  scheme.score_cap = YS_NUMBER (10000);
  g_assert_cmpint (ys_score (&parts, NULL, 0, &scheme).score, ==, 10000);
  /* No floor: −20 × 60 % + 40 */
  scheme.long_floor = YS_NUMBER_UNSET;
  parts = (YsScoreParts){ .assessed = TRUE, .finding_points = 12000 };
  g_assert_cmpint (ys_score (&parts, NULL, 0, &scheme).score, ==, 2800);
}

#define DEADLINE 1760000040 /* on the minute */

typedef struct
{
  const char *name;
  YsFinding finding;
  YsInstant finalised_at, now;
  gint64 base, second;
  gboolean late;
} CostCase;

#define FINDING(level_, points_, ...)                                                              \
  {                                                                                                \
    .level = YS_INSPECTION_LEVEL_##level_, .points = { points_, TRUE }, __VA_ARGS__                \
  }
#define FOUND .state = YS_FINDING_FOUND, .deadline = DEADLINE

static const CostCase cost_cases[] = {
  /* The minute of the deadline is in time [RULINGS Time] */
  { "in-time", FINDING (CITY, 100, FOUND), 0, DEADLINE + 59, 100, 0, FALSE },
  { "overdue", FINDING (CITY, 100, FOUND), 0, DEADLINE + 60, 100, 100, FALSE },
  { "district", FINDING (DISTRICT, 100, FOUND), 0, DEADLINE + 60, 100, 100, FALSE },
  { "three-places", FINDING (CITY, 300, FOUND), 0, DEADLINE + 60, 300, 300, FALSE },
  { "repaired", FINDING (CITY, 100, FOUND, .rectified_at = DEADLINE + 59), 0, DEADLINE + 99999, 100,
    0, FALSE },
  { "repaired-late", FINDING (CITY, 100, FOUND, .rectified_at = DEADLINE + 60), 0, DEADLINE + 99999,
    100, 100, FALSE },
  { "withdrawn", FINDING (CITY, 100, .state = YS_FINDING_WITHDRAWN, .deadline = DEADLINE), 0,
    DEADLINE + 60, 0, 0, FALSE },
  { "paused", FINDING (CITY, 100, FOUND, .paused_at = DEADLINE - 60), 0, DEADLINE + 60, 100, 0,
    FALSE },
  { "no-limit", FINDING (CITY, 100, .state = YS_FINDING_FOUND), 0, DEADLINE, 100, 0, FALSE },
  { "town", FINDING (TOWN, 0, FOUND), 0, DEADLINE + 60, 0, 0, FALSE },
  /* Overdue when its period was finalised: in it. A minute later: in the open one [RULINGS
     Findings] */
  { "finalised-after", FINDING (CITY, 100, FOUND), DEADLINE + 60, DEADLINE + 99, 100, 100, FALSE },
  { "finalised-before", FINDING (CITY, 100, FOUND), DEADLINE + 59, DEADLINE + 99, 100, 100, TRUE },
};

static void
test_cost (gconstpointer data)
{
  const CostCase *c = data;
  YsScheme scheme = built_in ();
  YsFindingCost cost = ys_finding_cost (&c->finding, &scheme, c->finalised_at, c->now);

  g_assert_cmpint (cost.base, ==, c->base);
  g_assert_cmpint (cost.second, ==, c->second);
  g_assert_cmpint (cost.second_late, ==, c->late);
  if (c->second != 0)
    g_assert_cmpint (cost.second_at, ==, DEADLINE + 60);
  g_assert_cmpint (cost.base + cost.second, ==, ys_finding_points (&c->finding, c->now));
  scheme.overdue_factor = YS_NUMBER (1);
  g_assert_cmpint (ys_finding_cost (&c->finding, &scheme, 0, c->now).second, ==, 0);
  scheme.overdue_factor = YS_NUMBER (3);
  g_assert_cmpint (ys_finding_cost (&c->finding, &scheme, 0, c->now).second, ==, 2 * c->second);
}

typedef struct
{
  const char *name;
  gsize offset;
  gint64 value;
} RefusedCase;

#define REFUSED(member, value)                                                                     \
  {                                                                                                \
#member, G_STRUCT_OFFSET(YsScheme, member), value                                              \
  }

static const RefusedCase refused_cases[] = {
  REFUSED (long_weight, 6001),   REFUSED (property_weight, 3999),  REFUSED (long_weight, -1),
  REFUSED (long_floor, 10001),   REFUSED (property_floor, 10001),  REFUSED (property_cap, 9999),
  REFUSED (overdue_factor, 0),   REFUSED (survey_coverage, 10001), REFUSED (survey_rate_2, 10001),
  REFUSED (survey_rate_1, 9001), REFUSED (survey_points_1, 1001),
};

static void
test_refused (gconstpointer data)
{
  const RefusedCase *c = data;
  YsScheme scheme = built_in ();
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_scheme_check (&scheme, &error));
  g_assert_no_error (error);
  G_STRUCT_MEMBER (YsNumber, &scheme, c->offset) = YS_NUMBER (c->value);
  g_assert_false (ys_scheme_check (&scheme, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
}

static const char *const bad_levels[]
    = { "", "village", "district  city", "district,city", "city city", " city" };

static void
test_bad_levels (gconstpointer data)
{
  YsScheme scheme = built_in ();
  g_autoptr (GError) error = NULL;

  scheme.levels = (char *)data;
  g_assert_false (ys_scheme_check (&scheme, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
}

#define ADD_ALL(cases, path, test)                                                                 \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                 \
    {                                                                                              \
      g_autofree char *name = g_strdup_printf (path "%u-%s", i, cases[i].name);                    \
      g_test_add_data_func (name, &cases[i], test);                                                \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_ALL (score_cases, "/rules/score/composite/", test_score)
  ADD_ALL (round_cases, "/rules/score/round/", test_round)
  ADD_ALL (cost_cases, "/rules/score/finding-cost/", test_cost)
  ADD_ALL (refused_cases, "/rules/score/scheme-refused/", test_refused)
  for (guint i = 0; i < G_N_ELEMENTS (survey_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/score/survey/", survey_cases[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_survey);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_levels); i++)
    {
      g_autofree char *name = g_strdup_printf ("/rules/score/levels-refused/%u", i);
      g_test_add_data_func (name, bad_levels[i], test_bad_levels);
    }
  g_test_add_func ("/rules/score/titles", test_titles);
  g_test_add_func ("/rules/score/levels", test_levels);
  g_test_add_func ("/rules/score/mean-of-months", test_mean);
  g_test_add_func ("/rules/score/caps", test_caps);
  return g_test_run ();
}
