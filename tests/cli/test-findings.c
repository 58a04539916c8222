/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inspect, finding, list findings, list inspections, list rates: from a visit to what it costs
 * [CLI.md; 002 §4.1(1); RULINGS]. October 2026: the 12th is a Monday. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "harness.h"

#define FINDING_MEMBERS                                                                            \
  "id:n inspection:n compound:s code:s level:s at:s deadline:S rectified_at:S state:s points:s "   \
  "doubled:b overdue:b provisional:b count:n place:S"

static Place *template;

/* Two compounds. A closed ledger is a folder like any other: made once, then copied. */
static Place *
make_template (void)
{
  Place *place = place_new_ledger ();
  g_autoptr (Run) one = run (place, "add", "compound", "龙珠百合", "--community", "梅园社区", NULL);
  g_autoptr (Run) two = run (place, "add", "compound", "梅花园", "--community", "梅园社区", NULL);

  assert_code (one, 0);
  assert_code (two, 0);
  return place;
}

static Place *
new_place (void)
{
  Place *place = place_new ();
  g_autoptr (GFile) to = g_file_new_build_filename (place->ledger, "ledger.yardstick", NULL);
  g_autoptr (GFile) from = NULL;
  g_autoptr (GError) error = NULL;

  if (template == NULL)
    template = make_template ();
  from = g_file_new_build_filename (template->ledger, "ledger.yardstick", NULL);
  g_assert_cmpint (g_mkdir (place->ledger, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return place;
}

/* A city inspection on Monday the 12th at 9:00. */
static Run *
inspect (Place *place, const char *finding)
{
  return run (place, "inspect", "add", "--compound", "龙珠百合", "--level", "city", "--kind",
              "special", "--at", "2026-10-12T09:00", "--now", "2026-10-12T09:00", "--finding",
              finding, NULL);
}

static JsonObject *
first_finding (const Run *entered)
{
  return json_array_get_object_element (json_object_get_array_member (run_object (entered),
                                                                      "findings"),
                                        0);
}

static const char *
text (JsonObject *object, const char *member)
{
  return json_object_get_string_member (object, member);
}

static void
test_add (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered
      = run (place, "inspect", "add", "--compound", "龙珠百合", "--level", "district", "--kind",
             "unannounced", "--at", "2026-10-12T09:30", "--now", "2026-10-12T10:00", "--finding",
             "A1-01*3@3号楼*东", "--finding", "A1-02", "--inspectors", "示例王某、示例李某", NULL);
  JsonObject *object = run_object (entered);
  JsonArray *findings = json_object_get_array_member (object, "findings");
  JsonObject *first = first_finding (entered);

  assert_code (entered, 0);
  assert_members (object, "inspection:n compound:s level:s kind:s at:s notice_at:S findings:a");
  g_assert_cmpuint (json_array_get_length (findings), ==, 2);
  assert_members (first, FINDING_MEMBERS);
  g_assert_cmpstr (text (first, "code"), ==, "A1-01");
  g_assert_cmpstr (text (first, "points"), ==, "3.00");
  g_assert_cmpstr (text (first, "place"), ==, "3号楼*东");
  g_assert_cmpstr (text (first, "state"), ==, "found");
  g_assert_cmpstr (text (first, "at"), ==, "2026-10-12T09:30");
}

/* No finding: it is a visit all the same. */
static void
test_clean (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered = run (place, "inspect", "add", "--compound", "龙珠百合", "--level",
                                 "city", "--kind", "special", "--at", "2026-10-12T09:30", NULL);
  g_autoptr (Run) listed = run (place, "list", "inspections", "--period", "2026Q4", NULL);

  assert_code (entered, 0);
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (entered), "findings")),
                    ==, 0);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 1);
  assert_members (json_array_get_object_element (run_array (listed), 0),
                  "id:n compound:s level:s kind:s at:s notice_at:S inspectors:S remark:S "
                  "findings:n places:n open:n points:s withdrawn:b withdrawn_reason:S");
}

