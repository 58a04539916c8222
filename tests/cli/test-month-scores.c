/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scripted month scored, ranked, awarded and finalised by the command line; what is expected
 * was worked out by hand in scores-fixture.h. */
#include "config.h"

#include <string.h>

#include "scores-fixture.h"

#define RANKS                                                                                      \
  "1 丙苑 106.66; 2= 甲苑 95.40; 2= 庚苑 95.40; 4= 乙苑 91.00; 4= 辛苑 91.00; "          \
  "6= 戊苑 89.40; 6= 壬苑 89.40; 8 己苑 85.80; 9 丁苑 85.80; - 癸苑"

typedef struct
{
  const char *compound;
  const char *long_term;
  const char *property;
  const char *bonus;
  const char *score;
} Expected;

static const Expected expected[] = {
  { "丙苑", "86.00", "112.64", "10.00", "106.66" }, { "甲苑", "88.00", "99.00", "3.00", "95.40" },
  { "庚苑", "88.00", "99.00", "3.00", "95.40" },    { "乙苑", "85.00", "100.00", "0.00", "91.00" },
  { "辛苑", "85.00", "100.00", "0.00", "91.00" },   { "戊苑", "87.00", "93.00", "0.00", "89.40" },
  { "壬苑", "87.00", "93.00", "0.00", "89.40" },    { "己苑", "85.00", "87.00", "0.00", "85.80" },
  { "丁苑", "83.00", "90.00", "0.00", "85.80" },    { "癸苑", NULL, NULL, NULL, NULL },
};

static gint64
hundredths (const char *points)
{
  gboolean minus = points[0] == '-';
  g_auto (GStrv) parts = g_strsplit (points + (minus ? 1 : 0), ".", 2);
  gint64 value = 100 * g_ascii_strtoll (parts[0], NULL, 10) + g_ascii_strtoll (parts[1], NULL, 10);

  g_assert_cmpuint (strlen (parts[1]), ==, 2);
  return minus ? -value : value;
}

/* (nullable) */
static const char *
text_of (JsonObject *object, const char *key)
{
  g_assert_true (json_object_has_member (object, key));
  return json_object_get_null_member (object, key) ? NULL
                                                   : json_object_get_string_member (object, key);
}

static JsonObject *
find_compound (JsonArray *rows, const char *name)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "compound"), name))
        return row;
    }
  g_error ("There is no row of %s.", name);
}

/* The lines of the working are the score, part by part. */
static void
assert_adds_up (JsonObject *row)
{
  JsonArray *working = json_object_get_array_member (row, "working");
  gint64 long_term = 10000, property = 10000, bonus = 0;

  for (guint i = 0; i < json_array_get_length (working); i++)
    {
      JsonObject *line = json_array_get_object_element (working, i);
      const char *kind;

      assert_members (line, "kind:s code:S ref:n points:s rule:S");
      kind = json_object_get_string_member (line, "kind");
      if (strstr ("finding second fault", kind) != NULL)
        long_term += hundredths (json_object_get_string_member (line, "points"));
      else if (strstr ("sheet extra survey", kind) != NULL)
        property += hundredths (json_object_get_string_member (line, "points"));
      else if (g_str_equal (kind, "bonus"))
        bonus += hundredths (json_object_get_string_member (line, "points"));
      else
        g_assert_cmpstr (json_object_get_string_member (line, "points"), ==, "0.00");
    }
  if (text_of (row, "score") == NULL)
    return;
  g_assert_cmpint (long_term, ==, hundredths (text_of (row, "long_term")));
  g_assert_cmpint (property, ==, hundredths (text_of (row, "property")));
  g_assert_cmpint (bonus, ==, hundredths (text_of (row, "bonus")));
}

