/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dispatch …: the progress dispatch table seen, compared, exported, filed and reprinted. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "command.h"
#include "dispatch.h"
#include "job-error.h"
#include "output.h"

static struct
{
  char *date;
  char *output;
} given;

static const GOptionEntry date_options[] = {
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &given.date, N_ ("Date printed on the table; else today"),
    "DATE" },
  { NULL },
};

static const GOptionEntry export_options[] = {
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &given.date, N_ ("Date printed on the table; else today"),
    "DATE" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
    N_ ("The file to write: .xlsx, .pdf or .png (first page)"), "FILE" },
  { NULL },
};

static const GOptionEntry submit_options[] = {
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &given.date, N_ ("Date printed on the table; else today"),
    "DATE" },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
    N_ ("Folder for copies of the filed files"), "DIR" },
  { NULL },
};

static const GOptionEntry reprint_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("Folder for the files"), "DIR" },
  { NULL },
};

static YsDispatch *
open_dispatch (YsCli *cli, YsLedgerMode mode, GError **error)
{
  YsDate date;

  if (!ys_cli_read_date (cli, "--date", given.date, &date, error)
      || ys_cli_open (cli, mode, error) == NULL)
    return NULL;
  return ys_dispatch_new (cli->open, date, error);
}

static void
add_row (JsonBuilder *builder, const YsDispatchRow *row)
{
  int nature = row->nature != NULL ? ys_choice_from_text (ys_nature_choices, row->nature)
                                   : YS_NATURE_UNKNOWN;

  json_builder_begin_object (builder);
  ys_json_text (builder, "community", row->community);
  ys_json_text (builder, "name", row->name);
  if (row->class != YS_CLASS_UNKNOWN)
    ys_json_int (builder, "class", row->class);
  else
    ys_json_text (builder, "class", NULL);
  ys_json_text (builder, "company", row->company);
  ys_json_text (builder, "nature",
                nature != YS_NATURE_UNKNOWN ? ys_choice_nick (ys_nature_choices, nature) : NULL);
  ys_json_date (builder, "entry_date", row->entry_date);
  ys_json_text (builder, "services", row->services);
  ys_json_text (builder, "manager", row->manager);
  ys_json_text (builder, "phone", row->phone);
  ys_json_text (builder, "remark", row->remark);
  ys_json_text (builder, "town", row->town);
  json_builder_end_object (builder);
}

static void
print_preview_json (const YsDispatch *dispatch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *number = ys_dispatch_next_number (dispatch);
  GPtrArray *rows = ys_dispatch_rows (dispatch);
  GPtrArray *blanks = ys_dispatch_blanks (dispatch);
  GPtrArray *doubts = ys_dispatch_doubts (dispatch);

  json_builder_begin_object (builder);
  ys_json_date (builder, "date", ys_dispatch_date (dispatch));
  ys_json_date (builder, "due", ys_dispatch_due (dispatch));
  ys_json_text (builder, "number", number);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    add_row (builder, rows->pdata[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "blanks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < blanks->len; i++)
    {
      const YsDispatchBlank *blank = blanks->pdata[i];

      json_builder_begin_object (builder);
      ys_json_text (builder, "name", blank->name);
      ys_json_text (builder, "field", blank->field);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "doubts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < doubts->len; i++)
    {
      const YsDispatchDoubt *doubt = doubts->pdata[i];

      json_builder_begin_object (builder);
      ys_json_text (builder, "name", doubt->name);
      ys_json_text (builder, "field", doubt->field);
      ys_json_text (builder, "reason", doubt->sentence);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static const char *
field_label (const char *name)
{
  const YsField *field = ys_cli_compound_field (name, TRUE, NULL);

  return field != NULL ? _ (field->label) : name;
}

static void
print_preview (const YsDispatch *dispatch)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("No."), TRUE },
                                                              { _ ("Community") },
                                                              { _ ("Name") },
                                                              { _ ("Class") },
                                                              { _ ("Company") },
                                                              { _ ("Nature") },
                                                              { _ ("Entry date") },
                                                              { _ ("Services") },
                                                              { _ ("Manager") },
                                                              { _ ("Phone") },
                                                              { _ ("Remark") },
                                                              { NULL } });
  g_autofree char *due = ys_date_to_iso (ys_dispatch_due (dispatch));
  GPtrArray *rows = ys_dispatch_rows (dispatch);
  GPtrArray *blanks = ys_dispatch_blanks (dispatch);
  GPtrArray *doubts = ys_dispatch_doubts (dispatch);

  for (guint i = 0; i < rows->len; i++)
    {
      g_auto (GStrv) cells = g_new0 (char *, YS_DISPATCH_N_COLUMNS + 1);

      cells[0] = ys_count_to_text (i + 1, FALSE);
      for (int column = 1; column < YS_DISPATCH_N_COLUMNS; column++)
        cells[column] = ys_dispatch_row_text (rows->pdata[i], (YsDispatchColumn)column);
      ys_table_add (table, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6],
                    cells[7], cells[8], cells[9], cells[10]);
    }
  ys_table_print (table);
  ys_print_line (_ ("Due on %s. Compounds: %u, blanks: %u, doubts: %u."), due, rows->len,
                 blanks->len, doubts->len);
  for (guint i = 0; i < doubts->len; i++)
    ys_print_line ("%s: %s", ((YsDispatchDoubt *)doubts->pdata[i])->name,
                   ((YsDispatchDoubt *)doubts->pdata[i])->sentence);
}

