/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name that annex 5 prints at its left top. */
#include "config.h"

#include "office.h"

typedef struct
{
  const char *name;
  YsLevel level;
  const char *unit; /* set by the office */
  const char *expected;
} Case;

static const Case cases[] = {
  { "山城街道物管科", YS_LEVEL_SUBDISTRICT, NULL, "山城街道办事处" },
  { "山城街道办事处", YS_LEVEL_SUBDISTRICT, NULL, "山城街道办事处" },
  { "桑村镇建设局", YS_LEVEL_TOWN, NULL, "桑村镇人民政府" },
  { "桑村镇人民政府", YS_LEVEL_TOWN, NULL, "桑村镇人民政府" },
  { "镇泉街道物管科", YS_LEVEL_SUBDISTRICT, NULL, "镇泉街道办事处" },
  { "区住建局", YS_LEVEL_DISTRICT, NULL, "区住建局" },
  { "山城街道物管科", YS_LEVEL_SUBDISTRICT, "山城街道城建办", "山城街道城建办" },
};

static void
test_unit (gconstpointer data)
{
  const Case *c = data;
  YsOffice office = {
    .name = (char *)c->name,
    .level = c->level,
    .reporting_unit = (char *)c->unit,
  };
  g_autofree char *unit = ys_office_reporting_unit (&office);
  g_assert_cmpstr (unit, ==, c->expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/records/office/%u-%s", i, cases[i].unit ? "given" : cases[i].name);
      g_test_add_data_func (path, &cases[i], test_unit);
    }
  return g_test_run ();
}
