/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A standing as a value: rows in the registry's order, shown by rank. */
#include "config.h"

#include "standing-data.h"

static void
clear (YsStanding *standing)
{
  g_clear_pointer (&standing->trial, ys_trial_free);
  g_clear_pointer (&standing->dropped, g_hash_table_unref);
  g_clear_pointer (&standing->rectified, g_hash_table_unref);
  g_clear_pointer (&standing->book, ys_scheme_book_free);
  g_clear_pointer (&standing->rows, g_array_unref);
  g_clear_pointer (&standing->index, g_hash_table_unref);
  g_clear_pointer (&standing->shown, g_array_unref);
  g_clear_pointer (&standing->texts, g_string_chunk_free);
  g_clear_pointer (&standing->awards, ys_awards_free);
  g_clear_pointer (&standing->choices, g_array_unref);
  g_clear_pointer (&standing->closed, g_array_unref);
  g_clear_pointer (&standing->later, g_array_unref);
  g_clear_pointer (&standing->charged, g_hash_table_unref);
  g_clear_pointer (&standing->last, ys_standing_unref);
  g_clear_pointer (&standing->months, g_ptr_array_unref);
  g_clear_pointer (&standing->json, g_free);
}

YsStanding *
ys_standing_new (YsSpan span)
{
  YsStanding *standing = g_new0 (YsStanding, 1);

  standing->refs = 1;
  standing->span = span;
  standing->rows = g_array_new (FALSE, TRUE, sizeof (YsStandingRow));
  standing->index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  standing->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  standing->texts = g_string_chunk_new (4096);
  standing->choices = g_array_new (FALSE, TRUE, sizeof (YsAwardChoice));
  standing->closed = g_array_new (FALSE, TRUE, sizeof (YsClosedSpan));
  standing->later = g_array_new (FALSE, TRUE, sizeof (YsClosedSpan));
  standing->charged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return standing;
}

YsStanding *
ys_standing_ref (YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  g_atomic_int_inc (&standing->refs);
  return standing;
}

gboolean
ys_standing_is_shared (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, FALSE);

  return g_atomic_int_get (&standing->refs) > 1;
}

void
ys_standing_unref (YsStanding *standing)
{
  if (standing == NULL || !g_atomic_int_dec_and_test (&standing->refs))
    return;
  clear (standing);
  g_free (standing);
}

void
ys_standing_take (YsStanding *standing, YsStanding *from)
{
  int refs = standing->refs;
  int from_refs = from->refs;

  clear (standing);
  *standing = *from;
  standing->refs = refs;
  *from = (YsStanding){ .refs = from_refs };
}

YsStandingRow *
ys_standing_add_row (YsStanding *standing,
                     gint64 compound_id,
                     const char *name,
                     const char *community)
{
  YsStandingRow row = { .compound_id = compound_id, .last_score = -1, .party_points = -1 };

  row.name = g_string_chunk_insert_const (standing->texts, name != NULL ? name : "");
  if (community != NULL)
    row.community = g_string_chunk_insert_const (standing->texts, community);
  g_array_append_val (standing->rows, row);
  g_hash_table_insert (standing->index, g_memdup2 (&compound_id, sizeof compound_id),
                       GUINT_TO_POINTER (standing->rows->len));
  return &g_array_index (standing->rows, YsStandingRow, standing->rows->len - 1);
}

YsStandingRow *
ys_standing_row_of (const YsStanding *standing, gint64 compound_id)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (standing->index, &compound_id));

  return index != 0 ? &g_array_index (standing->rows, YsStandingRow, index - 1) : NULL;
}

YsSpan
ys_standing_span (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, ((YsSpan){ YS_SPAN_YEAR, 1900, 1 }));

  return standing->span;
}

YsInstant
ys_standing_as_of (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, 0);

  return standing->now;
}

gboolean
ys_standing_is_final (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, FALSE);

  return standing->final;
}

guint
ys_standing_version (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, 0);

  return standing->version;
}

gboolean
ys_standing_is_trial (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, FALSE);

  return standing->trial != NULL;
}

const YsSchemeBook *
ys_standing_scheme (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  return standing->book;
}

const char *
ys_standing_prize_name (const YsStanding *standing, int kind)
{
  const YsPrize *prize;

  g_return_val_if_fail (standing != NULL, NULL);

  prize = ys_scheme_book_prize (standing->book, kind);
  return prize != NULL ? prize->name : NULL;
}

const YsAwards *
ys_standing_awards (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, NULL);

  return standing->awards;
}

guint
ys_standing_n_rows (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, 0);

  return standing->shown->len;
}

guint
ys_standing_n_assessed (const YsStanding *standing)
{
  g_return_val_if_fail (standing != NULL, 0);

  return standing->n_assessed;
}

const YsStandingRow *
ys_standing_row (const YsStanding *standing, guint index)
{
  g_return_val_if_fail (standing != NULL && index < standing->shown->len, NULL);

  return &g_array_index (standing->rows, YsStandingRow,
                         g_array_index (standing->shown, guint, index));
}

const YsStandingRow *
ys_standing_find (const YsStanding *standing, gint64 compound_id)
{
  g_return_val_if_fail (standing != NULL, NULL);

  return ys_standing_row_of (standing, compound_id);
}
