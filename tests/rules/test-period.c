/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Periods as CLI.md writes them: their days, names and neighbours. */
#include "config.h"

#include "field.h"
#include "period.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *name, *label;
  YsDate first, last;
  const char *next;
  /* of free days: */
  const char *previous;
  guint months; /* whole ones */
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

/* Free days. */
static const Case free_cases[] = {
  /* 76 days, and the 76 before: 17 July to 30 September */
  { "2026-10-01..2026-12-15",
    "2026-10-01..2026-12-15",
    "2026年10月1日至12月15日",
    { 2026, 10, 1 },
    { 2026, 12, 15 },
    "2026-12-16..2027-03-01",
    "2026-07-17..2026-09-30",
    0 },
  { " ２０２６－１０－０１..２０２６-１２-１５ ",
    "2026-10-01..2026-12-15",
    "2026年10月1日至12月15日",
    { 2026, 10, 1 },
    { 2026, 12, 15 },
    "2026-12-16..2027-03-01",
    "2026-07-17..2026-09-30",
    0 },
  /* one day */
  { "2026-10-05..2026-10-05",
    "2026-10-05..2026-10-05",
    "2026年10月5日",
    { 2026, 10, 5 },
    { 2026, 10, 5 },
    "2026-10-06..2026-10-06",
    "2026-10-04..2026-10-04",
    0 },
  { "2024-02-29..2024-02-29",
    "2024-02-29..2024-02-29",
    "2024年2月29日",
    { 2024, 2, 29 },
    { 2024, 2, 29 },
    "2024-03-01..2024-03-01",
    "2024-02-28..2024-02-28",
    0 },
  { "2026-10-05..2026-10-20",
    "2026-10-05..2026-10-20",
    "2026年10月5日至20日",
    { 2026, 10, 5 },
    { 2026, 10, 20 },
    "2026-10-21..2026-11-05",
    "2026-09-19..2026-10-04",
    0 },
  /* over the new year; 77 days */
  { "2025-12-01..2026-02-15",
    "2025-12-01..2026-02-15",
    "2025年12月1日至2026年2月15日",
    { 2025, 12, 1 },
    { 2026, 2, 15 },
    "2026-02-16..2026-05-03",
    "2025-09-15..2025-11-30",
    0 },
  /* from the 16th to the 15th: as an office counts that closes on the 15th, 28 days or 31 */
  { "2026-02-16..2026-03-15",
    "2026-02-16..2026-03-15",
    "2026年2月16日至3月15日",
    { 2026, 2, 16 },
    { 2026, 3, 15 },
    "2026-03-16..2026-04-15",
    "2026-01-16..2026-02-15",
    0 },
  /* whole months that are no quarter */
  { "2026-10-01..2026-11-30",
    "2026-10-01..2026-11-30",
    "2026年10月1日至11月30日",
    { 2026, 10, 1 },
    { 2026, 11, 30 },
    "2026-12-01..2027-01-31",
    "2026-08-01..2026-09-30",
    2 },
  { "2026-01-01..2026-02-28",
    "2026-01-01..2026-02-28",
    "2026年1月1日至2月28日",
    { 2026, 1, 1 },
    { 2026, 2, 28 },
    "2026-03-01..2026-04-30",
    "2025-11-01..2025-12-31",
    2 },
  { "2026-02-01..2026-04-30",
    "2026-02-01..2026-04-30",
    "2026年2月1日至4月30日",
    { 2026, 2, 1 },
    { 2026, 4, 30 },
    "2026-05-01..2026-07-31",
    "2025-11-01..2026-01-31",
    3 },
  { "2025-07-01..2026-06-30",
    "2025-07-01..2026-06-30",
    "2025年7月1日至2026年6月30日",
    { 2025, 7, 1 },
    { 2026, 6, 30 },
    "2026-07-01..2027-06-30",
    "2024-07-01..2025-06-30",
    12 },
  /* all but the last day of February in a leap year */
  { "2024-01-01..2024-02-28",
    "2024-01-01..2024-02-28",
    "2024年1月1日至2月28日",
    { 2024, 1, 1 },
    { 2024, 2, 28 },
    "2024-02-29..2024-04-27",
    "2023-11-03..2023-12-31",
    0 },
  /* 31 days after October: what came before is the month, and is called so */
  { "2026-11-01..2026-12-01",
    "2026-11-01..2026-12-01",
    "2026年11月1日至12月1日",
    { 2026, 11, 1 },
    { 2026, 12, 1 },
    "2026-12-02..2027-01-01",
    "2026-10",
    0 },
  /* as long as a span may be: 731 days */
  { "2023-02-28..2025-02-27",
    "2023-02-28..2025-02-27",
    "2023年2月28日至2025年2月27日",
    { 2023, 2, 28 },
    { 2025, 2, 27 },
    "2025-02-28..2027-02-27",
    "2021-02-28..2023-02-27",
    0 },
};

