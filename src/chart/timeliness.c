/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One axis: repaired on time to the left, late and still open to the right, not yet due far left
 * and outside the rate. One scale for all pages. */
#include "config.h"

#include "chart.h"
#include "chart-words.h"
#include "slide.h"
#include "timeliness-rows.h"

#define HEAD_HEIGHT 1.4
#define MIN_PITCH 1.3
#define MAX_PITCH 2.6
#define BAR_SHARE 0.7
#define MAX_NAME 8.6
#define MAX_NAME_SHARE 0.3
#define MAX_SCALE 3.0
#define LEAST_BARS 7.0
#define HEAD_ROOM 4.0
#define MIN_BAR 0.12
#define BAR_GAP 0.06
#define RULE 0.06

typedef struct
{
  YsScene *scene;
  YsTimelinessTable *table;
  double u, left, right, top, pitch, size;
  double name_width, rate_right, axis, scale; /* scale: pixels of one finding */
  guint first, n_shown, n_joined;             /* rows of this page */
  gboolean compact;                           /* figures without words beside the bars */
} Chart;

static double
measure (Chart *chart, const char *text, gboolean bold)
{
  return ys_scene_measure (chart->scene, text, chart->size, bold);
}

/* (transfer full): "逾期才改 2，仍未改 2", or "4" where there is no room for words. */
static char *
late_text (const Chart *chart, const YsTimelinessRow *row)
{
  guint64 wrong = (guint64)row->late + row->open;

  if (chart->compact)
    return wrong > 0 ? g_strdup_printf ("%" G_GUINT64_FORMAT, wrong) : g_strdup ("");
  if (row->late > 0 && row->open > 0)
    return g_strdup_printf ("逾期才改 %u，仍未改 %u", row->late, row->open);
  if (row->late > 0)
    return g_strdup_printf ("逾期才改 %u", row->late);
  return row->open > 0 ? g_strdup_printf ("仍未改 %u", row->open) : g_strdup ("");
}

static double
length_of (const Chart *chart, guint count)
{
  return count == 0 ? 0.0 : MAX (chart->scale * count, MIN_BAR * chart->u);
}

/* (transfer full): what stands left of the bars when the number on time is not in its bar. */
static char *
outside_text (const Chart *chart, const YsTimelinessRow *row, gboolean inside)
{
  gboolean tells_count = row->on_time > 0 && !inside;

  if (row->not_due > 0 && !chart->compact)
    return tells_count ? g_strdup_printf ("按期 %u，未到期 %u", row->on_time, row->not_due)
                       : g_strdup_printf ("未到期 %u", row->not_due);
  return tells_count ? g_strdup_printf ("%u", row->on_time) : g_strdup ("");
}

/* The most that rows need beside their bars, and the longest bars. */
typedef struct
{
  double left, right;          /* words */
  guint64 left_bar, right_bar; /* findings */
} Reach;

static Reach
find_reach (Chart *chart)
{
  Reach reach = { 0 };

  for (guint i = 0; i < chart->table->n_rows; i++)
    {
      const YsTimelinessRow *row = &chart->table->rows[i];
      g_autofree char *late = late_text (chart, row);
      g_autofree char *outside = outside_text (chart, row, FALSE);

      if (*late != '\0' && ys_text_ems (late) * chart->u > reach.right * 0.8)
        reach.right = MAX (reach.right, measure (chart, late, TRUE));
      if (ys_text_ems (outside) * chart->u > reach.left * 0.8)
        reach.left = MAX (reach.left, measure (chart, outside, FALSE));
      reach.left_bar = MAX (reach.left_bar, (guint64)row->on_time + row->not_due);
      reach.right_bar = MAX (reach.right_bar, (guint64)row->late + row->open);
    }
  return reach;
}

/* The longest bars and the words beside them fit, and so do the heads beside the axis. */
static double
choose_scale (const Chart *chart, const Reach *reach, double room)
{
  double u = chart->u, bars = room - reach->left - reach->right, head = HEAD_ROOM * u,
         scale = bars / (double)MAX (reach->left_bar + reach->right_bar, 1);

  scale = MIN (scale, (room - reach->left - head) / (double)MAX (reach->left_bar, 1));
  scale = MIN (scale, (room - reach->right - head) / (double)MAX (reach->right_bar, 1));
  return CLAMP (scale, 0.0, MAX (MAX_SCALE * u, bars / 12.0));
}

static void
place_axis (Chart *chart)
{
  double u = chart->u, left = chart->rate_right + 1.0 * u, room = chart->right - left;
  Reach reach;

  chart->compact = FALSE;
  reach = find_reach (chart);
  if (room - reach.left - reach.right < LEAST_BARS * u)
    {
      chart->compact = TRUE;
      reach = find_reach (chart);
    }
  /* Slivers have a least length each. */
  reach.left += (0.5 + 2.0 * MIN_BAR) * u;
  reach.right += (0.5 + 2.0 * MIN_BAR) * u;
  chart->scale = choose_scale (chart, &reach, room);
  chart->axis = left + MAX (reach.left + chart->scale * (double)reach.left_bar, HEAD_ROOM * u);
  chart->axis = MIN (chart->axis, chart->right
                                      - MAX (reach.right + chart->scale * (double)reach.right_bar,
                                             HEAD_ROOM * u));
}

