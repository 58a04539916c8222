/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the order in which the rows are shown. */
#include "config.h"

#include "standing-list.h"

#include <string.h>

#include <glib/gi18n-lib.h>

struct _YsStandingList
{
  YsSlotList parent_instance;

  YsStanding *standing;
  YsStanding *trial;
  GArray *order; /* (element-type guint): indexes of rows */
  YsStandingSort sort;
  gboolean descending;
  gboolean has_last;
};

G_DEFINE_FINAL_TYPE (YsStandingList, ys_standing_list, YS_TYPE_SLOT_LIST)

static void
ys_standing_list_finalize (GObject *object)
{
  YsStandingList *list = YS_STANDING_LIST (object);

  g_clear_pointer (&list->order, g_array_unref);
  g_clear_pointer (&list->standing, ys_standing_unref);
  g_clear_pointer (&list->trial, ys_standing_unref);

  G_OBJECT_CLASS (ys_standing_list_parent_class)->finalize (object);
}

static void
ys_standing_list_class_init (YsStandingListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ys_standing_list_finalize;
}

static void
ys_standing_list_init (YsStandingList *list)
{
  list->order = g_array_new (FALSE, FALSE, sizeof (guint));
}

YsStandingList *
ys_standing_list_new (void)
{
  return g_object_new (YS_TYPE_STANDING_LIST, NULL);
}

/* -- Order ------------------------------------------------------------------------------------ */

/* What a row is sorted by, worked out once for each. */
typedef struct
{
  guint index;
  gboolean assessed;
  gint64 key;
  char *name; /* (nullable): collated */
} Place;

gboolean
ys_standing_change (const YsStandingRow *row, int *out_gained)
{
  g_return_val_if_fail (row != NULL, FALSE);

  *out_gained = (int)row->last_rank - (int)row->rank;
  return row->rank != 0 && row->last_rank != 0;
}

static const YsStandingRow *
trial_of (YsStanding *trial, const YsStandingRow *row)
{
  return trial != NULL ? ys_standing_find (trial, row->compound_id) : NULL;
}

/* A rank counts backwards, so that the first is the largest. */
static gint64
key_of (YsStandingList *list, const YsStandingRow *row)
{
  const YsStandingRow *trial = trial_of (list->trial, row);
  int gained;

  switch (list->sort)
    {
    case YS_STANDING_BY_AMOUNT:
      return row->amount;
    case YS_STANDING_BY_SCORE:
      return row->score.score;
    case YS_STANDING_BY_LONG_TERM:
      return row->score.long_term;
    case YS_STANDING_BY_PROPERTY:
      return row->score.property;
    case YS_STANDING_BY_BONUS:
      return row->score.bonus;
    case YS_STANDING_BY_CHANGE:
      return ys_standing_change (row, &gained) ? gained : G_MININT;
    case YS_STANDING_BY_TRIAL_RANK:
      return trial != NULL && trial->rank != 0 ? trial->rank : G_MAXINT;
    case YS_STANDING_BY_TRIAL_SCORE:
      return trial != NULL ? trial->score.score : G_MININT64;
    case YS_STANDING_BY_TRIAL_AMOUNT:
      return trial != NULL ? trial->amount : 0;
    case YS_STANDING_BY_RANK:
    case YS_STANDING_BY_NAME:
      break;
    }
  return row->rank;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Place *one = a;
  const Place *other = b;
  gboolean descending = GPOINTER_TO_INT (data);
  int order;

  if (one->assessed != other->assessed)
    return one->assessed ? -1 : 1;
  order = one->name != NULL ? strcmp (one->name, other->name)
                            : (one->key > other->key) - (one->key < other->key);
  if (order == 0)
    return (one->index > other->index) - (one->index < other->index);
  return descending ? -order : order;
}

static void
place_clear (gpointer place)
{
  g_free (((Place *)place)->name);
}

/* (transfer full) (element-type guint) */
static GArray *
order_rows (YsStandingList *list)
{
  guint n = list->standing != NULL ? ys_standing_n_rows (list->standing) : 0;
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), n);

  g_array_set_clear_func (places, place_clear);
  for (guint i = 0; i < n; i++)
    {
      const YsStandingRow *row = ys_standing_row (list->standing, i);
      const Place place
          = { i, row->score.assessed, key_of (list, row),
              list->sort == YS_STANDING_BY_NAME ? g_utf8_collate_key (row->name, -1) : NULL };

      g_array_append_val (places, place);
    }
  if (list->sort != YS_STANDING_BY_RANK || list->descending)
    g_array_sort_with_data (places, compare_places, GINT_TO_POINTER (list->descending));
  for (guint i = 0; i < n; i++)
    g_array_append_val (order, g_array_index (places, Place, i).index);
  return order;
}

/* -- What differs ----------------------------------------------------------------------------- */

/* What was shown before. */
typedef struct
{
  YsStanding *standing; /* (nullable) */
  YsStanding *trial;    /* (nullable) */
  GArray *order;
  gboolean has_last;
  gboolean all; /* every row looks otherwise */
} Before;

/* (nullable) */
static const YsStandingRow *
row_of (YsStanding *standing, const GArray *order, guint position)
{
  return position < order->len ? ys_standing_row (standing, g_array_index (order, guint, position))
                               : NULL;
}

