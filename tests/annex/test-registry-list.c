/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry's plain table: heads that the import knows, one row per compound, names and phones
 * of persons on request only. */
#include "config.h"

#include "registry-list.h"

static void
give_row (guint index, YsRegistryListRow *out_row, gpointer user_data)
{
  YsCompound *const *compounds = user_data;

  *out_row
      = (YsRegistryListRow){ compounds[index], "梅园社区", index == 0 ? "示例安和物业" : NULL };
}

static YsCompound *
make_full (void)
{
  YsCompound *compound = ys_compound_new ();

  compound->name = g_strdup ("龙珠百合");
  compound->community_id = 1;
  compound->company_id = 1;
  compound->class = YS_CLASS_1;
  compound->form = YS_FORM_COMPANY;
  compound->nature = YS_NATURE_HIRED;
  compound->entry_date = (YsDate){ 2019, 12, 1 };
  compound->manager = g_strdup ("示例王某");
  compound->phone = g_strdup ("13800000001");
  compound->households = YS_NUMBER (742);
  compound->area_m2 = YS_NUMBER (8642050);
  return compound;
}

static guint
column_of (const YsSheet *sheet, const char *head)
{
  for (guint i = 0; i < ys_sheet_n_columns (sheet); i++)
    if (g_strcmp0 (ys_sheet_get (sheet, 0, i).text, head) == 0)
      return i;
  return G_MAXUINT;
}

static void
assert_cell (const YsSheet *sheet, guint row, const char *head, const char *text)
{
  guint column = column_of (sheet, head);
  g_autofree char *found = NULL;

  g_assert_cmpuint (column, !=, G_MAXUINT);
  found = ys_sheet_value_to_text (ys_sheet_get (sheet, row, column));
  g_assert_cmpstr (found, ==, text);
}

static void
test_rows (void)
{
  g_autoptr (YsCompound) full = make_full ();
  g_autoptr (YsCompound) bare = ys_compound_new ();
  YsCompound *compounds[] = { full, bare };
  g_autoptr (YsSheet) sheet = NULL;

  bare->name = g_strdup ("银山小区");
  bare->community_id = 1;
  bare->entry_date = (YsDate){ 2020, 9, 0 };
  sheet = ys_registry_list_build (2, give_row, compounds, NULL, TRUE);

  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 3);
  assert_cell (sheet, 1, "序号", "1");
  assert_cell (sheet, 1, "社区名称", "梅园社区");
  assert_cell (sheet, 1, "小区名称", "龙珠百合");
  assert_cell (sheet, 1, "类别", "1");
  assert_cell (sheet, 1, "管理方式", "物业企业");
  assert_cell (sheet, 1, "入驻物业管理企业名称", "示例安和物业");
  assert_cell (sheet, 1, "物业管理性质（自主或外聘物业公司）", "外聘");
  assert_cell (sheet, 1, "物业负责人", "示例王某");
  assert_cell (sheet, 1, "联系电话", "13800000001");
  assert_cell (sheet, 2, "序号", "2");
  assert_cell (sheet, 2, "小区名称", "银山小区");
  assert_cell (sheet, 2, "联系电话", "");
  assert_cell (sheet, 2, "入驻物业管理企业名称", "");
}

/* Numbers and dates stay what they are. */
static void
test_kinds (void)
{
  g_autoptr (YsCompound) full = make_full ();
  YsCompound *compounds[] = { full };
  g_autoptr (YsSheet) sheet = ys_registry_list_build (1, give_row, compounds, NULL, TRUE);
  YsSheetValue area = ys_sheet_get (sheet, 1, column_of (sheet, "建筑面积"));
  YsSheetValue households = ys_sheet_get (sheet, 1, column_of (sheet, "户数"));
  YsSheetValue entry = ys_sheet_get (sheet, 1, column_of (sheet, "入驻时间"));
  YsSheetValue phone = ys_sheet_get (sheet, 1, column_of (sheet, "联系电话"));

  g_assert_cmpint (area.kind, ==, YS_VALUE_HUNDREDTHS);
  g_assert_cmpint (area.number, ==, 8642050);
  g_assert_cmpint (households.kind, ==, YS_VALUE_COUNT);
  g_assert_cmpint (households.number, ==, 742);
  g_assert_cmpint (entry.kind, ==, YS_VALUE_DATE);
  g_assert_cmpint (phone.kind, ==, YS_VALUE_TEXT);
}