/* (transfer full): "finding A1-01 -2.00 002 §4.1(1); …" */
static char *
working_of (Place *place, const char *now, const char *period, const char *compound)
{
  g_autoptr (Run) told = run (place, "--now", now, "score", "--period", period, "--compound",
                              compound, "--explain", NULL);
  JsonArray *working;
  GString *text = g_string_new (NULL);

  assert_code (told, 0);
  g_assert_cmpuint (json_array_get_length (run_array (told)), ==, 1);
  working = json_object_get_array_member (json_array_get_object_element (run_array (told), 0),
                                          "working");
  for (guint i = 0; i < json_array_get_length (working); i++)
    {
      JsonObject *line = json_array_get_object_element (working, i);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "",
                              json_object_get_string_member (line, "kind"),
                              json_object_get_string_member (line, "code"),
                              json_object_get_string_member (line, "points"));
    }
  return g_string_free (text, FALSE);
}

static void
assert_working (
    Place *place, const char *now, const char *period, const char *compound, const char *lines)
{
  g_autofree char *text = working_of (place, now, period, compound);

  g_assert_cmpstr (text, ==, lines);
}

static void
test_scores (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) told
      = run (place, "--now", SCORES_NOW, "score", "--period", SCORES_PERIOD, "--explain", NULL);
  JsonArray *rows = run_array (told);

  assert_code (told, 0);
  g_assert_cmpuint (json_array_get_length (rows), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JsonObject *row = find_compound (rows, expected[i].compound);

      assert_members (row, "compound:s long_term:S property:S bonus:S score:S working:a");
      g_assert_cmpstr (text_of (row, "long_term"), ==, expected[i].long_term);
      g_assert_cmpstr (text_of (row, "property"), ==, expected[i].property);
      g_assert_cmpstr (text_of (row, "bonus"), ==, expected[i].bonus);
      g_assert_cmpstr (text_of (row, "score"), ==, expected[i].score);
      assert_adds_up (row);
    }
}

/* 丁: five of the 9th, never repaired: 2.00 each; the fault; five of the 22nd in time. 丙: of the
 * 8th L, F and N doubled; of the 15th five; of the 30th one that is not due yet. */
static void
test_working (void)
{
  g_autoptr (Place) place = scores_place ();

  assert_working (place, SCORES_NOW, SCORES_PERIOD, "丁苑",
                  "finding A1-01 -2.00; finding A1-08 -2.00; finding A1-12 -2.00; finding A1-22 "
                  "-2.00; finding A1-26 -2.00; fault A1-08 -2.00; finding A1-01 -1.00; finding "
                  "A1-08 -1.00; finding A1-12 -1.00; finding A1-22 -1.00; finding A1-26 -1.00; "
                  "sheet A2-04 -10.00");
  assert_working (place, SCORES_NOW, SCORES_PERIOD, "丙苑",
                  "finding A1-08 -2.00; finding A1-22 -2.00; finding A1-26 -2.00; finding A1-01 "
                  "-1.00; finding A1-12 -1.00; finding A1-01 -1.00; finding A1-08 -1.00; finding "
                  "A1-12 -1.00; finding A1-22 -1.00; finding A1-26 -1.00; finding A1-26 -1.00; "
                  "sheet A2-01 -2.00; sheet A2-07 -1.36; survey A2-15 10.00; extra A2-14 6.00; "
                  "bonus state 10.00");
  /* The withdrawn finding stays visible and costs nothing. */
  assert_working (place, SCORES_NOW, SCORES_PERIOD, "戊苑",
                  "fault A1-01 -2.00; fault A1-08 -2.00; finding A1-08 -1.00; finding A1-12 -1.00; "
                  "finding A1-22 -1.00; finding A1-26 -1.00; finding A1-01 -1.00; finding A1-08 "
                  "-1.00; finding A1-12 -1.00; finding A1-22 -1.00; finding A1-26 -1.00; sheet "
                  "A2-02 -5.00; sheet A2-09 -2.00; withdrawn A1-01 0.00");
  /* Not assessed: what the town found costs nothing and is no line. */
  assert_working (place, SCORES_NOW, SCORES_PERIOD, "癸苑", "");
}

