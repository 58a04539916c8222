/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The slides of a period in order, and charts as files. */
#include "config.h"

#include "chart-private.h"

#include "job-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define WALL_WIDTH 1920
#define WALL_HEIGHT 1080
/* The multiples repeat the trend for each compound: more than this many are no slides. */
#define MAX_MULTIPLES 60

void
ys_slide_free (YsSlide *slide)
{
  g_free (slide->title);
  g_free (slide->notes);
  g_free (slide);
}

static void
scene_free (gpointer scene)
{
  ys_scene_free (scene);
}

/* Every page of one kind. (transfer full) (element-type YsScene) */
static GPtrArray *
layout_pages (const YsChartData *data, YsChartKind kind, double width, double height)
{
  GPtrArray *scenes = g_ptr_array_new_with_free_func (scene_free);
  guint n = ys_chart_n_pages (data, kind, width, height);

  for (guint page = 0; page < n; page++)
    g_ptr_array_add (scenes, ys_chart_layout (data, kind, page, 0, FALSE, width, height, NULL));
  return scenes;
}

/* ranking.png, ranking-2.png, … */
static char *
page_path (const char *path, guint page)
{
  const char *dot = strrchr (path, '.');

  if (page == 0 || dot == NULL)
    return g_strdup (path);
  return g_strdup_printf ("%.*s-%u%s", (int)(dot - path), path, page + 1, dot);
}

