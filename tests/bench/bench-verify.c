/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifying a log of 100,000 lines (chain, replay, pages, references) against hashing as many lines
 * of the same length and nothing else; and what writing them takes. Fails beyond the bounds below.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "bench-tools.h"
#include "fixture.h"

#define N_LINES 100000
/* Times hashing alone. */
#define AIM 8.0
#define FAIL 12.0

static void
write_lines (YsLedger *ledger, gint64 community)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (ledger, "import", &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_LINES; i++)
    {
      g_autofree char *name = g_strdup_printf ("示例小区%d号院（示例）", i);
      YsCompound compound = {
        .name = name,
        .community_id = community,
        .class = i % 3 + 1,
        .nature = YS_NATURE_HIRED,
        .entry_date = { 2020, 9, 15 },
        .services = (char *)"保洁、保安、绿化",
        .manager = (char *)"王某某",
        .phone = (char *)"13800000001",
        .households = YS_NUMBER (i),
      };
      g_assert_true (ys_change_insert (change, &ys_compound_type, &compound, &error));
    }
  g_assert_true (ys_change_commit (change, NULL, &error));
}

/* The same work without a ledger. */
static double
hash_only (YsLedger *ledger)
{
  g_autoptr (GPtrArray) lines = ys_audit_list (ledger, NULL, 0, 1, NULL);
  const char *text = ((YsAuditLine *)lines->pdata[0])->after;
  /* The canonical line holds some hundred characters beside the image. */
  g_autofree char *line = g_strdup_printf ("%s%0120d", text, 0);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 start = g_get_monotonic_time ();
  for (int i = 0; i < N_LINES; i++)
    {
      g_checksum_reset (checksum);
      g_checksum_update (checksum, (const guchar *)line, -1);
      g_checksum_get_string (checksum);
    }
  return bench_seconds_since (start);
}

int
main (int argc, char *argv[])
{
  Fixture fixture;
  fixture_set_up (&fixture, NULL);
  gint64 start = g_get_monotonic_time ();
  write_lines (fixture.ledger, fixture.community);
  double writing = bench_seconds_since (start);
  double hashing = hash_only (fixture.ledger);
  start = g_get_monotonic_time ();
  gint64 lines = fixture_assert_verifies (fixture.ledger);
  double verifying = bench_seconds_since (start);
  g_assert_cmpint (lines, ==, N_LINES + 2);
  printf ("write %d records with their lines: %.2f s\n", N_LINES, writing);
  printf ("verify %d lines: %.2f s, %.1f times hashing alone (%.2f s)\n", N_LINES, verifying,
          verifying / hashing, hashing);
  fixture_tear_down (&fixture, NULL);
  return bench_ratio ("verifying to hashing", verifying / hashing, AIM, FAIL) ? 0 : 1;
}