static void
test_ranks (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) ranked
      = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  g_autofree char *ranks = NULL;

  assert_code (ranked, 0);
  assert_members (run_object (ranked), "period:s state:s scheme:n rows:a not_assessed:a");
  g_assert_cmpstr (json_object_get_string_member (run_object (ranked), "state"), ==, "open");
  assert_members (json_array_get_object_element (json_object_get_array_member (run_object (ranked),
                                                                               "rows"),
                                                 0),
                  "rank:n compound:s long_term:s property:s bonus:s score:s tied:b change:N");
  ranks = scores_ranks (ranked);
  g_assert_cmpstr (ranks, ==, RANKS);
}

/* The first place alone is sure; each tie lies across a boundary, Red Property between two best. */
static void
test_pending (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) told = run (place, "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD, NULL);
  JsonArray *pending;
  g_autofree char *rows = NULL;
  g_autofree char *groups = NULL;

  assert_code (told, 0);
  assert_members (run_object (told), "state:s rows:a red_property:S pending:a total:s");
  g_assert_cmpstr (text_of (run_object (told), "state"), ==, "pending");
  g_assert_null (text_of (run_object (told), "red_property"));
  g_assert_cmpstr (text_of (run_object (told), "total"), ==, "3000.00");
  rows = scores_awards (told);
  g_assert_cmpstr (rows, ==, "丙苑 first 3000.00");
  pending = json_object_get_array_member (run_object (told), "pending");
  {
    g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);

    json_node_set_array (node, pending);
    groups = json_to_string (node, FALSE);
  }
  g_assert_cmpstr (groups, ==,
                   "[{\"names\":[\"甲苑\",\"庚苑\"],\"classes\":[\"first\",\"second\"]},"
                   "{\"names\":[\"乙苑\",\"辛苑\"],\"classes\":[\"second\",\"third\"]},"
                   "{\"names\":[\"戊苑\",\"壬苑\"],\"classes\":[\"third\",\"none\"]},"
                   "{\"names\":[\"甲苑\",\"癸苑\"],\"classes\":[\"red\",\"none\"]}]");
}

#define DECIDE "award", "decide", "--period", SCORES_PERIOD, "--by", "示例", "--reason", "示例"

