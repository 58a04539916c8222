/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages: what stands where, heads repeated, no row split, no text cut off; files that repeat byte
 * for byte; marks on the screen and never in a file. */
#include "config.h"

#include "page-private.h"
#include "page-renderer.h"

#include <glib/gstdio.h>
#include <string.h>

static const YsDocumentInfo info = { .title = "调度表", .author = "示例", .created = 1760457600 };
static const YsCellStyle title = {
  .font = YS_FONT_TITLE, .size = 44, .horizontal = YS_ALIGN_CENTER, .vertical = YS_ALIGN_CENTER
};
static const YsCellStyle cell = { .font = YS_FONT_BODY,
                                  .size = 24,
                                  .horizontal = YS_ALIGN_CENTER,
                                  .vertical = YS_ALIGN_CENTER,
                                  .wrap = TRUE,
                                  .border = TRUE };
static const YsCellStyle note = { .font = YS_FONT_BODY, .size = 24, .wrap = TRUE };
static const YsPageSetup page_setup = { .landscape = TRUE,
                                        .margin_mm = { 20, 15, 18, 15 },
                                        .fit_to_width = TRUE,
                                        .repeat_first = 1,
                                        .repeat_last = 2,
                                        .footer_center = "第 %p 页，共 %n 页" };

#define N_COLUMNS 6
#define N_HEADS 3 /* title and two rows of heads */
#define A4_LONG (297 * 72 / 25.4)
#define A4_SHORT (210 * 72 / 25.4)

/* @n_rows rows under a title and merged heads, communities merged down every @per_community rows
 * (0: not merged), a note below. */
static YsSheet *
make_sheet (guint n_rows, guint per_community, double width)
{
  YsSheet *sheet = ys_sheet_new ("调度表", N_COLUMNS);

  ys_sheet_set_page (sheet, &page_setup);
  for (guint column = 0; column < N_COLUMNS; column++)
    ys_sheet_set_column_width (sheet, column, width);
  ys_sheet_merge (sheet, (YsSheetRange){ 0, 0, 0, N_COLUMNS - 1 }, YS_SHEET_TEXT ("调度表"),
                  &title);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 0, 2, 0 }, YS_SHEET_TEXT ("社区"), &cell);
  ys_sheet_merge (sheet, (YsSheetRange){ 1, 1, 1, N_COLUMNS - 1 }, YS_SHEET_TEXT ("小区"), &cell);
  for (guint column = 1; column < N_COLUMNS; column++)
    ys_sheet_set (sheet, 2, column, YS_SHEET_TEXT ("名称"), &cell);
  for (guint row = N_HEADS; row < N_HEADS + n_rows; row++)
    for (guint column = per_community > 0 ? 1 : 0; column < N_COLUMNS; column++)
      ys_sheet_set (sheet, row, column, YS_SHEET_COUNT (row), &cell);
  for (guint row = 0; per_community > 0 && row < n_rows; row += per_community)
    {
      guint end = MIN (row + per_community, n_rows) - 1;

      ys_sheet_merge (sheet, (YsSheetRange){ row + N_HEADS, 0, end + N_HEADS, 0 },
                      YS_SHEET_TEXT ("梅园社区"), &cell);
    }
  ys_sheet_merge (sheet, (YsSheetRange){ N_HEADS + n_rows, 0, N_HEADS + n_rows, N_COLUMNS - 1 },
                  YS_SHEET_TEXT ("注：根据小区实际情况划分类别。"), &note);
  return sheet;
}

static YsPages *
pages_of (YsSheet *sheet)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);

  g_ptr_array_add (sheets, sheet);
  return ys_pages_new (sheets);
}

typedef struct
{
  const char *name;
  guint n_rows, per_community;
  double width; /* characters */
} LayoutCase;

static const LayoutCase layout_cases[] = {
  { "no-rows", 0, 0, 15 },        { "one-row", 1, 0, 15 },           { "one-page", 10, 0, 15 },
  { "pages", 100, 0, 15 },        { "scaled-to-width", 100, 0, 60 }, { "narrow", 100, 0, 5 },
  { "short-merges", 100, 4, 15 }, { "long-merges", 100, 50, 15 },
};

static guint
first_of_merge (const LayoutCase *row, guint sheet_row)
{
  return N_HEADS + (sheet_row - N_HEADS) / row->per_community * row->per_community;
}

