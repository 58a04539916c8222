/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar …: the work calendar seen and changed; a change says which deadlines it moves. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "calendar-record.h"
#include "command.h"
#include "output.h"
#include "work-time.h"

static struct
{
  gboolean dry_run;
  char *reason;
  char *name;
  char *summer;
  char *ordinary;
  gboolean no_summer;
} given;

#define DRY_RUN                                                                                    \
  {                                                                                                \
    "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run,                                            \
        N_ ("Only say what would change, and which deadlines would move"), NULL                    \
  }

static const GOptionEntry import_options[] = { DRY_RUN, { NULL } };

static const GOptionEntry set_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why the day is marked"), "TEXT" },
  { "name", 0, 0, G_OPTION_ARG_FILENAME, &given.name, N_ ("The day's name, such as 国庆节"),
    "TEXT" },
  DRY_RUN,
  { NULL },
};

static const GOptionEntry timetable_options[] = {
  { "summer", 0, 0, G_OPTION_ARG_FILENAME, &given.summer,
    N_ ("First day of the summer timetable; its last day and sessions follow"), "06-15" },
  { "no-summer", 0, 0, G_OPTION_ARG_NONE, &given.no_summer, N_ ("No summer timetable"), NULL },
  { "ordinary", 0, 0, G_OPTION_ARG_FILENAME, &given.ordinary,
    N_ ("The ordinary sessions, such as 8:30-12:00 14:00-17:30"), "SESSIONS" },
  DRY_RUN,
  { NULL },
};

static const char *
mark_nick (YsDayMark mark)
{
  return ys_choice_nick (ys_day_mark_choices, (int)mark + 1);
}

static void
add_timetables (JsonBuilder *builder, const YsTimetables *timetables)
{
  ys_json_text (builder, "sessions", timetables->sessions);
  json_builder_set_member_name (builder, "summer");
  if (timetables->first_day == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  ys_json_text (builder, "from", timetables->first_day);
  ys_json_text (builder, "to", timetables->last_day);
  ys_json_text (builder, "sessions", timetables->summer_sessions);
  json_builder_end_object (builder);
}

static void
print_timetables (const YsTimetables *timetables)
{
  ys_print_line (_ ("Sessions: %s"), timetables->sessions);
  if (timetables->first_day != NULL)
    ys_print_line (_ ("Summer, %s to %s: %s"), timetables->first_day, timetables->last_day,
                   timetables->summer_sessions);
}

static gboolean
read_year (const char *text, int *out_year, GError **error)
{
  gint64 year;

  if (g_ascii_string_to_signed (text, 10, 1970, 9998, &year, NULL))
    {
      *out_year = (int)year;
      return TRUE;
    }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("“%s” is no year. Write one from 1970 to 9998."), text);
  return FALSE;
}

/* Fills both; gives the number of working days. */
static int
add_days (const YsWorkCalendar *calendar, int year, JsonBuilder *builder, YsTable *table)
{
  int n_worked = 0;

  for (YsDate date = { (gint16)year, 1, 1 }; date.year == year; date = ys_date_add_days (date, 1))
    {
      YsDay day = ys_work_calendar_day (calendar, date);
      g_autofree char *text = ys_date_to_iso (date);

      n_worked += day.is_worked;
      if (day.mark == YS_DAY_PLAIN)
        continue;
      json_builder_begin_object (builder);
      ys_json_text (builder, "date", text);
      ys_json_text (builder, "mark", mark_nick (day.mark));
      ys_json_text (builder, "name", day.name);
      json_builder_end_object (builder);
      ys_table_add (table, text, ys_choice_label (ys_day_mark_choices, (int)day.mark + 1),
                    day.name);
    }
  return n_worked;
}

static gboolean
run_show (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsWorkCalendar) calendar = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table
      = ys_table_new ((const YsHead[]){ { _ ("Date") }, { _ ("Mark") }, { _ ("Name") }, { NULL } });
  g_auto (YsTimetables) timetables = { 0 };
  int year, n_worked;

  if (!read_year (words[0], &year, error))
    return FALSE;
  calendar = ys_cli_calendar (cli, error);
  if (calendar == NULL || !ys_work_time_timetables (cli->open, &timetables, error))
    return FALSE;
  json_builder_begin_object (builder);
  ys_json_int (builder, "year", year);
  ys_json_flag (builder, "known", ys_work_calendar_is_known (calendar, year));
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  n_worked = add_days (calendar, year, builder, table);
  json_builder_end_array (builder);
  ys_json_int (builder, "working_days", n_worked);
  add_timetables (builder, &timetables);
  json_builder_end_object (builder);
  if (cli->json)
    {
      ys_print_json (builder);
      return TRUE;
    }
  ys_table_print (table);
  ys_print_line (_ ("%d has %d working days."), year, n_worked);
  if (!ys_work_calendar_is_known (calendar, year))
    ys_print_line (_ ("The notice of %d is not known yet: import it with “calendar import”."),
                   year);
  print_timetables (&timetables);
  return TRUE;
}

