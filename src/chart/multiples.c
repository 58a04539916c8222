/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One small chart a compound, all on one scale with the median of all behind it; communities stay
 * together. */
#include "config.h"

#include "axis.h"
#include "chart.h"
#include "chart-words.h"
#include "multiples-order.h"
#include "slide.h"
#include "trend-data.h"
#include "trend-periods.h"

#define COLUMN_GAP 1.3
#define ROW_GAP 0.6
#define GROUP_HEAD 1.5
#define NAME_LINE 1.5
#define CHANGE_LINE 1.3
#define LEAST_PLOT 1.0
#define MORE_PLOT 1.7
#define BEST_RATIO 1.45
#define NOTABLE 500
#define LINE 0.12
#define STRONG_LINE 0.2
#define MEDIAN_LINE 0.06
#define DOT 0.45
#define FULL_MARKS 10000

typedef struct
{
  YsScene *scene;
  const YsTrendData *data;
  YsMultiples *order;
  YsAxis axis;
  double u, left, top, cell_width, cell_height, head;
  guint n_columns, n_rows;
  gboolean has_change, has_score; /* room for them */
} Grid;

/* Of one compound's chart, pixels. */
typedef struct
{
  const YsTrendLine *line;
  double left, right, top, bottom; /* the cell under the group's head */
  double plot_top;
} Cell;

static double
y_at (const Grid *grid, const Cell *cell, gint64 score)
{
  return cell->bottom
         - (cell->bottom - cell->plot_top) * ys_axis_position (&grid->axis, (double)score);
}

/* Room for the last dot. */
static double
x_at (const Grid *grid, const Cell *cell, guint period)
{
  double edge = DOT / 2.0 * grid->u;

  return ys_trend_x (grid->data, period, cell->left + edge, cell->right - edge);
}

/* Calls for @scores as they stand: lines between gaps, dots for what is alone. */
static void
add_scores (Grid *grid, const Cell *cell, const gint64 *scores, YsRole role, double width)
{
  guint n_periods = grid->data->n_periods, n = 0;
  g_autofree YsPoint *points = g_new (YsPoint, n_periods + 1);
  double d = MAX (width * 2.2, 0.25) * grid->u;

  for (guint i = 0; i <= n_periods; i++)
    {
      if (i < n_periods && scores[i] != YS_NO_POINTS)
        {
          points[n++] = (YsPoint){ x_at (grid, cell, i), y_at (grid, cell, scores[i]) };
          continue;
        }
      if (n == 1)
        ys_scene_add_disc (grid->scene, role, YS_FILL_SOLID, points[0].x - d / 2.0,
                           points[0].y - d / 2.0, d);
      if (n > 1)
        ys_scene_add_polyline (grid->scene, role, points, n, width);
      n = 0;
    }
}

static void
add_line (Grid *grid, const Cell *cell, gboolean strong)
{
  gint64 now = ys_trend_now (grid->data, cell->line);
  YsRole role = strong ? YS_ROLE_ACCENT : YS_ROLE_INK_2;
  double d = DOT * grid->u;

  add_scores (grid, cell, grid->order->medians, YS_ROLE_CONTEXT, MEDIAN_LINE);
  add_scores (grid, cell, cell->line->scores, role, strong ? STRONG_LINE : LINE);
  if (now != YS_NO_POINTS)
    ys_scene_add_disc (grid->scene, role, YS_FILL_SOLID,
                       x_at (grid, cell, grid->data->n_periods - 1) - d / 2.0,
                       y_at (grid, cell, now) - d / 2.0, d);
}

static void
add_name (Grid *grid, const Cell *cell)
{
  gint64 now = ys_trend_now (grid->data, cell->line);
  double y = cell->top + (NAME_LINE - 0.65) * grid->u, room = cell->right - cell->left;
  g_autofree char *score = now == YS_NO_POINTS ? g_strdup ("—") : ys_points_text (now, FALSE);

  if (grid->has_score)
    room -= ys_scene_add_words (grid->scene, now == YS_NO_POINTS ? YS_ROLE_INK_3 : YS_ROLE_INK,
                                score, 1.0, FALSE, YS_WORDS_END, cell->right, y, room * 0.6)
            + 0.4 * grid->u;
  ys_scene_add_words (grid->scene, YS_ROLE_INK, cell->line->name, 1.0, TRUE, YS_WORDS_START,
                      cell->left, y, MAX (room, grid->u));
}

