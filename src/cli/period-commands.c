/* SPDX-License-Identifier: GPL-3.0-or-later */
/* period …: what should be looked at before a period is finalised, finalising, reopening, and what
 * changed since. chart: one chart as a file. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "chart-job.h"
#include "command.h"
#include "job-error.h"
#include "output.h"
#include "period-job.h"

static struct
{
  char *reason;
  char *period;
  char *output;
  char *size;
  char **what_if;
  gboolean dark;
  int from;
  int to;
} given;

static const GOptionEntry reason_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT" },
  { NULL },
};

static const GOptionEntry diff_options[] = {
  { "from", 0, 0, G_OPTION_ARG_INT, &given.from, N_ ("An earlier version; else the last one"),
    "N" },
  { "to", 0, 0, G_OPTION_ARG_INT, &given.to, N_ ("A later version; else what holds now"), "N" },
  { NULL },
};

static const GOptionEntry chart_options[] = {
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,
    N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("A file: .png, .svg or .pdf"),
    "FILE" },
  { "size", 0, 0, G_OPTION_ARG_FILENAME, &given.size, N_ ("Pixels; else 1920x1080"), "WxH" },
  { "dark", 0, 0, G_OPTION_ARG_NONE, &given.dark, N_ ("On a dark ground"), NULL },
  { "what-if", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.what_if,
    N_ ("Try, without saving: weights=70/30, drop=ID, rectify=ID, first.amount=5000; may be "
        "repeated"),
    "CHANGE" },
  { NULL },
};

static YsRegistry *
open_registry (YsCli *cli, YsLedgerMode mode, GError **error)
{
  return ys_cli_open (cli, mode, error) != NULL ? ys_registry_load (cli->open, error) : NULL;
}

static void
add_check (JsonBuilder *builder, const YsPeriodCheck *check)
{
  json_builder_begin_object (builder);
  ys_json_flag (builder, "stops", check->stops);
  ys_json_text (builder, "sentence", check->sentence);
  json_builder_end_object (builder);
}

static gboolean
run_check (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  YsSpan span;

  if (!ys_cli_require_span ("P", words[0], &span, error))
    return FALSE;
  registry = open_registry (cli, YS_LEDGER_READ_ONLY, error);
  standing = registry != NULL
                 ? ys_standing_load (cli->open, registry, span, NULL, cli->now, NULL, error)
                 : NULL;
  checks
      = standing != NULL ? ys_period_checks (cli->open, registry, standing, cli->now, error) : NULL;
  if (checks == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < checks->len; i++)
    {
      const YsPeriodCheck *check = checks->pdata[i];

      add_check (builder, check);
      if (!cli->json)
        ys_print_line ("%s %s", check->stops ? "✗" : "·", check->sentence);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  return TRUE;
}

static gboolean
print_period (YsCli *cli, YsSpan span, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GPtrArray) versions = ys_period_versions (cli->open, span, error);
  g_autofree char *name = ys_span_name (span);
  YsPeriod *period;

  if (versions == NULL)
    return FALSE;
  period = ys_period_load (cli->open, span, error);
  if (period == NULL)
    return FALSE;
  json_builder_begin_object (builder);
  ys_json_text (builder, "period", name);
  ys_json_text (builder, "state", period->finalised ? "final" : "open");
  ys_json_int (builder, "version", versions->len);
  json_builder_end_object (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_print_line (period->finalised ? _ ("%s is finalised.") : _ ("%s is open again."), name);
  ys_record_free (&ys_period_type, period);
  return TRUE;
}

static gboolean
run_finalise (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  YsSpan span;

  if (!ys_cli_require_span ("P", words[0], &span, error))
    return FALSE;
  registry = open_registry (cli, YS_LEDGER_WRITE, error);
  return registry != NULL
         && ys_period_finalise (cli->open, registry, span, given.reason, cli->now, error)
         && print_period (cli, span, error);
}

static gboolean
run_reopen (YsCli *cli, GStrv words, GError **error)
{
  YsSpan span;

  return ys_cli_require_span ("P", words[0], &span, error)
         && ys_cli_require ("--reason", given.reason, error)
         && ys_cli_open (cli, YS_LEDGER_WRITE, error) != NULL
         && ys_period_reopen (cli->open, span, given.reason, error)
         && print_period (cli, span, error);
}

static void
add_difference (JsonBuilder *builder, const YsPeriodDifference *difference)
{
  json_builder_begin_object (builder);
  ys_json_text (builder, "compound", difference->name);
  ys_json_text (builder, "what", difference->what);
  ys_json_text (builder, "before", difference->before);
  ys_json_text (builder, "after", difference->after);
  ys_json_text (builder, "because", difference->because);
  json_builder_end_object (builder);
}

static gboolean
run_diff (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  YsSpan span;

  if (!ys_cli_require_span ("P", words[0], &span, error))
    return FALSE;
  registry = open_registry (cli, YS_LEDGER_READ_ONLY, error);
  differences = registry != NULL
                    ? ys_period_diff (cli->open, registry, span, (guint)MAX (given.from, 0),
                                      (guint)MAX (given.to, 0), cli->now, error)
                    : NULL;
  if (differences == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < differences->len; i++)
    {
      const YsPeriodDifference *one = differences->pdata[i];

      add_difference (builder, one);
      if (!cli->json)
        ys_print_line ("%s %s: %s → %s %s", one->name, one->what, one->before, one->after,
                       one->because != NULL ? one->because : "");
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  return TRUE;
}

static gboolean
read_size (double *out_width, double *out_height, GError **error)
{
  int width, height;

  *out_width = *out_height = 0;
  if (given.size == NULL)
    return TRUE;
  if (sscanf (given.size, "%dx%d", &width, &height) == 2 && width >= 320 && width <= 16384
      && height >= 240 && height <= 16384)
    {
      *out_width = width;
      *out_height = height;
      return TRUE;
    }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("--size: “%s” is no size. Write 1920x1080, 320x240 at least."), given.size);
  return FALSE;
}

/* All slides in one file, beside the names of single charts. */
#define DECK YS_N_CHARTS

