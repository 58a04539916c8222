/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases of the city and district platforms: entered, imported, replied, verified, their faults
 * proposed, confirmed or rejected. */
#pragma once

#include "case-rules.h"
#include "finding-job.h"
#include "platform-case.h"
#include "registry.h"
#include "workbook.h"

G_BEGIN_DECLS

/* @code: of a clause of annex 1 as of the day of dispatch. @limit none: the clause's. When
 * @one->deadline is set it is the platform's word; @one->replied_at and reply: it was replied already.
 * One change; sets id, clause, deadline of @one. EXISTS when the number is taken. */
gint64   ys_case_add (YsLedger *ledger, YsCase *one, const char *code, YsLimit limit, GError **error);
/* Changes what was entered; the deadline is worked out anew unless @one->dispatched_deadline. @code NULL:
 * the clause stays; with another clause its limit comes along where the case had its clause's. */
gboolean ys_case_set (YsLedger *ledger, const YsCase *one, const char *code, GError **error);
/* ACCEPTED, REPORTED (reply; @step->text is the reply), PASSED, FAILED, PAUSED, RESUMED, EXTENDED,
 * OBJECTION, UPHELD, OVERRULED, WITHDRAWN, NOTE; all or none. */
gboolean ys_case_take_step (YsLedger *ledger, const gint64 *ids, guint n_ids, const YsStep *step, YsInstant now,
                            GError **error);
/* @to 0: still in procedure; a second call with the same @from sets its end. */
gboolean ys_case_set_procedure (YsLedger *ledger, gint64 id, YsInstant from, YsInstant to, const char *reason, GError **error);
/* @decision: CONFIRMED, REJECTED (also of one that was confirmed; it is not proposed again), or NONE to
 * take a decision back. A key problem that is confirmed takes the place of the repeated one of its problem
 * and month; a second deduction for them is FORBIDDEN. */
gboolean ys_case_decide_fault (YsLedger *ledger, gint64 id, int fault, int decision, const char *reason,
                               YsInstant now, GError **error);

/* 0 on error: NOT_FOUND. */
gint64   ys_case_find (YsLedger *ledger, const char *number, GError **error);

typedef struct
{
  YsCase     one;
  char      *compound;
  char      *code;
  char      *clause;
  char      *criterion;
  char      *unit;
  GPtrArray *events;      /* (element-type YsEvent) (nullable) */
  GPtrArray *faults;      /* (element-type YsCaseFault): decisions */
  GPtrArray *procedures;  /* (element-type YsCaseProcedure) */
  GPtrArray *proposals;   /* (element-type YsFaultProposal): not decided yet */
  gboolean   overdue;
} YsCaseView;

void        ys_case_view_free (YsCaseView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseView, ys_case_view_free)
YsCaseView *ys_case_load (YsLedger *ledger, gint64 id, YsInstant now, GError **error);
/* Without spans and skipped days where the deadline was dispatched as such. */
gboolean    ys_case_explain (YsLedger *ledger, gint64 id, const YsWorkCalendar *calendar, YsDeadline *out_deadline, GError **error);
/* (transfer full) (element-type YsCaseView): by number; @only_proposed: with undecided proposals;
 * dispatched in [@from, @to), 0: all */
GPtrArray  *ys_case_list (YsLedger *ledger, YsInstant from, YsInstant to, gboolean only_proposed, YsInstant now, GError **error);
/* (transfer full) (element-type YsFaultProposal): undecided ones of months that touch [@from, @to). */
GPtrArray  *ys_case_proposals (YsLedger *ledger, YsInstant from, YsInstant to, YsInstant now, GError **error);

/* (transfer full): the numbers of these cases (element-type gint64); what is gone is left out. */
GStrv       ys_case_numbers (YsLedger *ledger, const GArray *ids);

/* A platform's export: columns by heading, mapped as in the registry's import. */
typedef struct _YsCaseImport YsCaseImport;

typedef enum
{
  YS_CASE_ROW_NEW,
  YS_CASE_ROW_SAME,
  YS_CASE_ROW_CHANGED,  /* a reply came, say */
  YS_CASE_ROW_DOUBTFUL, /* compound or clause only likely: not written until decided */
  YS_CASE_ROW_REFUSED
} YsCaseVerdict;

typedef struct
{
  guint         row;      /* in the grid, from 0 */
  YsCaseVerdict verdict;
  char         *number;
  char         *compound; /* as read */
  char         *reason;   /* (nullable): a sentence */
  guint         column;
} YsCaseRow;

YsCaseImport *ys_case_import_new (YsLedger *ledger, const YsWorkbook *workbook, const char *file_name,
                                  const char *sheet, YsInstant now, GError **error);
void          ys_case_import_free (YsCaseImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseImport, ys_case_import_free)
/* Heading → field of YsCase ("" leaves it out); judges anew. */
gboolean      ys_case_import_map (YsCaseImport *import, const char *heading, const char *field, GError **error);
GPtrArray    *ys_case_import_rows (const YsCaseImport *import); /* (element-type YsCaseRow) */
/* One change with its batch. Any refused row without @skip_refused: REFUSED, nothing written. */
gint64        ys_case_import_apply (YsCaseImport *import, YsLedger *ledger, gboolean skip_refused,
                                    gboolean accept_doubtful, GError **error);

G_END_DECLS
