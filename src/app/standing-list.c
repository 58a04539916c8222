/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the order in which the rows are shown. */
#include "config.h"

#include "standing-list.h"

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

gboolean
ys_standing_change (const YsStandingRow *row, int *out_gained)
{
  g_return_val_if_fail (row != NULL, FALSE);

  *out_gained = (int)row->last_rank - (int)row->rank;
  return row->rank != 0 && row->last_rank != 0;
}

static const YsStandingRow *
trial_of (YsStandingList *list, const YsStandingRow *row)
{
  return list->trial != NULL ? ys_standing_find (list->trial, row->compound_id) : NULL;
}

/* What a row is sorted by; a rank counts backwards, so that the first is the largest. */
static gint64
key_of (YsStandingList *list, const YsStandingRow *row)
{
  const YsStandingRow *trial = trial_of (list, row);
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
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  YsStandingList *list = data;
  guint first = *(const guint *)a;
  guint second = *(const guint *)b;
  const YsStandingRow *one = ys_standing_row (list->standing, first);
  const YsStandingRow *other = ys_standing_row (list->standing, second);
  gint64 key = key_of (list, one);
  gint64 other_key = key_of (list, other);
  int order;

  if (one->score.assessed != other->score.assessed)
    return one->score.assessed ? -1 : 1;
  order = list->sort == YS_STANDING_BY_NAME ? g_utf8_collate (one->name, other->name)
                                            : (key > other_key) - (key < other_key);
  if (order == 0)
    return (first > second) - (first < second);
  return list->descending ? -order : order;
}

void
ys_standing_list_show (YsStandingList *list,
                       YsStanding *standing,
                       YsStanding *trial,
                       YsStandingSort sort,
                       gboolean descending)
{
  g_autoptr (YsStanding) old = NULL;
  g_autoptr (YsStanding) old_trial = NULL;
  guint n = standing != NULL ? ys_standing_n_rows (standing) : 0;

  g_return_if_fail (YS_IS_STANDING_LIST (list));

  /* The old ones live until every slot was told. */
  old = list->standing;
  old_trial = list->trial;
  list->standing = standing != NULL ? ys_standing_ref (standing) : NULL;
  list->trial = trial != NULL ? ys_standing_ref (trial) : NULL;
  list->sort = sort;
  list->descending = descending;
  list->has_last = FALSE;
  g_array_set_size (list->order, 0);
  for (guint i = 0; i < n; i++)
    {
      g_array_append_val (list->order, i);
      list->has_last = list->has_last || ys_standing_row (standing, i)->last_rank != 0;
    }
  if (sort != YS_STANDING_BY_RANK || descending)
    g_array_sort_with_data (list->order, compare_rows, list);
  ys_slot_list_refill (YS_SLOT_LIST (list), n);
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

  return row != NULL ? trial_of (list, row) : NULL;
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

const char *
ys_standing_prize_name (const YsStanding *standing, int prize)
{
  const GPtrArray *prizes;

  g_return_val_if_fail (standing != NULL, NULL);

  prizes = ys_standing_scheme (standing)->prizes;
  for (guint i = 0; i < prizes->len; i++)
    if (((const YsPrize *)prizes->pdata[i])->prize == prize)
      return ((const YsPrize *)prizes->pdata[i])->name;
  return NULL;
}

char *
ys_standing_money (gint64 fen)
{
  return ys_hundredths_to_text (fen, TRUE);
}
