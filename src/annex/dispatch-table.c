/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays out annex 5 of seed 004: title, reporting unit and date, eleven heads, rows, sign-off line,
 * notes 1 and 2. Words are the annex's own; only the office's unit, recipient, mail and phone are
 * put in their places. One sheet per town or subdistrict, each numbered from 1. */
#include "config.h"

#include "dispatch-table.h"

#include <string.h>

#include "compound.h"
#include "table-style.h"
#include "text.h"

#define TABLE_TITLE "住宅小区物业管理全覆盖进展情况调度表"
#define SHEET_NAME "调度表"
/* The annex prints the colon after 邮箱 in half width. */
#define NOTE_1                                                                                                                               \
  "注：1.根据小区实际情况结合管理服务好、中、差程度划分类别。分为1、2、3三个等次。近年来，"         \
  "通过改造提升，基础设施得到改善，管理条件较好，已实施物业管理服务的划分为1类；基础设施一般，" \
  "管理难度相对较大的为2类；基础设施较差或小区规模较小、管理难度较大的划分为3类。"
#define NOTE_2 "　　2.每月1号、15号报送至%s。邮箱:%s，联系电话：%s。"
#define NOTE_2_RECIPIENT "区住建局（住房保障服务中心物业科）"
/* To be filled in by hand. */
#define NOTE_2_BLANK "________________"

enum
{
  ROW_TITLE,
  ROW_UNIT,
  ROW_HEADS,
  ROW_FIRST
};

#define LAST_COLUMN (YS_DISPATCH_N_COLUMNS - 1)
#define LAST_COLUMN_OF_UNIT YS_DISPATCH_NATURE
#define LAST_COLUMN_OF_REPORTER YS_DISPATCH_CLASS
#define LAST_COLUMN_OF_REVIEWER YS_DISPATCH_SERVICES

/* Pixels at 96 dpi, as spreadsheets draw them: together the 267 mm between margins of 15 mm on A4
 * landscape. At 12 pt a Han character is 16 px and a cell pads by 5; a digit is 8, but 9 in the
 * fonts that stand in where 仿宋 is missing, and phone and date must not break there. */
static const int pixels[YS_DISPATCH_N_COLUMNS] = {
  [YS_DISPATCH_NUMBER] = 40,     [YS_DISPATCH_COMMUNITY] = 82, [YS_DISPATCH_NAME] = 134,
  [YS_DISPATCH_CLASS] = 40,      [YS_DISPATCH_COMPANY] = 102,  [YS_DISPATCH_NATURE] = 102,
  [YS_DISPATCH_ENTRY_DATE] = 90, [YS_DISPATCH_SERVICES] = 154, [YS_DISPATCH_MANAGER] = 86,
  [YS_DISPATCH_PHONE] = 104,     [YS_DISPATCH_REMARK] = 75,
};

/* What every sheet of one table has in common. */
typedef struct
{
  const YsOffice *office;
  YsDate date;
  const char *reporter;
  const char *reviewer;
  YsDispatchMarkFunc mark;
  gpointer user_data;
} Table;

/* The rows of one town or subdistrict. */
typedef struct
{
  char *unit; /* reporting unit */
  const char *town;
  GPtrArray *rows; /* borrowed YsDispatchRow */
} Part;

static void
part_free (Part *part)
{
  g_free (part->unit);
  g_ptr_array_unref (part->rows);
  g_free (part);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* 桑村镇 → 桑村镇人民政府, 山城街道 → 山城街道办事处; a name of another kind stands as it is. */
static char *
unit_of_town (const YsOffice *office, const char *town)
{
  YsOffice other = { 0 };

  if (is_empty (town))
    return ys_office_reporting_unit (office);
  if (g_str_has_suffix (town, "街道"))
    other.level = YS_LEVEL_SUBDISTRICT;
  else if (g_str_has_suffix (town, "镇") || g_str_has_suffix (town, "乡"))
    other.level = YS_LEVEL_TOWN;
  else
    return g_strdup (town);
  other.name = (char *)town;
  return ys_office_reporting_unit (&other);
}

static Part *
find_part (GPtrArray *parts, const char *unit)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = g_ptr_array_index (parts, i);

      if (g_strcmp0 (part->unit, unit) == 0)
        return part;
    }
  return NULL;
}

