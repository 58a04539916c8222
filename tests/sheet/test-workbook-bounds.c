/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that must be refused, each with its code and the sentence that says what to do. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "make-workbook.h"
#include "workbook.h"

typedef GBytes *(*MakeFunc) (void);

typedef struct
{
  const char *name;
  MakeFunc make;
  YsSheetError code;
  const char *says; /* a part of the sentence */
} RefuseCase;

static GBytes *
sheet_of (const char *head, const char *piece, guint64 times, const char *tail)
{
  TestZip *zip = test_package (NULL, NULL, NULL, NULL);

  test_zip_add_repeated (zip, "xl/worksheets/sheet1.xml", head, piece, times, tail);
  return test_zip_finish (zip);
}

static GBytes *
from_sheet (const char *xml)
{
  return test_zip_finish (test_package (xml, NULL, NULL, NULL));
}

static GBytes *
make_empty (void)
{
  return g_bytes_new_static ("", 0);
}

/* Inside the bound for one part, but packed far too well. */
static GBytes *
make_ratio_bomb (void)
{
  return sheet_of ("<worksheet><sheetData>", "                                ",
                   60u * 1024 * 1024 / 32, "</sheetData></worksheet>");
}

/* Every part of more than 16 MB is said to hold @bytes. */
static GBytes *
state_size (GBytes *bytes, guint32 stated)
{
  gsize size;
  guint8 *data = g_bytes_unref_to_data (bytes, &size);

  for (gsize i = 0; i + 46 < size; i++)
    {
      gboolean local = memcmp (data + i, "PK\003\004", 4) == 0;
      gboolean central = memcmp (data + i, "PK\001\002", 4) == 0;
      guint8 *length = data + i + (local ? 22 : 24);
      if ((local || central) && length[3] != 0)
        for (guint j = 0; j < 4; j++)
          length[j] = (guint8)(stated >> (8 * j));
    }
  return g_bytes_new_take (data, size);
}

/* What comes out is counted, whatever the directory states. */
static GBytes *
make_lying_bomb (void)
{
  return state_size (make_ratio_bomb (), 10);
}

static GBytes *
make_two_gigabytes (void)
{
  return state_size (make_ratio_bomb (), 0x80000000u);
}

static GBytes *
make_entity_bomb (void)
{
  return from_sheet ("<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                     "<worksheet><sheetData><row><c "
                     "t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>");
}

static GBytes *
make_deep (void)
{
  return sheet_of ("<worksheet>", "<a>", 100000, "");
}

static GBytes *
make_long_tag (void)
{
  return sheet_of ("<worksheet a=\"", "0123456789abcdef", 256 * 1024, "\"/>");
}

static GBytes *
make_columns (void)
{
  return sheet_of ("<worksheet><sheetData><row>", "<c><v>1</v></c>", 500000,
                   "</row></sheetData></worksheet>");
}

static GBytes *
make_blank_columns (void)
{
  return sheet_of ("<worksheet><sheetData><row>", "<c/>", 1000000,
                   "</row></sheetData></worksheet>");
}

static GBytes *
make_far_column (void)
{
  return test_workbook ("<sheetData><row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row></sheetData>",
                        NULL, NULL);
}

static GBytes *
make_far_row (void)
{
  return test_workbook (
      "<sheetData><row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row></sheetData>", NULL, NULL);
}

static GBytes *
make_huge_cell (void)
{
  return sheet_of ("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "小区", 30000,
                   "</t></is></c></row></sheetData></worksheet>");
}

static GBytes *
make_many_merges (void)
{
  return sheet_of ("<worksheet><sheetData/><mergeCells>", "<mergeCell ref=\"A1:B2\"/>", 200001,
                   "</mergeCells></worksheet>");
}

static GBytes *
make_wide_merges (void)
{
  return sheet_of ("<worksheet><sheetData><row r=\"1\"><c "
                   "r=\"ALJ1\"><v>1</v></c></row></sheetData><mergeCells>",
                   "<mergeCell ref=\"A1:ALJ2\"/>", 3000, "</mergeCells></worksheet>");
}

static GBytes *
make_many_sheets (void)
{
  g_autoptr (GString) xml = g_string_new ("<workbook xmlns:r=\"r\"><sheets>");

  for (guint i = 0; i < 257; i++)
    g_string_append_printf (xml, "<sheet name=\"s%u\" r:id=\"rId1\"/>", i);
  g_string_append (xml, "</sheets></workbook>");
  return test_zip_finish (test_package ("<worksheet/>", NULL, NULL, xml->str));
}

static GBytes *
make_backward_rows (void)
{
  return test_workbook ("<sheetData><row r=\"2\"><c><v>1</v></c></row><row "
                        "r=\"1\"><c><v>1</v></c></row></sheetData>",
                        NULL, NULL);
}

static GBytes *
make_wrong_reference (void)
{
  return test_workbook ("<sheetData><row r=\"2\"><c r=\"A3\"><v>1</v></c></row></sheetData>", NULL,
                        NULL);
}

