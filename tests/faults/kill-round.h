/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts a writer, kills it at a random instant and tells the last thing that it said it had done. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* YS_FAULT_ROUNDS, or @usual without it. */
guint  kill_rounds (guint usual);
/* @program: of tests/faults; @work: what it shall do; (nullable). Lives @longest_ms at most.
 * Returns: the number in the last whole line it wrote; @before without one */
gint64 kill_round (const char *program, const char *folder, const char *work, guint longest_ms,
                   gint64 before);

G_END_DECLS
