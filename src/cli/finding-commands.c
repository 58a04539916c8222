/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding …: one step for one or several findings, all or none. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "assessment-job.h"
#include "finding-print.h"
#include "output.h"
#include "step.h"

static const GOptionEntry recheck_options[] = {
  YS_STEP_AT,
  YS_STEP_BY,
  YS_STEP_REASON,
  { "passed", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.passed, N_ ("It is rectified"), NULL },
  { "failed", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.failed, N_ ("It is not rectified"), NULL },
  { NULL },
};

static const GOptionEntry twin_options[] = {
  YS_STEP_REASON,
  { "once", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.once,
    N_ ("It is one defect: OTHER is withdrawn"), NULL },
  { "both", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.both, N_ ("They are two: both count"), NULL },
  { NULL },
};

static const GOptionEntry answer_options[] = {
  YS_STEP_AT,
  YS_STEP_BY,
  YS_STEP_REASON,
  { "upheld", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.upheld,
    N_ ("It is right: the finding is withdrawn"), NULL },
  { "overruled", 0, 0, G_OPTION_ARG_NONE, &ys_step_given.overruled,
    N_ ("It is not: the finding stands"), NULL },
  { NULL },
};

/* (transfer full) (nullable) (element-type gint64): each id once */
static GArray *
read_ids (GStrv words, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; words[i] != NULL; i++)
    {
      gint64 id = 0;
      gboolean is_new = TRUE;

      if (!ys_cli_read_id ("ID", words[i], &id, error))
        return NULL;
      for (guint j = 0; j < ids->len; j++)
        is_new = is_new && g_array_index (ids, gint64, j) != id;
      if (is_new)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

/* On standard error: what a recheck comes too late for. */
static gboolean
tell_frozen (YsCli *cli, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GPtrArray) notes = ys_finding_frozen_notes (cli->open, ids, n_ids, error);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    ys_print_message ("%s", (const char *)notes->pdata[i]);
  return notes != NULL;
}

static gboolean
take_step (YsCli *cli, GStrv words, int kind, GError **error)
{
  g_autoptr (GArray) ids = read_ids (words, error);
  YsStep step;
  const gint64 *first;

  if (ids == NULL || !ys_step_read (kind, &step, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  first = (const gint64 *)(gpointer)ids->data;
  return ys_finding_take_step (cli->open, first, ids->len, &step, cli->now, error)
         && ys_cli_print_findings (cli, first, ids->len, error)
         && (kind != YS_EVENT_PASSED || tell_frozen (cli, first, ids->len, error));
}

static gboolean
run_step (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, cli->command->step, error);
}

static gboolean
run_recheck (YsCli *cli, GStrv words, GError **error)
{
  const YsStepGiven *given = &ys_step_given;

  return ys_step_check_either (given->passed, given->failed, "--passed, --failed", error)
         && take_step (cli, words, given->passed ? YS_EVENT_PASSED : YS_EVENT_FAILED, error);
}

static gboolean
run_answer (YsCli *cli, GStrv words, GError **error)
{
  const YsStepGiven *given = &ys_step_given;

  return ys_step_check_either (given->upheld, given->overruled, "--upheld, --overruled", error)
         && take_step (cli, words, given->upheld ? YS_EVENT_UPHELD : YS_EVENT_OVERRULED, error);
}

static gboolean
run_twin (YsCli *cli, GStrv words, GError **error)
{
  const YsStepGiven *given = &ys_step_given;
  gint64 ids[2];

  return ys_cli_read_id ("ID", words[0], &ids[0], error)
         && ys_cli_read_id ("OTHER", words[1], &ids[1], error)
         && ys_step_check_either (given->once, given->both, "--once, --both", error)
         && ys_cli_require ("--reason", given->reason, error)
         && ys_cli_open (cli, YS_LEDGER_WRITE, error) != NULL
         && ys_twin_decide (cli->open, ids[0], ids[1], given->once, given->reason, cli->now, error)
         && ys_cli_print_findings (cli, ids, G_N_ELEMENTS (ids), error);
}

static gboolean
run_show (YsCli *cli, GStrv words, GError **error)
{
  g_autoptr (GArray) ids = read_ids (words, error);

  return ids != NULL && ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) != NULL
         && ys_cli_print_findings (cli, (const gint64 *)(gpointer)ids->data, ids->len, error);
}

#define STEP_ARGUMENTS "ID… [--at INSTANT]"
#define REASON_ARGUMENTS "ID… --reason TEXT [--at INSTANT]"

const YsCommand ys_finding_commands[] = {
  { "finding show", "ID…", N_ ("Findings with everything that happened to them"), NULL, NULL, 1, -1,
    run_show },
  { "finding issue", STEP_ARGUMENTS, N_ ("The notice was given: the clock starts then"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_ISSUED },
  { "finding report", STEP_ARGUMENTS, N_ ("The company reports it as rectified"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_REPORTED },
  { "finding recheck", "ID… --passed|--failed [--at INSTANT]", N_ ("What the recheck showed"),
    N_ ("When it passes, the repair counts from the report before it, else from the recheck. What "
        "a "
        "finalised period charged stays; a message says so."),
    recheck_options, 1, -1, run_recheck },
  { "finding withdraw", REASON_ARGUMENTS, N_ ("Withdraw findings: they cost nothing"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_WITHDRAWN },
  { "finding reinstate", REASON_ARGUMENTS, N_ ("Put withdrawn findings back"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_REINSTATED },
  { "finding pause", REASON_ARGUMENTS, N_ ("Stop the clock before the deadline"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_PAUSED },
  { "finding resume", STEP_ARGUMENTS, N_ ("Let the clock run on with the time that was left"), NULL,
    ys_step_options, 1, -1, run_step, YS_EVENT_RESUMED },
  { "finding extend", "ID… --until INSTANT --reason TEXT [--at INSTANT]",
    N_ ("Give more time before the deadline passes"), NULL, ys_step_extend_options, 1, -1, run_step,
    YS_EVENT_EXTENDED },
  { "finding object", REASON_ARGUMENTS, N_ ("The company objects"), NULL, ys_step_options, 1, -1,
    run_step, YS_EVENT_OBJECTION },
  { "finding answer", "ID… --upheld|--overruled --reason TEXT [--at INSTANT]",
    N_ ("Answer the objection"), NULL, answer_options, 1, -1, run_answer },
  { "finding twin", "ID OTHER --once|--both --reason TEXT",
    N_ ("Decide whether two inspections of a day saw one defect"),
    N_ ("“list twins” names what waits for a decision."), twin_options, 2, 2, run_twin },
  { "finding note", REASON_ARGUMENTS, N_ ("Add a remark to the timeline"), NULL, ys_step_options, 1,
    -1, run_step, YS_EVENT_NOTE },
  { NULL },
};
