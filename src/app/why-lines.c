/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the counted spans and the skipped days together, by date. Full days of a limit in days are
 * numbered; as soon as a pause cuts one short, worked time is told instead. */
#include "config.h"

#include "why-lines.h"

#include <glib/gi18n-lib.h>

#include "when.h"
#include "work-words.h"

typedef struct
{
  GPtrArray *lines;
  const YsDeadline *deadline;
  const YsWorkCalendar *calendar;
  YsInstant now;
  gboolean numbered;
  guint n_days; /* numbered so far */
} Walk;

void
ys_why_line_free (YsWhyLine *line)
{
  if (line == NULL)
    return;
  g_free (line->days);
  g_free (line->text);
  g_free (line->result);
  g_free (line);
}

static const YsWorkSpan *
span_at (const YsDeadline *deadline, guint i)
{
  return &g_array_index (deadline->spans, YsWorkSpan, i);
}

static guint
n_spans (const YsDeadline *deadline)
{
  return deadline->spans != NULL ? deadline->spans->len : 0;
}

static guint
n_skipped (const YsDeadline *deadline)
{
  return deadline->skipped != NULL ? deadline->skipped->len : 0;
}

/* One past the last span of the day that span @first lies in; its worked minutes. */
static guint
end_of_day (const YsDeadline *deadline, guint first, gint64 *out_minutes)
{
  YsDate day = ys_instant_to_date (span_at (deadline, first)->from);
  guint i = first;

  *out_minutes = 0;
  for (; i < n_spans (deadline); i++)
    {
      const YsWorkSpan *span = span_at (deadline, i);

      if (!ys_date_equal (ys_instant_to_date (span->from), day))
        break;
      *out_minutes += (span->to - span->from) / 60;
    }
  return i;
}

static gboolean
all_days_are_full (const YsDeadline *deadline, const YsWorkCalendar *calendar)
{
  for (guint i = 0; i < n_spans (deadline);)
    {
      YsDate day = ys_instant_to_date (span_at (deadline, i)->from);
      gint64 minutes;

      i = end_of_day (deadline, i, &minutes);
      if (minutes != ys_timetable_minutes (ys_work_calendar_timetable (calendar, day)))
        return FALSE;
    }
  return TRUE;
}

/* "10-09 周四" */
static char *
name_day (YsDate day, YsInstant now)
{
  g_autofree char *short_day = ys_work_day (day, now);
  g_autofree char *weekday = ys_when_weekday_short (day);

  return g_strdup_printf ("%s %s", short_day, weekday);
}

static YsWhyLine *
add_line (Walk *walk, YsWhyKind kind, YsDate from, YsDate to)
{
  YsWhyLine *line = g_new0 (YsWhyLine, 1);
  g_autofree char *first = ys_work_day (from, walk->now);
  g_autofree char *last = ys_work_day (to, walk->now);

  line->kind = kind;
  line->from = from;
  line->to = to;
  if (ys_date_equal (from, to))
    line->days = name_day (from, walk->now);
  else
    /* Translators: from one day to another: "10-01 to 10-08". */
    line->days = g_strdup_printf (_ ("%s to %s"), first, last);
  g_ptr_array_add (walk->lines, line);
  return line;
}

/* -- Days that count -------------------------------------------------------------------------- */

/* "8:30" of the day in Shanghai, without a leading zero. */
static char *
clock_text (YsInstant instant)
{
  g_autofree char *clock = ys_when_clock (instant);

  return g_strdup (clock[0] == '0' ? clock + 1 : clock);
}

static void
append_span (GString *text, const YsWorkSpan *span)
{
  g_autofree char *from = clock_text (span->from);
  g_autofree char *to = clock_text (span->to);

  g_string_append_printf (text, "%s%s–%s", text->len > 0 ? "\t" : "", from, to);
}

static guint
add_day (Walk *walk, guint first)
{
  YsDate day = ys_instant_to_date (span_at (walk->deadline, first)->from);
  g_autoptr (GString) text = g_string_new (NULL);
  YsWhyLine *line = add_line (walk, YS_WHY_DAY, day, day);
  gint64 minutes;
  guint end = end_of_day (walk->deadline, first, &minutes);

  for (guint i = first; i < end; i++)
    append_span (text, span_at (walk->deadline, i));
  line->text = g_strdup (text->str);
  line->make_up = ys_date_weekday (day) > 5;
  walk->n_days++;
  if (walk->numbered)
    /* Translators: the n-th working day of a time limit. */
    line->result = g_strdup_printf (_ ("day %u"), walk->n_days);
  else
    line->result = g_strdup_printf ("%d:%02d", (int)(minutes / 60), (int)(minutes % 60));
  return end;
}

