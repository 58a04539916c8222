/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale and the layout by numbers, with letters of a fixed width; the drawing by the
 * pixels of an image. */
#include "config.h"

#include "share-bar.h"
#include "text.h"

#include <pango/pangocairo.h>
#include <string.h>

#define MAX_PARTS 8

/* Half an em is 7 px, so that 物业企业 takes 56. */
static double
measure_fixed (const char *text, gboolean bold, gpointer user_data)
{
  return 7.0 * ys_text_columns (text);
}

typedef struct
{
  const char *name;
  double width;
  guint counts[MAX_PARTS + 1]; /* ends with G_MAXUINT */
  double widths[MAX_PARTS];
} ScaleCase;

static const ScaleCase scale_cases[] = {
  { "nothing", 100, { G_MAXUINT }, { 0 } },
  { "all-zero", 100, { 0, 0, 0, G_MAXUINT }, { 0, 0, 0 } },
  { "one", 100, { 7, G_MAXUINT }, { 100 } },
  { "one-of-three", 100, { 0, 7, 0, G_MAXUINT }, { 0, 100, 0 } },
  { "equal", 101, { 5, 5, G_MAXUINT }, { 50, 50 } },
  { "equal-odd", 100, { 1, 1, 1, G_MAXUINT }, { 33, 32, 33 } },
  { "seed-004", 341, { 20, 21, G_MAXUINT }, { 166, 174 } },
  { "minimum", 102, { 1, 9999, G_MAXUINT }, { 3, 98 } },
  { "two-minima", 103, { 1, 9998, 1, G_MAXUINT }, { 3, 95, 3 } },
  { "minimum-drags-next", 20, { 1, 1, 8, G_MAXUINT }, { 3, 3, 12 } },
  { "zero-between", 101, { 1, 0, 1, G_MAXUINT }, { 50, 0, 50 } },
  { "fraction-of-pixel", 100.9, { 7, G_MAXUINT }, { 100 } },
  { "largest", 101, { G_MAXUINT - 1, G_MAXUINT - 1, G_MAXUINT }, { 50, 50 } },
};

static void
test_scale (gconstpointer data)
{
  const ScaleCase *row = data;
  YsSharePart parts[MAX_PARTS] = { 0 };
  double widths[MAX_PARTS] = { 0 };
  guint n = 0;

  for (; row->counts[n] != G_MAXUINT; n++)
    parts[n].count = row->counts[n];
  ys_share_bar_scale (parts, n, row->width, widths);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (widths[i], ==, row->widths[i]);
}

