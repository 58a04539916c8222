/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding or case beside the list: its facts, photos, timeline, proposed faults, and below what
 * can be done with it now. Several: what can be done with all of them. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_WORK_DETAIL (ys_work_detail_get_type ())
G_DECLARE_FINAL_TYPE (YsWorkDetail, ys_work_detail, YS, WORK_DETAIL, GtkWidget)

/* Signals: "step" (int delta): show the next or previous; "open" (gint64 id): show another one. */

void     ys_work_detail_load (YsWorkDetail *detail, YsSession *session);
/* @ids: as in the work list; @n 0: nothing is chosen. */
void     ys_work_detail_show (YsWorkDetail *detail, const gint64 *ids, guint n);
/* Reads the same anew: after a change, and when a minute has passed. */
void     ys_work_detail_refresh (YsWorkDetail *detail);
/* Why this deadline, beside it (Ctrl+E). FALSE: none is shown. */
gboolean ys_work_detail_explain (YsWorkDetail *detail);
/* Puts the focus on what is to be done next. */
void     ys_work_detail_focus (YsWorkDetail *detail);
/* Asks for a step of what is shown, as its button does. */
void     ys_work_detail_ask (YsWorkDetail *detail, int event_kind);

G_END_DECLS
