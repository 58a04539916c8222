/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of a scheme and of its prizes. */
#include "config.h"

#include "scheme.h"
#include "field-table.h"

#define POINTS(member, label, flags)                                                               \
  YS_HUNDREDTHS_FIELD (YsScheme, member, label, flags, .maximum = 100000)

const YsChoice ys_longer_choices[] = {
  { "anew", N_ ("One base over all findings"), "整期重新计分", NULL },
  { "mean", N_ ("Mean of the months"), "各月平均", NULL },
  { NULL },
};

const YsChoice ys_rounding_choices[] = {
  { "away", N_ ("Half up"), "四舍五入", NULL },
  { "even", N_ ("Half to even"), "四舍六入五成双", NULL },
  { "down", N_ ("Cut off"), "只舍不入", NULL },
  { NULL },
};

const YsChoice ys_prize_choices[] = {
  { "first", N_ ("First prize"), "一等奖", NULL },
  { "second", N_ ("Second prize"), "二等奖", NULL },
  { "third", N_ ("Third prize"), "三等奖", NULL },
  { "red", N_ ("Red Property"), "红色物业", NULL },
  { "none", N_ ("No prize"), "不设奖", "无" },
  { NULL },
};

const YsChoice ys_title_choices[] = {
  { "district", N_ ("District model project"), "区级示范项目", "区级|区" },
  { "city", N_ ("City model project"), "市级示范项目", "市级|市" },
  { "province", N_ ("Province model project"), "省级示范项目", "省级|省" },
  { "state", N_ ("State model project"), "国家级示范项目", "国家级|国家" },
  { NULL },
};

static const YsField scheme_fields[] = {
  YS_COUNT_FIELD (YsScheme,
                  version,
                  N_ ("Version"),
                  YS_FIELD_REQUIRED | YS_FIELD_INTERNAL,
                  .maximum = 100000,
                  .minimum = 1),
  YS_DATE_FIELD (YsScheme, valid_from, N_ ("Valid from"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsScheme, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_TEXT_FIELD (YsScheme, levels, N_ ("Inspections that count"), YS_FIELD_REQUIRED, .maximum = 60),
  POINTS (long_weight, N_ ("Weight of long-term management (%)"), YS_FIELD_REQUIRED),
  POINTS (property_weight, N_ ("Weight of property management (%)"), YS_FIELD_REQUIRED),
  POINTS (long_base, N_ ("Full marks of long-term management"), YS_FIELD_REQUIRED),
  POINTS (property_base, N_ ("Full marks of property management"), YS_FIELD_REQUIRED),
  POINTS (long_floor, N_ ("Least long-term score"), YS_FIELD_NONE),
  POINTS (property_floor, N_ ("Least property score"), YS_FIELD_NONE),
  POINTS (property_cap, N_ ("Most property score"), YS_FIELD_NONE),
  POINTS (score_cap, N_ ("Most composite score"), YS_FIELD_NONE),
  YS_COUNT_FIELD (YsScheme,
                  overdue_factor,
                  N_ ("Times the points when overdue"),
                  YS_FIELD_REQUIRED,
                  .maximum = 10,
                  .minimum = 1),
  POINTS (fault_points, N_ ("Points of a case fault"), YS_FIELD_REQUIRED),
  POINTS (title_district, N_ ("Bonus of a district title"), YS_FIELD_REQUIRED),
  POINTS (title_city, N_ ("Bonus of a city title"), YS_FIELD_REQUIRED),
  POINTS (title_province, N_ ("Bonus of a province title"), YS_FIELD_REQUIRED),
  POINTS (title_state, N_ ("Bonus of a state title"), YS_FIELD_REQUIRED),
  POINTS (survey_coverage, N_ ("Least coverage of a survey (%)"), YS_FIELD_REQUIRED),
  POINTS (survey_rate_1, N_ ("First satisfaction rate (%)"), YS_FIELD_REQUIRED),
  POINTS (survey_points_1, N_ ("Points of the first rate"), YS_FIELD_REQUIRED),
  POINTS (survey_rate_2, N_ ("Second satisfaction rate (%)"), YS_FIELD_REQUIRED),
  POINTS (survey_points_2, N_ ("Points of the second rate"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsScheme,
                   longer,
                   ys_longer_choices,
                   N_ ("Quarters and years"),
                   YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsScheme, rounding, ys_rounding_choices, N_ ("Rounding"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsScheme, chain, N_ ("Tie-break"), YS_FIELD_NONE, .maximum = 60),
};

static const YsField prize_fields[] = {
  YS_REFERENCE_FIELD (YsPrize,
                      scheme,
                      "scheme",
                      N_ ("Scheme"),
                      YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_COUNT_FIELD (YsPrize, position, N_ ("Order"), YS_FIELD_REQUIRED, .maximum = 100, .minimum = 1),
  YS_CHOICE_FIELD (YsPrize, prize, ys_prize_choices, N_ ("Prize"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsPrize, name, N_ ("Name"), YS_FIELD_REQUIRED, .maximum = 40),
  YS_COUNT_FIELD (YsPrize, places, N_ ("Places"), YS_FIELD_REQUIRED, .maximum = 10000),
  YS_HUNDREDTHS_FIELD (YsPrize,
                       amount,
                       N_ ("Amount (yuan)"),
                       YS_FIELD_REQUIRED,
                       .maximum = G_GINT64_CONSTANT (100000000000)),
};

const YsRecordType ys_scheme_type = {
  .name = "scheme",
  .label = N_ ("Scheme"),
  .size = sizeof (YsScheme),
  .fields = scheme_fields,
  .n_fields = G_N_ELEMENTS (scheme_fields),
  .title_field = "version",
};

const YsRecordType ys_prize_type = {
  .name = "prize",
  .label = N_ ("Prize"),
  .size = sizeof (YsPrize),
  .fields = prize_fields,
  .n_fields = G_N_ELEMENTS (prize_fields),
  .title_field = "name",
};
