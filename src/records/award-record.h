/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided about awards, who is paid, and what was frozen with a period. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/* Who gets which prize of a tied group, or Red Property; at most one of a compound, period and list. */
typedef struct
{
  gint64    id;
  char     *period;
  gint64    compound_id;
  gboolean  red;        /* about Red Property; else about the ranked prizes */
  int       prize;      /* YsPrizeKind; NONE: decided against */
  char     *person;     /* who decided */
  char     *reason;
  YsInstant at;
} YsAwardDecision;

/* One named person's share of an award; account and identity numbers are personal. */
typedef struct
{
  gint64   id;
  char    *period;
  gint64   compound_id;
  int      prize;      /* YsPrizeKind: which award of the compound */
  char    *name;
  YsNumber amount;     /* fen */
  char    *account;    /* (nullable) */
  char    *identity;   /* (nullable) */
} YsPayout;

/* A period as it was finalised; never changes. A reopened and finalised again period has several. */
typedef struct
{
  gint64    id;
  char     *period;
  YsNumber  version;    /* 1, 2, … */
  YsInstant at;         /* the rules looked then */
  char     *user;
  char     *reason;     /* (nullable): why it was finalised again */
  char     *content;    /* JSON: scheme, rows, awards, workings (jobs read and write it) */
  char     *sha256;     /* of content */
} YsPeriodVersion;

/* A file that was written for a period, known by its verification code. */
typedef struct
{
  gint64    id;
  char     *number;     /* 考评〔2026〕10号-1 */
  char     *period;
  char     *what;       /* name of the report: ranking, annex2, … */
  char     *file_name;
  char     *sha256;     /* of the file's bytes */
  char     *user;
  YsInstant at;
} YsFiledReport;

extern const YsRecordType ys_award_decision_type;
extern const YsRecordType ys_payout_type;
extern const YsRecordType ys_period_version_type;
extern const YsRecordType ys_filed_report_type;

G_END_DECLS