/* Where a cell is located, the same cell is found; nothing lies outside the margins. */
static void
test_inverse (gconstpointer data)
{
  const LayoutCase *row = data;
  YsSheet *sheet = make_sheet (row->n_rows, row->per_community, row->width);
  g_autoptr (YsPages) pages = pages_of (sheet);
  guint last_page = 0;

  for (guint r = 0; r < N_HEADS + row->n_rows + 1; r++)
    for (guint c = 0; c < N_COLUMNS; c++)
      {
        guint page, found_sheet, found_row, found_column, expected_row = r, expected_column = c;
        double x, y, width, height;

        g_assert_true (ys_pages_locate (pages, 0, r, c, &page, &x, &y, &width, &height));
        g_assert_cmpfloat (x, >=, 15 * 72 / 25.4 - 0.01);
        g_assert_cmpfloat (x + width, <=, A4_LONG - 15 * 72 / 25.4 + 0.01);
        g_assert_cmpfloat (y, >=, 20 * 72 / 25.4 - 0.01);
        g_assert_cmpfloat (y + height, <=, A4_SHORT - 18 * 72 / 25.4 + 0.01);
        g_assert_true (ys_pages_cell_at (pages, page, x + width / 2, y + height / 2, &found_sheet,
                                         &found_row, &found_column));
        if (r == 0 || r == N_HEADS + row->n_rows || (r == 2 && c == 0))
          expected_column = 0;
        else if (r == 1 && c > 1)
          expected_column = 1;
        if (r == 2 && c == 0)
          expected_row = 1;
        else if (row->per_community > 0 && c == 0 && r >= N_HEADS && r < N_HEADS + row->n_rows)
          expected_row = first_of_merge (row, r);
        g_assert_cmpuint (found_row, ==, expected_row);
        g_assert_cmpuint (found_column, ==, expected_column);
        if (c == N_COLUMNS - 1)
          {
            g_assert_cmpuint (page, >=, last_page); /* in order */
            last_page = page;
          }
      }
  g_assert_cmpuint (last_page, ==, ys_pages_count (pages) - 1);
}

/* Each page after the first begins with the heads. */
static void
test_heads (void)
{
  g_autoptr (YsPages) pages = pages_of (make_sheet (100, 0, 15));
  double top = 20 * 72 / 25.4;
  guint sheet, row, column;

  g_assert_cmpuint (ys_pages_count (pages), >, 4);
  for (guint page = 0; page < ys_pages_count (pages); page++)
    {
      g_assert_true (ys_pages_cell_at (pages, page, A4_LONG / 2, top + 1, &sheet, &row, &column));
      g_assert_cmpuint (row, ==, page == 0 ? 0 : 1);
      g_assert_true (ys_pages_cell_at (pages, page, A4_LONG / 2, top + 60, &sheet, &row, &column));
      g_assert_cmpuint (row, >=, 1);
    }
  g_assert_false (ys_pages_cell_at (pages, 0, 1, 1, &sheet, &row, &column));
  g_assert_false (ys_pages_cell_at (pages, 0, A4_LONG - 1, 300, &sheet, &row, &column));
  g_assert_false (ys_pages_cell_at (pages, 0, A4_LONG / 2, A4_SHORT - 10, &sheet, &row, &column));
}

/* The page of the cell in column 1. */
static guint
page_of (const YsPages *pages, guint row)
{
  guint page;
  double x, y, width, height;

  g_assert_true (ys_pages_locate (pages, 0, row, 1, &page, &x, &y, &width, &height));
  return page;
}

/* Communities of four rows stay whole; the note never stands alone. */
static void
test_breaks (void)
{
  g_autoptr (YsPages) whole = pages_of (make_sheet (100, 4, 15));

  for (guint row = N_HEADS; row < N_HEADS + 100; row += 4)
    g_assert_cmpuint (page_of (whole, row), ==, page_of (whole, row + 3));
  for (guint n_rows = 1; n_rows < 60; n_rows++)
    {
      g_autoptr (YsPages) pages = pages_of (make_sheet (n_rows, 0, 15));

      g_assert_cmpuint (page_of (pages, N_HEADS + n_rows), ==,
                        page_of (pages, N_HEADS + n_rows - 1));
    }
}

