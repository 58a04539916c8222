/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A running text written for the word processor and read back; what its package must hold for Word
 * and WPS to open it without a repair; what is refused. */
#include "config.h"

#include "text-blocks.h"

#include <glib/gstdio.h>
#include <string.h>

#include "workbook-private.h"

static const char *const heads[] = { "名次", "小区" };
static const int widths[] = { 1, 2 };

/* (transfer full): a picture of @size pixels as .png */
static GBytes *
make_png (cairo_surface_t *surface, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "图.png", NULL);
  char *data;
  gsize length;

  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_unlink (path);
  return g_bytes_new_take (data, length);
}

static YsTextBlocks *
make_blocks (const char *folder)
{
  YsTextBlocks *blocks = ys_text_blocks_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 160, 90);
  g_autoptr (GBytes) png = make_png (surface, folder);
  YsTextBlock *table;

  ys_text_blocks_add (blocks, YS_BLOCK_TITLE, "上行\n下行");
  ys_text_blocks_add (blocks, YS_BLOCK_LINE, "2026年10月");
  ys_text_blocks_add (blocks, YS_BLOCK_HEADING, "一、排名");
  ys_text_blocks_add (blocks, YS_BLOCK_TEXT, "<甲>&\"乙\"\x01丙");
  table = ys_text_blocks_add_table (blocks, "", heads, widths, 2);
  ys_text_block_add_cell (table, "1");
  ys_text_block_add_cell (table, "甲苑");
  ys_text_blocks_add_picture (blocks, "", "小区综合排名", png, surface);
  ys_text_blocks_add (blocks, YS_BLOCK_NOTE, "注：无");
  cairo_surface_destroy (surface);
  return blocks;
}

typedef struct
{
  char *folder, *path;
  YsTextBlocks *blocks;
} Paper;

