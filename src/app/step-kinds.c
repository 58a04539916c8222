/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: one line for each step that a person takes. */
#include "config.h"

#include "step-kinds.h"

#include <glib/gi18n-lib.h>

static const YsStepKind kinds[] = {
  { YS_EVENT_ISSUED, N_ ("Issue the notice"), NULL, N_ ("Remark"), YS_ASK_TEXT, YS_ASK_TEXT },
  { YS_EVENT_ACCEPTED, N_ ("Accept"), NULL, N_ ("Passed on to"), YS_ASK_TEXT, YS_ASK_TEXT },
  { YS_EVENT_REPORTED, N_ ("Report as rectified"), N_ ("Reply"), N_ ("What was done"), YS_ASK_TEXT,
    YS_ASK_REASON },
  { YS_EVENT_PASSED, N_ ("Recheck passed"), N_ ("Verification passed"), N_ ("Remark"),
    YS_ASK_TEXT | YS_ASK_PERSON, YS_ASK_TEXT | YS_ASK_PERSON },
  { YS_EVENT_FAILED, N_ ("Recheck failed"), N_ ("Verification failed"), N_ ("What is still wrong"),
    YS_ASK_REASON | YS_ASK_PERSON, YS_ASK_REASON | YS_ASK_PERSON },
  { YS_EVENT_PAUSED, N_ ("Stop the clock"), NULL, N_ ("Reason"), YS_ASK_REASON, YS_ASK_REASON },
  { YS_EVENT_RESUMED, N_ ("Let the clock run"), NULL, N_ ("Remark"), YS_ASK_TEXT, YS_ASK_TEXT },
  { YS_EVENT_EXTENDED, N_ ("Extend"), NULL, N_ ("Reason"), YS_ASK_REASON | YS_ASK_UNTIL,
    YS_ASK_REASON | YS_ASK_UNTIL },
  { YS_EVENT_OBJECTION, N_ ("Objection"), NULL, N_ ("What the company says"),
    YS_ASK_REASON | YS_ASK_PERSON, YS_ASK_REASON | YS_ASK_PERSON },
  { YS_EVENT_UPHELD, N_ ("Objection upheld"), NULL, N_ ("Reason"), YS_ASK_REASON | YS_ASK_PERSON,
    YS_ASK_REASON | YS_ASK_PERSON },
  { YS_EVENT_OVERRULED, N_ ("Objection overruled"), NULL, N_ ("Reason"),
    YS_ASK_REASON | YS_ASK_PERSON, YS_ASK_REASON | YS_ASK_PERSON },
  { YS_EVENT_WITHDRAWN, N_ ("Withdraw"), NULL, N_ ("Reason"), YS_ASK_REASON, YS_ASK_REASON },
  { YS_EVENT_REINSTATED, N_ ("Reinstate"), NULL, N_ ("Reason"), YS_ASK_REASON, YS_ASK_REASON },
  { YS_EVENT_NOTE, N_ ("Add a note"), NULL, N_ ("Note"), YS_ASK_REASON, YS_ASK_REASON },
};

const YsStepKind *
ys_step_kind (int kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((int)kinds[i].kind == kind)
      return &kinds[i];
  return NULL;
}

const char *
ys_step_label (int kind, gboolean is_case)
{
  const YsStepKind *step = ys_step_kind (kind);

  g_return_val_if_fail (step != NULL, "");

  return _ (is_case && step->case_label != NULL ? step->case_label : step->label);
}
