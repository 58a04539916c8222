/* SPDX-License-Identifier: GPL-3.0-or-later */
/* catalogue …: clauses listed, edited as a new version, compared, exported and imported. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "catalogue-job.h"
#include "command.h"
#include "deadline.h"
#include "job-error.h"
#include "output.h"
#include "workbook.h"

static struct
{
  char *date;
  char *search;
  char *from;
  char *reason;
  char *output;
  char *sheet;
  gboolean dry_run;
} given;

#define DATE_OPTION                                                                                \
  {                                                                                                \
    "date", 0, 0, G_OPTION_ARG_FILENAME, &given.date, N_ ("As it holds on this date; else today"), \
        "DATE"                                                                                     \
  }
#define FROM_OPTION                                                                                \
  {                                                                                                \
    "from", 0, 0, G_OPTION_ARG_FILENAME, &given.from,                                              \
        N_ ("The new version holds from this date on; else from today"), "DATE"                    \
  }
#define REASON_OPTION                                                                              \
  {                                                                                                \
    "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why the new version is made"),      \
        "TEXT"                                                                                     \
  }

static const GOptionEntry list_options[] = {
  DATE_OPTION,
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &given.search,
    N_ ("Only those that fit, best first: code, characters, pinyin or initials"), "TEXT" },
  { NULL },
};
static const GOptionEntry set_options[] = { FROM_OPTION, REASON_OPTION, { NULL } };
static const GOptionEntry export_options[] = {
  DATE_OPTION,
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("The workbook to write"),
    "FILE.xlsx" },
  { NULL },
};
static const GOptionEntry import_options[] = {
  FROM_OPTION,
  REASON_OPTION,
  { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet, N_ ("This worksheet; else the first one"),
    "NAME" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run,
    N_ ("Only show what would change, write nothing"), NULL },
  { NULL },
};

static gboolean
read_annex (const char *word, int *out_annex, GError **error)
{
  *out_annex = ys_choice_from_text (ys_annex_choices, word);
  if (*out_annex != YS_ANNEX_UNKNOWN)
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("“%s” is no annex. Write annex1, annex2 or annex3."), word);
  return FALSE;
}

static void
add_clause (JsonBuilder *builder, const YsClause *clause, gint64 version)
{
  g_autofree char *limit
      = ys_limit_to_text ((YsLimit){ clause->limit_amount.value, (YsLimitUnit)clause->limit_unit });
  g_autofree char *points
      = clause->points.is_set ? ys_hundredths_to_text (clause->points.value, FALSE) : NULL;

  json_builder_begin_object (builder);
  ys_json_text (builder, "code", clause->code);
  ys_json_text (builder, "kind", ys_choice_nick (ys_clause_kind_choices, clause->kind));
  ys_json_text (builder, "group", clause->group);
  ys_json_text (builder, "name", clause->name);
  ys_json_text (builder, "short_name", clause->short_name);
  ys_json_text (builder, "content", clause->content);
  ys_json_text (builder, "criterion", clause->criterion);
  ys_json_text (builder, "limit", limit);
  ys_json_text (builder, "unit", clause->unit);
  ys_json_text (builder, "points", points);
  ys_json_flag (builder, "unspecified", ys_clause_is_unspecified (clause));
  ys_json_int (builder, "version", version);
  json_builder_end_object (builder);
}

static YsTable *
clause_table_new (void)
{
  return ys_table_new ((const YsHead[]){ { _ ("Code") },
                                         { _ ("Group") },
                                         { _ ("Name") },
                                         { _ ("Criterion") },
                                         { _ ("Time limit") },
                                         { _ ("Responsible unit") },
                                         { _ ("Points"), TRUE },
                                         { _ ("Version"), TRUE },
                                         { NULL } });
}

static void
add_clause_row (YsTable *table, const YsClause *clause, gint64 version)
{
  g_autofree char *limit = ys_clause_limit_official (clause);
  g_autofree char *number = ys_count_to_text (version, FALSE);
  g_autofree char *points = clause->points.is_set
                                ? ys_hundredths_to_text (clause->points.value, FALSE)
                            : ys_clause_is_unspecified (clause) ? g_strdup (_ ("missing"))
                                                                : NULL;

  ys_table_add (table, clause->code, clause->group, clause->name, clause->criterion, limit,
                clause->unit, points, number);
}

/* All clauses of a book, or those that fit --search. */
static void
add_book (JsonBuilder *builder, YsTable *table, const YsCatalogueBook *book)
{
  gint64 version = ys_catalogue_book_version (book)->version.value;
  g_autoptr (GArray) matches
      = ys_catalogue_book_search (book, given.search != NULL ? given.search : "",
                                  ys_catalogue_book_n_clauses (book));

  for (guint i = 0; i < matches->len; i++)
    {
      const YsClause *clause = g_array_index (matches, YsClauseMatch, i).clause;

      add_clause (builder, clause, version);
      add_clause_row (table, clause, version);
    }
}

