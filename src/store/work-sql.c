/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every piece of SQL is a literal of ours; numbers of ids are written into IN lists, since a list
 * has no placeholder that both engines know, everything else is bound. */
#include "config.h"

#include <string.h>

#include "inspection.h"
#include "platform-case.h"
#include "work-sql.h"

typedef struct
{
  gint64 number;
  char *text; /* (nullable): then @number is not used */
} YsWorkValue;

G_STATIC_ASSERT ((int)YS_FINDING_CLOSED == (int)YS_CASE_CLOSED);
G_STATIC_ASSERT ((int)YS_FINDING_REPORTED == (int)YS_CASE_REPLIED);
G_STATIC_ASSERT (YS_WORK_STATES_CLOSED == 1u << YS_FINDING_CLOSED);
G_STATIC_ASSERT (YS_WORK_STATES_REPORTED == 1u << YS_FINDING_REPORTED);

/* The minute of the deadline is in time [RULINGS]. */
#define MINUTE 60

gboolean
ys_work_query_is_plain (const YsWorkQuery *query)
{
  return query->overdue_at == 0 && !query->only_paused && query->due_from == 0 && query->level == 0
         && query->levels == NULL && query->from == 0 && query->to == 0 && query->compounds == NULL
         && query->clauses == NULL && query->cases == NULL && query->text == NULL;
}

gboolean
ys_work_query_excludes (const YsWorkQuery *query, gboolean is_case)
{
  return is_case ? query->without_cases : query->without_findings;
}

const char *
ys_work_found_column (gboolean is_case)
{
  return is_case ? "\"at\"" : "\"found_at\"";
}

static void
clear_value (gpointer data)
{
  YsWorkValue *value = data;
  g_free (value->text);
}

void
ys_work_sql_begin (YsWorkSql *sql, gboolean is_case, const char *columns)
{
  sql->is_case = is_case;
  sql->text = g_string_new ("SELECT ");
  sql->values = g_array_new (FALSE, FALSE, sizeof (YsWorkValue));
  g_array_set_clear_func (sql->values, clear_value);
  g_string_append (sql->text, columns);
  g_string_append (sql->text, is_case ? " FROM platform_case" : " FROM finding");
}

void
ys_work_sql_clear (YsWorkSql *sql)
{
  if (sql->text != NULL)
    g_string_free (sql->text, TRUE);
  g_clear_pointer (&sql->values, g_array_unref);
  sql->text = NULL;
}

/* Appends @before, the next placeholder, @after. */
static void
append_value (YsWorkSql *sql, const char *before, YsWorkValue value, const char *after)
{
  g_array_append_val (sql->values, value);
  g_string_append_printf (sql->text, "%s$%u%s", before, sql->values->len, after);
}

static void
append_number (YsWorkSql *sql, const char *before, gint64 number)
{
  append_value (sql, before, (YsWorkValue){ .number = number }, "");
}

static void
append_ids (YsWorkSql *sql, const char *column, const GArray *ids)
{
  g_string_append_printf (sql->text, "\"%s\" IN (", column);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (sql->text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));
  /* An empty list is no SQL; no id is 0. */
  g_string_append (sql->text, ids->len > 0 ? ")" : "0)");
}

/* @is_narrow: few rows are left by something else, whose index shall be used and not the state's.
 */
static void
append_states (YsWorkSql *sql, guint states, gboolean is_narrow)
{
  const YsChoice *choices = sql->is_case ? ys_case_state_choices : ys_finding_state_choices;
  gboolean first = TRUE;
  g_string_append (sql->text, is_narrow ? "\"state\" || '' IN (" : "\"state\" IN (");
  for (int state = 1; state <= YS_FINDING_WITHDRAWN; state++)
    if (states & (1u << state))
      {
        g_string_append_printf (sql->text, "%s'%s'", first ? "" : ",",
                                ys_choice_nick (choices, state));
        first = FALSE;
      }
  g_string_append_c (sql->text, ')');
}

static void
append_overdue (YsWorkSql *sql, YsInstant now)
{
  append_number (sql, " AND \"deadline\" <= ", now - MINUTE);
  g_string_append (sql->text, " AND \"paused_at\" IS NULL");
  if (sql->is_case)
    g_string_append_printf (sql->text,
                            " AND (\"replied_at\" IS NULL OR \"replied_at\" >= \"deadline\" + %d)",
                            MINUTE);
}

/* (transfer full): %text% with the wild cards in @text taken literally */
static char *
like_pattern (const char *text)
{
  GString *pattern = g_string_new ("%");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '%' || *p == '_' || *p == '\\')
        g_string_append_c (pattern, '\\');
      g_string_append_c (pattern, *p);
    }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static void
