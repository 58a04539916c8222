/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A deck while it is shown: which slide, how far it is built, whether the wall is black. Has no window;
 * time is passed in, so that a test moves it by hand. */
#pragma once

#include <gio/gio.h>

#include "chart-job.h"

G_BEGIN_DECLS

#define YS_TYPE_WALL_SHOW (ys_wall_show_get_type ())
G_DECLARE_FINAL_TYPE (YsWallShow, ys_wall_show, YS, WALL_SHOW, GObject)

/* Signals:
 *   "changed"   what is seen is another: draw again, and go on while ys_wall_show_moves()
 *   "slides"    the list of slides is another
 *   "ended"     leave
 * @now, everywhere: microseconds of the monotonic clock, which is the frame clock's. */

/* @data: (transfer full). 16:9, every slide, light, built step by step, not by itself. */
YsWallShow        *ys_wall_show_new (YsChartData *data);
/* @data: (transfer full): read anew; the slide stays, as it stands. */
void               ys_wall_show_set_data (YsWallShow *show, YsChartData *data);
const YsChartData *ys_wall_show_get_data (YsWallShow *show);
/* @choice: (nullable): as ys_deck_new(); "" is NULL. */
void               ys_wall_show_set_choice (YsWallShow *show, const char *choice);
/* Of the wall: slides are laid out for it, whatever shows them. */
void               ys_wall_show_set_size (YsWallShow *show, double width, double height);
void               ys_wall_show_get_size (YsWallShow *show, double *out_width, double *out_height);
void               ys_wall_show_set_dark (YsWallShow *show, gboolean dark);
gboolean           ys_wall_show_is_dark (YsWallShow *show);
/* FALSE: rankings are there at once. */
void               ys_wall_show_set_building (YsWallShow *show, gboolean building);
/* Goes on by itself after so many seconds, from the last slide to the first; 0: never. */
void               ys_wall_show_set_seconds (YsWallShow *show, guint seconds);

guint              ys_wall_show_n_slides (YsWallShow *show);
const YsSlide     *ys_wall_show_slide (YsWallShow *show, guint index);
guint              ys_wall_show_index (YsWallShow *show);
gboolean           ys_wall_show_is_black (YsWallShow *show);
/* (transfer none) (nullable): NULL beyond the last one. Laid out when it is first asked for. */
const YsScene     *ys_wall_show_scene (YsWallShow *show, guint index);
/* How far the slide is built: as ys_scene_draw_step() takes it. */
void               ys_wall_show_place (YsWallShow *show, gint64 now, int *out_step, double *out_progress);
/* Whether it will look different in the next frame. */
gboolean           ys_wall_show_moves (YsWallShow *show, gint64 now);

/* A key of the remote. NEXT: completes the row that grows; twice at once the page; brings the next prize; then
 * the next slide. Out of black it only brings the slide back. */
void               ys_wall_show_next (YsWallShow *show, gint64 now);
void               ys_wall_show_previous (YsWallShow *show, gint64 now);
/* @index: beyond the last: the last. */
void               ys_wall_show_jump (YsWallShow *show, guint index, gint64 now);
/* To the first slide of this chart, as if it were gone on to; of a waterfall that of @compound_id if there is one.
 * FALSE: the deck has none, nothing changes. */
gboolean           ys_wall_show_begin_at (YsWallShow *show, YsChartKind kind, gint64 compound_id, gint64 now);
void               ys_wall_show_toggle_black (YsWallShow *show);
void               ys_wall_show_end (YsWallShow *show);

G_END_DECLS
