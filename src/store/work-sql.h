/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements over findings or cases, put together from fixed pieces, and the two ways to an order.
 * Seen in this folder only. */
#pragma once

#include "database.h"
#include "work-store.h"

G_BEGIN_DECLS

typedef struct
{
  GString *text;
  GArray *values; /* of the placeholders, in order */
  gboolean is_case;
} YsWorkSql;

void ys_work_sql_begin (YsWorkSql *sql, gboolean is_case, const char *columns);
/* Appends WHERE …; @states 0 leaves the state to the caller. */
void ys_work_sql_where (YsWorkSql *sql, const YsWorkQuery *query, guint states);
YsStatement *ys_work_sql_prepare (YsWorkSql *sql, YsDatabase *db, GError **error);
void ys_work_sql_clear (YsWorkSql *sql);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsWorkSql, ys_work_sql_clear)

/* Whether the query narrows by nothing but the state. */
gboolean ys_work_query_is_plain (const YsWorkQuery *query);
gboolean ys_work_query_excludes (const YsWorkQuery *query, gboolean is_case);
const char *ys_work_found_column (gboolean is_case);

/* Nearly everything is closed. Where that is shown and nothing else narrows, the few others are read
 * beforehand, a bit of each id: then an index does alone that does not hold the state. */
gboolean ys_work_shows_most (const YsWorkQuery *query);
gboolean ys_work_read_others (
    YsDatabase *db, gboolean is_case, guint states, GByteArray *out_set, GError **error);
void     ys_work_add_to_set (GByteArray *set, gint64 id);
gboolean ys_work_is_in_set (const GByteArray *set, gint64 id);

/* (transfer full) (element-type GArray of gint64): ids of the clauses of one code, by code. */
GPtrArray *ys_work_clause_groups (YsDatabase *db, GError **error);

/* (transfer full) (element-type gint64): cases with a confirmed fault. */
GArray *ys_work_faulty_cases (YsDatabase *db, GError **error);

/* The order of a column that no index gives: appends to @ids. */
gboolean ys_work_sort (YsDatabase *db, const YsWorkQuery *query, const YsWorkOrder *order,
                       GArray *ids, GError **error);

G_END_DECLS
