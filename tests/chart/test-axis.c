/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The value axis and its round ticks; labels spread beside their marks; shares and differences. */
#include "config.h"

#include "axis.h"
#include "chart-words.h"

typedef struct
{
  const char *name;
  gint64 least, most;
  guint max_ticks;
  const char *ticks; /* as written, lowest first */
} AxisCase;

static const AxisCase axis_cases[] = {
  { "scores", 7500, 10120, 7, "75 80 85 90 95 100" },
  /* WALL.md: all equal: ± 3 points. */
  { "all-equal", 9680, 9680, 7, "94 95 96 97 98 99" },
  { "all-zero", 0, 0, 7, "\342\210\2223 \342\210\2222 \342\210\2221 0 1 2 3" },
  { "negative", -2500, 500, 4, "\342\210\22220 \342\210\22210 0" },
  { "hundredths", 9400, 9402, 6, "94.00 94.01 94.02" },
  { "halves", 8840, 10160, 6, "90.0 92.5 95.0 97.5 100.0" },
  { "wide", 0, 100000, 3, "0 500 1000" },
  { "absurd", G_MININT64 + 1, G_MAXINT64, 4, "\342\210\2225e+16 0 5e+16" },
  { "absurd-equal", G_MAXINT64, G_MAXINT64, 2, "9.2e+16 9.3e+16" },
};

static char *
tick_texts (const YsAxis *axis)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *tick = ys_axis_text (axis, ys_axis_tick (axis, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tick);
    }
  return g_string_free (text, FALSE);
}

static void
test_axis (gconstpointer data)
{
  const AxisCase *c = data;
  YsAxis axis;
  g_autofree char *ticks = NULL;

  ys_axis_fit (&axis, c->least, c->most, c->max_ticks);
  ticks = tick_texts (&axis);
  g_assert_cmpstr (ticks, ==, c->ticks);
  g_assert_cmpfloat (axis.high, >, axis.low);
  g_assert_cmpfloat (ys_axis_position (&axis, (double)c->least), >, 0.0);
  g_assert_cmpfloat (ys_axis_position (&axis, (double)c->most), <, 1.0);
}

static void
test_round (void)
{
  YsAxis axis;
  g_autofree char *low = NULL, *high = NULL;

  ys_axis_fit_round (&axis, 7500, 10120, 6);
  low = ys_axis_text (&axis, axis.low);
  high = ys_axis_text (&axis, axis.high);
  g_assert_cmpstr (low, ==, "74");
  g_assert_cmpstr (high, ==, "102");
}

typedef struct
{
  const char *name;
  guint n;
  double wanted[4], low, high, places[4]; /* labels of 10 */
} SpreadCase;

static const SpreadCase spread_cases[] = {
  { "none", 0, { 0 }, 0.0, 100.0, { 0 } },
  { "apart", 3, { 10.0, 30.0, 60.0 }, 0.0, 100.0, { 10.0, 30.0, 60.0 } },
  { "together", 2, { 50.0, 50.0 }, 0.0, 100.0, { 45.0, 55.0 } },
  { "chain", 3, { 50.0, 52.0, 54.0 }, 0.0, 100.0, { 42.0, 52.0, 62.0 } },
  { "pushes-the-next", 3, { 20.0, 20.0, 32.0 }, 0.0, 100.0, { 14.0, 24.0, 34.0 } },
  { "at-the-top", 2, { 0.0, 1.0 }, 0.0, 100.0, { 0.0, 10.0 } },
  { "at-the-bottom", 2, { 99.0, 100.0 }, 0.0, 100.0, { 90.0, 100.0 } },
  { "all-at-the-bottom",
    4,
    { 100.0, 100.0, 100.0, 100.0 },
    0.0,
    100.0,
    { 70.0, 80.0, 90.0, 100.0 } },
  { "too-many", 3, { 5.0, 5.0, 5.0 }, 0.0, 10.0, { 0.0, 10.0, 20.0 } },
};

static void
test_spread (gconstpointer data)
{
  const SpreadCase *c = data;
  double places[4];

  for (guint i = 0; i < c->n; i++)
    places[i] = c->wanted[i];
  ys_spread_labels (places, c->n, 10.0, c->low, c->high);
  for (guint i = 0; i < c->n; i++)
    g_assert_cmpfloat_with_epsilon (places[i], c->places[i], 1e-9);
}

typedef struct
{
  const char *name;
  guint64 part, whole;
  const char *text;
} ShareCase;

static const ShareCase share_cases[] = {
  { "half", 1, 2, "50.00%" },
  { "up", 144, 159, "90.57%" },
  { "half-up", 1, 20000, "0.01%" },
  { "all", 7, 7, "100.00%" },
  { "none", 0, 7, "0.00%" },
  { "of-nothing", 0, 0, "—" },
  { "more-than-all", 8, 7, "100.00%" },
  { "huge", G_MAXUINT64 / 2, G_MAXUINT64, "50.00%" },
};

static void
test_share (gconstpointer data)
{
  const ShareCase *c = data;
  g_autofree char *text = ys_chart_share (c->part, c->whole);

  g_assert_cmpstr (text, ==, c->text);
}

static void
test_difference (void)
{
  g_assert_cmpint (ys_chart_difference (9860, 8840), ==, 1020);
  g_assert_cmpint (ys_chart_difference (G_MAXINT64, -1), ==, G_MAXINT64);
  g_assert_cmpint (ys_chart_difference (G_MININT64 + 1, 2), ==, G_MININT64);
  g_assert_cmpint (ys_chart_difference (-5, G_MININT64 + 1), ==, G_MAXINT64 - 5);
}

#define ADD(path, cases, function)                                                                 \
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)                                                 \
    {                                                                                              \
      g_autofree char *name = g_strconcat (path, cases[i].name, NULL);                             \
                                                                                                   \
      g_test_add_data_func (name, &cases[i], function);                                            \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/chart/axis/", axis_cases, test_axis);
  ADD ("/chart/spread/", spread_cases, test_spread);
  ADD ("/chart/share/", share_cases, test_share);
  g_test_add_func ("/chart/axis/round", test_round);
  g_test_add_func ("/chart/difference", test_difference);
  return g_test_run ();
}