/* The district saw in the afternoon what the city had seen in the morning. */
static void
test_twins (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) morning = inspect (place, "A1-01@东门");
  g_autoptr (Run) afternoon
      = run (place, "inspect", "add", "--compound", "龙珠百合", "--level", "district", "--kind",
             "special", "--at", "2026-10-12T15:00", "--now", "2026-10-12T15:00", "--finding",
             "A1-01@ 东门", "--finding", "A1-02@东门", NULL);
  g_autoptr (Run) listed = run (place, "list", "twins", "--period", "2026-10", NULL);
  JsonObject *twin = json_array_get_object_element (run_array (listed), 0);
  g_autoptr (Run) no_reason = run (place, "finding", "twin", "1", "2", "--both", NULL);
  g_autoptr (Run) neither = run (place, "finding", "twin", "1", "2", "--reason", "示例", NULL);
  g_autoptr (Run) strangers
      = run (place, "finding", "twin", "1", "3", "--both", "--reason", "示例", NULL);
  g_autoptr (Run) both
      = run (place, "finding", "twin", "1", "2", "--both", "--reason", "两处", NULL);
  g_autoptr (Run) again
      = run (place, "finding", "twin", "2", "1", "--once", "--reason", "一处", NULL);
  g_autoptr (Run) undone = run (place, "undo", NULL);
  g_autoptr (Run) once
      = run (place, "finding", "twin", "1", "2", "--once", "--reason", "一处", NULL);
  g_autoptr (Run) none = run (place, "list", "twins", "--period", "2026-10", NULL);

  assert_code (afternoon, 0);
  assert_code (listed, 0);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 1);
  assert_members (twin, "finding:n other:n compound:s code:s place:S date:s");
  g_assert_cmpint (json_object_get_int_member (twin, "other"), ==, 2);
  assert_refused (no_reason, 2);
  assert_refused (neither, 2);
  assert_refused (strangers, 1);
  assert_code (both, 0);
  g_assert_cmpuint (json_array_get_length (run_array (both)), ==, 2);
  assert_refused (again, 4);
  assert_code (undone, 0);
  assert_code (once, 0);
  g_assert_cmpstr (text (json_array_get_object_element (run_array (once), 1), "state"), ==,
                   "withdrawn");
  g_assert_cmpuint (json_array_get_length (run_array (none)), ==, 0);
}

typedef struct
{
  const char *name;
  const char *compound;
  const char *level;
  const char *finding;
  int code;
} Refused;

static const Refused refused[] = {
  { "unknown-clause", "龙珠百合", "city", "A1-99", 1 },
  { "annex-2", "龙珠百合", "city", "A2-01", 1 },
  { "count-0", "龙珠百合", "city", "A1-01*0", 1 },
  { "count-text", "龙珠百合", "city", "A1-01*x", 1 },
  { "count-1000", "龙珠百合", "city", "A1-01*1000", 1 },
  { "no-clause", "龙珠百合", "city", "@东门", 1 },
  { "empty", "龙珠百合", "city", "", 1 },
  { "unknown-compound", "没有这个小区", "city", "A1-01", 1 },
  { "unknown-level", "龙珠百合", "state", "A1-01", 2 },
};

static void
test_refused (gconstpointer data)
{
  const Refused *row = data;
  g_autoptr (Place) place = new_place ();
  g_autofree char *before = state_of (place);
  g_autoptr (Run) entered = run (place, "inspect", "add", "--compound", row->compound, "--level",
                                 row->level, "--kind", "special", "--at", "2026-10-12T09:30",
                                 "--finding", "A1-02", "--finding", row->finding, NULL);
  g_autofree char *after = state_of (place);

  assert_refused (entered, row->code);
  g_assert_cmpstr (after, ==, before);
}

