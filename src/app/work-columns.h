/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the list of findings and cases. */
#pragma once

#include "column-set.h"
#include "ledger-types.h"
#include "work-calendar.h"

G_BEGIN_DECLS

/* What the remaining time is told by; the owner keeps it up to date and tells the slots. */
typedef struct
{
  YsWorkCalendar *calendar; /* (nullable) */
  YsInstant       now;
} YsWorkClock;

/* @clock is borrowed and must outlive the columns. */
YsColumnSet *ys_work_columns_new (GtkColumnView *view, const YsWorkClock *clock);

/* (transfer full): heads and cells of these rows as they are read, for Excel; any thread. NULL with
 * @error. */
char        *ys_work_columns_copy (YsLedger *ledger, const gint64 *ids, guint n, const YsWorkClock *clock, GError **error);

G_END_DECLS
