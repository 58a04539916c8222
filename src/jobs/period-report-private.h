/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of period-report.h share. */
#pragma once

#include "period-report.h"

#include "period-table.h"

G_BEGIN_DECLS

/* What a report is made from. */
typedef struct
{
  YsLedger              *ledger;
  const YsRegistry      *registry;
  const YsStanding      *standing;
  const YsReportOptions *options;
  YsInstant              now;
  YsInstant              created; /* the same for the same figures of one day */
  YsOffice              *office;
  char                  *place;   /* 山城街道 */
  char                  *period;  /* 2026年10月 */
  char                  *state;   /* 已定稿（第1版） */
  YsPeriodHead           head;    /* borrows the above */
  YsChartData           *charts;  /* (nullable): read when first needed */
  YsStanding            *year;    /* (nullable): the same */
} YsReportWork;

gboolean ys_report_work_init (YsReportWork *work, YsLedger *ledger, const YsRegistry *registry, const YsStanding *standing,
                              const YsReportOptions *options, YsInstant now, GError **error);
void     ys_report_work_clear (YsReportWork *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsReportWork, ys_report_work_clear)

/* @stem（2026年10月）. @sheets, @stem: (transfer full). */
YsDocument *ys_report_work_document (const YsReportWork *work, GPtrArray *sheets, char *stem);
GPtrArray  *ys_report_sheets_new (void);
/* Charts of the standing. (transfer none) */
YsChartData *ys_report_work_charts (YsReportWork *work, GError **error);

/* Without code. (transfer full) */
YsDocument *ys_report_make (YsReportWork *work, YsReportKind kind, GError **error);
YsDocument *ys_report_make_deductions (YsReportWork *work, GError **error);
YsDocument *ys_report_make_annex (YsReportWork *work, int annex, GError **error);
YsDocument *ys_report_make_ranking (YsReportWork *work, GError **error);
YsDocument *ys_report_make_awards (YsReportWork *work, GError **error);
YsDocument *ys_report_make_payout (YsReportWork *work, GError **error);
YsDocument *ys_report_make_annual (YsReportWork *work, GError **error);
YsTextBlocks *ys_report_make_bulletin (YsReportWork *work, GError **error);
/* The blocks as a document. @blocks: (transfer full). (transfer full) */
YsDocument *ys_report_bulletin_document (const YsReportWork *work, YsTextBlocks *blocks);

/* (transfer full) (element-type YsRankingLine) with its texts */
GPtrArray  *ys_report_ranking_lines (const YsReportWork *work);
/* (transfer full) (element-type YsFundClass) with its texts */
GPtrArray  *ys_report_award_classes (const YsReportWork *work);
/* (transfer full) (element-type YsBulletinClause): most places first */
GPtrArray  *ys_report_clauses (YsReportWork *work, GError **error);
/* Whether a table of all (or of the one asked for) has a sheet of this compound. */
gboolean    ys_report_has_sheet (const YsReportWork *work, YsReportKind kind, const YsStandingRow *row);
/* The standing of the year that holds the period. (transfer none) */
YsStanding *ys_report_year (YsReportWork *work, GError **error);

/* Numbers of one period's files. */
typedef struct
{
  YsSpan      span;
  char       *period;
  GHashTable *known;   /* "ranking 3fa2b1c4d5e6" → code */
  GHashTable *hashes;  /* SHA-256 of files that are filed already */
  GHashTable *numbers; /* number with ending → SHA-256 */
  guint       next;
  GPtrArray  *fresh;   /* of YsFiledReport to write */
} YsReportFiling;

YsReportFiling *ys_report_filing_new (YsLedger *ledger, YsSpan span, GError **error);
void            ys_report_filing_free (YsReportFiling *filing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsReportFiling, ys_report_filing_free)
/* (transfer none): the code of this content; @anew: not one that was used before. */
const char     *ys_report_filing_code (YsReportFiling *filing, const char *what, const char *hash, gboolean anew);
/* Notes the file at @path as filed under @code; it is written with ys_report_filing_write(). @volume: from 0, of
 * files that share the code. */
gboolean        ys_report_filing_add (YsReportFiling *filing, YsLedger *ledger, const char *code, const char *what,
                                      const char *path, guint volume, YsInstant now, GError **error);
/* Whether the number @code with the ending of @path is taken by other bytes. */
gboolean        ys_report_filing_clashes (const YsReportFiling *filing, const char *code, const char *path, guint volume,
                                          const char *sha256);
/* CONFLICT when somebody else filed meanwhile. */
gboolean        ys_report_filing_write (YsReportFiling *filing, YsLedger *ledger, GError **error);
/* (transfer full): 12 hexadecimal digits of what the sheets say */
char           *ys_report_hash (GPtrArray *sheets);
/* 验证码：… under each sheet, beneath what is there. */
void            ys_report_stamp (GPtrArray *sheets, const char *code);
char           *ys_file_sha256 (const char *path, GError **error);

/* With its code. (transfer full); @out_code: (transfer none) */
YsDocument *ys_report_make_coded (YsReportWork *work, YsReportFiling *filing, YsReportKind kind, gboolean anew,
                                  const char **out_code, GError **error);
/* Sheets of one workbook; more are volumes: 附件2（第1册）.xlsx. Spreadsheets open so many in a moment, and our reader
 * takes no more than 256. */
#define YS_REPORT_MAX_SHEETS 200

/* Document with code, written to @path or its volumes, reopened and compared; noted in @filing. The files are added to
 * @written. */
gboolean    ys_report_write (YsReportWork *work, YsReportFiling *filing, YsReportKind kind, const char *path,
                             GPtrArray *written, GError **error);
/* A file just written against the standing; kind and compound as in @work. @first: the number, of all sheets, that its
 * first has. */
gboolean    ys_report_check (YsReportWork *work, YsReportKind kind, const char *path, guint first, GError **error);

G_END_DECLS
