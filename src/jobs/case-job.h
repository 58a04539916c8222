/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cases of the city and district platforms: entered, imported, replied, verified, their faults
 * proposed, confirmed or rejected. */
#pragma once

#include "case-rules.h"
#include "finding-job.h"
#include "import.h"
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

typedef struct
{
  const char *sheet;
  guint       row;      /* in the grid, from 0 */
  YsVerdict   verdict;  /* CHANGED: a reply came, say; DOUBTFUL: compound, clause or a day without time only likely */
  char       *number;
  char       *compound; /* as read */
  char       *reason;   /* (nullable): a sentence */
  guint       column;   /* of the reason; G_MAXUINT: none */
} YsCaseRow;

/* Judges every row against the ledger; writes nothing. @ledger and @workbook stay until the import is
 * freed. REFUSED when no heading is known. @sheet NULL: every visible one that holds a table. */
YsCaseImport *ys_case_import_new (YsLedger *ledger, const YsWorkbook *workbook, const char *file_name,
                                  const char *sheet, YsInstant now, GError **error);
typedef struct
{
  const char *sheet;   /* (nullable) */
  GStrv       mapping; /* (nullable): "HEADING=FIELD" */
  int         level;   /* as ys_case_import_set_level(); 0: none */
  YsInstant   now;
  gboolean    any_heads; /* not REFUSED where no heading is known: a person will say what they stand for */
} YsCaseImportOptions;

/* The same of a file, which the batch then names by its SHA-256. */
YsCaseImport *ys_case_import_new_from_file (YsLedger *ledger, const char *path, const YsCaseImportOptions *options,
                                            GCancellable *cancellable, GError **error);
void          ys_case_import_free (YsCaseImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseImport, ys_case_import_free)
/* Heading → field of YsCase ("" or "-" leaves it out); judges anew. */
gboolean      ys_case_import_map (YsCaseImport *import, const char *heading, const char *field, GError **error);
/* YsInspectionLevel of the rows that tell none (a platform's export often does not); judges anew. */
gboolean      ys_case_import_set_level (YsCaseImport *import, int level, GError **error);
const char   *ys_case_import_file_name (const YsCaseImport *import);
/* (element-type YsTableColumn): of the first table: heading, field, guessed */
GPtrArray    *ys_case_import_columns (const YsCaseImport *import);
GPtrArray    *ys_case_import_rows (const YsCaseImport *import); /* (element-type YsCaseRow) */
guint         ys_case_import_count (const YsCaseImport *import, YsVerdict verdict);
/* Backs up, then one change with its batch, remembers the headings. Any refused row without @skip_refused:
 * REFUSED, nothing written. CONFLICT when the ledger changed since it was judged. The batch's id; 0 when
 * there was nothing to write; -1 on error. */
gint64        ys_case_import_apply (YsCaseImport *import, YsLedger *ledger, gboolean skip_refused,
                                    gboolean accept_doubtful, GError **error);
/* The refused rows with a last column saying why; .xlsx or .csv by the ending. */
gboolean      ys_case_import_export_refused (const YsCaseImport *import, const char *path, YsInstant now, GError **error);

G_END_DECLS
