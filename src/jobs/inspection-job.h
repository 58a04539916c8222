/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entering inspections: one visit with its rows of findings, each saved as soon as it is right. */
#pragma once

#include "cadence.h"
#include "catalogue-job.h"
#include "deadline.h"
#include "document.h"
#include "inspection.h"
#include "registry.h"
#include "workbook.h"

G_BEGIN_DECLS

/* One row as entered. */
typedef struct
{
  const char *code;   /* of a clause of the inspection's catalogue */
  gint64      count;  /* 1 or more; 0 means 1 */
  const char *place;  /* (nullable) */
  const char *note;   /* (nullable) */
} YsFindingEntry;

/* What a finding will be, before it is saved: the page's grey preview. No ledger is touched. */
typedef struct
{
  YsInstant deadline;
  gboolean  provisional;
  gint64    points;  /* hundredths */
} YsFindingPreview;

/* @compound_id, @level, @kind, @at, @notice_at (0: with the inspection), @inspectors and @remark
 * are read from @inspection; its id and its catalogue (that of the day) are set. Findings may be none:
 * a clean visit. UNSPECIFIED points refuse their row. One change.
 * @out_finding_ids: (out) (transfer full) (element-type gint64) (optional) */
gint64   ys_inspection_add (YsLedger *ledger, YsInspection *inspection, const YsFindingEntry *entries,
                            guint n_entries, GArray **out_finding_ids, GError **error);
/* Changes the head; level, instant, notice or compound work findings out anew (deadline, points).
 * FORBIDDEN in a finalised period, old or new. */
gboolean ys_inspection_set (YsLedger *ledger, const YsInspection *inspection, GError **error);
/* With all its findings; with a reason. */
gboolean ys_inspection_withdraw (YsLedger *ledger, gint64 id, const char *reason, YsInstant now, GError **error);
/* Gives notice at @at: the clock of each open finding starts then, if that is later than the
 * inspection. */
gboolean ys_inspection_issue (YsLedger *ledger, gint64 id, YsInstant at, const char *person, GError **error);

gint64   ys_inspection_add_finding (YsLedger *ledger, gint64 inspection_id, const YsFindingEntry *entry, GError **error);
/* @entry whole: what it lacks is emptied. */
gboolean ys_inspection_set_finding (YsLedger *ledger, gint64 finding_id, const YsFindingEntry *entry, GError **error);
/* FALSE: the clause's points are unspecified, or it has none. */
gboolean ys_inspection_preview (YsLedger *ledger, const YsInspection *inspection, const YsClause *clause,
                                gint64 count, const YsWorkCalendar *calendar, YsFindingPreview *out_preview,
                                GError **error);

/* An inspection with its findings, to show. */
typedef struct
{
  YsInspection     inspection;
  YsCatalogueBook *book;
  GPtrArray       *findings;   /* (element-type YsFinding): withdrawn ones too, by id */
} YsInspectionView;

void              ys_inspection_view_free (YsInspectionView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsInspectionView, ys_inspection_view_free)
YsInspectionView *ys_inspection_load (YsLedger *ledger, gint64 id, GError **error);

typedef struct
{
  gint64    compound_id; /* 0: all */
  int       level;       /* 0: all */
  YsInstant from;        /* 0: from the beginning */
  YsInstant to;          /* exclusive; 0: to the end */
  gboolean  with_withdrawn;
  guint     limit;       /* 0: all */
} YsInspectionFilter;

typedef struct
{
  YsInspection inspection;
  guint        n_findings; /* not withdrawn */
  guint        n_places;
  guint        n_open;
  gint64       points;     /* base, hundredths */
} YsInspectionLine;

void       ys_inspection_line_free (YsInspectionLine *line);
/* (transfer full) (element-type YsInspectionLine): newest first */
GPtrArray *ys_inspection_list (YsLedger *ledger, const YsInspectionFilter *filter, GError **error);

