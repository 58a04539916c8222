/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tables of a period share. */
#pragma once

#include "period-table.h"
#include "table-style.h"

G_BEGIN_DECLS

/* Title and the line under it. The row that follows. */
guint ys_period_table_set_top (YsSheet *sheet, guint row, const YsPeriodHead *head, const char *title);
/* 填报单位, 填报人, 审核人 side by side. */
void  ys_period_table_set_bottom (YsSheet *sheet, guint row, const YsPeriodHead *head);
void  ys_period_table_set_text (YsSheet *sheet, guint row, guint column, const char *text, const YsCellStyle *style);
/* (transfer full): @title with the town before it */
char *ys_period_table_title (const YsPeriodHead *head, const char *title);

G_END_DECLS
