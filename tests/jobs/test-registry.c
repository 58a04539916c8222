/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry as a snapshot: official order and numbers, filters, search, names. */
#include "config.h"

#include "fixture.h"

#include "job-error.h"
#include "change.h"
#include "record-store.h"

static YsRegistry *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  YsRegistry *registry = ys_registry_load (fixture->ledger, &error);

  g_assert_no_error (error);
  return registry;
}

/* (transfer full): "1 梅花园, 2 龙珠百合" */
static char *
numbered_names (const YsRegistry *registry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "", item->number,
                              item->compound->name);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full): "梅花园, 龙珠百合" */
static char *
filtered_names (const YsRegistry *registry, const YsRegistryFilter *filter)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) indexes = ys_registry_filter (registry, filter);

  for (guint i = 0; i < indexes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            ys_registry_item (registry, g_array_index (indexes, guint, i))
                                ->compound->name);
  return g_string_free (text, FALSE);
}

#define assert_filter(registry, expected, ...)                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    YsRegistryFilter filter_ = { __VA_ARGS__ };                                                    \
    g_autofree char *names_ = filtered_names (registry, &filter_);                                 \
                                                                                                   \
    g_assert_cmpstr (names_, ==, expected);                                                        \
  }                                                                                                \
  G_STMT_END

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = load (fixture);

  g_assert_cmpuint (ys_registry_n_items (registry), ==, 0);
  g_assert_null (ys_registry_find (registry, 1));
  assert_filter (registry, "", 0);
  assert_filter (registry, "", .search = "lz");
}

static void
add_community (Fixture *fixture, const char *name, const char *town, gint64 sort)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsChange) change = ys_change_begin (fixture->ledger, "add", &error);
  YsCommunity community = { .name = (char *)name, .town = (char *)town };

  if (sort > 0)
    community.sort = YS_NUMBER (sort);
  g_assert_true (ys_change_insert (change, &ys_community_type, &community, &error));
  g_assert_true (ys_change_commit (change, NULL, &error));
}

/* Town by town, communities by their sort, those without one as they came, compounds as entered. */
static void
test_official_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autofree char *names = NULL;
  gint64 dropped;

  add_community (fixture, "丙社区", "东镇", 0);
  add_community (fixture, "乙社区", "西镇", 2);
  add_community (fixture, "甲社区", "东镇", 1);
  add_community (fixture, "丁社区", "西镇", 0);
  fixture_add (fixture, "丁一", "丁社区", NULL);
  fixture_add (fixture, "丙一", "丙社区", NULL);
  fixture_add (fixture, "乙一", "乙社区", NULL);
  fixture_add (fixture, "甲一", "甲社区", NULL);
  dropped = fixture_add (fixture, "乙二", "乙社区", NULL);
  fixture_add (fixture, "乙三", "乙社区", NULL);
  g_assert_true (ys_registry_withdraw (fixture->ledger, dropped, "已拆迁", fixture_today, NULL));

  registry = load (fixture);
  names = numbered_names (registry);
  g_assert_cmpstr (names, ==, "1 甲一, 2 丙一, 3 乙一, 0 乙二, 4 乙三, 5 丁一");
}

/* What a list shows beside the compound is joined in. */
static void
test_item (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", "company=示例安和物业", "class=1",
                           "form=company", "nature=hired", NULL);
  g_autoptr (YsRegistry) registry = load (fixture);
  const YsRegistryItem *item = ys_registry_find (registry, id);

  g_assert_nonnull (item);
  g_assert_cmpstr (item->community, ==, "梅园社区");
  g_assert_null (item->town);
  g_assert_cmpstr (item->company, ==, "示例安和物业");
  /* entry date, services, manager, phone */
  g_assert_cmpuint (item->n_blank, ==, 4);
  g_assert_cmpuint (item->percent, ==, 60);
  g_assert_cmpuint (ys_registry_communities (registry)->len, ==, 1);
  g_assert_cmpuint (ys_registry_companies (registry)->len, ==, 1);
  g_assert_null (ys_registry_find (registry, id + 1));
}

