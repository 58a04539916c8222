/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import …: a workbook or text file judged row by row, then written whole or not at all. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"
#include "import-print.h"
#include "import-rows.h"
#include "import.h"
#include "job-error.h"
#include "output.h"

static struct
{
  char *sheet;
  char *as;
  char *level;
  char **map;
  gboolean dry_run;
  gboolean skip_refused;
  gboolean accept_doubtful;
  char **decide;
  char *refused_out;
} given;

static const GOptionEntry import_options[] = {
  { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet,
    N_ ("Only this worksheet; else all that hold a table"), "NAME" },
  { "as", 0, 0, G_OPTION_ARG_FILENAME, &given.as, N_ ("What the rows are"),
    "compounds|findings|cases" },
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &given.level,
    N_ ("Whose platform dispatched the cases that do not tell"), "city|district" },
  { "map", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.map,
    N_ ("Read the column of this heading as that field (- for none); may be repeated"),
    "HEADING=FIELD" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run, N_ ("Only judge the rows, write nothing"),
    NULL },
  { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &given.skip_refused,
    N_ ("Leave refused rows out and write the others"), NULL },
  { "refused-out", 0, 0, G_OPTION_ARG_FILENAME, &given.refused_out,
    N_ ("Save the refused rows with their reasons (.xlsx or .csv)"), "FILE" },
  { "accept-doubtful", 0, 0, G_OPTION_ARG_NONE, &given.accept_doubtful,
    N_ ("Take doubtful readings as they are proposed"), NULL },
  { "decide", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.decide,
    N_ ("What the doubtful row of this name is: merge, new or accept; may be repeated"),
    "NAME=DECISION" },
  { NULL },
};

static void
add_row (JsonBuilder *builder, const YsImportRow *row)
{
  json_builder_begin_object (builder);
  ys_json_text (builder, "sheet", row->sheet);
  ys_json_int (builder, "row", row->row);
  ys_json_text (builder, "verdict", ys_verdict_nick (row->verdict));
  ys_json_text (builder, "reason", row->reason);
  ys_json_text (builder, "column", row->column);
  ys_json_text (builder, "field", row->field);
  ys_json_text (builder, "name", row->name);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; row->changes != NULL && i < row->changes->len; i++)
    {
      const YsImportChange *change = row->changes->pdata[i];

      json_builder_begin_object (builder);
      ys_json_text (builder, "field", change->field);
      ys_json_text (builder, "before", change->before);
      ys_json_text (builder, "after", change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_import_json (const YsImport *import, gint64 batch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  ys_cli_begin_import_json (builder, batch, ys_import_shape (import));
  for (guint i = 0; i < ys_import_n_rows (import); i++)
    add_row (builder, ys_import_row (import, i));
  json_builder_end_array (builder);
  for (int verdict = 0; verdict < YS_N_VERDICTS; verdict++)
    ys_json_int (builder, ys_verdict_nick ((YsVerdict)verdict),
                 ys_import_count (import, (YsVerdict)verdict));
  json_builder_end_object (builder);
  ys_print_json (builder);
}

/* In a dry run every row; else only those that ask for a look. */
static void
print_import (const YsImport *import, gint64 batch)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Sheet") },
                                                              { _ ("Row"), TRUE },
                                                              { _ ("Column") },
                                                              { _ ("Name") },
                                                              { _ ("Verdict") },
                                                              { _ ("Reason") },
                                                              { NULL } });
  guint counts[YS_N_VERDICTS];
  guint n_shown = 0;

  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      const YsImportRow *row = ys_import_row (import, i);
      g_autofree char *number = ys_count_to_text (row->row, FALSE);

      if (!given.dry_run && row->verdict != YS_VERDICT_DOUBTFUL
          && row->verdict != YS_VERDICT_REFUSED)
        continue;
      ys_table_add (table, row->sheet, number, row->column, row->name,
                    ys_cli_verdict_label (ys_verdict_nick (row->verdict)), row->reason);
      n_shown++;
    }
  if (n_shown > 0)
    ys_table_print (table);
  for (int verdict = 0; verdict < YS_N_VERDICTS; verdict++)
    counts[verdict] = ys_import_count (import, (YsVerdict)verdict);
  ys_cli_print_import_end (ys_import_file_name (import), counts, batch);
}

static void
tell_refused (const YsImport *import)
{
  guint n_told = 0;

  for (guint i = 0; i < ys_import_n_rows (import) && n_told < YS_CLI_MAX_TOLD; i++)
    {
      const YsImportRow *row = ys_import_row (import, i);

      if (row->verdict != YS_VERDICT_REFUSED)
        continue;
      ys_cli_tell_refused (row->sheet, row->row, row->column, row->reason);
      n_told++;
    }
}

static gboolean
decide_one (YsImport *import, const char *name, YsRowDecision decision, GError **error)
{
  guint n_found = 0;

  for (guint i = 0; i < ys_import_n_rows (import); i++)
    {
      const YsImportRow *row = ys_import_row (import, i);

      if (row->verdict != YS_VERDICT_DOUBTFUL || g_strcmp0 (row->name, name) != 0)
        continue;
      n_found++;
      if (!ys_import_decide (import, i, decision))
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       /* Translators: a compound, then what is doubtful about it */
                       _ ("“%s” cannot be decided so: %s"), name, row->reason);
          return FALSE;
        }
    }
  if (n_found > 0)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
               _ ("No doubtful row is named “%s”. See them with --dry-run."), name);
  return FALSE;
}

