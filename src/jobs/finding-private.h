/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change to inspections and findings: what its steps look up again and again. Seen by the jobs
 * of inspections and findings only. */
#pragma once

#include "catalogue.h"
#include "change.h"
#include "event.h"
#include "finding-job.h"
#include "finding-rules.h"

G_BEGIN_DECLS

typedef struct
{
  YsLedger       *ledger;
  YsChange       *change;
  YsWorkCalendar *calendar;
  GHashTable     *clauses; /* id → YsClause */
  GHashTable     *frozen;  /* day → 1 + whether its period is finalised */
} YsFindingEditor;

gboolean        ys_finding_editor_begin (YsFindingEditor *editor, YsLedger *ledger, const char *action, GError **error);
void            ys_finding_editor_clear (YsFindingEditor *editor); /* rolls back unless committed */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsFindingEditor, ys_finding_editor_clear)

/* FORBIDDEN when @at lies in a finalised period. */
gboolean        ys_finding_editor_check_open (YsFindingEditor *editor, YsInstant at, GError **error);
/* (transfer none): as it was when the finding was made. */
const YsClause *ys_finding_editor_clause (YsFindingEditor *editor, gint64 id, GError **error);
/* (transfer full) (element-type YsEvent): by time */
GPtrArray      *ys_finding_editor_events (YsFindingEditor *editor, gint64 finding_id, GError **error);
/* Works @finding out from its events. REFUSED when no deadline can be counted. */
gboolean        ys_finding_editor_replay (YsFindingEditor *editor, YsFinding *finding, GPtrArray *events, GError **error);
/* Whether each event may still follow those before it, as the finding now is. */
gboolean        ys_finding_editor_check_events (YsFindingEditor *editor, const YsFinding *finding, GPtrArray *events,
                                                GError **error);
/* Adds @event (owned by @events from now on) and writes both; @event's finding and id are set. */
gboolean        ys_finding_editor_add_event (YsFindingEditor *editor, YsFinding *finding, GPtrArray *events,
                                             YsEvent *event, GError **error);

/* One step of one finding inside the change; the message names the finding. */
gboolean        ys_finding_editor_step (YsFindingEditor *editor, gint64 id, const YsStep *step, YsInstant now, GError **error);
/* Seconds say nothing: an instant of an entry is a minute [RULINGS Time]. */
/* One step of one finding inside the change; the message names the finding. */
gboolean        ys_finding_editor_step (YsFindingEditor *editor, gint64 id, const YsStep *step, YsInstant now, GError **error);
/* Makes of the deadline that a limit gives the one that is @stored, if an extension led further. */
void            ys_deadline_name_extension (YsDeadline *deadline, GPtrArray *events, YsInstant stored);
YsInstant       ys_instant_to_minute (YsInstant instant);
/* (transfer full) (nullable): cleaned; NULL when nothing is left. */
char           *ys_text_or_null (const char *text);
YsLimit         ys_clause_limit (const YsClause *clause);
const YsEvent *const *ys_events_of (GPtrArray *events);
/* Frees what the view holds, not the view. */
void            ys_finding_view_clear (YsFindingView *view);
/* What it costs and whether it is late at @now. */
void            ys_finding_view_look (YsFindingView *view, YsInstant now);
/* Puts "Finding 12 (龙珠百合, A1-23): " before the message. */
void            ys_finding_editor_name (YsFindingEditor *editor, const YsFinding *finding, GError **error);

G_END_DECLS
