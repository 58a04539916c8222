/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For benchmarks: says when the window first shows what it was opened for, then ends the program.
 */
#pragma once

#include "main-window.h"

G_BEGIN_DECLS

/* Prints "first-frame N", N being g_get_monotonic_time() after the first frame that shows the
 * ledger's figures, or the welcome when no ledger was asked for; then quits. */
void ys_first_frame_watch (YsMainWindow *window);

G_END_DECLS
