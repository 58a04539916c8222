/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the sheet of the chosen compound says: whose it is, its lines joined, its sum, and the
 * decision that there is none. */
#include "config.h"

#include "score-page-private.h"

#include <glib/gi18n-lib.h>

#include "reason-popover.h"
#include "text.h"
#include "widget-help.h"

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

/* --- What is shown -------------------------------------------------------------------------- */

static void
show_entry (GtkEntry *entry, const char *text, gboolean sensitive)
{
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_widget_set_sensitive (GTK_WIDGET (entry), sensitive);
}

/* Who entered what, where several did: "王 2, 李 1". */
static char *
who_says (const YsAssessmentLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->entries->len; i++)
    {
      const YsAssessmentEntry *entry = line->entries->pdata[i];
      g_autofree char *value = ys_score_value_text (line->clause, entry);

      g_string_append_printf (text, "%s%s %s%s%s", i > 0 ? "\n" : "", entry->assessor, value,
                              entry->evidence != NULL ? " · " : "",
                              entry->evidence != NULL ? entry->evidence : "");
    }
  return g_string_free (text, FALSE);
}

static void
show_joined (YsScoreLine *line, const YsAssessmentLine *held)
{
  g_autofree char *points = ys_hundredths_to_text (held->points, FALSE);
  g_autofree char *who = who_says (held);
  g_autofree char *text = NULL;
  gboolean takes = held->clause->kind == YS_CLAUSE_DEDUCTION && held->points > 0;

  if (!held->is_set || held->clause->kind == YS_CLAUSE_VETO)
    text = g_strdup (held->is_set ? (held->count > 0 ? "✓" : _ ("veto")) : "—");
  else
    text = g_strdup_printf ("%s%s", takes ? "−" : "", points);
  if (held->differs)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", text, _ ("differ"));

      gtk_label_set_label (line->joined, both);
    }
  else
    gtk_label_set_label (line->joined, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line->joined), *who != '\0' ? who : NULL);
  ys_widget_set_class (GTK_WIDGET (line->joined), "amber", held->differs);
  ys_widget_set_class (GTK_WIDGET (line->joined), "red", takes && !held->differs);
}

/* What is wrong or half typed stays. */
static gboolean
keeps (const YsScoreLine *line)
{
  return gtk_widget_get_visible (GTK_WIDGET (line->wrong)) || ys_score_line_is_typed (line);
}

static void
show_lines (YsScorePage *self, gboolean anew)
{
  const char *assessor = ys_score_page_assessor (self);
  gboolean open = ys_score_page_is_open (self) && assessor != NULL;

  self->filling = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      YsScoreLine *line = self->lines->pdata[i];
      const YsAssessmentLine *held = self->sheet->lines->pdata[i];
      const YsAssessmentEntry *entry = ys_score_entry_of (held, assessor);
      g_autofree char *value = ys_score_value_text (held->clause, entry);
      gboolean askable
          = held->clause->kind != YS_CLAUSE_SURVEY && !ys_clause_is_unspecified (held->clause);

      show_joined (line, held);
      if (!anew && keeps (line))
        continue;
      ys_score_line_set_wrong (line, NULL);
      show_entry (line->value, value, open && askable);
      show_entry (line->evidence, entry != NULL && entry->evidence != NULL ? entry->evidence : "",
                  open && askable);
      ys_score_line_set_clean (line);
    }
  self->filling = FALSE;
}

static void
add_assessor (GtkStringList *names, const char *label, const char *assessor)
{
  guint at = g_list_model_get_n_items (G_LIST_MODEL (names));
  g_autoptr (GObject) item = NULL;

  gtk_string_list_append (names, label);
  item = g_list_model_get_item (G_LIST_MODEL (names), at);
  g_object_set_data_full (item, "assessor", g_strdup (assessor), g_free);
}

/* The ledger's user first, then who else has a sheet, then all of them joined. */
static void
show_assessors (YsScorePage *self)
{
  const char *user = ys_session_get_user (session_of (self));
  g_autofree char *before = g_strdup (ys_score_page_assessor (self));
  gboolean was_joined = before == NULL && gtk_drop_down_get_selected_item (self->assessor) != NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  add_assessor (names, user, user);
  for (guint i = 0; self->sheet->assessors[i] != NULL; i++)
    if (!g_str_equal (self->sheet->assessors[i], user))
      add_assessor (names, self->sheet->assessors[i], self->sheet->assessors[i]);
  if (self->added != NULL && !g_str_equal (self->added, user)
      && !g_strv_contains ((const char *const *)self->sheet->assessors, self->added))
    add_assessor (names, self->added, self->added);
  if (g_strv_length (self->sheet->assessors) > 1)
    add_assessor (names, _ ("All joined"), NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (names)); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (names), i);
      const char *one = g_object_get_data (item, "assessor");

      if (one != NULL ? g_strcmp0 (one, before) == 0 : was_joined)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->assessor, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->assessor, selected);
  self->filling = FALSE;
}

/* (nullable) */
static const YsSheetWaiver *
waiver_of (YsScorePage *self)
{
  for (guint i = 0; i < self->reading->waivers->len; i++)
    {
      const YsSheetWaiver *waiver = self->reading->waivers->pdata[i];

      if (waiver->compound_id == self->chosen)
        return waiver;
    }
  return NULL;
}

