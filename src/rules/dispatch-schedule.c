/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Due dates of the dispatch table: the 1st and the 15th, whether they are working days or
 * not, since note 2 of the annex names the days and no substitute [004 annex 5, note 2]. */
#include "config.h"

#include "dispatch-schedule.h"

#define FIRST_DAY 1
#define SECOND_DAY 15
#define REMIND_DAYS 3

YsDate
ys_dispatch_next_due (YsDate today)
{
  g_return_val_if_fail (ys_date_is_full (today), YS_DATE_UNKNOWN);

  if (today.day == FIRST_DAY)
    return today;
  if (today.day <= SECOND_DAY)
    return (YsDate){ today.year, today.month, SECOND_DAY };
  if (today.month < 12)
    return (YsDate){ today.year, (gint8)(today.month + 1), FIRST_DAY };
  return (YsDate){ (gint16)(today.year + 1), 1, FIRST_DAY };
}

YsDate
ys_dispatch_previous_due (YsDate due)
{
  g_return_val_if_fail (ys_date_is_full (due), YS_DATE_UNKNOWN);

  if (due.day > SECOND_DAY)
    return (YsDate){ due.year, due.month, SECOND_DAY };
  if (due.day > FIRST_DAY)
    return (YsDate){ due.year, due.month, FIRST_DAY };
  if (due.month > 1)
    return (YsDate){ due.year, (gint8)(due.month - 1), SECOND_DAY };
  return (YsDate){ (gint16)(due.year - 1), 12, SECOND_DAY };
}

int
ys_dispatch_issue (YsDate due)
{
  g_return_val_if_fail (due.day == FIRST_DAY || due.day == SECOND_DAY, 0);

  return 2 * due.month - (due.day == FIRST_DAY ? 1 : 0);
}

gboolean
ys_dispatch_is_near (YsDate today, YsDate due)
{
  gint64 left;

  g_return_val_if_fail (ys_date_is_full (today) && ys_date_is_full (due), FALSE);

  left = ys_date_to_days (due) - ys_date_to_days (today);
  return left >= 0 && left <= REMIND_DAYS;
}
