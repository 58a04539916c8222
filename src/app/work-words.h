/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list and the detail say of a finding or a case: its state as a chip, what is left of its
 * time, its level, its faults. No widget is made here. */
#pragma once

#include "deadline.h"

G_BEGIN_DECLS

/* As ys_chip_set() takes it. */
typedef struct
{
  const char *label; /* translated */
  const char *tone;  /* (nullable) */
  const char *icon;  /* (nullable) */
} YsWorkChip;

/* @is_case decides whether @state is a YsCaseState or a YsFindingState. What was reported waits for
 * the office, so it is shown as that even when it is late. */
YsWorkChip  ys_work_state_chip (gboolean is_case, int state, gboolean is_overdue, gboolean is_paused);
gboolean    ys_work_is_open (gboolean is_case, int state);

typedef enum
{
  YS_LEFT_NONE, /* closed, or no deadline */
  YS_LEFT_FINE,
  YS_LEFT_SOON, /* less than two worked hours */
  YS_LEFT_LATE,
  YS_LEFT_PAUSED
} YsLeftTone;

/* Whether the clock still matters: open, and no case that was answered in time. @rectified_at: of a case
 * its first reply. */
gboolean    ys_work_runs (gboolean is_case, int state, YsInstant rectified_at, YsInstant deadline, YsInstant now);

/* (transfer full): "1 day 4:10", "over by 2:50", "clock stopped", "—". Worked time between @now and
 * @deadline, in days of the timetable that holds now. */
char       *ys_work_left (const YsWorkCalendar *calendar,
                          gboolean runs,
                          YsInstant deadline,
                          YsInstant paused_at,
                          YsInstant now,
                          YsLeftTone *out_tone);
/* (nullable): the style class of a remainder. */
const char *ys_work_left_class (YsLeftTone tone);

/* 区级, 市级 … in the user's language. */
const char *ys_work_level_name (int level);
/* One character: 区 市 镇 联 自 in the user's language. */
const char *ys_work_level_letter (int level);

/* (transfer full) (nullable): the most urgent of the faults as a chip: undecided ones first, then what
 * is confirmed with its points; NULL: none. @out_n: how many there are in all. @points: hundredths. */
char       *ys_work_fault_words (guint faults, guint proposed, const char **out_tone, guint *out_n);

/* (transfer full): "10-10 11:50"; with the year when it is not that of @now; "—" for 0. */
char       *ys_work_when (YsInstant instant, YsInstant now);
/* (transfer full): "10-10" in the same manner. */
char       *ys_work_day (YsDate date, YsInstant now);
/* (transfer full): "−2.00": hundredths taken away. */
char       *ys_work_deduction (gint64 points);
/* Minutes of a day of the timetable that holds now; never 0. */
guint       ys_work_day_minutes (const YsWorkCalendar *calendar, YsInstant now);

G_END_DECLS
