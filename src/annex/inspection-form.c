/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The empty form of an inspection: head, a line for each clause, blank lines for the same clause at
 * other places, signatures [002 annex 1]. */
#include "config.h"

#include "inspection-form.h"

#include "inspection.h"
#include "table-style.h"

#define TITLE "住宅小区环境卫生长效管理检查表"
#define SHEET_NAME "检查表"
#define N_BLANK_LINES 4
/* Points: room to write by hand. */
#define LINE_HEIGHT 26
#define HEAD_HEIGHT 26

enum
{
  ROW_TITLE,
  ROW_OFFICE,
  ROW_WHERE,
  ROW_WHEN,
  ROW_WHO,
  ROW_HEADS,
  ROW_FIRST
};

enum
{
  CODE,
  GROUP,
  NAME,
  CRITERION,
  LIMIT,
  COUNT,
  PLACE,
  NOTE,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS] = {
  "代码", "分类", "小类名称", "立案条件（扣分依据）", "处置时限", "处数", "位置", "情况说明"
};
static const int pixels[N_COLUMNS] = { 68, 76, 122, 340, 68, 46, 122, 167 };

/* Ten points: the clauses take two pages and leave room to write. */
#define SMALL                                                                                      \
  .font = YS_FONT_BODY, .size = 20, .vertical = YS_ALIGN_CENTER, .wrap = TRUE, .border = TRUE

static const YsCellStyle head_style = { SMALL, .bold = TRUE, .horizontal = YS_ALIGN_CENTER };
static const YsCellStyle cell_style = { SMALL, .horizontal = YS_ALIGN_CENTER };
static const YsCellStyle text_style = { SMALL, .horizontal = YS_ALIGN_START };

/* Two labels in cells of their own, each with the cells to write into beside it. */
static void
set_pair (YsSheet *sheet, guint row, const char *left, const char *value, const char *right)
{
  ys_sheet_set (sheet, row, CODE, YS_SHEET_TEXT (left), &head_style);
  ys_table_merge (sheet, row, GROUP, CRITERION, value, &text_style);
  ys_sheet_set (sheet, row, LIMIT, YS_SHEET_TEXT (right), &head_style);
  ys_table_merge (sheet, row, COUNT, NOTE, NULL, &text_style);
  ys_sheet_set_row_height (sheet, row, HEAD_HEIGHT);
}

static void
set_head (YsSheet *sheet, const char *office, const char *version, const char *compound)
{
  ys_table_set_title (sheet, ROW_TITLE, TITLE);
  ys_table_merge (sheet, ROW_OFFICE, 0, CRITERION, office, &ys_table_line);
  ys_table_merge (sheet, ROW_OFFICE, LIMIT, NOTE, version, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, ROW_OFFICE, YS_TABLE_LINE_HEIGHT);
  set_pair (sheet, ROW_WHERE, "小区名称", compound, "检查级别");
  set_pair (sheet, ROW_WHEN, "检查时间", NULL, "检查方式");
  set_pair (sheet, ROW_WHO, "通知下达", NULL, "检查人");
  for (guint column = 0; column < N_COLUMNS; column++)
    ys_sheet_set (sheet, ROW_HEADS, column, YS_SHEET_TEXT (heads[column]), &head_style);
}

static char *
limit_words (const YsClause *clause)
{
  if (!clause->limit_amount.is_set)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s", clause->limit_amount.value,
                          ys_choice_official (ys_limit_unit_choices, clause->limit_unit));
}

static void
set_line (YsSheet *sheet, guint row, const YsClause *clause)
{
  g_autofree char *limit = clause != NULL ? limit_words (clause) : NULL;
  const char *const texts[N_COLUMNS] = {
    [CODE] = clause != NULL ? clause->code : NULL,
    [GROUP] = clause != NULL ? clause->group : NULL,
    [NAME] = clause != NULL ? clause->name : NULL,
    [CRITERION] = clause != NULL ? clause->criterion : NULL,
    [LIMIT] = limit,
  };

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      gboolean starts = column == CRITERION || column == PLACE || column == NOTE;

      ys_table_merge (sheet, row, column, column, texts[column],
                      starts ? &text_style : &cell_style);
    }
  if (clause == NULL)
    ys_sheet_set_row_height (sheet, row, LINE_HEIGHT);
}

/* One cell: pasted, it is one line. The words are those that the head is read by. */
static GString *
fill_notes (void)
{
  const struct
  {
    const char *label;
    const YsChoice *choices;
  } heads_of[]
      = { { "检查级别填", ys_level_choices }, { "；检查方式填", ys_inspection_kind_choices } };
  GString *words = g_string_new (
      YS_FORM_NOTES "：有问题的行填处数、位置和情况；同一小类有几处位置的，在空行里写代码另起一行。"
                    "没有问题的行空着。");

  for (guint i = 0; i < G_N_ELEMENTS (heads_of); i++)
    {
      g_string_append (words, heads_of[i].label);
      for (int k = 1; heads_of[i].choices[k - 1].nick != NULL; k++)
        g_string_append_printf (words, "%s%s", k > 1 ? "、" : "",
                                ys_choice_official (heads_of[i].choices, k));
    }
  g_string_append (words, "；检查时间、通知下达填日期和时刻，如 2026-10-12 10:30。");
  return words;
}

YsSheet *
ys_inspection_form_build (const char *office,
                          const char *compound,
                          const char *version,
                          GPtrArray *clauses)
{
  YsSheet *sheet;
  YsPageSetup page = ys_table_page (TRUE, ROW_HEADS, ROW_HEADS);
  g_autoptr (GString) notes = fill_notes ();
  guint row = ROW_FIRST;

  g_return_val_if_fail (office != NULL && version != NULL && clauses != NULL, NULL);

  sheet = ys_sheet_new (SHEET_NAME, N_COLUMNS);
  ys_sheet_set_page (sheet, &page);
  ys_table_set_widths (sheet, pixels, N_COLUMNS);
  set_head (sheet, office, version, compound);
  for (guint i = 0; i < clauses->len; i++)
    set_line (sheet, row++, g_ptr_array_index (clauses, i));
  for (guint i = 0; i < N_BLANK_LINES; i++)
    set_line (sheet, row++, NULL);
  ys_table_merge (sheet, row, 0, CRITERION, YS_FORM_SIGNED "：", &ys_table_line);
  ys_table_merge (sheet, row, LIMIT, NOTE, "小区物业签字：", &ys_table_line);
  ys_sheet_set_row_height (sheet, row++, 30);
  ys_table_merge (sheet, row, 0, NOTE, notes->str, &ys_table_note);
  return sheet;
}
