/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prizes by class. A pending row names its place, not a winner; the total counts what is decided,
 * and what is not stands beside it. */
#include "config.h"

#include "rank-cells.h"

#include <math.h>
#include <string.h>

/* Units. */
#define HEAD_Y 1.2
#define RULE_Y 2.0
#define MOST_PITCH 3.43
#define LEAST_PITCH 1.35
#define ROWS_BOTTOM 0.5
#define TABLE_WIDTH 38.5
#define SIDE_WIDTH 17.0
#define SIDE_PITCH 2.0
#define TWO_LINES 2.9 /* a row as high holds the names under the word */

typedef struct
{
  YsAwardPlace place;
  guint class_index;
} Row;

typedef struct
{
  YsScene *scene;
  const YsAwardData *data;
  YsSlideArea area;
  GArray *rows; /* Row */
  guint n_left_out;
  double u, pitch, top, size, rank_right, name_left, score_right, money_right;
  gboolean has_side;
  gboolean says_pending; /* beside the total */
} Awards;

static const Row *
row_at (const Awards *a, guint i)
{
  return &g_array_index (a->rows, Row, i);
}

static gboolean
is_pending (const Row *row)
{
  return row->place.name == NULL;
}

static void
add_row (GArray *rows, guint class_index, YsAwardPlace place)
{
  const Row row = { place, class_index };

  g_array_append_val (rows, row);
}

static void
collect (GArray *rows, const YsAwardClass *class, guint index)
{
  for (guint i = 0; class->rows != NULL && i < class->n_rows; i++)
    add_row (rows, index, class->rows[i]);
  if (class->rows != NULL)
    return;
  for (guint i = 0; class->winners != NULL && class->winners[i] != NULL; i++)
    add_row (rows, index,
             (YsAwardPlace){
                 .name = class->winners[i], .score = YS_NO_POINTS, .amount = class->each });
  for (guint i = 0; class->pending != NULL && class->pending[i] != NULL; i++)
    add_row (rows, index,
             (YsAwardPlace){
                 .score = YS_NO_POINTS, .amount = class->each, .who = class->pending[i] });
}

static void
place (Awards *a)
{
  double u = a->u, room = a->area.bottom - (a->area.is_bare ? 0.1 : ROWS_BOTTOM) * u - a->area.top
                          - RULE_Y * u;
  guint most = (guint)MAX (room / (LEAST_PITCH * u) - 1.0, 1.0);

  if (a->rows->len > most)
    {
      a->n_left_out = a->rows->len - most;
      g_array_set_size (a->rows, most);
    }
  a->pitch = MIN (MOST_PITCH * u, room / (a->rows->len + 1));
  a->size = CLAMP (a->pitch / u * 0.5, 1.0, 1.7);
  a->top = a->area.top + RULE_Y * u;
  a->has_side = a->area.right - a->area.left >= (TABLE_WIDTH + SIDE_WIDTH) * u;
  a->money_right = a->has_side ? a->area.left + TABLE_WIDTH * u : a->area.right - 0.6 * u;
  a->rank_right = a->area.left + 12.4 * u;
  a->name_left = a->area.left + 14.3 * u;
  a->score_right = a->money_right - 9.6 * u;
}

static void
add_heads (const Awards *a)
{
  double y = a->area.top + HEAD_Y * a->u;

  ys_scene_add_words (a->scene, YS_ROLE_INK_2, "名次", 1, FALSE, YS_WORDS_END, a->rank_right, y, 0);
  ys_scene_add_words (a->scene, YS_ROLE_INK_2, "小区", 1, FALSE, YS_WORDS_START, a->name_left, y,
                      0);
  ys_scene_add_words (a->scene, YS_ROLE_INK_2, "得分", 1, FALSE, YS_WORDS_END, a->score_right, y,
                      0);
  ys_scene_add_words (a->scene, YS_ROLE_INK_2, "奖金（元）", 1, FALSE, YS_WORDS_END, a->money_right,
                      y, 0);
  ys_scene_add_line (a->scene, YS_ROLE_RULE, YS_FILL_SOLID, a->area.left, a->top, a->money_right,
                     a->top, 0.06);
}