/* Steps at their times, and what the finding is at --now. */
typedef struct
{
  const char *name;
  const char *steps; /* "command options…" parted by ;, all of finding 1 */
  const char *now;
  const char *state;
  const char *points;
  gboolean doubled;
  const char *rectified;
} Life;

static const Life lives[] = {
  { "left", "", "2026-10-26T09:00", "found", "2.00", TRUE, NULL },
  { "reported-in-time", "report --at 2026-10-12T10:00;recheck --passed --at 2026-10-30T09:00",
    "2026-10-30T09:00", "closed", "1.00", FALSE, "2026-10-12T10:00" },
  { "reported-never-rechecked", "report --at 2026-10-12T10:00", "2026-10-30T09:00", "reported",
    "2.00", TRUE, NULL },
  { "failed-then-late",
    "report --at 2026-10-12T10:00;recheck --failed --at 2026-10-12T11:00;recheck --passed --at "
    "2026-10-29T11:00",
    "2026-10-30T09:00", "closed", "2.00", TRUE, "2026-10-29T11:00" },
  { "withdrawn", "withdraw --reason 误报 --at 2026-10-29T09:00", "2026-10-30T09:00", "withdrawn",
    "0.00", FALSE, NULL },
  { "reinstated",
    "withdraw --reason 误报 --at 2026-10-29T09:00;reinstate --reason 属实 --at 2026-10-29T10:00",
    "2026-10-30T09:00", "found", "2.00", TRUE, NULL },
  { "paused", "pause --reason 等待鉴定 --at 2026-10-12T10:00", "2026-10-30T09:00", "found", "1.00",
    FALSE, NULL },
  { "resumed", "pause --reason 等待鉴定 --at 2026-10-12T10:00;resume --at 2026-10-30T09:00",
    "2026-10-30T09:00", "found", "1.00", FALSE, NULL },
  { "extended", "extend --until 2026-10-30T17:30 --reason 备件未到 --at 2026-10-12T10:00",
    "2026-10-30T17:30", "found", "1.00", FALSE, NULL },
  { "upheld",
    "object --reason 不在红线内 --at 2026-10-12T10:00;answer --upheld --reason 属实 --at "
    "2026-10-12T11:00",
    "2026-10-30T09:00", "withdrawn", "0.00", FALSE, NULL },
  { "overruled",
    "object --reason 不在红线内 --at 2026-10-12T10:00;answer --overruled --reason 在红线内 --at "
    "2026-10-12T11:00",
    "2026-10-30T09:00", "found", "2.00", TRUE, NULL },
  { "noted", "note --reason 已电话催办 --at 2026-10-12T10:00", "2026-10-12T10:00", "found", "1.00",
    FALSE, NULL },
  { "issued", "issue --at 2026-10-30T08:30", "2026-10-30T08:30", "issued", "1.00", FALSE, NULL },
};

static Run *
take (Place *place, const char *step)
{
  g_auto (GStrv) words = g_strsplit (step, " ", -1);
  const char *argument[8] = { NULL };

  g_assert_cmpuint (g_strv_length (words), <=, G_N_ELEMENTS (argument));
  for (guint i = 1; words[i] != NULL; i++)
    argument[i - 1] = words[i];
  return run (place, "finding", words[0], "1", argument[0], argument[1], argument[2], argument[3],
              argument[4], argument[5], argument[6], argument[7], NULL);
}

