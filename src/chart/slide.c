/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a slide: places of title, period and notes at any ratio, and the mark of a trial. */
#include "config.h"

#include "slide.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Units. */
#define MARGIN 1.6
#define TRIAL_MARGIN 2.4
#define TITLE_Y 2.0
#define TITLE_SIZE 1.6
#define FINDING_SIZE 1.1
#define FINDING_GAP 1.1
#define CONTENT_TOP 3.4
#define CONTENT_BOTTOM 33.7
#define FOOTER_Y 34.9
#define NOTE_PITCH 1.3
#define TRIAL_FRAME 0.8
#define TRIAL_FOOTER_Y 33.9
#define TAG_WIDTH 4.4
#define TAG_HEIGHT 2.1
#define RING 0.62
#define PAGE_GAP 1.0
#define BARE_UNIT 16.0
/* Narrower slides say 1 / 1, not 第 1 页 / 共 1 页. */
#define NARROW 1.5

static double
baseline_of (double y, double size)
{
  return y + 0.38 * size;
}

static void
add_trial_frame (YsScene *scene)
{
  double u = ys_scene_unit (scene), f = TRIAL_FRAME * u;
  double width = ys_scene_width (scene), height = ys_scene_height (scene);

  ys_scene_add_rectangle (scene, YS_ROLE_TRIAL, YS_FILL_HATCHED, 0.0, 0.0, width, f);
  ys_scene_add_rectangle (scene, YS_ROLE_TRIAL, YS_FILL_HATCHED, 0.0, height - f, width, f);
  ys_scene_add_rectangle (scene, YS_ROLE_TRIAL, YS_FILL_HATCHED, 0.0, f, f, height - 2.0 * f);
  ys_scene_add_rectangle (scene, YS_ROLE_TRIAL, YS_FILL_HATCHED, width - f, f, f, height - 2.0 * f);
}

/* Returns where the title begins. */
static double
add_trial_tag (YsScene *scene, double left, double y)
{
  double u = ys_scene_unit (scene);

  ys_scene_add_rectangle (scene, YS_ROLE_TRIAL, YS_FILL_SOLID, left, y - TAG_HEIGHT / 2.0 * u,
                          TAG_WIDTH * u, TAG_HEIGHT * u);
  ys_scene_add_words (scene, YS_ROLE_ON_HEAT, "试算", 1.5, TRUE, YS_WORDS_CENTER,
                      left + TAG_WIDTH / 2.0 * u, y, 0.0);
  return left + (TAG_WIDTH + 1.0) * u;
}

void
ys_slide_cover_trial (YsScene *scene, double right, double y)
{
  add_trial_frame (scene);
  add_trial_tag (scene, right - TAG_WIDTH * ys_scene_unit (scene), y);
}

static void
add_head (YsScene *scene,
          const YsChartFrame *frame,
          const YsSlideArea *area,
          const char *title,
          const char *finding,
          int build_step)
{
  double u = area->u, y = (frame->trial ? TITLE_Y + 0.15 : TITLE_Y) * u, x = area->left, right;

  if (frame->trial)
    right = area->right
            - ys_scene_add_words (scene, YS_ROLE_PENDING_TEXT, "不入账 · 不报送", 1.1, TRUE,
                                  YS_WORDS_END, area->right, y, 0.0);
  else
    right = area->right
            - ys_scene_add_words (scene, YS_ROLE_INK_2, frame->period, 1.1, FALSE, YS_WORDS_END,
                                  area->right, y, 0.0);
  if (frame->trial)
    x = add_trial_tag (scene, x, y);
  right -= FINDING_GAP * u;
  x += ys_scene_add_words (scene, YS_ROLE_INK, title, TITLE_SIZE, TRUE, YS_WORDS_START, x, y,
                           MAX (right - x, u));
  x += FINDING_GAP * u;
  ys_scene_set_step (scene, build_step);
  if (finding != NULL && right - x > 3.0 * u)
    ys_scene_add_words (scene, YS_ROLE_INK_2, finding, FINDING_SIZE, FALSE, YS_WORDS_START, x,
                        baseline_of (y, TITLE_SIZE * u) - 0.38 * FINDING_SIZE * u, right - x);
  ys_scene_set_step (scene, 0);
}

