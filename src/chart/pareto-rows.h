/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a Pareto chart shows of its items: how many stand alone, and where half and 80% are passed. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

typedef struct
{
  guint   *order;       /* items, most first, those without a finding last */
  guint    n_items;     /* of the data */
  guint    n_found;     /* items with a finding */
  guint    n_shown;     /* rows with a bar of their own */
  guint    n_rest;      /* items in the hollow one; 0: there is none */
  gboolean splits;      /* the hollow one holds items with as many as the last row */
  guint    half, most;  /* rows up to which half, 80% are passed, equals together; 0: not among the rows */
  guint    n_for_half;  /* items that make half, equals together */
  guint64  total, rest;
} YsParetoRows;

/* @room: rows that have room, the hollow one too. */
void ys_pareto_rows_init (YsParetoRows *rows, const YsParetoData *data, guint room);
void ys_pareto_rows_clear (YsParetoRows *rows);

G_END_DECLS
