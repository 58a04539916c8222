/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form is whatever field rows the template holds: adding a field there is one line. A row's
 * "commit" becomes one edit job; its refusal stays at the row while the others are saved. */
#include "config.h"

#include "compound-detail.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "compound-drafts.h"
#include "compound-scores.h"
#include "compound-visits.h"
#include "contacts-view.h"
#include "field-row.h"
#include "history-row.h"
#include "history.h"
#include "look.h"
#include "resources.h"
#include "widget-help.h"

#define N_RECENT 4

struct _YsCompoundDetail
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkStack *tabs;
  GtkLabel *title;
  YsChip *class_chip;
  YsChip *party_chip;
  YsChip *withdrawn_chip;
  GtkLabel *withdrawn_reason;
  GtkMenuButton *menu_button;
  GtkGrid *form;
  GtkGrid *many_form;
  GtkLabel *many_title;
  GtkButton *all_changes;
  GtkListBox *recent;
  GtkListBox *history;
  YsContactsView *contacts;
  YsCompoundScores *scores;
  YsCompoundVisits *visits;
  GtkPopover *withdraw_popover;
  GtkEntry *withdraw_reason;

  YsSession *session;
  GSimpleActionGroup *actions;
  GArray *ids;       /* (element-type gint64) */
  GPtrArray *drafts; /* (element-type YsDraft): wrong texts of other compounds */
  gboolean saving;   /* the change is this form's own */
  gboolean showing;  /* rows change with the compound: nobody need hear of it */
};

enum
{
  SIGNAL_STEP,
  SIGNAL_LEAVE,
  SIGNAL_WRONG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsCompoundDetail, ys_compound_detail, GTK_TYPE_WIDGET)

static gint64
one_id (YsCompoundDetail *self)
{
  return self->ids->len == 1 ? g_array_index (self->ids, gint64, 0) : 0;
}

/* -- Field rows ------------------------------------------------------------------------------- */

typedef void (*RowFunc) (YsCompoundDetail *self, YsFieldRow *row);

static void
for_each_row (YsCompoundDetail *self, GtkGrid *grid, RowFunc func)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (YS_IS_FIELD_ROW (child))
      func (self, YS_FIELD_ROW (child));
}

static void
show_row (YsCompoundDetail *self, YsFieldRow *row)
{
  const YsField *field = ys_field_row_get_field (row);
  const YsRegistryItem *item
      = ys_registry_find (ys_session_get_registry (self->session), one_id (self));

  if (item == NULL)
    return;
  if (g_str_equal (field->name, "community"))
    ys_field_row_show_text (row, item->community);
  else if (g_str_equal (field->name, "company"))
    ys_field_row_show_text (row, item->company);
  else
    ys_field_row_show (row, item->compound);
  /* Nobody could correct it any more. */
  if (item->compound->withdrawn)
    ys_field_row_restore (row);
  ys_field_row_set_sensitive (row,
                              ys_session_is_writable (self->session) && !item->compound->withdrawn);
}

static void
reset_row (YsCompoundDetail *self, YsFieldRow *row)
{
  ys_field_row_reset (row);
}

static void
clear_row (YsCompoundDetail *self, YsFieldRow *row)
{
  ys_field_row_reset (row);
  ys_field_row_show_text (row, NULL);
  ys_field_row_set_sensitive (row, ys_session_is_writable (self->session));
}

static void
empty_row (YsCompoundDetail *self, YsFieldRow *row)
{
  ys_field_row_show_text (row, NULL);
}

static void
flush_row (YsCompoundDetail *self, YsFieldRow *row)
{
  ys_field_row_flush (row);
}

static void
on_row_commit_cb (YsFieldRow *row, const char *text, YsCompoundDetail *self)
{
  YsEdit edit = { ys_field_row_get_field (row)->name, text };
  g_autoptr (GError) error = NULL;

  /* Among several, an empty field means "as it is". */
  if (self->ids->len == 0 || (self->ids->len > 1 && *text == '\0'))
    return;
  /* The sentence for one field need not name it: it stands beneath it. */
  if (!ys_registry_check (ys_field_row_get_field (row), text, ys_session_today (self->session),
                          &error)
      || !ys_registry_set (ys_session_get_ledger (self->session),
                           (const gint64 *)(gpointer)self->ids->data, self->ids->len, &edit, 1,
                           ys_session_today (self->session), &error))
    {
      ys_field_row_set_wrong (row, error->message);
      return;
    }
  ys_field_row_show_text (row, text);
  self->saving = TRUE;
  ys_session_changed (self->session);
  self->saving = FALSE;
  if (self->ids->len > 1)
    {
      g_autofree char *said
          = g_strdup_printf (_ ("%s of %u compounds was changed"),
                             _ (ys_field_row_get_field (row)->label), self->ids->len);

      ys_session_notify (self->session, said, TRUE);
    }
}

