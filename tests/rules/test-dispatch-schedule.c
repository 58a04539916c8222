/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Due dates, issue numbers and reminders of the dispatch table [004 annex 5, note 2]. */
#include "config.h"

#include "dispatch-schedule.h"

typedef struct
{
  const char *name;
  YsDate today;
  YsDate due;
  int issue;
  gboolean near;
} DueCase;

/* note 2 of [004 annex 5]: "每月1号、15号报送" */
static const DueCase due_cases[] = {
  { "first-itself", { 2026, 10, 1 }, { 2026, 10, 1 }, 19, TRUE },
  { "day-after-first", { 2026, 10, 2 }, { 2026, 10, 15 }, 20, FALSE },
  { "four-days-before", { 2026, 10, 11 }, { 2026, 10, 15 }, 20, FALSE },
  { "three-days-before", { 2026, 10, 12 }, { 2026, 10, 15 }, 20, TRUE },
  { "day-before", { 2026, 10, 14 }, { 2026, 10, 15 }, 20, TRUE },
  { "fifteenth-itself", { 2026, 10, 15 }, { 2026, 10, 15 }, 20, TRUE },
  { "day-after-fifteenth", { 2026, 10, 16 }, { 2026, 11, 1 }, 21, FALSE },
  { "end-of-31-day-month", { 2026, 10, 29 }, { 2026, 11, 1 }, 21, TRUE },
  { "four-days-before-31-day-month", { 2026, 10, 28 }, { 2026, 11, 1 }, 21, FALSE },
  { "end-of-february", { 2026, 2, 26 }, { 2026, 3, 1 }, 5, TRUE },
  { "end-of-leap-february", { 2024, 2, 26 }, { 2024, 3, 1 }, 5, FALSE },
  { "leap-day", { 2024, 2, 29 }, { 2024, 3, 1 }, 5, TRUE },
  { "turn-of-the-year", { 2026, 12, 16 }, { 2027, 1, 1 }, 1, FALSE },
  { "last-day-of-the-year", { 2026, 12, 31 }, { 2027, 1, 1 }, 1, TRUE },
  { "second-of-the-year", { 2027, 1, 2 }, { 2027, 1, 15 }, 2, FALSE },
  { "last-of-the-year", { 2026, 12, 2 }, { 2026, 12, 15 }, 24, FALSE },
};

static void
test_due (gconstpointer data)
{
  const DueCase *c = data;
  YsDate due = ys_dispatch_next_due (c->today);

  g_assert_cmpint (ys_date_compare (due, c->due), ==, 0);
  g_assert_cmpint (ys_dispatch_issue (due), ==, c->issue);
  g_assert_cmpint (ys_dispatch_is_near (c->today, due), ==, c->near);
}

/* Nothing is near once its day is over. */
static void
test_near_is_over (void)
{
  g_assert_false (ys_dispatch_is_near ((YsDate){ 2026, 10, 16 }, (YsDate){ 2026, 10, 15 }));
}

/* Forty years day by day: exactly 24 due dates a year, numbered in turn, each the next of the one
 * before it, and never further away than 17 days. */
static void
test_every_day (void)
{
  YsDate last = YS_DATE_UNKNOWN;
  int n_in_year = 0;

  for (gint64 day = ys_date_to_days ((YsDate){ 2015, 1, 1 });
       day <= ys_date_to_days ((YsDate){ 2054, 12, 31 }); day++)
    {
      YsDate today = ys_date_from_days (day);
      YsDate due = ys_dispatch_next_due (today);
      gint64 left = ys_date_to_days (due) - day;

      g_assert_cmpint (left, >=, 0);
      g_assert_cmpint (left, <=, 16);
      g_assert_cmpint (due.day == 1 || due.day == 15, ==, TRUE);
      if (left != 0)
        continue;
      n_in_year = ys_date_is_known (last) && last.year == today.year ? n_in_year + 1 : 1;
      g_assert_cmpint (ys_dispatch_issue (today), ==, n_in_year);
      if (ys_date_is_known (last))
        g_assert_cmpint (ys_date_compare (ys_dispatch_previous_due (today), last), ==, 0);
      last = today;
    }
  g_assert_cmpint (n_in_year, ==, 24);
}

/* Of a day that is no due date, the one that has just passed. */
static void
test_previous_of_any_day (void)
{
  YsDate mid = ys_dispatch_previous_due ((YsDate){ 2026, 10, 16 });
  YsDate early = ys_dispatch_previous_due ((YsDate){ 2026, 10, 9 });
  YsDate new_year = ys_dispatch_previous_due ((YsDate){ 2027, 1, 1 });

  g_assert_cmpint (ys_date_compare (mid, (YsDate){ 2026, 10, 15 }), ==, 0);
  g_assert_cmpint (ys_date_compare (early, (YsDate){ 2026, 10, 1 }), ==, 0);
  g_assert_cmpint (ys_date_compare (new_year, (YsDate){ 2026, 12, 15 }), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (due_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rules/dispatch-schedule/due/", due_cases[i].name, NULL);

      g_test_add_data_func (path, &due_cases[i], test_due);
    }
  g_test_add_func ("/rules/dispatch-schedule/near-is-over", test_near_is_over);
  g_test_add_func ("/rules/dispatch-schedule/every-day", test_every_day);
  g_test_add_func ("/rules/dispatch-schedule/previous-of-any-day", test_previous_of_any_day);
  return g_test_run ();
}
