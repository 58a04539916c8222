/* SPDX-License-Identifier: GPL-3.0-or-later */
/* add, set, withdraw, reinstate, merge compound, and export of the list: one edit each. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compound-list.h"
#include "output.h"

static struct
{
  char *community;
  char *reason;
  char *output;
  gboolean personal;
} given;

static const GOptionEntry add_options[] = {
  { "community", 0, 0, G_OPTION_ARG_FILENAME, &given.community,
    N_ ("Where it lies; made when it is not known yet"), "NAME" },
  { NULL },
};

static const GOptionEntry withdraw_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why it is no longer kept"), "TEXT" },
  { NULL },
};

static const GOptionEntry export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("The file to write: .xlsx or .csv"),
    "FILE" },
  { "personal", 0, 0, G_OPTION_ARG_NONE, &given.personal,
    N_ ("With the names and phones of persons"), NULL },
  { NULL },
};

static void
clear_edit (YsEdit *edit)
{
  g_free ((char *)edit->field);
  g_free ((char *)edit->text);
}

/* (transfer full) (element-type YsEdit) (nullable) */
static GArray *
read_edits (GStrv assignments, GError **error)
{
  g_autoptr (GArray) edits = g_array_new (FALSE, FALSE, sizeof (YsEdit));

  g_array_set_clear_func (edits, (GDestroyNotify)clear_edit);
  for (guint i = 0; assignments[i] != NULL; i++)
    {
      g_autofree char *field = NULL;
      g_autofree char *value = NULL;

      if (!ys_cli_split_assignment (assignments[i], &field, &value, error)
          || ys_cli_compound_field (field, FALSE, error) == NULL)
        return NULL;
      g_array_append_vals (edits, &(YsEdit){ g_steal_pointer (&field), g_steal_pointer (&value) },
                           1);
    }
  return g_steal_pointer (&edits);
}

/* What the compound is after the edit. */
static gboolean
print_result (YsCli *cli, gint64 id, const char *sentence, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (cli->open, error);
  const YsRegistryItem *item;

  if (registry == NULL)
    return FALSE;
  item = ys_registry_find (registry, id);
  g_return_val_if_fail (item != NULL, FALSE);
  if (cli->json)
    ys_cli_print_compound (item);
  else
    ys_print_line ("%s %s", sentence, item->compound->name);
  return TRUE;
}

/* Opens for writing and finds the compound: 0 on error. */
static gint64
open_and_find (YsCli *cli, const char *name, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  if (ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return 0;
  registry = ys_registry_load (cli->open, error);
  return registry != NULL ? ys_cli_find_compound (registry, name, error) : 0;
}

static gboolean
run_add (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GArray) edits = read_edits (words + 1, error);
  gint64 id;

  if (edits == NULL || !ys_cli_require ("--community", given.community, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  id = ys_registry_add (cli->open, words[0], given.community, (const YsEdit *)edits->data,
                        edits->len, cli->today, error);
  return id > 0 && print_result (cli, id, _ ("Added:"), error);
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GArray) edits = read_edits (words + 1, error);
  gint64 id;

  if (edits == NULL)
    return FALSE;
  id = open_and_find (cli, words[0], error);
  return id != 0
         && ys_registry_set (cli->open, &id, 1, (const YsEdit *)edits->data, edits->len, cli->today,
                             error)
         && print_result (cli, id, _ ("Changed:"), error);
}

static gboolean
run_withdraw (YsCli *cli, GStrv words, GError **error)
{
  gint64 id;

  if (!ys_cli_require ("--reason", given.reason, error))
    return FALSE;
  id = open_and_find (cli, words[0], error);
  return id != 0 && ys_registry_withdraw (cli->open, id, given.reason, cli->today, error)
         && print_result (cli, id, _ ("Withdrawn:"), error);
}

static gboolean
run_reinstate (YsCli *cli, GStrv words, GError **error)
{
  gint64 id = open_and_find (cli, words[0], error);

  return id != 0 && ys_registry_reinstate (cli->open, id, error)
         && print_result (cli, id, _ ("Reinstated:"), error);
}

static gboolean
run_merge (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  gint64 keep, drop;

  if (ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  keep = ys_cli_find_compound (registry, words[0], error);
  drop = keep != 0 ? ys_cli_find_compound (registry, words[1], error) : 0;
  return drop != 0 && ys_registry_merge (cli->open, keep, drop, cli->today, error)
         && print_result (cli, keep, _ ("Merged into:"), error);
}

static gboolean
run_export (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  if (!ys_cli_require ("-o FILE", given.output, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL
      || !ys_registry_export (registry, NULL, 0, given.personal, given.output, cli->now, error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

const YsCommand ys_compound_commands[] = {
  { "add compound", "NAME --community C [FIELD=VALUE…]", N_ ("Register a compound"), NULL,
    add_options, 1, -1, run_add },
  { "set compound", "NAME FIELD=VALUE…", N_ ("Change fields of a compound"),
    N_ ("NAME is a name, another name, or #ID. An empty VALUE empties the field. Fields: class (1, "
        "2, 3), form (company, "
        "owner-unit, trusteeship, self-rule, self-managed, three-without), nature (self-run, "
        "hired), party_branch (yes, no), "
        "entry_date (2020-09-15, 2020-09 or 2020) and the others that “list compounds --json” "
        "shows."),
    NULL, 2, -1, run_set },
  { "withdraw compound", "NAME --reason TEXT", N_ ("Take a compound off the registry; it is kept"),
    NULL, withdraw_options, 1, 1, run_withdraw },
  { "reinstate compound", "NAME", N_ ("Put a withdrawn compound back"), NULL, NULL, 1, 1,
    run_reinstate },
  { "merge compound", "NAME OTHER",
    N_ ("Fill NAME from OTHER, which is the same compound, and withdraw OTHER"), NULL, NULL, 2, 2,
    run_merge },
  { "export compounds", "-o FILE", N_ ("Write the registry as a workbook or CSV"), NULL,
    export_options, 0, 0, run_export },
  { NULL },
};
