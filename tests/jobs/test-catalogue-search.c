/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in catalogues as a clerk finds their clauses. */
#include "config.h"

#include <string.h>

#include "catalogue-job.h"
#include "fixture.h"
#include "job-error.h"

typedef struct
{
  const char *text;
  const char *found; /* the first ones, with how: c code, n name, l loose, r criterion */
} Case;

static const Case cases[] = {
  /* codes */
  { "A1-23", "c A1-23" },
  { "a1-23", "c A1-23" },
  { "Ａ１－２３", "c A1-23" },
  { "a123", "c A1-23" },
  { "1-23", "c A1-23" },
  { "23", "c A1-23" },
  { "3", "c A1-03" },
  { "08", "c A1-08" },
  { "A1-2", "c A1-20, c A1-21, c A1-22, c A1-23" },
  /* characters, pinyin, initials [TOKENS Inspection] */
  { "井盖", "n A1-04" },
  { "绿化管养不佳", "n A1-23" },
  { "绿化", "n A1-23, n A1-25, n A1-24, r A1-15" },
  { "lvhua", "n A1-23, n A1-25, n A1-24" },
  { "lhb", "n A1-23" },
  { "hlb", "l A1-23" },
  { "zyxf", "n A1-22" },
  { "xiaofang", "n A1-05, n A1-22" },
  { "xgg", "n A1-14" },
  { "csh", "n A1-21" },
  { "hsc", "l A1-21" },
  /* only in the criterion */
  { "毒饵", "r A1-21" },
  { "油烟", "" },
  { "菜", "r A1-24" },
  { "zzzz", "" },
};

static const char *
kind_letter (YsClauseMatchKind kind)
{
  static const char *const letters[] = { "c", "n", "l", "r" };
  return letters[kind];
}

static void
test_search (gconstpointer data)
{
  const Case *c = data;
  Fixture f;
  g_autoptr (GError) error = NULL;
  fixture_set_up (&f, NULL);
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (f.ledger, YS_ANNEX_1, fixture_today, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) matches = ys_catalogue_book_search (book, c->text, 4);
  g_autoptr (GString) found = g_string_new (NULL);
  for (guint i = 0; i < matches->len; i++)
    {
      const YsClauseMatch *match = &g_array_index (matches, YsClauseMatch, i);
      g_string_append_printf (found, "%s%s %s", i > 0 ? ", " : "", kind_letter (match->kind),
                              match->clause->code);
      const char *in
          = match->kind == YS_CLAUSE_BY_CRITERION ? match->clause->criterion : match->clause->name;
      g_assert_cmpuint (match->start, <=, match->end);
      g_assert_cmpuint (match->end, <=, strlen (in));
    }
  g_test_message ("%s: %s", c->text, found->str);
  /* What the row names comes first; what else there is may follow. */
  g_assert_true (g_str_has_prefix (found->str, c->found));
  if (*c->found == '\0')
    g_assert_cmpuint (matches->len, ==, 0);
  fixture_tear_down (&f, NULL);
}

static void
test_empty (void)
{
  Fixture f;
  fixture_set_up (&f, NULL);
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (f.ledger, YS_ANNEX_1, fixture_today, NULL);
  g_autoptr (GArray) all = ys_catalogue_book_search (book, "", 100);
  g_autoptr (GArray) few = ys_catalogue_book_search (book, " ", 5);
  g_assert_cmpuint (all->len, ==, 26);
  g_assert_cmpstr (g_array_index (all, YsClauseMatch, 0).clause->code, ==, "A1-01");
  g_assert_cmpuint (few->len, ==, 5);
  fixture_tear_down (&f, NULL);
}

/* Every clause of every annex is the first answer to its own code, and to its name. */
static void
test_own (void)
{
  Fixture f;
  fixture_set_up (&f, NULL);
  for (int annex = YS_ANNEX_1; annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (YsCatalogueBook) book = ys_catalogue_load (f.ledger, annex, fixture_today, NULL);
      for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
        {
          const YsClause *clause = ys_catalogue_book_clause (book, i);
          g_autoptr (GArray) code = ys_catalogue_book_search (book, clause->code, 1);
          g_autoptr (GArray) name = ys_catalogue_book_search (book, clause->name, 1);
          g_assert_true (g_array_index (code, YsClauseMatch, 0).clause == clause);
          g_assert_true (g_array_index (name, YsClauseMatch, 0).clause == clause);
        }
    }
  fixture_tear_down (&f, NULL);
}

static void
test_book (void)
{
  Fixture f;
  g_autoptr (GError) error = NULL;
  fixture_set_up (&f, NULL);
  g_autoptr (YsCatalogueBook) book = ys_catalogue_load (f.ledger, YS_ANNEX_2, fixture_today, NULL);
  g_assert_cmpint (ys_catalogue_book_version (book)->id, ==, 2);
  g_assert_cmpuint (ys_catalogue_book_n_clauses (book), ==, 15);
  const YsClause *blank = ys_catalogue_book_find (book, "a2-07");
  g_assert_cmpstr (blank->code, ==, "A2-07");
  g_assert_true (ys_clause_is_unspecified (blank));
  g_assert_false (ys_clause_is_unspecified (ys_catalogue_book_find (book, "A2-08")));
  g_assert_true (ys_catalogue_book_find_id (book, blank->id) == blank);
  g_assert_null (ys_catalogue_book_find (book, "A1-01"));
  g_assert_null (ys_catalogue_book_find (book, NULL));
  g_assert_null (ys_catalogue_book_find_id (book, 1));

  g_autoptr (YsCatalogueBook) sheet = ys_catalogue_load (f.ledger, YS_ANNEX_3, fixture_today, NULL);
  g_assert_false (ys_clause_is_unspecified (ys_catalogue_book_find (sheet, "A3-01")));

  g_assert_null (ys_catalogue_load (f.ledger, YS_ANNEX_1, (YsDate){ 2014, 12, 31 }, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (ys_catalogue_load_version (f.ledger, 99, &error));
  g_assert_nonnull (error);
  fixture_tear_down (&f, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/jobs/catalogue/search/%s", cases[i].text);
      g_test_add_data_func (path, &cases[i], test_search);
    }
  g_test_add_func ("/jobs/catalogue/search/empty", test_empty);
  g_test_add_func ("/jobs/catalogue/search/own", test_own);
  g_test_add_func ("/jobs/catalogue/book", test_book);
  return g_test_run ();
}