/* "龙珠百合：一等奖 3000.00 元，第 1 名，100.60 分"; pending: who waits, why. (transfer full) */
static char *
tell_place (const Awards *a, const Row *row, const char *score, const char *money)
{
  const YsAwardPlace *place = &row->place;
  GString *text = g_string_new (place->name != NULL ? place->name : place->who);

  g_string_append_printf (text, "：%s%s %s 元", is_pending (row) ? "待定 " : "",
                          a->data->classes[row->class_index].name, money);
  if (place->rank > 0)
    g_string_append_printf (text, "，第 %u 名", place->rank);
  if (score != NULL)
    g_string_append_printf (text, "，%s 分", score);
  if (place->why != NULL)
    g_string_append_printf (text, "；%s", place->why);
  return g_string_free (text, FALSE);
}

/* 甲苑、乙苑; where that is too long 甲苑等3家. (transfer full) */
static char *
short_names (const Awards *a, const char *who, double size, gboolean bold, double room)
{
  g_auto (GStrv) names = g_strsplit (who, "、", -1);
  guint n = g_strv_length (names);

  if (ys_scene_measure (a->scene, who, size, bold) <= room)
    return g_strdup (who);
  for (guint shown = n; shown-- > 1;)
    {
      g_autofree char *last = g_steal_pointer (&names[shown]);
      g_autofree char *first = g_strjoinv ("、", names);
      g_autofree char *text = g_strdup_printf ("%s等%u家", first, n);

      (void)last;
      if (ys_scene_measure (a->scene, text, size, bold) <= room)
        return g_steal_pointer (&text);
    }
  return g_strdup_printf ("%u家", n);
}

/* Where no side explains a tie, its row names who shares it: under the word, or after it. */
static void
add_pending (const Awards *a, const YsAwardPlace *place, double y, double room)
{
  gboolean is_named = !a->has_side && place->who != NULL;
  gboolean is_below = is_named && a->pitch >= TWO_LINES * a->u;
  double word = ys_scene_measure (a->scene, "待定：", a->size, TRUE);
  g_autofree char *names = is_named ? short_names (a, place->who, is_below ? 1.0 : a->size,
                                                   !is_below, is_below ? room : room - word)
                                    : NULL;
  g_autofree char *line
      = is_named && !is_below ? g_strconcat ("待定：", names, NULL) : g_strdup ("待定");

  ys_scene_add_words (a->scene, YS_ROLE_PENDING_TEXT, line, is_below ? MIN (a->size, 1.2) : a->size,
                      TRUE, YS_WORDS_START, a->name_left, is_below ? y - 0.6 * a->u : y, room);
  if (is_below)
    ys_scene_add_words (a->scene, YS_ROLE_PENDING_TEXT, names, 1.0, FALSE, YS_WORDS_START,
                        a->name_left, y + 0.65 * a->u, room);
}

static void
add_place (const Awards *a, const Row *row, double y)
{
  gboolean pending = is_pending (row);
  const YsAwardPlace *place = &row->place;
  double room = a->score_right - a->name_left - 3.6 * a->size * a->u;
  g_autofree char *rank = g_strdup_printf ("%u", place->rank),
                  *money = ys_money_text (place->amount);
  g_autofree char *score
      = place->score == YS_NO_POINTS ? NULL : ys_points_text (place->score, FALSE);
  g_autofree char *tip = NULL;

  tip = tell_place (a, row, score, money);
  ys_scene_set_target (a->scene, place->id, tip);
  if (pending)
    ys_scene_add_rectangle (a->scene, YS_ROLE_PENDING, YS_FILL_DASHED,
                            a->rank_right - 1.3 * a->u - 0.5 * a->u, y - 0.41 * a->pitch,
                            a->money_right - a->rank_right + 2.3 * a->u, 0.82 * a->pitch);
  if (place->rank > 0)
    ys_scene_add_words (a->scene, pending ? YS_ROLE_INK_2 : YS_ROLE_INK, rank,
                        MAX (a->size * 0.95, 1.0), FALSE, YS_WORDS_END, a->rank_right, y, 0);
  if (pending)
    add_pending (a, place, y, room);
  else
    ys_scene_add_words (a->scene, YS_ROLE_INK, place->name, a->size, TRUE, YS_WORDS_START,
                        a->name_left, y, room);
  ys_scene_add_words (a->scene, pending ? YS_ROLE_INK_2 : YS_ROLE_INK, score,
                      MAX (a->size * 0.95, 1.0), FALSE, YS_WORDS_END, a->score_right, y, 0);
  ys_scene_add_words (a->scene, pending ? YS_ROLE_PENDING_TEXT : YS_ROLE_INK, money,
                      MAX (a->size * 0.95, 1.0), FALSE, YS_WORDS_END, a->money_right, y, 0);
  ys_scene_set_target (a->scene, 0, NULL);
}