static gboolean
run_list (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = clause_table_new ();
  int only = YS_ANNEX_UNKNOWN;
  YsDate date;

  if (!ys_cli_read_date (cli, "--date", given.date, &date, error)
      || (words[0] != NULL && !read_annex (words[0], &only, error))
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (int annex = YS_ANNEX_1; annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (YsCatalogueBook) book = NULL;

      if (only != YS_ANNEX_UNKNOWN && only != annex)
        continue;
      book = ys_catalogue_load (cli->open, annex, date, error);
      if (book == NULL)
        return FALSE;
      add_book (builder, table, book);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static void
print_clause (const YsCli *cli, const YsCatalogueBook *book, const char *code)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = clause_table_new ();
  const YsClause *clause = ys_catalogue_book_find (book, code);
  gint64 version = ys_catalogue_book_version (book)->version.value;

  add_clause (builder, clause, version);
  add_clause_row (table, clause, version);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
}

/* @from: unknown when not given: the job then decides. */
static gboolean
read_from (const YsCli *cli, YsDate *out_from, GError **error)
{
  *out_from = YS_DATE_UNKNOWN;
  return given.from == NULL || ys_cli_read_date (cli, "--from", given.from, out_from, error);
}

static void
clear_edit (gpointer data)
{
  YsClauseEdit *edit = data;

  g_free ((char *)edit->field);
  g_free ((char *)edit->text);
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, TRUE, sizeof (YsClauseEdit));
  g_autoptr (YsCatalogueBook) book = NULL;
  YsDate from;

  g_array_set_clear_func (edits, clear_edit);
  for (guint i = 1; words[i] != NULL; i++)
    {
      char *field = NULL, *value = NULL;
      YsClauseEdit edit;

      if (!ys_cli_split_assignment (words[i], &field, &value, error))
        return FALSE;
      edit = (YsClauseEdit){ words[0], field, value };
      g_array_append_val (edits, edit);
    }
  if (!read_from (cli, &from, error) || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || !ys_catalogue_set (cli->open, (const YsClauseEdit *)(gpointer)edits->data, edits->len,
                            from, given.reason, cli->today, &book, error))
    return FALSE;
  print_clause (cli, book, words[0]);
  return TRUE;
}

static void
add_version (JsonBuilder *builder, YsTable *table, const YsCatalogue *version)
{
  g_autofree char *number = ys_count_to_text (version->version.value, FALSE);
  g_autofree char *from = ys_date_to_iso (version->valid_from);

  json_builder_begin_object (builder);
  ys_json_int (builder, "id", version->id);
  ys_json_text (builder, "annex", ys_choice_nick (ys_annex_choices, version->annex));
  ys_json_int (builder, "version", version->version.value);
  ys_json_text (builder, "title", version->title);
  ys_json_date (builder, "valid_from", version->valid_from);
  ys_json_text (builder, "reason", version->reason);
  ys_json_text (builder, "source", version->source);
  json_builder_end_object (builder);
  ys_table_add (table, ys_choice_label (ys_annex_choices, version->annex), number, from,
                version->reason, version->source);
}

static gboolean
run_versions (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Annex") },
                                                              { _ ("Version"), TRUE },
                                                              { _ ("Valid from") },
                                                              { _ ("Reason") },
                                                              { _ ("Source") },
                                                              { NULL } });
  int only = YS_ANNEX_UNKNOWN;

  if ((words[0] != NULL && !read_annex (words[0], &only, error))
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (int annex = YS_ANNEX_1; annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (GPtrArray) versions = NULL;

      if (only != YS_ANNEX_UNKNOWN && only != annex)
        continue;
      versions = ys_catalogue_versions (cli->open, annex, error);
      if (versions == NULL)
        return FALSE;
      for (guint i = 0; i < versions->len; i++)
        add_version (builder, table, versions->pdata[i]);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static void
add_change (JsonBuilder *builder, YsTable *table, const YsClauseChange *change)
{
  static const char *const nicks[] = { "added", "removed", "changed" };
  const char *const words[] = { _ ("New"), _ ("Removed"), _ ("Changed") };

  json_builder_begin_object (builder);
  ys_json_text (builder, "kind", nicks[change->kind]);
  ys_json_text (builder, "code", change->code);
  ys_json_text (builder, "name", change->name);
  ys_json_text (builder, "field", change->field);
  ys_json_text (builder, "before", change->before);
  ys_json_text (builder, "after", change->after);
  json_builder_end_object (builder);
  ys_table_add (table, words[change->kind], change->code, change->name,
                change->label != NULL ? _ (change->label) : NULL, change->before, change->after);
}

static YsTable *
change_table_new (void)
{
  return ys_table_new ((const YsHead[]){ { _ ("Change") },
                                         { _ ("Code") },
                                         { _ ("Name") },
                                         { _ ("Field") },
                                         { _ ("Before") },
                                         { _ ("After") },
                                         { NULL } });
}

/* (transfer full): version @word (1, 2, …) of @annex */
static YsCatalogueBook *
load_version (YsCli *cli, int annex, const char *word, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  gint64 number;

  if (!ys_cli_read_id ("VERSION", word, &number, error))
    return NULL;
  versions = ys_catalogue_versions (cli->open, annex, error);
  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const YsCatalogue *version = versions->pdata[i];

      if (version->version.value == number)
        return ys_catalogue_load_version (cli->open, version->id, error);
    }
  if (versions != NULL)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                 _ ("There is no version %s. “catalogue versions” shows them."), word);
  return NULL;
}

