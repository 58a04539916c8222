/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values that reading a worksheet gives: plain structs and who frees them. */
#include "config.h"

#include "registry-reader-private.h"

const char *
ys_table_shape_nick (YsTableShape shape)
{
  switch (shape)
    {
    case YS_SHAPE_NONE:
      return NULL;
    case YS_SHAPE_ANNEX3:
      return "annex3";
    case YS_SHAPE_ANNEX4:
      return "annex4";
    case YS_SHAPE_ANNEX5:
      return "annex5";
    case YS_SHAPE_COLUMNS:
      return "columns";
    }
  g_return_val_if_reached (NULL);
}

static void
raw_value_free (gpointer data)
{
  YsRawValue *value = data;

  g_free (value->text);
  g_free (value);
}

YsRawCompound *
ys_raw_compound_new (guint row, char *name)
{
  YsRawCompound *compound = g_new0 (YsRawCompound, 1);

  compound->row = row;
  compound->name = name;
  compound->values = g_ptr_array_new_with_free_func (raw_value_free);
  return compound;
}

void
ys_raw_compound_free (YsRawCompound *compound)
{
  g_free (compound->name);
  g_free (compound->doubt);
  g_ptr_array_unref (compound->values);
  g_free (compound);
}

void
ys_raw_compound_add (YsRawCompound *compound,
                     const char *field,
                     char *text,
                     guint column,
                     YsCellKind kind,
                     gboolean inferred)
{
  YsRawValue *value = g_new (YsRawValue, 1);

  *value = (YsRawValue){ field, text, column, kind, inferred };
  g_ptr_array_add (compound->values, value);
}

const YsRawValue *
ys_raw_compound_value (const YsRawCompound *compound, const char *field)
{
  g_return_val_if_fail (compound != NULL, NULL);
  g_return_val_if_fail (field != NULL, NULL);

  for (guint i = 0; i < compound->values->len; i++)
    {
      const YsRawValue *value = g_ptr_array_index (compound->values, i);
      if (g_str_equal (value->field, field))
        return value;
    }
  return NULL;
}

gboolean
ys_raw_table_has_names (const YsRawTable *table)
{
  g_return_val_if_fail (table != NULL, FALSE);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      if (g_strcmp0 (column->field, "name") == 0)
        return TRUE;
    }
  return FALSE;
}

void
ys_raw_table_free (YsRawTable *table)
{
  if (table == NULL)
    return;
  g_free (table->sheet);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->compounds);
  g_free (table);
}
