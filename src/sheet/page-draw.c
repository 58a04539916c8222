/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws one page: paper, marks, text, rules, footer. Rules are gathered first, so that each is
 * drawn once and as long as it goes; on a screen they lie on whole pixels. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "page-private.h"

#define RULE_POINTS 0.6
#define MARK_LINE_POINTS 1.75
#define FOOTER_HALF_POINTS 20
#define IMAGE_AIR_POINTS 3

typedef struct
{
  double red, green, blue;
} Colour;

static const Colour paper = { 1, 1, 1 };
static const Colour ink = { 0, 0, 0 };
static const Colour changed_fill = { 0xdc / 255.0, 0xe9 / 255.0, 0xf7 / 255.0 };
static const Colour changed_line = { 0x1f / 255.0, 0x5f / 255.0, 0xa8 / 255.0 };
static const Colour blank_fill = { 0xff / 255.0, 0xf2 / 255.0, 0xd4 / 255.0 };
static const Colour blank_ink = { 0x85 / 255.0, 0x53 / 255.0, 0x00 / 255.0 };

typedef struct
{
  const YsPageSheet *sheet;
  const YsPage *page;
  guint n_rows; /* on the page */
  YsTextKit *kit;
  cairo_t *cr;
  gboolean with_marks;
  guint8 *across; /* rules above row i of column c: (n_rows + 1) × n_columns */
  guint8 *down;   /* rules left of column c in row i: n_rows × (n_columns + 1) */
} Draw;

/* A cell as it stands on the page, points. */
typedef struct
{
  guint index, end;         /* rows on the page [index, end) */
  guint column, column_end; /* [column, column_end) */
  guint row;                /* of the value */
  double x, y, width, height;
} Box;

