/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest WordprocessingML that Word, WPS and LibreOffice open and edit: one document part,
 * its styles, its pictures. Sizes are half-points and twentieths of a point; pictures in EMU. */
#include "config.h"

#include "text-blocks.h"

#include "file-output.h"
#include "zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_WIDTH 9070 /* twips between the margins: 160 mm */
#define EMU_PER_TWIP 635
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char *const style_ids[]
    = { "Title", "Line", "Heading1", "Body", "Note", "Caption", "Caption" };

static const char styles_xml[]
    = HEAD "<w:styles xmlns:w=\"" WORD "\">"
           "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"FangSong_GB2312\" "
           "w:hAnsi=\"FangSong_GB2312\" w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"28\"/>"
           "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>"
           "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
           "w:val=\"Normal\"/></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:pPr>"
           "<w:spacing w:before=\"240\" w:after=\"120\"/><w:jc w:val=\"center\"/></w:pPr><w:rPr>"
           "<w:rFonts w:eastAsia=\"方正小标宋简体\"/><w:sz w:val=\"44\"/></w:rPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Line\"><w:name w:val=\"Subtitle\"/><w:pPr>"
           "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/></w:pPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"
           "<w:pPr><w:keepNext/><w:spacing w:before=\"200\" w:after=\"80\"/><w:ind "
           "w:firstLine=\"560\"/><w:outlineLvl w:val=\"0\"/></w:pPr><w:rPr><w:rFonts "
           "w:eastAsia=\"黑体\"/><w:sz w:val=\"30\"/></w:rPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Body\"><w:name w:val=\"Body Text\"/><w:pPr>"
           "<w:spacing w:line=\"480\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"560\"/></w:pPr>"
           "</w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Note\"><w:name w:val=\"Note\"/><w:pPr>"
           "<w:spacing w:before=\"80\" w:after=\"80\"/></w:pPr><w:rPr><w:sz w:val=\"21\"/></w:rPr>"
           "</w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Caption\"><w:name w:val=\"caption\"/><w:pPr>"
           "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/><w:jc w:val=\"center\"/>"
           "</w:pPr><w:rPr><w:b/><w:sz w:val=\"24\"/></w:rPr></w:style>"
           "<w:style w:type=\"paragraph\" w:styleId=\"Cell\"><w:name w:val=\"Cell\"/><w:pPr><w:jc "
           "w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"21\"/></w:rPr></w:style></w:styles>";

static void
append_run (GString *out, const char *text, gboolean bold)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<w:r>%s<w:t xml:space=\"preserve\">%s</w:t></w:r>",
                          bold ? "<w:rPr><w:b/></w:rPr>" : "", escaped);
}

static void
append_paragraph (GString *out, const char *style, const char *text, gboolean bold)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
  append_run (out, text, bold);
  g_string_append (out, "</w:p>");
}

static void
append_grid (GString *out, const int *widths, guint n)
{
  g_string_append (
      out, "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:jc w:val=\"center\"/>"
           "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" "
           "w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/><w:right w:val=\"single\" "
           "w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" "
           "w:sz=\"4\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%d\"/>", widths[i]);
  g_string_append (out, "</w:tblGrid>");
}

static void
append_table (GString *out, const YsTextBlock *block)
{
  g_autofree int *widths = g_new (int, block->n_columns);
  int sum = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->widths[i];
  for (guint i = 0; i < block->n_columns; i++)
    widths[i] = TEXT_WIDTH * block->widths[i] / MAX (sum, 1);
  append_grid (out, widths, block->n_columns);
  for (guint i = 0; i < block->cells->len; i++)
    {
      guint column = i % block->n_columns;

      if (column == 0)
        g_string_append_printf (out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                                i == 0 ? "<w:tblHeader/>" : "");
      g_string_append_printf (out,
                              "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/><w:vAlign "
                              "w:val=\"center\"/></w:tcPr>",
                              widths[column]);
      append_paragraph (out, "Cell", block->cells->pdata[i], i < block->n_columns);
      g_string_append (out, column + 1 == block->n_columns ? "</w:tc></w:tr>" : "</w:tc>");
    }
  g_string_append (out, "</w:tbl>");
}

static void
append_picture (GString *out, const YsTextBlock *block, guint number)
{
  g_autofree char *name = g_strdup_printf ("图%u", number);
  int width = TEXT_WIDTH * EMU_PER_TWIP;
  int height = (int)((gint64)width * cairo_image_surface_get_height (block->surface)
                     / MAX (cairo_image_surface_get_width (block->surface), 1));

  g_string_append_printf (
      out,
      "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" "
      "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%d\" cy=\"%d\"/><wp:docPr id=\"%u\" "
      "name=\"%s\" descr=\"%s\"/><a:graphic><a:graphicData uri=\"" DRAWING
      "picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"%s\"/><pic:cNvPicPr/>"
      "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId%u\"/><a:stretch><a:fillRect/>"
      "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\" "
      "cy=\"%d\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
      width, height, number, name, name, number, name, number + 1, width, height);
}

