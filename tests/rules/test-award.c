/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets what money, with ties at each boundary of annex 4: first ×2 at 3000, second ×2 at 2024,
 * third ×2 at 1000, Red Property ×1 at 2024 yuan. */
#include "config.h"

#include "award.h"
#include "field.h"

static const YsPrize prizes[] = {
  { .prize = YS_PRIZE_FIRST, .places = { 2, TRUE }, .amount = { 300000, TRUE } },
  { .prize = YS_PRIZE_SECOND, .places = { 2, TRUE }, .amount = { 202400, TRUE } },
  { .prize = YS_PRIZE_THIRD, .places = { 2, TRUE }, .amount = { 100000, TRUE } },
  { .prize = YS_PRIZE_RED, .places = { 1, TRUE }, .amount = { 202400, TRUE } },
};
static const YsPrize *const prize_list[] = { &prizes[0], &prizes[1], &prizes[2], &prizes[3] };

/* @scores: of compounds 1, 2, … in yuan-like whole points. @choices: "id=word". @expected: rows as
 * id:prize, * decided; then | pending groups as rank(ids) places; then totals in yuan. */
typedef struct
{
  const char *name;
  const char *scores;
  const char *choices;
  const char *expected;
} AwardCase;

static const AwardCase award_cases[] = {
  { "plain", "99 98 97 96 95 94 93", "",
    "1:first 2:first 3:second 4:second 5:third 6:third | | 12048 + 0" },
  /* A tie inside one class is no question. */
  { "tie-inside", "99 99 97 97 95 95 93", "",
    "1:first 2:first 3:second 4:second 5:third 6:third | | 12048 + 0" },
  { "tie-first-second", "99 98 98 96 95 94", "",
    "1:first 4:second 5:third 6:third | 2(2 3) first second | 7024 + 5024" },
  { "tie-second-third", "99 98 97 96 96 94", "",
    "1:first 2:first 3:second 6:third | 4(4 5) second third | 9024 + 3024" },
  /* "No prize" is one of the prizes. */
  { "tie-third-none", "99 98 97 96 95 94 94", "",
    "1:first 2:first 3:second 4:second 5:third | 6(6 7) third none | 11048 + 1000" },
  { "tie-over-all", "90 90 90 90 90 90 90", "",
    " | 1(1 2 3 4 5 6 7) first first second second third third none | 0 + 12048" },
  { "two-ties", "99 98 98 96 96 94", "",
    "1:first 6:third | 2(2 3) first second; 4(4 5) second third | 4000 + 8048" },
  { "decided", "99 98 98 96 95 94", "2=second 3=first",
    "1:first 3:first* 2:second* 4:second 5:third 6:third | | 12048 + 0" },
  { "decided-none", "99 98 97 96 95 94 94", "7=third 6=none",
    "1:first 2:first 3:second 4:second 5:third 7:third* | | 12048 + 0" },
  /* Half a decision, or one that does not use the places, settles nothing. */
  { "decided-half", "99 98 98 96 95 94", "2=second",
    "1:first 4:second 5:third 6:third | 2(2 3) first second | 7024 + 5024" },
  { "decided-twice-first", "99 98 98 96 95 94", "2=first 3=first",
    "1:first 4:second 5:third 6:third | 2(2 3) first second | 7024 + 5024" },
  { "decided-red-word", "99 98 98 96 95 94", "2=first 3=red",
    "1:first 4:second 5:third 6:third | 2(2 3) first second | 7024 + 5024" },
  /* A decision where nothing is pending changes nothing. */
  { "decided-needless", "99 98 97", "3=first", "1:first 2:first 3:second | | 8024 + 0" },
  { "fewer-than-prizes", "99", "", "1:first | | 3000 + 0" },
  { "fewer-and-tied", "99 99 99", "", " | 1(1 2 3) first first second | 0 + 8024" },
  { "none", "", "", " | | 0 + 0" },
};

static GArray *
read_rows (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (YsRankRow));

  for (guint i = 0; words[i] != NULL; i++)
    {
      YsRankRow row = { .compound_id = i + 1, .score = 100 * g_ascii_strtoll (words[i], NULL, 10) };
      g_array_append_val (rows, row);
    }
  ys_rank ((YsRankRow *)rows->data, rows->len, "");
  return rows;
}

/* "id=word", "!id=word" of Red Property */
static GArray *
read_choices (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *choices = g_array_new (FALSE, TRUE, sizeof (YsAwardChoice));

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i] + (words[i][0] == '!');
      YsAwardChoice choice = { g_ascii_strtoll (word, NULL, 10), words[i][0] == '!',
                               ys_choice_from_text (ys_prize_choices, strchr (word, '=') + 1) };
      g_array_append_val (choices, choice);
    }
  return choices;
}

static void
append_pending (GString *text, const YsAwardPending *pending)
{
  g_string_append_printf (text, "%u(", pending->rank);
  for (guint i = 0; i < pending->compounds->len; i++)
    g_string_append_printf (text, "%s%d", i > 0 ? " " : "",
                            (int)g_array_index (pending->compounds, gint64, i));
  g_string_append_c (text, ')');
  for (guint i = 0; i < pending->prizes->len; i++)
    g_string_append_printf (text, " %s",
                            ys_choice_nick (ys_prize_choices,
                                            g_array_index (pending->prizes, int, i)));
}

