/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger of one month as plain lists, made at random, and what it must come to, worked out slowly
 * and without the program's own rules of scores, ranks and awards. */
#pragma once

#include "award-record.h"
#include "inspection.h"
#include "platform-case.h"
#include "scheme.h"

#define ORACLE_MAX_COMPOUNDS 8

typedef struct
{
  guint compound; /* from 0 */
  int level;
  YsInstant at;
  gboolean withdrawn;
  guint first_finding, n_findings;
} OracleVisit;

typedef struct
{
  guint compound;
  YsInstant at;
  gboolean withdrawn;
  int decision[YS_N_FAULTS + 1]; /* YsDecision by YsFault; NONE: no row */
  YsInstant decided_at[YS_N_FAULTS + 1];
} OracleCase;

typedef struct
{
  gboolean has_sheet;
  gint64 n_wrong;      /* A2-05: 5.00 each */
  gint64 n_activities; /* A2-14: 2.00 each */
  gboolean has_survey;
  gint64 rate, coverage;
  gboolean has_party_sheet;
  gint64 party_points; /* A3-02 */
  gboolean has_party;  /* A3-01 */
  guint titles[5];     /* by YsTitle */
  guint withdrawn_titles;
  int choice, red_choice; /* YsPrizeKind as decided; UNKNOWN: nothing was */
} OracleEntry;

typedef struct
{
  YsScheme scheme;
  YsPrize prizes[4];
  guint n_compounds;
  OracleEntry entries[ORACLE_MAX_COMPOUNDS];
  GArray *visits;   /* of OracleVisit */
  GArray *findings; /* of YsFinding; compound_id is 1 + index */
  GArray *cases;    /* of OracleCase */
  YsInstant before; /* the month before: [before, start) */
  YsInstant start, end;
  YsInstant finalised_at; /* of the month before; 0: open */
  YsInstant now;
} OracleLedger;

typedef struct
{
  gboolean assessed;
  gint64 long_term, property, bonus, score;
  gint64 open_places, n_faults;
  guint rank;
  gboolean tied, equal;
  int prize; /* UNKNOWN: none */
  gboolean pending, red, red_pending;
  gint64 amount;
} OracleRow;

typedef struct
{
  OracleRow rows[ORACLE_MAX_COMPOUNDS];
  gint64 total, pending_total;
  guint red; /* 1 + index; 0: none */
} OracleResult;

OracleLedger *oracle_random (guint32 seed);
void oracle_free (OracleLedger *ledger);
/* Decides what is pending, at random: rightly, by halves or wrongly. */
void oracle_decide (OracleLedger *ledger, guint32 seed);
OracleResult oracle_work_out (const OracleLedger *ledger);