/* What has a name of its own keeps it. */
static const struct
{
  const char *text, *name;
} named[] = {
  { "2026-10-01..2026-10-31", "2026-10" }, { "2024-02-01..2024-02-29", "2024-02" },
  { "2026-10-01..2026-12-31", "2026Q4" },  { "2026-01-01..2026-03-31", "2026Q1" },
  { "2026-07-01..2026-12-31", "2026H2" },  { "2026-01-01..2026-06-30", "2026H1" },
  { "2026-01-01..2026-12-31", "2026" },    { "1900-01-01..1900-12-31", "1900" },
  { "9998-12-01..9998-12-31", "9998-12" },
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

static void
test_free (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  YsSpan span;

  g_assert_true (ys_span_read (c->text, &span, &error));
  g_assert_no_error (error);
  g_autofree char *name = ys_span_name (span);
  g_autofree char *label = ys_span_label (span);
  g_autofree char *next = ys_span_name (ys_span_add (span, 1));
  g_autofree char *previous = ys_span_name (ys_span_add (span, -1));
  g_assert_cmpint (span.kind, ==, YS_SPAN_CUSTOM);
  g_assert_cmpstr (name, ==, c->name);
  g_assert_cmpstr (label, ==, c->label);
  g_assert_cmpstr (next, ==, c->next);
  g_assert_cmpstr (previous, ==, c->previous);
  g_assert_cmpuint (ys_span_whole_months (span), ==, c->months);
  g_assert_true (ys_date_equal (ys_span_first (span), c->first));
  g_assert_true (ys_date_equal (ys_span_last (span), c->last));
  g_assert_true (ys_span_contains (span, c->first));
  g_assert_true (ys_span_contains (span, c->last));
  g_assert_false (ys_span_contains (span, ys_date_add_days (c->first, -1)));
  g_assert_false (ys_span_contains (span, ys_date_add_days (c->last, 1)));
  /* no day between neighbours, none twice */
  g_assert_cmpint (ys_span_end (span), ==, ys_span_start (ys_span_add (span, 1)));
  g_assert_cmpint (ys_span_start (span), ==, ys_span_end (ys_span_add (span, -1)));
}

static void
test_named (gconstpointer data)
{
  const char *const *texts = data;
  YsSpan span, own;

  g_assert_true (ys_span_read (texts[0], &span, NULL));
  g_assert_true (ys_span_read (texts[1], &own, NULL));
  g_autofree char *name = ys_span_name (span);
  g_assert_cmpstr (name, ==, texts[1]);
  g_assert_true (ys_span_equal (span, own));
  g_assert_cmpint (span.kind, !=, YS_SPAN_CUSTOM);
  g_assert_cmpuint (ys_span_whole_months (span), >, 0);
}

static const char *const refused[]
    = { "",        "20",    "26-10",  "2026-1",  "2026-13",    "2026-00", "2026Q0",
        "2026Q5",  "2026Q", "2026H3", "2026H0",  "2026-101",   "2026X1",  "202610",
        "2026-1a", "1899",  "9999",   "0000-01", "2026-10-01", "abcd",    "2026 10" };

/* What is wrong is said. */
static const struct
{
  const char *text, *message;
} refused_days[] = {
  { "2026-02-01..2026-02-29", "no two days of the calendar" },
  { "2026-13-01..2026-13-05", "no two days of the calendar" },
  { "2026-10..2026-12", "no two days of the calendar" },
  { "2026-10-01..", "no two days of the calendar" },
  { "..2026-10-01", "no two days of the calendar" },
  { "..", "no two days of the calendar" },
  { "2026-10-01...2026-12-15", "no two days of the calendar" },
  { "2026-10-01 .. 2026-12-15", "no two days of the calendar" },
  { "2026-10-1..2026-12-15", "no two days of the calendar" },
  { "2026-10-01..2026-12-15..2026-12-16", "no two days of the calendar" },
  { "20261001..20261215", "no two days of the calendar" },
  { "2026-10-01~2026-12-15", "is no period" },
  { "2026-12-15..2026-10-01", "lies before the first" },
  { "2026-10-02..2026-10-01", "lies before the first" },
  { "2023-02-28..2025-02-28", "at most 731 days" },
  { "1899-12-31..1900-01-31", "has a first and a last day" },
  { "9998-12-30..9999-01-01", "has a first and a last day" },
};

static void
test_refused (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  YsSpan span;

  g_assert_false (ys_span_read (data, &span, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
}

static void
test_refused_days (gconstpointer data)
{
  const char *const *texts = data;
  g_autoptr (GError) error = NULL;
  YsSpan span;

  g_assert_false (ys_span_read (texts[0], &span, &error));
  g_assert_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD);
  g_assert_nonnull (strstr (error->message, texts[1]));
}

/* Of any two days: what is written is read as the same span, which holds its days and no other; its
 * neighbours touch it; one span has one name. */
static void
test_any_days (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261001);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gint64 earliest = ys_date_to_days ((YsDate){ 2015, 1, 1 });

  for (guint i = 0; i < 20000; i++)
    {
      gint64 from = earliest + g_rand_int_range (rand, 0, 5000);
      gint64 to = from + g_rand_int_range (rand, 0, i % 2 == 0 ? 100 : YS_SPAN_MOST_DAYS);
      YsDate first = ys_date_from_days (from), last = ys_date_from_days (to);
      YsSpan span, again;

      g_assert_true (ys_span_from_days (first, last, &span, NULL));
      g_autofree char *name = ys_span_name (span);
      g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, from, to);
      const char *known = g_hash_table_lookup (names, name);
      g_assert_true (ys_span_read (name, &again, NULL));
      g_assert_true (ys_span_equal (span, again));
      g_assert_cmpint (ys_span_compare (span, again), ==, 0);
      g_assert_true (ys_date_equal (ys_span_first (span), first));
      g_assert_true (ys_date_equal (ys_span_last (span), last));
      g_assert_cmpint (ys_span_end (span) - ys_span_start (span), ==, (to - from + 1) * 86400);
      g_assert_cmpint (ys_span_end (ys_span_add (span, -1)), ==, ys_span_start (span));
      g_assert_cmpint (ys_span_start (ys_span_add (span, 1)), ==, ys_span_end (span));
      g_assert_cmpint (ys_span_compare (ys_span_add (span, -1), span), <, 0);
      g_assert_false (ys_span_contains (span, ys_date_from_days (from - 1)));
      g_assert_false (ys_span_contains (span, ys_date_from_days (to + 1)));
      if (known != NULL)
        g_assert_cmpstr (known, ==, days);
      else
        g_hash_table_insert (names, g_steal_pointer (&name), g_steal_pointer (&days));
    }
}

