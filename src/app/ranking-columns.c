/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of the standing in one line; the trial's figures stand beside the real ones. */
#include "config.h"

#include "ranking-columns.h"

#include <glib/gi18n-lib.h>

#include "chip-cell.h"
#include "composition-cell.h"
#include "name-cell.h"
#include "rank-cell.h"
#include "widget-help.h"

typedef enum
{
  COLUMN_RANK,
  COLUMN_NAME,
  COLUMN_PRIZE,
  COLUMN_SCORE,
  COLUMN_LONG,
  COLUMN_PROPERTY,
  COLUMN_BONUS,
  COLUMN_COMPOSITION,
  COLUMN_CHANGE,
  COLUMN_AMOUNT,
  COLUMN_TRIAL_RANK,
  COLUMN_TRIAL_SCORE,
  COLUMN_TRIAL_PRIZE,
  COLUMN_TRIAL_AMOUNT,
  N_COLUMNS
} Column;

static const YsColumnInfo infos[N_COLUMNS] = {
  [COLUMN_RANK] = { "rank", N_ ("Rank"), YS_STANDING_BY_RANK, 1, 64, FALSE },
  [COLUMN_NAME] = { "name", N_ ("Compound"), YS_STANDING_BY_NAME, 0, 0, FALSE },
  [COLUMN_PRIZE] = { "prize", N_ ("Prize"), -1, 0, 78, FALSE },
  [COLUMN_SCORE] = { "score", N_ ("Score"), YS_STANDING_BY_SCORE, 1, 76, FALSE },
  [COLUMN_LONG] = { "long", N_ ("Long-term"), YS_STANDING_BY_LONG_TERM, 1, 82, FALSE },
  [COLUMN_PROPERTY] = { "property", N_ ("Property"), YS_STANDING_BY_PROPERTY, 1, 82, FALSE },
  [COLUMN_BONUS] = { "bonus", N_ ("Bonus"), YS_STANDING_BY_BONUS, 1, 60, FALSE },
  [COLUMN_COMPOSITION] = { "composition", N_ ("Composition"), -1, 0, 126, FALSE },
  [COLUMN_CHANGE] = { "change", NC_ ("column", "Change"), YS_STANDING_BY_CHANGE, 1, 54, FALSE },
  [COLUMN_AMOUNT] = { "amount", N_ ("Award, yuan"), YS_STANDING_BY_AMOUNT, 1, 96, TRUE },
  [COLUMN_TRIAL_RANK]
  = { "trial-rank", N_ ("Trial: rank"), YS_STANDING_BY_TRIAL_RANK, 1, 84, TRUE },
  [COLUMN_TRIAL_SCORE]
  = { "trial-score", N_ ("Trial: score"), YS_STANDING_BY_TRIAL_SCORE, 1, 96, TRUE },
  [COLUMN_TRIAL_PRIZE] = { "trial-prize", N_ ("Trial: prize"), -1, 0, 84, TRUE },
  [COLUMN_TRIAL_AMOUNT]
  = { "trial-amount", N_ ("Trial: yuan"), YS_STANDING_BY_TRIAL_AMOUNT, 1, 96, TRUE },
};

static GtkWidget *
make_cell (guint column, gpointer data)
{
  switch ((int)column)
    {
    case COLUMN_RANK:
      return ys_rank_cell_new ();
    case COLUMN_NAME:
      return ys_name_cell_new ();
    case COLUMN_PRIZE:
    case COLUMN_TRIAL_PRIZE:
      return ys_chip_cell_new (0);
    case COLUMN_COMPOSITION:
      return ys_composition_cell_new ();
    default:
      return ys_text_cell_new (infos[column].align);
    }
}

/* -- Cells ------------------------------------------------------------------------------------ */

