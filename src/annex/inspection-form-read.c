/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the filled form of an inspection, and any pasted table of findings, by the words that stand
 * over its columns and beside the cells of its head. */
#include "config.h"

#include "inspection-form.h"

#include <string.h>

#include "text.h"

/* The head of a table stands within the first rows. */
#define MAX_HEAD_ROWS 40
#define NO_COLUMN G_MAXUINT

typedef enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_COUNT,
  COLUMN_PLACE,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

static const char *const spellings[N_COLUMNS] = {
  [COLUMN_CODE] = "代码|小类代码|条款代码|编码",
  [COLUMN_NAME] = "条款|小类名称|小类|条款名称|问题|问题名称|存在问题|问题类型",
  [COLUMN_COUNT] = "处数|数量|个数|处|处（个）数|问题数",
  [COLUMN_PLACE] = "位置|地点|具体位置|问题位置|部位",
  [COLUMN_NOTE] = "情况说明|情况|说明|问题描述|描述|具体情况|备注",
};

typedef struct
{
  guint columns[N_COLUMNS]; /* NO_COLUMN: not there */
  guint first;              /* first row under the heads */
} Layout;

static gboolean
is_one_of (const char *key, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *part = ys_text_key (parts[i]);

      if (strcmp (part, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
match_heads (const YsGrid *grid, guint row, Layout *layout)
{
  guint n_found = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    layout->columns[i] = NO_COLUMN;
  for (guint column = 0; column < ys_grid_n_columns (grid); column++)
    {
      g_autofree char *key = ys_text_key (ys_grid_text (grid, row, column));

      for (guint i = 0; i < N_COLUMNS && *key != '\0'; i++)
        if (layout->columns[i] == NO_COLUMN && is_one_of (key, spellings[i]))
          {
            layout->columns[i] = column;
            n_found++;
            break;
          }
    }
  layout->first = row + 1;
  return n_found;
}

/* The clause in any form and one column more; else the order in which clerks write. */
static gboolean
find_layout (const YsGrid *grid, Layout *layout)
{
  guint n_rows = MIN (ys_grid_n_rows (grid), MAX_HEAD_ROWS);

  for (guint row = 0; row < n_rows; row++)
    if (match_heads (grid, row, layout) >= 2
        && (layout->columns[COLUMN_CODE] != NO_COLUMN || layout->columns[COLUMN_NAME] != NO_COLUMN))
      return TRUE;
  *layout = (Layout){ { 0, NO_COLUMN, 1, 2, 3 }, 0 };
  return FALSE;
}

static char *
cell_text (const YsGrid *grid, guint row, guint column)
{
  if (column == NO_COLUMN || column >= ys_grid_n_columns (grid))
    return g_strdup ("");
  return ys_text_clean (ys_grid_text (grid, row, column));
}

static void
raw_finding_free (YsRawFinding *finding)
{
  g_free (finding->clause);
  g_free (finding->count);
  g_free (finding->place);
  g_free (finding->note);
  g_free (finding);
}

/* What clerks write where nothing was found. */
static gboolean
says_nothing (const char *text)
{
  static const char *const words[] = { "", "0", "/", "-", "—", "无", "×" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (text, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A printed line names its clause by code and name: only what was written beside it makes it a
 * finding. In a blank line the clerk writes one of them, which does. */
static gboolean
is_filled (const YsRawFinding *finding, gboolean is_printed)
{
  if (is_printed)
    return !says_nothing (finding->count) || !says_nothing (finding->place)
           || !says_nothing (finding->note);
  return *finding->clause != '\0' || *finding->count != '\0' || *finding->place != '\0'
         || *finding->note != '\0';
}

static void
read_line (const YsGrid *grid, const Layout *layout, guint row, YsRawInspection *raw)
{
  YsRawFinding *finding = g_new0 (YsRawFinding, 1);
  g_autofree char *name = cell_text (grid, row, layout->columns[COLUMN_NAME]);
  gboolean is_printed;

  finding->row = row;
  finding->clause_column = layout->columns[COLUMN_CODE];
  finding->clause = cell_text (grid, row, layout->columns[COLUMN_CODE]);
  is_printed = raw->is_form && *finding->clause != '\0' && *name != '\0';
  if (*finding->clause == '\0' && layout->columns[COLUMN_NAME] != NO_COLUMN)
    {
      g_free (finding->clause);
      finding->clause_column = layout->columns[COLUMN_NAME];
      finding->clause = g_steal_pointer (&name);
    }
  finding->count_column = layout->columns[COLUMN_COUNT];
  finding->count = cell_text (grid, row, layout->columns[COLUMN_COUNT]);
  finding->place = cell_text (grid, row, layout->columns[COLUMN_PLACE]);
  finding->note = cell_text (grid, row, layout->columns[COLUMN_NOTE]);
  if (is_filled (finding, is_printed))
    g_ptr_array_add (raw->rows, finding);
  else
    raw_finding_free (finding);
}

/* Signatures and the line on how to fill the form are merged over the columns; pasted, their words
 * alone tell them. */
static gboolean
is_foot (const YsGrid *grid, guint row)
{
  const YsSheetRange *merge = ys_grid_merge_at (grid, row, 0);
  g_autofree char *text = cell_text (grid, row, 0);

  return (merge != NULL && merge->column_end > 0) || g_str_has_prefix (text, YS_FORM_SIGNED)
         || g_str_has_prefix (text, YS_FORM_NOTES);
}

/* The first word that a label begins with: its explanation in brackets does not matter. */
static gboolean
is_label (const char *text, const char *label)
{
  return g_str_has_prefix (text, label);
}

/* What stands right of a label, or behind the colon in its own cell. */
static char *
value_beside (const YsGrid *grid, guint row, guint column, YsRawPlace *out_place)
{
  const YsSheetRange *merge = ys_grid_merge_at (grid, row, column);
  g_autofree char *own = cell_text (grid, row, column);
  const char *colon = strstr (own, "：");
  guint next = (merge != NULL ? merge->column_end : column) + 1;
  g_autofree char *beside = cell_text (grid, row, next);

  *out_place = (YsRawPlace){ row, G_MAXUINT };
  if (colon != NULL && colon[strlen ("：")] != '\0')
    return ys_text_clean (colon + strlen ("："));
  out_place->column = next;
  return *beside != '\0' ? g_steal_pointer (&beside) : NULL;
}

static void
read_head (const YsGrid *grid, guint n_rows, YsRawInspection *raw)
{
  YsRawPlace elsewhere;
  const struct
  {
    const char *label;
    char **value;
    YsRawPlace *place;
  } labels[] = {
    { "小区名称", &raw->compound, &elsewhere }, { "检查级别", &raw->level, &elsewhere },
    { "检查方式", &raw->kind, &elsewhere },     { "检查时间", &raw->at, &raw->at_place },
    { "检查人", &raw->inspectors, &elsewhere }, { "通知下达", &raw->notice_at, &raw->notice_place },
  };

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < ys_grid_n_columns (grid); column++)
      {
        g_autofree char *text = cell_text (grid, row, column);

        for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
          if (*labels[i].value == NULL && is_label (text, labels[i].label))
            {
              raw->is_form = TRUE;
              *labels[i].value = value_beside (grid, row, column, labels[i].place);
            }
      }
}

YsRawInspection *
ys_inspection_form_read (const YsGrid *grid)
{
  YsRawInspection *raw;
  Layout layout;

  g_return_val_if_fail (grid != NULL, NULL);

  raw = g_new0 (YsRawInspection, 1);
  raw->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)raw_finding_free);
  if (find_layout (grid, &layout))
    read_head (grid, layout.first - 1, raw);
  for (guint row = ys_grid_next_row (grid, layout.first); row < ys_grid_n_rows (grid);
       row = ys_grid_next_row (grid, row + 1))
    if (!is_foot (grid, row))
      read_line (grid, &layout, row, raw);
  return raw;
}

void
ys_raw_inspection_free (YsRawInspection *raw)
{
  if (raw == NULL)
    return;
  g_free (raw->compound);
  g_free (raw->level);
  g_free (raw->kind);
  g_free (raw->at);
  g_free (raw->notice_at);
  g_free (raw->inspectors);
  g_ptr_array_unref (raw->rows);
  g_free (raw);
}