/* Whether @scores run through a box; between two periods as well. */
static gboolean
runs_through (
    const Grid *grid, const Cell *cell, const gint64 *scores, double left, double right, double y)
{
  double half = 0.62 * grid->u;

  for (guint i = 0; i < grid->data->n_periods; i++)
    {
      guint next = i + 1 < grid->data->n_periods && scores[i + 1] != YS_NO_POINTS ? i + 1 : i;
      double y_1, y_2;

      if (scores[i] == YS_NO_POINTS || x_at (grid, cell, next) < left
          || x_at (grid, cell, i) > right)
        continue;
      y_1 = y_at (grid, cell, scores[i]);
      y_2 = y_at (grid, cell, scores[next]);
      if (MAX (y_1, y_2) > y - half && MIN (y_1, y_2) < y + half)
        return TRUE;
    }
  return FALSE;
}

/* Below at the right, else where the lines leave room, first of all the compound's own. */
static void
add_change (Grid *grid, const Cell *cell, gint64 change, gboolean strong)
{
  g_autofree char *text = ys_points_text (change, TRUE);
  double u = grid->u, width = ys_scene_measure (grid->scene, text, 1.0, strong),
         low = cell->bottom - CHANGE_LINE / 2.0 * u, high = cell->plot_top + CHANGE_LINE / 2.0 * u;
  gboolean left = FALSE, found = FALSE;
  double y = low;

  for (int i = 0; i < 8 && !found; i++)
    {
      double from = i % 2 == 0 ? cell->right - width : cell->left;

      left = i % 2 == 1;
      y = i / 2 % 2 == 0 ? low : high;
      found
          = !runs_through (grid, cell, cell->line->scores, from - 0.3 * u, from + width + 0.3 * u,
                           y)
            && (i >= 4 || !runs_through (grid, cell, grid->order->medians, from, from + width, y));
    }
  if (!found)
    {
      left = FALSE;
      y = low;
    }
  ys_scene_add_words (grid->scene, strong ? YS_ROLE_ACCENT : YS_ROLE_INK_2, text, 1.0, strong,
                      left ? YS_WORDS_START : YS_WORDS_END, left ? cell->left : cell->right, y,
                      0.0);
}

static void
add_cell (Grid *grid, const Cell *cell)
{
  g_autofree char *tip = ys_trend_tip (grid->data, cell->line);
  gboolean moved, strong;
  gint64 change = 0;

  moved = ys_trend_change (grid->data, cell->line, &change);
  strong = moved && (change > NOTABLE || change < -NOTABLE);
  ys_scene_set_target (grid->scene, cell->line->id, tip);
  /* All of the cell answers to the pointer. */
  ys_scene_add_rectangle (grid->scene, YS_ROLE_GROUND, YS_FILL_SOLID, cell->left, cell->top,
                          cell->right - cell->left, cell->bottom - cell->top);
  add_name (grid, cell);
  if (grid->axis.low < FULL_MARKS && grid->axis.high > FULL_MARKS)
    ys_scene_add_line (grid->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, cell->left,
                       y_at (grid, cell, FULL_MARKS), cell->right, y_at (grid, cell, FULL_MARKS),
                       0.06);
  ys_scene_add_line (grid->scene, YS_ROLE_RULE, YS_FILL_SOLID, cell->left, cell->bottom,
                     cell->right, cell->bottom, 0.06);
  add_line (grid, cell, strong);
  if (moved && grid->has_change)
    add_change (grid, cell, change, strong);
  ys_scene_set_target (grid->scene, 0, NULL);
}

/* The community over its cells of one row. */
static void
add_group (Grid *grid, guint row, guint first, guint n)
{
  const char *group = grid->data->lines[grid->order->order[first]].group;
  guint column = first % grid->n_columns;
  double left = grid->left + column * (grid->cell_width + COLUMN_GAP * grid->u),
         right = left + n * grid->cell_width + (n - 1) * COLUMN_GAP * grid->u,
         y = grid->top + row * grid->cell_height;

  ys_scene_add_words (grid->scene, YS_ROLE_ACCENT,
                      group != NULL && *group != '\0' ? group : "未分社区", 1.0, TRUE,
                      YS_WORDS_START, left, y + 0.65 * grid->u, right - left);
  ys_scene_add_line (grid->scene, YS_ROLE_ACCENT, YS_FILL_SOLID, left, y + 1.35 * grid->u, right,
                     y + 1.35 * grid->u, 0.06);
}

static void
add_groups (Grid *grid, guint row, guint first, guint n)
{
  guint from = first;

  for (guint i = first + 1; i <= first + n; i++)
    if (i == first + n || !ys_multiples_same_group (grid->order, i - 1, i))
      {
        add_group (grid, row, from, i - from);
        from = i;
      }
}

/* Columns for which a cell comes nearest to a well-shaped one. */
static guint
choose_columns (guint n, double width, double height)
{
  guint best = 1;
  double least = G_MAXDOUBLE;

  for (guint columns = 1; columns <= n; columns++)
    {
      guint rows = (n + columns - 1) / columns;
      double ratio = width / columns / (height / rows) / BEST_RATIO,
             waste = 1.0 + 0.15 * (columns * rows - n);

      ratio = MAX (ratio, 1.0 / ratio) * waste;
      if (ratio < least)
        {
          least = ratio;
          best = columns;
        }
    }
  return best;
}

