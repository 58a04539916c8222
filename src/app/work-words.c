/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every word of state comes with a tone and, where it matters, a mark: never colour alone. */
#include "config.h"

#include "work-words.h"

#include <glib/gi18n-lib.h>

#include "case-rules.h"
#include "inspection.h"

#define SOON_MINUTES 120

gboolean
ys_work_is_open (gboolean is_case, int state)
{
  if (is_case)
    return state >= YS_CASE_RECEIVED && state <= YS_CASE_FAILED;
  return state >= YS_FINDING_FOUND && state <= YS_FINDING_FAILED;
}

static YsWorkChip
finding_chip (YsFindingState state)
{
  const char *label = ys_choice_label (ys_finding_state_choices, (int)state);

  switch (state)
    {
    case YS_FINDING_FOUND:
      return (YsWorkChip){ label, NULL, NULL };
    case YS_FINDING_ISSUED:
    case YS_FINDING_FAILED:
      return (YsWorkChip){ label, "accent", NULL };
    case YS_FINDING_REPORTED:
      return (YsWorkChip){ label, "amber", NULL };
    case YS_FINDING_CLOSED:
      return (YsWorkChip){ label, "green", "object-select-symbolic" };
    case YS_FINDING_WITHDRAWN:
      return (YsWorkChip){ label, "grey", "action-unavailable-symbolic" };
    case YS_FINDING_STATE_UNKNOWN:
      break;
    }
  return (YsWorkChip){ "—", "grey", NULL };
}

static YsWorkChip
case_chip (YsCaseState state)
{
  const char *label = ys_choice_label (ys_case_state_choices, (int)state);

  switch (state)
    {
    case YS_CASE_RECEIVED:
      return (YsWorkChip){ label, NULL, NULL };
    case YS_CASE_ACCEPTED:
    case YS_CASE_FAILED:
      return (YsWorkChip){ label, "accent", NULL };
    case YS_CASE_REPLIED:
      return (YsWorkChip){ label, "amber", NULL };
    case YS_CASE_CLOSED:
      return (YsWorkChip){ label, "green", "object-select-symbolic" };
    case YS_CASE_WITHDRAWN:
      return (YsWorkChip){ label, "grey", "action-unavailable-symbolic" };
    case YS_CASE_STATE_UNKNOWN:
      break;
    }
  return (YsWorkChip){ "—", "grey", NULL };
}

YsWorkChip
ys_work_state_chip (gboolean is_case, int state, gboolean is_overdue, gboolean is_paused)
{
  gboolean waits = state == (is_case ? (int)YS_CASE_REPLIED : (int)YS_FINDING_REPORTED);

  if (ys_work_is_open (is_case, state) && is_paused)
    return (YsWorkChip){ _ ("Clock stopped"), "grey", "media-playback-pause-symbolic" };
  if (ys_work_is_open (is_case, state) && is_overdue && !waits)
    return (YsWorkChip){ C_ ("findings", "Overdue"), "red", "dialog-warning-symbolic" };
  return is_case ? case_chip ((YsCaseState)state) : finding_chip ((YsFindingState)state);
}

guint
ys_work_day_minutes (const YsWorkCalendar *calendar, YsInstant now)
{
  guint minutes
      = ys_timetable_minutes (ys_work_calendar_timetable (calendar, ys_instant_to_date (now)));

  return minutes > 0 ? minutes : 1;
}

/* (transfer full): "4:10", "1 day 4:10": narrow enough for a column. */
static char *
tell_minutes (gint64 minutes, guint day_minutes)
{
  guint days = (guint)(minutes / day_minutes);
  int hours = (int)(minutes % day_minutes / 60);
  int rest = (int)(minutes % day_minutes % 60);

  if (days == 0)
    return g_strdup_printf ("%d:%02d", hours, rest);
  /* Translators: worked time in a narrow column: days, hours, minutes: "1 day 4:10". */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u day %2$d:%3$02d",
                                       "%1$u days %2$d:%3$02d", days),
                          days, hours, rest);
}

gboolean
ys_work_runs (
    gboolean is_case, int state, YsInstant rectified_at, YsInstant deadline, YsInstant now)
{
  if (!ys_work_is_open (is_case, state))
    return FALSE;
  return !is_case || rectified_at == 0 || rectified_at > deadline || now <= deadline;
}

