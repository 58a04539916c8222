/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit to one compound at one level, and the defects seen in it. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_level_choices */
{
  YS_INSPECTION_LEVEL_UNKNOWN,
  YS_INSPECTION_LEVEL_TOWN,     /* 镇（街道）: daily */
  YS_INSPECTION_LEVEL_DISTRICT, /* 区: counts towards the score */
  YS_INSPECTION_LEVEL_CITY,     /* 市: counts towards the score */
  YS_INSPECTION_LEVEL_JOINT,    /* 联合抽查 */
  YS_INSPECTION_LEVEL_SELF      /* 自查 */
} YsInspectionLevel;
#define YS_N_INSPECTION_LEVELS (YS_INSPECTION_LEVEL_SELF + 1)

typedef enum /* the order of ys_inspection_kind_choices */
{
  YS_INSPECTION_KIND_UNKNOWN,
  YS_INSPECTION_KIND_ANNOUNCED,   /* 明查 */
  YS_INSPECTION_KIND_UNANNOUNCED, /* 暗访 */
  YS_INSPECTION_KIND_SPECIAL      /* 专项 */
} YsInspectionKind;

typedef struct
{
  gint64 id;
  gint64 compound_id;
  int level; /* YsInspectionLevel */
  int kind;  /* YsInspectionKind */
  YsInstant at;
  YsInstant notice_at; /* 0: the notice was given with the inspection, at @at */
  char *inspectors;    /* names, parted by 、 */
  gint64 catalogue_id; /* version of annex 1 that it was made under */
  char *remark;
  gboolean withdrawn;
  char *withdrawn_reason;
} YsInspection;

typedef enum /* the order of ys_finding_state_choices; overdue and paused are computed beside it */
{
  YS_FINDING_STATE_UNKNOWN,
  YS_FINDING_FOUND,    /* 待整改 */
  YS_FINDING_ISSUED,   /* notice given: 整改中 */
  YS_FINDING_REPORTED, /* reported back: 待复查 */
  YS_FINDING_FAILED,   /* recheck failed: 整改中 again */
  YS_FINDING_CLOSED,   /* recheck passed: 已销号 */
  YS_FINDING_WITHDRAWN
} YsFindingState;

/* Limit, points and deadline are pinned when it is recorded: later catalogues do not touch them. */
typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 compound_id; /* the inspection's, for the indexes */
  int level;          /* the inspection's */
  gint64 clause_id;
  YsNumber count; /* places, 1 or more */
  char *place;
  char *note;
  YsInstant found_at;  /* the inspection's instant: the finding's period */
  YsInstant starts_at; /* when the clock starts: found_at or the later notice */
  YsInstant deadline;  /* computed, with pauses and extensions */
  gboolean provisional;
  int state;              /* YsFindingState */
  YsInstant reported_at;  /* last report */
  YsInstant rechecked_at; /* last recheck */
  YsInstant rectified_at; /* 0 until a recheck passes: the report before it, else the recheck */
  YsInstant paused_at;    /* 0: the clock runs */
  YsNumber points; /* hundredths before doubling: clause × count at a counting level, else 0 */
} YsFinding;

extern const YsRecordType ys_inspection_type;
extern const YsRecordType ys_finding_type;
extern const YsChoice ys_level_choices[];           /* town, district, city, joint, self */
extern const YsChoice ys_inspection_kind_choices[]; /* announced, unannounced, special */
extern const YsChoice
    ys_finding_state_choices[]; /* found, issued, reported, failed, closed, withdrawn */

G_END_DECLS
