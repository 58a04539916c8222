/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heads are the row near the top in which most cells are known headings; a title above them is one
 * cell, and no heading. */
#include "config.h"

#include "column-table.h"

#include <string.h>

#include "text.h"

/* Titles, dates and filters stand above the heads, never more than this. */
#define MOST_ROWS_ABOVE 40
#define MAX_HEADING_CHARACTERS 40

GArray *
ys_wanted_columns_of (const YsRecordType *type)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (YsWantedColumn));

  g_return_val_if_fail (type != NULL, wanted);

  for (guint i = 0; i < type->n_fields; i++)
    {
      YsWantedColumn column = { type->fields[i].name, type->fields[i].aliases };

      if ((type->fields[i].flags & YS_FIELD_IMPORT) != 0 && column.aliases != NULL)
        g_array_append_val (wanted, column);
    }
  return wanted;
}

static void
free_column (gpointer data)
{
  YsTableColumn *column = data;

  g_free (column->heading);
  g_free (column->field);
  g_free (column);
}

void
ys_column_table_free (YsColumnTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->columns);
  g_free (table);
}

/* (transfer full): heading key → field */
static GHashTable *
index_headings (const YsWantedColumn *wanted, guint n_wanted)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_wanted; i++)
    {
      g_auto (GStrv) aliases = g_strsplit (wanted[i].aliases, "|", -1);
      char *own = ys_text_key (wanted[i].field);

      if (!g_hash_table_contains (known, own))
        g_hash_table_insert (known, g_steal_pointer (&own), (gpointer)wanted[i].field);
      g_free (own);
      for (guint k = 0; aliases[k] != NULL; k++)
        {
          g_autofree char *key = ys_text_key (aliases[k]);

          /* The first field that wants a heading has it. */
          if (!g_hash_table_contains (known, key))
            g_hash_table_insert (known, g_steal_pointer (&key), (gpointer)wanted[i].field);
        }
    }
  return known;
}

typedef struct
{
  GHashTable *known;
  YsHeadingFunc mapping;
  gpointer user_data;
} Finder;

/* (nullable): the longest known heading that @key ends with: 案件处置截止时间. */
static const char *
guess (const Finder *finder, const char *key)
{
  GHashTableIter iter;
  gpointer heading, field;
  const char *best = NULL;
  gsize longest = 0;

  g_hash_table_iter_init (&iter, finder->known);
  while (g_hash_table_iter_next (&iter, &heading, &field))
    {
      gsize length = strlen (heading);

      /* Shorter ends (说明, 地址) stand behind other things as well. */
      if (length > 3 * 2 && length > longest && g_str_has_suffix (key, heading))
        {
          longest = length;
          best = field;
        }
    }
  return best;
}

/* (nullable): "" when a person said that it is none. */
static const char *
field_of (const Finder *finder, const char *key, gboolean *out_guessed)
{
  g_autofree char *bare = NULL;
  const char *field = finder->mapping != NULL ? finder->mapping (key, finder->user_data) : NULL;
  const char *open = strchr (key, '(');

  *out_guessed = FALSE;
  if (field != NULL)
    return field;
  field = g_hash_table_lookup (finder->known, key);
  if (field == NULL && open != NULL && open != key)
    {
      bare = g_strndup (key, (gsize)(open - key));
      field = g_hash_table_lookup (finder->known, bare);
    }
  if (field != NULL)
    return field;
  *out_guessed = TRUE;
  return guess (finder, key);
}

static char *
heading_at (const YsGrid *grid, guint row, guint column)
{
  g_autofree char *text = NULL;

  if (ys_grid_kind (grid, row, column) != YS_CELL_TEXT)
    return NULL;
  text = ys_text_clean (ys_grid_text (grid, row, column));
  return *text != '\0' && g_utf8_strlen (text, -1) <= MAX_HEADING_CHARACTERS
             ? g_steal_pointer (&text)
             : NULL;
}

/* Known headings of a row; one that is only likely counts when a known one stands beside it. */
static guint
count_known (const Finder *finder, const YsGrid *grid, guint row)
{
  guint n = 0;

  for (guint c = 0; c < ys_grid_n_columns (grid); c++)
    {
      g_autofree char *heading = heading_at (grid, row, c);
      g_autofree char *key = heading != NULL ? ys_text_key (heading) : NULL;
      gboolean guessed;
      const char *field = key != NULL ? field_of (finder, key, &guessed) : NULL;

      n += field != NULL && *field != '\0' && !guessed ? 1 : 0;
    }
  return n;
}

static gboolean
has_field (const YsColumnTable *table, const char *field)
{
  return ys_column_table_column (table, field) != G_MAXUINT;
}

