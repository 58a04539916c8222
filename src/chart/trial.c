/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks as they are and as they would be: what causes it in accent, what it moves in ink, the rest
 * quiet. */
#include "config.h"

#include "rank-cells.h"

#include <math.h>
#include <string.h>

#define MOST_ROWS 20
/* Units. */
#define HEAD_Y 1.35
#define ROWS_Y 2.3
#define CAUSE_PITCH 4.0
#define MOST_PITCH 2.2
#define LINE_PITCH 1.6
#define PANEL_MOST 16.2
#define PANEL_LEAST 10.5
#define GAP_MOST 24.0

typedef struct
{
  YsScene *scene;
  const YsRankingData *data;
  YsSlideArea area;
  GPtrArray *now, *then; /* const YsChartRow *, by rank and by trial rank */
  guint n_left_out;
  double u, pitch, top, panel_right, block, now_left, then_left;
} Trial;

static gboolean
is_cause (const YsRankingData *data, const YsChartRow *row)
{
  for (guint i = 0; i < data->n_causes; i++)
    if (data->causes[i].id == row->id)
      return TRUE;
  return row->trial_score != row->score;
}

static guint
moved_by (const YsChartRow *row)
{
  return row->trial_rank > row->rank ? row->trial_rank - row->rank : row->rank - row->trial_rank;
}

static int
compare_rank (gconstpointer a, gconstpointer b)
{
  const YsChartRow *x = *(const YsChartRow *const *)a, *y = *(const YsChartRow *const *)b;

  return x->rank != y->rank ? (x->rank < y->rank ? -1 : 1) : x < y ? -1 : 1;
}

static int
compare_trial_rank (gconstpointer a, gconstpointer b)
{
  const YsChartRow *x = *(const YsChartRow *const *)a, *y = *(const YsChartRow *const *)b;

  return x->trial_rank != y->trial_rank ? (x->trial_rank < y->trial_rank ? -1 : 1)
                                        : compare_rank (a, b);
}

/* Causes, then the largest moves, then the first ranks: what a trial is asked for. */
static int
compare_interest (gconstpointer a, gconstpointer b, gpointer data)
{
  const YsChartRow *x = *(const YsChartRow *const *)a, *y = *(const YsChartRow *const *)b;
  int cause_x = is_cause (data, x), cause_y = is_cause (data, y);

  if (cause_x != cause_y)
    return cause_y - cause_x;
  if (moved_by (x) != moved_by (y))
    return moved_by (x) > moved_by (y) ? -1 : 1;
  return compare_rank (a, b);
}

static void
choose_rows (Trial *t)
{
  for (guint i = 0; i < t->data->n_rows; i++)
    if (t->data->rows[i].rank > 0 && t->data->rows[i].trial_rank > 0
        && t->data->rows[i].trial_score != YS_NO_POINTS)
      g_ptr_array_add (t->now, (gpointer)&t->data->rows[i]);
  if (t->now->len > MOST_ROWS)
    {
      t->n_left_out = t->now->len - MOST_ROWS;
      g_ptr_array_sort_with_data (t->now, compare_interest, (gpointer)t->data);
      g_ptr_array_set_size (t->now, MOST_ROWS);
    }
  g_ptr_array_sort (t->now, compare_rank);
  for (guint i = 0; i < t->now->len; i++)
    g_ptr_array_add (t->then, g_ptr_array_index (t->now, i));
  g_ptr_array_sort (t->then, compare_trial_rank);
}

static void
place (Trial *t)
{
  double u = t->u, inner = (t->area.right - t->area.left) / u, room;

  t->top = t->area.top + ROWS_Y * u;
  room = t->area.bottom - t->top - 0.1 * u;
  t->pitch = MIN (MOST_PITCH * u, room / MAX (t->now->len, 1));
  t->panel_right = t->area.left + CLAMP (inner * 0.36 - 5.0, PANEL_LEAST, PANEL_MOST) * u;
  t->block = (inner >= 52.0 ? 15.2 : 13.8) * u;
  t->then_left = t->area.right - t->block;
  t->now_left = MAX (t->panel_right + 2.0 * u, t->then_left - GAP_MOST * u - t->block);
  /* Without suppositions, or without room for them, the ranks have it all. */
  if (inner < 40.0 || (t->data->n_causes == 0 && t->data->results == NULL))
    t->now_left
        = inner < 40.0 ? t->area.left : MAX (t->area.left, t->then_left - GAP_MOST * u - t->block);
}

