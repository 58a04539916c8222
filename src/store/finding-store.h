/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings read one after the other, and counted for rates. */
#pragma once

#include "catalogue.h"
#include "inspection.h"
#include "ledger.h"

G_BEGIN_DECLS

/* Zero does not narrow. */
typedef struct
{
  YsInstant from;
  YsInstant to;          /* exclusive */
  gint64    compound_id;
  int       state;       /* YsFindingState */
  YsInstant overdue_at;  /* past the deadline then, and not rectified by it; the clock runs */
  gboolean  only_paused;
} YsFindingQuery;

/* @compound is a name, @clause holds code, name, criterion, unit and limit only; all are the
 * reader's, gone after the call. */
typedef gboolean (*YsFindingRowFunc) (const YsFinding *finding, const char *compound,
                                      const YsClause *clause, gpointer user_data, GError **error);
/* Oldest first, one row in memory. FALSE of @func ends it. */
gboolean ys_finding_store_each (YsLedger *ledger, const YsFindingQuery *query, YsFindingRowFunc func,
                                gpointer user_data, GError **error);

typedef enum
{
  YS_RATE_GROUP_COMPOUND,
  YS_RATE_GROUP_UNIT,
  YS_RATE_GROUP_CLAUSE
} YsRateGroup;

typedef struct
{
  const char *name; /* (nullable): no unit */
  guint n_found;
  guint n_by_self;
  guint n_handled;
  guint n_on_time;
  guint n_due;
} YsRateRow;

typedef void (*YsRateRowFunc) (const YsRateRow *row, gpointer user_data);
/* Findings found and cases dispatched in [@from, @to), none that was withdrawn; most found first. */
gboolean ys_finding_store_rates (YsLedger *ledger, YsInstant from, YsInstant to, YsInstant now,
                                 YsRateGroup group, YsRateRowFunc func, gpointer user_data, GError **error);

G_END_DECLS
