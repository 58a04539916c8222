/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes small zip packages with minizip into a temporary file and hands back its bytes. */
#include "config.h"

#include "make-workbook.h"

#include <string.h>

#include <glib/gstdio.h>
#include <minizip/zip.h>

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATION_NS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_NS "http://schemas.openxmlformats.org/package/2006/relationships"

struct _TestZip
{
  char *path;
  zipFile file;
};

static const char plain_styles[]
    = "<styleSheet xmlns=\"" MAIN_NS "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
      "<xf numFmtId=\"14\"/></cellXfs></styleSheet>";
static const char plain_workbook[]
    = "<workbook xmlns=\"" MAIN_NS "\" xmlns:r=\"" RELATION_NS "\"><sheets>"
      "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
static const char root_relations[]
    = "<Relationships xmlns=\"" PACKAGE_NS "\"><Relationship Id=\"rId1\" Type=\"" RELATION_NS
      "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char workbook_relations[]
    = "<Relationships xmlns=\"" PACKAGE_NS "\">"
      "<Relationship Id=\"rId1\" Type=\"" RELATION_NS
      "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
      "<Relationship Id=\"rId2\" Type=\"" RELATION_NS
      "/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>"
      "<Relationship Id=\"rId8\" Type=\"" RELATION_NS "/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId9\" Type=\"" RELATION_NS
      "/sharedStrings\" Target=\"./x/../sharedStrings.xml\"/>"
      "</Relationships>";

TestZip *
test_zip_new (void)
{
  TestZip *zip = g_new0 (TestZip, 1);
  int fd = g_file_open_tmp ("yardstick-test-XXXXXX.zip", &zip->path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_true (g_close (fd, NULL));
  zip->file = zipOpen64 (zip->path, APPEND_STATUS_CREATE);
  g_assert_nonnull (zip->file);
  return zip;
}

static void
open_part (TestZip *zip, const char *part)
{
  zip_fileinfo info = { 0 };

  g_assert_cmpint (zipOpenNewFileInZip64 (zip->file, part, &info, NULL, 0, NULL, 0, NULL,
                                          Z_DEFLATED, 6, 1),
                   ==, ZIP_OK);
}

void
test_zip_add (TestZip *zip, const char *part, const char *content, gssize length)
{
  open_part (zip, part);
  g_assert_cmpint (zipWriteInFileInZip (zip->file, content,
                                        (unsigned)(length < 0 ? strlen (content) : (gsize)length)),
                   ==, ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (zip->file), ==, ZIP_OK);
}

void
test_zip_add_encrypted (TestZip *zip, const char *part, const char *content)
{
  zip_fileinfo info = { 0 };

  /* Bit 0 of the flags; the content itself may be anything. */
  g_assert_cmpint (zipOpenNewFileInZip4_64 (zip->file, part, &info, NULL, 0, NULL, 0, NULL,
                                            Z_DEFLATED, 6, 0, -MAX_WBITS, DEF_MEM_LEVEL,
                                            Z_DEFAULT_STRATEGY, NULL, 0, 0, 1, 0),
                   ==, ZIP_OK);
  g_assert_cmpint (zipWriteInFileInZip (zip->file, content, (unsigned)strlen (content)), ==,
                   ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (zip->file), ==, ZIP_OK);
}

void
test_zip_add_repeated (TestZip *zip,
                       const char *part,
                       const char *head,
                       const char *piece,
                       guint64 times,
                       const char *tail)
{
  gsize length = strlen (piece);
  guint per_block = (guint)MAX (1, (1024 * 1024) / length);
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < per_block; i++)
    g_string_append_len (block, piece, (gssize)length);
  open_part (zip, part);
  g_assert_cmpint (zipWriteInFileInZip (zip->file, head, (unsigned)strlen (head)), ==, ZIP_OK);
  for (guint64 done = 0; done < times;)
    {
      guint64 n = MIN ((guint64)per_block, times - done);
      g_assert_cmpint (zipWriteInFileInZip (zip->file, block->str, (unsigned)(n * length)), ==,
                       ZIP_OK);
      done += n;
    }
  g_assert_cmpint (zipWriteInFileInZip (zip->file, tail, (unsigned)strlen (tail)), ==, ZIP_OK);
  g_assert_cmpint (zipCloseFileInZip (zip->file), ==, ZIP_OK);
}

GBytes *
test_zip_finish (TestZip *zip)
{
  char *content;
  gsize length;

  g_assert_cmpint (zipClose (zip->file, NULL), ==, ZIP_OK);
  g_assert_true (g_file_get_contents (zip->path, &content, &length, NULL));
  g_remove (zip->path);
  g_free (zip->path);
  g_free (zip);
  return g_bytes_new_take (content, length);
}

TestZip *
test_package (const char *sheet_xml,
              const char *styles_xml,
              const char *strings_xml,
              const char *workbook_xml)
{
  TestZip *zip = test_zip_new ();

  test_zip_add (zip, "_rels/.rels", root_relations, -1);
  test_zip_add (zip, "xl/workbook.xml", workbook_xml != NULL ? workbook_xml : plain_workbook, -1);
  test_zip_add (zip, "xl/_rels/workbook.xml.rels", workbook_relations, -1);
  test_zip_add (zip, "xl/styles.xml", styles_xml != NULL ? styles_xml : plain_styles, -1);
  if (strings_xml != NULL)
    test_zip_add (zip, "xl/sharedStrings.xml", strings_xml, -1);
  if (sheet_xml != NULL)
    test_zip_add (zip, "xl/worksheets/sheet1.xml", sheet_xml, -1);
  return zip;
}

GBytes *
test_workbook (const char *sheet_data, const char *styles_xml, const char *strings_xml)
{
  g_autofree char *xml
      = g_strdup_printf ("<worksheet xmlns=\"" MAIN_NS "\">%s</worksheet>", sheet_data);

  return test_zip_finish (test_package (xml, styles_xml, strings_xml, NULL));
}

static void
append_cell (GString *xml, const char *text)
{
  if (*text == '=')
    g_string_append_printf (xml, "<c><v>%s</v></c>", text + 1);
  else if (*text == '@')
    g_string_append_printf (xml, "<c s=\"1\"><v>%s</v></c>", text + 1);
  else if (*text == '\0')
    g_string_append (xml, "<c/>");
  else
    {
      g_autofree char *escaped = g_markup_escape_text (text, -1);
      g_string_append_printf (xml, "<c t=\"inlineStr\"><is><t>%s</t></is></c>", escaped);
    }
}

GBytes *
test_table (const char *text, const char *merges)
{
  g_autoptr (GString) xml = g_string_new ("<sheetData>");
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);
      g_string_append (xml, "<row>");
      for (guint j = 0; cells[j] != NULL; j++)
        append_cell (xml, cells[j]);
      g_string_append (xml, "</row>");
    }
  g_string_append (xml, "</sheetData>");
  if (merges != NULL)
    {
      g_auto (GStrv) ranges = g_strsplit (merges, " ", -1);
      g_string_append (xml, "<mergeCells>");
      for (guint i = 0; ranges[i] != NULL; i++)
        g_string_append_printf (xml, "<mergeCell ref=\"%s\"/>", ranges[i]);
      g_string_append (xml, "</mergeCells>");
    }
  return test_workbook (xml->str, NULL, NULL);
}
