/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the heads of the table in a worksheet: the row with the most known headings among the first
 * ones, grown over the rows that belong to it, and what each column means. */
#include "config.h"

#include "registry-reader-private.h"

#include <string.h>

#include "text.h"

/* Titles, remarks and a letterhead may stand above the heads, not more. */
#define MAX_ROWS_SEARCHED 60
#define MAX_HEAD_ROWS 3

typedef struct
{
  YsHeadingFunc mapping;
  gpointer user_data;
} Finder;

typedef enum
{
  CERTAINTY_NONE,
  CERTAINTY_GUESSED,
  CERTAINTY_KNOWN,
  CERTAINTY_CHOSEN
} Certainty;

typedef struct
{
  const char *field; /* (nullable) */
  Certainty certainty;
  guint place; /* among the field's known headings */
} Choice;

/* What one text says as a heading. @out_chosen: a person decided, also for "not imported". */
static Choice
read_heading (const Finder *finder, const char *key)
{
  Choice choice = { NULL, CERTAINTY_NONE, 0 };
  const char *chosen = finder->mapping != NULL ? finder->mapping (key, finder->user_data) : NULL;

  if (chosen != NULL)
    {
      choice.certainty = CERTAINTY_CHOSEN;
      choice.field = *chosen != '\0' ? chosen : NULL;
      return choice;
    }
  if (ys_heading_shape (key) != YS_SHAPE_NONE)
    choice.field = "name";
  else
    choice.field = ys_heading_lookup (key, &choice.place);
  if (choice.field != NULL)
    choice.certainty = CERTAINTY_KNOWN;
  return choice;
}

/* (transfer full) (nullable): key of a cell that may be a heading. */
static char *
heading_key (const YsGrid *grid, guint row, guint column)
{
  const char *text = ys_grid_text (grid, row, column);

  if (*text == '\0' || strlen (text) > YS_MAX_HEADING_BYTES
      || ys_grid_kind (grid, row, column) != YS_CELL_TEXT)
    return NULL;
  return ys_text_key (text);
}

static gboolean
is_known (const Finder *finder, const YsGrid *grid, guint row, guint column, const char **out_field)
{
  g_autofree char *key = heading_key (grid, row, column);
  Choice choice;

  *out_field = NULL;
  if (key == NULL)
    return FALSE;
  choice = read_heading (finder, key);
  *out_field = choice.field;
  return choice.field != NULL || ys_heading_is_number (key);
}

/* Distinct fields named in the row. A row that names the compound goes before one that does not. */
static guint
score_row (const Finder *finder, const YsGrid *grid, guint row)
{
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  guint columns = ys_grid_n_columns (grid);

  for (guint c = 0; c < columns; c++)
    {
      const char *field;
      is_known (finder, grid, row, c, &field);
      if (field != NULL)
        g_hash_table_add (fields, (gpointer)field);
    }
  return g_hash_table_size (fields) * 2 + (g_hash_table_contains (fields, "name") ? 1 : 0);
}

static gboolean
find_head_row (const Finder *finder, const YsGrid *grid, guint *out_row)
{
  guint best = 0;
  guint n_rows = ys_grid_n_rows (grid);
  guint row = ys_grid_next_row (grid, 0);

  for (guint n = 0; n < MAX_ROWS_SEARCHED && row < n_rows; n++)
    {
      guint score = score_row (finder, grid, row);
      if (score > best)
        {
          best = score;
          *out_row = row;
        }
      row = ys_grid_next_row (grid, row + 1);
    }
  return best > 0;
}

/* A merge that joins the two rows makes them one head. */
static gboolean
merge_joins (const YsGrid *grid, guint upper)
{
  for (guint c = 0; c < ys_grid_n_columns (grid); c++)
    {
      const YsSheetRange *range = ys_grid_merge_at (grid, upper, c);
      if (range != NULL && range->row_end > upper && range->row_end - range->row < MAX_HEAD_ROWS)
        return TRUE;
    }
  return FALSE;
}