/* Some of the compounds of [004 annexes 3 and 4]. */
static void
add_some (Fixture *fixture)
{
  fixture_add (fixture, "梅花园", "梅园社区", "class=2", "company=示例安和物业", "form=company",
               NULL);
  fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", "company=示例安和物业", "form=company",
               NULL);
  fixture_add (fixture, "医院宿舍", "梅园社区", "class=3", "form=owner-unit", "manager=示例龙某",
               NULL);
  fixture_add (fixture, "鑫盛公寓（药材宿舍）", "紫薇社区", "class=3", "form=trusteeship",
               "other_names=药材宿舍、药材公司家属院", NULL);
  fixture_add (fixture, "龙珠丽都", "紫薇社区", "company=示例佳园物业", "form=company", NULL);
  fixture_add (fixture, "锦绣花园", "紫薇社区", "class=1", "former_names=长龙花园", "form=company",
               NULL);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  const YsCommunity *second;

  add_some (fixture);
  registry = load (fixture);
  second = g_ptr_array_index (ys_registry_communities (registry), 1);

  assert_filter (registry, "梅花园, 龙珠百合, 医院宿舍, 鑫盛公寓（药材宿舍）, 龙珠丽都, 锦绣花园",
                 0);
  assert_filter (registry, "鑫盛公寓（药材宿舍）, 龙珠丽都, 锦绣花园", .community_id = second->id);
  assert_filter (registry, "医院宿舍, 鑫盛公寓（药材宿舍）", .class = YS_CLASS_3);
  assert_filter (registry, "医院宿舍", .form = YS_FORM_OWNER_UNIT);
  assert_filter (registry, "", .class = YS_CLASS_1, .form = YS_FORM_OWNER_UNIT);
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;

  add_some (fixture);
  registry = load (fixture);

  /* characters, initials, full pinyin */
  assert_filter (registry, "龙珠百合, 龙珠丽都", .search = "龙珠");
  assert_filter (registry, "龙珠百合", .search = "lzbh");
  assert_filter (registry, "龙珠百合, 龙珠丽都", .search = "longzhu");
  /* the names first, then a former name, then a manager */
  assert_filter (registry, "龙珠百合, 龙珠丽都, 锦绣花园, 医院宿舍", .search = "龙");
  /* another name */
  assert_filter (registry, "鑫盛公寓（药材宿舍）", .search = "家属院");
  /* the company, for all of its compounds */
  assert_filter (registry, "梅花园, 龙珠百合", .search = "安和");
  assert_filter (registry, "", .search = "没有这个");
  /* together with a filter */
  assert_filter (registry, "龙珠百合", .search = "龙珠", .class = YS_CLASS_1);
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;

  add_some (fixture);
  registry = load (fixture);

  /* jin, long, long, mei, xin, yi */
  assert_filter (registry, "锦绣花园, 龙珠百合, 龙珠丽都, 梅花园, 鑫盛公寓（药材宿舍）, 医院宿舍",
                 .sort = YS_SORT_NAME);
  /* unknown classes stand last, whichever way */
  assert_filter (registry, "龙珠百合, 锦绣花园, 梅花园, 医院宿舍, 鑫盛公寓（药材宿舍）, 龙珠丽都",
                 .sort = YS_SORT_CLASS);
  assert_filter (registry, "医院宿舍, 鑫盛公寓（药材宿舍）, 梅花园, 龙珠百合, 锦绣花园, 龙珠丽都",
                 .sort = YS_SORT_CLASS, .descending = TRUE);
  /* an, jia, then without a company */
  assert_filter (registry, "梅花园, 龙珠百合, 龙珠丽都, 医院宿舍, 鑫盛公寓（药材宿舍）, 锦绣花园",
                 .sort = YS_SORT_COMPANY);
  assert_filter (registry, "医院宿舍, 梅花园, 龙珠百合, 鑫盛公寓（药材宿舍）, 龙珠丽都, 锦绣花园",
                 .sort = YS_SORT_MANAGER);
  /* a search keeps a sort that is asked for */
  assert_filter (registry, "锦绣花园, 龙珠百合, 龙珠丽都, 医院宿舍", .search = "龙",
                 .sort = YS_SORT_NAME);
  assert_filter (registry, "锦绣花园, 龙珠丽都, 鑫盛公寓（药材宿舍）, 医院宿舍, 龙珠百合, 梅花园",
                 .descending = TRUE);
}

static void
test_withdrawn_is_hidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  gint64 id = fixture_add (fixture, "龙珠百合", "梅园社区", NULL);

  fixture_add (fixture, "梅花园", "梅园社区", NULL);
  g_assert_true (ys_registry_withdraw (fixture->ledger, id, "已拆迁", fixture_today, NULL));
  registry = load (fixture);
  assert_filter (registry, "梅花园", 0);
  assert_filter (registry, "龙珠百合, 梅花园", .with_withdrawn = TRUE);
}

