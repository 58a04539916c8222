/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list, add, set, withdraw, log, undo: the registry from a terminal [CLI.md]. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "harness.h"

#define COMPOUND_MEMBERS                                                                           \
  "id:n name:s community:s class:N form:S company:S nature:S entry_date:S services:S manager:S "   \
  "phone:S remark:S buildings:N households:N area_m2:S year_built:N party_branch:S withdrawn:b"

static void
test_list_members (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  JsonArray *array = run_array (listed);

  g_assert_cmpuint (json_array_get_length (array), ==, 41);
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_members (json_array_get_object_element (array, i), COMPOUND_MEMBERS);
}

static void
test_list_empty (void)
{
  static const char *const lists[]
      = { "compounds", "communities", "companies", "contacts", "batches", "submissions" };
  g_autoptr (Place) place = place_new_ledger ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (Run) listed = run (place, "list", lists[i], NULL);
      g_autoptr (Run) told = run (place, "-", "list", lists[i], NULL);

      g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 0);
      assert_code (told, 0);
    }
}

/* A search or a condition, and how many of the 41 compounds of the samples it leaves. */
typedef struct
{
  const char *name;
  const char *option;
  const char *value;
  int n;             /* -1: some, but not all */
  const char *first; /* (nullable): name of the first */
} Filter;

static const Filter filters[] = {
  { "initials", "--search", "lzbh", 1, "龙珠百合" },
  { "pinyin", "--search", "longzhubaihe", 1, "龙珠百合" },
  { "characters", "--search", "百合", 1, "龙珠百合" },
  { "nothing", "--search", "没有这个小区", 0, NULL },
  { "community-3-and-4", "--where", "community=梅园社区", 12,
    NULL }, /* 2 of annex 3, 10 of annex 4 */
  { "community-annex-3", "--where", "community=东、西鲁社区", 1, "丰泽嘉苑" },
  { "name-by-key", "--where", "name=鑫盛公寓(药材宿舍)", 1, "鑫盛公寓（药材宿舍）" },
  { "form", "--where", "form=company", 25,
    NULL }, /* 20 of annex 3, and 5 that found one by annex 5 */
  { "class", "--where", "class=1", -1, NULL },
  { "blank", "--where", "phone=", -1, NULL },
  { "withdrawn", "--where", "withdrawn=yes", 0, NULL },
  { "not-withdrawn", "--where", "withdrawn=no", 41, NULL },
};

static void
test_list_filtered (gconstpointer data)
{
  const Filter *filter = data;
  Place *place = place_shared_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", filter->option, filter->value, NULL);
  guint n = json_array_get_length (run_array (listed));

  if (filter->n >= 0)
    g_assert_cmpuint (n, ==, filter->n);
  else
    {
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (n, <, 41);
    }
  if (filter->first != NULL)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (run_array (
                                                                                       listed),
                                                                                   0),
                                                    "name"),
                     ==, filter->first);
}

/* A flag is never blank. */
static void
test_list_blank_flag (void)
{
  g_autoptr (Run) listed
      = run (place_shared_registry (), "list", "compounds", "--where", "withdrawn=", NULL);

  assert_refused (listed, 2);
}

/* Both must hold. */
static void
test_list_two_conditions (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", "--where", "community=梅园社区",
                                "--where", "form=company", NULL);

  /* 梅花园 and 龙珠百合 of annex 3, 书香花苑 by annex 5. */
  g_assert_cmpuint (json_array_get_length (run_array (listed)), ==, 3);
}

static void
test_list_table (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) told = run (place, "-", "list", "compounds", "--search", "lzbh", NULL);

  assert_code (told, 0);
  g_assert_nonnull (strstr (told->out, "龙珠百合"));
  g_assert_nonnull (strstr (told->out, "梅园社区"));
}

static void
test_communities (void)
{
  Place *place = place_shared_registry ();
  g_autoptr (Run) listed = run (place, "list", "communities", NULL);
  JsonObject *object = find_named (run_array (listed), "紫薇社区");

  assert_members (object, "id:n name:s compounds:n");
  /* 10 of annex 3 and 4 of annex 4. */
  g_assert_cmpint (json_object_get_int_member (object, "compounds"), ==, 14);
}

static void
test_companies (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) added
      = run (place, "set", "compound", "梅花园", "company=示例物业有限公司", NULL);
  g_autoptr (Run) listed = run (place, "list", "companies", NULL);
  JsonObject *object;

  assert_code (added, 0);
  object = find_named (run_array (listed), "示例物业有限公司");
  assert_members (object, "id:n name:s compounds:n");
  g_assert_cmpint (json_object_get_int_member (object, "compounds"), ==, 1);
}

