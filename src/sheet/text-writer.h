/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets and string tables → CSV and tab-separated text. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

/* UTF-8 with BOM and CRLF, so that Excel opens it in Chinese; cells that a spreadsheet would run as
 * a formula (= + - @) are led by an apostrophe unless they are numbers. */
gboolean ys_csv_write_file (const YsSheet *sheet, const char *path, GError **error);
/* (transfer full): rows of cells for the clipboard; line breaks and tabs inside cells are quoted. */
char    *ys_rows_to_paste (GPtrArray *rows /* (element-type GStrv) */);

G_END_DECLS
