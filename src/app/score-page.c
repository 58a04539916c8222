/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what is listed: every compound of the period's standing in the registry's order, so that
 * no row moves while it is scored. Read in a thread after each change. */
#include "config.h"

#include "score-page-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "period-chooser.h"
#include "resources.h"
#include "slot-column.h"
#include "standing-read.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsScorePage, ys_score_page, YS_TYPE_PAGE)

typedef enum
{
  COLUMN_NAME,
  COLUMN_ANNEX_2,
  COLUMN_ANNEX_3,
  COLUMN_PROPERTY,
  COLUMN_SCORE,
  N_COLUMNS
} Column;

static const struct
{
  const char *title; /* N_() */
  int width;         /* 0: what the others leave */
  float align;
} column_infos[N_COLUMNS] = {
  [COLUMN_NAME] = { N_ ("Compound"), 0, 0 },    [COLUMN_ANNEX_2] = { N_ ("Annex 2"), 76, 0 },
  [COLUMN_ANNEX_3] = { N_ ("Annex 3"), 76, 0 }, [COLUMN_PROPERTY] = { N_ ("Property"), 72, 1 },
  [COLUMN_SCORE] = { N_ ("Score"), 72, 1 },
};

typedef struct
{
  YsScorePage *page;
  Column column;
} CellClosure;

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

/* --- Reading ------------------------------------------------------------------------------ */

typedef struct
{
  YsSpan span;
  YsInstant now;
  YsRegistry *registry;
  YsStanding *spare; /* (nullable) */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_registry_unref (request->registry);
  g_clear_pointer (&request->spare, ys_standing_unref);
  g_free (request);
}

void
ys_score_reading_free (YsScoreReading *reading)
{
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->standing, ys_standing_unref);
  g_clear_pointer (&reading->sums_2, g_hash_table_unref);
  g_clear_pointer (&reading->sums_3, g_hash_table_unref);
  g_clear_pointer (&reading->waived, g_hash_table_unref);
  g_clear_pointer (&reading->sums, g_array_unref);
  g_clear_pointer (&reading->waivers, g_ptr_array_unref);
  g_clear_pointer (&reading->bonuses, g_ptr_array_unref);
  g_clear_pointer (&reading->surveys, g_ptr_array_unref);
  g_clear_pointer (&reading->twins, g_array_unref);
  g_clear_pointer (&reading->strictness, g_ptr_array_unref);
  g_free (reading);
}

/* The standing stands by rank, in no order that can be looked up. */
static GPtrArray *
rows_in_order (const YsStanding *standing, const YsRegistry *registry)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < ys_standing_n_rows (standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (standing, i);

      g_hash_table_insert (by_id, (gpointer)&row->compound_id, (gpointer)row);
    }
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      gpointer row = g_hash_table_lookup (by_id, &ys_registry_item (registry, i)->compound->id);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

/* Two thousand rows look up two thousand sheets. */
static void
index_records (YsScoreReading *reading)
{
  reading->sums_2 = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->sums_3 = g_hash_table_new (g_int64_hash, g_int64_equal);
  reading->waived = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < reading->sums->len; i++)
    {
      YsAssessmentSum *sum = &g_array_index (reading->sums, YsAssessmentSum, i);

      if (sum->n_set > 0)
        g_hash_table_insert (sum->annex == YS_ANNEX_2 ? reading->sums_2 : reading->sums_3,
                             &sum->compound_id, sum);
    }
  for (guint i = 0; i < reading->waivers->len; i++)
    g_hash_table_add (reading->waived, &((YsSheetWaiver *)reading->waivers->pdata[i])->compound_id);
}

static gboolean
read_records (YsLedger *ledger, YsScoreReading *reading, GError **error)
{
  YsSpan span = reading->span;

  return (reading->sums = ys_assessment_sums (ledger, span, error)) != NULL
         && (reading->waivers = ys_sheet_waivers (ledger, span, error)) != NULL
         && (reading->bonuses = ys_bonus_list (ledger, span, 0, error)) != NULL
         && (reading->surveys = ys_survey_list (ledger, span, error)) != NULL
         && (reading->twins = ys_twin_list (ledger, span, error)) != NULL
         && (reading->strictness = ys_period_strictness (ledger, span, error)) != NULL;
}

/* In a thread. */
static gpointer
read_period (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  Request *request = data;
  YsScoreReading *reading = g_new0 (YsScoreReading, 1);

  reading->span = request->span;
  reading->standing
      = ys_standing_read (ledger, request->registry, request->span,
                          g_steal_pointer (&request->spare), request->now, cancellable, error);
  if (reading->standing == NULL || !read_records (ledger, reading, error))
    {
      ys_score_reading_free (reading);
      return NULL;
    }
  index_records (reading);
  reading->rows = rows_in_order (reading->standing, request->registry);
  return reading;
}

