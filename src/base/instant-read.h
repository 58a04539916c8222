/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day and a time of day as clerks type them. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

/**
 * ys_instant_read:
 * @text: (nullable): "2025-10-10 10:30", "10-10 10:30", "10.10 1030", "10月10日 10点半", "今天 10:30",
 *   "昨天下午3:20", "10:30" (today); full width or half. A day without a year is the one nearest to @now
 * @now: what today is
 * @out_instant: (out): 0 unless TRUE
 * @out_reason: (out) (transfer full) (optional): what is wrong, then what to write
 *
 * Returns: FALSE when @text is no day and time; "" is none
 */
gboolean ys_instant_read (const char *text, YsInstant now, YsInstant *out_instant, char **out_reason);

/* (transfer full): "2025-10-10 10:30", which ys_instant_read() takes back; "" when unknown. */
char    *ys_instant_to_typed (YsInstant instant);

G_END_DECLS
