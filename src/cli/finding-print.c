/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings are written as they are read: a list of a million keeps one row, or one table of a
 * thousand, in memory. */
#include "config.h"

#include "finding-print.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "output.h"

#define ROWS_PER_TABLE 1000

struct _YsFindingPrinter
{
  gboolean json;
  GString *line;
  YsTable *table;
  guint n_rows; /* in the table, or in all */
};

static void
append_text (GString *out, const char *key, const char *text)
{
  g_string_append_printf (out, ", \"%s\": ", key);
  ys_json_append_string (out, text);
}

static void
append_int (GString *out, const char *key, gint64 value)
{
  g_string_append_printf (out, ", \"%s\": %" G_GINT64_FORMAT, key, value);
}

static void
append_instant (GString *out, const char *key, YsInstant instant)
{
  g_autofree char *text = ys_instant_to_iso (instant);

  append_text (out, key, text);
}

static void
append_flag (GString *out, const char *key, gboolean flag)
{
  g_string_append_printf (out, ", \"%s\": %s", key, flag ? "true" : "false");
}

static void
append_events (GString *out, GPtrArray *events)
{
  g_string_append (out, ", \"events\": [");
  for (guint i = 0; i < events->len; i++)
    {
      const YsEvent *event = events->pdata[i];

      g_string_append_printf (out, "%s{\"id\": %" G_GINT64_FORMAT, i > 0 ? ", " : "", event->id);
      append_text (out, "kind", ys_choice_nick (ys_event_kind_choices, event->kind));
      append_instant (out, "at", event->at);
      append_text (out, "person", event->person);
      append_text (out, "text", event->text);
      append_instant (out, "until", event->until);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

void
ys_finding_append_json (GString *out, const YsFindingView *view)
{
  const YsFinding *finding = &view->finding;
  g_autofree char *points = ys_hundredths_to_text (view->points, FALSE);

  g_string_append_printf (out, "{\"id\": %" G_GINT64_FORMAT, finding->id);
  append_int (out, "inspection", finding->inspection_id);
  append_text (out, "compound", view->compound);
  append_text (out, "code", view->code);
  append_text (out, "clause", view->clause);
  append_text (out, "unit", view->unit);
  append_text (out, "level", ys_choice_nick (ys_level_choices, finding->level));
  append_int (out, "count", finding->count.value);
  append_text (out, "place", finding->place);
  append_text (out, "note", finding->note);
  append_instant (out, "at", finding->found_at);
  append_instant (out, "starts_at", finding->starts_at);
  append_instant (out, "deadline", finding->deadline);
  append_flag (out, "provisional", finding->provisional);
  append_text (out, "state", ys_choice_nick (ys_finding_state_choices, finding->state));
  append_instant (out, "reported_at", finding->reported_at);
  append_instant (out, "rechecked_at", finding->rechecked_at);
  append_instant (out, "rectified_at", finding->rectified_at);
  append_instant (out, "paused_at", finding->paused_at);
  append_flag (out, "overdue", view->overdue);
  append_text (out, "points", points);
  append_flag (out, "doubled", view->doubled);
  if (view->events != NULL)
    append_events (out, view->events);
  g_string_append_c (out, '}');
}

static YsTable *
new_table (void)
{
  return ys_table_new ((const YsHead[]){ { _ ("No."), TRUE },
                                         { _ ("Compound") },
                                         { _ ("Clause") },
                                         { _ ("Places"), TRUE },
                                         { _ ("Level") },
                                         { _ ("Found at") },
                                         { _ ("Deadline") },
                                         { _ ("State") },
                                         { _ ("Points"), TRUE },
                                         { NULL } });
}

/* (transfer full): a state, and that it is late or stands */
static char *
state_words (const YsFindingView *view)
{
  const char *state = ys_choice_label (ys_finding_state_choices, view->finding.state);

  if (view->overdue)
    return g_strdup_printf ("%s · %s", state, _ ("Overdue"));
  if (view->finding.paused_at != 0)
    return g_strdup_printf ("%s · %s", state, _ ("Clock stopped"));
  return g_strdup (state);
}

static void
add_row (YsTable *table, const YsFindingView *view)
{
  g_autofree char *id = ys_count_to_text (view->finding.id, FALSE);
  g_autofree char *clause = g_strconcat (view->code, " ", view->clause, NULL);
  g_autofree char *count = ys_count_to_text (view->finding.count.value, FALSE);
  g_autofree char *at = ys_instant_to_iso (view->finding.found_at);
  g_autofree char *deadline = ys_instant_to_iso (view->finding.deadline);
  g_autofree char *state = state_words (view);
  g_autofree char *points = ys_hundredths_to_text (view->points, FALSE);

  ys_table_add (table, id, view->compound, clause, count,
                ys_choice_label (ys_level_choices, view->finding.level), at, deadline, state,
                points);
}

YsFindingPrinter *
ys_finding_printer_new (const YsCli *cli)
{
  YsFindingPrinter *printer = g_new0 (YsFindingPrinter, 1);

  printer->json = cli->json;
  printer->line = g_string_new (NULL);
  if (cli->json)
    fputc ('[', stdout);
  else
    printer->table = new_table ();
  return printer;
}

void
ys_finding_printer_add (YsFindingPrinter *printer, const YsFindingView *view)
{
  printer->n_rows++;
  if (printer->json)
    {
      g_string_assign (printer->line, printer->n_rows > 1 ? ",\n" : "\n");
      ys_finding_append_json (printer->line, view);
      fwrite (printer->line->str, 1, printer->line->len, stdout);
      return;
    }
  add_row (printer->table, view);
  if (printer->n_rows < ROWS_PER_TABLE)
    return;
  ys_table_print (printer->table);
  ys_table_free (printer->table);
  printer->table = new_table ();
  printer->n_rows = 0;
}

void
ys_finding_printer_end (YsFindingPrinter *printer)
{
  if (printer->json)
    fputs ("\n]\n", stdout);
  else
    {
      ys_table_print (printer->table);
      ys_table_free (printer->table);
    }
  g_string_free (printer->line, TRUE);
  g_free (printer);
}

static gboolean
print_one (YsCli *cli, gint64 id, GError **error)
{
  g_autoptr (YsFindingView) view = ys_finding_load (cli->open, id, cli->now, error);
  g_autoptr (GString) line = g_string_new (NULL);

  if (view == NULL)
    return FALSE;
  ys_finding_append_json (line, view);
  ys_print_line ("%s", line->str);
  return TRUE;
}

gboolean
ys_cli_print_findings (YsCli *cli, const gint64 *ids, guint n_ids, GError **error)
{
  YsFindingPrinter *printer;
  gboolean done = TRUE;

  if (cli->json && n_ids == 1)
    return print_one (cli, ids[0], error);
  printer = ys_finding_printer_new (cli);
  for (guint i = 0; done && i < n_ids; i++)
    {
      g_autoptr (YsFindingView) view = ys_finding_load (cli->open, ids[i], cli->now, error);

      done = view != NULL;
      if (done)
        ys_finding_printer_add (printer, view);
    }
  ys_finding_printer_end (printer);
  return done;
}
