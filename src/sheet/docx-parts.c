/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a .docx that are the same in each: content types, relations, styles, fonts that
 * stand in for those that a machine lacks, settings (without them Word opens in compatibility
 * mode), the footer with the pages. */
#include "config.h"

#include "docx-private.h"

#include <string.h>

#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define XMLNS "xmlns:w=\"" DOCX_WORD "\""
#define BODY_FONT "仿宋_GB2312"
#define FONTS(name)                                                                                \
  "<w:rFonts w:ascii=\"" name "\" w:hAnsi=\"" name "\" w:eastAsia=\"" name "\" w:cs=\"" name "\"/" \
                                                                                             ">"
#define SIZE(half_points) "<w:sz w:val=\"" half_points "\"/><w:szCs w:val=\"" half_points "\"/>"
#define PARAGRAPH "<w:style w:type=\"paragraph\" "
#define BASED "<w:basedOn w:val=\"Normal\"/>"
#define NEXT_BODY "<w:next w:val=\"BodyText\"/><w:qFormat/>"
#define SINGLE " w:line=\"240\" w:lineRule=\"auto\""

static const char styles_xml[]
    = DOCX_HEAD "<w:styles " XMLNS "><w:docDefaults><w:rPrDefault><w:rPr>" FONTS (BODY_FONT) SIZE (
        "28") "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" "
              "w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
              "<w:pPrDefault/></w:docDefaults>" PARAGRAPH
              "w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
              "<w:pPr><w:widowControl/></w:pPr></w:style>" PARAGRAPH
              "w:styleId=\"Title\"><w:name w:val=\"Title\"/>" BASED NEXT_BODY
              "<w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"" SINGLE "/><w:jc "
              "w:val=\"center\"/></w:pPr><w:rPr>" FONTS ("方正小标宋简体") SIZE (
                  "44") "</w:rPr></w:style>" PARAGRAPH
                        "w:styleId=\"Subtitle\"><w:name w:val=\"Subtitle\"/>" BASED NEXT_BODY
                        "<w:pPr><w:spacing w:after=\"240\"/><w:jc "
                        "w:val=\"center\"/></w:pPr></w:style>" PARAGRAPH
                        "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>" BASED NEXT_BODY
                        "<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before=\"200\" "
                        "w:after=\"80\"/><w:ind "
                        "w:firstLineChars=\"200\" w:firstLine=\"600\"/><w:outlineLvl "
                        "w:val=\"0\"/></w:pPr><w:rPr>" FONTS ("黑体") SIZE (
                            "30") "</w:rPr></w:style>" PARAGRAPH
                                  "w:styleId=\"BodyText\"><w:name w:val=\"Body Text\"/>" BASED
                                  "<w:qFormat/><w:pPr><w:spacing w:line=\"480\" "
                                  "w:lineRule=\"exact\"/><w:ind "
                                  "w:firstLineChars=\"200\" "
                                  "w:firstLine=\"560\"/></w:pPr></w:style>" PARAGRAPH
                                  "w:customStyle=\"1\" w:styleId=\"Note\"><w:name "
                                  "w:val=\"表注\"/>" BASED
                                  "<w:qFormat/><w:pPr><w:spacing w:before=\"80\" "
                                  "w:after=\"80\"/></w:pPr><w:rPr>" SIZE (
                                      "21") "</w:rPr></w:style>" PARAGRAPH
                                            "w:styleId=\"Caption\"><w:name "
                                            "w:val=\"caption\"/>" BASED
                                            "<w:qFormat/><w:pPr><w:keepNext/><w:spacing "
                                            "w:before=\"160\" w:after=\"60\"/><w:jc "
                                            "w:val=\"center\"/></w:pPr><w:rPr><w:b/>" SIZE (
                                                "24") "</w:rPr></w:style>" PARAGRAPH
                                                      "w:customStyle=\"1\" "
                                                      "w:styleId=\"Cell\"><w:name "
                                                      "w:val=\"表格文字\"/>" BASED
                                                      "<w:qFormat/><w:pPr><w:spacing "
                                                      "w:before=\"20\" w:after=\"20\"/><w:jc "
                                                      "w:val=\"center\"/></w:pPr>"
                                                      "<w:rPr>" SIZE (
                                                          "21") "</w:rPr></w:style>" PARAGRAPH
                                                                "w:customStyle=\"1\" "
                                                                "w:styleId=\"Picture\"><w:name "
                                                                "w:val=\"图\"/>" BASED
                                                                "<w:qFormat/><w:pPr><w:spacing "
                                                                "w:before=\"160\" "
                                                                "w:after=\"160\"" SINGLE "/><w:jc "
                                                                "w:val=\"center\"/></w:pPr></"
                                                                "w:style>" PARAGRAPH
                                                                "w:styleId=\"Footer\"><w:name "
                                                                "w:val=\"footer\"/>" BASED
                                                                "<w:pPr><w:jc "
                                                                "w:val=\"center\"/></"
                                                                "w:pPr><w:rPr>" SIZE (
                                                                    "21") "</w:rPr></w:style></"
                                                                          "w:styles>";

