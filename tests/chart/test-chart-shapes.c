/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trend, multiples, heat map, clauses and deadlines in every shape, from nothing to 300 and the
 * absurd: words apart, nothing outside, nothing too small [WALL.md: grid and type; issue 4 §3]. */
#include "config.h"

#include "sample-charts.h"
#include "scene-checks.h"

typedef struct
{
  const char *name;
  double width, height;
  gboolean bare;
} Shape;

static const Shape shapes[] = {
  { "4-3", 1440.0, 1080.0, FALSE },       { "16-9", 1920.0, 1080.0, FALSE },
  { "32-9", 3840.0, 1080.0, FALSE },      { "6656x1792", 6656.0, 1792.0, FALSE },
  { "page-800x400", 800.0, 400.0, TRUE }, { "page-400x300", 400.0, 300.0, TRUE },
};
static const guint sizes[] = { 0, 1, 6, 20, 300 };
static const char *const kinds[]
    = { "ordinary", "equal", "missing", "gaps", "negative", "long", "huge" };

typedef struct
{
  const Shape *shape;
  guint n;
  SampleKind kind;
} Case;

static void
check (YsScene *scene)
{
  check_scene (scene);
  ys_scene_free (scene);
}

static void
test_shape (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Sample) sample = sample_new (c->n, c->kind);
  YsChartFrame frame = sample_frame (c->shape->bare);
  double width = c->shape->width, height = c->shape->height;

  check (ys_trend_layout (&sample->trend, &frame, width, height, NULL));
  check (ys_pareto_layout (&sample->pareto, &frame, width, height, NULL));
  /* The first page and the last; a page too far is the last one. */
  for (guint i = 0; i < (c->n > 20 ? 2 : 1); i++)
    {
      frame.page = i * 99;
      frame.trial = i == 1;
      check (ys_multiples_layout (&sample->trend, &frame, width, height, NULL));
      check (ys_multiples_layout (&sample->grouped, &frame, width, height, NULL));
      check (ys_heatmap_layout (&sample->heat, &frame, width, height, NULL));
      check (ys_timeliness_layout (&sample->timeliness, &frame, width, height, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);

  g_test_init (&argc, &argv, NULL);
  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (guint n = 0; n < G_N_ELEMENTS (sizes); n++)
      for (int kind = 0; kind < SAMPLE_N_KINDS; kind++)
        {
          g_autofree char *path
              = g_strdup_printf ("/chart/shapes/%s/%u/%s", shapes[s].name, sizes[n], kinds[kind]);
          Case *c = g_new (Case, 1);

          *c = (Case){ &shapes[s], sizes[n], (SampleKind)kind };
          g_ptr_array_add (cases, c);
          g_test_add_data_func (path, c, test_shape);
        }
  return g_test_run ();
}
