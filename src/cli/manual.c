/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The manual page out of the same tables as the help, in the language that man pages are written
 * in. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "command.h"

/* Backslashes and hyphens are signs of their own there, and so is a full stop or a quote that
 * begins a line. */
static void
append_text (GString *page, const char *text)
{
  gboolean begins = page->len == 0 || page->str[page->len - 1] == '\n';

  for (const char *at = text; *at != '\0'; at++)
    {
      if (begins && (*at == '.' || *at == '\''))
        g_string_append (page, "\\&");
      begins = *at == '\n';
      if (*at == '\\')
        g_string_append (page, "\\e");
      else if (*at == '-')
        g_string_append (page, "\\-");
      else
        g_string_append_c (page, *at);
    }
}

static void
append_section (GString *page, const char *heading)
{
  g_string_append_printf (page, ".SH %s\n", heading);
}

static void
append_paragraph (GString *page, const char *text)
{
  g_string_append (page, ".PP\n");
  append_text (page, text);
  g_string_append_c (page, '\n');
}

/* @term in bold, then what it means. */
static void
append_item (GString *page, const char *term, const char *argument, const char *meaning)
{
  g_string_append (page, ".TP\n\\fB");
  append_text (page, term);
  g_string_append (page, "\\fR");
  if (argument != NULL && *argument != '\0')
    {
      g_string_append (page, strstr (term, "--") != NULL ? "=\\fI" : " \\fI");
      append_text (page, argument);
      g_string_append (page, "\\fR");
    }
  g_string_append_c (page, '\n');
  append_text (page, meaning);
  g_string_append_c (page, '\n');
}

static void
append_options (GString *page, const GOptionEntry *options)
{
  for (; options != NULL && options->long_name != NULL; options++)
    {
      if ((options->flags & G_OPTION_FLAG_HIDDEN) != 0)
        continue;
      g_autofree char *term
          = options->short_name != 0
                ? g_strdup_printf ("-%c, --%s", options->short_name, options->long_name)
                : g_strdup_printf ("--%s", options->long_name);

      append_item (page, term, options->arg_description,
                   options->description != NULL ? _ (options->description) : "");
    }
}

static void
append_command (GString *page, const YsCommand *command)
{
  append_item (page, command->name, command->arguments, _ (command->summary));
  if (command->details == NULL && command->options == NULL)
    return;
  g_string_append (page, ".RS\n");
  if (command->details != NULL)
    append_paragraph (page, _ (command->details));
  append_options (page, command->options);
  g_string_append (page, ".RE\n");
}

static void
append_environment (GString *page)
{
  append_section (page, "ENVIRONMENT");
  append_item (page, "YARDSTICK_LEDGER", NULL,
               _ ("The ledger's folder, where --ledger is not given"));
  append_item (page, "YARDSTICK_NOW", NULL,
               _ ("The instant at which rules look, where --now is not given"));
}

char *
ys_cli_manual (const GOptionEntry *shared)
{
  GString *page = g_string_new (".\\\" Made by yardstickctl --manual\n");

  g_string_append_printf (page, ".TH YARDSTICKCTL 1 \"\" \"Yardstick %s\" \"Yardstick\"\n",
                          YS_VERSION);
  append_section (page, "NAME");
  g_string_append (page, "yardstickctl \\- ");
  append_text (page, _ ("the ledger of residential compounds, from a terminal"));
  g_string_append_c (page, '\n');
  append_section (page, "SYNOPSIS");
  g_string_append (page, "\\fByardstickctl\\fR [\\fIOPTION\\fR]... \\fICOMMAND\\fR ...\n");
  append_section (page, "DESCRIPTION");
  append_paragraph (page, _ ("Works on the same ledgers as the window program, through the same "
                             "code, and obeys the same rules."));
  append_section (page, "OPTIONS");
  append_options (page, shared);
  append_section (page, "COMMANDS");
  for (guint i = 0; ys_cli_families ()[i] != NULL; i++)
    for (const YsCommand *command = ys_cli_families ()[i]; command->name != NULL; command++)
      append_command (page, command);
  append_section (page, "EXIT STATUS");
  append_paragraph (page, ys_cli_exit_codes ());
  append_environment (page);
  append_section (page, "SEE ALSO");
  g_string_append (page, "\\fByardstick\\fR(1)\n");
  return g_string_free (page, FALSE);
}
