/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row owns its texts and nothing else. */
#include "config.h"

#include "work-row.h"

void
ys_work_row_clear (YsWorkRow *row)
{
  g_return_if_fail (row != NULL);

  g_free (row->number);
  g_free (row->compound);
  g_free (row->code);
  g_free (row->clause);
  g_free (row->place);
  g_free (row->unit);
  *row = (YsWorkRow){ 0 };
}
