/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inspections in lists, with what their findings add up to. */
#pragma once

#include "inspection.h"
#include "ledger.h"

G_BEGIN_DECLS

/* What an inspection's findings add up to, withdrawn ones left out. */
typedef struct
{
  guint  n_findings;
  guint  n_places;
  guint  n_open;
  gint64 points; /* base, hundredths */
} YsInspectionSums;

typedef struct
{
  gint64    compound_id; /* 0: all */
  int       level;       /* 0: all */
  YsInstant from;
  YsInstant to;          /* exclusive; 0: to the end */
  gboolean  with_withdrawn;
  guint     limit;       /* 0: all */
} YsInspectionQuery;

/* @inspection may be stolen from: its texts are cleared by the caller of @func otherwise. */
typedef void (*YsInspectionRowFunc) (YsInspection *inspection, const YsInspectionSums *sums, gpointer user_data);
/* Newest first. */
gboolean   ys_inspection_store_each (YsLedger *ledger, const YsInspectionQuery *query,
                                     YsInspectionRowFunc func, gpointer user_data, GError **error);

/* (transfer full) (element-type YsFinding): of one compound and one clause code, all versions, found
 * in [@from, @to), not withdrawn, oldest first. */
GPtrArray *ys_inspection_store_same_clause (YsLedger *ledger, gint64 compound_id, const char *code,
                                            YsInstant from, YsInstant to, GError **error);

/* Every visit of [@from, @to) that was not withdrawn. */
typedef void (*YsVisitFunc) (gint64 compound_id, int level, int kind, YsInstant at, gpointer user_data);
gboolean   ys_inspection_store_visits (YsLedger *ledger, YsInstant from, YsInstant to, YsVisitFunc func,
                                       gpointer user_data, GError **error);

/* When the last visit before @before was, withdrawn ones left out, at a level of which @counts says so (by
 * YsInspectionLevel); 0: never. */
gboolean   ys_inspection_store_last_visit (YsLedger *ledger, const gboolean counts[YS_N_INSPECTION_LEVELS],
                                           YsInstant before, YsInstant *out_at, GError **error);

G_END_DECLS