static void
add_class (const Awards *a, guint first, guint end)
{
  const YsAwardClass *class = &a->data->classes[row_at (a, first)->class_index];
  double y = a->top + a->pitch * (first + 0.5), below = MIN (2.1 * a->u, a->pitch * 0.62);
  double rule = a->top + a->pitch * end;
  g_autofree char *money = ys_money_text (class->each),
                  *each = g_strdup_printf ("%s 元 / 名", money);

  ys_scene_add_words (a->scene, YS_ROLE_ACCENT, class->name, MAX (a->size * 0.95, 1.0), TRUE,
                      YS_WORDS_START, a->area.left, y, a->rank_right - a->area.left - 2.2 * a->u);
  if (end - first > 1 && below >= 0.6 * (a->size + 1.0) * a->u)
    ys_scene_add_words (a->scene, YS_ROLE_INK_2, each, 1, FALSE, YS_WORDS_START, a->area.left,
                        y + below, a->rank_right - a->area.left - 2.2 * a->u);
  if (end < a->rows->len)
    ys_scene_add_line (a->scene, YS_ROLE_RULE, YS_FILL_SOLID, a->area.left, rule, a->money_right,
                       rule, 0.06);
}

static void
add_rows (const Awards *a)
{
  for (guint i = 0, end; i < a->rows->len; i = end)
    {
      for (end = i + 1;
           end < a->rows->len && row_at (a, end)->class_index == row_at (a, i)->class_index;)
        end++;
      add_class (a, i, end);
    }
  for (guint i = 0; i < a->rows->len; i++)
    add_place (a, row_at (a, i), a->top + a->pitch * (i + 0.5));
}

static gboolean
is_same_tie (const Row *x, const Row *y)
{
  return is_pending (x) && is_pending (y) && x->place.rank == y->place.rank
         && g_strcmp0 (x->place.who, y->place.who) == 0;
}

static void
explain (const Awards *a, const Row *row, double top, double bottom, double y)
{
  double x = a->money_right + 1.7 * a->u, left = x + 0.75 * a->u, room = a->area.right - left;
  const YsAwardPlace *place = &row->place;
  g_autofree char *who = short_names (a, place->who, 1.35, TRUE, room);
  double line = y - (place->why != NULL) * SIDE_PITCH / 2.0 * a->u
                - (place->money != NULL) * SIDE_PITCH / 2.0 * a->u;

  ys_add_bracket (a->scene, TRUE, NULL, 1.0, x, top, bottom);
  if (fabs (y - (top + bottom) / 2.0) > 0.3 * a->u)
    ys_scene_add_line (a->scene, YS_ROLE_PENDING, YS_FILL_SOLID, x, (top + bottom) / 2.0,
                       left - 0.2 * a->u, y, 0.06);
  ys_scene_add_words (a->scene, YS_ROLE_INK, who, 1.35, TRUE, YS_WORDS_START, left, line, room);
  line += SIDE_PITCH * a->u;
  ys_scene_add_words (a->scene, YS_ROLE_INK, place->why, 1.15, FALSE, YS_WORDS_START, left, line,
                      room);
  line += place->why != NULL ? SIDE_PITCH * a->u : 0.0;
  ys_scene_add_words (a->scene, YS_ROLE_PENDING_TEXT, place->money, 1.15, FALSE, YS_WORDS_START,
                      left, line, room);
}

/* One explanation for the rows of a tie, also where it reaches into the next class. */
static void
add_ties (const Awards *a)
{
  g_autofree double *places = g_new0 (double, a->rows->len + 1);
  g_autofree guint *firsts = g_new0 (guint, a->rows->len + 1),
                   *ends = g_new0 (guint, a->rows->len + 1);
  guint n = 0;

  for (guint i = 0, end; i < a->rows->len; i = end)
    {
      for (end = i + 1; end < a->rows->len && is_same_tie (row_at (a, i), row_at (a, end));)
        end++;
      if (!is_pending (row_at (a, i)) || row_at (a, i)->place.who == NULL)
        continue;
      firsts[n] = i;
      ends[n] = end;
      places[n++] = a->top + a->pitch * (i + end) / 2.0;
    }
  ys_spread_labels (places, n, 6.2 * a->u, a->top + 2.6 * a->u, a->area.bottom - 5.2 * a->u);
  for (guint i = 0; i < n; i++)
    explain (a, row_at (a, firsts[i]), a->top + a->pitch * firsts[i] + 0.1 * a->pitch,
             a->top + a->pitch * ends[i] - 0.1 * a->pitch, places[i]);
}

