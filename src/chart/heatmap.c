/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compounds by rank, clauses by group: each cell says its figure, so that no key is needed. What
 * finds no room is joined, so that sums stay true. */
#include "config.h"

#include "chart.h"
#include "chart-words.h"
#include "heatmap-place.h"
#include "slide.h"

#define CELL_GAP 0.06
#define RULE 0.06
#define HEAD_RULE_Y 1.57

static YsRole
heat_role (guint64 count)
{
  return (YsRole)(YS_ROLE_HEAT_1 + (int)MIN (count, 5) - 1);
}

static const char *
unit_of (const YsHeatMap *map)
{
  return map->table->data->in_points ? "分" : "处";
}

static void
add_cell (YsHeatMap *map, const YsHeatRow *row, guint column, guint64 count, double y)
{
  YsScene *scene = map->scene;
  double gap = CELL_GAP * map->u, x = map->xs[column], middle = x + map->widths[column] / 2.0;
  g_autofree char *text = NULL, *tip = NULL;
  /* A sum is not to be compared with its neighbours. */
  gboolean joined = row == NULL || map->table->columns[column].n_joined > 0;

  if (row != NULL && row->rank == 0)
    {
      ys_scene_add_words (scene, YS_ROLE_INK_3, "—", 1.0, FALSE, YS_WORDS_CENTER, middle, y, 0.0);
      return;
    }
  text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);
  if (count > 0)
    tip = g_strdup_printf ("%s，%s %s %s", row != NULL ? row->name : "其余",
                           map->table->columns[column].name, text, unit_of (map));
  if (row != NULL && count > 0)
    ys_scene_set_clause (scene, row->id, map->table->columns[column].id, tip);
  else
    ys_scene_set_target (scene, 0, tip);
  ys_scene_add_rectangle (scene, count > 0 && !joined ? heat_role (count) : YS_ROLE_CELL,
                          YS_FILL_SOLID, x + gap / 2.0, y - map->pitch / 2.0 + gap / 2.0,
                          map->widths[column] - gap, map->pitch - gap);
  if (count > 0)
    ys_scene_add_words (scene, YS_ROLE_ON_HEAT, text, 1.0, FALSE, YS_WORDS_CENTER, middle, y,
                        map->widths[column]);
  ys_scene_set_target (scene, 0, NULL);
}

/* @row: NULL for the one that stands for @n joined ones. */
static void
add_row (YsHeatMap *map, const YsHeatRow *row, guint first, guint n, double y)
{
  g_autofree guint64 *cells = g_new0 (guint64, map->table->n_columns + 1);
  g_autofree char *rank = NULL, *name = NULL, *total_text = NULL, *tip = NULL;
  gboolean assessed = row == NULL || row->rank > 0;
  guint64 total = 0;

  for (guint r = first; r < first + n; r++)
    total += map->table->totals[r];
  ys_heat_table_row (map->table, first, n, cells);
  rank = row != NULL && assessed ? g_strdup_printf ("%u", row->rank) : g_strdup ("");
  name = row != NULL ? g_strdup (row->name) : g_strdup_printf ("其余 %u 个", n);
  total_text = assessed ? g_strdup_printf ("%" G_GUINT64_FORMAT, total) : g_strdup ("—");
  tip = assessed ? g_strdup_printf ("%s 合计 %s %s", name, total_text, unit_of (map))
                 : g_strdup_printf ("%s 未考评", name);
  ys_scene_set_target (map->scene, row != NULL ? row->id : 0, tip);
  if (*rank != '\0')
    ys_scene_add_words (map->scene, YS_ROLE_INK_2, rank, 1.0, FALSE, YS_WORDS_END, map->rank_right,
                        y, 0.0);
  ys_scene_add_words (map->scene, row != NULL ? YS_ROLE_INK : YS_ROLE_INK_2, name, 1.0, FALSE,
                      YS_WORDS_START, map->name_x, y, map->name_width);
  ys_scene_add_words (map->scene, assessed ? YS_ROLE_INK : YS_ROLE_INK_3, total_text, 1.0, assessed,
                      YS_WORDS_END, map->right, y, 0.0);
  ys_scene_set_target (map->scene, 0, NULL);
  for (guint c = 0; c < map->table->n_columns; c++)
    add_cell (map, row, c, cells[c], y);
}

