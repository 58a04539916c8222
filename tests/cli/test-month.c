/* SPDX-License-Identifier: GPL-3.0-or-later */
/* October 2026 in an office of six compounds, entered by the command line alone: 12 city and
 * district inspections with 60 findings, 20 cases with every fault. What is expected was worked out
 * by hand.
 *
 * The days of the notice: 1 to 7 October off, Saturday 10 October worked. Working days from the
 * 8th: 8 9 10 | 12 13 14 15 16 | 19 20 21 22 23 | 26 27 28 29 30; then 2 and 3 November. Sessions
 * 8:30-12:00 and 14:00-17:30. We look at 9:00 on 3 November. */
#include "config.h"

#include <string.h>

#include "date.h"
#include "harness.h"

#define NOW "2026-11-03T09:00"
#define RECHECK "2026-11-03T08:45"
#define N_COMPOUNDS 6
#define N_FINDINGS 60
#define PER_INSPECTION 5
/* Ids that one run of a step takes. */
#define MOST_IDS 12

static const char *const compounds[N_COMPOUNDS]
    = { "甲苑", "乙苑", "丙苑", "丁苑", "戊苑", "己苑" };

/* [002 annex 1]: 外立面破损 3工作日, 清扫保洁不干净 2工作时, 建筑垃圾处置不规范 1工作日,
 * 占用消防通道 4工作时, 私搭乱建 7工作日. */
static const char *const codes[PER_INSPECTION] = { "A1-01", "A1-08", "A1-12", "A1-22", "A1-26" };

typedef struct
{
  const char *level;
  const char *kind;
  const char *at;
  const char *deadlines[PER_INSPECTION]; /* of the codes above */
} Visit;

static const Visit visits[4] = {
  /* Thursday the 8th, 9:00. Three days: 9, 10 (a Saturday, worked), 12. Two hours: 11:00. One
   * day: 9. Four hours: three until noon, one from 14:00. Seven days: 9 10 12 13 14 15 16. */
  { "city",
    "special",
    "2026-10-08T09:00",
    { "2026-10-12T17:30", "2026-10-08T11:00", "2026-10-09T17:30", "2026-10-08T15:00",
      "2026-10-16T17:30" } },
  /* Friday the 9th, 16:00. 10, 12, 13. An hour and a half until 17:30, half an hour on
   * Saturday. 10. Two and a half hours on Saturday. 10 12 13 14 15 16 19. */
  { "city",
    "special",
    "2026-10-09T16:00",
    { "2026-10-13T17:30", "2026-10-10T09:00", "2026-10-10T17:30", "2026-10-10T11:00",
      "2026-10-19T17:30" } },
  /* Thursday the 15th, 11:00. 16, 19, 20. An hour until noon, one from 14:00. 16. One and three
   * hours. 16 19 20 21 22 23 26. */
  { "district",
    "announced",
    "2026-10-15T11:00",
    { "2026-10-20T17:30", "2026-10-15T15:00", "2026-10-16T17:30", "2026-10-15T17:00",
      "2026-10-26T17:30" } },
  /* Thursday the 22nd, 9:30. 23, 26, 27. 11:30. 23. Two and a half hours until noon, an hour and a
   * half from 14:00. 23 26 27 28 29 30 and 2 November. */
  { "district",
    "unannounced",
    "2026-10-22T09:30",
    { "2026-10-27T17:30", "2026-10-22T11:30", "2026-10-23T17:30", "2026-10-22T15:30",
      "2026-11-02T17:30" } },
};

/* What became of the five findings of a visit [002 §4.1(1):
 * 每个问题扣1分，未按要求及时整改到位的双倍扣分]: R reported in the minute of the deadline, passed
 * later: in time, 1.00 P not reported, seen to be repaired in the minute of the deadline: in
 * time, 1.00 L reported a minute late, passed: doubled, 2.00 F reported a minute early, the recheck
 * of the deadline's minute failed, reported again a minute late, passed: the report that the
 * passing recheck followed was late: doubled, 2.00 N nothing: doubled, 2.00 W withdrawn: 0.00 */
typedef struct
{
  int compound;
  int visit;
  const char *became;
  const char *points; /* of the five together, hundredths without a point */
} Inspection;

static const Inspection inspections[12] = {
  { 0, 0, "RRRRR", "500" },  { 1, 0, "LRRRR", "800" }, /* 2 + 3 (three places) + 1 + 1 + 1 */
  { 2, 0, "RLRFN", "800" },                            /* 1 + 2 + 1 + 2 + 2 */
  { 3, 1, "NNNNN", "1000" }, { 4, 1, "WRRRR", "400" }, { 5, 1, "RRRRR", "500" },
  { 0, 2, "RRRRR", "500" },  { 1, 2, "RRRRR", "500" }, { 2, 2, "RRRRR", "500" },
  { 3, 3, "RRRRR", "500" },  { 4, 3, "PPPPP", "500" }, { 5, 3, "NNNLF", "1000" },
};