static void
test_two_sheets (void)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  g_autoptr (YsPages) pages = NULL;
  YsPageSetup portrait = page_setup;
  guint page, sheet, row, column;
  double x, y, width, height;

  portrait.landscape = FALSE;
  g_ptr_array_add (sheets, make_sheet (2, 0, 15));
  g_ptr_array_add (sheets, make_sheet (2, 0, 15));
  ys_sheet_set_page (sheets->pdata[1], &portrait);
  pages = ys_pages_new (sheets);
  g_assert_cmpuint (ys_pages_count (pages), ==, 2);
  ys_pages_size (pages, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, A4_LONG, 0.01);
  ys_pages_size (pages, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (height, A4_LONG, 0.01);
  g_assert_true (ys_pages_locate (pages, 1, 3, 2, &page, &x, &y, &width, &height));
  g_assert_cmpuint (page, ==, 1);
  g_assert_true (ys_pages_cell_at (pages, 1, x + 1, y + 1, &sheet, &row, &column));
  g_assert_cmpuint (sheet, ==, 1);
  g_assert_false (ys_pages_locate (pages, 1, 99, 2, &page, &x, &y, &width, &height));
  g_assert_false (ys_pages_locate (pages, 1, 0, 99, &page, &x, &y, &width, &height));
}

static void
test_no_sheets (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (YsPages) pages = ys_pages_new (none);

  g_assert_cmpuint (ys_pages_count (pages), ==, 0);
}

/* A page as pixels, one a point. */
static cairo_surface_t *
draw_page (const YsPages *pages, guint page, gboolean with_marks)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 842, 596);
  cairo_t *cr = cairo_create (surface);

  ys_pages_draw (pages, page, cr, with_marks);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  guint32 value;

  memcpy (&value, data + (int)y * cairo_image_surface_get_stride (surface) + (int)x * 4, 4);
  return value & 0xffffff;
}

/* Pixels darker than half grey in a rectangle. */
static guint
count_dark (cairo_surface_t *surface, double x, double y, double width, double height)
{
  guint n = 0;

  for (int j = (int)y; j < (int)(y + height); j++)
    for (int i = (int)x; i < (int)(x + width); i++)
      n += (pixel (surface, i, j) & 0xff) < 128;
  return n;
}

static void
test_marks (void)
{
  YsSheet *sheet = make_sheet (2, 0, 15);
  g_autoptr (YsPages) pages = pages_of (sheet);
  cairo_surface_t *marked, *plain;
  guint page;
  double x, y, width, height;

  ys_sheet_set_mark (sheet, 3, 1, YS_MARK_CHANGED);
  ys_sheet_set (sheet, 4, 1, YS_SHEET_EMPTY, &cell);
  ys_sheet_set_mark (sheet, 4, 1, YS_MARK_BLANK);
  marked = draw_page (pages, 0, TRUE);
  plain = draw_page (pages, 0, FALSE);

  ys_pages_locate (pages, 0, 3, 1, &page, &x, &y, &width, &height);
  g_assert_cmphex (pixel (marked, x + 3, y + 3), ==, 0xdce9f7);
  g_assert_cmphex (pixel (marked, x + width / 2, y + height), ==, 0x1f5fa8);
  g_assert_cmphex (pixel (plain, x + 3, y + 3), ==, 0xffffff);
  g_assert_cmphex (pixel (plain, x + width / 2, y + height), ==, 0x000000); /* the rule */
  g_assert_cmphex (pixel (plain, x + width / 2, y + height + 1), ==,
                   0xffffff); /* and it is crisp */
  ys_pages_locate (pages, 0, 4, 1, &page, &x, &y, &width, &height);
  g_assert_cmphex (pixel (marked, x + 3, y + 3), ==, 0xfff2d4);
  g_assert_cmphex (pixel (plain, x + 3, y + 3), ==, 0xffffff);
  g_assert_cmpuint (count_dark (marked, x + 3, y + 3, width - 6, height - 6), >, 20); /* 缺 */
  g_assert_cmpuint (count_dark (plain, x + 3, y + 3, width - 6, height - 6), ==, 0);
  cairo_surface_destroy (marked);
  cairo_surface_destroy (plain);
}

/* Merged cells have no rules inside; the page has its number. */
static void
test_drawing (void)
{
  g_autoptr (YsPages) pages = pages_of (make_sheet (8, 4, 15));
  cairo_surface_t *surface = draw_page (pages, 0, FALSE);
  guint page;
  double x, y, width, height;

  ys_pages_locate (pages, 0, N_HEADS, 0, &page, &x, &y, &width, &height);
  g_assert_cmpuint (count_dark (surface, x + 3, y + 3, 8, height - 6), ==, 0);
  g_assert_cmphex (pixel (surface, x + 10, y + height), ==, 0);
  g_assert_cmpuint (count_dark (surface, A4_LONG / 2 - 60, A4_SHORT - 48, 120, 40), >, 10);
  g_assert_cmpuint (count_dark (surface, 0, 0, A4_LONG - 1, 19 * 72 / 25.4), ==, 0);
  cairo_surface_destroy (surface);
}

