/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of findings and cases of a handful of records: its order by every column, its filters,
 * its counts, its rows. Ids are written as people would name them: f1 is finding 1, c2 case 2. */
#include "config.h"

#include "work-list.h"

#include "change.h"
#include "fixture.h"
#include "inspection.h"
#include "platform-case.h"

#define HOUR 3600
#define DAY (24 * HOUR)

/* Hours from now, 0 unknown; now is Monday, 12 October 2026, 9:00. */
typedef struct
{
  int compound; /* 0 龙珠百合, 1 安和家园, 2 紫荆苑 */
  int clause;   /* id: 5 消防设施缺损, 8 清扫保洁不干净, 10 乱堆物料 */
  int level;
  int found;
  int due;
  int state;
  const char *place;
  gboolean is_paused;
} One;

static const One findings[] = {
  { 0, 5, YS_INSPECTION_LEVEL_CITY, -100, -2, YS_FINDING_ISSUED, "3号楼1单元" },
  { 1, 8, YS_INSPECTION_LEVEL_TOWN, -90, 4, YS_FINDING_FOUND, "东门" },
  { 2, 10, YS_INSPECTION_LEVEL_DISTRICT, -80, -30, YS_FINDING_CLOSED, "东门" },
  { 0, 10, YS_INSPECTION_LEVEL_SELF, -70, 30, YS_FINDING_REPORTED, NULL },
  { 1, 5, YS_INSPECTION_LEVEL_DISTRICT, -60, -40, YS_FINDING_WITHDRAWN, "东门" },
  { 2, 8, YS_INSPECTION_LEVEL_JOINT, -50, -3, YS_FINDING_FAILED, "5%_号楼", TRUE },
};

static const One cases[] = {
  { 1, 10, YS_INSPECTION_LEVEL_CITY, -95, -1, YS_CASE_ACCEPTED, "西门" },
  { 0, 8, YS_INSPECTION_LEVEL_DISTRICT, -85, -20, YS_CASE_CLOSED, NULL },
};

static const char *const numbers[] = { "20261008-002", "20261008-001" };

typedef struct
{
  Fixture base;
  gint64 compounds[3];
} List;

static YsInstant
at (int hours)
{
  return hours != 0 ? fixture_now + hours * HOUR : 0;
}

static void
insert (YsChange *change, const YsRecordType *type, gpointer record)
{
  g_autoptr (GError) error = NULL;

  ys_change_insert (change, type, record, &error);
  g_assert_no_error (error);
}

static void
add_finding (List *list, YsChange *change, const One *one)
{
  YsInspection inspection = { .compound_id = list->compounds[one->compound],
                              .level = one->level,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = at (one->found),
                              .catalogue_id = 1 };
  YsFinding finding = { .compound_id = inspection.compound_id,
                        .level = one->level,
                        .clause_id = one->clause,
                        .count = YS_NUMBER (1),
                        .place = (char *)one->place,
                        .found_at = inspection.at,
                        .starts_at = inspection.at,
                        .deadline = at (one->due),
                        .state = one->state,
                        .points = YS_NUMBER (100) };

  insert (change, &ys_inspection_type, &inspection);
  finding.inspection_id = inspection.id;
  finding.paused_at = one->is_paused ? at (-4) : 0;
  finding.rectified_at = one->state == YS_FINDING_CLOSED ? at (-35) : 0;
  insert (change, &ys_finding_type, &finding);
}

static void
add_case (List *list, YsChange *change, const One *one, const char *number)
{
  YsCase record = { .number = (char *)number,
                    .level = one->level,
                    .compound_id = list->compounds[one->compound],
                    .clause_id = one->clause,
                    .place = (char *)one->place,
                    .at = at (one->found),
                    .deadline = at (one->due),
                    .dispatched_deadline = TRUE,
                    .state = one->state };

  record.replied_at = record.closed_at = one->state == YS_CASE_CLOSED ? at (-25) : 0;
  insert (change, &ys_case_type, &record);
}

