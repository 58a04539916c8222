/* SPDX-License-Identifier: GPL-3.0-or-later */
/* case add, set, show, procedure, fault and list cases: what was dispatched, and what it shows. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "case-print.h"
#include "instant-read.h"

static struct
{
  char *number;
  char *level;
  char *compound;
  char *code;
  char *at;
  char *place;
  char *limit;
  char *deadline;
  char *channel;
  char *note;
  char *from;
  char *to;
  char *reason;
  char *add;
  char *remove;
  char *reset;
  char *period;
  gboolean proposed;
} given;

#define WHAT_OPTIONS                                                                                  \
  { "level",        0, 0, G_OPTION_ARG_FILENAME, &given.level, N_ ("Whose platform dispatched it"),   \
    "city|district" },                                                                                \
      { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("The compound"), "NAME" },      \
      { "code", 0, 0, G_OPTION_ARG_FILENAME, &given.code, N_ ("The clause of annex 1"), "CODE" },     \
      { "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When it was dispatched"), "INSTANT" },     \
      { "place", 0, 0, G_OPTION_ARG_FILENAME, &given.place, N_ ("Where in the compound"), "TEXT" },   \
      { "limit",                                                                                      \
        0,                                                                                            \
        0,                                                                                            \
        G_OPTION_ARG_FILENAME,                                                                        \
        &given.limit,                                                                                 \
        N_ ("The time limit as dispatched; else the clause's"),                                       \
        "3d|4h" },                                                                                    \
      { "deadline",                                                                                   \
        0,                                                                                            \
        0,                                                                                            \
        G_OPTION_ARG_FILENAME,                                                                        \
        &given.deadline,                                                                              \
        N_ ("The deadline as dispatched; no calendar moves it"),                                      \
        "INSTANT" },                                                                                  \
      { "channel", 0, 0, G_OPTION_ARG_FILENAME, &given.channel, N_ ("How it was reported"), "TEXT" }, \
  {                                                                                                   \
    "note", 0, 0, G_OPTION_ARG_FILENAME, &given.note, N_ ("What was reported"), "TEXT"                \
  }

static const GOptionEntry add_options[] = {
  { "number", 0, 0, G_OPTION_ARG_FILENAME, &given.number, N_ ("The platform's number"), "N" },
  WHAT_OPTIONS,
  { NULL },
};

static const GOptionEntry set_options[] = {
  { "number", 0, 0, G_OPTION_ARG_FILENAME, &given.number, N_ ("Another number"), "N" },
  WHAT_OPTIONS,
  { NULL },
};

static const GOptionEntry procedure_options[] = {
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from, N_ ("When it began"), "INSTANT" },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &given.to, N_ ("When it ended; else it still lasts"),
    "INSTANT" },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("What the procedure is"), "TEXT" },
  { NULL },
};

static const GOptionEntry fault_options[] = {
  { "add", 0, 0, G_OPTION_ARG_FILENAME, &given.add, N_ ("Confirm this fault: it costs 2.00"),
    "FAULT" },
  { "remove", 0, 0, G_OPTION_ARG_FILENAME, &given.remove,
    N_ ("Reject this fault: it costs nothing and is not proposed again"), "FAULT" },
  { "reset", 0, 0, G_OPTION_ARG_FILENAME, &given.reset, N_ ("Take the decision on this fault back"),
    "FAULT" },
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why it is decided so"), "TEXT" },
  { NULL },
};

static const GOptionEntry list_options[] = {
  { "proposed", 0, 0, G_OPTION_ARG_NONE, &given.proposed,
    N_ ("Only those with a fault that is proposed and not decided"), NULL },
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period, N_ ("Only those dispatched in it"), "P" },
  { NULL },
};

static void
set_text (char **member, const char *text)
{
  if (text == NULL)
    return;
  g_free (*member);
  *member = g_strdup (text);
}

/* What the options say that are no plain texts. */
typedef struct
{
  int level;
  YsInstant at;
  YsInstant deadline;
  YsLimit limit;
} Read;

