/* SPDX-License-Identifier: GPL-3.0-or-later */
/* deadline, worktime: working time counted and explained, on the ledger's calendar where there is a
 * ledger, else on the built-in one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "deadline.h"
#include "output.h"
#include "work-time.h"

static struct
{
  char *from;
  char *to;
  char *limit;
  gboolean explain;
} given;

static const GOptionEntry deadline_options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_ ("When the clock starts"), "INSTANT" },
  { "limit", 0, 0, G_OPTION_ARG_FILENAME, &given.limit,
    N_ ("Working days (3d) or working hours (4h)"), "LIMIT" },
  { "explain", 0, 0, G_OPTION_ARG_NONE, &given.explain,
    N_ ("Each session counted, each day skipped and why"), NULL },
  { NULL },
};

static const GOptionEntry worktime_options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_ ("The beginning"), "INSTANT" },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &given.to, N_ ("The end"), "INSTANT" },
  { NULL },
};

YsWorkCalendar *
ys_cli_calendar (YsCli *cli, GError **error)
{
  g_autofree char *folder = ys_ledger_job_find (cli->ledger);

  if (folder != NULL && ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return NULL;
  return ys_work_time_calendar (cli->open, error);
}

static gint64
minutes_of (const YsWorkSpan *span)
{
  return (span->to - span->from) / 60;
}

static void
add_working (JsonBuilder *builder, const GArray *spans, const GArray *skipped)
{
  json_builder_set_member_name (builder, "sessions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const YsWorkSpan *span = &g_array_index (spans, YsWorkSpan, i);

      json_builder_begin_object (builder);
      ys_json_instant (builder, "from", span->from);
      ys_json_instant (builder, "to", span->to);
      ys_json_int (builder, "minutes", minutes_of (span));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "skipped");
  json_builder_begin_array (builder);
  for (guint i = 0; i < skipped->len; i++)
    {
      const YsSkippedDay *day = &g_array_index (skipped, YsSkippedDay, i);
      g_autofree char *reason = ys_skipped_day_reason (day);

      json_builder_begin_object (builder);
      ys_json_date (builder, "date", day->date);
      ys_json_text (builder, "reason", reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* By date: sessions with their minutes, skipped days with their reasons. */
static void
print_working (const GArray *spans, const GArray *skipped)
{
  g_autoptr (YsTable) table = ys_table_new (
      (const YsHead[]){ { _ ("From") }, { _ ("Until") }, { _ ("Counted"), TRUE }, { NULL } });
  guint next = 0;

  for (guint i = 0; i < spans->len || next < skipped->len;)
    {
      const YsWorkSpan *span = i < spans->len ? &g_array_index (spans, YsWorkSpan, i) : NULL;
      const YsSkippedDay *day
          = next < skipped->len ? &g_array_index (skipped, YsSkippedDay, next) : NULL;

      if (day != NULL
          && (span == NULL || ys_date_compare (day->date, ys_instant_to_date (span->from)) < 0))
        {
          g_autofree char *date = ys_date_to_iso (day->date);
          g_autofree char *reason = ys_skipped_day_reason (day);

          ys_table_add (table, date, reason, "—");
          next++;
        }
      else
        {
          g_autofree char *from = ys_instant_to_iso (span->from);
          g_autofree char *to = ys_instant_to_iso (span->to);
          g_autofree char *minutes = ys_work_minutes_to_display (minutes_of (span), 0);

          ys_table_add (table, from, to, minutes);
          i++;
        }
    }
  ys_table_print (table);
}

static void
print_deadline (YsCli *cli, const YsDeadline *due)
{
  g_autofree char *text = ys_instant_to_iso (due->deadline);

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_instant (builder, "deadline", due->deadline);
      ys_json_flag (builder, "provisional", due->provisional);
      add_working (builder, due->spans, due->skipped);
      json_builder_end_object (builder);
      ys_print_json (builder);
      return;
    }
  if (given.explain)
    print_working (due->spans, due->skipped);
  if (due->provisional)
    ys_print_line (_ ("%s (provisional: the notice of that year is not known yet)"), text);
  else
    ys_print_line ("%s", text);
}

static gboolean
run_deadline (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsWorkCalendar) calendar = NULL;
  g_auto (YsDeadline) due = { 0 };
  YsInstant from;
  YsLimit limit;

  if (!ys_cli_require ("--from", given.from, error)
      || !ys_cli_read_instant ("--from", given.from, 0, &from, error)
      || !ys_cli_require ("--limit", given.limit, error)
      || !ys_cli_read_limit ("--limit", given.limit, &limit, error))
    return FALSE;
  calendar = ys_cli_calendar (cli, error);
  if (calendar == NULL)
    return FALSE;
  if (!ys_deadline_compute (calendar, from, limit, NULL, 0, TRUE, &due))
    {
      g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD,
                   _ ("The deadline lies beyond the year 9998. Write an earlier --from."));
      return FALSE;
    }
  print_deadline (cli, &due);
  return TRUE;
}

static gboolean
run_worktime (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsWorkCalendar) calendar = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) skipped = NULL;
  YsInstant from, to;
  gint64 minutes;

  if (!ys_cli_require ("--from", given.from, error) || !ys_cli_require ("--to", given.to, error)
      || !ys_cli_read_instant ("--from", given.from, 0, &from, error)
      || !ys_cli_read_instant ("--to", given.to, 0, &to, error))
    return FALSE;
  if (to < from)
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--to is before --from. Write the earlier instant first."));
      return FALSE;
    }
  calendar = ys_cli_calendar (cli, error);
  if (calendar == NULL)
    return FALSE;
  minutes = ys_work_between_explained (calendar, from, to, &spans, &skipped);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_int (builder, "minutes", minutes);
      add_working (builder, spans, skipped);
      json_builder_end_object (builder);
      ys_print_json (builder);
      return TRUE;
    }
  g_autofree char *total = ys_work_minutes_to_display (minutes, 0);
  print_working (spans, skipped);
  /* Translators: hours and minutes of worked time */
  ys_print_line (_ ("%s hours of working time"), total);
  return TRUE;
}

const YsCommand ys_time_commands[] = {
  { "deadline", "--from INSTANT --limit 3d|4h [--explain]",
    N_ ("When something is due in working time, and why"), NULL, deadline_options, 0, 0,
    run_deadline },
  { "worktime", "--from INSTANT --to INSTANT", N_ ("Count the working time between two instants"),
    NULL, worktime_options, 0, 0, run_worktime },
  { NULL },
};
