/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The script of October 2026.
 *
 * The days of the notice: 1 to 7 October off, Saturday 10 October worked. Working days from the
 * 8th: 8 9 10 | 12 13 14 15 16 | 19 20 21 22 23 | 26 27 28 29 30; then 2 and 3 November. Sessions
 * 8:30-12:00 and 14:00-17:30. */
#include "config.h"

#include "month-fixture.h"

#include <string.h>

#include "date.h"

#define RECHECK "2026-11-03T08:45"
/* Ids that one run of a step takes. */
#define MOST_IDS 12

const char *const month_compounds[MONTH_COMPOUNDS]
    = { "甲苑", "乙苑", "丙苑", "丁苑", "戊苑", "己苑" };

/* [002 annex 1]: 外立面破损 3工作日, 清扫保洁不干净 2工作时, 建筑垃圾处置不规范 1工作日,
 * 占用消防通道 4工作时, 私搭乱建 7工作日. */
static const char *const codes[MONTH_PER_INSPECTION]
    = { "A1-01", "A1-08", "A1-12", "A1-22", "A1-26" };

typedef struct
{
  const char *level;
  const char *kind;
  const char *at;
  const char *deadlines[MONTH_PER_INSPECTION]; /* of the codes above */
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

const MonthInspection month_inspections[12] = {
  { 0, 0, "RRRRR", "500" },  { 1, 0, "LRRRR", "800" }, /* 2 + 3 (three places) + 1 + 1 + 1 */
  { 2, 0, "RLRFN", "800" },                            /* 1 + 2 + 1 + 2 + 2 */
  { 3, 1, "NNNNN", "1000" }, { 4, 1, "WRRRR", "400" }, { 5, 1, "RRRRR", "500" },
  { 0, 2, "RRRRR", "500" },  { 1, 2, "RRRRR", "500" }, { 2, 2, "RRRRR", "500" },
  { 3, 3, "RRRRR", "500" },  { 4, 3, "PPPPP", "500" }, { 5, 3, "NNNLF", "1000" },
};

/* 乙苑's second finding of the city: three places, three times the points [annex 1,
 * 每处（个）扣分]. */
#define THREE_PLACES 1

MonthFinding month_findings[MONTH_FINDINGS];
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
  const MonthInspection *one = &month_inspections[i];
  const Visit *visit = &visits[one->visit];
  const char *second = i == THREE_PLACES ? "A1-08*3@东门" : "A1-08@东门";
  g_autoptr (Run) added
      = run (place, "inspect", "add", "--compound", month_compounds[one->compound], "--level",
             visit->level, "--kind", visit->kind, "--at", visit->at, "--finding", "A1-01@1号楼",
             "--finding", second, "--finding", "A1-12@2号楼", "--finding", "A1-22@3号楼",
             "--finding", "A1-26@4号楼", NULL);
  JsonArray *made;

  assert_code (added, 0);
  made = json_object_get_array_member (run_object (added), "findings");
  g_assert_cmpuint (json_array_get_length (made), ==, MONTH_PER_INSPECTION);
  for (int f = 0; f < MONTH_PER_INSPECTION; f++)
    {
      JsonObject *finding = json_array_get_object_element (made, (guint)f);

      g_assert_cmpstr (json_object_get_string_member (finding, "code"), ==, codes[f]);
      g_assert_cmpstr (json_object_get_string_member (finding, "deadline"), ==,
                       visit->deadlines[f]);
      month_findings[i * MONTH_PER_INSPECTION + f]
          = (MonthFinding){ json_object_get_int_member (finding, "id"), one->became[f],
                            visit->deadlines[f], i, f };
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
    for (int f = 0; f < MONTH_PER_INSPECTION; f++)
      {
        g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
        g_autofree char *at = later (visits[v].deadlines[f], minutes);

        for (int i = 0; i < MONTH_FINDINGS; i++)
          if (strchr (letters, month_findings[i].became) != NULL && month_findings[i].index == f
              && month_inspections[month_findings[i].inspection].visit == v)
            g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, month_findings[i].id));
        run_step (place, verb, option, at, ids);
      }
}

static void
step_all (Place *place, const char *letters, const char *verb, const char *option, const char *at)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < MONTH_FINDINGS; i++)
    if (strchr (letters, month_findings[i].became) != NULL)
      g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, month_findings[i].id));
  run_step (place, verb, option, at, ids);
}

void
month_enter_findings (Place *place)
{
  for (int c = 0; c < MONTH_COMPOUNDS; c++)
    {
      g_autoptr (Run) added
          = run (place, "add", "compound", month_compounds[c], "--community", "示例社区", NULL);
      assert_code (added, 0);
    }
  for (int i = 0; i < MONTH_INSPECTIONS; i++)
    add_inspection (place, i);
  step_at_deadline (place, "R", "report", "--by=示例", 0);
  step_at_deadline (place, "F", "report", "--by=示例", -1);
  step_at_deadline (place, "F", "recheck", "--failed", 0);
  step_at_deadline (place, "P", "recheck", "--passed", 0);
  step_at_deadline (place, "LF", "report", "--by=示例", 1);
  step_all (place, "RLF", "recheck", "--passed", RECHECK);
  step_all (place, "W", "withdraw", "--by=示例", "2026-10-09T16:30");
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
  /* In one word: an empty one by itself does not reach a program of Windows. */
  g_autofree char *where = g_strconcat ("--place=", one->place, NULL);
  g_autoptr (Run) added
      = run (place, "case", "add", "--number", one->number, "--level", one->level, "--compound",
             month_compounds[one->compound], "--code", one->code, "--at", one->at, where,
             one->dispatched != NULL ? "--deadline" : NULL, one->dispatched, NULL);

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

void
month_enter_cases (Place *place)
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

void
month_decide_faults (Place *place)
{
  static const char *const confirmed[][2] = { { "04", "repeated" },
                                              { "08", "key" },
                                              { "13", "overdue" },
                                              { "16", "passing" },
                                              { "17", "verification" } };

  for (guint i = 0; i < G_N_ELEMENTS (confirmed); i++)
    {
      g_autoptr (Run) done = run (place, "--now", MONTH_NOW, "case", "fault", confirmed[i][0],
                                  "--add", confirmed[i][1], "--reason", "核实", NULL);

      assert_code (done, 0);
    }
  do_case (place, "fault", "14", "--remove=overdue", "--reason=平台停机", NULL);
}