/* A wrong set is refused and nothing is written; the right ones are paid to the fen. */
static void
test_decide (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;
  g_autofree char *rows = NULL;

  do_refuse (place, 1, "甲苑", "--now", SCORES_NOW, DECIDE, "--place", "甲苑=first", "--place",
             "庚苑=first");
  do_refuse (place, 1, "甲苑", "--now", SCORES_NOW, DECIDE, "--place", "甲苑=first", "--place",
             "庚苑=none");
  do_refuse (place, 1, "丙苑", "--now", SCORES_NOW, DECIDE, "--place", "丙苑=second");
  do_refuse (place, 1, "丁苑", "--now", SCORES_NOW, DECIDE, "--place", "丁苑=none");
  do_refuse (place, 1, "乙苑", "--now", SCORES_NOW, DECIDE, "--place", "乙苑=red");
  do_refuse (place, 1, "甲苑", "--now", SCORES_NOW, DECIDE, "--place", "甲苑=red", "--place",
             "癸苑=red");
  do_refuse (place, 2, "--place", "--now", SCORES_NOW, DECIDE, "--place", "甲苑=best");
  after = state_of (place);
  g_assert_cmpstr (after, ==, before);
  scores_decide (place);
  g_autoptr (Run) told = run (place, "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD, NULL);
  assert_code (told, 0);
  g_assert_cmpstr (text_of (run_object (told), "state"), ==, "final");
  g_assert_cmpstr (text_of (run_object (told), "red_property"), ==, "癸苑");
  /* 2 × 3000 + 2 × 2024 + 2 × 1000 + 2024 [002 annex 4] */
  g_assert_cmpstr (text_of (run_object (told), "total"), ==, "14072.00");
  rows = scores_awards (told);
  g_assert_cmpstr (rows, ==,
                   "丙苑 first 3000.00; 甲苑 first 3000.00; 庚苑 second 2024.00; 乙苑 second "
                   "2024.00; 辛苑 third 1000.00; 戊苑 third 1000.00; 癸苑 red 2024.00");
}

/* 没有建立党组织的，一票否决: whoever has more points without one gets nothing; with the veto
 * lifted it is the best. */
static void
test_red (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) sheet = run (place, "sheet", "show", "--compound", "乙苑", "--period",
                               SCORES_PERIOD, "annex3", NULL);

  assert_code (sheet, 0);
  assert_members (run_object (sheet), "compound:s period:s annex:s points:s veto:b lines:a");
  g_assert_true (json_object_get_boolean_member (run_object (sheet), "veto"));
  g_assert_cmpstr (text_of (run_object (sheet), "points"), ==, "7.00");
  do_run (place, "sheet", "set", "--compound", "乙苑", "--period", SCORES_PERIOD, "annex3",
          "A3-01=1");
  g_autoptr (Run) told = run (place, "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD, NULL);
  g_assert_cmpstr (text_of (run_object (told), "red_property"), ==, "乙苑");
  do_refuse (place, 1, "party_branch", "sheet", "set", "--compound", "丙苑", "--period",
             SCORES_PERIOD, "annex3", "A3-01=1");
  do_refuse (place, 1, "at most 3.00", "sheet", "set", "--compound", "甲苑", "--period",
             SCORES_PERIOD, "annex3", "A3-02=3.01");
  do_refuse (place, 1, "1 (there is a party organisation) or 0", "sheet", "set", "--compound",
             "甲苑", "--period", SCORES_PERIOD, "annex3", "A3-01=2");
}

/* Two assessors, each with what it rests on; a line set anew without a word keeps its evidence. */
static void
test_evidence (void)
{
  g_autoptr (Place) place = scores_place ();
  JsonObject *line;
  JsonArray *entries;

  do_run (place, "sheet", "set", "--compound", "丁苑", "--period", SCORES_PERIOD, "--assessor",
          "示例丙", "--evidence", "巡查记录3号", "annex2", "A2-12=1");
  do_run (place, "sheet", "set", "--compound", "丁苑", "--period", SCORES_PERIOD, "--assessor",
          "示例丙", "annex2", "A2-12=2");
  do_run (place, "sheet", "set", "--compound", "丁苑", "--period", SCORES_PERIOD, "annex2",
          "A2-12=1");
  g_autoptr (Run) told = run (place, "sheet", "show", "--compound", "丁苑", "--period",
                              SCORES_PERIOD, "annex2", NULL);
  assert_code (told, 0);
  line = json_array_get_object_element (json_object_get_array_member (run_object (told), "lines"),
                                        1);
  assert_members (line, "code:s name:s count:N points:s differs:b entries:a");
  g_assert_cmpstr (text_of (line, "code"), ==, "A2-12");
  g_assert_cmpint (json_object_get_int_member (line, "count"), ==, 2);
  g_assert_true (json_object_get_boolean_member (line, "differs"));
  entries = json_object_get_array_member (line, "entries");
  g_assert_cmpuint (json_array_get_length (entries), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);
      gboolean other = g_str_equal (text_of (entry, "assessor"), "示例丙");

      g_assert_cmpint (json_object_get_int_member (entry, "count"), ==, other ? 2 : 1);
      g_assert_cmpstr (text_of (entry, "evidence"), ==, other ? "巡查记录3号" : NULL);
    }
}

/* With 70/30: 丙 86 × 0.7 + 112.64 × 0.3 + 10 = 60.20 + 33.792 + 10 = 103.992; without the finding
 * of the 30th 87.00: 52.20 + 45.056 + 10 = 107.256. */
