/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the state allows: at most three buttons in the bar, the rest behind ⋮. What it does not
 * allow is not offered. */
#include "config.h"

#include "work-detail-private.h"

#include <glib/gi18n-lib.h>

#include "step-kinds.h"
#include "widget-help.h"

static GtkWidget *
anchor_of (YsWorkDetail *self, int kind)
{
  if (kind == self->first_kind)
    return GTK_WIDGET (self->first);
  if (kind == self->second_kind)
    return GTK_WIDGET (self->second);
  if (kind == self->clock_kind)
    return GTK_WIDGET (self->clock);
  return self->bar;
}

void
ys_work_detail_ask (YsWorkDetail *self, int event_kind)
{
  GtkWidget *anchor;

  g_return_if_fail (YS_IS_WORK_DETAIL (self));

  if (self->session == NULL || self->ids->len == 0 || !ys_session_is_writable (self->session))
    return;
  ys_work_detail_settle (self);
  if (self->ids->len > 1)
    anchor = GTK_WIDGET (event_kind == YS_EVENT_PASSED ? self->many_pass : self->many_report);
  else
    anchor = anchor_of (self, event_kind);
  ys_step_popover_ask (self->step, self->session, anchor, event_kind,
                       (const gint64 *)(gpointer)self->ids->data, self->ids->len);
}

/* -- The bar ---------------------------------------------------------------------------------- */

static int
first_of_finding (YsFindingState state)
{
  switch (state)
    {
    case YS_FINDING_FOUND:
    case YS_FINDING_ISSUED:
    case YS_FINDING_FAILED:
      return YS_EVENT_REPORTED;
    case YS_FINDING_REPORTED:
      return YS_EVENT_PASSED;
    case YS_FINDING_WITHDRAWN:
      return YS_EVENT_REINSTATED;
    case YS_FINDING_CLOSED:
    case YS_FINDING_STATE_UNKNOWN:
      break;
    }
  return 0;
}

static int
first_of_case (YsCaseState state)
{
  switch (state)
    {
    case YS_CASE_RECEIVED:
      return YS_EVENT_ACCEPTED;
    case YS_CASE_ACCEPTED:
    case YS_CASE_FAILED:
      return YS_EVENT_REPORTED;
    case YS_CASE_REPLIED:
      return YS_EVENT_PASSED;
    case YS_CASE_WITHDRAWN:
      return YS_EVENT_REINSTATED;
    case YS_CASE_CLOSED:
    case YS_CASE_STATE_UNKNOWN:
      break;
    }
  return 0;
}

static int
second_after (const YsWorkItem *item, int first)
{
  if (first == YS_EVENT_PASSED)
    return YS_EVENT_FAILED;
  if (first == YS_EVENT_ACCEPTED)
    return YS_EVENT_REPORTED;
  if (first == YS_EVENT_REPORTED && !item->is_case)
    return item->state == YS_FINDING_FOUND ? YS_EVENT_ISSUED : YS_EVENT_PASSED;
  return 0;
}

static int
if_allowed (YsWorkDetail *self, int kind)
{
  return kind != 0 && ys_work_item_allows (self->item, kind, ys_session_now (self->session), NULL)
             ? kind
             : 0;
}

static void
show_button (YsWorkDetail *self, GtkButton *button, int kind)
{
  gtk_widget_set_visible (GTK_WIDGET (button), kind != 0);
  if (kind != 0 && button != self->clock)
    gtk_button_set_label (button, ys_step_label (kind, self->item->is_case));
}

static void
show_clock (YsWorkDetail *self)
{
  GtkWidget *box = gtk_button_get_child (self->clock);
  gboolean stands = self->clock_kind == YS_EVENT_RESUMED;

  gtk_widget_set_visible (GTK_WIDGET (self->clock), self->clock_kind != 0);
  if (self->clock_kind == 0)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                stands ? "media-playback-start-symbolic"
                                       : "media-playback-pause-symbolic");
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)),
                       ys_step_label (self->clock_kind, self->item->is_case));
}

/* -- The menu --------------------------------------------------------------------------------- */

static void
append_step (YsWorkDetail *self, GMenu *menu, int kind)
{
  g_autofree char *action = NULL;

  if (kind == self->first_kind || kind == self->second_kind || kind == self->clock_kind
      || if_allowed (self, kind) == 0)
    return;
  action = g_strdup_printf ("detail.step(%d)", kind);
  g_menu_append (menu, ys_step_label (kind, self->item->is_case), action);
}

static gboolean
has_fault (const YsCaseView *view, int fault)
{
  for (guint i = 0; view->faults != NULL && i < view->faults->len; i++)
    {
      const YsCaseFault *decided = g_ptr_array_index (view->faults, i);

      if (decided->fault == fault && decided->decision != YS_DECISION_NONE)
        return TRUE;
    }
  for (guint i = 0; view->proposals != NULL && i < view->proposals->len; i++)
    {
      const YsFaultProposal *proposal = g_ptr_array_index (view->proposals, i);

      if (proposal->fault == fault)
        return TRUE;
    }
  return FALSE;
}

