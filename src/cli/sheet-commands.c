/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet …, bonus …, survey …: what people enter for a compound and a period beside inspections. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessment-job.h"
#include "command.h"
#include "job-error.h"
#include "output.h"
#include "period-job.h"

static struct
{
  char *compound;
  char *period;
  char *assessor;
  char *evidence;
  char *reason;
  char *project;
  char *certificate;
  char *rate;
  char *coverage;
} given;

#define COMPOUND_OPTION                                                                            \
  {                                                                                                \
    "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Which compound"), "NAME"        \
  }
#define PERIOD_OPTION                                                                              \
  {                                                                                                \
    "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,                                          \
        N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P"                        \
  }
#define REASON_OPTION                                                                              \
  {                                                                                                \
    "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT"                       \
  }

static const GOptionEntry show_options[] = {
  COMPOUND_OPTION,
  PERIOD_OPTION,
  { NULL },
};

static const GOptionEntry set_options[] = {
  COMPOUND_OPTION,
  PERIOD_OPTION,
  { "assessor", 0, 0, G_OPTION_ARG_FILENAME, &given.assessor, N_ ("Whose sheet; else the user's"),
    "NAME" },
  { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &given.evidence, N_ ("What these lines rest on"),
    "TEXT" },
  { NULL },
};

static const GOptionEntry waive_options[]
    = { COMPOUND_OPTION, PERIOD_OPTION, REASON_OPTION, { NULL } };

static const GOptionEntry bonus_options[] = {
  COMPOUND_OPTION,
  PERIOD_OPTION,
  { "project", 0, 0, G_OPTION_ARG_FILENAME, &given.project, N_ ("The project"), "TEXT" },
  { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &given.certificate,
    N_ ("Number of the certificate"), "TEXT" },
  { NULL },
};

static const GOptionEntry withdraw_options[] = { REASON_OPTION, { NULL } };

static const GOptionEntry list_options[] = { PERIOD_OPTION, { NULL } };

static const GOptionEntry survey_options[] = {
  COMPOUND_OPTION,
  PERIOD_OPTION,
  { "rate", 0, 0, G_OPTION_ARG_FILENAME, &given.rate, N_ ("Satisfied, in percent: 92.5"), "R" },
  { "coverage", 0, 0, G_OPTION_ARG_FILENAME, &given.coverage, N_ ("Asked, in percent: 85"), "C" },
  { NULL },
};

/* The compound and the period that nearly every command names; the ledger is opened. */
typedef struct
{
  YsRegistry *registry;
  gint64 compound_id;
  YsSpan span;
} Target;

