/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a period is scored, ranked and awarded (方案), as the office decided it: version 1 holds the
 * figures of 002 §3 to §5 and annex 4. An edit makes a new version for periods from a date on; what was
 * finalised keeps its own. The database refuses to change a version. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_longer_choices */
{
  YS_LONGER_UNKNOWN,
  YS_LONGER_ANEW, /* a quarter has one base over all its findings */
  YS_LONGER_MEAN  /* the mean of its months' long-term scores */
} YsLonger;

typedef enum /* the order of ys_rounding_choices; of the published score, to 0.01 */
{
  YS_ROUNDING_UNKNOWN,
  YS_ROUNDING_AWAY, /* half away from zero */
  YS_ROUNDING_EVEN, /* half to the even digit */
  YS_ROUNDING_DOWN  /* what is over is cut */
} YsRounding;

typedef enum /* the order of ys_prize_choices */
{
  YS_PRIZE_UNKNOWN,
  YS_PRIZE_FIRST,
  YS_PRIZE_SECOND,
  YS_PRIZE_THIRD,
  YS_PRIZE_RED, /* 红色物业: by annex 3, not by rank */
  YS_PRIZE_NONE /* decisions only: no prize */
} YsPrizeKind;

typedef enum /* the order of ys_title_choices [002 §5.2] */
{
  YS_TITLE_UNKNOWN,
  YS_TITLE_DISTRICT,
  YS_TITLE_CITY,
  YS_TITLE_PROVINCE,
  YS_TITLE_STATE
} YsTitle;

/* Points and percentages in hundredths. */
typedef struct
{
  gint64   id;
  YsNumber version;         /* 1, 2, … */
  YsDate   valid_from;      /* full: periods that start on or after it */
  char    *reason;
  char    *levels;          /* inspections that count: "district city" */
  YsNumber long_weight;     /* 60.00; with property_weight 100.00 [002 §3.1] */
  YsNumber property_weight; /* 40.00 [002 §3.2] */
  YsNumber long_base;       /* 100.00 */
  YsNumber property_base;   /* 100.00 */
  YsNumber long_floor;      /* 0.00; unset: none */
  YsNumber property_floor;
  YsNumber property_cap;    /* unset: none */
  YsNumber score_cap;       /* unset: none */
  YsNumber overdue_factor;  /* COUNT 2: doubled [002 §4.1(1)] */
  YsNumber fault_points;    /* 2.00 [002 §4.1(2)-(6)] */
  YsNumber title_district;  /* 3.00 [002 §5.2] */
  YsNumber title_city;      /* 5.00 */
  YsNumber title_province;  /* 7.00 */
  YsNumber title_state;     /* 10.00 */
  YsNumber survey_coverage; /* 80.00: the least [002 annex 2] */
  YsNumber survey_rate_1;   /* 80.00 */
  YsNumber survey_points_1; /* 5.00 */
  YsNumber survey_rate_2;   /* 90.00 */
  YsNumber survey_points_2; /* 10.00 */
  int      longer;          /* YsLonger */
  int      rounding;        /* YsRounding */
  char    *chain;           /* tie-break, in order: "open faults long_term" */
} YsScheme;

/* A class of prizes of one version of the scheme; in order of @position. */
typedef struct
{
  gint64   id;
  gint64   scheme_id;
  YsNumber position;
  int      prize;  /* YsPrizeKind, not NONE */
  char    *name;   /* 一等奖 */
  YsNumber places; /* 2 */
  YsNumber amount; /* fen, each: a place shared by nobody */
} YsPrize;

extern const YsRecordType ys_scheme_type;
extern const YsRecordType ys_prize_type;
extern const YsChoice ys_longer_choices[];   /* anew, mean */
extern const YsChoice ys_rounding_choices[]; /* away, even, down */
extern const YsChoice ys_prize_choices[];    /* first, second, third, red, none */
extern const YsChoice ys_title_choices[];    /* district, city, province, state */

G_END_DECLS
