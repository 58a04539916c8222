/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list …: what the ledger holds beside its compounds, as tables or JSON. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "dispatch.h"
#include "import.h"
#include "import-batch.h"
#include "output.h"

static struct
{
  char *of;
} given;

static const GOptionEntry contact_options[] = {
  { "of", 0, 0, G_OPTION_ARG_FILENAME, &given.of, N_ ("Only of this compound"), "NAME" },
  { NULL },
};

/* How many compounds that are not withdrawn stand in a community or with a company. */
static guint
count_of (const YsRegistry *registry, const YsRecordType *type, gint64 id)
{
  guint n = 0;

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsCompound *compound = ys_registry_item (registry, i)->compound;

      if (!compound->withdrawn
          && (type == &ys_community_type ? compound->community_id : compound->company_id) == id)
        n++;
    }
  return n;
}

static void
add_record (JsonBuilder *builder, const YsRecordType *type, gconstpointer record)
{
  ys_json_int (builder, "id", YS_RECORD_ID (record));
  for (guint i = 0; i < type->n_fields; i++)
    {
      json_builder_set_member_name (builder, type->fields[i].name);
      ys_field_to_json (&type->fields[i], record, builder);
    }
}

static void
add_record_row (YsTable *table, const YsRecordType *type, gconstpointer record, guint n_compounds)
{
  g_autofree char *name = ys_field_to_display (ys_record_type_field (type, "name"), record);
  g_autofree char *second
      = ys_field_to_display (ys_record_type_field (type,
                                                   type == &ys_community_type ? "town" : "manager"),
                             record);
  g_autofree char *phone = ys_field_to_display (ys_record_type_field (type, "phone"), record);
  g_autofree char *count = ys_count_to_text (n_compounds, FALSE);

  ys_table_add (table, name, second, phone, count);
}