/* Without merges: every cell of the lower row is a heading under a blank or an unknown one. */
static gboolean
is_lower_head (const Finder *finder, const YsGrid *grid, guint upper)
{
  guint known = 0;

  for (guint c = 0; c < ys_grid_n_columns (grid); c++)
    {
      const char *upper_field, *lower_field;

      if (ys_grid_kind (grid, upper + 1, c) == YS_CELL_EMPTY)
        continue;
      if (!is_known (finder, grid, upper + 1, c, &lower_field))
        {
          if (ys_grid_kind (grid, upper + 1, c) != YS_CELL_TEXT
              || ys_grid_kind (grid, upper, c) != YS_CELL_EMPTY)
            return FALSE;
          continue;
        }
      if (is_known (finder, grid, upper, c, &upper_field))
        return FALSE;
      known++;
    }
  return known > 0;
}

static void
grow_heads (const Finder *finder, const YsGrid *grid, guint row, guint *first, guint *last)
{
  *first = *last = row;
  while (*first > 0 && *last - *first + 1 < MAX_HEAD_ROWS
         && (merge_joins (grid, *first - 1)
             || (score_row (finder, grid, *first - 1) > 0
                 && is_lower_head (finder, grid, *first - 1))))
    (*first)--;
  while (*last - *first + 1 < MAX_HEAD_ROWS && *last + 1 < ys_grid_n_rows (grid)
         && (merge_joins (grid, *last) || is_lower_head (finder, grid, *last)))
    (*last)++;
}

/* (transfer full): text of a head cell; one that has none of its own takes that of the group to its
 * left, when heads stand below both. */
static char *
head_text (const YsGrid *grid, guint row, guint column, guint last)
{
  char *text = ys_text_clean (ys_grid_text_merged (grid, row, column));

  if (*text != '\0' || row == last || *ys_grid_text (grid, last, column) == '\0')
    return text;
  for (guint c = column; c > 0 && *text == '\0'; c--)
    {
      if (ys_grid_merge_at (grid, row, c - 1) != NULL)
        break;
      g_free (text);
      text = ys_text_clean (ys_grid_text (grid, row, c - 1));
      if (*text != '\0' && *ys_grid_text (grid, last, c - 1) == '\0')
        *text = '\0'; /* a head without sub-heads has nothing to lend */
    }
  return text;
}

/* (transfer full): the texts of a column's head, upper first, repeats and blanks left out. */
static GPtrArray *
head_texts (const YsGrid *grid, guint first, guint last, guint column)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint row = first; row <= last; row++)
    {
      char *text = head_text (grid, row, column, last);
      if (*text == '\0' || strlen (text) > YS_MAX_HEADING_BYTES
          || (texts->len > 0 && g_str_equal (g_ptr_array_index (texts, texts->len - 1), text)))
        g_free (text);
      else
        g_ptr_array_add (texts, text);
    }
  return texts;
}

static gboolean
is_place (const char *field)
{
  return g_str_equal (field, "community") || g_str_equal (field, "town");
}

/* The whole heading first; then its parts from below, unless it speaks of another body. */
static Choice
choose (const Finder *finder, GPtrArray *texts, const char *key)
{
  Choice choice = read_heading (finder, key);
  gboolean of_others = ys_heading_is_of_others (key);

  if (choice.certainty != CERTAINTY_NONE || ys_heading_is_number (key))
    return choice;
  for (guint i = texts->len; i > 0 && texts->len > 1; i--)
    {
      g_autofree char *part = ys_text_key (g_ptr_array_index (texts, i - 1));
      choice = read_heading (finder, part);
      if (choice.certainty == CERTAINTY_CHOSEN
          || (choice.field != NULL && (!of_others || is_place (choice.field))))
        return choice;
    }
  choice = (Choice){ NULL, CERTAINTY_NONE, 0 };
  if (texts->len > 1 && g_str_has_prefix (key, "物业"))
    {
      /* 企业名称 under 物业情况 */
      g_autofree char *last = ys_text_key (g_ptr_array_index (texts, texts->len - 1));
      g_autofree char *both = g_strconcat ("物业", last, NULL);
      choice = read_heading (finder, both);
      if (choice.certainty != CERTAINTY_NONE)
        return choice;
    }
  choice.field = ys_heading_guess (key);
  if (choice.field != NULL)
    choice.certainty = CERTAINTY_GUESSED;
  return choice;
}

