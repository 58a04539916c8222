/* SPDX-License-Identifier: GPL-3.0-or-later */
/* notice …: the papers about findings and cases; inspect form: the empty form to take along. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "inspection-job.h"
#include "notice-job.h"
#include "output.h"

static struct
{
  char *output;
  char *compound;
  char *inspection;
  char *unit;
} given;

#define OUTPUT_OPTION                                                                              \
  {                                                                                                \
    "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,                                        \
        N_ ("The file to write: .xlsx, .pdf or .png (first page)"), "FILE"                         \
  }

static const GOptionEntry rectify_options[] = {
  { "inspection", 0, 0, G_OPTION_ARG_STRING, &given.inspection,
    N_ ("The findings of one inspection, by its number"), "ID" },
  { "compound", 0, 0, G_OPTION_ARG_STRING, &given.compound,
    N_ ("What this compound still has to rectify; else every compound"), "NAME" },
  OUTPUT_OPTION,
  { NULL },
};

static const GOptionEntry overdue_options[] = {
  { "unit", 0, 0, G_OPTION_ARG_STRING, &given.unit, N_ ("Only what this unit answers for"),
    "NAME" },
  OUTPUT_OPTION,
  { NULL },
};

static const GOptionEntry form_options[] = {
  { "compound", 0, 0, G_OPTION_ARG_STRING, &given.compound, N_ ("Printed in its head"), "NAME" },
  OUTPUT_OPTION,
  { NULL },
};

/* 0: none was named; -1: there is none of this name. */
static gint64
find_compound (YsLedger *ledger, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  gint64 id;

  if (given.compound == NULL)
    return 0;
  registry = ys_registry_load (ledger, error);
  id = registry != NULL ? ys_cli_find_compound (registry, given.compound, error) : 0;
  return id != 0 ? id : -1;
}

static gboolean
write_document (YsCli *cli, YsDocument *document, GError **error)
{
  if (document == NULL || !ys_document_export (document, given.output, error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

static gboolean
run_rectify (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDocument) document = NULL;
  gint64 inspection = 0, compound;

  if (!ys_cli_require ("--output", given.output, error)
      || (given.inspection != NULL
          && !ys_cli_read_id ("--inspection", given.inspection, &inspection, error))
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  compound = find_compound (cli->open, error);
  if (compound < 0)
    return FALSE;
  document = inspection != 0 ? ys_notice_of_inspection (cli->open, inspection, cli->now, error)
                             : ys_notice_of_compound (cli->open, compound, cli->now, error);
  return write_document (cli, document, error);
}

static gboolean
run_overdue (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsDocument) document = NULL;

  if (!ys_cli_require ("--output", given.output, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  document = ys_notice_overdue (cli->open, given.unit, cli->now, error);
  return write_document (cli, document, error);
}

static gboolean
run_form (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsCatalogueBook) book = NULL;
  gint64 compound;

  if (!ys_cli_require ("--output", given.output, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  compound = find_compound (cli->open, error);
  registry = compound >= 0 ? ys_registry_load (cli->open, error) : NULL;
  book = registry != NULL ? ys_catalogue_load (cli->open, YS_ANNEX_1, cli->today, error) : NULL;
  if (book == NULL
      || !ys_inspection_export_form (cli->open, registry, book, compound, given.output, cli->now,
                                     error))
    return FALSE;
  ys_cli_print_file (cli, given.output);
  return TRUE;
}

const YsCommand ys_notice_commands[] = {
  { "notice rectify", "[--inspection ID|--compound NAME] -o FILE",
    N_ ("The rectification notice, with photos"), NULL, rectify_options, 0, 0, run_rectify },
  { "notice overdue", "[--unit NAME] -o FILE",
    N_ ("What is past its deadline, by responsible unit"), NULL, overdue_options, 0, 0,
    run_overdue },
  { "inspect form", "[--compound NAME] -o FILE",
    N_ ("The empty form of an inspection, to fill by hand or in Excel"), NULL, form_options, 0, 0,
    run_form },
  { NULL },
};
