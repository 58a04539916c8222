/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writing process is killed at random instants: what it had told is there, nothing is there by
 * half, and the ledger verifies. YS_FAULT_ROUNDS sets how often (tests/faults/run: 200). */
#include "config.h"

#include "backup.h"
#include "fixture.h"
#include "kill-round.h"

#define ROUNDS 15
/* From before the ledger is open to some hundred commits and a few backups later. */
#define LONGEST_MS 120

/* Returns: how many changes there are */
static gint64
check (const char *folder, gint64 told)
{
  g_autoptr (GError) error = NULL;
  /* The lock went with the process. */
  g_autoptr (YsLedger) ledger = ys_ledger_open (folder, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  gint64 lines = fixture_assert_verifies (ledger);
  g_autoptr (GPtrArray) compounds = ys_record_store_list (ledger, &ys_compound_type, &error);
  g_assert_no_error (error);
  gint64 n = compounds->len;
  /* At most one commit more than it could tell. */
  g_assert_cmpint (n, >=, told);
  g_assert_cmpint (n, <=, told + 1);
  g_assert_cmpint (lines, ==, 2 + 2 * n);
  for (gint64 i = 1; i <= n; i++)
    {
      const YsCompound *compound = compounds->pdata[i - 1];
      g_autofree char *name = g_strdup_printf ("小区%" G_GINT64_FORMAT, i);
      g_assert_cmpstr (compound->name, ==, name);
      g_assert_cmpint (compound->class, ==, i % 3 + 1);
    }
  YsCommunity community = { 0 };
  g_assert_true (ys_record_store_load (ledger, &ys_community_type, 1, &community, &error));
  g_assert_cmpint (community.sort.value, ==, n % 10000);
  ys_record_clear (&ys_community_type, &community);
  g_autoptr (GPtrArray) backups = ys_backup_list (folder, NULL);
  for (guint i = 0; i < backups->len; i++)
    g_assert_true (((YsBackupInfo *)backups->pdata[i])->readable);
  return n;
}

static void
test_kill (Fixture *fixture, gconstpointer unused)
{
  guint rounds = kill_rounds (ROUNDS);
  gint64 n = 0;
  g_clear_pointer (&fixture->ledger, ys_ledger_free);
  for (guint i = 0; i < rounds; i++)
    {
      gint64 before = n;
      n = check (fixture->folder,
                 kill_round ("kill-writer", fixture->folder, NULL, LONGEST_MS, before));
      g_test_message ("round %u: %" G_GINT64_FORMAT " changes kept", i + 1, n - before);
    }
  /* It did write. */
  g_assert_cmpint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/faults/kill", Fixture, NULL, fixture_set_up, test_kill, fixture_tear_down);
  return g_test_run ();
}
