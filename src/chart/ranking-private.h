/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a ranking is divided into pages; for ranking*.c only. */
#pragma once

#include "rank-cells.h"

G_BEGIN_DECLS

typedef enum
{
  YS_RANKING_ROWS,    /* bars, up to 20 rows a page */
  YS_RANKING_HALVES,  /* a very wide wall: two times ten rows */
  YS_RANKING_COLUMNS  /* above 60 rows: two columns of 18 and a histogram */
} YsRankingShape;

typedef struct
{
  const YsRankingData *data;
  const YsChartFrame  *frame;
  YsRanked            *ranked;
  YsRankingShape       shape;
  guint                per_page;
  guint                n_row_pages;
  guint                n_name_pages; /* of those not assessed, when the footer is too short */
  guint                first, end;   /* rows of this page */
  gboolean             is_tight;     /* columns over two lines of notes */
  guint                last_step;    /* build: with it comes whatever gives something away */
} YsRankingPlan;

/* A block of rows with bars, from @first to @end, between two edges. */
void ys_ranking_add_rows (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area, guint first,
                          guint end, double left, double right, gboolean *says_red);
void ys_ranking_add_columns (YsScene *scene, const YsRankingPlan *plan, const YsSlideArea *area);
/* Step of the build with which row @index appears; 0: at once. */
int  ys_ranking_step (const YsRankingPlan *plan, guint index);

G_END_DECLS
