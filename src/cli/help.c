/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Help out of the same tables from which commands are found and parsed. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"
#include "text.h"

static const YsCommand *const families[] = {
  /* clang-format off: one a line, so that families added side by side do not meet */
  ys_ledger_commands,
  ys_import_commands,
  ys_compound_list_commands,
  ys_list_commands,
  ys_finding_list_commands,
  ys_compound_commands,
  ys_history_commands,
  ys_catalogue_commands,
  ys_inspection_commands,
  ys_inspection_import_commands,
  ys_finding_commands,
  ys_case_commands,
  ys_case_step_commands,
  ys_sheet_commands,
  ys_standing_commands,
  ys_period_commands,
  ys_chart_commands,
  ys_dispatch_commands,
  ys_report_commands,
  ys_payout_commands,
  ys_notice_commands,
  ys_time_commands,
  ys_calendar_commands,
  ys_sample_commands,
  NULL,
  /* clang-format on */
};

const YsCommand *const *
ys_cli_families (void)
{
  return families;
}

static char *
usage_of (const YsCommand *command)
{
  return g_strdup_printf ("%s%s%s", command->name, *command->arguments != '\0' ? " " : "",
                          *command->arguments != '\0' ? command->arguments : "");
}

/* Two tables whose commands begin with the same word stand together. */
static gboolean
continues (guint family)
{
  const char *before = family > 0 ? families[family - 1]->name : "";
  gsize word = strcspn (families[family]->name, " ");

  return strncmp (before, families[family]->name, word) == 0 && before[word] == ' ';
}

const char *
ys_cli_exit_codes (void)
{
  return _ (
      "Exit: 0 done; 1 the input was refused; 2 usage; 3 the ledger cannot be opened, is locked or "
      "damaged; 4 a rule forbids it; 5 the disk or system failed.");
}

char *
ys_cli_help (void)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%s\n  yardstickctl [--ledger DIR] [--user NAME] [--json] [--lang zh|en] "
                          "[--now INSTANT] %s\n\n%s\n",
                          _ ("Usage:"), "COMMAND …",
                          _ ("The ledger of residential compounds, from a terminal."));
  for (guint i = 0; families[i] != NULL; i++)
    {
      if (!continues (i))
        g_string_append_c (text, '\n');
      for (const YsCommand *command = families[i]; command->name != NULL; command++)
        {
          g_autofree char *usage = usage_of (command);
          guint width = ys_text_columns (usage);

          if (width > 42)
            g_string_append_printf (text, "  %s\n  %*s%s\n", usage, 44, "", _ (command->summary));
          else
            g_string_append_printf (text, "  %s%*s%s\n", usage, (int)(44 - width), "",
                                    _ (command->summary));
        }
    }
  g_string_append_printf (text, "\n%s\n%s\n",
                          _ ("“yardstickctl COMMAND --help” tells the options of one command."),
                          ys_cli_exit_codes ());
  return g_string_free (text, FALSE);
}

char *
ys_cli_command_help (const YsCommand *command, GOptionContext *context)
{
  g_option_context_set_summary (context, _ (command->summary));
  if (command->details != NULL)
    g_option_context_set_description (context, _ (command->details));
  return g_option_context_get_help (context, FALSE, NULL);
}
