/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places are laid out in order with their prizes; each tied group takes the places from its rank
 * on. Red Property is the same with its own places, by the points of annex 3. */
#include "config.h"

#include "award.h"

typedef struct
{
  const YsPrize *const *prizes;
  guint n_prizes;
  const YsAwardChoice *choices;
  guint n_choices;
  YsAwards *awards;
} Work;

/* Compounds that share the places from @first (0: the first place) on. */
typedef struct
{
  const gint64 *compounds;
  guint n;
  guint first;
  gboolean red;
} Group;

static void
pending_free (gpointer data)
{
  YsAwardPending *pending = data;

  g_array_unref (pending->compounds);
  g_array_unref (pending->prizes);
  g_free (pending);
}

void
ys_awards_free (YsAwards *awards)
{
  if (awards == NULL)
    return;
  g_array_unref (awards->rows);
  g_ptr_array_unref (awards->pending);
  g_free (awards);
}

/* (nullable): the prize that place @place (from 0) of a list carries. */
static const YsPrize *
prize_of_place (const Work *work, gboolean red, guint place)
{
  gint64 left = place;

  for (guint i = 0; i < work->n_prizes; i++)
    {
      const YsPrize *prize = work->prizes[i];

      if ((prize->prize == YS_PRIZE_RED) != red)
        continue;
      if (left < prize->places.value)
        return prize;
      left -= prize->places.value;
    }
  return NULL;
}

static int
kind_of (const YsPrize *prize)
{
  return prize != NULL ? prize->prize : YS_PRIZE_NONE;
}

static const YsPrize *
prize_of_kind (const Work *work, int kind)
{
  for (guint i = 0; i < work->n_prizes; i++)
    if (work->prizes[i]->prize == kind)
      return work->prizes[i];
  return NULL;
}

/* Without a prize there is no row. */
static void
give (Work *work, gint64 compound_id, const YsPrize *prize, gboolean decided)
{
  YsAwardRow row = { .compound_id = compound_id, .decided = decided };

  if (prize == NULL)
    return;
  row.prize = prize->prize;
  row.amount = prize->amount.value;
  g_array_append_val (work->awards->rows, row);
  work->awards->total += row.amount;
  if (row.prize == YS_PRIZE_RED && work->awards->red_id == 0)
    work->awards->red_id = compound_id;
}

/* The prize as decided for a compound on this list; UNKNOWN: nothing was. */
static int
choice_of (const Work *work, gint64 compound_id, gboolean red)
{
  for (guint i = 0; i < work->n_choices; i++)
    if (work->choices[i].compound_id == compound_id && (work->choices[i].red != FALSE) == red)
      return work->choices[i].prize;
  return YS_PRIZE_UNKNOWN;
}

/* Every member is decided, and the decisions use each place once. */
static gboolean
is_settled (const Work *work, const Group *group)
{
  gint64 wanted[YS_PRIZE_NONE + 1] = { 0 };

  for (guint i = 0; i < group->n; i++)
    {
      int choice = choice_of (work, group->compounds[i], group->red);

      if (choice <= YS_PRIZE_UNKNOWN || choice > YS_PRIZE_NONE)
        return FALSE;
      wanted[choice]++;
      wanted[kind_of (prize_of_place (work, group->red, group->first + i))]--;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] != 0)
      return FALSE;
  return TRUE;
}

static void
add_pending (Work *work, const Group *group)
{
  YsAwardPending *pending = g_new0 (YsAwardPending, 1);

  pending->compounds = g_array_sized_new (FALSE, FALSE, sizeof (gint64), group->n);
  pending->prizes = g_array_sized_new (FALSE, FALSE, sizeof (int), group->n);
  pending->rank = group->red ? 0 : group->first + 1;
  g_array_append_vals (pending->compounds, group->compounds, group->n);
  for (guint i = 0; i < group->n; i++)
    {
      const YsPrize *prize = prize_of_place (work, group->red, group->first + i);
      int kind = kind_of (prize);

      g_array_append_val (pending->prizes, kind);
      if (prize != NULL)
        pending->amount += prize->amount.value;
    }
  work->awards->pending_total += pending->amount;
  g_ptr_array_add (work->awards->pending, pending);
}

