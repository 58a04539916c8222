/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An inspection by keys alone, through the real window, killed in the middle of a row: what was
 * saved is in the ledger, what was typed is there again. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "journey.h"

/* Saturday, a make-up day; the day before is worked too. */
#define NOW "2025-10-11T09:00"

static void
open_page (Driver *driver)
{
  driver_wait_text (driver, "20 个小区");
  driver_key (driver, "ctrl+3");
  driver_wait (driver, ATSPI_ROLE_TEXT, "条款，第 1 行");
}

/* 龙珠百合 by its initials, district, unannounced, 10-10 10:30. */
static void
type_head (Driver *driver)
{
  driver_key (driver, "ctrl+n");
  driver_type (driver, "lzbh");
  driver_key (driver, "Return");
  driver_wait_value (driver, "小区", "龙珠百合");
  driver_key (driver, "2");
  driver_key (driver, "Return");
  driver_key (driver, "2");
  driver_key (driver, "Return");
  driver_key (driver, "ctrl+a");
  driver_type (driver, "10-10 1030");
  driver_key (driver, "Return");
  driver_wait_value (driver, "检查时间", "2025-10-10 10:30");
  driver_key (driver, "Return");
}

/* hlb is 绿化管养不佳: 3 working days, until the 14th. On a slow machine it is typed before the
 * grid is there: nothing of it is lost. */
static void
type_rows (Driver *driver)
{
  driver_hold (driver);
  driver_key (driver, "Return");
  driver_type (driver, "hlb");
  driver_go_on (driver);
  driver_wait_text (driver, "至 10-14 17:30");
  driver_key (driver, "Return");
  driver_wait_value (driver, "条款，第 1 行", "A1-23  绿化管养不佳");
  driver_type (driver, "2");
  driver_key (driver, "Return");
  driver_type (driver, "3#");
  driver_key (driver, "Return");
  driver_key (driver, "Return");
  driver_wait_text (driver, "1 条 2 处");
  driver_type (driver, "A1-22");
  driver_key (driver, "Return");
  driver_wait_value (driver, "条款，第 2 行", "A1-22  占用消防通道");
  driver_wait_text (driver, "2 条 3 处");
}

/* As the audit log tells it. */
static guint
count_findings (Journey *journey)
{
  g_autoptr (JsonNode) log = journey_ask (journey, "log", NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  JsonArray *lines = json_node_get_array (log);

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *line = json_array_get_object_element (lines, i);

      if (g_strcmp0 (json_object_get_string_member (line, "record"), "finding") == 0)
        g_hash_table_add (ids,
                          GINT_TO_POINTER ((int)json_object_get_int_member (line, "record_id")));
    }
  return g_hash_table_size (ids);
}

/* Until the write-ahead log holds the words: then a power cut no longer takes them. */
static void
wait_kept (Journey *journey, const char *words)
{
  g_autofree char *path = g_build_filename (journey->ledger, "ledger.yardstick-wal", NULL);
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gboolean kept = FALSE;

  while (!kept && g_get_monotonic_time () < end)
    {
      g_autofree char *content = NULL;
      gsize length = 0;

      g_usleep (30 * 1000);
      if (g_file_get_contents (path, &content, &length, NULL))
        for (gsize i = 0; !kept && i + strlen (words) <= length; i++)
          kept = memcmp (content + i, words, strlen (words)) == 0;
    }
  g_assert_true (kept);
}

static void
test_killed (void)
{
  g_autoptr (Journey) journey = journey_new ();
  g_autoptr (JsonNode) verified = NULL;
  Driver *driver;

  journey_init (journey);
  journey_import (journey, 3);
  journey_set_user (journey, "李某某");
  driver = journey_open (journey, "--now", NOW, "--ledger", journey->ledger, NULL);
  open_page (driver);
  type_head (driver);
  type_rows (driver);
  /* The third row: its clause is not written yet. */
  driver_key (driver, "Down");
  driver_type (driver, "5");
  driver_key (driver, "Return");
  driver_type (driver, "east gate");
  driver_wait_value (driver, "位置，第 3 行", "east gate");
  wait_kept (journey, "east gate");
  driver_kill (driver);
  g_assert_cmpuint (count_findings (journey), ==, 2);

  driver = journey_open (journey, "--now", NOW, "--ledger", journey->ledger, NULL);
  open_page (driver);
  driver_wait_value (driver, "小区", "龙珠百合");
  driver_wait_value (driver, "条款，第 2 行", "A1-22  占用消防通道");
  driver_wait_value (driver, "处数，第 3 行", "5");
  driver_wait_value (driver, "位置，第 3 行", "east gate");
  driver_click (driver, ATSPI_ROLE_TEXT, "条款，第 3 行");
  driver_type (driver, "A1-14");
  driver_key (driver, "Return");
  driver_wait_text (driver, "3 条 8 处");
  driver_free (driver);
  g_assert_cmpuint (count_findings (journey), ==, 3);
  verified = journey_ask (journey, "ledger", "verify", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verified), "ok"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/entry/killed", test_killed);
  return g_test_run ();
}
