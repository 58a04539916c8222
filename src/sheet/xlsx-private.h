/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of the workbook writer. Inside src/sheet only. */
#pragma once

#include <gio/gio.h>
#include <xlsxwriter.h>

#include "sheet-private.h"

G_BEGIN_DECLS

/* A name that spreadsheets take: at most 31 UTF-16 units, none of []:*?/\', not the look of a cell,
 * not in @taken (a set of case-folded names, which it joins). (transfer full) */
char *ys_xlsx_sheet_name (const char *name, GHashTable *taken);

typedef struct
{
  lxw_workbook *workbook;
  gboolean streaming;   /* constant memory: rows can only be written in order */
  GHashTable *formats;  /* interned YsCellStyle → lxw_format *[] by number format */
  GArray *rows_written; /* guint per sheet, for the check afterwards */
  GCancellable *cancellable;
} YsXlsxBook;

/* Columns, cells and merges of @sheet. Errors name the sheet's cell. */
gboolean ys_xlsx_write_cells (YsXlsxBook *book, lxw_worksheet *worksheet, YsSheet *sheet,
                              GError **error);

/* After the cells. */
gboolean ys_xlsx_write_images (lxw_worksheet *worksheet, const YsSheet *sheet, GError **error);

/* (transfer full): what XML can hold and no program takes for an escape; @text itself, borrowed, when
 * nothing is to be changed, else put into @scratch. */
const char *ys_xlsx_plain_text (const char *text, GString *scratch);

/* Whether every part of the file is there to its end, with as many rows as were written: the
 * library does not notice when its temporary files cannot grow. */
gboolean ys_xlsx_check_file (const char *path, const GArray *rows_written);

G_END_DECLS