static gboolean
run_preview (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDispatch) dispatch = open_dispatch (cli, YS_LEDGER_READ_ONLY, error);

  if (dispatch == NULL)
    return FALSE;
  if (cli->json)
    print_preview_json (dispatch);
  else
    print_preview (dispatch);
  return TRUE;
}

static void
add_names (JsonBuilder *builder, const char *key, GPtrArray *names)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    json_builder_add_string_value (builder, names->pdata[i]);
  json_builder_end_array (builder);
}

/* A value of the preview: the class as a number, the nature as its word. */
static void
add_value (JsonBuilder *builder, const char *key, const char *field, const char *printed)
{
  int nature;

  if (strcmp (field, "class") == 0 && *printed != '\0')
    ys_json_int (builder, key, g_ascii_strtoll (printed, NULL, 10));
  else if (strcmp (field, "nature") == 0 && *printed != '\0')
    {
      nature = ys_choice_from_text (ys_nature_choices, printed);
      ys_json_text (builder, key, ys_choice_nick (ys_nature_choices, nature));
    }
  else
    ys_json_text (builder, key, printed);
}

static void
print_diff_json (const YsDispatch *dispatch)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *changes = ys_dispatch_changes (dispatch);

  json_builder_begin_object (builder);
  ys_json_text (builder, "against", ys_dispatch_against (dispatch));
  add_names (builder, "added", ys_dispatch_added (dispatch));
  add_names (builder, "removed", ys_dispatch_removed (dispatch));
  json_builder_set_member_name (builder, "changed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    {
      const YsDispatchChange *change = changes->pdata[i];

      json_builder_begin_object (builder);
      ys_json_text (builder, "name", change->name);
      ys_json_text (builder, "field", change->field);
      add_value (builder, "before", change->field, change->before);
      add_value (builder, "after", change->field, change->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_diff (const YsDispatch *dispatch)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){
      { _ ("Name") }, { _ ("Field") }, { _ ("Before") }, { _ ("After") }, { NULL } });
  GPtrArray *added = ys_dispatch_added (dispatch);
  GPtrArray *removed = ys_dispatch_removed (dispatch);
  GPtrArray *changes = ys_dispatch_changes (dispatch);

  if (ys_dispatch_against (dispatch) == NULL)
    {
      ys_print_line ("%s", _ ("Nothing was filed before: there is nothing to compare with."));
      return;
    }
  for (guint i = 0; i < added->len; i++)
    ys_table_add (table, added->pdata[i], _ ("added"), NULL, NULL);
  for (guint i = 0; i < removed->len; i++)
    ys_table_add (table, removed->pdata[i], _ ("removed"), NULL, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const YsDispatchChange *change = changes->pdata[i];

      ys_table_add (table, change->name, field_label (change->field), change->before,
                    change->after);
    }
  ys_table_print (table);
  ys_print_line (_ ("Against %s. Added: %u, removed: %u, cells changed: %u."),
                 ys_dispatch_against (dispatch), added->len, removed->len, changes->len);
}

