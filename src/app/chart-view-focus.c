/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which thing of a chart has the focus, and what a screen reader is told of it. */
#include "config.h"

#include "chart-view-private.h"

const char *
ys_mark_tip (const YsMark *mark)
{
  return mark->tip != NULL ? mark->tip : mark->whole;
}

gboolean
ys_chart_view_is_thing (const YsMark *mark)
{
  return mark->until == 0 && (mark->id != 0 || mark->clause_id != 0);
}

/* Two cells of a compound are two things, however many marks each has. */
static gboolean
is_same (const YsMark *mark, const YsThing *thing)
{
  return mark->id == thing->id && mark->clause_id == thing->clause_id;
}

static YsThing
thing_of (const YsMark *mark)
{
  return mark != NULL ? (YsThing){ mark->id, mark->clause_id } : (YsThing){ 0, 0 };
}

gboolean
ys_thing_is_nothing (const YsThing *thing)
{
  return thing->id == 0 && thing->clause_id == 0;
}

/* The first mark of the next (@by 1) or previous (−1) thing; NULL at an end. */
static const YsMark *
find_neighbour (YsChartView *self, int by)
{
  const YsScene *scene = ys_chart_view_scene (self);
  const YsMark *before = NULL;
  gboolean is_past = ys_thing_is_nothing (&self->focused);

  for (guint i = 0; scene != NULL && i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);
      YsThing last = thing_of (before);

      if (!ys_chart_view_is_thing (mark) || (before != NULL && is_same (mark, &last)))
        continue;
      if (by < 0 && is_same (mark, &self->focused))
        return before;
      if (by > 0 && is_past && !is_same (mark, &self->focused))
        return mark;
      is_past = is_past || is_same (mark, &self->focused);
      before = mark;
    }
  return NULL;
}

/* In a heat map ↑ and ↓ stay in the column: the nearest thing with the same clause. */
static const YsMark *
find_in_column (YsChartView *self, int by)
{
  const YsScene *scene = ys_chart_view_scene (self);
  const YsMark *nearest = NULL;
  GdkRectangle from;

  if (!ys_chart_view_find_box (self, &self->focused, &from))
    return find_neighbour (self, by);
  for (guint i = 0; i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);
      double away = (mark->y * ys_chart_view_scale () - from.y) * by - 1;

      if (!ys_chart_view_is_thing (mark) || is_same (mark, &self->focused) || away <= 0
          || mark->clause_id != self->focused.clause_id)
        continue;
      if (nearest == NULL || away < (nearest->y * ys_chart_view_scale () - from.y) * by - 1)
        nearest = mark;
    }
  return nearest;
}

/* In pixels of the widget. */
GdkRectangle
ys_chart_view_box (const YsMark *mark)
{
  return (GdkRectangle){ (int)(mark->x * ys_chart_view_scale ()),
                         (int)(mark->y * ys_chart_view_scale ()),
                         (int)(mark->width * ys_chart_view_scale ()) + 1,
                         (int)(mark->height * ys_chart_view_scale ()) + 1 };
}

const YsMark *
ys_chart_view_mark_at (YsChartView *self, double x, double y)
{
  const YsScene *scene = ys_chart_view_scene (self);

  return scene != NULL
             ? ys_scene_mark_at (scene, x / ys_chart_view_scale (), y / ys_chart_view_scale ())
             : NULL;
}

/* The box around all marks of a thing. */
gboolean
ys_chart_view_find_box (YsChartView *self, const YsThing *thing, GdkRectangle *out_box)
{
  const YsScene *scene = ys_chart_view_scene (self);
  gboolean found = FALSE;

  for (guint i = 0; scene != NULL && !ys_thing_is_nothing (thing) && i < ys_scene_n_marks (scene);
       i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);
      GdkRectangle box = ys_chart_view_box (mark);

      if (!is_same (mark, thing) || mark->until != 0)
        continue;
      if (found)
        gdk_rectangle_union (out_box, &box, out_box);
      else
        *out_box = box;
      found = TRUE;
    }
  return found;
}

char *
ys_chart_view_describe (YsChartView *self)
{
  const YsScene *scene;
  GString *text = g_string_new (NULL);
  const char *last = NULL;

  g_return_val_if_fail (YS_IS_CHART_VIEW (self), NULL);

  scene = ys_chart_view_scene (self);
  for (guint i = 0; scene != NULL && i < ys_scene_n_marks (scene); i++)
    {
      const YsMark *mark = ys_scene_mark (scene, i);

      if (mark->until != 0 || mark->tip == NULL || mark->tip == last)
        continue;
      g_string_append_printf (text, "%s%s", last != NULL ? "\n" : "", mark->tip);
      last = mark->tip;
    }
  return g_string_free (text, FALSE);
}

/* The name says which chart and what is focused; the description holds all figures. */
void
ys_chart_view_tell_reader (YsChartView *self, const char *tip)
{
  const char *title = self->maker != NULL ? self->made_title : ys_chart_label (self->kind);
  g_autofree char *name = tip != NULL ? g_strdup_printf ("%s: %s", title, tip) : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
ys_chart_view_focus (YsChartView *self, const YsMark *mark)
{
  self->focused = thing_of (mark);
  ys_chart_view_tell_reader (self, mark != NULL ? ys_mark_tip (mark) : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ys_chart_view_move_focus (YsChartView *self, int by)
{
  const YsMark *mark;

  g_return_if_fail (YS_IS_CHART_VIEW (self));

  mark = find_neighbour (self, by);
  if (mark != NULL)
    ys_chart_view_focus (self, mark);
}

static void
move_in_column (YsChartView *self, int by)
{
  const YsMark *mark
      = self->kind == YS_CHART_HEATMAP ? find_in_column (self, by) : find_neighbour (self, by);

  if (mark != NULL)
    ys_chart_view_focus (self, mark);
}

gboolean
ys_chart_view_open_focused (YsChartView *self)
{
  g_return_val_if_fail (YS_IS_CHART_VIEW (self), FALSE);

  ys_chart_view_open (self, &self->focused);
  return !ys_thing_is_nothing (&self->focused);
}

gboolean
ys_chart_view_key (YsChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_Up:
      move_in_column (self, keyval == GDK_KEY_Down ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Left:
      ys_chart_view_move_focus (self, keyval == GDK_KEY_Right ? 1 : -1);
      return TRUE;
    case GDK_KEY_Home:
      self->focused = (YsThing){ 0, 0 };
      ys_chart_view_move_focus (self, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return ys_chart_view_open_focused (self);
    default:
      return FALSE;
    }
}
