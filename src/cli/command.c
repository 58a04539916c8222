/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readings that several commands share. A fault in the command line itself is USAGE; a fault in
 * what it names is the job's error. */
#include "config.h"

#include "command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "inspection.h"
#include "output.h"

G_DEFINE_QUARK (ys - cli - error - quark, ys_cli_error)

static void
warn_of (YsLedgerWarnings warnings, YsLedgerMode mode)
{
  if (warnings & YS_LEDGER_ON_NETWORK)
    ys_print_message ("%s", _ ("This ledger lies on a network drive, where two computers can "
                               "damage it. Keep it on this "
                               "computer's disk."));
  if ((warnings & YS_LEDGER_ON_READ_ONLY) && mode == YS_LEDGER_WRITE)
    ys_print_message ("%s", _ ("This ledger lies on a disk that cannot be written. Copy its folder "
                               "to another disk."));
  if (warnings & YS_LEDGER_LITTLE_SPACE)
    ys_print_message ("%s", _ ("Less than 200 MB are free on the ledger's disk. Make room soon."));
  if (warnings & YS_LEDGER_BACKUP_FAILED)
    ys_print_message ("%s", _ ("Today's backup could not be made. Make one with “ledger backup -o "
                               "FILE” on another disk."));
}

YsLedger *
ys_cli_open (YsCli *cli, YsLedgerMode mode, GError **error)
{
  g_autofree char *folder = ys_ledger_job_find (cli->ledger);
  g_auto (YsLedgerHolder) holder = { 0 };

  g_assert (cli->open == NULL);
  if (folder == NULL)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_A_LEDGER,
                           _ ("No ledger was opened yet. Name one with --ledger DIR, or create one "
                              "with “ledger init”."));
      return NULL;
    }
  cli->open = ys_ledger_job_open (folder, mode, cli->user, cli->now, &holder, error);
  if (cli->open != NULL)
    warn_of (ys_ledger_job_warnings (cli->open), mode);
  return cli->open;
}

gboolean
ys_cli_read_date (
    const YsCli *cli, const char *option, const char *text, YsDate *out_date, GError **error)
{
  *out_date = cli->today;
  if (text == NULL)
    return TRUE;
  if (ys_date_from_iso (text, out_date) && ys_date_is_full (*out_date))
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: the option's name, then what was given */
               _ ("%s “%s” is no date. Write it as 2026-10-15."), option, text);
  return FALSE;
}

gboolean
ys_cli_read_instant (const char *option,
                     const char *text,
                     YsInstant otherwise,
                     YsInstant *out_instant,
                     GError **error)
{
  *out_instant = otherwise;
  if (text == NULL || ys_instant_from_iso (text, out_instant))
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: the option's name, then what was given */
               _ ("%s “%s” is no instant. Write it as 2026-10-15T08:30."), option, text);
  return FALSE;
}

gboolean
ys_cli_read_limit (const char *option, const char *text, YsLimit *out_limit, GError **error)
{
  *out_limit = (YsLimit){ 0, YS_LIMIT_NONE };
  if (text == NULL || ys_limit_from_text (text, out_limit))
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: the option's name, then what was given */
               _ ("%s “%s” is no time limit. Write 3d for working days or 4h for working hours."),
               option, text);
  return FALSE;
}

gboolean
ys_cli_read_id (const char *what, const char *text, gint64 *out_id, GError **error)
{
  guint64 id = 0;

  if (!g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      /* Translators: BATCH, SEQ or the like, then what was given */
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("%s “%s” is no number. Write a whole number such as 12."), what, text);
      return FALSE;
    }
  *out_id = (gint64)id;
  return TRUE;
}

gboolean
ys_cli_split_assignment (const char *text, char **out_field, char **out_value, GError **error)
{
  const char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    {
      g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                   _ ("“%s” has no field. Write FIELD=VALUE, such as class=2."), text);
      return FALSE;
    }
  *out_field = g_strndup (text, (gsize)(sign - text));
  *out_value = g_strdup (sign + 1);
  return TRUE;
}

gboolean
ys_cli_read_span (const char *option, const char *text, YsSpan *out_span, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (text == NULL || ys_span_read (text, out_span, &fault))
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, "%s: %s", option, fault->message);
  return FALSE;
}

gboolean
ys_cli_read_period (
    const char *option, const char *text, YsInstant *out_from, YsInstant *out_to, GError **error)
{
  YsSpan span;

  *out_from = *out_to = 0;
  if (!ys_cli_read_span (option, text, &span, error))
    return FALSE;
  if (text != NULL)
    {
      *out_from = ys_span_start (span);
      *out_to = ys_span_end (span);
    }
  return TRUE;
}

gboolean
ys_cli_require_span (const char *option, const char *text, YsSpan *out_span, GError **error)
{
  return ys_cli_require (option, text, error) && ys_cli_read_span (option, text, out_span, error);
}

gboolean
ys_cli_read_choice (
    const char *option, const char *text, const YsChoice *choices, int *out_choice, GError **error)
{
  g_autoptr (GString) nicks = NULL;

  *out_choice = text != NULL ? ys_choice_from_text (choices, text) : 0;
  if (text == NULL || *out_choice != 0)
    return TRUE;
  nicks = g_string_new (NULL);
  for (guint i = 0; choices[i].nick != NULL; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", choices[i].nick);
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: an option's name, what was given, the words that are known */
               _ ("%s “%s” is unknown. Write one of: %s."), option, text, nicks->str);
  return FALSE;
}

gboolean
ys_cli_read_platform (const char *option, const char *text, int *out_level, GError **error)
{
  int level;

  if (text == NULL)
    return TRUE;
  level = ys_choice_from_text (ys_level_choices, text);
  if (level == YS_INSPECTION_LEVEL_CITY || level == YS_INSPECTION_LEVEL_DISTRICT)
    {
      *out_level = level;
      return TRUE;
    }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: the option's name, then what was given */
               _ ("%s “%s” is unknown. Write city or district."), option, text);
  return FALSE;
}

gboolean
ys_cli_require (const char *option, const char *value, GError **error)
{
  if (value != NULL && *value != '\0')
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE, _ ("This command needs %s."), option);
  return FALSE;
}

gint64
ys_cli_find_compound (const YsRegistry *registry, const char *name, GError **error)
{
  guint64 id = 0;

  if (name[0] != '#' || !g_ascii_string_to_unsigned (name + 1, 10, 1, G_MAXINT64, &id, NULL))
    return ys_registry_find_by_name (registry, name, error);
  if (ys_registry_find (registry, (gint64)id) != NULL)
    return (gint64)id;
  g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND,
               _ ("There is no compound %s. See the numbers in “list compounds --json”."), name);
  return 0;
}

const char *
ys_cli_field_name (const YsField *field)
{
  if (field->type == YS_FIELD_REFERENCE)
    return field->target;
  return field->name;
}

const YsField *
ys_cli_compound_field (const char *name, gboolean internal_too, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if (!internal_too && (field->flags & YS_FIELD_INTERNAL))
        continue;
      if (g_str_equal (ys_cli_field_name (field), name))
        return field;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", ys_cli_field_name (field));
    }
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: what was given, then the list of the fields' names */
               _ ("There is no field “%s”. The fields are %s."), name, known->str);
  return NULL;
}

void
ys_cli_print_file (const YsCli *cli, const char *path)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (!cli->json)
    {
      ys_print_line ("%s", path);
      return;
    }
  builder = json_builder_new ();
  json_builder_begin_object (builder);
  ys_json_text (builder, "file", path);
  json_builder_end_object (builder);
  ys_print_json (builder);
}