/* 乙苑's second finding of the city: three places, three times the points [annex 1,
 * 每处（个）扣分]. */
#define THREE_PLACES 1

typedef struct
{
  gint64 id;
  char became;
  const char *deadline;
  int inspection;
  int index;
} Finding;

static Finding findings[N_FINDINGS];

/* (transfer full) */
static char *
later (const char *instant, int minutes)
{
  YsInstant at = 0;

  g_assert_true (ys_instant_from_iso (instant, &at));
  return ys_instant_to_iso (at + 60 * minutes);
}

static void
add_inspection (Place *place, int i)
{
  const Inspection *one = &inspections[i];
  const Visit *visit = &visits[one->visit];
  const char *second = i == THREE_PLACES ? "A1-08*3@东门" : "A1-08@东门";
  g_autoptr (Run) added
      = run (place, "inspect", "add", "--compound", compounds[one->compound], "--level",
             visit->level, "--kind", visit->kind, "--at", visit->at, "--finding", "A1-01@1号楼",
             "--finding", second, "--finding", "A1-12@2号楼", "--finding", "A1-22@3号楼",
             "--finding", "A1-26@4号楼", NULL);
  JsonArray *made;

  assert_code (added, 0);
  made = json_object_get_array_member (run_object (added), "findings");
  g_assert_cmpuint (json_array_get_length (made), ==, PER_INSPECTION);
  for (int f = 0; f < PER_INSPECTION; f++)
    {
      JsonObject *finding = json_array_get_object_element (made, (guint)f);

      g_assert_cmpstr (json_object_get_string_member (finding, "code"), ==, codes[f]);
      g_assert_cmpstr (json_object_get_string_member (finding, "deadline"), ==,
                       visit->deadlines[f]);
      findings[i * PER_INSPECTION + f] = (Finding){ json_object_get_int_member (finding, "id"),
                                                    one->became[f], visit->deadlines[f], i, f };
    }
}

/* One run for at most MOST_IDS findings: those of @ids. */
static void
run_step (Place *place, const char *verb, const char *option, const char *at, GPtrArray *ids)
{
  for (guint first = 0; first < ids->len; first += MOST_IDS)
    {
      const char *id[MOST_IDS] = { NULL };
      g_autoptr (Run) done = NULL;

      for (guint i = 0; i < MOST_IDS && first + i < ids->len; i++)
        id[i] = g_ptr_array_index (ids, first + i);
      done = run (place, "finding", verb, option, "--at", at, "--reason", "示例", id[0], id[1],
                  id[2], id[3], id[4], id[5], id[6], id[7], id[8], id[9], id[10], id[11], NULL);
      assert_code (done, 0);
    }
}

/* All findings whose letter is in @letters take the step @minutes after their deadline. */
static void
step_at_deadline (
    Place *place, const char *letters, const char *verb, const char *option, int minutes)
{
  for (int v = 0; v < 4; v++)
    for (int f = 0; f < PER_INSPECTION; f++)
      {
        g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
        g_autofree char *at = later (visits[v].deadlines[f], minutes);

        for (int i = 0; i < N_FINDINGS; i++)
          if (strchr (letters, findings[i].became) != NULL && findings[i].index == f
              && inspections[findings[i].inspection].visit == v)
            g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, findings[i].id));
        run_step (place, verb, option, at, ids);
      }
}

static void
step_all (Place *place, const char *letters, const char *verb, const char *option, const char *at)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_FINDINGS; i++)
    if (strchr (letters, findings[i].became) != NULL)
      g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, findings[i].id));
  run_step (place, verb, option, at, ids);
}

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
      = run (place, "--now", NOW, "list", "findings", "--period", "2026-10", NULL);
  JsonArray *rows = run_array (listed);
  gint64 sums[12] = { 0 };

  g_assert_cmpuint (json_array_get_length (rows), ==, N_FINDINGS);
  for (guint r = 0; r < N_FINDINGS; r++)
    {
      JsonObject *row = json_array_get_object_element (rows, r);
      const Finding *finding = NULL;

      for (int i = 0; i < N_FINDINGS; i++)
        if (findings[i].id == json_object_get_int_member (row, "id"))
          finding = &findings[i];
      g_assert_nonnull (finding);
      g_assert_cmpstr (json_object_get_string_member (row, "deadline"), ==, finding->deadline);
      g_assert_cmpint (json_object_get_boolean_member (row, "doubled"), ==,
                       strchr ("LFN", finding->became) != NULL);
      sums[finding->inspection] += to_hundredths (json_object_get_string_member (row, "points"));
    }
  for (int i = 0; i < 12; i++)
    g_assert_cmpint (sums[i], ==, g_ascii_strtoll (inspections[i].points, NULL, 10));
}

