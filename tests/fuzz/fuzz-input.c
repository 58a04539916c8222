/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packs parts into a zip without compression, in memory. */
#include "config.h"

#include "fuzz-input.h"

#include <string.h>

#include <zlib.h>

typedef struct
{
  GByteArray *bytes;
  GByteArray *directory;
  guint n;
} Package;

static const char plain_sheet[]
    = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>44089</v></c>"
      "</row></sheetData></worksheet>";
static const char plain_strings[]
    = "<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>";
static const char plain_styles[]
    = "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>";
static const char plain_workbook[]
    = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" r:id=\"1\"/><sheet name=\"t\" "
      "r:id=\"1\"/></sheets></workbook>";
static const char plain_relations[]
    = "<Relationships><Relationship Id=\"1\" Type=\"x/worksheet\" Target=\"s.xml\"/>"
      "<Relationship Id=\"2\" Type=\"x/styles\" Target=\"y.xml\"/>"
      "<Relationship Id=\"3\" Type=\"x/sharedStrings\" Target=\"t.xml\"/></Relationships>";
static const char root_relations[]
    = "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\" "
      "Target=\"xl/w.xml\"/></Relationships>";

static void
put (GByteArray *bytes, guint64 value, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint8 byte = (guint8)(value >> (8 * i));
      g_byte_array_append (bytes, &byte, 1);
    }
}

/* What a local and a central header have in common, from the version needed on. */
static void
put_header (GByteArray *bytes, const char *name, guint32 crc, gsize size)
{
  put (bytes, 20, 2); /* version */
  put (bytes, 0, 2);  /* flags */
  put (bytes, 0, 2);  /* stored */
  put (bytes, 0, 4);  /* time, date */
  put (bytes, crc, 4);
  put (bytes, size, 4);
  put (bytes, size, 4);
  put (bytes, strlen (name), 2);
  put (bytes, 0, 2); /* extra */
}

static void
add_part (Package *package, const char *name, const void *data, gsize size)
{
  guint32 crc = (guint32)crc32 (0, data, (uInt)size);
  guint offset = package->bytes->len;

  put (package->bytes, 0x04034b50, 4);
  put_header (package->bytes, name, crc, size);
  g_byte_array_append (package->bytes, (const guint8 *)name, (guint)strlen (name));
  g_byte_array_append (package->bytes, data, (guint)size);
  put (package->directory, 0x02014b50, 4);
  put (package->directory, 20, 2); /* made by */
  put_header (package->directory, name, crc, size);
  put (package->directory, 0, 2); /* comment */
  put (package->directory, 0, 2); /* disk */
  put (package->directory, 0, 2); /* internal attributes */
  put (package->directory, 0, 4); /* external attributes */
  put (package->directory, offset, 4);
  g_byte_array_append (package->directory, (const guint8 *)name, (guint)strlen (name));
  package->n++;
}

static GBytes *
finish (Package *package)
{
  guint offset = package->bytes->len;

  g_byte_array_append (package->bytes, package->directory->data, package->directory->len);
  put (package->bytes, 0x06054b50, 4);
  put (package->bytes, 0, 4); /* disks */
  put (package->bytes, package->n, 2);
  put (package->bytes, package->n, 2);
  put (package->bytes, package->directory->len, 4);
  put (package->bytes, offset, 4);
  put (package->bytes, 0, 2); /* comment */
  g_byte_array_unref (package->directory);
  return g_byte_array_free_to_bytes (package->bytes);
}

/* Part @which of six is the fuzzed one. */
static GBytes *
make_package (guint which, const guint8 *data, gsize size)
{
  static const struct
  {
    const char *name;
    const char *plain;
  } parts[] = {
    { "xl/s.xml", plain_sheet },       { "xl/t.xml", plain_strings },
    { "xl/y.xml", plain_styles },      { "xl/w.xml", plain_workbook },
    { "_rels/.rels", root_relations }, { "xl/_rels/w.xml.rels", plain_relations },
  };
  Package package = { g_byte_array_new (), g_byte_array_new (), 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (i == which)
      add_part (&package, parts[i].name, data, size);
    else
      add_part (&package, parts[i].name, parts[i].plain, strlen (parts[i].plain));
  return finish (&package);
}

GBytes *
fuzz_input_workbook (const guint8 *data, gsize size)
{
  guint which = data[0] % 8;

  if (which < 6)
    return make_package (which, data + 1, size - 1);
  return g_bytes_new (data + 1, size - 1);
}

static void
append_lines (GString *xml, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_string_append (xml, "<row>");
      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autofree char *escaped = g_markup_escape_text (cells[j], -1);
          gboolean is_number = g_ascii_isdigit (cells[j][0]);
          g_string_append_printf (xml,
                                  is_number ? "<c s=\"1\"><v>%s</v></c>"
                                            : "<c t=\"inlineStr\"><is><t>%s</t></is></c>",
                                  escaped);
        }
      g_string_append (xml, "</row>");
    }
}

GBytes *
fuzz_input_table (const guint8 *data, gsize size)
{
  g_autoptr (GString) xml = g_string_new ("<worksheet><sheetData>");
  guint n_merges = MIN (data[0] % 16, (guint)(size - 1) / 4);
  const guint8 *merges = data + 1;
  gsize skip = 1 + 4 * (gsize)n_merges;
  g_autofree char *raw = g_strndup ((const char *)data + skip, size - skip);
  g_autofree char *text = g_utf8_make_valid (raw, -1);

  append_lines (xml, text);
  g_string_append (xml, "</sheetData><mergeCells>");
  for (guint i = 0; i < n_merges; i++)
    {
      guint row = merges[4 * i] % 32 + 1, column = merges[4 * i + 1] % 16;
      g_string_append_printf (xml, "<mergeCell ref=\"%c%u:%c%u\"/>", (char)('A' + column), row,
                              (char)('A' + column + merges[4 * i + 3] % 10),
                              row + merges[4 * i + 2] % 8);
    }
  g_string_append (xml, "</mergeCells></worksheet>");
  return make_package (0, (const guint8 *)xml->str, xml->len);
}
