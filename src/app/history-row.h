/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the audit log in a list: when, what from and to, and Undo. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_HISTORY_ROW (ys_history_row_get_type ())
G_DECLARE_FINAL_TYPE (YsHistoryRow, ys_history_row, YS, HISTORY_ROW, GtkListBoxRow)

/* @line: read, not kept. @is_short: one line, the rest in the tooltip. */
GtkWidget *ys_history_row_new (YsSession *session, const YsAuditLine *line, gboolean is_short);

G_END_DECLS
