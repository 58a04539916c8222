/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of a period from its standing, and the deck of slides for the wall. Digits are those of
 * the standing: the wall, the page and the file say the same. */
#pragma once

#include "chart.h"
#include "standing.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_chart_names */
{
  YS_CHART_COVER,
  YS_CHART_RANKING,
  YS_CHART_WATERFALL,   /* of one compound: the first, the last, or one asked for */
  YS_CHART_COMPOSITION,
  YS_CHART_CHANGE,
  YS_CHART_TREND,
  YS_CHART_MULTIPLES,
  YS_CHART_HEATMAP,
  YS_CHART_PARETO,
  YS_CHART_TIMELINESS,
  YS_CHART_AWARDS,
  YS_CHART_TRIAL,
  YS_N_CHARTS
} YsChartKind;

/* "ranking", …; -1 for an unknown name. */
const char *ys_chart_name (YsChartKind kind);
int         ys_chart_from_name (const char *name);
/* Translated. */
const char *ys_chart_label (YsChartKind kind);

/* Everything that the charts of one period need, read once. */
typedef struct _YsChartData YsChartData;

/* @trial: (nullable): a standing of a trial beside the real one. Any thread. */
YsChartData *ys_chart_data_load (YsLedger *ledger, const YsRegistry *registry, YsStanding *standing, YsStanding *trial,
                                 YsInstant now, GCancellable *cancellable, GError **error);
/* The working of one more compound, for its waterfall; any thread. */
gboolean     ys_chart_data_read_working (YsChartData *data, YsLedger *ledger, gint64 compound_id, GError **error);
gboolean     ys_chart_data_has_working (const YsChartData *data, gint64 compound_id);
/* (transfer none) */
const YsStanding *ys_chart_data_standing (const YsChartData *data);
/* (nullable): "A1-08" */
const char  *ys_chart_data_clause_code (const YsChartData *data, gint64 clause_id);
/* Findings of the period that are past their deadline and open. */
guint        ys_chart_data_n_overdue (const YsChartData *data, gint64 compound_id);
/* After ys_standing_refresh(), while no other thread draws from it. */
gboolean     ys_chart_data_refresh (YsChartData *data, YsLedger *ledger, YsInstant now, GError **error);
/* Gives one reference back; a loaded one has one. */
void         ys_chart_data_free (YsChartData *data);
YsChartData *ys_chart_data_ref (YsChartData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsChartData, ys_chart_data_free)

guint        ys_chart_n_pages (const YsChartData *data, YsChartKind kind, double width, double height);
/* The same of bare charts. */
guint        ys_chart_n_bare_pages (const YsChartData *data, YsChartKind kind, double width, double height);
/* (transfer full). @compound_id: WATERFALL only, 0: the first. @bare: without title and footer, 16 px unit. */
YsScene     *ys_chart_layout (const YsChartData *data, YsChartKind kind, guint page, gint64 compound_id, gboolean bare,
                              double width, double height, PangoContext *context);
/* .png, .svg, .pdf; all pages into a PDF, one file a page else ("-2" before the ending). @width 0: 1920×1080. */
gboolean     ys_chart_export (const YsChartData *data, YsChartKind kind, const char *path, double width, double height,
                              gboolean dark, GError **error);
/* The same of one compound's WATERFALL, its working read before. */
gboolean     ys_chart_export_waterfall (const YsChartData *data, gint64 compound_id, const char *path, double width,
                                        double height, gboolean dark, GError **error);
/* FALSE: there is nothing that such a chart would show. */
gboolean     ys_chart_has_data (const YsChartData *data, YsChartKind kind);

/* One slide of the deck. */
typedef struct
{
  YsChartKind kind;
  guint       page;
  gint64      compound_id;
  char       *title;  /* for the presenter's list */
  char       *notes;  /* what to say: the finding and the figures behind it */
} YsSlide;

void       ys_slide_free (YsSlide *slide);
/* (transfer full) (element-type YsSlide): @choice: (nullable): names in order, "ranking trend awards"; NULL: all. Kinds without
 * data are left out. */
GPtrArray *ys_deck_new (const YsChartData *data, const char *choice, double width, double height);
/* The deck as one PDF. */
gboolean   ys_deck_export (const YsChartData *data, GPtrArray *slides, const char *path, double width, double height,
                           gboolean dark, GError **error);

G_END_DECLS
