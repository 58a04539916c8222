/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an imported file holds: worksheets of cells as they were typed. Read from .xlsx (minizip and
 * expat, streaming), CSV and TSV (UTF-8 with and without BOM, GB18030), or pasted text. */
#pragma once

#include <gio/gio.h>

#include "date.h"
#include "sheet.h"

G_BEGIN_DECLS

/* Bounds; beyond them a file is refused (TOO_LARGE) in one sentence. */
#define YS_WORKBOOK_MAX_FILE_BYTES  (256u * 1024 * 1024)
#define YS_WORKBOOK_MAX_PART_BYTES  (1024u * 1024 * 1024) /* one part, unpacked */
#define YS_WORKBOOK_MAX_RATIO       200                   /* unpacked : packed, past the first 10 MB */
#define YS_WORKBOOK_MAX_ROWS        1048576
#define YS_WORKBOOK_MAX_COLUMNS     1024
#define YS_WORKBOOK_MAX_CELLS       20000000
#define YS_WORKBOOK_MAX_CELL_BYTES  131072
#define YS_WORKBOOK_MAX_TOTAL_BYTES (2048ull * 1024 * 1024) /* all parts, unpacked */
#define YS_WORKBOOK_MAX_TEXT_BYTES  (512u * 1024 * 1024)  /* all text kept */
#define YS_WORKBOOK_MAX_SHEETS      256
#define YS_WORKBOOK_MAX_MERGES      200000                /* of one sheet */
#define YS_WORKBOOK_LAST_COLUMN     16384                 /* of any spreadsheet; beyond MAX_COLUMNS only empty cells */

typedef enum
{
  YS_CELL_EMPTY,
  YS_CELL_TEXT,
  YS_CELL_NUMBER,
  YS_CELL_DATE,     /* a number with a date format */
  YS_CELL_BOOLEAN,
  YS_CELL_ERROR     /* #REF! … */
} YsCellKind;

typedef struct _YsWorkbook YsWorkbook;
typedef struct _YsGrid YsGrid;

/* By content, not by name: zip, UTF-16/UTF-8/GB18030 text, or refused. */
YsWorkbook   *ys_workbook_read_file (const char *path, GCancellable *cancellable, GError **error);
/* @name: what to call it in sentences. */
YsWorkbook   *ys_workbook_read_bytes (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error);
/* Tab-separated text as pasted from a spreadsheet (quoted cells may hold line breaks). */
YsWorkbook   *ys_workbook_read_paste (const char *text, GError **error);
void          ys_workbook_free (YsWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsWorkbook, ys_workbook_free)

guint         ys_workbook_n_sheets (const YsWorkbook *workbook);
/* (transfer none) */
const YsGrid *ys_workbook_sheet (const YsWorkbook *workbook, guint index);
/* (nullable): by name */
const YsGrid *ys_workbook_find_sheet (const YsWorkbook *workbook, const char *name);

const char   *ys_grid_name (const YsGrid *grid);
gboolean      ys_grid_is_hidden (const YsGrid *grid);
guint         ys_grid_n_rows (const YsGrid *grid);
guint         ys_grid_n_columns (const YsGrid *grid);
/* The first row from @row on that holds anything; n_rows when none does. For a walk over sparse sheets. */
guint         ys_grid_next_row (const YsGrid *grid, guint row);
YsCellKind    ys_grid_kind (const YsGrid *grid, guint row, guint column);
/* What the cell says: text as typed; a number without exponent (13800000000), a date as ISO as far as
 * its format shows it (yyyy"年"m"月": 2020-09); "" when empty. Rich text is joined; phonetic runs left out. Borrowed until the next call for this grid or
 * the workbook's end. */
const char   *ys_grid_text (const YsGrid *grid, guint row, guint column);
/* NUMBER and DATE: the number stored. */
double        ys_grid_number (const YsGrid *grid, guint row, guint column);
const YsSheetRange *ys_grid_merges (const YsGrid *grid, guint *out_n);
/* (nullable): the merge that covers the cell */
const YsSheetRange *ys_grid_merge_at (const YsGrid *grid, guint row, guint column);
/* Cell text; a cell inside a merge gives the value of the merge's first cell. */
const char   *ys_grid_text_merged (const YsGrid *grid, guint row, guint column);

/* (transfer full): "A", "Z", "AA". */
char         *ys_column_name (guint column);

G_END_DECLS
