/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the case job share. */
#pragma once

#include "case-job.h"
#include "catalogue-job.h"
#include "change.h"

G_BEGIN_DECLS

/* One change of cases; every read is inside it. */
typedef struct
{
  YsLedger *ledger;
  YsChange *change;
  YsWorkCalendar *calendar;
} YsCaseEditor;

gboolean ys_case_editor_begin (YsCaseEditor *editor,
                               YsLedger *ledger,
                               const char *action,
                               GError **error);
/* Rolls back unless committed. */
void ys_case_editor_clear (YsCaseEditor *editor);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsCaseEditor, ys_case_editor_clear)

/* Works @one out anew from its events. */
gboolean ys_case_editor_replay (const YsCaseEditor *editor, YsCase *one, GError **error);
/* Inserts @one, and its first reply where it has one. @code, @limit, deadline as ys_case_add(). */
gboolean ys_case_editor_add (const YsCaseEditor *editor,
                             YsCase *one,
                             const char *code,
                             YsLimit limit,
                             GError **error);
/* One step of one case: its event and where it stands then. */
gboolean ys_case_editor_step (
    const YsCaseEditor *editor, gint64 id, const YsStep *step, YsInstant now, GError **error);
/* Changes what was entered. */
/* The word of the audit lines of a step. */
const char *ys_case_step_action (int kind);
gboolean ys_case_editor_set (const YsCaseEditor *editor,
                             const YsCase *one,
                             const char *code,
                             GError **error);

/* FORBIDDEN when @at lies in a finalised period. */
gboolean ys_case_check_open (YsLedger *ledger, YsInstant at, GError **error);
/* (transfer full): the events of a case by time. */
GPtrArray *ys_case_events (YsLedger *ledger, gint64 id, GError **error);

/* The cases of whole months with all that the faults of these months depend on. */
typedef struct _YsCaseMonths YsCaseMonths;

/* The months that [@from, @to) touches, 0: without bound; of one compound, 0: of all. */
YsCaseMonths *ys_case_months_load (
    YsLedger *ledger, YsInstant from, YsInstant to, gint64 compound_id, GError **error);
void ys_case_months_free (YsCaseMonths *months);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseMonths, ys_case_months_free)
/* (transfer none): by time. */
GPtrArray *ys_case_months_cases (const YsCaseMonths *months);
/* (transfer none) (nullable): by id, earlier months too. */
const YsCase *ys_case_months_case (const YsCaseMonths *months, gint64 id);
/* (transfer full): copies of what belongs to one case. */
GPtrArray *ys_case_months_faults (const YsCaseMonths *months, gint64 id);
GPtrArray *ys_case_months_procedures (const YsCaseMonths *months, gint64 id);
/* (transfer full): of these months, undecided unless @decided_too. */
GPtrArray *ys_case_months_proposals (const YsCaseMonths *months,
                                     YsInstant now,
                                     gboolean decided_too);
/* (transfer full): the same problem in the same month has the same key. */
char *ys_case_months_problem (const YsCaseMonths *months, const YsCase *one);
/* The months' decisions. (transfer none) (element-type YsCaseFault) */
GPtrArray *ys_case_months_decisions (const YsCaseMonths *months);

G_END_DECLS
