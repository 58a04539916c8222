/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cadence of inspections and the spans in which it is judged. */
#include "config.h"

#include "cadence.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *label;
  const char *clause;
  int months; /* length of the span, counted from January */
} cadences[YS_N_CADENCES] = {
  [YS_CADENCE_CITY] = { N_ ("City, each quarter"), "002 §4.1(1)", 3 },
  [YS_CADENCE_DISTRICT_ANNOUNCED] = { N_ ("District, announced, each month"), "002 §4.1(1)", 1 },
  [YS_CADENCE_DISTRICT_UNANNOUNCED]
  = { N_ ("District, unannounced, each month"), "002 §4.1(1)", 1 },
  [YS_CADENCE_JOINT] = { N_ ("Joint, each half-year"), "000 §3.1", 6 },
  /* Each working day is counted, within the month. */
  [YS_CADENCE_TOWN] = { N_ ("Town, each working day"), "000 §3.1", 1 },
};

const char *
ys_cadence_label (YsCadence cadence)
{
  g_return_val_if_fail (cadence < YS_N_CADENCES, NULL);

  return cadences[cadence].label;
}

const char *
ys_cadence_clause (YsCadence cadence)
{
  g_return_val_if_fail (cadence < YS_N_CADENCES, NULL);

  return cadences[cadence].clause;
}

void
ys_cadence_span (YsCadence cadence, YsDate day, YsDate *out_first, YsDate *out_last)
{
  int months, first, last;

  g_return_if_fail (cadence < YS_N_CADENCES && ys_date_is_full (day));
  g_return_if_fail (out_first != NULL && out_last != NULL);

  months = cadences[cadence].months;
  first = (day.month - 1) / months * months + 1;
  last = first + months - 1;
  *out_first = (YsDate){ day.year, (gint8)first, 1 };
  *out_last = (YsDate){ day.year, (gint8)last, (gint8)ys_date_days_in_month (day.year, last) };
}

gboolean
ys_cadence_is_met_by (YsCadence cadence, int level, int kind)
{
  switch (cadence)
    {
    case YS_CADENCE_CITY:
      return level == YS_INSPECTION_LEVEL_CITY;
    case YS_CADENCE_DISTRICT_ANNOUNCED:
      return level == YS_INSPECTION_LEVEL_DISTRICT && kind == YS_INSPECTION_KIND_ANNOUNCED;
    case YS_CADENCE_DISTRICT_UNANNOUNCED:
      return level == YS_INSPECTION_LEVEL_DISTRICT && kind == YS_INSPECTION_KIND_UNANNOUNCED;
    case YS_CADENCE_JOINT:
      return level == YS_INSPECTION_LEVEL_JOINT;
    case YS_CADENCE_TOWN:
      return level == YS_INSPECTION_LEVEL_TOWN;
    case YS_N_CADENCES:
      break;
    }
  g_return_val_if_reached (FALSE);
}
