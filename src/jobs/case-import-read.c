/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a platform's export into a case. A value that cannot be read refuses the row, one that
 * a person should look at makes it doubtful; the first of each is told. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "instant-read.h"
#include "text.h"

#define DAY_SECONDS 86400
/* A bare number of this range is a spreadsheet's serial day: 2000 to 2099. */
#define FIRST_SERIAL 36526
#define LAST_SERIAL 73050

void
ys_case_item_refuse (YsCaseItem *item, guint column, char *reason)
{
  if (item->pub.verdict == YS_CASE_ROW_REFUSED)
    {
      g_free (reason);
      return;
    }
  item->pub.verdict = YS_CASE_ROW_REFUSED;
  item->pub.column = column;
  g_free (item->pub.reason);
  item->pub.reason = reason;
}

void
ys_case_item_doubt (YsCaseItem *item, guint column, char *reason)
{
  if (item->pub.verdict == YS_CASE_ROW_REFUSED || item->pub.verdict == YS_CASE_ROW_DOUBTFUL)
    {
      g_free (reason);
      return;
    }
  item->pub.verdict = YS_CASE_ROW_DOUBTFUL;
  item->pub.column = column;
  item->pub.reason = reason;
}

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

typedef enum
{
  READ_NONE, /* nothing there */
  READ_OK,
  READ_DAY, /* a day without a time */
  READ_BAD
} Reading;

static Reading
read_serial (double number, YsInstant *out_instant)
{
  YsDate day = YS_DATE_UNKNOWN;

  if (number >= FIRST_SERIAL && number < LAST_SERIAL + 1)
    day = ys_date_from_serial (floor (number), FALSE);
  if (!ys_date_is_full (day))
    return READ_BAD;
  *out_instant = from_serial (day, number);
  return number > floor (number) ? READ_OK : READ_DAY;
}

static Reading
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
    return READ_BAD;
  *out_instant = from_serial (day, number);
  return number > floor (number) ? READ_OK : READ_DAY;
}

static Reading
read_text (const char *text, YsInstant now, YsInstant *out_instant, char **out_reason)
{
  YsDate day;
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  /* Cells that were pasted as numbers. */
  if (*end == '\0' && read_serial (number, out_instant) == READ_OK)
    return READ_OK;
  if (read_plain (text, out_instant) || ys_instant_read (text, now, out_instant, out_reason))
    return READ_OK;
  /* A wrong time is no missing time. */
  if (strchr (text, ':') != NULL
      || ys_date_read (text, ys_instant_to_date (now), &day, NULL) != YS_DATE_READ_OK
      || !ys_date_is_full (day))
    return READ_BAD;
  *out_instant = from_serial (day, 0);
  return READ_DAY;
}

/* @end_of_day: what a day without a time is read as: its last minute, else its first. */
static void
read_instant (YsCaseItem *item,
              const YsCaseImport *import,
              const YsColumnTable *table,
              const char *field,
              gboolean end_of_day,
              YsInstant *out_instant)
{
  guint column = ys_column_table_column (table, field);
  g_autofree char *text = ys_column_table_text (table, item->pub.row, field);
  g_autofree char *reason = NULL;
  YsCellKind kind;
  Reading reading;

  *out_instant = 0;
  if (*text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "/")
      || g_str_equal (text, "无"))
    return;
  kind = ys_grid_kind (table->grid, item->pub.row, column);
  reading = kind == YS_CELL_DATE || kind == YS_CELL_NUMBER
                ? read_number (table->grid, item->pub.row, column, out_instant)
                : read_text (text, import->now, out_instant, &reason);
  if (reading == READ_BAD)
    ys_case_item_refuse (item, column,
                         reason != NULL
                             ? g_steal_pointer (&reason)
                             : g_strdup_printf (_ ("“%s” is no day and time. Write it as "
                                                   "2025-10-09 11:10."),
                                                text));
  else if (*out_instant <= 0)
    {
      /* The instants of a ledger begin with 1970; a serial number of a wrong column may say less.
       */
      ys_case_item_refuse (item, column,
                           g_strdup_printf (_ ("“%s” is before 1970. Correct the year."), text));
      *out_instant = 0;
      return;
    }
  if (reading != READ_DAY)
    return;
  if (end_of_day)
    *out_instant += DAY_SECONDS - 60;
  ys_case_item_doubt (item, column,
                      g_strdup_printf (end_of_day
                                           ? _ ("“%s” has no time of day; it is read as 23:59. "
                                                "Accept it, or write the time.")
                                           : _ ("“%s” has no time of day; it is read as 0:00. "
                                                "Accept it, or write the time."),
                                       text));
}

