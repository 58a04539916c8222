/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers first: 45939.4 is no day as text. */
#include "config.h"

#include "cell-instant.h"

#include <math.h>
#include <string.h>

#include "instant-read.h"

#define DAY_SECONDS 86400
/* A bare number of this range is a spreadsheet's serial day: 2000 to 2099. */
#define FIRST_SERIAL 36526
#define LAST_SERIAL 73050

/* 2025-10-09 11:10:00, as every platform writes it, without a regular expression. */
static gboolean
read_plain (const char *text, YsInstant *out_instant)
{
  g_autofree char *iso = NULL;
  gsize length = strlen (text);

  if ((length != 16 && length != 19) || (text[10] != ' ' && text[10] != 'T')
      || (length == 19 && text[16] != ':'))
    return FALSE;
  iso = g_strndup (text, 16);
  iso[10] = 'T';
  return ys_instant_from_iso (iso, out_instant);
}

/* A day with its part of a day, rounded to the minute. */
static YsInstant
from_serial (YsDate day, double serial)
{
  double part = serial - floor (serial);

  return ys_date_to_days (day) * DAY_SECONDS - YS_SHANGHAI_OFFSET_SECONDS
         + (gint64)floor (part * 1440 + 0.5) * 60;
}

static YsCellInstant
read_serial (double number, YsInstant *out_instant)
{
  YsDate day = YS_DATE_UNKNOWN;

  if (number >= FIRST_SERIAL && number < LAST_SERIAL + 1)
    day = ys_date_from_serial (floor (number), FALSE);
  if (!ys_date_is_full (day))
    return YS_CELL_INSTANT_BAD;
  *out_instant = from_serial (day, number);
  return number > floor (number) ? YS_CELL_INSTANT_OK : YS_CELL_INSTANT_DAY;
}

static YsCellInstant
read_number (const YsGrid *grid, guint row, guint column, YsInstant *out_instant)
{
  double number = ys_grid_number (grid, row, column);
  g_autofree char *iso = NULL;
  YsDate day;

  if (ys_grid_kind (grid, row, column) == YS_CELL_NUMBER)
    return read_serial (number, out_instant);
  /* A date cell says its day in whichever of the two systems the workbook has. */
  iso = g_strndup (ys_grid_text (grid, row, column), 10);
  if (!ys_date_from_iso (iso, &day) || !ys_date_is_full (day))
    return YS_CELL_INSTANT_BAD;
  *out_instant = from_serial (day, number);
  return number > floor (number) ? YS_CELL_INSTANT_OK : YS_CELL_INSTANT_DAY;
}

static YsCellInstant
read_text (const char *text, YsInstant now, YsInstant *out_instant, char **out_reason)
{
  YsDate day;
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  /* Cells that were pasted as numbers. */
  if (*end == '\0' && read_serial (number, out_instant) == YS_CELL_INSTANT_OK)
    return YS_CELL_INSTANT_OK;
  if (read_plain (text, out_instant) || ys_instant_read (text, now, out_instant, out_reason))
    return YS_CELL_INSTANT_OK;
  /* A wrong time is no missing time. */
  if (strchr (text, ':') != NULL
      || ys_date_read (text, ys_instant_to_date (now), &day, NULL) != YS_DATE_READ_OK
      || !ys_date_is_full (day))
    return YS_CELL_INSTANT_BAD;
  *out_instant = from_serial (day, 0);
  return YS_CELL_INSTANT_DAY;
}

YsCellInstant
ys_cell_read_instant (const YsGrid *grid,
                      guint row,
                      guint column,
                      const char *text,
                      YsInstant now,
                      YsInstant *out_instant,
                      char **out_reason)
{
  YsCellKind kind;

  g_return_val_if_fail (grid != NULL && text != NULL, YS_CELL_INSTANT_BAD);

  kind = ys_grid_kind (grid, row, column);
  return kind == YS_CELL_DATE || kind == YS_CELL_NUMBER
             ? read_number (grid, row, column, out_instant)
             : read_text (text, now, out_instant, out_reason);
}
