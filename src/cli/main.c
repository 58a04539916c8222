/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yardstickctl: finds the command among the words, parses its options wherever they stand, runs it
 * and turns an error into one line and an exit code. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "console.h"
#include "job-error.h"
#include "language.h"
#include "output.h"
#include "preferences.h"

static gboolean wants_version;
static gboolean wants_manual;
static YsCli cli;

static const GOptionEntry global_options[] = {
  { "ledger", 0, 0, G_OPTION_ARG_FILENAME, &cli.ledger,
    N_ ("The ledger's folder; else $YARDSTICK_LEDGER, else the last one opened"), "DIR" },
  { "user", 0, 0, G_OPTION_ARG_FILENAME, &cli.user, N_ ("Who does it, for the audit log"), "NAME" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &cli.json, N_ ("Print one JSON document"), NULL },
  { "lang", 0, 0, G_OPTION_ARG_FILENAME, &cli.language, N_ ("Speak Chinese or English"), "zh|en" },
  { "now", 0, 0, G_OPTION_ARG_FILENAME, &cli.now_given,
    N_ ("The instant at which rules look, such as 2026-10-15T08:30; else $YARDSTICK_NOW"),
    "INSTANT" },
  { "version", 0, 0, G_OPTION_ARG_NONE, &wants_version, N_ ("Print the program's version"), NULL },
  { "manual", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &wants_manual,
    N_ ("Print the manual page"), NULL },
  { NULL },
};

/* All arguments as UTF-8, whatever the locale says: names in Chinese survive LC_ALL=C. */
static GStrv
read_arguments (char **argv, GError **error)
{
#ifdef G_OS_WIN32
  return g_win32_get_command_line ();
#else
  GStrv arguments = g_strdupv (argv);

  for (guint i = 1; arguments[i] != NULL; i++)
    {
      char *text;

      if (g_utf8_validate (arguments[i], -1, NULL))
        continue;
      text = g_locale_to_utf8 (arguments[i], -1, NULL, NULL, NULL);
      if (text == NULL)
        {
          g_strfreev (arguments);
          g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                               _ ("The arguments are not in UTF-8. Run this in a terminal that "
                                  "uses UTF-8."));
          return NULL;
        }
      g_free (arguments[i]);
      arguments[i] = text;
    }
  return arguments;
#endif
}

static gboolean
is_language (const char *text)
{
  return g_strcmp0 (text, "zh") == 0 || g_strcmp0 (text, "en") == 0;
}

/* The value of an option that is needed before all others are parsed. */
static const char *
peek_option (GStrv arguments, const char *name)
{
  for (guint i = 1; arguments != NULL && arguments[i] != NULL; i++)
    {
      if (g_str_equal (arguments[i], name) && arguments[i + 1] != NULL)
        return arguments[i + 1];
      if (g_str_has_prefix (arguments[i], name) && arguments[i][strlen (name)] == '=')
        return arguments[i] + strlen (name) + 1;
    }
  return NULL;
}

