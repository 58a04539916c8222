/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Part of a scripted month through the real window, on Friday 10 October 2025 at 11:20; the
 * terminal says before what there is and afterwards what the ledger holds. */
#include "config.h"

#include "journey.h"

#include <locale.h>

static void
run (Journey *journey, const char *number, const char *at)
{
  g_autoptr (JsonNode) added
      = journey_ask (journey, "case", "add", "--number", number, "--level", "city", "--compound",
                     "龙珠百合", "--code", "A1-14", "--place", "北门", "--at", at, NULL);
}

/* Three reports of one problem in September, each after the two hours of the one before: the third
 * is repeated [002 §4.1(4)]. One finding of a district inspection. */
static void
prepare (Journey *journey)
{
  g_autoptr (JsonNode) inspection = NULL;

  journey_init (journey);
  journey_set_user (journey, "王某某");
  journey_import (journey, 5);
  run (journey, "20250911-002", "2025-09-11T09:00");
  run (journey, "20250918-005", "2025-09-18T09:00");
  run (journey, "20250925-011", "2025-09-25T09:00");
  inspection = journey_ask (journey, "inspect", "add", "--compound", "龙珠百合", "--level",
                            "district", "--kind", "announced", "--at", "2025-10-10T09:00",
                            "--finding", "A1-05@1号楼", NULL);
}

/* (transfer full): the case of this number as the terminal tells it. */
static JsonObject *
stored_case (Journey *journey, const char *number)
{
  g_autoptr (JsonNode) answer = journey_ask (journey, "list", "cases", NULL);
  JsonArray *rows = json_node_get_array (answer);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (g_str_equal (json_object_get_string_member (row, "number"), number))
        return json_object_ref (row);
    }
  g_error ("no case %s", number);
}

/* By keys alone. */
static void
find (Driver *driver, const char *text)
{
  driver_key (driver, "ctrl+f");
  driver_key (driver, "ctrl+a");
  driver_type (driver, text);
}

static void
confirm_fault (Driver *driver, Journey *journey)
{
  g_autoptr (JsonObject) row = NULL;

  find (driver, "20250925-011");
  driver_wait_text (driver, "9 月同一问题第三次上报（共 3 件）");
  driver_wait_text (driver, "到期未回复");
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "认定");
  driver_wait_text (driver, "已认定，−2.00");
  row = stored_case (journey, "20250925-011");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "faults")), ==, 1);
}

/* Accepted, then answered: what the platform asks for is written where its button stands. */
static void
answer_case (Driver *driver, Journey *journey)
{
  g_autoptr (JsonObject) row = NULL;

  find (driver, "20250918-005");
  driver_wait_text (driver, "20250918-005 · 市级");
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "回复");
  driver_wait (driver, ATSPI_ROLE_TEXT, "整改情况");
  driver_type (driver, "cleared");
  driver_key (driver, "Return");
  driver_wait_text (driver, "回复：已记录");
  driver_wait (driver, ATSPI_ROLE_PUSH_BUTTON, "核查通过");
  row = stored_case (journey, "20250918-005");
  g_assert_cmpstr (json_object_get_string_member (row, "replied_at"), ==, "2025-10-10T11:20");
}

/* Reported and rechecked at 11:20, before the deadline of Tuesday the 14th: closed, 1.00 and no
 * more. */
static void
close_finding (Driver *driver, Journey *journey)
{
  g_autoptr (JsonNode) answer = NULL;
  JsonObject *row;

  find (driver, "A1-05");
  driver_wait_text (driver, "10-14 17:30");
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "报整改");
  driver_wait (driver, ATSPI_ROLE_TEXT, "整改情况");
  driver_type (driver, "replaced");
  driver_key (driver, "Return");
  driver_wait (driver, ATSPI_ROLE_PUSH_BUTTON, "复查不过");
  driver_click (driver, ATSPI_ROLE_PUSH_BUTTON, "复查通过");
  driver_wait (driver, ATSPI_ROLE_TEXT, "时间");
  driver_key (driver, "Return");
  driver_wait_text (driver, "复查通过：已记录");
  answer = journey_ask (journey, "list", "findings", NULL);
  row = json_array_get_object_element (json_node_get_array (answer), 0);
  g_assert_cmpstr (json_object_get_string_member (row, "state"), ==, "closed");
  g_assert_cmpstr (json_object_get_string_member (row, "rectified_at"), ==, "2025-10-10T11:20");
  g_assert_false (json_object_get_boolean_member (row, "doubled"));
}

static void
test_month (void)
{
  g_autoptr (Journey) journey = journey_new ();
  Driver *driver;

  prepare (journey);
  driver = journey_open (journey, "--now", "2025-10-10T11:20", journey->ledger, NULL);
  /* A key for a room that is pressed before the ledger is there goes nowhere. */
  driver_wait_text (driver, "下次报送");
  driver_key (driver, "ctrl+4");
  driver_wait (driver, ATSPI_ROLE_ENTRY, "搜索问题和案卷");
  confirm_fault (driver, journey);
  answer_case (driver, journey);
  close_finding (driver, journey);
  driver_free (driver);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/cases/month", test_month);
  return g_test_run ();
}