static void
test_life (gconstpointer data)
{
  const Life *life = data;
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered = inspect (place, "A1-01");
  g_auto (GStrv) steps = g_strsplit (life->steps, ";", -1);
  g_autoptr (Run) listed = NULL;
  JsonObject *finding;

  assert_code (entered, 0);
  for (guint i = 0; steps[i] != NULL && *steps[i] != '\0'; i++)
    {
      g_autoptr (Run) taken = take (place, steps[i]);

      assert_code (taken, 0);
      assert_members (run_object (taken), FINDING_MEMBERS);
    }
  listed = run (place, "list", "findings", "--now", life->now, NULL);
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 1);
  finding = json_array_get_object_element (run_array (listed), 0);
  assert_members (finding, FINDING_MEMBERS);
  g_assert_cmpstr (text (finding, "state"), ==, life->state);
  g_assert_cmpstr (text (finding, "points"), ==, life->points);
  g_assert_cmpint (json_object_get_boolean_member (finding, "doubled"), ==, life->doubled);
  if (life->rectified != NULL)
    g_assert_cmpstr (text (finding, "rectified_at"), ==, life->rectified);
  else
    g_assert_true (json_object_get_null_member (finding, "rectified_at"));
}

typedef struct
{
  const char *name;
  const char *before; /* (nullable): a step that is taken first */
  const char *step;
  int code;
} Wrong;

static const Wrong wrong[] = {
  { "neither", NULL, "recheck --at 2026-10-12T10:00", 2 },
  { "both", NULL, "recheck --passed --failed", 2 },
  { "no-reason", NULL, "withdraw --at 2026-10-12T10:00", 2 },
  { "bad-instant", NULL, "report --at 2026-10-32", 2 },
  { "before-inspection", NULL, "report --at 2026-10-12T08:59", 1 },
  { "closed", "recheck --passed --at 2026-10-12T10:00", "report --at 2026-10-12T11:00", 1 },
  { "running", NULL, "resume --at 2026-10-12T11:00", 1 },
  { "nothing-to-answer", NULL, "answer --upheld --reason 属实 --at 2026-10-12T11:00", 1 },
  { "shorter", NULL, "extend --until 2026-10-12T11:00 --reason 误 --at 2026-10-12T10:00", 1 },
};

static void
test_wrong (gconstpointer data)
{
  const Wrong *row = data;
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered = inspect (place, "A1-01");
  g_autoptr (Run) first = row->before != NULL ? take (place, row->before) : NULL;
  g_autofree char *before = state_of (place);
  g_autoptr (Run) taken = take (place, row->step);
  g_autofree char *after = state_of (place);

  assert_refused (taken, row->code);
  g_assert_cmpstr (after, ==, before);
}

/* Several ids at once, all or none. */
static void
test_several (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) one = inspect (place, "A1-01");
  g_autoptr (Run) two = inspect (place, "A1-02");
  g_autoptr (Run) both
      = run (place, "finding", "report", "1", "2", "1", "--at", "2026-10-12T10:00", NULL);
  g_autoptr (Run) missing
      = run (place, "finding", "recheck", "1", "99", "--passed", "--at", "2026-10-12T11:00", NULL);
  g_autoptr (Run) shown = run (place, "finding", "show", "1", NULL);

  assert_code (both, 0);
  g_assert_cmpuint (json_array_get_length (run_array (both)), ==, 2);
  assert_refused (missing, 1);
  g_assert_cmpstr (text (run_object (shown), "state"), ==, "reported");
  g_assert_cmpuint (json_array_get_length (
                        json_object_get_array_member (run_object (shown), "events")),
                    ==, 1);
}

typedef struct
{
  const char *name;
  const char *option;
  const char *value;
  guint n;
} Filter;

/* Findings of 12 October (two, one of them reported) and 30 September. */
static const Filter filters[] = {
  { "all", NULL, NULL, 3 },
  { "month", "--period", "2026-10", 2 },
  { "quarter", "--period", "2026Q3", 1 },
  { "half-year", "--period", "2026H2", 3 },
  { "year", "--period", "2025", 0 },
  { "compound", "--compound", "梅花园", 1 },
  { "state", "--state", "reported", 1 },
  { "state-found", "--state", "found", 2 },
  { "overdue", "--overdue", NULL, 1 },
  { "state-overdue", "--state", "overdue", 1 },
  { "state-paused", "--state", "paused", 0 },
  { "paused", "--paused", NULL, 0 },
};

static Place *shared;

