/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels beside their marks. Those that would touch are joined to a block that stands at the mean
 * of their wishes; blocks that touch are joined again. Linear in the number of labels. */
#include "config.h"

#include "slide.h"

typedef struct
{
  double wish; /* sum of where the first label of the block should be, for each of its labels */
  guint first, n;
} Block;

static double
block_place (const Block *block, double pitch, double low, double high)
{
  double place = block->wish / block->n;

  return MAX (MIN (place, high - pitch * (block->n - 1)), low);
}

void
ys_spread_labels (double *places, guint n, double pitch, double low, double high)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      Block block = { places[i], i, 1 };

      while (n_blocks > 0)
        {
          const Block *before = &blocks[n_blocks - 1];

          if (block_place (before, pitch, low, high) + pitch * before->n
              <= block_place (&block, pitch, low, high))
            break;
          block.wish += before->wish - pitch * before->n * block.n;
          block.first = before->first;
          block.n += before->n;
          n_blocks--;
        }
      blocks[n_blocks++] = block;
    }
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < blocks[b].n; i++)
      places[blocks[b].first + i] = block_place (&blocks[b], pitch, low, high) + pitch * i;
}
