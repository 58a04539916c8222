/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "scene-check.h"

#include <math.h>
#include <string.h>

/* Half a pixel is what rounding may cost. */
#define SLACK 0.5

static gboolean
is_shown (const YsMark *mark, int step)
{
  return mark->step <= step && (mark->until == 0 || step < mark->until);
}

static gboolean
overlap (const YsMark *a, const YsMark *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > SLACK
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > SLACK;
}

static void
check_overlaps (const YsScene *scene, int step, const char *what)
{
  guint n = ys_scene_n_marks (scene);

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n && ys_scene_mark (scene, i)->kind == YS_MARK_WORDS; k++)
      {
        const YsMark *a = ys_scene_mark (scene, i), *b = ys_scene_mark (scene, k);

        if (b->kind == YS_MARK_WORDS && is_shown (a, step) && is_shown (b, step) && overlap (a, b))
          g_error ("%s: “%s” (%g, %g) stands on “%s” (%g, %g) at step %d", what, a->text, a->x,
                   a->y, b->text, b->x, b->y, step);
      }
}

static gboolean
covers (const YsMark *mark, double x, double y)
{
  return (mark->kind == YS_MARK_RECTANGLE || mark->kind == YS_MARK_DISC)
         && mark->fill == YS_FILL_SOLID && x >= mark->x && x <= mark->x + mark->width
         && y >= mark->y && y <= mark->y + mark->height;
}

static void
check_contrast (
    const YsScene *scene, guint index, gboolean on_wall, gboolean dark, const char *what)
{
  const YsMark *words = ys_scene_mark (scene, index);

  for (int at = 0; at < 3; at++)
    {
      double x = words->x
                 + words->width
                       * (at == 0   ? 0.02
                          : at == 1 ? 0.5
                                    : 0.98),
             y = words->y + words->height / 2;
      YsColour under = on_wall ? ys_role_colour (YS_ROLE_GROUND, dark) : ys_palette (dark)->ground;
      double contrast;

      for (guint i = 0; i < index; i++)
        if (covers (ys_scene_mark (scene, i), x, y))
          under = ys_role_colour (ys_scene_mark (scene, i)->role, dark);
      contrast = ys_colour_contrast (ys_mark_colour (words, dark), under);
      if (contrast < 4.5)
        g_error ("%s: “%s” has a contrast of %.2f in the %s", what, words->text, contrast,
                 dark ? "dark" : "light");
    }
}

static void
check_words (const YsScene *scene, const YsMark *mark, gboolean on_wall, const char *what)
{
  if (mark->text == NULL || *mark->text == '\0' || !g_utf8_validate (mark->text, -1, NULL))
    g_error ("%s: words without text", what);
  if (mark->x < -SLACK || mark->y < -SLACK || mark->x + mark->width > ys_scene_width (scene) + SLACK
      || mark->y + mark->height > ys_scene_height (scene) + SLACK)
    g_error ("%s: “%s” at %g, %g, %g wide, leaves the scene", what, mark->text, mark->x, mark->y,
             mark->width);
  if (on_wall && mark->size < ys_scene_unit (scene) * 0.999)
    g_error ("%s: “%s” is smaller than a unit", what, mark->text);
}

void
check_scene (const YsScene *scene, gboolean on_wall, const char *what)
{
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (!isfinite (mark->x) || !isfinite (mark->y) || !isfinite (mark->width)
          || !isfinite (mark->height))
        g_error ("%s: mark %u is nowhere", what, i);
      if (mark->kind != YS_MARK_WORDS)
        continue;
      check_words (scene, mark, on_wall, what);
      check_contrast (scene, i, on_wall, FALSE, what);
      check_contrast (scene, i, on_wall, TRUE, what);
    }
  for (int step = 0; step <= ys_scene_n_steps (scene); step++)
    check_overlaps (scene, step, what);
}

guint
count_words (const YsScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      n += mark->kind == YS_MARK_WORDS && mark->until == 0 && strcmp (mark->text, text) == 0 ? 1
                                                                                             : 0;
    }
  return n;
}

const YsMark *
find_words (const YsScene *scene, const char *prefix)
{
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->kind == YS_MARK_WORDS && mark->until == 0 && g_str_has_prefix (mark->text, prefix))
        return mark;
    }
  return NULL;
}

guint
count_marks (const YsScene *scene, YsMarkKind kind, YsRole role, YsFill fill)
{
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      n += mark->kind == kind && mark->role == role && mark->fill == fill ? 1 : 0;
    }
  return n;
}
