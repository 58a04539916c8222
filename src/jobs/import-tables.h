/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a file that is imported column by column, cases or findings: which worksheets hold one,
 * which heading stands for which field, and what single cells mean. Seen by the jobs of imports only. */
#pragma once

#include "catalogue-job.h"
#include "column-table.h"
#include "import-index.h"
#include "import.h"
#include "ledger-types.h"

G_BEGIN_DECLS

typedef struct
{
  YsLedger *ledger; /* borrowed */
  const YsWorkbook *workbook;
  YsWorkbook *own_workbook; /* (nullable) */
  char *file_name;
  char *sha256;           /* (nullable) */
  char *sheet;            /* (nullable): the one asked for */
  const char *setting;    /* prefix of the settings that remember headings */
  const char *mark;       /* the field without which a sheet says something else */
  const char *unknown;    /* what to say when no heading is known */
  gboolean any_heads;     /* headings may all be unknown */
  GHashTable *chosen;     /* heading key → field or "" */
  GHashTable *remembered; /* the same, from earlier imports; NULL values too */
  GArray *wanted;         /* YsWantedColumn */
  GPtrArray *tables;      /* YsColumnTable */
} YsImportTables;

/* Takes @wanted; @setting, @mark and @unknown stay. */
void ys_import_tables_begin (YsImportTables *tables, YsLedger *ledger, GArray *wanted, const char *setting,
                             const char *mark, const char *unknown);
void ys_import_tables_clear (YsImportTables *tables);
/* Reads the file @path whole; the batch then names it by its SHA-256. */
gboolean ys_import_tables_open (YsImportTables *tables, const char *path, GCancellable *cancellable, GError **error);
/* Finds the tables. REFUSED when there is none. */
gboolean ys_import_tables_read (YsImportTables *tables, GError **error);
/* One heading, or each "HEADING=FIELD" of @mapping (nullable), before the tables are read; "" or "-" leaves
 * the column out. */
gboolean ys_import_tables_choose (YsImportTables *tables, const char *heading, const char *field, GError **error);
gboolean ys_import_tables_take (YsImportTables *tables, GStrv mapping, GError **error);
/* The same afterwards: one column has a field, the one chosen last. Reads the tables anew. */
gboolean ys_import_tables_map (YsImportTables *tables, const char *heading, const char *field, GError **error);
gboolean ys_import_tables_remember (const YsImportTables *tables, GError **error);

/* (nullable): why @item is refused, where it is one that is. */
typedef const char *(*YsImportRefusedFunc) (gconstpointer item, guint *out_table, guint *out_row);
/* The refused rows as they stand in the file with a last column saying why; .xlsx or .csv by the ending. */
gboolean ys_import_tables_export_refused (const YsImportTables *tables, const GPtrArray *items,
                                          YsImportRefusedFunc refused, const char *path, YsInstant now,
                                          GError **error);

/* What cells mean: NEW when all is well, DOUBTFUL when a person should look, REFUSED; with @out_reason
 * (transfer full) for the latter two. A blank instant is 0 and NEW. @end_of_day: what a day without a time
 * is read as: its last minute, else its first. */
YsVerdict ys_import_read_instant (const YsColumnTable *table, guint row, const char *field, gboolean end_of_day,
                                  YsInstant now, YsInstant *out_instant, char **out_reason);
YsVerdict ys_import_read_compound (const YsImportIndex *index, const char *text, const YsCompound **out_compound,
                                   char **out_reason);
/* @text: not "" */
YsVerdict ys_import_read_clause (const YsCatalogueBook *book, const char *text, const YsClause **out_clause,
                                 char **out_reason);
/* TRUE for what clerks write into cells that say nothing: "", -, /, 无. */
gboolean ys_import_is_blank (const char *text);

G_END_DECLS
