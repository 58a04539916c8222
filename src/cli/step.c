/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which options a step of a case or a finding has, and which of them it needs. */
#include "config.h"

#include "step.h"

#include <glib/gi18n-lib.h>

YsStepGiven ys_step_given;

const GOptionEntry ys_step_options[] = { YS_STEP_AT, YS_STEP_BY, YS_STEP_REASON, { NULL } };

const GOptionEntry ys_step_extend_options[] = {
  YS_STEP_AT,
  YS_STEP_BY,
  YS_STEP_REASON,
  { "until", 0, 0, G_OPTION_ARG_FILENAME, &ys_step_given.until, N_ ("The new deadline"),
    "INSTANT" },
  { NULL },
};

gboolean
ys_step_check_either (gboolean one, gboolean other, const char *names, GError **error)
{
  if (one != other)
    return TRUE;
  g_set_error (error, YS_CLI_ERROR, YS_CLI_ERROR_USAGE,
               /* Translators: two options */
               _ ("This command needs one of %s."), names);
  return FALSE;
}

static gboolean
needs_reason (YsEventKind kind)
{
  switch (kind)
    {
    case YS_EVENT_PAUSED:
    case YS_EVENT_EXTENDED:
    case YS_EVENT_OBJECTION:
    case YS_EVENT_UPHELD:
    case YS_EVENT_OVERRULED:
    case YS_EVENT_WITHDRAWN:
    case YS_EVENT_REINSTATED:
    case YS_EVENT_NOTE:
      return TRUE;
    case YS_EVENT_UNKNOWN:
    case YS_EVENT_ISSUED:
    case YS_EVENT_ACCEPTED:
    case YS_EVENT_REPORTED:
    case YS_EVENT_PASSED:
    case YS_EVENT_FAILED:
    case YS_EVENT_RESUMED:
      break;
    }
  return FALSE;
}

gboolean
ys_step_read (int kind, YsStep *out_step, GError **error)
{
  const YsStepGiven *given = &ys_step_given;

  *out_step = (YsStep){ .kind = kind,
                        .person = given->by,
                        .text = given->text != NULL ? given->text : given->reason };
  /* Without --at it happened now, whichever clock that is. */
  return (kind != YS_EVENT_EXTENDED || ys_cli_require ("--until", given->until, error))
         && (!needs_reason ((YsEventKind)kind) || ys_cli_require ("--reason", given->reason, error))
         && ys_cli_read_instant ("--at", given->at, 0, &out_step->at, error)
         && ys_cli_read_instant ("--until", given->until, 0, &out_step->until, error);
}
