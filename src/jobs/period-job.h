/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A period is checked, finalised, reopened, compared with its earlier versions; its awards decided and
 * paid out. */
#pragma once

#include "award-record.h"
#include "calendar-record.h"
#include "standing.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CHECK_NOT_OVER,       /* stops: the period is not over */
  YS_CHECK_PENDING,        /* stops: awards wait for a decision */
  YS_CHECK_SHEET_MISSING,  /* stops: annex 2, neither entered nor waived */
  YS_CHECK_FAULT_PROPOSED, /* warns: case faults not decided */
  YS_CHECK_NEVER_INSPECTED,
  YS_CHECK_FEWER_VISITS,   /* fewer than most */
  YS_CHECK_UNSPECIFIED,    /* clauses without a figure that sheets would need */
  YS_CHECK_OBJECTION_OPEN,
  YS_CHECK_PROVISIONAL,    /* deadlines of a year without notice */
  YS_CHECK_TWIN,           /* one defect in two inspections of a day */
  YS_CHECK_SHEETS_DIFFER,  /* assessors do not agree */
  YS_CHECK_STRICTNESS,     /* an inspector's mean points per visit far from all others' */
  YS_CHECK_PAYOUT          /* stops: a list of who is paid that is no longer the award */
} YsCheckKind;

typedef struct
{
  YsCheckKind kind;
  gboolean    stops;
  char       *sentence;    /* what is the matter and what to do, with the names */
  GArray     *compounds;   /* (element-type gint64) */
  GArray     *refs;        /* (element-type gint64): findings or cases */
} YsPeriodCheck;

void       ys_period_check_free (YsPeriodCheck *check);
/* (transfer full) (element-type YsPeriodCheck): those that stop first */
GPtrArray *ys_period_checks (YsLedger *ledger, const YsRegistry *registry, const YsStanding *standing, YsInstant now, GError **error);

typedef struct
{
  char  *inspector;
  guint  n_visits;
  gint64 mean;       /* points per visit, hundredths, rounded for the eye */
  guint  n_others;   /* all other visits */
  gint64 others;     /* their mean; 0 without one */
} YsStrictness;
void       ys_strictness_free (YsStrictness *strictness);
/* (transfer full) (element-type YsStrictness): counting visits of the span, most visits first. */
GPtrArray *ys_period_strictness (YsLedger *ledger, YsSpan span, GError **error);

/* (transfer full) (nullable): the record; NULL without error: never touched, open. */
YsPeriod  *ys_period_load (YsLedger *ledger, YsSpan span, GError **error);
/* Freezes the standing with every working as a new version. FORBIDDEN (exit 4) while a check stops. @reason: needed
 * when it was reopened before. */
gboolean   ys_period_finalise (YsLedger *ledger, const YsRegistry *registry, YsSpan span, const char *reason, YsInstant now, GError **error);
/* The frozen version stays readable. FORBIDDEN when it is not finalised, or a longer period over it is. */
gboolean   ys_period_reopen (YsLedger *ledger, YsSpan span, const char *reason, GError **error);
/* The month to look at first: today's, or while it has no visit that counts the last one that has. Today's on an
 * error, too. */
YsSpan     ys_period_to_show (YsLedger *ledger, YsDate today, GError **error);
/* The last month before today's that has a visit that counts and is not final, alone or in a longer period; FALSE
 * without an error: there is none. */
gboolean   ys_period_to_finalise (YsLedger *ledger, YsDate today, YsSpan *out_month, GError **error);
/* (transfer full) (element-type YsSpan): periods of free days under which anything is kept, latest first */
GArray    *ys_period_free_spans (YsLedger *ledger, GError **error);
/* (transfer full) (element-type YsPeriodVersion without content): newest first */
GPtrArray *ys_period_versions (YsLedger *ledger, YsSpan span, GError **error);

typedef struct
{
  gint64      compound_id;
  char       *name;
  const char *what;    /* "score", "long_term", "property", "bonus", "rank", "prize", "red" */
  char       *before;  /* "" : was not there */
  char       *after;
  char       *because; /* (nullable): the working lines that came, went or changed */
} YsPeriodDifference;
void       ys_period_difference_free (YsPeriodDifference *difference);
/* What changed from frozen version @from (0: the last) to @to (0: what holds now). */
GPtrArray *ys_period_diff (YsLedger *ledger, const YsRegistry *registry, YsSpan span, guint from, guint to, YsInstant now, GError **error);

/* NAME=CLASS as decided: all of one tied group, or Red Property; REFUSED where they do not use exactly the places
 * that are pending. One change. */
typedef struct
{
  gint64 compound_id;
  int    prize; /* YsPrizeKind; RED and NONE too */
} YsPrizePlace;
gboolean   ys_award_decide (YsLedger *ledger, const YsStanding *standing, const YsPrizePlace *places, guint n_places,
                            const char *by, const char *reason, YsInstant now, GError **error);
/* (transfer full) (element-type YsAwardDecision) */
GPtrArray *ys_award_decisions (YsLedger *ledger, YsSpan span, GError **error);

/* Payout lists. */
GPtrArray *ys_payout_list (YsLedger *ledger, YsSpan span, gint64 compound_id, GError **error); /* (element-type YsPayout) */
/* Replaces the list of one compound's prize; the sum must be the award to the fen, else REFUSED with the difference. An
 * empty list takes it away. @shares' amounts all unset: split evenly, the first ones take the odd fen. */
gboolean   ys_payout_set (YsLedger *ledger, const YsStanding *standing, gint64 compound_id, int prize, GPtrArray *shares, GError **error);

G_END_DECLS