static void
test_only_incomplete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;

  fixture_add (fixture, "梅花园", "梅园社区", NULL);
  fixture_add (fixture, "龙珠百合", "梅园社区", "class=1", "form=self-rule", "nature=self-run",
               "entry_date=2019-12", "services=保洁", "manager=示例王某", "phone=13800000001",
               NULL);
  registry = load (fixture);
  assert_filter (registry, "梅花园", .only_incomplete = TRUE);
  assert_filter (registry, "梅花园", .blank_field = "phone");
}

static gint64
find (const YsRegistry *registry, const char *name, int code)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ys_registry_find_by_name (registry, name, &error);

  if (code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, YS_JOB_ERROR, code);
  g_assert_cmpint (id != 0, ==, code < 0);
  return id;
}

static void
test_find_by_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  gint64 plum = fixture_add (fixture, "安居小区", "梅园社区", NULL);
  gint64 violet = fixture_add (fixture, "安居小区", "紫薇社区", NULL);
  gint64 herbs
      = fixture_add (fixture, "鑫盛公寓（药材宿舍）", "紫薇社区", "other_names=药材宿舍", NULL);
  gint64 twice = fixture_add (fixture, "药材宿舍", "梅园社区", NULL);
  gint64 old = fixture_add (fixture, "银山小区", "梅园社区", NULL);
  gint64 new = fixture_add (fixture, "银山小区", "紫薇社区", NULL);

  g_assert_true (ys_registry_withdraw (fixture->ledger, old, "已拆迁", fixture_today, NULL));
  registry = load (fixture);

  find (registry, "没有这个", YS_JOB_ERROR_NOT_FOUND);
  find (registry, "", YS_JOB_ERROR_NOT_FOUND);
  find (registry, "安居小区", YS_JOB_ERROR_AMBIGUOUS);
  g_assert_cmpint (find (registry, "梅园社区/安居小区", -1), ==, plum);
  g_assert_cmpint (find (registry, "紫薇社区/安居小区", -1), ==, violet);
  /* a name goes before another compound's other name */
  g_assert_cmpint (find (registry, "药材宿舍", -1), ==, twice);
  /* width and brackets do not matter */
  g_assert_cmpint (find (registry, "鑫盛公寓(药材宿舍)", -1), ==, herbs);
  /* what is withdrawn yields to what is in use */
  g_assert_cmpint (find (registry, "银山小区", -1), ==, new);
  g_assert_cmpint (find (registry, "梅园社区/银山小区", -1), ==, old);
}

/* A name that nearly fits is proposed. */
static void
test_not_found_proposes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add (fixture, "鑫盛公寓（药材宿舍）", "紫薇社区", NULL);
  registry = load (fixture);
  ys_registry_find_by_name (registry, "鑫盛公寓", &error);
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Did you mean “鑫盛公寓（药材宿舍）”?"));
}

static void
test_twins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (GArray) twins = NULL;
  const gint64 *pair;
  gint64 herbs = fixture_add (fixture, "鑫盛公寓（药材宿舍）", "紫薇社区", NULL);
  gint64 dormitory = fixture_add (fixture, "药材宿舍", "紫薇社区", NULL);
  gint64 hospital = fixture_add (fixture, "医院宿舍", "梅园社区", "other_names=四院宿舍", NULL);
  gint64 fourth = fixture_add (fixture, "四院宿舍", "紫薇社区", NULL);

  fixture_add (fixture, "龙珠百合", "梅园社区", NULL);
  fixture_add (fixture, "龙珠丽都", "梅园社区", NULL);
  registry = load (fixture);
  twins = ys_registry_find_twins (registry);
  g_assert_cmpuint (twins->len, ==, 2);
  /* the same name anywhere first, then likeness within a community */
  pair = (const gint64 *)(gpointer)twins->data;
  g_assert_cmpint (pair[0], ==, hospital);
  g_assert_cmpint (pair[1], ==, fourth);
  g_assert_cmpint (pair[2], ==, herbs);
  g_assert_cmpint (pair[3], ==, dormitory);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/jobs/registry/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("official-order", test_official_order);
  ADD ("item", test_item);
  ADD ("filter", test_filter);
  ADD ("search", test_search);
  ADD ("sort", test_sort);
  ADD ("withdrawn-is-hidden", test_withdrawn_is_hidden);
  ADD ("only-incomplete", test_only_incomplete);
  ADD ("find-by-name", test_find_by_name);
  ADD ("not-found-proposes", test_not_found_proposes);
  ADD ("twins", test_twins);
  return g_test_run ();
}
