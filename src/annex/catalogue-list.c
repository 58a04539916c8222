/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a catalogue's plain table. Words are the annexes' own [002 annexes 1 to 3]; the limit
 * is one cell, 3工作日. */
#include "config.h"

#include "catalogue-list.h"

#include <string.h>

#include "table-style.h"
#include "text.h"

#define LIMIT "limit"
#define LIMIT_HEADS "处置时限|时限|整改时限"

static const struct
{
  const char *field;
  const char *head; /* (nullable): the first of the field's own */
  int pixels;
  const YsCellStyle *style;
} columns[YS_CATALOGUE_N_COLUMNS] = {
  [YS_CATALOGUE_CODE] = { "code", NULL, 70, &ys_table_cell },
  [YS_CATALOGUE_KIND] = { "kind", "种类", 80, &ys_table_cell },
  [YS_CATALOGUE_GROUP] = { "group", NULL, 110, &ys_table_cell },
  [YS_CATALOGUE_CONTENT] = { "content", NULL, 180, &ys_table_text },
  [YS_CATALOGUE_NAME] = { "name", NULL, 140, &ys_table_text },
  [YS_CATALOGUE_SHORT_NAME] = { "short_name", NULL, 106, &ys_table_text },
  [YS_CATALOGUE_CRITERION] = { "criterion", NULL, 300, &ys_table_text },
  [YS_CATALOGUE_LIMIT] = { LIMIT, "处置时限", 80, &ys_table_cell },
  [YS_CATALOGUE_UNIT] = { "unit", NULL, 110, &ys_table_text },
  [YS_CATALOGUE_POINTS] = { "points", NULL, 80, &ys_table_number },
};

static const YsField *
field_of (YsCatalogueColumn column)
{
  return ys_record_type_field (&ys_clause_type, columns[column].field);
}

const char *
ys_catalogue_column_field (YsCatalogueColumn column)
{
  g_return_val_if_fail (column < YS_CATALOGUE_N_COLUMNS, NULL);

  return columns[column].field;
}

const char *
ys_catalogue_column_head (YsCatalogueColumn column)
{
  const char *aliases, *end;
  g_autofree char *first = NULL;

  g_return_val_if_fail (column < YS_CATALOGUE_N_COLUMNS, NULL);

  if (columns[column].head != NULL)
    return columns[column].head;
  aliases = field_of (column)->aliases;
  end = strchr (aliases, '|');
  first = end != NULL ? g_strndup (aliases, (gsize)(end - aliases)) : g_strdup (aliases);
  return g_intern_string (first);
}

static gboolean
is_one_of (const char *aliases, const char *key)
{
  g_auto (GStrv) names = g_strsplit (aliases, "|", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *other = ys_text_key (names[i]);

      if (g_str_equal (other, key))
        return TRUE;
    }
  return FALSE;
}

YsCatalogueColumn
ys_catalogue_column_find (const char *heading)
{
  g_autofree char *key = ys_text_key (heading);
  guint column = 0;

  for (; column < YS_CATALOGUE_N_COLUMNS; column++)
    {
      const YsField *field = field_of (column);

      if (is_one_of (field != NULL ? field->aliases : LIMIT_HEADS, key)
          || (columns[column].head != NULL && is_one_of (columns[column].head, key)))
        break;
    }
  return (YsCatalogueColumn)column;
}

static void
set_row (YsSheet *sheet, guint row, const YsClause *clause)
{
  for (guint column = 0; column < YS_CATALOGUE_N_COLUMNS; column++)
    {
      const YsField *field = field_of (column);
      g_autofree char *text = NULL;
      YsSheetValue value = YS_SHEET_EMPTY;

      if (field == NULL && clause->limit_unit != 0)
        text = g_strdup_printf ("%" G_GINT64_FORMAT "%s", clause->limit_amount.value,
                                ys_choice_official (ys_limit_unit_choices, clause->limit_unit));
      else if (field != NULL && !ys_field_is_empty (field, clause))
        text = ys_field_to_official (field, clause);
      if (column == YS_CATALOGUE_POINTS && clause->points.is_set)
        value = YS_SHEET_HUNDREDTHS (clause->points.value);
      else if (text != NULL)
        value = YS_SHEET_TEXT (text);
      ys_sheet_set (sheet, row, column, value, columns[column].style);
    }
}

YsSheet *
ys_catalogue_list_build (const char *name, GPtrArray *clauses)
{
  YsSheet *sheet;
  YsPageSetup page = ys_table_page (TRUE, 0, 0);

  g_return_val_if_fail (name != NULL && clauses != NULL, NULL);

  sheet = ys_sheet_new (name, YS_CATALOGUE_N_COLUMNS);
  ys_sheet_set_page (sheet, &page);
  for (guint column = 0; column < YS_CATALOGUE_N_COLUMNS; column++)
    {
      ys_sheet_set_column_width (sheet, column, (columns[column].pixels - 5) / 7.0);
      ys_sheet_set (sheet, 0, column, YS_SHEET_TEXT (ys_catalogue_column_head (column)),
                    &ys_table_head);
    }
  for (guint i = 0; i < clauses->len; i++)
    set_row (sheet, i + 1, clauses->pdata[i]);
  return sheet;
}
