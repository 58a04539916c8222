/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the dispatch job share: the table in memory, its content as JSON, the search for
 * earlier submissions, the comparison. */
#pragma once

#include "dispatch.h"

G_BEGIN_DECLS

/* Sheets and pages, made when first asked for. */
typedef struct
{
  GPtrArray *sheets;
  YsPages *pages;
} YsDispatchDrawing;

struct _YsDispatch
{
  YsDate date;
  YsDate due;
  YsInstant created; /* stands in the documents: filing, or the date at 00:00 */
  YsOffice office;
  char *reporter;
  GPtrArray *rows;
  GPtrArray *blanks;
  GPtrArray *doubts;
  GPtrArray *changes;
  GPtrArray *added;
  GPtrArray *removed;
  char *against;
  char *number;      /* that submitting would give, or was given */
  char *stem;
  YsSubmission *filed; /* (nullable) */
  GBytes *workbook;  /* as filed; (nullable) */
  GBytes *pdf;       /* as filed; (nullable) */
  GHashTable *marks; /* compound and column → YsSheetMark */
  YsDispatchDrawing *drawing;
};

YsDispatch *ys_dispatch_alloc (YsDate date, YsDate due);
/* Number and file name, once the office is known. */
void ys_dispatch_set_number (YsDispatch *dispatch, guint correction);
/* A blank keeps its mark when the cell changed too: it is what remains to be done. */
void ys_dispatch_set_mark (YsDispatch *dispatch, gint64 compound_id, YsDispatchColumn column, YsSheetMark mark);
void ys_dispatch_add_blank (YsDispatch *dispatch, const YsDispatchRow *row, YsDispatchColumn column);
/* @sentence: (transfer full) */
void ys_dispatch_add_doubt (YsDispatch *dispatch, gint64 compound_id, const char *name, const char *field, char *sentence);
YsDocumentInfo ys_dispatch_document_info (const YsDispatch *dispatch);

/* dispatch-rows.c: rows, blanks and doubts of the registry as it stands. */
void ys_dispatch_fill (YsDispatch *dispatch, const YsRegistry *registry);

/* dispatch-content.c */
/* (transfer full): rows and office as filed, and the SHA-256 of workbook and PDF. */
char *ys_dispatch_content_write (const YsDispatch *dispatch);
gboolean ys_dispatch_content_read (YsDispatch *dispatch, const char *content, GError **error);
/* (transfer full) (nullable): the SHA-256 that @content states for a file. */
char *ys_dispatch_content_hash (const char *content, const char *file_name);
/* Whether both print the same table: the same rows and the same office. */
gboolean ys_dispatch_content_same (const YsDispatch *a, const YsDispatch *b);

/* dispatch-diff.c: fills changes, added and removed of @dispatch. */
void ys_dispatch_compare (YsDispatch *dispatch, const YsDispatch *before);

/* dispatch-number.c */
/* (transfer full): 调度〔2026〕20号; with a correction 调度〔2026〕20号-更1. */
char *ys_dispatch_number_for (YsDate due, guint correction);
/* The last submission for exactly @due, made before @before_id (0: any); 0 none, -1 error.
 * @out_n: (optional): how many there are */
gint64 ys_dispatch_find_filed (YsLedger *ledger, YsDate due, gint64 before_id, guint *out_n, GError **error);
/* The last one up to @due. */
gint64 ys_dispatch_find_last (YsLedger *ledger, YsDate due, gint64 before_id, GError **error);

/* dispatch-filed.c */
#define YS_DISPATCH_WORKBOOK_ENDING ".xlsx"
#define YS_DISPATCH_PDF_ENDING ".pdf"
/* Workbook and PDF of a filed table, checked. DAMAGED. */
gboolean ys_dispatch_load_files (YsDispatch *dispatch, YsLedger *ledger, GError **error);
gboolean ys_dispatch_write_bytes (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
