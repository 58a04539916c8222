/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See entry-fixture.h. */
#include "config.h"

#include "entry-fixture.h"
#include "finding-rules.h"

/* Monday, 12 October 2026, 9:00 */
#define NOW G_GINT64_CONSTANT (1791766800)

gint64
entry_fixture_inspect (YsLedger *ledger, GArray **out_ids, GError **error)
{
  static const YsFindingEntry entries[ENTRY_FINDINGS] = { { "A1-01", 2, "东门", NULL },
                                                          { "A1-02", 1, "西门", "示例" },
                                                          { "A1-03", 0, NULL, NULL } };
  YsInspection inspection = { .compound_id = 1,
                              .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_SPECIAL,
                              .at = NOW };
  return ys_inspection_add (ledger, &inspection, entries, ENTRY_FINDINGS, out_ids, error);
}

gboolean
entry_fixture_report (YsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) findings
      = ys_record_store_list_by (ledger, &ys_finding_type, "inspection", id, NULL, error);
  gint64 ids[ENTRY_FINDINGS];
  YsStep step = { .kind = YS_EVENT_REPORTED };
  if (findings == NULL)
    return FALSE;
  g_assert_cmpuint (findings->len, ==, ENTRY_FINDINGS);
  for (guint i = 0; i < ENTRY_FINDINGS; i++)
    ids[i] = ((const YsFinding *)findings->pdata[i])->id;
  return ys_finding_take_step (ledger, ids, ENTRY_FINDINGS, &step, NOW + 60, error);
}

/* TRUE when it is reported. */
static gboolean
check_finding (YsLedger *ledger, gint64 id)
{
  g_autoptr (YsFindingView) view = ys_finding_load (ledger, id, NOW, NULL);
  g_autoptr (YsWorkCalendar) calendar = ys_work_calendar_new ();
  YsFinding *replayed = ys_record_new (&ys_finding_type);
  g_assert_nonnull (view);
  ys_record_copy (&ys_finding_type, replayed, &view->finding);
  g_assert_true (ys_finding_replay (replayed, (const YsEvent *const *)view->events->pdata,
                                    view->events->len, view->limit, calendar));
  g_assert_true (ys_record_equal (&ys_finding_type, replayed, &view->finding));
  ys_record_free (&ys_finding_type, replayed);
  g_assert_cmpuint (view->events->len, <=, 1);
  return view->events->len == 1;
}

guint
entry_fixture_check (YsLedger *ledger, gint64 n_lines_before)
{
  g_autoptr (GPtrArray) inspections = ys_record_store_list (ledger, &ys_inspection_type, NULL);
  guint n_reported = 0;
  for (guint i = 0; i < inspections->len; i++)
    {
      gint64 id = YS_RECORD_ID (inspections->pdata[i]);
      g_autoptr (GPtrArray) findings
          = ys_record_store_list_by (ledger, &ys_finding_type, "inspection", id, NULL, NULL);
      guint n = 0;
      g_assert_cmpuint (findings->len, ==, ENTRY_FINDINGS);
      for (guint k = 0; k < findings->len; k++)
        n += check_finding (ledger, YS_RECORD_ID (findings->pdata[k])) ? 1 : 0;
      g_assert_true (n == 0 || n == ENTRY_FINDINGS);
      n_reported += n == 0 ? 0 : 1;
    }
  g_assert_cmpint (fixture_assert_verifies (ledger), ==,
                   n_lines_before + ENTRY_LINES * (gint64)inspections->len
                       + REPORT_LINES * (gint64)n_reported);
  return n_reported;
}
