/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inspect import: a filled form into one inspection with its findings, whole or not at all. What
 * the form does not say is given as options; what it says is never overruled. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "inspection-job.h"
#include "job-error.h"
#include "output.h"

static struct
{
  char *sheet;
  char *compound;
  char *level;
  char *kind;
  char *at;
  gboolean dry_run;
} given;

static const GOptionEntry options[] = {
  { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet,
    N_ ("The worksheet with the form, if several hold one"), "NAME" },
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound,
    N_ ("Which compound, if the form does not say"), "NAME" },
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &given.level,
    N_ ("town, district, city, joint or self, if the form does not say"), "L" },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind,
    N_ ("announced, unannounced or special, if the form does not say"), "K" },
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When, if the form does not say"),
    "INSTANT" },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run, N_ ("Only judge the rows, write nothing"),
    NULL },
  { NULL },
};

/* -- The head --------------------------------------------------------------------------------- */

static gboolean
refuse_missing (const char *label, const char *option, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a label of the form's head, then an option */
               _ ("The form does not say %s. Write it there, or give %s."), label, option);
  return FALSE;
}

static gboolean
fill_head (YsCli *cli, YsInspectionPaste *form, GError **error)
{
  YsInspection *head = &form->head;

  if (form->wrong_heads->len > 0)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           ((YsWrongHead *)form->wrong_heads->pdata[0])->problem);
      return FALSE;
    }
  if (form->compound == NULL)
    form->compound = g_strdup (given.compound);
  if (form->compound == NULL)
    return refuse_missing ("小区名称", "--compound", error);
  if (head->level == 0 && given.level == NULL)
    return refuse_missing ("检查级别", "--level", error);
  if (head->kind == 0 && given.kind == NULL)
    return refuse_missing ("检查方式", "--kind", error);
  if (head->at == 0 && given.at == NULL)
    return refuse_missing ("检查时间", "--at", error);
  return (head->level != 0
          || ys_cli_read_choice ("--level", given.level, ys_level_choices, &head->level, error))
         && (head->kind != 0
             || ys_cli_read_choice ("--kind", given.kind, ys_inspection_kind_choices, &head->kind,
                                    error))
         && (head->at != 0 || ys_cli_read_instant ("--at", given.at, cli->now, &head->at, error));
}

/* A form that was read before is not read twice. */
static gboolean
check_new (YsCli *cli, YsInspectionPaste *form, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (cli->open, error);
  gint64 id;

  if (registry == NULL)
    return FALSE;
  form->head.compound_id = ys_cli_find_compound (registry, form->compound, error);
  if (form->head.compound_id == 0)
    return FALSE;
  id = ys_inspection_find_visit (cli->open, &form->head, error);
  if (id > 0)
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 _ ("Inspection %d has this compound, level, kind and time already. Correct the "
                    "form, or withdraw that one first."),
                 (int)id);
  return id == 0;
}

/* -- Rows ------------------------------------------------------------------------------------- */

static guint
count_refused (const YsInspectionPaste *form)
{
  guint n = 0;

  for (guint i = 0; i < form->rows->len; i++)
    n += ((const YsPastedFinding *)form->rows->pdata[i])->problem != NULL ? 1 : 0;
  return n;
}

static void
add_row (JsonBuilder *builder, const YsPastedFinding *row)
{
  g_autofree char *column = row->problem != NULL ? ys_column_name (row->column) : NULL;

  json_builder_begin_object (builder);
  ys_json_int (builder, "row", row->row + 1);
  ys_json_text (builder, "verdict", row->problem != NULL ? "refused" : "new");
  ys_json_text (builder, "reason", row->problem);
  ys_json_text (builder, "column", column);
  ys_json_text (builder, "code", row->code);
  ys_json_int (builder, "count", row->count);
  ys_json_text (builder, "place", row->place);
  ys_json_text (builder, "note", row->note);
  json_builder_end_object (builder);
}

