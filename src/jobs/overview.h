/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first page says, in one call. */
#pragma once

#include "inspection.h"
#include "ledger-types.h"
#include "registry.h"
#include "submission.h"
#include "work-list.h"

G_BEGIN_DECLS

typedef struct
{
  const YsField *field;
  guint          n_blank;
} YsOverviewBlank;

/* One of the last changes, told as a whole. */
typedef struct
{
  YsAuditLine *line;        /* its newest */
  char        *sentence;
  gint64       compound_id; /* whom it leads to; 0: none */
} YsOverviewChange;

typedef struct
{
  guint         n_compounds;
  guint         n_communities;
  guint         n_complete;
  guint         n_by_class[4];  /* by YsClass; [0] unknown */
  guint         n_by_form[7];   /* by YsForm; [0] unknown */
  GArray       *blanks;         /* (element-type YsOverviewBlank): most first */
  YsDate        next_due;
  int           issue;
  gint64        days_left;
  gboolean      due_is_near;
  gboolean      due_is_filed;   /* next_due was submitted already */
  guint         n_dispatch_blanks;
  guint         n_dispatch_doubts;
  guint         n_dispatch_changes;
  YsSubmission *last_submission; /* (nullable) */
  YsInstant     last_backup;
  guint         n_backups;
  guint         n_work[YS_N_WORK_SHOWS]; /* findings and cases by YsWorkShow */
  YsInstant     next_deadline; /* the nearest one still ahead whose clock runs; 0 none */
  char         *next_compound; /* (nullable): whose it is */
  GArray       *proposed;       /* (element-type gint64): cases with faults that wait for a decision */
  guint         n_paused;       /* open ones whose clock stands */
  guint         n_visits[YS_INSPECTION_LEVEL_SELF + 1]; /* inspections of this month by YsInspectionLevel */
  guint         n_visited;      /* compounds among them */
  GArray       *overdue;        /* (element-type YsWorkRow): the oldest deadlines first, a few */
  GArray       *due_today;      /* (element-type YsWorkRow): the same of today's */
  GPtrArray    *recent;         /* (element-type YsOverviewChange): newest first */
} YsOverview;

YsOverview *ys_overview_new (YsLedger *ledger, YsInstant now, GError **error);
void        ys_overview_free (YsOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOverview, ys_overview_free)

G_END_DECLS
