/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See scores-fixture.h. */
#include "config.h"

#include "scores-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "month-fixture.h"

static Place *scored;
static char *late_finding;

static void
forget (void)
{
  g_clear_pointer (&scored, place_free);
  g_clear_pointer (&late_finding, g_free);
}

/* (transfer full): the only finding of a new visit of the district. */
static char *
add_visit (Place *place, const char *compound, const char *at, const char *finding)
{
  g_autoptr (Run) added
      = run (place, "inspect", "add", "--compound", compound, "--level", "district", "--kind",
             "announced", "--at", at, "--inspectors", "示例乙", "--finding", finding, NULL);
  JsonArray *made;

  assert_code (added, 0);
  made = json_object_get_array_member (run_object (added), "findings");
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          json_object_get_int_member (json_array_get_object_element (made, 0),
                                                      "id"));
}

/* Three days from the 15th: due on the 20th; repaired on the 16th. */
static void
add_repaired (Place *place, const char *compound, const char *finding)
{
  g_autofree char *id = add_visit (place, compound, "2026-10-15T11:00", finding);

  do_run (place, "finding", "report", id, "--at", "2026-10-16T10:00");
  do_run (place, "finding", "recheck", id, "--passed", "--at", "2026-10-19T10:00");
}

static void
add_faulty_case (Place *place, const char *number, const char *compound)
{
  do_run (place, "case", "add", "--number", number, "--level", "city", "--compound", compound,
          "--code", "A1-01", "--at", "2026-10-19T09:00", "--place", number);
  do_run (place, "case", "reply", number, "--at", "2026-10-19T10:00", "--text", "示例");
  do_run (place, "--now", SCORES_NOW, "case", "fault", number, "--add", "passing", "--reason",
          "核实");
}

