/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in catalogues against the annexes' own text (tests/data/annexes-1-to-3.txt, a copy of
 * the plan [002]): every word, every figure, every total that an annex states. */
#include "config.h"

#include <string.h>

#include "catalogue.h"
#include "fixture.h"

typedef struct
{
  Fixture ledger;
  GPtrArray *clauses;    /* of YsClause, by id */
  GPtrArray *catalogues; /* of YsCatalogue */
  char **lines;          /* of the annexes' text */
} Annexes;

static void
set_up (Annexes *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", "annexes-1-to-3.txt", NULL);
  fixture_set_up (&f->ledger, NULL);
  f->clauses = ys_record_store_list (f->ledger.ledger, &ys_clause_type, &error);
  g_assert_no_error (error);
  f->catalogues = ys_record_store_list (f->ledger.ledger, &ys_catalogue_type, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  f->lines = g_strsplit (text, "\n", -1);
}

static void
tear_down (Annexes *f, gconstpointer unused)
{
  g_ptr_array_unref (f->clauses);
  g_ptr_array_unref (f->catalogues);
  g_strfreev (f->lines);
  fixture_tear_down (&f->ledger, NULL);
}

/* The text between two lines, without what @left_out names, run together. */
static char *
run_together (Annexes *f, const char *after, const char *before, const char *const *left_out)
{
  GString *text = g_string_new (NULL);
  guint i = 0;
  while (f->lines[i] != NULL && strcmp (f->lines[i], after) != 0)
    i++;
  g_assert_nonnull (f->lines[i]);
  for (i++; f->lines[i] != NULL && strcmp (f->lines[i], before) != 0; i++)
    if (!g_strv_contains (left_out, f->lines[i]))
      g_string_append (text, f->lines[i]);
  return g_string_free (text, FALSE);
}

/* Annex 1 after its heads; the groups stand beside the rows and are counted apart. */
static void
test_annex_1_words (Annexes *f, gconstpointer unused)
{
  static const char *const beside[]
      = { "住宅", "小区", "基础设施", "环境秩序", "绿化管理", "违法建设", "物管科.各小区物业.1",
          NULL };
  g_autofree char *expected = run_together (f, "每处（个）扣分", "附件2：", beside);
  g_autoptr (GString) words = g_string_new (NULL);
  for (guint i = 0; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      if (clause->catalogue_id != 1)
        continue;
      g_string_append_printf (words, "%s%s%d%s", clause->name, clause->criterion,
                              (int)clause->limit_amount.value,
                              ys_choice_official (ys_limit_unit_choices, clause->limit_unit));
    }
  g_assert_cmpstr (words->str, ==, expected);
}

/* Where the source breaks a line for a figure that it leaves blank, the clause has a space. */
static void
append_without_spaces (GString *words, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (words, *p);
}

static void
test_annex_2_words (Annexes *f, gconstpointer unused)
{
  static const char *const beside[] = { "附加分", NULL };
  const YsCatalogue *catalogue = f->catalogues->pdata[1];
  g_autofree char *expected = run_together (f, "评分标准", "附件3：", beside);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *content = NULL;
  for (guint i = 0; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      if (clause->catalogue_id != 2)
        continue;
      if (g_strcmp0 (content, clause->content) != 0)
        append_without_spaces (words, clause->content);
      content = clause->content;
      append_without_spaces (words, clause->criterion);
    }
  g_auto (GStrv) notes = g_strsplit (catalogue->notes, "\n", -1);
  for (guint i = 0; notes[i] != NULL; i++)
    append_without_spaces (words, notes[i]);
  g_assert_cmpstr (words->str, ==, expected);
  g_assert_cmpuint (g_strv_length (notes), ==, 3);
}

static void
test_annex_3_words (Annexes *f, gconstpointer unused)
{
  static const char *const nothing[] = { NULL };
  g_autofree char *expected = run_together (f, "考核打分", "", nothing);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *group = NULL, *content = NULL;
  for (guint i = 0; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      if (clause->catalogue_id != 3)
        continue;
      if (g_strcmp0 (group, clause->group) != 0)
        g_string_append (words, clause->group);
      if (g_strcmp0 (content, clause->content) != 0)
        g_string_append (words, clause->content);
      group = clause->group;
      content = clause->content;
      g_string_append (words, clause->criterion);
      if (clause->points.is_set)
        g_string_append_printf (words, "%d分", (int)clause->points.value / 100);
    }
  g_assert_cmpstr (words->str, ==, expected);
}

/* Group, clauses, points as far as they are specified: what each annex states. */
static const char sizes[] = "附件1 第1版 2015-01-01\n"
                            "  基础设施 7 7.00\n"
                            "  环境秩序 15 15.00\n"
                            "  绿化管理 3 3.00\n"
                            "  违法建设 1 1.00\n"
                            "附件2 第1版 2015-01-01\n"
                            "  1 4 14.00\n"
                            "  2 1 5.00\n"
                            "  3 4 8.00\n"
                            "  4 1 5.00\n"
                            "  5 3 2.00\n"
                            "  附加分 2 12.00\n"
                            "附件3 第1版 2015-01-01\n"
                            "  一、组织体系健全（20分） 10 20.00\n"
                            "  二、运行机制科学（15分） 6 15.00\n"
                            "  三、党员作用明显（22分） 12 22.00\n"
                            "  四、党建阵地规范（10分） 6 10.00\n"
                            "  五、管理服务高效（20分） 13 20.00\n"
                            "  六、民主监督有力（13分） 6 13.00\n";

static void
append_groups (GString *out, GPtrArray *clauses, gint64 catalogue)
{
  const char *group = NULL;
  int n = 0;
  gint64 points = 0;
  for (guint i = 0; i <= clauses->len; i++)
    {
      const YsClause *clause = i < clauses->len ? clauses->pdata[i] : NULL;
      if (clause != NULL && clause->catalogue_id != catalogue)
        continue;
      if (group != NULL && (clause == NULL || strcmp (group, clause->group) != 0))
        {
          g_string_append_printf (out, "  %s %d %d.00\n", group, n, (int)points / 100);
          n = 0;
          points = 0;
        }
      group = clause ? clause->group : NULL;
      n++;
      points += clause && clause->points.is_set ? clause->points.value : 0;
    }
}

static void
test_sizes (Annexes *f, gconstpointer unused)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_assert_cmpuint (f->catalogues->len, ==, 3);
  g_assert_cmpuint (f->clauses->len, ==, 26 + 15 + 53);
  for (guint i = 0; i < f->catalogues->len; i++)
    {
      const YsCatalogue *catalogue = f->catalogues->pdata[i];
      g_assert_cmpint (catalogue->id, ==, i + 1);
      g_assert_cmpint (catalogue->annex, ==, i + 1);
      g_assert_cmpint (catalogue->version.value, ==, 1);
      g_string_append_printf (out, "%s %04d-%02d-%02d\n", catalogue->title,
                              catalogue->valid_from.year, catalogue->valid_from.month,
                              catalogue->valid_from.day);
      append_groups (out, f->clauses, catalogue->id);
    }
  g_assert_cmpstr (out->str, ==, sizes);
}