YsScene *
ys_slide_new (const YsChartFrame *frame,
              const char *title,
              const char *finding,
              int build_step,
              double width,
              double height,
              PangoContext *context,
              YsSlideArea *area)
{
  double u = frame->bare ? BARE_UNIT : height / 36.0;
  YsScene *scene = ys_scene_new (width, height, u, context);

  u = ys_scene_unit (scene);
  *area = (YsSlideArea){ .u = u, .aspect = width / MAX (height, 1.0), .is_bare = frame->bare };
  area->right = width;
  area->bottom = height;
  if (frame->bare)
    {
      ys_scene_set_bare (scene, TRUE);
      return scene;
    }
  area->left = (frame->trial ? TRIAL_MARGIN : MARGIN) * u;
  area->right = width - area->left;
  area->top = CONTENT_TOP * u;
  area->bottom = (frame->trial ? TRIAL_FOOTER_Y - 1.2 : CONTENT_BOTTOM) * u;
  if (frame->trial)
    add_trial_frame (scene);
  add_head (scene, frame, area, frame->title != NULL ? frame->title : title,
            frame->finding != NULL ? frame->finding : finding, build_step);
  return scene;
}

/* (transfer full): 截至 2026年11月2日 17:30; NULL when not known. */
static char *
as_of_text (const YsChartFrame *frame)
{
  g_autofree char *day = NULL, *iso = NULL;

  if (frame->as_of == 0)
    return NULL;
  day = ys_date_to_chinese (ys_instant_to_date (frame->as_of));
  iso = ys_instant_to_iso (frame->as_of);
  return g_strdup_printf ("截至 %s %s", day, strchr (iso, 'T') + 1);
}

/* (transfer full): all that stands at the right of the footer behind the ring. */
static char *
state_text (const YsChartFrame *frame)
{
  g_autofree char *as_of = as_of_text (frame);
  const char *state = frame->finalised ? "已定稿" : "未定稿";

  return as_of != NULL ? g_strdup_printf ("%s · %s", state, as_of) : g_strdup (state);
}

static char *
page_text (const YsChartFrame *frame, guint n_pages, double aspect)
{
  if (n_pages == 0)
    return NULL;
  return g_strdup_printf (aspect < NARROW ? "%u / %u" : "第 %u 页 / 共 %u 页", frame->page + 1,
                          MAX (n_pages, frame->page + 1));
}

/* Where the state of the figures begins, the ring included. */
static double
state_left (YsScene *scene, const YsChartFrame *frame, const YsSlideArea *area, guint n_pages)
{
  g_autofree char *state = state_text (frame), *page = page_text (frame, n_pages, area->aspect);
  double x = area->right;

  if (frame->trial)
    return x;
  if (page != NULL)
    x -= ys_scene_measure (scene, page, 1.0, FALSE) + PAGE_GAP * area->u;
  x -= ys_scene_measure (scene, state, 1.0, FALSE);
  return frame->finalised ? x : x - (0.35 + RING) * area->u;
}

static void
add_state (YsScene *scene, const YsChartFrame *frame, const YsSlideArea *area, guint n_pages)
{
  double u = area->u, x = state_left (scene, frame, area, n_pages), y = FOOTER_Y * u;
  g_autofree char *state = state_text (frame), *page = page_text (frame, n_pages, area->aspect);

  if (frame->trial)
    return;
  if (page != NULL)
    ys_scene_add_words (scene, YS_ROLE_INK_2, page, 1.0, FALSE, YS_WORDS_END, area->right, y, 0.0);
  if (!frame->finalised)
    {
      ys_scene_add_disc (scene, YS_ROLE_PENDING, YS_FILL_HOLLOW, x, y - RING / 2.0 * u, RING * u);
      x += (0.35 + RING) * u;
    }
  ys_scene_add_words (scene, YS_ROLE_INK_2, state, 1.0, FALSE, YS_WORDS_START, x, y, 0.0);
}

/* Fills the lines with whole sentences; returns the number of lines, 3 when too many. */
static guint
break_notes (const char *const *notes,
             double first,
             double second,
             double (*measure) (const char *text, gpointer data),
             gpointer data,
             GString *lines[2])
{
  GString *all = g_string_new (NULL);
  guint line = 0, n;
  gboolean fits;

  for (guint i = 0; notes != NULL && notes[i] != NULL; i++)
    g_string_append (all, notes[i]);
  fits = measure (all->str, data) <= second;
  if (fits)
    g_string_assign (lines[0], all->str);
  g_string_free (all, TRUE);
  if (fits)
    return lines[0]->len > 0 ? 1 : 0;
  n = g_strv_length ((char **)notes);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *longer = g_strconcat (lines[line]->str, notes[i], NULL);

      /* The last sentence goes down in any case: the lower line is where notes are looked for. */
      if (line == 0 && i > 0 && (i == n - 1 || measure (longer, data) > first))
        line = 1;
      g_string_append (lines[line], notes[i]);
    }
  return measure (lines[1]->str, data) <= second ? 2 : 3;
}

static double
measure_in_scene (const char *text, gpointer data)
{
  return ys_scene_measure (data, text, 1.0, FALSE);
}