/* An office of a town or subdistrict files one table in its own name, whether or not its
 * communities name the town; only two different towns make two tables. */
static gboolean
names_one_town (GPtrArray *rows)
{
  const char *first = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const YsDispatchRow *row = g_ptr_array_index (rows, i);

      if (is_empty (row->town))
        continue;
      if (first == NULL)
        first = row->town;
      else if (strcmp (first, row->town) != 0)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
part_rows (const YsOffice *office, GPtrArray *rows)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify)part_free);
  gboolean own = office->level != YS_LEVEL_DISTRICT && names_one_town (rows);

  for (guint i = 0; i < rows->len || parts->len == 0; i++)
    {
      const YsDispatchRow *row = i < rows->len ? g_ptr_array_index (rows, i) : NULL;
      const char *town = own || row == NULL ? NULL : row->town;
      g_autofree char *unit = unit_of_town (office, town);
      Part *part = find_part (parts, unit);

      if (part == NULL)
        {
          part = g_new0 (Part, 1);
          part->unit = g_steal_pointer (&unit);
          part->town = town;
          part->rows = g_ptr_array_new ();
          g_ptr_array_add (parts, part);
        }
      if (row != NULL)
        g_ptr_array_add (part->rows, (gpointer)row);
    }
  return parts;
}

/* A name that every spreadsheet program takes: at most 31 characters, none of []:*?/\', and none
 * twice. */
static char *
sheet_name_for (const Part *part, guint n_parts, guint index)
{
  const char *wanted = is_empty (part->town) ? part->unit : part->town;
  g_autofree char *plain = NULL;
  g_autofree char *cut = NULL;

  if (n_parts == 1)
    return g_strdup (SHEET_NAME);
  plain = g_strdelimit (g_strdup (wanted), "[]:*?/\\'", '_');
  cut = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), 26));
  if (strcmp (cut, wanted) == 0)
    return g_steal_pointer (&cut);
  return g_strdup_printf ("%u %s", index + 1, cut);
}

static void
set_top (YsSheet *sheet, const Table *table, const Part *part)
{
  g_autofree char *day = ys_date_to_chinese (table->date);
  g_autofree char *date = g_strconcat ("填报时间：", day, NULL);

  ys_table_set_title (sheet, ROW_TITLE, TABLE_TITLE);
  ys_table_merge (sheet, ROW_UNIT, 0, LAST_COLUMN_OF_UNIT, part->unit, &ys_table_line);
  ys_table_merge (sheet, ROW_UNIT, LAST_COLUMN_OF_UNIT + 1, LAST_COLUMN, date, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, ROW_UNIT, YS_TABLE_LINE_HEIGHT);
  ys_table_set_widths (sheet, pixels, YS_DISPATCH_N_COLUMNS);
  for (guint column = 0; column < YS_DISPATCH_N_COLUMNS; column++)
    {
      const char *head = ys_dispatch_column_head (column);

      ys_sheet_set (sheet, ROW_HEADS, column, YS_SHEET_TEXT (head), &ys_table_head);
    }
}

/* Numbers as numbers, full dates as dates; a date known to the month, and the phone, as text. */
static YsSheetValue
cell_value (const YsDispatchRow *row, YsDispatchColumn column, guint number, const char *text)
{
  if (column == YS_DISPATCH_NUMBER)
    return YS_SHEET_COUNT (number);
  if (is_empty (text))
    return YS_SHEET_EMPTY;
  if (column == YS_DISPATCH_CLASS)
    return YS_SHEET_COUNT (row->class);
  if (column == YS_DISPATCH_ENTRY_DATE)
    return YS_SHEET_DATE (row->entry_date);
  return YS_SHEET_TEXT (text);
}

