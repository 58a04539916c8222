/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report …: official tables of a period as workbooks or PDF, one file or a folder of them. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "command.h"
#include "job-error.h"
#include "output.h"
#include "report-job.h"

static struct
{
  char *period;
  char *output;
  char *compound;
} given;

static const GOptionEntry report_options[] = {
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,
    N_ ("2026-10, 2026Q4, 2026H2 or 2026; else this month"), "P" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
    N_ ("A file (.xlsx, .pdf), or a folder for one workbook each"), "FILE|DIR" },
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Only of this compound"),
    "NAME" },
  { NULL },
};

typedef struct
{
  YsCli *cli;
  YsSpan span;
  GPtrArray *files; /* of paths written */
} Report;

typedef gboolean (*ReportFunc) (Report *report, GError **error);

static gboolean
is_file (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".pdf")
         || g_str_has_suffix (lower, ".png");
}

static gboolean
write_document (Report *report, YsDocument *document, GError **error)
{
  g_autofree char *name = g_strconcat (ys_document_stem (document), ".xlsx", NULL);
  g_autofree char *path = is_file (given.output) ? g_strdup (given.output)
                                                 : g_build_filename (given.output, name, NULL);

  if (!ys_document_export (document, path, error))
    return FALSE;
  g_ptr_array_add (report->files, g_steal_pointer (&path));
  return TRUE;
}

/* As they hold at the end of the period, or today if it is still running. */
static gboolean
report_standards (Report *report, GError **error)
{
  YsDate last = ys_span_last (report->span);
  YsDate date = ys_date_compare (last, report->cli->today) < 0 ? last : report->cli->today;
  g_autoptr (YsDocument) document
      = ys_report_standards (report->cli->open, date, report->cli->now, error);

  return document != NULL && write_document (report, document, error);
}

static gboolean
write_each (Report *report, const YsDeductions *deductions, GError **error)
{
  for (guint i = 0; i < ys_deductions_n_compounds (deductions); i++)
    {
      g_autoptr (YsDocument) document = ys_deductions_document (deductions, i);

      if (!write_document (report, document, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
report_deductions (Report *report, GError **error)
{
  YsCli *cli = report->cli;
  g_autoptr (YsRegistry) registry = ys_registry_load (cli->open, error);
  g_autoptr (YsDeductions) deductions = NULL;
  g_autoptr (YsDocument) document = NULL;
  gint64 only = 0;

  if (registry == NULL
      || (given.compound != NULL
          && (only = ys_cli_find_compound (registry, given.compound, error)) == 0))
    return FALSE;
  deductions = ys_deductions_new (cli->open, registry, report->span, only, cli->now, error);
  if (deductions == NULL)
    return FALSE;
  if (!is_file (given.output) || only != 0)
    return write_each (report, deductions, error);
  document = ys_deductions_document_all (deductions, error);
  return document != NULL && write_document (report, document, error);
}

static const struct
{
  const char *name;
  ReportFunc func;
} reports[] = {
  { "standards", report_standards },
  { "deductions", report_deductions },
};

static gboolean
run_reports (Report *report, const char *name, GError **error)
{
  gboolean all = g_str_equal (name, "all");

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if ((all || g_str_equal (name, reports[i].name)) && !reports[i].func (report, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_words (const char *name, GError **error)
{
  gboolean known = g_str_equal (name, "all");
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      known = known || g_str_equal (name, reports[i].name);
      g_string_append_printf (names, "%s, ", reports[i].name);
    }
  if (!known)
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   /* Translators: what was given, then names of reports parted by commas */
                   _ ("There is no report “%s”. Write one of: %sall."), name, names->str);
      return FALSE;
    }
  if (g_str_equal (name, "all") && given.output != NULL && is_file (given.output))
    {
      g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                           _ ("All reports are several files. Name a folder with -o."));
      return FALSE;
    }
  return ys_cli_require ("-o", given.output, error);
}

static gboolean
make_folder (GError **error)
{
  if (is_file (given.output) || g_mkdir_with_parents (given.output, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno),
               _ ("The folder “%s” cannot be made (%s). Choose another place."), given.output,
               g_strerror (errno));
  return FALSE;
}

static void
print_files (const Report *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->files->len; i++)
    {
      json_builder_add_string_value (builder, report->files->pdata[i]);
      if (!report->cli->json)
        ys_print_line ("%s", (const char *)report->files->pdata[i]);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (report->cli->json)
    ys_print_json (builder);
}

static gboolean
run_report (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  Report report = { .cli = cli, .files = files };

  report.span = ys_span_of (YS_SPAN_MONTH, cli->today);
  if (!check_words (words[0], error)
      || !ys_cli_read_span ("--period", given.period, &report.span, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL || !make_folder (error)
      || !run_reports (&report, words[0], error))
    return FALSE;
  print_files (&report);
  return TRUE;
}

const YsCommand ys_report_commands[] = {
  { "report", "NAME --period P -o FILE|DIR", N_ ("Writes an official table of a period"),
    N_ ("Names: standards (annexes 1 to 3, empty), deductions (what each compound lost and why), "
        "all."),
    report_options, 1, 1, run_report },
  { NULL },
};
