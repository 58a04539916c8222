/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns take the width of their widest figure; then all share what is left. Too many columns: the
 * least are joined. Too many rows for a low page: the last are joined. */
#include "config.h"

#include "heatmap-place.h"

#include <string.h>

/* Units. */
#define MIN_COLUMN 1.2
#define MAX_COLUMN 5.0
#define FIGURE_AIR 0.25
#define MIN_PITCH 1.05
#define MAX_PITCH 2.0
#define MAX_NAME 8.0
#define MAX_NAME_SHARE 0.26
#define HEAD_HEIGHT 1.75
#define STACK_GAP 0.3
#define MAX_STACK 6
#define TOTALS_HEIGHT 1.6

gboolean
ys_heat_begins_group (const YsHeatTableColumn *columns, guint column)
{
  return column > 0 && strcmp (columns[column].group, columns[column - 1].group) != 0;
}

static double
figure_width (YsHeatMap *map, guint64 figure)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, figure);

  return ys_scene_measure (map->scene, text, 1.0, TRUE);
}

/* The largest figure that a column shows, whatever the page. */
static guint64 *
largest_cells (const YsHeatTable *table)
{
  g_autofree guint64 *cells = g_new0 (guint64, table->n_columns + 1);
  guint64 *largest = g_new0 (guint64, table->n_columns + 1);

  for (guint r = 0; r < table->data->n_rows; r++)
    {
      ys_heat_table_row (table, r, 1, cells);
      for (guint c = 0; c < table->n_columns; c++)
        largest[c] = MAX (largest[c], cells[c]);
    }
  return largest;
}

/* Sets the least widths; returns what they and the gaps of groups need. */
static double
least_widths (YsHeatMap *map, const YsHeatTable *table, double *widths)
{
  g_autofree guint64 *largest = largest_cells (table);
  double needed = 0.0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      double total = figure_width (map, table->columns[c].total);

      /* In two lines a total may be as wide as two columns, but for the last one beside the sum of
       * all. */
      widths[c] = MAX (MIN_COLUMN * map->u, figure_width (map, largest[c]) + FIGURE_AIR * map->u);
      widths[c]
          = MAX (widths[c], c + 1 == table->n_columns ? total : total / 2.0 + FIGURE_AIR * map->u);
      needed += widths[c];
      if (ys_heat_begins_group (table->columns, c))
        needed += YS_HEAT_GROUP_GAP * map->u;
    }
  return needed;
}

static double
take_columns (YsHeatMap *map, const YsHeatTable *whole, double room)
{
  guint n = MIN (whole->n_columns, (guint)MAX (room / (MIN_COLUMN * map->u), 1.0));
  double needed;

  for (;; n--)
    {
      map->table = ys_heat_table_new (whole->data, n);
      map->widths = g_new0 (double, map->table->n_columns + 1);
      needed = least_widths (map, map->table, map->widths);
      if (needed <= room || n <= 1)
        return needed;
      ys_heat_table_free (map->table);
      g_free (map->widths);
    }
}

static void
place_columns (YsHeatMap *map, const YsHeatTable *whole, double left, double right)
{
  double needed = take_columns (map, whole, right - left), x = left,
         more = MAX (right - left - needed, 0.0) / map->table->n_columns;

  map->xs = g_new0 (double, map->table->n_columns + 1);
  for (guint c = 0; c < map->table->n_columns; c++)
    {
      map->widths[c] = MAX (MIN (map->widths[c] + more, MAX_COLUMN * map->u), map->widths[c]);
      map->widths[c] = MIN (map->widths[c], right - left);
      if (ys_heat_begins_group (map->table->columns, c))
        x += YS_HEAT_GROUP_GAP * map->u;
      map->xs[c] = x;
      x += map->widths[c];
      map->staggered |= figure_width (map, map->table->columns[c].total)
                        > map->widths[c] - FIGURE_AIR / 2.0 * map->u;
    }
  /* Few columns: the totals of the rows stay beside them. */
  map->right -= right - x;
}