append_text (YsWorkSql *sql, const YsWorkQuery *query)
{
  append_value (sql, " AND (\"place\" LIKE ", (YsWorkValue){ .text = like_pattern (query->text) },
                " ESCAPE '\\'");
  if (sql->is_case)
    append_value (sql, " OR \"number\" LIKE ", (YsWorkValue){ .text = like_pattern (query->text) },
                  " ESCAPE '\\'");
  if (query->text_compounds != NULL && query->text_compounds->len > 0)
    {
      g_string_append (sql->text, " OR ");
      append_ids (sql, "compound", query->text_compounds);
    }
  if (query->text_clauses != NULL && query->text_clauses->len > 0)
    {
      g_string_append (sql->text, " OR ");
      append_ids (sql, "clause", query->text_clauses);
    }
  g_string_append_c (sql->text, ')');
}

static void
append_time (YsWorkSql *sql, const char *column, YsInstant from, YsInstant to)
{
  if (from != 0)
    {
      g_string_append_printf (sql->text, " AND %s", column);
      append_number (sql, " >= ", from);
    }
  if (to != 0)
    {
      g_string_append_printf (sql->text, " AND %s", column);
      append_number (sql, " < ", to);
    }
}

void
ys_work_sql_where (YsWorkSql *sql, const YsWorkQuery *query, guint states)
{
  g_string_append (sql->text, " WHERE ");
  if (states == 0)
    g_string_append (sql->text, "1 = 1");
  else
    append_states (sql, states, query->compounds != NULL || query->cases != NULL);
  if (query->overdue_at != 0)
    append_overdue (sql, query->overdue_at);
  if (query->only_paused)
    g_string_append (sql->text, " AND \"paused_at\" IS NOT NULL");
  append_time (sql, "\"deadline\"", query->due_from, query->due_to);
  append_time (sql, ys_work_found_column (sql->is_case), query->from, query->to);
  if (query->level != 0)
    g_string_append_printf (sql->text, " AND \"level\" = '%s'",
                            ys_choice_nick (ys_level_choices, query->level));
  if (query->levels != NULL)
    append_value (sql, " AND instr (' ' || ", (YsWorkValue){ .text = g_strdup (query->levels) },
                  " || ' ', ' ' || \"level\" || ' ') > 0");
  if (query->compounds != NULL)
    {
      g_string_append (sql->text, " AND ");
      append_ids (sql, "compound", query->compounds);
    }
  if (query->clauses != NULL)
    {
      g_string_append (sql->text, " AND ");
      append_ids (sql, "clause", query->clauses);
    }
  if (query->cases != NULL && sql->is_case)
    {
      g_string_append (sql->text, " AND ");
      append_ids (sql, "id", query->cases);
    }
  if (query->text != NULL)
    append_text (sql, query);
}

YsStatement *
ys_work_sql_prepare (YsWorkSql *sql, YsDatabase *db, GError **error)
{
  YsStatement *statement = ys_database_prepare_once (db, sql->text->str, error);
  for (guint i = 0; statement != NULL && i < sql->values->len; i++)
    {
      const YsWorkValue *value = &g_array_index (sql->values, YsWorkValue, i);
      if (value->text != NULL)
        ys_statement_bind_text (statement, (int)i + 1, value->text);
      else
        ys_statement_bind_int64 (statement, (int)i + 1, value->number);
    }
  return statement;
}

void
ys_work_add_to_set (GByteArray *set, gint64 id)
{
  guint64 bit = (guint64)id;
  guint before = set->len;
  if (bit / 8 >= before)
    {
      g_byte_array_set_size (set, (guint)(bit / 8 + 1));
      memset (set->data + before, 0, set->len - before);
    }
  set->data[bit / 8] |= (guint8)(1u << (bit % 8));
}

gboolean
ys_work_read_others (
    YsDatabase *db, gboolean is_case, guint states, GByteArray *out_set, GError **error)
{
  static const YsWorkQuery all = { 0 };
  g_auto (YsWorkSql) sql = { 0 };
  ys_work_sql_begin (&sql, is_case, "\"id\"");
  ys_work_sql_where (&sql, &all, ~states & (YS_WORK_STATES_ALL | 1u << YS_FINDING_WITHDRAWN));
  g_autoptr (YsStatement) statement = ys_work_sql_prepare (&sql, db, error);
  gboolean row;
  if (statement == NULL || !ys_statement_step (statement, &row, error))
    return FALSE;
  while (row)
    {
      ys_work_add_to_set (out_set, ys_statement_int64 (statement, 0));
      if (!ys_statement_step (statement, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_work_shows_most (const YsWorkQuery *query)
{
  return (query->states & YS_WORK_STATES_CLOSED) != 0 && ys_work_query_is_plain (query);
}

gboolean
ys_work_is_in_set (const GByteArray *set, gint64 id)
{
  guint64 bit = (guint64)id;
  return bit / 8 < set->len && (set->data[bit / 8] & (1u << (bit % 8))) != 0;
}
