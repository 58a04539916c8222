/* SPDX-License-Identifier: GPL-3.0-or-later */
/* finding …: one step for one or several findings, all or none. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "finding-print.h"
#include "output.h"

static struct
{
  char *at;
  char *by;
  char *reason;
  char *until;
  gboolean passed;
  gboolean failed;
  gboolean upheld;
  gboolean overruled;
} given;

#define AT_OPTION                                                                                  \
  {                                                                                                \
    "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When it happened; else now"), "INSTANT"     \
  }
#define BY_OPTION                                                                                  \
  {                                                                                                \
    "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_ ("Who did it; else the user"), "NAME"         \
  }
#define REASON_OPTION                                                                              \
  {                                                                                                \
    "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT"                       \
  }

static const GOptionEntry step_options[] = { AT_OPTION, BY_OPTION, REASON_OPTION, { NULL } };

static const GOptionEntry recheck_options[] = {
  AT_OPTION,
  BY_OPTION,
  REASON_OPTION,
  { "passed", 0, 0, G_OPTION_ARG_NONE, &given.passed, N_ ("It is rectified"), NULL },
  { "failed", 0, 0, G_OPTION_ARG_NONE, &given.failed, N_ ("It is not rectified"), NULL },
  { NULL },
};

static const GOptionEntry extend_options[] = {
  AT_OPTION,
  BY_OPTION,
  REASON_OPTION,
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &given.until, N_ ("The new deadline"), "INSTANT" },
  { NULL },
};

static const GOptionEntry answer_options[] = {
  AT_OPTION,
  BY_OPTION,
  REASON_OPTION,
  { "upheld", 0, 0, G_OPTION_ARG_NONE, &given.upheld, N_ ("It is right: the finding is withdrawn"),
    NULL },
  { "overruled", 0, 0, G_OPTION_ARG_NONE, &given.overruled, N_ ("It is not: the finding stands"),
    NULL },
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

static gboolean
take_step (YsCli *cli, GStrv words, int kind, GError **error)
{
  g_autoptr (GArray) ids = read_ids (words, error);
  YsStep step = { .kind = kind, .person = given.by, .text = given.reason };
  const gint64 *first;

  /* Without --at it happened now, whichever clock that is. */
  if (ids == NULL || !ys_cli_read_instant ("--at", given.at, 0, &step.at, error)
      || !ys_cli_read_instant ("--until", given.until, 0, &step.until, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  first = (const gint64 *)(gpointer)ids->data;
  return ys_finding_take_step (cli->open, first, ids->len, &step, cli->now, error)
         && ys_cli_print_findings (cli, first, ids->len, error);
}

static gboolean
run_issue (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, YS_EVENT_ISSUED, error);
}

static gboolean
run_report (YsCli *cli, GStrv words, GError **error)
{
  return take_step (cli, words, YS_EVENT_REPORTED, error);
}

/* Exactly one of the two. */
static gboolean
check_either (gboolean one, gboolean other, const char *names, GError **error)
{
  if (one != other)
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: two options */
               _ ("This command needs one of %s."), names);
  return FALSE;
}

static gboolean
run_recheck (YsCli *cli, GStrv words, GError **error)
{
  return check_either (given.passed, given.failed, "--passed, --failed", error)
         && take_step (cli, words, given.passed ? YS_EVENT_PASSED : YS_EVENT_FAILED, error);
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
run_answer (YsCli *cli, GStrv words, GError **error)
{
  return check_either (given.upheld, given.overruled, "--upheld, --overruled", error)
         && ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, given.upheld ? YS_EVENT_UPHELD : YS_EVENT_OVERRULED, error);
}

static gboolean
run_note (YsCli *cli, GStrv words, GError **error)
{
  return ys_cli_require ("--reason", given.reason, error)
         && take_step (cli, words, YS_EVENT_NOTE, error);
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
    step_options, 1, -1, run_issue },
  { "finding report", STEP_ARGUMENTS, N_ ("The company reports it as rectified"), NULL,
    step_options, 1, -1, run_report },
  { "finding recheck", "ID… --passed|--failed [--at INSTANT]", N_ ("What the recheck showed"),
    N_ ("When it passes, the repair counts from the report before it, else from the recheck."),
    recheck_options, 1, -1, run_recheck },
  { "finding withdraw", REASON_ARGUMENTS, N_ ("Withdraw findings: they cost nothing"), NULL,
    step_options, 1, -1, run_withdraw },
  { "finding reinstate", REASON_ARGUMENTS, N_ ("Put withdrawn findings back"), NULL, step_options,
    1, -1, run_reinstate },
  { "finding pause", REASON_ARGUMENTS, N_ ("Stop the clock before the deadline"), NULL,
    step_options, 1, -1, run_pause },
  { "finding resume", STEP_ARGUMENTS, N_ ("Let the clock run on with the time that was left"), NULL,
    step_options, 1, -1, run_resume },
  { "finding extend", "ID… --until INSTANT --reason TEXT [--at INSTANT]",
    N_ ("Give more time before the deadline passes"), NULL, extend_options, 1, -1, run_extend },
  { "finding object", REASON_ARGUMENTS, N_ ("The company objects"), NULL, step_options, 1, -1,
    run_object },
  { "finding answer", "ID… --upheld|--overruled --reason TEXT [--at INSTANT]",
    N_ ("Answer the objection"), NULL, answer_options, 1, -1, run_answer },
  { "finding note", REASON_ARGUMENTS, N_ ("Add a remark to the timeline"), NULL, step_options, 1,
    -1, run_note },
  { NULL },
};
