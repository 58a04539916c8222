/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole in its parts as one bar, with its percentages in the tooltip. */
#pragma once

#include <gtk/gtk.h>

#include "share-bar.h"

G_BEGIN_DECLS

#define YS_TYPE_SHARE_CHART (ys_share_chart_get_type ())
G_DECLARE_FINAL_TYPE (YsShareChart, ys_share_chart, YS, SHARE_CHART, GtkWidget)

/* @parts: copied; their names are borrowed and must be static. @title: what is divided, read
 * aloud before the parts. */
void ys_share_chart_set (YsShareChart *chart,
                         const char *title,
                         const YsSharePart *parts,
                         guint n_parts);

G_END_DECLS
