/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list findings, list inspections, list rates. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "assessment-job.h"
#include "finding-print.h"
#include "inspection-job.h"
#include "output.h"

static struct
{
  char *period;
  char *compound;
  char *state;
  char *level;
  char *by;
  gboolean overdue;
  gboolean paused;
  gboolean withdrawn;
} given;

#define PERIOD_OPTION                                                                              \
  {                                                                                                \
    "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,                                          \
        N_ ("Only of this period: 2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P"   \
  }
#define COMPOUND_OPTION                                                                            \
  {                                                                                                \
    "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Only of this compound"), "NAME" \
  }

static const GOptionEntry finding_options[] = {
  PERIOD_OPTION,
  COMPOUND_OPTION,
  { "state", 0, 0, G_OPTION_ARG_FILENAME, &given.state,
    N_ ("Only in this state: found, issued, reported, failed, closed, withdrawn, overdue or "
        "paused"),
    "S" },
  { "overdue", 0, 0, G_OPTION_ARG_NONE, &given.overdue, N_ ("Only what is or was overdue"), NULL },
  { "paused", 0, 0, G_OPTION_ARG_NONE, &given.paused, N_ ("Only while the clock stands"), NULL },
  { NULL },
};

static const GOptionEntry inspection_options[] = {
  PERIOD_OPTION,
  COMPOUND_OPTION,
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &given.level,
    N_ ("Only of this level: town, district, city, joint or self"), "L" },
  { "withdrawn", 0, 0, G_OPTION_ARG_NONE, &given.withdrawn, N_ ("With withdrawn ones"), NULL },
  { NULL },
};

static const GOptionEntry rate_options[] = {
  PERIOD_OPTION,
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_ ("One line for each of these"),
    "compound|unit|clause" },
  { NULL },
};

static const GOptionEntry twin_options[] = { PERIOD_OPTION, { NULL } };

/* @out_id 0 without a name. */
static gboolean
find_compound (YsCli *cli, gint64 *out_id, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  *out_id = 0;
  if (given.compound == NULL)
    return TRUE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  *out_id = ys_cli_find_compound (registry, given.compound, error);
  return *out_id != 0;
}

static gboolean
print_finding (const YsFindingView *view, gpointer user_data, GError **error)
{
  ys_finding_printer_add (user_data, view);
  return TRUE;
}

/* Overdue and paused are no states of their own, but a clerk asks for them as such. */
static gboolean
read_state (YsFindingFilter *filter, GError **error)
{
  if (g_strcmp0 (given.state, "overdue") == 0)
    filter->only_overdue = TRUE;
  else if (g_strcmp0 (given.state, "paused") == 0)
    filter->only_paused = TRUE;
  else
    return ys_cli_read_choice ("--state", given.state, ys_finding_state_choices, &filter->state,
                               error);
  return TRUE;
}

static gboolean
run_findings (YsCli *cli, GStrv words, GError **error)
{
  YsFindingFilter filter = { .only_overdue = given.overdue, .only_paused = given.paused };
  YsFindingPrinter *printer;
  gboolean done;

  if (!ys_cli_read_period ("--period", given.period, &filter.from, &filter.to, error)
      || !read_state (&filter, error) || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL
      || !find_compound (cli, &filter.compound_id, error))
    return FALSE;
  printer = ys_finding_printer_new (cli);
  done = ys_finding_each (cli->open, &filter, cli->now, print_finding, printer, error);
  ys_finding_printer_end (printer);
  return done;
}

