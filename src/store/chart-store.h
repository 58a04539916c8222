/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of a span for charts: findings by compound and clause, and how they kept their deadlines.
 * Withdrawn findings are left out. */
#pragma once

#include "date.h"
#include "ledger.h"

G_BEGIN_DECLS

typedef struct
{
  YsInstant   from;
  YsInstant   to;          /* exclusive */
  const char *levels;      /* nicks with a space between: "district city" */
  gint64      compound_id; /* 0: all */
} YsChartQuery;

/* @code is gone after the call; versions of one clause come together. */
typedef void (*YsClauseCountFunc) (gint64 compound_id, const char *code, gint64 places, gpointer user_data);
gboolean ys_chart_store_clauses (YsLedger *ledger, const YsChartQuery *query, YsClauseCountFunc func, gpointer user_data,
                                 GError **error);

/* Findings: repaired by the deadline, after it, overdue still, not due yet at @now. */
typedef void (*YsTimelinessFunc) (gint64 compound_id, guint on_time, guint late, guint open, guint not_due, gpointer user_data);
gboolean ys_chart_store_timeliness (YsLedger *ledger, const YsChartQuery *query, YsInstant now, YsTimelinessFunc func,
                                    gpointer user_data, GError **error);

G_END_DECLS