static gboolean
overlap (const YsShareRect *a, const YsShareRect *b)
{
  return a->width > 0.0 && b->width > 0.0 && a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
check_inside (const YsShareRect *rect, double width, double height)
{
  if (rect->width <= 0.0)
    return;
  g_assert_cmpfloat (rect->x, >=, 0.0);
  g_assert_cmpfloat (rect->x + rect->width, <=, width + 0.001);
  g_assert_cmpfloat (rect->y, >=, 0.0);
  g_assert_cmpfloat (rect->y + rect->height, <=, height + 0.001);
}

/* No label meets another, none leaves the width, each stands on its own part or beneath. */
static void
check_layout (
    const YsSharePart *parts, const YsShareBox *boxes, guint n, double width, double height)
{
  for (guint i = 0; i < n; i++)
    {
      const YsShareBox *box = &boxes[i];
      const YsShareRect *own[] = { &box->swatch, &box->name, &box->count };

      g_assert_cmpint (box->bar.width > 0.0, ==, parts[i].count > 0);
      g_assert_cmpfloat (box->count.width, >, 0.0);
      check_inside (&box->bar, width, height);
      for (gsize a = 0; a < G_N_ELEMENTS (own); a++)
        {
          check_inside (own[a], width, height);
          for (gsize b = 0; b < a; b++)
            g_assert_false (overlap (own[a], own[b]));
          for (guint j = 0; j < n; j++)
            {
              gboolean on_itself = j == i && box->swatch.width <= 0.0;

              g_assert_true (on_itself || !overlap (own[a], &boxes[j].bar));
              g_assert_true (j == i || !overlap (own[a], &boxes[j].swatch));
              g_assert_true (j == i || !overlap (own[a], &boxes[j].name));
              g_assert_true (j == i || !overlap (own[a], &boxes[j].count));
            }
        }
    }
}

static double
lay_out (const YsSharePart *parts, guint n, double width, YsShareBox *boxes)
{
  YsShareMetrics metrics = YS_SHARE_METRICS_DEFAULT;

  return ys_share_bar_layout (parts, n, width, &metrics, measure_fixed, NULL, boxes);
}

/* Two parts that take their labels: "物业企业 20" is 56 + 6 + 14 and 8 at each side. */
static void
test_inside (void)
{
  const YsSharePart parts[] = { { "物业企业", 20, YS_PAINT_1 }, { "社区兜底", 21, YS_PAINT_2 } };
  YsShareBox boxes[2];

  g_assert_cmpfloat (lay_out (parts, 2, 341.0, boxes), ==, 24.0);
  check_layout (parts, boxes, 2, 341.0, 24.0);
  g_assert_cmpfloat (boxes[0].name.x, ==, 8.0);
  g_assert_cmpfloat (boxes[0].name.width, ==, 56.0);
  g_assert_cmpfloat (boxes[0].count.x, ==, 70.0);
  g_assert_cmpfloat (boxes[1].bar.x, ==, 167.0);
  g_assert_cmpfloat (boxes[1].name.x, ==, 175.0);
  g_assert_cmpfloat (boxes[0].swatch.width, ==, 0.0);
}

/* A label fits with exactly its 92 pixels, and not with one less. */
static void
test_fits_exactly (void)
{
  const YsSharePart part = { "物业企业", 20, YS_PAINT_1 };
  YsShareBox box;

  g_assert_cmpfloat (lay_out (&part, 1, 92.0, &box), ==, 24.0);
  g_assert_cmpfloat (lay_out (&part, 1, 91.0, &box), ==, 24.0 + 6.0 + 22.0);
}

/* The narrow parts are labelled beneath, in order, and wrap. */
static void
test_beneath (void)
{
  const YsSharePart parts[] = {
    { "物业企业", 30, YS_PAINT_1 },  { "产权单位", 2, YS_PAINT_2 }, { "社区兜底", 3, YS_PAINT_3 },
    { "业主自治", 2, YS_PAINT_4 },   { "自管小区", 2, YS_PAINT_5 }, { "三无小区", 0, YS_PAINT_6 },
    { "未填", 2, YS_PAINT_UNKNOWN },
  };
  YsShareBox boxes[7];
  double height = lay_out (parts, 7, 336.0, boxes);

  check_layout (parts, boxes, 7, 336.0, height);
  /* 85 px each and 16 between: three to a row, two rows. */
  g_assert_cmpfloat (height, ==, 24.0 + 6.0 + 2 * 22.0);
  g_assert_cmpfloat (boxes[0].swatch.width, ==, 0.0);
  for (guint i = 1; i < 7; i++)
    {
      g_assert_cmpfloat (boxes[i].swatch.x, ==, 101.0 * ((i - 1) % 3));
      g_assert_cmpfloat (boxes[i].name.y, ==, 30.0 + 22.0 * ((i - 1) / 3));
    }
}

/* What is hatched carries no words, however wide it is. */
static void
test_hatched (void)
{
  const YsSharePart part = { "社区兜底", 41, YS_PAINT_3 };
  YsShareBox box;

  g_assert_cmpfloat (lay_out (&part, 1, 1000.0, &box), ==, 52.0);
  g_assert_cmpfloat (box.swatch.width, >, 0.0);
}

static void
test_long_name (void)
{
  const YsSharePart parts[] = { { "街道办事处成立的公益性物业服务中心（临时托管）", 3, YS_PAINT_1 },
                                { "", 1000000, YS_PAINT_2 } };
  YsShareBox boxes[2];
  double height = lay_out (parts, 2, 200.0, boxes);

  check_layout (parts, boxes, 2, 200.0, height);
  /* The name gives way, the count does not. */
  g_assert_cmpfloat (boxes[0].name.width, ==, 200.0 - 16.0 - 6.0 - 7.0);
  g_assert_cmpfloat (boxes[0].count.width, ==, 7.0);
  /* 1,000,000 without a name fits in its part. */
  g_assert_cmpfloat (boxes[1].name.width, ==, 0.0);
  g_assert_cmpfloat (boxes[1].count.width, ==, 63.0);
}

static void
test_empty (void)
{
  const YsSharePart parts[] = { { "1类", 0, YS_PAINT_1 }, { "2类", 0, YS_PAINT_2 } };
  YsShareBox boxes[2];

  g_assert_cmpfloat (lay_out (NULL, 0, 336.0, boxes), ==, 24.0);
  g_assert_cmpfloat (lay_out (parts, 2, 336.0, boxes), ==, 52.0);
  check_layout (parts, boxes, 2, 336.0, 52.0);
}

/* Whatever the numbers, names and widths: nothing overlaps. */
static void
test_anything (void)
{
  static const char *const names[]
      = { "", "1类", "物业企业", "鑫盛公寓（药材宿舍）物业管理处", "A" };

  for (int round = 0; round < 20000; round++)
    {
      YsSharePart parts[MAX_PARTS];
      YsShareBox boxes[MAX_PARTS];
      guint n = (guint)g_test_rand_int_range (0, MAX_PARTS + 1);
      double width = g_test_rand_int_range (120, 1200), end = 0.0;

      for (guint i = 0; i < n; i++)
        {
          int size = g_test_rand_int_range (0, 20);

          parts[i] = (YsSharePart){ names[g_test_rand_int_range (0, G_N_ELEMENTS (names))],
                                    (guint)g_test_rand_int_range (0, (1 << size) + 1) / 2,
                                    (YsPaint)g_test_rand_int_range (0, YS_PAINT_UNKNOWN + 1) };
        }
      check_layout (parts, boxes, n, width, lay_out (parts, n, width, boxes));
      for (guint i = 0; i < n; i++)
        {
          if (parts[i].count == 0)
            continue;
          g_assert_cmpfloat (boxes[i].bar.x, >=, end);
          g_assert_cmpfloat (boxes[i].bar.width, >=, 3.0);
          end = boxes[i].bar.x + boxes[i].bar.width;
        }
      g_assert_true (end == 0.0 || end == width);
    }
}

static void
test_part_at (void)
{
  const YsSharePart parts[] = { { "物业企业", 39, YS_PAINT_1 }, { "未填", 2, YS_PAINT_UNKNOWN } };
  YsShareBox boxes[2];

  lay_out (parts, 2, 341.0, boxes);
  g_assert_cmpint (ys_share_bar_part_at (boxes, 2, 0.0, 0.0), ==, 0);
  g_assert_cmpint (ys_share_bar_part_at (boxes, 2, 340.0, 23.0), ==, 1);
  g_assert_cmpint (ys_share_bar_part_at (boxes, 2, 20.0, 40.0), ==, 1);
  g_assert_cmpint (ys_share_bar_part_at (boxes, 2, 200.0, 40.0), ==, -1);
  g_assert_cmpint (ys_share_bar_part_at (boxes, 2, -1.0, 0.0), ==, -1);
}

static void
test_to_text (void)
{
  const YsSharePart parts[]
      = { { "物业企业", 20, YS_PAINT_1 }, { "产权单位", 0, YS_PAINT_2 }, { NULL, 21, YS_PAINT_3 } };
  g_autofree char *text = ys_share_bar_to_text (parts, 3);
  g_autofree char *none = ys_share_bar_to_text (parts + 1, 1),
                  *empty = ys_share_bar_to_text (NULL, 0);

  g_assert_cmpstr (text, ==, "物业企业 20 (49%), 产权单位 0 (0%), 21 (51%)");
  g_assert_cmpstr (none, ==, "产权单位 0 (0%)");
  g_assert_cmpstr (empty, ==, "");
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
              + x * 4,
          4);
  return pixel & 0xFFFFFF;
}