static GStrv
suggest (YsFieldRow *row, const char *text, gpointer user_data)
{
  YsCompoundDetail *self = user_data;
  YsRegistry *registry = ys_session_get_registry (self->session);

  return registry != NULL
             ? ys_registry_suggest (registry, ys_field_row_get_field (row)->name, text, 8)
             : NULL;
}

static void
on_row_wrong_cb (YsFieldRow *row, YsCompoundDetail *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_WRONG], 0);
}

static void
connect_row (YsCompoundDetail *self, YsFieldRow *row)
{
  static const char *const repeated[] = { "community", "company", "manager", "services", NULL };

  if (g_strv_contains (repeated, ys_field_row_get_field (row)->name))
    ys_field_row_set_suggest (row, suggest, self);
  g_signal_connect_object (row, "commit", G_CALLBACK (on_row_commit_cb), self, 0);
  g_signal_connect_object (row, "wrong-changed", G_CALLBACK (on_row_wrong_cb), self, 0);
}

/* -- History ---------------------------------------------------------------------------------- */

static void
show_history (YsCompoundDetail *self)
{
  g_autoptr (GPtrArray) lines
      = ys_history_list (ys_session_get_ledger (self->session), one_id (self), 200, NULL);
  g_autofree char *all = NULL;

  ys_list_box_clear (self->recent);
  ys_list_box_clear (self->history);
  if (lines == NULL)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      const YsAuditLine *line = g_ptr_array_index (lines, i);

      if (i < N_RECENT)
        gtk_list_box_append (self->recent, ys_history_row_new (self->session, line, TRUE));
      gtk_list_box_append (self->history, ys_history_row_new (self->session, line, FALSE));
    }
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "All %u line", "All %u lines", lines->len),
                         lines->len);
  gtk_button_set_label (self->all_changes, all);
  gtk_widget_set_visible (GTK_WIDGET (self->all_changes), lines->len > N_RECENT);
}

static void
on_all_changes_cb (YsCompoundDetail *self)
{
  gtk_stack_set_visible_child_name (self->tabs, "history");
}

/* -- Showing ---------------------------------------------------------------------------------- */

/* Made anew with the one item that fits: GTK leaves an empty place for a hidden one. */
static void
show_menu (YsCompoundDetail *self, gboolean withdrawn)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  if (withdrawn)
    g_menu_append (menu, _ ("Take back into the registry"), "detail.reinstate");
  else
    g_menu_append (menu, _ ("Withdraw…"), "detail.withdraw");
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), ys_session_is_writable (self->session));
}

static void
show_head (YsCompoundDetail *self, const YsRegistryItem *item)
{
  const YsCompound *compound = item->compound;
  g_autofree char *reason = NULL;
  g_autofree char *on = ys_date_to_iso (compound->withdrawn_on);

  gtk_label_set_text (self->title, compound->name);
  gtk_widget_set_visible (GTK_WIDGET (self->class_chip), compound->class != YS_CLASS_UNKNOWN);
  if (compound->class != YS_CLASS_UNKNOWN)
    ys_chip_set (self->class_chip, ys_choice_label (ys_class_choices, compound->class), "grey",
                 NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->party_chip), compound->party_branch == YS_ANSWER_YES);
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawn_chip), compound->withdrawn);
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawn_reason), compound->withdrawn);
  if (compound->withdrawn)
    {
      reason = g_strdup_printf (_ ("Withdrawn on %s: %s"), on != NULL ? on : "—",
                                compound->withdrawn_reason);
      gtk_label_set_text (self->withdrawn_reason, reason);
    }
  show_menu (self, compound->withdrawn);
}

void
ys_compound_detail_refresh (YsCompoundDetail *self)
{
  const YsRegistryItem *item;

  g_return_if_fail (YS_IS_COMPOUND_DETAIL (self));

  if (self->session == NULL)
    return;
  if (self->ids->len > 1)
    {
      /* What was undone must not look as if it stood. */
      if (!self->saving)
        for_each_row (self, self->many_form, empty_row);
      return;
    }
  item = ys_registry_find (ys_session_get_registry (self->session), one_id (self));
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "one" : "none");
  if (item == NULL)
    return;
  show_head (self, item);
  for_each_row (self, self->form, show_row);
  show_history (self);
  ys_contacts_view_show (self->contacts, self->session, one_id (self));
  ys_compound_scores_show (self->scores, one_id (self));
  ys_compound_visits_show (self->visits, self->session, one_id (self));
}

