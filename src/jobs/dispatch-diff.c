/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two tables: by compound and column, in the printed text, so that the summary
 * says what a person would see with both papers side by side. */
#include "config.h"

#include "dispatch-private.h"

static GHashTable *
index_rows (GPtrArray *rows)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      YsDispatchRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (index, &row->compound_id, row);
    }
  return index;
}

static void
compare_row (YsDispatch *dispatch, const YsDispatchRow *before, const YsDispatchRow *after)
{
  for (guint column = 0; column < YS_DISPATCH_N_COLUMNS; column++)
    {
      g_autofree char *old = ys_dispatch_row_text (before, column);
      g_autofree char *new = ys_dispatch_row_text (after, column);
      YsDispatchChange *change;

      if (g_str_equal (old, new))
        continue;
      change = g_new0 (YsDispatchChange, 1);
      change->compound_id = after->compound_id;
      change->name = after->name;
      change->field = ys_dispatch_column_field (column);
      change->before = g_steal_pointer (&old);
      change->after = g_steal_pointer (&new);
      g_ptr_array_add (dispatch->changes, change);
      ys_dispatch_set_mark (dispatch, after->compound_id, column, YS_MARK_CHANGED);
    }
}

void
ys_dispatch_compare (YsDispatch *dispatch, const YsDispatch *before)
{
  g_autoptr (GHashTable) old_rows = index_rows (before->rows);
  g_autoptr (GHashTable) new_rows = index_rows (dispatch->rows);

  for (guint i = 0; i < dispatch->rows->len; i++)
    {
      const YsDispatchRow *row = g_ptr_array_index (dispatch->rows, i);
      const YsDispatchRow *old = g_hash_table_lookup (old_rows, &row->compound_id);

      if (old != NULL)
        {
          compare_row (dispatch, old, row);
          continue;
        }
      g_ptr_array_add (dispatch->added, g_strdup (row->name));
      ys_dispatch_set_mark (dispatch, row->compound_id, YS_DISPATCH_NAME, YS_MARK_CHANGED);
    }
  for (guint i = 0; i < before->rows->len; i++)
    {
      const YsDispatchRow *row = g_ptr_array_index (before->rows, i);

      if (!g_hash_table_contains (new_rows, &row->compound_id))
        g_ptr_array_add (dispatch->removed, g_strdup (row->name));
    }
}
