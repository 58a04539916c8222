/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Styles and page set-up of the official tables. */
#include "config.h"

#include "table-style.h"

#define BODY .font = YS_FONT_BODY, .size = 24, .vertical = YS_ALIGN_CENTER

const YsCellStyle ys_table_title = {
  .font = YS_FONT_TITLE,
  .size = 44,
  .horizontal = YS_ALIGN_CENTER,
  .vertical = YS_ALIGN_CENTER,
};
const YsCellStyle ys_table_line = { BODY, .horizontal = YS_ALIGN_START };
const YsCellStyle ys_table_line_end = { BODY, .horizontal = YS_ALIGN_END };
const YsCellStyle ys_table_head
    = { BODY, .bold = TRUE, .horizontal = YS_ALIGN_CENTER, .wrap = TRUE, .border = TRUE };
const YsCellStyle ys_table_cell
    = { BODY, .horizontal = YS_ALIGN_CENTER, .wrap = TRUE, .border = TRUE };
const YsCellStyle ys_table_text
    = { BODY, .horizontal = YS_ALIGN_START, .wrap = TRUE, .border = TRUE };
const YsCellStyle ys_table_number
    = { BODY, .horizontal = YS_ALIGN_END, .wrap = TRUE, .border = TRUE };
const YsCellStyle ys_table_note = {
  .font = YS_FONT_BODY,
  .size = 24,
  .horizontal = YS_ALIGN_START,
  .vertical = YS_ALIGN_START,
  .wrap = TRUE,
};

YsPageSetup
ys_table_page (gboolean landscape, guint head_first, guint head_last)
{
  return (YsPageSetup){
    .landscape = landscape,
    .margin_mm = { 18, 15, 16, 15 },
    .fit_to_width = TRUE,
    .repeat_first = head_first,
    .repeat_last = head_last,
    .footer_center = "第 %p 页，共 %n 页",
  };
}

/* A width of w characters is drawn 7w + 5 px wide. */
void
ys_table_set_widths (YsSheet *sheet, const int *pixels, guint n)
{
  g_return_if_fail (n <= ys_sheet_n_columns (sheet));

  for (guint column = 0; column < n; column++)
    ys_sheet_set_column_width (sheet, column, (pixels[column] - 5) / 7.0);
}

void
ys_table_merge (
    YsSheet *sheet, guint row, guint first, guint last, const char *text, const YsCellStyle *style)
{
  YsSheetValue value = text != NULL && *text != '\0' ? YS_SHEET_TEXT (text) : YS_SHEET_EMPTY;

  if (first == last)
    ys_sheet_set (sheet, row, first, value, style);
  else
    ys_sheet_merge (sheet, (YsSheetRange){ row, first, row, last }, value, style);
}

void
ys_table_set_title (YsSheet *sheet, guint row, const char *title)
{
  ys_table_merge (sheet, row, 0, ys_sheet_n_columns (sheet) - 1, title, &ys_table_title);
  ys_sheet_set_row_height (sheet, row, YS_TABLE_TITLE_HEIGHT);
}

void
ys_table_set_heads (YsSheet *sheet, guint row, const char *const *heads, guint n)
{
  for (guint column = 0; column < n; column++)
    ys_sheet_set (sheet, row, column, YS_SHEET_TEXT (heads[column]), &ys_table_head);
}
