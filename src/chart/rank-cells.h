/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every chart with ranked rows shares: which rows count, the cells of rank and change, the strokes
 * of ties and the brackets of prizes. */
#pragma once

#include "slide.h"

G_BEGIN_DECLS

/* The rows that have a rank, and the names of those that have not. */
typedef struct
{
  GPtrArray *rows;   /* const YsChartRow * */
  GPtrArray *absent; /* const char * */
  gboolean   any_last, any_missing, any_prize;
} YsRanked;

YsRanked *ys_ranked_new (const YsRankingData *data);
void      ys_ranked_free (YsRanked *ranked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRanked, ys_ranked_free)

const YsChartRow *ys_ranked_row (const YsRanked *ranked, guint index);
/* First and last (exclusive) of the rows that share the rank of @index. */
void     ys_ranked_tie (const YsRanked *ranked, guint index, guint *first, guint *end);
/* The same for rows of one class of prize, or of one pending tie; one row when without a prize. */
void     ys_ranked_prize (const YsRanked *ranked, guint index, guint *first, guint *end);

/* Weighted points of a part, hundredths; YS_NO_POINTS stays. */
gint64   ys_weighted (gint64 points, int weight);
/* 上月, 上季 or 上期, by the period's name. */
const char *ys_last_period_word (const char *period);

/* (transfer full): "银山小区：97.60 分，第 3 名；长效 98.00，物业 97.00，加分 0.00；上期 96.00 分，第 5 名" */
char    *ys_row_tip (const YsChartRow *row);
/* ▲4, ▼2, –, 缺; @right: its right edge. */
void     ys_add_change (YsScene *scene, const YsChartRow *row, double size, double right, double y);
/* Joins equal ranks; an arrow where the tie goes on above or below. */
void     ys_add_tie (YsScene *scene, double x, double top, double bottom, gboolean from_above,
                     gboolean goes_on);
/* ] with its word, or dashed in amber. */
void     ys_add_bracket (YsScene *scene, gboolean is_pending, const char *word, double size, double x,
                         double top, double bottom);
/* Names that fit on a page of their own, in columns of 10 units. */
guint    ys_names_per_page (double width, double height);
void     ys_add_names (YsScene *scene, const YsSlideArea *area, const char *const *names, guint n);

G_END_DECLS
