/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the list where an index gives it: by deadline and by time. Findings and cases are
 * two streams that are merged; the first rows cost no more than themselves. */
#include "config.h"

#include "ledger-private.h"
#include "work-sql.h"

/* A run of the list: rows of some states, those with a value in the column or those without. */
typedef enum
{
  BY_DEADLINE, /* those that have one */
  BY_ID,
  BY_FOUND
} Key;

typedef struct
{
  guint states;
  Key key;
  gboolean unknown; /* BY_ID: only those without a deadline */
  gboolean descending;
  gboolean only_findings;
} Segment;

typedef struct
{
  YsStatement *statement; /* NULL: there is none */
  GByteArray *others;     /* (nullable): not shown */
  int sign;
  gboolean has_key; /* else the id is the key, or there is nothing to merge with */
  gboolean row;
  gint64 key;
  gint64 id;
} Stream;

typedef struct
{
  YsDatabase *db;
  const YsWorkQuery *query;
  GByteArray *others[2]; /* not shown: findings, cases */
  gboolean is_plain;     /* these two sets say all of the state */
  guint max;
  GArray *ids;
} Walk;

gboolean
ys_work_store_is_quick (YsWorkSort sort)
{
  return sort == YS_WORK_BY_URGENCY || sort == YS_WORK_BY_DEADLINE || sort == YS_WORK_BY_FOUND
         || sort == YS_WORK_BY_STATE;
}

static gboolean
advance (Stream *stream, GError **error)
{
  do
    {
      if (!ys_statement_step (stream->statement, &stream->row, error))
        return FALSE;
      if (!stream->row)
        return TRUE;
      stream->id = ys_statement_int64 (stream->statement, 0);
    }
  while (stream->others != NULL && ys_work_is_in_set (stream->others, stream->id));
  stream->key = stream->has_key ? ys_statement_int64 (stream->statement, 1) : stream->id;
  return TRUE;
}

static const char *
column_of (const Segment *segment, gboolean is_case)
{
  switch (segment->key)
    {
    case BY_DEADLINE:
      return "\"deadline\"";
    case BY_ID:
      return "\"id\"";
    case BY_FOUND:
      return ys_work_found_column (is_case);
    }
  g_assert_not_reached ();
}

/* A column that is not asked for is not taken apart a million times. */
static gboolean
needs_key (const Walk *walk, const Segment *segment)
{
  return segment->key != BY_ID && !segment->only_findings
         && !ys_work_query_excludes (walk->query, TRUE)
         && !ys_work_query_excludes (walk->query, FALSE);
}

static gboolean
open_stream (Walk *walk, const Segment *segment, gboolean is_case, Stream *stream, GError **error)
{
  *stream = (Stream){ .sign = is_case ? -1 : 1, .has_key = needs_key (walk, segment) };
  if (ys_work_query_excludes (walk->query, is_case) || (is_case && segment->only_findings))
    return TRUE;
  g_auto (YsWorkSql) sql = { 0 };
  const char *column = column_of (segment, is_case);
  const char *direction = segment->descending ? "DESC" : "ASC";
  g_autofree char *columns
      = g_strdup_printf ("\"id\"%s%s", stream->has_key ? ", " : "", stream->has_key ? column : "");
  gboolean all = walk->is_plain && segment->states == walk->query->states;
  ys_work_sql_begin (&sql, is_case, columns);
  ys_work_sql_where (&sql, walk->query, all ? 0 : segment->states);
  if (segment->key == BY_DEADLINE)
    g_string_append (sql.text, " AND \"deadline\" IS NOT NULL");
  if (segment->unknown)
    g_string_append (sql.text, " AND \"deadline\" IS NULL");
  g_string_append (sql.text, " ORDER BY ");
  if (segment->key != BY_ID)
    g_string_append_printf (sql.text, "%s %s, ", column, direction);
  g_string_append_printf (sql.text, "\"id\" %s", direction);
  stream->statement = ys_work_sql_prepare (&sql, walk->db, error);
  stream->others = all ? walk->others[is_case] : NULL;
  return stream->statement != NULL && advance (stream, error);
}

