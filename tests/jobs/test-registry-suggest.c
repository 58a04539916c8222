/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is offered to someone typing in a field: the ledger's own words, best match first. */
#include "config.h"

#include "fixture.h"

typedef struct
{
  const char *name;
  const char *field;
  const char *typed;
  const char *expected; /* joined by 、 */
} Case;

static const Case cases[] = {
  { "nothing-typed-most-used-first", "community", "", "梅园社区、紫薇社区、紫荆社区" },
  { "initials", "community", "zw", "紫薇社区" },
  { "pinyin", "community", "meiyuan", "梅园社区" },
  { "several-by-use", "community", "z", "紫薇社区、紫荆社区" },
  { "characters", "company", "安和", "安和物业" },
  { "inside", "company", "物业", "安和物业、润家物业" },
  { "each-once", "manager", "w", "王某某" },
  { "list-as-written", "services", "bj", "保洁、保安" },
  { "not-from-withdrawn", "company", "tl", "" },
  { "nothing-fits", "company", "qqq", "" },
};

static void
fill (Fixture *fixture)
{
  gint64 gone;

  fixture_add (fixture, "示例一", "梅园社区", "company=润家物业", "nature=外聘", "manager=王某某",
               "services=保洁、保安", NULL);
  fixture_add (fixture, "示例二", "梅园社区", "company=安和物业", "nature=外聘", "manager=王某某",
               NULL);
  fixture_add (fixture, "示例三", "梅园社区", NULL);
  fixture_add (fixture, "示例四", "紫荆社区", NULL);
  fixture_add (fixture, "示例五", "紫薇社区", NULL);
  fixture_add (fixture, "示例六", "紫薇社区", "company=安和物业", "nature=外聘", NULL);
  gone = fixture_add (fixture, "示例七", "紫薇社区", "company=退了物业", "nature=外聘", NULL);
  g_assert_true (ys_registry_withdraw (fixture->ledger, gone, "已拆迁", fixture_today, NULL));
}

static void
test_case (Fixture *fixture, gconstpointer data)
{
  const Case *row = data;
  g_autoptr (YsRegistry) registry = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  fill (fixture);
  registry = ys_registry_load (fixture->ledger, NULL);
  words = ys_registry_suggest (registry, row->field, row->typed, 8);
  joined = g_strjoinv ("、", words);
  g_assert_cmpstr (joined, ==, row->expected);
}

static void
test_at_most (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = NULL;
  g_auto (GStrv) words = NULL;

  fill (fixture);
  registry = ys_registry_load (fixture->ledger, NULL);
  words = ys_registry_suggest (registry, "community", "", 2);
  g_assert_cmpuint (g_strv_length (words), ==, 2);
}

static void
test_empty_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (fixture->ledger, NULL);
  g_auto (GStrv) words = ys_registry_suggest (registry, "company", "", 8);

  g_assert_cmpuint (g_strv_length (words), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/registry-suggest/", cases[i].name, NULL);

      g_test_add (path, Fixture, &cases[i], fixture_set_up, test_case, fixture_tear_down);
    }
  g_test_add ("/registry-suggest/at-most", Fixture, NULL, fixture_set_up, test_at_most,
              fixture_tear_down);
  g_test_add ("/registry-suggest/empty-ledger", Fixture, NULL, fixture_set_up, test_empty_ledger,
              fixture_tear_down);
  return g_test_run ();
}