static void
set_colour (cairo_t *cr, Colour colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

static gboolean
is_raster (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type != CAIRO_SURFACE_TYPE_PDF && type != CAIRO_SURFACE_TYPE_PS
         && type != CAIRO_SURFACE_TYPE_SVG && type != CAIRO_SURFACE_TYPE_WIN32_PRINTING;
}

static double
row_y (const Draw *draw, guint index)
{
  return draw->sheet->origin_y
         + ys_page_row_top (draw->sheet, draw->page, index) * draw->sheet->scale;
}

static double
column_x (const Draw *draw, guint column)
{
  return draw->sheet->origin_x + draw->sheet->lefts[column] * draw->sheet->scale;
}

/* FALSE when another cell's merge covers this one. */
static gboolean
find_box (const Draw *draw, guint index, guint column, Box *box)
{
  guint row = ys_page_row (draw->sheet, draw->page, index);
  const YsSheetRange *merge = ys_sheet_merge_at (draw->sheet->sheet, row, column);

  *box = (Box){ index, index + 1, column, column + 1, row, 0, 0, 0, 0 };
  if (merge != NULL)
    {
      ys_page_merge_part (draw->sheet, draw->page, merge, index, &box->index, &box->end);
      if (box->index != index || merge->column != column)
        return FALSE;
      box->column_end = merge->column_end + 1;
      box->row = merge->row;
    }
  box->x = column_x (draw, column);
  box->y = row_y (draw, index);
  box->width = column_x (draw, box->column_end) - box->x;
  box->height = row_y (draw, box->end) - box->y;
  return TRUE;
}

static void
gather_rules (Draw *draw, const Box *box)
{
  guint n_columns = draw->sheet->n_columns;

  for (guint column = box->column; column < box->column_end; column++)
    {
      draw->across[box->index * n_columns + column] = TRUE;
      draw->across[box->end * n_columns + column] = TRUE;
    }
  for (guint index = box->index; index < box->end; index++)
    {
      draw->down[index * (n_columns + 1) + box->column] = TRUE;
      draw->down[index * (n_columns + 1) + box->column_end] = TRUE;
    }
}

/* A rule from one point to another, across or down, as a thin rectangle of the current path. */
static void
add_rule (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  double width = RULE_POINTS, height = RULE_POINTS, unused = 0;

  if (!is_raster (cr))
    {
      cairo_rectangle (cr, x1 - width / 2, y1 - height / 2, x2 - x1 + width, y2 - y1 + height);
      return;
    }
  cairo_user_to_device (cr, &x1, &y1);
  cairo_user_to_device (cr, &x2, &y2);
  cairo_user_to_device_distance (cr, &width, &unused);
  width = MAX (1, round (width));
  x1 = floor (x1 - width / 2 + 0.5);
  y1 = floor (y1 - width / 2 + 0.5);
  x2 = floor (x2 - width / 2 + 0.5) + width;
  y2 = floor (y2 - width / 2 + 0.5) + width;
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_restore (cr);
}

static void
add_rules_across (const Draw *draw)
{
  guint n_columns = draw->sheet->n_columns;

  for (guint index = 0; index <= draw->n_rows; index++)
    for (guint column = 0, end; column < n_columns; column = end + 1)
      {
        for (end = column; end < n_columns && draw->across[index * n_columns + end]; end++)
          ;
        if (end > column)
          add_rule (draw->cr, column_x (draw, column), row_y (draw, index), column_x (draw, end),
                    row_y (draw, index));
      }
}

static void
add_rules_down (const Draw *draw)
{
  guint stride = draw->sheet->n_columns + 1;

  for (guint column = 0; column < stride; column++)
    for (guint index = 0, end; index < draw->n_rows; index = end + 1)
      {
        for (end = index; end < draw->n_rows && draw->down[end * stride + column]; end++)
          ;
        if (end > index)
          add_rule (draw->cr, column_x (draw, column), row_y (draw, index), column_x (draw, column),
                    row_y (draw, end));
      }
}

static void
draw_rules (const Draw *draw)
{
  set_colour (draw->cr, ink);
  cairo_new_path (draw->cr);
  add_rules_across (draw);
  add_rules_down (draw);
  cairo_fill (draw->cr);
}

/* Box in sheet units, so that text shrinks with the table. */
static void
draw_text (const Draw *draw, const Box *box, const char *text, const YsCellStyle *style)
{
  double scale = draw->sheet->scale;

  cairo_save (draw->cr);
  cairo_translate (draw->cr, box->x, box->y);
  cairo_scale (draw->cr, scale, scale);
  ys_text_kit_draw (draw->kit, draw->cr, text, style, box->width / scale, box->height / scale);
  cairo_restore (draw->cr);
}

static void
draw_blank (const Draw *draw, const Box *box, const YsCellStyle *style)
{
  YsCellStyle bold = *style;

  bold.bold = TRUE;
  bold.horizontal = YS_ALIGN_CENTER;
  bold.vertical = YS_ALIGN_CENTER;
  set_colour (draw->cr, blank_fill);
  cairo_rectangle (draw->cr, box->x, box->y, box->width, box->height);
  cairo_fill (draw->cr);
  set_colour (draw->cr, blank_ink);
  draw_text (draw, box, "缺", &bold);
}

static void
draw_cell (const Draw *draw, const Box *box)
{
  const YsSheet *sheet = draw->sheet->sheet;
  const YsCellStyle *style = ys_sheet_style (sheet, box->row, box->column);
  YsSheetValue value = ys_sheet_get (sheet, box->row, box->column);
  YsSheetMark mark = draw->with_marks ? ys_sheet_mark (sheet, box->row, box->column) : YS_MARK_NONE;

  if (mark == YS_MARK_BLANK)
    {
      draw_blank (draw, box, style);
      return;
    }
  if (mark == YS_MARK_CHANGED)
    {
      set_colour (draw->cr, changed_fill);
      cairo_rectangle (draw->cr, box->x, box->y, box->width, box->height);
      cairo_fill (draw->cr);
    }
  if (value.kind == YS_VALUE_EMPTY)
    return;
  set_colour (draw->cr, ink);
  if (value.kind == YS_VALUE_TEXT)
    draw_text (draw, box, value.text, style);
  else
    {
      g_autofree char *text = ys_sheet_value_to_text (value);

      draw_text (draw, box, text, style);
    }
}

static void
draw_mark_line (const Draw *draw, const Box *box)
{
  if (!draw->with_marks
      || ys_sheet_mark (draw->sheet->sheet, box->row, box->column) != YS_MARK_CHANGED)
    return;
  set_colour (draw->cr, changed_line);
  cairo_rectangle (draw->cr, box->x, box->y + box->height - MARK_LINE_POINTS / 2, box->width,
                   MARK_LINE_POINTS);
  cairo_fill (draw->cr);
}

static void
draw_table (Draw *draw)
{
  guint n_columns = draw->sheet->n_columns;
  Box box;

  for (guint index = 0; index < draw->n_rows; index++)
    for (guint column = 0; column < n_columns; column++)
      if (find_box (draw, index, column, &box))
        {
          draw_cell (draw, &box);
          if (ys_sheet_style (draw->sheet->sheet, box.row, column)->border)
            gather_rules (draw, &box);
        }
  draw_rules (draw);
  for (guint index = 0; draw->with_marks && index < draw->n_rows; index++)
    for (guint column = 0; column < n_columns; column++)
      if (find_box (draw, index, column, &box))
        draw_mark_line (draw, &box);
}

static void
draw_image (const Draw *draw, const YsSheetImage *image, const Box *box, double width)
{
  double x, y, fit_width, fit_height;
  int pixels = cairo_image_surface_get_width (image->surface);

  ys_sheet_image_fit (image, width - 2 * IMAGE_AIR_POINTS, box->height - 2 * IMAGE_AIR_POINTS, &x,
                      &y, &fit_width, &fit_height);
  cairo_save (draw->cr);
  cairo_translate (draw->cr, box->x + x + IMAGE_AIR_POINTS, box->y + y + IMAGE_AIR_POINTS);
  cairo_scale (draw->cr, fit_width / pixels, fit_width / pixels);
  cairo_set_source_surface (draw->cr, image->surface, 0, 0);
  cairo_paint (draw->cr);
  cairo_restore (draw->cr);
}

static void
draw_images (const Draw *draw)
{
  guint n_images;
  const YsSheetImage *images = ys_sheet_images (draw->sheet->sheet, &n_images);
  Box box;

  for (guint i = 0; i < n_images; i++)
    for (guint index = 0; index < draw->n_rows; index++)
      {
        const YsSheetRange *range = &images[i].range;

        if (ys_page_row (draw->sheet, draw->page, index) == range->row
            && find_box (draw, index, range->column, &box))
          draw_image (draw, &images[i], &box, column_x (draw, range->column_end + 1) - box.x);
      }
}

/* %p and %n stand for this page and their number. (transfer full) */
static char *
expand_footer (const char *text, guint page, guint n_pages)
{
  GString *expanded = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (p[0] == '%' && (p[1] == 'p' || p[1] == 'n'))
        g_string_append_printf (expanded, "%u", *++p == 'p' ? page : n_pages);
      else
        g_string_append_c (expanded, *p);
    }
  return g_string_free (expanded, FALSE);
}

