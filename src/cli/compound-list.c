/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list compounds: searched and narrowed. Withdrawn compounds are listed too, and say so. */
#include "config.h"

#include "compound-list.h"

#include <glib/gi18n-lib.h>

#include "output.h"
#include "text.h"

static struct
{
  char *search;
  char **where;
} given;

static const GOptionEntry list_options[] = {
  { "search", 0, 0, G_OPTION_ARG_FILENAME, &given.search, N_ ("By characters, pinyin or initials"),
    "TEXT" },
  { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.where,
    N_ ("Only where the field has this value; may be repeated"), "FIELD=VALUE" },
  { NULL },
};

/* One --where: a value in a scratch record, or a name for references and texts. */
typedef struct
{
  const YsField *field;
  YsCompound *wanted;
  char *key; /* of ys_text_key(); "" asks for the empty ones */
} Condition;

static void
condition_free (Condition *condition)
{
  ys_compound_free (condition->wanted);
  g_free (condition->key);
  g_free (condition);
}

static gboolean
read_condition (Condition *condition, const char *value, YsDate today, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (condition->field->type == YS_FIELD_TEXT || condition->field->type == YS_FIELD_REFERENCE
      || (*value == '\0' && condition->field->type != YS_FIELD_FLAG))
    return TRUE;
  if (condition->field->type == YS_FIELD_FLAG)
    {
      gboolean yes = g_str_equal (value, "true") || g_str_equal (value, "yes");

      if (yes || g_str_equal (value, "false") || g_str_equal (value, "no"))
        {
          ys_field_set_int64 (condition->field, condition->wanted, yes);
          return TRUE;
        }
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("%s “%s” is unknown. Write yes or no."), condition->field->name, value);
      return FALSE;
    }
  if (ys_field_read (condition->field, condition->wanted, value, today, &fault)
      || g_error_matches (fault, YS_VALUE_ERROR, YS_VALUE_ERROR_DOUBTFUL))
    return TRUE;
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, fault->message);
  return FALSE;
}

static GPtrArray *
read_conditions (YsDate today, GError **error)
{
  g_autoptr (GPtrArray) conditions
      = g_ptr_array_new_with_free_func ((GDestroyNotify)condition_free);

  for (guint i = 0; given.where != NULL && given.where[i] != NULL; i++)
    {
      Condition *condition = g_new0 (Condition, 1);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      condition->wanted = ys_compound_new ();
      g_ptr_array_add (conditions, condition);
      if (!ys_cli_split_assignment (given.where[i], &name, &value, error))
        return NULL;
      condition->field = ys_cli_compound_field (name, TRUE, error);
      if (condition->field == NULL || !read_condition (condition, value, today, error))
        return NULL;
      condition->key = ys_text_key (value);
    }
  return g_steal_pointer (&conditions);
}

static gboolean
text_fits (const char *text, const char *key)
{
  g_autofree char *own = ys_text_key (text);

  return g_str_equal (own, key);
}

static gboolean
condition_fits (const Condition *condition, const YsRegistryItem *item)
{
  const YsField *field = condition->field;

  if (field->type == YS_FIELD_REFERENCE)
    return text_fits (g_str_equal (field->target, "community") ? item->community : item->company,
                      condition->key);
  if (field->type == YS_FIELD_TEXT)
    return text_fits (ys_field_get_text (field, item->compound), condition->key);
  return ys_field_equal (field, item->compound, condition->wanted);
}

static gboolean
all_fit (GPtrArray *conditions, const YsRegistryItem *item)
{
  for (guint i = 0; i < conditions->len; i++)
    if (!condition_fits (conditions->pdata[i], item))
      return FALSE;
  return TRUE;
}

static void
add_compound (JsonBuilder *builder, const YsRegistryItem *item)
{
  json_builder_begin_object (builder);
  ys_json_int (builder, "id", item->compound->id);
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if (field->type == YS_FIELD_REFERENCE)
        {
          ys_json_text (builder, field->target,
                        g_str_equal (field->target, "community") ? item->community : item->company);
          continue;
        }
      json_builder_set_member_name (builder, field->name);
      ys_field_to_json (field, item->compound, builder);
    }
  ys_json_text (builder, "town", item->town);
  json_builder_end_object (builder);
}

void
ys_cli_print_compound (const YsRegistryItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  add_compound (builder, item);
  ys_print_json (builder);
}

static char *
display (const char *field, const YsRegistryItem *item)
{
  return ys_field_to_display (ys_record_type_field (&ys_compound_type, field), item->compound);
}

static void
add_compound_row (YsTable *table, const YsRegistryItem *item)
{
  g_autofree char *number
      = item->number > 0 ? ys_count_to_text (item->number, FALSE) : g_strdup (_ ("withdrawn"));
  g_autofree char *class = display ("class", item);
  g_autofree char *form = display ("form", item);
  g_autofree char *nature = display ("nature", item);
  g_autofree char *entry = display ("entry_date", item);
  g_autofree char *manager = display ("manager", item);
  g_autofree char *phone = display ("phone", item);
  g_autofree char *percent = g_strdup_printf ("%u%%", item->percent);

  ys_table_add (table, number, item->compound->name, item->community, class, form, item->company,
                nature, entry, manager, phone, percent);
}

static void
print_compounds (const YsRegistry *registry, GArray *indexes)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("No."), TRUE },
                                                              { _ ("Name") },
                                                              { _ ("Community") },
                                                              { _ ("Class") },
                                                              { _ ("Form") },
                                                              { _ ("Company") },
                                                              { _ ("Nature") },
                                                              { _ ("Entry date") },
                                                              { _ ("Manager") },
                                                              { _ ("Phone") },
                                                              { _ ("Complete"), TRUE },
                                                              { NULL } });

  for (guint i = 0; i < indexes->len; i++)
    add_compound_row (table, ys_registry_item (registry, g_array_index (indexes, guint, i)));
  ys_table_print (table);
  ys_print_line (g_dngettext (GETTEXT_PACKAGE, "%u compound", "%u compounds", indexes->len),
                 indexes->len);
}

static gboolean
run_compounds (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) conditions = read_conditions (cli->today, error);
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GArray) indexes = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  YsRegistryFilter filter = { .search = given.search, .with_withdrawn = TRUE };

  if (conditions == NULL || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  indexes = ys_registry_filter (registry, &filter);
  for (guint i = indexes->len; i > 0; i--)
    if (!all_fit (conditions, ys_registry_item (registry, g_array_index (indexes, guint, i - 1))))
      g_array_remove_index (indexes, i - 1);
  if (!cli->json)
    {
      print_compounds (registry, indexes);
      return TRUE;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < indexes->len; i++)
    add_compound (builder, ys_registry_item (registry, g_array_index (indexes, guint, i)));
  json_builder_end_array (builder);
  ys_print_json (builder);
  return TRUE;
}

const YsCommand ys_compound_list_commands[] = {
  { "list compounds", "", N_ ("The registry"),
    N_ ("Fields: name, community, class (1, 2, 3), form (company, owner-unit, trusteeship, "
        "self-rule, self-managed, "
        "three-without), nature (self-run, hired), party_branch (yes, no) and the others that "
        "--json shows. An empty VALUE "
        "finds the blanks."),
    list_options, 0, 0, run_compounds },
  { NULL },
};