static void fill (YsScorePage *self, YsScoreReading *before);

/* The standing shown until now is what the next reading may bring up to date. */
static void
take (YsScorePage *self, YsScoreReading *reading)
{
  YsScoreReading *before = self->reading;

  self->reading = reading;
  fill (self, before);
  g_clear_pointer (&self->spare, ys_standing_unref);
  if (before == NULL)
    return;
  self->spare = g_steal_pointer (&before->standing);
  ys_score_reading_free (before);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsScorePage) self = user_data;
  g_autoptr (GError) error = NULL;
  YsScoreReading *reading = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (reading == NULL)
    {
      /* Overtaken by a later reading, or the page is gone. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->stack != NULL)
        ys_session_report (YS_SESSION (source), error);
      return;
    }
  if (self->stack == NULL
      || !ys_span_equal (reading->span, ys_session_get_period (YS_SESSION (source))))
    {
      ys_score_reading_free (reading);
      return;
    }
  take (self, reading);
}

static void
start_reading (YsScorePage *self)
{
  YsSession *session = session_of (self);
  Request *request;

  if (ys_session_get_registry (session) == NULL)
    return;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  request = g_new0 (Request, 1);
  request->span = ys_session_get_period (session);
  request->now = ys_session_now (session);
  request->registry = ys_registry_ref (ys_session_get_registry (session));
  request->spare = g_steal_pointer (&self->spare);
  ys_session_read_async (session, self->cancellable, read_period, request, request_free,
                         (GDestroyNotify)(void *)ys_score_reading_free, on_read_cb,
                         g_object_ref (self));
}

/* --- Cells -------------------------------------------------------------------------------- */

/* (nullable) */
static const YsStandingRow *
row_at (YsScorePage *self, guint position)
{
  return self->reading != NULL && position < self->reading->rows->len
             ? self->reading->rows->pdata[position]
             : NULL;
}

/* (nullable) */
static const YsAssessmentSum *
sum_of (const YsScoreReading *reading, gint64 compound_id, int annex)
{
  return g_hash_table_lookup (annex == YS_ANNEX_2 ? reading->sums_2 : reading->sums_3,
                              &compound_id);
}

static gboolean
is_waived (const YsScoreReading *reading, gint64 compound_id)
{
  return g_hash_table_contains (reading->waived, &compound_id);
}

/* The word for a sheet, and whether somebody should look at it. */
static const char *
sheet_word (const YsScoreReading *reading, const YsStandingRow *row, int annex, gboolean *out_amber)
{
  const YsAssessmentSum *sum;

  *out_amber = FALSE;
  if (annex == YS_ANNEX_3 && !row->has_party_branch)
    return "—";
  sum = sum_of (reading, row->compound_id, annex);
  if (sum == NULL && annex == YS_ANNEX_2 && is_waived (reading, row->compound_id))
    /* Translators: a sheet that was decided not to be made. */
    return _ ("none");
  *out_amber = sum == NULL || sum->differs;
  if (sum == NULL)
    return _ ("missing");
  /* Translators: the assessors of a sheet do not agree. */
  return sum->differs ? _ ("differ") : _ ("entered");
}

static GtkWidget *
make_cell (gpointer data)
{
  const CellClosure *closure = data;

  return ys_text_cell_new (column_infos[closure->column].align);
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  const CellClosure *closure = data;
  const YsStandingRow *row = row_at (closure->page, ys_slot_get_position (slot));
  g_autofree char *text = NULL;
  gboolean amber = FALSE;

  if (row == NULL)
    return;
  switch (closure->column)
    {
    case COLUMN_NAME:
      text = g_strdup (row->name);
      break;
    case COLUMN_ANNEX_2:
      text = g_strdup (sheet_word (closure->page->reading, row, YS_ANNEX_2, &amber));
      break;
    case COLUMN_ANNEX_3:
      text = g_strdup (sheet_word (closure->page->reading, row, YS_ANNEX_3, &amber));
      break;
    case COLUMN_PROPERTY:
      text = ys_hundredths_to_text (row->score.property, FALSE);
      break;
    case COLUMN_SCORE:
      text = row->score.assessed ? ys_hundredths_to_text (row->score.score, FALSE) : NULL;
      break;
    case N_COLUMNS:
      break;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "—");
  ys_widget_set_class (cell, "amber", amber);
}

static gboolean
looks_equal (const YsScoreReading *one,
             const YsStandingRow *row,
             const YsScoreReading *other,
             const YsStandingRow *same)
{
  gboolean amber[2];

  for (int annex = YS_ANNEX_2; annex <= YS_ANNEX_3; annex++)
    if (strcmp (sheet_word (one, row, annex, &amber[0]), sheet_word (other, same, annex, &amber[1]))
            != 0
        || amber[0] != amber[1])
      return FALSE;
  return row->score.property == same->score.property && row->score.score == same->score.score
         && row->score.assessed == same->score.assessed && g_str_equal (row->name, same->name);
}

/* @data: (nullable): the reading shown before. */
static gboolean
differs (YsSlotList *list, guint position, gpointer data)
{
  YsScorePage *self = g_object_get_data (G_OBJECT (list), "page");
  const YsScoreReading *before = data;

  return before == NULL || position >= before->rows->len || position >= self->reading->rows->len
         || !looks_equal (before, before->rows->pdata[position], self->reading,
                          self->reading->rows->pdata[position]);
}

static void
add_columns (YsScorePage *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      CellClosure *closure = g_new0 (CellClosure, 1);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      *closure = (CellClosure){ self, (Column)i };
      column = ys_slot_column_new (_ (column_infos[i].title), column_infos[i].width, make_cell,
                                   show_cell, closure, g_free);
      gtk_column_view_append_column (self->view, column);
      ys_column_view_align_title (self->view, i, column_infos[i].align);
    }
}