static void
add_plan_days (JsonBuilder *builder, GPtrArray *days)
{
  json_builder_set_member_name (builder, "days");
  json_builder_begin_array (builder);
  for (guint i = 0; i < days->len; i++)
    {
      const YsPlannedDay *day = days->pdata[i];

      json_builder_begin_object (builder);
      ys_json_date (builder, "date", day->date);
      ys_json_text (builder, "before", mark_nick (day->before));
      ys_json_text (builder, "after", mark_nick (day->after));
      ys_json_text (builder, "name", day->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_plan_moved (JsonBuilder *builder, GPtrArray *moved)
{
  json_builder_set_member_name (builder, "moved");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moved->len; i++)
    {
      const YsMovedDeadline *one = moved->pdata[i];

      json_builder_begin_object (builder);
      ys_json_text (builder, "kind", one->id > 0 ? "finding" : "case");
      ys_json_int (builder, "id", ABS (one->id));
      ys_json_text (builder, "number", one->number);
      ys_json_text (builder, "compound", one->compound);
      ys_json_text (builder, "code", one->code);
      ys_json_instant (builder, "before", one->before);
      ys_json_instant (builder, "after", one->after);
      ys_json_flag (builder, "was_provisional", one->was_provisional);
      ys_json_flag (builder, "provisional", one->is_provisional);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_plan_json (const YsCalendarPlan *plan, gint64 change)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  if (ys_calendar_plan_year (plan) != 0)
    ys_json_int (builder, "year", ys_calendar_plan_year (plan));
  add_plan_days (builder, ys_calendar_plan_days (plan));
  ys_json_int (builder, "same", ys_calendar_plan_n_same (plan));
  add_plan_moved (builder, ys_calendar_plan_moved (plan));
  ys_json_flag (builder, "dry_run", given.dry_run);
  if (change != 0)
    ys_json_int (builder, "change", change);
  else
    ys_json_text (builder, "change", NULL);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_moved (GPtrArray *moved)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Finding or case") },
                                                              { _ ("Compound") },
                                                              { _ ("Clause") },
                                                              { _ ("Deadline so far") },
                                                              { _ ("New deadline") },
                                                              { NULL } });

  for (guint i = 0; i < moved->len; i++)
    {
      const YsMovedDeadline *one = moved->pdata[i];
      g_autofree char *id = one->number != NULL ? g_strdup (one->number)
                                                : g_strdup_printf ("#%" G_GINT64_FORMAT, one->id);
      g_autofree char *before = ys_instant_to_iso (one->before);
      g_autofree char *after = ys_instant_to_iso (one->after);

      ys_table_add (table, id, one->compound, one->code, before, after);
    }
  if (moved->len > 0)
    ys_table_print (table);
}

static void
print_plan (const YsCalendarPlan *plan)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){
      { _ ("Date") }, { _ ("So far") }, { _ ("From now on") }, { _ ("Name") }, { NULL } });
  GPtrArray *days = ys_calendar_plan_days (plan);
  guint n_moved = ys_calendar_plan_moved (plan)->len;

  for (guint i = 0; i < days->len; i++)
    {
      const YsPlannedDay *day = days->pdata[i];
      g_autofree char *date = ys_date_to_iso (day->date);

      ys_table_add (table, date, ys_choice_label (ys_day_mark_choices, (int)day->before + 1),
                    ys_choice_label (ys_day_mark_choices, (int)day->after + 1), day->name);
    }
  if (days->len > 0)
    ys_table_print (table);
  print_moved (ys_calendar_plan_moved (plan));
  if (!ys_calendar_plan_changes (plan))
    ys_print_line (_ ("Nothing changes: the calendar stands so already."));
  else if (given.dry_run)
    ys_print_line (_ ("%u deadlines would move. Nothing was written."), n_moved);
  else
    ys_print_line (_ ("The calendar is changed; %u deadlines moved."), n_moved);
}

/* @plan (transfer full) (nullable): its making failed already. */
static gboolean
finish (YsCli *cli, YsCalendarPlan *plan, GError **error)
{
  g_autoptr (YsCalendarPlan) owned = plan;
  gint64 change = 0;

  if (plan == NULL || (!given.dry_run && !ys_calendar_plan_apply (plan, cli->open, &change, error)))
    return FALSE;
  if (cli->json)
    print_plan_json (plan, change);
  else
    print_plan (plan);
  return TRUE;
}