static void
add_inspection (JsonBuilder *builder, const YsInspectionLine *line, const char *compound)
{
  const YsInspection *inspection = &line->inspection;
  g_autofree char *points = ys_hundredths_to_text (line->points, FALSE);

  json_builder_begin_object (builder);
  ys_json_int (builder, "id", inspection->id);
  ys_json_text (builder, "compound", compound);
  ys_json_text (builder, "level", ys_choice_nick (ys_level_choices, inspection->level));
  ys_json_text (builder, "kind", ys_choice_nick (ys_inspection_kind_choices, inspection->kind));
  ys_json_instant (builder, "at", inspection->at);
  ys_json_instant (builder, "notice_at", inspection->notice_at);
  ys_json_text (builder, "inspectors", inspection->inspectors);
  ys_json_text (builder, "remark", inspection->remark);
  ys_json_int (builder, "findings", line->n_findings);
  ys_json_int (builder, "places", line->n_places);
  ys_json_int (builder, "open", line->n_open);
  ys_json_text (builder, "points", points);
  ys_json_flag (builder, "withdrawn", inspection->withdrawn);
  ys_json_text (builder, "withdrawn_reason", inspection->withdrawn_reason);
  json_builder_end_object (builder);
}

static void
add_inspection_row (YsTable *table, const YsInspectionLine *line, const char *compound)
{
  const YsInspection *inspection = &line->inspection;
  g_autofree char *id = ys_count_to_text (inspection->id, FALSE);
  g_autofree char *at = ys_instant_to_iso (inspection->at);
  g_autofree char *findings = ys_count_to_text (line->n_findings, FALSE);
  g_autofree char *open = ys_count_to_text (line->n_open, FALSE);
  g_autofree char *points = ys_hundredths_to_text (line->points, FALSE);

  ys_table_add (table, id, compound, ys_choice_label (ys_level_choices, inspection->level),
                ys_choice_label (ys_inspection_kind_choices, inspection->kind), at, findings, open,
                points);
}