static gboolean
run_compare (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = change_table_new ();
  g_autoptr (YsCatalogueBook) before = NULL;
  g_autoptr (YsCatalogueBook) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  int annex;

  if (!read_annex (words[0], &annex, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  before = load_version (cli, annex, words[1], error);
  if (before == NULL)
    return FALSE;
  after = load_version (cli, annex, words[2], error);
  if (after == NULL)
    return FALSE;
  changes = ys_catalogue_compare (before, after);
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, table, changes->pdata[i]);
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static gboolean
run_export (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;
  YsDate date;
  int annex;

  if (!read_annex (words[0], &annex, error)
      || !ys_cli_read_date (cli, "--date", given.date, &date, error)
      || !ys_cli_require ("-o", given.output, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  book = ys_catalogue_load (cli->open, annex, date, error);
  if (book == NULL || !ys_catalogue_export (book, given.output, cli->now, error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

static void
add_problem (JsonBuilder *builder, const YsCatalogueProblem *problem)
{
  g_autofree char *column = ys_column_name (problem->column);

  json_builder_begin_object (builder);
  ys_json_int (builder, "row", problem->row + 1);
  ys_json_text (builder, "column", column);
  ys_json_text (builder, "reason", problem->reason);
  json_builder_end_object (builder);
  /* Translators: row, column letter, sentence */
  ys_print_message (_ ("Row %u, column %s: %s"), problem->row + 1, column, problem->reason);
}

/* @book: (nullable): what holds afterwards, NULL when nothing was written */
static void
print_import (const YsCli *cli, const YsCatalogueImport *import, const YsCatalogueBook *book)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = change_table_new ();
  GPtrArray *changes = ys_catalogue_import_changes (import);
  GPtrArray *problems = ys_catalogue_import_problems (import);

  json_builder_begin_object (builder);
  ys_json_text (builder, "annex",
                ys_choice_nick (ys_annex_choices, ys_catalogue_import_annex (import)));
  if (book != NULL)
    ys_json_int (builder, "version", ys_catalogue_book_version (book)->version.value);
  else
    ys_json_text (builder, "version", NULL);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, table, changes->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; i < problems->len; i++)
    add_problem (builder, problems->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
}

static const YsGrid *
choose_sheet (const YsWorkbook *workbook, GError **error)
{
  const YsGrid *grid = given.sheet != NULL ? ys_workbook_find_sheet (workbook, given.sheet)
                                           : ys_workbook_sheet (workbook, 0);

  if (grid == NULL)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                 _ ("There is no worksheet “%s”. Write the name that its tab shows."), given.sheet);
  return grid;
}

static gboolean
run_import (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autoptr (YsCatalogueImport) import = NULL;
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autofree char *name = g_path_get_basename (words[0]);
  const YsGrid *grid;
  YsDate from;

  if (!ys_cli_read_date (cli, "--from", given.from, &from, error)
      || ys_cli_open (cli, given.dry_run ? YS_LEDGER_READ_ONLY : YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  workbook = ys_workbook_read_file (words[0], NULL, error);
  if (workbook == NULL)
    return FALSE;
  grid = choose_sheet (workbook, error);
  import = grid != NULL ? ys_catalogue_import_new (cli->open, grid, from, error) : NULL;
  if (import == NULL)
    return FALSE;
  if (ys_catalogue_import_problems (import)->len > 0)
    {
      print_import (cli, import, NULL);
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Nothing was written. Correct these cells and import again."));
      return FALSE;
    }
  if (!given.dry_run
      && !ys_catalogue_import_apply (cli->open, import, from, given.reason, name, &book, error))
    return FALSE;
  print_import (cli, import, book);
  return TRUE;
}

const YsCommand ys_catalogue_commands[] = {
  { "catalogue list", "[annex1|annex2|annex3]", N_ ("Clauses as they hold on a date"), NULL,
    list_options, 0, 1, run_list },
  { "catalogue set", "CODE FIELD=VALUE…", N_ ("Changes a clause by a new version"),
    N_ ("Fields: points, limit (3d, 2h), unit, name, short_name, criterion, group, content, kind. "
        "Filling in points that the source leaves blank holds from the date of the version that "
        "is completed, unless --from is given."),
    set_options, 2, -1, run_set },
  { "catalogue versions", "[annex1|annex2|annex3]", N_ ("Versions, newest first"), NULL, NULL, 0, 1,
    run_versions },
  { "catalogue compare", "ANNEX VERSION VERSION", N_ ("What differs between two versions"), NULL,
    NULL, 3, 3, run_compare },
  { "catalogue export", "ANNEX -o FILE.xlsx", N_ ("Writes a workbook that can be imported again"),
    NULL, export_options, 1, 1, run_export },
  { "catalogue import", "FILE", N_ ("Reads a workbook as a new version"),
    N_ ("The table needs the column 代码 and one row for each clause; what it lacks is dropped "
        "from "
        "the new version."),
    import_options, 1, 1, run_import },
  { NULL },
};