static void
set_row (YsSheet *sheet, const Table *table, const YsDispatchRow *row, guint number)
{
  guint at = ROW_FIRST + number - 1;

  for (guint column = 0; column < YS_DISPATCH_N_COLUMNS; column++)
    {
      const char *field = ys_dispatch_column_field (column);
      g_autofree char *text = ys_dispatch_row_text (row, column);

      ys_sheet_set (sheet, at, column, cell_value (row, column, number, text), &ys_table_cell);
      if (field == NULL)
        continue;
      ys_sheet_set_origin (sheet, at, column, row->compound_id, field);
      if (table->mark != NULL)
        ys_sheet_set_mark (sheet, at, column, table->mark (row, column, table->user_data));
    }
}

static void
set_bottom (YsSheet *sheet, const Table *table, guint at)
{
  const YsOffice *office = table->office;
  g_autofree char *reporter = g_strconcat ("填报人：", table->reporter, NULL);
  g_autofree char *reviewer = g_strconcat ("审核人：", table->reviewer, NULL);
  g_autofree char *note_2
      = g_strdup_printf (NOTE_2,
                         is_empty (office->recipient) ? NOTE_2_RECIPIENT : office->recipient,
                         is_empty (office->email) ? NOTE_2_BLANK : office->email,
                         is_empty (office->phone) ? NOTE_2_BLANK : office->phone);

  ys_table_merge (sheet, at, 0, LAST_COLUMN_OF_REPORTER, reporter, &ys_table_line);
  ys_table_merge (sheet, at, LAST_COLUMN_OF_REPORTER + 1, LAST_COLUMN_OF_REVIEWER, reviewer,
                  &ys_table_line);
  ys_sheet_set_row_height (sheet, at, 26);
  ys_table_merge (sheet, at + 1, 0, LAST_COLUMN, NOTE_1, &ys_table_note);
  ys_table_merge (sheet, at + 2, 0, LAST_COLUMN, note_2, &ys_table_note);
}

static YsSheet *
build_sheet (const Table *table, const Part *part, const char *name)
{
  YsSheet *sheet = ys_sheet_new (name, YS_DISPATCH_N_COLUMNS);
  YsPageSetup page = ys_table_page (TRUE, ROW_HEADS, ROW_HEADS);

  ys_sheet_set_page (sheet, &page);
  set_top (sheet, table, part);
  for (guint i = 0; i < part->rows->len; i++)
    set_row (sheet, table, g_ptr_array_index (part->rows, i), i + 1);
  set_bottom (sheet, table, ROW_FIRST + part->rows->len);
  return sheet;
}

const char *
ys_dispatch_table_title (void)
{
  return TABLE_TITLE;
}

GPtrArray *
ys_dispatch_table_build (const YsOffice *office,
                         GPtrArray *rows,
                         YsDate date,
                         const char *reporter,
                         const char *reviewer,
                         YsDispatchMarkFunc mark,
                         gpointer user_data)
{
  const Table table = { office, date, reporter, reviewer, mark, user_data };
  g_autoptr (GPtrArray) parts = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (office != NULL, NULL);
  g_return_val_if_fail (rows != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date), NULL);

  parts = part_rows (office, rows);
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_sheet_unref);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = g_ptr_array_index (parts, i);
      g_autofree char *name = sheet_name_for (part, parts->len, i);

      g_ptr_array_add (sheets, build_sheet (&table, part, name));
    }
  return sheets;
}

char *
ys_dispatch_file_name (const YsOffice *office, YsDate date)
{
  g_autofree char *unit = NULL;
  g_autofree char *day = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (office != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date), NULL);

  unit = ys_office_reporting_unit (office);
  day = ys_date_to_chinese (date);
  name = g_strdup_printf ("%s" TABLE_TITLE "（%s）", unit, day);
  return ys_text_to_filename (name);
}