/* Every head is a heading of the field table; no head comes twice. */
static void
test_heads (void)
{
  g_auto (GStrv) heads = ys_registry_list_heads (TRUE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpstr (heads[0], ==, "序号");
  for (guint i = 0; heads[i] != NULL; i++)
    {
      gboolean known = i == 0;

      g_assert_true (g_hash_table_add (seen, heads[i]));
      for (guint j = 0; j < ys_compound_type.n_fields && !known; j++)
        {
          const char *aliases = ys_compound_type.fields[j].aliases;
          g_auto (GStrv) parts = g_strsplit (aliases != NULL ? aliases : "", "|", -1);

          known = g_strv_contains ((const char *const *)parts, heads[i]);
        }
      g_assert_true (known);
    }
}

/* Without persons: exactly the two personal columns are gone, and nothing of theirs is left. */
static void
test_without_personal (void)
{
  g_autoptr (YsCompound) full = make_full ();
  YsCompound *compounds[] = { full };
  g_autoptr (YsSheet) with = ys_registry_list_build (1, give_row, compounds, NULL, TRUE);
  g_autoptr (YsSheet) without = ys_registry_list_build (1, give_row, compounds, NULL, FALSE);

  g_assert_cmpuint (ys_sheet_n_columns (without), ==, ys_sheet_n_columns (with) - 2);
  for (guint i = 0; i < ys_sheet_n_columns (without); i++)
    {
      g_autofree char *text = ys_sheet_value_to_text (ys_sheet_get (without, 1, i));

      g_assert_cmpstr (text, !=, "示例王某");
      g_assert_cmpstr (text, !=, "13800000001");
    }
}

static void
test_empty (void)
{
  g_autoptr (YsSheet) sheet = ys_registry_list_build (0, give_row, NULL, NULL, FALSE);

  g_assert_cmpuint (ys_sheet_n_rows (sheet), ==, 1);
}

/* What the clipboard gets is what the file gets. */
static void
test_texts (void)
{
  g_autoptr (YsCompound) full = make_full ();
  YsCompound *compounds[] = { full };
  YsRegistryListRow row = { full, "梅园社区", "示例安和物业" };
  g_auto (GStrv) texts = ys_registry_list_texts (1, &row, TRUE);
  g_autoptr (YsSheet) sheet = ys_registry_list_build (1, give_row, compounds, NULL, TRUE);

  g_assert_cmpuint (g_strv_length (texts), ==, ys_sheet_n_columns (sheet));
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *text = ys_sheet_value_to_text (ys_sheet_get (sheet, 1, i));

      g_assert_cmpstr (texts[i], ==, text);
    }
}

static void
note_destroy (gpointer data)
{
  *(gboolean *)data = TRUE;
}

static void
test_destroy (void)
{
  gboolean destroyed = FALSE;
  YsSheet *sheet = ys_registry_list_build (0, give_row, &destroyed, note_destroy, FALSE);

  g_assert_false (destroyed);
  ys_sheet_unref (sheet);
  g_assert_true (destroyed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/annex/registry-list/rows", test_rows);
  g_test_add_func ("/annex/registry-list/kinds", test_kinds);
  g_test_add_func ("/annex/registry-list/heads", test_heads);
  g_test_add_func ("/annex/registry-list/without-personal", test_without_personal);
  g_test_add_func ("/annex/registry-list/empty", test_empty);
  g_test_add_func ("/annex/registry-list/texts", test_texts);
  g_test_add_func ("/annex/registry-list/destroy", test_destroy);
  return g_test_run ();
}