static void
set_up (Paper *paper, gconstpointer data)
{
  const YsDocumentInfo info = { .title = "简报", .author = "示例街道", .created = 1790000000 };
  g_autoptr (GError) error = NULL;

  (void)data;
  paper->folder = g_dir_make_tmp ("ys-docx-XXXXXX", NULL);
  paper->path = g_build_filename (paper->folder, "简报.docx", NULL);
  paper->blocks = make_blocks (paper->folder);
  ys_docx_write_file (paper->blocks, &info, paper->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Paper *paper, gconstpointer data)
{
  (void)data;
  g_unlink (paper->path);
  g_assert_cmpint (g_rmdir (paper->folder), ==, 0);
  g_ptr_array_unref (paper->blocks);
  g_free (paper->path);
  g_free (paper->folder);
}

static void
test_read_back (Paper *paper, gconstpointer data)
{
  static const struct
  {
    YsBlockKind kind;
    const char *text;
  } expected[] = { { YS_BLOCK_TITLE, "上行\n下行" }, { YS_BLOCK_LINE, "2026年10月" },
                   { YS_BLOCK_HEADING, "一、排名" }, { YS_BLOCK_TEXT, "<甲>&\"乙\" 丙" },
                   { YS_BLOCK_TABLE, "" },           { YS_BLOCK_PICTURE, "" },
                   { YS_BLOCK_NOTE, "注：无" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = ys_docx_read_file (paper->path, &error);
  const YsTextBlock *table;

  g_assert_no_error (error);
  g_assert_cmpuint (read->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < read->len; i++)
    {
      const YsTextBlock *block = read->pdata[i];

      g_assert_cmpint (block->kind, ==, expected[i].kind);
      g_assert_cmpstr (block->text, ==, expected[i].text);
    }
  table = read->pdata[4];
  g_assert_cmpuint (table->n_columns, ==, 2);
  g_assert_cmpuint (table->cells->len, ==, 4);
  g_assert_cmpstr (table->cells->pdata[0], ==, "名次");
  g_assert_cmpstr (table->cells->pdata[3], ==, "甲苑");
  g_assert_cmpint (g_bytes_compare (((YsTextBlock *)read->pdata[5])->png,
                                    ((YsTextBlock *)paper->blocks->pdata[5])->png),
                   ==, 0);
}

static YsZip *
open_zip (const Paper *paper)
{
  g_autoptr (GFile) file = g_file_new_for_path (paper->path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  YsZip *zip = ys_zip_open (bytes, NULL);

  g_assert_nonnull (zip);
  return zip;
}

/* (transfer full) */
static char *
part_text (YsZip *zip, const char *part)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  int n;

  g_assert_true (ys_zip_open_part (zip, part, NULL));
  while ((n = ys_zip_read (zip, buffer, sizeof buffer, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  g_assert_true (ys_zip_close_part (zip, NULL));
  return g_string_free (text, FALSE);
}

/* What @attribute says in each @element of @part. (transfer full) (element-type utf8) */
typedef struct
{
  const char *element, *attribute;
  gboolean prefixed;
  GPtrArray *found;
} Search;

static void
on_found_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  Search *search = data;
  const char *value = g_str_equal (name, search->element)
                          ? ys_xml_attribute (attributes, search->attribute, search->prefixed)
                          : NULL;

  (void)xml;
  if (value != NULL)
    g_ptr_array_add (search->found, g_strdup (value));
}

static GPtrArray *
find (YsZip *zip, const char *part, const char *element, const char *attribute, gboolean prefixed)
{
  Search search = { element, attribute, prefixed, g_ptr_array_new_with_free_func (g_free) };

  g_assert_true (ys_xml_read_part (zip, part, on_found_cb, NULL, &search, NULL, NULL));
  return search.found;
}

static gboolean
has (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Every part is typed and there, every relation leads to one, every id and style that is used
 * exists. */
static void
test_package (Paper *paper, gconstpointer data)
{
  g_autoptr (YsZip) zip = open_zip (paper);
  g_autoptr (GPtrArray) typed = find (zip, "[Content_Types].xml", "Override", "PartName", FALSE);
  g_autoptr (GPtrArray) targets
      = find (zip, "word/_rels/document.xml.rels", "Relationship", "Target", FALSE);
  g_autoptr (GPtrArray) ids
      = find (zip, "word/_rels/document.xml.rels", "Relationship", "Id", FALSE);
  g_autoptr (GPtrArray) used = find (zip, "word/document.xml", "blip", "embed", TRUE);
  g_autoptr (GPtrArray) footers = find (zip, "word/document.xml", "footerReference", "id", TRUE);
  g_autoptr (GPtrArray) styles = find (zip, "word/styles.xml", "style", "styleId", TRUE);
  g_autoptr (GPtrArray) worn = find (zip, "word/document.xml", "pStyle", "val", TRUE);
  g_autoptr (GPtrArray) fonts = find (zip, "word/styles.xml", "rFonts", "eastAsia", TRUE);
  g_autoptr (GPtrArray) known = find (zip, "word/fontTable.xml", "font", "name", TRUE);

  for (guint i = 0; i < typed->len; i++)
    g_assert_true (ys_zip_has (zip, (char *)typed->pdata[i] + 1));
  for (guint i = 0; i < targets->len; i++)
    {
      g_autofree char *part = g_strconcat ("word/", targets->pdata[i], NULL);
      g_autofree char *name = g_strconcat ("/", part, NULL);

      g_assert_true (ys_zip_has (zip, part));
      g_assert_true (g_str_has_suffix (part, ".png") || has (typed, name));
    }
  g_assert_cmpuint (used->len, ==, 1);
  g_assert_true (has (ids, used->pdata[0]));
  g_assert_cmpuint (footers->len, ==, 1);
  g_assert_true (has (ids, footers->pdata[0]));
  g_assert_cmpuint (worn->len, ==, 10);
  for (guint i = 0; i < worn->len; i++)
    g_assert_true (has (styles, worn->pdata[i]));
  g_assert_cmpuint (fonts->len, ==, 3);
  for (guint i = 0; i < fonts->len; i++)
    g_assert_true (has (known, fonts->pdata[i]));
}

/* A4, the head repeated and held to its first row, the picture 160 mm wide with its shape. */
static void
test_page (Paper *paper, gconstpointer data)
{
  static const char *const wanted[] = { "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
                                        "<w:cantSplit/><w:tblHeader/>",
                                        "<w:pStyle w:val=\"Cell\"/><w:keepNext/>",
                                        "<w:gridCol w:w=\"3023\"/><w:gridCol w:w=\"6047\"/>",
                                        "<wp:extent cx=\"5759450\" cy=\"3239690\"/>",
                                        "descr=\"小区综合排名\"",
                                        "<w:br/>" };
  g_autoptr (YsZip) zip = open_zip (paper);
  g_autofree char *document = part_text (zip, "word/document.xml");
  g_autofree char *footer = part_text (zip, "word/footer1.xml");
  g_autofree char *settings = part_text (zip, "word/settings.xml");

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_test_message ("%s", wanted[i]);
      g_assert_nonnull (strstr (document, wanted[i]));
    }
  g_assert_nonnull (strstr (footer, "NUMPAGES"));
  g_assert_nonnull (strstr (settings, "\"compatibilityMode\""));
}

static void
assert_refused (const Paper *paper, const char *data, gsize length, int code)
{
  g_autofree char *path = g_build_filename (paper->folder, "坏.docx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, data, (gssize)length, NULL));
  g_assert_null (ys_docx_read_file (path, &error));
  g_assert_error (error, YS_SHEET_ERROR, code);
  g_unlink (path);
}

static void
test_refused (Paper *paper, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  g_autofree char *none = g_build_filename (paper->folder, "无.docx", NULL);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (paper->path, &bytes, &length, NULL));
  assert_refused (paper, "文字", strlen ("文字"), YS_SHEET_ERROR_DAMAGED);
  assert_refused (paper, bytes, length / 2, YS_SHEET_ERROR_DAMAGED);
  g_assert_null (ys_docx_read_file (none, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED);
}

#define ADD(path, test) g_test_add ("/sheet/docx/" path, Paper, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("read-back", test_read_back);
  ADD ("package", test_package);
  ADD ("page", test_page);
  ADD ("refused", test_refused);
  return g_test_run ();
}