static void
show_sum (YsScorePage *self, int annex)
{
  const YsSheetWaiver *waiver
      = annex == YS_ANNEX_2 && !self->sheet->exists ? waiver_of (self) : NULL;
  g_autofree char *minus = ys_hundredths_to_text (self->sheet->deductions, FALSE);
  g_autofree char *plus = ys_hundredths_to_text (self->sheet->extras, FALSE);
  g_autofree char *points = ys_hundredths_to_text (self->sheet->points, FALSE);
  g_autofree char *sum = NULL;
  g_autofree char *waived = NULL;

  if (!self->sheet->exists)
    sum = g_strdup (_ ("No sheet yet"));
  else if (annex == YS_ANNEX_2)
    /* Translators: points taken and given by an annex 2 sheet. */
    sum = g_strdup_printf (_ ("deducted %s, added %s"), minus, plus);
  else
    sum = g_strdup_printf (_ ("%s of 100.00 points"), points);
  if (waiver != NULL)
    waived = g_strdup_printf (_ ("No sheet this period, decided by %s: %s"), waiver->person,
                              waiver->reason);
  gtk_label_set_label (self->sheet_sum, sum);
  gtk_label_set_label (self->waived, waived != NULL ? waived : "");
  gtk_widget_set_visible (GTK_WIDGET (self->waived), waived != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->waive),
                          annex == YS_ANNEX_2 && !self->sheet->exists && waiver == NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->waive), ys_score_page_is_open (self));
  gtk_widget_set_visible (GTK_WIDGET (self->veto),
                          annex == YS_ANNEX_3 && self->sheet->exists && self->sheet->veto);
}

static gboolean
is_built (YsScorePage *self, const YsAssessmentView *old)
{
  return old != NULL && self->lines != NULL && self->lines->len == self->sheet->lines->len
         && ys_catalogue_book_version (old->book)->id
                == ys_catalogue_book_version (self->sheet->book)->id;
}

void
ys_score_page_show_sheet (YsScorePage *self)
{
  g_autoptr (YsAssessmentView) old = NULL;
  g_autoptr (GError) error = NULL;
  const YsStandingRow *row = ys_score_page_row (self);
  int annex = ys_score_page_annex (self);
  gboolean shown = annex == YS_ANNEX_2 || (annex == YS_ANNEX_3 && row->has_party_branch);
  gboolean anew = self->lines_of != self->chosen || self->lines_annex != annex
                  || !ys_span_equal (self->lines_span, self->reading->span);

  gtk_widget_set_visible (self->sheet_head, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->no_branch), !row->has_party_branch);
  gtk_widget_set_visible (self->sheet3, row->has_party_branch);
  if (!shown)
    return;
  old = g_steal_pointer (&self->sheet);
  self->sheet = ys_assessment_load (ys_session_get_ledger (session_of (self)), self->chosen,
                                    self->reading->span, annex, &error);
  if (self->sheet == NULL)
    {
      ys_session_report (session_of (self), error);
      self->sheet = g_steal_pointer (&old);
      return;
    }
  if (!is_built (self, old))
    {
      ys_score_page_build_lines (self);
      anew = TRUE;
    }
  self->lines_of = self->chosen;
  self->lines_annex = annex;
  self->lines_span = self->reading->span;
  show_assessors (self);
  show_lines (self, anew);
  show_sum (self, annex);
}

static void
on_assessor_cb (YsScorePage *self)
{
  if (!self->filling && self->sheet != NULL && self->lines != NULL)
    show_lines (self, TRUE);
}

static void
on_assessor_added_cb (YsScorePage *self)
{
  g_autofree char *name
      = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->assessor_name)));
  guint n;

  if (*name == '\0' || self->sheet == NULL)
    return;
  g_free (self->added);
  self->added = g_steal_pointer (&name);
  gtk_editable_set_text (GTK_EDITABLE (self->assessor_name), "");
  gtk_menu_button_popdown (self->assessor_add);
  show_assessors (self);
  n = g_list_model_get_n_items (gtk_drop_down_get_model (self->assessor));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item
          = g_list_model_get_item (gtk_drop_down_get_model (self->assessor), i);

      if (g_strcmp0 (g_object_get_data (item, "assessor"), self->added) == 0)
        gtk_drop_down_set_selected (self->assessor, i);
    }
}

static char *
on_waive_reason_cb (const char *reason, gpointer data)
{
  YsScorePage *self = data;
  YsSession *session = session_of (self);
  g_autoptr (GError) error = NULL;

  if (!ys_sheet_waive (ys_session_get_ledger (session), self->chosen, self->reading->span, reason,
                       ys_session_now (session), &error))
    return g_strdup (error->message);
  ys_session_changed (session);
  return NULL;
}

static void
on_waive_cb (YsScorePage *self)
{
  ys_reason_popover_ask (GTK_WIDGET (self->waive),
                         _ ("No annex 2 sheet is made for this compound in this period."),
                         _ ("Decide"), on_waive_reason_cb, self, NULL);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsScorePage, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

void
ys_score_page_bind_sheet (GtkWidgetClass *widget_class)
{
  BIND (sheet_head);
  BIND (assessor);
  BIND (assessor_add);
  BIND (assessor_name);
  BIND (sheet_sum);
  BIND (waive);
  BIND (waived);
  BIND (veto);
  BIND (grid2);
  BIND (grid3);
  BIND (no_branch);
  BIND (sheet3);
  CALL (on_assessor_cb);
  CALL (on_assessor_added_cb);
  CALL (on_waive_cb);
}
