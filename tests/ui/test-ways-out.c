/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a ledger cannot simply be opened: who holds it, what backups there are; and the reminder
 * three days before a table is due. */
#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "journey.h"

#define NOW "2026-10-12T09:00"

static void
make_ledger (Journey *journey)
{
  journey_init (journey);
  journey_import (journey, 3);
}

/* Whoever comes second is told who works there, and may look but not change. */
static void
test_second (void)
{
  g_autoptr (Journey) journey = journey_new ();
  Driver *first;
  Driver *second;

  make_ledger (journey);
  journey_set_user (journey, "李某某");
  first = journey_open (journey, "--now", NOW, "--ledger", journey->ledger, NULL);
  driver_wait_text (first, "经办：李某某");
  second = journey_open (journey, "--now", NOW, "--ledger", journey->ledger, NULL);
  driver_wait_text (second, "有人正在使用这个台账");
  driver_wait_text (second, "李某某 正在计算机");
  driver_click (second, ATSPI_ROLE_PUSH_BUTTON, "只读打开");
  driver_wait_text (second, "已以只读方式打开");
  driver_wait_text (second, "20 个小区");
  driver_free (second);
  driver_free (first);
}

/* Those made by the way, within one second, would stand in any order. */
static void
forget_backups (const Journey *journey)
{
  g_autofree char *folder = g_build_filename (journey->ledger, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* What is offered is what the backup holds; it is restored into a new folder and opened. */
static void
test_damaged (void)
{
  g_autoptr (Journey) journey = journey_new ();
  g_autofree char *file = g_build_filename (journey->ledger, "ledger.yardstick", NULL);
  g_autofree char *folder = g_build_filename (journey->root, "restored", NULL);
  g_autoptr (JsonNode) verified = NULL;
  g_autoptr (JsonNode) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;
  Driver *driver;

  make_ledger (journey);
  forget_backups (journey);
  backup = journey_ask (journey, "ledger", "backup", NULL);
  g_file_get_contents (file, &content, &length, &error);
  g_assert_no_error (error);
  memset (content + length / 2, 0x5a, length / 4);
  g_file_set_contents (file, content, (gssize)length, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);

  driver = journey_open (journey, "--now", NOW, "--ledger", journey->ledger, NULL);
  driver_wait_text (driver, "台账已损坏");
  driver_wait_text (driver, "小区 20 个");
  driver_click_for_window (driver, ATSPI_ROLE_PUSH_BUTTON, "恢复到文件夹…",
                           "把备份恢复到一个空文件夹");
  driver_type (driver, folder);
  driver_key (driver, "alt+r");
  driver_wait_text (driver, "20 个小区");
  driver_free (driver);

  g_free (journey->ledger);
  journey->ledger = g_steal_pointer (&folder);
  verified = journey_ask (journey, "ledger", "verify", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verified), "ok"));
}

/* Due on the 15th: the 12th is the first day of the reminder, the 11th is not. */
static void
test_reminder (gconstpointer data)
{
  const char *now = data;
  g_autoptr (Journey) journey = journey_new ();
  gboolean near = g_str_equal (now, NOW);
  Driver *driver;

  make_ledger (journey);
  driver = journey_open (journey, "--now", now, "--ledger", journey->ledger, NULL);
  driver_wait_text (driver, "下次报送");
  driver_wait_text (driver, "20 个小区");
  if (near)
    driver_wait_text (driver, "还有 3 天；表中还有");
  else
    g_assert_false (driver_has_text (driver, "；表中还有"));
  driver_free (driver);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/ways-out/second", test_second);
  g_test_add_func ("/ui/ways-out/damaged", test_damaged);
  g_test_add_data_func ("/ui/ways-out/reminder/from-three-days", NOW, test_reminder);
  g_test_add_data_func ("/ui/ways-out/reminder/not-before", "2026-10-11T09:00", test_reminder);
  return g_test_run ();
}
