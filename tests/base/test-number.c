/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts and hundredths as people type them: what is read must be exact, what is not
 * exact must be refused. */
#include "config.h"

#include "number.h"

#define REFUSED G_MININT64
#define UNSET G_MAXINT64

typedef struct
{
  const char *name, *text;
  gint64 expected;
} ReadCase;

static const ReadCase count_cases[] = {
  { "empty", "", UNSET },
  { "null", NULL, UNSET },
  { "spaces", " 　", UNSET },
  { "zero", "0", 0 },
  { "plain", "742", 742 },
  { "leading-zeros", "007", 7 },
  { "full-width", "７４２", 742 },
  { "grouped", "1,234", 1234 },
  { "grouped-full-width", "1，234", 1234 },
  { "grouped-twice", "1,234,567", 1234567 },
  { "unit", "18栋", 18 },
  { "unit-after-space", "742 户", 742 },
  { "year", "2012年", 2012 },
  { "decimals-all-zero", "18.0", 18 },
  { "ten-thousands", "12万", 120000 },
  { "ten-thousands-unit", "1.5万户", 15000 },
  { "largest", "9999999999999", G_GINT64_CONSTANT (9999999999999) },
  { "half", "18.5", REFUSED },
  { "negative", "-3", REFUSED },
  { "signed", "+3", REFUSED },
  { "word", "十八", REFUSED },
  { "about", "约18", REFUSED },
  { "two-numbers", "18 19", REFUSED },
  { "range", "18-19", REFUSED },
  { "figure-in-unit", "2012年5月", REFUSED },
  { "letter-behind", "85x", REFUSED },
  { "other-multiplier", "3百", REFUSED },
  { "percent", "18%", REFUSED },
  { "bad-group", "1,23", REFUSED },
  { "bad-first-group", "1234,567", REFUSED },
  { "group-at-end", "1,", REFUSED },
  { "point-at-end", "18.", REFUSED },
  { "too-large", "99999999999999999999", REFUSED },
};

static const ReadCase hundredths_cases[] = {
  { "empty", "", UNSET },
  { "whole", "86420", 8642000 },
  { "one-decimal", "86,420.5", 8642050 },
  { "two-decimals", "86420.50㎡", 8642050 },
  { "full-width", "８６４２０．５０", 8642050 },
  { "m2", "100m2", 10000 },
  { "superscript", "100 m²", 10000 },
  { "words", "100.25平方米", 10025 },
  { "ten-thousands", "8.642平方米", REFUSED },
  { "ten-thousands-exact", "8.64205万平方米", 8642050 },
  { "ten-thousands-too-fine", "8.6420555万㎡", REFUSED },
  { "zeros-behind", "1.500000", 150 },
  { "one-fen", "0.01", 1 },
  { "three-decimals", "1.005", REFUSED },
  { "negative", "-1", REFUSED },
  { "no-whole-part", ".5", REFUSED },
  { "two-points", "1.2.3", REFUSED },
  { "none", "无", REFUSED },
};

static void
check (gboolean ok, YsNumber number, gint64 expected)
{
  if (expected == REFUSED)
    {
      g_assert_false (ok);
      g_assert_false (number.is_set);
      return;
    }
  g_assert_true (ok);
  g_assert_cmpint (number.is_set, ==, expected != UNSET);
  if (expected != UNSET)
    g_assert_cmpint (number.value, ==, expected);
}

static void
test_read_count (gconstpointer data)
{
  const ReadCase *row = data;
  YsNumber number = YS_NUMBER (-1);
  gboolean ok = ys_number_read_count (row->text, &number);

  check (ok, number, row->expected);
}

static void
test_read_hundredths (gconstpointer data)
{
  const ReadCase *row = data;
  YsNumber number = YS_NUMBER (-1);
  gboolean ok = ys_number_read_hundredths (row->text, &number);

  check (ok, number, row->expected);
}