char *
ys_work_left (const YsWorkCalendar *calendar,
              gboolean runs,
              YsInstant deadline,
              YsInstant paused_at,
              YsInstant now,
              YsLeftTone *out_tone)
{
  gint64 minutes;
  g_autofree char *text = NULL;

  *out_tone = YS_LEFT_NONE;
  if (!runs || deadline == 0 || calendar == NULL)
    return g_strdup ("—");
  if (paused_at != 0)
    {
      *out_tone = YS_LEFT_PAUSED;
      /* Translators: instead of the time that is left: the clock of a deadline stands. */
      return g_strdup (_ ("stopped"));
    }
  minutes = ys_work_between (calendar, now, deadline);
  text = tell_minutes (ABS (minutes), ys_work_day_minutes (calendar, now));
  if (now > deadline)
    {
      *out_tone = YS_LEFT_LATE;
      /* Translators: by how much worked time a deadline was missed: "over by 1 day 0:10". */
      return g_strdup_printf (_ ("over %s"), text);
    }
  *out_tone = minutes < SOON_MINUTES ? YS_LEFT_SOON : YS_LEFT_FINE;
  return g_steal_pointer (&text);
}

const char *
ys_work_left_class (YsLeftTone tone)
{
  switch (tone)
    {
    case YS_LEFT_SOON:
      return "amber";
    case YS_LEFT_LATE:
      return "late";
    case YS_LEFT_PAUSED:
    case YS_LEFT_NONE:
      return "dim";
    case YS_LEFT_FINE:
      break;
    }
  return NULL;
}

const char *
ys_work_level_name (int level)
{
  switch ((YsInspectionLevel)level)
    {
    case YS_INSPECTION_LEVEL_TOWN:
      return C_ ("level", "Town");
    case YS_INSPECTION_LEVEL_DISTRICT:
      return C_ ("level", "District");
    case YS_INSPECTION_LEVEL_CITY:
      return C_ ("level", "City");
    case YS_INSPECTION_LEVEL_JOINT:
      return C_ ("level", "Joint");
    case YS_INSPECTION_LEVEL_SELF:
      return C_ ("level", "Self");
    case YS_INSPECTION_LEVEL_UNKNOWN:
      break;
    }
  return "—";
}

const char *
ys_work_level_letter (int level)
{
  switch ((YsInspectionLevel)level)
    {
    case YS_INSPECTION_LEVEL_TOWN:
      return C_ ("level letter", "T");
    case YS_INSPECTION_LEVEL_DISTRICT:
      return C_ ("level letter", "D");
    case YS_INSPECTION_LEVEL_CITY:
      return C_ ("level letter", "C");
    case YS_INSPECTION_LEVEL_JOINT:
      return C_ ("level letter", "J");
    case YS_INSPECTION_LEVEL_SELF:
      return C_ ("level letter", "S");
    case YS_INSPECTION_LEVEL_UNKNOWN:
      break;
    }
  return "—";
}

char *
ys_work_deduction (gint64 points)
{
  return g_strdup_printf ("−%" G_GINT64_FORMAT ".%02d", points / 100, (int)(points % 100));
}

char *
ys_work_fault_words (guint faults, guint proposed, const char **out_tone, guint *out_n)
{
  guint shown = proposed != 0 ? proposed : faults;
  int first = 0;

  *out_n = 0;
  for (int i = YS_FAULT_OVERDUE; i <= YS_FAULT_KEY; i++)
    {
      if (((faults | proposed) & (1u << i)) != 0)
        ++*out_n;
      if (first == 0 && (shown & (1u << i)) != 0)
        first = i;
    }
  if (first == 0)
    return NULL;
  *out_tone = proposed != 0 ? "amber" : "red";
  if (proposed != 0)
    /* Translators: a fault that waits for a decision: "Overdue?". */
    return g_strdup_printf (C_ ("fault", "%s?"), ys_choice_label (ys_fault_choices, first));
  {
    g_autofree char *points = ys_work_deduction (YS_FAULT_POINTS);

    return g_strdup_printf ("%s %s", ys_choice_label (ys_fault_choices, first), points);
  }
}

char *
ys_work_day (YsDate date, YsInstant now)
{
  g_autofree char *iso = ys_date_to_iso (date);

  if (iso == NULL)
    return g_strdup ("—");
  return g_strdup (date.year == ys_instant_to_date (now).year ? iso + 5 : iso);
}

char *
ys_work_when (YsInstant instant, YsInstant now)
{
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;

  if (instant == 0)
    return g_strdup ("—");
  iso = ys_instant_to_iso (instant);
  day = ys_work_day (ys_instant_to_date (instant), now);
  return g_strdup_printf ("%s %.5s", day, iso + 11);
}
