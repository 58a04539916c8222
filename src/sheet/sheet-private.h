/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writers and the renderer know of a sheet beyond its public face: one stored cell, the row
 * that a source fills, and the measures that workbook and page share. Inside src/sheet only. A sheet
 * belongs to one thread at a time: reading a source row, or a computed height, fills a cache. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

/* Leading of wrapped text, and the air of a row, in ems of the cell's font. */
#define YS_SHEET_LINE_EMS 1.35
#define YS_SHEET_ROW_AIR_EMS 0.5
/* Between a cell's edge and its text, points. */
#define YS_SHEET_PADDING 2.25
/* What a spreadsheet gives a row without cells, and its limit, points. */
#define YS_SHEET_DEFAULT_HEIGHT 15.0
#define YS_SHEET_MAX_HEIGHT 409.5
#define YS_SHEET_DEFAULT_WIDTH 8.43

typedef struct
{
  YsValueKind kind;
  YsSheetMark mark;
  const YsCellStyle *style; /* interned in the sheet; NULL: nothing was set here */
  const char *text;         /* in the sheet's string chunk */
  gint64 number;
  YsDate date;
  gboolean has_origin;
  gint64 origin_id;
  const char *origin_field; /* (nullable), interned */
  guint merge;              /* index into the merges plus one; 0: none */
} YsSheetCell;

typedef struct
{
  guint first_row;
  guint n_rows; /* 0: no source */
  double height; /* points; 0: computed */
  YsSheetFillFunc fill;
  gpointer user_data;
  GDestroyNotify destroy;
} YsSheetSource;

typedef struct
{
  YsSheetCell *cells; /* (nullable): n_columns of them */
  double height;      /* as set, points; 0: none */
  guint head;         /* row repeated above it on a new page, plus one; 0: none */
  gboolean keep;      /* with the next row */
} YsSheetLine;

struct _YsSheet
{
  gatomicrefcount ref_count;
  char *name;
  guint n_columns;
  guint n_rows;       /* last row with a cell, plus one */
  double *widths;     /* characters */
  GPtrArray *rows;    /* (element-type YsSheetLine) (nullable elements) */
  GArray *merges;     /* YsSheetRange */
  GArray *images;     /* YsSheetImage */
  GHashTable *styles; /* YsCellStyle as a set */
  GStringChunk *texts;
  YsPageSetup page;
  YsSheetSource source;
  YsSheetRow *scratch;  /* (nullable): the source's row last read … */
  guint scratch_row;    /* … and its number */
  double *heights;      /* (nullable): computed; dropped by every change */
};

extern const YsCellStyle ys_sheet_default_style;

/* (nullable): what was set at a cell; never of a source's row. */
const YsSheetCell *ys_sheet_cell (const YsSheet *sheet, guint row, guint column);
/* (nullable): the merge that holds a cell. */
const YsSheetRange *ys_sheet_merge_at (const YsSheet *sheet, guint row, guint column);
const YsSheetSource *ys_sheet_source (const YsSheet *sheet);
gboolean ys_sheet_is_source_row (const YsSheet *sheet, guint row);
/* One copy of each style for the life of the sheet, so that styles compare as pointers. */
const YsCellStyle *ys_sheet_intern_style (YsSheet *sheet, const YsCellStyle *style);
/* Height as set, in points; 0: none was set. */
double ys_sheet_height_set (const YsSheet *sheet, guint row);
gboolean ys_sheet_is_kept (const YsSheet *sheet, guint row);
/* The row of ys_sheet_set_row_head(); FALSE: none. */
gboolean ys_sheet_row_head (const YsSheet *sheet, guint row, guint *out_head);

void ys_sheet_image_clear (YsSheetImage *image);

/* Scratch for the rows of a source; @cells hold until the next fill. */
YsSheetRow *ys_sheet_row_new (YsSheet *sheet);
void ys_sheet_row_free (YsSheetRow *cells);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSheetRow, ys_sheet_row_free)
void ys_sheet_row_fill (YsSheetRow *cells, guint row);
YsSheetValue ys_sheet_row_value (const YsSheetRow *cells, guint column);
/* (nullable): interned in the sheet. */
const YsCellStyle *ys_sheet_row_style (const YsSheetRow *cells, guint column);

/* Width of a column in points: a width of w characters is 7w + 5 pixels of 1/96 inch. */
double ys_sheet_width_points (double characters);
/* Points of @lines lines of a style. */
double ys_sheet_lines_height (const YsCellStyle *style, guint lines);
/* Lines that @text takes when wrapped at @columns half ems, Han 2 and others 1 wide: words hold
 * together, no line starts with a closing mark. Needs no font. At least 1. */
guint ys_sheet_wrap_lines (const char *text, double columns);
/* Heights of all stored rows, by that measure. (transfer full) */
double *ys_sheet_compute_heights (const YsSheet *sheet, guint n_rows);
/* Whether a value is written as text, so that it may wrap. */
gboolean ys_sheet_value_is_text (YsSheetValue value);

G_END_DECLS
