/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates as a clerk works them out on paper [001 §2.1(3), (5)]. */
#include "config.h"

#include "rate-table.h"

static const struct
{
  const char *name;
  guint part;
  guint whole;
  gint64 expected; /* hundredths of a per cent */
} percents[] = {
  { "none-of-none", 0, 0, 0 },
  { "all", 7, 7, 10000 },
  { "third", 1, 3, 3333 },
  { "two-thirds", 2, 3, 6667 },
  /* 1 of 20000 is 0.005 %: half goes away from zero. */
  { "half", 1, 20000, 1 },
  { "less-than-half", 1, 20001, 0 },
};

static void
test_percent (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpint (ys_rate_percent (percents[i].part, percents[i].whole), ==, percents[i].expected);
}

/* (transfer full): the cells of a row, parted by | */
static char *
read_row (const YsSheet *sheet, guint row)
{
  GString *text = g_string_new (NULL);

  for (guint column = 0; column < ys_sheet_n_columns (sheet); column++)
    {
      g_autofree char *cell = ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));

      g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

/* 12 and 8 found, 5 by ourselves; 15 handled of 20; 14 in time of 16 that were due. */
static void
test_sheet (void)
{
  YsRateTableRow rows[] = { { "甲小区", 12, 5, 9, 8, 10 }, { "乙小区", 8, 0, 6, 6, 6 } };
  g_autoptr (GPtrArray) pointers = g_ptr_array_new ();
  g_autoptr (YsSheet) sheet = NULL;
  const char *const expected[]
      = { "1|甲小区|12|5|41.67|9|75.00|10|8|80.00", "2|乙小区|8|0|0.00|6|75.00|6|6|100.00",
          "合计||20|5|25.00|15|75.00|16|14|87.50" };

  g_ptr_array_add (pointers, &rows[0]);
  g_ptr_array_add (pointers, &rows[1]);
  sheet = ys_rate_table_build ("示例镇", "按小区", "小区", "2025年10月", pointers);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *row = read_row (sheet, 3 + i);

      g_assert_cmpstr (row, ==, expected[i]);
    }
}

/* A rate of nothing is a dash. */
static void
test_empty (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (YsSheet) sheet = ys_rate_table_build (NULL, "按小区", "小区", "2025年10月", none);
  g_autofree char *row = read_row (sheet, 4);

  g_assert_cmpstr (row, ==, "合计||0|0|—|0|—|0|0|—");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/annex/rates/percent/%s", percents[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_percent);
    }
  g_test_add_func ("/annex/rates/sheet", test_sheet);
  g_test_add_func ("/annex/rates/empty", test_empty);
  return g_test_run ();
}