static int
read_chart (const char *name, GError **error)
{
  int kind = g_str_equal (name, "deck") ? DECK : ys_chart_from_name (name);
  g_autoptr (GString) names = NULL;

  if (kind >= 0)
    return kind;
  names = g_string_new (NULL);
  for (int i = 0; i < YS_N_CHARTS; i++)
    g_string_append_printf (names, "%s ", ys_chart_name ((YsChartKind)i));
  g_string_append (names, "deck");
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("There is no chart “%s”. Write one of: %s."), name, names->str);
  return -1;
}

static gboolean
write_chart (const YsChartData *data, int kind, double width, double height, GError **error)
{
  g_autoptr (GPtrArray) slides = NULL;

  if (kind != DECK)
    return ys_chart_export (data, (YsChartKind)kind, given.output, width, height, given.dark,
                            error);
  slides = ys_deck_new (data, NULL, width, height);
  return ys_deck_export (data, slides, given.output, width, height, given.dark, error);
}

/* The figures as they are; beside them what is tried, on a slide of its own. */
static YsChartData *
read_charts (YsCli *cli, YsSpan span, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (YsStanding) tried = NULL;
  g_autoptr (YsTrial) trial = ys_cli_read_trial (given.what_if, error);

  if (given.what_if != NULL && trial == NULL)
    return NULL;
  registry = open_registry (cli, YS_LEDGER_READ_ONLY, error);
  if (registry == NULL)
    return NULL;
  standing = ys_standing_load (cli->open, registry, span, NULL, cli->now, NULL, error);
  if (standing != NULL && trial != NULL)
    tried = ys_standing_load (cli->open, registry, span, trial, cli->now, NULL, error);
  if (standing == NULL || (trial != NULL && tried == NULL))
    return NULL;
  return ys_chart_data_load (cli->open, registry, standing, tried, cli->now, NULL, error);
}

static gboolean
run_chart (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsChartData) data = NULL;
  double width, height;
  YsSpan span;
  int kind = read_chart (words[0], error);

  if (kind < 0 || !ys_cli_require_span ("--period", given.period, &span, error)
      || !ys_cli_require ("--output", given.output, error) || !read_size (&width, &height, error)
      || (kind == YS_CHART_TRIAL
          && !ys_cli_require ("--what-if", given.what_if != NULL ? given.what_if[0] : NULL, error)))
    return FALSE;
  data = read_charts (cli, span, error);
  if (data == NULL || !write_chart (data, kind, width, height, error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

const YsCommand ys_period_commands[] = {
  { "period check", "P", N_ ("Show what should be looked at before a period is finalised"), NULL,
    NULL, 1, 1, run_check },
  { "period finalise", "P", N_ ("Freeze a period: its scores no longer change"), NULL,
    reason_options, 1, 1, run_finalise },
  { "period reopen", "P", N_ ("Open a finalised period again, with a reason"), NULL, reason_options,
    1, 1, run_reopen },
  { "period diff", "P", N_ ("Show what changed since a period was finalised"), NULL, diff_options,
    1, 1, run_diff },
  { NULL, NULL, NULL, NULL, NULL, 0, 0, NULL },
};

const YsCommand ys_chart_commands[] = {
  { "chart", "NAME", N_ ("Write a chart of a period as a file"), NULL, chart_options, 1, 1,
    run_chart },
  { NULL, NULL, NULL, NULL, NULL, 0, 0, NULL },
};
