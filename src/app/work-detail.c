/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one finding or case and fills the pane; nothing here changes it. The first time the pane is
 * made between frames: its widgets, its facts, its photos and what happened, none of which keeps
 * the list waiting. */
#include "config.h"

#include "work-detail-private.h"

#include <glib/gi18n-lib.h>

#include "fault-card.h"
#include "finding-rules.h"
#include "look.h"
#include "resources.h"
#include "widget-help.h"
#include "work-words.h"

/* The room that the list leaves, whether the pane is made or not. */
#define WIDTH 395
/* Between the steps of the first time: room for a frame. */
#define STEP_MS 15

enum
{
  SIGNAL_STEP,
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsWorkDetail, ys_work_detail, GTK_TYPE_WIDGET)

/* A stack measures all of its pages that are visible, and a text that wraps is dear. */
static void
show_page (YsWorkDetail *self, const char *name)
{
  GtkWidget *shown = gtk_stack_get_child_by_name (self->stack, name);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->stack, shown);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == shown);
}

/* -- Facts ------------------------------------------------------------------------------------ */

static void
show_head (YsWorkDetail *self)
{
  const YsWorkItem *item = self->item;
  YsWorkChip chip
      = ys_work_state_chip (item->is_case, item->state, item->overdue, item->paused_at != 0);
  g_autofree char *tip = g_strdup_printf ("%s %s\n%s", item->code, item->clause, item->criterion);

  gtk_label_set_label (self->title, item->clause);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tip);
  ys_chip_set (self->chip, chip.label, chip.tone, chip.icon);
}

static void
show_number (YsWorkDetail *self)
{
  const YsWorkItem *item = self->item;
  const char *level = ys_work_level_name (item->level);
  g_autofree char *when = ys_work_when (item->found_at, ys_session_now (self->session));
  g_autoptr (GString) text = g_string_new (item->is_case ? item->number : when);

  gtk_label_set_label (self->number_label, item->is_case ? _ ("Case number") : _ ("Inspection"));
  g_string_append_printf (text, " · %s", level);
  if (item->channel != NULL)
    g_string_append_printf (text, " · %s", item->channel);
  gtk_label_set_label (self->number, text->str);
}

static void
show_place (YsWorkDetail *self)
{
  const YsWorkItem *item = self->item;
  g_autofree char *places = NULL;
  g_autofree char *text = NULL;

  gtk_button_set_label (self->compound, item->compound);
  if (item->count > 1)
    /* Translators: at how many places a defect was found. */
    places = g_strdup_printf (_ ("%d places"), (int)item->count);
  text = g_strdup_printf ("%s%s%s", item->place != NULL ? item->place : "",
                          item->place != NULL && places != NULL ? " · " : "",
                          places != NULL ? places : "");
  gtk_label_set_label (self->place, text);
  gtk_label_set_label (self->unit, item->unit != NULL ? item->unit : "—");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->unit), item->unit);
  gtk_label_set_label (self->note, item->note != NULL ? item->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), item->note != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), item->note != NULL);
}

static void
show_deadline (YsWorkDetail *self)
{
  const YsWorkItem *item = self->item;
  YsInstant now = ys_session_now (self->session);
  YsLeftTone tone;
  g_autofree char *when = ys_work_when (item->deadline, now);
  g_autofree char *left
      = ys_work_left (ys_session_get_calendar (self->session), ys_work_item_runs (item, now),
                      item->deadline, item->paused_at, now, &tone);
  g_autofree char *text = NULL;

  gtk_button_set_label (self->deadline, item->deadline != 0 ? when : _ ("none"));
  if (tone == YS_LEFT_FINE || tone == YS_LEFT_SOON)
    text = g_strdup_printf (_ ("%s left"), left);
  else if (tone != YS_LEFT_NONE)
    text = g_strdup (left);
  gtk_label_set_label (self->left, text != NULL        ? text
                                   : item->provisional ? _ ("provisional")
                                                       : "");
  ys_widget_set_class (GTK_WIDGET (self->left), "red", tone == YS_LEFT_LATE);
  ys_widget_set_class (GTK_WIDGET (self->left), "amber", tone == YS_LEFT_SOON);
}

