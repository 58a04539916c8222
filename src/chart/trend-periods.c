/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "2025年11月" is written 11月 with 2025年 beneath the first one and wherever the year changes; any
 * other label is written as it is. */
#include "config.h"

#include "trend-periods.h"
#include "chart-words.h"
#include "slide.h"

#include <string.h>

#define YEAR_ROW 1.3
#define LABEL_AIR 0.6

double
ys_trend_x (const YsTrendData *data, guint period, double left, double right)
{
  if (data->n_periods < 2)
    return right;
  return left + (right - left) * period / (data->n_periods - 1);
}

static const char *
label_of (const YsTrendData *data, guint period)
{
  return data->periods[period] != NULL ? data->periods[period] : "";
}

char *
ys_trend_tip (const YsTrendData *data, const YsTrendLine *line)
{
  gint64 now = data->n_periods > 0 ? line->scores[data->n_periods - 1] : YS_NO_POINTS;
  g_autofree char *score = now == YS_NO_POINTS ? g_strdup ("未参评") : ys_points_text (now, FALSE);

  GString *text = g_string_new (line->name);

  g_string_append_printf (text, " %s", score);
  if (line->rank != 0 && now != YS_NO_POINTS)
    g_string_append_printf (text, "，第 %u 名", line->rank);
  for (guint i = 0; i + 1 < data->n_periods; i++)
    {
      g_autofree char *before = line->scores[i] == YS_NO_POINTS
                                    ? g_strdup ("缺")
                                    : ys_points_text (line->scores[i], FALSE);

      g_string_append_printf (text, "%s%s %s", i == 0 ? "\n此前 " : "，", label_of (data, i),
                              before);
    }
  return g_string_free (text, FALSE);
}

/* Bytes of the year at the head of @label; 0 when nothing would be left or there is none. */
static gsize
year_length (const char *label)
{
  gsize digits = strspn (label, "0123456789");

  if (digits != 4 || !g_str_has_prefix (label + digits, "年"))
    return 0;
  digits += strlen ("年");
  return label[digits] == '\0' ? 0 : digits;
}

gboolean
ys_trend_has_years (const YsTrendData *data)
{
  for (guint i = 0; i < data->n_periods; i++)
    if (year_length (label_of (data, i)) > 0)
      return TRUE;
  return FALSE;
}

double
ys_trend_period_width (YsScene *scene, const YsTrendData *data, guint period)
{
  const char *label = label_of (data, period);

  return ys_scene_measure (scene, label + year_length (label), 1.0, FALSE);
}

static guint
label_stride (YsScene *scene, const YsTrendData *data, double left, double right)
{
  double widest = 0.0, pitch = (right - left) / MAX (data->n_periods - 1, 1);

  for (guint i = 0; i < data->n_periods; i++)
    widest = MAX (widest, ys_trend_period_width (scene, data, i));
  widest += LABEL_AIR * ys_scene_unit (scene);
  if (pitch <= 0.0)
    return MAX (data->n_periods, 1);
  return (guint)CLAMP ((widest - 1e-6) / pitch + 1.0, 1.0, MAX (data->n_periods, 1));
}

typedef struct
{
  char *text;
  double end; /* of the last one written */
} YearRow;

static void
add_year (YsScene *scene, YearRow *row, const char *label, double x, double y)
{
  g_autofree char *year = g_strndup (label, year_length (label));
  double u = ys_scene_unit (scene), half = ys_scene_measure (scene, year, 1.0, FALSE) / 2.0;

  if (*year == '\0' || g_strcmp0 (year, row->text) == 0 || x - half < row->end)
    return;
  ys_scene_add_words (scene, YS_ROLE_INK_2, year, 1.0, FALSE, YS_WORDS_CENTER, x, y + YEAR_ROW * u,
                      0.0);
  g_free (row->text);
  row->text = g_steal_pointer (&year);
  row->end = x + half + 0.3 * u;
}

void
ys_trend_add_periods (YsScene *scene, const YsTrendData *data, double left, double right, double y)
{
  guint stride = label_stride (scene, data, left, right);
  YearRow row = { NULL, 0.0 };

  if (data->n_periods == 0)
    return;
  for (guint i = (data->n_periods - 1) % stride; i < data->n_periods; i += stride)
    {
      const char *label = label_of (data, i);
      double x = ys_trend_x (data, i, left, right);

      ys_scene_add_words (scene, YS_ROLE_INK_2, label + year_length (label), 1.0, FALSE,
                          YS_WORDS_CENTER, x, y, 0.0);
      add_year (scene, &row, label, x, y);
    }
  g_free (row.text);
}