static void
add_compounds (Place *place)
{
  static const char *const names[] = { "庚苑", "辛苑", "壬苑", "癸苑" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    do_run (place, "add", "compound", names[i], "--community", "示例社区");
  do_run (place, "set", "compound", "甲苑", "party_branch=yes");
  do_run (place, "set", "compound", "乙苑", "party_branch=yes");
  do_run (place, "set", "compound", "癸苑", "party_branch=yes");
  add_repaired (place, "庚苑", "A1-01*10@1号楼");
  add_repaired (place, "辛苑", "A1-01*13@1号楼");
  add_repaired (place, "壬苑", "A1-01*9@1号楼");
  late_finding = add_visit (place, "丙苑", "2026-10-30T16:00", "A1-26@5号楼");
  add_faulty_case (place, "21", "庚苑");
  add_faulty_case (place, "22", "辛苑");
  add_faulty_case (place, "23", "壬苑");
  do_run (place, "--now", SCORES_NOW, "case", "fault", "23", "--add", "verification", "--reason",
          "核实");
  do_run (place, "inspect", "add", "--compound", "癸苑", "--level", "town", "--kind", "announced",
          "--at", "2026-10-15T11:00", "--finding", "A1-01@1号楼");
}

static void
set_sheet (Place *place, const char *compound, const char *annex, const char *one, const char *two)
{
  do_run (place, "sheet", "set", "--compound", compound, "--period", SCORES_PERIOD, annex, one,
          two);
}

static void
enter_sheets (Place *place)
{
  set_sheet (place, "甲苑", "annex2", "A2-12=1", NULL);
  set_sheet (place, "庚苑", "annex2", "A2-13=1", NULL);
  set_sheet (place, "乙苑", "annex2", "A2-05=1", NULL);
  set_sheet (place, "辛苑", "annex2", "A2-06=0", NULL);
  set_sheet (place, "戊苑", "annex2", "A2-02=1", "A2-09=1");
  set_sheet (place, "壬苑", "annex2", "A2-09=1", "A2-10=1");
  set_sheet (place, "己苑", "annex2", "A2-04=2", "A2-03=1");
  set_sheet (place, "丁苑", "annex2", "A2-04=2", NULL);
  set_sheet (place, "丙苑", "annex2", "A2-01=1", "A2-14=3");
  do_run (place, "sheet", "set", "--compound", "丙苑", "--period", SCORES_PERIOD, "--assessor",
          "示例丙", "annex2", "A2-01=2");
  /* 拖延、推诿处理造成后果的有一例扣[ ]分 [002 annex 2]: no figure, no guess. */
  do_refuse (place, 1, "catalogue set A2-07", "sheet", "set", "--compound", "丙苑", "--period",
             SCORES_PERIOD, "annex2", "A2-07=1");
  do_run (place, "--now", SCORES_NOW, "catalogue", "set", "A2-07", "points=1.36");
  set_sheet (place, "丙苑", "annex2", "A2-07=1", NULL);
  set_sheet (place, "甲苑", "annex3", "A3-01=1", "A3-02=3");
  set_sheet (place, "甲苑", "annex3", "A3-03=2", NULL);
  set_sheet (place, "癸苑", "annex3", "A3-01=1", "A3-02=3");
  set_sheet (place, "癸苑", "annex3", "A3-03=2", NULL);
  set_sheet (place, "乙苑", "annex3", "A3-02=3", "A3-03=2");
  set_sheet (place, "乙苑", "annex3", "A3-04=2", NULL);
}

static void
enter_extras (Place *place)
{
  do_run (place, "survey", "set", "--compound", "丙苑", "--period", SCORES_PERIOD, "--rate", "92.5",
          "--coverage", "85");
  do_run (place, "survey", "set", "--compound", "乙苑", "--period", SCORES_PERIOD, "--rate", "80",
          "--coverage", "80.00");
  do_run (place, "bonus", "add", "--compound", "丙苑", "--period", SCORES_PERIOD, "--project",
          "示例项目", "--certificate", "示例1号", "state");
  do_run (place, "bonus", "add", "--compound", "甲苑", "--period", SCORES_PERIOD, "district");
  do_run (place, "bonus", "add", "--compound", "庚苑", "--period", SCORES_PERIOD, "district");
}

static Place *
make_scored (void)
{
  Place *place = place_new_ledger ();

  month_enter_findings (place);
  month_enter_cases (place);
  month_decide_faults (place);
  add_compounds (place);
  enter_sheets (place);
  enter_extras (place);
  return place;
}

Place *
scores_place (void)
{
  Place *place = place_new ();
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = g_file_new_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autoptr (GError) error = NULL;

  if (scored == NULL)
    {
      scored = make_scored ();
      atexit (forget);
    }
  from = g_file_new_build_filename (scored->ledger, "ledger.yardstick", NULL);
  g_assert_cmpint (g_mkdir (place->ledger, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return place;
}

const char *
scores_late_finding (void)
{
  return late_finding;
}

void
scores_decide (Place *place)
{
  do_run (place, "--now", SCORES_NOW, "award", "decide", "--period", SCORES_PERIOD, "--by",
          "示例领导小组", "--reason", "会议决定", "--place", "甲苑=first", "--place", "庚苑=second",
          "--place", "乙苑=second", "--place", "辛苑=third", "--place", "戊苑=third", "--place",
          "壬苑=none", "--place", "癸苑=red");
}

void
scores_finalise (Place *place)
{
  scores_decide (place);
  do_run (place, "--now", "2026-11-03T09:30", "period", "finalise", SCORES_PERIOD);
}

char *
scores_ranks (const Run *run)
{
  JsonArray *rows = json_object_get_array_member (run_object (run), "rows");
  JsonArray *rest = json_object_get_array_member (run_object (run), "not_assessed");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_string_append_printf (text, "%s%d%s %s %s", i > 0 ? "; " : "",
                              (int)json_object_get_int_member (row, "rank"),
                              json_object_get_boolean_member (row, "tied") ? "=" : "",
                              json_object_get_string_member (row, "compound"),
                              json_object_get_string_member (row, "score"));
    }
  for (guint i = 0; i < json_array_get_length (rest); i++)
    g_string_append_printf (text, "; - %s", json_array_get_string_element (rest, i));
  return g_string_free (text, FALSE);
}

char *
scores_awards (const Run *run)
{
  JsonArray *rows = json_object_get_array_member (run_object (run), "rows");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "",
                              json_object_get_string_member (row, "compound"),
                              json_object_get_string_member (row, "prize"),
                              json_object_get_string_member (row, "amount"));
    }
  return g_string_free (text, FALSE);
}
