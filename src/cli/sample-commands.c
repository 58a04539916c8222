/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample: ledgers to try, to teach and to measure with. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "command.h"
#include "output.h"
#include "sample.h"

static struct
{
  char *size;
  char *seed;
  gboolean registry_only;
} given;

static const GOptionEntry sample_options[] = {
  { "size", 0, 0, G_OPTION_ARG_FILENAME, &given.size,
    N_ ("60 compounds with 5,000 findings, 2,000 with 100,000, or 2,000 with 1,000,000"),
    "town|district|stress" },
  { "seed", 0, 0, G_OPTION_ARG_FILENAME, &given.seed, N_ ("The same number gives the same rows"),
    "N" },
  { "registry-only", 0, 0, G_OPTION_ARG_NONE, &given.registry_only,
    N_ ("The compounds without inspections and cases"), NULL },
  { NULL },
};

static gboolean
read_size (YsSampleSize *out_size, GError **error)
{
  static const char *const sizes[] = { "town", "district", "stress", NULL };

  if (!ys_cli_require ("--size", given.size, error))
    return FALSE;
  for (guint i = 0; sizes[i] != NULL; i++)
    if (g_str_equal (sizes[i], given.size))
      {
        *out_size = (YsSampleSize)i;
        return TRUE;
      }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               _ ("--size “%s” is unknown. Write town, district or stress."), given.size);
  return FALSE;
}

static gboolean
run_sample (YsCli *cli, GStrv words, GError **error)
{
  YsSampleSize size;
  guint64 seed = 0;

  if (!read_size (&size, error) || !ys_cli_require ("--seed", given.seed, error))
    return FALSE;
  if (!g_ascii_string_to_unsigned (given.seed, 10, 0, G_MAXUINT32, &seed, NULL))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--seed “%s” is no number. Write a whole number such as 7."), given.seed);
      return FALSE;
    }
  if (given.registry_only
          ? !ys_sample_create_registry (words[0], size, (guint32)seed, NULL, NULL, error)
          : !ys_sample_create (words[0], size, (guint32)seed, NULL, NULL, error))
    return FALSE;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      ys_json_text (builder, "ledger", words[0]);
      ys_json_text (builder, "size", given.size);
      ys_json_int (builder, "seed", (gint64)seed);
      json_builder_end_object (builder);
      ys_print_json (builder);
    }
  else
    ys_print_line (_ ("Created the sample ledger %s. All persons in it are invented."), words[0]);
  return TRUE;
}

const YsCommand ys_sample_commands[] = {
  { "sample", "DIR --size town|district|stress --seed N [--registry-only]",
    N_ ("Create a ledger of invented compounds, inspections and cases"), NULL, sample_options, 1, 1,
    run_sample },
  { NULL },
};
