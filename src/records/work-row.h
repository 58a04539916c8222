/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the list of findings and cases, as it is shown, and what the list is ordered by. An
 * id above 0 is a finding's, below 0 a case's. */
#pragma once

#include "date.h"

G_BEGIN_DECLS

typedef enum
{
  YS_WORK_BY_URGENCY, /* open first by deadline, then closed by deadline, newest first */
  YS_WORK_BY_STATE,
  YS_WORK_BY_DEADLINE,
  YS_WORK_BY_NUMBER,
  YS_WORK_BY_LEVEL,
  YS_WORK_BY_COMPOUND,
  YS_WORK_BY_CLAUSE,
  YS_WORK_BY_FOUND,
  YS_WORK_BY_FAULT,
  YS_N_WORK_SORTS
} YsWorkSort;

typedef struct
{
  gint64    id;         /* 0: it is gone */
  char     *number;     /* a case's; NULL for a finding */
  int       level;
  gint64    compound_id;
  char     *compound;
  char     *code;
  char     *clause;
  char     *place;
  char     *unit;
  gint64    count;
  int       state;      /* YsFindingState or YsCaseState, by the sign of id: the numbers agree */
  YsInstant found_at;
  YsInstant deadline;
  gboolean  provisional;
  YsInstant rectified_at; /* a case: its first reply */
  YsInstant paused_at;
  gboolean  overdue;    /* open and past the deadline */
  gint64    points;     /* now, hundredths; a case: its confirmed faults */
  guint     faults;     /* bits 1 << YsFault, confirmed */
  guint     proposed;   /* bits 1 << YsFault, undecided */
  guint     n_photos;
} YsWorkRow;

/* Leaves a row of zeros. */
void ys_work_row_clear (YsWorkRow *row);

G_END_DECLS