static void
test_what_if (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *before = state_of (place);
  g_autofree char *drop = g_strdup_printf ("drop=%s", scores_late_finding ());
  g_autoptr (Run) weights = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD,
                                 "--what-if", "weights=70/30", NULL);
  g_autoptr (Run) dropped = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD,
                                 "--what-if", drop, NULL);
  g_autoptr (Run) paid = run (place, "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD,
                              "--what-if", "first.amount=5000", NULL);
  g_autoptr (Run) table = run (place, "-", "--now", SCORES_NOW, "award", "--period", SCORES_PERIOD,
                               "--what-if", "first.amount=5000", NULL);
  g_autofree char *after = NULL;
  g_autofree char *ranks = NULL;

  assert_code (weights, 0);
  g_assert_true (json_object_get_boolean_member (run_object (weights), "trial"));
  g_autofree char *tried = scores_ranks (weights);
  g_assert_true (g_str_has_prefix (tried, "1 丙苑 103.99; "));
  g_autofree char *without = scores_ranks (dropped);
  g_assert_true (g_str_has_prefix (without, "1 丙苑 107.26; "));
  g_autofree char *money = scores_awards (paid);
  g_assert_cmpstr (money, ==, "丙苑 first 5000.00");
  assert_code (table, 0);
  g_assert_nonnull (strstr (table->out, "A trial"));
  do_refuse (place, 1, "weights=70/30", "rank", "--period", SCORES_PERIOD, "--what-if", "sun=1");
  after = state_of (place);
  g_assert_cmpstr (after, ==, before);
  g_autoptr (Run) ranked
      = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  ranks = scores_ranks (ranked);
  g_assert_cmpstr (ranks, ==, RANKS);
}

/* Not before it is over, not while awards wait, not while a sheet is missing. */
static void
test_not_yet (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *before = state_of (place);
  g_autofree char *after = NULL;

  do_refuse (place, 4, "not over", "--now", "2026-10-31T23:59", "period", "finalise",
             SCORES_PERIOD);
  do_refuse (place, 4, "甲苑", "--now", SCORES_NOW, "period", "finalise", SCORES_PERIOD);
  after = state_of (place);
  g_assert_cmpstr (after, ==, before);
  scores_decide (place);
  do_run (place, "sheet", "set", "--compound", "辛苑", "--period", SCORES_PERIOD, "annex2",
          "A2-06=");
  do_refuse (place, 4, "辛苑", "--now", SCORES_NOW, "period", "finalise", SCORES_PERIOD);
  do_run (place, "sheet", "waive", "--compound", "辛苑", "--period", SCORES_PERIOD, "--reason",
          "当月未考核");
  do_run (place, "--now", SCORES_NOW, "period", "finalise", SCORES_PERIOD);
}

/* Every change of what the month counts is forbidden; the scores are those that were frozen. */
static void
test_frozen (void)
{
  g_autoptr (Place) place = scores_place ();
  const char *late = scores_late_finding ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *ranks = NULL;

  scores_finalise (place);
  before = state_of (place);
#define OCTOBER "--period", SCORES_PERIOD
  do_refuse (place, 4, "", "sheet", "set", "--compound", "甲苑", OCTOBER, "annex2", "A2-01=1");
  do_refuse (place, 4, "", "sheet", "set", "--compound", "甲苑", OCTOBER, "annex3", "A3-04=1");
  do_refuse (place, 4, "", "sheet", "waive", "--compound", "甲苑", OCTOBER, "--reason", "示例");
  do_refuse (place, 4, "", "bonus", "add", "--compound", "甲苑", OCTOBER, "city");
  do_refuse (place, 4, "", "bonus", "withdraw", "1", "--reason", "示例");
  do_refuse (place, 4, "", "survey", "set", "--compound", "甲苑", OCTOBER, "--rate", "90",
             "--coverage", "90");
  do_refuse (place, 4, "", DECIDE, "--place", "甲苑=second", "--place", "庚苑=first");
  do_refuse (place, 4, "", "inspect", "add", "--compound", "甲苑", "--level", "city", "--kind",
             "special", "--at", "2026-10-29T09:00");
  do_refuse (place, 4, "", "inspect", "withdraw", "1", "--reason", "示例");
  do_refuse (place, 4, "", "finding", "withdraw", late, "--reason", "示例");
  do_refuse (place, 4, "", "case", "add", "--number", "99", "--level", "city", "--compound", "甲苑",
             "--code", "A1-01", "--at", "2026-10-29T09:00");
  do_refuse (place, 4, "", "case", "withdraw", "21", "--reason", "示例");
  do_refuse (place, 4, "", "--now", "2026-11-04T09:00", "case", "fault", "21", "--remove",
             "passing", "--reason", "示例");
  do_refuse (place, 4, "finalised already", "--now", "2026-11-04T09:00", "period", "finalise",
             SCORES_PERIOD);
  do_refuse (place, 4, "", "undo");
  after = state_of (place);
  g_assert_cmpstr (after, ==, before);
  /* Whatever the clock says, and whatever happens to a finding. */
  do_run (place, "finding", "report", late, "--at", "2026-11-10T17:31");
  g_autoptr (Run) ranked
      = run (place, "--now", "2026-12-24T09:00", "rank", "--period", SCORES_PERIOD, NULL);
  ranks = scores_ranks (ranked);
  g_assert_cmpstr (ranks, ==, RANKS);
  g_assert_cmpstr (text_of (run_object (ranked), "state"), ==, "final");
  assert_working (place, "2026-12-24T09:00", SCORES_PERIOD, "甲苑",
                  "fault A1-08 -2.00; finding A1-01 -1.00; finding A1-08 -1.00; finding A1-12 "
                  "-1.00; finding A1-22 -1.00; finding A1-26 -1.00; finding A1-01 -1.00; finding "
                  "A1-08 -1.00; finding A1-12 -1.00; finding A1-22 -1.00; finding A1-26 -1.00; "
                  "sheet A2-12 -1.00; bonus district 3.00");
  do_run (place, "ledger", "verify");
}

