/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the workbook reader share: cells in memory, bounded zip parts and bounded
 * XML. Not for other folders. */
#pragma once

#include <expat.h>

#include "workbook.h"

G_BEGIN_DECLS

/* How much of a DATE cell its format shows. */
typedef enum
{
  YS_PRECISION_NONE, /* no date */
  YS_PRECISION_DAY,
  YS_PRECISION_MONTH,
  YS_PRECISION_YEAR
} YsPrecision;

/* 16 bytes; empty cells are not kept. */
typedef struct
{
  union
  {
    double number;    /* NUMBER, DATE */
    const char *text; /* all others; in the workbook's arena or static */
  };
  guint16 column;
  guint8 kind;      /* YsCellKind */
  guint8 precision; /* YsPrecision */
} YsCell;

/* Only rows that hold a cell are kept, so a single cell in row 1,048,576 costs nothing. */
typedef struct
{
  guint32 row;
  guint32 first; /* index of its first cell */
} YsGridRow;

/* The part of one merge that lies in one column. */
typedef struct
{
  guint32 row;
  guint32 row_end;
  guint32 merge;
} YsMergePart;

struct _YsGrid
{
  char *name;
  gboolean hidden;
  gboolean date_1904;
  GArray *cells;  /* YsCell: by row, then column */
  GArray *rows;   /* YsGridRow: ascending */
  GArray *merges; /* YsSheetRange: as the file states them */
  guint n_columns;
  GPtrArray *merge_columns; /* (element-type GArray of YsMergePart): by column, ascending rows */
  guint cursor;             /* row entry found last */
  char *scratch;
};

struct _YsWorkbook
{
  GPtrArray *grids;
  GStringChunk *texts;
  gsize text_bytes;
  guint64 n_cells;
  gboolean date_1904;
};

YsWorkbook *ys_workbook_new (void);
/* A copy in the arena, which bounds the workbook's memory; NULL with TOO_LARGE. */
const char *ys_workbook_keep (YsWorkbook *workbook, const char *text, gsize length, GError **error);

YsGrid *ys_workbook_add_grid (YsWorkbook *workbook, const char *name);
void ys_grid_free (YsGrid *grid);
/* Rows may not go back; columns may. A cell given twice keeps the last value. */
gboolean ys_grid_append (
    YsWorkbook *workbook, YsGrid *grid, guint row, guint column, YsCell cell, GError **error);
/* Bounds @column, also of a cell that is empty and not kept. */
gboolean ys_grid_check_column (guint column, gboolean empty, GError **error);
void ys_grid_add_merge (YsGrid *grid, YsSheetRange range);
gboolean ys_grid_finish (YsGrid *grid, GError **error);

/* Damaged files share one sentence. */
void ys_workbook_set_damaged (GError **error);

/* Zip: parts are read in pieces, and every piece is counted against the bounds. */
typedef struct _YsZip YsZip;
YsZip *ys_zip_open (GBytes *bytes, GError **error);
void ys_zip_free (YsZip *zip);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsZip, ys_zip_free)
gboolean ys_zip_has (YsZip *zip, const char *part);
gboolean ys_zip_open_part (YsZip *zip, const char *part, GError **error);
/* Bytes read, 0 at the end, -1 on error. */
int ys_zip_read (YsZip *zip, void *buffer, guint size, GError **error);
/* FALSE where the checksum does not fit. */
gboolean ys_zip_close_part (YsZip *zip, GError **error);

/* XML: names come without prefix. Handlers stop the parser with ys_xml_fail(). */
typedef struct _YsXml YsXml;
typedef void (*YsXmlStart) (YsXml *xml, const char *name, const char **attributes, gpointer data);
typedef void (*YsXmlEnd) (YsXml *xml, const char *name, gpointer data);

struct _YsXml
{
  XML_Parser parser;
  YsXmlStart start;
  YsXmlEnd end;
  gpointer data;
  GString *text; /* collected while @collect */
  gboolean collect;
  guint depth;
  GError *error;
};

/* Reads @part from begin to end. */
gboolean ys_xml_read_part (YsZip *zip,
                           const char *part,
                           YsXmlStart start,
                           YsXmlEnd end,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);
void ys_xml_fail (YsXml *xml, GError *error);
void ys_xml_fail_damaged (YsXml *xml);
/* (nullable): an attribute by its name without prefix; @prefixed: only with one (r:id). */
const char *ys_xml_attribute (const char **attributes, const char *name, gboolean prefixed);
/* Decimal digits only, at most @max. */
gboolean ys_xml_parse_uint (const char *text, guint max, guint *out_value);
gboolean ys_xml_parse_flag (const char *text);
/* _x000D_ and its like, in place. */
void ys_xml_unescape (GString *text);

/* Which dates a style shows; index is a cell's s="…". */
typedef struct
{
  GArray *precisions; /* guint8 by style */
} YsWorkbookStyles;

void ys_workbook_styles_clear (YsWorkbookStyles *styles);
gboolean ys_workbook_styles_read (YsWorkbookStyles *styles,
                                  YsZip *zip,
                                  const char *part,
                                  GCancellable *cancellable,
                                  GError **error);
YsPrecision ys_workbook_styles_precision (const YsWorkbookStyles *styles, guint style);
/* What a number format shows; for tests too. */
YsPrecision ys_number_format_precision (const char *code);
YsPrecision ys_number_format_builtin (guint id);

/* (element-type const char *): the shared strings, in the workbook's arena. */
gboolean ys_workbook_strings_read (YsWorkbook *workbook,
                                   GPtrArray *strings,
                                   YsZip *zip,
                                   const char *part,
                                   GCancellable *cancellable,
                                   GError **error);

gboolean ys_workbook_sheet_read (YsWorkbook *workbook,
                                 YsGrid *grid,
                                 GPtrArray *strings,
                                 const YsWorkbookStyles *styles,
                                 YsZip *zip,
                                 const char *part,
                                 GCancellable *cancellable,
                                 GError **error);

YsWorkbook *ys_workbook_read_xlsx (GBytes *bytes, GCancellable *cancellable, GError **error);

/* (transfer full): valid UTF-8 without BOM. */
char *ys_text_decode (GBytes *bytes, gsize *out_length, GError **error);
/* @delimiter 0: sniffed. */
YsWorkbook *ys_workbook_read_delimited (const char *text,
                                        gsize length,
                                        const char *sheet_name,
                                        char delimiter,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
