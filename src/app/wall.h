/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 投影: reads a period in a thread, opens the wall and the presenter's window, keeps them right while the
 * ledger changes. */
#pragma once

#include "chart-job.h"
#include "session.h"

G_BEGIN_DECLS

/* How this person wants the wall; kept in the preferences. */
typedef struct
{
  char    *choice;   /* names of slides in order; "": all */
  guint    seconds;  /* going on by itself; 0: never */
  gboolean dark;
  gboolean at_once;  /* rankings are not built step by step */
} YsWallWishes;

void ys_wall_wishes_load (YsWallWishes *wishes);
void ys_wall_wishes_save (const YsWallWishes *wishes);
void ys_wall_wishes_clear (YsWallWishes *wishes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsWallWishes, ys_wall_wishes_clear)

/* @trial: (transfer full) (nullable): shown beside the real figures, marked. One wall a session: an open one is
 * left first. The windows come when the figures are read. */
void ys_wall_open (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial);
/* Right after ys_wall_open(): it begins at this chart's slide, when the deck has it; of a waterfall at @compound_id's. */
void ys_wall_begin_at (YsSession *session, YsChartKind kind, gint64 compound_id);
gboolean ys_wall_is_open (YsSession *session);
void ys_wall_close (YsSession *session);
/* Asks for a file and writes the deck as one PDF, as it would be shown in 16:9. */
void ys_wall_save (GtkWidget *widget, YsSession *session, YsSpan span, YsTrial *trial);

G_END_DECLS