static void
test_add (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) added
      = run (place, "add", "compound", "甲园", "--community", "甲社区", "class=2",
             "form=owner-unit", "nature=hired", "entry_date=2020.9", "area_m2=86,420.5",
             "buildings=18栋", "party_branch=yes", "phone=13800000001", NULL);
  JsonObject *object = run_object (added);

  assert_members (object, COMPOUND_MEMBERS);
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "甲园");
  g_assert_cmpstr (json_object_get_string_member (object, "community"), ==, "甲社区");
  g_assert_cmpint (json_object_get_int_member (object, "class"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (object, "form"), ==, "owner-unit");
  g_assert_cmpstr (json_object_get_string_member (object, "nature"), ==, "hired");
  g_assert_cmpstr (json_object_get_string_member (object, "entry_date"), ==, "2020-09");
  g_assert_cmpstr (json_object_get_string_member (object, "area_m2"), ==, "86420.50");
  g_assert_cmpint (json_object_get_int_member (object, "buildings"), ==, 18);
  g_assert_cmpstr (json_object_get_string_member (object, "party_branch"), ==, "yes");
  g_assert_cmpstr (json_object_get_string_member (object, "phone"), ==, "13800000001");
  g_assert_true (json_object_get_null_member (object, "households"));
  g_assert_false (json_object_get_boolean_member (object, "withdrawn"));
}

/* Every word that the contract fixes is taken and comes back. */
typedef struct
{
  const char *field;
  const char *word;
} Word;

static const Word words[] = {
  { "form", "company" },    { "form", "owner-unit" },   { "form", "trusteeship" },
  { "form", "self-rule" },  { "form", "self-managed" }, { "form", "three-without" },
  { "nature", "self-run" }, { "nature", "hired" },      { "party_branch", "yes" },
  { "party_branch", "no" },
};

static void
test_word (gconstpointer data)
{
  const Word *word = data;
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *assignment = g_strdup_printf ("%s=%s", word->field, word->word);
  g_autoptr (Run) added
      = run (place, "add", "compound", "甲园", "--community", "甲社区", assignment, NULL);
  g_autoptr (Run) found = run (place, "list", "compounds", "--where", assignment, NULL);

  g_assert_cmpstr (json_object_get_string_member (run_object (added), word->field), ==, word->word);
  g_assert_cmpuint (json_array_get_length (run_array (found)), ==, 1);
}

static void
test_set (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "households=742", "remark=示例",
                             "community=丰泽社区", NULL);
  g_autoptr (Run) emptied = run (place, "set", "compound", "龙珠百合", "remark=", NULL);
  JsonObject *object = run_object (set);

  g_assert_cmpint (json_object_get_int_member (object, "households"), ==, 742);
  g_assert_cmpstr (json_object_get_string_member (object, "remark"), ==, "示例");
  g_assert_cmpstr (json_object_get_string_member (object, "community"), ==, "丰泽社区");
  g_assert_true (json_object_get_null_member (run_object (emptied), "remark"));
}

/* By its number, where a name would not do. */
static void
test_set_by_id (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) listed = run (place, "list", "compounds", "--search", "lzbh", NULL);
  gint64 id
      = json_object_get_int_member (json_array_get_object_element (run_array (listed), 0), "id");
  g_autofree char *name = g_strdup_printf ("#%" G_GINT64_FORMAT, id);
  g_autoptr (Run) set = run (place, "set", "compound", name, "buildings=3", NULL);

  g_assert_cmpstr (json_object_get_string_member (run_object (set), "name"), ==, "龙珠百合");
}

/* Refused: exit 1, one line, and the ledger as it was. */
typedef struct
{
  const char *name;
  const char *words; /* parted by | */
  const char *says;
} Refusal;