static void
read_level (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  guint column = ys_column_table_column (table, "level");
  g_autofree char *text = ys_column_table_text (table, item->pub.row, "level");
  gboolean city = strstr (text, "市") != NULL;
  gboolean district = strstr (text, "区") != NULL;

  item->read->level = *text == '\0' ? import->level : ys_choice_from_text (ys_level_choices, text);
  /* 市平台, 区指挥中心 */
  if (item->read->level == YS_INSPECTION_LEVEL_UNKNOWN && city != district)
    item->read->level = city ? YS_INSPECTION_LEVEL_CITY : YS_INSPECTION_LEVEL_DISTRICT;
  if (item->read->level == YS_INSPECTION_LEVEL_CITY
      || item->read->level == YS_INSPECTION_LEVEL_DISTRICT)
    return;
  ys_case_item_refuse (
      item, column,
      *text == '\0'
          ? g_strdup (_ ("It is not said whose platform dispatched it. Head a column "
                         "级别 and write 市级 or 区级."))
          : g_strdup_printf (_ ("“%s” is no level of a platform. Write 市级 or 区级."), text));
}

/* 处置时限 is a limit with some platforms, an instant with others. */
static void
read_deadline (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  g_autofree char *text = ys_column_table_text (table, item->pub.row, "deadline");

  if (!ys_limit_from_text (text, &item->limit))
    read_instant (item, import, table, "deadline", TRUE, &item->read->deadline);
  if (item->read->deadline == 0 || item->read->deadline >= item->read->at)
    return;
  ys_case_item_refuse (item, ys_column_table_column (table, "deadline"),
                       g_strdup (_ ("The deadline is before the dispatch. Correct one of them.")));
}

static void
read_texts (YsCaseItem *item, const YsColumnTable *table)
{
  static const char *const names[] = { "number", "channel", "place", "note", "reply" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YsField *field = ys_record_type_field (&ys_case_type, names[i]);
      g_autofree char *text = ys_column_table_text (table, item->pub.row, names[i]);

      if (*text == '\0')
        continue;
      if (g_utf8_strlen (text, -1) > field->maximum)
        ys_case_item_refuse (item, ys_column_table_column (table, names[i]),
                             g_strdup_printf (_ ("%s is longer than %d characters. Shorten it."),
                                              g_dgettext (GETTEXT_PACKAGE, field->label),
                                              (int)field->maximum));
      else
        ys_field_set_text (field, item->read, text);
    }
}

void
ys_case_item_read (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  read_texts (item, table);
  item->pub.number = g_strdup (item->read->number != NULL ? item->read->number : "");
  item->pub.compound = ys_column_table_text (table, item->pub.row, "compound");
  if (item->read->number == NULL)
    ys_case_item_refuse (item, ys_column_table_column (table, "number"),
                         g_strdup (_ ("The case number is missing. Write the platform's number.")));
  read_level (item, import, table);
  read_instant (item, import, table, "at", FALSE, &item->read->at);
  if (item->read->at == 0)
    ys_case_item_refuse (item, ys_column_table_column (table, "at"),
                         g_strdup (_ ("The time of dispatch is missing. Write it as 2025-10-09 "
                                      "11:10.")));
  read_deadline (item, import, table);
  read_instant (item, import, table, "replied_at", TRUE, &item->read->replied_at);
  if (item->read->replied_at != 0 && item->read->replied_at / 60 < item->read->at / 60)
    ys_case_item_refuse (item, ys_column_table_column (table, "replied_at"),
                         g_strdup (_ ("The reply is before the dispatch. Correct one of them.")));
}
