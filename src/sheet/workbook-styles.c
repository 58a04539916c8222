/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cell styles show a date, and how much of it: a workbook stores 2020年9月 as a number that
 * only its format tells from a count. */
#include "config.h"

#include "workbook-private.h"

#include <string.h>

#define MAX_STYLES 100000

typedef struct
{
  YsWorkbookStyles *styles;
  GHashTable *formats; /* number format id → YsPrecision */
  gboolean in_cell_xfs;
} StylesParser;

/* The formats that a file never spells out, with those of Chinese Excel (27-36, 50-58). */
YsPrecision
ys_number_format_builtin (guint id)
{
  switch (id)
    {
    case 14:
    case 15:
    case 16:
    case 22:
    case 28:
    case 29:
    case 30:
    case 31:
    case 51:
    case 53:
    case 54:
    case 58:
      return YS_PRECISION_DAY;
    case 17:
    case 27:
    case 36:
    case 50:
    case 52:
    case 57:
      return YS_PRECISION_MONTH;
    default:
      return YS_PRECISION_NONE;
    }
}

/* Past a quoted, escaped or bracketed stretch; NULL if @code does not begin one. */
static const char *
skip_literal (const char *code)
{
  const char *end;

  switch (*code)
    {
    case '"':
      end = strchr (code + 1, '"');
      return end != NULL ? end + 1 : code + strlen (code);
    case '[':
      end = strchr (code + 1, ']');
      return end != NULL ? end + 1 : code + strlen (code);
    case '\\':
    case '_':
    case '*':
      return code[1] != '\0' ? g_utf8_next_char (code + 1) : code + 1;
    default:
      return NULL;
    }
}

static guint
run_length (const char *code, char letter)
{
  guint n = 0;

  while (g_ascii_tolower (code[n]) == letter)
    n++;
  return n;
}

YsPrecision
ys_number_format_precision (const char *code)
{
  gboolean year = FALSE, month = FALSE, day = FALSE, clock = FALSE;

  if (g_ascii_strcasecmp (code, "General") == 0)
    return YS_PRECISION_NONE;
  while (*code != '\0' && *code != ';')
    {
      const char *after = skip_literal (code);
      if (after != NULL)
        {
          code = after;
          continue;
        }
      switch (g_ascii_tolower (*code))
        {
        case 'y':
          year = TRUE;
          break;
        case 'e': /* a year of the era, or an exponent */
          if (code[1] == '+' || code[1] == '-')
            return YS_PRECISION_NONE;
          year = TRUE;
          break;
        case 'm':
          month = TRUE;
          break;
        case 'd':
          day = TRUE;
          break;
        case 'a': /* aaa, aaaa: weekday; AM/PM, A/P: clock */
          if (run_length (code, 'a') >= 3)
            day = TRUE;
          break;
        case 'h':
        case 's':
          clock = TRUE;
          break;
        case '0':
        case '#':
        case '?': /* digits of a plain number (seconds may have some) */
          if (!clock)
            return YS_PRECISION_NONE;
          break;
        default:
          break;
        }
      code++;
    }
  if (day)
    return YS_PRECISION_DAY;
  if (clock) /* m is minutes then, unless a year stands beside it */
    return year ? YS_PRECISION_DAY : YS_PRECISION_NONE;
  if (month)
    return YS_PRECISION_MONTH;
  return year ? YS_PRECISION_YEAR : YS_PRECISION_NONE;
}

static YsPrecision
format_precision (const StylesParser *parser, guint id)
{
  gpointer value;

  if (g_hash_table_lookup_extended (parser->formats, GUINT_TO_POINTER (id), NULL, &value))
    return (YsPrecision)GPOINTER_TO_UINT (value);
  return ys_number_format_builtin (id);
}

static void
on_style_start_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  StylesParser *parser = data;
  guint id = 0;

  if (g_str_equal (name, "numFmt"))
    {
      const char *code = ys_xml_attribute (attributes, "formatCode", FALSE);
      if (ys_xml_parse_uint (ys_xml_attribute (attributes, "numFmtId", FALSE), G_MAXINT, &id)
          && code != NULL && g_hash_table_size (parser->formats) < MAX_STYLES)
        g_hash_table_insert (parser->formats, GUINT_TO_POINTER (id),
                             GUINT_TO_POINTER ((guint)ys_number_format_precision (code)));
    }
  else if (g_str_equal (name, "cellXfs"))
    parser->in_cell_xfs = TRUE;
  else if (parser->in_cell_xfs && g_str_equal (name, "xf"))
    {
      guint8 precision;
      if (!ys_xml_parse_uint (ys_xml_attribute (attributes, "numFmtId", FALSE), G_MAXINT, &id))
        id = 0;
      precision = (guint8)format_precision (parser, id);
      if (parser->styles->precisions->len < MAX_STYLES)
        g_array_append_val (parser->styles->precisions, precision);
    }
}

static void
on_style_end_cb (YsXml *xml, const char *name, gpointer data)
{
  if (g_str_equal (name, "cellXfs"))
    ((StylesParser *)data)->in_cell_xfs = FALSE;
}

void
ys_workbook_styles_clear (YsWorkbookStyles *styles)
{
  g_clear_pointer (&styles->precisions, g_array_unref);
}

gboolean
ys_workbook_styles_read (YsWorkbookStyles *styles,
                         YsZip *zip,
                         const char *part,
                         GCancellable *cancellable,
                         GError **error)
{
  StylesParser parser = { .styles = styles };
  gboolean ok;

  styles->precisions = g_array_new (FALSE, FALSE, sizeof (guint8));
  parser.formats = g_hash_table_new (NULL, NULL);
  ok = ys_xml_read_part (zip, part, on_style_start_cb, on_style_end_cb, &parser, cancellable,
                         error);
  g_hash_table_unref (parser.formats);
  return ok;
}

YsPrecision
ys_workbook_styles_precision (const YsWorkbookStyles *styles, guint style)
{
  if (styles->precisions == NULL || style >= styles->precisions->len)
    return YS_PRECISION_NONE;
  return (YsPrecision)g_array_index (styles->precisions, guint8, style);
}
