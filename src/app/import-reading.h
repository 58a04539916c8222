/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of cases or of findings read, judged, and if asked written, in one run of a thread. */
#pragma once

#include "import.h"
#include "registry-reader.h"
#include "session.h"

G_BEGIN_DECLS

typedef enum
{
  YS_IMPORT_CASES,
  YS_IMPORT_FINDINGS,
} YsImportKind;

typedef struct
{
  YsImportKind kind;
  char *path;
  GStrv mapping; /* (nullable): "HEADING=FIELD" */
  int level;     /* YsInspectionLevel of cases that tell none; 0: none */
  YsInstant now;
  gboolean write;
  gboolean skip_refused;
  gboolean accept_doubtful;
  char *refused_path; /* (nullable): where the refused rows go */
} YsImportRequest;

void ys_import_request_free (gpointer request);

typedef struct
{
  guint row; /* in the grid, from 0 */
  YsVerdict verdict;
  char *what; /* (nullable): a case's number, a finding's clause, as read */
  char *compound;
  char *reason; /* (nullable) */
} YsImportLine;

/* Copies: the import ends with its thread. */
typedef struct
{
  GPtrArray *rows;    /* (element-type YsImportLine) */
  GPtrArray *columns; /* (element-type YsTableColumn) */
  guint counts[YS_N_VERDICTS];
} YsImportReading;

void ys_import_reading_free (YsImportReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsImportReading, ys_import_reading_free)

/* A YsSessionJob over a YsImportRequest that makes a YsImportReading. */
gpointer ys_import_reading_run (YsLedger *ledger,
                                YsProgressFunc progress,
                                gpointer progress_data,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
