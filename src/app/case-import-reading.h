/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A platform's file read, judged, and if asked written, in one run of a thread. */
#pragma once

#include "case-job.h"
#include "registry-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  YsCaseImportOptions options; /* its mapping is freed with it */
  gboolean write;
  gboolean skip_refused;
  gboolean accept_doubtful;
  char *refused_path; /* (nullable): where the refused rows go */
} YsCaseRequest;

void ys_case_request_free (gpointer request);

/* Copies: the import ends with its thread. */
typedef struct
{
  GPtrArray *rows;    /* (element-type YsCaseRow) */
  GPtrArray *columns; /* (element-type YsTableColumn) */
  guint counts[YS_N_CASE_VERDICTS];
} YsCaseReading;

void ys_case_reading_free (YsCaseReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsCaseReading, ys_case_reading_free)

/* A YsSessionJob over a YsCaseRequest that makes a YsCaseReading. */
gpointer ys_case_reading_run (YsLedger *ledger,
                              YsProgressFunc progress,
                              gpointer progress_data,
                              gpointer data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