static const Refusal refusals[] = {
  { "set-unknown-name", "set|compound|没有这个小区|class=1", "没有这个小区" },
  { "set-unknown-id", "set|compound|#99999|class=1", "#99999" },
  { "set-class-4", "set|compound|龙珠百合|class=4", "4" },
  { "set-month-13", "set|compound|龙珠百合|entry_date=2019-13", "13" },
  { "set-letters-for-count", "set|compound|龙珠百合|households=many", "many" },
  { "set-negative-count", "set|compound|龙珠百合|households=-3", "-3" },
  { "set-three-decimals", "set|compound|龙珠百合|area_m2=1.005", "1.005" },
  { "set-phone", "set|compound|龙珠百合|phone=call me", "call me" },
  { "set-empty-name", "set|compound|龙珠百合|name=", "" },
  { "set-taken-name", "set|compound|龙珠百合|name=梅花园", "梅花园" },
  { "set-one-bad-of-two", "set|compound|龙珠百合|class=1|households=many", "many" },
  { "add-taken-name", "add|compound|龙珠百合|--community|梅园社区", "龙珠百合" },
#ifndef G_OS_WIN32
  /* There GLib 2.74 loses an empty word on the way to the program. */
  { "add-empty-name", "add|compound||--community|梅园社区", "" },
#endif
  { "add-bad-value", "add|compound|甲园|--community|甲社区|class=9", "9" },
  { "withdraw-unknown", "withdraw|compound|没有这个小区|--reason|示例", "没有这个小区" },
  { "reinstate-not-withdrawn", "reinstate|compound|龙珠百合", "龙珠百合" },
  { "merge-unknown", "merge|compound|龙珠百合|没有这个小区", "没有这个小区" },
  { "merge-with-itself", "merge|compound|龙珠百合|龙珠百合", "" },
  { "log-of-unknown", "log|--of|compound|没有这个小区", "没有这个小区" },
  { "undo-unknown-line", "undo|99999", "99999" },
  { "redo-nothing", "redo", "" },
  { "import-undo-unknown", "import|undo|99999", "99999" },
  { "import-no-file", "import|/no/such/file.xlsx", "/no/such/file.xlsx" },
  { "import-a-folder", "import|/", "" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  Place *place = place_shared_registry ();
  static char *before;
  g_auto (GStrv) w = g_strsplit (refusal->words, "|", -1);
  const char *seven[8] = { NULL };
  g_autoptr (Run) refused = NULL;
  g_autofree char *after = NULL;

  /* One ledger for all rows: had one of them left a trace, the next would find it too. */
  if (before == NULL)
    before = state_of (place);
  for (guint i = 0; w[i] != NULL && i < 7; i++)
    seven[i] = w[i];
  refused = run (place, seven[0], seven[1], seven[2], seven[3], seven[4], seven[5], seven[6], NULL);
  assert_refused (refused, 1);
  assert_says (refused, refusal->says);
  after = state_of (place);
  g_assert_cmpstr (before, ==, after);
}

/* Nothing is deleted, only withdrawn with a reason; it stays listed and says so. */
static void
test_withdraw_and_reinstate (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) withdrawn
      = run (place, "withdraw", "compound", "龙珠百合", "--reason", "示例：已拆除", NULL);
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);
  g_autoptr (Run) found = run (place, "list", "compounds", "--where", "withdrawn=yes", NULL);
  g_autoptr (Run) back = NULL;
  JsonObject *object;

  assert_code (withdrawn, 0);
  object = find_named (run_array (listed), "龙珠百合");
  g_assert_true (json_object_get_boolean_member (object, "withdrawn"));
  g_assert_cmpstr (json_object_get_string_member (object, "withdrawn_reason"), ==, "示例：已拆除");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (run_object (info),
                                                                              "counts"),
                                               "compounds"),
                   ==, 40);
  g_assert_cmpuint (json_array_get_length (run_array (found)), ==, 1);
  back = run (place, "reinstate", "compound", "龙珠百合", NULL);
  g_assert_false (json_object_get_boolean_member (run_object (back), "withdrawn"));
}

static void
test_merge (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) added
      = run (place, "add", "compound", "药材宿舍", "--community", "紫薇社区", "buildings=2", NULL);
  g_autoptr (Run) merged
      = run (place, "merge", "compound", "鑫盛公寓（药材宿舍）", "药材宿舍", NULL);
  g_autoptr (Run) info = run (place, "ledger", "info", NULL);

  assert_code (added, 0);
  g_assert_cmpint (json_object_get_int_member (run_object (merged), "buildings"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (run_object (info),
                                                                              "counts"),
                                               "compounds"),
                   ==, 41);
}

static void
test_log (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) set
      = run (place, "set", "compound", "龙珠百合", "households=742", "--user", "示例丙", NULL);
  g_autoptr (Run) log = run (place, "log", "--of", "compound", "龙珠百合", NULL);
  g_autoptr (Run) newest = run (place, "log", "--limit", "1", NULL);
  g_autoptr (Run) told = run (place, "-", "log", "--limit", "1", NULL);
  JsonArray *array = run_array (log);
  JsonObject *line = json_array_get_object_element (array, 0);

  assert_code (set, 0);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      assert_members (json_array_get_object_element (array, i),
                      "seq:n at:s user:s action:s record:s before:O after:O hash:s");
      g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, i),
                                                      "record"),
                       ==, "compound");
    }
  g_assert_cmpstr (json_object_get_string_member (line, "user"), ==, "示例丙");
  g_assert_cmpstr (json_object_get_string_member (line, "action"), ==, "set");
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (line, "after"),
                                               "households"),
                   ==, 742);
  g_assert_cmpuint (strlen (json_object_get_string_member (line, "hash")), ==, 64);
  g_assert_cmpuint (json_array_get_length (run_array (newest)), ==, 1);
  g_assert_nonnull (strstr (told->out, "示例丙"));
}

static gint64
households_of (Place *place, const char *name)
{
  g_autoptr (Run) listed = run (place, "list", "compounds", NULL);
  JsonObject *object = find_named (run_array (listed), name);

  return json_object_get_null_member (object, "households")
             ? -1
             : json_object_get_int_member (object, "households");
}

