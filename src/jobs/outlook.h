/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first page shows a moment after its figures: the last ranking in short, and what waits for
 * a person's decision. */
#pragma once

#include "chart.h"
#include "period.h"
#include "standing.h"

G_BEGIN_DECLS

typedef enum
{
  YS_OPEN_FAULT,       /* proposed faults of cases */
  YS_OPEN_TIE,         /* a tie over different prizes */
  YS_OPEN_OBJECTION,   /* of findings, without an answer */
  YS_OPEN_TWIN,        /* one defect in two inspections of a day */
  YS_OPEN_PROVISIONAL  /* deadlines of a year without notice */
} YsOpenKind;

/* One line; texts are translated. */
typedef struct
{
  YsOpenKind  kind;
  guint       n;           /* how many decisions it stands for */
  char       *what;
  char       *where;
  char       *much;        /* "" where there is no figure */
  const char *room;        /* as ys_session_go() takes the three */
  gint64      compound_id;
  char       *target;      /* (nullable) */
} YsOpenDecision;

typedef struct
{
  YsSpan      span;
  YsStanding *standing;    /* of @span */
  GPtrArray  *decisions;   /* (element-type YsOpenDecision) */
  guint       n_scoring;   /* decisions about scores and prizes … */
  guint       n_cases;     /* … and about cases and findings */
} YsOutlook;

/* The month whose ranking is shown: the one of @now once a counting inspection was made in it, else the one before. */
gboolean   ys_outlook_span (YsLedger *ledger, YsInstant now, YsSpan *out_span, GError **error);
/* @standing: (transfer full): of that month; @proposed: of the overview: to find them takes longest. Any thread. */
YsOutlook *ys_outlook_new (YsLedger *ledger, YsStanding *standing, const GArray *proposed, YsInstant now,
                           GError **error);
void       ys_outlook_free (YsOutlook *outlook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsOutlook, ys_outlook_free)

/* (transfer full): the first five and the last two by rank. */
YsScene   *ys_outlook_layout (const YsOutlook *outlook, double width, double height, PangoContext *context);
/* Pixels that it needs. */
double     ys_outlook_height (const YsOutlook *outlook);

G_END_DECLS