/* Each deduction of annex 1 costs one point and has a limit and a unit [002 §4.1(1)]. */
static void
test_annex_1_figures (Annexes *f, gconstpointer unused)
{
  for (guint i = 0; i < 26; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      g_assert_cmpint (clause->kind, ==, YS_CLAUSE_DEDUCTION);
      g_assert_true (clause->points.is_set);
      g_assert_cmpint (clause->points.value, ==, 100);
      g_assert_cmpstr (clause->unit, ==, "物管科、各小区物业");
      g_assert_null (clause->content);
    }
}

/* The figures of annex 2 in the order of its text; "-" is blank in the source. */
static void
test_annex_2_figures (Annexes *f, gconstpointer unused)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 26; i < 41; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      g_assert_false (clause->limit_amount.is_set);
      g_string_append_printf (out, "%s ", ys_choice_nick (ys_clause_kind_choices, clause->kind));
      if (clause->points.is_set)
        g_string_append_printf (out, "%d\n", (int)clause->points.value / 100);
      else
        g_string_append (out, "-\n");
    }
  g_assert_cmpstr (out->str, ==,
                   "deduction 1\ndeduction 5\ndeduction 3\ndeduction 5\n"
                   "deduction 5\n"
                   "deduction 1\ndeduction -\ndeduction 5\ndeduction 2\n"
                   "deduction 5\n"
                   "deduction -\ndeduction 1\ndeduction 1\n"
                   "extra 2\nsurvey 10\n");
}

static void
test_annex_3_veto (Annexes *f, gconstpointer unused)
{
  const YsClause *veto = f->clauses->pdata[41];
  g_assert_cmpstr (veto->code, ==, "A3-01");
  g_assert_cmpint (veto->kind, ==, YS_CLAUSE_VETO);
  for (guint i = 42; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      g_assert_cmpint (clause->kind, ==, YS_CLAUSE_ITEM);
      g_assert_true (clause->points.is_set);
    }
}

static void
test_codes (Annexes *f, gconstpointer unused)
{
  int next[4] = { 0 };
  for (guint i = 0; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      g_autofree char *code
          = g_strdup_printf ("A%d-%02d", (int)clause->catalogue_id, ++next[clause->catalogue_id]);
      g_assert_cmpstr (clause->code, ==, code);
      g_assert_cmpint (clause->position.value, ==, next[clause->catalogue_id]);
    }
}

/* A chart has room for six characters and tells bars apart by them. */
static void
test_short_names (Annexes *f, gconstpointer unused)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < f->clauses->len; i++)
    {
      const YsClause *clause = f->clauses->pdata[i];
      g_assert_cmpint (g_utf8_strlen (clause->short_name, -1), <=, 6);
      g_assert_cmpint (g_utf8_strlen (clause->short_name, -1), >=, 2);
      g_assert_true (g_hash_table_add (seen, clause->short_name));
    }
}

/* What is built in would pass for a person's entry. */
static void
test_valid (Annexes *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < f->clauses->len; i++)
    g_assert_true (ys_record_validate (&ys_clause_type, f->clauses->pdata[i], &error));
  for (guint i = 0; i < f->catalogues->len; i++)
    g_assert_true (ys_record_validate (&ys_catalogue_type, f->catalogues->pdata[i], &error));
  g_assert_no_error (error);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/catalogues/" name, Annexes, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("annex-1/words", test_annex_1_words);
  ADD ("annex-1/figures", test_annex_1_figures);
  ADD ("annex-2/words", test_annex_2_words);
  ADD ("annex-2/figures", test_annex_2_figures);
  ADD ("annex-3/words", test_annex_3_words);
  ADD ("annex-3/veto", test_annex_3_veto);
  ADD ("sizes", test_sizes);
  ADD ("codes", test_codes);
  ADD ("short-names", test_short_names);
  ADD ("valid", test_valid);
  return g_test_run ();
}
