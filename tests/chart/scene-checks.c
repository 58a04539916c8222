/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of words are as wide as measured and one em high; half a pixel is rounding. */
#include "config.h"

#include "scene-checks.h"

#include <math.h>
#include <string.h>

#define ROUNDING 0.51

static gboolean
overlap (const YsMark *a, const YsMark *b)
{
  return a->x + a->width > b->x + ROUNDING && b->x + b->width > a->x + ROUNDING
         && a->y + a->height > b->y + ROUNDING && b->y + b->height > a->y + ROUNDING;
}

static void
check_box (const YsScene *scene, const YsMark *mark)
{
  double left = MIN (mark->x, mark->x + mark->width), right = MAX (mark->x, mark->x + mark->width),
         top = MIN (mark->y, mark->y + mark->height),
         bottom = MAX (mark->y, mark->y + mark->height);

  if (!(isfinite (left) && isfinite (right) && isfinite (top) && isfinite (bottom))
      || left < -ROUNDING || top < -ROUNDING || right > ys_scene_width (scene) + ROUNDING
      || bottom > ys_scene_height (scene) + ROUNDING)
    g_error ("outside: kind %d %s at %.1f %.1f to %.1f %.1f", mark->kind,
             mark->text != NULL ? mark->text : "", left, top, right, bottom);
}

void
check_scene (const YsScene *scene)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      check_box (scene, mark);
      if (mark->kind == YS_MARK_WORDS && mark->until == 0)
        g_ptr_array_add (words, (gpointer)mark);
    }
  for (guint i = 0; i < words->len; i++)
    {
      const YsMark *one = words->pdata[i];

      g_assert_cmpfloat (one->size, >=, ys_scene_unit (scene) * 0.999);
      g_assert_cmpstr (one->text, !=, "");
      for (guint j = 0; j < i; j++)
        {
          const YsMark *other = words->pdata[j];

          if (overlap (one, other))
            g_error ("overlap: %s (%.1f %.1f %.1f) and %s (%.1f %.1f %.1f)", one->text, one->x,
                     one->y, one->width, other->text, other->x, other->y, other->width);
        }
    }
}

const YsMark *
find_words (const YsScene *scene, const char *text)
{
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    if (g_strcmp0 (ys_scene_mark (scene, i)->text, text) == 0)
      return ys_scene_mark (scene, i);
  return NULL;
}

guint
count_words (const YsScene *scene, const char *part)
{
  guint n = 0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      n += mark->text != NULL && strstr (mark->text, part) != NULL ? 1 : 0;
    }
  return n;
}

/* Rows are half a unit apart at least. */
static int
compare_marks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const YsMark *one = *(const YsMark *const *)a, *other = *(const YsMark *const *)b;
  double half = *(double *)user_data / 2.0, y = round ((one->y + one->height / 2.0) / half),
         other_y = round ((other->y + other->height / 2.0) / half);

  if (y != other_y)
    return y < other_y ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

char *
scene_text (const YsScene *scene)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GString *text = g_string_new (NULL);
  double unit = ys_scene_unit (scene), row = 0.0;

  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    if (ys_scene_mark (scene, i)->kind == YS_MARK_WORDS)
      g_ptr_array_add (words, (gpointer)ys_scene_mark (scene, i));
  g_ptr_array_sort_with_data (words, compare_marks, &unit);
  for (guint i = 0; i < words->len; i++)
    {
      const YsMark *mark = words->pdata[i];
      double y = round ((mark->y + mark->height / 2.0) / unit * 2.0);

      if (i > 0)
        g_string_append (text, y != row ? "\n" : "|");
      g_string_append (text, mark->text);
      row = y;
    }
  return g_string_free (text, FALSE);
}
