/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of annex 5 and its eleven columns: their fields, heads and printed text. */
#include "config.h"

#include "dispatch-table.h"
#include "compound.h"

static const struct
{
  const char *field; /* NULL: no field of the compound */
  const char *head;
} columns[YS_DISPATCH_N_COLUMNS] = {
  [YS_DISPATCH_NUMBER] = { NULL, "序号" },
  [YS_DISPATCH_COMMUNITY] = { "community", "社区名称" },
  [YS_DISPATCH_NAME] = { "name", "小区名称" },
  [YS_DISPATCH_CLASS] = { "class", "类别" },
  [YS_DISPATCH_COMPANY] = { "company", "入驻物业管理企业名称" },
  [YS_DISPATCH_NATURE] = { "nature", "物业管理性质\n（自主或外聘物业公司）" },
  [YS_DISPATCH_ENTRY_DATE] = { "entry_date", "入驻时间" },
  [YS_DISPATCH_SERVICES] = { "services", "服务内容" },
  [YS_DISPATCH_MANAGER] = { "manager", "物业负责人" },
  [YS_DISPATCH_PHONE] = { "phone", "联系电话" },
  [YS_DISPATCH_REMARK] = { "remark", "备注" },
};

void
ys_dispatch_row_free (YsDispatchRow *row)
{
  if (row == NULL)
    return;
  g_free (row->town);
  g_free (row->community);
  g_free (row->name);
  g_free (row->company);
  g_free (row->nature);
  g_free (row->services);
  g_free (row->manager);
  g_free (row->phone);
  g_free (row->remark);
  g_free (row);
}

const char *
ys_dispatch_column_field (YsDispatchColumn column)
{
  g_return_val_if_fail (column < YS_DISPATCH_N_COLUMNS, NULL);
  return columns[column].field;
}

const char *
ys_dispatch_column_head (YsDispatchColumn column)
{
  g_return_val_if_fail (column < YS_DISPATCH_N_COLUMNS, NULL);
  return columns[column].head;
}

static char *
copy_or_empty (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

char *
ys_dispatch_row_text (const YsDispatchRow *row, YsDispatchColumn column)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  switch (column)
    {
    case YS_DISPATCH_COMMUNITY:
      return copy_or_empty (row->community);
    case YS_DISPATCH_NAME:
      return copy_or_empty (row->name);
    case YS_DISPATCH_CLASS:
      return row->class == YS_CLASS_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%d", row->class);
    case YS_DISPATCH_COMPANY:
      return copy_or_empty (row->company);
    case YS_DISPATCH_NATURE:
      return copy_or_empty (row->nature);
    case YS_DISPATCH_ENTRY_DATE:
      date = ys_date_to_iso (row->entry_date);
      return copy_or_empty (date);
    case YS_DISPATCH_SERVICES:
      return copy_or_empty (row->services);
    case YS_DISPATCH_MANAGER:
      return copy_or_empty (row->manager);
    case YS_DISPATCH_PHONE:
      return copy_or_empty (row->phone);
    case YS_DISPATCH_REMARK:
      return copy_or_empty (row->remark);
    case YS_DISPATCH_NUMBER: /* its place in the table, which the row does not know */
    case YS_DISPATCH_N_COLUMNS:
      return g_strdup ("");
    }
  g_return_val_if_reached (NULL);
}