typedef struct
{
  const char *number;
  int compound;
  const char *level;
  const char *code;
  const char *place;
  const char *at;
  const char *dispatched; /* (nullable): the platform's own deadline */
  const char *deadline;
  const char *reply; /* (nullable) */
} Case;

static const Case cases[20] = {
  /* [002 §4.1(4)] 同一问题当月出现三次举报. 02 arrives inside the limit of 01 (until 11:00), which
   * was answered already: one with it. City and district count together, ３号楼 is 3号楼. 01+02,
   * 03, 04: three. */
  { "01", 0, "city", "A1-08", "3号楼", "2026-10-09T09:00", NULL, "2026-10-09T11:00",
    "2026-10-09T10:00" },
  { "02", 0, "district", "A1-08", "3号楼", "2026-10-09T10:30", NULL, "2026-10-09T14:30",
    "2026-10-09T11:00" },
  { "03", 0, "city", "A1-08", "3 号楼", "2026-10-12T09:00", NULL, "2026-10-12T11:00",
    "2026-10-12T09:30" },
  { "04", 0, "district", "A1-08", "３号楼", "2026-10-13T09:00", NULL, "2026-10-13T11:00",
    "2026-10-13T09:30" },
  /* [002 §4.1(6)] 当月超过三次（不含）: four, so key alone, on the fourth. 乱堆物料, 2工作时. */
  { "05", 1, "city", "A1-10", "东门", "2026-10-08T09:00", NULL, "2026-10-08T11:00",
    "2026-10-08T09:30" },
  { "06", 1, "city", "A1-10", "东门", "2026-10-12T09:00", NULL, "2026-10-12T11:00",
    "2026-10-12T09:30" },
  { "07", 1, "district", "A1-10", "东门", "2026-10-14T09:00", NULL, "2026-10-14T11:00",
    "2026-10-14T09:30" },
  { "08", 1, "city", "A1-10", "东门", "2026-10-16T09:00", NULL, "2026-10-16T11:00",
    "2026-10-16T09:30" },
  /* [002 §4.1(4)] 按照结案标准正在查处等法律程序中的多次举报视为一次: in procedure from the 9th on,
   * 10 to 12 are one with 09. Seven days: 9 10 12 13 14 15 16; 21 22 23 26 27 28 29; 23 26 27 28 29
   * 30 2; 27 28 29 30 2 3 4. */
  { "09", 2, "city", "A1-26", NULL, "2026-10-08T09:00", NULL, "2026-10-16T17:30",
    "2026-10-08T10:00" },
  { "10", 2, "city", "A1-26", NULL, "2026-10-20T09:00", NULL, "2026-10-29T17:30",
    "2026-10-20T10:00" },
  { "11", 2, "district", "A1-26", NULL, "2026-10-22T09:00", NULL, "2026-11-02T17:30",
    "2026-10-22T10:00" },
  { "12", 2, "city", "A1-26", NULL, "2026-10-26T09:00", NULL, "2026-11-04T17:30",
    "2026-10-26T10:00" },
  /* [002 §4.1(2)] 未按规定的处置时限回复: 13 a minute late (an hour on the 12th, one on the 13th);
   * 14 not at all (an hour and a half on Friday the 30th, two and a half on Monday); 15 in the
   * minute of the deadline that the platform set: in time. */
  { "13", 3, "city", "A1-08", NULL, "2026-10-12T16:30", NULL, "2026-10-13T09:30",
    "2026-10-13T09:31" },
  { "14", 3, "district", "A1-22", NULL, "2026-10-30T16:00", NULL, "2026-11-02T11:00", NULL },
  { "15", 3, "city", "A1-01", NULL, "2026-10-12T09:00", "2026-10-15T20:00", "2026-10-15T20:00",
    "2026-10-15T20:00" },
  /* [002 §4.1(3)] 推诿: an objection that was overruled. [002 §4.1(5)] 核查不符: a reply that was
     not so. */
  { "16", 4, "city", "A1-01", NULL, "2026-10-12T09:00", NULL, "2026-10-15T17:30",
    "2026-10-12T14:00" },
  { "17", 4, "district", "A1-08", NULL, "2026-10-12T09:00", NULL, "2026-10-12T11:00",
    "2026-10-12T10:00" },
  /* 18 came in September; its three days are 8, 9, 10 October, so 19 is one with it, and October
   * has 20 alone. */
  { "18", 5, "city", "A1-01", "1号楼", "2026-09-30T09:00", NULL, "2026-10-10T17:30",
    "2026-09-30T10:00" },
  { "19", 5, "city", "A1-01", "1号楼", "2026-10-09T09:00", NULL, "2026-10-13T17:30",
    "2026-10-09T10:00" },
  { "20", 5, "district", "A1-01", "1号楼", "2026-10-13T09:00", NULL, "2026-10-16T17:30",
    "2026-10-13T10:00" },
};