static void
place (Chart *chart)
{
  const char *longest = "小区";
  double u = chart->u;

  for (guint i = 0; i < chart->table->n_rows; i++)
    if (ys_text_ems (chart->table->rows[i].name) > ys_text_ems (longest))
      longest = chart->table->rows[i].name;
  chart->name_width
      = MIN (measure (chart, longest, TRUE) + 0.1 * u,
             MIN (MAX_NAME * u * chart->size, (chart->right - chart->left) * MAX_NAME_SHARE));
  chart->rate_right = chart->left + chart->name_width + 0.8 * u
                      + MAX (measure (chart, "100.00%", FALSE), 3.0 * u);
  place_axis (chart);
}

static void
add_head (Chart *chart)
{
  double u = chart->u, y = chart->top + 0.6 * u, left = chart->axis - chart->rate_right - u,
         right = chart->right - chart->axis - 0.4 * u;
  const char *on_time = left > 7.5 * u ? "按期整改（条）" : "按期",
             *late = right > 6.5 * u ? "未按期（条）" : "未按期";

  ys_scene_add_words (chart->scene, YS_ROLE_INK_2, "小区", 1.0, FALSE, YS_WORDS_START, chart->left,
                      y, 0.0);
  ys_scene_add_words (chart->scene, YS_ROLE_INK_2, "按期率", 1.0, FALSE, YS_WORDS_END,
                      chart->rate_right, y, 0.0);
  ys_scene_add_words (chart->scene, YS_ROLE_ACCENT, on_time, 1.0, TRUE, YS_WORDS_END,
                      chart->axis - 0.4 * u, y, left);
  ys_scene_add_words (chart->scene, YS_ROLE_DEDUCTION, late, 1.0, TRUE, YS_WORDS_START,
                      chart->axis + 0.4 * u, y, right);
}

static void
add_bar (Chart *chart, YsRole role, YsFill fill, double x, double y, double length)
{
  double height = chart->pitch * BAR_SHARE, gap = MIN (BAR_GAP * chart->u, length / 3.0);

  ys_scene_add_rectangle (chart->scene, role, fill, x + gap / 2.0, y - height / 2.0, length - gap,
                          height);
}

/* On time, then what is not yet due; each with its figure. */
static void
add_left (Chart *chart, const YsTimelinessRow *row, double y)
{
  double u = chart->u, on_time = length_of (chart, row->on_time),
         not_due = length_of (chart, row->not_due), x = chart->axis - on_time;
  g_autofree char *count = g_strdup_printf ("%u", row->on_time), *outside = NULL;
  gboolean inside = row->on_time > 0 && measure (chart, count, FALSE) + 0.6 * u <= on_time;

  if (row->on_time > 0)
    ys_scene_add_rectangle (chart->scene, YS_ROLE_BAR, YS_FILL_SOLID, x,
                            y - chart->pitch * BAR_SHARE / 2.0, on_time, chart->pitch * BAR_SHARE);
  if (inside)
    ys_scene_add_words (chart->scene, YS_ROLE_INK, count, chart->size, FALSE, YS_WORDS_START,
                        x + 0.3 * u, y, 0.0);
  if (row->not_due > 0)
    add_bar (chart, YS_ROLE_INK_2, YS_FILL_HOLLOW, x - not_due, y, not_due);
  outside = outside_text (chart, row, inside);
  if (*outside != '\0')
    ys_scene_add_words (chart->scene, YS_ROLE_INK_2, outside, chart->size, FALSE, YS_WORDS_END,
                        x - not_due - 0.4 * u, y,
                        MAX (x - not_due - 0.7 * u - chart->rate_right, 0.1));
}

static void
add_right (Chart *chart, const YsTimelinessRow *row, double y)
{
  double late = length_of (chart, row->late), open = length_of (chart, row->open);
  g_autofree char *text = late_text (chart, row);

  if (row->late > 0)
    add_bar (chart, YS_ROLE_DEDUCTION, YS_FILL_HATCHED, chart->axis, y, late);
  if (row->open > 0)
    add_bar (chart, YS_ROLE_DEDUCTION, YS_FILL_SOLID, chart->axis + late, y, open);
  if (*text != '\0')
    ys_scene_add_words (chart->scene, YS_ROLE_DEDUCTION, text, chart->size, row->open > 0,
                        YS_WORDS_START, chart->axis + late + open + 0.4 * chart->u, y, 0.0);
}

