/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new clerk does on the first day, through the real window: begin, import, complete, undo,
 * file. The terminal then says what the ledger holds. */
#include "config.h"

#include "journey.h"

#include <locale.h>

/* Chooses the @nth item of a drop-down by keys. */
static void
choose (Driver *driver, const char *name, guint nth)
{
  driver_click (driver, ATSPI_ROLE_COMBO_BOX, name);
  for (guint i = 0; i < nth; i++)
    driver_key (driver, "Down");
  driver_key (driver, "Return");
}

static void
begin (Driver *driver, const Journey *journey)
{
  driver_set_text (driver, "单位", "山城街道物管科");
  driver_set_text (driver, "您的姓名", "王某某");
  driver_set_text (driver, "文件夹", journey->ledger);
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "建立台账");
  driver_wait_text (driver, "请选择单位层级");
  choose (driver, "级别", 2);
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "建立台账");
  driver_wait_text (driver, "先导入手头");
}

/* By the file dialog, whose path is typed. @judged: the count that the preview must show; @button:
 * what writes it; @done: what the page says then. */
static void
import (Driver *driver, const char *path, const char *judged, const char *button, const char *done)
{
  driver_key (driver, "ctrl+i");
  driver_click_for_window (driver, ATSPI_ROLE_PUSH_BUTTON, "选择文件…", "选择小区表格");
  driver_type (driver, path);
  driver_key (driver, "Return");
  driver_wait_text (driver, judged);
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, button);
  driver_wait_text (driver, done);
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "查看小区档案");
}

static void
import_annexes (Driver *driver, Journey *journey)
{
  g_autofree char *annex3 = journey_sample (journey, 3);
  g_autofree char *annex4 = journey_sample (journey, 4);
  g_autofree char *annex5 = journey_sample (journey, 5);

  import (driver, annex3, "新增 20", "导入 20 行", "新增 20 个小区，变更 0 个");
  import (driver, annex4, "新增 21", "导入 21 行", "新增 21 个小区，变更 0 个");
  import (driver, annex5, "变更 41", "导入 41 行", "新增 0 个小区，变更 41 个");
}

/* (transfer full): one field of the compound, as the terminal reads it meanwhile. */
static char *
stored (Journey *journey, const char *field)
{
  g_autoptr (JsonNode) answer
      = journey_ask (journey, "list", "compounds", "--search", "龙珠百合", NULL);
  JsonArray *rows = json_node_get_array (answer);

  g_assert_cmpuint (json_array_get_length (rows), ==, 1);
  return g_strdup (json_object_get_string_member (json_array_get_object_element (rows, 0), field));
}

static void
check_stored (Journey *journey, const char *field, const char *expected)
{
  g_autofree char *value = stored (journey, field);

  g_assert_cmpstr (value, ==, expected);
}

/* Found by its initials; saved when the field is left; a wrong date is told at its field and never
 * stored; undone by Ctrl+Z from the list. */
static void
edit_one (Driver *driver, Journey *journey)
{
  driver_key (driver, "ctrl+2");
  driver_wait (driver, ATSPI_ROLE_TEXT, "联系电话");
  driver_key (driver, "ctrl+f");
  driver_type (driver, "lzbh");
  driver_wait_value (driver, "联系电话", "13800000002");
  driver_key (driver, "Return");

  driver_set_text (driver, "联系电话", "13800000099");
  driver_key (driver, "Return");
  driver_wait_text (driver, "13800000099");
  check_stored (journey, "phone", "13800000099");

  driver_set_text (driver, "入驻时间", "2019-13-01");
  driver_key (driver, "Return");
  driver_wait_text (driver, "没有 13 月");
  check_stored (journey, "entry_date", "2019-12");
  driver_key (driver, "Escape");
  driver_wait_value (driver, "入驻时间", "2019-12");

  driver_key (driver, "ctrl+f");
  driver_key (driver, "Escape");
  driver_key (driver, "ctrl+z");
  driver_wait_text (driver, "已撤销：");
  driver_wait_value (driver, "联系电话", "13800000002");
  check_stored (journey, "phone", "13800000002");
}

/* Three rows chosen by Shift; one entry date for all of them. */
static void
edit_several (Driver *driver, Journey *journey)
{
  g_autoptr (JsonNode) answer = NULL;
  guint n = 0;

  /* From GTK 4.10 on the list has to be given the focus again after an undo. */
  driver_click (driver, ATSPI_ROLE_LABEL, "梅花园");
  driver_key (driver, "shift+Down");
  driver_wait_text (driver, "已选 2 个小区");
  driver_key (driver, "shift+Down");
  driver_wait_text (driver, "已选 3 个小区");
  driver_key (driver, "F2");
  for (int i = 0; i < 5; i++)
    driver_key (driver, "Tab");
  driver_type (driver, "2021-03");
  driver_key (driver, "Return");
  driver_wait_text (driver, "已修改 3 个小区的“入驻时间”");

  answer = journey_ask (journey, "list", "compounds", NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (answer)); i++)
    {
      JsonObject *row = json_array_get_object_element (json_node_get_array (answer), i);

      if (!json_object_get_null_member (row, "entry_date"))
        n += g_str_equal (json_object_get_string_member (row, "entry_date"), "2021-03");
    }
  g_assert_cmpuint (n, >=, 3);
}

static void
file_table (Driver *driver)
{
  driver_click (driver, ATSPI_ROLE_LIST_ITEM, "报表");
  driver_wait_text (driver, "第 20 期");
  driver_wait_text (driver, "入驻时间 缺 ");
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "报送");
  driver_wait_text (driver, "报送后冻结为");
  driver_press (driver, ATSPI_ROLE_PUSH_BUTTON, "冻结并报送");
  driver_wait_text (driver, "调度〔2026〕20号");
  driver_wait_text (driver, "已冻结");
}

static void
check_ledger (Journey *journey)
{
  g_autoptr (JsonNode) submissions = journey_ask (journey, "list", "submissions", NULL);
  g_autoptr (JsonNode) verified = journey_ask (journey, "ledger", "verify", NULL);
  g_autoptr (JsonNode) log = journey_ask (journey, "log", NULL);
  JsonArray *lines = json_node_get_array (log);
  JsonObject *filed;

  g_assert_cmpuint (json_array_get_length (json_node_get_array (submissions)), ==, 1);
  filed = json_array_get_object_element (json_node_get_array (submissions), 0);
  g_assert_cmpstr (json_object_get_string_member (filed, "number"), ==, "调度〔2026〕20号");
  g_assert_cmpint (json_object_get_int_member (filed, "rows"), ==, 41);
  g_assert_cmpstr (json_object_get_string_member (filed, "user"), ==, "王某某");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (verified), "ok"));
  g_assert_cmpuint (json_array_get_length (lines), >, 0);
  for (guint i = 0; i < json_array_get_length (lines); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (lines, i),
                                                    "user"),
                     ==, "王某某");
}

static void
test_first_day (void)
{
  g_autoptr (Journey) journey = journey_new ();
  Driver *driver = journey_open (journey, "--now", "2026-10-12T09:00", NULL);

  begin (driver, journey);
  import_annexes (driver, journey);
  edit_one (driver, journey);
  edit_several (driver, journey);
  file_table (driver);
  driver_free (driver);
  check_ledger (journey);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/journey/first-day", test_first_day);
  return g_test_run ();
}
