/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the chart of deadlines in their order, and their sums. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define YS_TIMELINESS_ROWS_PER_PAGE 20

typedef struct
{
  YsTimelinessRow *rows;   /* most not on time first, still open before late; no finding last */
  guint            n_rows;
  guint64          on_time, late, open, not_due;
} YsTimelinessTable;

YsTimelinessTable *ys_timeliness_table_new (const YsTimelinessData *data);
void               ys_timeliness_table_free (YsTimelinessTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTimelinessTable, ys_timeliness_table_free)

/* (transfer full): "到期 159 处，按期 144 处，按期率 90.57%；枣花园逾期 4 处". */
char              *ys_timeliness_finding (const YsTimelinessTable *table);

G_END_DECLS
