/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every benchmark needs around what it measures. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @folder and all that is in it. */
void   bench_remove_tree (const char *folder);
double bench_seconds_since (gint64 start);
/* Sorts @values. */
double bench_median (double *values, guint n);
/* Prints @ratio beside its aim; FALSE, and that it failed, when @ratio is above @fail, which leaves a
 * margin over @aim for a machine that does other things as well. */
gboolean bench_ratio (const char *what, double ratio, double aim, double fail);

G_END_DECLS
