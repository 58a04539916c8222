/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes 3 and 4 of seed 004: one row per community, its compounds in one cell parted by 、. The
 * counts stated in brackets are checked per community and per town [004 annexes 3, 4]. */
#include "config.h"

#include "registry-reader-private.h"

#include <glib/gi18n-lib.h>

#include "text.h"

/* What one bracket states, and what is really there. */
typedef struct
{
  guint key; /* row of the cell that states it */
  char *name;
  int stated; /* -1: nothing */
  guint listed;
  guint first, end; /* its compounds in the table */
} Tally;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_free (tally->name);
  g_free (tally);
}

/* The row in which the cell's text stands, through merges down. */
static guint
origin_row (const YsGrid *grid, guint row, guint column)
{
  const YsSheetRange *range = ys_grid_merge_at (grid, row, column);

  return range != NULL ? range->row : row;
}

/* The tally that @row belongs to: the last one, when the cell is the same, or a new one. Blank
 * town cells without a merge belong to the town above. */
static Tally *
get_tally (GPtrArray *tallies, const YsFoundTable *found, guint row, guint column, gboolean carry)
{
  guint key = column != YS_NO_COLUMN ? origin_row (found->grid, row, column) : 0;
  Tally *last = tallies->len > 0 ? g_ptr_array_index (tallies, tallies->len - 1) : NULL;
  g_autofree char *text
      = column != YS_NO_COLUMN ? ys_found_text (found, row, column) : g_strdup ("");
  Tally *tally;

  if (last != NULL && (last->key == key || (carry && *text == '\0')))
    return last;
  tally = g_new0 (Tally, 1);
  tally->key = key;
  ys_text_split_count (text, &tally->name, &tally->stated);
  tally->first = tally->end = found->table->compounds->len;
  g_ptr_array_add (tallies, tally);
  return tally;
}

static void
add_compound (const YsFoundTable *found,
              guint row,
              const char *name,
              const Tally *community,
              const Tally *town)
{
  YsRawCompound *compound = ys_raw_compound_new (row, g_strdup (name));

  if (*community->name != '\0')
    ys_raw_compound_add (compound, "community", g_strdup (community->name), found->community_column,
                         YS_CELL_TEXT, FALSE);
  if (*town->name != '\0')
    ys_raw_compound_add (compound, "town", g_strdup (town->name), found->town_column, YS_CELL_TEXT,
                         FALSE);
  if (found->table->shape == YS_SHAPE_ANNEX3)
    ys_raw_compound_add (compound, "form",
                         g_strdup (ys_choice_nick (ys_form_choices, YS_FORM_COMPANY)),
                         found->name_column, YS_CELL_TEXT, FALSE);
  g_ptr_array_add (found->table->compounds, compound);
}

static void
read_row (const YsFoundTable *found, guint row, GPtrArray *communities, GPtrArray *towns)
{
  Tally *community = get_tally (communities, found, row, found->community_column, FALSE);
  Tally *town = get_tally (towns, found, row, found->town_column, TRUE);
  g_autofree char *cell = ys_found_text (found, row, found->name_column);
  g_auto (GStrv) names = ys_text_split_list (cell);
  guint n = g_strv_length (names);

  for (guint i = 0; i < n; i++)
    add_compound (found, row, names[i], community, town);
  if (n == 0 && community->stated != 0) /* a missing list is refused, not passed over */
    add_compound (found, row, "", community, town);
  community->listed += n;
  town->listed += n;
  community->end = town->end = found->table->compounds->len;
}

/* Takes @sentence for the first; further ones are copies. A doubt already there stays. */
static void
doubt (const YsFoundTable *found, const Tally *tally, guint column, const char *sentence)
{
  for (guint i = tally->first; i < tally->end; i++)
    {
      YsRawCompound *compound = g_ptr_array_index (found->table->compounds, i);
      if (compound->doubt != NULL)
        continue;
      compound->doubt = g_strdup (sentence);
      compound->doubt_column = column;
    }
}

static void
check_communities (const YsFoundTable *found, GPtrArray *communities)
{
  for (guint i = 0; i < communities->len; i++)
    {
      const Tally *tally = g_ptr_array_index (communities, i);
      g_autofree char *sentence = NULL;

      if (tally->stated < 0 || (guint)tally->stated == tally->listed)
        continue;
      sentence = g_strdup_printf (
          /* Translators: a community, the number it states, the number of names in the cell */
          _ ("%s states %d compounds, but %u are listed. Compare with the paper; accept if the "
             "list is right."),
          tally->name, tally->stated, tally->listed);
      doubt (found, tally, found->community_column, sentence);
    }
}

/* What the communities of a town state, or list where they state nothing. @next walks along: both
 * arrays are in the table's order. */
static guint
add_up (const Tally *town, GPtrArray *communities, guint *next)
{
  guint sum = 0;

  for (; *next < communities->len; (*next)++)
    {
      const Tally *community = g_ptr_array_index (communities, *next);
      if (community->first >= town->end)
        break;
      if (community->first >= town->first)
        sum += community->stated >= 0 ? (guint)community->stated : community->listed;
    }
  return sum;
}

/* A town's count is held against its communities' counts, so that one missing name is told at its
 * community and not at the whole town. */
static void
check_towns (const YsFoundTable *found, GPtrArray *towns, GPtrArray *communities)
{
  guint next = 0;

  for (guint i = 0; i < towns->len; i++)
    {
      const Tally *town = g_ptr_array_index (towns, i);
      guint sum = add_up (town, communities, &next);
      g_autofree char *sentence = NULL;

      if (town->stated < 0 || (guint)town->stated == sum)
        continue;
      sentence = g_strdup_printf (
          /* Translators: a town, the number it states, the sum over its communities */
          _ ("%s states %d compounds, but its communities add up to %u. Compare with the paper; "
             "accept if the "
             "list is right."),
          town->name, town->stated, sum);
      doubt (found, town, found->town_column, sentence);
    }
}

void
ys_coverage_tasks_read (const YsFoundTable *found)
{
  const YsGrid *grid = found->grid;
  guint n_rows = ys_grid_n_rows (grid);
  g_autoptr (GPtrArray) communities = g_ptr_array_new_with_free_func (tally_free);
  g_autoptr (GPtrArray) towns = g_ptr_array_new_with_free_func (tally_free);
  YsRowFilter filter = { FALSE };

  for (guint row = ys_grid_next_row (grid, found->table->head_last + 1); row < n_rows;
       row = ys_grid_next_row (grid, row + 1))
    if (!ys_row_is_aside (&filter, found, row))
      read_row (found, row, communities, towns);
  check_communities (found, communities);
  check_towns (found, towns, communities);
}
