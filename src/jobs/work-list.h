/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings and cases in one list, however many: the order is known as an array of ids, rows are read
 * a page at a time. An id above 0 is a finding's, below 0 a case's. */
#pragma once

#include "finding-job.h"
#include "ledger-types.h"
#include "work-row.h"

G_BEGIN_DECLS

typedef enum
{
  YS_WORK_ALL,        /* not withdrawn */
  YS_WORK_OVERDUE,    /* open and past the deadline */
  YS_WORK_TODAY,      /* open and due today */
  YS_WORK_TO_RECHECK, /* reported or replied */
  YS_WORK_OPEN,
  YS_WORK_CLOSED,
  YS_WORK_FAULTS,     /* cases with undecided proposals */
  YS_N_WORK_SHOWS
} YsWorkShow;

typedef enum
{
  YS_WORK_BOTH,
  YS_WORK_FINDINGS,
  YS_WORK_CASES
} YsWorkSource;

typedef struct
{
  YsWorkSource source;
  YsWorkShow   show;
  const char  *search;      /* (nullable): compound (characters, pinyin, initials), clause, case number, place */
  gint64       compound_id; /* 0: all */
  int          level;       /* 0: all */
  const char  *unit;        /* (nullable): responsible unit */
  const char  *code;        /* (nullable): of a clause, every version of it and no other */
  const char  *levels;      /* (nullable): any of these, nicks with a space between: "district city" */
  YsInstant    from;        /* found or dispatched; 0: all */
  YsInstant    to;          /* exclusive; 0: all */
  YsWorkSort   sort;
  gboolean     descending;
} YsWorkFilter;

/* (transfer full) (element-type gint64): the order. @max 0: all; interruptible by @cancellable from
 * another thread. The first 256 are read in a few milliseconds, all of a million in a thread. */
GArray *ys_work_list_ids (YsLedger *ledger, const YsWorkFilter *filter, YsInstant now, guint max,
                          GCancellable *cancellable, GError **error);
/* Whether the first 256 of this order are known without ordering all. */
gboolean ys_work_list_is_quick (const YsWorkFilter *filter);
/* How many there are of each YsWorkShow (array of YS_N_WORK_SHOWS), other filters kept. */
gboolean ys_work_list_counts (YsLedger *ledger, const YsWorkFilter *filter, YsInstant now, guint *out_counts,
                              GCancellable *cancellable, GError **error);

/* Fills @rows (cleared ones) for @ids; a missing id gives a row with id 0. */
gboolean ys_work_list_rows (YsLedger *ledger, const gint64 *ids, guint n_ids, YsInstant now, YsWorkRow *rows,
                            GError **error);

/* One step for findings and cases alike, as one change: all or none, one undo. Works anew every row's
 * state, so many are a matter of a thread: ends between two rows when @cancellable (nullable) says so,
 * nothing written. The message names the row that is in the way. */
gboolean ys_work_take_step (YsLedger *ledger, const gint64 *ids, guint n_ids, const YsStep *step, YsInstant now,
                            YsProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                            GError **error);

/* (transfer full): heads and cells as text for Excel. */
char    *ys_work_list_copy (YsLedger *ledger, const gint64 *ids, guint n_ids, YsInstant now, GError **error);

G_END_DECLS
