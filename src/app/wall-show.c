/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows come last to first at an even pace up to the prizes; each prize waits for a key. Only going
 * on builds a slide: whoever comes back, or jumps, sees it whole. */
#include "config.h"

#include "wall-show.h"

/* Microseconds. */
#define GROW (320 * G_TIME_SPAN_MILLISECOND)
#define LONGEST_PACE (400 * G_TIME_SPAN_MILLISECOND)
#define ALL_ROWS (8 * G_TIME_SPAN_SECOND)
#define TWICE (400 * G_TIME_SPAN_MILLISECOND)

struct _YsWallShow
{
  GObject parent_instance;

  YsChartData *data;
  char *choice;
  double width, height;
  gboolean dark;
  gboolean building; /* wanted */
  guint seconds;
  guint timer;

  GPtrArray *slides; /* YsSlide */
  GPtrArray *scenes; /* YsScene or NULL, one a slide */
  guint index;
  gboolean black;

  gboolean is_built; /* the slide is whole */
  int step;          /* that grows or has grown */
  gint64 step_at;    /* when it began */
  gint64 pressed_at; /* the last NEXT; 0 none */
};

G_DEFINE_FINAL_TYPE (YsWallShow, ys_wall_show, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SLIDES,
  ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_scene (gpointer scene)
{
  ys_scene_free (scene);
}

static void
drop_scenes (YsWallShow *self)
{
  g_ptr_array_set_size (self->scenes, 0);
  g_ptr_array_set_size (self->scenes, (int)self->slides->len);
}

static gboolean
is_same_slide (const YsSlide *one, const YsSlide *other)
{
  return one->kind == other->kind && one->page == other->page
         && one->compound_id == other->compound_id;
}

/* Where a slide went in a new deck; if it is gone, the same place. */
static guint
find_slide (GPtrArray *slides, const YsSlide *wanted, guint otherwise)
{
  for (guint i = 0; wanted != NULL && i < slides->len; i++)
    if (is_same_slide (slides->pdata[i], wanted))
      return i;
  return slides->len > 0 ? MIN (otherwise, slides->len - 1) : 0;
}

static void
make_deck (YsWallShow *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->slides);
  const YsSlide *shown = old != NULL && self->index < old->len ? old->pdata[self->index] : NULL;

  self->slides = ys_deck_new (self->data, self->choice, self->width, self->height);
  /* A choice of which nothing has data: the whole deck is better than an empty wall. */
  if (self->slides->len == 0 && self->choice != NULL)
    {
      g_ptr_array_unref (self->slides);
      self->slides = ys_deck_new (self->data, NULL, self->width, self->height);
    }
  self->index = find_slide (self->slides, shown, self->index);
  drop_scenes (self);
  g_signal_emit (self, signals[SLIDES], 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Building ---------------------------------------------------------------------------- */

static gint64
pace_of (const YsScene *scene)
{
  return MIN (LONGEST_PACE, ALL_ROWS / MAX (ys_scene_n_steps (scene), 1));
}

/* Where the slide stands at @now. */
static void
catch_up (YsWallShow *self, gint64 now)
{
  const YsScene *scene = ys_wall_show_scene (self, self->index);
  gint64 pace;

  if (self->is_built || scene == NULL)
    return;
  pace = pace_of (scene);
  while (self->step < ys_scene_stop (scene) && now - self->step_at >= pace)
    {
      self->step++;
      self->step_at += pace;
    }
  if (self->step >= ys_scene_n_steps (scene) && now - self->step_at >= GROW)
    self->is_built = TRUE;
}

static gboolean
is_growing (YsWallShow *self, gint64 now)
{
  const YsScene *scene = ys_wall_show_scene (self, self->index);

  return !self->is_built && scene != NULL
         && (now - self->step_at < GROW || self->step < ys_scene_stop (scene));
}

static void
begin_slide (YsWallShow *self, gboolean built, gint64 now)
{
  const YsScene *scene = ys_wall_show_scene (self, self->index);

  self->is_built = built || !self->building || scene == NULL || ys_scene_n_steps (scene) == 0;
  /* Where even the first row is a prize, nothing comes by itself. */
  self->step = !self->is_built && ys_scene_stop (scene) > 0 ? 1 : 0;
  self->step_at = self->step > 0 ? now : now - GROW;
}

/* What NEXT does while rows come; FALSE: the slide is whole already. */
static gboolean
build_on (YsWallShow *self, gint64 now)
{
  gboolean is_twice = self->pressed_at != 0 && now - self->pressed_at < TWICE;

  catch_up (self, now);
  if (self->is_built)
    return FALSE;
  if (is_twice)
    self->is_built = TRUE;
  else if (is_growing (self, now))
    self->step_at = MIN (self->step_at, now - GROW);
  else
    {
      self->step++;
      self->step_at = now;
    }
  return TRUE;
}

/* --- Going on by itself ------------------------------------------------------------------ */

static gboolean
on_timer_cb (gpointer user_data)
{
  YsWallShow *self = user_data;
  gint64 now = g_get_monotonic_time ();

  self->timer = 0;
  if (!self->black && !is_growing (self, now))
    {
      catch_up (self, now);
      if (self->is_built && self->index + 1 >= self->slides->len)
        {
          self->index = 0;
          begin_slide (self, FALSE, now);
          g_signal_emit (self, signals[CHANGED], 0);
        }
      else
        ys_wall_show_next (self, now);
    }
  ys_wall_show_set_seconds (self, self->seconds);
  return G_SOURCE_REMOVE;
}

void
ys_wall_show_set_seconds (YsWallShow *self, guint seconds)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  self->seconds = seconds;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (seconds > 0)
    self->timer = g_timeout_add_seconds (seconds, on_timer_cb, self);
}

/* --- Object ------------------------------------------------------------------------------ */

static void
ys_wall_show_finalize (GObject *object)
{
  YsWallShow *self = YS_WALL_SHOW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_ptr_array_unref (self->scenes);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->data, ys_chart_data_free);
  g_free (self->choice);

  G_OBJECT_CLASS (ys_wall_show_parent_class)->finalize (object);
}

