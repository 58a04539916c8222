/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an office changed of the built-in work calendar, and the periods that are scored. */
#pragma once

#include "field.h"

G_BEGIN_DECLS

/* One date marked by an imported notice or by hand; at most one each. */
typedef struct
{
  gint64 id;
  YsDate date;  /* full */
  int mark;     /* YsDayMark + 1: index into ys_day_mark_choices */
  char *name;   /* (nullable): 国庆节 */
  char *reason; /* by hand: why */
  char *source; /* (nullable): file of the notice; NULL: by hand */
} YsCalendarDay;

/* A year whose notice was imported. */
typedef struct
{
  gint64 id;
  YsNumber year;
  char *source; /* file name */
} YsCalendarYear;

typedef enum /* the order of ys_timetable_kind_choices */
{
  YS_TIMETABLE_UNKNOWN,
  YS_TIMETABLE_ORDINARY,
  YS_TIMETABLE_SUMMER
} YsTimetableKind;

typedef struct
{
  gint64 id;
  int kind;
  char *sessions;  /* "8:30-12:00 14:00-17:30" */
  char *first_day; /* SUMMER: "06-15" */
  char *last_day;
} YsTimetableRecord;

/* A month, quarter, half-year, year or free days that are scored; finalised ones never move. */
typedef struct
{
  gint64 id;
  char *name; /* 2026-10, 2026Q4, 2026H2, 2026, 2026-10-01..2026-12-15 */
  YsDate starts_on;
  YsDate ends_on;
  gboolean finalised;
  YsInstant finalised_at;
  char *reason; /* of the last finalising or reopening */
} YsPeriod;

extern const YsRecordType ys_calendar_day_type;
extern const YsRecordType ys_calendar_year_type;
extern const YsRecordType ys_timetable_type;
extern const YsRecordType ys_period_type;
extern const YsChoice ys_day_mark_choices[];       /* plain, off, work */
extern const YsChoice ys_timetable_kind_choices[]; /* ordinary, summer */

G_END_DECLS