static gboolean
decide_as_given (YsImport *import, GError **error)
{
  static const char *const words[] = { "", "merge", "new", "accept" }; /* by YsRowDecision */

  for (guint i = 0; given.accept_doubtful && i < ys_import_n_rows (import); i++)
    if (ys_import_row (import, i)->can_accept)
      ys_import_decide (import, i, YS_ROW_ACCEPT);
  for (guint i = 0; given.decide != NULL && given.decide[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *word = NULL;
      guint decision = 0;

      if (!ys_cli_split_assignment (given.decide[i], &name, &word, error))
        return FALSE;
      for (guint k = 1; k < G_N_ELEMENTS (words); k++)
        if (g_str_equal (words[k], word))
          decision = k;
      if (decision == 0)
        {
          g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("“%s” is no decision. Write merge, new or accept."), word);
          return FALSE;
        }
      if (!decide_one (import, name, (YsRowDecision)decision, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
imports_compounds (void)
{
  return given.as == NULL || g_str_equal (given.as, "compounds");
}

static gboolean
imports_cases (void)
{
  return g_strcmp0 (given.as, "cases") == 0;
}

static gboolean
check_options (GError **error)
{
  if (!imports_compounds () && !imports_cases () && !g_str_equal (given.as, "findings"))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--as “%s” is unknown. Write compounds, findings or cases."), given.as);
      return FALSE;
    }
  if (given.level != NULL && !imports_cases ())
    {
      g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                           _ ("--level is for cases. Leave it out, or write --as cases."));
      return FALSE;
    }
  for (guint i = 0; given.map != NULL && given.map[i] != NULL; i++)
    {
      /* The last sign parts: a heading may hold one itself, a field never does. */
      const char *sign = strrchr (given.map[i], '=');

      if (sign == NULL || sign == given.map[i])
        {
          g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("--map “%s” has no heading. Write HEADING=FIELD."), given.map[i]);
          return FALSE;
        }
      if (imports_compounds () && sign[1] != '\0' && !g_str_equal (sign + 1, "-")
          && !g_str_equal (sign + 1, "town")
          && ys_cli_compound_field (sign + 1, FALSE, error) == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply (YsImport *import, YsCli *cli, gint64 *out_batch, GError **error)
{
  if (given.refused_out != NULL && ys_import_count (import, YS_VERDICT_REFUSED) > 0
      && !ys_import_export_refused (import, given.refused_out, cli->now, error))
    return FALSE;
  if (given.dry_run)
    return ys_cli_rehearse_import (ys_import_count (import, YS_VERDICT_REFUSED), given.skip_refused,
                                   error);
  return ys_import_apply (import, cli->open, given.skip_refused, cli->now, NULL, NULL, NULL,
                          out_batch, error);
}

static gboolean
run_import_rows (YsCli *cli, const char *path, GError **error)
{
  const YsImportGiven rows = { .path = path,
                               .sheet = given.sheet,
                               .level = given.level,
                               .map = given.map,
                               .refused_out = given.refused_out,
                               .dry_run = given.dry_run,
                               .skip_refused = given.skip_refused,
                               .accept_doubtful = given.accept_doubtful };

  if (given.decide == NULL)
    return imports_cases () ? ys_cli_import_cases (cli, &rows, error)
                            : ys_cli_import_findings (cli, &rows, error);
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("--decide is for compounds. Findings and cases have "
                          "--accept-doubtful."));
  return FALSE;
}

static gboolean
run_import (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsImport) import = NULL;
  YsImportOptions options = { .sheet = given.sheet, .mapping = given.map, .today = cli->today };
  gint64 batch = 0;
  gboolean done;

  if (!check_options (error))
    return FALSE;
  if (!imports_compounds ())
    return run_import_rows (cli, words[0], error);
  if (ys_cli_open (cli, given.dry_run ? YS_LEDGER_READ_ONLY : YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  import = ys_import_new (cli->open, words[0], &options, NULL, NULL, NULL, error);
  if (import == NULL)
    {
      g_prefix_error (error, "%s: ", words[0]);
      return FALSE;
    }
  if (!decide_as_given (import, error))
    return FALSE;
  done = apply (import, cli, &batch, error);
  if (cli->json)
    print_import_json (import, batch);
  else
    print_import (import, batch);
  if (!done && !given.skip_refused)
    tell_refused (import);
  return done;
}

static gboolean
run_import_undo (YsCli *cli, GStrv words, GError **error)
{
  gint64 batch = 0;

  if (!ys_cli_read_id ("BATCH", words[0], &batch, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || !ys_import_undo (cli->open, batch, error))
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_int (builder, "undone", batch);
      json_builder_end_object (builder);
      ys_print_json (builder);
    }
  else
    ys_print_line (_ ("Took back batch %s."), words[0]);
  return TRUE;
}

const YsCommand ys_import_commands[] = {
  { "import", "FILE",
    N_ ("Bring compounds, findings or cases in from .xlsx, .csv or tab-separated text"),
    N_ ("Nothing is written while a row is refused, unless --skip-refused is given. A file named "
        "undo is written ./undo."),
    import_options, 1, 1, run_import },
  { "import undo", "BATCH", N_ ("Take a whole import back"), NULL, NULL, 1, 1, run_import_undo },
  { NULL },
};
