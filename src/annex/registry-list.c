/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of the registry's plain table: a number, community, name, then every field that may be
 * imported, in the order of the field table. Heads are the first heading that the import knows. */
#include "config.h"

#include "registry-list.h"

#include "number.h"
#include "table-style.h"

#define SHEET_NAME "小区档案"
#define NUMBER_HEAD "序号"
#define MAX_COLUMNS 40

typedef struct
{
  const YsField *fields[MAX_COLUMNS]; /* NULL: the number */
  guint n;
} Columns;

typedef struct
{
  Columns columns;
  YsRegistryListFunc row;
  gpointer user_data;
  GDestroyNotify destroy;
} Source;

/* One line each: a source's rows have one height. */
static const YsCellStyle text_style = {
  .font = YS_FONT_BODY,
  .size = 24,
  .vertical = YS_ALIGN_CENTER,
  .border = TRUE,
};
static const YsCellStyle number_style = {
  .font = YS_FONT_BODY,
  .size = 24,
  .horizontal = YS_ALIGN_END,
  .vertical = YS_ALIGN_CENTER,
  .border = TRUE,
};

static gboolean
is_member (const YsField *field, gsize offset)
{
  return field->offset == offset;
}

static void
add_member (Columns *columns, gsize offset)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if (is_member (&ys_compound_type.fields[i], offset))
      columns->fields[columns->n++] = &ys_compound_type.fields[i];
}

static Columns
list_columns (gboolean with_personal)
{
  Columns columns = { .n = 1 };

  add_member (&columns, G_STRUCT_OFFSET (YsCompound, community_id));
  add_member (&columns, G_STRUCT_OFFSET (YsCompound, name));
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if ((field->flags & YS_FIELD_IMPORT) == 0
          || is_member (field, G_STRUCT_OFFSET (YsCompound, community_id))
          || is_member (field, G_STRUCT_OFFSET (YsCompound, name)))
        continue;
      if (!with_personal && (field->flags & YS_FIELD_PERSONAL) != 0)
        continue;
      g_assert (columns.n < MAX_COLUMNS);
      columns.fields[columns.n++] = field;
    }
  return columns;
}

static char *
column_head (const YsField *field)
{
  const char *end;

  if (field == NULL)
    return g_strdup (NUMBER_HEAD);
  g_assert (field->aliases != NULL);
  end = strchr (field->aliases, '|');
  return end == NULL ? g_strdup (field->aliases)
                     : g_strndup (field->aliases, (gsize)(end - field->aliases));
}

static char *
cell_text (const YsRegistryListRow *row, const YsField *field)
{
  if (is_member (field, G_STRUCT_OFFSET (YsCompound, community_id)))
    return g_strdup (row->community != NULL ? row->community : "");
  if (is_member (field, G_STRUCT_OFFSET (YsCompound, company_id)))
    return g_strdup (row->company != NULL ? row->company : "");
  return ys_field_to_official (field, row->compound);
}

/* @out_text: (transfer full) (nullable): keeps the value's text alive */
static YsSheetValue
cell_value (const YsRegistryListRow *row, const YsField *field, char **out_text)
{
  YsNumber number;

  *out_text = NULL;
  if (ys_field_is_empty (field, row->compound))
    return YS_SHEET_EMPTY;
  switch (field->type)
    {
    case YS_FIELD_COUNT:
      number = ys_field_get_number (field, row->compound);
      return YS_SHEET_COUNT (number.value);
    case YS_FIELD_HUNDREDTHS:
      number = ys_field_get_number (field, row->compound);
      return YS_SHEET_HUNDREDTHS (number.value);
    case YS_FIELD_DATE:
      return YS_SHEET_DATE (ys_field_get_date (field, row->compound));
    case YS_FIELD_TEXT:
    case YS_FIELD_CHOICE:
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      break;
    }
  *out_text = cell_text (row, field);
  return YS_SHEET_TEXT (*out_text);
}

