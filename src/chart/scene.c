/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Collects the marks of a chart. Texts and points are copied; a mark added later lies on top. */
#include "config.h"

#include "scene-private.h"

#include <math.h>
#include <string.h>

/* What a pointer may miss a thin mark by, in units. */
#define SLACK 0.3
#define OUTLINE 0.1
#define STACK_MAX 6

YsScene *
ys_scene_new (double width, double height, double unit, PangoContext *context)
{
  YsScene *scene = g_new0 (YsScene, 1);

  scene->width = MAX (width, 1.0);
  scene->height = MAX (height, 1.0);
  scene->unit = MAX (unit, 1.0);
  scene->setter = ys_text_setter_new (context);
  scene->placed = g_ptr_array_new_with_free_func (g_free);
  scene->strings = g_string_chunk_new (2048);
  scene->points = g_ptr_array_new_with_free_func (g_free);
  scene->stop = -1;
  return scene;
}

void
ys_scene_free (YsScene *scene)
{
  if (scene == NULL)
    return;
  g_ptr_array_unref (scene->placed);
  g_ptr_array_unref (scene->points);
  g_string_chunk_free (scene->strings);
  ys_text_setter_free (scene->setter);
  g_free (scene);
}

double
ys_scene_width (const YsScene *scene)
{
  return scene->width;
}

double
ys_scene_height (const YsScene *scene)
{
  return scene->height;
}

double
ys_scene_unit (const YsScene *scene)
{
  return scene->unit;
}

void
ys_scene_set_step (YsScene *scene, int step)
{
  scene->step = MAX (step, 0);
}

void
ys_scene_set_until (YsScene *scene, int until)
{
  scene->until = MAX (until, 0);
}

void
ys_scene_set_at_once (YsScene *scene, gboolean at_once)
{
  scene->at_once = at_once;
}

void
ys_scene_set_stop (YsScene *scene, int stop)
{
  scene->stop = stop;
}

int
ys_scene_stop (const YsScene *scene)
{
  return scene->stop < 0 ? scene->n_steps : MIN (scene->stop, scene->n_steps);
}

void
ys_scene_set_bare (YsScene *scene, gboolean bare)
{
  scene->is_bare = bare;
}

void
ys_scene_set_target (YsScene *scene, gint64 id, const char *tip)
{
  ys_scene_set_clause (scene, id, 0, tip);
}

void
ys_scene_set_clause (YsScene *scene, gint64 id, gint64 clause_id, const char *tip)
{
  scene->id = id;
  scene->clause_id = clause_id;
  scene->tip = tip != NULL ? g_string_chunk_insert_const (scene->strings, tip) : NULL;
}

int
ys_scene_n_steps (const YsScene *scene)
{
  return scene->n_steps;
}

static YsPlaced *
add (YsScene *scene, YsMarkKind kind, YsRole role, YsFill fill)
{
  YsPlaced *placed = g_new0 (YsPlaced, 1);

  placed->mark = (YsMark){
    .kind = kind,
    .role = role,
    .fill = fill,
    .step = scene->step,
    .until = scene->until,
    .id = scene->id,
    .clause_id = scene->clause_id,
    .tip = scene->tip,
    .line_width = OUTLINE * scene->unit,
  };
  placed->at_once = scene->at_once;
  /* What goes again is no step of its own. */
  if (scene->until == 0)
    scene->n_steps = MAX (scene->n_steps, scene->step);
  g_ptr_array_add (scene->placed, placed);
  return placed;
}

static void
set_box (YsMark *mark, double x, double y, double width, double height)
{
  mark->x = width < 0.0 ? x + width : x;
  mark->y = height < 0.0 ? y + height : y;
  mark->width = fabs (width);
  mark->height = fabs (height);
}

void
ys_scene_add_rectangle (
    YsScene *scene, YsRole role, YsFill fill, double x, double y, double width, double height)
{
  set_box (&add (scene, YS_MARK_RECTANGLE, role, fill)->mark, x, y, width, height);
}

