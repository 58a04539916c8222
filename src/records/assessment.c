/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of sheets, bonuses, surveys and of the decisions about them. */
#include "config.h"

#include "assessment.h"
#include "catalogue.h"
#include "field-table.h"
#include "scheme.h"

#define COMPOUND(Struct)                                                                           \
  YS_REFERENCE_FIELD (Struct, compound, "compound", N_ ("Compound"), YS_FIELD_REQUIRED)
#define PERIOD(Struct)                                                                             \
  YS_TEXT_FIELD (Struct, period, N_ ("Period"), YS_FIELD_REQUIRED, .maximum = YS_PERIOD_NAME_LENGTH)
#define PERCENT(Struct, member, label)                                                             \
  YS_HUNDREDTHS_FIELD (Struct, member, label, YS_FIELD_REQUIRED, .maximum = 10000)

static const YsField assessment_fields[] = {
  COMPOUND (YsAssessment),
  PERIOD (YsAssessment),
  YS_CHOICE_FIELD (YsAssessment, annex, ys_annex_choices, N_ ("Annex"), YS_FIELD_REQUIRED),
  YS_REFERENCE_FIELD (YsAssessment,
                      catalogue,
                      "catalogue",
                      N_ ("Catalogue"),
                      YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsAssessment, assessor, N_ ("Assessor"), YS_FIELD_REQUIRED, .maximum = 60),
};

static const YsField item_fields[] = {
  YS_REFERENCE_FIELD (YsAssessmentItem,
                      assessment,
                      "assessment",
                      N_ ("Sheet"),
                      YS_FIELD_REQUIRED | YS_FIELD_INTERNAL),
  YS_REFERENCE_FIELD (YsAssessmentItem, clause, "clause", N_ ("Clause"), YS_FIELD_REQUIRED),
  YS_COUNT_FIELD (YsAssessmentItem, count, N_ ("Occurrences"), YS_FIELD_NONE, .maximum = 9999),
  YS_HUNDREDTHS_FIELD (YsAssessmentItem,
                       points,
                       N_ ("Points given"),
                       YS_FIELD_NONE,
                       .maximum = 10000),
  YS_TEXT_FIELD (YsAssessmentItem, evidence, N_ ("Evidence"), YS_FIELD_NONE, .maximum = 500),
};

static const YsField bonus_fields[] = {
  COMPOUND (YsBonus),
  PERIOD (YsBonus),
  YS_CHOICE_FIELD (YsBonus, title, ys_title_choices, N_ ("Title"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsBonus, project, N_ ("Project"), YS_FIELD_NONE, .maximum = 200),
  YS_TEXT_FIELD (YsBonus, certificate, N_ ("Certificate"), YS_FIELD_NONE, .maximum = 200),
  YS_FLAG_FIELD (YsBonus, withdrawn, N_ ("Withdrawn"), YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsBonus, withdrawn_reason, N_ ("Reason"), YS_FIELD_INTERNAL, .maximum = 300),
};

static const YsField survey_fields[] = {
  COMPOUND (YsSurvey),
  PERIOD (YsSurvey),
  PERCENT (YsSurvey, rate, N_ ("Satisfaction (%)")),
  PERCENT (YsSurvey, coverage, N_ ("Coverage (%)")),
};

static const YsField waiver_fields[] = {
  COMPOUND (YsSheetWaiver),
  PERIOD (YsSheetWaiver),
  YS_TEXT_FIELD (YsSheetWaiver, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_TEXT_FIELD (YsSheetWaiver, person, N_ ("Decided by"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_INSTANT_FIELD (YsSheetWaiver, at, N_ ("At"), YS_FIELD_INTERNAL),
};

static const YsField twin_fields[] = {
  YS_REFERENCE_FIELD (YsTwinDecision, finding, "finding", N_ ("Finding"), YS_FIELD_REQUIRED),
  YS_REFERENCE_FIELD (YsTwinDecision, other, "finding", N_ ("Other finding"), YS_FIELD_REQUIRED),
  YS_FLAG_FIELD (YsTwinDecision, once, N_ ("Counts once"), YS_FIELD_NONE),
  YS_TEXT_FIELD (YsTwinDecision, reason, N_ ("Reason"), YS_FIELD_REQUIRED, .maximum = 300),
  YS_TEXT_FIELD (YsTwinDecision, person, N_ ("Decided by"), YS_FIELD_REQUIRED, .maximum = 60),
  YS_INSTANT_FIELD (YsTwinDecision, at, N_ ("At"), YS_FIELD_INTERNAL),
};

#define TYPE(symbol, name_, label_, Struct, table, title)                                          \
  const YsRecordType symbol = {                                                                    \
    .name = name_,                                                                                 \
    .label = label_,                                                                               \
    .size = sizeof (Struct),                                                                       \
    .fields = table,                                                                               \
    .n_fields = G_N_ELEMENTS (table),                                                              \
    .title_field = title,                                                                          \
  }

TYPE (ys_assessment_type, "assessment", N_ ("Sheet"), YsAssessment, assessment_fields, "compound");
TYPE (ys_assessment_item_type,
      "assessment_item",
      N_ ("Line of a sheet"),
      YsAssessmentItem,
      item_fields,
      "clause");
TYPE (ys_bonus_type, "bonus", N_ ("Bonus"), YsBonus, bonus_fields, "compound");
TYPE (ys_survey_type, "survey", N_ ("Survey"), YsSurvey, survey_fields, "compound");
TYPE (ys_sheet_waiver_type,
      "sheet_waiver",
      N_ ("Missing sheet"),
      YsSheetWaiver,
      waiver_fields,
      "compound");
TYPE (ys_twin_decision_type,
      "twin_decision",
      N_ ("Same defect"),
      YsTwinDecision,
      twin_fields,
      "finding");