/* What a finding costs. A case's faults have their own cards. */
static void
show_points (YsWorkDetail *self)
{
  const YsWorkItem *item = self->item;
  g_autofree char *points = ys_work_deduction (item->points);
  g_autofree char *text = NULL;

  if (!ys_level_counts (item->level))
    text = g_strdup (_ ("0.00, only city and district inspections count"));
  else if (item->doubled)
    text = g_strdup_printf (_ ("%s, doubled: not rectified in time"), points);
  else
    text = g_strdup (points);
  gtk_label_set_label (self->points, text);
  ys_widget_set_class (GTK_WIDGET (self->points), "red", item->doubled);
  gtk_widget_set_visible (GTK_WIDGET (self->points), !item->is_case);
  gtk_widget_set_visible (GTK_WIDGET (self->points_label), !item->is_case);
}

/* -- Faults ----------------------------------------------------------------------------------- */

static void
on_card_open_cb (YsWorkDetail *self, gint64 id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

static void
add_card (YsWorkDetail *self, GtkWidget *card)
{
  g_signal_connect_object (card, "open", G_CALLBACK (on_card_open_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->faults, card);
}

static void
show_faults (YsWorkDetail *self)
{
  const YsCaseView *view = self->item->one;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->faults))) != NULL)
    gtk_box_remove (self->faults, child);
  for (guint i = 0; view != NULL && view->proposals != NULL && i < view->proposals->len; i++)
    add_card (self, ys_fault_card_new_proposed (self->session, view,
                                                g_ptr_array_index (view->proposals, i)));
  for (guint i = 0; view != NULL && view->faults != NULL && i < view->faults->len; i++)
    add_card (self,
              ys_fault_card_new_decided (self->session, view, g_ptr_array_index (view->faults, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->faults),
                          gtk_widget_get_first_child (GTK_WIDGET (self->faults)) != NULL);
}

/* -- The pane --------------------------------------------------------------------------------- */

static void
show_many (YsWorkDetail *self)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row selected",
                                                        "%u rows selected", self->ids->len),
                                           self->ids->len);

  gtk_label_set_label (self->many, text);
  show_page (self, "many");
}

static void
show_facts (YsWorkDetail *self)
{
  show_head (self);
  show_number (self);
  show_place (self);
  show_deadline (self);
  show_points (self);
  show_faults (self);
  show_page (self, "one");
}

static void
show_history (YsWorkDetail *self)
{
  ys_photo_pair_show (self->photos, self->session, self->item->is_case ? 0 : self->item->id,
                      self->item->is_case ? -self->item->id : 0);
  ys_timeline_show (self->timeline, self->item, ys_session_get_calendar (self->session),
                    ys_session_now (self->session));
}

static gboolean
read_item (YsWorkDetail *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->item, ys_work_item_free);
  if (self->ids->len != 1)
    return FALSE;
  self->item = ys_work_item_load (ys_session_get_ledger (self->session),
                                  g_array_index (self->ids, gint64, 0),
                                  ys_session_now (self->session), &error);
  /* An undone entry leaves a row that is gone: nothing is wrong with that. */
  return self->item != NULL;
}

/* @with_history: photos and what happened as well. */
static void
show_ids (YsWorkDetail *self, gboolean with_history)
{
  self->is_filled = with_history;
  if (read_item (self))
    {
      show_facts (self);
      if (with_history)
        show_history (self);
    }
  else if (self->ids->len > 1)
    show_many (self);
  else
    {
      ys_timeline_show (self->timeline, NULL, NULL, 0);
      ys_photo_pair_show (self->photos, self->session, 0, 0);
      show_page (self, "none");
    }
  ys_work_detail_show_actions (self);
}

static void
make_widgets (YsWorkDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->is_made = TRUE;
}

static gboolean
on_later_cb (gpointer user_data)
{
  YsWorkDetail *self = user_data;

  if (!self->is_made)
    make_widgets (self);
  if (self->session != NULL && self->item == NULL && self->ids->len == 1)
    {
      show_ids (self, FALSE);
      if (self->item != NULL)
        return G_SOURCE_CONTINUE;
    }
  self->later = 0;
  if (self->item != NULL)
    show_history (self);
  else if (self->session != NULL)
    show_ids (self, TRUE);
  self->is_filled = TRUE;
  return G_SOURCE_REMOVE;
}

void
ys_work_detail_settle (YsWorkDetail *self)
{
  if (self->is_filled)
    return;
  g_clear_handle_id (&self->later, g_source_remove);
  if (!self->is_made)
    make_widgets (self);
  if (self->session != NULL)
    show_ids (self, TRUE);
}

void
ys_work_detail_refresh (YsWorkDetail *self)
{
  g_return_if_fail (YS_IS_WORK_DETAIL (self));

  if (self->session == NULL)
    return;
  if (self->is_filled)
    show_ids (self, TRUE);
  else
    g_clear_pointer (&self->item, ys_work_item_free); /* to be read anew by the next step */
}

