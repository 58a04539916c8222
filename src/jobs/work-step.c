/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of many rows of the work list. Findings and cases share one change, so that one undo takes
 * all of it back; it costs one transaction however many they are. */
#include "config.h"

#include "work-list.h"

#include "case-private.h"
#include "finding-private.h"

static gboolean
has_findings (const gint64 *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] > 0)
      return TRUE;
  return FALSE;
}

gboolean
ys_work_take_step (YsLedger *ledger,
                   const gint64 *ids,
                   guint n_ids,
                   const YsStep *step,
                   YsInstant now,
                   YsProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  YsCaseEditor of_cases;
  const char *action;

  g_return_val_if_fail (ledger != NULL && step != NULL, FALSE);
  g_return_val_if_fail (ids != NULL && n_ids > 0, FALSE);

  action = has_findings (ids, n_ids) ? "step" : ys_case_step_action (step->kind);
  if (!ys_finding_editor_begin (&editor, ledger, action, error))
    return FALSE;
  of_cases = (YsCaseEditor){ ledger, editor.change, editor.calendar }; /* borrowed */
  for (guint i = 0; i < n_ids; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !(ids[i] > 0 ? ys_finding_editor_step (&editor, ids[i], step, now, error)
                          : ys_case_editor_step (&of_cases, -ids[i], step, now, error)))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, n_ids, user_data);
    }
  return ys_change_commit (editor.change, NULL, error);
}
