/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workbook taken apart without our own reader or writer: the zip by minizip, the parts by
 * GMarkup. Tests look at what a spreadsheet program would find in the file. */
#pragma once

#include <glib.h>

typedef struct _XlsxParts XlsxParts;

/* Aborts the test when the file is no workbook. */
XlsxParts *xlsx_parts_open (const char *path);
void xlsx_parts_free (XlsxParts *parts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxParts, xlsx_parts_free)

guint xlsx_parts_n_sheets (const XlsxParts *parts);
const char *xlsx_parts_sheet_name (const XlsxParts *parts, guint sheet);
/* Cells with a value or a formula. */
guint xlsx_parts_n_values (const XlsxParts *parts, guint sheet);

typedef struct
{
  char *text; /* as stored; "" for a cell without value */
  gboolean is_number;
  gboolean is_formula;
  char *font;
  double size;
  gboolean bold;
  char *horizontal; /* "" when not set */
  char *vertical;
  gboolean wrap;
  gboolean border; /* thin on all four sides */
  char *number_format;
} XlsxCell;

void xlsx_cell_clear (XlsxCell *cell);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XlsxCell, xlsx_cell_clear)
/* FALSE where the sheet has no such cell. */
gboolean xlsx_parts_cell (const XlsxParts *parts, guint sheet, const char *ref, XlsxCell *out_cell);

/* (transfer full): the ranges, sorted, parted by blanks. */
char *xlsx_parts_merges (const XlsxParts *parts, guint sheet);
/* In characters; 0 when not set. @column from 1. */
double xlsx_parts_width (const XlsxParts *parts, guint sheet, guint column);
/* In points; 0 when not set. @row from 1. */
double xlsx_parts_height (const XlsxParts *parts, guint sheet, guint row);
/* An attribute of the first such element of the worksheet; NULL when it is not there. */
const char *
xlsx_parts_attribute (const XlsxParts *parts, guint sheet, const char *element, const char *name);
const char *xlsx_parts_footer (const XlsxParts *parts, guint sheet);
/* Of the workbook: e.g. _xlnm.Print_Titles of @sheet; NULL when it is not there. */
const char *xlsx_parts_defined_name (const XlsxParts *parts, guint sheet, const char *name);