static gboolean
read_options (Read *read, GError **error)
{
  return ys_cli_read_platform ("--level", given.level, &read->level, error)
         && ys_cli_read_instant ("--at", given.at, 0, &read->at, error)
         && ys_cli_read_instant ("--deadline", given.deadline, 0, &read->deadline, error)
         && ys_cli_read_limit ("--limit", given.limit, &read->limit, error);
}

static gboolean
read_compound (YsCli *cli, YsCase *one, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  if (given.compound == NULL)
    return TRUE;
  registry = ys_registry_load (cli->open, error);
  one->compound_id = registry != NULL ? ys_cli_find_compound (registry, given.compound, error) : 0;
  return one->compound_id != 0;
}

/* What is given into @one; the rest stays. */
static gboolean
fill_case (YsCli *cli, const Read *read, YsCase *one, GError **error)
{
  if (!read_compound (cli, one, error))
    return FALSE;
  if (given.level != NULL)
    one->level = read->level;
  if (given.at != NULL)
    one->at = read->at;
  set_text (&one->number, given.number);
  set_text (&one->place, given.place);
  set_text (&one->channel, given.channel);
  set_text (&one->note, given.note);
  if (given.deadline != NULL)
    {
      one->deadline = read->deadline;
      one->dispatched_deadline = TRUE;
    }
  return TRUE;
}

static gboolean
run_add (YsCli *cli, GStrv words, GError **error)
{
  YsCase *one;
  Read read = { 0 };
  gint64 id = 0;

  if (!ys_cli_require ("--number", given.number, error)
      || !ys_cli_require ("--level", given.level, error)
      || !ys_cli_require ("--compound", given.compound, error)
      || !ys_cli_require ("--code", given.code, error) || !ys_cli_require ("--at", given.at, error)
      || !read_options (&read, error) || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  one = ys_record_new (&ys_case_type);
  if (fill_case (cli, &read, one, error))
    id = ys_case_add (cli->open, one, given.code, read.limit, error);
  ys_record_free (&ys_case_type, one);
  return id != 0 && ys_cli_print_changed_cases (cli, &id, 1, _ ("Added:"), error);
}

static gint64
open_and_find (YsCli *cli, YsLedgerMode mode, const char *number, GError **error)
{
  return ys_cli_open (cli, mode, error) != NULL ? ys_case_find (cli->open, number, error) : 0;
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsCaseView) view = NULL;
  Read read = { 0 };
  gint64 id;

  if (!read_options (&read, error))
    return FALSE;
  id = open_and_find (cli, YS_LEDGER_WRITE, words[0], error);
  if (id != 0)
    view = ys_case_load (cli->open, id, cli->now, error);
  if (view == NULL || !fill_case (cli, &read, &view->one, error))
    return FALSE;
  if (read.limit.unit != YS_LIMIT_NONE)
    {
      view->one.limit_amount = YS_NUMBER (read.limit.amount);
      view->one.limit_unit = (int)read.limit.unit;
      /* A limit takes the place of a deadline, unless both are given. */
      view->one.dispatched_deadline = given.deadline != NULL;
    }
  return ys_case_set (cli->open, &view->one, given.code, error)
         && ys_cli_print_changed_cases (cli, &id, 1, _ ("Changed:"), error);
}

static void
print_line_of (const char *label, const char *text)
{
  if (text != NULL && *text != '\0')
    ys_print_line ("%s: %s", label, text);
}

static void
print_events (const YsCaseView *view)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){
      { _ ("Time") }, { _ ("Step") }, { _ ("Person") }, { _ ("Remark") }, { NULL } });

  for (guint i = 0; i < view->events->len; i++)
    {
      const YsEvent *event = g_ptr_array_index (view->events, i);
      g_autofree char *at = ys_instant_to_typed (event->at);

      /* Of a case the report is its reply. */
      ys_table_add (table, at,
                    event->kind == YS_EVENT_REPORTED
                        ? _ ("Reply")
                        : ys_choice_label (ys_event_kind_choices, event->kind),
                    event->person, event->text);
    }
  if (view->events->len > 0)
    ys_table_print (table);
}

