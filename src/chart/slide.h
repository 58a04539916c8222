/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is around every chart: title, finding, period, notes and the state of the figures; in a page or
 * report nothing but the chart. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define YS_MINUS "\342\210\222" /* − */

/* Where the chart itself goes; pixels. */
typedef struct
{
  double left, right, top, bottom;
  double u;         /* the unit */
  double aspect;    /* width / height of the slide */
  gboolean is_bare;
} YsSlideArea;

/**
 * ys_slide_new:
 * @title: the chart's own, when the frame has none
 * @finding: (nullable): likewise
 * @build_step: step with which the finding appears; 0 at once
 * @area: (out)
 *
 * Bare: an empty scene of the whole size with units of 16 pixels.
 */
YsScene *ys_slide_new (const YsChartFrame *frame,
                       const char         *title,
                       const char         *finding,
                       int                 build_step,
                       double              width,
                       double              height,
                       PangoContext       *context,
                       YsSlideArea        *area);

/**
 * ys_slide_footer:
 * @notes: (nullable) (array zero-terminated=1): whole sentences, most important first; two lines hold
 *   them, and none is split between the two unless it is longer than a line
 * @n_pages: 0: no page number
 *
 * Nothing in a bare frame.
 */
void ys_slide_footer (YsScene            *scene,
                      const YsChartFrame *frame,
                      const YsSlideArea  *area,
                      const char *const  *notes,
                      guint               n_pages);
/* The mark of a trial on a cover, which has no head: the frame, the tag up to @right. */
void ys_slide_cover_trial (YsScene *scene, double right, double y);
/* The foot of the cover: state and open prizes at the left, the meeting at the right. */
void ys_slide_cover_state (YsScene            *scene,
                           const YsChartFrame *frame,
                           const YsSlideArea  *area,
                           double              y,
                           guint               n_pending,
                           const char         *meeting);
/* The notes alone, for a slide that is built: the state comes first. */
void ys_slide_notes (YsScene            *scene,
                     const YsChartFrame *frame,
                     const YsSlideArea  *area,
                     const char *const  *notes,
                     guint               n_pages);
/* Lines that the notes need, 0 to 2, or 3: they do not fit. By the widths of characters, so that it is the
 * same with every font. */
guint ys_slide_note_lines (const YsChartFrame *frame,
                           const char *const  *notes,
                           guint               n_pages,
                           double              width,
                           double              height);

/* (transfer full): "100.60", "−1.20"; @signed_: "+3.00". */
char *ys_points_text (gint64 hundredths, gboolean signed_);
/* (transfer full): fen as "11048.00". */
char *ys_money_text (gint64 fen);
/* Width in ems as characters count: Han 1, others 0.6. */
double ys_text_ems (const char *text);

/* Moves labels, sorted by place, until they are @pitch apart and inside @low to @high; their order stays. */
void ys_spread_labels (double *places, guint n, double pitch, double low, double high);

/* The smallest of 1, 2, 2.5 and 5 times a power of ten that divides @range into at most @most steps. */
double ys_nice_step (double range, guint most);

G_END_DECLS