static gboolean
open_ledger (YsCli *cli, GError **error)
{
  return ys_cli_open (cli, given.dry_run ? YS_LEDGER_READ_ONLY : YS_LEDGER_WRITE, error) != NULL;
}

static gboolean
run_import (YsCli *cli, GStrv words, GError **error)
{
  return open_ledger (cli, error)
         && finish (cli, ys_calendar_plan_notice_file (cli->open, words[0], error), error);
}

static gboolean
read_mark (const char *text, YsDayMark *out_mark, GError **error)
{
  for (int i = 0; ys_day_mark_choices[i].nick != NULL; i++)
    if (g_str_equal (ys_day_mark_choices[i].nick, text))
      {
        *out_mark = (YsDayMark)i;
        return TRUE;
      }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("“%s” is no mark. Write off, work or plain."), text);
  return FALSE;
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  YsDayMark mark;
  YsDate date;

  return ys_cli_read_date (cli, "DATE", words[0], &date, error)
         && read_mark (words[1], &mark, error) && ys_cli_require ("--reason", given.reason, error)
         && open_ledger (cli, error)
         && finish (cli,
                    ys_calendar_plan_day (cli->open, date, mark, given.name, given.reason, error),
                    error);
}

static gboolean
show_timetables (YsCli *cli, GError **error)
{
  g_autofree char *folder = ys_ledger_job_find (cli->ledger);
  g_auto (YsTimetables) timetables = { 0 };

  if ((folder != NULL && ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
      || !ys_work_time_timetables (cli->open, &timetables, error))
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      add_timetables (builder, &timetables);
      json_builder_end_object (builder);
      ys_print_json (builder);
    }
  else
    print_timetables (&timetables);
  return TRUE;
}

static gboolean
check_timetable_words (GStrv words, GError **error)
{
  int n_given = (given.summer != NULL) + (given.ordinary != NULL) + (given.no_summer ? 1 : 0);
  guint n_words = g_strv_length (words);

  if (n_given <= 1 && (given.summer != NULL ? n_words >= 2 : n_words == 0))
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("Write: calendar timetable --summer 06-15 09-15 “8:00-12:00 15:00-18:00”, or "
                  "--no-summer, or --ordinary SESSIONS."));
  return FALSE;
}

/* Days and sessions that cannot be read are a fault of the command line. */
static gboolean
check_timetable_values (GStrv words, const char *sessions, GError **error)
{
  g_autoptr (GError) fault = NULL;
  YsTimetable timetable;
  int month, day;

  if ((given.summer == NULL
       || (ys_month_day_read (given.summer, &month, &day, &fault)
           && ys_month_day_read (words[0], &month, &day, &fault)))
      && (sessions == NULL || ys_timetable_from_text (sessions, &timetable, &fault)))
    return TRUE;
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, fault->message);
  return FALSE;
}

static gboolean
run_timetable (YsCli *cli, GStrv words, GError **error)
{
  g_autofree char *sessions = NULL;

  if (!check_timetable_words (words, error))
    return FALSE;
  if (given.summer == NULL && given.ordinary == NULL && !given.no_summer)
    return show_timetables (cli, error);
  sessions = given.summer != NULL ? g_strjoinv (" ", words + 1) : g_strdup (given.ordinary);
  if (!check_timetable_values (words, sessions, error) || !open_ledger (cli, error))
    return FALSE;
  if (given.ordinary != NULL)
    return finish (cli, ys_calendar_plan_ordinary (cli->open, sessions, error), error);
  if (given.no_summer)
    return finish (cli, ys_calendar_plan_summer (cli->open, NULL, NULL, NULL, error), error);
  return finish (cli, ys_calendar_plan_summer (cli->open, given.summer, words[0], sessions, error),
                 error);
}

const YsCommand ys_calendar_commands[] = {
  { "calendar show", "YEAR", N_ ("Holidays, make-up days and sessions of a year"), NULL, NULL, 1, 1,
    run_show },
  { "calendar import", "FILE.json [--dry-run]",
    N_ ("Take in the notice of a year (a holiday-cn file)"), NULL, import_options, 1, 1,
    run_import },
  { "calendar set", "DATE off|work|plain --reason TEXT",
    N_ ("Mark a day by hand; plain takes a mark away"), NULL, set_options, 2, 2, run_set },
  { "calendar timetable", "[--summer FROM TO SESSIONS]", N_ ("See or set the office sessions"),
    NULL, timetable_options, 0, -1, run_timetable },
  { NULL },
};