/* "银山小区：97.60 分，第 3 名；试算 98.20 分，第 2 名" (transfer full) */
static char *
tell_row (const YsChartRow *row)
{
  g_autofree char *now = ys_points_text (row->score, FALSE);
  g_autofree char *then = ys_points_text (row->trial_score, FALSE);

  return g_strdup_printf ("%s：%s 分，第 %u 名；试算 %s 分，第 %u 名", row->name, now, row->rank,
                          then, row->trial_rank);
}

static void
add_side (const Trial *t, const YsChartRow *row, gboolean is_then, double y)
{
  double left = is_then ? t->then_left : t->now_left, right = left + t->block;
  gboolean cause = is_cause (t->data, row), quiet = !cause && moved_by (row) == 0;
  YsRole role = cause ? YS_ROLE_ACCENT : quiet ? YS_ROLE_INK_2 : YS_ROLE_INK;
  g_autofree char *rank = g_strdup_printf ("%u", is_then ? row->trial_rank : row->rank);
  g_autofree char *score = ys_points_text (is_then ? row->trial_score : row->score, FALSE);
  g_autofree char *tip = NULL;

  tip = tell_row (row);
  ys_scene_set_target (t->scene, row->id, tip);
  ys_scene_add_words (t->scene, role, rank, 1.05, cause, YS_WORDS_END, left + 1.9 * t->u, y, 0);
  ys_scene_add_words (t->scene, role, row->name, 1.05, cause, YS_WORDS_START, left + 2.6 * t->u, y,
                      t->block - 2.6 * t->u - 4.0 * t->u);
  ys_scene_add_words (t->scene, role, score, 1.05, cause, YS_WORDS_END, right, y, 0);
  ys_scene_set_target (t->scene, 0, NULL);
}

static double
row_y (const Trial *t, guint index)
{
  return t->top + t->pitch * (index + 0.5);
}

/* Quiet lines first, causes on top. */
static void
add_lines (const Trial *t)
{
  double from = t->now_left + t->block + 0.5 * t->u, to = t->then_left - 0.1 * t->u;

  for (int layer = 0; layer < 3; layer++)
    for (guint i = 0; i < t->now->len; i++)
      {
        const YsChartRow *row = g_ptr_array_index (t->now, i);
        int its_layer = is_cause (t->data, row) ? 2 : moved_by (row) > 0 ? 1 : 0;
        guint k = 0;
        g_autofree char *tip = NULL;

        if (its_layer != layer)
          continue;
        g_ptr_array_find (t->then, row, &k);
        tip = tell_row (row);
        ys_scene_set_target (t->scene, row->id, tip);
        ys_scene_add_line (t->scene,
                           layer == 2   ? YS_ROLE_ACCENT
                           : layer == 1 ? YS_ROLE_INK_2
                                        : YS_ROLE_ROW_LINE,
                           YS_FILL_SOLID, from, row_y (t, i), to, row_y (t, k),
                           layer == 2 ? 0.17 : 0.07);
        ys_scene_set_target (t->scene, 0, NULL);
      }
}

static void
add_table (const Trial *t)
{
  double y = t->area.top + HEAD_Y * t->u;

  ys_scene_add_words (t->scene, YS_ROLE_INK_2, "现在", 1, FALSE, YS_WORDS_START,
                      t->now_left + 2.6 * t->u, y, 0);
  ys_scene_add_words (t->scene, YS_ROLE_PENDING_TEXT, "试算", 1, TRUE, YS_WORDS_START,
                      t->then_left + 2.6 * t->u, y, 0);
  add_lines (t);
  for (guint i = 0; i < t->now->len; i++)
    {
      add_side (t, g_ptr_array_index (t->now, i), FALSE, row_y (t, i));
      add_side (t, g_ptr_array_index (t->then, i), TRUE, row_y (t, i));
    }
}

static gboolean
may_begin (const char *at)
{
  static const char *const closing[] = { "，", "。", "；", "：", "、", "）", "！", "？", "”", "%" };

  for (gsize i = 0; i < G_N_ELEMENTS (closing); i++)
    if (g_str_has_prefix (at, closing[i]))
      return FALSE;
  return !g_ascii_isdigit (*at) && *at != '.';
}