/* (transfer full): "score 106.66 104.86; …" of one compound */
static char *
differences_of (const Run *run, const char *compound)
{
  JsonArray *rows = run_array (run);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "compound"), compound))
        g_string_append_printf (text, "%s%s %s %s", text->len > 0 ? "; " : "",
                                json_object_get_string_member (row, "what"),
                                text_of (row, "before"), text_of (row, "after"));
    }
  return g_string_free (text, FALSE);
}

#define LATER "2026-11-11T09:00"

/* The finding of the 30th is due on 10 November, when October is final: its second point falls into
 * November; so does a fault of an October case that is confirmed then. Opened again, October takes
 * both back: 丙 100 − 15 − 2 = 83.00: 49.80 + 45.056 + 10 = 104.856. */
static void
test_later (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *changes = NULL;

  scores_finalise (place);
  do_run (place, "inspect", "add", "--compound", "丙苑", "--level", "district", "--kind",
          "announced", "--at", "2026-11-04T09:00");
  assert_working (place, "2026-11-10T17:30", "2026-11", "丙苑", "");
  assert_working (place, "2026-11-10T17:31", "2026-11", "丙苑", "second A1-26 -1.00");
  do_run (place, "--now", LATER, "case", "fault", "12", "--add", "verification", "--reason",
          "核实");
  assert_working (place, LATER, "2026-11", "丙苑", "fault A1-26 -2.00; second A1-26 -1.00");
  do_refuse (place, 2, "--reason", "period", "reopen", SCORES_PERIOD);
  do_run (place, "period", "reopen", SCORES_PERIOD, "--reason", "漏记");
  assert_working (place, LATER, "2026-11", "丙苑", "");
  do_run (place, "sheet", "set", "--compound", "丁苑", "--period", SCORES_PERIOD, "annex2",
          "A2-04=1");
  do_refuse (place, 1, "reason", "--now", LATER, "period", "finalise", SCORES_PERIOD);
  do_run (place, "--now", LATER, "period", "finalise", SCORES_PERIOD, "--reason", "补记后定稿");
  g_autoptr (Run) diff = run (place, "--now", LATER, "period", "diff", SCORES_PERIOD, NULL);
  assert_code (diff, 0);
  changes = differences_of (diff, "丙苑");
  g_assert_cmpstr (changes, ==, "score 106.66 104.86; long_term 86.00 83.00");
  /* 丁: 49.80 + 38.00 = 87.80 */
  g_autofree char *other = differences_of (diff, "丁苑");
  g_assert_cmpstr (other, ==, "score 85.80 87.80; property 90.00 95.00; rank 9 8");
  g_autofree char *none = differences_of (diff, "甲苑");
  g_assert_cmpstr (none, ==, "");
  assert_members (json_array_get_object_element (run_array (diff), 0),
                  "compound:s what:s before:S after:S because:S");
  do_run (place, "ledger", "verify");
}

