/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working of a deadline as lines that a person can follow with a calendar in hand: each day that
 * counts with its sessions, each group of days that do not and why. */
#pragma once

#include "deadline.h"

G_BEGIN_DECLS

typedef enum
{
  YS_WHY_START,  /* the day of issue, where nothing of it counts */
  YS_WHY_DAY,    /* worked time of one day */
  YS_WHY_SKIPPED /* neighbouring days left out for one reason */
} YsWhyKind;

typedef struct
{
  YsWhyKind kind;
  YsDate    from;
  YsDate    to;      /* the last of a group; @from for one day */
  char     *days;    /* "10-09 周四", "10-01 至 10-08" */
  char     *text;    /* sessions parted by a tab, or why it does not count */
  char     *result;  /* "第 1 日", "计 1:50", "跳过 8 天"; "" for the start */
  gboolean  make_up; /* a weekend day that counts (调休) */
} YsWhyLine;

void       ys_why_line_free (YsWhyLine *line);
/* (transfer full) (element-type YsWhyLine): by date. @starts_at: when the clock started. */
GPtrArray *ys_why_lines (const YsDeadline *deadline,
                         YsLimit limit,
                         YsInstant starts_at,
                         const YsWorkCalendar *calendar,
                         YsInstant now);

G_END_DECLS
