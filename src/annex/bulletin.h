/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bulletin of a period (工作简报) [002 §6.2]: what was inspected, who stands where, what was wrong,
 * who is awarded. Figures in, a running text out: for a word processor, or as a sheet to print. */
#pragma once

#include "period-table.h"
#include "text-blocks.h"

G_BEGIN_DECLS

/* Clauses that the bulletin lists. */
#define YS_BULLETIN_MAX_CLAUSES 10

typedef struct
{
  const char *name;
  gint64      places;
} YsBulletinClause;

typedef struct
{
  char            *title;
  GBytes          *png;
  cairo_surface_t *surface;
} YsBulletinChart;

typedef struct
{
  YsPeriodHead head;
  guint        n_compounds;    /* of the registry's rows in this period */
  guint        n_assessed;
  guint        n_visits;
  guint        n_places;       /* findings that count */
  gint64       n_open;         /* of them not repaired */
  gint64       n_faults;
  gint64       mean;           /* of the scores, hundredths */
  GPtrArray   *ranking;        /* (element-type YsRankingLine): by rank */
  const char  *rule;
  GPtrArray   *clauses;        /* (element-type YsBulletinClause): most places first */
  GPtrArray   *awards;         /* (element-type YsFundClass) */
  gint64       total;          /* fen, given */
  GPtrArray   *charts;         /* (element-type YsBulletinChart) */
} YsBulletin;

/* (transfer full) */
YsTextBlocks *ys_bulletin_build (const YsBulletin *bulletin);
/* The same text as a sheet, A4 portrait. (transfer full) */
YsSheet      *ys_bulletin_sheet (const YsTextBlocks *blocks);

G_END_DECLS