/* The ruling: a withdrawn compound stays in the periods that ended before its withdrawal. */
static void
test_withdrawn_compound (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autofree char *october = NULL;

  do_run (place, "--now", "2026-11-02T09:00", "withdraw", "compound", "丁苑", "--reason", "拆迁");
  g_autoptr (Run) ranked
      = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  g_autoptr (Run) later = run (place, "--now", SCORES_NOW, "rank", "--period", "2026-11", NULL);
  october = scores_ranks (ranked);
  g_assert_cmpstr (october, ==, RANKS);
  g_autofree char *november = scores_ranks (later);
  g_assert_null (strstr (november, "丁苑"));
  g_assert_nonnull (strstr (november, "- 戊苑"));
}

/* A sheet that is not there is told loudly, but not on standard output. */
static void
test_loud (void)
{
  g_autoptr (Place) place = scores_place ();

  g_autoptr (Run) quiet
      = run (place, "--now", SCORES_NOW, "score", "--period", SCORES_PERIOD, NULL);
  g_assert_cmpstr (quiet->err, ==, "");
  do_run (place, "sheet", "set", "--compound", "辛苑", "--period", SCORES_PERIOD, "annex2",
          "A2-06=");
  g_autoptr (Run) loud = run (place, "--now", SCORES_NOW, "rank", "--period", SCORES_PERIOD, NULL);
  assert_code (loud, 0);
  assert_says (loud, "辛苑");
  assert_says (loud, "annex 2");
}

/* Tables for people, in both languages. */
static void
test_tables (void)
{
  g_autoptr (Place) place = scores_place ();
  g_autoptr (Run) score = run (place, "-", "--lang", "en", "--now", SCORES_NOW, "score", "--period",
                               SCORES_PERIOD, "--explain", NULL);
  g_autoptr (Run) rank = run (place, "-", "--lang", "zh", "--now", SCORES_NOW, "rank", "--period",
                              SCORES_PERIOD, NULL);
  g_autoptr (Run) award = run (place, "-", "--lang", "zh", "--now", SCORES_NOW, "award", "--period",
                               SCORES_PERIOD, NULL);
  g_autoptr (Run) check = run (place, "-", "--lang", "zh", "--now", SCORES_NOW, "period", "check",
                               SCORES_PERIOD, NULL);

  assert_code (score, 0);
  g_assert_nonnull (strstr (score->out, "Not assessed"));
  g_assert_nonnull (strstr (score->out, "002 §4.1(1)"));
  assert_code (rank, 0);
  g_assert_nonnull (strstr (rank->out, "名次"));
  g_assert_nonnull (strstr (rank->out, "2="));
  g_assert_nonnull (strstr (rank->out, "同分依次比"));
  assert_code (award, 0);
  g_assert_nonnull (strstr (award->out, "3000.00"));
  g_assert_nonnull (strstr (award->out, "癸苑"));
  assert_code (check, 0);
  g_assert_nonnull (strstr (check->out, "✗"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/month/scores", test_scores);
  g_test_add_func ("/cli/month/working", test_working);
  g_test_add_func ("/cli/month/ranks", test_ranks);
  g_test_add_func ("/cli/month/pending", test_pending);
  g_test_add_func ("/cli/month/decide", test_decide);
  g_test_add_func ("/cli/month/red-property", test_red);
  g_test_add_func ("/cli/month/evidence", test_evidence);
  g_test_add_func ("/cli/month/what-if", test_what_if);
  g_test_add_func ("/cli/month/not-yet", test_not_yet);
  g_test_add_func ("/cli/month/frozen", test_frozen);
  g_test_add_func ("/cli/month/later", test_later);
  g_test_add_func ("/cli/month/withdrawn-compound", test_withdrawn_compound);
  g_test_add_func ("/cli/month/missing-sheet", test_loud);
  g_test_add_func ("/cli/month/tables", test_tables);
  return g_test_run ();
}
