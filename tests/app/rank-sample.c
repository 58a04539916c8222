/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rank-sample.h"

#include "finding-job.h"
#include "inspection-job.h"

typedef struct
{
  const char *name;
  const char *month; /* 2025-08, 2025-09 */
  gint64 count;      /* of A1-08, a point each; 0: nothing found */
  gboolean repaired;
} Visit;

/* September, long-term 60 %, property 100.00 without a sheet:
 *   御景公馆  100.00 → 100.00, and a district title's 3.00: 103.00          rank 1
 *   龙珠百合, 锦绣花园  one place, repaired: 99.00 → 99.40, equal in all     rank 2, shared
 *   联通佳苑 98.00 → 98.80 rank 4; 民生国际 97.00 → 98.20; 欧情东苑 96.00 → 97.60; 牡丹花园 95.00
 * → 97.00 梅花园    two places, never repaired: doubled, 96.00 → 97.60 with two open: after
 * 欧情东苑 August put 民生国际 first. */
static const Visit visits[] = {
  { "御景公馆", "2025-09", 0, TRUE }, { "龙珠百合", "2025-09", 1, TRUE },
  { "锦绣花园", "2025-09", 1, TRUE }, { "联通佳苑", "2025-09", 2, TRUE },
  { "民生国际", "2025-09", 3, TRUE }, { "欧情东苑", "2025-09", 4, TRUE },
  { "牡丹花园", "2025-09", 5, TRUE }, { "梅花园", "2025-09", 2, FALSE },
  { "民生国际", "2025-08", 0, TRUE }, { "御景公馆", "2025-08", 1, TRUE },
  { "龙珠百合", "2025-08", 2, TRUE }, { "梅花园", "2025-08", 3, TRUE },
};

gint64
rank_sample_compound (YsLedger *ledger, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, &error);
  gint64 id;

  g_assert_no_error (error);
  id = ys_registry_find_by_name (registry, name, &error);
  g_assert_no_error (error);
  return id;
}

YsSpan
rank_sample_span (void)
{
  return ys_span_of (YS_SPAN_MONTH, (YsDate){ 2025, 9, 1 });
}

static void
add_visit (YsLedger *ledger, const Visit *visit)
{
  const YsFindingEntry entry = { "A1-08", visit->count, "东门", NULL };
  g_autofree char *at = g_strconcat (visit->month, "-11T09:00", NULL);
  g_autofree char *repaired = g_strconcat (visit->month, "-11T09:20", NULL);
  g_autofree char *passed = g_strconcat (visit->month, "-11T10:00", NULL);
  YsInspection inspection = { .compound_id = rank_sample_compound (ledger, visit->name),
                              .level = YS_INSPECTION_LEVEL_DISTRICT,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .at = work_sample_at (at),
                              .inspectors = (char *)"王某某" };
  const YsStep steps[] = { { .kind = YS_EVENT_REPORTED, .at = work_sample_at (repaired) },
                           { .kind = YS_EVENT_PASSED, .at = work_sample_at (passed) } };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  ys_inspection_add (ledger, &inspection, &entry, visit->count > 0 ? 1 : 0, &ids, &error);
  g_assert_no_error (error);
  if (visit->count == 0 || !visit->repaired)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ys_finding_take_step (ledger, &g_array_index (ids, gint64, 0), 1, &steps[i], WORK_NOW,
                            &error);
      g_assert_no_error (error);
    }
}

void
rank_sample_fill (YsLedger *ledger)
{
  g_autoptr (GError) error = NULL;
  YsBonus bonus = { .compound_id = rank_sample_compound (ledger, "御景公馆"),
                    .period = (char *)"2025-09",
                    .title = YS_TITLE_DISTRICT,
                    .project = (char *)"示例美丽小区" };

  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    add_visit (ledger, &visits[i]);
  ys_bonus_add (ledger, &bonus, &error);
  g_assert_no_error (error);
}

void
rank_sample_waive (YsLedger *ledger)
{
  for (guint i = 0; i < G_N_ELEMENTS (visits); i++)
    {
      g_autoptr (GError) error = NULL;

      if (!g_str_equal (visits[i].month, "2025-09"))
        continue;
      ys_sheet_waive (ledger, rank_sample_compound (ledger, visits[i].name), rank_sample_span (),
                      "示例：本月不填", WORK_NOW, &error);
      g_assert_no_error (error);
    }
}
