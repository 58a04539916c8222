/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inspect form and inspect import: printed, filled, read in; what does not fit changes nothing. */
#include "config.h"

#include <string.h>

#include "harness.h"

#define NOW "2026-10-12T15:00"
#define ROWS                                                                                       \
  "代码,小类名称,处数,位置,情况说明\n"                                               \
  "A1-22,占用消防通道,,,\nA1-23,绿化管养不佳,2,西门,枯枝\nA1-08,,,东门,\n检查人签字：,,,,\n"
#define HEAD                                                                                       \
  "小区名称,龙珠百合,检查级别,区级,\n检查时间,2026-10-12 "                       \
  "10:30,检查方式,暗访,\n检查人,示例王某,,,\n"

static guint
count (Place *place, const char *what)
{
  g_autoptr (Run) listed = run (place, "list", what, "--period", "2026-10", NULL);

  assert_code (listed, 0);
  return json_array_get_length (json_node_get_array (listed->json));
}

static void
test_filled (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = place_write (place, "form.csv", HEAD ROWS);
  g_autoptr (Run) tried = run (place, "--now", NOW, "inspect", "import", file, "--dry-run", NULL);
  g_autoptr (Run) read = NULL;
  g_autoptr (Run) again = NULL;
  JsonObject *object;

  assert_code (tried, 0);
  assert_members (json_node_get_object (tried->json), "inspection:N compound:s level:s kind:s at:s "
                                                      "inspectors:s rows:a new:n refused:n");
  g_assert_cmpuint (count (place, "inspections"), ==, 0);

  read = run (place, "--now", NOW, "inspect", "import", file, NULL);
  assert_code (read, 0);
  object = json_node_get_object (read->json);
  g_assert_cmpint (json_object_get_int_member (object, "inspection"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "compound"), ==, "龙珠百合");
  g_assert_cmpstr (json_object_get_string_member (object, "level"), ==, "district");
  g_assert_cmpint (json_object_get_int_member (object, "new"), ==, 2);
  g_assert_cmpuint (count (place, "findings"), ==, 2);

  /* the same form a second time */
  again = run (place, "--now", NOW, "inspect", "import", file, NULL);
  assert_refused (again, 1);
  g_assert_cmpuint (count (place, "findings"), ==, 2);
}

/* The printed form itself is a visit that found nothing, once it is said when and by whom. */
static void
test_printed (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = place_path (place, "form.xlsx");
  g_autoptr (Run) printed
      = run (place, "--now", NOW, "inspect", "form", "--compound", "龙珠百合", "-o", file, NULL);
  g_autoptr (Run) bare = run (place, "--now", NOW, "inspect", "import", file, NULL);
  g_autoptr (Run) told
      = run (place, "--now", NOW, "inspect", "import", file, "--level", "town", "--kind",
             "announced", "--at", "2026-10-12T09:00", "--sheet", "检查表", NULL);

  assert_code (printed, 0);
  assert_refused (bare, 1);
  assert_code (told, 0);
  g_assert_cmpuint (count (place, "inspections"), ==, 1);
  g_assert_cmpuint (count (place, "findings"), ==, 0);
}

typedef struct
{
  const char *path;
  const char *text;
  const char *says;
} Refused;

static const Refused refused[] = {
  { "no-form", "小区,户数\n龙珠百合,300\n", "form" },
  { "no-such-compound", "小区名称,没有这个小区\n" HEAD ROWS, "没有这个小区" },
  { "wrong-level", "小区名称,龙珠百合,检查级别,县里\n" HEAD ROWS, "县里" },
  { "wrong-row", HEAD ROWS "A9-99,,,北门,\n", "A9-99" },
  { "wrong-count", HEAD ROWS "A1-01,,好几,,\n", "好几" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *c = data;
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *file = place_write (place, "form.csv", c->text);
  g_autoptr (Run) read = run (place, "--now", NOW, "inspect", "import", file, NULL);

  assert_code (read, 1);
  g_assert_nonnull (strstr (read->err, c->says));
  g_assert_cmpuint (count (place, "inspections"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/form/filled", test_filled);
  g_test_add_func ("/cli/form/printed", test_printed);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/form/refused/", refused[i].path, NULL);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  return g_test_run ();
}
