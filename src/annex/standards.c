/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and the common frame of the three standards. Where the plan prints XX镇 stands the town of
 * the office. */
#include "config.h"

#include "standards-private.h"

#include <string.h>

#define TITLE_1 "镇村环境卫生长效综合管理考评标准及扣分细则"
#define TITLE_1_SECOND "（住宅小区）"
#define TITLE_2 "物业管理工作考核细则"
#define TITLE_3 "党建引领物业管理服务工作市级示范点评分标准"

static void
cut_suffix (char *text, const char *suffix)
{
  if (g_str_has_suffix (text, suffix) && strlen (text) > strlen (suffix))
    text[strlen (text) - strlen (suffix)] = '\0';
}

char *
ys_standard_place (const YsOffice *office)
{
  char *place;

  g_return_val_if_fail (office != NULL, NULL);

  place = ys_office_reporting_unit (office);
  cut_suffix (place, "人民政府");
  cut_suffix (place, "办事处");
  return place;
}

static char *
first_line (const YsOffice *office, int annex)
{
  g_autofree char *place = ys_standard_place (office);

  switch ((YsAnnex)annex)
    {
    case YS_ANNEX_1:
      return g_strconcat (place, TITLE_1, NULL);
    case YS_ANNEX_2:
      return g_strconcat (place, TITLE_2, NULL);
    case YS_ANNEX_3:
      return g_strdup (TITLE_3);
    case YS_ANNEX_UNKNOWN:
      break;
    }
  g_return_val_if_reached (NULL);
}

char *
ys_standard_title (const YsOffice *office, int annex)
{
  g_autofree char *line = NULL;

  g_return_val_if_fail (office != NULL, NULL);

  line = first_line (office, annex);
  return g_strconcat (line, annex == YS_ANNEX_1 ? TITLE_1_SECOND : "", NULL);
}

const YsClause *
ys_standard_clause (const YsStandard *standard, guint index)
{
  return standard->clauses->pdata[index];
}

guint
ys_standard_run (const YsStandard *standard, guint index, gsize member)
{
  const char *text = G_STRUCT_MEMBER (char *, standard->clauses->pdata[index], member);
  guint end = index + 1;

  while (end < standard->clauses->len
         && g_strcmp0 (G_STRUCT_MEMBER (char *, standard->clauses->pdata[end], member), text) == 0)
    end++;
  return end;
}

void
ys_standard_merge_down (YsSheet *sheet,
                        guint column,
                        guint first_row,
                        guint last_row,
                        YsSheetValue value,
                        const YsCellStyle *style)
{
  if (first_row == last_row)
    ys_sheet_set (sheet, first_row, column, value, style);
  else
    ys_sheet_merge (sheet, (YsSheetRange){ first_row, column, last_row, column }, value, style);
}

void
ys_filled_head_set (YsSheet *sheet, guint row, const YsFilledHead *head)
{
  guint last = ys_sheet_n_columns (sheet) - 1;
  guint half = last / 2;
  g_autofree char *day
      = ys_date_is_full (head->date) ? ys_date_to_chinese (head->date) : g_strdup ("");
  g_autofree char *left
      = g_strdup_printf ("小区名称：%s　　考评周期：%s", head->compound, head->period);
  g_autofree char *right = g_strconcat ("填报时间：", day, NULL);

  ys_table_merge (sheet, row, 0, half, left, &ys_table_line);
  ys_table_merge (sheet, row, half + 1, last, right, &ys_table_line_end);
  ys_sheet_set_row_height (sheet, row, YS_TABLE_LINE_HEIGHT);
}

guint
ys_standard_set_top (YsSheet *sheet, const YsStandard *standard, const char *second_line)
{
  g_autofree char *name = g_strdup_printf ("附件%d：", standard->catalogue->annex);
  g_autofree char *title = first_line (standard->office, standard->catalogue->annex);
  guint row = 0;

  ys_table_merge (sheet, row, 0, ys_sheet_n_columns (sheet) - 1, name, &ys_table_line);
  ys_sheet_set_row_height (sheet, row++, YS_TABLE_LINE_HEIGHT);
  ys_table_set_title (sheet, row++, title);
  if (second_line != NULL)
    ys_table_set_title (sheet, row++, second_line);
  if (standard->head != NULL)
    ys_filled_head_set (sheet, row++, standard->head);
  return row;
}

void
ys_standard_set_total (YsSheet *sheet, guint row, const char *label, gint64 points)
{
  guint last = ys_sheet_n_columns (sheet) - 1;

  ys_table_merge (sheet, row, 0, last - 1, label, &ys_table_head);
  ys_sheet_set (sheet, row, last, YS_SHEET_HUNDREDTHS (points), &ys_table_number);
}

YsSheet *
ys_standard_build (const YsOffice *office,
                   const YsCatalogue *catalogue,
                   GPtrArray *clauses,
                   const YsFilledHead *head,
                   const YsClauseFill *fills)
{
  const YsStandard standard = { office, catalogue, clauses, head, fills };

  g_return_val_if_fail (office != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (clauses != NULL, NULL);
  g_return_val_if_fail (head != NULL || fills == NULL, NULL);

  switch ((YsAnnex)catalogue->annex)
    {
    case YS_ANNEX_1:
      return ys_standard_build_long_term (&standard);
    case YS_ANNEX_2:
      return ys_standard_build_property (&standard);
    case YS_ANNEX_3:
      return ys_standard_build_party (&standard);
    case YS_ANNEX_UNKNOWN:
      break;
    }
  g_return_val_if_reached (NULL);
}
