/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ledger …: creating one, what it holds, whether it is sound, and its backups. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"
#include "office.h"
#include "output.h"

static struct
{
  char *office;
  char *level;
  char *unit;
  char *recipient;
  char *email;
  char *phone;
  char *output;
  char *to;
} given;

static const GOptionEntry init_options[] = {
  { "office", 0, 0, G_OPTION_ARG_FILENAME, &given.office,
    N_ ("Name of the office that keeps the ledger"), "NAME" },
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &given.level,
    N_ ("Its level; else as its name says, or town"), "town|subdistrict|district" },
  { "reporting-unit", 0, 0, G_OPTION_ARG_FILENAME, &given.unit,
    N_ ("What the dispatch table prints above its heads; else made from the name"), "NAME" },
  { "recipient", 0, 0, G_OPTION_ARG_FILENAME, &given.recipient,
    N_ ("To whom the dispatch table goes (note 2)"), "NAME" },
  { "email", 0, 0, G_OPTION_ARG_FILENAME, &given.email,
    N_ ("Address in note 2 of the dispatch table"), "ADDRESS" },
  { "phone", 0, 0, G_OPTION_ARG_FILENAME, &given.phone,
    N_ ("Phone in note 2 of the dispatch table"), "NUMBER" },
  { NULL },
};

static const GOptionEntry backup_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
    N_ ("Where to; else a new file in the ledger's backups"), "FILE" },
  { NULL },
};

static const GOptionEntry restore_options[] = {
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &given.to, N_ ("A folder that holds no ledger"), "DIR" },
  { NULL },
};

/* The office's own name says its level in most cases: 山城街道物管科, 桑村镇建设局. */
static int
guess_level (const char *name)
{
  if (strstr (name, "街道") != NULL)
    return YS_LEVEL_SUBDISTRICT;
  if (strstr (name, "镇") == NULL && strstr (name, "乡") == NULL && strstr (name, "区") != NULL)
    return YS_LEVEL_DISTRICT;
  return YS_LEVEL_TOWN;
}

static gboolean
set_office_field (
    YsOffice *office, const char *name, const char *value, YsDate today, GError **error)
{
  const YsField *field = ys_record_type_field (&ys_office_type, name);

  return value == NULL || ys_field_read (field, office, value, today, error);
}

static gboolean
read_office (YsOffice *office, YsDate today, GError **error)
{
  office->level = guess_level (given.office);
  return set_office_field (office, "name", given.office, today, error)
         && set_office_field (office, "level", given.level, today, error)
         && set_office_field (office, "reporting_unit", given.unit, today, error)
         && set_office_field (office, "recipient", given.recipient, today, error)
         && set_office_field (office, "email", given.email, today, error)
         && set_office_field (office, "phone", given.phone, today, error);
}

static gboolean
run_init (YsCli *cli, GStrv words, GError **error)
{
  g_auto (YsOffice) office = { 0 };
  const YsField *level = ys_record_type_field (&ys_office_type, "level");

  if (!ys_cli_require ("--office", given.office, error))
    return FALSE;
  if (given.level != NULL && ys_choice_from_text (level->choices, given.level) == 0)
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--level “%s” is unknown. Write town, subdistrict or district."),
                   given.level);
      return FALSE;
    }
  if (!read_office (&office, cli->today, error))
    return FALSE;
  cli->open = ys_ledger_job_create (words[0], &office, cli->user, error);
  if (cli->open == NULL)
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_text (builder, "ledger", ys_ledger_job_folder (cli->open));
      json_builder_end_object (builder);
      ys_print_json (builder);
    }
  else
    ys_print_line (_ ("Created the ledger %s."), ys_ledger_job_folder (cli->open));
  return TRUE;
}

static void
add_counts (JsonBuilder *builder, const YsLedgerSummary *summary)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  ys_json_int (builder, "compounds", summary->n_compounds);
  ys_json_int (builder, "withdrawn", summary->n_withdrawn);
  ys_json_int (builder, "communities", summary->n_communities);
  ys_json_int (builder, "companies", summary->n_companies);
  ys_json_int (builder, "contacts", summary->n_contacts);
  ys_json_int (builder, "batches", summary->n_batches);
  ys_json_int (builder, "submissions", summary->n_submissions);
  ys_json_int (builder, "audit_lines", summary->n_audit_lines);
  json_builder_end_object (builder);
}

