/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that say how a period ended: ranking, award fund, who is paid, the year by month. Plain
 * data in, a sheet out; titles and heads are official and stay Chinese. */
#pragma once

#include "office.h"
#include "sheet.h"

G_BEGIN_DECLS

typedef struct
{
  const YsOffice *office;
  const char     *period; /* 2026年10月 */
  const char     *state;  /* 已定稿（第1版）, 未定稿 */
  YsDate          date;   /* 填报时间 */
} YsPeriodHead;

typedef struct
{
  guint       rank;       /* 0: not assessed */
  gboolean    tied;
  const char *name;
  const char *community;  /* (nullable) */
  gint64      long_term;  /* hundredths */
  gint64      property;
  gint64      bonus;
  gint64      score;
  guint       last_rank;  /* 0: none */
  const char *prize;      /* 一等奖, 待定; "" for none */
} YsRankingLine;

/* @rows: (element-type YsRankingLine): by rank, then those not assessed; @rule: how equal scores are
 * ordered; @split: (nullable): which were; weights in hundredths of a per cent. (transfer full) */
YsSheet *ys_ranking_table_build (const YsPeriodHead *head, GPtrArray *rows, gint64 long_weight, gint64 property_weight,
                                 const char *rule, const char *split);
/* (transfer full): ↑2, ↓1, 持平; — without an earlier rank */
char    *ys_ranking_change (guint rank, guint last_rank);

/* A place of a class: won, pending or vacant. */
typedef struct
{
  const char *name;   /* (nullable): NULL: vacant; pending: all names of the group */
  gboolean    pending;
  gint64      amount; /* fen; not printed while pending */
} YsFundPlace;

typedef struct
{
  const char *name;   /* 一等奖 */
  gboolean    red;    /* counted 个, not 名 */
  guint       places;
  gint64      amount; /* fen, each */
  GPtrArray  *winners; /* (nullable) (element-type YsFundPlace) */
} YsFundClass;

/* Annex 4. @filled: with the compounds and their amounts, and a total without what is pending. (transfer full) */
YsSheet *ys_award_table_build (const YsPeriodHead *head, GPtrArray *classes, gboolean filled);

typedef struct
{
  const char *name;
  gint64      amount;   /* fen */
  const char *account;  /* (nullable) */
  const char *identity; /* (nullable) */
} YsPayoutLine;

typedef struct
{
  const char *compound;
  const char *prize;         /* 一等奖 */
  gint64      award;         /* fen */
  gboolean    with_personal;
  GPtrArray  *lines;         /* (element-type YsPayoutLine); empty: a form to fill in by hand */
} YsPayoutSheet;

/* 领取表 of one award. @name: of the worksheet. (transfer full) */
YsSheet *ys_payout_table_build (const YsPeriodHead *head, const char *name, const YsPayoutSheet *payout);

#define YS_SCORE_NONE (-1) /* not assessed */
#define YS_SCORE_LATER (-2) /* the month is not there yet */

typedef struct
{
  const char *name;
  const char *community;  /* (nullable) */
  gint64      months[12]; /* hundredths, or one of the above */
  gint64      year;
  guint       rank;       /* 0: not assessed */
} YsAnnualLine;

/* @rows: (element-type YsAnnualLine): by rank. (transfer full) */
YsSheet *ys_annual_table_build (const YsPeriodHead *head, GPtrArray *rows);

G_END_DECLS
