/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A version of a catalogue of clauses (考核细则) and its clauses. An edit makes a new version with
 * all its clauses, valid from a date on; what was recorded keeps the clause of its version. The
 * database refuses to change a version; versions 1 are built in (resources/migrations). */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_annex_choices */
{
  YS_ANNEX_UNKNOWN,
  YS_ANNEX_1, /* long-term management, deductions per place [002 annex 1] */
  YS_ANNEX_2, /* property management [002 annex 2] */
  YS_ANNEX_3  /* party-led sheet [002 annex 3] */
} YsAnnex;

typedef enum /* the order of ys_clause_kind_choices */
{
  YS_CLAUSE_UNKNOWN,
  YS_CLAUSE_DEDUCTION, /* annexes 1 and 2: points taken for each occurrence */
  YS_CLAUSE_EXTRA,     /* annex 2: points given for each */
  YS_CLAUSE_SURVEY,    /* annex 2: points given by coverage and rate; points is the most */
  YS_CLAUSE_ITEM,      /* annex 3: at most points */
  YS_CLAUSE_VETO       /* annex 3: without it everything falls */
} YsClauseKind;

typedef struct
{
  gint64 id;
  char *title;       /* 附件1 第2版 */
  int annex;         /* YsAnnex */
  YsNumber version;  /* 1, 2, … of its annex */
  YsDate valid_from; /* full; of two versions of one date the later version counts */
  char *reason;      /* why it was made */
  char *source;      /* (nullable): file that it came from */
  char *notes;       /* (nullable): footnotes, one a line */
} YsCatalogue;

typedef struct
{
  gint64 id;
  gint64 catalogue_id;
  char *code;        /* A1-01 */
  YsNumber position; /* order in the annex, from 1 */
  int kind;          /* YsClauseKind */
  char *group;       /* annex 1: 分类; annex 2: number of the row; annex 3: 项目 */
  char *content;     /* annex 2: 考核内容; annex 3: 标准; annex 1: NULL */
  char *name;        /* 小类名称; annexes 2 and 3: a name of ours */
  char *short_name;  /* at most six characters, for charts */
  char *criterion; /* 立案条件, 评分标准, 内容; annex 2's parts joined give the printed cell */
  YsNumber limit_amount; /* time limit; unset: none */
  int limit_unit;        /* YsLimitUnit */
  char *unit;            /* responsible unit */
  YsNumber points;       /* hundredths per occurrence; unset: unspecified in the source, ask */
} YsClause;

extern const YsRecordType ys_catalogue_type;
extern const YsRecordType ys_clause_type;
extern const YsChoice ys_annex_choices[];       /* annex1, annex2, annex3 */
extern const YsChoice ys_clause_kind_choices[]; /* deduction, extra, survey, item, veto */
extern const YsChoice ys_limit_unit_choices[];  /* hours, days */

G_END_DECLS
