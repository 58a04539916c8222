/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of many rows at once: findings and cases in one change, all or none, one undo. */
#include "config.h"

#include <string.h>

#include "audit.h"
#include "case-fixture.h"
#include "event.h"
#include "history.h"
#include "inspection-job.h"
#include "job-error.h"
#include "record-store.h"
#include "work-list.h"

#define N_FINDINGS 400
#define N_CASES 120

typedef struct
{
  CaseFixture base; /* first */
  GArray *ids;      /* (element-type gint64): as the work list has them */
} Rows;

/* More than 500: findings of three inspections, and cases. */
static void
set_up (Rows *rows, gconstpointer data)
{
  YsLedger *ledger;
  YsFindingEntry entries[N_FINDINGS];
  YsInspection inspection = { .level = YS_INSPECTION_LEVEL_CITY,
                              .kind = YS_INSPECTION_KIND_UNANNOUNCED,
                              .inspectors = (char *)"示例" };
  g_autoptr (GArray) found = NULL;
  g_autoptr (GError) error = NULL;

  case_fixture_set_up (&rows->base, data);
  ledger = rows->base.base.ledger;
  inspection.compound_id = rows->base.court;
  inspection.at = case_instant ("2026-10-12T09:00");
  for (guint i = 0; i < N_FINDINGS; i++)
    entries[i] = (YsFindingEntry){ "A1-05", 1, "1 号楼", NULL };
  ys_inspection_add (ledger, &inspection, entries, N_FINDINGS, &found, &error);
  g_assert_no_error (error);
  rows->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (rows->ids, found->data, found->len);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%03u", i);
      gint64 id = -case_add (&rows->base, number, "A1-05", "2026-10-12T09:00", NULL);

      g_array_insert_val (rows->ids, (i * 3) % rows->ids->len, id);
    }
}

static void
tear_down (Rows *rows, gconstpointer data)
{
  g_array_unref (rows->ids);
  case_fixture_tear_down (&rows->base, data);
}

static const gint64 *
ids_of (const Rows *rows)
{
  return (const gint64 *)(gpointer)rows->ids->data;
}

static guint
n_events (Rows *rows)
{
  return (guint)ys_record_store_count (rows->base.base.ledger, &ys_event_type, NULL);
}

static gint64
newest_seq (Rows *rows)
{
  g_autoptr (GPtrArray) newest = ys_audit_list (rows->base.base.ledger, NULL, 0, 1, NULL);

  return ((const YsAuditLine *)g_ptr_array_index (newest, 0))->seq;
}

static void
count_steps (guint64 done, guint64 total, gpointer data)
{
  guint *n = data;

  ++*n;
  g_assert_cmpuint (done, ==, *n);
  g_assert_cmpuint (total, ==, N_FINDINGS + N_CASES);
}

/* 520 reports are one change; one undo takes all back, one redo puts all there again. */
static void
test_one_change (Rows *rows, gconstpointer data)
{
  YsLedger *ledger = rows->base.base.ledger;
  const YsStep step
      = { .kind = YS_EVENT_REPORTED, .at = case_instant ("2026-10-12T10:00"), .text = "已整改" };
  g_autofree char *cases_before = case_dump (&rows->base);
  g_autofree char *cases_after = NULL;
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before = newest_seq (rows);
  guint n_told = 0;

  g_assert_false (ys_history_undo_is_long (ledger));
  g_assert_true (ys_work_take_step (ledger, ids_of (rows), rows->ids->len, &step, fixture_now,
                                    count_steps, &n_told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_told, ==, N_FINDINGS + N_CASES);
  g_assert_cmpuint (n_events (rows), ==, N_FINDINGS + N_CASES);
  lines = ys_audit_list_change (ledger, before + 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (newest_seq (rows), ==, before + lines->len);
  g_assert_true (ys_history_undo_is_long (ledger));

  g_assert_true (ys_history_undo (ledger, 0, &sentence, &error));
  g_assert_no_error (error);
  g_test_message ("%s", sentence);
  g_assert_cmpuint (n_events (rows), ==, 0);
  cases_after = case_dump (&rows->base);
  g_assert_cmpstr (cases_after, ==, cases_before);
  for (guint i = 0; i < rows->ids->len; i++)
    if (ids_of (rows)[i] > 0)
      {
        YsFinding finding = { 0 };

        g_assert_true (
            ys_record_store_load (ledger, &ys_finding_type, ids_of (rows)[i], &finding, NULL));
        g_assert_cmpint (finding.state, ==, YS_FINDING_FOUND);
        ys_record_clear (&ys_finding_type, &finding);
      }
  g_assert_true (ys_history_redo_is_long (ledger));
  g_assert_true (ys_history_redo (ledger, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_events (rows), ==, N_FINDINGS + N_CASES);
}

/* The last row is in the way: nothing is written, and the message names it. */
static void
test_all_or_none (Rows *rows, gconstpointer data)
{
  YsLedger *ledger = rows->base.base.ledger;
  const YsStep step
      = { .kind = YS_EVENT_PAUSED, .at = case_instant ("2026-10-12T10:00"), .text = "停电" };
  gint64 paused = -case_add (&rows->base, "N999", "A1-05", "2026-10-12T09:00", NULL);
  g_autoptr (GError) error = NULL;
  gint64 before;

  g_array_append_val (rows->ids, paused);
  g_assert_true (
      ys_work_take_step (ledger, &paused, 1, &step, fixture_now, NULL, NULL, NULL, &error));
  before = newest_seq (rows);
  g_assert_false (ys_work_take_step (ledger, ids_of (rows), rows->ids->len, &step, fixture_now,
                                     NULL, NULL, NULL, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "N999"));
  g_assert_cmpint (newest_seq (rows), ==, before);
  g_assert_cmpuint (n_events (rows), ==, 1);
}

static void
cancel_at (guint64 done, guint64 total, gpointer data)
{
  if (done == total / 2)
    g_cancellable_cancel (data);
}

static void
test_cancelled (Rows *rows, gconstpointer data)
{
  const YsStep step = { .kind = YS_EVENT_REPORTED, .at = case_instant ("2026-10-12T10:00") };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 before = newest_seq (rows);

  g_assert_false (ys_work_take_step (rows->base.base.ledger, ids_of (rows), rows->ids->len, &step,
                                     fixture_now, cancel_at, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (newest_seq (rows), ==, before);
  g_assert_cmpuint (n_events (rows), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/jobs/work-step/one-change", Rows, NULL, set_up, test_one_change, tear_down);
  g_test_add ("/jobs/work-step/all-or-none", Rows, NULL, set_up, test_all_or_none, tear_down);
  g_test_add ("/jobs/work-step/cancelled", Rows, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