/* All five faults can be set by hand as well. */
static void
append_faults (YsWorkDetail *self, GMenu *menu)
{
  g_autoptr (GMenu) faults = g_menu_new ();

  for (int i = YS_FAULT_OVERDUE; i <= YS_FAULT_KEY; i++)
    {
      g_autofree char *action = g_strdup_printf ("detail.fault(%d)", i);

      if (!has_fault (self->item->one, i))
        g_menu_append (faults, ys_choice_label (ys_fault_choices, i), action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (faults)) > 0)
    g_menu_append_submenu (menu, _ ("Set a fault by hand"), G_MENU_MODEL (faults));
}

static void
show_menu (YsWorkDetail *self)
{
  static const int kinds[]
      = { YS_EVENT_ISSUED,   YS_EVENT_REPORTED,  YS_EVENT_PASSED,    YS_EVENT_FAILED,
          YS_EVENT_EXTENDED, YS_EVENT_OBJECTION, YS_EVENT_UPHELD,    YS_EVENT_OVERRULED,
          YS_EVENT_NOTE,     YS_EVENT_WITHDRAWN, YS_EVENT_REINSTATED };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_step (self, steps, kinds[i]);
  g_menu_append (others, _ ("Why this deadline"), "detail.why");
  if (self->item->is_case)
    append_faults (self, others);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

void
ys_work_detail_show_actions (YsWorkDetail *self)
{
  gboolean writable = ys_session_is_writable (self->session);

  gtk_widget_set_sensitive (GTK_WIDGET (self->many_report), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->many_pass), writable);
  self->first_kind = self->second_kind = self->clock_kind = 0;
  if (self->item != NULL && writable)
    {
      int first = self->item->is_case ? first_of_case ((YsCaseState)self->item->state)
                                      : first_of_finding ((YsFindingState)self->item->state);

      self->first_kind = if_allowed (self, first);
      self->second_kind = if_allowed (self, second_after (self->item, first));
      self->clock_kind
          = if_allowed (self, self->item->paused_at != 0 ? YS_EVENT_RESUMED : YS_EVENT_PAUSED);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), self->item != NULL && writable);
  if (self->item == NULL)
    return;
  show_button (self, self->first, self->first_kind);
  show_button (self, self->second, self->second_kind);
  show_clock (self);
  if (writable)
    show_menu (self);
  gtk_widget_set_visible (self->bar,
                          self->first_kind != 0 || self->second_kind != 0 || self->clock_kind != 0);
}

void
ys_work_detail_focus (YsWorkDetail *self)
{
  g_return_if_fail (YS_IS_WORK_DETAIL (self));

  ys_work_detail_settle (self);
  gtk_widget_grab_focus (self->first_kind != 0 ? GTK_WIDGET (self->first)
                                               : GTK_WIDGET (self->deadline));
}

/* -- Callbacks -------------------------------------------------------------------------------- */

static void
on_first_clicked_cb (YsWorkDetail *self)
{
  ys_work_detail_ask (self, self->first_kind);
}

static void
on_second_clicked_cb (YsWorkDetail *self)
{
  ys_work_detail_ask (self, self->second_kind);
}

static void
on_clock_clicked_cb (YsWorkDetail *self)
{
  ys_work_detail_ask (self, self->clock_kind);
}

static void
on_many_report_clicked_cb (YsWorkDetail *self)
{
  ys_work_detail_ask (self, YS_EVENT_REPORTED);
}

static void
on_many_pass_clicked_cb (YsWorkDetail *self)
{
  ys_work_detail_ask (self, YS_EVENT_PASSED);
}

static void
on_step_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_work_detail_ask (user_data, g_variant_get_int32 (parameter));
}

static void
on_why_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ys_work_detail_explain (user_data);
}

static void
on_fault_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsWorkDetail *self = user_data;
  g_autoptr (GError) error = NULL;
  int fault = g_variant_get_int32 (parameter);
  g_autofree char *said = NULL;

  if (self->item == NULL || self->item->one == NULL)
    return;
  if (!ys_case_decide_fault (ys_session_get_ledger (self->session), self->item->one->one.id, fault,
                             YS_DECISION_CONFIRMED, _ ("Set by hand"),
                             ys_session_now (self->session), &error))
    {
      ys_session_report (self->session, error);
      return;
    }
  said = g_strdup_printf (_ ("%s: set by hand"), ys_choice_label (ys_fault_choices, fault));
  ys_session_changed (self->session);
  ys_session_notify (self->session, said, TRUE);
}

void
ys_work_detail_install_actions (YsWorkDetail *self)
{
  static const GActionEntry entries[] = {
    { "step", on_step_activate_cb, "i", NULL, NULL, { 0 } },
    { "fault", on_fault_activate_cb, "i", NULL, NULL, { 0 } },
    { "why", on_why_activate_cb, NULL, NULL, NULL, { 0 } },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "detail", G_ACTION_GROUP (self->actions));
}

void
ys_work_detail_bind_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_first_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_second_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_many_report_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_many_pass_clicked_cb);
}
