/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shared strings of a workbook: runs of rich text are joined, phonetic guides left out. */
#include "config.h"

#include "workbook-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YsWorkbook *workbook;
  GPtrArray *strings;
  guint phonetic; /* depth inside rPh */
} StringsParser;

static void
on_string_start_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  StringsParser *parser = data;

  if (g_str_equal (name, "si"))
    {
      g_string_truncate (xml->text, 0);
      parser->phonetic = 0;
    }
  else if (g_str_equal (name, "rPh"))
    parser->phonetic++;
  else if (g_str_equal (name, "t"))
    xml->collect = parser->phonetic == 0;
}

static void
keep_string (YsXml *xml, StringsParser *parser)
{
  GError *error = NULL;
  const char *kept;

  if (parser->strings->len >= YS_WORKBOOK_MAX_CELLS)
    {
      ys_xml_fail_damaged (xml);
      return;
    }
  ys_xml_unescape (xml->text);
  kept = ys_workbook_keep (parser->workbook, xml->text->str, xml->text->len, &error);
  if (kept == NULL)
    ys_xml_fail (xml, error);
  else
    g_ptr_array_add (parser->strings, (gpointer)kept);
}

static void
on_string_end_cb (YsXml *xml, const char *name, gpointer data)
{
  StringsParser *parser = data;

  if (g_str_equal (name, "t"))
    xml->collect = FALSE;
  else if (g_str_equal (name, "rPh") && parser->phonetic > 0)
    parser->phonetic--;
  else if (g_str_equal (name, "si"))
    keep_string (xml, parser);
}

gboolean
ys_workbook_strings_read (YsWorkbook *workbook,
                          GPtrArray *strings,
                          YsZip *zip,
                          const char *part,
                          GCancellable *cancellable,
                          GError **error)
{
  StringsParser parser = { .workbook = workbook, .strings = strings };

  return ys_xml_read_part (zip, part, on_string_start_cb, on_string_end_cb, &parser, cancellable,
                           error);
}
