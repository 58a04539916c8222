/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a period's standing counts, streamed: findings, visits and confirmed faults. Nothing is judged
 * here. */
#pragma once

#include "inspection.h"
#include "ledger.h"
#include "platform-case.h"

G_BEGIN_DECLS

typedef struct
{
  YsInstant   from;        /* found, visited, dispatched in [from, to) */
  YsInstant   to;
  gint64      compound_id; /* 0: all */
  const char *levels;      /* (nullable): "district city": only these; NULL: all */
  gboolean    late;        /* instead: found or dispatched before @from, and the deadline's next minute (a
                              finding) or the decision (a fault) falls into [late_since, to) */
  YsInstant   late_since;  /* 0: @from */
  gboolean    with_words;  /* clause, place, photos … are wanted too */
} YsScoreQuery;

/* Words only with_words; texts are the reader's, gone after the call. */
typedef struct
{
  YsFinding   finding;       /* without place, note and starts_at */
  gint64      clause_points; /* 0: unspecified, or not asked for: only for levels beside city and district */
  const char *code, *name, *group, *place;
  int         kind;          /* YsInspectionKind */
  guint       n_photos;
} YsScoreFinding;

typedef void (*YsScoreFindingFunc) (const YsScoreFinding *row, gpointer user_data);
/* In no order. Withdrawn ones only with_words. */
gboolean ys_score_store_findings (YsLedger *ledger, const YsScoreQuery *query, YsScoreFindingFunc func,
                                  gpointer user_data, GError **error);

typedef void (*YsScoreVisitFunc) (gint64 compound_id, guint n_visits, gpointer user_data);
/* Inspections that are not withdrawn. */
gboolean ys_score_store_visits (YsLedger *ledger, const YsScoreQuery *query, YsScoreVisitFunc func,
                                gpointer user_data, GError **error);

typedef struct
{
  gint64      case_id;
  gint64      compound_id;
  int         fault;         /* YsFault; 0: a withdrawn case */
  int         level;
  YsInstant   at;            /* dispatched */
  YsInstant   decided_at;
  YsInstant   deadline, replied_at;
  const char *number, *code, *group, *place, *person; /* with_words */
  guint       n_photos;
} YsScoreFault;

typedef void (*YsScoreFaultFunc) (const YsScoreFault *row, gpointer user_data);
/* Confirmed ones of cases that are not withdrawn; with_words also each withdrawn case, once. */
gboolean ys_score_store_faults (YsLedger *ledger, const YsScoreQuery *query, YsScoreFaultFunc func,
                                gpointer user_data, GError **error);

typedef void (*YsScoreWithdrawnFunc) (gint64 compound_id, gint64 inspection_id, int level, int kind, YsInstant at,
                                      const char *reason, gpointer user_data);
/* Withdrawn inspections without any finding: their findings are withdrawn with the others. */
gboolean ys_score_store_withdrawn_visits (YsLedger *ledger, const YsScoreQuery *query, YsScoreWithdrawnFunc func,
                                          gpointer user_data, GError **error);

/* The last line of the audit log; 0: none, -1: error. */
gint64   ys_score_store_last_line (YsLedger *ledger, GError **error);
/* Lines after @seq, oldest first. */
typedef void (*YsScoreLineFunc) (const char *record, gint64 record_id, const char *before, const char *after,
                                 gpointer user_data);
gboolean ys_score_store_lines_after (YsLedger *ledger, gint64 seq, YsScoreLineFunc func, gpointer user_data,
                                     GError **error);
/* (element-type gint64) (transfer full): compounds with a finding whose deadline's next minute is in
 * (@after, @until]. */
GArray  *ys_score_store_due_between (YsLedger *ledger, YsInstant after, YsInstant until, GError **error);
/* The compound of a finding, inspection, platform_case, assessment or of a case_fault's case; 0: none such. */
gint64   ys_score_store_compound_of (YsLedger *ledger, const char *record, gint64 id, GError **error);

G_END_DECLS