static Place *
shared_place (void)
{
  Place *place = shared;

  if (place != NULL)
    return place;
  shared = place = new_place ();
  run_free (inspect (place, "A1-01"));
  run_free (inspect (place, "A1-02"));
  run_free (run (place, "inspect", "add", "--compound", "梅花园", "--level", "town", "--kind",
                 "special", "--at", "2026-09-30T23:59", "--finding", "A1-01", NULL));
  run_free (run (place, "finding", "report", "2", "--at", "2026-10-12T10:00", NULL));
  return place;
}

static void
test_filter (gconstpointer data)
{
  const Filter *filter = data;
  g_autoptr (Run) listed = run (shared_place (), "list", "findings", "--now", "2026-10-12T10:00",
                                filter->option, filter->value, NULL);

  assert_code (listed, 0);
  if (filter->option != NULL && g_str_equal (filter->option, "--overdue"))
    /* The one of September: its limit ended before the 12th of October. */
    g_assert_cmpstr (text (json_array_get_object_element (run_array (listed), 0), "compound"), ==,
                     "梅花园");
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, filter->n);
}

static void
test_tables (void)
{
  g_autoptr (Run) findings = run (shared_place (), "-", "--lang", "zh", "list", "findings", NULL);
  g_autoptr (Run) inspections
      = run (shared_place (), "-", "--lang", "zh", "list", "inspections", NULL);
  g_autoptr (Run) rates = run (shared_place (), "-", "--lang", "zh", "list", "rates", NULL);
  g_autoptr (Run) plan = run (shared_place (), "-", "--lang", "zh", "inspect", "plan", NULL);

  assert_code (findings, 0);
  g_assert_nonnull (strstr (findings->out, "待复查"));
  assert_code (inspections, 0);
  g_assert_nonnull (strstr (inspections->out, "市级"));
  assert_code (rates, 0);
  g_assert_nonnull (strstr (rates->out, "龙珠百合"));
  assert_code (plan, 0);
  g_assert_nonnull (strstr (plan->out, "市级，每季度"));
}

/* Of 梅花园 one finding, by the town itself, past its deadline: found by itself 100 %, handled 0 %,
 * on time 0 of 1. Of 龙珠百合 two of the city, nothing due yet: no on-time rate. */
static void
test_rates (void)
{
  g_autoptr (Run) listed = run (shared_place (), "list", "rates", "--by", "compound", "--now",
                                "2026-10-12T10:00", NULL);
  JsonArray *array = run_array (listed);
  JsonObject *first = json_array_get_object_element (array, 0);
  JsonObject *second = json_array_get_object_element (array, 1);

  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  g_assert_cmpstr (text (first, "name"), ==, "龙珠百合");
  g_assert_cmpint (json_object_get_int_member (first, "found"), ==, 2);
  g_assert_cmpstr (text (first, "found_rate"), ==, "0.00");
  g_assert_true (json_object_get_null_member (first, "on_time_rate"));
  g_assert_cmpstr (text (second, "found_rate"), ==, "100.00");
  g_assert_cmpstr (text (second, "handled_rate"), ==, "0.00");
  g_assert_cmpstr (text (second, "on_time_rate"), ==, "0.00");
}

static void
test_rates_by (void)
{
  static const char *const by[] = { "unit", "clause" };

  for (guint i = 0; i < G_N_ELEMENTS (by); i++)
    {
      g_autoptr (Run) listed = run (shared_place (), "list", "rates", "--by", by[i], NULL);
      gint64 n = 0;

      assert_code (listed, 0);
      for (guint j = 0; j < json_array_get_length (run_array (listed)); j++)
        n += json_object_get_int_member (json_array_get_object_element (run_array (listed), j),
                                         "found");
      g_assert_cmpint (n, ==, 3);
    }
}

static void
test_rates_by_unknown (void)
{
  g_autoptr (Run) listed = run (shared_place (), "list", "rates", "--by", "street", NULL);

  assert_refused (listed, 2);
}