static void
table_column_free (gpointer data)
{
  YsTableColumn *column = data;

  g_free (column->heading);
  g_free (column->field);
  g_free (column);
}

/* One field, one column: the surer one, then the better known heading, then the first. */
static void
drop_doubles (GPtrArray *columns, GArray *choices)
{
  for (guint i = 0; i < choices->len; i++)
    {
      Choice *a = &g_array_index (choices, Choice, i);
      for (guint j = i + 1; j < choices->len && a->field != NULL; j++)
        {
          Choice *b = &g_array_index (choices, Choice, j);
          if (b->field == NULL || !g_str_equal (a->field, b->field))
            continue;
          if (b->certainty > a->certainty || (b->certainty == a->certainty && b->place < a->place))
            a->field = NULL;
          else
            b->field = NULL;
        }
    }
  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);
      YsTableColumn *column = g_ptr_array_index (columns, i);
      column->field = g_strdup (choice->field);
      column->guessed = choice->field != NULL && choice->certainty == CERTAINTY_GUESSED;
    }
}

static void
read_columns (const Finder *finder, YsFoundTable *found)
{
  YsRawTable *table = found->table;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (guint c = 0; c < ys_grid_n_columns (found->grid); c++)
    {
      g_autoptr (GPtrArray) texts
          = head_texts (found->grid, table->head_first, table->head_last, c);
      g_autofree char *key = NULL;
      YsTableColumn *column;
      Choice choice;

      if (texts->len == 0)
        continue;
      g_ptr_array_add (texts, NULL);
      column = g_new0 (YsTableColumn, 1);
      column->column = c;
      column->heading = g_strjoinv ("", (char **)texts->pdata);
      g_ptr_array_set_size (texts, (int)texts->len - 1);
      key = ys_text_key (column->heading);
      choice = choose (finder, texts, key);
      if (ys_heading_is_number (key))
        found->number_column = c;
      if (choice.certainty != CERTAINTY_CHOSEN && ys_heading_shape (key) != YS_SHAPE_NONE)
        table->shape = ys_heading_shape (key);
      g_ptr_array_add (table->columns, column);
      g_array_append_val (choices, choice);
      found->first_column = MIN (found->first_column, c);
      found->last_column = c;
    }
  drop_doubles (table->columns, choices);
}

/* Annex 5 by its own headings, all but two at least: a clerk may drop a column. */
static gboolean
is_annex5 (const YsRawTable *table)
{
  static const char *const fields[] = { "community",  "name",     "class",   "company", "nature",
                                        "entry_date", "services", "manager", "phone",   "remark" };
  guint official = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *key = ys_text_key (column->heading);
      guint place = G_MAXUINT;

      for (gsize j = 0; column->field != NULL && j < G_N_ELEMENTS (fields); j++)
        if (g_str_equal (fields[j], column->field) && ys_heading_lookup (key, &place) != NULL
            && place == 0)
          official++;
    }
  return official + 2 >= G_N_ELEMENTS (fields);
}

static void
note_columns (YsFoundTable *found)
{
  for (guint i = 0; i < found->table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (found->table->columns, i);

      if (g_strcmp0 (column->field, "name") == 0)
        found->name_column = column->column;
      else if (g_strcmp0 (column->field, "community") == 0)
        found->community_column = column->column;
      else if (g_strcmp0 (column->field, "town") == 0)
        found->town_column = column->column;
    }
}

void
ys_table_find (YsFoundTable *found, YsHeadingFunc mapping, gpointer user_data)
{
  const Finder finder = { mapping, user_data };
  YsRawTable *table = found->table;
  guint row = 0;

  found->name_column = found->number_column = found->community_column = found->town_column
      = YS_NO_COLUMN;
  found->first_column = YS_NO_COLUMN;
  found->last_column = 0;
  table->shape = YS_SHAPE_NONE;
  table->columns = g_ptr_array_new_with_free_func (table_column_free);
  if (!find_head_row (&finder, found->grid, &row))
    return;
  grow_heads (&finder, found->grid, row, &table->head_first, &table->head_last);
  read_columns (&finder, found);
  note_columns (found);
  if (table->shape == YS_SHAPE_NONE)
    table->shape = is_annex5 (table) ? YS_SHAPE_ANNEX5 : YS_SHAPE_COLUMNS;
}