static gboolean
rows_look_equal (const YsStandingRow *one, const YsStandingRow *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return one->compound_id == other->compound_id && one->rank == other->rank
         && one->score.assessed == other->score.assessed && one->score.score == other->score.score
         && one->score.long_term == other->score.long_term
         && one->score.property == other->score.property && one->score.bonus == other->score.bonus
         && one->tied == other->tied && one->equal == other->equal
         && one->last_rank == other->last_rank && one->prize == other->prize
         && one->is_pending == other->is_pending && one->amount == other->amount
         && one->red == other->red && g_str_equal (one->name, other->name);
}

gboolean
ys_standing_shares (const YsStandingRow *row, const YsStandingRow *other)
{
  return row != NULL && other != NULL && row->tied && other->tied && row->rank == other->rank;
}

/* Places above and below belong to a row's looks: the bracket of a tie joins them. */
static gboolean
differs (YsSlotList *base, guint position, gpointer data)
{
  YsStandingList *list = YS_STANDING_LIST (base);
  const Before *before = data;
  const YsStandingRow *old
      = before->all ? NULL : row_of (before->standing, before->order, position);
  const YsStandingRow *row = row_of (list->standing, list->order, position);

  if (old == NULL || row == NULL || !rows_look_equal (old, row)
      || !rows_look_equal (trial_of (before->trial, old), trial_of (list->trial, row)))
    return TRUE;
  for (int step = -1; row->tied && step <= 1; step += 2)
    if (ys_standing_shares (old, row_of (before->standing, before->order, position + (guint)step))
        != ys_standing_shares (row, row_of (list->standing, list->order, position + (guint)step)))
      return TRUE;
  return FALSE;
}

static gboolean
schemes_look_equal (const YsSchemeBook *one, const YsSchemeBook *other)
{
  if (one->scheme->long_weight.value != other->scheme->long_weight.value
      || one->scheme->property_weight.value != other->scheme->property_weight.value
      || one->scheme->long_base.value != other->scheme->long_base.value
      || one->scheme->property_base.value != other->scheme->property_base.value
      || one->prizes->len != other->prizes->len)
    return FALSE;
  for (guint i = 0; i < one->prizes->len; i++)
    {
      const YsPrize *prize = one->prizes->pdata[i];
      const YsPrize *same = other->prizes->pdata[i];

      if (prize->prize != same->prize || g_strcmp0 (prize->name, same->name) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_last (YsStanding *standing)
{
  guint n = standing != NULL ? ys_standing_n_rows (standing) : 0;

  for (guint i = 0; i < n; i++)
    if (ys_standing_row (standing, i)->last_rank != 0)
      return TRUE;
  return FALSE;
}

void
ys_standing_list_show (YsStandingList *list,
                       YsStanding *standing,
                       YsStanding *trial,
                       YsStandingSort sort,
                       gboolean descending)
{
  /* They live until every slot was told. */
  Before before;

  g_return_if_fail (YS_IS_STANDING_LIST (list));

  before = (Before){ list->standing, list->trial, list->order, list->has_last, FALSE };
  list->standing = standing != NULL ? ys_standing_ref (standing) : NULL;
  list->trial = trial != NULL ? ys_standing_ref (trial) : NULL;
  list->sort = sort;
  list->descending = descending;
  list->has_last = has_last (standing);
  list->order = order_rows (list);
  before.all = before.standing == NULL || standing == NULL || before.has_last != list->has_last
               || !schemes_look_equal (ys_standing_scheme (before.standing),
                                       ys_standing_scheme (standing));
  ys_slot_list_grow (YS_SLOT_LIST (list), list->order->len, differs, &before);
  g_array_unref (before.order);
  g_clear_pointer (&before.standing, ys_standing_unref);
  g_clear_pointer (&before.trial, ys_standing_unref);
}

/* -- Rows ------------------------------------------------------------------------------------- */

YsStanding *
ys_standing_list_standing (YsStandingList *list)
{
  g_return_val_if_fail (YS_IS_STANDING_LIST (list), NULL);

  return list->standing;
}

guint
ys_standing_list_n (YsStandingList *list)
{
  g_return_val_if_fail (YS_IS_STANDING_LIST (list), 0);

  return list->order->len;
}

const YsStandingRow *
ys_standing_list_row (YsStandingList *list, guint position)
{
  g_return_val_if_fail (YS_IS_STANDING_LIST (list), NULL);

  if (position >= list->order->len)
    return NULL;
  return ys_standing_row (list->standing, g_array_index (list->order, guint, position));
}

const YsStandingRow *
ys_standing_list_trial_row (YsStandingList *list, guint position)
{
  const YsStandingRow *row = ys_standing_list_row (list, position);

  return row != NULL ? trial_of (list->trial, row) : NULL;
}

guint
ys_standing_list_find (YsStandingList *list, gint64 compound_id)
{
  g_return_val_if_fail (YS_IS_STANDING_LIST (list), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < list->order->len; i++)
    if (ys_standing_list_row (list, i)->compound_id == compound_id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

gboolean
ys_standing_list_has_last (YsStandingList *list)
{
  g_return_val_if_fail (YS_IS_STANDING_LIST (list), FALSE);

  return list->has_last;
}

char *
ys_standing_money (gint64 fen)
{
  return ys_hundredths_to_text (fen, TRUE);
}
