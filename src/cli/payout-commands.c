/* SPDX-License-Identifier: GPL-3.0-or-later */
/* payout …: who takes which part of an award. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"
#include "job-error.h"
#include "output.h"
#include "period-job.h"

static struct
{
  char *period;
  char *compound;
  char *prize;
} given;

static const GOptionEntry list_options[] = {
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,
    N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P" },
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Only of this compound"),
    "NAME" },
  { NULL },
};

static const GOptionEntry set_options[] = {
  { "period", 0, 0, G_OPTION_ARG_FILENAME, &given.period,
    N_ ("2026-10, 2026Q4, 2026H2, 2026 or 2026-10-01..2026-12-15"), "P" },
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Whose award"), "NAME" },
  { "prize", 0, 0, G_OPTION_ARG_FILENAME, &given.prize, N_ ("first, second, third or red"), "C" },
  { NULL },
};

static void
print_payouts (const YsCli *cli, const YsRegistry *registry, GPtrArray *payouts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const YsHead heads[] = { { _ ("Compound"), FALSE },
                           { _ ("Prize"), FALSE },
                           { _ ("Name"), FALSE },
                           { _ ("Amount (yuan)"), TRUE },
                           { NULL, FALSE } };
  g_autoptr (YsTable) table = ys_table_new (heads);

  json_builder_begin_array (builder);
  for (guint i = 0; i < payouts->len; i++)
    {
      const YsPayout *one = payouts->pdata[i];
      const YsRegistryItem *item = ys_registry_find (registry, one->compound_id);
      const char *name = item != NULL ? item->compound->name : "";
      g_autofree char *amount = ys_hundredths_to_text (one->amount.value, FALSE);

      json_builder_begin_object (builder);
      ys_json_text (builder, "compound", name);
      ys_json_text (builder, "prize", ys_choice_nick (ys_prize_choices, one->prize));
      ys_json_text (builder, "name", one->name);
      ys_json_text (builder, "amount", amount);
      json_builder_end_object (builder);
      ys_table_add (table, name, ys_choice_label (ys_prize_choices, one->prize), one->name, amount);
    }
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
}

static gboolean
list_payouts (
    YsCli *cli, const YsRegistry *registry, YsSpan span, gint64 compound_id, GError **error)
{
  g_autoptr (GPtrArray) payouts = ys_payout_list (cli->open, span, compound_id, error);

  if (payouts == NULL)
    return FALSE;
  print_payouts (cli, registry, payouts);
  return TRUE;
}

static gboolean
run_list (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  gint64 compound_id = 0;
  YsSpan span;

  (void)words;
  if (!ys_cli_require_span ("--period", given.period, &span, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  if (registry == NULL
      || (given.compound != NULL
          && (compound_id = ys_cli_find_compound (registry, given.compound, error)) == 0))
    return FALSE;
  return list_payouts (cli, registry, span, compound_id, error);
}

/* NAME or NAME=AMOUNT. (transfer full) */
static YsPayout *
read_share (const char *word, GError **error)
{
  g_autofree char *amount = NULL;
  YsPayout *share = ys_record_new (&ys_payout_type);

  if (strchr (word, '=') == NULL)
    share->name = g_strdup (word);
  else if (!ys_cli_split_assignment (word, &share->name, &amount, error))
    goto failed;
  else if (!ys_number_read_hundredths (amount, &share->amount) || !share->amount.is_set
           || share->amount.value <= 0)
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("“%s” is no amount. Write yuan, such as 王某某=1500 or 王某某=1500.50."),
                   amount);
      goto failed;
    }
  return share;

failed:
  ys_record_free (&ys_payout_type, share);
  return NULL;
}

static void
share_free (gpointer share)
{
  ys_record_free (&ys_payout_type, share);
}

/* (transfer full) (element-type YsPayout) */
static GPtrArray *
read_shares (GStrv words, GError **error)
{
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (share_free);

  for (guint i = 0; words[i] != NULL; i++)
    {
      YsPayout *share = read_share (words[i], error);

      if (share == NULL)
        return NULL;
      g_ptr_array_add (shares, share);
    }
  return g_steal_pointer (&shares);
}

static gboolean
run_set (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (GPtrArray) shares = NULL;
  gint64 compound_id;
  int prize = 0;
  YsSpan span;

  if (!ys_cli_require_span ("--period", given.period, &span, error)
      || !ys_cli_require ("--compound", given.compound, error)
      || !ys_cli_require ("--prize", given.prize, error)
      || !ys_cli_read_choice ("--prize", given.prize, ys_prize_choices, &prize, error)
      || (shares = read_shares (words, error)) == NULL
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL
      || (registry = ys_registry_load (cli->open, error)) == NULL
      || (compound_id = ys_cli_find_compound (registry, given.compound, error)) == 0)
    return FALSE;
  standing = ys_standing_load (cli->open, registry, span, NULL, cli->now, NULL, error);
  return standing != NULL && ys_payout_set (cli->open, standing, compound_id, prize, shares, error)
         && list_payouts (cli, registry, span, compound_id, error);
}

const YsCommand ys_payout_commands[] = {
  { "payout list", "--period P", N_ ("Who takes which part of the awards"), NULL, list_options, 0,
    0, run_list },
  { "payout set", "--compound NAME --period P --prize C NAME[=AMOUNT]…",
    N_ ("Says who takes which part of an award"),
    N_ ("Without amounts the award is split evenly; with them they must add up to it. Without a "
        "name the list is taken away."),
    set_options, 0, -1, run_set },
  { NULL },
};