static void
print_info_json (YsCli *cli, const YsLedgerSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ys_json_text (builder, "office", summary->office.name);
  json_builder_set_member_name (builder, "level");
  ys_field_to_json (ys_record_type_field (&ys_office_type, "level"), &summary->office, builder);
  ys_json_text (builder, "ledger", ys_ledger_job_folder (cli->open));
  ys_json_int (builder, "schema_version", summary->schema_version);
  add_counts (builder, summary);
  ys_json_instant (builder, "last_backup", summary->last_backup);
  ys_json_date (builder, "next_dispatch", summary->next_dispatch);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
add_count_row (YsTable *table, const char *label, gint64 count)
{
  g_autofree char *text = ys_count_to_text (count, TRUE);

  ys_table_add (table, label, text);
}

static void
print_info (YsCli *cli, const YsLedgerSummary *summary)
{
  g_autoptr (YsTable) table = ys_table_new (
      (const YsHead[]){ { _ ("Ledger") }, { ys_ledger_job_folder (cli->open) }, { NULL } });
  g_autofree char *level
      = ys_field_to_display (ys_record_type_field (&ys_office_type, "level"), &summary->office);
  g_autofree char *backup = ys_instant_to_iso (summary->last_backup);
  g_autofree char *due = ys_date_to_iso (summary->next_dispatch);

  ys_table_add (table, _ ("Office"), summary->office.name);
  ys_table_add (table, _ ("Level"), level);
  add_count_row (table, _ ("Schema"), summary->schema_version);
  add_count_row (table, _ ("Compounds"), summary->n_compounds);
  add_count_row (table, _ ("Withdrawn"), summary->n_withdrawn);
  add_count_row (table, _ ("Communities"), summary->n_communities);
  add_count_row (table, _ ("Property companies"), summary->n_companies);
  add_count_row (table, _ ("Submissions"), summary->n_submissions);
  add_count_row (table, _ ("Audit lines"), summary->n_audit_lines);
  ys_table_add (table, _ ("Last backup"), backup != NULL ? backup : _ ("none yet"));
  ys_table_add (table, _ ("Next dispatch table"), due);
  ys_table_print (table);
}

static gboolean
run_info (YsCli *cli, GStrv words, GError **error)
{
  g_auto (YsLedgerSummary) summary = { 0 };

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL
      || !ys_ledger_job_summary (cli->open, cli->today, &summary, error))
    return FALSE;
  if (cli->json)
    print_info_json (cli, &summary);
  else
    print_info (cli, &summary);
  return TRUE;
}

/* @lines below 0: the ledger could not even be opened. */
static void
print_verification_json (gboolean ok, gint64 lines, gint64 first_broken, GPtrArray *problems)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  ys_json_flag (builder, "ok", ok);
  if (lines >= 0)
    ys_json_int (builder, "audit_lines", lines);
  else
    ys_json_text (builder, "audit_lines", NULL);
  if (first_broken > 0)
    ys_json_int (builder, "first_broken", first_broken);
  else
    ys_json_text (builder, "first_broken", NULL);
  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    json_builder_add_string_value (builder, problems->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static void
print_verification (const YsVerification *found)
{
  g_autofree char *lines = ys_count_to_text (found->n_lines, TRUE);

  for (guint i = 0; i < found->problems->len; i++)
    ys_print_line ("%s", (const char *)found->problems->pdata[i]);
  if (found->ok)
    ys_print_line (_ ("The ledger is sound: %s audit lines, each as it was written."), lines);
}

static void
set_damage (const YsVerification *found, GError **error)
{
  g_autofree char *line = ys_count_to_text (found->first_broken, FALSE);

  if (found->first_broken > 0)
    g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                 _ ("The ledger was changed from outside or is damaged: audit line %s is the first "
                    "that does not fit. "
                    "Restore a backup with “ledger restore”."),
                 line);
  else
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                         _ ("The ledger is damaged. Restore a backup with “ledger restore”."));
}

static gboolean
run_verify (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsVerification) found = NULL;
  g_autoptr (GError) damage = NULL;

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, &damage) != NULL)
    found = ys_ledger_job_verify (cli->open, &damage);
  if (found == NULL)
    {
      /* A program that asks whether the ledger is sound gets its answer even then. */
      if (cli->json && g_error_matches (damage, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED))
        {
          g_autoptr (GPtrArray) problems = g_ptr_array_new ();

          g_ptr_array_add (problems, damage->message);
          print_verification_json (FALSE, -1, 0, problems);
        }
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  if (cli->json)
    print_verification_json (found->ok, found->n_lines, found->first_broken, found->problems);
  else
    print_verification (found);
  if (!found->ok)
    set_damage (found, error);
  return found->ok;
}

static gboolean
run_backup (YsCli *cli, GStrv words, GError **error)
{
  g_autofree char *path = NULL;

  /* Reading is enough: a backup can be made while the window is open. */
  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  path = ys_ledger_job_backup (cli->open, given.output, cli->now, error);
  if (path == NULL)
    return FALSE;
  ys_cli_print_file (cli, path);
  return TRUE;
}

static gboolean
run_restore (YsCli *cli, GStrv words, GError **error)
{
  if (!ys_cli_require ("--to", given.to, error)
      || !ys_ledger_job_restore (words[0], given.to, error))
    return FALSE;
  ys_cli_print_file (cli, given.to);
  return TRUE;
}

const YsCommand ys_ledger_commands[] = {
  { "ledger init", "DIR --office NAME", N_ ("Create a ledger in a new or empty folder"), NULL,
    init_options, 1, 1, run_init },
  { "ledger info", "", N_ ("What the ledger holds, its last backup, the next due date"), NULL, NULL,
    0, 0, run_info },
  { "ledger verify", "", N_ ("Check the database and every line of the audit log"),
    N_ ("Ends with 3 when something does not fit, and names the first audit line that was "
        "changed."),
    NULL, 0, 0, run_verify },
  { "ledger backup", "", N_ ("Save the ledger into one file"), NULL, backup_options, 0, 0,
    run_backup },
  { "ledger restore", "FILE --to DIR",
    N_ ("Bring a saved file back as a ledger, never over another"), NULL, restore_options, 1, 1,
    run_restore },
  { NULL },
};