static void
show_many (YsCompoundDetail *self)
{
  g_autofree char *text = g_strdup_printf (_ ("%u compounds selected"), self->ids->len);

  gtk_label_set_text (self->many_title, text);
  for_each_row (self, self->many_form, clear_row);
  gtk_stack_set_visible_child_name (self->stack, "many");
}

void
ys_compound_detail_show (YsCompoundDetail *self, const gint64 *ids, guint n)
{
  g_return_if_fail (YS_IS_COMPOUND_DETAIL (self));

  if (n == self->ids->len && n > 0 && memcmp (ids, self->ids->data, n * sizeof *ids) == 0)
    return;
  ys_compound_detail_flush (self);
  if (one_id (self) != 0)
    ys_drafts_keep (self->drafts, one_id (self), self->form);
  self->showing = TRUE;
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids, n);
  for_each_row (self, self->form, reset_row);
  if (n > 1)
    show_many (self);
  else
    ys_compound_detail_refresh (self);
  if (one_id (self) != 0)
    ys_drafts_bring_back (self->drafts, one_id (self), self->form);
  self->showing = FALSE;
  g_signal_emit (self, signals[SIGNAL_WRONG], 0);
}

char *
ys_compound_detail_describe_wrong (YsCompoundDetail *self)
{
  g_return_val_if_fail (YS_IS_COMPOUND_DETAIL (self), NULL);

  if (self->session == NULL)
    return NULL;
  return ys_drafts_describe (self->drafts, ys_session_get_registry (self->session), one_id (self),
                             self->form);
}

gint64
ys_compound_detail_next_wrong (YsCompoundDetail *self, const char **out_field)
{
  gint64 id;

  g_return_val_if_fail (YS_IS_COMPOUND_DETAIL (self), 0);

  *out_field = ys_drafts_wrong_field (self->form);
  id = one_id (self);
  return *out_field != NULL ? id : ys_drafts_first (self->drafts, id, out_field);
}

gboolean
ys_compound_detail_flush (YsCompoundDetail *self)
{
  gboolean ok = TRUE;

  g_return_val_if_fail (YS_IS_COMPOUND_DETAIL (self), TRUE);

  if (self->session == NULL || self->ids->len == 0)
    return TRUE;
  for_each_row (self, self->ids->len > 1 ? self->many_form : self->form, flush_row);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->form)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ok = ok && !ys_field_row_is_wrong (YS_FIELD_ROW (child));
  return ok;
}

void
ys_compound_detail_focus (YsCompoundDetail *self, const char *field)
{
  GtkGrid *grid;

  g_return_if_fail (YS_IS_COMPOUND_DETAIL (self));

  grid = self->ids->len > 1 ? self->many_form : self->form;
  gtk_stack_set_visible_child_name (self->tabs, "form");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (field == NULL || g_str_equal (ys_field_row_get_field (YS_FIELD_ROW (child))->name, field))
      {
        ys_field_row_grab_focus (YS_FIELD_ROW (child));
        return;
      }
}

/* Starts behind the row that has the focus and comes round to it. */
void
ys_compound_detail_focus_next_blank (YsCompoundDetail *self)
{
  const YsRegistryItem *item;
  YsFieldRow *first = NULL;
  YsFieldRow *next = NULL;
  gboolean behind = FALSE;

  g_return_if_fail (YS_IS_COMPOUND_DETAIL (self));

  item = self->session != NULL
             ? ys_registry_find (ys_session_get_registry (self->session), one_id (self))
             : NULL;
  if (item == NULL)
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->form)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      YsFieldRow *row = YS_FIELD_ROW (child);
      gboolean wanted = ys_field_row_is_wrong (row)
                        || ys_registry_item_is_blank (item, ys_field_row_get_field (row)->name);

      if (wanted && first == NULL)
        first = row;
      if (wanted && behind && next == NULL)
        next = row;
      if (gtk_widget_get_focus_child (child) != NULL
          && gtk_widget_get_focus_child (GTK_WIDGET (self->form)) == child)
        behind = TRUE;
    }
  gtk_stack_set_visible_child_name (self->tabs, "form");
  if (next != NULL || first != NULL)
    ys_field_row_grab_focus (next != NULL ? next : first);
}

