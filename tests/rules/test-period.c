/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as CLI.md writes them: their days, names and neighbours. */
#include "config.h"

#include "field.h"
#include "period.h"

typedef struct
{
  const char *text;
  const char *name, *label;
  YsDate first, last;
  const char *next;
} Case;

static const Case cases[] = {
  { "2026-10", "2026-10", "2026年10月", { 2026, 10, 1 }, { 2026, 10, 31 }, "2026-11" },
  { "2026-01", "2026-01", "2026年1月", { 2026, 1, 1 }, { 2026, 1, 31 }, "2026-02" },
  { "2024-02", "2024-02", "2024年2月", { 2024, 2, 1 }, { 2024, 2, 29 }, "2024-03" },
  { "2026-02", "2026-02", "2026年2月", { 2026, 2, 1 }, { 2026, 2, 28 }, "2026-03" },
  { "2026-12", "2026-12", "2026年12月", { 2026, 12, 1 }, { 2026, 12, 31 }, "2027-01" },
  { "2026Q1", "2026Q1", "2026年第一季度", { 2026, 1, 1 }, { 2026, 3, 31 }, "2026Q2" },
  { "2026Q2", "2026Q2", "2026年第二季度", { 2026, 4, 1 }, { 2026, 6, 30 }, "2026Q3" },
  { "2026Q3", "2026Q3", "2026年第三季度", { 2026, 7, 1 }, { 2026, 9, 30 }, "2026Q4" },
  { "2026Q4", "2026Q4", "2026年第四季度", { 2026, 10, 1 }, { 2026, 12, 31 }, "2027Q1" },
  { "2026H1", "2026H1", "2026年上半年", { 2026, 1, 1 }, { 2026, 6, 30 }, "2026H2" },
  { "2026H2", "2026H2", "2026年下半年", { 2026, 7, 1 }, { 2026, 12, 31 }, "2027H1" },
  { "2026", "2026", "2026年", { 2026, 1, 1 }, { 2026, 12, 31 }, "2027" },
  { "2026q4", "2026Q4", "2026年第四季度", { 2026, 10, 1 }, { 2026, 12, 31 }, "2027Q1" },
  { " ２０２６Ｈ２ ", "2026H2", "2026年下半年", { 2026, 7, 1 }, { 2026, 12, 31 }, "2027H1" },
};

static void
test_read (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  YsSpan span;

  g_assert_true (ys_span_read (c->text, &span, &error));
  g_assert_no_error (error);
  g_autofree char *name = ys_span_name (span);
  g_autofree char *label = ys_span_label (span);
  g_autofree char *next = ys_span_name (ys_span_add (span, 1));
  g_assert_cmpstr (name, ==, c->name);
  g_assert_cmpstr (label, ==, c->label);
  g_assert_cmpstr (next, ==, c->next);
  g_assert_true (ys_date_equal (ys_span_first (span), c->first));
  g_assert_true (ys_date_equal (ys_span_last (span), c->last));
  g_assert_true (ys_span_equal (ys_span_add (ys_span_add (span, 1), -1), span));
  g_assert_true (ys_span_contains (span, c->first));
  g_assert_true (ys_span_contains (span, c->last));
  g_assert_false (ys_span_contains (span, ys_date_add_days (c->first, -1)));
  g_assert_false (ys_span_contains (span, ys_date_add_days (c->last, 1)));
  g_assert_cmpint (ys_span_end (span), ==, ys_span_start (ys_span_add (span, 1)));
}

static const char *const refused[]
    = { "",        "20",    "26-10",  "2026-1",  "2026-13",    "2026-00", "2026Q0",
        "2026Q5",  "2026Q", "2026H3", "2026H0",  "2026-101",   "2026X1",  "202610",
        "2026-1a", "1899",  "9999",   "0000-01", "2026-10-01", "abcd",    "2026 10" };

static void
test_refused (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsSpan span;

  g_assert_false (ys_span_read (data, &span, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
}

/* Midnight in Shanghai is 16:00 of the day before in UTC. */
static void
test_instants (void)
{
  YsSpan span = ys_span_of (YS_SPAN_MONTH, (YsDate){ 2026, 10, 15 });
  g_autofree char *start = ys_instant_to_iso (ys_span_start (span));
  g_autofree char *end = ys_instant_to_iso (ys_span_end (span));

  g_assert_cmpstr (start, ==, "2026-10-01T00:00");
  g_assert_cmpstr (end, ==, "2026-11-01T00:00");
}

/* Every day of ten years lies in one span of each kind, and they follow one another. */
static void
test_every_day (void)
{
  for (int kind = YS_SPAN_MONTH; kind <= YS_SPAN_YEAR; kind++)
    {
      YsSpan span = ys_span_of ((YsSpanKind)kind, (YsDate){ 2020, 1, 1 });
      for (gint64 day = ys_date_to_days ((YsDate){ 2020, 1, 1 });
           day <= ys_date_to_days ((YsDate){ 2029, 12, 31 }); day++)
        {
          YsDate date = ys_date_from_days (day);
          if (!ys_span_contains (span, date))
            span = ys_span_add (span, 1);
          g_assert_true (ys_span_contains (span, date));
          g_assert_cmpint (ys_date_compare (ys_span_first (span), date), <=, 0);
          g_assert_cmpint (ys_date_compare (ys_span_last (span), date), >=, 0);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/period/read/%u-%s", i, cases[i].name);
      g_test_add_data_func (path, &cases[i], test_read);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/period/refused/%u", i);
      g_test_add_data_func (path, refused[i], test_refused);
    }
  g_test_add_func ("/rules/period/instants", test_instants);
  g_test_add_func ("/rules/period/every-day", test_every_day);
  return g_test_run ();
}
