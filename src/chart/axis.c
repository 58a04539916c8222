/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Round steps, never below 0.01. Doubles place marks only; no
 * figure that anybody reads as a score passes through them. */
#include "config.h"

#include "axis.h"
#include "slide.h"

#include <math.h>

#define EQUAL_MARGIN 300.0
#define AIR 0.03
#define ABSURD 1e9

static double
step_for (const YsAxis *axis, guint max_ticks)
{
  return MAX (ys_nice_step (axis->high - axis->low, MAX (max_ticks, 2)), 1.0);
}

static void
place_ticks (YsAxis *axis)
{
  axis->first_tick = ceil (axis->low / axis->step - 1e-9) * axis->step;
  axis->n_ticks = (guint)floor ((axis->high - axis->first_tick) / axis->step + 1e-9) + 1;
}

static void
take_range (YsAxis *axis, gint64 least, gint64 most)
{
  double margin = ((double)most - (double)least) * AIR;

  if (most <= least)
    margin = EQUAL_MARGIN;
  axis->low = (double)least - margin;
  axis->high = (double)MAX (most, least) + margin;
  /* Near the ends of 64 bits a margin of 3.00 is lost in the double. */
  if (axis->high <= axis->low)
    {
      axis->low -= fabs (axis->low) * 0.01;
      axis->high += fabs (axis->high) * 0.01;
    }
}

void
ys_axis_fit (YsAxis *axis, gint64 least, gint64 most, guint max_ticks)
{
  take_range (axis, least, most);
  axis->step = step_for (axis, max_ticks);
  place_ticks (axis);
}

void
ys_axis_fit_round (YsAxis *axis, gint64 least, gint64 most, guint max_ticks)
{
  double grain;

  ys_axis_fit (axis, least, most, max_ticks);
  grain = MIN (axis->step, MAX (axis->step / 5.0, 100.0));
  axis->low = floor (axis->low / grain) * grain;
  axis->high = ceil (axis->high / grain) * grain;
  place_ticks (axis);
}

double
ys_axis_position (const YsAxis *axis, double value)
{
  return CLAMP ((value - axis->low) / (axis->high - axis->low), 0.0, 1.0);
}

double
ys_axis_tick (const YsAxis *axis, guint index)
{
  return axis->first_tick + axis->step * index;
}

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < 1e-9;
}

char *
ys_axis_text (const YsAxis *axis, double value)
{
  int decimals = is_whole (axis->step / 100.0) ? 0 : is_whole (axis->step / 10.0) ? 1 : 2;
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 32];
  char format[] = "%.0f";

  /* Nobody's score; but the words must find room. */
  if (fabs (value) >= ABSURD)
    {
      g_ascii_formatd (digits, sizeof digits, "%.2g", fabs (value) / 100.0);
      return g_strconcat (value < 0.0 ? YS_MINUS : "", digits, NULL);
    }
  format[2] = (char)('0' + decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (value) / 100.0);
  return g_strconcat (value < -0.5 ? YS_MINUS : "", digits, NULL);
}