static void
add_rows (YsHeatMap *map)
{
  const YsHeatData *data = map->table->data;
  double y = map->rows_top + map->pitch / 2.0;

  for (guint i = 0; i < map->n_shown; i++, y += map->pitch)
    add_row (map, &data->rows[map->first + i], map->first + i, 1, y);
  if (map->n_joined > 0)
    add_row (map, NULL, map->first + map->n_shown, map->n_joined, y);
}

/* The columns' names, and the groups above them. */
static void
add_heads (YsHeatMap *map)
{
  const YsHeatTableColumn *columns = map->table->columns;

  for (guint c = 0; c < map->table->n_columns; c++)
    {
      g_autofree char *tip = g_strdup_printf ("%s %" G_GUINT64_FORMAT " %s", columns[c].name,
                                              columns[c].total, unit_of (map));

      ys_scene_set_clause (map->scene, 0, columns[c].id, tip);
      ys_scene_add_stack (map->scene, columns[c].total > 0 ? YS_ROLE_INK : YS_ROLE_INK_3,
                          columns[c].name, 1.0, map->xs[c] + map->widths[c] / 2.0,
                          map->stack_bottom);
    }
  ys_scene_set_target (map->scene, 0, NULL);
  ys_scene_add_words (map->scene, YS_ROLE_INK_2, "合计", 1.0, FALSE, YS_WORDS_END, map->right,
                      map->stack_bottom - 0.5 * map->u, 0.0);
}

/* Where the next group with a name begins. */
static double
next_group (const YsHeatMap *map, guint last)
{
  for (guint c = last + 1; c < map->table->n_columns; c++)
    if (*map->table->columns[c].group != '\0')
      return map->xs[c] - 0.2 * map->u;
  return map->right;
}

/* A name that is wider than its columns begins with them and runs on where nothing follows. */
static void
add_group (YsHeatMap *map, guint first, guint last)
{
  double u = map->u, left = map->xs[first], right = map->xs[last] + map->widths[last],
         y = map->top + HEAD_RULE_Y * u, air = YS_HEAT_GROUP_GAP * 0.7 * u;
  const char *group = map->table->columns[first].group;
  gboolean fits = ys_scene_measure (map->scene, group, 1.0, TRUE) <= right - left + air;

  ys_scene_add_words (map->scene, YS_ROLE_ACCENT, group, 1.0, TRUE,
                      fits ? YS_WORDS_CENTER : YS_WORDS_START, fits ? (left + right) / 2.0 : left,
                      map->top + 0.8 * u,
                      fits ? right - left + air : next_group (map, last) - left);
  ys_scene_add_line (map->scene, YS_ROLE_ACCENT, YS_FILL_SOLID, left, y, right, y, RULE);
}

static void
add_groups (YsHeatMap *map)
{
  const YsHeatTableColumn *columns = map->table->columns;
  guint first = 0;

  for (guint c = 1; c <= map->table->n_columns; c++)
    {
      if (c < map->table->n_columns && !ys_heat_begins_group (columns, c))
        continue;
      if (*columns[first].group != '\0')
        add_group (map, first, c - 1);
      first = c;
    }
}

static void
add_totals (YsHeatMap *map, guint n_pages)
{
  const YsHeatTable *table = map->table;
  double u = map->u, bottom = map->rows_top + map->pitch * (map->n_shown + (map->n_joined > 0)),
         y = bottom + 0.95 * u;
  g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT, table->total);
  const char *label = table->data->in_points ? "合计扣分" : "合计处数";

  ys_scene_add_line (map->scene, YS_ROLE_RULE, YS_FILL_SOLID, map->left, bottom + 0.1 * u,
                     map->right, bottom + 0.1 * u, RULE);
  ys_scene_add_words (map->scene, YS_ROLE_INK, n_pages > 1 ? "全部合计" : label, 1.0, TRUE,
                      YS_WORDS_START, map->name_x, y, map->name_width);
  for (guint c = 0; c < table->n_columns; c++)
    {
      guint64 total = table->columns[c].total;
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, total);

      /* All in one column: the sum beside it says the same. */
      if (table->n_columns == 1 && ys_scene_measure (map->scene, text, 1.0, FALSE) > map->widths[c])
        continue;
      ys_scene_add_words (map->scene, total > 0 ? YS_ROLE_INK : YS_ROLE_INK_3, text, 1.0,
                          table->bold_from > 0 && total >= table->bold_from, YS_WORDS_CENTER,
                          map->xs[c] + map->widths[c] / 2.0,
                          y + (map->staggered && c % 2 == 1 ? YS_HEAT_STAGGER * u : 0.0),
                          2.0 * map->widths[c]);
    }
  ys_scene_add_words (map->scene, YS_ROLE_INK, all, 1.0, TRUE, YS_WORDS_END, map->right, y, 0.0);
}

