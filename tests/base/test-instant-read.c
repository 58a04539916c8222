/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times as clerks type them on Sunday 2025-10-12 at 11:20. */
#include "config.h"

#include "instant-read.h"

#define NOW ((YsInstant)1760239200)

typedef struct
{
  const char *text;
  const char *iso;    /* NULL: refused */
  const char *reason; /* part of the sentence */
} ReadCase;

static const ReadCase cases[] = {
  { "2025-10-10 10:30", "2025-10-10T10:30", NULL },
  { "2025-10-10T10:30", "2025-10-10T10:30", NULL },
  { "2025-10-10 10:30:59", "2025-10-10T10:30", NULL },
  { "2025.10.10 1030", "2025-10-10T10:30", NULL },
  { "2025年10月10日 10点30分", "2025-10-10T10:30", NULL },
  { "20251010 1030", "2025-10-10T10:30", NULL },
  { "10-10 10:30", "2025-10-10T10:30", NULL },
  { "10.10 1030", "2025-10-10T10:30", NULL },
  { "10/10 930", "2025-10-10T09:30", NULL },
  { "10.9 9:05", "2025-10-09T09:05", NULL },
  { "10月10日10点半", "2025-10-10T10:30", NULL },
  { "10月10号 下午3:20", "2025-10-10T15:20", NULL },
  { "１０－１０　１０：３０", "2025-10-10T10:30", NULL },
  { "今天 10:30", "2025-10-12T10:30", NULL },
  { "今天1030", "2025-10-12T10:30", NULL },
  { "昨天下午3点", "2025-10-11T15:00", NULL },
  { "前天 0:00", "2025-10-10T00:00", NULL },
  { "明天 8:30", "2025-10-13T08:30", NULL },
  { "today 10:30", "2025-10-12T10:30", NULL },
  { "10:30", "2025-10-12T10:30", NULL },
  { "1030", "2025-10-12T10:30", NULL },
  { "9点", "2025-10-12T09:00", NULL },
  { "中午12:30", "2025-10-12T12:30", NULL },
  { "上午 9:00", "2025-10-12T09:00", NULL },
  { "23:59", "2025-10-12T23:59", NULL },
  /* The year in which the day is nearest. */
  { "1-5 9:00", "2026-01-05T09:00", NULL },
  { "12-30 9:00", "2025-12-30T09:00", NULL },
  { "5-1 9:00", "2025-05-01T09:00", NULL },
  { "3-1 9:00", "2026-03-01T09:00", NULL },
  { "", NULL, "is no day and time" },
  { NULL, NULL, "is no day and time" },
  { "10-10", NULL, "time of day is missing" },
  { "10.30", NULL, "time of day is missing" },
  { "今天", NULL, "time of day is missing" },
  { "13-10 10:30", NULL, "no month 13" },
  { "9-31 10:30", NULL, "Month 9 has no day 31" },
  { "2025-2-29 10:30", NULL, "Month 2 has no day 29" },
  { "0000-10-10 10:30", NULL, "year 0 is unlikely" },
  { "1925-10-10 10:30", NULL, "year 1925 is unlikely" },
  { "10-10 25:00", NULL, "no time 25:00" },
  { "10-10 10:60", NULL, "no time 10:60" },
  { "2460", NULL, "no time 2460" },
  { "上周三", NULL, "is no day and time" },
  { "10-10 abc", NULL, "is no day and time" },
  { "10:30 10-10", NULL, "is no day and time" },
};

static void
test_read (gconstpointer data)
{
  const ReadCase *c = data;
  g_autofree char *reason = NULL;
  g_autofree char *iso = NULL;
  YsInstant instant = -1;
  gboolean good = ys_instant_read (c->text, NOW, &instant, &reason);

  iso = ys_instant_to_iso (instant);
  g_assert_cmpstr (iso, ==, c->iso);
  g_assert_cmpint (good, ==, c->iso != NULL);
  if (c->iso != NULL)
    g_assert_null (reason);
  else
    g_assert_nonnull (g_strstr_len (reason, -1, c->reason));
}

static void
test_typed (void)
{
  g_autofree char *typed = ys_instant_to_typed (NOW);
  g_autofree char *none = ys_instant_to_typed (0);
  YsInstant back;

  g_assert_cmpstr (typed, ==, "2025-10-12 11:20");
  g_assert_true (ys_instant_read (typed, NOW, &back, NULL));
  g_assert_cmpint (back, ==, NOW);
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/base/instant-read/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &cases[i], test_read);
    }
  g_test_add_func ("/base/instant-read/typed", test_typed);
  return g_test_run ();
}