void
ys_slide_notes (YsScene *scene,
                const YsChartFrame *frame,
                const YsSlideArea *area,
                const char *const *notes,
                guint n_pages)
{
  double u = area->u, y = (frame->trial ? TRIAL_FOOTER_Y : FOOTER_Y) * u, room;
  GString *lines[2];
  guint n;

  if (area->is_bare)
    return;
  room = state_left (scene, frame, area, n_pages) - area->left - u;
  lines[0] = g_string_new (NULL);
  lines[1] = g_string_new (NULL);
  n = break_notes (notes, area->right - area->left, room, measure_in_scene, scene, lines);
  if (n == 1)
    ys_scene_add_words (scene, YS_ROLE_INK_2, lines[0]->str, 1.0, FALSE, YS_WORDS_START, area->left,
                        y, room);
  if (n > 1)
    {
      ys_scene_add_words (scene, YS_ROLE_INK_2, lines[0]->str, 1.0, FALSE, YS_WORDS_START,
                          area->left, y - NOTE_PITCH * u, area->right - area->left);
      ys_scene_add_words (scene, YS_ROLE_INK_2, lines[1]->str, 1.0, FALSE, YS_WORDS_START,
                          area->left, y, room);
    }
  g_string_free (lines[0], TRUE);
  g_string_free (lines[1], TRUE);
}

void
ys_slide_footer (YsScene *scene,
                 const YsChartFrame *frame,
                 const YsSlideArea *area,
                 const char *const *notes,
                 guint n_pages)
{
  if (area->is_bare)
    return;
  add_state (scene, frame, area, n_pages);
  ys_slide_notes (scene, frame, area, notes, n_pages);
}

void
ys_slide_cover_state (YsScene *scene,
                      const YsChartFrame *frame,
                      const YsSlideArea *area,
                      double y,
                      guint n_pending,
                      const char *meeting)
{
  double u = area->u, x = area->left, right = area->right;
  g_autofree char *state = frame->trial ? g_strdup ("不入账 · 不报送") : state_text (frame);
  g_autofree char *text = n_pending > 0 ? g_strdup_printf ("%s · 奖项待定 %u 项", state, n_pending)
                                        : g_strdup (state);

  if (meeting != NULL)
    right -= ys_scene_add_words (scene, YS_ROLE_INK_2, meeting, 1.0, FALSE, YS_WORDS_END, right, y,
                                 (right - x) / 3.0)
             + u;
  if (!frame->finalised)
    {
      ys_scene_add_disc (scene, YS_ROLE_PENDING, YS_FILL_HOLLOW, x, y - RING / 2.0 * u, RING * u);
      x += (0.35 + RING) * u;
    }
  ys_scene_add_words (scene, YS_ROLE_INK_2, text, 1.0, FALSE, YS_WORDS_START, x, y, right - x);
}

static double
measure_in_ems (const char *text, gpointer data)
{
  return ys_text_ems (text);
}

guint
ys_slide_note_lines (
    const YsChartFrame *frame, const char *const *notes, guint n_pages, double width, double height)
{
  double margin = frame->trial ? TRIAL_MARGIN : MARGIN;
  double whole = width / MAX (height, 1.0) * 36.0 - 2.0 * margin, state;
  g_autofree char *left = state_text (frame);
  g_autofree char *page = page_text (frame, n_pages, width / MAX (height, 1.0));
  GString *lines[2] = { g_string_new (NULL), g_string_new (NULL) };
  guint n;

  state = frame->trial ? 0.0 : ys_text_ems (left) + RING + 1.35;
  state += page != NULL ? ys_text_ems (page) + PAGE_GAP : 0.0;
  n = frame->bare ? 0 : break_notes (notes, whole, whole - state, measure_in_ems, NULL, lines);
  g_string_free (lines[0], TRUE);
  g_string_free (lines[1], TRUE);
  return n;
}

/* With a true minus: the hyphen is too short and too low beside figures. */
char *
ys_points_text (gint64 hundredths, gboolean signed_)
{
  guint64 size = hundredths < 0 ? (guint64)0 - (guint64)hundredths : (guint64)hundredths;
  const char *sign = hundredths < 0 ? YS_MINUS : signed_ && hundredths > 0 ? "+" : "";

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", sign, size / 100, (guint)(size % 100));
}

char *
ys_money_text (gint64 fen)
{
  return ys_points_text (fen, FALSE);
}

double
ys_text_ems (const char *text)
{
  double ems = 0.0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      ems += c == ' ' || c == '.' || c == ':' ? 0.3 : c < 0x2E80 ? 0.6 : 1.0;
    }
  return ems;
}

double
ys_nice_step (double range, guint most)
{
  static const double steps[] = { 1.0, 2.0, 2.5, 5.0, 10.0 };
  double power;

  if (!(range > 0.0) || most == 0)
    return 1.0;
  power = pow (10.0, floor (log10 (range / most)));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (range / (steps[i] * power) <= most + 1e-9)
      return steps[i] * power;
  return 10.0 * power;
}