static gboolean
run_diff (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDispatch) dispatch = open_dispatch (cli, YS_LEDGER_READ_ONLY, error);

  if (dispatch == NULL)
    return FALSE;
  if (cli->json)
    print_diff_json (dispatch);
  else
    print_diff (dispatch);
  return TRUE;
}

static gboolean
run_export (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDispatch) dispatch = NULL;

  if (!ys_cli_require ("-o FILE", given.output, error))
    return FALSE;
  dispatch = open_dispatch (cli, YS_LEDGER_READ_ONLY, error);
  if (dispatch == NULL || !ys_dispatch_export (dispatch, given.output, error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

static void
print_submission (YsCli *cli, const YsSubmission *submission, GStrv files)
{
  g_autofree char *rows = NULL;

  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_text (builder, "number", submission->number);
      ys_json_date (builder, "date", submission->date);
      ys_json_date (builder, "due", submission->due);
      ys_json_int (builder, "rows", submission->rows.value);
      ys_json_text (builder, "sha256", submission->sha256);
      json_builder_set_member_name (builder, "files");
      json_builder_begin_array (builder);
      for (guint i = 0; files != NULL && files[i] != NULL; i++)
        json_builder_add_string_value (builder, files[i]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      ys_print_json (builder);
      return;
    }
  rows = ys_count_to_text (submission->rows.value, FALSE);
  /* Translators: number of the submission, how many compounds, checksum */
  ys_print_line (_ ("%s, %s compounds, SHA-256 %s"), submission->number, rows, submission->sha256);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    ys_print_line ("%s", files[i]);
}

static gboolean
run_submit (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDispatch) dispatch = open_dispatch (cli, YS_LEDGER_WRITE, error);
  YsSubmission *submission;
  g_auto (GStrv) files = NULL;
  gboolean done = TRUE;

  if (dispatch == NULL)
    return FALSE;
  submission = ys_dispatch_submit (cli->open, dispatch, cli->now, error);
  if (submission == NULL)
    return FALSE;
  /* Filed is filed: when the copies fail, the number is told all the same. */
  if (given.output != NULL)
    done = (files = ys_dispatch_reprint (cli->open, submission->id, given.output, error)) != NULL;
  print_submission (cli, submission, files);
  ys_record_free (&ys_submission_type, submission);
  return done;
}

/* By its number, its id, or the newest of that due date. (transfer none) (nullable) */
static const YsSubmission *
find_submission (GPtrArray *submissions, const char *name, GError **error)
{
  for (guint i = 0; i < submissions->len; i++)
    {
      const YsSubmission *submission = submissions->pdata[i];
      g_autofree char *id = ys_count_to_text (submission->id, FALSE);

      if (g_strcmp0 (submission->number, name) == 0 || g_str_equal (id, name))
        return submission;
    }
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
               _ ("Nothing was filed under “%s”. See the numbers in “list submissions”."), name);
  return NULL;
}

static gboolean
run_reprint (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) submissions = NULL;
  const YsSubmission *submission;
  g_auto (GStrv) files = NULL;

  if (!ys_cli_require ("-o DIR", given.output, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  submissions = ys_dispatch_submissions (cli->open, error);
  submission = submissions != NULL ? find_submission (submissions, words[0], error) : NULL;
  if (submission == NULL)
    return FALSE;
  files = ys_dispatch_reprint (cli->open, submission->id, given.output, error);
  if (files == NULL)
    return FALSE;
  print_submission (cli, submission, files);
  return TRUE;
}

const YsCommand ys_dispatch_commands[] = {
  { "dispatch preview", "[--date DATE]", N_ ("The table as it stands, with its blanks and doubts"),
    NULL, date_options, 0, 0, run_preview },
  { "dispatch diff", "[--date DATE]", N_ ("What changed since the last table that was filed"), NULL,
    date_options, 0, 0, run_diff },
  { "dispatch export", "[--date DATE] -o FILE", N_ ("Write the table without filing it"), NULL,
    export_options, 0, 0, run_export },
  { "dispatch submit", "[--date DATE] [-o DIR]",
    N_ ("File the table: numbered, frozen, with its SHA-256"), NULL, submit_options, 0, 0,
    run_submit },
  { "dispatch reprint", "NUMBER -o DIR",
    N_ ("Write the files of a filed table again, byte for byte"), NULL, reprint_options, 1, 1,
    run_reprint },
  { NULL },
};
