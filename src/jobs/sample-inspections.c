/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inspections and the life of their findings. Each step is an event in the order of time up to the
 * end of the sample; where a finding stands is worked out from them by the rules, as anywhere. */
#include "config.h"

#include "sample-private.h"

#include "finding-rules.h"

#define MAX_EVENTS 8
/* Older findings were rechecked in one visit: one event each keeps ten years in bounds. */
#define FULL_DAYS 730
/* Some of the last ones are photographed. */
#define LAST_FINDINGS 60
#define SHOWN_PERCENT 30
#define DAY_SECONDS (24 * 3600)
#define OFFICE_MINUTES 420

/* Of one finding. */
typedef struct
{
  YsSampleWork *work;
  YsFinding *finding;
  YsLimit limit;
  YsEvent events[MAX_EVENTS];
  guint n;
} Life;

static int
choose_level (YsSampleRandom *random)
{
  guint chance = ys_sample_below (random, 100);

  if (chance < 60)
    return YS_INSPECTION_LEVEL_TOWN;
  if (chance < 82)
    return YS_INSPECTION_LEVEL_DISTRICT;
  if (chance < 86)
    return YS_INSPECTION_LEVEL_CITY;
  return chance < 92 ? YS_INSPECTION_LEVEL_JOINT : YS_INSPECTION_LEVEL_SELF;
}

static int
choose_kind (YsSampleRandom *random, int level)
{
  if (level == YS_INSPECTION_LEVEL_CITY || level == YS_INSPECTION_LEVEL_JOINT)
    return YS_INSPECTION_KIND_SPECIAL;
  return ys_sample_percent (random, level == YS_INSPECTION_LEVEL_DISTRICT ? 50 : 75)
             ? YS_INSPECTION_KIND_ANNOUNCED
             : YS_INSPECTION_KIND_UNANNOUNCED;
}

/* 3.8 on average; a clean visit now and then. */
static guint
choose_n_findings (YsSampleRandom *random)
{
  static const guint chances[] = { 6, 18, 34, 51, 65, 76, 85, 91, 96, 100 };
  guint chance = ys_sample_below (random, 100);
  guint n = 0;

  while (chances[n] <= chance)
    n++;
  return n;
}

/* FALSE when it lies after the end of the sample: then nothing follows either. */
static gboolean
happen (Life *life, int kind, YsInstant at)
{
  YsSampleRandom *random = &life->work->random;

  if (at > YS_SAMPLE_NOW || life->n == MAX_EVENTS)
    return FALSE;
  life->events[life->n++] = (YsEvent){
    .kind = kind,
    .at = at,
    .person = (char *)ys_sample_officer (random),
    .text = (char *)ys_sample_saying (random, kind),
  };
  return TRUE;
}

static gboolean
replay (Life *life)
{
  const YsEvent *events[MAX_EVENTS];

  for (guint i = 0; i < life->n; i++)
    events[i] = &life->events[i];
  return ys_finding_replay (life->finding, events, life->n, life->limit, life->work->calendar);
}

static YsInstant
later (Life *life, YsInstant from, guint least, guint most)
{
  return ys_work_add (life->work->calendar, from,
                      least + ys_sample_below (&life->work->random, most - least + 1));
}

/* In time for most, late for some, for a few not at all while it is fresh. */
static YsInstant
repaired_at (Life *life)
{
  YsSampleRandom *random = &life->work->random;
  const YsFinding *finding = life->finding;
  guint chance = ys_sample_below (random, 100);
  gint64 span = MAX (finding->deadline - finding->starts_at, 3600);

  if (chance < 84)
    return finding->starts_at + span * (15 + ys_sample_below (random, 84)) / 100 / 60 * 60;
  if (chance < 97)
    return later (life, finding->deadline, 10, 3 * OFFICE_MINUTES);
  return later (life, finding->deadline, 5 * OFFICE_MINUTES, 40 * OFFICE_MINUTES);
}

static void
object_and_win (Life *life)
{
  YsInstant at = later (life, life->finding->starts_at, 30, 90);

  if (happen (life, YS_EVENT_OBJECTION, at))
    happen (life, YS_EVENT_UPHELD, later (life, at, 60, 2 * OFFICE_MINUTES));
}

/* Waiting for a part or for dry weather: only where there are days. */
static void
stop_clock (Life *life)
{
  YsInstant at = later (life, life->finding->starts_at, 30, 120);

  if (happen (life, YS_EVENT_PAUSED, at))
    if (happen (life, YS_EVENT_RESUMED, later (life, at, OFFICE_MINUTES, 8 * OFFICE_MINUTES)))
      replay (life);
}