#define FONT(name, other, family)                                                                  \
  "<w:font w:name=\"" name "\"><w:altName w:val=\"" other                                          \
  "\"/><w:charset w:val=\"86\"/><w:family "                                                        \
  "w:val=\"" family "\"/><w:pitch w:val=\"default\"/></w:font>"

static const char fonts_xml[] = DOCX_HEAD "<w:fonts " XMLNS ">" FONT (BODY_FONT, "仿宋", "modern")
    FONT ("方正小标宋简体", "宋体", "auto") FONT ("黑体", "SimHei", "modern") "</w:fonts>";

static const char settings_xml[] = DOCX_HEAD
    "<w:settings " XMLNS "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>"
    "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting "
    "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
    "</w:compat></w:settings>";

#define WORDS(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define FIELD(name) "<w:fldSimple w:instr=\" " name " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>"

static const char footer_xml[]
    = DOCX_HEAD "<w:ftr " XMLNS "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>" WORDS ("第 ")
        FIELD ("PAGE") WORDS (" 页，共 ") FIELD ("NUMPAGES") WORDS (" 页") "</w:p></w:ftr>";

#define OVERRIDE(part, type) "<Override PartName=\"" part "\" ContentType=\"" type "\"/>"

static const char types_xml[] = DOCX_HEAD
    "<Types xmlns=\"" DOCX_PACKAGE "content-types\"><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Default Extension=\"png\" ContentType=\"image/png\"/>" OVERRIDE ("/word/document.xml",
                                                                       WORD_TYPE
                                                                       "document.main+xml")
        OVERRIDE ("/word/styles.xml", WORD_TYPE "styles+xml") OVERRIDE ("/word/settings.xml",
                                                                        WORD_TYPE "settings+xml")
            OVERRIDE ("/word/fontTable.xml",
                      WORD_TYPE
                      "fontTable+xml") OVERRIDE ("/word/footer1.xml", WORD_TYPE "footer+xml")
                OVERRIDE ("/docProps/core.xml",
                          "application/vnd.openxmlformats-package.core-properties+xml") "</Types>";

#define RELATION(id, type, target)                                                                 \
  "<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" target "\"/>"

static const char package_xml[]
    = DOCX_HEAD "<Relationships xmlns=\"" DOCX_PACKAGE
                "relationships\">" RELATION ("rId1",
                                             DOCX_OFFICE "relationships/officeDocument",
                                             "word/document.xml")
                    RELATION ("rId2",
                              DOCX_PACKAGE "relationships/metadata/core-properties",
                              "docProps/core.xml") "</Relationships>";

static const char document_relations[] = DOCX_HEAD
    "<Relationships xmlns=\"" DOCX_PACKAGE
    "relationships\">" RELATION ("rId1", DOCX_OFFICE "relationships/styles", "styles.xml")
        RELATION ("rId2", DOCX_OFFICE "relationships/settings", "settings.xml")
            RELATION ("rId3", DOCX_OFFICE "relationships/fontTable", "fontTable.xml")
                RELATION (DOCX_FOOTER, DOCX_OFFICE "relationships/footer", "footer1.xml");

static char *
relations_xml (guint n_pictures)
{
  GString *out = g_string_new (document_relations);

  for (guint i = 0; i < n_pictures; i++)
    g_string_append_printf (out,
                            "<Relationship Id=\"rId%u\" Type=\"" DOCX_OFFICE
                            "relationships/image\" Target=\"media/image%u.png\"/>",
                            DOCX_FIRST_PICTURE + i, i + 1);
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

  return g_strdup_printf (DOCX_HEAD
                          "<cp:coreProperties xmlns:cp=\"" DOCX_PACKAGE
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

void
ys_docx_add_frame (YsZipWriter *zip, const YsDocumentInfo *info, guint n_pictures)
{
  g_autofree char *relations = relations_xml (n_pictures);
  g_autofree char *core = core_xml (info);

  add_text (zip, "[Content_Types].xml", types_xml);
  add_text (zip, "_rels/.rels", package_xml);
  add_text (zip, "docProps/core.xml", core);
  add_text (zip, "word/styles.xml", styles_xml);
  add_text (zip, "word/settings.xml", settings_xml);
  add_text (zip, "word/fontTable.xml", fonts_xml);
  add_text (zip, "word/footer1.xml", footer_xml);
  add_text (zip, "word/_rels/document.xml.rels", relations);
}
