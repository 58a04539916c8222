/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a timeline: a dot on the rail, when, what, and a word about it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  YS_TIMELINE_DONE,     /* it happened */
  YS_TIMELINE_NOW,      /* what is waited for */
  YS_TIMELINE_DEADLINE, /* still ahead: activate it to see why */
  YS_TIMELINE_MISSED    /* the deadline passed */
} YsTimelineKind;

#define YS_TYPE_TIMELINE_ROW (ys_timeline_row_get_type ())
G_DECLARE_FINAL_TYPE (YsTimelineRow, ys_timeline_row, YS, TIMELINE_ROW, GtkListBoxRow)

/* (transfer floating): @note: (nullable) */
GtkWidget     *ys_timeline_row_new (YsTimelineKind kind, const char *when, const char *what, const char *note);
/* The rail ends at this row's dot, above or below. */
void           ys_timeline_row_set_ends (YsTimelineRow *row, gboolean first, gboolean last);

G_END_DECLS
