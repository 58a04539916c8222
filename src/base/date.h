/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar dates that may be known to the day, the month or the year only, and
 * instants in Asia/Shanghai. Nothing here reads a clock or the machine's zone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date as far as it is known. month 0: only the year is known; day 0: only the
 * month. All zero: unknown. */
typedef struct
{
  gint16 year;  /* 1 to 9999, 0 unknown */
  gint8  month; /* 1 to 12, 0 unknown */
  gint8  day;   /* 1 to 31, 0 unknown */
} YsDate;

/* Seconds since 1970-01-01T00:00:00Z; 0 unknown. */
typedef gint64 YsInstant;

#define YS_DATE_UNKNOWN ((YsDate){ 0, 0, 0 })
/* China has kept UTC+8 without summer time since 1992. */
#define YS_SHANGHAI_OFFSET_SECONDS (8 * 3600)

gboolean ys_date_is_known (YsDate date);
gboolean ys_date_is_full (YsDate date);
gboolean ys_date_is_valid (YsDate date);
gboolean ys_date_equal (YsDate a, YsDate b);
/* Unknown sorts last; a partly known date sorts before the days inside it. */
int      ys_date_compare (YsDate a, YsDate b);
guint    ys_date_days_in_month (int year, int month);
/* Days since 1970-01-01 of a full date, and back. */
gint64   ys_date_to_days (YsDate date);
YsDate   ys_date_from_days (gint64 days);
YsDate   ys_date_add_days (YsDate date, gint64 days);
/* 1 Monday … 7 Sunday, of a full date. */
int      ys_date_weekday (YsDate date);

/* (transfer full): "2020-09-15", "2020-09", "2020"; NULL when unknown. */
char    *ys_date_to_iso (YsDate date);
/* Exactly the three ISO forms above; FALSE leaves @out_date unknown. */
gboolean ys_date_from_iso (const char *text, YsDate *out_date);
/* (transfer full): for the eye: "2020年9月15日", "2020年9月", "2020年"; "" when unknown. */
char    *ys_date_to_chinese (YsDate date);

typedef enum
{
  YS_DATE_READ_OK,
  YS_DATE_READ_EMPTY,     /* nothing there */
  YS_DATE_READ_DOUBTFUL,  /* read, but a person should look: see ys_date_read() */
  YS_DATE_READ_BAD        /* no date */
} YsDateReading;

/**
 * ys_date_read:
 * @text: (nullable): as a clerk writes it: 2020.9.15, 2020-9-15, 2020/9/15,
 *   2020年9月15日, 2020年9月, 2020年9月底, 20200915, 202009, 2020, 9月底; full width or half
 * @reference: a full date; a month without a year is read as the last such month
 *   not after it, and is doubtful. So are a bare number that can only be a
 *   spreadsheet's serial day (45231), a year of two digits, 2020.1 (a number cell
 *   loses the zero of 2020.10), an unlikely year, and a date with other words behind
 * @out_date: (out): unknown unless OK or DOUBTFUL
 * @out_reason: (out) (transfer full) (optional): for DOUBTFUL and BAD, one translated
 *   sentence: what is wrong, then what to write ("There is no month 13. Write …")
 */
YsDateReading ys_date_read (const char *text,
                            YsDate      reference,
                            YsDate     *out_date,
                            char      **out_reason);

/* A spreadsheet's serial day (whole part; 1900 or 1904 system) as a date. */
YsDate   ys_date_from_serial (double serial, gboolean date_1904);
/* The 1900-system serial of a full date (as .xlsx stores it); below 1 before 1900. */
gint64   ys_date_to_serial (YsDate date);

/* The day of an instant in Asia/Shanghai. */
YsDate   ys_instant_to_date (YsInstant instant);
/* (transfer full): "2026-10-15T08:30" in Asia/Shanghai; NULL when unknown. */
char    *ys_instant_to_iso (YsInstant instant);
/* "YYYY-MM-DDTHH:MM" or "YYYY-MM-DD" (00:00), in Asia/Shanghai. */
gboolean ys_instant_from_iso (const char *text, YsInstant *out_instant);

G_END_DECLS
