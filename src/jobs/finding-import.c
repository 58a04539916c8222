/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import of findings from file to judged rows. */
#include "config.h"

#include "finding-import-private.h"

#include <glib/gi18n-lib.h>

/* Apart from the cases': 时间 is something else there. */
#define SETTING_HEADING "import.finding.heading:"

/* Of an inspection and of a finding; the first field that wants a heading has it. */
static const YsWantedColumn wanted[] = {
  { "compound", "小区|小区名称|所属小区|被检小区|受检小区|检查小区|住宅小区|项目名称" },
  { "level", "级别|检查级别|检查层级|层级" },
  { "kind", "方式|检查方式|检查类型|检查形式" },
  { "at", "检查时间|检查日期|检查日期时间|巡查时间|巡查日期|时间|日期" },
  { "clause", "条款|条款代码|代码|扣分条款|扣分项|扣分项目|考核条款|问题类别|小类|小类名称" },
  { "count", "处数|问题处数|数量|问题数|问题数量|次数" },
  { "place", "位置|问题位置|具体位置|部位|地点|问题地点|地址" },
  { "note", "情况说明|说明|问题描述|情况描述|问题说明|存在问题|具体情况" },
  { "inspectors", "检查人|检查人员|检查员|巡查人|巡查人员" },
  { "remark", "备注" },
};

const char *const *
ys_finding_import_fields (void)
{
  static const char *names[G_N_ELEMENTS (wanted) + 1];
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        names[i] = wanted[i].field;
      g_once_init_leave (&once, 1);
    }
  return names;
}

const char *
ys_finding_import_field_label (const char *field)
{
  const YsField *found;

  g_return_val_if_fail (field != NULL, NULL);

  found = ys_record_type_field (&ys_finding_type, field);
  if (found == NULL)
    found = ys_record_type_field (&ys_inspection_type, field);
  g_return_val_if_fail (found != NULL, NULL);
  return _ (found->label);
}

void
ys_finding_import_free (YsFindingImport *import)
{
  if (import == NULL)
    return;
  g_clear_pointer (&import->rows, g_ptr_array_unref);
  g_clear_pointer (&import->visits, g_hash_table_unref);
  g_clear_pointer (&import->index, ys_import_index_free);
  ys_import_tables_clear (&import->tables);
  g_free (import);
}

static YsFindingImport *
import_new (YsLedger *ledger, const char *sheet, YsInstant now)
{
  YsFindingImport *import = g_new0 (YsFindingImport, 1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (YsWantedColumn));

  g_array_append_vals (columns, wanted, G_N_ELEMENTS (wanted));
  ys_import_tables_begin (&import->tables, ledger, columns, SETTING_HEADING, "at",
                          _ ("No table with known headings was found. Head the columns such as "
                             "小区, 级别, 方式, 检查时间 and 条款, or say which heading stands for "
                             "which field."));
  import->tables.sheet = g_strdup (sheet);
  import->now = now;
  return import;
}

static YsFindingImport *
finish_new (YsFindingImport *import, GError **error)
{
  if (ys_import_tables_read (&import->tables, error) && ys_finding_import_judge (import, error))
    return import;
  ys_finding_import_free (import);
  return NULL;
}

YsFindingImport *
ys_finding_import_new (YsLedger *ledger,
                       const YsWorkbook *workbook,
                       const char *file_name,
                       const char *sheet,
                       YsInstant now,
                       GError **error)
{
  YsFindingImport *import;

  g_return_val_if_fail (ledger != NULL && workbook != NULL && file_name != NULL, NULL);

  import = import_new (ledger, sheet, now);
  import->tables.workbook = workbook;
  import->tables.file_name = g_strdup (file_name);
  return finish_new (import, error);
}

YsFindingImport *
ys_finding_import_new_from_file (YsLedger *ledger,
                                 const char *path,
                                 const YsFindingImportOptions *options,
                                 GCancellable *cancellable,
                                 GError **error)
{
  YsFindingImport *import;

  g_return_val_if_fail (ledger != NULL && path != NULL && options != NULL, NULL);

  import = import_new (ledger, options->sheet, options->now);
  import->tables.any_heads = options->any_heads;
  if (ys_import_tables_open (&import->tables, path, cancellable, error)
      && ys_import_tables_take (&import->tables, options->mapping, error))
    return finish_new (import, error);
  ys_finding_import_free (import);
  return NULL;
}

const char *
ys_finding_import_file_name (const YsFindingImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->tables.file_name;
}

GPtrArray *
ys_finding_import_columns (const YsFindingImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return ((const YsColumnTable *)g_ptr_array_index (import->tables.tables, 0))->columns;
}

GPtrArray *
ys_finding_import_rows (const YsFindingImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->rows;
}

guint
ys_finding_import_count (const YsFindingImport *import, YsVerdict verdict)
{
  g_return_val_if_fail (import != NULL && verdict < YS_N_VERDICTS, 0);

  return import->counts[verdict];
}

static const char *
refused (gconstpointer data, guint *out_table, guint *out_row)
{
  const YsFindingItem *item = data;

  *out_table = item->table;
  *out_row = item->pub.row;
  return item->pub.verdict == YS_VERDICT_REFUSED ? item->pub.reason : NULL;
}

gboolean
ys_finding_import_export_refused (const YsFindingImport *import,
                                  const char *path,
                                  YsInstant now,
                                  GError **error)
{
  g_return_val_if_fail (import != NULL && path != NULL, FALSE);

  return ys_import_tables_export_refused (&import->tables, import->rows, refused, path, now, error);
}
