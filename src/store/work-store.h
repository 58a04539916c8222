/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of findings and cases: its order as ids (findings above 0, cases below), its counts, its
 * rows. What a clerk typed was resolved to ids by the caller. */
#pragma once

#include "ledger.h"
#include "work-row.h"

G_BEGIN_DECLS

/* The numbers of the states of findings and of cases agree, closed is 5, withdrawn 6. */
#define YS_WORK_STATES_OPEN 0x1eu
#define YS_WORK_STATES_CLOSED 0x20u
#define YS_WORK_STATES_ALL (YS_WORK_STATES_OPEN | YS_WORK_STATES_CLOSED)
#define YS_WORK_STATES_REPORTED 0x08u

/* Arrays hold gint64 ids and are (nullable): NULL does not narrow, an empty one lets nothing through. */
typedef struct
{
  gboolean      without_findings;
  gboolean      without_cases;
  guint         states;      /* bits 1 << state */
  YsInstant     overdue_at;  /* not 0: past the deadline then, clock running, no case with a reply in time */
  gboolean      only_paused; /* the clock stands */
  YsInstant     due_from;    /* not 0: deadline in [due_from, due_to) */
  YsInstant     due_to;
  int           level;       /* 0: all */
  const char   *levels;      /* (nullable): any of these, nicks with a space between */
  YsInstant     from;        /* found or dispatched in [from, to); 0: all */
  YsInstant     to;
  const GArray *compounds;
  const GArray *clauses;
  const GArray *cases;       /* of cases only these */
  const char   *text;        /* (nullable): place or a case's number contains it, … */
  const GArray *text_compounds; /* … or it is one of these compounds */
  const GArray *text_clauses;   /* … or clauses */
} YsWorkQuery;

typedef struct
{
  YsWorkSort    sort;
  gboolean      descending;
  const GArray *compounds; /* BY_COMPOUND: all compounds in their order */
} YsWorkOrder;

/* Whether an index gives the first rows of this order without reading all. */
gboolean ys_work_store_is_quick (YsWorkSort sort);
/* (transfer full) (element-type gint64): at most @max, 0: all */
GArray  *ys_work_store_ids (YsLedger *ledger, const YsWorkQuery *query, const YsWorkOrder *order, guint max,
                            GError **error);
/* Adds to @out_counts what is found of each state. */
gboolean ys_work_store_count (YsLedger *ledger, const YsWorkQuery *query, guint out_counts[8], GError **error);
/* Fills a cleared row with what is stored: overdue and proposed are the caller's, points are the
 * base. id 0 when there is none. */
gboolean ys_work_store_row (YsLedger *ledger, gint64 id, YsWorkRow *row, GError **error);

G_END_DECLS
