/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page's figures, counted by hand. */
#include "config.h"

#include "overview.h"

#include "fixture.h"

#include "dispatch.h"
#include "inspection-job.h"

static YsOverview *
look (Fixture *fixture, YsDate today)
{
  g_autoptr (GError) error = NULL;
  /* 10:00 of that day in Shanghai */
  YsInstant now = ys_date_to_days (today) * 86400 + 10 * 3600 - YS_SHANGHAI_OFFSET_SECONDS;
  YsOverview *overview = ys_overview_new (fixture->ledger, now, &error);

  g_assert_no_error (error);
  return overview;
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsOverview) overview = look (fixture, fixture_today);

  g_assert_cmpuint (overview->n_compounds, ==, 0);
  g_assert_cmpuint (overview->n_complete, ==, 0);
  g_assert_cmpuint (overview->blanks->len, ==, 0);
  g_assert_null (overview->last_submission);
  g_assert_cmpint (overview->last_backup, ==, 0);
  g_assert_cmpuint (overview->n_backups, ==, 0);
  /* the office was entered */
  g_assert_cmpuint (overview->recent->len, ==, 1);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsOverview) overview = NULL;
  const YsOverviewBlank *first;
  gint64 gone = fixture_add (fixture, "已拆小区", "梅园社区", "class=3", NULL);

  fixture_add (fixture, "梅花园", "梅园社区", "class=2", "form=self-rule", "nature=self-run", NULL);
  fixture_add (fixture, "龙珠百合", "紫薇社区", "class=1", "form=company", "company=示例安和物业",
               "nature=hired", "entry_date=2019-12", "services=保洁", "manager=示例王某",
               "phone=13800000001", NULL);
  fixture_add (fixture, "锦绣花园", "紫薇社区", "manager=示例李某", NULL);
  g_assert_true (ys_registry_withdraw (fixture->ledger, gone, "已拆迁", fixture_today, NULL));
  overview = look (fixture, fixture_today);

  g_assert_cmpuint (overview->n_compounds, ==, 3);
  g_assert_cmpuint (overview->n_communities, ==, 2);
  g_assert_cmpuint (overview->n_complete, ==, 1);
  g_assert_cmpuint (overview->n_by_class[YS_CLASS_UNKNOWN], ==, 1);
  g_assert_cmpuint (overview->n_by_class[YS_CLASS_1], ==, 1);
  g_assert_cmpuint (overview->n_by_class[YS_CLASS_2], ==, 1);
  g_assert_cmpuint (overview->n_by_class[YS_CLASS_3], ==, 0);
  g_assert_cmpuint (overview->n_by_form[YS_FORM_UNKNOWN], ==, 1);
  g_assert_cmpuint (overview->n_by_form[YS_FORM_COMPANY], ==, 1);
  g_assert_cmpuint (overview->n_by_form[YS_FORM_SELF_RULE], ==, 1);

  /* two lack entry date, services, phone; one class, form, company, nature, one the manager */
  g_assert_cmpuint (overview->blanks->len, ==, 8);
  first = (const YsOverviewBlank *)(gpointer)overview->blanks->data;
  g_assert_cmpstr (first[0].field->name, ==, "entry_date");
  g_assert_cmpuint (first[0].n_blank, ==, 2);
  g_assert_cmpstr (first[1].field->name, ==, "services");
  g_assert_cmpstr (first[2].field->name, ==, "phone");
  g_assert_cmpstr (first[3].field->name, ==, "class");
  g_assert_cmpuint (first[3].n_blank, ==, 1);
  g_assert_cmpstr (first[7].field->name, ==, "manager");
}

static void
test_schedule (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsOverview) near = look (fixture, fixture_today);
  g_autoptr (YsOverview) far = look (fixture, (YsDate){ 2026, 10, 11 });

  g_assert_cmpint (ys_date_compare (near->next_due, (YsDate){ 2026, 10, 15 }), ==, 0);
  g_assert_cmpint (near->issue, ==, 20);
  g_assert_cmpint (near->days_left, ==, 3);
  g_assert_true (near->due_is_near);
  g_assert_false (near->due_is_filed);
  g_assert_cmpint (far->days_left, ==, 4);
  g_assert_false (far->due_is_near);
}

/* Filing answers the due date, but not the next one. */
static void
test_filed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsDispatch) dispatch = NULL;
  g_autoptr (YsOverview) filed = NULL;
  g_autoptr (YsOverview) next = NULL;
  YsSubmission *submission;

  fixture_add (fixture, "梅花园", "梅园社区", "class=2", NULL);
  dispatch = ys_dispatch_new (fixture->ledger, fixture_today, &error);
  g_assert_no_error (error);
  submission = ys_dispatch_submit (fixture->ledger, dispatch, fixture_now, &error);
  g_assert_no_error (error);

  filed = look (fixture, fixture_today);
  next = look (fixture, (YsDate){ 2026, 10, 16 });
  g_assert_true (filed->due_is_filed);
  g_assert_cmpstr (filed->last_submission->number, ==, submission->number);
  g_assert_false (next->due_is_filed);
  g_assert_cmpuint (next->n_dispatch_changes, ==, 0);
  ys_record_free (&ys_submission_type, submission);
}

static YsInspectionLevel
level_of (guint index)
{
  return index < 2 ? YS_INSPECTION_LEVEL_TOWN : YS_INSPECTION_LEVEL_DISTRICT;
}

/* Two of the town in one compound, one of the district in the other, one of last month. */
static void
test_visits (Fixture *fixture, gconstpointer data)
{
  static const char *const times[]
      = { "2026-10-08T09:00", "2026-10-09T09:00", "2026-10-10T09:00", "2026-09-30T23:59" };
  gint64 ids[] = { fixture_add (fixture, "梅花园", "梅园社区", NULL),
                   fixture_add (fixture, "龙珠百合", "梅园社区", NULL) };
  g_autoptr (YsOverview) overview = NULL;
  const YsOverviewChange *newest;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      YsInspection visit = { .compound_id = ids[i / 2],
                             .level = (int)level_of (i),
                             .kind = YS_INSPECTION_KIND_ANNOUNCED,
                             .inspectors = (char *)"示例甲" };

      g_assert_true (ys_instant_from_iso (times[i], &visit.at));
      ys_inspection_add (fixture->ledger, &visit, NULL, 0, NULL, &error);
      g_assert_no_error (error);
    }
  overview = look (fixture, fixture_today);
  g_assert_cmpuint (overview->n_visited, ==, 2);
  g_assert_cmpuint (overview->n_visits[YS_INSPECTION_LEVEL_TOWN], ==, 2);
  g_assert_cmpuint (overview->n_visits[YS_INSPECTION_LEVEL_DISTRICT], ==, 1);
  g_assert_cmpuint (overview->n_paused, ==, 0);
  newest = overview->recent->pdata[0];
  g_assert_cmpstr (newest->sentence, ==, "Entered a clean inspection of 龙珠百合");
  g_assert_cmpint (newest->compound_id, ==, ids[1]);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/overview/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("counts", test_counts);
  ADD ("schedule", test_schedule);
  ADD ("filed", test_filed);
  ADD ("visits", test_visits);
  return g_test_run ();
}
