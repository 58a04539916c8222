/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 为什么是这个期限: the working of one deadline in a popover beside it. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_WHY_POPOVER (ys_why_popover_get_type ())
G_DECLARE_FINAL_TYPE (YsWhyPopover, ys_why_popover, YS, WHY_POPOVER, GtkPopover)

/* Reads the finding or case @id (as in the work list) and fills the popover; FALSE, with the user
 * told, when it cannot be read. */
gboolean ys_why_popover_load (YsWhyPopover *popover, YsSession *session, gint64 id);

G_END_DECLS