/* Findings of the same clause at the same place (ys_place_key()) in the calendar month of @at, other
 * than @except_id. (transfer full) (element-type YsFinding) */
GPtrArray *ys_inspection_find_same (YsLedger *ledger, gint64 compound_id, const char *code, const char *place,
                                    YsInstant at, gint64 except_id, GError **error);

/* What the cadence misses around @day. */
typedef struct
{
  YsCadence cadence;
  YsDate    first, last;   /* its span */
  guint     n_done;        /* compounds (TOWN: working days up to @day) that have it */
  guint     n_due;
  GArray   *missing;       /* (element-type gint64): compounds that lack it; TOWN: empty */
} YsCadenceLine;

void       ys_cadence_line_free (YsCadenceLine *line);
/* (transfer full) (element-type YsCadenceLine): one of each cadence */
GPtrArray *ys_inspection_plan (YsLedger *ledger, const YsRegistry *registry, const YsWorkCalendar *calendar,
                               YsDate day, GError **error);

/* The half-typed entry of this user: kept outside the audit log until it is right, there again after
 * a crash. @json NULL forgets it. */
gboolean   ys_inspection_keep_draft (YsLedger *ledger, const char *json, GError **error);
char      *ys_inspection_draft (YsLedger *ledger);

/* Rows pasted from a spreadsheet, and the form that this program printed and somebody filled. */
typedef struct
{
  guint    row;      /* in the grid, from 0 */
  char    *code;     /* (nullable): not known */
  gint64   count;
  char    *place;
  char    *note;
  char    *clause_text; /* as written; "" */
  char    *count_text;
  char    *problem;  /* (nullable): why it cannot be taken, and what to write */
  guint    column;   /* of the problem */
} YsPastedFinding;

/* Something in the form's head that is none of the words, no time. */
typedef struct
{
  const char *field; /* of YsInspection */
  char       *text;  /* as written */
  char       *problem;
} YsWrongHead;

typedef struct
{
  gboolean   is_form;     /* it is our form: the head was read too */
  YsInspection head;      /* what the form states; 0 and NULL: nothing */
  char      *compound;    /* (nullable): as written */
  GPtrArray *wrong_heads; /* (element-type YsWrongHead) */
  GPtrArray *rows;        /* (element-type YsPastedFinding) */
} YsInspectionPaste;

void               ys_inspection_paste_free (YsInspectionPaste *paste);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsInspectionPaste, ys_inspection_paste_free)
/* Columns by heading (条款/代码, 处数, 位置, 情况说明), else clause, count, place, note in that order. A
 * clause by code, name or short name. @book: (nullable): that of the form's day, else of @now's. NULL:
 * the catalogue could not be read. */
YsInspectionPaste *ys_inspection_read_paste (YsLedger *ledger, const YsGrid *grid, YsCatalogueBook *book,
                                             YsInstant now, GError **error);
/* The filled form in a file. REFUSED when there is none, or when several worksheets hold one that is
 * filled; @sheet (nullable) chooses. */
YsInspectionPaste *ys_inspection_read_form (YsLedger *ledger, const char *path, const char *sheet, YsInstant now,
                                            GCancellable *cancellable, GError **error);
/* An inspection of the same compound, level, kind and minute that is not withdrawn: this form was read
 * before. 0 none, -1 on error. */
gint64             ys_inspection_find_visit (YsLedger *ledger, const YsInspection *head, GError **error);
/* The empty form of the catalogue of @now's day; @compound_id 0: for any. A4, to look at and print. */
YsDocument        *ys_inspection_form_document (YsLedger *ledger, gint64 compound_id, YsInstant now, GError **error);
/* The empty form of a catalogue and compound (id 0: any), A4: .xlsx or .pdf by the ending. */
gboolean           ys_inspection_export_form (YsLedger *ledger, const YsRegistry *registry, const YsCatalogueBook *book,
                                              gint64 compound_id, const char *path, YsInstant now, GError **error);

G_END_DECLS
