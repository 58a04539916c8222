/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes a ledger as fast as it can until it is killed, and tells each commit on its output once
 * it is made. One change adds compound N and sets the first community's order to N. */
#include "config.h"

#include <stdio.h>

#include "backup.h"
#include "fixture.h"

#define BACKUP_EVERY 40

static void
write_one (YsLedger *ledger, gint64 number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("小区%" G_GINT64_FORMAT, number);
  YsCommunity community
      = { .id = 1, .name = (char *)"梅园社区", .sort = YS_NUMBER (number % 10000) };
  YsCompound compound = { .name = name, .community_id = 1, .class = (int)(number % 3) + 1 };
  g_autoptr (YsChange) change = ys_change_begin (ledger, "set", &error);
  g_assert_no_error (error);
  g_assert_true (ys_change_update (change, &ys_community_type, &community, NULL, &error));
  g_assert_true (ys_change_insert (change, &ys_compound_type, &compound, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
  printf ("%" G_GINT64_FORMAT "\n", number);
  fflush (stdout);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsLedger) ledger = ys_ledger_open (argv[1], YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  gint64 number = ys_record_store_count (ledger, &ys_compound_type, NULL);
  for (;;)
    {
      write_one (ledger, ++number);
      if (number % BACKUP_EVERY == 0)
        g_assert_true (ys_backup_rotate (ledger, number * (gint64)86400, &error));
    }
}
