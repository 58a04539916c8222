/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day's sessions as people write them: read leniently, written one way, refused when they
 * overlap. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "text.h"
#include "work-calendar-private.h"

guint
ys_timetable_minutes (const YsTimetable *timetable)
{
  guint minutes = 0;

  g_return_val_if_fail (timetable != NULL, 0);

  for (guint i = 0; i < timetable->n_sessions; i++)
    minutes += (guint)(timetable->sessions[i].to - timetable->sessions[i].from);
  return minutes;
}

static char *
session_to_text (YsDaySession session)
{
  return g_strdup_printf ("%d:%02d-%d:%02d", session.from / 60, session.from % 60, session.to / 60,
                          session.to % 60);
}

gboolean
ys_timetable_check (const YsTimetable *timetable, GError **error)
{
  if (timetable->n_sessions < 1 || timetable->n_sessions > YS_MAX_SESSIONS)
    {
      g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD,
                   _ ("A day has 1 to %d sessions. Write them like 8:30-12:00 14:00-17:30."),
                   YS_MAX_SESSIONS);
      return FALSE;
    }
  for (guint i = 0; i < timetable->n_sessions; i++)
    {
      YsDaySession session = timetable->sessions[i];
      g_autofree char *text = session_to_text (session);

      if (session.from < 0 || session.to > YS_MINUTES_PER_DAY || session.from >= session.to)
        g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_CONFLICT,
                     _ ("The session %s ends before it begins. Write the earlier time first."),
                     text);
      else if (i > 0 && session.from < timetable->sessions[i - 1].to)
        g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_CONFLICT,
                     _ ("The session %s begins before the one in front of it ends. Write the "
                        "sessions in order, without overlap."),
                     text);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_month_day_check (int month, int day, GError **error)
{
  /* 29 February is a day of a leap year. */
  if (month >= 1 && month <= 12 && day >= 1 && day <= (int)ys_date_days_in_month (2000, month))
    return TRUE;
  g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD,
               _ ("There is no day %02d-%02d. Write month and day like 06-15."), month, day);
  return FALSE;
}

/* Half width, one dash, no space beside a dash; parts stand apart by one space. */
static char *
normalise (const char *text)
{
  static const char *const dashes[] = { "—", "–", "−", "~", "～", "至", "到", "－" };
  static const char *const commas[] = { "、", "，", ",", "；", ";" };
  g_autofree char *clean = ys_text_clean (text);
  g_autoptr (GString) folded = g_string_new (clean);

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    g_string_replace (folded, dashes[i], "-", 0);
  for (guint i = 0; i < G_N_ELEMENTS (commas); i++)
    g_string_replace (folded, commas[i], " ", 0);
  g_string_replace (folded, "：", ":", 0);
  g_string_replace (folded, "--", "-", 0);
  g_string_replace (folded, " -", "-", 0);
  g_string_replace (folded, "- ", "-", 0);
  return g_strdup (folded->str);
}

/* One or two digits, a colon, two digits: "8:30", "24:00". */
static gboolean
take_time (const char **p, gint16 *out_minutes)
{
  int hour = 0, n_digits = 0;

  for (; g_ascii_isdigit (**p) && n_digits < 2; *p += 1, n_digits++)
    hour = hour * 10 + (**p - '0');
  if (n_digits == 0 || (*p)[0] != ':' || !g_ascii_isdigit ((*p)[1]) || !g_ascii_isdigit ((*p)[2])
      || g_ascii_isdigit ((*p)[3]))
    return FALSE;

  int minute = ((*p)[1] - '0') * 10 + ((*p)[2] - '0');

  *p += 3;
  *out_minutes = (gint16)(hour * 60 + minute);
  return minute < 60 && *out_minutes <= YS_MINUTES_PER_DAY;
}

static gboolean
take_session (const char *part, YsDaySession *out_session)
{
  const char *p = part;

  return take_time (&p, &out_session->from) && *p++ == '-' && take_time (&p, &out_session->to)
         && *p == '\0';
}

gboolean
ys_timetable_from_text (const char *text, YsTimetable *out_timetable, GError **error)
{
  YsTimetable timetable = { 0 };

  g_return_val_if_fail (out_timetable != NULL, FALSE);

  g_autofree char *plain = normalise (text);
  g_auto (GStrv) parts = g_strsplit (plain, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      YsDaySession session = { 0, 0 };

      if (*parts[i] == '\0')
        continue;
      if (!take_session (parts[i], &session))
        {
          g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD,
                       _ ("“%s” is no session. Write sessions like 8:30-12:00 14:00-17:30."),
                       parts[i]);
          return FALSE;
        }
      if (timetable.n_sessions < YS_MAX_SESSIONS)
        timetable.sessions[timetable.n_sessions] = session;
      timetable.n_sessions++;
    }
  if (!ys_timetable_check (&timetable, error))
    return FALSE;
  *out_timetable = timetable;
  return TRUE;
}

char *
ys_timetable_to_text (const YsTimetable *timetable)
{
  g_return_val_if_fail (timetable != NULL, NULL);

  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timetable->n_sessions; i++)
    {
      g_autofree char *session = session_to_text (timetable->sessions[i]);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, session);
    }
  return g_string_free (text, FALSE);
}