/* At the same key findings go first, whichever the direction. */
static gboolean
goes_first (const Stream *finding, const Stream *one, gboolean descending)
{
  if (!finding->row || !one->row)
    return finding->row;
  return descending ? finding->key >= one->key : finding->key <= one->key;
}

static gboolean
merge (Walk *walk, Stream streams[2], gboolean descending, GError **error)
{
  while ((streams[0].row || streams[1].row) && (walk->max == 0 || walk->ids->len < walk->max))
    {
      Stream *next = &streams[goes_first (&streams[0], &streams[1], descending) ? 0 : 1];
      gint64 id = next->sign * next->id;
      g_array_append_val (walk->ids, id);
      if (!advance (next, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_segment (Walk *walk, const Segment *segment, GError **error)
{
  if (segment->states == 0 || (walk->max != 0 && walk->ids->len >= walk->max))
    return TRUE;
  Stream streams[2];
  gboolean done = open_stream (walk, segment, FALSE, &streams[0], error);
  if (done)
    {
      done = open_stream (walk, segment, TRUE, &streams[1], error)
             && merge (walk, streams, segment->descending, error);
      ys_statement_free (streams[1].statement);
    }
  ys_statement_free (streams[0].statement);
  return done;
}

static gboolean
walk_by_deadline (Walk *walk, guint states, gboolean descending, GError **error)
{
  const Segment known = { .states = states, .key = BY_DEADLINE, .descending = descending };
  const Segment unknown
      = { .states = states, .key = BY_ID, .unknown = TRUE, .descending = descending };
  return walk_segment (walk, &known, error) && walk_segment (walk, &unknown, error);
}

/* What is open is done next in the order of its deadlines; what is closed is looked up, newest
 * first. */
static gboolean
walk_by_urgency (Walk *walk, gboolean descending, GError **error)
{
  guint open = walk->query->states & YS_WORK_STATES_OPEN;
  guint closed = walk->query->states & YS_WORK_STATES_CLOSED;
  if (descending)
    return walk_by_deadline (walk, closed, FALSE, error)
           && walk_by_deadline (walk, open, TRUE, error);
  return walk_by_deadline (walk, open, FALSE, error)
         && walk_by_deadline (walk, closed, TRUE, error);
}

/* In the order in which a clerk works: to be rectified, being rectified, failed, to be rechecked,
 * closed; findings and cases share these numbers. */
static gboolean
walk_by_state (Walk *walk, gboolean descending, GError **error)
{
  static const guint order[] = { 1, 2, 4, 3, 5 };
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint state = order[descending ? G_N_ELEMENTS (order) - 1 - i : i];
      if (!walk_by_deadline (walk, walk->query->states & (1u << state), FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* Clauses of one code, one after another: versions of a catalogue are the same column to a clerk.
 */
static gboolean
walk_by_clause (Walk *walk, gboolean descending, GError **error)
{
  const YsWorkQuery *query = walk->query;
  g_autoptr (GPtrArray) groups = ys_work_clause_groups (walk->db, error);
  gboolean done = groups != NULL;
  for (guint i = 0; done && i < groups->len; i++)
    {
      YsWorkQuery narrow = *query;
      const Segment newest = { .states = query->states, .key = BY_ID, .descending = TRUE };
      narrow.clauses = g_ptr_array_index (groups, descending ? groups->len - 1 - i : i);
      walk->query = &narrow;
      done = walk_segment (walk, &newest, error);
      walk->query = query;
    }
  return done;
}

/* Cases first, by what their column says, as the sort of all would have them; then findings. */
static gboolean
walk_cases_first (Walk *walk, const YsWorkOrder *order, GError **error)
{
  YsWorkQuery cases = *walk->query;
  const Segment newest = { .states = cases.states,
                           .key = order->sort == YS_WORK_BY_NUMBER ? BY_ID : BY_FOUND,
                           .descending = TRUE,
                           .only_findings = TRUE };
  cases.without_findings = TRUE;
  return (cases.without_cases || ys_work_sort (walk->db, &cases, order, walk->ids, error))
         && walk_segment (walk, &newest, error);
}

/* Cases with faults, then all the others as they were found: a few thousand are sorted, the
 * million is not. */
static gboolean
walk_by_fault (Walk *walk, const YsWorkOrder *order, GError **error)
{
  YsWorkQuery faulty = *walk->query;
  const Segment others = { .states = faulty.states, .key = BY_FOUND, .descending = TRUE };
  g_autoptr (GArray) cases = ys_work_faulty_cases (walk->db, error);
  if (cases == NULL)
    return FALSE;
  for (guint i = 0; i < cases->len; i++)
    ys_work_add_to_set (walk->others[1], g_array_index (cases, gint64, i));
  faulty.without_findings = TRUE;
  faulty.cases = cases;
  if (order->descending && !walk_segment (walk, &others, error))
    return FALSE;
  return (faulty.without_cases || ys_work_sort (walk->db, &faulty, order, walk->ids, error))
         && (order->descending || walk_segment (walk, &others, error));
}

static gboolean
walk_order (Walk *walk, const YsWorkOrder *order, GError **error)
{
  const Segment by_found
      = { .states = walk->query->states, .key = BY_FOUND, .descending = order->descending };
  switch (order->sort)
    {
    case YS_WORK_BY_URGENCY:
      return walk_by_urgency (walk, order->descending, error);
    case YS_WORK_BY_DEADLINE:
      return walk_by_deadline (walk, walk->query->states, order->descending, error);
    case YS_WORK_BY_FOUND:
      return walk_segment (walk, &by_found, error);
    case YS_WORK_BY_STATE:
      return walk_by_state (walk, order->descending, error);
    case YS_WORK_BY_CLAUSE:
      if (walk->is_plain)
        return walk_by_clause (walk, order->descending, error);
      break;
    case YS_WORK_BY_NUMBER:
      return walk_cases_first (walk, order, error);
    case YS_WORK_BY_FAULT:
      if (walk->is_plain)
        return walk_by_fault (walk, order, error);
      break;
    case YS_WORK_BY_LEVEL:
    case YS_WORK_BY_COMPOUND:
    case YS_N_WORK_SORTS:
      break;
    }
  return ys_work_sort (walk->db, walk->query, order, walk->ids, error);
}

GArray *
ys_work_store_ids (
    YsLedger *ledger, const YsWorkQuery *query, const YsWorkOrder *order, guint max, GError **error)
{
  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (query != NULL && order != NULL, NULL);

  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GByteArray) findings = g_byte_array_new ();
  g_autoptr (GByteArray) cases = g_byte_array_new ();
  Walk walk = { ledger->db, query, { findings, cases }, FALSE, max, ids };
  /* By urgency and state the index of states does; a sort of all reads the others itself. */
  if (ys_work_shows_most (query)
      && (order->sort == YS_WORK_BY_DEADLINE || order->sort == YS_WORK_BY_FOUND
          || order->sort == YS_WORK_BY_CLAUSE || order->sort == YS_WORK_BY_NUMBER
          || order->sort == YS_WORK_BY_FAULT))
    {
      walk.is_plain = TRUE;
      if (!ys_work_read_others (ledger->db, FALSE, query->states, findings, error)
          || !ys_work_read_others (ledger->db, TRUE, query->states, cases, error))
        return NULL;
    }
  if (!walk_order (&walk, order, error))
    return NULL;
  if (max != 0 && ids->len > max)
    g_array_set_size (ids, max);
  return g_steal_pointer (&ids);
}
