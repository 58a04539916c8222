/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scale and layout of a share bar: numbers in, rectangles out. Parts keep their order, in
 * the bar as in the rows beneath it. */
#include "config.h"

#include "share-bar.h"
#include "number.h"

#include <math.h>

#define PART_GAP 1.0
#define PART_MIN 3.0
#define INSIDE_PADDING 8.0
#define WORD_GAP 6.0
#define SWATCH 10.0
#define SWATCH_GAP 6.0
#define LABEL_GAP 16.0
#define ROWS_TOP 6.0

static guint64
total_of (const YsSharePart *parts, guint n_parts)
{
  guint64 total = 0;

  for (guint i = 0; i < n_parts; i++)
    total += parts[i].count;
  return total;
}

static guint
n_counting (const YsSharePart *parts, guint n_parts)
{
  guint n = 0;

  for (guint i = 0; i < n_parts; i++)
    n += parts[i].count > 0 ? 1 : 0;
  return n;
}

/* Narrow parts are raised to the minimum; the others share what is left until no further
 * part falls below it. */
static double
fix_narrow_parts (const YsSharePart *parts, guint n_parts, double space, double *widths)
{
  guint64 rest = total_of (parts, n_parts);
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < n_parts; i++)
        if (parts[i].count > 0 && widths[i] <= 0.0
            && space * (double)parts[i].count / (double)rest < PART_MIN)
          {
            widths[i] = PART_MIN;
            space -= PART_MIN;
            rest -= parts[i].count;
            again = TRUE;
          }
    }
  return rest > 0 ? space / (double)rest : 0.0;
}

void
ys_share_bar_scale (const YsSharePart *parts, guint n_parts, double width, double *widths)
{
  guint n = n_counting (parts, n_parts);
  double space, per_unit, exact = 0.0, given = 0.0;

  for (guint i = 0; i < n_parts; i++)
    widths[i] = 0.0;
  if (n == 0)
    return;
  space = floor (width) - PART_GAP * (n - 1);
  /* No room even for the narrowest: equal slivers say only that there is something. */
  if (space < PART_MIN * n)
    {
      for (guint i = 0; i < n_parts; i++)
        widths[i] = parts[i].count > 0 ? MAX (space / n, 0.0) : 0.0;
      return;
    }
  per_unit = fix_narrow_parts (parts, n_parts, space, widths);
  /* Rounding the running sum, not the parts, keeps the end where it belongs. */
  for (guint i = 0; i < n_parts; i++)
    if (parts[i].count > 0)
      {
        exact += widths[i] > 0.0 ? widths[i] : per_unit * (double)parts[i].count;
        widths[i] = floor (exact + 0.5) - given;
        given += widths[i];
      }
}

typedef struct
{
  double name, count, gap; /* widths */
} LabelSize;

static LabelSize
measure_label (const YsSharePart *part, YsMeasureFunc measure, gpointer user_data)
{
  g_autofree char *count = ys_count_to_text (part->count, TRUE);
  LabelSize size = { 0.0, measure (count, TRUE, user_data), 0.0 };

  if (part->name != NULL && *part->name != '\0')
    {
      size.name = measure (part->name, FALSE, user_data);
      size.gap = WORD_GAP;
    }
  return size;
}

static void
place_label (YsShareBox *box, LabelSize size, double x, double y, double height)
{
  if (size.name > 0.0)
    box->name = (YsShareRect){ x, y, size.name, height };
  box->count = (YsShareRect){ x + size.name + size.gap, y, size.count, height };
}

/* Where the next label beneath the bar begins. */
typedef struct
{
  double x, y, width, line_height;
} Rows;

/* A label that is too long for a whole row gives up the end of its name. */
static void
place_beneath (YsShareBox *box, LabelSize size, Rows *rows)
{
  const double lead = SWATCH + SWATCH_GAP;
  double wanted = lead + size.name + size.gap + size.count;

  if (rows->x > 0.0 && rows->x + wanted > rows->width)
    {
      rows->x = 0.0;
      rows->y += rows->line_height;
    }
  if (wanted > rows->width)
    {
      size.name = MAX (size.name - (wanted - rows->width), 0.0);
      wanted = rows->width;
    }
  box->swatch = (YsShareRect){ rows->x, rows->y + floor ((rows->line_height - SWATCH) / 2.0),
                               SWATCH, SWATCH };
  place_label (box, size, rows->x + lead, rows->y, rows->line_height);
  rows->x += wanted + LABEL_GAP;
}

double
ys_share_bar_layout (const YsSharePart *parts,
                     guint n_parts,
                     double width,
                     const YsShareMetrics *metrics,
                     YsMeasureFunc measure,
                     gpointer user_data,
                     YsShareBox *boxes)
{
  g_autofree double *widths = g_new0 (double, n_parts + 1);
  Rows rows = { 0.0, metrics->bar_height + ROWS_TOP, width, metrics->line_height };
  double x = 0.0;
  gboolean any_beneath = FALSE;

  ys_share_bar_scale (parts, n_parts, width, widths);
  for (guint i = 0; i < n_parts; i++)
    {
      LabelSize size = measure_label (&parts[i], measure, user_data);
      double wanted = size.name + size.gap + size.count + 2.0 * INSIDE_PADDING;

      boxes[i] = (YsShareBox){ .bar = { x, 0.0, widths[i], metrics->bar_height } };
      if (widths[i] > 0.0)
        x += widths[i] + PART_GAP;
      if (wanted <= widths[i] && ys_paint_is_solid (parts[i].paint))
        place_label (&boxes[i], size, boxes[i].bar.x + INSIDE_PADDING, 0.0, metrics->bar_height);
      else
        {
          place_beneath (&boxes[i], size, &rows);
          any_beneath = TRUE;
        }
    }
  return any_beneath ? rows.y + rows.line_height : metrics->bar_height;
}

static gboolean
is_inside (const YsShareRect *rect, double x, double y)
{
  return rect->width > 0.0 && x >= rect->x && x < rect->x + rect->width && y >= rect->y
         && y < rect->y + rect->height;
}

int
ys_share_bar_part_at (const YsShareBox *boxes, guint n_boxes, double x, double y)
{
  for (guint i = 0; i < n_boxes; i++)
    if (is_inside (&boxes[i].bar, x, y) || is_inside (&boxes[i].swatch, x, y)
        || is_inside (&boxes[i].name, x, y) || is_inside (&boxes[i].count, x, y))
      return (int)i;
  return -1;
}

char *
ys_share_bar_to_text (const YsSharePart *parts, guint n_parts)
{
  gint64 total = (gint64)total_of (parts, n_parts);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_parts; i++)
    {
      gint64 percent = total > 0 ? ys_divide_rounded ((gint64)parts[i].count * 100, total) : 0;

      if (i > 0)
        g_string_append (text, ", ");
      if (parts[i].name != NULL && *parts[i].name != '\0')
        g_string_append_printf (text, "%s ", parts[i].name);
      g_string_append_printf (text, "%u (%" G_GINT64_FORMAT "%%)", parts[i].count, percent);
    }
  return g_string_free (text, FALSE);
}
