/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented figures for every chart, from ordinary to absurd. The same seed gives the same figures. */
#pragma once

#include "chart.h"

G_BEGIN_DECLS

typedef enum
{
  SAMPLE_ORDINARY,
  SAMPLE_EQUAL,      /* everything the same */
  SAMPLE_MISSING,    /* no figure anywhere */
  SAMPLE_GAPS,       /* every third figure missing */
  SAMPLE_NEGATIVE,
  SAMPLE_LONG,       /* long names, communities, periods */
  SAMPLE_HUGE,       /* figures at the ends of their types */
  SAMPLE_N_KINDS
} SampleKind;

typedef struct
{
  YsTrendData      trend;      /* 12 periods, without communities */
  YsTrendData      grouped;    /* the same with */
  YsHeatData       heat;       /* @n rows, 26 columns of 4 groups */
  YsParetoData     pareto;     /* 26 items, or @n when that is less or more than 20 */
  YsTimelinessData timeliness; /* @n rows */
  GPtrArray       *owned;
} Sample;

Sample *sample_new (guint n, SampleKind kind);
void    sample_free (Sample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

/* 2026年10月, not final, as of 2026-11-02 17:30. */
YsChartFrame sample_frame (gboolean bare);

G_END_DECLS
