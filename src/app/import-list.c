/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders rows once per judging: refused, doubtful, changed, new, same; within each as in the file.
 */
#include "config.h"

#include "import-list.h"

struct _YsImportList
{
  YsSlotList parent_instance;

  YsImport *import; /* borrowed, (nullable) */
  GArray *indexes;  /* (element-type guint) */
};

G_DEFINE_FINAL_TYPE (YsImportList, ys_import_list, YS_TYPE_SLOT_LIST)

static void
ys_import_list_finalize (GObject *object)
{
  g_clear_pointer (&YS_IMPORT_LIST (object)->indexes, g_array_unref);
  G_OBJECT_CLASS (ys_import_list_parent_class)->finalize (object);
}

static void
ys_import_list_class_init (YsImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ys_import_list_finalize;
}

static void
ys_import_list_init (YsImportList *list)
{
  list->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
}

YsImportList *
ys_import_list_new (void)
{
  return g_object_new (YS_TYPE_IMPORT_LIST, NULL);
}

static void
append_verdict (YsImportList *list, YsVerdict verdict)
{
  for (guint i = 0; i < ys_import_n_rows (list->import); i++)
    if (ys_import_row (list->import, i)->verdict == verdict)
      g_array_append_val (list->indexes, i);
}

void
ys_import_list_show (YsImportList *list, YsImport *import, YsVerdict verdict)
{
  static const YsVerdict order[] = { YS_VERDICT_REFUSED, YS_VERDICT_DOUBTFUL, YS_VERDICT_CHANGED,
                                     YS_VERDICT_NEW, YS_VERDICT_SAME };

  g_return_if_fail (YS_IS_IMPORT_LIST (list));

  list->import = import;
  g_array_set_size (list->indexes, 0);
  for (guint i = 0; import != NULL && i < G_N_ELEMENTS (order); i++)
    if (verdict == YS_N_VERDICTS || verdict == order[i])
      append_verdict (list, order[i]);
  ys_slot_list_refill (YS_SLOT_LIST (list), list->indexes->len);
}

guint
ys_import_list_index (YsSlot *slot)
{
  YsSlotList *base = ys_slot_get_list (slot);
  YsImportList *list;

  if (base == NULL)
    return G_MAXUINT;
  list = YS_IMPORT_LIST (base);
  if (list->import == NULL || ys_slot_get_position (slot) >= list->indexes->len)
    return G_MAXUINT;
  return g_array_index (list->indexes, guint, ys_slot_get_position (slot));
}

YsImport *
ys_import_list_import (YsSlot *slot)
{
  YsSlotList *list = ys_slot_get_list (slot);

  return list != NULL ? YS_IMPORT_LIST (list)->import : NULL;
}
