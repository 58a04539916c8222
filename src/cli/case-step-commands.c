/* SPDX-License-Identifier: GPL-3.0-or-later */
/* case accept, reply, verify and their like: one step for one or many cases. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "case-print.h"

static struct
{
  char *at;
  char *until;
  char *reason;
  char *text;
  char *by;
  gboolean passed;
  gboolean failed;
} given;

#define AT_OPTION                                                                                  \
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When it happened; else now"), "INSTANT" },  \
  {                                                                                                \
    "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_ ("Who did it; else the user"), "NAME"         \
  }
#define REASON_OPTION                                                                              \
  {                                                                                                \
    "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT"                       \
  }

static const GOptionEntry step_options[] = { AT_OPTION, REASON_OPTION, { NULL } };

static const GOptionEntry reply_options[] = {
  AT_OPTION,
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &given.text, N_ ("What was replied"), "TEXT" },
  { NULL },
};

static const GOptionEntry verify_options[] = {
  AT_OPTION,
  REASON_OPTION,
  { "passed", 0, 0, G_OPTION_ARG_NONE, &given.passed, N_ ("It is as replied: the case is closed"),
    NULL },
  { "failed", 0, 0, G_OPTION_ARG_NONE, &given.failed, N_ ("It is not as replied"), NULL },
  { NULL },
};

static const GOptionEntry extend_options[] = {
  AT_OPTION,
  REASON_OPTION,
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &given.until, N_ ("The new deadline"), "INSTANT" },
  { NULL },
};

static gboolean
take_step (YsCli *cli, GStrv words, int kind, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  YsStep step = { .kind = kind,
                  .person = given.by,
                  .text = given.text != NULL ? given.text : given.reason };

  if (!ys_cli_read_instant ("--at", given.at, cli->now, &step.at, error)
      || !ys_cli_read_instant ("--until", given.until, 0, &step.until, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = ys_case_find (cli->open, words[i], error);

      if (id == 0)
        return FALSE;
      g_array_append_val (ids, id);
    }
  return ys_case_take_step (cli->open, (const gint64 *)(gpointer)ids->data, ids->len, &step,
                            cli->now, error)
         && ys_cli_print_changed_cases (cli, (const gint64 *)(gpointer)ids->data, ids->len,
                                        _ ("Changed:"), error);
}

static gboolean
run_accept (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, YS_EVENT_ACCEPTED, error);
}

static gboolean
run_reply (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, YS_EVENT_REPORTED, error);
}

static gboolean
run_verify (YsCli *cli, GStrv words, GError **error)
{
  if (given.passed != given.failed)
    return take_step (cli, words, given.passed ? YS_EVENT_PASSED : YS_EVENT_FAILED, error);
  g_set_error_literal (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
                       _ ("Write either --passed or --failed."));
  return FALSE;
}

static gboolean
run_pause (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_PAUSED, error);
}

static gboolean
run_resume (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, YS_EVENT_RESUMED, error);
}

static gboolean
run_extend (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--until", given.until, error)
         && ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_EXTENDED, error);
}

static gboolean
run_object (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_OBJECTION, error);
}

static gboolean
run_uphold (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_UPHELD, error);
}

static gboolean
run_overrule (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_OVERRULED, error);
}

static gboolean
run_withdraw (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_WITHDRAWN, error);
}

static gboolean
run_reinstate (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_REINSTATED, error);
}

static gboolean
run_note (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_NOTE, error);
}

const YsCommand ys_case_step_commands[] = {
  { "case accept", "N… [--at INSTANT]", N_ ("A case was taken on"), NULL, step_options, 1, -1,
    run_accept },
  { "case reply", "N… --at INSTANT", N_ ("A case was replied to the platform"), NULL, reply_options,
    1, -1, run_reply },
  { "case verify", "N… --passed|--failed", N_ ("The platform verified the reply"), NULL,
    verify_options, 1, -1, run_verify },
  { "case pause", "N… --reason TEXT", N_ ("The clock of a case stands"), NULL, step_options, 1, -1,
    run_pause },
  { "case resume", "N…", N_ ("The clock of a case runs again"), NULL, step_options, 1, -1,
    run_resume },
  { "case extend", "N… --until INSTANT --reason TEXT", N_ ("A later deadline was granted"), NULL,
    extend_options, 1, -1, run_extend },
  { "case object", "N… --reason TEXT", N_ ("The office objects to a case"), NULL, step_options, 1,
    -1, run_object },
  { "case uphold", "N… --reason TEXT", N_ ("The objection was right; the case is withdrawn"), NULL,
    step_options, 1, -1, run_uphold },
  { "case overrule", "N… --reason TEXT", N_ ("The objection was not right"), NULL, step_options, 1,
    -1, run_overrule },
  { "case withdraw", "N… --reason TEXT", N_ ("Take a case off; it is kept"), NULL, step_options, 1,
    -1, run_withdraw },
  { "case reinstate", "N… --reason TEXT", N_ ("Put a withdrawn case back"), NULL, step_options, 1,
    -1, run_reinstate },
  { "case note", "N… --reason TEXT", N_ ("Write a remark to a case"), NULL, step_options, 1, -1,
    run_note },
  { NULL },
};
