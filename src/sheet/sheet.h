/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An official table as data: cells, merges, styles, page set-up. Built once by an annex; the same
 * sheet becomes .xlsx, the preview on screen, the printed page and the PDF. */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "date.h"

G_BEGIN_DECLS

#define YS_SHEET_ERROR (ys_sheet_error_quark ())
GQuark ys_sheet_error_quark (void);

typedef enum
{
  YS_SHEET_ERROR_NOT_A_TABLE,  /* choose another file (also .xls in disguise, encrypted) */
  YS_SHEET_ERROR_DAMAGED,      /* truncated or malformed: get the file again */
  YS_SHEET_ERROR_TOO_LARGE,    /* beyond the bounds of workbook-reader.h */
  YS_SHEET_ERROR_ENCODING,     /* text in no known encoding */
  YS_SHEET_ERROR_DISK_FULL,
  YS_SHEET_ERROR_FAILED,       /* could not be written; nothing was left behind */
  YS_SHEET_ERROR_CANCELLED
} YsSheetError;

typedef enum
{
  YS_FONT_TITLE, /* 方正小标宋简体, falls back 宋体 bold  */
  YS_FONT_BODY   /* 仿宋_GB2312, falls back 仿宋          */
} YsSheetFont;

typedef enum { YS_ALIGN_START, YS_ALIGN_CENTER, YS_ALIGN_END } YsSheetAlign;

/* A mark that the screen shows and the file never does. */
typedef enum { YS_MARK_NONE, YS_MARK_CHANGED, YS_MARK_BLANK } YsSheetMark;

typedef struct
{
  YsSheetFont  font;
  int          size;       /* half-points: 24 = 12 pt */
  gboolean     bold;
  YsSheetAlign horizontal;
  YsSheetAlign vertical;
  gboolean     wrap;
  gboolean     border;     /* thin, all four sides */
} YsCellStyle;

typedef enum
{
  YS_VALUE_EMPTY,
  YS_VALUE_TEXT,
  YS_VALUE_COUNT,      /* whole number */
  YS_VALUE_HUNDREDTHS, /* shown with two decimals */
  YS_VALUE_DATE        /* full: a real date cell; partial: text */
} YsValueKind;

typedef struct
{
  YsValueKind kind;
  const char *text;    /* TEXT; borrowed */
  gint64      number;  /* COUNT, HUNDREDTHS */
  YsDate      date;    /* DATE */
} YsSheetValue;

#define YS_SHEET_TEXT(t) ((YsSheetValue){ .kind = YS_VALUE_TEXT, .text = (t) })
#define YS_SHEET_COUNT(n) ((YsSheetValue){ .kind = YS_VALUE_COUNT, .number = (n) })
#define YS_SHEET_HUNDREDTHS(n) ((YsSheetValue){ .kind = YS_VALUE_HUNDREDTHS, .number = (n) })
#define YS_SHEET_DATE(d) ((YsSheetValue){ .kind = YS_VALUE_DATE, .date = (d) })
#define YS_SHEET_EMPTY ((YsSheetValue){ .kind = YS_VALUE_EMPTY })

typedef struct { guint row, column, row_end, column_end; } YsSheetRange; /* inclusive, from 0 */

typedef struct
{
  gboolean     landscape;          /* A4 always */
  double       margin_mm[4];       /* top, right, bottom, left */
  gboolean     fit_to_width;
  guint        repeat_first;       /* head rows repeated on each page: first … */
  guint        repeat_last;        /* … last; first > last: none */
  const char  *footer_left;        /* (nullable), static or interned; %p page, %n pages */
  const char  *footer_center;
  const char  *footer_right;
} YsPageSetup;

typedef struct _YsSheet YsSheet;

YsSheet    *ys_sheet_new (const char *name, guint n_columns);
YsSheet    *ys_sheet_ref (YsSheet *sheet);
void        ys_sheet_unref (YsSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsSheet, ys_sheet_unref)