static char *
describe (const YsAwards *awards)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (awards->rows, YsAwardRow, i);

      g_string_append_printf (text, "%s%d:%s%s", i > 0 ? " " : "", (int)row->compound_id,
                              ys_choice_nick (ys_prize_choices, row->prize),
                              row->decided ? "*" : "");
    }
  g_string_append (text, " |");
  for (guint i = 0; i < awards->pending->len; i++)
    {
      g_string_append (text, i > 0 ? "; " : " ");
      append_pending (text, g_ptr_array_index (awards->pending, i));
    }
  g_string_append_printf (text, " | %d + %d", (int)(awards->total / 100),
                          (int)(awards->pending_total / 100));
  return g_string_free (text, FALSE);
}

static void
test_award (gconstpointer data)
{
  const AwardCase *c = data;
  g_autoptr (GArray) rows = read_rows (c->scores);
  g_autoptr (GArray) choices = read_choices (c->choices);
  g_autoptr (YsAwards) awards = ys_award ((YsRankRow *)rows->data, rows->len, prize_list, 4, NULL,
                                          0, (YsAwardChoice *)choices->data, choices->len);
  g_autofree char *text = describe (awards);

  g_assert_cmpstr (text, ==, c->expected);
  g_assert_cmpint (awards->red_id, ==, 0);
}

/* 没有建立党组织的，一票否决 [002 annex 3] */
static const struct
{
  const char *name;
  YsPartySheet sheets[3];
  guint n;
  const char *choices;
  const char *expected;
  gint64 red_id;
} red_cases[] = {
  { "no-sheet", { { 0 } }, 0, "", "1:first | | 3000 + 0", 0 },
  { "best",
    { { 1, 9000, FALSE }, { 2, 9500, FALSE }, { 3, 8000, FALSE } },
    3,
    "",
    "1:first 2:red | | 5024 + 0",
    2 },
  /* A prize winner may have it too. */
  { "winner-too", { { 1, 9000, FALSE } }, 1, "", "1:first 1:red | | 5024 + 0", 1 },
  { "veto", { { 1, 9000, FALSE }, { 2, 10000, TRUE } }, 2, "", "1:first 1:red | | 5024 + 0", 1 },
  { "all-vetoed", { { 1, 9000, TRUE } }, 1, "", "1:first | | 3000 + 0", 0 },
  { "equal-best",
    { { 3, 9500, FALSE }, { 2, 9500, FALSE }, { 1, 9000, FALSE } },
    3,
    "",
    "1:first | 0(2 3) red none | 3000 + 2024",
    0 },
  { "equal-but-vetoed",
    { { 3, 9500, TRUE }, { 2, 9500, FALSE } },
    2,
    "",
    "1:first 2:red | | 5024 + 0",
    2 },
  { "decided",
    { { 3, 9500, FALSE }, { 2, 9500, FALSE } },
    2,
    "!3=red !2=none",
    "1:first 3:red* | | 5024 + 0",
    3 },
  { "decided-half",
    { { 3, 9500, FALSE }, { 2, 9500, FALSE } },
    2,
    "!3=red",
    "1:first | 0(2 3) red none | 3000 + 2024",
    0 },
  { "decided-on-the-other-list",
    { { 3, 9500, FALSE }, { 2, 9500, FALSE } },
    2,
    "3=red 2=none",
    "1:first | 0(2 3) red none | 3000 + 2024",
    0 },
};

static void
test_red (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GArray) rows = read_rows ("99");
  g_autoptr (GArray) choices = read_choices (red_cases[i].choices);
  g_autoptr (YsAwards) awards
      = ys_award ((YsRankRow *)rows->data, rows->len, prize_list, 4, red_cases[i].sheets,
                  red_cases[i].n, (YsAwardChoice *)choices->data, choices->len);
  g_autofree char *text = describe (awards);

  g_assert_cmpstr (text, ==, red_cases[i].expected);
  g_assert_cmpint (awards->red_id, ==, red_cases[i].red_id);
}

/* Annex 4: 2 × 3000 + 2 × 2024 + 2 × 1000 + 2024 = 14072.00 */
static void
test_fund (void)
{
  g_assert_cmpint (ys_award_fund (prize_list, 4), ==, 1407200);
  g_assert_cmpint (ys_award_fund (NULL, 0), ==, 0);
}

static void
test_split (void)
{
  gint64 shares[3] = { -1, -1, -1 };

  ys_award_split (202400, 3, shares);
  g_assert_cmpint (shares[0], ==, 67467);
  g_assert_cmpint (shares[1], ==, 67467);
  g_assert_cmpint (shares[2], ==, 67466);
  ys_award_split (1, 3, shares);
  g_assert_cmpint (shares[0], ==, 1);
  g_assert_cmpint (shares[1], ==, 0);
  g_assert_cmpint (shares[2], ==, 0);
  ys_award_split (300000, 1, shares);
  g_assert_cmpint (shares[0], ==, 300000);
  ys_award_split (5, 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (award_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/award/places/", award_cases[i].name, NULL);
      g_test_add_data_func (name, &award_cases[i], test_award);
    }
  for (guint i = 0; i < G_N_ELEMENTS (red_cases); i++)
    {
      g_autofree char *name = g_strconcat ("/rules/award/red/", red_cases[i].name, NULL);
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_red);
    }
  g_test_add_func ("/rules/award/fund", test_fund);
  g_test_add_func ("/rules/award/split", test_split);
  return g_test_run ();
}