/* @out_n_pictures: how many pictures it refers to, as rId2 on */
static char *
document_xml (const YsTextBlocks *blocks, guint *out_n_pictures)
{
  GString *out = g_string_new (HEAD "<w:document xmlns:w=\"" WORD "\" xmlns:r=\"" OFFICE
                                    "relationships\" xmlns:wp=\"" DRAWING
                                    "wordprocessingDrawing\" xmlns:a=\"" DRAWING
                                    "main\" xmlns:pic=\"" DRAWING "picture\"><w:body>");

  *out_n_pictures = 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const YsTextBlock *block = blocks->pdata[i];

      if (*block->text != '\0' || block->kind < YS_BLOCK_TABLE)
        append_paragraph (out, style_ids[block->kind], block->text, FALSE);
      if (block->kind == YS_BLOCK_TABLE)
        append_table (out, block);
      else if (block->kind == YS_BLOCK_PICTURE)
        append_picture (out, block, ++*out_n_pictures);
    }
  g_string_append (out, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" "
                        "w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"851\" "
                        "w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
  return g_string_free (out, FALSE);
}

static char *
relations_xml (guint n_pictures)
{
  GString *out = g_string_new (HEAD "<Relationships xmlns=\"" PACKAGE
                                    "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                                    "relationships/styles\" Target=\"styles.xml\"/>");

  for (guint i = 1; i <= n_pictures; i++)
    g_string_append_printf (out,
                            "<Relationship Id=\"rId%u\" Type=\"" OFFICE
                            "relationships/image\" Target=\"media/image%u.png\"/>",
                            i + 1, i);
  g_string_append (out, "</Relationships>");
  return g_string_free (out, FALSE);
}

static char *
core_xml (const YsDocumentInfo *info)
{
  g_autofree char *title = g_markup_escape_text (info->title != NULL ? info->title : "", -1);
  g_autofree char *author = g_markup_escape_text (info->author != NULL ? info->author : "", -1);
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (info->created);
  g_autofree char *iso = g_date_time_format (created, "%Y-%m-%dT%H:%M:%SZ");

  return g_strdup_printf (HEAD
                          "<cp:coreProperties xmlns:cp=\"" PACKAGE
                          "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                          " xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%s"
                          "</dc:title><dc:creator>%s</dc:creator><dcterms:created "
                          "xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created></cp:coreProperties>",
                          title, author, iso);
}

static void
add_text (YsZipWriter *zip, const char *name, const char *text)
{
  ys_zip_writer_add (zip, name, text, strlen (text));
}

static void
add_frame (YsZipWriter *zip)
{
  add_text (zip, "[Content_Types].xml",
            HEAD "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
                 "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                 "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default "
                 "Extension=\"png\" ContentType=\"image/png\"/><Override "
                 "PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
                 "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
                 "<Override PartName=\"/docProps/core.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                 "</Types>");
  add_text (zip, "_rels/.rels",
            HEAD "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" "
                 "Type=\"" OFFICE "relationships/officeDocument\" Target=\"word/document.xml\"/>"
                 "<Relationship Id=\"rId2\" Type=\"" PACKAGE
                 "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                 "</Relationships>");
  add_text (zip, "word/styles.xml", styles_xml);
}

GBytes *
ys_docx_write_bytes (const YsTextBlocks *blocks, const YsDocumentInfo *info, GError **error)
{
  YsZipWriter *zip = ys_zip_writer_new ();
  guint n_pictures, number = 0;
  g_autofree char *document = document_xml (blocks, &n_pictures);
  g_autofree char *relations = relations_xml (n_pictures);
  g_autofree char *core = core_xml (info);
  GBytes *bytes;

  add_frame (zip);
  add_text (zip, "docProps/core.xml", core);
  add_text (zip, "word/document.xml", document);
  add_text (zip, "word/_rels/document.xml.rels", relations);
  for (guint i = 0; i < blocks->len; i++)
    {
      const YsTextBlock *block = blocks->pdata[i];
      g_autofree char *name = NULL;
      gsize size;
      gconstpointer data;

      if (block->kind != YS_BLOCK_PICTURE)
        continue;
      name = g_strdup_printf ("word/media/image%u.png", ++number);
      data = g_bytes_get_data (block->png, &size);
      ys_zip_writer_add (zip, name, data, size);
    }
  bytes = ys_zip_writer_end (zip);
  if (bytes == NULL)
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                         _ ("The document could not be made. Close other programs and try again."));
  return bytes;
}

gboolean
ys_docx_write_file (const YsTextBlocks *blocks,
                    const YsDocumentInfo *info,
                    const char *path,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (blocks != NULL && info != NULL && path != NULL, FALSE);

  bytes = ys_docx_write_bytes (blocks, info, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  return ys_output_write (path, data, size, error);
}