/* The parts are where the layout says, the gap between them is left as it was, and nothing
 * is drawn below the height that was asked for. */
static void
test_draw (void)
{
  const YsSharePart parts[]
      = { { "", 1, YS_PAINT_1 }, { "", 1, YS_PAINT_2 }, { "", 0, YS_PAINT_4 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 201, 100);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 13px");
  int height = (int)ys_share_bar_height (parts, 3, 201.0, context, font);
  YsShareBox boxes[3];

  g_assert_cmpfloat (ys_share_bar_place (parts, 3, 201.0, context, font, boxes), ==, height);
  g_assert_cmpfloat (boxes[1].bar.x, ==, 101.0);
  g_assert_cmpint (height, >=, 24);
  g_assert_cmpint (height, <, 100);
  cairo_set_source_rgb (cr, 1.0, 0.0, 1.0);
  cairo_paint (cr);
  ys_share_bar_draw (cr, parts, 3, 201.0, ys_palette (FALSE), context, font);
  cairo_surface_flush (surface);
  g_assert_cmphex (pixel_at (surface, 0, 0), ==, 0x1f5fa8);
  g_assert_cmphex (pixel_at (surface, 99, 12), ==, 0x1f5fa8);
  g_assert_cmphex (pixel_at (surface, 100, 12), ==, 0xff00ff);
  g_assert_cmphex (pixel_at (surface, 101, 12), ==, 0x84abd8);
  g_assert_cmphex (pixel_at (surface, 200, 0), ==, 0x84abd8);
  for (int x = 0; x < 201; x++)
    for (int y = height; y < 100; y++)
      g_assert_cmphex (pixel_at (surface, x, y), ==, 0xff00ff);
  pango_font_description_free (font);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scale_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/chart/share-bar/scale/", scale_cases[i].name, NULL);

      g_test_add_data_func (path, &scale_cases[i], test_scale);
    }
  g_test_add_func ("/chart/share-bar/layout/inside", test_inside);
  g_test_add_func ("/chart/share-bar/layout/fits-exactly", test_fits_exactly);
  g_test_add_func ("/chart/share-bar/layout/beneath", test_beneath);
  g_test_add_func ("/chart/share-bar/layout/hatched", test_hatched);
  g_test_add_func ("/chart/share-bar/layout/long-name", test_long_name);
  g_test_add_func ("/chart/share-bar/layout/empty", test_empty);
  g_test_add_func ("/chart/share-bar/layout/anything", test_anything);
  g_test_add_func ("/chart/share-bar/part-at", test_part_at);
  g_test_add_func ("/chart/share-bar/to-text", test_to_text);
  g_test_add_func ("/chart/share-bar/draw", test_draw);
  return g_test_run ();
}
