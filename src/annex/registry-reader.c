/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row, one compound: reads annex 5 and every other table whose columns are known by their
 * headings, and hands annexes 3 and 4 to their own reader. */
#include "config.h"

#include "registry-reader-private.h"

#include <string.h>

#include "text.h"

/* What clerks write where there is nothing to say. */
static gboolean
is_blank_word (const char *text, const char *field)
{
  static const char *const marks[]
      = { "/", "\\", "-", "--", "—", "——", "－", "／", "、", ".", "无", "暂无", "无。", "未知" };
  gsize n_marks = G_N_ELEMENTS (marks);

  /* There 无 is an answer or a remark. */
  if (g_str_equal (field, "party_branch") || g_str_equal (field, "remark")
      || g_str_equal (field, "services"))
    n_marks -= 4;
  for (gsize i = 0; i < n_marks; i++)
    if (g_str_equal (text, marks[i]))
      return TRUE;
  return FALSE;
}

/* A manager in the company's column (产权单位, 社区兜底) is a management form; a company's name
 * says that a company manages. */
static void
add_company (YsRawCompound *compound, char *text, guint column, YsCellKind kind, gboolean has_form)
{
  int form = ys_choice_from_text (ys_form_choices, text);

  if (form == YS_FORM_UNKNOWN)
    {
      ys_raw_compound_add (compound, "company", text, column, kind, FALSE);
      if (!has_form)
        ys_raw_compound_add (compound, "form",
                             g_strdup (ys_choice_nick (ys_form_choices, YS_FORM_COMPANY)), column,
                             YS_CELL_TEXT, TRUE);
      return;
    }
  g_free (text);
  if (!has_form)
    ys_raw_compound_add (compound, "form", g_strdup (ys_choice_nick (ys_form_choices, form)),
                         column, YS_CELL_TEXT, FALSE);
}

static gboolean
has_form_column (const YsRawTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      if (g_strcmp0 (column->field, "form") == 0)
        return TRUE;
    }
  return FALSE;
}

/* Kind of the cell that a value came from, through merges that carry it down. */
static YsCellKind
kind_at (const YsGrid *grid, guint row, guint column)
{
  const YsSheetRange *range = ys_grid_merge_at (grid, row, column);

  return range != NULL ? ys_grid_kind (grid, range->row, range->column)
                       : ys_grid_kind (grid, row, column);
}

static void
read_value (const YsFoundTable *found,
            YsRawCompound *compound,
            const YsTableColumn *column,
            gboolean has_form)
{
  YsCellKind kind = kind_at (found->grid, compound->row, column->column);
  g_autofree char *text = NULL;

  if (kind == YS_CELL_EMPTY)
    return;
  text = ys_found_text (found, compound->row, column->column);
  if (g_str_equal (column->field, "community") || g_str_equal (column->field, "town"))
    {
      char *name;
      int count;
      ys_text_split_count (text, &name, &count);
      g_free (text);
      text = name;
    }
  if (*text == '\0' || is_blank_word (text, column->field))
    return;
  if (g_str_equal (column->field, "company"))
    add_company (compound, g_steal_pointer (&text), column->column, kind, has_form);
  else
    ys_raw_compound_add (compound, column->field, g_steal_pointer (&text), column->column, kind,
                         FALSE);
}

static void
read_row (const YsFoundTable *found, guint row, const char *group, gboolean has_form)
{
  const YsRawTable *table = found->table;
  YsRawCompound *compound
      = ys_raw_compound_new (row, ys_found_text (found, row, found->name_column));

  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      if (column->field != NULL && column->column != found->name_column)
        read_value (found, compound, column, has_form);
    }
  if (group != NULL)
    ys_raw_compound_add (compound, "community", g_strdup (group), found->first_column, YS_CELL_TEXT,
                         FALSE);
  g_ptr_array_add (table->compounds, compound);
}

static void
read_rows (const YsFoundTable *found)
{
  const YsGrid *grid = found->grid;
  guint n_rows = ys_grid_n_rows (grid);
  gboolean has_form = has_form_column (found->table);
  YsRowFilter filter = { FALSE };
  g_autofree char *group = NULL;

  for (guint row = ys_grid_next_row (grid, found->table->head_last + 1); row < n_rows;
       row = ys_grid_next_row (grid, row + 1))
    {
      char *next_group = ys_row_group (found, row);
      if (next_group != NULL)
        {
          g_free (group);
          group = next_group;
        }
      else if (!ys_row_is_aside (&filter, found, row))
        read_row (found, row, group, has_form);
    }
}

YsRawTable *
ys_registry_read (const YsGrid *grid, YsHeadingFunc mapping, gpointer user_data)
{
  YsFoundTable found = { .grid = grid };

  g_return_val_if_fail (grid != NULL, NULL);

  found.table = g_new0 (YsRawTable, 1);
  found.table->sheet = g_strdup (ys_grid_name (grid));
  found.table->compounds = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_raw_compound_free);
  ys_table_find (&found, mapping, user_data);
  if (found.table->shape == YS_SHAPE_NONE)
    return found.table;
  if (found.name_column != YS_NO_COLUMN
      && (found.table->shape == YS_SHAPE_ANNEX3 || found.table->shape == YS_SHAPE_ANNEX4))
    ys_coverage_tasks_read (&found);
  else
    read_rows (&found);
  return found.table;
}