static gboolean
option_takes_value (const GOptionEntry *options, const char *argument)
{
  for (; options != NULL && options->long_name != NULL; options++)
    {
      if (options->arg == G_OPTION_ARG_NONE)
        continue;
      if (g_str_has_prefix (argument, "--") && g_str_equal (argument + 2, options->long_name))
        return TRUE;
      if (argument[1] == options->short_name && argument[1] != '-' && argument[2] == '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
takes_value (const char *argument)
{
  if (option_takes_value (global_options, argument))
    return TRUE;
  for (guint i = 0; ys_cli_families ()[i] != NULL; i++)
    for (const YsCommand *command = ys_cli_families ()[i]; command->name != NULL; command++)
      if (option_takes_value (command->options, argument))
        return TRUE;
  return FALSE;
}

static const YsCommand *
look_up (const char *name)
{
  for (guint i = 0; ys_cli_families ()[i] != NULL; i++)
    for (const YsCommand *command = ys_cli_families ()[i]; command->name != NULL; command++)
      if (g_str_equal (command->name, name))
        return command;
  return NULL;
}

/* The names that begin with @word, for who typed only the first of two. */
static char *
names_beginning_with (const char *word)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ys_cli_families ()[i] != NULL; i++)
    for (const YsCommand *command = ys_cli_families ()[i]; command->name != NULL; command++)
      if (g_str_has_prefix (command->name, word) && command->name[strlen (word)] == ' ')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", command->name);
  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

static void
set_unknown_command (const char *first, const char *second, GError **error)
{
  g_autofree char *names = first != NULL ? names_beginning_with (first) : NULL;

  if (first == NULL)
    g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                         _ ("Name a command. “yardstickctl --help” lists them."));
  else if (names != NULL)
    g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                 /* Translators: what was typed, then a list of commands */
                 _ ("There is no command “%s %s”. Write one of: %s."), first,
                 second != NULL ? second : "", names);
  else
    g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                 _ ("There is no command “%s”. “yardstickctl --help” lists them."), first);
}

/* Takes the command's words out of @arguments (a GPtrArray of borrowed strings). */
static const YsCommand *
find_command (GPtrArray *arguments, GError **error)
{
  int places[2] = { 0, 0 };
  guint n = 0;
  const char *first, *second;
  const YsCommand *command = NULL;

  for (guint i = 1; i < arguments->len && n < G_N_ELEMENTS (places); i++)
    {
      const char *argument = arguments->pdata[i];

      if (g_str_equal (argument, "--"))
        break;
      if (argument[0] != '-' || argument[1] == '\0')
        places[n++] = (int)i;
      else if (takes_value (argument))
        i++;
    }
  first = n > 0 ? arguments->pdata[places[0]] : NULL;
  second = n > 1 ? arguments->pdata[places[1]] : NULL;
  if (second != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", first, second);

      command = look_up (both);
      if (command != NULL)
        g_ptr_array_remove_index (arguments, (guint)places[1]);
    }
  if (command == NULL && first != NULL)
    command = look_up (first);
  if (command != NULL)
    g_ptr_array_remove_index (arguments, (guint)places[0]);
  else
    set_unknown_command (first, second, error);
  return command;
}

static gboolean
asks_for_help (GPtrArray *arguments)
{
  for (guint i = 1; i < arguments->len && !g_str_equal (arguments->pdata[i], "--"); i++)
    if (g_str_equal (arguments->pdata[i], "--help") || g_str_equal (arguments->pdata[i], "-h"))
      return TRUE;
  return FALSE;
}

static GOptionContext *
make_context (const YsCommand *command)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", command->name,
                                            *command->arguments != '\0' ? command->arguments : "");
  GOptionContext *context = g_option_context_new (g_strchomp (usage));
  GOptionGroup *own = g_option_group_new ("command", NULL, NULL, NULL, NULL);
  GOptionGroup *shared
      = g_option_group_new ("all", _ ("Options of every command:"), "", NULL, NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_group_set_translation_domain (own, GETTEXT_PACKAGE);
  g_option_group_set_translation_domain (shared, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_group_add_entries (own, command->options);
  g_option_group_add_entries (shared, global_options);
  g_option_context_set_main_group (context, own);
  g_option_context_add_group (context, shared);
  return context;
}

static gboolean
settle_shared_options (GError **error)
{
  const char *now = cli.now_given != NULL ? cli.now_given : g_getenv ("YARDSTICK_NOW");

  if (cli.language != NULL && !is_language (cli.language))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--lang “%s” is unknown. Write zh or en."), cli.language);
      return FALSE;
    }
  cli.now = g_get_real_time () / G_USEC_PER_SEC;
  if (now != NULL && *now != '\0' && !ys_instant_from_iso (now, &cli.now))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("--now “%s” is no instant. Write it as 2026-10-15T08:30."), now);
      return FALSE;
    }
  cli.today = ys_instant_to_date (cli.now);
  if (cli.user == NULL || *cli.user == '\0')
    {
      g_free (cli.user);
      cli.user = ys_preferences_user ();
    }
  return TRUE;
}

