/* SPDX-License-Identifier: GPL-3.0-or-later */
/* log, undo, redo: what was changed by whom, and taking it back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "history.h"
#include "output.h"

static struct
{
  char *of;
  char *limit;
} given;

static const GOptionEntry log_options[] = {
  { "of", 0, 0, G_OPTION_ARG_FILENAME, &given.of, N_ ("Only of one record: --of compound NAME"),
    "compound" },
  { "limit", 0, 0, G_OPTION_ARG_FILENAME, &given.limit, N_ ("Only the newest N lines"), "N" },
  { NULL },
};

static void
add_line (JsonBuilder *builder, const YsAuditLine *line)
{
  json_builder_begin_object (builder);
  ys_json_int (builder, "seq", line->seq);
  ys_json_int (builder, "change", line->change);
  ys_json_instant (builder, "at", line->at);
  ys_json_text (builder, "user", line->user);
  ys_json_text (builder, "action", line->action);
  ys_json_text (builder, "record", line->record);
  ys_json_int (builder, "record_id", line->record_id);
  ys_json_text (builder, "name", line->label);
  ys_json_node (builder, "before", line->before);
  ys_json_node (builder, "after", line->after);
  if (line->undoes != 0)
    ys_json_int (builder, "undoes", line->undoes);
  else
    ys_json_text (builder, "undoes", NULL);
  ys_json_text (builder, "hash", line->hash);
  json_builder_end_object (builder);
}

static void
print_lines_json (GPtrArray *lines)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_line (builder, lines->pdata[i]);
  json_builder_end_array (builder);
  ys_print_json (builder);
}

static void
print_lines (YsLedger *ledger, GPtrArray *lines)
{
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){
      { _ ("Line"), TRUE }, { _ ("At") }, { _ ("User") }, { _ ("What") }, { NULL } });

  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = lines->pdata[i];
      g_autofree char *seq = ys_count_to_text (line->seq, FALSE);
      g_autofree char *at = ys_instant_to_iso (line->at);
      g_autofree char *sentence = ys_history_sentence (ledger, line);

      ys_table_add (table, seq, at, line->user, sentence);
    }
  ys_table_print (table);
}

static gboolean
check_subject (GStrv words, GError **error)
{
  if ((given.of == NULL && words[0] == NULL)
      || (g_strcmp0 (given.of, "compound") == 0 && words[0] != NULL))
    return TRUE;
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("Write: yardstickctl log --of compound NAME"));
  return FALSE;
}

/* 0 without "--of compound NAME". */
static gboolean
find_subject (YsCli *cli, GStrv words, gint64 *out_id, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;

  *out_id = 0;
  if (given.of == NULL)
    return TRUE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL)
    return FALSE;
  *out_id = ys_cli_find_compound (registry, words[0], error);
  return *out_id != 0;
}

static gboolean
run_log (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  gint64 compound = 0, limit = 0;

  if (given.limit != NULL && !ys_cli_read_id ("--limit", given.limit, &limit, error))
    return FALSE;
  if (!check_subject (words, error) || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL
      || !find_subject (cli, words, &compound, error))
    return FALSE;
  lines = ys_history_list (cli->open, compound, (guint)MIN (limit, G_MAXUINT), error);
  if (lines == NULL)
    return FALSE;
  if (cli->json)
    print_lines_json (lines);
  else
    print_lines (cli->open, lines);
  return TRUE;
}

static void
print_sentence (YsCli *cli, const char *key, const char *sentence)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      ys_print_line ("%s", sentence);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ys_json_text (builder, key, sentence);
  json_builder_end_object (builder);
  ys_print_json (builder);
}

static gboolean
run_undo (YsCli *cli, GStrv words, GError **error)
{
  g_autofree char *sentence = NULL;
  gint64 seq = 0;

  if (words[0] != NULL && !ys_cli_read_id ("SEQ", words[0], &seq, error))
    return FALSE;
  if (ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || !ys_history_undo (cli->open, seq, &sentence, error))
    return FALSE;
  print_sentence (cli, "undone", sentence);
  return TRUE;
}

static gboolean
run_redo (YsCli *cli, GStrv words, GError **error)
{
  g_autofree char *sentence = NULL;

  if (ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || !ys_history_redo (cli->open, &sentence, error))
    return FALSE;
  print_sentence (cli, "redone", sentence);
  return TRUE;
}

const YsCommand ys_history_commands[] = {
  { "log", "[--of compound NAME]", N_ ("The audit log, newest first"), NULL, log_options, 0, 1,
    run_log },
  { "undo", "[SEQ]", N_ ("Take back your last change, or the change of that audit line"), NULL,
    NULL, 0, 1, run_undo },
  { "redo", "", N_ ("Do again what you took back last"), NULL, NULL, 0, 0, run_redo },
  { NULL },
};
