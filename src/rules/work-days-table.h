/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to src/rules: the generated table of the built-in years' holidays and make-up days. */
#pragma once

#include "work-calendar.h"

G_BEGIN_DECLS

/* Days that follow each other with one mark and one name. */
typedef struct
{
  YsDate      first;
  guint8      n_days;
  YsDayMark   mark;
  const char *name;
} YsWorkDaysRun;

/* By date; the last has no days. */
extern const YsWorkDaysRun ys_work_days_runs[];
/* The last is 0. */
extern const int ys_work_days_years[];

G_END_DECLS