static void
ys_wall_show_class_init (YsWallShowClass *class)
{
  GType type = G_TYPE_FROM_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ys_wall_show_finalize;
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SLIDES]
      = g_signal_new ("slides", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED]
      = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ys_wall_show_init (YsWallShow *self)
{
  self->scenes = g_ptr_array_new_with_free_func (free_scene);
  self->width = 1920;
  self->height = 1080;
  self->building = TRUE;
  self->is_built = TRUE;
}

YsWallShow *
ys_wall_show_new (YsChartData *data)
{
  YsWallShow *self = g_object_new (YS_TYPE_WALL_SHOW, NULL);

  g_return_val_if_fail (data != NULL, self);

  self->data = data;
  make_deck (self);
  return self;
}

void
ys_wall_show_set_data (YsWallShow *self, YsChartData *data)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self) && data != NULL);

  /* A row that was not there yet might come twice: what was being built is whole now. */
  self->is_built = TRUE;
  ys_chart_data_free (self->data);
  self->data = data;
  make_deck (self);
}

const YsChartData *
ys_wall_show_get_data (YsWallShow *self)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), NULL);

  return self->data;
}

void
ys_wall_show_set_choice (YsWallShow *self, const char *choice)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  g_free (self->choice);
  self->choice = choice != NULL && *choice != '\0' ? g_strdup (choice) : NULL;
  make_deck (self);
}

void
ys_wall_show_set_size (YsWallShow *self, double width, double height)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  if (width < 1 || height < 1 || (width == self->width && height == self->height))
    return;
  self->width = width;
  self->height = height;
  make_deck (self);
}

void
ys_wall_show_get_size (YsWallShow *self, double *out_width, double *out_height)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  *out_width = self->width;
  *out_height = self->height;
}

void
ys_wall_show_set_dark (YsWallShow *self, gboolean dark)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  self->dark = dark;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ys_wall_show_is_dark (YsWallShow *self)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), FALSE);

  return self->dark;
}