static void
report_and_recheck (Life *life)
{
  YsInstant last = life->n > 0 ? life->events[life->n - 1].at : life->finding->starts_at;
  YsInstant at = MAX (repaired_at (life), later (life, last, 5, 60));

  if (!happen (life, YS_EVENT_REPORTED, at))
    return;
  at = later (life, at, 20, OFFICE_MINUTES + 200);
  if (ys_sample_percent (&life->work->random, 7))
    {
      if (!happen (life, YS_EVENT_FAILED, at))
        return;
      at = later (life, at, 120, OFFICE_MINUTES);
      if (!happen (life, YS_EVENT_REPORTED, at))
        return;
      at = later (life, at, 20, OFFICE_MINUTES);
    }
  happen (life, YS_EVENT_PASSED, at);
}

static void
live (Life *life)
{
  YsSampleRandom *random = &life->work->random;
  gboolean is_full = YS_SAMPLE_NOW - life->finding->found_at < (gint64)FULL_DAYS * DAY_SECONDS;
  guint chance = ys_sample_below (random, 1000);

  if (chance < 10)
    object_and_win (life);
  else if (!is_full)
    happen (life, YS_EVENT_PASSED, repaired_at (life));
  else
    {
      gboolean is_open = life->limit.unit == YS_LIMIT_DAYS && chance < 40;

      if (chance >= 500)
        happen (life, YS_EVENT_ISSUED, life->finding->found_at);
      if (is_open)
        stop_clock (life);
      if (!is_open || life->n == 0 || life->events[life->n - 1].kind != YS_EVENT_PAUSED)
        report_and_recheck (life);
    }
}

static gboolean
write_life (Life *life, GError **error)
{
  replay (life);
  if (!ys_sample_insert (life->work, &ys_finding_type, life->finding, error))
    return FALSE;
  for (guint i = 0; i < life->n; i++)
    {
      life->events[i].finding_id = life->finding->id;
      if (!ys_sample_insert (life->work, &ys_event_type, &life->events[i], error))
        return FALSE;
    }
  return TRUE;
}

static void
show_finding (YsSampleWork *work, const YsFinding *finding)
{
  YsSampleShown shown = { finding->id, finding->state == YS_FINDING_CLOSED
                                           || finding->state == YS_FINDING_REPORTED };

  if (finding->state != YS_FINDING_WITHDRAWN && ys_sample_percent (&work->random, SHOWN_PERCENT))
    g_array_append_val (work->shown, shown);
}

static gboolean
make_finding (YsSampleWork *work, const YsInspection *inspection, GError **error)
{
  YsSampleRandom *random = &work->random;
  const YsClause *clause = ys_sample_clause (work);
  guint count = ys_sample_percent (random, 85) ? 1 : 2 + ys_sample_below (random, 3);
  char place[64], note[256];
  YsFinding finding = {
    .inspection_id = inspection->id,
    .compound_id = inspection->compound_id,
    .level = inspection->level,
    .clause_id = clause->id,
    .count = YS_NUMBER (count),
    .place = (char *)ys_sample_place (random, place),
    .note = (char *)ys_sample_note (random, clause, note),
    .found_at = inspection->at,
    .points = YS_NUMBER (ys_finding_base_points (inspection->level, clause->points.value, count)),
  };
  Life life = { .work = work,
                .finding = &finding,
                .limit = { clause->limit_amount.value, (YsLimitUnit)clause->limit_unit } };

  work->n_findings++;
  replay (&life);
  live (&life);
  if (!write_life (&life, error))
    return FALSE;
  if (work->max_findings - work->n_findings < LAST_FINDINGS)
    show_finding (work, &finding);
  return TRUE;
}

static gboolean
make_inspection (YsSampleWork *work, YsDate day, guint max, GError **error)
{
  YsSampleRandom *random = &work->random;
  guint n = MIN (choose_n_findings (random), max);
  YsInspection inspection = {
    .compound_id = work->compounds[ys_sample_below (random, work->n_compounds)],
    .level = choose_level (random),
    .at = ys_sample_instant (work, day),
    .inspectors = (char *)ys_sample_officer (random),
    .catalogue_id = YS_SAMPLE_CATALOGUE,
  };

  inspection.kind = choose_kind (random, inspection.level);
  if (!ys_sample_insert (work, &ys_inspection_type, &inspection, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!make_finding (work, &inspection, error))
      return FALSE;
  return ys_sample_rest (work, error);
}

gboolean
ys_sample_fill_inspections (YsSampleWork *work, YsDate day, guint n_findings, GError **error)
{
  while (work->n_findings < n_findings)
    if (!make_inspection (work, day, n_findings - work->n_findings, error))
      return FALSE;
  return TRUE;
}
