/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out the rectification notice: whom it goes to, what was found, until when, the photos, who
 * signs. A4 upright, as it is pinned up and handed over. */
#include "config.h"

#include "rectification-notice.h"

#include "table-style.h"

#define SHEET_NAME "整改通知单"
#define TITLE "整改通知单"
#define PHOTOS_A_ROW 3
#define PHOTO_HEIGHT 128

enum
{
  NUMBER,
  CLAUSE,
  COUNT,
  PLACE,
  NOTE,
  LIMIT,
  DEADLINE,
  UNIT,
  N_COLUMNS
};

static const char *const heads[N_COLUMNS]
    = { "序号", "问题", "处数", "位置", "情况说明", "处置时限", "整改期限", "责任单位" };
static const int pixels[N_COLUMNS] = { 40, 116, 42, 98, 128, 74, 98, 84 };
/* Columns of the three photos in a row. */
static const guint photo_columns[PHOTOS_A_ROW][2]
    = { { NUMBER, COUNT }, { PLACE, NOTE }, { LIMIT, UNIT } };

/* 10月14日17:30 */
static char *
instant_words (YsInstant instant)
{
  YsDate date = ys_instant_to_date (instant);
  gint64 minutes = (instant + YS_SHANGHAI_OFFSET_SECONDS) / 60 % (24 * 60);

  return g_strdup_printf ("%d月%d日 %d:%02d", date.month, date.day, (int)(minutes / 60),
                          (int)(minutes % 60));
}

static char *
body_words (const YsNotice *notice)
{
  GString *text = g_string_new ("　　");

  if (notice->at != 0)
    {
      g_autofree char *day = ys_date_to_chinese (ys_instant_to_date (notice->at));

      g_string_append_printf (text, "%s，", day);
    }
  g_string_append_printf (
      text,
      "经%s，你小区存在下列问题。请在整改期限前整改到位，并将整改情况和整改后照片反馈我单位复查。",
      notice->found_by);
  if (notice->doubles)
    g_string_append (text, "未按要求及时整改到位的，双倍扣分。");
  return g_string_free (text, FALSE);
}

static char *
addressee (const YsNotice *notice)
{
  if (notice->company == NULL)
    return g_strconcat (notice->compound, "：", NULL);
  return g_strconcat (notice->compound, "（", notice->company, "）：", NULL);
}

static guint
set_top (YsSheet *sheet, const YsNotice *notice)
{
  g_autofree char *to = addressee (notice);
  g_autofree char *body = body_words (notice);
  guint row = 0;

  ys_table_set_title (sheet, row++, TITLE);
  if (notice->number != NULL)
    ys_table_merge (sheet, row++, 0, UNIT, notice->number, &ys_table_line_end);
  ys_table_merge (sheet, row++, 0, UNIT, to, &ys_table_line);
  ys_table_merge (sheet, row++, 0, UNIT, body, &ys_table_note);
  ys_table_set_heads (sheet, row, heads, N_COLUMNS);
  return row + 1;
}

static void
set_row (YsSheet *sheet, guint at, guint number, const YsNoticeRow *row)
{
  g_autofree char *day = instant_words (row->deadline);
  g_autofree char *deadline = g_strconcat (day, row->provisional ? "（暂定）" : NULL, NULL);
  g_autofree char *clause = g_strconcat (row->code, "\n", row->clause, NULL);
  const struct
  {
    const char *text;
    const YsCellStyle *style;
  } cells[N_COLUMNS] = {
    [CLAUSE] = { clause, &ys_table_cell },     [PLACE] = { row->place, &ys_table_text },
    [NOTE] = { row->note, &ys_table_text },    [LIMIT] = { row->limit, &ys_table_cell },
    [DEADLINE] = { deadline, &ys_table_cell }, [UNIT] = { row->unit, &ys_table_cell },
  };

  for (guint column = 0; column < N_COLUMNS; column++)
    if (cells[column].style != NULL)
      ys_table_merge (sheet, at, column, column, cells[column].text, cells[column].style);
  ys_sheet_set (sheet, at, NUMBER, YS_SHEET_COUNT (number), &ys_table_cell);
  ys_sheet_set (sheet, at, COUNT, YS_SHEET_COUNT (row->count), &ys_table_cell);
}

/* Picture above its caption, three beside each other. */
static guint
set_photos (YsSheet *sheet, guint at, GPtrArray *photos)
{
  for (guint i = 0; i < photos->len; i++)
    {
      const YsNoticePhoto *photo = g_ptr_array_index (photos, i);
      const guint *columns = photo_columns[i % PHOTOS_A_ROW];
      guint row = at + i / PHOTOS_A_ROW * 2;

      ys_table_merge (sheet, row, columns[0], columns[1], NULL, &ys_table_cell);
      ys_sheet_add_image (sheet, (YsSheetRange){ row, columns[0], row, columns[1] }, photo->jpeg,
                          photo->surface);
      ys_sheet_set_row_height (sheet, row, PHOTO_HEIGHT);
      ys_table_merge (sheet, row + 1, columns[0], columns[1], photo->caption, &ys_table_cell);
    }
  return at + (photos->len + PHOTOS_A_ROW - 1) / PHOTOS_A_ROW * 2;
}

static void
set_bottom (YsSheet *sheet, guint at, const YsNotice *notice)
{
  g_autofree char *day = ys_date_to_chinese (notice->date);

  ys_table_merge (sheet, at, 0, NOTE, "签收人：", &ys_table_line);
  ys_table_merge (sheet, at, LIMIT, UNIT, notice->office, &ys_table_line_end);
  ys_table_merge (sheet, at + 1, 0, NOTE, "签收时间：", &ys_table_line);
  ys_table_merge (sheet, at + 1, LIMIT, UNIT, day, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, at, 40);
  ys_sheet_set_row_height (sheet, at + 1, YS_TABLE_LINE_HEIGHT);
}

YsSheet *
ys_rectification_notice_build (const YsNotice *notice)
{
  YsSheet *sheet;
  YsPageSetup page;
  guint row;

  g_return_val_if_fail (notice != NULL && notice->rows != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (notice->date), NULL);

  sheet = ys_sheet_new (SHEET_NAME, N_COLUMNS);
  ys_table_set_widths (sheet, pixels, N_COLUMNS);
  row = set_top (sheet, notice);
  page = ys_table_page (FALSE, row - 1, row - 1);
  ys_sheet_set_page (sheet, &page);
  for (guint i = 0; i < notice->rows->len; i++)
    set_row (sheet, row++, i + 1, g_ptr_array_index (notice->rows, i));
  if (notice->photos != NULL)
    row = set_photos (sheet, row, notice->photos);
  set_bottom (sheet, row, notice);
  return sheet;
}