static void
add_case (Place *place, const Case *one)
{
  g_autoptr (Run) added
      = run (place, "case", "add", "--number", one->number, "--level", one->level, "--compound",
             compounds[one->compound], "--code", one->code, "--at", one->at, "--place",
             one->place != NULL ? one->place : "", one->dispatched != NULL ? "--deadline" : NULL,
             one->dispatched, NULL);

  assert_code (added, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (added), "deadline"), ==,
                   one->deadline);
}

static void
do_case (Place *place,
         const char *verb,
         const char *number,
         const char *option,
         const char *value,
         const char *at)
{
  g_autoptr (Run) done = at != NULL
                             ? run (place, "case", verb, number, option, value, "--at", at, NULL)
                             : run (place, "case", verb, number, option, value, NULL);

  assert_code (done, 0);
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

static void
enter_cases (Place *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add_case (place, &cases[i]);
      if (cases[i].reply != NULL && !g_str_equal (cases[i].number, "16"))
        do_case (place, "reply", cases[i].number, "--text", "示例", cases[i].reply);
    }
  do_case (place, "procedure", "09", "--from", "2026-10-09T10:00", NULL);
  do_case (place, "object", "16", "--reason", "不属本镇", "2026-10-12T10:00");
  do_case (place, "overrule", "16", "--reason", "属本镇", "2026-10-12T11:00");
  do_case (place, "reply", "16", "--text", "示例", "2026-10-12T14:00");
  do_case (place, "verify", "17", "--failed", "--reason=回访不一致", "2026-10-14T09:00");
}

/* What the proposals are as the month goes on, and at its end; what is decided is proposed no more.
 */
static void
check_cases (Place *place)
{
  static const char *const confirmed[][2] = { { "04", "repeated" },
                                              { "08", "key" },
                                              { "13", "overdue" },
                                              { "16", "passing" },
                                              { "17", "verification" } };

  /* the minute of 13's deadline is in time, the next is not */
  assert_proposed (place, "2026-10-13T09:30", "04 repeated 01 02 03 04; 16 passing 16");
  assert_proposed (place, "2026-10-13T09:31",
                   "04 repeated 01 02 03 04; 13 overdue 13; 16 passing 16");
  /* 07 is the third of its problem, until the fourth makes it key */
  assert_proposed (place, "2026-10-14T09:00",
                   "04 repeated 01 02 03 04; 07 repeated 05 06 07; 13 overdue 13; 16 passing 16; "
                   "17 "
                   "verification 17");
  assert_proposed (place, NOW,
                   "04 repeated 01 02 03 04; 08 key 05 06 07 08; 13 overdue 13; 14 overdue 14; 16 "
                   "passing 16; 17 verification 17");
  for (guint i = 0; i < G_N_ELEMENTS (confirmed); i++)
    {
      g_autoptr (Run) done = run (place, "--now", NOW, "case", "fault", confirmed[i][0], "--add",
                                  confirmed[i][1], "--reason", "核实", NULL);

      assert_code (done, 0);
    }
  do_case (place, "fault", "14", "--remove=overdue", "--reason=平台停机", NULL);
  assert_proposed (place, NOW, "");
}

/* 2.00 for each of five, city and district alike [002 §4.1(2)-(6)]; the rejected one costs nothing.
 */
static void
check_faults (Place *place)
{
  g_autoptr (Run) listed = run (place, "--now", NOW, "list", "cases", "--period", "2026-10", NULL);
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

  for (int c = 0; c < N_COMPOUNDS; c++)
    {
      g_autoptr (Run) added
          = run (place, "add", "compound", compounds[c], "--community", "示例社区", NULL);
      assert_code (added, 0);
    }
  for (int i = 0; i < 12; i++)
    add_inspection (place, i);
  step_at_deadline (place, "R", "report", "--by=示例", 0);
  step_at_deadline (place, "F", "report", "--by=示例", -1);
  step_at_deadline (place, "F", "recheck", "--failed", 0);
  step_at_deadline (place, "P", "recheck", "--passed", 0);
  step_at_deadline (place, "LF", "report", "--by=示例", 1);
  step_all (place, "RLF", "recheck", "--passed", RECHECK);
  step_all (place, "W", "withdraw", "--by=示例", "2026-10-09T16:30");
  check_findings (place);
  enter_cases (place);
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