static void
show_rank (YsRankCell *cell, YsStandingList *list, guint position)
{
  const YsStandingRow *row = ys_standing_list_row (list, position);
  g_autofree char *text = row->rank != 0 ? g_strdup_printf ("%u", row->rank) : g_strdup ("—");
  YsTie tie = YS_TIE_NONE;

  if (position > 0 && ys_standing_shares (row, ys_standing_list_row (list, position - 1)))
    tie |= YS_TIE_ABOVE;
  if (ys_standing_shares (row, ys_standing_list_row (list, position + 1)))
    tie |= YS_TIE_BELOW;
  ys_rank_cell_set (cell, text, tie);
  ys_widget_set_class (GTK_WIDGET (cell), "dim", row->rank == 0);
}

static const char *
tie_word (const YsStandingRow *row)
{
  /* Translators: shares its rank. */
  return row->tied ? _ ("tied")
         /* Translators: has another one's score, but not its rank. */
         : row->equal ? _ ("equal")
                      : NULL;
}

static void
show_name (GtkWidget *cell, const YsStandingRow *row)
{
  ys_name_cell_set (YS_NAME_CELL (cell), row->name, tie_word (row), row->tied ? "amber" : NULL);
  ys_widget_set_class (cell, "dim", row->rank == 0);
}

/* (nullable) (transfer full) */
static char *
prize_word (const YsStanding *standing, const YsStandingRow *row)
{
  const char *prize;

  if (!row->score.assessed)
    return g_strdup (_ ("not assessed"));
  if (row->is_pending)
    return g_strdup (_ ("pending"));
  prize = ys_standing_prize_name (standing, row->prize);
  if (row->red && prize != NULL)
    /* Translators: %s is a prize; the compound has Red Property too. */
    return g_strdup_printf (_ ("%s, red"), prize);
  return g_strdup (row->red ? ys_standing_prize_name (standing, YS_PRIZE_RED) : prize);
}

static void
show_prize (YsChipCell *cell, const YsStanding *standing, const YsStandingRow *row)
{
  g_autofree char *word = prize_word (standing, row);

  ys_chip_cell_set (cell, word,
                    row->is_pending        ? "amber"
                    : !row->score.assessed ? NULL
                                           : "accent",
                    NULL);
}

