/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole numbers all the way; a share is rounded here and nowhere else. */
#include "config.h"

#include "chart-words.h"

#define NOTE_LINE 1.3

char *
ys_chart_share (guint64 part, guint64 whole)
{
  guint64 share;

  if (whole == 0)
    return g_strdup ("—");
  /* Four digits more must still fit: counts beyond 10^14 lose their last bits, not their share. */
  while (whole > G_MAXUINT64 / 40000)
    {
      whole /= 2;
      part /= 2;
    }
  share = (MIN (part, whole) * 20000 + whole) / (whole * 2);
  return g_strdup_printf ("%u.%02u%%", (guint)(share / 100), (guint)(share % 100));
}

gint64
ys_chart_difference (gint64 a, gint64 b)
{
  if (b < 0 && a > G_MAXINT64 + b)
    return G_MAXINT64;
  if (b > 0 && a < G_MININT64 + b)
    return G_MININT64;
  return a - b;
}

void
ys_chart_leave_room (YsSlideArea *area,
                     const YsChartFrame *frame,
                     const char *const *notes,
                     guint n_pages,
                     double width,
                     double height)
{
  if (ys_slide_note_lines (frame, notes, n_pages, width, height) > 1)
    area->bottom -= NOTE_LINE * area->u;
}

void
ys_chart_say_nothing (YsScene *scene, const YsSlideArea *area, const char *sentence)
{
  ys_scene_add_words (scene, YS_ROLE_INK_2, sentence, area->is_bare ? 1.0 : 1.4, FALSE,
                      YS_WORDS_CENTER, (area->left + area->right) / 2.0,
                      (area->top + area->bottom) / 2.0, area->right - area->left);
}
