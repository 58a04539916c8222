/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a compound did in a period to its published score [002 §3, §4, §5.2; RULINGS Scores]. All
 * arithmetic is on whole numbers; one rounding, of the composite. */
#pragma once

#include "inspection.h"
#include "scheme.h"

G_BEGIN_DECLS

/* Sums of one compound in one period; points in hundredths, never negative. */
typedef struct
{
  gboolean assessed;         /* at least one inspection of a level that counts */
  gint64   finding_points;   /* of findings, doubled ones with both deductions; and second deductions that
                                fell in from finalised periods */
  gint64   n_faults;         /* confirmed, each counted once */
  gboolean has_sheet;        /* annex 2 */
  gint64   sheet_deductions;
  gint64   sheet_extras;     /* activities and what the survey clause gives by occurrences: not the survey's */
  gint64   survey_points;
  gint64   bonus_points;
} YsScoreParts;

typedef struct
{
  gboolean assessed;
  gint64   long_term;  /* hundredths; of a mean: rounded for the eye only */
  gint64   property;
  gint64   bonus;
  gint64   score;      /* published, hundredths; 0 when not assessed */
} YsScore;

/* @months: (nullable) (array length=n_months): with YS_LONGER_MEAN the assessed months' own parts: their
 * long-term scores' mean takes the place of @parts' one. */
YsScore  ys_score (const YsScoreParts *parts, const YsScoreParts *months, guint n_months, const YsScheme *scheme);

/* Base less findings and faults, floor applied. */
gint64   ys_score_long_term (const YsScoreParts *parts, const YsScheme *scheme);
/* Base less deductions plus extras and survey, floor once at the end, cap if any. */
gint64   ys_score_property (const YsScoreParts *parts, const YsScheme *scheme);

/* Hundredths of percent in, points out: 79.99 nothing, 80.00 five, 90.00 ten; coverage below the least: nothing. */
gint64   ys_survey_points (const YsScheme *scheme, gint64 rate, gint64 coverage);
/* @title: YsTitle */
gint64   ys_title_points (const YsScheme *scheme, int title);
/* Whether inspections of @level count under @scheme. */
gboolean ys_scheme_level_counts (const YsScheme *scheme, int level);
/* Weights add up to 100.00, levels, chain and survey steps are sensible; a sentence what to write. */
gboolean ys_scheme_check (const YsScheme *scheme, GError **error);

/* One tied quotient rounded as the scheme says; @denominator > 0. */
gint64   ys_round_quotient (gint64 numerator, gint64 denominator, int rounding);

/**
 * What one finding costs a period, given that periods of the same kind are finalised from time to time.
 * @found_finalised_at: when the period in which it was found was finalised; 0: it is open
 */
typedef struct
{
  gint64   base;        /* falls into the period in which it was found */
  gint64   second;      /* the further deduction for being overdue; 0: none */
  gboolean second_late; /* it falls into the open period of @second_at instead */
  YsInstant second_at;  /* when it became overdue */
} YsFindingCost;

YsFindingCost ys_finding_cost (const YsFinding *finding, const YsScheme *scheme, YsInstant found_finalised_at, YsInstant now);

G_END_DECLS
