/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report …: official tables of a period, one file or a folder of them, each filed with its code.
 * verify: whether a file is what was filed. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "command.h"
#include "job-error.h"
#include "output.h"
#include "period-report.h"

static struct
{
  char *period;
  char *output;
  char *compound;
  gboolean with_personal;
} given;

static const GOptionEntry report_options[] = {
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,
    N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15; else this month"), "P" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
    N_ ("A file (.xlsx, .pdf; the bulletin: .docx, .pdf), or a folder for one workbook each"),
    "FILE|DIR" },
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Only of this compound"),
    "NAME" },
  { "with-personal", 0, 0, G_OPTION_ARG_NONE, &given.with_personal,
    N_ ("Account and identity numbers in the payout list"), NULL },
  { NULL },
};

typedef struct
{
  YsCli *cli;
  YsRegistry *registry;
  YsStanding *standing;
  YsReportOptions options;
  GPtrArray *files; /* of paths written */
} Report;

static void
report_clear (Report *report)
{
  g_clear_pointer (&report->standing, ys_standing_unref);
  g_clear_pointer (&report->registry, ys_registry_unref);
  g_clear_pointer (&report->files, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Report, report_clear)

static gboolean
is_file (const char *path)
{
  static const char *const endings[] = { ".xlsx", ".pdf", ".png", ".docx" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

static gboolean
write_file (Report *report, YsReportKind kind, const char *path, GError **error)
{
  return ys_report_export (report->cli->open, report->registry, report->standing, kind,
                           &report->options, path, report->cli->now, report->files, error);
}

/* Named as the table is. */
static gboolean
write_named (Report *report, YsReportKind kind, GError **error)
{
  g_autoptr (YsDocument) document
      = ys_report_document (report->cli->open, report->registry, report->standing, kind,
                            &report->options, report->cli->now, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (document == NULL)
    return FALSE;
  name = g_strconcat (ys_document_stem (document),
                      ys_document_has_text (document) ? ".docx" : ".xlsx", NULL);
  path = g_build_filename (given.output, name, NULL);
  return write_file (report, kind, path, error);
}

static gboolean
write_each (Report *report, YsReportKind kind, GError **error)
{
  for (guint i = 0; i < ys_standing_n_rows (report->standing); i++)
    {
      gint64 compound_id = ys_standing_row (report->standing, i)->compound_id;

      if (!ys_report_is_about (report->standing, kind, compound_id))
        continue;
      report->options.compound_id = compound_id;
      if (!write_named (report, kind, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_per_compound (YsReportKind kind)
{
  return kind == YS_REPORT_DEDUCTIONS || kind == YS_REPORT_ANNEX2 || kind == YS_REPORT_ANNEX3
         || kind == YS_REPORT_PAYOUT;
}

static void
add_files (Report *report, const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_files (report, path);
      else
        g_ptr_array_add (report->files, g_steal_pointer (&path));
    }
  if (dir != NULL)
    g_dir_close (dir);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static gboolean
write_all (Report *report, GError **error)
{
  if (!ys_report_export_all (report->cli->open, report->registry, report->standing,
                             &report->options, given.output, report->cli->now, NULL, NULL, NULL,
                             error))
    return FALSE;
  add_files (report, given.output);
  g_ptr_array_sort (report->files, compare_paths);
  return TRUE;
}

static gboolean
make_folder (GError **error)
{
  if (g_mkdir_with_parents (given.output, 0777) == 0)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno),
               _ ("The folder “%s” cannot be made (%s). Choose another place."), given.output,
               g_strerror (errno));
  return FALSE;
}

/* @kind: -1: all */
static gboolean
write_reports (Report *report, int kind, GError **error)
{
  if (kind < 0)
    return write_all (report, error);
  if (is_file (given.output))
    return write_file (report, (YsReportKind)kind, given.output, error);
  if (!make_folder (error))
    return FALSE;
  return is_per_compound ((YsReportKind)kind) && report->options.compound_id == 0
             ? write_each (report, (YsReportKind)kind, error)
             : write_named (report, (YsReportKind)kind, error);
}

static gboolean
check_words (const char *name, int *out_kind, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *out_kind = ys_report_from_name (name);
  for (guint i = 0; i < YS_N_REPORTS; i++)
    g_string_append_printf (names, "%s, ", ys_report_name ((YsReportKind)i));
  if (*out_kind < 0 && !g_str_equal (name, "all"))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   /* Translators: what was given, then names of reports parted by commas */
                   _ ("There is no report “%s”. Write one of: %sall."), name, names->str);
      return FALSE;
    }
  if (*out_kind < 0 && given.output != NULL && is_file (given.output))
    {
      g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                           _ ("All reports are several files. Name a folder with -o."));
      return FALSE;
    }
  return ys_cli_require ("-o", given.output, error);
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
load (Report *report, YsSpan span, GError **error)
{
  YsCli *cli = report->cli;

  if (ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  report->registry = ys_registry_load (cli->open, error);
  if (report->registry == NULL)
    return FALSE;
  if (given.compound != NULL)
    {
      report->options.compound_id = ys_cli_find_compound (report->registry, given.compound, error);
      if (report->options.compound_id == 0)
        return FALSE;
    }
  report->standing
      = ys_standing_load (cli->open, report->registry, span, NULL, cli->now, NULL, error);
  return report->standing != NULL;
}

static gboolean
run_report (YsCli *cli, GStrv words, GError **error)
{
  g_auto (Report) report = { .cli = cli, .options.with_personal = given.with_personal };
  YsSpan span = ys_span_of (YS_SPAN_MONTH, cli->today);
  int kind;

  report.files = g_ptr_array_new_with_free_func (g_free);
  if (!check_words (words[0], &kind, error)
      || !ys_cli_read_span ("--period", given.period, &span, error) || !load (&report, span, error)
      || !write_reports (&report, kind, error))
    return FALSE;
  print_files (&report);
  return TRUE;
}

static void
print_verdict (const YsCli *cli, const YsFileVerdict *verdict)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!cli->json)
    {
      g_autofree char *date = verdict->filed ? ys_date_to_iso (verdict->date) : NULL;

      if (verdict->filed)
        ys_print_line (_ ("Filed as %s, dated %s, by %s."), verdict->number, date, verdict->user);
      return;
    }
  json_builder_begin_object (builder);
  ys_json_flag (builder, "filed", verdict->filed);
  ys_json_text (builder, "number", verdict->number);
  ys_json_text (builder, "what", verdict->what);
  ys_json_date (builder, "date", verdict->filed ? verdict->date : YS_DATE_UNKNOWN);
  ys_json_text (builder, "user", verdict->user);
  ys_json_text (builder, "sha256", verdict->sha256);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static gboolean
run_verify (YsCli *cli, GStrv words, GError **error)
{
  YsFileVerdict verdict = { 0 };
  gboolean filed;

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL
      || !ys_report_verify (cli->open, words[0], &verdict, error))
    return FALSE;
  print_verdict (cli, &verdict);
  filed = verdict.filed;
  ys_file_verdict_clear (&verdict);
  if (!filed)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("%s is not what was filed. Write the table again with “report”, or a "
                    "dispatch table with “dispatch reprint”."),
                 words[0]);
  return filed;
}

const YsCommand ys_report_commands[] = {
  { "report", "NAME --period P -o FILE|DIR", N_ ("Writes an official table of a period"),
    N_ ("Names: standards (annexes 1 to 3, empty), deductions (what each compound lost and why), "
        "annex2, annex3 (filled), ranking, awards (annex 4), payout (who is paid), annual (the "
        "year by month), bulletin, all (the whole folder with charts and a manifest)."),
    report_options, 1, 1, run_report },
  { "verify", "FILE", N_ ("Whether the file is what was filed"), NULL, NULL, 1, 1, run_verify },
  { NULL },
};
