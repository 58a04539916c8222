/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what is listed: every compound of the period's standing in the registry's order, so that
 * no row moves while it is scored. */
#include "config.h"

#include "score-page-private.h"

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "look.h"
#include "period-chooser.h"
#include "resources.h"
#include "slot-column.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsScorePage, ys_score_page, YS_TYPE_PAGE)

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
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
      const YsAssessmentSum *sum = ys_score_reading_sum (reading, row->compound_id, YS_ANNEX_2);

      missing += sum == NULL && !ys_score_reading_is_waived (reading, row->compound_id);
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
    if (ys_score_page_row_at (self, i)->compound_id == self->chosen)
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
    self->chosen = self->reading->rows->len > 0 ? ys_score_page_row_at (self, 0)->compound_id : 0;
  self->filling = TRUE;
  ys_slot_list_grow (self->list, self->reading->rows->len, ys_score_page_differs, before);
  self->filling = FALSE;
  mark_chosen (self);
  gtk_stack_set_visible_child_name (self->stack, self->reading->rows->len > 0 ? "list" : "empty");
  show_compound (self);
}

/* The standing shown until now is what the next reading may bring up to date. */
void
ys_score_page_take (YsScorePage *self, YsScoreReading *reading)
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
on_selected_cb (YsScorePage *self)
{
  const YsStandingRow *row
      = ys_score_page_row_at (self, gtk_single_selection_get_selected (self->selection));

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
  ys_score_page_read (YS_SCORE_PAGE (page));
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
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/score-page.ui"));
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
  ys_score_page_add_columns (self);
  ys_score_page_init_extras (self);
  g_signal_connect_object (self->list, "grown", G_CALLBACK (mark_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
}
