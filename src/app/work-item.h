/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding or a case with what the detail beside the list shows of it, under one set of names. */
#pragma once

#include "case-job.h"
#include "finding-job.h"

G_BEGIN_DECLS

/* Strings are borrowed from the view that is kept inside. */
typedef struct
{
  gint64           id; /* as in the work list: a case's is below 0 */
  gboolean         is_case;
  int              state;
  int              level;
  const char      *number;  /* (nullable): a case's */
  const char      *channel; /* (nullable) */
  gint64           compound_id;
  const char      *compound;
  const char      *code;
  const char      *clause;
  const char      *criterion;
  const char      *unit;  /* (nullable) */
  const char      *place; /* (nullable) */
  const char      *note;  /* (nullable) */
  gint64           count; /* places; a case: 1 */
  YsInstant        found_at;
  YsInstant        starts_at;
  YsLimit          limit;
  gboolean         dispatched_deadline;
  YsInstant        deadline;
  gboolean         provisional;
  YsInstant        paused_at;
  gboolean         overdue;
  gboolean         doubled;
  gint64           points; /* hundredths, now */
  const GPtrArray *events; /* (element-type YsEvent): by time */

  YsFindingView *finding; /* (nullable) */
  YsCaseView    *one;     /* (nullable) */
} YsWorkItem;

/* (transfer full) (nullable): @id as in the work list. */
YsWorkItem *ys_work_item_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error);
void        ys_work_item_free (YsWorkItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkItem, ys_work_item_free)

gboolean    ys_work_item_is_open (const YsWorkItem *item);
/* Whether its clock still matters. */
gboolean    ys_work_item_runs (const YsWorkItem *item, YsInstant now);
/* Whether the state allows a step of this kind at @at; the sentence says why not. */
gboolean    ys_work_item_allows (const YsWorkItem *item, int event_kind, YsInstant at, const char **out_sentence);
gboolean    ys_work_explain (YsLedger *ledger, gint64 id, const YsWorkCalendar *calendar,
                             YsDeadline *out_deadline, GError **error);

G_END_DECLS