static void
set_up (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = NULL;
  YsCaseFault fault = { .case_id = 2,
                        .fault = YS_FAULT_PASSING,
                        .decision = YS_DECISION_CONFIRMED,
                        .reason = (char *)"情况属实",
                        .at = fixture_now };

  fixture_set_up (&list->base, NULL);
  list->compounds[0] = fixture_add (&list->base, "龙珠百合", "梅园社区", NULL);
  list->compounds[1] = fixture_add (&list->base, "安和家园", "梅园社区", NULL);
  list->compounds[2] = fixture_add (&list->base, "紫荆苑", "梅园社区", NULL);
  change = ys_change_begin (list->base.ledger, "add", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    add_finding (list, change, &findings[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_case (list, change, &cases[i], numbers[i]);
  insert (change, &ys_case_fault_type, &fault);
  ys_change_commit (change, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (List *list, gconstpointer data)
{
  fixture_tear_down (&list->base, NULL);
}

/* (transfer full) */
static char *
text_of (const GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      int id = (int)g_array_index (ids, gint64, i);

      g_string_append_printf (text, "%s%c%d", i > 0 ? " " : "", id > 0 ? 'f' : 'c', ABS (id));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  const char *name;
  YsWorkFilter filter;
  const char *ids;
} Case;

/* compound_id here is an index from 1 into the compounds. */
static const Case rows[] = {
  /* Open by deadline: −3 h (paused), −2, −1, +4, +30; closed, newest deadline first: −20, −30. */
  { "urgency", { .sort = YS_WORK_BY_URGENCY }, "f6 f1 c1 f2 f4 c2 f3" },
  { "urgency-down", { .sort = YS_WORK_BY_URGENCY, .descending = TRUE }, "f3 c2 f4 f2 c1 f1 f6" },
  { "deadline", { .sort = YS_WORK_BY_DEADLINE }, "f3 c2 f6 f1 c1 f2 f4" },
  { "deadline-down", { .sort = YS_WORK_BY_DEADLINE, .descending = TRUE }, "f4 f2 c1 f1 f6 c2 f3" },
  { "found", { .sort = YS_WORK_BY_FOUND }, "f1 c1 f2 c2 f3 f4 f6" },
  { "found-down", { .sort = YS_WORK_BY_FOUND, .descending = TRUE }, "f6 f4 f3 c2 f2 c1 f1" },
  /* To be rectified, being rectified, failed, to be rechecked, closed; by deadline. */
  { "state", { .sort = YS_WORK_BY_STATE }, "f2 f1 c1 f6 f4 f3 c2" },
  { "state-down", { .sort = YS_WORK_BY_STATE, .descending = TRUE }, "f3 c2 f4 f6 f1 c1 f2" },
  /* City, district, town, joint, self; newest first. */
  { "level", { .sort = YS_WORK_BY_LEVEL }, "c1 f1 f3 c2 f2 f6 f4" },
  /* 安和家园, 龙珠百合, 紫荆苑 by pinyin; newest first. */
  { "compound", { .sort = YS_WORK_BY_COMPOUND }, "f2 c1 f4 c2 f1 f6 f3" },
  { "compound-down", { .sort = YS_WORK_BY_COMPOUND, .descending = TRUE }, "f6 f3 f4 c2 f1 f2 c1" },
  /* A1-05, A1-08, A1-10; entered last first. */
  { "clause", { .sort = YS_WORK_BY_CLAUSE }, "f1 f6 f2 c2 f4 f3 c1" },
  /* Findings have no number: at the end either way. */
  { "number", { .sort = YS_WORK_BY_NUMBER }, "c2 c1 f6 f4 f3 f2 f1" },
  { "number-down", { .sort = YS_WORK_BY_NUMBER, .descending = TRUE }, "c1 c2 f6 f4 f3 f2 f1" },
  { "fault", { .sort = YS_WORK_BY_FAULT }, "c2 f6 f4 f3 f2 c1 f1" },
  /* A stopped clock is never overdue. */
  { "overdue", { .show = YS_WORK_OVERDUE }, "f1 c1" },
  { "today", { .show = YS_WORK_TODAY }, "f6 f1 c1 f2" },
  { "to-recheck", { .show = YS_WORK_TO_RECHECK }, "f4" },
  { "open", { .show = YS_WORK_OPEN }, "f6 f1 c1 f2 f4" },
  { "closed", { .show = YS_WORK_CLOSED }, "c2 f3" },
  { "closed-by-compound", { .show = YS_WORK_CLOSED, .sort = YS_WORK_BY_COMPOUND }, "c2 f3" },
  { "closed-by-found", { .show = YS_WORK_CLOSED, .sort = YS_WORK_BY_FOUND }, "c2 f3" },
  /* c1 has no reply and is past its deadline [002 §4.1(2)]. */
  { "faults", { .show = YS_WORK_FAULTS }, "c1" },
  { "findings", { .source = YS_WORK_FINDINGS }, "f6 f1 f2 f4 f3" },
  { "cases", { .source = YS_WORK_CASES }, "c1 c2" },
  { "city", { .level = YS_INSPECTION_LEVEL_CITY }, "f1 c1" },
  { "of-one", { .compound_id = 1 }, "f1 f4 c2" },
  { "of-one-closed", { .compound_id = 1, .show = YS_WORK_CLOSED }, "c2" },
  { "unit", { .unit = "物管科" }, "f6 f1 c1 f2 f4 c2 f3" },
  { "unit-none", { .unit = "没有" }, "" },
  { "initials", { .search = "lzbh" }, "f1 f4 c2" },
  { "characters", { .search = "紫荆" }, "f6 f3" },
  { "code", { .search = "a1-08" }, "f6 f2 c2" },
  { "clause-name", { .search = "乱堆" }, "c1 f4 f3" },
  { "case-number", { .search = "1008-001" }, "c2" },
  { "place", { .search = "东门" }, "f2 f3" },
  { "wild-cards-are-letters", { .search = "%_号" }, "f6" },
  { "nothing", { .search = "zzz" }, "" },
  { "search-and-show", { .search = "东门", .show = YS_WORK_OPEN }, "f2" },
};

static void
test_ids (List *list, gconstpointer data)
{
  const Case *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree char *text = NULL;
  YsWorkFilter filter = c->filter;

  if (filter.compound_id != 0)
    filter.compound_id = list->compounds[filter.compound_id - 1];
  ids = ys_work_list_ids (list->base.ledger, &filter, fixture_now, 0, NULL, &error);
  g_assert_no_error (error);
  text = text_of (ids);
  g_assert_cmpstr (text, ==, c->ids);
  for (guint max = 1; max <= ids->len; max++)
    {
      g_autoptr (GArray) first
          = ys_work_list_ids (list->base.ledger, &filter, fixture_now, max, NULL, &error);
      g_autofree char *beginning = text_of (first);

      g_assert_no_error (error);
      g_assert_cmpuint (first->len, ==, max);
      g_assert_true (g_str_has_prefix (text, beginning));
    }
}

/* From 80 hours ago until 60 hours ago: the end is exclusive. */
static void
test_time (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const YsWorkFilter filter = { .from = at (-80), .to = at (-50), .sort = YS_WORK_BY_FOUND };
  g_autoptr (GArray) ids
      = ys_work_list_ids (list->base.ledger, &filter, fixture_now, 0, NULL, &error);
  g_autofree char *text = text_of (ids);

  g_assert_cmpstr (text, ==, "f3 f4");
}

static void
test_counts (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const YsWorkFilter all = { .show = YS_WORK_CLOSED };
  const YsWorkFilter one = { .search = "lzbh" };
  guint counts[YS_N_WORK_SHOWS];

  g_assert_true (ys_work_list_counts (list->base.ledger, &all, fixture_now, counts, NULL, &error));
  g_assert_cmpuint (counts[YS_WORK_ALL], ==, 7);
  g_assert_cmpuint (counts[YS_WORK_OVERDUE], ==, 2);
  g_assert_cmpuint (counts[YS_WORK_TODAY], ==, 4);
  g_assert_cmpuint (counts[YS_WORK_TO_RECHECK], ==, 1);
  g_assert_cmpuint (counts[YS_WORK_OPEN], ==, 5);
  g_assert_cmpuint (counts[YS_WORK_CLOSED], ==, 2);
  g_assert_cmpuint (counts[YS_WORK_FAULTS], ==, 1);
  g_assert_true (ys_work_list_counts (list->base.ledger, &one, fixture_now, counts, NULL, &error));
  g_assert_cmpuint (counts[YS_WORK_ALL], ==, 3);
  g_assert_cmpuint (counts[YS_WORK_FAULTS], ==, 0);
}

static void
test_rows (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, -1, 99, -2 };
  YsWorkRow got[G_N_ELEMENTS (ids)] = { 0 };

  g_assert_true (
      ys_work_list_rows (list->base.ledger, ids, G_N_ELEMENTS (ids), fixture_now, got, &error));
  g_assert_cmpint (got[0].id, ==, 1);
  g_assert_cmpstr (got[0].compound, ==, "龙珠百合");
  g_assert_cmpstr (got[0].code, ==, "A1-05");
  g_assert_cmpstr (got[0].unit, ==, "物管科、各小区物业");
  g_assert_null (got[0].number);
  g_assert_true (got[0].overdue);
  /* Doubled, since a city inspection found it and its deadline has passed [002 §4.1(1)]. */
  g_assert_cmpint (got[0].points, ==, 200);
  g_assert_cmpstr (got[1].number, ==, "20261008-002");
  g_assert_cmpint (got[1].state, ==, YS_CASE_ACCEPTED);
  g_assert_cmpuint (got[1].proposed, ==, 1u << YS_FAULT_OVERDUE);
  g_assert_cmpint (got[1].points, ==, 0);
  g_assert_cmpint (got[2].id, ==, 0);
  g_assert_cmpuint (got[3].faults, ==, 1u << YS_FAULT_PASSING);
  g_assert_cmpint (got[3].points, ==, 200);
  g_assert_false (got[3].overdue);
  for (guint i = 0; i < G_N_ELEMENTS (got); i++)
    ys_work_row_clear (&got[i]);
}

/* Heads, one line each, what is gone left out. */
static void
test_copy (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const gint64 ids[] = { 1, 99, -2 };
  g_autofree char *text
      = ys_work_list_copy (list->base.ledger, ids, G_N_ELEMENTS (ids), fixture_now, &error);
  g_auto (GStrv) lines = NULL;

  g_assert_no_error (error);
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_cmpstr (lines[1], ==,
                   "\t市级\t已逾期\t龙珠百合\tA1-"
                   "05\t消防设施缺损\t3号楼1单元\t1\t物管科、各小区物业\t"
                   "2026-10-08 05:00\t2026-10-12 07:00\t\t2.00");
  g_assert_true (g_str_has_prefix (lines[2], "20261008-001\t区级\t已销号\t龙珠百合\tA1-08\t"));
}

static void
test_cancelled (List *list, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const YsWorkFilter filter = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_null (
      ys_work_list_ids (list->base.ledger, &filter, fixture_now, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/work-list/ids/", rows[i].name, NULL);

      g_test_add (path, List, &rows[i], set_up, test_ids, tear_down);
    }
  g_test_add ("/jobs/work-list/time", List, NULL, set_up, test_time, tear_down);
  g_test_add ("/jobs/work-list/counts", List, NULL, set_up, test_counts, tear_down);
  g_test_add ("/jobs/work-list/rows", List, NULL, set_up, test_rows, tear_down);
  g_test_add ("/jobs/work-list/copy", List, NULL, set_up, test_copy, tear_down);
  g_test_add ("/jobs/work-list/cancelled", List, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
