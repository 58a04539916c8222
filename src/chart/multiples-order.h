/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of small charts, and what all of them are compared with. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

#define YS_MULTIPLES_PER_PAGE 20

typedef struct
{
  const YsTrendData *data;
  guint             *order;      /* lines: by community when there are any, then by rank, without one last */
  gint64            *medians;    /* one a period; YS_NO_POINTS */
  gboolean           has_groups;
} YsMultiples;

YsMultiples *ys_multiples_new (const YsTrendData *data);
void         ys_multiples_free (YsMultiples *multiples);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsMultiples, ys_multiples_free)

/* Whether the lines at two places of the order are of one community. */
gboolean     ys_multiples_same_group (const YsMultiples *multiples, guint a, guint b);

G_END_DECLS
