/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 2 and annex 3 sheets, bonuses and surveys of a period: entered by several people, joined for
 * the score [002 §3.2, §3.3, §5.2, annexes 2 and 3]. FORBIDDEN in a finalised period. */
#pragma once

#include "assessment.h"
#include "catalogue-job.h"
#include "period.h"
#include "registry.h"

G_BEGIN_DECLS

/* @value: occurrences of an annex 2 clause or A3-01 (0 or 1), points of an annex 3 item ("2", "1.50");
 * "" takes the line off the sheet. */
typedef struct
{
  const char *code;
  const char *value;
  const char *evidence; /* (nullable): NULL leaves it */
} YsAssessmentEdit;

/* Adds to the sheet of @assessor (nullable: the ledger's user); makes it. One change. UNSPECIFIED points, more
 * points than the item has, an unknown code: REFUSED and nothing is written. Annex 3 of a compound without
 * party branch: REFUSED with how to record one. */
gboolean ys_assessment_set (YsLedger *ledger, gint64 compound_id, YsSpan span, int annex, const char *assessor,
                       const YsAssessmentEdit *edits, guint n_edits, GError **error);
/* (transfer full) (nullable): the sentence for a value as it is typed; NULL: it can be saved. */
char    *ys_assessment_check (const YsClause *clause, const char *value);

/* One clause as all assessors' sheets say together: annex 2 the largest count, annex 3 the mean of those who
 * set it, rounded half up to 0.01. */
typedef struct
{
  const YsClause *clause;   /* the book's */
  gboolean  is_set;
  gboolean  differs;        /* the assessors do not agree */
  gint64    count;
  gint64    points;         /* hundredths that it takes (deduction) or gives */
  GPtrArray *entries;       /* (element-type YsAssessmentEntry): each assessor's */
} YsAssessmentLine;

typedef struct
{
  gint64   item_id;
  char    *assessor;
  gint64   count;
  gint64   points;
  char    *evidence;
} YsAssessmentEntry;

typedef struct
{
  YsCatalogueBook *book;
  GStrv      assessors;
  GPtrArray *lines;         /* (element-type YsAssessmentLine): every clause of the annex in order */
  gboolean   exists;
  gint64     deductions;    /* annex 2 */
  gint64     extras;        /* annex 2: activities, without the survey */
  gint64     points;        /* annex 3 */
  gboolean   veto;          /* annex 3: A3-01 is 0 or not set */
} YsAssessmentView;

void         ys_assessment_view_free (YsAssessmentView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsAssessmentView, ys_assessment_view_free)
/* Without a sheet: exists FALSE, lines of the catalogue that holds on the span's last day. */
YsAssessmentView *ys_assessment_load (YsLedger *ledger, gint64 compound_id, YsSpan span, int annex, GError **error);

/* Sums of all sheets of a period, for the standing: one query. */
typedef struct
{
  gint64   compound_id;
  int      annex;
  gint64   deductions, extras, points;
  gboolean veto;
  gboolean differs;
  guint    n_set;
} YsAssessmentSum;
/* (transfer full) (element-type YsAssessmentSum): by compound, annex */
GArray      *ys_assessment_sums (YsLedger *ledger, YsSpan span, GError **error);

/* Model-project titles. @bonus: compound, period, title, project, certificate are read; id is set. */
gboolean     ys_bonus_add (YsLedger *ledger, YsBonus *bonus, GError **error);
gboolean     ys_bonus_withdraw (YsLedger *ledger, gint64 id, const char *reason, GError **error);
/* (transfer full) (element-type YsBonus): withdrawn ones too; @compound_id 0: all */
GPtrArray   *ys_bonus_list (YsLedger *ledger, YsSpan span, gint64 compound_id, GError **error);

/* Hundredths of percent; replaces an earlier one. REFUSED over 100.00. */
gboolean     ys_survey_set (YsLedger *ledger, gint64 compound_id, YsSpan span, gint64 rate, gint64 coverage, GError **error);
/* (transfer full) (element-type YsSurvey) */
GPtrArray   *ys_survey_list (YsLedger *ledger, YsSpan span, GError **error);

/* That this compound has no annex 2 sheet in the period is decided, with a reason. */
gboolean     ys_sheet_waive (YsLedger *ledger, gint64 compound_id, YsSpan span, const char *reason, YsInstant now, GError **error);
/* (transfer full) (element-type YsSheetWaiver) */
GPtrArray   *ys_sheet_waivers (YsLedger *ledger, YsSpan span, GError **error);

/* Findings of one compound, clause and place seen by two counting inspections of one day, not decided yet. */
typedef struct
{
  gint64 finding_id; /* the earlier */
  gint64 other_id;
  gint64 compound_id;
} YsTwin;
/* (transfer full) (element-type YsTwin) */
GArray      *ys_twin_list (YsLedger *ledger, YsSpan span, GError **error);
/* @once: the other one is withdrawn with @reason, in the same change. REFUSED where they are none; FORBIDDEN where it was
 * decided, or in a finalised period. */
gboolean     ys_twin_decide (YsLedger *ledger, gint64 finding_id, gint64 other_id, gboolean once, const char *reason,
                             YsInstant now, GError **error);

G_END_DECLS
