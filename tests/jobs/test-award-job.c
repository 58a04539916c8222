/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ties decided by people, and awards shared out to the fen. */
#include "config.h"

#include "score-fixture.h"

#include "job-error.h"
#include "period-job.h"

#define OCTOBER "2026-10"
#define NOW "2026-11-02T09:00"

typedef struct
{
  ScoreFixture score;
  YsStanding *standing; /* 甲 first; 乙 and 丙 at places two and three */
} AwardFixture;

static void
set_up (AwardFixture *fixture, gconstpointer data)
{
  ScoreFixture *score = &fixture->score;
  gint64 ids[3];

  score_set_up (score, data);
  ids[0] = score->a;
  ids[1] = score->b;
  ids[2] = score->c;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      score_visit (score, ids[i], YS_INSPECTION_LEVEL_CITY, "2026-10-12T09:00", "");
      score_sheet (score, ids[i], OCTOBER, YS_ANNEX_2, i == 0 ? "A2-01=0" : "A2-01=1");
    }
  fixture->standing = score_load (score, OCTOBER, NOW, NULL);
}

static void
tear_down (AwardFixture *fixture, gconstpointer data)
{
  ys_standing_unref (fixture->standing);
  score_tear_down (&fixture->score, data);
}

static void
reload (AwardFixture *fixture)
{
  ys_standing_unref (fixture->standing);
  fixture->standing = score_load (&fixture->score, OCTOBER, NOW, NULL);
}

/* A set of places for the tie of 乙 and 丙: taken or refused. 0: nobody. */
typedef struct
{
  const char *name;
  YsPrizeKind a, b, c; /* UNKNOWN: not named */
  const char *by;
  const char *reason;
  gboolean taken;
  const char *result; /* of 乙 and 丙 */
} Choice;

static const Choice choices[] = {
  { "in-order", 0, YS_PRIZE_FIRST, YS_PRIZE_SECOND, "示例", "示例", TRUE, "3000.00 2024.00" },
  { "other-way", 0, YS_PRIZE_SECOND, YS_PRIZE_FIRST, "示例", "示例", TRUE, "2024.00 3000.00" },
  { "one-of-two", 0, YS_PRIZE_FIRST, 0, "示例", "示例", FALSE, NULL },
  { "both-first", 0, YS_PRIZE_FIRST, YS_PRIZE_FIRST, "示例", "示例", FALSE, NULL },
  { "one-gets-none", 0, YS_PRIZE_FIRST, YS_PRIZE_NONE, "示例", "示例", FALSE, NULL },
  { "third", 0, YS_PRIZE_FIRST, YS_PRIZE_THIRD, "示例", "示例", FALSE, NULL },
  { "not-tied", YS_PRIZE_FIRST, 0, 0, "示例", "示例", FALSE, NULL },
  { "with-one-not-tied", YS_PRIZE_SECOND, YS_PRIZE_FIRST, YS_PRIZE_SECOND, "示例", "示例", FALSE,
    NULL },
  { "red-without-sheet", 0, YS_PRIZE_RED, 0, "示例", "示例", FALSE, NULL },
  { "without-by", 0, YS_PRIZE_FIRST, YS_PRIZE_SECOND, " ", "示例", FALSE, NULL },
  { "without-reason", 0, YS_PRIZE_FIRST, YS_PRIZE_SECOND, "示例", NULL, FALSE, NULL },
};

static guint
n_decisions (AwardFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = ys_award_decisions (fixture->score.base.ledger, score_span (OCTOBER), &error);

  g_assert_no_error (error);
  return list->len;
}

static void
test_decide (AwardFixture *fixture, gconstpointer data)
{
  const Choice *choice = data;
  const ScoreFixture *score = &fixture->score;
  const YsPrizeKind kinds[] = { choice->a, choice->b, choice->c };
  const gint64 ids[] = { score->a, score->b, score->c };
  g_autoptr (GError) error = NULL;
  YsPrizePlace places[3];
  guint n = 0;
  gboolean done;

  g_assert_cmpuint (ys_standing_awards (fixture->standing)->pending->len, ==, 1);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->total, ==, 300000);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->pending_total, ==, 502400);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] != YS_PRIZE_UNKNOWN)
      places[n++] = (YsPrizePlace){ ids[i], (int)kinds[i] };
  done = ys_award_decide (score->base.ledger, fixture->standing, places, n, choice->by,
                          choice->reason, score_instant (NOW), &error);
  g_assert_cmpint (done, ==, choice->taken);
  reload (fixture);
  if (!done)
    {
      g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
      g_assert_cmpuint (n_decisions (fixture), ==, 0);
      g_assert_cmpint (ys_standing_awards (fixture->standing)->total, ==, 300000);
      return;
    }
  g_autofree char *b
      = ys_hundredths_to_text (ys_standing_find (fixture->standing, score->b)->amount, FALSE);
  g_autofree char *c
      = ys_hundredths_to_text (ys_standing_find (fixture->standing, score->c)->amount, FALSE);
  g_autofree char *result = g_strdup_printf ("%s %s", b, c);
  g_assert_cmpstr (result, ==, choice->result);
  g_assert_cmpuint (n_decisions (fixture), ==, 2);
  g_assert_cmpuint (ys_standing_awards (fixture->standing)->pending->len, ==, 0);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->total, ==, 802400);
}