static gboolean
print_inspections (YsCli *cli, GPtrArray *lines, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (cli->open, error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("No."), TRUE },
                                                              { _ ("Compound") },
                                                              { _ ("Level") },
                                                              { _ ("Kind") },
                                                              { _ ("Inspected at") },
                                                              { _ ("Findings"), TRUE },
                                                              { _ ("Open"), TRUE },
                                                              { _ ("Points"), TRUE },
                                                              { NULL } });

  if (registry == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    {
      const YsInspectionLine *line = lines->pdata[i];
      const YsRegistryItem *item = ys_registry_find (registry, line->inspection.compound_id);
      const char *name = item != NULL ? item->compound->name : NULL;

      if (cli->json)
        add_inspection (builder, line, name);
      else
        add_inspection_row (table, line, name);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static gboolean
run_inspections (YsCli *cli, GStrv words, GError **error)
{
  YsInspectionFilter filter = { .with_withdrawn = given.withdrawn };
  g_autoptr (GPtrArray) lines = NULL;

  if (!ys_cli_read_period ("--period", given.period, &filter.from, &filter.to, error)
      || !ys_cli_read_choice ("--level", given.level, ys_level_choices, &filter.level, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL
      || !find_compound (cli, &filter.compound_id, error))
    return FALSE;
  lines = ys_inspection_list (cli->open, &filter, error);
  return lines != NULL && print_inspections (cli, lines, error);
}

/* (transfer full) (nullable): percent with two decimals; NULL of nothing */
static char *
percent (guint part, guint whole)
{
  return whole != 0 ? ys_hundredths_to_text (ys_divide_rounded ((gint64)part * 10000, whole), FALSE)
                    : NULL;
}

static void
add_rate (JsonBuilder *builder, YsTable *table, const YsRateLine *line)
{
  g_autofree char *found = ys_count_to_text (line->n_found, FALSE);
  g_autofree char *found_rate = percent (line->n_by_self, line->n_found);
  g_autofree char *handled_rate = percent (line->n_handled, line->n_found);
  g_autofree char *on_time_rate = percent (line->n_on_time, line->n_due);

  ys_table_add (table, line->name, found, found_rate, handled_rate, on_time_rate);
  json_builder_begin_object (builder);
  ys_json_text (builder, "name", line->name);
  ys_json_int (builder, "found", line->n_found);
  ys_json_int (builder, "by_self", line->n_by_self);
  ys_json_int (builder, "handled", line->n_handled);
  ys_json_int (builder, "on_time", line->n_on_time);
  ys_json_int (builder, "due", line->n_due);
  ys_json_text (builder, "found_rate", found_rate);
  ys_json_text (builder, "handled_rate", handled_rate);
  ys_json_text (builder, "on_time_rate", on_time_rate);
  json_builder_end_object (builder);
}

static gboolean
read_by (YsRateBy *out_by, GError **error)
{
  static const char *const words[] = { "compound", "unit", "clause" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (given.by == NULL || g_str_equal (given.by, words[i]))
      {
        *out_by = (YsRateBy)i;
        return TRUE;
      }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, _ ("%s “%s” is unknown. Write one of: %s."),
               "--by", given.by, "compound, unit, clause");
  return FALSE;
}

static gboolean
run_rates (YsCli *cli, GStrv words, GError **error)
{
  YsInstant from, to;
  YsRateBy by = YS_RATE_BY_COMPOUND;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Name") },
                                                              { _ ("Findings and cases"), TRUE },
                                                              { _ ("Found rate"), TRUE },
                                                              { _ ("Handled rate"), TRUE },
                                                              { _ ("On-time rate"), TRUE },
                                                              { NULL } });

  if (!ys_cli_read_period ("--period", given.period, &from, &to, error) || !read_by (&by, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  lines = ys_finding_rates (cli->open, from, to, cli->now, by, error);
  if (lines == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_rate (builder, table, lines->pdata[i]);
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static gboolean
add_twin (YsCli *cli, YsTable *table, JsonBuilder *builder, const YsTwin *twin, GError **error)
{
  g_autoptr (YsFindingView) view = ys_finding_load (cli->open, twin->finding_id, cli->now, error);
  g_autofree char *first = ys_count_to_text (twin->finding_id, FALSE);
  g_autofree char *other = ys_count_to_text (twin->other_id, FALSE);
  g_autofree char *day = NULL;

  if (view == NULL)
    return FALSE;
  day = ys_date_to_iso (ys_instant_to_date (view->finding.found_at));
  ys_table_add (table, first, other, view->compound, view->code, view->finding.place, day);
  json_builder_begin_object (builder);
  ys_json_int (builder, "finding", twin->finding_id);
  ys_json_int (builder, "other", twin->other_id);
  ys_json_text (builder, "compound", view->compound);
  ys_json_text (builder, "code", view->code);
  ys_json_text (builder, "place", view->finding.place);
  ys_json_text (builder, "date", day);
  json_builder_end_object (builder);
  return TRUE;
}

static gboolean
run_twins (YsCli *cli, GStrv words, GError **error)
{
  YsSpan span;
  g_autoptr (GArray) twins = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("No."), TRUE },
                                                              { _ ("Seen again as"), TRUE },
                                                              { _ ("Compound") },
                                                              { _ ("Clause") },
                                                              { _ ("Place") },
                                                              { _ ("Date") },
                                                              { NULL } });

  if (!ys_cli_require_span ("--period", given.period, &span, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  twins = ys_twin_list (cli->open, span, error);
  if (twins == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < twins->len; i++)
    if (!add_twin (cli, table, builder, &g_array_index (twins, YsTwin, i), error))
      return FALSE;
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

const YsCommand ys_finding_list_commands[] = {
  { "list findings", "[--period P] [--compound NAME] [--state S]",
    N_ ("Findings, oldest first, with what they cost now"), NULL, finding_options, 0, 0,
    run_findings },
  { "list inspections", "[--period P] [--compound NAME] [--level L]",
    N_ ("Inspections, newest first"), NULL, inspection_options, 0, 0, run_inspections },
  { "list rates", "[--period P] [--by compound|unit|clause]",
    N_ ("Found, handled and on-time rates"),
    N_ ("Found rate: what the town, joint and self inspections found, of all findings and cases. "
        "Handled rate: closed, of all. On-time rate: closed by the deadline, of those that are "
        "closed or past it. Withdrawn ones are left out."),
    rate_options, 0, 0, run_rates },
  { "list twins", "--period P",
    N_ ("Findings of one place that two inspections of a day saw, not decided yet"),
    N_ ("“finding twin” decides whether they count once."), twin_options, 0, 0, run_twins },
  { NULL },
};