/* The longest name by its characters: measuring 300 would take longer than drawing. */
static double
longest_name (YsHeatMap *map, const YsHeatData *data)
{
  const char *longest = "全部合计";

  for (guint r = 0; r < data->n_rows; r++)
    if (ys_text_ems (data->rows[r].name) > ys_text_ems (longest))
      longest = data->rows[r].name;
  return MAX (ys_scene_measure (map->scene, longest, 1.0, FALSE),
              ys_scene_measure (map->scene, "全部合计", 1.0, TRUE));
}

/* Returns where the columns may begin. */
static double
place_names (YsHeatMap *map, const YsHeatData *data, const YsSlideArea *area)
{
  guint rank = 0;

  for (guint r = 0; r < data->n_rows; r++)
    rank = MAX (rank, data->rows[r].rank);
  map->rank_right = area->left + (rank > 0 ? figure_width (map, MAX (rank, 10)) : 0.0);
  map->name_x = map->rank_right + (rank > 0 ? 0.6 * map->u : 0.0);
  map->name_width = MIN (longest_name (map, data) + 0.1 * map->u,
                         MIN (MAX_NAME * map->u, (area->right - area->left) * MAX_NAME_SHARE));
  return map->name_x + map->name_width + 0.3 * map->u;
}

static double
stack_height (const YsHeatMap *map)
{
  glong longest = 2;

  for (guint c = 0; c < map->table->n_columns; c++)
    longest = MAX (longest, g_utf8_strlen (map->table->columns[c].name, -1));
  return (double)MIN (longest, MAX_STACK) * YS_STACK_PITCH * map->u;
}

static gboolean
has_groups (const YsHeatTable *table)
{
  for (guint c = 0; c < table->n_columns; c++)
    if (*table->columns[c].group != '\0')
      return TRUE;
  return FALSE;
}

/* Pages have the same pitch, so a short last page is not stretched. */
static void
place_rows (YsHeatMap *map, const YsSlideArea *area, guint n_rows, guint page)
{
  double u = map->u, room;
  guint n, wanted = MIN (n_rows, YS_HEAT_ROWS_PER_PAGE), fit;

  map->top = area->top;
  map->stack_bottom
      = map->top + (has_groups (map->table) ? HEAD_HEIGHT * u : 0.1 * u) + stack_height (map);
  map->rows_top = map->stack_bottom + STACK_GAP * u;
  room = area->bottom - map->rows_top
         - (TOTALS_HEIGHT + (map->staggered ? YS_HEAT_STAGGER : 0.0)) * u;
  fit = (guint)MAX (room / (MIN_PITCH * u), 1.0);
  map->pitch = CLAMP (room / MIN (wanted, fit), MIN_PITCH * u, MAX_PITCH * u);
  map->first = page * YS_HEAT_ROWS_PER_PAGE;
  n = MIN (n_rows - map->first, YS_HEAT_ROWS_PER_PAGE);
  map->n_shown = n <= fit ? n : fit - 1;
  map->n_joined = n - map->n_shown;
}

void
ys_heat_map_place (YsHeatMap *map, const YsHeatTable *whole, const YsSlideArea *area, guint page)
{
  double left, totals;

  map->u = area->u;
  map->left = area->left;
  map->right = area->right;
  totals
      = MAX (figure_width (map, whole->total), ys_scene_measure (map->scene, "合计", 1.0, FALSE));
  left = place_names (map, whole->data, area);
  place_columns (map, whole, left, area->right - totals - 0.3 * map->u);
  place_rows (map, area, whole->data->n_rows, page);
}

void
ys_heat_map_clear (YsHeatMap *map)
{
  g_clear_pointer (&map->table, ys_heat_table_free);
  g_clear_pointer (&map->xs, g_free);
  g_clear_pointer (&map->widths, g_free);
}