static void
place (Grid *grid, const YsSlideArea *area)
{
  double u = area->u, width = area->right - area->left, height = area->bottom - area->top, body;
  guint n = MIN (grid->data->n_lines, YS_MULTIPLES_PER_PAGE);

  grid->u = u;
  grid->left = area->left;
  grid->top = area->top;
  grid->head = grid->order->has_groups ? GROUP_HEAD * u : 0.0;
  /* Few are not blown up beyond what six would take. */
  grid->n_columns = choose_columns (MAX (n, 6), width, height);
  grid->n_rows = (MAX (n, 6) + grid->n_columns - 1) / grid->n_columns;
  grid->cell_width = (width - (grid->n_columns - 1) * COLUMN_GAP * u) / grid->n_columns;
  grid->cell_height = height / grid->n_rows;
  body = grid->cell_height - grid->head - (NAME_LINE + ROW_GAP) * u;
  if (body < LEAST_PLOT * u)
    grid->head = 0.0;
  grid->has_change = body >= (CHANGE_LINE + MORE_PLOT) * u;
  grid->has_score = grid->cell_width >= 7.5 * u;
}

static void
add_cells (Grid *grid, guint page)
{
  guint first = page * YS_MULTIPLES_PER_PAGE,
        n = MIN (grid->data->n_lines - first, YS_MULTIPLES_PER_PAGE);

  for (guint i = 0; i < n; i++)
    {
      guint row = i / grid->n_columns, column = i % grid->n_columns;
      Cell cell = { .line = &grid->data->lines[grid->order->order[first + i]] };

      if (column == 0 && grid->head > 0.0)
        add_groups (grid, row, first + i, MIN (grid->n_columns, n - i));
      cell.left = grid->left + column * (grid->cell_width + COLUMN_GAP * grid->u);
      cell.right = cell.left + grid->cell_width;
      cell.top = grid->top + row * grid->cell_height + grid->head;
      cell.bottom = grid->top + (row + 1) * grid->cell_height - ROW_GAP * grid->u;
      cell.plot_top = cell.top + NAME_LINE * grid->u + 0.1 * grid->u;
      add_cell (grid, &cell);
    }
}

static char *
tell_scale (const Grid *grid)
{
  g_autofree char *low = ys_axis_text (&grid->axis, grid->axis.low),
                  *high = ys_axis_text (&grid->axis, grid->axis.high);

  return g_strdup_printf ("纵轴 %s–%s，横轴 %s至今；", low, high,
                          grid->data->periods[0] != NULL ? grid->data->periods[0] : "");
}

static char *
tell_change (const Grid *grid)
{
  g_autofree char *span = ys_trend_change_span (grid->data);

  return g_strdup_printf ("下方数字 = %s升降。", span);
}

YsScene *
ys_multiples_layout (const YsTrendData *data,
                     const YsChartFrame *frame,
                     double width,
                     double height,
                     PangoContext *context)
{
  g_autoptr (YsMultiples) order = ys_multiples_new (data);
  g_autofree char *span = ys_trend_span (data), *title = g_strdup_printf ("各小区近 %s", span),
                  *scale = NULL, *change = NULL, *finding = NULL;
  const char *notes[] = { NULL, NULL, NULL, NULL };
  guint n_pages = ys_multiples_n_pages (data), shown_pages = n_pages > 1 ? n_pages : 0, n_notes = 0;
  Grid grid = { .data = data, .order = order };
  gint64 least = 0, most = 0;
  YsSlideArea area;

  finding = g_strdup_printf ("按%s名次排；细灰线为全部小区的中位数，蓝线为升降超过 5 分者",
                             order->has_groups ? "社区、" : "");
  grid.scene = ys_slide_new (frame, title, finding, 0, width, height, context, &area);
  if (!ys_trend_range (data, &least, &most))
    {
      ys_chart_say_nothing (grid.scene, &area, "没有总分记录");
      ys_slide_footer (grid.scene, frame, &area, NULL, 0);
      return grid.scene;
    }
  ys_axis_fit_round (&grid.axis, least, most, 6);
  notes[n_notes++] = scale = tell_scale (&grid);
  if (ys_trend_has_gaps (data))
    notes[n_notes++] = "断线 = 未参评；";
  notes[n_notes++] = change = tell_change (&grid);
  ys_chart_leave_room (&area, frame, notes, shown_pages, width, height);
  place (&grid, &area);
  add_cells (&grid, MIN (frame->page, n_pages - 1));
  ys_slide_footer (grid.scene, frame, &area, notes, shown_pages);
  return grid.scene;
}
