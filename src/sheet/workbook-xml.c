/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML out of a zip part, in pieces. Any document type declaration is refused, and with it every
 * entity bomb; depth and the length of one tag are bounded, because the parser keeps both in
 * memory. */
#include "config.h"

#include "workbook-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define PIECE (64 * 1024)
#define MAX_DEPTH 128
#define MAX_TAG_BYTES (1024 * 1024)

void
ys_xml_fail (YsXml *xml, GError *error)
{
  if (xml->error == NULL)
    xml->error = error;
  else
    g_error_free (error);
  XML_StopParser (xml->parser, XML_FALSE);
}

void
ys_xml_fail_damaged (YsXml *xml)
{
  GError *error = NULL;

  ys_workbook_set_damaged (&error);
  ys_xml_fail (xml, error);
}

static const char *
local_name (const char *name)
{
  const char *colon = strrchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  YsXml *xml = data;

  if (xml->error != NULL)
    return;
  if (++xml->depth > MAX_DEPTH)
    ys_xml_fail_damaged (xml);
  else
    xml->start (xml, local_name (name), attributes, xml->data);
}

static void
on_end_cb (void *data, const XML_Char *name)
{
  YsXml *xml = data;

  if (xml->error != NULL)
    return;
  xml->depth--;
  if (xml->end != NULL)
    xml->end (xml, local_name (name), xml->data);
}

static void
on_text_cb (void *data, const XML_Char *text, int length)
{
  YsXml *xml = data;

  if (xml->error != NULL || !xml->collect || length <= 0)
    return;
  if ((gsize)length > YS_WORKBOOK_MAX_CELL_BYTES - xml->text->len)
    ys_xml_fail (xml, g_error_new (YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                                   _ ("One cell holds more than %u KB of text. Shorten it and save "
                                      "the workbook again."),
                                   YS_WORKBOOK_MAX_CELL_BYTES / 1024));
  else
    g_string_append_len (xml->text, text, length);
}

static void
on_doctype_cb (void *data,
               const XML_Char *name,
               const XML_Char *system_id,
               const XML_Char *public_id,
               int has_subset)
{
  ys_xml_fail (data, g_error_new_literal (YS_SHEET_ERROR, YS_SHEET_ERROR_DAMAGED,
                                          _ ("The workbook contains declarations that no "
                                             "spreadsheet program writes. "
                                             "Do not use it; ask for a new copy.")));
}

/* One piece into the parser; FALSE with the XML's own error or DAMAGED. */
static gboolean
feed (YsXml *xml, YsZip *zip, guint64 *fed, gboolean *done, GError **error)
{
  void *buffer = XML_GetBuffer (xml->parser, PIECE);
  int n;

  if (buffer == NULL)
    {
      ys_workbook_set_damaged (error);
      return FALSE;
    }
  n = ys_zip_read (zip, buffer, PIECE, error);
  if (n < 0)
    return FALSE;
  *fed += (guint)n;
  *done = n == 0;
  if (XML_ParseBuffer (xml->parser, n, *done) != XML_STATUS_OK)
    {
      if (xml->error != NULL)
        g_propagate_error (error, g_steal_pointer (&xml->error));
      else
        ys_workbook_set_damaged (error);
      return FALSE;
    }
  /* The parser reads an unfinished tag again with every piece. */
  if ((gint64)*fed - (gint64)XML_GetCurrentByteIndex (xml->parser) > MAX_TAG_BYTES)
    {
      ys_workbook_set_damaged (error);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_pieces (YsXml *xml, YsZip *zip, GCancellable *cancellable, GError **error)
{
  guint64 fed = 0;
  gboolean done = FALSE;

  while (!done)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_CANCELLED, _ ("Cancelled."));
          return FALSE;
        }
      if (!feed (xml, zip, &fed, &done, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ys_xml_read_part (YsZip *zip,
                  const char *part,
                  YsXmlStart start,
                  YsXmlEnd end,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  YsXml xml = { .start = start, .end = end, .data = data };
  gboolean ok;

  if (!ys_zip_open_part (zip, part, error))
    return FALSE;
  xml.parser = XML_ParserCreate (NULL);
  xml.text = g_string_new (NULL);
  XML_SetUserData (xml.parser, &xml);
  XML_SetElementHandler (xml.parser, on_start_cb, on_end_cb);
  XML_SetCharacterDataHandler (xml.parser, on_text_cb);
  XML_SetStartDoctypeDeclHandler (xml.parser, on_doctype_cb);
  ok = read_pieces (&xml, zip, cancellable, error);
  XML_ParserFree (xml.parser);
  g_string_free (xml.text, TRUE);
  g_clear_error (&xml.error);
  /* A part that was given up half-way has no checksum to compare. */
  return ys_zip_close_part (zip, ok ? error : NULL) && ok;
}

const char *
ys_xml_attribute (const char **attributes, const char *name, gboolean prefixed)
{
  for (guint i = 0; attributes[i] != NULL; i += 2)
    {
      const char *colon = strchr (attributes[i], ':');
      if (prefixed ? colon != NULL && g_str_equal (colon + 1, name)
                   : g_str_equal (attributes[i], name))
        return attributes[i + 1];
    }
  return NULL;
}

gboolean
ys_xml_parse_uint (const char *text, guint max, guint *out_value)
{
  guint64 value = 0;

  if (text == NULL || *text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isdigit (*text))
        return FALSE;
      value = value * 10 + (guint64)(*text - '0');
      if (value > max)
        return FALSE;
    }
  *out_value = (guint)value;
  return TRUE;
}

gboolean
ys_xml_parse_flag (const char *text)
{
  return text != NULL
         && (g_str_equal (text, "1") || g_str_equal (text, "true") || g_str_equal (text, "on"));
}

static int
parse_escape (const char *text)
{
  int value = 0;

  if (text[0] != '_' || text[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return text[6] == '_' ? value : -1;
}

void
ys_xml_unescape (GString *text)
{
  char *to;
  const char *from;

  if (strstr (text->str, "_x") == NULL)
    return;
  for (to = text->str, from = text->str; *from != '\0';)
    {
      int code = parse_escape (from);
      if (code < 0)
        {
          *to++ = *from++;
          continue;
        }
      /* At most three bytes for the seven that are read; halves of a pair and controls go. */
      if ((code >= 0x20 || code == '\t' || code == '\n') && !(code >= 0xD800 && code <= 0xDFFF))
        to += g_unichar_to_utf8 ((gunichar)code, to);
      from += 7;
    }
  g_string_truncate (text, (gsize)(to - text->str));
}