static void
test_plan (void)
{
  g_autoptr (Run) planned = run (shared_place (), "inspect", "plan", "--date", "2026-10-14", NULL);
  JsonObject *city = json_array_get_object_element (run_array (planned), 0);

  g_assert_cmpuint (json_array_get_length (run_array (planned)), ==, 5);
  assert_members (city, "cadence:s clause:s first:s last:s done:n due:n missing:a");
  g_assert_cmpstr (text (city, "cadence"), ==, "city");
  g_assert_cmpint (json_object_get_int_member (city, "done"), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (city, "missing"),
                                                  0),
                   ==, "梅花园");
}

static void
test_inspect_issue (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered = inspect (place, "A1-01");
  g_autoptr (Run) issued = run (place, "inspect", "issue", "1", "--at", "2026-10-13T09:00", NULL);
  g_autoptr (Run) again = run (place, "inspect", "issue", "1", "--at", "2026-10-14T09:00", NULL);

  assert_code (issued, 0);
  g_assert_cmpstr (text (run_object (issued), "notice_at"), ==, "2026-10-13T09:00");
  g_assert_cmpstr (text (first_finding (issued), "state"), ==, "issued");
  g_assert_cmpstr (text (first_finding (issued), "starts_at"), ==, "2026-10-13T09:00");
  assert_refused (again, 1);
}

static void
test_inspect_withdraw (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered = inspect (place, "A1-01");
  g_autoptr (Run) withdrawn = run (place, "inspect", "withdraw", "1", "--reason", "录入错误", NULL);
  g_autoptr (Run) listed = run (place, "list", "inspections", NULL);
  g_autoptr (Run) undone = run (place, "undo", NULL);
  g_autoptr (Run) shown = run (place, "inspect", "show", "1", NULL);

  assert_code (withdrawn, 0);
  g_assert_cmpstr (text (first_finding (withdrawn), "points"), ==, "0.00");
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 0);
  assert_code (undone, 0);
  g_assert_cmpstr (text (first_finding (shown), "state"), ==, "found");
}

/* A year that was mistyped is entered, and told. */
static void
test_future (void)
{
  g_autoptr (Place) place = new_place ();
  g_autoptr (Run) entered
      = run (place, "--now", "2026-10-12T09:00", "inspect", "add", "--compound", "龙珠百合",
             "--level", "city", "--kind", "special", "--at", "2027-10-12T09:00", NULL);

  assert_code (entered, 0);
  assert_says (entered, "future");
}

int
main (int argc, char *argv[])
{
  int code;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/findings/twins", test_twins);
  g_test_add_func ("/cli/findings/add", test_add);
  g_test_add_func ("/cli/findings/clean", test_clean);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/findings/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lives); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/findings/life/", lives[i].name, NULL);

      g_test_add_data_func (path, &lives[i], test_life);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/findings/wrong/", wrong[i].name, NULL);

      g_test_add_data_func (path, &wrong[i], test_wrong);
    }
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/findings/filter/", filters[i].name, NULL);

      g_test_add_data_func (path, &filters[i], test_filter);
    }
  g_test_add_func ("/cli/findings/several", test_several);
  g_test_add_func ("/cli/findings/tables", test_tables);
  g_test_add_func ("/cli/findings/rates", test_rates);
  g_test_add_func ("/cli/findings/rates-by", test_rates_by);
  g_test_add_func ("/cli/findings/rates-by-unknown", test_rates_by_unknown);
  g_test_add_func ("/cli/findings/plan", test_plan);
  g_test_add_func ("/cli/findings/inspect-issue", test_inspect_issue);
  g_test_add_func ("/cli/findings/inspect-withdraw", test_inspect_withdraw);
  g_test_add_func ("/cli/findings/future", test_future);
  code = g_test_run ();
  g_clear_pointer (&shared, place_free);
  g_clear_pointer (&template, place_free);
  return code;
}