static void
target_clear (Target *target)
{
  g_clear_pointer (&target->registry, ys_registry_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static gboolean
read_target (YsCli *cli, YsLedgerMode mode, Target *target, GError **error)
{
  if (!ys_cli_require ("--compound", given.compound, error)
      || !ys_cli_require_span ("--period", given.period, &target->span, error)
      || ys_cli_open (cli, mode, error) == NULL)
    return FALSE;
  target->registry = ys_registry_load (cli->open, error);
  if (target->registry == NULL)
    return FALSE;
  target->compound_id = ys_cli_find_compound (target->registry, given.compound, error);
  return target->compound_id != 0;
}

static gboolean
read_annex (const char *word, int *out_annex, GError **error)
{
  if (!ys_cli_read_choice ("annex", word, ys_annex_choices, out_annex, error))
    return FALSE;
  if (*out_annex != YS_ANNEX_1)
    return TRUE;
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("Sheets are of annex2 or annex3."));
  return FALSE;
}

static void
add_points (JsonBuilder *builder, const char *key, gint64 points)
{
  g_autofree char *text = ys_hundredths_to_text (points, FALSE);

  ys_json_text (builder, key, text);
}

/* What one assessor says. */
static void
add_entry (JsonBuilder *builder, const YsClause *clause, const YsAssessmentEntry *entry)
{
  json_builder_begin_object (builder);
  ys_json_text (builder, "assessor", entry->assessor);
  if (clause->kind == YS_CLAUSE_ITEM)
    add_points (builder, "points", entry->points);
  else
    ys_json_int (builder, "count", entry->count);
  ys_json_text (builder, "evidence", entry->evidence);
  json_builder_end_object (builder);
}

static void
add_line (JsonBuilder *builder, const YsAssessmentLine *line)
{
  json_builder_begin_object (builder);
  ys_json_text (builder, "code", line->clause->code);
  ys_json_text (builder, "name", line->clause->name);
  if (line->clause->kind == YS_CLAUSE_ITEM)
    {
      json_builder_set_member_name (builder, "count");
      json_builder_add_null_value (builder);
    }
  else
    ys_json_int (builder, "count", line->count);
  add_points (builder, "points", line->points);
  ys_json_flag (builder, "differs", line->differs);
  json_builder_set_member_name (builder, "entries");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->entries->len; i++)
    add_entry (builder, line->clause, line->entries->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json_sheet (const Target *target, const YsAssessmentView *view, int annex)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *period = ys_span_name (target->span);

  json_builder_begin_object (builder);
  ys_json_text (builder, "compound",
                ys_registry_find (target->registry, target->compound_id)->compound->name);
  ys_json_text (builder, "period", period);
  ys_json_text (builder, "annex", ys_choice_nick (ys_annex_choices, annex));
  ys_json_flag (builder, "exists", view->exists);
  if (annex == YS_ANNEX_2)
    {
      add_points (builder, "deductions", view->deductions);
      add_points (builder, "extras", view->extras);
    }
  else
    {
      add_points (builder, "points", view->points);
      ys_json_flag (builder, "veto", view->veto);
    }
  json_builder_set_member_name (builder, "lines");
  json_builder_begin_array (builder);
  for (guint i = 0; i < view->lines->len; i++)
    if (((const YsAssessmentLine *)view->lines->pdata[i])->is_set)
      add_line (builder, view->lines->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_table_sheet (const YsAssessmentView *view)
{
  const YsHead heads[] = { { _ ("Code"), FALSE },
                           { _ ("Clause"), FALSE },
                           { _ ("Occurrences"), TRUE },
                           { _ ("Points"), TRUE },
                           { NULL, FALSE } };
  g_autoptr (YsTable) table = ys_table_new (heads);

  for (guint i = 0; i < view->lines->len; i++)
    {
      const YsAssessmentLine *line = view->lines->pdata[i];
      g_autofree char *count = ys_count_to_text (line->count, FALSE);
      g_autofree char *points = ys_hundredths_to_text (line->points, FALSE);

      if (line->is_set)
        ys_table_add (table, line->clause->code, line->clause->name,
                      line->clause->kind == YS_CLAUSE_ITEM ? NULL : count, points);
    }
  ys_table_print (table);
}

static gboolean
print_sheet (YsCli *cli, const Target *target, int annex, GError **error)
{
  g_autoptr (YsAssessmentView) view
      = ys_assessment_load (cli->open, target->compound_id, target->span, annex, error);

  if (view == NULL)
    return FALSE;
  if (cli->json)
    print_json_sheet (target, view, annex);
  else
    print_table_sheet (view);
  return TRUE;
}

static void
clear_edit (YsAssessmentEdit *edit)
{
  g_free ((char *)edit->code);
  g_free ((char *)edit->value);
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (YsAssessmentEdit));
  g_auto (Target) target = { 0 };
  int annex;

  g_array_set_clear_func (edits, (GDestroyNotify)(void *)clear_edit);
  if (!read_annex (words[0], &annex, error))
    return FALSE;
  for (guint i = 1; words[i] != NULL; i++)
    {
      YsAssessmentEdit edit = { .evidence = given.evidence };

      if (!ys_cli_split_assignment (words[i], (char **)&edit.code, (char **)&edit.value, error))
        return FALSE;
      g_array_append_val (edits, edit);
    }
  return read_target (cli, YS_LEDGER_WRITE, &target, error)
         && ys_assessment_set (cli->open, target.compound_id, target.span, annex, given.assessor,
                               (const YsAssessmentEdit *)(gconstpointer)edits->data, edits->len,
                               error)
         && print_sheet (cli, &target, annex, error);
}

static gboolean
run_show (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Target) target = { 0 };
  int annex;

  return read_annex (words[0], &annex, error)
         && read_target (cli, YS_LEDGER_READ_ONLY, &target, error)
         && print_sheet (cli, &target, annex, error);
}

static void
print_done (const YsCli *cli, const char *what)
{
  if (!cli->json)
    ys_print_line ("%s", what);
}

/* What a changing command prints as JSON: the new record's number. */
static void
print_id (const YsCli *cli, const char *key, gint64 id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    return;
  json_builder_begin_object (builder);
  ys_json_int (builder, key, id);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static gboolean
run_waive (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Target) target = { 0 };

  (void)words;
  if (!ys_cli_require ("--reason", given.reason, error)
      || !read_target (cli, YS_LEDGER_WRITE, &target, error)
      || !ys_sheet_waive (cli->open, target.compound_id, target.span, given.reason, cli->now,
                          error))
    return FALSE;
  print_id (cli, "compound", target.compound_id);
  print_done (cli, _ ("Decided: no annex 2 sheet in this period."));
  return TRUE;
}

static gboolean
run_bonus_add (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Target) target = { 0 };
  g_autofree char *period = NULL;
  YsBonus bonus = { 0 };

  if (!ys_cli_read_choice ("title", words[0], ys_title_choices, &bonus.title, error)
      || !read_target (cli, YS_LEDGER_WRITE, &target, error))
    return FALSE;
  bonus.period = period = ys_span_name (target.span);
  bonus.compound_id = target.compound_id;
  bonus.project = given.project;
  bonus.certificate = given.certificate;
  if (!ys_bonus_add (cli->open, &bonus, error))
    return FALSE;
  print_id (cli, "bonus", bonus.id);
  print_done (cli, _ ("Recorded."));
  return TRUE;
}

