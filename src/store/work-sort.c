/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a column that no index gives. Ids are read in whatever order the cheapest index
 * holds them, each with a key of two parts (the rank in its column, then a tie-break), and sorted
 * by radix: linear, and cheaper than the engine's sorter over whole rows. */
#include "config.h"

#include <string.h>

#include "inspection.h"
#include "platform-case.h"
#include "work-sql.h"

#define SECOND_BITS 40
#define SECOND_MAX ((G_GUINT64_CONSTANT (1) << SECOND_BITS) - 1)
#define RANK_MAX ((G_GUINT64_CONSTANT (1) << (64 - SECOND_BITS)) - 1)
#define DIGIT_BITS 11
#define N_DIGITS (1u << DIGIT_BITS)

typedef struct
{
  guint64 key;
  guint64 tie; /* id × 2, odd for a case: unique */
} Element;

typedef struct
{
  YsDatabase *db;
  const YsWorkQuery *query;
  const YsWorkOrder *order;
  GArray *elements;
  GArray *ranks; /* (element-type guint32): by id */
  gboolean is_case;
} Collection;

/* Radix sort */

static guint
digit_of (const Element *element, guint pass)
{
  const guint tie_passes = 3; /* 33 bits of the tie: four thousand million ids */
  guint64 word = pass < tie_passes ? element->tie : element->key;
  guint shift = DIGIT_BITS * (pass < tie_passes ? pass : pass - tie_passes);
  return (guint)(word >> shift) & (N_DIGITS - 1);
}

/* FALSE when all have the same digit: nothing to move. */
static gboolean
count_digits (const Element *elements, guint n, guint pass, guint starts[N_DIGITS])
{
  memset (starts, 0, N_DIGITS * sizeof *starts);
  for (guint i = 0; i < n; i++)
    starts[digit_of (&elements[i], pass)]++;
  guint total = 0;
  for (guint i = 0; i < N_DIGITS; i++)
    {
      guint count = starts[i];
      if (count == n)
        return FALSE;
      starts[i] = total;
      total += count;
    }
  return TRUE;
}

static void
sort_elements (GArray *array)
{
  guint n = array->len;
  g_autofree Element *other = g_new (Element, MAX (n, 1));
  Element *from = (Element *)(gpointer)array->data;
  Element *to = other;
  guint starts[N_DIGITS];
  for (guint pass = 0; pass < 9; pass++)
    {
      if (!count_digits (from, n, pass, starts))
        continue;
      for (guint i = 0; i < n; i++)
        to[starts[digit_of (&from[i], pass)]++] = from[i];
      Element *swap = from;
      from = to;
      to = swap;
    }
  if (from == other)
    memcpy (array->data, other, n * sizeof (Element));
}

/* Ranks */

static void
set_rank (GArray *ranks, gint64 id, guint rank)
{
  guint before = ranks->len;
  g_return_if_fail (id > 0 && id < G_MAXUINT / 8);
  if (id >= before)
    {
      g_array_set_size (ranks, (guint)id + 1);
      for (guint i = before; i < ranks->len; i++)
        g_array_index (ranks, guint32, i) = (guint32)RANK_MAX;
    }
  g_array_index (ranks, guint32, (guint)id) = (guint32)MIN (rank, RANK_MAX);
}

static guint64
rank_of (const GArray *ranks, gint64 id)
{
  return id >= 0 && id < ranks->len ? g_array_index (ranks, guint32, (guint)id) : RANK_MAX;
}

/* Rows of (id, text) in order; the same text has the same rank. */
static gboolean
rank_rows (YsDatabase *db, const char *sql, GArray *ranks, GError **error)
{
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  g_autoptr (GString) last = g_string_new (NULL);
  guint rank = 0;
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      const char *text = ys_statement_text (statement, 1);
      if (rank == 0 || g_strcmp0 (last->str, text) != 0)
        rank++;
      g_string_assign (last, text != NULL ? text : "");
      set_rank (ranks, ys_statement_int64 (statement, 0), rank);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
ys_work_clause_groups (YsDatabase *db, GError **error)
{
  static const char sql[] = "SELECT \"id\", \"code\" FROM clause ORDER BY \"code\", \"id\"";
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autoptr (GString) last = g_string_new (NULL);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gint64 id = ys_statement_int64 (statement, 0);
      const char *code = ys_statement_text (statement, 1);
      if (groups->len == 0 || !g_str_equal (last->str, code))
        g_ptr_array_add (groups, g_array_new (FALSE, FALSE, sizeof (gint64)));
      g_string_assign (last, code);
      g_array_append_val (g_ptr_array_index (groups, groups->len - 1), id);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&groups);
}