/* What was decided is not pending: it is not decided again, but undone. */
static void
test_again (AwardFixture *fixture, gconstpointer data)
{
  const ScoreFixture *score = &fixture->score;
  YsPrizePlace places[] = { { score->b, YS_PRIZE_FIRST }, { score->c, YS_PRIZE_SECOND } };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_award_decide (score->base.ledger, fixture->standing, places, 2, "示例", "示例",
                                  score_instant (NOW), &error));
  reload (fixture);
  g_assert_false (ys_award_decide (score->base.ledger, fixture->standing, places, 2, "示例", "示例",
                                   score_instant (NOW), &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* Two best sheets of annex 3: one is named, the other gets none by that. */
static void
test_red (AwardFixture *fixture, gconstpointer data)
{
  ScoreFixture *score = &fixture->score;
  YsPrizePlace place = { score->b, YS_PRIZE_RED };
  YsPrizePlace other = { score->c, YS_PRIZE_NONE };
  g_autoptr (GError) error = NULL;

  fixture_set (&score->base, score->a, "party_branch", "yes");
  fixture_set (&score->base, score->b, "party_branch", "yes");
  score_sheet (score, score->a, OCTOBER, YS_ANNEX_3, "A3-01=1 A3-02=2");
  score_sheet (score, score->b, OCTOBER, YS_ANNEX_3, "A3-01=1 A3-02=2");
  reload (fixture);
  g_assert_cmpuint (ys_standing_awards (fixture->standing)->pending->len, ==, 2);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->red_id, ==, 0);
  /* NONE of somebody who waits for neither. */
  other.compound_id = 999;
  g_assert_false (ys_award_decide (score->base.ledger, fixture->standing, &other, 1, "示例", "示例",
                                   score_instant (NOW), &error));
  g_clear_error (&error);
  g_assert_true (ys_award_decide (score->base.ledger, fixture->standing, &place, 1, "示例", "示例",
                                  score_instant (NOW), &error));
  g_assert_no_error (error);
  reload (fixture);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->red_id, ==, score->b);
  g_assert_cmpuint (ys_standing_awards (fixture->standing)->pending->len, ==, 1);
  g_assert_cmpint (ys_standing_awards (fixture->standing)->total, ==, 502400);
}

/* Shares of 甲's 3000.00 as they are typed, and what becomes of them; "" takes the list away. */
typedef struct
{
  const char *name;
  const char *shares; /* hundredths, "-" unset */
  const char *paid;   /* NULL: refused */
} Payout;

static const Payout payouts[] = {
  { "one", "-", "300000" },
  { "even-three", "- - -", "100000 100000 100000" },
  { "odd-fen", "- - - - - - -", "42858 42857 42857 42857 42857 42857 42857" },
  { "as-typed", "100000 150000 50000", "100000 150000 50000" },
  { "nobody", "", "" },
  { "a-fen-short", "100000 199999", NULL },
  { "a-fen-over", "100000 200001", NULL },
  { "nothing", "300000 0", NULL },
  { "less-than-nothing", "300100 -100", NULL },
  { "half-typed", "300000 -", NULL },
};

static void
free_payout (gpointer payout)
{
  ys_record_free (&ys_payout_type, payout);
}

static GPtrArray *
make_shares (const char *text)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (free_payout);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; *text != '\0' && words[i] != NULL; i++)
    {
      YsPayout *share = ys_record_new (&ys_payout_type);

      share->name = g_strdup_printf ("示例%u", i + 1);
      if (!g_str_equal (words[i], "-"))
        share->amount = YS_NUMBER (g_ascii_strtoll (words[i], NULL, 10));
      g_ptr_array_add (shares, share);
    }
  return shares;
}

static char *
list_payouts (AwardFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = ys_payout_list (fixture->score.base.ledger, score_span (OCTOBER), fixture->score.a, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((const YsPayout *)list->pdata[i])->amount.value);
  return g_string_free (text, FALSE);
}

static void
test_payout (AwardFixture *fixture, gconstpointer data)
{
  const Payout *payout = data;
  g_autoptr (GPtrArray) before = make_shares ("200000 100000");
  g_autoptr (GPtrArray) shares = make_shares (payout->shares);
  g_autoptr (GError) error = NULL;
  g_autofree char *paid = NULL;
  gboolean done;

  ys_payout_set (fixture->score.base.ledger, fixture->standing, fixture->score.a, YS_PRIZE_FIRST,
                 before, &error);
  g_assert_no_error (error);
  done = ys_payout_set (fixture->score.base.ledger, fixture->standing, fixture->score.a,
                        YS_PRIZE_FIRST, shares, &error);
  paid = list_payouts (fixture);
  g_assert_cmpint (done, ==, payout->paid != NULL);
  g_assert_cmpstr (paid, ==, done ? payout->paid : "200000 100000");
  if (!done)
    g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

/* 乙 waits for a decision, 甲 has no second prize: nothing to share. */
static void
test_no_award (AwardFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) shares = make_shares ("-");
  g_autoptr (GError) error = NULL;

  g_assert_false (ys_payout_set (fixture->score.base.ledger, fixture->standing, fixture->score.b,
                                 YS_PRIZE_FIRST, shares, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (ys_payout_set (fixture->score.base.ledger, fixture->standing, fixture->score.a,
                                 YS_PRIZE_SECOND, shares, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/award/decide/", choices[i].name, NULL);

      g_test_add (path, AwardFixture, &choices[i], set_up, test_decide, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (payouts); i++)
    {
      g_autofree char *path = g_strconcat ("/jobs/award/payout/", payouts[i].name, NULL);

      g_test_add (path, AwardFixture, &payouts[i], set_up, test_payout, tear_down);
    }
  g_test_add ("/jobs/award/again", AwardFixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/jobs/award/red-property", AwardFixture, NULL, set_up, test_red, tear_down);
  g_test_add ("/jobs/award/no-award", AwardFixture, NULL, set_up, test_no_award, tear_down);
  return g_test_run ();
}
