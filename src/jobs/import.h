/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Importing a registry: read, map, judge every row, then all or nothing. */
#pragma once

#include <gio/gio.h>

#include "ledger-types.h"
#include "registry-reader.h"

G_BEGIN_DECLS

typedef enum
{
  YS_VERDICT_NEW,
  YS_VERDICT_SAME,
  YS_VERDICT_CHANGED,
  YS_VERDICT_DOUBTFUL, /* not written until a person decides */
  YS_VERDICT_REFUSED,
  YS_N_VERDICTS
} YsVerdict;

/* "new", "same", "changed", "doubtful", "refused". */
const char *ys_verdict_nick (YsVerdict verdict);

/* What a person decided about a doubtful row. */
typedef enum
{
  YS_ROW_NONE,   /* leave it out */
  YS_ROW_MERGE,  /* it is the compound @match: fill and change that one */
  YS_ROW_NEW,    /* it is another compound */
  YS_ROW_ACCEPT  /* the reading proposed is right */
} YsRowDecision;

typedef struct
{
  char *field;   /* field name */
  char *before;  /* for the eye */
  char *after;
} YsImportChange;

typedef struct
{
  const char *sheet;
  guint       row;       /* as the spreadsheet shows it, from 1 */
  char       *column;    /* (nullable): "D": where a doubt or refusal lies */
  char       *field;     /* (nullable): its field */
  char       *name;
  YsVerdict   verdict;
  char       *reason;    /* (nullable): one sentence: what is wrong, then what to do */
  gint64      match;     /* compound matched or proposed; 0 none */
  gboolean    can_merge; /* which decisions make sense */
  gboolean    can_be_new;
  gboolean    can_accept;
  YsRowDecision  decision;
  GPtrArray  *changes;   /* (element-type YsImportChange): CHANGED and merges */
} YsImportRow;

typedef struct _YsImport YsImport;

typedef struct
{
  const char *sheet;         /* (nullable): name; NULL: every visible sheet that holds a table */
  GStrv       mapping;       /* (nullable): "HEADING=FIELD"; FIELD "" or "-": not imported */
  YsDate      today;         /* reference for months without a year */
} YsImportOptions;

/**
 * ys_import_new:
 *
 * Reads @path and judges every row against the ledger; writes nothing. May run in a thread with a
 * sibling ledger. Errors: YS_SHEET_ERROR_* of the reader, REFUSED when no heading is known.
 */
YsImport   *ys_import_new (YsLedger *ledger, const char *path, const YsImportOptions *options,
                           YsProgressFunc progress, gpointer user_data,
                           GCancellable *cancellable, GError **error);
/* The same of pasted tab-separated text. */
YsImport   *ys_import_new_from_paste (YsLedger *ledger, const char *text, const YsImportOptions *options, GError **error);
void        ys_import_free (YsImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsImport, ys_import_free)

/* "annex3" … "columns"; "mixed" when sheets differ. */
const char *ys_import_shape (const YsImport *import);
const char *ys_import_file_name (const YsImport *import);
guint       ys_import_n_tables (const YsImport *import);
const YsRawTable  *ys_import_table (const YsImport *import, guint index);
guint       ys_import_n_rows (const YsImport *import);
const YsImportRow *ys_import_row (const YsImport *import, guint index);
/* The record as it would be written (REFUSED: as far as read). (transfer none) */
const YsCompound  *ys_import_compound (const YsImport *import, guint index);
/* Names of community and company of row @index as read; (nullable). */
const char *ys_import_community (const YsImport *import, guint index);
const char *ys_import_company (const YsImport *import, guint index);
guint       ys_import_count (const YsImport *import, YsVerdict verdict);
/* Rows that ys_import_apply() would write now. */
guint       ys_import_n_to_write (const YsImport *import);

/* Another field for a heading: judges anew. "" for "not imported". */
gboolean    ys_import_map (YsImport *import, YsLedger *ledger, const char *heading, const char *field, GError **error);
/* FALSE when the row does not offer @decision. */
gboolean    ys_import_decide (YsImport *import, guint index, YsRowDecision decision);

/**
 * ys_import_apply:
 * @skip_refused: FALSE: any refused row refuses the whole import (REFUSED) and nothing is written
 * @out_batch: (out) (optional): id of the batch; 0 when there was nothing to write
 *
 * Backs up, then writes all rows that are new, changed or decided in one change, makes missing
 * communities and companies, remembers the mapping of headings. CONFLICT when the ledger changed
 * since it was judged: judge again.
 */
gboolean    ys_import_apply (YsImport *import, YsLedger *ledger, gboolean skip_refused, YsInstant now,
                             YsProgressFunc progress, gpointer user_data,
                             GCancellable *cancellable, gint64 *out_batch, GError **error);

/* The refused rows with a last column saying why; .xlsx or .csv by the ending. */
gboolean    ys_import_export_refused (const YsImport *import, const char *path, YsInstant now, GError **error);

/* (element-type YsImportBatch) newest first */
GPtrArray  *ys_import_batches (YsLedger *ledger, GError **error);
/* The whole batch; CONFLICT when one of its compounds was changed since. */
gboolean    ys_import_undo (YsLedger *ledger, gint64 batch, GError **error);

G_END_DECLS