/* --- What is shown -------------------------------------------------------------------------- */

const YsStandingRow *
ys_score_page_row (YsScorePage *self)
{
  return self->reading != NULL && self->chosen != 0
             ? ys_standing_find (self->reading->standing, self->chosen)
             : NULL;
}

gboolean
ys_score_page_is_open (YsScorePage *self)
{
  return self->reading != NULL && !ys_standing_is_final (self->reading->standing)
         && ys_session_is_writable (session_of (self));
}

static void
show_head (YsScorePage *self)
{
  YsScoreReading *reading = self->reading;
  gboolean final = ys_standing_is_final (reading->standing);
  g_autofree char *label = ys_period_label (reading->span);
  /* Translators: a period, the number of the version of the scheme. */
  g_autofree char *summary
      = g_strdup_printf (_ ("%s · scheme version %d"), label,
                         (int)ys_standing_scheme (reading->standing)->scheme->version.value);
  guint missing = 0, differ = 0;
  g_autofree char *count = NULL, *totals = NULL;

  for (guint i = 0; i < reading->rows->len; i++)
    {
      const YsStandingRow *row = reading->rows->pdata[i];
      const YsAssessmentSum *sum = sum_of (reading, row->compound_id, YS_ANNEX_2);

      missing += sum == NULL && !is_waived (reading, row->compound_id);
      differ += sum != NULL && sum->differs;
    }
  gtk_label_set_label (self->summary, summary);
  ys_chip_set (self->state, final ? _ ("Finalised") : _ ("Not finalised"),
               final ? "green" : "amber", final ? "changes-prevent-symbolic" : NULL);
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u compound", "%u compounds",
                                        reading->rows->len),
                           reading->rows->len);
  totals = g_strdup_printf (_ ("Annex 2: %u missing, %u where assessors differ"), missing, differ);
  gtk_label_set_label (self->count, count);
  gtk_label_set_label (self->totals, totals);
}

static void
show_score (YsScorePage *self)
{
  const YsStandingRow *row = ys_score_page_row (self);
  const YsScheme *scheme = ys_standing_scheme (self->reading->standing)->scheme;
  g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);
  g_autofree char *long_term = ys_hundredths_to_text (row->score.long_term, FALSE);
  g_autofree char *property = ys_hundredths_to_text (row->score.property, FALSE);
  g_autofree char *bonus = ys_hundredths_to_text (row->score.bonus, FALSE);
  g_autofree char *long_weight = ys_hundredths_to_text (scheme->long_weight.value, FALSE);
  g_autofree char *property_weight = ys_hundredths_to_text (scheme->property_weight.value, FALSE);
  g_autofree char *rank = g_strdup_printf (_ ("rank %u"), row->rank);
  g_autofree char *parts
      = row->score.assessed
            /* Translators: how a score comes about: long-term score and its weight in per cent,
             * property score and its weight, bonus. */
            ? g_strdup_printf (_ ("long-term %s × %s%% + property %s × %s%% + bonus %s"), long_term,
                               long_weight, property, property_weight, bonus)
            : g_strdup_printf (_ ("property %s · no inspection of a level that counts: no score"),
                               property);

  gtk_label_set_label (self->name, row->name);
  gtk_label_set_label (self->rank, row->score.assessed ? rank : _ ("not assessed"));
  gtk_label_set_label (self->score, row->score.assessed ? score : "—");
  gtk_label_set_label (self->parts, parts);
}

static void
show_compound (YsScorePage *self)
{
  if (ys_score_page_row (self) == NULL)
    {
      gtk_stack_set_visible_child_name (self->side, "none");
      return;
    }
  show_score (self);
  ys_score_page_show_sheet (self);
  ys_score_page_show_extras (self);
  gtk_stack_set_visible_child_name (self->side, "compound");
}

