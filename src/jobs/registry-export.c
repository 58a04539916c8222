/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as text for the clipboard and as a file for Excel. */
#include "config.h"

#include "registry-private.h"
#include "job-error.h"
#include "registry-list.h"
#include "text-writer.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const YsRegistry *registry;
  const guint *indexes;
} Selection;

static YsRegistryListRow
make_row (const YsRegistryItem *item)
{
  return (YsRegistryListRow){ item->compound, item->community, item->company };
}

char *
ys_registry_copy (const YsRegistry *registry, const guint *indexes, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_return_val_if_fail (registry != NULL && (indexes != NULL || n == 0), NULL);

  g_ptr_array_add (rows, ys_registry_list_heads (TRUE));
  for (guint i = 0; i < n; i++)
    {
      YsRegistryListRow row = make_row (&registry->items[indexes[i]]);

      g_ptr_array_add (rows, ys_registry_list_texts (i + 1, &row, TRUE));
    }
  return ys_rows_to_paste (rows);
}

static void
give_row (guint index, YsRegistryListRow *out_row, gpointer user_data)
{
  const Selection *selection = user_data;

  *out_row = make_row (&selection->registry->items[selection->indexes[index]]);
}

static gboolean
write_xlsx (YsSheet *sheet, const char *path, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  YsDocumentInfo info = { .title = ys_sheet_name (sheet), .created = now };

  g_ptr_array_add (sheets, sheet);
  return ys_xlsx_write_file (sheets, &info, path, NULL, error);
}

/* (transfer full) (element-type guint) */
static GArray *
list_present (const YsRegistry *registry)
{
  static const YsRegistryFilter all = { 0 };

  return ys_registry_filter (registry, &all);
}

static gboolean
ends_in (const char *path, const char *ending)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ending);
}

gboolean
ys_registry_export (const YsRegistry *registry,
                    const guint *indexes,
                    guint n,
                    gboolean with_personal,
                    const char *path,
                    YsInstant now,
                    GError **error)
{
  g_autoptr (GArray) present = NULL;
  g_autoptr (YsSheet) sheet = NULL;
  Selection selection = { registry, indexes };

  g_return_val_if_fail (registry != NULL && path != NULL, FALSE);

  if (!ends_in (path, ".xlsx") && !ends_in (path, ".csv"))
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("The list is written as .xlsx or .csv. Let the file name end so."));
      return FALSE;
    }
  if (indexes == NULL)
    {
      present = list_present (registry);
      selection.indexes = (const guint *)(gpointer)present->data;
      n = present->len;
    }
  sheet = ys_registry_list_build (n, give_row, &selection, NULL, with_personal);
  return ends_in (path, ".csv") ? ys_csv_write_file (sheet, path, error)
                                : write_xlsx (sheet, path, now, error);
}