static void
print_json (const YsInspectionPaste *form, gint64 id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  guint n_refused = count_refused (form);

  json_builder_begin_object (builder);
  if (id > 0)
    ys_json_int (builder, "inspection", id);
  else
    ys_json_text (builder, "inspection", NULL);
  ys_json_text (builder, "compound", form->compound);
  ys_json_text (builder, "level", ys_choice_nick (ys_level_choices, form->head.level));
  ys_json_text (builder, "kind", ys_choice_nick (ys_inspection_kind_choices, form->head.kind));
  ys_json_instant (builder, "at", form->head.at);
  ys_json_text (builder, "inspectors", form->head.inspectors);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < form->rows->len; i++)
    add_row (builder, form->rows->pdata[i]);
  json_builder_end_array (builder);
  ys_json_int (builder, "new", form->rows->len - n_refused);
  ys_json_int (builder, "refused", n_refused);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_table (const YsInspectionPaste *form, gint64 id)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Row"), TRUE },
                                                              { _ ("Clause") },
                                                              { _ ("Places"), TRUE },
                                                              { _ ("Place") },
                                                              { _ ("Verdict") },
                                                              { _ ("Reason") },
                                                              { NULL } });
  g_autofree char *number = ys_count_to_text (id, FALSE);

  for (guint i = 0; i < form->rows->len; i++)
    {
      const YsPastedFinding *row = form->rows->pdata[i];
      g_autofree char *line = ys_count_to_text (row->row + 1, FALSE);

      ys_table_add (table, line, row->code != NULL ? row->code : row->clause_text, row->count_text,
                    row->place, row->problem != NULL ? _ ("refused") : _ ("new"), row->problem);
    }
  if (form->rows->len > 0)
    ys_table_print (table);
  if (id > 0)
    ys_print_line (_ ("Inspection %s of %s"), number, form->compound);
}

static void
tell_refused (const YsInspectionPaste *form)
{
  for (guint i = 0; i < form->rows->len; i++)
    {
      const YsPastedFinding *row = form->rows->pdata[i];
      g_autofree char *column = ys_column_name (row->column);

      if (row->problem != NULL)
        ys_print_message (_ ("row %u, column %s: %s"), row->row + 1, column, row->problem);
    }
}

/* -- The command ------------------------------------------------------------------------------ */

static gint64
write_form (YsCli *cli, YsInspectionPaste *form, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (YsFindingEntry));

  for (guint i = 0; i < form->rows->len; i++)
    {
      const YsPastedFinding *row = form->rows->pdata[i];
      YsFindingEntry entry = { row->code, row->count, row->place, row->note };

      g_array_append_val (entries, entry);
    }
  return ys_inspection_add (cli->open, &form->head,
                            (const YsFindingEntry *)(gconstpointer)entries->data, entries->len,
                            NULL, error);
}

static gboolean
check_rows (const YsInspectionPaste *form, GError **error)
{
  guint n = count_refused (form);

  if (n == 0)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u row of the form cannot be taken. Correct it and read the form "
                            "again.",
                            "%u rows of the form cannot be taken. Correct them and read the form "
                            "again.",
                            n),
               n);
  return FALSE;
}

static gboolean
run_import (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsInspectionPaste) form = NULL;
  gint64 id = 0;
  gboolean done;

  if (ys_cli_open (cli, given.dry_run ? YS_LEDGER_READ_ONLY : YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  form = ys_inspection_read_form (cli->open, words[0], given.sheet, cli->now, NULL, error);
  if (form == NULL || !fill_head (cli, form, error) || !check_new (cli, form, error))
    {
      g_prefix_error (error, "%s: ", words[0]);
      return FALSE;
    }
  done = check_rows (form, error);
  if (done && !given.dry_run)
    {
      id = write_form (cli, form, error);
      done = id > 0;
    }
  if (cli->json)
    print_json (form, id);
  else
    print_table (form, id);
  tell_refused (form);
  return done;
}

const YsCommand ys_inspection_import_commands[] = {
  { "inspect import", "FILE [--sheet NAME] [--dry-run]",
    N_ ("Read a filled inspection form: one inspection with its findings"),
    N_ ("The form is what “inspect form” prints. Nothing is written while a row cannot be taken."),
    options, 1, 1, run_import },
  { NULL },
};