/* (transfer full) */
static YsColumnTable *
table_new (const YsGrid *grid, guint head)
{
  YsColumnTable *table = g_new0 (YsColumnTable, 1);

  table->grid = grid;
  table->head = head;
  table->columns = g_ptr_array_new_with_free_func (free_column);
  for (guint c = 0; c < ys_grid_n_columns (grid); c++)
    {
      char *heading = heading_at (grid, head, c);
      YsTableColumn *column;

      if (heading == NULL)
        continue;
      column = g_new0 (YsTableColumn, 1);
      column->column = c;
      column->heading = heading;
      g_ptr_array_add (table->columns, column);
    }
  return table;
}

/* Exact headings first: a likely one never takes a field from a known one. */
static void
read_columns (const Finder *finder, YsColumnTable *table)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        YsTableColumn *column = g_ptr_array_index (table->columns, i);
        g_autofree char *key = ys_text_key (column->heading);
        gboolean guessed;
        const char *field = field_of (finder, key, &guessed);

        if (field == NULL || *field == '\0' || guessed != (pass == 1) || has_field (table, field))
          continue;
        column->field = g_strdup (field);
        column->guessed = guessed;
      }
}

YsColumnTable *
ys_column_table_find (const YsGrid *grid,
                      const YsWantedColumn *wanted,
                      guint n_wanted,
                      YsHeadingFunc mapping,
                      gpointer user_data)
{
  g_autoptr (GHashTable) known = NULL;
  Finder finder = { NULL, mapping, user_data };
  YsColumnTable *table;
  guint best = 0, head = 0;

  g_return_val_if_fail (grid != NULL && wanted != NULL, NULL);

  known = finder.known = index_headings (wanted, n_wanted);
  for (guint row = ys_grid_next_row (grid, 0), n = 0;
       row < ys_grid_n_rows (grid) && n < MOST_ROWS_ABOVE;
       row = ys_grid_next_row (grid, row + 1), n++)
    {
      guint n_known = count_known (&finder, grid, row);

      if (n_known > best)
        {
          best = n_known;
          head = row;
        }
    }
  if (best == 0)
    return NULL;
  table = table_new (grid, head);
  read_columns (&finder, table);
  return table;
}

YsColumnTable *
ys_column_table_unknown (const YsGrid *grid)
{
  g_return_val_if_fail (grid != NULL, NULL);

  for (guint row = ys_grid_next_row (grid, 0), n = 0;
       row < ys_grid_n_rows (grid) && n < MOST_ROWS_ABOVE;
       row = ys_grid_next_row (grid, row + 1), n++)
    {
      YsColumnTable *table = table_new (grid, row);

      if (table->columns->len > 1)
        return table;
      ys_column_table_free (table);
    }
  return NULL;
}

guint
ys_column_table_column (const YsColumnTable *table, const char *field)
{
  g_return_val_if_fail (table != NULL && field != NULL, G_MAXUINT);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);

      if (g_strcmp0 (column->field, field) == 0)
        return column->column;
    }
  return G_MAXUINT;
}

static char *
text_at (const YsGrid *grid, guint row, guint column)
{
  const YsSheetRange *range = ys_grid_merge_at (grid, row, column);

  if (range == NULL)
    return ys_text_clean (ys_grid_text (grid, row, column));
  if (range->column != column)
    return g_strdup ("");
  return ys_text_clean (ys_grid_text (grid, range->row, range->column));
}

char *
ys_column_table_text (const YsColumnTable *table, guint row, const char *field)
{
  guint column = ys_column_table_column (table, field);

  return column != G_MAXUINT ? text_at (table->grid, row, column) : g_strdup ("");
}

/* The row's own cells under the headings. */
static guint
count_cells (const YsColumnTable *table, guint row, gboolean *out_is_head)
{
  guint n = 0, n_same = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *text = NULL;

      if (ys_grid_kind (table->grid, row, column->column) == YS_CELL_EMPTY)
        continue;
      text = ys_text_clean (ys_grid_text (table->grid, row, column->column));
      n += *text != '\0' ? 1 : 0;
      n_same += g_str_equal (text, column->heading) ? 1 : 0;
    }
  *out_is_head = n_same > 0 && n_same * 2 > n;
  return n;
}

guint
ys_column_table_next (const YsColumnTable *table, guint row)
{
  guint n_rows;

  g_return_val_if_fail (table != NULL, 0);

  n_rows = ys_grid_n_rows (table->grid);
  for (row = ys_grid_next_row (table->grid, row + 1); row < n_rows;
       row = ys_grid_next_row (table->grid, row + 1))
    {
      gboolean is_head;
      guint n = count_cells (table, row, &is_head);

      if (!is_head && (n > 1 || (n == 1 && table->columns->len == 1)))
        return row;
    }
  return n_rows;
}
