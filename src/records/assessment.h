/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person enters for one compound and one period beside inspections: sheets of annex 2 and
 * annex 3, bonuses, surveys, and decisions about what is missing or double. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/* One assessor's sheet; several of one compound, period and annex are joined. */
typedef struct
{
  gint64 id;
  gint64 compound_id;
  char  *period;       /* 2026-10: ys_span_name() */
  int    annex;        /* YsAnnex: 2 or 3 */
  gint64 catalogue_id; /* version that it was filled under */
  char  *assessor;     /* name; "" is never kept: the ledger's user */
} YsAssessment;

/* What the sheet says of one clause; a clause without one was not looked at. */
typedef struct
{
  gint64   id;
  gint64   assessment_id;
  gint64   clause_id;
  YsNumber count;    /* annex 2: occurrences, 0: looked at, nothing wrong; A3-01: 1 or 0 */
  YsNumber points;   /* annex 3: points given, hundredths; annex 2: unset */
  char    *evidence; /* (nullable) */
} YsAssessmentItem;

/* A model-project title [002 §5.2]. */
typedef struct
{
  gint64   id;
  gint64   compound_id;
  char    *period;
  int      title;       /* YsTitle */
  char    *project;     /* (nullable) */
  char    *certificate; /* (nullable): number of it */
  gboolean withdrawn;   /* a lower title of the same project, say */
  char    *withdrawn_reason;
} YsBonus;

/* Satisfaction of the owners; at most one of a compound and period. */
typedef struct
{
  gint64   id;
  gint64   compound_id;
  char    *period;
  YsNumber rate;     /* hundredths of a percent */
  YsNumber coverage;
} YsSurvey;

/* Decided: this compound has no annex 2 sheet in the period. */
typedef struct
{
  gint64    id;
  gint64    compound_id;
  char     *period;
  char     *reason;
  char     *person;
  YsInstant at;
} YsSheetWaiver;

/* Two findings of one day that look like one defect, as decided: both count, or @other was withdrawn. */
typedef struct
{
  gint64    id;
  gint64    finding_id; /* the earlier one: stays */
  gint64    other_id;
  gboolean  once;       /* TRUE: @other was withdrawn with it */
  char     *reason;
  char     *person;
  YsInstant at;
} YsTwinDecision;

extern const YsRecordType ys_assessment_type;
extern const YsRecordType ys_assessment_item_type;
extern const YsRecordType ys_bonus_type;
extern const YsRecordType ys_survey_type;
extern const YsRecordType ys_sheet_waiver_type;
extern const YsRecordType ys_twin_decision_type;

G_END_DECLS
