/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See calendar-fixture.h. */
#include "config.h"

#include "calendar-fixture.h"
#include "calendar-record.h"
#include "deadline.h"
#include "inspection.h"
#include "work-time.h"

/* Tuesday, 2030-01-01, 10:00: no notice is known yet. */
#define FOUND G_GINT64_CONSTANT (1893463200)
#define FIRST_DAY ((YsDate){ 2030, 1, 1 })
/* A1-01 of the built-in annex 1 */
#define CLAUSE 1
#define LIMIT ((YsLimit){ 3, YS_LIMIT_DAYS })

static YsDeadline
work_out (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkCalendar) calendar = ys_work_time_calendar (ledger, &error);
  YsDeadline due;

  g_assert_no_error (error);
  g_assert_true (ys_deadline_compute (calendar, FOUND, LIMIT, NULL, 0, FALSE, &due));
  return due;
}

void
calendar_fixture_prepare (YsLedger *ledger, gint64 community, guint n)
{
  YsDeadline due = work_out (ledger);
  YsInspection inspection = { .compound_id = fixture_add_compound (ledger, community, "龙珠百合"),
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_ANNOUNCED,
                              .at = FOUND,
                              .catalogue_id = 1 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (ledger, "add", &error);

  g_assert_no_error (error);
  g_assert_true (ys_change_insert (change, &ys_inspection_type, &inspection, &error));
  for (guint i = 0; i < n; i++)
    {
      YsFinding finding = { .inspection_id = inspection.id,
                            .compound_id = inspection.compound_id,
                            .level = inspection.level,
                            .clause_id = CLAUSE,
                            .count = YS_NUMBER (1),
                            .found_at = FOUND,
                            .starts_at = FOUND,
                            .deadline = due.deadline,
                            .provisional = due.provisional,
                            .state = YS_FINDING_FOUND,
                            .points = YS_NUMBER (100) };

      g_assert_true (ys_change_insert (change, &ys_finding_type, &finding, &error));
    }
  g_assert_true (ys_change_commit (change, NULL, &error));
}

gboolean
calendar_fixture_mark (YsLedger *ledger, gint64 nth, GError **error)
{
  g_autoptr (YsCalendarPlan) plan = ys_calendar_plan_day (ledger, ys_date_add_days (FIRST_DAY, nth),
                                                          YS_DAY_OFF, NULL, "示例", error);

  return plan != NULL && ys_calendar_plan_apply (plan, ledger, NULL, error);
}

gint64
calendar_fixture_check (YsLedger *ledger)
{
  g_autoptr (GPtrArray) findings = ys_record_store_list (ledger, &ys_finding_type, NULL);
  YsDeadline due = work_out (ledger);

  for (guint i = 0; i < findings->len; i++)
    {
      const YsFinding *finding = findings->pdata[i];

      g_assert_cmpint (finding->deadline, ==, due.deadline);
      g_assert_cmpint (finding->provisional, ==, due.provisional);
    }
  return ys_record_store_count (ledger, &ys_calendar_day_type, NULL);
}
