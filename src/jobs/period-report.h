/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The official tables of a period, and its whole folder with a manifest. */
#pragma once

#include "chart-job.h"
#include "document.h"
#include "period-job.h"

G_BEGIN_DECLS

typedef enum /* the order of ys_report_names: CLI.md */
{
  YS_REPORT_STANDARDS,
  YS_REPORT_DEDUCTIONS,
  YS_REPORT_ANNEX2,
  YS_REPORT_ANNEX3,
  YS_REPORT_RANKING,
  YS_REPORT_AWARDS,
  YS_REPORT_PAYOUT,
  YS_REPORT_ANNUAL,
  YS_REPORT_BULLETIN,
  YS_N_REPORTS
} YsReportKind;

const char *ys_report_name (YsReportKind kind);
int         ys_report_from_name (const char *name); /* -1 */
const char *ys_report_label (YsReportKind kind);

/* Whether the table of one compound would say anything: it was assessed, has a sheet, has an award. */
gboolean    ys_report_is_about (const YsStanding *standing, YsReportKind kind, gint64 compound_id);

typedef struct
{
  gint64   compound_id;   /* 0: all that have it */
  gboolean with_personal; /* account and identity numbers of the payout list */
} YsReportOptions;

/* (transfer full): as previewed, printed and written; carries its verification code in the last line. */
YsDocument *ys_report_document (YsLedger *ledger, const YsRegistry *registry, const YsStanding *standing, YsReportKind kind,
                                const YsReportOptions *options, YsInstant now, GError **error);
/* .xlsx or .pdf (and .docx of the bulletin) by the ending. A workbook or .docx is reopened and its totals, ranks and row
 * counts compared with the standing: a difference is an error and the file is taken away. More than 200 sheets become
 * volumes beside @path, 附件2（第1册）.xlsx. @written: (nullable): what was written is added to it (filenames, to be
 * freed). Writes a line of the filed reports. */
gboolean    ys_report_export (YsLedger *ledger, const YsRegistry *registry, const YsStanding *standing, YsReportKind kind,
                              const YsReportOptions *options, const char *path, YsInstant now, GPtrArray *written,
                              GError **error);
/* Whether anybody entered a sheet of @annex (2, 3) for @span. */
gboolean    ys_report_find_sheet (YsLedger *ledger, YsSpan span, int annex, gboolean *out_found, GError **error);
/* Everything of the period into @folder (made; refused when not empty): 01-排名 … with charts, deck and manifest of SHA-256
 * sums; numbered without a gap, and what has nothing to say is named in the manifest. Memory does not grow with rows. */
gboolean    ys_report_export_all (YsLedger *ledger, const YsRegistry *registry, const YsStanding *standing, const YsReportOptions *options,
                                  const char *folder, YsInstant now, YsProgressFunc progress, gpointer user_data,
                                  GCancellable *cancellable, GError **error);

/* Whether a file is one that this ledger wrote or filed: dispatch tables too. */
typedef struct
{
  gboolean  filed;
  char     *number;
  char     *what;
  YsDate    date;
  char     *user;
  char     *sha256;  /* of the file */
} YsFileVerdict;
void        ys_file_verdict_clear (YsFileVerdict *verdict);
gboolean    ys_report_verify (YsLedger *ledger, const char *path, YsFileVerdict *out_verdict, GError **error);

G_END_DECLS