/* A line keeps its direction: its width and height may be negative. */
void
ys_scene_add_line (YsScene *scene,
                   YsRole role,
                   YsFill fill,
                   double x1,
                   double y1,
                   double x2,
                   double y2,
                   double line_width)
{
  YsMark *mark = &add (scene, YS_MARK_LINE, role, fill)->mark;

  mark->x = x1;
  mark->y = y1;
  mark->width = x2 - x1;
  mark->height = y2 - y1;
  mark->line_width = line_width * scene->unit;
}

static void
set_points (YsScene *scene, YsMark *mark, const YsPoint *points, guint n)
{
  YsPoint *copy = g_memdup2 (points, sizeof *points * n);
  double left = points[0].x, right = left, top = points[0].y, bottom = top;

  for (guint i = 1; i < n; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  g_ptr_array_add (scene->points, copy);
  mark->points = copy;
  mark->n_points = n;
  set_box (mark, left, top, right - left, bottom - top);
}

void
ys_scene_add_polyline (
    YsScene *scene, YsRole role, const YsPoint *points, guint n, double line_width)
{
  YsMark *mark;

  g_return_if_fail (n > 0);
  mark = &add (scene, YS_MARK_POLYLINE, role, YS_FILL_SOLID)->mark;
  set_points (scene, mark, points, n);
  mark->line_width = line_width * scene->unit;
}

void
ys_scene_add_polygon (YsScene *scene, YsRole role, YsFill fill, const YsPoint *points, guint n)
{
  g_return_if_fail (n > 0);
  set_points (scene, &add (scene, YS_MARK_POLYGON, role, fill)->mark, points, n);
}

void
ys_scene_add_disc (YsScene *scene, YsRole role, YsFill fill, double x, double y, double diameter)
{
  set_box (&add (scene, YS_MARK_DISC, role, fill)->mark, x, y, diameter, diameter);
}

double
ys_scene_measure (YsScene *scene, const char *text, double size, gboolean bold)
{
  return ys_text_setter_line (scene->setter, text, size * scene->unit, bold)->width;
}

/* What lies under a place: the last solid box there. */
static YsRole
role_under (const YsScene *scene, double x, double y)
{
  for (guint i = scene->placed->len; i > 0; i--)
    {
      const YsMark *mark = g_ptr_array_index (scene->placed, i - 1);

      if ((mark->kind == YS_MARK_RECTANGLE || mark->kind == YS_MARK_DISC)
          && mark->fill == YS_FILL_SOLID && x >= mark->x && x <= mark->x + mark->width
          && y >= mark->y && y <= mark->y + mark->height)
        return mark->role;
    }
  return YS_ROLE_GROUND;
}

static YsMark *
add_line_of_words (YsScene *scene, YsRole role, const char *text, double size, gboolean bold)
{
  YsPlaced *placed = add (scene, YS_MARK_WORDS, role, YS_FILL_SOLID);

  placed->mark.text = g_string_chunk_insert_const (scene->strings, text);
  placed->mark.size = size * scene->unit;
  placed->mark.bold = bold;
  placed->line = ys_text_setter_line (scene->setter, text, placed->mark.size, bold);
  return &placed->mark;
}

/* Where the last parenthesis begins if the text ends with one; NULL otherwise. */
static const char *
find_parenthesis (const char *text)
{
  const char *wide = g_str_has_suffix (text, "）") ? g_strrstr (text, "（") : NULL;
  const char *narrow = g_str_has_suffix (text, ")") ? strrchr (text, '(') : NULL;
  const char *found = wide != NULL ? wide : narrow;

  return found != NULL && found > text ? found : NULL;
}

/* (transfer full): the longest beginning of @text that fits with …; "" when not even that does. */
static char *
cut (YsScene *scene, const char *text, double size, gboolean bold, double max_width)
{
  const char *parenthesis = find_parenthesis (text);
  const char *end = parenthesis != NULL ? parenthesis : text + strlen (text);
  double room = max_width - ys_scene_measure (scene, "…", size, bold);
  g_autofree char *kept = NULL;

  while (end > text)
    {
      g_free (kept);
      kept = g_strndup (text, (gsize)(end - text));
      g_strchomp (kept);
      if (ys_scene_measure (scene, kept, size, bold) <= room)
        return g_strconcat (kept, "…", NULL);
      end = g_utf8_find_prev_char (text, end);
      if (end == NULL)
        break;
    }
  return g_strdup (room >= 0.0 ? "…" : "");
}

double
ys_scene_add_words (YsScene *scene,
                    YsRole role,
                    const char *text,
                    double size,
                    gboolean bold,
                    YsWordsAlign align,
                    double x,
                    double y,
                    double max_width)
{
  g_autofree char *shorter = NULL;
  YsMark *mark;
  double width;

  if (text == NULL || *text == '\0')
    return 0.0;
  width = ys_scene_measure (scene, text, size, bold);
  if (max_width > 0.0 && width > max_width)
    {
      shorter = cut (scene, text, size, bold, max_width);
      if (*shorter == '\0')
        return 0.0;
      width = ys_scene_measure (scene, shorter, size, bold);
    }
  x -= align == YS_WORDS_CENTER ? width / 2.0 : align == YS_WORDS_END ? width : 0.0;
  mark = add_line_of_words (scene, role, shorter != NULL ? shorter : text, size, bold);
  if (shorter != NULL)
    mark->whole = g_string_chunk_insert_const (scene->strings, text);
  set_box (mark, x, y - mark->size / 2.0, width, mark->size);
  if (role == YS_ROLE_ON_HEAT)
    mark->under = role_under (scene, x + width / 2.0, y);
  return width;
}

/* One mark a character; the first one carries the whole when the end was cut. */
void
ys_scene_add_stack (
    YsScene *scene, YsRole role, const char *text, double size, double x_middle, double bottom)
{
  glong n = g_utf8_strlen (text, -1), shown = MIN (n, STACK_MAX);
  double pitch = size * scene->unit * YS_STACK_PITCH;
  double y = bottom - pitch * (double)shown + pitch / 2.0;

  for (glong i = 0; i < shown; i++, y += pitch)
    {
      const char *from = g_utf8_offset_to_pointer (text, i);
      g_autofree char *character = g_strndup (from, (gsize)(g_utf8_next_char (from) - from));
      YsMark *mark;

      if (*character == ' ')
        continue;
      ys_scene_add_words (scene, role, n > shown && i == shown - 1 ? "…" : character, size, FALSE,
                          YS_WORDS_CENTER, x_middle, y, 0.0);
      mark = g_ptr_array_index (scene->placed, scene->placed->len - 1);
      mark->upright_stack = TRUE;
      if (n > shown)
        mark->whole = g_string_chunk_insert_const (scene->strings, text);
    }
}

guint
ys_scene_n_marks (const YsScene *scene)
{
  return scene->placed->len;
}

const YsMark *
ys_scene_mark (const YsScene *scene, guint index)
{
  g_return_val_if_fail (index < scene->placed->len, NULL);
  return g_ptr_array_index (scene->placed, index);
}

static double
distance_to_segment (double x, double y, YsPoint a, YsPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double t = length > 0.0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

static gboolean
is_hit (const YsMark *mark, double x, double y, double slack)
{
  if (mark->kind == YS_MARK_LINE)
    return distance_to_segment (x, y, (YsPoint){ mark->x, mark->y },
                                (YsPoint){ mark->x + mark->width, mark->y + mark->height })
           <= slack + mark->line_width / 2.0;
  if (mark->kind == YS_MARK_POLYLINE)
    {
      for (guint i = 1; i < mark->n_points; i++)
        if (distance_to_segment (x, y, mark->points[i - 1], mark->points[i])
            <= slack + mark->line_width / 2.0)
          return TRUE;
      return mark->n_points == 1 && hypot (x - mark->x, y - mark->y) <= slack;
    }
  return x >= mark->x - slack && x <= mark->x + mark->width + slack && y >= mark->y - slack
         && y <= mark->y + mark->height + slack;
}

const YsMark *
ys_scene_mark_at (const YsScene *scene, double x, double y)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = scene->placed->len; i > 0; i--)
      {
        const YsMark *mark = g_ptr_array_index (scene->placed, i - 1);
        gboolean is_thin = mark->kind == YS_MARK_LINE || mark->kind == YS_MARK_POLYLINE;

        if (mark->until == 0
            && (mark->id != 0 || mark->clause_id != 0 || mark->tip != NULL || mark->whole != NULL)
            && is_hit (mark, x, y, pass == 0 && !is_thin ? 0.0 : SLACK * scene->unit))
          return mark;
      }
  return NULL;
}