void
ys_work_detail_show (YsWorkDetail *self, const gint64 *ids, guint n)
{
  gboolean another;

  g_return_if_fail (YS_IS_WORK_DETAIL (self));

  another = n != self->ids->len || n == 0 || ids[0] != g_array_index (self->ids, gint64, 0);
  g_array_set_size (self->ids, 0);
  if (n > 0)
    g_array_append_vals (self->ids, ids, n);
  if (another && self->is_made)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  ys_work_detail_refresh (self);
  if (!self->is_filled && self->later == 0)
    self->later = g_timeout_add_full (GDK_PRIORITY_REDRAW + 10, STEP_MS, on_later_cb, self, NULL);
}

void
ys_work_detail_load (YsWorkDetail *self, YsSession *session)
{
  g_return_if_fail (YS_IS_WORK_DETAIL (self));

  g_set_object (&self->session, session);
}

gboolean
ys_work_detail_explain (YsWorkDetail *self)
{
  GtkWidget *anchor;
  graphene_rect_t bounds;

  g_return_val_if_fail (YS_IS_WORK_DETAIL (self), FALSE);

  ys_work_detail_settle (self);
  if (self->item == NULL || self->item->deadline == 0
      || !ys_why_popover_load (self->why, self->session, self->item->id))
    return FALSE;
  anchor = ys_timeline_get_deadline (self->timeline);
  if (anchor == NULL || !gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds)
      || bounds.origin.y + bounds.size.height > (float)gtk_widget_get_height (GTK_WIDGET (self)))
    anchor = GTK_WIDGET (self->deadline);
  if (gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    {
      GdkRectangle rectangle
          = { 0, (int)bounds.origin.y, (int)bounds.size.width, (int)bounds.size.height };

      gtk_popover_set_pointing_to (GTK_POPOVER (self->why), &rectangle);
    }
  gtk_popover_popup (GTK_POPOVER (self->why));
  return TRUE;
}

static void
on_why_cb (YsWorkDetail *self)
{
  ys_work_detail_explain (self);
}

static void
on_previous_cb (YsWorkDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, -1);
}

static void
on_next_cb (YsWorkDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, 1);
}

static void
on_compound_clicked_cb (YsWorkDetail *self)
{
  if (self->item != NULL)
    ys_session_go (self->session, "registry", self->item->compound_id, NULL);
}

static void
ys_work_detail_dispose (GObject *object)
{
  YsWorkDetail *self = YS_WORK_DETAIL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->later, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->item, ys_work_item_free);
  if (self->is_made)
    gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_WORK_DETAIL);
  self->is_made = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_work_detail_parent_class)->dispose (object);
}

static void
ys_work_detail_finalize (GObject *object)
{
  g_array_unref (YS_WORK_DETAIL (object)->ids);

  G_OBJECT_CLASS (ys_work_detail_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
#define CHILD(name) { #name, G_STRUCT_OFFSET (YsWorkDetail, name) }
    CHILD (stack),     CHILD (title),       CHILD (chip),         CHILD (menu_button),
    CHILD (scroller),  CHILD (faults),      CHILD (number_label), CHILD (number),
    CHILD (compound),  CHILD (place),       CHILD (unit),         CHILD (deadline),
    CHILD (left),      CHILD (note_label),  CHILD (note),         CHILD (points_label),
    CHILD (points),    CHILD (photos),      CHILD (timeline),     CHILD (bar),
    CHILD (clock),     CHILD (second),      CHILD (first),        CHILD (many),
    CHILD (many_hint), CHILD (many_report), CHILD (many_pass),    CHILD (why),
    CHILD (step),
#undef CHILD
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE,
                                               children[i].offset);
}

static void
ys_work_detail_class_init (YsWorkDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_work_detail_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_work_detail_finalize;
  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_PHOTO_PAIR);
  g_type_ensure (YS_TYPE_TIMELINE);
  g_type_ensure (YS_TYPE_WHY_POPOVER);
  g_type_ensure (YS_TYPE_STEP_POPOVER);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "workdetail");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/work-detail.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_why_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_compound_clicked_cb);
  ys_work_detail_bind_actions (widget_class);
}

static void
ys_work_detail_init (YsWorkDetail *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_set_size_request (GTK_WIDGET (self), ys_look_scaled_pane (WIDTH), -1);
  ys_work_detail_install_actions (self);
}
