/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The progress dispatch table: pre-filled, checked, compared, exported and filed. */
#pragma once

#include "dispatch-table.h"
#include "ledger-types.h"
#include "page-renderer.h"
#include "registry.h"
#include "submission.h"

G_BEGIN_DECLS

typedef struct
{
  gint64      compound_id;
  const char *name;   /* borrowed from the dispatch */
  const char *field;  /* name of the column's field */
} YsDispatchBlank;

typedef struct
{
  gint64      compound_id; /* 0: the office, whose mail or phone note 2 lacks */
  const char *name;        /* borrowed from the dispatch */
  const char *field;       /* name of the column's field; of the office "email", "phone" */
  char       *sentence;
} YsDispatchDoubt;

typedef struct
{
  gint64      compound_id;
  const char *name;
  const char *field;
  char       *before;
  char       *after;
} YsDispatchChange;

/* The table of one date as it stands now, with all that a page says about it. */
typedef struct _YsDispatch YsDispatch;

/* The due date that is still to be met on @today, and which issue of its year it is. */
YsDate      ys_dispatch_due_after (YsDate today);
int         ys_dispatch_issue_of (YsDate due);

/* @date: printed on the table; it answers the next due date on or after it. */
YsDispatch *ys_dispatch_new (YsLedger *ledger, YsDate date, GError **error);
/* The same from a snapshot that the caller has already loaded. */
YsDispatch *ys_dispatch_new_of (YsLedger *ledger, const YsRegistry *registry, YsDate date, GError **error);
/* A filed table, as filed. */
YsDispatch *ys_dispatch_new_filed (YsLedger *ledger, gint64 submission_id, GError **error);
void        ys_dispatch_free (YsDispatch *dispatch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsDispatch, ys_dispatch_free)

YsDate      ys_dispatch_date (const YsDispatch *dispatch);
YsDate      ys_dispatch_due (const YsDispatch *dispatch);
GPtrArray  *ys_dispatch_rows (const YsDispatch *dispatch);     /* (element-type YsDispatchRow) */
GPtrArray  *ys_dispatch_blanks (const YsDispatch *dispatch);   /* (element-type YsDispatchBlank) */
GPtrArray  *ys_dispatch_doubts (const YsDispatch *dispatch);   /* (element-type YsDispatchDoubt) */
/* Number of the last submission up to this due date, the one before where this one is filed; NULL:
 * none yet, and then nothing counts as changed or added. */
const char *ys_dispatch_against (const YsDispatch *dispatch);
GPtrArray  *ys_dispatch_changes (const YsDispatch *dispatch);  /* (element-type YsDispatchChange) */
GPtrArray  *ys_dispatch_added (const YsDispatch *dispatch);    /* (element-type utf8): names */
GPtrArray  *ys_dispatch_removed (const YsDispatch *dispatch);
/* The sheets, marked for the screen; the pages made of them. */
GPtrArray  *ys_dispatch_sheets (const YsDispatch *dispatch);   /* (element-type YsSheet) */
const YsPages *ys_dispatch_pages (const YsDispatch *dispatch);
/* The number that submitting would give. (transfer full) */
char       *ys_dispatch_next_number (const YsDispatch *dispatch);
const char *ys_dispatch_file_name_stem (const YsDispatch *dispatch);

/* .xlsx, .pdf or .png (first page) by the ending. Of a filed table the stored bytes. */
gboolean    ys_dispatch_export (const YsDispatch *dispatch, const char *path, GError **error);

/**
 * ys_dispatch_submit:
 *
 * Numbers and freezes the table with its rows, its workbook and its PDF, in one change. Filing the
 * same due date again makes a correction that names what it corrects; unchanged, it is FORBIDDEN, as
 * is a table without rows. CONFLICT when the registry changed since @dispatch was made: look again.
 *
 * Returns: (transfer full): the submission
 */
YsSubmission *ys_dispatch_submit (YsLedger *ledger, const YsDispatch *dispatch, YsInstant now, GError **error);

/* (element-type YsSubmission): newest first */
GPtrArray  *ys_dispatch_submissions (YsLedger *ledger, GError **error);
/* The filed bytes, checked against their SHA-256; writes every file into @folder, gives the paths. */
GStrv       ys_dispatch_reprint (YsLedger *ledger, gint64 submission_id, const char *folder, GError **error);
/* Whether a file of this SHA-256 was filed: @out_submission (out) (transfer full) (nullable): the one
 * that holds it. FALSE only with an error. */
gboolean    ys_dispatch_find_by_hash (YsLedger *ledger, const char *sha256, YsSubmission **out_submission, GError **error);

G_END_DECLS
