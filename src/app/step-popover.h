/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks for the little that a step needs, beside the button that was pressed, and takes it: for one
 * finding or case, or for many with one reason. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_STEP_POPOVER (ys_step_popover_get_type ())
G_DECLARE_FINAL_TYPE (YsStepPopover, ys_step_popover, YS, STEP_POPOVER, GtkPopover)

/* Shows it at @anchor, a descendant of its parent. @ids: as in the work list, all findings or all
 * cases or both; they are copied. */
void ys_step_popover_ask (YsStepPopover *popover,
                          YsSession *session,
                          GtkWidget *anchor,
                          int event_kind,
                          const gint64 *ids,
                          guint n_ids);

G_END_DECLS
