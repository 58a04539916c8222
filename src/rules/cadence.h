/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often whom is to be inspected [002 §4.1(1); 000 §3.1]: city, quarterly; district, monthly, once
 * announced and once unannounced; joint, half-yearly; subdistrict or town, daily (each working day
 * the office inspects; a compound is missing when no town inspection was made in the month). */
#pragma once

#include "inspection.h"
#include "work-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  YS_CADENCE_CITY,                 /* once a quarter, special */
  YS_CADENCE_DISTRICT_ANNOUNCED,   /* once a month */
  YS_CADENCE_DISTRICT_UNANNOUNCED, /* once a month */
  YS_CADENCE_JOINT,                /* once a half-year */
  YS_CADENCE_TOWN,                 /* each working day, by the office as a whole */
  YS_N_CADENCES
} YsCadence;

/* (transfer none): N_() words, translated by the caller, and the clause. */
const char *ys_cadence_label (YsCadence cadence);
const char *ys_cadence_clause (YsCadence cadence);
/* First and last day of the span of @day. */
void        ys_cadence_span (YsCadence cadence, YsDate day, YsDate *out_first, YsDate *out_last);
/* Whether an inspection of this level and kind fulfils it. A special inspection fulfils CITY and
 * JOINT; CITY takes any kind. */
gboolean    ys_cadence_is_met_by (YsCadence cadence, int level, int kind);

G_END_DECLS
