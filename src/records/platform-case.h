/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case (案卷): a defect dispatched by the city or district command platform under its own number;
 * its faults as a person decided them, and the spans in which it was in legal procedure. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_case_state_choices; overdue and paused are computed beside it */
{
  YS_CASE_STATE_UNKNOWN,
  YS_CASE_RECEIVED, /* 待签收 */
  YS_CASE_ACCEPTED, /* 整改中 */
  YS_CASE_REPLIED,  /* 待核查 */
  YS_CASE_FAILED,   /* verification failed: 整改中 again */
  YS_CASE_CLOSED,   /* 已销号 */
  YS_CASE_WITHDRAWN
} YsCaseState;

typedef enum /* the order of ys_fault_choices */
{
  YS_FAULT_UNKNOWN,
  YS_FAULT_OVERDUE,      /* 超时 [002 §4.1(2)] */
  YS_FAULT_PASSING,      /* 推诿 [002 §4.1(3)] */
  YS_FAULT_REPEATED,     /* 反复 [002 §4.1(4)] */
  YS_FAULT_VERIFICATION, /* 核查不符 [002 §4.1(5)] */
  YS_FAULT_KEY           /* 重点 [002 §4.1(6)] */
} YsFault;

#define YS_N_FAULTS 5

typedef enum /* the order of ys_decision_choices */
{
  YS_DECISION_NONE,
  YS_DECISION_CONFIRMED,
  YS_DECISION_REJECTED
} YsDecision;

typedef struct
{
  gint64 id;
  char *number;  /* the platform's; unique */
  int level;     /* YsInspectionLevel: city or district */
  char *channel; /* (nullable): 12345热线, 网格上报 … */
  gint64 compound_id;
  gint64 clause_id;
  char *place;
  char *note;
  YsInstant at; /* dispatched: its period, and where its clock starts */
  YsNumber
      limit_amount; /* the clause's or as dispatched; unset where only a deadline was dispatched */
  int limit_unit;   /* YsLimitUnit */
  gboolean dispatched_deadline; /* the deadline is the platform's word: no calendar moves it */
  YsInstant deadline;
  gboolean provisional;
  int state;            /* YsCaseState */
  YsInstant replied_at; /* first reply; 0 none */
  char *reply;
  YsInstant verified_at;
  YsInstant closed_at;
  YsInstant paused_at;
} YsCase;

/* A decision on one fault of one case; at most one each. */
typedef struct
{
  gint64 id;
  gint64 case_id;
  int fault;    /* YsFault */
  int decision; /* YsDecision: confirmed costs 2.00, rejected is not proposed again */
  char *reason;
  char *person; /* who decided */
  YsInstant at;
  char *evidence; /* (nullable): numbers of the cases that make it, parted by 、 */
} YsCaseFault;

/* In legal procedure from @starts_at until @ends_at; 0: still. */
typedef struct
{
  gint64 id;
  gint64 case_id;
  YsInstant starts_at;
  YsInstant ends_at;
  char *reason;
} YsCaseProcedure;

extern const YsRecordType ys_case_type; /* table "platform_case": CASE is a word of SQL */
extern const YsRecordType ys_case_fault_type;
extern const YsRecordType ys_case_procedure_type;
extern const YsChoice
    ys_case_state_choices[]; /* received, accepted, replied, failed, closed, withdrawn */
extern const YsChoice ys_fault_choices[];    /* overdue, passing, repeated, verification, key */
extern const YsChoice ys_decision_choices[]; /* confirmed, rejected */

G_END_DECLS
