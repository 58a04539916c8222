/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest WordprocessingML that Word, WPS and LibreOffice open and edit: one document part,
 * its styles, its pictures. Sizes are half-points and twentieths of a point; pictures in EMU. */
#include "config.h"

#include "text-blocks.h"

#include "docx-private.h"
#include "file-output.h"
#include "zip-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_WIDTH 9070 /* twips between the margins: 160 mm */
#define EMU_PER_TWIP 635
#define BORDER(side) "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
static const char *const style_ids[]
    = { "Title", "Subtitle", "Heading1", "BodyText", "Note", "Caption", "Caption" };

/* XML has no character for most control codes; a name that was pasted may hold one. */
static char *
escape (const char *text)
{
  g_autofree char *plain = g_strdup (text);

  for (char *p = plain; *p != '\0'; p++)
    if ((guchar)*p < ' ' && *p != '\t' && *p != '\n')
      *p = ' ';
  return g_markup_escape_text (plain, -1);
}

static void
append_run (GString *out, const char *text, gboolean bold)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append (out, bold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *escaped = escape (lines[i]);

      g_string_append_printf (out, "%s<w:t xml:space=\"preserve\">%s</w:t>", i > 0 ? "<w:br/>" : "",
                              escaped);
    }
  g_string_append (out, "</w:r>");
}

/* @properties: (nullable): more of the paragraph, in the order of the schema */
static void
append_paragraph (
    GString *out, const char *style, const char *properties, const char *text, gboolean bold)
{
  g_string_append_printf (out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style,
                          properties != NULL ? properties : "");
  append_run (out, text, bold);
  g_string_append (out, "</w:p>");
}

static void
append_grid (GString *out, const int *widths, guint n)
{
  g_string_append (
      out, "<w:tbl><w:tblPr><w:tblW w:w=\"" G_STRINGIFY (
               TEXT_WIDTH) "\" w:type=\"dxa\"/><w:jc "
                           "w:val=\"center\"/><w:tblBorders>" BORDER ("top") BORDER ("left")
                               BORDER ("bottom") BORDER ("right") BORDER ("insideH") BORDER (
                                   "insideV") "</w:tblBorders><w:tblLayout "
                                              "w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" "
                                              "w:type=\"dxa\"/><w:right w:w=\"57\" "
                                              "w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                                              "<w:tblGrid>");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "<w:gridCol w:w=\"%d\"/>", widths[i]);
  g_string_append (out, "</w:tblGrid>");
}

/* Twips; together the width of the text. */
static int *
share_width (const YsTextBlock *block)
{
  int *widths = g_new (int, block->n_columns);
  int sum = 0, used = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->widths[i];
  for (guint i = 0; i < block->n_columns; i++)
    {
      int from = TEXT_WIDTH * used / MAX (sum, 1);

      used += block->widths[i];
      widths[i] = TEXT_WIDTH * used / MAX (sum, 1) - from;
    }
  return widths;
}

/* The head is repeated on each page and never stands alone at a page's foot. */
static void
append_table (GString *out, const YsTextBlock *block)
{
  g_autofree int *widths = share_width (block);

  append_grid (out, widths, block->n_columns);
  for (guint i = 0; i < block->cells->len; i++)
    {
      guint column = i % block->n_columns;
      gboolean is_head = i < block->n_columns;

      if (column == 0)
        g_string_append_printf (out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                                is_head ? "<w:tblHeader/>" : "");
      g_string_append_printf (out,
                              "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/><w:vAlign "
                              "w:val=\"center\"/></w:tcPr>",
                              widths[column]);
      append_paragraph (out, "Cell", is_head ? "<w:keepNext/>" : NULL, block->cells->pdata[i],
                        is_head);
      g_string_append (out, column + 1 == block->n_columns ? "</w:tc></w:tr>" : "</w:tc>");
    }
  g_string_append (out, "</w:tbl>");
}

static void
append_picture (GString *out, const YsTextBlock *block, guint number)
{
  g_autofree char *name = g_strdup_printf ("图%u", number);
  g_autofree char *label = escape (block->label);
  int width = TEXT_WIDTH * EMU_PER_TWIP;
  int height = (int)((gint64)width * cairo_image_surface_get_height (block->surface)
                     / MAX (cairo_image_surface_get_width (block->surface), 1));

  g_string_append_printf (
      out,
      "<w:p><w:pPr><w:pStyle w:val=\"Picture\"/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" "
      "distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"%d\" cy=\"%d\"/><wp:effectExtent "
      "l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:docPr id=\"%u\" name=\"%s\" descr=\"%s\"/>"
      "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
      "<a:graphic><a:graphicData uri=\"" DOCX_DRAWING
      "picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"%u\" name=\"%s\"/><pic:cNvPicPr/>"
      "</pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rId%u\"/><a:stretch><a:fillRect/>"
      "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"%d\" "
      "cy=\"%d\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
      "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
      width, height, number, name, label, number, name, DOCX_FIRST_PICTURE + number - 1, width,
      height);
}

/* @out_n_pictures: how many pictures it refers to, as rIds from DOCX_FIRST_PICTURE on */
static char *
document_xml (const YsTextBlocks *blocks, guint *out_n_pictures)
{
  GString *out
      = g_string_new (DOCX_HEAD "<w:document xmlns:w=\"" DOCX_WORD "\" xmlns:r=\"" DOCX_OFFICE
                                "relationships\" xmlns:wp=\"" DOCX_DRAWING
                                "wordprocessingDrawing\" xmlns:a=\"" DOCX_DRAWING
                                "main\" xmlns:pic=\"" DOCX_DRAWING "picture\"><w:body>");

  *out_n_pictures = 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      const YsTextBlock *block = blocks->pdata[i];

      if (*block->text != '\0' || block->kind < YS_BLOCK_TABLE)
        append_paragraph (out, style_ids[block->kind], NULL, block->text, FALSE);
      if (block->kind == YS_BLOCK_TABLE)
        append_table (out, block);
      else if (block->kind == YS_BLOCK_PICTURE)
        append_picture (out, block, ++*out_n_pictures);
    }
  g_string_append (out, "<w:sectPr><w:footerReference w:type=\"default\" "
                        "r:id=\"" DOCX_FOOTER
                        "\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" "
                        "w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"851\" "
                        "w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
  return g_string_free (out, FALSE);
}

GBytes *
ys_docx_write_bytes (const YsTextBlocks *blocks, const YsDocumentInfo *info, GError **error)
{
  YsZipWriter *zip = ys_zip_writer_new ();
  guint n_pictures, number = 0;
  g_autofree char *document = document_xml (blocks, &n_pictures);
  GBytes *bytes;

  ys_docx_add_frame (zip, info, n_pictures);
  ys_zip_writer_add (zip, "word/document.xml", document, strlen (document));
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
