/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Delimited text in all encodings: rows are compared as cells joined with | and ended with ;. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "workbook.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *charset; /* NULL: UTF-8 */
  const char *bom;     /* put before, or NULL */
  const char *expected;
} TextCase;

static const TextCase text_cases[] = {
  { "plain", "社区,小区\n梅园,梅花园\n", NULL, NULL, "社区|小区;梅园|梅花园;" },
  { "bom", "社区,小区\n", NULL, "\xEF\xBB\xBF", "社区|小区;" },
  { "only-bom", "", NULL, "\xEF\xBB\xBF", "" },
  { "gb18030", "社区,小区\n梅园,𠮷祥苑\n", "GB18030", NULL, "社区|小区;梅园|𠮷祥苑;" },
  { "gbk", "社区,小区\n梅园,祎苑\n", "GBK", NULL, "社区|小区;梅园|祎苑;" },
  { "utf-16le", "社区\t小区\r\n梅园\t梅花园\r\n", "UTF-16LE", "\xFF\xFE",
    "社区|小区;梅园|梅花园;" },
  { "utf-16be", "社区,小区\n", "UTF-16BE", "\xFE\xFF", "社区|小区;" },
  { "crlf", "a,b\r\nc,d\r\n", NULL, NULL, "a|b;c|d;" },
  { "cr", "a,b\rc,d", NULL, NULL, "a|b;c|d;" },
  { "no-last-line-end", "a,b\nc,d", NULL, NULL, "a|b;c|d;" },
  { "last-cell-empty", "a,b\nc,", NULL, NULL, "a|b;c|;" },
  { "quotes", "\"a,1\",\"b\"\"c\"\"\"\n", NULL, NULL, "a,1|b\"c\";" },
  { "quoted-line-break", "\"性质\r\n（自主）\",x\r\n1,2\r\n", NULL, NULL, "性质\n（自主）|x;1|2;" },
  { "quote-inside", "a\"b,c\n", NULL, NULL, "a\"b|c;" },
  { "text-behind-quote", "\"a\"b,c\n", NULL, NULL, "ab|c;" },
  { "tab", "a\tb\nc\td\n", NULL, NULL, "a|b;c|d;" },
  { "semicolon", "a;b\nc;d\n", NULL, NULL, "a|b;c|d;" },
  { "semicolon-with-commas", "x;y;z\n1,5;2,5;3\n1;2,5;3,5\n", NULL, NULL,
    "x|y|z;1,5|2,5|3;1|2,5|3,5;" },
  { "bar", "a|b\nc|d\n", NULL, NULL, "a|b;c|d;" },
  { "title-above", "小区台账,,\n社区,小区,类别\n梅园,甲,1\n", NULL, NULL,
    "小区台账||;社区|小区|类别;梅园|甲|1;" },
  { "one-column", "小区\n梅花园\n", NULL, NULL, "小区;梅花园;" },
  { "empty-lines", "a,b\n\n\nc,d\n", NULL, NULL, "a|b;|;|;c|d;" },
  { "sep-line", "sep=|\r\na|b,c\r\n", NULL, NULL, "a|b,c;" },
  { "dos-end", "a,b\n\x1A", NULL, NULL, "a|b;" },
  { "numbers-stay-text", "0013,1e5\n", NULL, NULL, "0013|1e5;" },
};

#ifdef G_OS_WIN32
/* Windows knows GB18030; the stand-in for Windows in which our tests run may have no table of it.
 */
static gboolean
is_known (const char *charset)
{
  GIConv converter;

  converter = g_iconv_open ("UTF-8", charset);
  if (converter == (GIConv)-1)
    return FALSE;
  g_iconv_close (converter);
  return TRUE;
}
#endif

static char *
join (const YsWorkbook *workbook)
{
  const YsGrid *grid = ys_workbook_sheet (workbook, 0);
  GString *text = g_string_new (NULL);

  for (guint r = 0; r < ys_grid_n_rows (grid); r++)
    {
      for (guint c = 0; c < ys_grid_n_columns (grid); c++)
        g_string_append_printf (text, "%s%s", c > 0 ? "|" : "", ys_grid_text (grid, r, c));
      g_string_append_c (text, ';');
    }
  return g_string_free (text, FALSE);
}

static void
test_text (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = NULL;
  g_autofree char *converted = NULL;
  g_autofree char *text = NULL;
  gsize length = strlen (test->text);

  if (test->bom != NULL)
    g_byte_array_append (all, (const guint8 *)test->bom, (guint)strlen (test->bom));
  if (test->charset != NULL)
    converted = g_convert (test->text, -1, test->charset, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (all, (const guint8 *)(converted != NULL ? converted : test->text),
                       (guint)length);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  workbook = ys_workbook_read_bytes (bytes, "小区 2020.9.csv", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ys_grid_name (ys_workbook_sheet (workbook, 0)), ==, "小区 2020.9");
  text = join (workbook);
  g_assert_cmpstr (text, ==, test->expected);
}

static const TextCase paste_cases[] = {
  { "cells", "小区\t电话\n梅花园\t13800000001\n", NULL, NULL, "小区|电话;梅花园|13800000001;" },
  { "commas-stay", "a,b\tc\n", NULL, NULL, "a,b|c;" },
  { "quoted-break", "\"a\nb\"\tc\n", NULL, NULL, "a\nb|c;" },
  { "lone-quote", "\"a\tb\nc\td\n", NULL, NULL, "\"a|b;c|d;" },
  { "one-cell", "梅花园", NULL, NULL, "梅花园;" },
  { "nothing", "", NULL, NULL, "" },
};

static void
test_paste (gconstpointer data)
{
  const TextCase *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_paste (test->text, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = join (workbook);
  g_assert_cmpstr (text, ==, test->expected);
}

static void
test_bad_paste (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ys_workbook_read_paste ("a\xFF", &error));
  g_assert_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_ENCODING);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/workbook/text/%s", text_cases[i].name);
#ifdef G_OS_WIN32
      if (text_cases[i].charset != NULL && !is_known (text_cases[i].charset))
        continue;
#endif
      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (paste_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sheet/workbook/paste/%s", paste_cases[i].name);
      g_test_add_data_func (path, &paste_cases[i], test_paste);
    }
  g_test_add_func ("/sheet/workbook/paste/bad", test_bad_paste);
  return g_test_run ();
}