/* However long the text, its row holds it: the cell's last line is inside its rules. */
static void
test_never_cut (gconstpointer data)
{
  const char *unit = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint length = 1; length <= 30; length += 3)
    {
      YsSheet *sheet = make_sheet (1, 0, 15);
      g_autoptr (YsPages) pages = NULL;
      cairo_surface_t *surface;
      guint page;
      double x, y, width, height;

      for (guint i = 0; i < 3; i++)
        g_string_append (text, unit);
      ys_sheet_set (sheet, N_HEADS, 1, YS_SHEET_TEXT (text->str), &cell);
      pages = pages_of (sheet);
      surface = draw_page (pages, 0, FALSE);
      ys_pages_locate (pages, 0, N_HEADS, 1, &page, &x, &y, &width, &height);
      g_assert_cmpuint (count_dark (surface, x + 2, y + 2, width - 4, height - 4), >, 0);
      g_assert_cmpuint (count_dark (surface, x + 2, y + 2, width - 4, 1), ==, 0);
      g_assert_cmpuint (count_dark (surface, x + 2, y + height - 2, width - 4, 1), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static void
fill_row (YsSheetRow *cells, guint row, gpointer user_data)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    ys_sheet_row_set (cells, column,
                      YS_SHEET_TEXT (row % 10 == 0 ? "保洁、保安、护绿、维护秩序、设施维护、门卫"
                                                   : "保洁"),
                      &cell);
}

/* Rows of a source get the height that their own text needs. */
static void
test_source (void)
{
  YsSheet *sheet = ys_sheet_new ("名单", N_COLUMNS);
  g_autoptr (YsPages) pages = NULL;
  guint page, first_page;
  double x, y, width, height, high;

  ys_sheet_set_page (sheet, &page_setup);
  for (guint row = 0; row < N_HEADS; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      ys_sheet_set (sheet, row, column, YS_SHEET_TEXT ("名称"), &cell);
  ys_sheet_set_source (sheet, N_HEADS, 2000, fill_row, NULL, NULL);
  pages = pages_of (sheet);
  g_assert_cmpuint (ys_pages_count (pages), >, 80);
  g_assert_true (ys_pages_locate (pages, 0, 5, 1, &first_page, &x, &y, &width, &height));
  g_assert_true (ys_pages_locate (pages, 0, 10, 1, &page, &x, &y, &width, &high));
  g_assert_cmpfloat (high, >, 2 * height);
  g_assert_true (ys_pages_locate (pages, 0, 2002, 1, &page, &x, &y, &width, &high));
  g_assert_cmpuint (page, ==, ys_pages_count (pages) - 1);
}

/* A row higher than a page is clipped to it; the rest goes on. */
static void
test_high_row (void)
{
  YsSheet *sheet = make_sheet (3, 0, 5);
  g_autoptr (YsPages) pages = NULL;
  g_autofree char *text = g_strnfill (4000, 'a');
  cairo_surface_t *surface;
  guint page;
  double x, y, width, height;

  ys_sheet_set (sheet, N_HEADS + 1, 1, YS_SHEET_TEXT (text), &cell);
  pages = pages_of (sheet);
  g_assert_true (ys_pages_locate (pages, 0, N_HEADS + 1, 1, &page, &x, &y, &width, &height));
  g_assert_cmpfloat (height, <=, A4_SHORT - 38 * 72 / 25.4 + 0.01);
  surface = draw_page (pages, page, FALSE);
  g_assert_cmpuint (count_dark (surface, x, A4_SHORT - 17 * 72 / 25.4, width, 10), ==, 0);
  g_assert_cmpuint (page_of (pages, N_HEADS + 2), ==, page + 1);
  cairo_surface_destroy (surface);
}

static GBytes *
pdf_of (YsSheet *sheet)
{
  g_autoptr (YsPages) pages = pages_of (sheet);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ys_pages_to_pdf (pages, &info, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Rows of 100 points, 7 on a page of A4 portrait between margins of 20 mm (728.5 points). Row 6 is
 * kept with row 7: both go on; rows 8 to 19 belong to the head in row 7. */
static void
test_kept (void)
{
  static const YsPageSetup setup = { .margin_mm = { 20, 20, 20, 20 }, .repeat_first = 1 };
  static const struct
  {
    guint first, end, n_repeat;
  } expected[] = { { 0, 6, 0 }, { 6, 13, 0 }, { 13, 19, 1 }, { 19, 20, 1 } };
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
  YsSheet *sheet = ys_sheet_new ("文", 1);
  YsPages *pages;

  for (guint row = 0; row < 20; row++)
    {
      ys_sheet_set (sheet, row, 0, YS_SHEET_COUNT (row), NULL);
      ys_sheet_set_row_height (sheet, row, 100);
      if (row > 7)
        ys_sheet_set_row_head (sheet, row, 7);
    }
  ys_sheet_keep_with_next (sheet, 6);
  ys_sheet_set_page (sheet, &setup);
  g_ptr_array_add (sheets, sheet);
  pages = ys_pages_new (sheets);
  g_assert_cmpuint (ys_pages_count (pages), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const YsPage *page = ys_pages_page (pages, i);

      g_assert_cmpuint (page->first, ==, expected[i].first);
      g_assert_cmpuint (page->end, ==, expected[i].end);
      g_assert_cmpuint (page->n_repeat, ==, expected[i].n_repeat);
    }
  ys_pages_free (pages);
}

static void
test_pdf_repeats (void)
{
  g_autoptr (GBytes) first = pdf_of (make_sheet (40, 4, 15));
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autoptr (GBytes) other = pdf_of (make_sheet (40, 0, 15));
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  g_usleep (1100 * 1000);
  second = pdf_of (make_sheet (40, 4, 15));
  g_assert_true (g_bytes_equal (first, second));
  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  third = pdf_of (make_sheet (40, 4, 15));
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  g_assert_true (g_bytes_equal (first, third));
  g_assert_false (g_bytes_equal (first, other));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (first, NULL), "%PDF-"));
}

/* Marks change the screen only. */
static void
test_pdf_has_no_marks (void)
{
  YsSheet *marked = make_sheet (5, 0, 15);
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = pdf_of (make_sheet (5, 0, 15));

  ys_sheet_set_mark (marked, 3, 1, YS_MARK_CHANGED);
  ys_sheet_set_mark (marked, 4, 1, YS_MARK_BLANK);
  with = pdf_of (marked);
  g_assert_true (g_bytes_equal (with, without));
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ys-pages-XXXXXX", NULL);
  g_autofree char *png = g_build_filename (folder, "调度表.png", NULL);
  g_autofree char *pdf = g_build_filename (folder, "调度表.pdf", NULL);
  g_autofree char *gone = g_build_filename (folder, "没有", "a.pdf", NULL);
  g_autoptr (YsPages) pages = pages_of (make_sheet (5, 0, 15));
  g_autofree char *content = NULL;
  gsize length;
  cairo_surface_t *picture;

  ys_pages_write_png (pages, 0, 2, png, &error);
  g_assert_no_error (error);
  picture = cairo_image_surface_create_from_png (png);
  g_assert_cmpint (cairo_image_surface_get_width (picture), ==, 1684);
  g_assert_cmpint (cairo_image_surface_get_height (picture), ==, 1191);
  cairo_surface_destroy (picture);
  ys_pages_write_pdf (pages, &info, pdf, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (pdf, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  g_assert_false (ys_pages_write_pdf (pages, &info, gone, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED);
  g_unlink (png);
  g_unlink (pdf);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (layout_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/pages/inverse/", layout_cases[i].name, NULL);

      g_test_add_data_func (path, &layout_cases[i], test_inverse);
    }
  g_test_add_func ("/sheet/pages/heads", test_heads);
  g_test_add_func ("/sheet/pages/breaks", test_breaks);
  g_test_add_func ("/sheet/pages/two-sheets", test_two_sheets);
  g_test_add_func ("/sheet/pages/no-sheets", test_no_sheets);
  g_test_add_func ("/sheet/pages/marks", test_marks);
  g_test_add_func ("/sheet/pages/drawing", test_drawing);
  g_test_add_data_func ("/sheet/pages/never-cut/han", "物业管理", test_never_cut);
  g_test_add_data_func ("/sheet/pages/never-cut/list", "保洁、", test_never_cut);
  g_test_add_data_func ("/sheet/pages/never-cut/capitals", "WMQ", test_never_cut);
  g_test_add_data_func ("/sheet/pages/never-cut/mixed", "A区12号楼", test_never_cut);
  g_test_add_data_func ("/sheet/pages/never-cut/words", "lamp ", test_never_cut);
  g_test_add_func ("/sheet/pages/source", test_source);
  g_test_add_func ("/sheet/pages/high-row", test_high_row);
  g_test_add_func ("/sheet/pages/kept", test_kept);
  g_test_add_func ("/sheet/pages/pdf/repeats", test_pdf_repeats);
  g_test_add_func ("/sheet/pages/pdf/no-marks", test_pdf_has_no_marks);
  g_test_add_func ("/sheet/pages/files", test_files);
  return g_test_run ();
}
