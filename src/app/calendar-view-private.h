/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar's view, seen by its two halves: the month with its forms, and the plan of a change. */
#pragma once

#include "calendar-view.h"
#include "work-time.h"

G_BEGIN_DECLS

#define YS_CALENDAR_CELLS 42

struct _YsCalendarView
{
  GtkWidget parent_instance;

  GtkBox *content;
  GtkButton *previous;
  GtkButton *next;
  GtkLabel *month;
  GtkLabel *month_note;
  GtkLabel *year_note;
  GtkGrid *grid;
  GtkButton *open;
  GtkStack *side;

  GtkLabel *day_title;
  GtkLabel *day_state;
  GtkDropDown *mark;
  GtkEntry *name;
  GtkEntry *reason;
  GtkLabel *day_wrong;
  GtkButton *plan_day;
  GtkEntry *sessions;
  GtkButton *plan_sessions;
  GtkCheckButton *summer;
  GtkGrid *summer_form;
  GtkEntry *summer_from;
  GtkEntry *summer_to;
  GtkEntry *summer_sessions;
  GtkButton *plan_summer;
  GtkLabel *sessions_wrong;

  GtkLabel *plan_title;
  GtkLabel *plan_days;
  GtkLabel *plan_count;
  GtkListBox *plan_moved;
  GtkLabel *plan_more;
  GtkButton *cancel;
  GtkButton *apply;

  GtkWidget *cells[YS_CALENDAR_CELLS];
  YsSession *session;
  YsWorkCalendar *calendar;
  YsDate shown;  /* first of the month */
  YsDate chosen;
  YsCalendarPlan *plan; /* (nullable): shown, waiting for a word */
};

/* What is to be planned in a thread; fields as its kind needs. */
typedef enum
{
  YS_CALENDAR_PLAN_DAY,
  YS_CALENDAR_PLAN_FILE,
  YS_CALENDAR_PLAN_ORDINARY,
  YS_CALENDAR_PLAN_SUMMER
} YsCalendarPlanKind;

typedef struct
{
  YsCalendarPlanKind kind;
  YsDate date;
  YsDayMark mark;
  char *first;  /* name, path, first day */
  char *second; /* reason, last day */
  char *third;  /* (nullable): sessions */
} YsCalendarWish;

/* Runs; then the plan is shown, or its error at @wrong (a label) or at the foot. */
void ys_calendar_view_plan (YsCalendarView *self, YsCalendarWish *wish, GtkLabel *wrong);
void ys_calendar_view_apply (YsCalendarView *self);
void ys_calendar_view_drop_plan (YsCalendarView *self);

G_END_DECLS