static GBytes *
make_missing_string (void)
{
  return test_workbook ("<sheetData><row><c t=\"s\"><v>1</v></c></row></sheetData>", NULL,
                        "<sst><si><t>a</t></si></sst>");
}

static GBytes *
make_broken_xml (void)
{
  return from_sheet ("<worksheet><sheetData><row></sheetData></worksheet>");
}

static GBytes *
make_missing_sheet (void)
{
  return test_zip_finish (test_package (NULL, NULL, NULL, NULL));
}

static GBytes *
cut (gsize keep_of_16)
{
  g_autoptr (GBytes) bytes = test_table ("社区|小区\n梅园|甲", NULL);

  return g_bytes_new_from_bytes (bytes, 0, g_bytes_get_size (bytes) * keep_of_16 / 16);
}

static GBytes *
make_truncated (void)
{
  return cut (8);
}

static GBytes *
make_truncated_at_end (void)
{
  return cut (15);
}

/* One byte of the packed data turned round. */
static GBytes *
make_flipped (void)
{
  g_autoptr (GBytes) bytes = sheet_of ("<worksheet><sheetData>", "<row><c><v>1</v></c></row>", 5000,
                                       "</sheetData></worksheet>");
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);

  for (gsize i = 0; i + 40 < size; i++)
    if (memcmp (data + i, "sheet1.xml", 10) == 0)
      {
        data[i + 10 + 20] ^= 0x55;
        break;
      }
  return g_bytes_new_take (data, size);
}

static GBytes *
make_encrypted_zip (void)
{
  TestZip *zip = test_package (NULL, NULL, NULL, NULL);

  test_zip_add_encrypted (zip, "xl/worksheets/sheet1.xml", "<worksheet/>");
  return test_zip_finish (zip);
}