const char *ys_sheet_name (const YsSheet *sheet);
guint       ys_sheet_n_rows (const YsSheet *sheet);    /* last row set, or given by the source, plus one */
guint       ys_sheet_n_columns (const YsSheet *sheet);
/* Width in characters of the default font, as spreadsheets count it. */
void        ys_sheet_set_column_width (YsSheet *sheet, guint column, double characters);
double      ys_sheet_column_width (const YsSheet *sheet, guint column);
/* Copies text and style. Rows may be set in any order. */
void        ys_sheet_set (YsSheet *sheet, guint row, guint column, YsSheetValue value, const YsCellStyle *style);
/* The value goes to the first cell; all cells of the range take the style. Ranges never overlap. */
void        ys_sheet_merge (YsSheet *sheet, YsSheetRange range, YsSheetValue value, const YsCellStyle *style);
void        ys_sheet_set_mark (YsSheet *sheet, guint row, guint column, YsSheetMark mark);
/* For a click in the preview: whatever the annex wants to find again (a compound's id, a field's name). */
void        ys_sheet_set_origin (YsSheet *sheet, guint row, guint column, gint64 id, const char *field);
/* Height in points; without it the height comes from the wrapped text of the row's cells and of
 * merged cells that end in it. */
void        ys_sheet_set_row_height (YsSheet *sheet, guint row, double points);
/* On paper @row stands on the page of the row after it: a heading and its table. */
void        ys_sheet_keep_with_next (YsSheet *sheet, guint row);
/* On paper @head is repeated above @row where a page begins with it: one of several tables of a sheet. */
void        ys_sheet_set_row_head (YsSheet *sheet, guint row, guint head);
void        ys_sheet_set_page (YsSheet *sheet, const YsPageSetup *page);

/* A picture, as large as the box of @range (one row) lets it be, in its middle. */
typedef struct
{
  YsSheetRange     range;
  GBytes          *jpeg;    /* what the workbook and the PDF hold; a chart: .png */
  cairo_surface_t *surface; /* the same pixels, for the page */
} YsSheetImage;

/* Keeps a reference to both. @surface has the width and height of @jpeg. */
void                ys_sheet_add_image (YsSheet *sheet, YsSheetRange range, GBytes *jpeg, cairo_surface_t *surface);
const YsSheetImage *ys_sheet_images (const YsSheet *sheet, guint *out_n);
/* Where the picture stands in a box of this size; all in one unit. */
void                ys_sheet_image_fit (const YsSheetImage *image, double width, double height, double *out_x,
                                        double *out_y, double *out_width, double *out_height);

/* Many rows without keeping them: @fill sets the cells of @row (counted as in the sheet) through
 * ys_sheet_row_set() when a writer asks, in order. Rows of the source have one height and no merges. */
typedef struct _YsSheetRow YsSheetRow;
typedef void (*YsSheetFillFunc) (YsSheetRow *cells, guint row, gpointer user_data);
void        ys_sheet_set_source (YsSheet *sheet, guint first_row, guint n_rows,
                                 YsSheetFillFunc fill, gpointer user_data, GDestroyNotify destroy);
void        ys_sheet_row_set (YsSheetRow *cells, guint column, YsSheetValue value, const YsCellStyle *style);

/* Reading, for renderers and tests. */
YsSheetValue        ys_sheet_get (const YsSheet *sheet, guint row, guint column);
const YsCellStyle  *ys_sheet_style (const YsSheet *sheet, guint row, guint column);
YsSheetMark         ys_sheet_mark (const YsSheet *sheet, guint row, guint column);
gboolean            ys_sheet_origin (const YsSheet *sheet, guint row, guint column, gint64 *out_id, const char **out_field);
const YsSheetRange *ys_sheet_merges (const YsSheet *sheet, guint *out_n);
const YsPageSetup  *ys_sheet_page (const YsSheet *sheet);
double              ys_sheet_row_height (const YsSheet *sheet, guint row); /* points, set or computed */
/* (transfer full): the value as it is printed. */
char               *ys_sheet_value_to_text (YsSheetValue value);

G_END_DECLS