/* By the first day, then by the last. */
static void
test_order (void)
{
  static const char *const order[]
      = { "2025H2", "2025-12-15..2026-01-14", "2026-01", "2026-01-01..2026-02-15", "2026Q1",
          "2026",   "2026-01-02..2026-01-02", "2026-02" };

  for (guint i = 0; i + 1 < G_N_ELEMENTS (order); i++)
    {
      YsSpan a, b;

      g_assert_true (ys_span_read (order[i], &a, NULL));
      g_assert_true (ys_span_read (order[i + 1], &b, NULL));
      g_assert_cmpint (ys_span_compare (a, b), <, 0);
      g_assert_cmpint (ys_span_compare (b, a), >, 0);
    }
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
  for (guint i = 0; i < G_N_ELEMENTS (free_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/period/free/%u-%s", i, free_cases[i].name);
      g_test_add_data_func (path, &free_cases[i], test_free);
    }
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/period/named/%s", named[i].name);
      g_test_add_data_func (path, &named[i], test_named);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused_days); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/period/refused-days/%u", i);
      g_test_add_data_func (path, &refused_days[i], test_refused_days);
    }
  g_test_add_func ("/rules/period/any-days", test_any_days);
  g_test_add_func ("/rules/period/order", test_order);
  g_test_add_func ("/rules/period/instants", test_instants);
  g_test_add_func ("/rules/period/every-day", test_every_day);
  return g_test_run ();
}