static void
add_row (Chart *chart, const YsTimelinessRow *row, double y)
{
  guint64 wrong = (guint64)row->late + row->open, due = wrong + row->on_time;
  g_autofree char *rate = ys_chart_share (row->on_time, due);
  g_autofree char *tip
      = g_strdup_printf ("%s：按期 %u，逾期才改 %u，仍未改 %u，未到期 %u", row->name, row->on_time,
                         row->late, row->open, row->not_due);

  ys_scene_set_target (chart->scene, row->id, tip);
  ys_scene_add_words (chart->scene, YS_ROLE_INK, row->name, chart->size, wrong > 1, YS_WORDS_START,
                      chart->left, y, chart->name_width);
  if (due > 0)
    ys_scene_add_words (chart->scene, wrong > 0 ? YS_ROLE_INK : YS_ROLE_INK_2, rate, chart->size,
                        FALSE, YS_WORDS_END, chart->rate_right, y, 0.0);
  if (due == 0 && row->not_due == 0)
    ys_scene_add_words (chart->scene, YS_ROLE_INK_2, "无问题", chart->size, FALSE, YS_WORDS_END,
                        chart->axis - 0.4 * chart->u, y, 0.0);
  add_left (chart, row, y);
  add_right (chart, row, y);
  ys_scene_set_target (chart->scene, 0, NULL);
}

static void
add_rows (Chart *chart)
{
  guint n = chart->n_shown + (chart->n_joined > 0 ? 1 : 0);
  double y = chart->top + HEAD_HEIGHT * chart->u, top = y;

  for (guint i = 0; i < n; i++, y += chart->pitch)
    {
      if (i > 0)
        ys_scene_add_line (chart->scene, YS_ROLE_ROW_LINE, YS_FILL_SOLID, chart->left, y,
                           chart->right, y, RULE);
      if (i < chart->n_shown)
        add_row (chart, &chart->table->rows[chart->first + i], y + chart->pitch / 2.0);
      else
        {
          g_autofree char *text = g_strdup_printf ("其余 %u 个小区未列出", chart->n_joined);

          ys_scene_add_words (chart->scene, YS_ROLE_INK_2, text, 1.0, FALSE, YS_WORDS_START,
                              chart->left, y + chart->pitch / 2.0,
                              chart->axis - chart->left - chart->u);
        }
    }
  ys_scene_add_line (chart->scene, YS_ROLE_INK, YS_FILL_SOLID, chart->axis, top, chart->axis, y,
                     0.07);
}

static void
place_page (Chart *chart, const YsSlideArea *area, guint page)
{
  guint n_rows = chart->table->n_rows, wanted = MIN (n_rows, YS_TIMELINESS_ROWS_PER_PAGE), fit, n;
  double room = area->bottom - area->top - HEAD_HEIGHT * area->u;

  chart->u = area->u;
  chart->left = area->left;
  chart->right = area->right;
  chart->top = area->top;
  fit = (guint)MAX (room / (MIN_PITCH * area->u), 1.0);
  chart->pitch = CLAMP (room / MIN (wanted, fit), MIN_PITCH * area->u, MAX_PITCH * area->u);
  chart->size = CLAMP (chart->pitch / area->u * 0.5, 1.0, 1.3);
  chart->first = page * YS_TIMELINESS_ROWS_PER_PAGE;
  n = MIN (n_rows - chart->first, YS_TIMELINESS_ROWS_PER_PAGE);
  chart->n_shown = n <= fit ? n : fit - 1;
  chart->n_joined = n - chart->n_shown;
}

YsScene *
ys_timeliness_layout (const YsTimelinessData *data,
                      const YsChartFrame *frame,
                      double width,
                      double height,
                      PangoContext *context)
{
  g_autoptr (YsTimelinessTable) table = ys_timeliness_table_new (data);
  g_autofree char *finding = ys_timeliness_finding (table), *not_due = NULL;
  const char *notes[] = { NULL, NULL, NULL };
  guint n_pages = ys_timeliness_n_pages (data);
  Chart chart = { .table = table };
  YsSlideArea area;

  chart.scene = ys_slide_new (frame, "整改是否按期", finding, 0, width, height, context, &area);
  if (table->n_rows == 0)
    {
      ys_chart_say_nothing (chart.scene, &area, "没有检查记录");
      ys_slide_footer (chart.scene, frame, &area, NULL, 0);
      return chart.scene;
    }
  if (table->not_due > 0)
    not_due = g_strdup_printf ("未到期 %" G_GUINT64_FORMAT " 条不计入按期率。", table->not_due);
  notes[0] = table->not_due > 0 ? "按未按期条数排；" : "按未按期条数排。";
  notes[1] = not_due;
  n_pages = n_pages > 1 ? n_pages : 0;
  ys_chart_leave_room (&area, frame, notes, n_pages, width, height);
  place_page (&chart, &area, MIN (frame->page, MAX (n_pages, 1) - 1));
  place (&chart);
  add_head (&chart);
  add_rows (&chart);
  ys_slide_footer (chart.scene, frame, &area, notes, n_pages);
  return chart.scene;
}
