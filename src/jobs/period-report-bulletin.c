/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures, lists and charts of the bulletin. */
#include "config.h"

#include "period-report-private.h"

#include "bulletin.h"
#include "chart-private.h"

#define CHARTS "ranking composition trend pareto timeliness"
#define WIDTH 1600
#define HEIGHT 900

static void
chart_free (YsBulletinChart *chart)
{
  g_free (chart->title);
  g_bytes_unref (chart->png);
  cairo_surface_destroy (chart->surface);
  g_free (chart);
}

static cairo_status_t
on_png_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A slide as a picture on white. */
static YsBulletinChart *
draw_chart (const YsChartData *data, const YsSlide *slide)
{
  g_autoptr (YsScene) scene = ys_chart_layout (data, slide->kind, slide->page, slide->compound_id,
                                               FALSE, WIDTH, HEIGHT, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();
  YsBulletinChart *chart = g_new0 (YsBulletinChart, 1);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  ys_scene_draw (scene, cr, FALSE);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_png_cb, bytes);
  chart->title = g_strdup (slide->title);
  chart->png = g_byte_array_free_to_bytes (bytes);
  chart->surface = surface;
  return chart;
}

/* The first page of each: the tables say everything of the others. */
static GPtrArray *
draw_charts (const YsChartData *data)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)chart_free);
  g_autoptr (GPtrArray) slides = ys_deck_new (data, CHARTS, WIDTH, HEIGHT);

  for (guint i = 0; i < slides->len && ys_standing_n_assessed (data->standing) > 0; i++)
    {
      const YsSlide *slide = slides->pdata[i];

      if (slide->page == 0)
        g_ptr_array_add (charts, draw_chart (data, slide));
    }
  return charts;
}

static int
most_places_first (gconstpointer a, gconstpointer b)
{
  const YsBulletinClause *one = *(const YsBulletinClause *const *)a;
  const YsBulletinClause *other = *(const YsBulletinClause *const *)b;

  return (one->places < other->places) - (one->places > other->places);
}

/* g_ptr_array_sort() keeps the annex's order of equals. */
GPtrArray *
ys_report_clauses (YsReportWork *work, GError **error)
{
  const YsChartData *data = ys_report_work_charts (work, error);
  GPtrArray *clauses;

  if (data == NULL)
    return NULL;
  clauses = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < ys_catalogue_book_n_clauses (data->book); k++)
    {
      YsBulletinClause clause = { ys_catalogue_book_clause (data->book, k)->name, 0 };

      for (guint i = 0; i < data->compounds->len; i++)
        clause.places += ((const YsChartCompound *)data->compounds->pdata[i])->counts[k];
      if (clause.places > 0)
        g_ptr_array_add (clauses, g_memdup2 (&clause, sizeof clause));
    }
  g_ptr_array_sort (clauses, most_places_first);
  return clauses;
}

static void
add_up (YsBulletin *bulletin, const YsStanding *standing)
{
  gint64 sum = 0;

  bulletin->n_compounds = ys_standing_n_rows (standing);
  bulletin->n_assessed = ys_standing_n_assessed (standing);
  for (guint i = 0; i < bulletin->n_compounds; i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      bulletin->n_visits += row->n_visits;
      bulletin->n_places += row->n_places;
      bulletin->n_open += row->open_places;
      bulletin->n_faults += row->parts.n_faults;
      sum += row->score.assessed ? row->score.score : 0;
    }
  if (bulletin->n_assessed > 0)
    bulletin->mean = ys_divide_rounded (sum, bulletin->n_assessed);
  bulletin->total = ys_standing_awards (standing)->total;
}

YsTextBlocks *
ys_report_make_bulletin (YsReportWork *work, GError **error)
{
  const YsChartData *data = ys_report_work_charts (work, error);
  g_autoptr (GPtrArray) lines = NULL, classes = NULL, clauses = NULL, charts = NULL;
  g_autofree char *rule = NULL;
  YsBulletin bulletin = { .head = work->head };

  if (data == NULL)
    return NULL;
  lines = ys_report_ranking_lines (work);
  classes = ys_report_award_classes (work);
  clauses = ys_report_clauses (work, error);
  charts = draw_charts (data);
  rule = ys_standing_rule (work->standing);
  add_up (&bulletin, work->standing);
  bulletin.ranking = lines;
  bulletin.rule = rule;
  bulletin.clauses = clauses;
  bulletin.awards = classes;
  bulletin.charts = charts;
  return ys_bulletin_build (&bulletin);
}

YsDocument *
ys_report_bulletin_document (const YsReportWork *work, YsTextBlocks *blocks)
{
  GPtrArray *sheets = ys_report_sheets_new ();
  YsDocument *document;

  g_ptr_array_add (sheets, ys_bulletin_sheet (blocks));
  document = ys_report_work_document (work, sheets, g_strconcat (work->place, "工作简报", NULL));
  ys_document_set_text (document, blocks);
  return document;
}