static void
award_group (Work *work, const Group *group)
{
  const YsPrize *first = prize_of_place (work, group->red, group->first);
  const YsPrize *last = prize_of_place (work, group->red, group->first + group->n - 1);

  /* Places go down: where the ends are of one prize, so is all between. */
  if (kind_of (first) == kind_of (last))
    for (guint i = 0; i < group->n; i++)
      give (work, group->compounds[i], first, FALSE);
  else if (is_settled (work, group))
    for (guint i = 0; i < group->n; i++)
      give (work, group->compounds[i],
            prize_of_kind (work, choice_of (work, group->compounds[i], group->red)), TRUE);
  else
    add_pending (work, group);
}

static void
award_ranked (Work *work, const YsRankRow *rows, guint n_rows)
{
  g_autoptr (GArray) compounds = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_rows; i += compounds->len)
    {
      /* Beyond the last place there is nothing to give. */
      if (prize_of_place (work, FALSE, i) == NULL)
        return;
      g_array_set_size (compounds, 0);
      for (guint j = i; j < n_rows && rows[j].rank == rows[i].rank; j++)
        g_array_append_val (compounds, rows[j].compound_id);
      award_group (work, &(Group){ (const gint64 *)compounds->data, compounds->len, i, FALSE });
    }
}

static int
compare_sheets (gconstpointer a, gconstpointer b)
{
  const YsPartySheet *sheet_a = a, *sheet_b = b;

  if (sheet_a->points != sheet_b->points)
    return sheet_a->points > sheet_b->points ? -1 : 1;
  return (sheet_a->compound_id > sheet_b->compound_id)
         - (sheet_a->compound_id < sheet_b->compound_id);
}

/* 没有建立党组织的，一票否决 [002 annex 3]: whatever the points. */
static void
award_red (Work *work, const YsPartySheet *sheets, guint n_sheets)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (YsPartySheet));
  g_autoptr (GArray) compounds = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_sheets; i++)
    if (!sheets[i].veto)
      g_array_append_val (order, sheets[i]);
  g_array_sort (order, compare_sheets);
  for (guint i = 0; i < order->len; i += compounds->len)
    {
      const YsPartySheet *first = &g_array_index (order, YsPartySheet, i);

      if (prize_of_place (work, TRUE, i) == NULL)
        return;
      g_array_set_size (compounds, 0);
      for (guint j = i; j < order->len; j++)
        {
          const YsPartySheet *sheet = &g_array_index (order, YsPartySheet, j);

          if (sheet->points != first->points)
            break;
          g_array_append_val (compounds, sheet->compound_id);
        }
      award_group (work, &(Group){ (const gint64 *)compounds->data, compounds->len, i, TRUE });
    }
}

/* By prize in the scheme's order; rank's order is there already, a decided group by its ids. */
static void
sort_rows (const Work *work)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (YsAwardRow));

  for (guint red = 0; red <= 1; red++)
    for (guint i = 0; i < work->n_prizes; i++)
      for (guint j = 0; j < work->awards->rows->len; j++)
        {
          const YsAwardRow *row = &g_array_index (work->awards->rows, YsAwardRow, j);

          if (row->prize == work->prizes[i]->prize && (row->prize == YS_PRIZE_RED) == (red == 1))
            g_array_append_val (sorted, *row);
        }
  g_array_unref (work->awards->rows);
  work->awards->rows = g_steal_pointer (&sorted);
}

YsAwards *
ys_award (const YsRankRow *rows,
          guint n_rows,
          const YsPrize *const *prizes,
          guint n_prizes,
          const YsPartySheet *sheets,
          guint n_sheets,
          const YsAwardChoice *choices,
          guint n_choices)
{
  YsAwards *awards = g_new0 (YsAwards, 1);
  Work work = { prizes, n_prizes, choices, n_choices, awards };

  awards->rows = g_array_new (FALSE, FALSE, sizeof (YsAwardRow));
  awards->pending = g_ptr_array_new_with_free_func (pending_free);
  award_ranked (&work, rows, n_rows);
  award_red (&work, sheets, n_sheets);
  sort_rows (&work);
  return awards;
}

gint64
ys_award_fund (const YsPrize *const *prizes, guint n_prizes)
{
  gint64 fund = 0;

  for (guint i = 0; i < n_prizes; i++)
    fund += prizes[i]->places.value * prizes[i]->amount.value;
  return fund;
}

void
ys_award_split (gint64 amount, guint n, gint64 *shares)
{
  g_return_if_fail (amount >= 0 && (n == 0 || shares != NULL));

  for (guint i = 0; i < n; i++)
    shares[i] = amount / n + (i < amount % n ? 1 : 0);
}
