/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of the office's own calendar and of a period. */
#include "config.h"

#include "calendar-record.h"
#include "field-table.h"

const YsChoice ys_day_mark_choices[] = {
  { "plain", N_ ("As its weekday"), "平常", NULL },
  { "off", N_ ("Holiday"), "放假", "休" },
  { "work", N_ ("Make-up day"), "调休上班", "班|上班|补班" },
  { NULL },
};

const YsChoice ys_timetable_kind_choices[] = {
  { "ordinary", N_ ("Ordinary timetable"), "平时作息", NULL },
  { "summer", N_ ("Summer timetable"), "夏令作息", NULL },
  { NULL },
};

static const YsField day_fields[] = {
  YS_DATE_FIELD (YsCalendarDay, date, N_ ("Date"), YS_FIELD_REQUIRED),
  YS_CHOICE_FIELD (YsCalendarDay, mark, ys_day_mark_choices, N_ ("Mark"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsCalendarDay, name, N_ ("Name"), YS_FIELD_NONE, .maximum = 60),
  YS_TEXT_FIELD (YsCalendarDay, reason, N_ ("Reason"), YS_FIELD_NONE, .maximum = 300),
  YS_TEXT_FIELD (YsCalendarDay, source, N_ ("Source"), YS_FIELD_NONE, .maximum = 255),
};

static const YsField year_fields[] = {
  YS_COUNT_FIELD (YsCalendarYear,
                  year,
                  N_ ("Year"),
                  YS_FIELD_REQUIRED | YS_FIELD_YEAR,
                  .maximum = 9998,
                  .minimum = 1970),
  YS_TEXT_FIELD (YsCalendarYear, source, N_ ("Source"), YS_FIELD_REQUIRED, .maximum = 255),
};

static const YsField timetable_fields[] = {
  YS_CHOICE_FIELD (YsTimetableRecord,
                   kind,
                   ys_timetable_kind_choices,
                   N_ ("Timetable"),
                   YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsTimetableRecord, sessions, N_ ("Sessions"), YS_FIELD_REQUIRED, .maximum = 100),
  YS_TEXT_FIELD (YsTimetableRecord, first_day, N_ ("First day"), YS_FIELD_NONE, .maximum = 5),
  YS_TEXT_FIELD (YsTimetableRecord, last_day, N_ ("Last day"), YS_FIELD_NONE, .maximum = 5),
};

static const YsField period_fields[] = {
  YS_TEXT_FIELD (YsPeriod,
                 name,
                 N_ ("Period"),
                 YS_FIELD_REQUIRED,
                 .maximum = YS_PERIOD_NAME_LENGTH),
  YS_DATE_FIELD (YsPeriod, starts_on, N_ ("First day"), YS_FIELD_REQUIRED),
  YS_DATE_FIELD (YsPeriod, ends_on, N_ ("Last day"), YS_FIELD_REQUIRED),
  YS_FLAG_FIELD (YsPeriod, finalised, N_ ("Finalised"), YS_FIELD_INTERNAL),
  YS_INSTANT_FIELD (YsPeriod, finalised_at, N_ ("Finalised at"), YS_FIELD_INTERNAL),
  YS_TEXT_FIELD (YsPeriod, reason, N_ ("Reason"), YS_FIELD_INTERNAL, .maximum = 300),
};

const YsRecordType ys_calendar_day_type = {
  .name = "calendar_day",
  .label = N_ ("Calendar day"),
  .size = sizeof (YsCalendarDay),
  .fields = day_fields,
  .n_fields = G_N_ELEMENTS (day_fields),
  .title_field = "date",
};

const YsRecordType ys_calendar_year_type = {
  .name = "calendar_year",
  .label = N_ ("Calendar year"),
  .size = sizeof (YsCalendarYear),
  .fields = year_fields,
  .n_fields = G_N_ELEMENTS (year_fields),
  .title_field = "year",
};

const YsRecordType ys_timetable_type = {
  .name = "timetable",
  .label = N_ ("Timetable"),
  .size = sizeof (YsTimetableRecord),
  .fields = timetable_fields,
  .n_fields = G_N_ELEMENTS (timetable_fields),
  .title_field = "kind",
};

const YsRecordType ys_period_type = {
  .name = "period",
  .label = N_ ("Period"),
  .size = sizeof (YsPeriod),
  .fields = period_fields,
  .n_fields = G_N_ELEMENTS (period_fields),
  .title_field = "name",
};
