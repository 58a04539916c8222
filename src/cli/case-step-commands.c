/* SPDX-License-Identifier: GPL-3.0-or-later */
/* case accept, reply, verify and their like: one step for one or many cases. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "case-print.h"
#include "step.h"

static const GOptionEntry reply_options[] = {
  YS_STEP_AT,
  YS_STEP_BY,
  { "text", 0, 0, G_OPTION_ARG_FILENAME, &ys_step_given.text, N_ ("What was replied"), "TEXT" },
  { NULL },
};

static const GOptionEntry verify_options[] = {
  YS_STEP_AT,
  YS_STEP_BY,
  YS_STEP_REASON,
  { "passed", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.passed,
    N_ ("It is as replied: the case is closed"), NULL },
  { "failed", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.failed, N_ ("It is not as replied"), NULL },
  { NULL },
};

static gboolean
take_step (YsCli *cli, GStrv words, int kind, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  YsStep step;

  if (!ys_step_read (kind, &step, error) || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
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
run_step (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, cli->command->step, error);
}

static gboolean
run_verify (YsCli *cli, GStrv words, GError **error)
{
  const YsStepGiven *given = &ys_step_given;

  return ys_step_check_either (given->passed, given->failed, "--passed, --failed", error)
         && take_step (cli, words, given->passed ? YS_EVENT_PASSED : YS_EVENT_FAILED, error);
}

const YsCommand ys_case_step_commands[] = {
  { "case accept", "N… [--at INSTANT]", N_ ("A case was taken on"), NULL, ys_step_options, 1, -1,
    run_step, YS_EVENT_ACCEPTED },
  { "case reply", "N… --at INSTANT", N_ ("A case was replied to the platform"), NULL, reply_options,
    1, -1, run_step, YS_EVENT_REPORTED },
  { "case verify", "N… --passed|--failed", N_ ("The platform verified the reply"), NULL,
    verify_options, 1, -1, run_verify },
  { "case pause", "N… --reason TEXT", N_ ("The clock of a case stands"), NULL, ys_step_options, 1,
    -1, run_step, YS_EVENT_PAUSED },
  { "case resume", "N…", N_ ("The clock of a case runs again"), NULL, ys_step_options, 1, -1,
    run_step, YS_EVENT_RESUMED },
  { "case extend", "N… --until INSTANT --reason TEXT", N_ ("A later deadline was granted"), NULL,
    ys_step_extend_options, 1, -1, run_step, YS_EVENT_EXTENDED },
  { "case object", "N… --reason TEXT", N_ ("The office objects to a case"), NULL, ys_step_options,
    1, -1, run_step, YS_EVENT_OBJECTION },
  { "case uphold", "N… --reason TEXT", N_ ("The objection was right; the case is withdrawn"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_UPHELD },
  { "case overrule", "N… --reason TEXT", N_ ("The objection was not right"), NULL, ys_step_options,
    1, -1, run_step, YS_EVENT_OVERRULED },
  { "case withdraw", "N… --reason TEXT", N_ ("Take a case off; it is kept"), NULL, ys_step_options,
    1, -1, run_step, YS_EVENT_WITHDRAWN },
  { "case reinstate", "N… --reason TEXT", N_ ("Put a withdrawn case back"), NULL, ys_step_options,
    1, -1, run_step, YS_EVENT_REINSTATED },
  { "case note", "N… --reason TEXT", N_ ("Write a remark to a case"), NULL, ys_step_options, 1, -1,
    run_step, YS_EVENT_NOTE },
  { NULL },
};
