/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running text on a grid of narrow columns: a paragraph is one cell over all of them, a table's
 * columns take as many as their share of the width. */
#include "config.h"

#include "bulletin.h"

#include "table-style.h"

#define N_COLUMNS 50
#define PIXELS 680        /* A4 portrait between the margins */
#define POINTS_WIDE 510.0 /* the same in points */
#define MAX_PICTURE 330.0 /* points: two on a page */

static const YsCellStyle paragraph = {
  .font = YS_FONT_BODY,
  .size = 28,
  .vertical = YS_ALIGN_CENTER,
  .wrap = TRUE,
};
static const YsCellStyle heading = {
  .font = YS_FONT_BODY,
  .size = 30,
  .bold = TRUE,
  .vertical = YS_ALIGN_CENTER,
  .wrap = TRUE,
};
static const YsCellStyle title = {
  .font = YS_FONT_TITLE,
  .size = 38,
  .horizontal = YS_ALIGN_CENTER,
  .vertical = YS_ALIGN_CENTER,
  .wrap = TRUE,
};
static const YsCellStyle centred = {
  .font = YS_FONT_BODY,
  .size = 24,
  .horizontal = YS_ALIGN_CENTER,
  .vertical = YS_ALIGN_CENTER,
  .wrap = TRUE,
};
static const YsCellStyle caption = {
  .font = YS_FONT_BODY,
  .size = 24,
  .bold = TRUE,
  .horizontal = YS_ALIGN_CENTER,
  .vertical = YS_ALIGN_CENTER,
};

static const YsCellStyle *
style_of (YsBlockKind kind)
{
  switch (kind)
    {
    case YS_BLOCK_TITLE:
      return &title;
    case YS_BLOCK_LINE:
      return &centred;
    case YS_BLOCK_HEADING:
      return &heading;
    case YS_BLOCK_NOTE:
      return &ys_table_note;
    case YS_BLOCK_TABLE:
    case YS_BLOCK_PICTURE:
      return &caption;
    case YS_BLOCK_TEXT:
      return &paragraph;
    }
  g_return_val_if_reached (NULL);
}

/* First lines are indented by two characters, as paper does. */
static guint
add_words (YsSheet *sheet, guint row, const YsTextBlock *block)
{
  g_autofree char *text = block->kind == YS_BLOCK_TEXT ? g_strconcat ("　　", block->text, NULL)
                                                       : g_strdup (block->text);

  if (*text == '\0')
    return row;
  ys_table_merge (sheet, row, 0, N_COLUMNS - 1, text, style_of (block->kind));
  if (block->kind == YS_BLOCK_HEADING || block->kind >= YS_BLOCK_TABLE)
    ys_sheet_keep_with_next (sheet, row);
  return row + 1;
}

static guint
add_row (YsSheet *sheet, guint row, const YsTextBlock *block, guint first)
{
  int sum = 0, used = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->widths[i];
  for (guint i = 0; i < block->n_columns; i++)
    {
      guint from = (guint)(used * N_COLUMNS / sum);
      guint end;

      used += block->widths[i];
      end = (guint)(used * N_COLUMNS / sum);
      ys_table_merge (sheet, row, from, MAX (end, from + 1) - 1, block->cells->pdata[first + i],
                      first == 0 ? &ys_table_head : &ys_table_cell);
    }
  if (first == 0)
    ys_sheet_keep_with_next (sheet, row);
  else
    ys_sheet_set_row_head (sheet, row, row - first / block->n_columns);
  return row + 1;
}

static guint
add_picture (YsSheet *sheet, guint row, const YsTextBlock *block)
{
  double width = cairo_image_surface_get_width (block->surface);
  double height = cairo_image_surface_get_height (block->surface);

  ys_table_merge (sheet, row, 0, N_COLUMNS - 1, NULL, &centred);
  ys_sheet_set_row_height (sheet, row, MIN (MAX_PICTURE, POINTS_WIDE * height / MAX (width, 1)));
  ys_sheet_add_image (sheet, (YsSheetRange){ row, 0, row, N_COLUMNS - 1 }, block->png,
                      block->surface);
  return row + 1;
}

YsSheet *
ys_bulletin_sheet (const YsTextBlocks *blocks)
{
  YsSheet *sheet = ys_sheet_new ("工作简报", N_COLUMNS);
  YsPageSetup page = ys_table_page (FALSE, 1, 0);
  int widths[N_COLUMNS];
  guint row = 0;

  g_return_val_if_fail (blocks != NULL, sheet);

  for (guint i = 0; i < N_COLUMNS; i++)
    widths[i] = (int)((i + 1) * PIXELS / N_COLUMNS - i * PIXELS / N_COLUMNS);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, widths, N_COLUMNS);
  for (guint i = 0; i < blocks->len; i++)
    {
      const YsTextBlock *block = blocks->pdata[i];

      row = add_words (sheet, row, block);
      for (guint k = 0; block->kind == YS_BLOCK_TABLE && k < block->cells->len;
           k += block->n_columns)
        row = add_row (sheet, row, block, k);
      if (block->kind == YS_BLOCK_PICTURE)
        row = add_picture (sheet, row, block);
    }
  return sheet;
}
