/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented figures for every chart: the tests', the benchmark's and the pictures'. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

typedef struct
{
  GStringChunk *strings;
  GArray       *rows; /* YsChartRow */
  GPtrArray    *not_assessed;
} YsChartSample;

/* Twenty compounds with a tie for a prize, two not assessed. */
YsChartSample *ys_chart_sample_new (void);
/* @n compounds; the same for the same @n. */
YsChartSample *ys_chart_sample_new_many (guint n);
/* @n compounds that all have full marks. */
YsChartSample *ys_chart_sample_new_equal (guint n);
/* Long names, no points left, a national bonus, one missing part, one negative score. */
YsChartSample *ys_chart_sample_new_odd (void);
void           ys_chart_sample_free (YsChartSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChartSample, ys_chart_sample_free)

/* Borrows from the sample. */
YsRankingData  ys_chart_sample_ranking (const YsChartSample *sample);
YsRankingData  ys_chart_sample_trial (YsChartSample *sample);
YsCoverData    ys_chart_sample_cover (const YsChartSample *sample);
YsChartFrame   ys_chart_sample_frame (guint page);
/* Constant. */
YsWaterfallData ys_chart_sample_waterfall (gboolean of_first);
YsAwardData    ys_chart_sample_awards (void);

G_END_DECLS
