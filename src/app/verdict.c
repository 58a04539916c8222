/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table for the imports of compounds, cases and findings. */
#include "config.h"

#include "verdict.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *tone;
  const char *icon;
} looks[YS_N_VERDICTS] = {
  [YS_VERDICT_NEW] = { N_ ("New"), "accent", "list-add-symbolic" },
  [YS_VERDICT_SAME] = { N_ ("Same"), "grey", NULL },
  [YS_VERDICT_CHANGED] = { N_ ("Changed"), "accent", "document-edit-symbolic" },
  [YS_VERDICT_DOUBTFUL] = { N_ ("Doubtful"), "amber", "dialog-question-symbolic" },
  [YS_VERDICT_REFUSED] = { N_ ("Refused"), "red", "action-unavailable-symbolic" },
};

const char *
ys_verdict_label (YsVerdict verdict)
{
  g_return_val_if_fail (verdict < YS_N_VERDICTS, NULL);

  return _ (looks[verdict].label);
}

const char *
ys_verdict_tone (YsVerdict verdict)
{
  g_return_val_if_fail (verdict < YS_N_VERDICTS, NULL);

  return looks[verdict].tone;
}

const char *
ys_verdict_icon (YsVerdict verdict)
{
  g_return_val_if_fail (verdict < YS_N_VERDICTS, NULL);

  return looks[verdict].icon;
}
