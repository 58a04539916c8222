/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the three standards share. */
#pragma once

#include "standards.h"
#include "table-style.h"

G_BEGIN_DECLS

typedef struct
{
  const YsOffice *office;
  const YsCatalogue *catalogue;
  GPtrArray *clauses;
  const YsFilledHead *head;  /* (nullable) */
  const YsClauseFill *fills; /* (nullable) */
} YsStandard;

YsSheet *ys_standard_build_long_term (const YsStandard *standard);
YsSheet *ys_standard_build_property (const YsStandard *standard);
YsSheet *ys_standard_build_party (const YsStandard *standard);

const YsClause *ys_standard_clause (const YsStandard *standard, guint index);
/* One past the last clause from @index on that has the same text in @member (an offset). */
guint ys_standard_run (const YsStandard *standard, guint index, gsize member);
/* A column's cells of several rows as one. */
void ys_standard_merge_down (YsSheet *sheet,
                             guint column,
                             guint first_row,
                             guint last_row,
                             YsSheetValue value,
                             const YsCellStyle *style);
/* 小区名称, 考评周期 and 填报时间 on one line. */
void ys_filled_head_set (YsSheet *sheet, guint row, const YsFilledHead *head);
/* 附件1： and the title, of one line or two; with a head its line. The row that follows. */
guint ys_standard_set_top (YsSheet *sheet, const YsStandard *standard, const char *second_line);
/* 合计 over all columns but the last, which holds @points. */
void ys_standard_set_total (YsSheet *sheet, guint row, const char *label, gint64 points);

G_END_DECLS
