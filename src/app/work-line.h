/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding or case in a short list: what is left of its time, when it is due, where and what, its
 * fault or state. */
#pragma once

#include "session.h"
#include "work-row.h"

G_BEGIN_DECLS

#define YS_TYPE_WORK_LINE (ys_work_line_get_type ())
G_DECLARE_FINAL_TYPE (YsWorkLine, ys_work_line, YS, WORK_LINE, GtkListBoxRow)

/* (transfer floating) */
GtkWidget *ys_work_line_new (YsSession *session, const YsWorkRow *row);
/* (transfer full): as ys_session_go() takes it for the room "cases". */
char      *ys_work_line_target (YsWorkLine *line);

G_END_DECLS