static gboolean
write_scenes (GPtrArray *scenes, const char *path, gboolean dark, GError **error)
{
  const YsScene *const *all = (const YsScene *const *)scenes->pdata;

  if (g_str_has_suffix (path, ".pdf"))
    return ys_scene_write (all, scenes->len, path, dark, error);
  for (guint i = 0; i < scenes->len; i++)
    {
      g_autofree char *one = page_path (path, i);

      if (!ys_scene_write (all + i, 1, one, dark, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_ending (const char *path, GError **error)
{
  if (g_str_has_suffix (path, ".png") || g_str_has_suffix (path, ".svg")
      || g_str_has_suffix (path, ".pdf"))
    return TRUE;
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("A chart is written as .png, .svg or .pdf. Give the file such an "
                          "ending."));
  return FALSE;
}

/* 16:9 unless one was asked for. */
static void
fill_size (double *width, double *height)
{
  if (*width > 0 && *height > 0)
    return;
  *width = WALL_WIDTH;
  *height = WALL_HEIGHT;
}

gboolean
ys_chart_export (const YsChartData *data,
                 YsChartKind kind,
                 const char *path,
                 double width,
                 double height,
                 gboolean dark,
                 GError **error)
{
  g_autoptr (GPtrArray) scenes = NULL;

  g_return_val_if_fail (data != NULL && path != NULL, FALSE);

  if (!check_ending (path, error))
    return FALSE;
  fill_size (&width, &height);
  scenes = layout_pages (data, kind, width, height);
  return write_scenes (scenes, path, dark, error);
}

gboolean
ys_chart_export_waterfall (const YsChartData *data,
                           gint64 compound_id,
                           const char *path,
                           double width,
                           double height,
                           gboolean dark,
                           GError **error)
{
  g_autoptr (YsScene) scene = NULL;

  g_return_val_if_fail (data != NULL && path != NULL, FALSE);

  if (!check_ending (path, error))
    return FALSE;
  fill_size (&width, &height);
  scene = ys_chart_layout (data, YS_CHART_WATERFALL, 0, compound_id, FALSE, width, height, NULL);
  return ys_scene_write ((const YsScene *const *)&scene, 1, path, dark, error);
}

gboolean
ys_chart_has_data (const YsChartData *data, YsChartKind kind)
{
  const YsAwards *awards;

  g_return_val_if_fail (data != NULL, FALSE);

  awards = ys_standing_awards (data->standing);
  if (kind == YS_CHART_COVER)
    return TRUE;
  if (ys_standing_n_rows (data->standing) == 0)
    return FALSE;
  switch ((int)kind)
    {
    case YS_CHART_TREND:
      return data->trend->len > 1;
    case YS_CHART_MULTIPLES:
      return data->trend->len > 1 && ys_standing_n_assessed (data->standing) <= MAX_MULTIPLES;
    case YS_CHART_CHANGE:
      return data->last != NULL;
    case YS_CHART_AWARDS:
      return awards->rows->len > 0 || awards->pending->len > 0;
    case YS_CHART_TRIAL:
      return data->trial != NULL;
    default:
      return TRUE;
    }
}

static void
add_slide (GPtrArray *slides,
           const YsChartData *data,
           YsChartKind kind,
           guint page,
           guint n_pages,
           gint64 compound_id)
{
  const YsStandingRow *row = ys_standing_find (data->standing, compound_id);
  YsSlide *slide = g_new0 (YsSlide, 1);

  slide->kind = kind;
  slide->page = page;
  slide->compound_id = compound_id;
  if (row != NULL)
    slide->title = g_strdup_printf ("%s · %s", ys_chart_label (kind), row->name);
  else
    slide->title = n_pages > 1
                       ? g_strdup_printf ("%s %u/%u", ys_chart_label (kind), page + 1, n_pages)
                       : g_strdup (ys_chart_label (kind));
  slide->notes = ys_chart_notes (data, kind, compound_id);
  g_ptr_array_add (slides, slide);
}

/* The first's and the last's. */
static void
add_waterfalls (GPtrArray *slides, const YsChartData *data)
{
  guint n = ys_standing_n_assessed (data->standing);

  if (n == 0)
    return;
  add_slide (slides, data, YS_CHART_WATERFALL, 0, 1,
             ys_standing_row (data->standing, 0)->compound_id);
  if (n > 1)
    add_slide (slides, data, YS_CHART_WATERFALL, 0, 1,
               ys_standing_row (data->standing, n - 1)->compound_id);
}

static void
add_kind (GPtrArray *slides, const YsChartData *data, YsChartKind kind, double width, double height)
{
  guint n;

  if (!ys_chart_has_data (data, kind))
    return;
  if (kind == YS_CHART_WATERFALL)
    {
      add_waterfalls (slides, data);
      return;
    }
  n = ys_chart_n_pages (data, kind, width, height);
  for (guint page = 0; page < n; page++)
    add_slide (slides, data, kind, page, n, 0);
}

GPtrArray *
ys_deck_new (const YsChartData *data, const char *choice, double width, double height)
{
  GPtrArray *slides;
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  fill_size (&width, &height);
  slides = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_slide_free);
  if (choice == NULL)
    {
      for (guint kind = 0; kind < YS_N_CHARTS; kind++)
        add_kind (slides, data, (YsChartKind)kind, width, height);
      return slides;
    }
  names = g_strsplit (choice, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      int kind = ys_chart_from_name (names[i]);

      if (kind >= 0)
        add_kind (slides, data, (YsChartKind)kind, width, height);
    }
  return slides;
}

gboolean
ys_deck_export (const YsChartData *data,
                GPtrArray *slides,
                const char *path,
                double width,
                double height,
                gboolean dark,
                GError **error)
{
  g_autoptr (GPtrArray) scenes = NULL;

  g_return_val_if_fail (data != NULL && slides != NULL && path != NULL, FALSE);

  if (!g_str_has_suffix (path, ".pdf"))
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Slides are written as one .pdf. Give the file this ending."));
      return FALSE;
    }
  fill_size (&width, &height);
  scenes = g_ptr_array_new_with_free_func (scene_free);
  for (guint i = 0; i < slides->len; i++)
    {
      const YsSlide *slide = slides->pdata[i];

      g_ptr_array_add (scenes, ys_chart_layout (data, slide->kind, slide->page, slide->compound_id,
                                                FALSE, width, height, NULL));
    }
  return ys_scene_write ((const YsScene *const *)scenes->pdata, scenes->len, path, dark, error);
}
