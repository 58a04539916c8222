/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows below the heads speak of a compound, and which only frame them: repeated heads, notes,
 * sign-off lines, totals, empty rows of a form. */
#include "config.h"

#include "registry-reader-private.h"

#include <string.h>

#include "text.h"

char *
ys_found_text (const YsFoundTable *found, guint row, guint column)
{
  const YsSheetRange *range = ys_grid_merge_at (found->grid, row, column);

  if (range == NULL)
    return ys_text_clean (ys_grid_text (found->grid, row, column));
  if (range->column != column)
    return g_strdup ("");
  return ys_text_clean (ys_grid_text (found->grid, range->row, range->column));
}

static gboolean
has_prefix_of (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (key, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_note (const char *key)
{
  static const char *const words[]
      = { "注:",      "注1",       "注.",        "备注:",    "说明:",        "填报人",
          "填表人",   "制表人",    "制表:",      "审核人",   "审核:",        "审批",
          "填报时间", "填报日期",  "填报单位",   "填表时间", "填表日期",     "报送单位",
          "报送时间", "报送人",    "单位负责人", "负责人签", "主要负责人签", "分管领导",
          "联系人:",  "联系电话:", "示例:",      "附件",     "单位(盖章)",   "(盖章)",
          "盖章",     "签字",      "领导签",     "统计人",   "经办人:",      "第1页",
          "第2页",    NULL };

  return has_prefix_of (key, words);
}

static gboolean
is_total (const char *key)
{
  static const char *const words[] = { "合计", "总计", "小计", "共计", "累计", NULL };

  return has_prefix_of (key, words) && g_utf8_strlen (key, -1) <= 12;
}

static gboolean
is_blank (const YsGrid *grid, guint row, guint column)
{
  YsCellKind kind = ys_grid_kind (grid, row, column);
  const char *text;
  g_autofree char *clean = NULL;

  if (kind != YS_CELL_TEXT)
    return kind == YS_CELL_EMPTY;
  text = ys_grid_text (grid, row, column);
  if ((guint8)*text > 0x20 && (guint8)*text < 0x7F)
    return FALSE;
  clean = ys_text_clean (text);
  return *clean == '\0';
}

/* The row's own cells, a merge counted once. */
typedef struct
{
  guint n;         /* not empty, carried ones left out */
  guint n_of_data; /* of these outside number, town and community */
  guint first;     /* column of the first */
  guint widest;    /* columns that the widest covers */
} RowContent;

static RowContent
look_at (const YsFoundTable *found, guint row)
{
  RowContent content = { 0, 0, YS_NO_COLUMN, 1 };
  guint n_columns = ys_grid_n_columns (found->grid);

  for (guint c = 0; c < n_columns; c++)
    {
      const YsSheetRange *range;

      if (is_blank (found->grid, row, c))
        continue;
      range = ys_grid_merge_at (found->grid, row, c);
      if (range != NULL)
        content.widest = MAX (content.widest, range->column_end - range->column + 1);
      if (content.n++ == 0)
        content.first = c;
      if (c != found->number_column && c != found->town_column && c != found->community_column)
        content.n_of_data++;
    }
  return content;
}

static char *
key_at (const YsFoundTable *found, guint row, guint column)
{
  return ys_text_key (ys_grid_text (found->grid, row, column));
}

/* Whether the cell could be a heading: most names differ in their first character already. */
static gboolean
begins_like_head (const YsFoundTable *found, guint row)
{
  g_autofree char *text = NULL;
  g_autofree char *first = NULL;

  if (found->name_column == YS_NO_COLUMN)
    return FALSE;
  text = ys_text_clean (ys_grid_text (found->grid, row, found->name_column));
  first = g_strndup (text, *text != '\0' ? (gsize)(g_utf8_next_char (text) - text) : 0);
  for (guint i = 0; i < found->table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (found->table->columns, i);
      if (column->column == found->name_column)
        return strstr (column->heading, first) != NULL;
    }
  return FALSE;
}

/* Heads printed again on a later page: most of the columns hold their own heading. */
static gboolean
is_repeated_head (const YsFoundTable *found, guint row)
{
  guint same = 0, other = 0;

  if (!begins_like_head (found, row))
    return FALSE;
  for (guint i = 0; i < found->table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (found->table->columns, i);
      g_autofree char *here = NULL;
      g_autofree char *head = NULL;

      if (is_blank (found->grid, row, column->column))
        continue;
      here = key_at (found, row, column->column);
      head = ys_text_key (column->heading);
      if (ys_grid_kind (found->grid, row, column->column) == YS_CELL_TEXT
          && strstr (head, here) != NULL)
        same++;
      else
        other++;
    }
  return same >= 1 && same > other;
}

/* A line across most of the table says something about it. */
static gboolean
is_line (const YsFoundTable *found, const RowContent *content)
{
  guint width = found->last_column - found->first_column + 1;

  return content->widest > 2 && content->widest * 2 > width;
}

/* A row without a name: is there anything that a clerk would miss? */
static gboolean
is_nameless_aside (const YsRowFilter *filter,
                   const YsFoundTable *found,
                   const RowContent *content,
                   const char *first)
{
  /* An empty row of the form; the second line of a note; a date or a page number to one side. */
  if (content->n == 1)
    return content->first != found->community_column || filter->in_notes
           || g_utf8_strlen (first, -1) > 20;
  return FALSE;
}

gboolean
ys_row_is_aside (YsRowFilter *filter, const YsFoundTable *found, guint row)
{
  RowContent content = look_at (found, row);
  g_autofree char *first = NULL;
  g_autofree char *name = NULL;

  if (content.n == 0)
    return TRUE;
  /* A number, mostly 序号, is no word. */
  first = ys_grid_kind (found->grid, row, content.first) == YS_CELL_TEXT
              ? key_at (found, row, content.first)
              : g_strdup ("");
  name = found->name_column != YS_NO_COLUMN ? ys_found_text (found, row, found->name_column)
                                            : g_strdup ("");
  if (is_note (first) || (content.n == 1 && is_note (name)))
    return filter->in_notes = TRUE;
  if (is_total (first) || is_total (name) || is_repeated_head (found, row)
      || is_line (found, &content))
    return TRUE;
  return *name == '\0' && is_nameless_aside (filter, found, &content, first);
}

/* Behind 一、 (二) 3. and their like. */
static const char *
skip_numbering (const char *text)
{
  static const char marks[] = "一二三四五六七八九十0123456789（）()、.";

  while (*text != '\0')
    {
      g_autofree char *c = g_strndup (text, (gsize)(g_utf8_next_char (text) - text));
      if (strstr (marks, c) == NULL)
        break;
      text = g_utf8_next_char (text);
    }
  return text;
}

char *
ys_row_group (const YsFoundTable *found, guint row)
{
  RowContent content;
  g_autofree char *text = NULL;
  char *name = NULL;
  int count;

  if (found->community_column != YS_NO_COLUMN)
    return NULL;
  content = look_at (found, row);
  /* Alone under the names' heading, it is a compound that is called so. */
  if (content.n != 1 || (content.first == found->name_column && content.widest == 1))
    return NULL;
  text = ys_text_clean (ys_grid_text (found->grid, row, content.first));
  ys_text_split_count (skip_numbering (text), &name, &count);
  if (g_utf8_strlen (name, -1) <= 20
      && (g_str_has_suffix (name, "社区") || g_str_has_suffix (name, "居委会")))
    return name;
  g_free (name);
  return NULL;
}