/* Returns the middle of the line after the last one. */
static double
add_paragraph (const Trial *t, const char *text, double y, double bottom)
{
  double room = t->panel_right - t->area.left;

  while (*text != '\0' && y < bottom)
    {
      const char *end = text, *fits = NULL;
      g_autofree char *line = NULL;

      while (*end != '\0')
        {
          end = g_utf8_next_char (end);
          g_free (line);
          line = g_strndup (text, (gsize)(end - text));
          if (ys_scene_measure (t->scene, line, 1.1, FALSE) > room)
            break;
          if (*end == '\0' || may_begin (end))
            fits = end;
        }
      fits = fits != NULL ? fits : end;
      g_free (line);
      line = g_strndup (text, (gsize)(fits - text));
      ys_scene_add_words (t->scene, YS_ROLE_INK, line, 1.1, FALSE, YS_WORDS_START, t->area.left, y,
                          room);
      text = fits;
      y += LINE_PITCH * t->u;
    }
  return y;
}

static void
add_cause (const Trial *t, const YsTrialCause *cause, double y)
{
  double room = t->panel_right - t->area.left;
  g_autofree char *points = ys_points_text (cause->points, TRUE);
  double width = ys_scene_measure (t->scene, points, 1.25, TRUE);

  ys_scene_set_target (t->scene, cause->id, cause->name);
  ys_scene_add_words (t->scene, YS_ROLE_INK, cause->name, 1.3, TRUE, YS_WORDS_START, t->area.left,
                      y, room - width - 0.6 * t->u);
  ys_scene_add_words (t->scene, cause->points < 0 ? YS_ROLE_DEDUCTION : YS_ROLE_ACCENT, points,
                      1.25, TRUE, YS_WORDS_END, t->panel_right, y, 0);
  ys_scene_add_words (t->scene, YS_ROLE_INK_2, cause->why, 1.05, FALSE, YS_WORDS_START,
                      t->area.left, y + 1.5 * t->u, room);
  ys_scene_set_target (t->scene, 0, NULL);
}

static void
add_panel (const Trial *t)
{
  double y = t->area.top + (HEAD_Y + 2.15) * t->u, bottom = t->area.bottom - 0.4 * t->u;
  guint n_results = t->data->results != NULL ? g_strv_length ((char **)t->data->results) : 0;
  guint room
      = (guint)MAX ((bottom - y - (n_results > 0 ? 6.0 * t->u : 0.0)) / (CAUSE_PITCH * t->u), 1.0);
  guint n = t->data->n_causes > room ? room - 1 : t->data->n_causes;

  ys_scene_add_words (t->scene, YS_ROLE_INK_2, "假设", 1, FALSE, YS_WORDS_START, t->area.left,
                      t->area.top + HEAD_Y * t->u, 0);
  for (guint i = 0; i < n; i++, y += CAUSE_PITCH * t->u)
    add_cause (t, &t->data->causes[i], y);
  if (n < t->data->n_causes)
    {
      g_autofree char *more = g_strdup_printf ("另有 %u 项", t->data->n_causes - n);

      ys_scene_add_words (t->scene, YS_ROLE_INK_2, more, 1, FALSE, YS_WORDS_START, t->area.left, y,
                          0);
      y += 2.0 * t->u;
    }
  if (n_results == 0)
    return;
  y += 0.4 * t->u;
  ys_scene_add_words (t->scene, YS_ROLE_INK_2, "结果", 1, FALSE, YS_WORDS_START, t->area.left, y,
                      0);
  y += LINE_PITCH * t->u;
  for (guint i = 0; i < n_results && y < bottom; i++)
    y = add_paragraph (t, t->data->results[i], y, bottom);
}

YsScene *
ys_trial_layout (const YsRankingData *data,
                 const YsChartFrame *frame,
                 double width,
                 double height,
                 PangoContext *context)
{
  g_autoptr (GPtrArray) now = g_ptr_array_new (), then = g_ptr_array_new ();
  Trial t = { .data = data, .now = now, .then = then };
  YsChartFrame trial_frame = *frame;
  g_autofree char *title = g_strdup_printf ("若 %u 项成立，名次怎样变", data->n_causes);
  g_autofree char *rest = NULL;
  const char *notes[3] = { "试算不改台账，关闭即消失。", NULL, NULL };

  trial_frame.trial = TRUE;
  choose_rows (&t);
  if (t.n_left_out > 0)
    {
      rest = g_strdup_printf ("另有 %u 个未列。", t.n_left_out);
      notes[1] = rest;
    }
  t.scene = ys_slide_new (&trial_frame, data->n_causes > 0 ? title : "试算的名次", NULL, 0, width,
                          height, context, &t.area);
  t.u = t.area.u;
  place (&t);
  if (t.now_left > t.panel_right && (data->n_causes > 0 || data->results != NULL))
    add_panel (&t);
  add_table (&t);
  ys_slide_footer (t.scene, &trial_frame, &t.area, notes, 0);
  return t.scene;
}
