/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annex 5 of seed 004, the progress dispatch table: rows in, sheet out. Title, heads and notes are
 * the annex's own words and stay Chinese in every locale. */
#pragma once

#include "office.h"
#include "sheet.h"

G_BEGIN_DECLS

/* One row, as filed: every cell's text is frozen with the submission. */
typedef struct
{
  gint64 compound_id;
  char  *town;        /* not printed: tables are per town or subdistrict */
  char  *community;
  char  *name;
  int    class;       /* YsClass */
  char  *company;
  char  *nature;      /* 自主, 外聘, "" */
  YsDate entry_date;
  char  *services;
  char  *manager;
  char  *phone;
  char  *remark;
} YsDispatchRow;

void ys_dispatch_row_free (YsDispatchRow *row);

/* The eleven columns in the annex's order; names are those of CLI.md's JSON. */
typedef enum
{
  YS_DISPATCH_NUMBER,
  YS_DISPATCH_COMMUNITY,
  YS_DISPATCH_NAME,
  YS_DISPATCH_CLASS,
  YS_DISPATCH_COMPANY,
  YS_DISPATCH_NATURE,
  YS_DISPATCH_ENTRY_DATE,
  YS_DISPATCH_SERVICES,
  YS_DISPATCH_MANAGER,
  YS_DISPATCH_PHONE,
  YS_DISPATCH_REMARK,
  YS_DISPATCH_N_COLUMNS
} YsDispatchColumn;

/* "community", "name", "class", … ; NULL for the number. */
const char *ys_dispatch_column_field (YsDispatchColumn column);
/* The annex's head, with its line break. */
const char *ys_dispatch_column_head (YsDispatchColumn column);
/* 住宅小区物业管理全覆盖进展情况调度表 */
const char *ys_dispatch_table_title (void);
/* (transfer full): the cell's text as printed; "" for the number, which is the row's place. */
char       *ys_dispatch_row_text (const YsDispatchRow *row, YsDispatchColumn column);

/* What the screen marks in a cell. */
typedef YsSheetMark (*YsDispatchMarkFunc) (const YsDispatchRow *row, YsDispatchColumn column, gpointer user_data);

/**
 * ys_dispatch_table_build:
 * @rows: (element-type YsDispatchRow): in the order to print; one sheet per town
 * @reporter: (nullable): 填报人
 * @reviewer: (nullable): 审核人, left blank to sign
 *
 * Returns: (transfer full) (element-type YsSheet)
 */
GPtrArray  *ys_dispatch_table_build (const YsOffice *office, GPtrArray *rows, YsDate date,
                                     const char *reporter, const char *reviewer,
                                     YsDispatchMarkFunc mark, gpointer user_data);

/* (transfer full): as the clerk would write it, without extension:
 * 山城街道办事处住宅小区物业管理全覆盖进展情况调度表（2026年10月15日） */
char       *ys_dispatch_file_name (const YsOffice *office, YsDate date);

G_END_DECLS
