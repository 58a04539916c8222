/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases of some months with what belongs to them, each kind in one query. */
#pragma once

#include "platform-case.h"
#include "record-store.h"

G_BEGIN_DECLS

/* Dispatched in [@from, @to); @compound_id 0: to all compounds. */
typedef struct
{
  YsInstant from;
  YsInstant to;
  gint64    compound_id;
} YsCaseRange;

/* (transfer full) (element-type YsCase): by time */
GPtrArray  *ys_case_store_list (YsLedger *ledger, const YsCaseRange *range, GError **error);
/* (transfer full) (element-type YsCaseFault or YsCaseProcedure): by case, then entry */
GPtrArray  *ys_case_store_children (YsLedger *ledger, const YsRecordType *type, const YsCaseRange *range,
                                    GError **error);
/* (transfer full) (element-type YsCase): earlier than @before, of one compound and of every version of
 * clause @code */
GPtrArray  *ys_case_store_history (YsLedger *ledger, gint64 compound_id, const char *code, YsInstant before,
                                   GError **error);
/* When the platform first did so; 0: never. */
typedef struct
{
  gint64    case_id;
  YsInstant failed_at;
  YsInstant overruled_at;
} YsCaseMark;

/* (transfer full): case id (gint64) → YsCaseMark; cases without one are left out; @range's compound does
 * not matter */
GHashTable *ys_case_store_marks (YsLedger *ledger, const YsCaseRange *range, GError **error);

/* (transfer full): clause id (gint64) → code, of every version */
GHashTable *ys_clause_store_codes (YsLedger *ledger, GError **error);

G_END_DECLS