/* An OLE container whose directory names one stream. */
static GBytes *
ole (const char *stream)
{
  guint8 *data = g_malloc0 (2048);

  memcpy (data, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  for (gsize i = 0; stream[i] != '\0'; i++)
    data[1024 + 2 * i] = (guint8)stream[i];
  return g_bytes_new_take (data, 2048);
}

static GBytes *
make_encrypted_ole (void)
{
  return ole ("EncryptedPackage");
}

static GBytes *
make_xls (void)
{
  return ole ("Workbook");
}

static GBytes *
make_doc (void)
{
  return ole ("WordDocument");
}

static GBytes *
make_short_ole (void)
{
  return g_bytes_new_static ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
}

static GBytes *
make_biff (void)
{
  return g_bytes_new_static ("\x09\x08\x08\x00\x00\x05\x10\x00", 8);
}

static GBytes *
make_html (void)
{
  return g_bytes_new_static ("\xEF\xBB\xBF \n<HTML><table>", 18);
}

static GBytes *
make_pdf (void)
{
  return g_bytes_new_static ("%PDF-1.7\n", 9);
}

static GBytes *
one_part (const char *part)
{
  TestZip *zip = test_zip_new ();

  test_zip_add (zip, part, "x", -1);
  return test_zip_finish (zip);
}

static GBytes *
make_xlsb (void)
{
  return one_part ("xl/workbook.bin");
}

static GBytes *
make_ods (void)
{
  return one_part ("content.xml");
}

static GBytes *
make_docx (void)
{
  return one_part ("word/document.xml");
}

static GBytes *
make_binary (void)
{
  return g_bytes_new_static ("a,b\n\x01\x02\x03\x00zz", 9);
}

static GBytes *
make_bad_utf16 (void)
{
  return g_bytes_new_static ("\xFF\xFE\x00\xD8\x41\x00", 6);
}

static GBytes *
make_open_quote (void)
{
  return g_bytes_new_static ("a,b\n\"c,d\n", 9);
}

static GBytes *
make_csv_columns (void)
{
  char *text = g_malloc (2000000);

  memset (text, ',', 2000000);
  return g_bytes_new_take (text, 2000000);
}

static GBytes *
make_csv_cell (void)
{
  char *text = g_malloc (200000);

  memset (text, 'a', 200000);
  return g_bytes_new_take (text, 200000);
}

static GBytes *
make_csv_rows (void)
{
  char *text = g_malloc (2097154);

  for (gsize i = 0; i < 2097154; i += 2)
    memcpy (text + i, "a\n", 2);
  return g_bytes_new_take (text, 2097154);
}

static const RefuseCase refuse_cases[] = {
  { "empty", make_empty, YS_SHEET_ERROR_NOT_A_TABLE, "is empty" },
  { "two-gigabytes", make_two_gigabytes, YS_SHEET_ERROR_TOO_LARGE, "Unpacked" },
  { "zip-bomb", make_ratio_bomb, YS_SHEET_ERROR_TOO_LARGE, "Unpacked" },
  { "lying-bomb", make_lying_bomb, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "entity-bomb", make_entity_bomb, YS_SHEET_ERROR_DAMAGED, "declarations" },
  { "deep", make_deep, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "long-tag", make_long_tag, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "million-columns", make_columns, YS_SHEET_ERROR_TOO_LARGE, "more than 1024 columns" },
  { "million-blank-columns", make_blank_columns, YS_SHEET_ERROR_TOO_LARGE,
    "more than 16384 columns" },
  { "far-column", make_far_column, YS_SHEET_ERROR_TOO_LARGE, "columns" },
  { "far-row", make_far_row, YS_SHEET_ERROR_TOO_LARGE, "more than 1048576 rows" },
  { "huge-cell", make_huge_cell, YS_SHEET_ERROR_TOO_LARGE, "more than 128 KB" },
  { "many-merges", make_many_merges, YS_SHEET_ERROR_TOO_LARGE, "merged cells" },
  { "wide-merges", make_wide_merges, YS_SHEET_ERROR_TOO_LARGE, "merged cells" },
  { "many-sheets", make_many_sheets, YS_SHEET_ERROR_TOO_LARGE, "256 worksheets" },
  { "backward-rows", make_backward_rows, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "wrong-reference", make_wrong_reference, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "missing-string", make_missing_string, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "broken-xml", make_broken_xml, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "missing-sheet", make_missing_sheet, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "truncated", make_truncated, YS_SHEET_ERROR_DAMAGED, "incomplete" },
  { "truncated-at-end", make_truncated_at_end, YS_SHEET_ERROR_DAMAGED, "incomplete" },
  { "flipped-byte", make_flipped, YS_SHEET_ERROR_DAMAGED, "damaged" },
  { "encrypted-zip", make_encrypted_zip, YS_SHEET_ERROR_NOT_A_TABLE, "take the password off" },
  { "encrypted-ole", make_encrypted_ole, YS_SHEET_ERROR_NOT_A_TABLE, "take the password off" },
  { "xls", make_xls, YS_SHEET_ERROR_NOT_A_TABLE, "save it as .xlsx" },
  { "xls-without-container", make_biff, YS_SHEET_ERROR_NOT_A_TABLE, "old .xls" },
  { "ole-only-magic", make_short_ole, YS_SHEET_ERROR_NOT_A_TABLE, "old .xls" },
  { "doc", make_doc, YS_SHEET_ERROR_NOT_A_TABLE, "not a workbook" },
  { "html", make_html, YS_SHEET_ERROR_NOT_A_TABLE, "web page" },
  { "pdf", make_pdf, YS_SHEET_ERROR_NOT_A_TABLE, "not a workbook" },
  { "xlsb", make_xlsb, YS_SHEET_ERROR_NOT_A_TABLE, ".xlsb" },
  { "ods", make_ods, YS_SHEET_ERROR_NOT_A_TABLE, "OpenDocument" },
  { "docx", make_docx, YS_SHEET_ERROR_NOT_A_TABLE, "no workbook" },
  { "binary", make_binary, YS_SHEET_ERROR_NOT_A_TABLE, "not a workbook" },
  { "bad-utf-16", make_bad_utf16, YS_SHEET_ERROR_ENCODING, "no encoding" },
  { "open-quote", make_open_quote, YS_SHEET_ERROR_DAMAGED, "row 2" },
  { "csv-columns", make_csv_columns, YS_SHEET_ERROR_TOO_LARGE, "columns" },
  { "csv-cell", make_csv_cell, YS_SHEET_ERROR_TOO_LARGE, "row 1" },
  { "csv-rows", make_csv_rows, YS_SHEET_ERROR_TOO_LARGE, "rows" },
};

static void
test_refused (gconstpointer data)
{
  const RefuseCase *test = data;
  g_autoptr (GBytes) bytes = test->make ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_workbook_read_bytes (bytes, "x.xlsx", NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, (int)test->code);
  if (strstr (error->message, test->says) == NULL)
    g_error ("“%s” does not say “%s”", error->message, test->says);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_workbook_read_file ("/nowhere/小区.xlsx", NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE);
  g_clear_error (&error);
  g_assert_null (ys_workbook_read_file (g_get_tmp_dir (), NULL, &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE);
}

/* A sheet may be long as long as it is no bomb: half a million rows of one cell. */
static void
test_long_sheet (void)
{
  g_autoptr (GBytes) bytes
      = sheet_of ("<worksheet><sheetData>", "<row><c><v>13800000001</v></c></row>", 500000,
                  "</sheetData></worksheet>");
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_bytes (bytes, "x.xlsx", NULL, &error);

  /* Its 17 MB pack better than 200 : 1 only because all rows are alike. */
  g_assert_null (workbook);
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refuse_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/workbook/refuse/%s", refuse_cases[i].name);
      g_test_add_data_func (path, &refuse_cases[i], test_refused);
    }
  g_test_add_func ("/sheet/workbook/refuse/no-file", test_no_file);
  g_test_add_func ("/sheet/workbook/refuse/uniform-rows", test_long_sheet);
  return g_test_run ();
}
