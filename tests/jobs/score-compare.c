/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure that people see of a compound. */
#include "config.h"

#include "score-compare.h"

void
compare_row (const YsStandingRow *row, const OracleRow *expected)
{
  g_assert_cmpint (row->score.assessed, ==, expected->assessed);
  g_assert_cmpint (row->score.long_term, ==, expected->long_term);
  g_assert_cmpint (row->score.property, ==, expected->property);
  g_assert_cmpint (row->score.bonus, ==, expected->bonus);
  g_assert_cmpint (row->score.score, ==, expected->score);
  g_assert_cmpint (row->open_places, ==, expected->open_places);
  g_assert_cmpint (row->parts.n_faults, ==, expected->n_faults);
  g_assert_cmpuint (row->rank, ==, expected->rank);
  g_assert_cmpint (row->tied, ==, expected->tied);
  g_assert_cmpint (row->equal, ==, expected->equal);
  g_assert_cmpint (row->prize, ==, expected->prize);
  g_assert_cmpint (row->is_pending, ==, expected->pending);
  g_assert_cmpint (row->red, ==, expected->red);
  g_assert_cmpint (row->amount, ==, expected->amount);
}

void
compare_reverse (GArray *array)
{
  gsize size = g_array_get_element_size (array);
  g_autofree char *kept = g_memdup2 (array->data, size * array->len);

  for (guint i = 0; i < array->len; i++)
    memcpy (array->data + i * size, kept + (array->len - 1 - i) * size, size);
}
