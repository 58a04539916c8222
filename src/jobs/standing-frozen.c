/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other finalised periods charged. A second deduction or a fault that one of them froze is
 * never charged again, whatever happened to its deadline since; one that none froze falls into the
 * open period in which it happens. */
#include "config.h"

#include "standing-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORKING ",\n\"working\":{"
#define LINE "{\"kind\":\""

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                       _ ("A finalised period cannot be read. Restore a backup."));
  return FALSE;
}

/* Behind @key; quotes inside texts are escaped, so that the key is one. (nullable) */
static const char *
behind (const char *text, const char *key)
{
  const char *at = strstr (text, key);

  return at != NULL ? at + strlen (key) : NULL;
}

static gint64
number_behind (const char *text, const char *key)
{
  const char *at = behind (text, key);

  return at != NULL ? g_ascii_strtoll (at, NULL, 10) : 0;
}

/* A finding of its own that cost more than its places: it was doubled. */
static gboolean
is_doubled (const char *line)
{
  return -number_behind (line, "\"points\":")
         > number_behind (line, "\"count\":") * number_behind (line, "\"each\":");
}

/* A mark that most lines do not have: it must stand before the next line. */
static gboolean
is_late (const char *line)
{
  const char *mark = strstr (line, "\"late\":true");
  const char *next = strstr (line, LINE);

  return mark != NULL && (next == NULL || mark < next);
}

static void
add_fault (const char *line, GHashTable *keys)
{
  const char *name = behind (line, "\"name\":\"");
  const char *end = name != NULL ? strchr (name, '"') : NULL;
  g_autofree char *fault = NULL;

  if (end == NULL)
    return;
  fault = g_strdup_printf ("fault %" G_GINT64_FORMAT " %.*s", number_behind (line, "\"case\":"),
                           (int)(end - name), name);
  if (is_late (line))
    g_hash_table_add (keys, g_strconcat ("late ", fault, NULL));
  g_hash_table_add (keys, g_steal_pointer (&fault));
}

static void
add_finding (const char *line, const char *what, GHashTable *keys)
{
  g_hash_table_add (keys, g_strdup_printf ("%s %" G_GINT64_FORMAT, what,
                                           number_behind (line, "\"ref\":")));
}

/* @line: behind the mark of a line. A reader of JSON would make an object of every line of a month;
 * only a few matter. */
static void
add_line (const char *line, GHashTable *keys)
{
  if (g_str_has_prefix (line, "fault\""))
    add_fault (line, keys);
  else if (g_str_has_prefix (line, "second\""))
    add_finding (line, "second", keys);
  else if (g_str_has_prefix (line, "finding\"") && is_doubled (line))
    add_finding (line, "own", keys);
}

gboolean
ys_standing_read_charged (const char *json, GHashTable *keys, gboolean *out_doubles, GError **error)
{
  const char *line = behind (json, WORKING);

  if (line == NULL)
    return damaged (error);
  if (out_doubles != NULL)
    *out_doubles = number_behind (json, "\"overdue_factor\":") > 1;
  while ((line = behind (line, LINE)) != NULL)
    add_line (line, keys);
  return TRUE;
}

static gboolean
read_one (YsStanding *standing, YsLedger *ledger, YsClosedSpan *closed, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *json = NULL;

  if (closed->is_read)
    return TRUE;
  json = ys_standing_frozen_text (ledger, closed->span, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  closed->is_read = TRUE;
  closed->doubles = TRUE;
  return json == NULL
         || ys_standing_read_charged (json, standing->charged, &closed->doubles, error);
}

gboolean
ys_standing_read_frozen (YsStanding *standing, YsLedger *ledger, YsInstant since, GError **error)
{
  gboolean all = standing->moved_from != 0;

  for (guint i = 0; i < standing->closed->len; i++)
    {
      YsClosedSpan *closed = &g_array_index (standing->closed, YsClosedSpan, i);

      if ((all || closed->end > since) && !read_one (standing, ledger, closed, error))
        return FALSE;
    }
  for (guint i = 0; all && i < standing->later->len; i++)
    if (!read_one (standing, ledger, &g_array_index (standing->later, YsClosedSpan, i), error))
      return FALSE;
  return TRUE;
}

gboolean
ys_standing_is_charged (const YsStanding *standing, const char *key)
{
  return g_hash_table_contains (standing->charged, key);
}

/* Free days may lie in several: the one that was finalised last has seen most. */
const YsClosedSpan *
ys_standing_closed_at (const YsStanding *standing, YsInstant at)
{
  gboolean overlap = standing->span.kind == YS_SPAN_CUSTOM;
  const YsClosedSpan *found = NULL;

  for (guint i = standing->closed->len; i > 0; i--)
    {
      const YsClosedSpan *closed = &g_array_index (standing->closed, YsClosedSpan, i - 1);

      if (at >= closed->start && at < closed->end
          && (found == NULL || closed->finalised_at > found->finalised_at))
        found = closed;
      if (at >= closed->start && !overlap)
        break;
    }
  return found;
}

gboolean
ys_standing_falls_here (const YsStanding *standing, const YsClosedSpan *own, YsInstant at)
{
  YsInstant reached = ys_span_start (standing->span);
  YsInstant from = MAX (at, own->start);

  if (from >= ys_span_end (standing->span))
    return FALSE;
  for (guint i = standing->closed->len; i > 0 && from < reached; i--)
    {
      const YsClosedSpan *closed = &g_array_index (standing->closed, YsClosedSpan, i - 1);

      /* An open one between takes it. */
      if (closed->end != reached)
        return FALSE;
      reached = closed->start;
    }
  return from >= reached;
}