static void
test_undo_and_redo (void)
{
  g_autoptr (Place) place = place_new_registry ();
  gint64 before = households_of (place, "龙珠百合");
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "households=742", NULL);
  g_autoptr (Run) undone = run (place, "undo", NULL);
  gint64 between = households_of (place, "龙珠百合");
  g_autoptr (Run) redone = run (place, "redo", NULL);
  g_autoptr (Run) verified = run (place, "ledger", "verify", NULL);

  assert_code (set, 0);
  assert_members (run_object (undone), "undone:s");
  g_assert_cmpint (between, ==, before);
  assert_members (run_object (redone), "redone:s");
  g_assert_cmpint (households_of (place, "龙珠百合"), ==, 742);
  assert_code (verified, 0);
}

/* The last change of this user is not that of another. */
static void
test_undo_own (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) mine
      = run (place, "set", "compound", "龙珠百合", "households=742", "--user", "示例甲", NULL);
  g_autoptr (Run) theirs
      = run (place, "set", "compound", "梅花园", "households=100", "--user", "示例乙", NULL);
  g_autoptr (Run) undone = run (place, "undo", "--user", "示例甲", NULL);

  assert_code (mine, 0);
  assert_code (theirs, 0);
  assert_code (undone, 0);
  g_assert_cmpint (households_of (place, "龙珠百合"), !=, 742);
  g_assert_cmpint (households_of (place, "梅花园"), ==, 100);
}

static void
test_undo_line (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autoptr (Run) first = run (place, "set", "compound", "龙珠百合", "households=742", NULL);
  g_autoptr (Run) log = run (place, "log", "--limit", "1", NULL);
  gint64 seq
      = json_object_get_int_member (json_array_get_object_element (run_array (log), 0), "seq");
  g_autoptr (Run) second = run (place, "set", "compound", "梅花园", "households=100", NULL);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  g_autoptr (Run) undone = run (place, "undo", text, NULL);

  assert_code (first, 0);
  assert_code (second, 0);
  assert_code (undone, 0);
  g_assert_cmpint (households_of (place, "龙珠百合"), !=, 742);
  g_assert_cmpint (households_of (place, "梅花园"), ==, 100);
}

/* Names and phones of persons leave only on request. */
static void
test_export (void)
{
  g_autoptr (Place) place = place_new_registry ();
  g_autofree char *plain = place_path (place, "list.csv");
  g_autofree char *full = place_path (place, "full.csv");
  g_autofree char *plain_text = NULL;
  g_autofree char *full_text = NULL;
  g_autoptr (Run) set = run (place, "set", "compound", "龙珠百合", "phone=13800000009", NULL);
  g_autoptr (Run) first = run (place, "export", "compounds", "-o", plain, NULL);
  g_autoptr (Run) second = run (place, "export", "compounds", "-o", full, "--personal", NULL);

  assert_code (set, 0);
  assert_code (first, 0);
  assert_code (second, 0);
  g_assert_true (g_file_get_contents (plain, &plain_text, NULL, NULL));
  g_assert_true (g_file_get_contents (full, &full_text, NULL, NULL));
  g_assert_nonnull (strstr (plain_text, "龙珠百合"));
  g_assert_null (strstr (plain_text, "13800000009"));
  g_assert_nonnull (strstr (full_text, "13800000009"));
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/list/compounds/%s", filters[i].name);

      g_test_add_data_func (path, &filters[i], test_list_filtered);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/word/%s/%s", words[i].field, words[i].word);

      g_test_add_data_func (path, &words[i], test_word);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/refused/%s", refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/list/compounds/members", test_list_members);
  g_test_add_func ("/cli/list/empty", test_list_empty);
  g_test_add_func ("/cli/list/compounds/two-conditions", test_list_two_conditions);
  g_test_add_func ("/cli/list/compounds/blank-flag", test_list_blank_flag);
  g_test_add_func ("/cli/list/compounds/table", test_list_table);
  g_test_add_func ("/cli/list/communities", test_communities);
  g_test_add_func ("/cli/list/companies", test_companies);
  g_test_add_func ("/cli/add", test_add);
  g_test_add_func ("/cli/set", test_set);
  g_test_add_func ("/cli/set/by-id", test_set_by_id);
  g_test_add_func ("/cli/withdraw-and-reinstate", test_withdraw_and_reinstate);
  g_test_add_func ("/cli/merge", test_merge);
  g_test_add_func ("/cli/log", test_log);
  g_test_add_func ("/cli/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/cli/undo/own", test_undo_own);
  g_test_add_func ("/cli/undo/line", test_undo_line);
  g_test_add_func ("/cli/export", test_export);
  add_cases ();

  return g_test_run ();
}
