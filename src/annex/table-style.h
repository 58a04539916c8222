/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The look that official tables share: fonts and sizes of title, heads, cells and notes, page set-up,
 * widths. One place, so that every annex prints alike. */
#pragma once

#include "sheet.h"

G_BEGIN_DECLS

extern const YsCellStyle ys_table_title;   /* 方正小标宋简体 22 pt, centred */
extern const YsCellStyle ys_table_line;    /* a line of text over or under the table, no border */
extern const YsCellStyle ys_table_line_end;
extern const YsCellStyle ys_table_head;    /* bold, centred, wrapped, bordered */
extern const YsCellStyle ys_table_cell;    /* centred, wrapped, bordered */
extern const YsCellStyle ys_table_text;    /* the same from the left: sentences */
extern const YsCellStyle ys_table_number;  /* the same to the right */
extern const YsCellStyle ys_table_note;    /* under the table, wrapped */

/* Points: the heights that the annexes' titles and lines take. */
#define YS_TABLE_TITLE_HEIGHT 40
#define YS_TABLE_LINE_HEIGHT  22

/* A4 with page x of y; heads first to last repeated (first > last: none). */
YsPageSetup ys_table_page (gboolean landscape, guint head_first, guint head_last);
/* Column widths in pixels at 96 dpi, as spreadsheets draw them: 1009 fill A4 landscape, 680 portrait. */
void        ys_table_set_widths (YsSheet *sheet, const int *pixels, guint n);
/* One row's cells from @first to @last as one. */
void        ys_table_merge (YsSheet *sheet, guint row, guint first, guint last, const char *text,
                            const YsCellStyle *style);
/* Title over all columns. */
void        ys_table_set_title (YsSheet *sheet, guint row, const char *title);
void        ys_table_set_heads (YsSheet *sheet, guint row, const char *const *heads, guint n);

G_END_DECLS
