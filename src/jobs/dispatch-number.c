/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of submissions, and finding an earlier one by its number: a few looks into the index, so
 * that no stored table is read that is not asked for. */
#include "config.h"

#include "dispatch-private.h"
#include "dispatch-schedule.h"
#include "record-store.h"

/* How far back the last submission is looked for: ten years of 24 issues. */
#define MAX_ISSUES_BACK 240

char *
ys_dispatch_number_for (YsDate due, guint correction)
{
  int issue = ys_dispatch_issue (due);

  if (correction == 0)
    return g_strdup_printf ("调度〔%d〕%d号", due.year, issue);
  return g_strdup_printf ("调度〔%d〕%d号-更%u", due.year, issue, correction);
}

gint64
ys_dispatch_find_filed (
    YsLedger *ledger, YsDate due, gint64 before_id, guint *out_n, GError **error)
{
  gint64 last = 0;

  if (out_n != NULL)
    *out_n = 0;
  /* Corrections are numbered without gaps, and later ones have larger ids. */
  for (guint correction = 0;; correction++)
    {
      g_autofree char *number = ys_dispatch_number_for (due, correction);
      gint64 id = ys_record_store_find (ledger, &ys_submission_type, "number", number, error);

      if (id < 0)
        return -1;
      if (id == 0 || (before_id != 0 && id >= before_id))
        return last;
      last = id;
      if (out_n != NULL)
        *out_n = correction + 1;
    }
}

gint64
ys_dispatch_find_last (YsLedger *ledger, YsDate due, gint64 before_id, GError **error)
{
  gint64 n = ys_record_store_count (ledger, &ys_submission_type, error);

  if (n <= 0)
    return n;
  for (guint i = 0; i < MAX_ISSUES_BACK; i++)
    {
      gint64 id = ys_dispatch_find_filed (ledger, due, before_id, NULL, error);

      if (id != 0)
        return id;
      due = ys_dispatch_previous_due (due);
    }
  return 0;
}