/* (transfer full) */
static char *
points_text (gint64 points, gboolean with_sign)
{
  g_autofree char *text = ys_hundredths_to_text (points, FALSE);

  return with_sign && points > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

/* (transfer full): ▴2, ▾3, –; @for_copy: +2, -3, 0 */
static char *
change_text (YsStandingList *list, const YsStandingRow *row, gboolean for_copy)
{
  int gained;

  if (!ys_standing_change (row, &gained))
    /* Translators: no rank in the period before. */
    return g_strdup (row->rank != 0 && ys_standing_list_has_last (list) ? _ ("missing") : "");
  if (for_copy)
    return g_strdup_printf ("%+d", gained);
  if (gained == 0)
    return g_strdup ("–");
  return g_strdup_printf ("%s%d", gained > 0 ? "▴" : "▾", ABS (gained));
}

/* (transfer full): a figure of a trial with what it moves: "3 ▴2" */
static char *
trial_text (Column column, const YsStandingRow *row, const YsStandingRow *trial, gboolean for_copy)
{
  g_autofree char *text = NULL;
  int gained = (int)row->rank - (int)trial->rank;

  if (column == COLUMN_TRIAL_AMOUNT)
    return trial->amount != 0 ? ys_standing_money (trial->amount) : g_strdup ("—");
  if (trial->rank == 0)
    return g_strdup ("—");
  if (column == COLUMN_TRIAL_SCORE)
    return points_text (trial->score.score, FALSE);
  if (gained == 0 || row->rank == 0 || for_copy)
    return g_strdup_printf ("%u", trial->rank);
  return g_strdup_printf ("%s%d  %u", gained > 0 ? "▴" : "▾", ABS (gained), trial->rank);
}

/* (transfer full) */
static char *
cell_text (Column column,
           YsStandingList *list,
           const YsStandingRow *row,
           const YsStandingRow *trial,
           gboolean for_copy)
{
  if (column == COLUMN_AMOUNT)
    return row->amount != 0 ? ys_standing_money (row->amount) : g_strdup ("—");
  if (column >= COLUMN_TRIAL_RANK)
    return trial != NULL ? trial_text (column, row, trial, for_copy) : g_strdup ("");
  if (!row->score.assessed)
    return g_strdup (column == COLUMN_CHANGE ? "" : "—");
  switch ((int)column)
    {
    case COLUMN_SCORE:
      return points_text (row->score.score, FALSE);
    case COLUMN_LONG:
      return points_text (row->score.long_term, FALSE);
    case COLUMN_PROPERTY:
      return points_text (row->score.property, FALSE);
    case COLUMN_BONUS:
      return points_text (row->score.bonus, TRUE);
    case COLUMN_CHANGE:
      return change_text (list, row, for_copy);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static gboolean
moves (Column column, const YsStandingRow *row, const YsStandingRow *trial)
{
  return trial != NULL
         && ((column == COLUMN_TRIAL_RANK && row->rank != trial->rank)
             || (column == COLUMN_TRIAL_SCORE && row->score.score != trial->score.score)
             || (column == COLUMN_TRIAL_AMOUNT && row->amount != trial->amount));
}

static void
show_text (Column column, GtkWidget *cell, YsStandingList *list, guint position)
{
  const YsStandingRow *row = ys_standing_list_row (list, position);
  const YsStandingRow *trial = ys_standing_list_trial_row (list, position);
  g_autofree char *text = cell_text (column, list, row, trial, FALSE);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  ys_widget_set_class (cell, "strong", column == COLUMN_SCORE && row->score.assessed);
  ys_widget_set_class (cell, "gained", column == COLUMN_BONUS && row->score.bonus > 0);
  ys_widget_set_class (cell, "dim",
                       !row->score.assessed || column == COLUMN_CHANGE
                           || (column == COLUMN_BONUS && row->score.bonus == 0)
                           || (column >= COLUMN_TRIAL_RANK && !moves (column, row, trial)));
  ys_widget_set_class (cell, "changed-value", moves (column, row, trial));
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
  YsStandingList *list = data;
  guint position = ys_slot_get_position (slot);
  const YsStandingRow *row = ys_standing_list_row (list, position);
  const YsStandingRow *trial = ys_standing_list_trial_row (list, position);
  YsStanding *standing = ys_standing_list_standing (list);

  if (row == NULL)
    return;
  if (column == COLUMN_RANK)
    show_rank (YS_RANK_CELL (cell), list, position);
  else if (column == COLUMN_NAME)
    show_name (cell, row);
  else if (column == COLUMN_PRIZE)
    show_prize (YS_CHIP_CELL (cell), standing, row);
  else if (column == COLUMN_TRIAL_PRIZE && trial != NULL)
    show_prize (YS_CHIP_CELL (cell), standing, trial);
  else if (column == COLUMN_TRIAL_PRIZE)
    ys_chip_cell_set (YS_CHIP_CELL (cell), NULL, NULL, NULL);
  else if (column == COLUMN_COMPOSITION)
    ys_composition_cell_set (YS_COMPOSITION_CELL (cell), row,
                             ys_standing_scheme (standing)->scheme);
  else
    show_text ((Column)column, cell, list, position);
}

/* -- The set ---------------------------------------------------------------------------------- */

YsColumnSet *
ys_ranking_columns_new (GtkColumnView *view, YsStandingList *list)
{
  return ys_column_set_new (view, infos, N_COLUMNS, make_cell, show_cell, list);
}

static void
set_title (YsColumnSet *set, Column column, gint64 weight)
{
  g_autofree char *share = ys_weight_text (weight);
  g_autofree char *title = g_strdup_printf ("%s %s", ys_column_title (&infos[column]), share);

  gtk_column_view_column_set_title (ys_column_set_get_column (set, column), title);
}

void
ys_ranking_columns_update (YsColumnSet *set, const YsScheme *scheme)
{
  set_title (set, COLUMN_LONG, scheme->long_weight.value);
  set_title (set, COLUMN_PROPERTY, scheme->property_weight.value);
}

/* FALSE: it was so already. */
static gboolean
set_shown (YsColumnSet *set, Column column, gboolean shown)
{
  GtkColumnViewColumn *view_column = ys_column_set_get_column (set, column);

  if (gtk_column_view_column_get_visible (view_column) == shown)
    return FALSE;
  gtk_column_view_column_set_visible (view_column, shown);
  return TRUE;
}

gboolean
ys_ranking_columns_step (YsColumnSet *set, gboolean trial)
{
  /* A trial takes the place of what does not move, so that all fits the smallest screen. */
  static const struct
  {
    Column column;
    gboolean of_trial;
  } columns[] = {
    { COLUMN_LONG, FALSE },        { COLUMN_TRIAL_SCORE, TRUE }, { COLUMN_PROPERTY, FALSE },
    { COLUMN_TRIAL_PRIZE, TRUE },  { COLUMN_BONUS, FALSE },      { COLUMN_TRIAL_AMOUNT, TRUE },
    { COLUMN_COMPOSITION, FALSE }, { COLUMN_AMOUNT, TRUE },      { COLUMN_CHANGE, FALSE },
  };

  /* The last one: what a person hid or showed since stays so. */
  if (gtk_column_view_column_get_visible (ys_column_set_get_column (set, COLUMN_TRIAL_RANK))
      == trial)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (set_shown (set, columns[i].column, columns[i].of_trial == trial))
      return TRUE;
  set_shown (set, COLUMN_TRIAL_RANK, trial);
  return FALSE;
}

/* -- Copying ---------------------------------------------------------------------------------- */

static void
append_cell (GString *text, const char *cell, gboolean is_last)
{
  /* A cell must not become two. */
  for (const char *p = cell != NULL ? cell : ""; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  g_string_append_c (text, is_last ? '\n' : '\t');
}

/* (transfer full) (nullable) */
static char *
copied_cell (Column column, YsStandingList *list, guint position)
{
  YsStanding *standing = ys_standing_list_standing (list);
  const YsStandingRow *row = ys_standing_list_row (list, position);
  const YsStandingRow *trial = ys_standing_list_trial_row (list, position);

  switch ((int)column)
    {
    case COLUMN_RANK:
      return row->rank != 0 ? g_strdup_printf ("%u", row->rank) : NULL;
    case COLUMN_NAME:
      return g_strdup (row->name);
    case COLUMN_PRIZE:
      return prize_word (standing, row);
    case COLUMN_TRIAL_PRIZE:
      return trial != NULL ? prize_word (standing, trial) : NULL;
    case COLUMN_COMPOSITION:
      return g_strdup (tie_word (row));
    default:
      return cell_text (column, list, row, trial, TRUE);
    }
}

char *
ys_ranking_columns_copy (YsStandingList *list)
{
  GString *text = g_string_new (NULL);
  gboolean trial = ys_standing_list_trial_row (list, 0) != NULL;
  int last = trial ? COLUMN_TRIAL_AMOUNT : COLUMN_AMOUNT;

  for (int i = 0; i <= last; i++)
    append_cell (text, i == COLUMN_COMPOSITION ? _ ("Tie") : ys_column_title (&infos[i]),
                 i == last);
  for (guint row = 0; row < ys_standing_list_n (list); row++)
    for (int i = 0; i <= last; i++)
      {
        g_autofree char *cell = copied_cell ((Column)i, list, row);

        append_cell (text, cell, i == last);
      }
  return g_string_free (text, FALSE);
}