static const YsCellStyle *
cell_style (const YsField *field)
{
  return field == NULL || field->type == YS_FIELD_COUNT || field->type == YS_FIELD_HUNDREDTHS
             ? &number_style
             : &text_style;
}

static void
fill_row (YsSheetRow *cells, guint sheet_row, gpointer user_data)
{
  Source *source = user_data;
  guint index = sheet_row - 1;
  YsRegistryListRow row = { 0 };

  source->row (index, &row, source->user_data);
  ys_sheet_row_set (cells, 0, YS_SHEET_COUNT (index + 1), &number_style);
  for (guint i = 1; i < source->columns.n; i++)
    {
      const YsField *field = source->columns.fields[i];
      g_autofree char *text = NULL;

      ys_sheet_row_set (cells, i, cell_value (&row, field, &text), cell_style (field));
    }
}

static void
source_free (gpointer data)
{
  Source *source = data;

  if (source->destroy != NULL)
    source->destroy (source->user_data);
  g_free (source);
}

/* In characters: what most rows need without being cut. */
static double
column_width (const YsField *field)
{
  if (field == NULL)
    return 6;
  if (is_member (field, G_STRUCT_OFFSET (YsCompound, class)))
    return 6;
  if (is_member (field, G_STRUCT_OFFSET (YsCompound, services)))
    return 28;
  switch (field->type)
    {
    case YS_FIELD_COUNT:
      return 9;
    case YS_FIELD_CHOICE:
      return 10;
    case YS_FIELD_HUNDREDTHS:
    case YS_FIELD_DATE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      return 13;
    case YS_FIELD_TEXT:
    case YS_FIELD_REFERENCE:
      break;
    }
  return 18;
}

YsSheet *
ys_registry_list_build (guint n_rows,
                        YsRegistryListFunc row,
                        gpointer user_data,
                        GDestroyNotify destroy,
                        gboolean with_personal)
{
  static const YsPageSetup page = { .landscape = TRUE,
                                    .margin_mm = { 15, 15, 15, 15 },
                                    .fit_to_width = TRUE,
                                    .repeat_first = 0,
                                    .repeat_last = 0,
                                    .footer_center = "%p / %n" };
  Source *source = g_new0 (Source, 1);
  YsSheet *sheet;

  source->columns = list_columns (with_personal);
  source->row = row;
  source->user_data = user_data;
  source->destroy = destroy;

  sheet = ys_sheet_new (SHEET_NAME, source->columns.n);
  for (guint i = 0; i < source->columns.n; i++)
    {
      g_autofree char *head = column_head (source->columns.fields[i]);

      ys_sheet_set (sheet, 0, i, YS_SHEET_TEXT (head), &ys_table_head);
      ys_sheet_set_column_width (sheet, i, column_width (source->columns.fields[i]));
    }
  ys_sheet_set_page (sheet, &page);
  ys_sheet_set_source (sheet, 1, n_rows, fill_row, source, source_free);
  return sheet;
}

GStrv
ys_registry_list_heads (gboolean with_personal)
{
  Columns columns = list_columns (with_personal);
  GStrv heads = g_new0 (char *, columns.n + 1);

  for (guint i = 0; i < columns.n; i++)
    heads[i] = column_head (columns.fields[i]);
  return heads;
}

GStrv
ys_registry_list_texts (guint number, const YsRegistryListRow *row, gboolean with_personal)
{
  Columns columns = list_columns (with_personal);
  GStrv texts = g_new0 (char *, columns.n + 1);

  g_return_val_if_fail (row != NULL && row->compound != NULL, texts);

  texts[0] = ys_count_to_text (number, FALSE);
  for (guint i = 1; i < columns.n; i++)
    {
      g_autofree char *text = NULL;

      texts[i] = ys_sheet_value_to_text (cell_value (row, columns.fields[i], &text));
    }
  return texts;
}
