/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From full marks to a published score, step by step: findings by group, faults, lines of the annex
 * 2 sheet, what was given on top. Steps are weighted and add up to the score before its rounding.
 */
#include "config.h"

#include "chart-private.h"

typedef struct
{
  YsWaterfallStep step;
  YsWorkingKind kind;
  gint64 points; /* hundredths, before weighting */
  gint64 count;
  gint64 each; /* −1: not all alike */
} Part;

typedef struct
{
  const YsScheme *scheme;
  Part *parts; /* two a line, and two limits, fit */
  guint n_parts;
} Parts;

static int
part_of (YsWorkingKind kind)
{
  if (kind == YS_WORKING_BONUS)
    return 2;
  return kind == YS_WORKING_SHEET || kind == YS_WORKING_EXTRA || kind == YS_WORKING_SURVEY;
}

/* Findings come together by group of clauses, faults as one, the sheet by clause. */
static const char *
step_name (const YsWorkingLine *line)
{
  switch ((int)line->kind)
    {
    case YS_WORKING_FINDING:
      return line->group != NULL ? line->group : line->name;
    case YS_WORKING_SECOND:
      return "上期逾期加倍";
    case YS_WORKING_FAULT:
      return "案卷过错";
    default:
      return line->name;
    }
}

static Part *
find_part (Parts *parts, const YsWorkingLine *line, const char *name)
{
  Part *part;

  for (guint i = 0; i < parts->n_parts; i++)
    if (parts->parts[i].step.part == part_of (line->kind)
        && g_strcmp0 (parts->parts[i].step.name, name) == 0)
      return &parts->parts[i];
  part = &parts->parts[parts->n_parts++];
  part->kind = line->kind;
  part->step.name = name;
  part->step.part = part_of (line->kind);
  part->step.id = line->ref;
  part->each = line->each;
  return part;
}

static void
add_points (Parts *parts, const YsWorkingLine *line, const char *name, gint64 points)
{
  Part *part = find_part (parts, line, name);

  part->points += points;
  part->count += line->count;
  if (part->each != line->each || ABS (points) != line->count * line->each)
    part->each = -1;
}

/* What was doubled is a step of its own: it is what repairing in time would have saved. */
static void
add_line (Parts *parts, const YsWorkingLine *line)
{
  gint64 base = line->count * line->each;

  if (line->points == 0)
    return;
  if (line->kind == YS_WORKING_FINDING && base > 0 && -line->points == 2 * base)
    {
      add_points (parts, line, step_name (line), -base);
      add_points (parts, line, "逾期加倍", -base);
    }
  else
    add_points (parts, line, step_name (line), line->points);
}

static int
weight_of (const YsScheme *scheme, int part)
{
  if (part == 2)
    return 100;
  return (int)((part == 1 ? scheme->property_weight : scheme->long_weight).value / 100);
}

static const char *
unit_of (YsWorkingKind kind)
{
  return kind == YS_WORKING_FINDING ? "处" : kind == YS_WORKING_FAULT ? "项" : "例";
}

/* 2 处 × 1 分 × 60%; 5.00 分 × 60% where they are not alike */
static const char *
tell_working (const Part *part, const YsScheme *scheme, YsChartArena *arena)
{
  int weight = weight_of (scheme, part->step.part);
  g_autofree char *all = ys_hundredths_to_text (ABS (part->points), FALSE);

  if (part->step.part == 2)
    return "创建加分";
  if (part->each > 0 && part->each % 100 == 0)
    return ys_chart_arena_printf (arena, "%d %s × %d 分 × %d%%", (int)part->count,
                                  unit_of (part->kind), (int)(part->each / 100), weight);
  return ys_chart_arena_printf (arena, "%s 分 × %d%%", all, weight);
}

/* What a floor or a cap gave back, or took. */
static void
add_limit (Parts *parts, int part, gint64 difference)
{
  Part *one;

  if (difference == 0)
    return;
  one = &parts->parts[parts->n_parts++];
  one->step.name = difference > 0 ? "扣到 0 为止" : "封顶";
  one->step.part = part;
  one->points = difference;
  one->each = -1;
}

static gint64
sum_of (const Parts *parts, int part)
{
  gint64 sum = 0;

  for (guint i = 0; i < parts->n_parts; i++)
    if (parts->parts[i].step.part == part)
      sum += parts->parts[i].points;
  return sum;
}

static const YsWaterfallStep *
weigh (Parts *parts, guint *out_n, YsChartArena *arena)
{
  YsWaterfallStep *steps
      = ys_chart_arena_new (arena, sizeof (YsWaterfallStep) * (parts->n_parts + 1));
  guint n = 0;

  for (int p = 0; p < 3; p++)
    for (guint i = 0; i < parts->n_parts; i++)
      {
        Part *part = &parts->parts[i];

        if (part->step.part != p)
          continue;
        part->step.points = part->points * weight_of (parts->scheme, p);
        part->step.working = tell_working (part, parts->scheme, arena);
        steps[n++] = part->step;
      }
  *out_n = n;
  return steps;
}

static const char *
tell_total (const YsStandingRow *row, const YsScheme *scheme, YsChartArena *arena)
{
  gint64 long_term = ys_round_quotient (row->score.long_term * scheme->long_weight.value, 10000,
                                        YS_ROUNDING_AWAY);
  gint64 property = ys_round_quotient (row->score.property * scheme->property_weight.value, 10000,
                                       YS_ROUNDING_AWAY);
  g_autofree char *a = ys_hundredths_to_text (long_term, FALSE);
  g_autofree char *b = ys_hundredths_to_text (property, FALSE);
  g_autofree char *c = ys_hundredths_to_text (row->score.bonus, FALSE);

  return row->score.bonus > 0
             ? ys_chart_arena_printf (arena, "长效 %s + 物业 %s + 加分 %s", a, b, c)
             : ys_chart_arena_printf (arena, "长效 %s + 物业 %s", a, b);
}

gboolean
ys_chart_fill_waterfall (const YsChartData *data,
                         gint64 compound_id,
                         YsWaterfallData *out,
                         YsChartArena *arena)
{
  const YsScheme *scheme = ys_standing_scheme (data->standing)->scheme;
  const YsStandingRow *row = ys_standing_find (data->standing, compound_id);
  GPtrArray *lines = ys_chart_data_working (data, compound_id);
  Parts *parts;

  if (row == NULL || !row->score.assessed || lines == NULL)
    return FALSE;
  parts = ys_chart_arena_new (arena, sizeof *parts);
  parts->parts = ys_chart_arena_new (arena, sizeof (Part) * (2 * (gsize)lines->len + 2));
  parts->scheme = scheme;
  for (guint i = 0; i < lines->len; i++)
    add_line (parts, lines->pdata[i]);
  add_limit (parts, 0, row->score.long_term - scheme->long_base.value - sum_of (parts, 0));
  add_limit (parts, 1, row->score.property - scheme->property_base.value - sum_of (parts, 1));
  *out = (YsWaterfallData){
    .name = row->name,
    .rank = row->rank,
    .full = (scheme->long_base.value * scheme->long_weight.value
             + scheme->property_base.value * scheme->property_weight.value)
            / 10000,
    .score = row->score.score,
    .long_weight = weight_of (scheme, 0),
    .property_weight = weight_of (scheme, 1),
    .total_working = tell_total (row, scheme, arena),
  };
  out->steps = weigh (parts, &out->n_steps, arena);
  return TRUE;
}
