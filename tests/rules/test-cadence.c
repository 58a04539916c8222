/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often whom is to be inspected, and by what it is fulfilled [002 §4.1(1); 000 §3.1]. */
#include "config.h"

#include "cadence.h"

typedef struct
{
  const char *name;
  YsCadence cadence;
  YsDate day;
  YsDate first;
  YsDate last;
} Span;

static const Span spans[] = {
  { "city-first-day", YS_CADENCE_CITY, { 2026, 10, 1 }, { 2026, 10, 1 }, { 2026, 12, 31 } },
  { "city-last-day", YS_CADENCE_CITY, { 2026, 9, 30 }, { 2026, 7, 1 }, { 2026, 9, 30 } },
  { "district-february",
    YS_CADENCE_DISTRICT_ANNOUNCED,
    { 2024, 2, 29 },
    { 2024, 2, 1 },
    { 2024, 2, 29 } },
  { "district-year-end",
    YS_CADENCE_DISTRICT_UNANNOUNCED,
    { 2026, 12, 31 },
    { 2026, 12, 1 },
    { 2026, 12, 31 } },
  { "joint-first-half", YS_CADENCE_JOINT, { 2026, 6, 30 }, { 2026, 1, 1 }, { 2026, 6, 30 } },
  { "joint-second-half", YS_CADENCE_JOINT, { 2026, 7, 1 }, { 2026, 7, 1 }, { 2026, 12, 31 } },
  { "town-month", YS_CADENCE_TOWN, { 2026, 11, 15 }, { 2026, 11, 1 }, { 2026, 11, 30 } },
};

static void
test_span (gconstpointer data)
{
  const Span *span = data;
  YsDate first, last;

  ys_cadence_span (span->cadence, span->day, &first, &last);
  g_assert_true (ys_date_equal (first, span->first));
  g_assert_true (ys_date_equal (last, span->last));
}

/* Every level and kind against every cadence: "-" none, else the cadence's letter. */
static void
test_met (void)
{
  static const char *const expected[] = {
    /* announced, unannounced, special */
    [YS_INSPECTION_LEVEL_TOWN] = "T T T", [YS_INSPECTION_LEVEL_DISTRICT] = "A U -",
    [YS_INSPECTION_LEVEL_CITY] = "C C C", [YS_INSPECTION_LEVEL_JOINT] = "J J J",
    [YS_INSPECTION_LEVEL_SELF] = "- - -",
  };

  for (int level = YS_INSPECTION_LEVEL_TOWN; level <= YS_INSPECTION_LEVEL_SELF; level++)
    {
      g_autoptr (GString) met = g_string_new (NULL);

      for (int kind = YS_INSPECTION_KIND_ANNOUNCED; kind <= YS_INSPECTION_KIND_SPECIAL; kind++)
        {
          gsize before = met->len;

          for (YsCadence cadence = 0; cadence < YS_N_CADENCES; cadence++)
            if (ys_cadence_is_met_by (cadence, level, kind))
              g_string_append_c (met, "CAUJT"[cadence]);
          if (met->len == before)
            g_string_append_c (met, '-');
          if (kind != YS_INSPECTION_KIND_SPECIAL)
            g_string_append_c (met, ' ');
        }
      g_assert_cmpstr (met->str, ==, expected[level]);
    }
}

static void
test_words (void)
{
  for (YsCadence cadence = 0; cadence < YS_N_CADENCES; cadence++)
    {
      g_assert_nonnull (ys_cadence_label (cadence));
      g_assert_true (g_str_has_prefix (ys_cadence_clause (cadence), "00"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/cadence/span/", spans[i].name, NULL);

      g_test_add_data_func (path, &spans[i], test_span);
    }
  g_test_add_func ("/rules/cadence/met", test_met);
  g_test_add_func ("/rules/cadence/words", test_words);
  return g_test_run ();
}