/* What is not decided yet stands in the total's own row, where it fits between the two. */
static void
add_total (Awards *a, guint n_decided)
{
  double rule = a->top + a->pitch * a->rows->len, y = rule + MIN (a->pitch / 2.0, 1.8 * a->u);
  double size = MAX (a->size, 1.1);
  g_autofree char *total = ys_money_text (a->data->total),
                  *pending = ys_money_text (a->data->pending_total);
  g_autofree char *what = g_strdup_printf ("合计（已定 %u 个）", n_decided);
  g_autofree char *more = g_strdup_printf ("另待定 %s", pending);
  double x = a->area.left + ys_scene_measure (a->scene, what, MAX (size * 0.95, 1.0), TRUE) + a->u;
  double room = a->money_right - ys_scene_measure (a->scene, total, size * 1.08, TRUE) - a->u - x;

  ys_scene_add_line (a->scene, YS_ROLE_INK_2, YS_FILL_SOLID, a->area.left, rule, a->money_right,
                     rule, 0.08);
  ys_scene_add_words (a->scene, YS_ROLE_INK, what, MAX (size * 0.95, 1.0), TRUE, YS_WORDS_START,
                      a->area.left, y, 0);
  ys_scene_add_words (a->scene, YS_ROLE_INK, total, size * 1.08, TRUE, YS_WORDS_END, a->money_right,
                      y, 0);
  a->says_pending = a->data->pending_total != 0
                    && ys_scene_measure (a->scene, more, MAX (size * 0.85, 1.0), FALSE) <= room;
  if (a->says_pending)
    ys_scene_add_words (a->scene, YS_ROLE_PENDING_TEXT, more, MAX (size * 0.85, 1.0), FALSE,
                        YS_WORDS_START, x, y, 0);
}

static char *
finding_of (const Awards *a)
{
  g_autofree char *total = ys_money_text (a->data->total),
                  *pending = ys_money_text (a->data->pending_total);
  guint rank = 0;

  for (guint i = 0; i < a->rows->len && rank == 0; i++)
    rank = is_pending (row_at (a, i)) ? row_at (a, i)->place.rank : 0;
  if (a->rows->len == 0)
    return g_strdup ("没有奖项");
  if (a->data->pending_total == 0)
    return g_strdup_printf ("已定 %s 元", total);
  if (rank == 0)
    return g_strdup_printf ("已定 %s 元；%s 元待定", total, pending);
  return g_strdup_printf ("已定 %s 元；第 %u 名并列，%s 元待定", total, rank, pending);
}

static void
add_footer (const Awards *a, const YsChartFrame *frame)
{
  g_autofree char *left_out = g_strdup_printf ("另有 %u 名未列。", a->n_left_out);
  g_autofree char *money = ys_money_text (a->data->pending_total);
  g_autofree char *pending = g_strdup_printf ("另待定 %s 元。", money);
  const char *notes[4] = { NULL };
  guint n = 0;

  if (frame->rule != NULL)
    notes[n++] = frame->rule;
  if (a->data->pending_total != 0 && !a->says_pending)
    notes[n++] = pending;
  if (a->n_left_out > 0)
    notes[n++] = left_out;
  ys_slide_footer (a->scene, frame, &a->area, notes, 0);
}

YsScene *
ys_award_layout (const YsAwardData *data,
                 const YsChartFrame *frame,
                 double width,
                 double height,
                 PangoContext *context)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  Awards a = { .data = data, .rows = rows };
  g_autofree char *finding = NULL;
  guint n_decided = 0;

  for (guint i = 0; i < data->n_classes; i++)
    collect (rows, &data->classes[i], i);
  for (guint i = 0; i < rows->len; i++)
    n_decided += is_pending (row_at (&a, i)) ? 0 : 1;
  finding = finding_of (&a);
  a.scene = ys_slide_new (frame, "以奖代补", finding, 0, width, height, context, &a.area);
  a.u = a.area.u;
  place (&a);
  add_heads (&a);
  add_rows (&a);
  if (a.has_side)
    add_ties (&a);
  add_total (&a, n_decided);
  add_footer (&a, frame);
  return a.scene;
}
