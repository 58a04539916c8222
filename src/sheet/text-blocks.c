/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a running text. */
#include "config.h"

#include "text-blocks.h"

static void
block_free (YsTextBlock *block)
{
  g_free (block->text);
  g_free (block->label);
  g_free (block->widths);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_clear_pointer (&block->png, g_bytes_unref);
  g_clear_pointer (&block->surface, cairo_surface_destroy);
  g_free (block);
}

YsTextBlocks *
ys_text_blocks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)block_free);
}

static YsTextBlock *
add (YsTextBlocks *blocks, YsBlockKind kind, const char *text)
{
  YsTextBlock *block = g_new0 (YsTextBlock, 1);

  block->kind = kind;
  block->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (blocks, block);
  return block;
}

void
ys_text_blocks_add (YsTextBlocks *blocks, YsBlockKind kind, const char *text)
{
  g_return_if_fail (blocks != NULL);
  g_return_if_fail (kind != YS_BLOCK_TABLE && kind != YS_BLOCK_PICTURE);

  add (blocks, kind, text);
}

YsTextBlock *
ys_text_blocks_add_table (YsTextBlocks *blocks,
                          const char *text,
                          const char *const *heads,
                          const int *widths,
                          guint n_columns)
{
  YsTextBlock *block;

  g_return_val_if_fail (blocks != NULL && n_columns > 0, NULL);

  block = add (blocks, YS_BLOCK_TABLE, text);
  block->n_columns = n_columns;
  block->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  block->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; heads != NULL && i < n_columns; i++)
    ys_text_block_add_cell (block, heads[i]);
  return block;
}

void
ys_text_block_add_cell (YsTextBlock *table, const char *text)
{
  g_return_if_fail (table != NULL && table->kind == YS_BLOCK_TABLE);

  g_ptr_array_add (table->cells, g_strdup (text != NULL ? text : ""));
}

void
ys_text_blocks_add_picture (YsTextBlocks *blocks,
                            const char *text,
                            const char *label,
                            GBytes *png,
                            cairo_surface_t *surface)
{
  YsTextBlock *block;

  g_return_if_fail (blocks != NULL && png != NULL && surface != NULL);

  block = add (blocks, YS_BLOCK_PICTURE, text);
  block->label = g_strdup (label != NULL ? label : "");
  block->png = g_bytes_ref (png);
  block->surface = cairo_surface_reference (surface);
}