/* Without the program's name and without the "--" that ended the options. */
static GStrv
take_words (GStrv parsed)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gboolean ended = FALSE;

  for (guint i = 1; parsed[i] != NULL; i++)
    {
      if (!ended && g_str_equal (parsed[i], "--"))
        ended = TRUE;
      else
        g_strv_builder_add (words, parsed[i]);
    }
  return g_strv_builder_end (words);
}

static gboolean
run_command (const YsCommand *command, GPtrArray *arguments, GError **error)
{
  g_autoptr (GOptionContext) context = make_context (command);
  g_auto (GStrv) parsed = NULL;
  g_auto (GStrv) words = NULL;
  int n_words;

  if (asks_for_help (arguments))
    {
      g_autofree char *help = ys_cli_command_help (command, context);

      fputs (help, stdout);
      return TRUE;
    }
  g_ptr_array_add (arguments, NULL);
  parsed = g_strdupv ((GStrv)arguments->pdata);
  if (!g_option_context_parse_strv (context, &parsed, error))
    {
      g_prefix_error (error, "%s: ", command->name);
      return FALSE;
    }
  words = take_words (parsed);
  n_words = (int)g_strv_length (words);
  if (n_words < command->min_words || (command->max_words >= 0 && n_words > command->max_words))
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, _ ("Write: yardstickctl %s %s"),
                   command->name, *command->arguments != '\0' ? command->arguments : "");
      return FALSE;
    }
  if (!settle_shared_options (error))
    return FALSE;
  cli.command = command;
  return command->run (&cli, words, error);
}

static gboolean
run (GStrv arguments, GError **error)
{
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  g_autoptr (GError) unknown = NULL;
  const YsCommand *command;

  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (rest, arguments[i]);
  command = find_command (rest, &unknown);
  if (command != NULL)
    return run_command (command, rest, error);
  if (asks_for_help (rest))
    {
      g_autofree char *help = ys_cli_help ();

      fputs (help, stdout);
      return TRUE;
    }
  if (g_strv_contains ((const char *const *)arguments, "--manual"))
    {
      g_autofree char *manual = ys_cli_manual (global_options);

      fputs (manual, stdout);
      return TRUE;
    }
  if (g_strv_contains ((const char *const *)arguments, "--version"))
    {
      ys_print_line ("yardstickctl %s", YS_VERSION);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&unknown));
  return FALSE;
}

static int
exit_code (const GError *error)
{
  if (g_error_matches (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE) || error->domain == G_OPTION_ERROR)
    return 2;
  if (g_error_matches (error, YS_CLI_ERROR, YS_CLI_ERROR_OUTPUT))
    return 5;
  return ys_job_error_exit_code (error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autofree char *preferred = NULL;
  const char *language;
  gboolean done;

  g_set_prgname ("yardstickctl");
  ys_console_begin ();
  preferred = ys_preferences_get ("language");
  language = peek_option (argv, "--lang");
  if (!is_language (language))
    language = is_language (preferred) ? preferred : NULL;
  ys_language_init (language);
  arguments = read_arguments (argv, &error);
  done = arguments != NULL && run (arguments, &error);
  if (cli.open != NULL)
    ys_ledger_job_close (cli.open);
  if (done && (fflush (stdout) != 0 || ferror (stdout)))
    {
      done = FALSE;
      g_set_error_literal (&error, YS_CLI_ERROR, YS_CLI_ERROR_OUTPUT,
                           _ ("The result could not be written out. Make room on the disk and run "
                              "it again."));
    }
  if (done)
    return 0;
  fflush (stdout);
  ys_print_message ("%s", error->message);
  return exit_code (error);
}