/* -- Actions ---------------------------------------------------------------------------------- */

static void
on_previous_cb (YsCompoundDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, -1);
}

static void
on_next_cb (YsCompoundDetail *self)
{
  g_signal_emit (self, signals[SIGNAL_STEP], 0, 1);
}

static void
on_withdraw_clicked_cb (YsCompoundDetail *self)
{
  g_autoptr (GError) error = NULL;

  if (!ys_registry_withdraw (ys_session_get_ledger (self->session), one_id (self),
                             gtk_editable_get_text (GTK_EDITABLE (self->withdraw_reason)),
                             ys_session_today (self->session), &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->withdraw_reason), "error");
      gtk_entry_set_placeholder_text (self->withdraw_reason, error->message);
      return;
    }
  gtk_popover_popdown (self->withdraw_popover);
  ys_session_changed (self->session);
  ys_session_notify (self->session, _ ("Withdrawn; its record is kept"), TRUE);
}

static void
on_withdraw_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCompoundDetail *self = user_data;

  gtk_editable_set_text (GTK_EDITABLE (self->withdraw_reason), "");
  gtk_popover_popup (self->withdraw_popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->withdraw_reason));
}

static void
on_reinstate_activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  YsCompoundDetail *self = user_data;
  g_autoptr (GError) error = NULL;

  if (ys_registry_reinstate (ys_session_get_ledger (self->session), one_id (self), &error))
    ys_session_changed (self->session);
  else
    ys_session_report (self->session, error);
}

static gboolean
on_escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_LEAVE], 0);
  return TRUE;
}

/* -- Life ------------------------------------------------------------------------------------- */

void
ys_compound_detail_load (YsCompoundDetail *self, YsSession *session)
{
  g_return_if_fail (YS_IS_COMPOUND_DETAIL (self));

  if (g_set_object (&self->session, session))
    g_ptr_array_set_size (self->drafts, 0);
  ys_compound_scores_load (self->scores, session);
}

static void
ys_compound_detail_dispose (GObject *object)
{
  YsCompoundDetail *self = YS_COMPOUND_DETAIL (object);

  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  if (self->withdraw_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->withdraw_popover));
  self->withdraw_popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_COMPOUND_DETAIL);

  G_OBJECT_CLASS (ys_compound_detail_parent_class)->dispose (object);
}

static void
ys_compound_detail_finalize (GObject *object)
{
  YsCompoundDetail *self = YS_COMPOUND_DETAIL (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);

  G_OBJECT_CLASS (ys_compound_detail_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, stack);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, tabs);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, title);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, class_chip);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, party_chip);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, withdrawn_chip);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, withdrawn_reason);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, menu_button);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, form);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, many_form);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, many_title);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, all_changes);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, recent);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, history);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, contacts);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, scores);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, visits);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, withdraw_popover);
  gtk_widget_class_bind_template_child (widget_class, YsCompoundDetail, withdraw_reason);
}

static void
ys_compound_detail_class_init (YsCompoundDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ys_compound_detail_dispose;
  object_class->finalize = ys_compound_detail_finalize;

  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_WRONG] = g_signal_new ("wrong-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (YS_TYPE_CHIP);
  g_type_ensure (YS_TYPE_COMPOUND_SCORES);
  g_type_ensure (YS_TYPE_COMPOUND_VISITS);
  g_type_ensure (YS_TYPE_CONTACTS_VIEW);
  g_type_ensure (YS_TYPE_FIELD_ROW);
  gtk_widget_class_set_css_name (widget_class, "compound");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/compound-detail.ui"));
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_all_changes_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape_cb, NULL);
}

static void
ys_compound_detail_init (YsCompoundDetail *self)
{
  static const GActionEntry entries[] = {
    { "withdraw", on_withdraw_activate_cb, NULL, NULL, NULL, { 0 } },
    { "reinstate", on_reinstate_activate_cb, NULL, NULL, NULL, { 0 } },
  };

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->drafts = ys_drafts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->withdraw_popover), GTK_WIDGET (self->menu_button));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "detail", G_ACTION_GROUP (self->actions));
  for_each_row (self, self->form, connect_row);
  for_each_row (self, self->many_form, connect_row);
  gtk_stack_set_visible_child_name (self->stack, "none");
}