/* -- Days that do not ------------------------------------------------------------------------- */

static gboolean
continues (const YsSkippedDay *last, const YsSkippedDay *next)
{
  return next->reason == last->reason
         && ys_date_to_days (next->date) == ys_date_to_days (last->date) + 1;
}

/* (transfer full): each name of a group of holidays once: "国庆节、中秋节". */
static char *
join_names (const YsSkippedDay *days, guint n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (days[i].name != NULL
        && !g_ptr_array_find_with_equal_func (names, days[i].name, g_str_equal, NULL))
      g_ptr_array_add (names, (gpointer)days[i].name);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("、", (char **)names->pdata);
}

static char *
describe_group (const YsSkippedDay *days, guint n)
{
  if (days[0].reason == YS_SKIP_HOLIDAY)
    {
      g_autofree char *names = join_names (days, n);

      if (*names != '\0')
        /* Translators: names of holidays, on which offices are closed by law. */
        return g_strdup_printf (_ ("%s\npublic holiday"), names);
    }
  return ys_skipped_day_reason (&days[0]);
}

static guint
add_skipped (Walk *walk, guint first)
{
  const YsSkippedDay *days = &g_array_index (walk->deadline->skipped, YsSkippedDay, first);
  guint n = 1;
  YsWhyLine *line;

  while (first + n < n_skipped (walk->deadline) && continues (&days[n - 1], &days[n]))
    n++;
  line = add_line (walk, YS_WHY_SKIPPED, days[0].date, days[n - 1].date);
  line->text = describe_group (days, n);
  line->result
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day skipped", "%u days skipped", n), n);
  return first + n;
}

/* -- The start -------------------------------------------------------------------------------- */

static void
add_start (Walk *walk, YsLimit limit, YsInstant starts_at)
{
  YsDate day = ys_instant_to_date (starts_at);
  g_autofree char *clock = NULL;
  YsWhyLine *line;

  if (n_spans (walk->deadline) > 0
      && ys_date_equal (ys_instant_to_date (span_at (walk->deadline, 0)->from), day))
    return;
  clock = clock_text (starts_at);
  line = add_line (walk, YS_WHY_START, day, day);
  if (limit.unit == YS_LIMIT_DAYS)
    /* Translators: %s is a time such as 15:40, when a time limit in working days was issued. */
    line->text = g_strdup_printf (_ ("issued %s; the day itself does not count"), clock);
  else
    /* Translators: %s is a time such as 18:20, outside working hours. */
    line->text = g_strdup_printf (_ ("issued %s; counted from the next session"), clock);
  line->result = g_strdup ("");
}

/* What a limit in days starts with is told by the first line. */
static guint
skip_issue_day (const YsDeadline *deadline, YsLimit limit, YsInstant starts_at)
{
  return limit.unit == YS_LIMIT_DAYS && n_skipped (deadline) > 0
                 && ys_date_equal (g_array_index (deadline->skipped, YsSkippedDay, 0).date,
                                   ys_instant_to_date (starts_at))
             ? 1
             : 0;
}

GPtrArray *
ys_why_lines (const YsDeadline *deadline,
              YsLimit limit,
              YsInstant starts_at,
              const YsWorkCalendar *calendar,
              YsInstant now)
{
  Walk walk = { .deadline = deadline, .calendar = calendar, .now = now };
  guint span = 0;
  guint skipped;

  g_return_val_if_fail (deadline != NULL && calendar != NULL, NULL);

  walk.lines = g_ptr_array_new_with_free_func ((GDestroyNotify)ys_why_line_free);
  walk.numbered = limit.unit == YS_LIMIT_DAYS && all_days_are_full (deadline, calendar);
  skipped = skip_issue_day (deadline, limit, starts_at);
  add_start (&walk, limit, starts_at);
  while (span < n_spans (deadline) || skipped < n_skipped (deadline))
    {
      gboolean skip_first = skipped < n_skipped (deadline);

      if (skip_first && span < n_spans (deadline))
        skip_first = ys_date_compare (g_array_index (deadline->skipped, YsSkippedDay, skipped).date,
                                      ys_instant_to_date (span_at (deadline, span)->from))
                     < 0;
      if (skip_first)
        skipped = add_skipped (&walk, skipped);
      else
        span = add_day (&walk, span);
    }
  return walk.lines;
}
