/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A running text with tables and pictures: the bulletin as data. It becomes a .docx that office
 * programs edit, or a sheet that is previewed and printed. */
#pragma once

#include "xlsx-writer.h"

G_BEGIN_DECLS

typedef enum
{
  YS_BLOCK_TITLE,
  YS_BLOCK_LINE,     /* centred, under the title */
  YS_BLOCK_HEADING,
  YS_BLOCK_TEXT,     /* a paragraph, first line indented */
  YS_BLOCK_NOTE,     /* small, not indented */
  YS_BLOCK_TABLE,
  YS_BLOCK_PICTURE
} YsBlockKind;

typedef struct
{
  YsBlockKind      kind;
  char            *text;      /* TABLE, PICTURE: what stands over it */
  guint            n_columns; /* TABLE */
  int             *widths;    /* TABLE: parts of the width */
  GPtrArray       *cells;     /* TABLE: texts by row; the first row are the heads */
  char            *label;     /* PICTURE: what it shows, for who cannot see it */
  GBytes          *png;       /* PICTURE */
  cairo_surface_t *surface;   /* PICTURE: its pixels; NULL where it was read from a file */
} YsTextBlock;

typedef GPtrArray YsTextBlocks; /* (element-type YsTextBlock) */

YsTextBlocks *ys_text_blocks_new (void);
void          ys_text_blocks_add (YsTextBlocks *blocks, YsBlockKind kind, const char *text);
/* @heads: (nullable): the first row is added with the others. */
YsTextBlock  *ys_text_blocks_add_table (YsTextBlocks *blocks, const char *text, const char *const *heads,
                                        const int *widths, guint n_columns);
/* One cell after the other. */
void          ys_text_block_add_cell (YsTextBlock *table, const char *text);
/* Keeps references. */
void          ys_text_blocks_add_picture (YsTextBlocks *blocks, const char *text, const char *label, GBytes *png,
                                          cairo_surface_t *surface);

/* WordprocessingML, A4 portrait. Same blocks and @info, same bytes. (transfer full) */
GBytes       *ys_docx_write_bytes (const YsTextBlocks *blocks, const YsDocumentInfo *info, GError **error);
/* What ys_docx_write_bytes() wrote, also after it was edited: pictures without surface. DAMAGED, NOT_A_TABLE.
 * (transfer full) */
YsTextBlocks *ys_docx_read_file (const char *path, GError **error);
/* Temp, fsync, rename. */
gboolean      ys_docx_write_file (const YsTextBlocks *blocks, const YsDocumentInfo *info, const char *path, GError **error);

G_END_DECLS
