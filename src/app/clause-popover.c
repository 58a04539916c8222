/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best match is marked at once, so that Enter takes it. */
#include "config.h"

#include "clause-popover.h"

#include <glib/gi18n-lib.h>

#include "clause-row.h"
#include "inspection-columns.h"
#include "look.h"
#include "resources.h"
#include "widget-help.h"

#define MAX_MATCHES 12

struct _YsClausePopover
{
  GtkPopover parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkLabel *nothing;

  YsCatalogueBook *book; /* whose clauses are listed */
  YsClauseDueFunc due;
  gpointer due_data;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MARKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsClausePopover, ys_clause_popover, GTK_TYPE_POPOVER)

static YsClauseRow *
clause_row_of (GtkListBoxRow *row)
{
  return YS_CLAUSE_ROW (gtk_list_box_row_get_child (row));
}

static void
on_row_activated_cb (YsClausePopover *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, ys_clause_row_get_clause (clause_row_of (row)));
}

/* What was found only in the criterion stands under a line of its own. */
static void
set_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gboolean by_criterion = ys_clause_row_get_kind (clause_row_of (row)) == YS_CLAUSE_BY_CRITERION;
  GtkWidget *label;

  if (!by_criterion
      || (before != NULL
          && ys_clause_row_get_kind (clause_row_of (before)) == YS_CLAUSE_BY_CRITERION))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (_ ("Found in the criterion"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group");
  gtk_list_box_row_set_header (row, label);
}

static void
scroll_to (YsClausePopover *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  graphene_rect_t box;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &box))
    gtk_adjustment_clamp_page (adjustment, box.origin.y, box.origin.y + box.size.height);
}

static void
mark (YsClausePopover *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
  g_signal_emit (self, signals[SIGNAL_MARKED], 0, ys_clause_row_get_clause (clause_row_of (row)));
}

static void
ys_clause_popover_dispose (GObject *object)
{
  YsClausePopover *self = YS_CLAUSE_POPOVER (object);

  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CLAUSE_POPOVER);

  G_OBJECT_CLASS (ys_clause_popover_parent_class)->dispose (object);
}

static void
ys_clause_popover_class_init (YsClausePopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_clause_popover_dispose;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/clause-popover.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsClausePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsClausePopover, list);
  gtk_widget_class_bind_template_child (widget_class, YsClausePopover, nothing);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_MARKED] = g_signal_new ("marked", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ys_clause_popover_init (YsClausePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
}

YsClausePopover *
ys_clause_popover_new (GtkWidget *parent, YsClauseDueFunc due, gpointer user_data)
{
  YsClausePopover *self;

  g_return_val_if_fail (GTK_IS_WIDGET (parent) && due != NULL, NULL);

  self = g_object_new (YS_TYPE_CLAUSE_POPOVER, NULL);
  self->due = due;
  self->due_data = user_data;
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  return self;
}

static void
append (YsClausePopover *self, const YsClauseMatch *match, const char *query)
{
  g_autofree char *limit = ys_clause_limit_text (match->clause);
  g_autofree char *due = self->due (match->clause, self->due_data);

  gtk_list_box_append (self->list, ys_clause_row_new (match, query, limit, due));
}

static guint
fill (YsClausePopover *self, const char *query)
{
  g_autoptr (GArray) matches = NULL;

  ys_list_box_clear (self->list);
  if (*query == '\0')
    {
      for (guint i = 0; i < ys_catalogue_book_n_clauses (self->book); i++)
        append (self,
                &(YsClauseMatch){ ys_catalogue_book_clause (self->book, i), YS_CLAUSE_BY_CODE, 0,
                                  0 },
                query);
      return ys_catalogue_book_n_clauses (self->book);
    }
  matches = ys_catalogue_book_search (self->book, query, MAX_MATCHES);
  for (guint i = 0; i < matches->len; i++)
    append (self, &g_array_index (matches, YsClauseMatch, i), query);
  return matches->len;
}

void
ys_clause_popover_show (YsClausePopover *self,
                        const GdkRectangle *at,
                        YsCatalogueBook *book,
                        const char *query)
{
  guint n;

  g_return_if_fail (YS_IS_CLAUSE_POPOVER (self));
  g_return_if_fail (at != NULL && book != NULL && query != NULL);

  ys_catalogue_book_ref (book);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  self->book = book;
  /* A popover that is already up keeps its size. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  n = fill (self, query);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), n > 0);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (n > 0 && *query != '\0')
    mark (self, gtk_list_box_get_row_at_index (self->list, 0));
  else
    g_signal_emit (self, signals[SIGNAL_MARKED], 0, NULL);
}

void
ys_clause_popover_hide (YsClausePopover *self)
{
  g_return_if_fail (YS_IS_CLAUSE_POPOVER (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
ys_clause_popover_is_shown (YsClausePopover *self)
{
  g_return_val_if_fail (YS_IS_CLAUSE_POPOVER (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self));
}

gboolean
ys_clause_popover_step (YsClausePopover *self, int delta)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (YS_IS_CLAUSE_POPOVER (self), FALSE);

  if (!ys_clause_popover_is_shown (self))
    return FALSE;
  row = gtk_list_box_get_selected_row (self->list);
  row = gtk_list_box_get_row_at_index (self->list,
                                       row != NULL ? gtk_list_box_row_get_index (row) + delta : 0);
  if (row != NULL)
    mark (self, row);
  return TRUE;
}

const YsClause *
ys_clause_popover_get_marked (YsClausePopover *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (YS_IS_CLAUSE_POPOVER (self), NULL);

  if (!ys_clause_popover_is_shown (self))
    return NULL;
  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL ? ys_clause_row_get_clause (clause_row_of (row)) : NULL;
}