/* "清扫保洁 25 分、占消防通道 19 分居前；枣花园一家扣 23 分". (transfer full) */
static char *
tell_finding (const YsHeatTable *table)
{
  const YsHeatData *data = table->data;
  const char *unit = data->in_points ? "分" : "处";
  GString *text = g_string_new (NULL);
  guint most = ys_heat_table_most_column (table, G_MAXUINT),
        second = ys_heat_table_most_column (table, most), row = ys_heat_table_worst_row (table);

  if (table->total == 0)
    g_string_append (text, data->n_rows > 0 ? (data->in_points ? "没有扣分" : "没有问题") : "");
  if (most != G_MAXUINT)
    g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " %s", table->columns[most].name,
                            table->columns[most].total, unit);
  if (second != G_MAXUINT)
    g_string_append_printf (text, "、%s %" G_GUINT64_FORMAT " %s", table->columns[second].name,
                            table->columns[second].total, unit);
  if (most != G_MAXUINT)
    g_string_append (text, "居前");
  if (row != G_MAXUINT)
    g_string_append_printf (text, "；%s一家%s %" G_GUINT64_FORMAT " %s", data->rows[row].name,
                            data->in_points ? "扣" : "", table->totals[row], unit);
  return g_string_free (text, FALSE);
}

guint
ys_heatmap_n_pages (const YsHeatData *data)
{
  return MAX ((data->n_rows + YS_HEAT_ROWS_PER_PAGE - 1) / YS_HEAT_ROWS_PER_PAGE, 1);
}

/* The totals stand where other slides have their footer: the state goes to the period. (transfer
 * full) */
static char *
period_text (const YsChartFrame *frame, guint n_pages)
{
  const char *state = frame->finalised ? "已定稿" : "未定稿";

  if (n_pages > 1)
    return g_strdup_printf ("第 %u 页 / 共 %u 页 · %s · %s", frame->page + 1, n_pages, state,
                            frame->period);
  return g_strdup_printf ("%s · %s", state, frame->period);
}

YsScene *
ys_heatmap_layout (const YsHeatData *data,
                   const YsChartFrame *frame,
                   double width,
                   double height,
                   PangoContext *context)
{
  guint n_pages = ys_heatmap_n_pages (data);
  g_autofree char *period = period_text (frame, n_pages), *finding = NULL;
  g_autoptr (YsHeatTable) whole = ys_heat_table_new (data, G_MAXUINT);
  YsChartFrame shown = *frame;
  YsHeatMap map = { 0 };
  YsSlideArea area;

  shown.period = period;
  finding = tell_finding (whole);
  map.scene = ys_slide_new (&shown, data->in_points ? "小区 × 条款失分" : "小区 × 条款问题",
                            finding, 0, width, height, context, &area);
  if (data->n_rows == 0 || data->n_columns == 0)
    {
      ys_chart_say_nothing (map.scene, &area, "没有检查记录");
      return map.scene;
    }
  if (!frame->bare)
    area.bottom = height - (frame->trial ? 1.2 : 0.7) * area.u;
  ys_heat_map_place (&map, whole, &area, MIN (frame->page, n_pages - 1));
  add_groups (&map);
  add_heads (&map);
  add_rows (&map);
  add_totals (&map, n_pages);
  ys_heat_map_clear (&map);
  return map.scene;
}