void
ys_wall_show_set_building (YsWallShow *self, gboolean building)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  self->building = building;
  if (!building)
    self->is_built = TRUE;
}

guint
ys_wall_show_n_slides (YsWallShow *self)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), 0);

  return self->slides->len;
}

const YsSlide *
ys_wall_show_slide (YsWallShow *self, guint index)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self) && index < self->slides->len, NULL);

  return self->slides->pdata[index];
}

guint
ys_wall_show_index (YsWallShow *self)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), 0);

  return self->index;
}

gboolean
ys_wall_show_is_black (YsWallShow *self)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), FALSE);

  return self->black;
}

const YsScene *
ys_wall_show_scene (YsWallShow *self, guint index)
{
  const YsSlide *slide;

  g_return_val_if_fail (YS_IS_WALL_SHOW (self), NULL);

  if (index >= self->slides->len)
    return NULL;
  slide = self->slides->pdata[index];
  if (self->scenes->pdata[index] == NULL)
    self->scenes->pdata[index]
        = ys_chart_layout (self->data, slide->kind, slide->page, slide->compound_id, FALSE,
                           self->width, self->height, NULL);
  return self->scenes->pdata[index];
}

void
ys_wall_show_place (YsWallShow *self, gint64 now, int *out_step, double *out_progress)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  catch_up (self, now);
  *out_step = self->is_built ? G_MAXINT : self->step;
  *out_progress = CLAMP ((double)(now - self->step_at) / GROW, 0.0, 1.0);
}

gboolean
ys_wall_show_moves (YsWallShow *self, gint64 now)
{
  g_return_val_if_fail (YS_IS_WALL_SHOW (self), FALSE);

  catch_up (self, now);
  return !self->black && is_growing (self, now);
}

/* --- Keys -------------------------------------------------------------------------------- */

static void
show_again (YsWallShow *self)
{
  ys_wall_show_set_seconds (self, self->seconds);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
wake (YsWallShow *self)
{
  if (!self->black)
    return FALSE;
  self->black = FALSE;
  show_again (self);
  return TRUE;
}

void
ys_wall_show_next (YsWallShow *self, gint64 now)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  if (wake (self))
    return;
  if (!build_on (self, now) && self->index + 1 < self->slides->len)
    {
      self->index++;
      begin_slide (self, FALSE, now);
    }
  self->pressed_at = now;
  show_again (self);
}

void
ys_wall_show_previous (YsWallShow *self, gint64 now)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  if (!wake (self))
    ys_wall_show_jump (self, self->index > 0 ? self->index - 1 : 0, now);
}

void
ys_wall_show_jump (YsWallShow *self, guint index, gint64 now)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  if (self->slides->len == 0)
    return;
  self->black = FALSE;
  self->index = MIN (index, self->slides->len - 1);
  self->pressed_at = 0;
  begin_slide (self, TRUE, now);
  show_again (self);
}

gboolean
ys_wall_show_begin_at (YsWallShow *self, YsChartKind kind, gint64 compound_id, gint64 now)
{
  guint found = G_MAXUINT;

  g_return_val_if_fail (YS_IS_WALL_SHOW (self), FALSE);

  for (guint i = 0; i < self->slides->len; i++)
    {
      const YsSlide *slide = self->slides->pdata[i];

      if (slide->kind != kind)
        continue;
      if (found == G_MAXUINT || (slide->compound_id == compound_id && slide->page == 0))
        found = i;
    }
  if (found == G_MAXUINT)
    return FALSE;
  ys_wall_show_jump (self, found, now);
  begin_slide (self, FALSE, now);
  show_again (self);
  return TRUE;
}

void
ys_wall_show_toggle_black (YsWallShow *self)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  self->black = !self->black;
  show_again (self);
}

void
ys_wall_show_end (YsWallShow *self)
{
  g_return_if_fail (YS_IS_WALL_SHOW (self));

  g_signal_emit (self, signals[ENDED], 0);
}
