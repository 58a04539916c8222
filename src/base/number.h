/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exact numbers: whole hundredths (points, money in fen, square metres × 100) and
 * optional counts. No float touches a score, money or an area. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A whole number that may be unknown: a count, a year, or hundredths. */
typedef struct
{
  gint64   value;
  gboolean is_set;
} YsNumber;

#define YS_NUMBER_UNSET ((YsNumber){ 0, FALSE })
#define YS_NUMBER(v) ((YsNumber){ (v), TRUE })

gboolean ys_number_equal (YsNumber a, YsNumber b);

/**
 * ys_number_read_count:
 *
 * Reads a whole number ≥ 0: full width or half, thousands separators (1,234 or
 * 1，234) allowed, a unit behind it (18栋, 742户, 2012年) ignored when it is not a digit.
 * 万 multiplies (1.5万户); other multipliers, signs and words are refused.
 * Empty text gives an unset number and TRUE.
 *
 * Returns: FALSE if @text is no such number
 */
gboolean ys_number_read_count (const char *text, YsNumber *out_number);

/* Reads "86,420.5", "86420.50㎡" as hundredths; more than two decimals are refused,
 * never rounded in silence, unless the rest are zeros. Empty gives unset, TRUE. */
gboolean ys_number_read_hundredths (const char *text, YsNumber *out_hundredths);

/* (transfer full): "86420.50"; with @grouped "86,420.50". */
char    *ys_hundredths_to_text (gint64 hundredths, gboolean grouped);
/* (transfer full): "86,420" or "86420". */
char    *ys_count_to_text (gint64 count, gboolean grouped);

/* @numerator / @denominator rounded half away from zero. @denominator > 0. */
gint64   ys_divide_rounded (gint64 numerator, gint64 denominator);

G_END_DECLS