GArray *
ys_work_faulty_cases (YsDatabase *db, GError **error)
{
  static const char sql[] = "SELECT DISTINCT \"case\" FROM case_fault"
                            " WHERE \"decision\" = 'confirmed'";
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return NULL;
  while (row)
    {
      gint64 id = ys_statement_int64 (statement, 0);
      g_array_append_val (ids, id);
      if (!ys_statement_step (statement, &row, error))
        return NULL;
    }
  return g_steal_pointer (&ids);
}

/* Cases with the most confirmed faults first; a case without one is not in the table. */
static gboolean
rank_faults (YsDatabase *db, GArray *ranks, GError **error)
{
  static const char sql[] = "SELECT \"case\", count (*) FROM case_fault"
                            " WHERE \"decision\" = 'confirmed' GROUP BY \"case\"";
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      guint n = (guint)CLAMP (ys_statement_int64 (statement, 1), 0, YS_N_FAULTS);
      set_rank (ranks, ys_statement_int64 (statement, 0), RANK_MAX - 1 - n);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
make_ranks (YsDatabase *db, const YsWorkOrder *order, GArray *ranks, GError **error)
{
  static const char clauses[] = "SELECT \"id\", \"code\" FROM clause ORDER BY \"code\"";
  static const char numbers[] = "SELECT \"id\", \"number\" FROM platform_case ORDER BY \"number\"";
  if (order->sort == YS_WORK_BY_CLAUSE)
    return rank_rows (db, clauses, ranks, error);
  if (order->sort == YS_WORK_BY_NUMBER)
    return rank_rows (db, numbers, ranks, error);
  if (order->sort == YS_WORK_BY_FAULT)
    return rank_faults (db, ranks, error);
  for (guint i = 0; order->compounds != NULL && i < order->compounds->len; i++)
    set_rank (ranks, g_array_index (order->compounds, gint64, i), i + 1);
  return TRUE;
}

/* In the order in which a clerk works: to be rectified, failed, to be rechecked, closed. */
static guint
rank_of_state (const char *nick, gboolean is_case)
{
  static const guint ranks[] = { 7, 1, 2, 4, 3, 5, 6 };
  const YsChoice *choices = is_case ? ys_case_state_choices : ys_finding_state_choices;
  for (guint i = 0; choices[i].nick != NULL; i++)
    if (g_strcmp0 (choices[i].nick, nick) == 0)
      return ranks[i + 1];
  return ranks[0];
}

/* From the highest: city, district, town, joint, self. */
static guint
rank_of_level (const char *nick)
{
  static const guint ranks[] = { 6, 3, 2, 1, 4, 5 };
  for (guint i = 0; ys_level_choices[i].nick != NULL; i++)
    if (g_strcmp0 (ys_level_choices[i].nick, nick) == 0)
      return ranks[i + 1];
  return ranks[0];
}

/* Collecting */

/* id, column, tie-break. Without a filter one index holds all three, but for the level. */
static const char *
columns_of (const Collection *collection)
{
  gboolean is_case = collection->is_case;
  switch (collection->order->sort)
    {
    case YS_WORK_BY_STATE:
      return "\"id\", \"state\", \"deadline\"";
    case YS_WORK_BY_LEVEL:
      return is_case ? "\"id\", \"level\", \"at\"" : "\"id\", \"level\", \"found_at\"";
    case YS_WORK_BY_COMPOUND:
      return is_case ? "\"id\", \"compound\", \"at\"" : "\"id\", \"compound\", \"found_at\"";
    case YS_WORK_BY_CLAUSE:
      return "\"id\", \"clause\", \"id\"";
    case YS_WORK_BY_NUMBER:
      return "\"id\", \"id\", \"id\"";
    case YS_WORK_BY_FAULT:
      return is_case ? "\"id\", \"id\", \"at\"" : "\"id\", 0, \"found_at\"";
    case YS_WORK_BY_URGENCY:
    case YS_WORK_BY_DEADLINE:
    case YS_WORK_BY_FOUND:
    case YS_N_WORK_SORTS:
      break;
    }
  g_assert_not_reached ();
}

static guint64
rank_of_row (const Collection *collection, YsStatement *row)
{
  switch (collection->order->sort)
    {
    case YS_WORK_BY_STATE:
      return rank_of_state (ys_statement_text (row, 1), collection->is_case);
    case YS_WORK_BY_LEVEL:
      return rank_of_level (ys_statement_text (row, 1));
    case YS_WORK_BY_COMPOUND:
    case YS_WORK_BY_CLAUSE:
      return rank_of (collection->ranks, ys_statement_int64 (row, 1));
    case YS_WORK_BY_NUMBER:
      /* A finding has no number. */
      return collection->is_case ? rank_of (collection->ranks, ys_statement_int64 (row, 1))
                                 : RANK_MAX;
    case YS_WORK_BY_FAULT:
      return collection->is_case
                 ? MIN (rank_of (collection->ranks, ys_statement_int64 (row, 1)), RANK_MAX - 1)
                 : RANK_MAX - 1;
    case YS_WORK_BY_URGENCY:
    case YS_WORK_BY_DEADLINE:
    case YS_WORK_BY_FOUND:
    case YS_N_WORK_SORTS:
      break;
    }
  g_assert_not_reached ();
}

/* Of equal rank, the earliest deadline first by state, the newest first by any other column. */
static Element
element_of (const Collection *collection, YsStatement *row)
{
  gint64 id = ys_statement_int64 (row, 0);
  guint64 rank = rank_of_row (collection, row);
  guint64 second = (guint64)CLAMP (ys_statement_int64 (row, 2), 0, (gint64)SECOND_MAX);
  if (collection->order->sort != YS_WORK_BY_STATE)
    second = SECOND_MAX - second;
  else if (ys_statement_is_null (row, 2))
    second = SECOND_MAX;
  /* What has no rank stands at the end, whichever way. */
  if (collection->order->descending && rank != RANK_MAX)
    rank = RANK_MAX - 1 - rank;
  return (Element){ rank << SECOND_BITS | second, (guint64)id * 2 + (collection->is_case ? 1 : 0) };
}

static gboolean
collect (Collection *collection, gboolean is_case, GError **error)
{
  const YsWorkQuery *query = collection->query;
  if (ys_work_query_excludes (query, is_case))
    return TRUE;
  collection->is_case = is_case;
  gboolean all = ys_work_shows_most (query);
  g_autoptr (GByteArray) others = g_byte_array_new ();
  if (all && !ys_work_read_others (collection->db, is_case, query->states, others, error))
    return FALSE;
  g_auto (YsWorkSql) sql = { 0 };
  ys_work_sql_begin (&sql, is_case, columns_of (collection));
  ys_work_sql_where (&sql, query, all ? 0 : query->states);
  g_autoptr (YsStatement) statement = ys_work_sql_prepare (&sql, collection->db, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      Element element = element_of (collection, statement);
      if (!all || !ys_work_is_in_set (others, (gint64)(element.tie / 2)))
        g_array_append_val (collection->elements, element);
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_work_sort (
    YsDatabase *db, const YsWorkQuery *query, const YsWorkOrder *order, GArray *ids, GError **error)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, sizeof (Element));
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint32));
  Collection collection
      = { .db = db, .query = query, .order = order, .elements = elements, .ranks = ranks };
  if (!make_ranks (db, order, ranks, error) || !collect (&collection, FALSE, error)
      || !collect (&collection, TRUE, error))
    return FALSE;
  sort_elements (elements);
  guint before = ids->len;
  g_array_set_size (ids, before + elements->len);
  for (guint i = 0; i < elements->len; i++)
    {
      guint64 tie = g_array_index (elements, Element, i).tie;
      g_array_index (ids, gint64, before + i)
          = tie % 2 == 0 ? (gint64)(tie / 2) : -(gint64)(tie / 2);
    }
  return TRUE;
}