static gboolean
list_records (YsCli *cli, const YsRecordType *type, const char *second_head, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){
      { _ ("Name") }, { second_head }, { _ ("Phone") }, { _ ("Compounds"), TRUE }, { NULL } });
  GPtrArray *records;

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  records = type == &ys_community_type ? ys_registry_communities (registry)
                                       : ys_registry_companies (registry);
  json_builder_begin_array (builder);
  for (guint i = 0; i < records->len; i++)
    {
      gconstpointer record = records->pdata[i];
      guint n_compounds = count_of (registry, type, YS_RECORD_ID (record));

      json_builder_begin_object (builder);
      add_record (builder, type, record);
      ys_json_int (builder, "compounds", n_compounds);
      json_builder_end_object (builder);
      add_record_row (table, type, record, n_compounds);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static gboolean
run_communities (YsCli *cli, GStrv words, GError **error)
{
  return list_records (cli, &ys_community_type, _ ("Town"), error);
}

static gboolean
run_companies (YsCli *cli, GStrv words, GError **error)
{
  return list_records (cli, &ys_company_type, _ ("Manager"), error);
}

static const char *
number_of (GPtrArray *submissions, gint64 id)
{
  for (guint i = 0; i < submissions->len; i++)
    if (((YsSubmission *)submissions->pdata[i])->id == id)
      return ((YsSubmission *)submissions->pdata[i])->number;
  return NULL;
}

static void
add_submission (JsonBuilder *builder, const YsSubmission *submission, const char *corrects)
{
  json_builder_begin_object (builder);
  ys_json_int (builder, "id", submission->id);
  ys_json_text (builder, "number", submission->number);
  ys_json_text (builder, "what", submission->what);
  ys_json_date (builder, "date", submission->date);
  ys_json_date (builder, "due", submission->due);
  ys_json_int (builder, "rows", submission->rows.value);
  ys_json_text (builder, "sha256", submission->sha256);
  ys_json_text (builder, "file_name", submission->file_name);
  ys_json_text (builder, "user", submission->user);
  ys_json_instant (builder, "at", submission->at);
  ys_json_text (builder, "corrects", corrects);
  json_builder_end_object (builder);
}

static void
add_submission_row (YsTable *table, const YsSubmission *submission, const char *corrects)
{
  g_autofree char *date = ys_date_to_iso (submission->date);
  g_autofree char *due = ys_date_to_iso (submission->due);
  g_autofree char *rows = ys_count_to_text (submission->rows.value, FALSE);
  g_autofree char *at = ys_instant_to_iso (submission->at);

  ys_table_add (table, submission->number, date, due, rows, submission->user, at, corrects);
}

static gboolean
run_submissions (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) submissions = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Number") },
                                                              { _ ("Date") },
                                                              { _ ("Due") },
                                                              { _ ("Rows"), TRUE },
                                                              { _ ("By") },
                                                              { _ ("At") },
                                                              { _ ("Corrects") },
                                                              { NULL } });

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  submissions = ys_dispatch_submissions (cli->open, error);
  if (submissions == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < submissions->len; i++)
    {
      const YsSubmission *submission = submissions->pdata[i];
      const char *corrects = number_of (submissions, submission->corrects_id);

      add_submission (builder, submission, corrects);
      add_submission_row (table, submission, corrects);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static void
add_batch_row (YsTable *table, const YsImportBatch *batch)
{
  g_autofree char *id = ys_count_to_text (batch->id, FALSE);
  g_autofree char *at = ys_instant_to_iso (batch->at);
  g_autofree char *n_new = ys_count_to_text (batch->n_new.value, FALSE);
  g_autofree char *n_changed = ys_count_to_text (batch->n_changed.value, FALSE);

  ys_table_add (table, id, at, batch->file_name, batch->shape, n_new, n_changed,
                batch->undone ? _ ("taken back") : NULL);
}

static gboolean
run_batches (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) batches = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Batch"), TRUE },
                                                              { _ ("At") },
                                                              { _ ("File") },
                                                              { _ ("Shape") },
                                                              { _ ("New"), TRUE },
                                                              { _ ("Changed"), TRUE },
                                                              { _ ("State") },
                                                              { NULL } });

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  batches = ys_import_batches (cli->open, error);
  if (batches == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < batches->len; i++)
    {
      json_builder_begin_object (builder);
      add_record (builder, &ys_import_batch_type, batches->pdata[i]);
      json_builder_end_object (builder);
      add_batch_row (table, batches->pdata[i]);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

static gboolean
add_contacts_of (
    YsCli *cli, const YsRegistryItem *item, JsonBuilder *builder, YsTable *table, GError **error)
{
  g_autoptr (GPtrArray) contacts = ys_registry_contacts (cli->open, item->compound->id, error);

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      const YsContact *contact = contacts->pdata[i];

      json_builder_begin_object (builder);
      add_record (builder, &ys_contact_type, contact);
      ys_json_text (builder, "compound", item->compound->name);
      json_builder_end_object (builder);
      ys_table_add (table, item->compound->name, contact->name, contact->role, contact->phone,
                    contact->remark);
    }
  return TRUE;
}

static gboolean
run_contacts (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Compound") },
                                                              { _ ("Name") },
                                                              { _ ("Role") },
                                                              { _ ("Phone") },
                                                              { _ ("Remark") },
                                                              { NULL } });
  gint64 only = 0;

  if (ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  if (given.of != NULL && (only = ys_cli_find_compound (registry, given.of, error)) == 0)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      if ((only == 0 || item->compound->id == only)
          && !add_contacts_of (cli, item, builder, table, error))
        return FALSE;
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

const YsCommand ys_list_commands[] = {
  { "list communities", "", N_ ("Communities and how many compounds each has"), NULL, NULL, 0, 0,
    run_communities },
  { "list companies", "", N_ ("Property companies and how many compounds each runs"), NULL, NULL, 0,
    0, run_companies },
  { "list contacts", "", N_ ("Further persons to reach about compounds"), NULL, contact_options, 0,
    0, run_contacts },
  { "list batches", "", N_ ("Imports, newest first"), NULL, NULL, 0, 0, run_batches },
  { "list submissions", "", N_ ("Filed dispatch tables, newest first"), NULL, NULL, 0, 0,
    run_submissions },
  { NULL },
};