static gboolean
run_show (YsCli *cli, GStrv words, GError **error)
{
  gint64 id = open_and_find (cli, YS_LEDGER_READ_ONLY, words[0], error);
  g_autoptr (YsCaseView) view = NULL;
  g_autoptr (GPtrArray) views = g_ptr_array_new ();

  if (id == 0)
    return FALSE;
  if (cli->json)
    return ys_cli_print_changed_cases (cli, &id, 1, "", error);
  view = ys_case_load (cli->open, id, cli->now, error);
  if (view == NULL)
    return FALSE;
  g_ptr_array_add (views, view);
  ys_cli_print_cases (views);
  print_line_of (_ ("Note"), view->one.note);
  print_line_of (_ ("Reply"), view->one.reply);
  print_events (view);
  return TRUE;
}

static gboolean
run_procedure (YsCli *cli, GStrv words, GError **error)
{
  YsInstant from, to;
  gint64 id;

  if (!ys_cli_require ("--from", given.from, error)
      || !ys_cli_read_instant ("--from", given.from, 0, &from, error)
      || !ys_cli_read_instant ("--to", given.to, 0, &to, error))
    return FALSE;
  id = open_and_find (cli, YS_LEDGER_WRITE, words[0], error);
  return id != 0 && ys_case_set_procedure (cli->open, id, from, to, given.reason, error)
         && ys_cli_print_changed_cases (cli, &id, 1, _ ("Changed:"), error);
}

/* Exactly one of the three options. */
static gboolean
read_decision (int *out_fault, int *out_decision, GError **error)
{
  const char *const words[] = { given.add, given.remove, given.reset };
  static const int decisions[] = { YS_DECISION_CONFIRMED, YS_DECISION_REJECTED, YS_DECISION_NONE };
  const char *word = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL)
      {
        word = words[i];
        *out_decision = decisions[i];
        n++;
      }
  if (n != 1)
    {
      g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                           _ ("Write one of --add, --remove and --reset."));
      return FALSE;
    }
  *out_fault = ys_choice_from_text (ys_fault_choices, word);
  if (*out_fault != YS_FAULT_UNKNOWN)
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("“%s” is no fault. Write overdue, passing, repeated, verification or key."),
               word);
  return FALSE;
}

static gboolean
run_fault (YsCli *cli, GStrv words, GError **error)
{
  int fault = YS_FAULT_UNKNOWN, decision = YS_DECISION_NONE;
  gint64 id;

  if (!read_decision (&fault, &decision, error)
      || !ys_cli_require ("--reason", given.reason, error))
    return FALSE;
  id = open_and_find (cli, YS_LEDGER_WRITE, words[0], error);
  return id != 0
         && ys_case_decide_fault (cli->open, id, fault, decision, given.reason, cli->now, error)
         && ys_cli_print_changed_cases (cli, &id, 1, _ ("Changed:"), error);
}

static gboolean
run_list (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) views = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  YsInstant from, to;

  if (!ys_cli_read_period ("--period", given.period, &from, &to, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  views = ys_case_list (cli->open, from, to, given.proposed, cli->now, error);
  if (views == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; cli->json && i < views->len; i++)
    ys_cli_add_case (builder, cli->open, g_ptr_array_index (views, i), FALSE);
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_cli_print_cases (views);
  return TRUE;
}

const YsCommand ys_case_commands[] = {
  { "case add", "--number N --level L --compound NAME --code CODE --at INSTANT",
    N_ ("Enter a case that a platform dispatched"), NULL, add_options, 0, 0, run_add },
  { "case set", "N …", N_ ("Correct what was entered of a case"), NULL, set_options, 1, 1,
    run_set },
  { "case show", "N", N_ ("One case with its steps and decisions"), NULL, NULL, 1, 1, run_show },
  { "case procedure", "N --from INSTANT [--to INSTANT]",
    N_ ("The time in which a case is in legal procedure"), NULL, procedure_options, 1, 1,
    run_procedure },
  { "case fault", "N --add|--remove|--reset FAULT --reason TEXT",
    N_ ("Decide on a fault of a case"),
    N_ ("FAULT: overdue, passing, repeated, verification or key. Only what was confirmed costs."),
    fault_options, 1, 1, run_fault },
  { "list cases", "[--proposed] [--period P]", N_ ("Cases, their deadlines and faults"), NULL,
    list_options, 0, 0, run_list },
  { NULL },
};