static void
draw_footer_part (const Draw *draw, const char *text, YsSheetAlign align)
{
  const YsPageSetup *setup = ys_sheet_page (draw->sheet->sheet);
  YsCellStyle style
      = { YS_FONT_BODY, FOOTER_HALF_POINTS, FALSE, align, YS_ALIGN_CENTER, FALSE, FALSE };
  double left = setup->margin_mm[3] * 72 / 25.4;
  double right = setup->margin_mm[1] * 72 / 25.4;
  double bottom = setup->margin_mm[2] * 72 / 25.4;

  cairo_save (draw->cr);
  set_colour (draw->cr, ink);
  cairo_translate (draw->cr, left, draw->sheet->height - bottom);
  ys_text_kit_draw (draw->kit, draw->cr, text, &style, draw->sheet->width - left - right, bottom);
  cairo_restore (draw->cr);
}

static void
draw_footer (const Draw *draw, guint page, guint n_pages)
{
  const YsPageSetup *setup = ys_sheet_page (draw->sheet->sheet);
  const char *const parts[] = { setup->footer_left, setup->footer_center, setup->footer_right };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      {
        g_autofree char *text = expand_footer (parts[i], page, n_pages);

        draw_footer_part (draw, text, (YsSheetAlign)i);
      }
}

void
ys_pages_draw (const YsPages *pages, guint page, cairo_t *cr, gboolean with_marks)
{
  g_autoptr (YsTextKit) kit = NULL;
  Draw draw = { .cr = cr, .with_marks = with_marks };

  g_return_if_fail (page < ys_pages_count (pages));
  kit = ys_text_kit_new ();
  draw.kit = kit;
  draw.page = ys_pages_page (pages, page);
  draw.sheet = ys_pages_sheet (pages, draw.page);
  draw.n_rows = ys_page_n_rows (draw.sheet, draw.page);
  draw.across = g_new0 (guint8, (draw.n_rows + 1) * draw.sheet->n_columns);
  draw.down = g_new0 (guint8, draw.n_rows * (draw.sheet->n_columns + 1));
  cairo_save (cr);
  set_colour (cr, paper);
  cairo_rectangle (cr, 0, 0, draw.sheet->width, draw.sheet->height);
  cairo_fill (cr);
  draw_table (&draw);
  draw_images (&draw);
  draw_footer (&draw, page + 1, ys_pages_count (pages));
  cairo_restore (cr);
  g_free (draw.across);
  g_free (draw.down);
}