/* Where its row is not shown yet, when the list has grown. */
static void
mark_chosen (YsScorePage *self)
{
  guint at = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->reading != NULL && i < self->reading->rows->len; i++)
    if (row_at (self, i)->compound_id == self->chosen)
      at = i;
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, at);
  self->filling = FALSE;
}

/* @before: (nullable): what was shown until now */
static void
fill (YsScorePage *self, YsScoreReading *before)
{
  show_head (self);
  ys_score_page_show_checks (self);
  if (ys_score_page_row (self) == NULL)
    self->chosen = self->reading->rows->len > 0 ? row_at (self, 0)->compound_id : 0;
  self->filling = TRUE;
  ys_slot_list_grow (self->list, self->reading->rows->len, differs, before);
  self->filling = FALSE;
  mark_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, self->reading->rows->len > 0 ? "list" : "empty");
  show_compound (self);
}

static void
on_selected_cb (YsScorePage *self)
{
  const YsStandingRow *row = row_at (self, gtk_single_selection_get_selected (self->selection));

  if (self->filling || row == NULL || row->compound_id == self->chosen)
    return;
  ys_score_page_flush_sheet (self);
  self->chosen = row->compound_id;
  g_clear_pointer (&self->added, g_free);
  show_compound (self);
}

static void
on_tab_cb (YsScorePage *self)
{
  if (ys_score_page_row (self) == NULL)
    return;
  ys_score_page_flush_sheet (self);
  ys_score_page_show_sheet (self);
}

static void
on_period_cb (YsScorePage *self)
{
  ys_score_page_flush_sheet (self);
  ys_page_refresh (YS_PAGE (self));
}

static void
on_register_cb (YsScorePage *self)
{
  ys_session_go (session_of (self), "registry", 0, NULL);
}

/* --- Page ----------------------------------------------------------------------------------- */

static void
ys_score_page_load (YsPage *page, YsSession *session)
{
  g_signal_connect_object (session, "notify::period", G_CALLBACK (on_period_cb), page,
                           G_CONNECT_SWAPPED);
}

static void
ys_score_page_refresh (YsPage *page)
{
  start_reading (YS_SCORE_PAGE (page));
}

static void
ys_score_page_go (YsPage *page, gint64 compound_id, const char *field)
{
  YsScorePage *self = YS_SCORE_PAGE (page);

  if (field != NULL && gtk_stack_get_child_by_name (self->tabs, field) != NULL)
    gtk_stack_set_visible_child_name (self->tabs, field);
  if (compound_id == 0)
    return;
  ys_score_page_flush_sheet (self);
  self->chosen = compound_id;
  if (self->reading == NULL)
    return;
  fill (self, self->reading);
  ys_column_view_scroll_to (self->view, gtk_single_selection_get_selected (self->selection));
}

static gboolean
ys_score_page_flush (YsPage *page)
{
  return ys_score_page_flush_sheet (YS_SCORE_PAGE (page));
}

static void
ys_score_page_dispose (GObject *object)
{
  YsScorePage *self = YS_SCORE_PAGE (object);

  self->filling = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_SCORE_PAGE);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, ys_assessment_view_free);
  g_clear_pointer (&self->reading, ys_score_reading_free);
  g_clear_pointer (&self->spare, ys_standing_unref);
  g_clear_pointer (&self->added, g_free);

  G_OBJECT_CLASS (ys_score_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsScorePage, name)

static void
ys_score_page_class_init (YsScorePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_score_page_dispose;
  page_class->load = ys_score_page_load;
  page_class->refresh = ys_score_page_refresh;
  page_class->go = ys_score_page_go;
  page_class->flush = ys_score_page_flush;
  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_EMPTY_STATE);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCE ("ui/score-page.ui"));
  BIND (summary);
  BIND (state);
  BIND (strict_button);
  BIND (strict_grid);
  BIND (twins_bar);
  BIND (twins_text);
  BIND (twins_popover);
  BIND (twins_list);
  BIND (stack);
  BIND (view);
  BIND (count);
  BIND (totals);
  BIND (side);
  BIND (name);
  BIND (rank);
  BIND (score);
  BIND (parts);
  BIND (tabs);
  ys_score_page_bind_sheet (widget_class);
  ys_score_page_bind_extras (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_register_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_tab_cb);
}

static void
ys_score_page_init (YsScorePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_object_new (YS_TYPE_SLOT_LIST, NULL);
  g_object_set_data (G_OBJECT (self->list), "page", self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  add_columns (self);
  ys_score_page_init_extras (self);
  g_signal_connect_object (self->list, "grown", G_CALLBACK (mark_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
}
