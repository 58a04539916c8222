/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a standing is made of. Seen by the files of standings only. */
#pragma once

#include "score-store.h"
#include "standing-private.h"

G_BEGIN_DECLS

/* Another finalised period of the same kind. */
typedef struct
{
  YsSpan    span;
  YsInstant start;
  YsInstant end;
  YsInstant finalised_at;
  gboolean  is_read;  /* what it charged is in @charged */
  gboolean  doubles;  /* is_read: its scheme charges what is overdue */
} YsClosedSpan;

struct _YsStanding
{
  int            refs;
  YsSpan         span;
  YsInstant      now;
  YsInstant      as_of;   /* a trial of a finalised period: what was known then; else 0 */
  gboolean       final;
  guint          version;
  YsTrial       *trial;   /* (nullable) */
  GHashTable    *dropped, *rectified; /* (nullable): finding ids as pointers to gint64 of the trial */
  YsSchemeBook  *book;
  gboolean       counts[8]; /* by YsInspectionLevel */
  GArray        *rows;    /* of YsStandingRow: in the registry's order */
  GHashTable    *index;   /* compound id → 1 + index of rows */
  GArray        *shown;   /* of guint: indexes of rows, by rank, then those not assessed */
  guint          n_assessed;
  GStringChunk  *texts;   /* names */
  YsAwards      *awards;
  GArray        *choices; /* of YsAwardChoice */
  GArray        *closed;  /* of YsClosedSpan, by start: earlier ones */
  GArray        *later;   /* the same: later ones */
  gboolean       reopened;   /* it was final before */
  YsInstant      moved_from; /* where the first period of this kind begins that may have been reopened; 0: none was */
  GHashTable    *charged; /* set of what those that are read charged: "own 12", "second 12", "fault 12 超时", and
 * "late fault 12 超时" where it fell into a period behind */
  YsStanding    *last;    /* (nullable): the period before */
  GPtrArray     *months;  /* (nullable): of YsStanding, where the mean of months is taken */
  gint64         seq;     /* last line of the log that is counted */
  char          *json;    /* (nullable): as frozen */
};

/* Empty, of one ref. */
YsStanding    *ys_standing_new (YsSpan span);
YsStandingRow *ys_standing_add_row (YsStanding *standing, gint64 compound_id, const char *name, const char *community);
/* (nullable) */
YsStandingRow *ys_standing_row_of (const YsStanding *standing, gint64 compound_id);
/* Makes it anew from @from, which is left empty. */
void           ys_standing_take (YsStanding *standing, YsStanding *from);

typedef enum
{
  YS_STANDING_ALONE = 0,
  YS_STANDING_WITH_LAST = 1 << 0
} YsStandingParts;

YsStanding *ys_standing_make (YsLedger *ledger, const YsRegistry *registry, YsSpan span, const YsTrial *trial,
                              YsInstant now, YsStandingParts parts, GError **error);

/* What findings, visits and faults add up to: of one compound, of all (0). */
gboolean ys_standing_gather (YsStanding *standing, YsLedger *ledger, gint64 compound_id, GError **error);
/* Sheets, bonuses, surveys, decisions: of all. */
gboolean ys_standing_gather_entries (YsStanding *standing, YsLedger *ledger, GError **error);
/* The query of what @standing counts of @compound_id. */
YsScoreQuery ys_standing_query (const YsStanding *standing, gint64 compound_id);
/* As the scheme and the trial see it; FALSE: it does not count. */
gboolean ys_standing_see_finding (const YsStanding *standing, const YsScoreFinding *row, YsFinding *out_finding);
/* What falls into this period: base and second of one of its own, the second of an earlier one. */
YsFindingCost ys_standing_cost (const YsStanding *standing, const YsFinding *finding, gboolean late);
/* Whether a confirmed fault falls into this period. */
gboolean ys_standing_counts_fault (const YsStanding *standing, const YsScoreFault *fault, gboolean late);
/* What other finalised periods charged, read where it may matter: of periods from @since on that are closed; of all
 * where one was ever reopened. */
gboolean ys_standing_read_frozen (YsStanding *standing, YsLedger *ledger, YsInstant since, GError **error);
/* Whether another finalised period charged it: "own 12", "second 12", "fault 12 超时". */
gboolean ys_standing_is_charged (const YsStanding *standing, const char *key);
/* The closed period that holds @at; (nullable): it is open, or its own. */
const YsClosedSpan *ys_standing_closed_at (const YsStanding *standing, YsInstant at);
/* Whether what happened at @at to something of the closed period @own falls into this one: it happened here, or where
 * everything from then on is closed. */
gboolean ys_standing_falls_here (const YsStanding *standing, const YsClosedSpan *own, YsInstant at);

/* Scores, ranks and awards from what was gathered. */
void     ys_standing_rank (YsStanding *standing);
/* Awards from ranks that are there. */
void     ys_standing_award (YsStanding *standing);
/* The order in which rows are shown, from ranks that are there. */
void     ys_standing_sort (YsStanding *standing);

/* (transfer full): compound id → GPtrArray of YsWorkingLine; of one compound or of all (0). */
GHashTable *ys_standing_workings (const YsStanding *standing, YsLedger *ledger, gint64 compound_id, GError **error);
typedef struct
{
  const YsStanding *standing;
  GHashTable       *lines; /* compound id → GPtrArray */
  gboolean          late;
} YsExplaining;

/* (transfer none) (nullable): a new line; NULL: the standing has no such compound. */
YsWorkingLine *ys_explaining_add (const YsExplaining *explaining, gint64 compound_id, YsWorkingKind kind, const char *rule);
/* Sheets, surveys, bonuses: of one compound or of all (0). */
gboolean       ys_explaining_add_entries (const YsExplaining *explaining, YsLedger *ledger, gint64 compound_id, GError **error);

/* Those of a frozen one. */
GPtrArray  *ys_standing_frozen_workings (const YsStanding *standing, gint64 compound_id, GError **error);

/* The newest frozen version (@version 0) or that one; NULL without error: there is none. */
YsStanding *ys_standing_load_frozen (YsLedger *ledger, YsSpan span, guint version, GError **error);

G_END_DECLS
