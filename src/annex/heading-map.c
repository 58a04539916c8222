/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a heading means: the aliases of the field tables, exactly first, then with a bracketed
 * remark left off, at last by its end. */
#include "config.h"

#include "registry-reader-private.h"

#include <string.h>

#include "community.h"
#include "text.h"

typedef struct
{
  const char *field;
  guint place;
} Meaning;

static const char *
import_name (const YsField *field)
{
  if (g_str_equal (field->name, "community_id"))
    return "community";
  if (g_str_equal (field->name, "company_id"))
    return "company";
  return field->name;
}

static void
add_aliases (GHashTable *map, const YsRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const YsField *field = &type->fields[i];
      g_auto (GStrv) aliases = NULL;

      if ((field->flags & YS_FIELD_IMPORT) == 0 || field->aliases == NULL)
        continue;
      aliases = g_strsplit (field->aliases, "|", -1);
      for (guint j = 0; aliases[j] != NULL; j++)
        {
          char *key = ys_text_key (aliases[j]);
          Meaning *meaning = g_new (Meaning, 1);

          *meaning = (Meaning){ import_name (field), j };
          if (g_hash_table_contains (map, key))
            {
              g_free (key);
              g_free (meaning);
            }
          else
            g_hash_table_insert (map, key, meaning);
        }
    }
}

static GHashTable *
get_map (void)
{
  static GHashTable *map;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      map = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      add_aliases (map, &ys_compound_type);
      add_aliases (map, &ys_community_type);
      g_once_init_leave (&once, 1);
    }
  return map;
}

const char *
ys_heading_lookup (const char *key, guint *out_place)
{
  const Meaning *meaning = g_hash_table_lookup (get_map (), key);
  const char *open = strchr (key, '(');

  if (meaning == NULL && open != NULL && open != key && g_str_has_suffix (key, ")"))
    {
      g_autofree char *bare = g_strndup (key, (gsize)(open - key));
      meaning = g_hash_table_lookup (get_map (), bare);
    }
  if (meaning == NULL)
    return NULL;
  if (out_place != NULL)
    *out_place = meaning->place;
  return meaning->field;
}

gboolean
ys_heading_is_of_others (const char *key)
{
  static const char *const others[]
      = { "社区", "业委会", "业主委员会", "物委会", "物管会", "开发", "建设单位", "网格",
          "街道", "镇",     "居委会",     "施工",   "包保",   "帮扶", "责任",     "楼长" };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (key, others[i]))
      return TRUE;
  return FALSE;
}

const char *
ys_heading_guess (const char *key)
{
  GHashTableIter iter;
  gpointer alias, value;
  gsize best = 0;
  const char *field = NULL;

  if (ys_heading_is_of_others (key) || g_utf8_strlen (key, -1) > 12)
    return NULL;
  g_hash_table_iter_init (&iter, get_map ());
  while (g_hash_table_iter_next (&iter, &alias, &value))
    {
      const Meaning *meaning = value;
      gsize length = strlen (alias);

      /* Two characters say enough at the end of a heading (物业公司电话), not what ends in 名称,
       * 说明. */
      if (length >= 6 && length > best && g_str_has_suffix (key, alias)
          && !g_str_equal (alias, "名称") && !g_str_equal (alias, "说明")
          && !g_str_equal (alias, "其他") && !g_str_equal (alias, "其它"))
        {
          best = length;
          field = meaning->field;
        }
    }
  return field;
}

gboolean
ys_heading_is_number (const char *key)
{
  static const char *const numbers[] = { "序号", "编号", "序", "no", "no.", "号" };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (key, numbers[i]))
      return TRUE;
  return FALSE;
}

YsTableShape
ys_heading_shape (const char *key)
{
  if (!g_str_has_suffix (key, "小区") && !g_str_has_suffix (key, "小区名称"))
    return YS_SHAPE_NONE;
  if (strstr (key, "未实施物业") != NULL)
    return YS_SHAPE_ANNEX4;
  return strstr (key, "实施物业") != NULL ? YS_SHAPE_ANNEX3 : YS_SHAPE_NONE;
}