static const struct
{
  gint64 value;
  const char *plain, *grouped, *count;
} texts[] = {
  { 0, "0.00", "0.00", "0" },
  { 5, "0.05", "0.05", "5" },
  { -5, "-0.05", "-0.05", "-5" },
  { 100, "1.00", "1.00", "100" },
  { 99999, "999.99", "999.99", "99,999" },
  { 100000, "1000.00", "1,000.00", "100,000" },
  { 8642050, "86420.50", "86,420.50", "8,642,050" },
  { -8642050, "-86420.50", "-86,420.50", "-8,642,050" },
  { G_MAXINT64, "92233720368547758.07", "92,233,720,368,547,758.07", "9,223,372,036,854,775,807" },
  { G_MININT64, "-92233720368547758.08", "-92,233,720,368,547,758.08",
    "-9,223,372,036,854,775,808" },
};

static void
test_to_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *plain = ys_hundredths_to_text (texts[i].value, FALSE);
      g_autofree char *grouped = ys_hundredths_to_text (texts[i].value, TRUE);
      g_autofree char *count = ys_count_to_text (texts[i].value, TRUE);
      g_autofree char *bare = ys_count_to_text (texts[i].value, FALSE);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, texts[i].value);

      g_assert_cmpstr (plain, ==, texts[i].plain);
      g_assert_cmpstr (grouped, ==, texts[i].grouped);
      g_assert_cmpstr (count, ==, texts[i].count);
      g_assert_cmpstr (bare, ==, expected);
    }
}

/* Half away from zero [DESIGN, exact numbers]. */
static void
test_divide_rounded (void)
{
  static const gint64 rows[][3] = {
    { 0, 3, 0 },
    { 1, 2, 1 },
    { -1, 2, -1 },
    { 1, 3, 0 },
    { 2, 3, 1 },
    { -2, 3, -1 },
    { 5, 10, 1 },
    { 4, 10, 0 },
    { 15, 10, 2 },
    { -15, 10, -2 },
    { 14, 10, 1 },
    { -14, 10, -1 },
    { 7, 1, 7 },
    { G_MAXINT64, 1, G_MAXINT64 },
    { G_MININT64, 1, G_MININT64 },
    { G_MAXINT64, G_MAXINT64, 1 },
    { G_MAXINT64 - 1, G_MAXINT64, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (ys_divide_rounded (rows[i][0], rows[i][1]), ==, rows[i][2]);
}

static void
test_equal (void)
{
  YsNumber unset_with_rest = { 5, FALSE };

  g_assert_true (ys_number_equal (YS_NUMBER_UNSET, unset_with_rest));
  g_assert_true (ys_number_equal (YS_NUMBER (5), YS_NUMBER (5)));
  g_assert_false (ys_number_equal (YS_NUMBER (5), YS_NUMBER (6)));
  g_assert_false (ys_number_equal (YS_NUMBER (0), YS_NUMBER_UNSET));
}

/* What is written is read back unchanged, grouped or not. */
static void
test_round_trip (void)
{
  for (int i = 0; i < 20000; i++)
    {
      int shift = g_test_rand_int_range (0, 44);
      gint64 value = (gint64)g_test_rand_int_range (0, G_MAXINT32) << 12 >> shift;
      g_autofree char *text = ys_hundredths_to_text (value, i % 2 == 0);
      g_autofree char *count = ys_count_to_text (value, i % 3 == 0);
      YsNumber number;

      g_assert_true (ys_number_read_hundredths (text, &number));
      g_assert_cmpint (number.value, ==, value);
      g_assert_true (ys_number_read_count (count, &number));
      g_assert_cmpint (number.value, ==, value);
    }
}

static void
add_cases (const char *prefix, const ReadCase *rows, gsize n, GTestDataFunc test)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("/base/number/count/", count_cases, G_N_ELEMENTS (count_cases), test_read_count);
  add_cases ("/base/number/hundredths/", hundredths_cases, G_N_ELEMENTS (hundredths_cases),
             test_read_hundredths);
  g_test_add_func ("/base/number/to-text", test_to_text);
  g_test_add_func ("/base/number/divide-rounded", test_divide_rounded);
  g_test_add_func ("/base/number/equal", test_equal);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  return g_test_run ();
}