static gboolean
run_bonus_withdraw (YsCli *cli, GStrv words, GError **error)
{
  gint64 id;

  if (!ys_cli_read_id (_ ("bonus"), words[0], &id, error)
      || !ys_cli_require ("--reason", given.reason, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || !ys_bonus_withdraw (cli->open, id, given.reason, error))
    return FALSE;
  print_id (cli, "bonus", id);
  print_done (cli, _ ("Withdrawn."));
  return TRUE;
}

static void
add_bonus (JsonBuilder *builder, const YsBonus *bonus, const char *compound)
{
  json_builder_begin_object (builder);
  ys_json_int (builder, "id", bonus->id);
  ys_json_text (builder, "compound", compound);
  ys_json_text (builder, "period", bonus->period);
  ys_json_text (builder, "title", ys_choice_nick (ys_title_choices, bonus->title));
  ys_json_text (builder, "project", bonus->project);
  ys_json_text (builder, "certificate", bonus->certificate);
  ys_json_flag (builder, "withdrawn", bonus->withdrawn);
  json_builder_end_object (builder);
}

static void
print_bonuses (const YsCli *cli, const YsRegistry *registry, GPtrArray *list)
{
  const YsHead heads[] = { { _ ("Number"), TRUE },
                           { _ ("Compound"), FALSE },
                           { _ ("Title"), FALSE },
                           { _ ("Project"), FALSE },
                           { NULL, FALSE } };
  g_autoptr (YsTable) table = ys_table_new (heads);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < list->len; i++)
    {
      const YsBonus *bonus = list->pdata[i];
      const char *name = ys_registry_find (registry, bonus->compound_id)->compound->name;
      g_autofree char *id = ys_count_to_text (bonus->id, FALSE);

      add_bonus (builder, bonus, name);
      ys_table_add (table, id, name, ys_choice_label (ys_title_choices, bonus->title),
                    bonus->withdrawn ? _ ("Withdrawn") : bonus->project);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
}

static gboolean
run_bonus_list (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GPtrArray) list = NULL;
  YsSpan span;

  (void)words;
  if (!ys_cli_require_span ("--period", given.period, &span, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  list = registry != NULL ? ys_bonus_list (cli->open, span, 0, error) : NULL;
  if (list == NULL)
    return FALSE;
  print_bonuses (cli, registry, list);
  return TRUE;
}

static gboolean
read_percent (const char *option, const char *text, gint64 *out_percent, GError **error)
{
  YsNumber number;

  if (!ys_cli_require (option, text, error))
    return FALSE;
  if (ys_number_read_hundredths (text, &number) && number.is_set)
    {
      *out_percent = number.value;
      return TRUE;
    }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("%s: “%s” is no percentage. Write 92.5."), option, text);
  return FALSE;
}

static gboolean
run_survey_set (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Target) target = { 0 };
  gint64 rate, coverage;

  (void)words;
  if (!read_percent ("--rate", given.rate, &rate, error)
      || !read_percent ("--coverage", given.coverage, &coverage, error)
      || !read_target (cli, YS_LEDGER_WRITE, &target, error)
      || !ys_survey_set (cli->open, target.compound_id, target.span, rate, coverage, error))
    return FALSE;
  print_id (cli, "compound", target.compound_id);
  print_done (cli, _ ("Recorded."));
  return TRUE;
}

const YsCommand ys_sheet_commands[] = {
  { "sheet set", "annex2|annex3 CODE=VALUE…",
    N_ ("Fill in lines of a sheet: occurrences (annex 2), points given (annex 3)"),
    N_ ("Adds to the sheet of this assessor; sheets of several assessors are joined. CODE=0 says "
        "that nothing was wrong, CODE= takes the line off."),
    set_options, 2, -1, run_set },
  { "sheet show", "annex2|annex3", N_ ("Show what all assessors' sheets say together"), NULL,
    show_options, 1, 1, run_show },
  { "sheet waive", "", N_ ("Decide that a compound has no annex 2 sheet in a period"), NULL,
    waive_options, 0, 0, run_waive },
  { "bonus add", "district|city|province|state", N_ ("Record a model-project title"), NULL,
    bonus_options, 1, 1, run_bonus_add },
  { "bonus withdraw", "ID", N_ ("Withdraw a title that was recorded"), NULL, withdraw_options, 1, 1,
    run_bonus_withdraw },
  { "bonus list", "", N_ ("List the titles of a period"), NULL, list_options, 0, 0,
    run_bonus_list },
  { "survey set", "", N_ ("Record a satisfaction survey"), NULL, survey_options, 0, 0,
    run_survey_set },
  { NULL, NULL, NULL, NULL, NULL, 0, 0, NULL },
};
