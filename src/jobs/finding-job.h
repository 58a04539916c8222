/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of findings after they were entered: notice, report, recheck, pause, extension,
 * objection, withdrawal; each step is an event, a new state and their audit lines in one change. */
#pragma once

#include "deadline.h"
#include "event.h"
#include "inspection.h"
#include "ledger-types.h"

G_BEGIN_DECLS

/* One step for one or many findings at once. */
typedef struct
{
  int         kind;    /* YsEventKind */
  YsInstant   at;      /* 0: now */
  const char *person;  /* (nullable): NULL means the ledger's user */
  const char *text;    /* reason or remark */
  YsInstant   until;   /* EXTENDED */
} YsStep;

/* All or none; the message names the finding that is in the way. FORBIDDEN in a finalised period
 * and where the state does not allow it. UPHELD withdraws the finding. */
gboolean ys_finding_take_step (YsLedger *ledger, const gint64 *ids, guint n_ids, const YsStep *step,
                               YsInstant now, GError **error);

/* (transfer full) (element-type utf8): what to tell after a recheck: a sentence for each finding that was repaired in
 * time and that a finalised period had charged twice. Nothing is given back; it says what to reopen. Negative ids (cases
 * of a work list) are left out. */
GPtrArray *ys_finding_frozen_notes (YsLedger *ledger, const gint64 *ids, guint n_ids, GError **error);

/* A finding with all that a page shows of it. */
typedef struct
{
  YsFinding  finding;
  char      *compound;   /* name */
  char      *code;
  char      *clause;     /* name */
  char      *criterion;
  char      *unit;       /* responsible */
  YsLimit    limit;
  gint64     points;     /* now, hundredths */
  gboolean   doubled;
  gboolean   overdue;
  GPtrArray *events;     /* (element-type YsEvent): by time */
} YsFindingView;

void           ys_finding_view_free (YsFindingView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsFindingView, ys_finding_view_free)
YsFindingView *ys_finding_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error);
/* Why this deadline: with its working; of an extended one the extension is named. */
gboolean       ys_finding_explain (YsLedger *ledger, gint64 id, const YsWorkCalendar *calendar,
                                   YsDeadline *out_deadline, GError **error);

/* Whether @at lies in a finalised period: what happened then no longer moves. */
gboolean       ys_period_is_finalised_at (YsLedger *ledger, YsInstant at, gboolean *out_finalised, GError **error);

typedef struct
{
  YsInstant   from;        /* found at or after; 0: all */
  YsInstant   to;          /* exclusive; 0: all */
  gint64      compound_id; /* 0: all */
  int         state;       /* YsFindingState, 0: all */
  gboolean    only_overdue;
  gboolean    only_paused;
} YsFindingFilter;

/* Calls @func for each finding, oldest first, without keeping them; the view's events are NULL. */
typedef gboolean (*YsFindingFunc) (const YsFindingView *view, gpointer user_data, GError **error);
gboolean       ys_finding_each (YsLedger *ledger, const YsFindingFilter *filter, YsInstant now,
                                YsFindingFunc func, gpointer user_data, GError **error);

/* Found, handled and on-time rates [001 §2.1(3), (5)] per compound, unit or clause. */
typedef enum
{
  YS_RATE_BY_COMPOUND,
  YS_RATE_BY_UNIT,
  YS_RATE_BY_CLAUSE
} YsRateBy;

typedef struct
{
  char   *name;
  guint   n_found;    /* findings and cases of the period, not withdrawn */
  guint   n_by_self;  /* of them found by town, joint or self inspections: the found rate's numerator */
  guint   n_handled;  /* rectified or closed */
  guint   n_on_time;  /* of the handled, by their deadline */
  guint   n_due;      /* deadline passed or handled: the on-time rate's denominator */
} YsRateLine;

void       ys_rate_line_free (YsRateLine *line);
/* (transfer full) (element-type YsRateLine): most found first */
GPtrArray *ys_finding_rates (YsLedger *ledger, YsInstant from, YsInstant to, YsInstant now, YsRateBy by, GError **error);

G_END_DECLS
