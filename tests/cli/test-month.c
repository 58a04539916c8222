/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scripted month: what became of its findings and cases, worked out by hand. */
#include "config.h"

#include <string.h>

#include "month-fixture.h"

static gint64
to_hundredths (const char *points)
{
  g_auto (GStrv) parts = g_strsplit (points, ".", 2);

  return 100 * g_ascii_strtoll (parts[0], NULL, 10) + g_ascii_strtoll (parts[1], NULL, 10);
}

static void
check_findings (Place *place)
{
  g_autoptr (Run) listed
      = run (place, "--now", MONTH_NOW, "list", "findings", "--period", "2026-10", NULL);
  JsonArray *rows = run_array (listed);
  gint64 sums[12] = { 0 };

  g_assert_cmpuint (json_array_get_length (rows), ==, MONTH_FINDINGS);
  for (guint r = 0; r < MONTH_FINDINGS; r++)
    {
      JsonObject *row = json_array_get_object_element (rows, r);
      const MonthFinding *finding = NULL;

      for (int i = 0; i < MONTH_FINDINGS; i++)
        if (month_findings[i].id == json_object_get_int_member (row, "id"))
          finding = &month_findings[i];
      g_assert_nonnull (finding);
      g_assert_cmpstr (json_object_get_string_member (row, "deadline"), ==, finding->deadline);
      g_assert_cmpint (json_object_get_boolean_member (row, "doubled"), ==,
                       strchr ("LFN", finding->became) != NULL);
      sums[finding->inspection] += to_hundredths (json_object_get_string_member (row, "points"));
    }
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (sums[i], ==, g_ascii_strtoll (month_inspections[i].points, NULL, 10));
}

/* "04 repeated 01 02 03 04; …" of what is proposed at @now */
static void
assert_proposed (Place *place, const char *now, const char *expected)
{
  g_autoptr (Run) listed = run (place, "--now", now, "list", "cases", "--proposed", NULL);
  JsonArray *rows = run_array (listed);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint r = 0; r < json_array_get_length (rows); r++)
    {
      JsonObject *row = json_array_get_object_element (rows, r);
      JsonArray *words = json_object_get_array_member (row, "proposed");

      for (guint w = 0; w < json_array_get_length (words); w++)
        {
          const char *word = json_array_get_string_element (words, w);
          JsonArray *evidence
              = json_object_get_array_member (json_object_get_object_member (row, "evidence"),
                                              word);

          g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "",
                                  json_object_get_string_member (row, "number"), word);
          for (guint e = 0; e < json_array_get_length (evidence); e++)
            g_string_append_printf (text, " %s", json_array_get_string_element (evidence, e));
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
}

/* What the proposals are as the month goes on, and at its end; what is decided is proposed no more.
 */
static void
check_cases (Place *place)
{
  /* the minute of 13's deadline is in time, the next is not */
  assert_proposed (place, "2026-10-13T09:30", "04 repeated 01 02 03 04; 16 passing 16");
  assert_proposed (place, "2026-10-13T09:31",
                   "04 repeated 01 02 03 04; 13 overdue 13; 16 passing 16");
  /* 07 is the third of its problem, until the fourth makes it key */
  assert_proposed (place, "2026-10-14T09:00",
                   "04 repeated 01 02 03 04; 07 repeated 05 06 07; 13 overdue 13; 16 passing 16; "
                   "17 "
                   "verification 17");
  assert_proposed (place, MONTH_NOW,
                   "04 repeated 01 02 03 04; 08 key 05 06 07 08; 13 overdue 13; 14 overdue 14; 16 "
                   "passing 16; 17 verification 17");
  month_decide_faults (place);
  assert_proposed (place, MONTH_NOW, "");
}

/* 2.00 for each of five, city and district alike [002 §4.1(2)-(6)]; the rejected one costs nothing.
 */
static void
check_faults (Place *place)
{
  g_autoptr (Run) listed
      = run (place, "--now", MONTH_NOW, "list", "cases", "--period", "2026-10", NULL);
  JsonArray *rows = run_array (listed);
  g_autoptr (GString) text = g_string_new (NULL);

  /* All but 18, which is September's. */
  g_assert_cmpuint (json_array_get_length (rows), ==, 19);
  for (guint r = 0; r < json_array_get_length (rows); r++)
    {
      JsonObject *row = json_array_get_object_element (rows, r);
      JsonArray *faults = json_object_get_array_member (row, "faults");

      for (guint f = 0; f < json_array_get_length (faults); f++)
        g_string_append_printf (text, "%s %s;", json_object_get_string_member (row, "number"),
                                json_array_get_string_element (faults, f));
    }
  g_assert_cmpstr (text->str, ==, "04 repeated;08 key;13 overdue;16 passing;17 verification;");
}

static void
test_month (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) verified = NULL;

  month_enter_findings (place);
  check_findings (place);
  month_enter_cases (place);
  check_cases (place);
  check_faults (place);
  verified = run (place, "ledger", "verify", NULL);
  assert_code (verified, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/month/october-2026", test_month);
  return g_test_run ();
}
