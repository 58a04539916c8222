/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fault costs only once a person confirmed it [002 §4.1(2)-(6)]: confirming keeps the sentence of
 * the proposal as its reason, rejecting asks for one. */
#include "config.h"

#include "fault-card.h"

#include <glib/gi18n-lib.h>

#include "chip.h"
#include "look.h"
#include "resources.h"
#include "work-words.h"

struct _YsFaultCard
{
  GtkWidget parent_instance;

  YsChip *chip;
  GtkLabel *sentence;
  GtkFlowBox *evidence;
  GtkButton *confirm;
  GtkMenuButton *reject;
  GtkPopover *popover;
  GtkEntry *reason;
  GtkLabel *error;
  GtkButton *take_back;

  YsSession *session;
  gint64 case_id;
  int fault;
};

enum
{
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YsFaultCard, ys_fault_card, GTK_TYPE_WIDGET)

char *
ys_fault_sentence (const YsCaseView *view, const YsFaultProposal *proposal)
{
  guint n = proposal->evidence != NULL ? proposal->evidence->len : 0;

  switch ((YsFault)proposal->fault)
    {
    case YS_FAULT_OVERDUE:
      return g_strdup (view->one.replied_at != 0 ? _ ("Replied after its deadline")
                                                 : _ ("No reply by its deadline"));
    case YS_FAULT_PASSING:
      return g_strdup (_ ("The objection was overruled: the office is responsible"));
    case YS_FAULT_REPEATED:
      return g_strdup_printf (_ ("The third report of one problem in month %d (%u reports)"),
                              proposal->month.month, n);
    case YS_FAULT_VERIFICATION:
      return g_strdup (_ ("A verification failed"));
    case YS_FAULT_KEY:
      return g_strdup_printf (_ ("More than three reports of one problem in month %d (%u reports)"),
                              proposal->month.month, n);
    case YS_FAULT_UNKNOWN:
      break;
    }
  return g_strdup ("");
}

/* -- Deciding --------------------------------------------------------------------------------- */

static gboolean
decide (YsFaultCard *self, int decision, const char *reason)
{
  /* The card itself goes with the refresh. */
  g_autoptr (YsSession) session = g_object_ref (self->session);
  g_autoptr (GError) error = NULL;
  const char *fault = ys_choice_label (ys_fault_choices, self->fault);
  g_autofree char *points = ys_work_deduction (YS_FAULT_POINTS);
  g_autofree char *said = NULL;

  if (!ys_case_decide_fault (ys_session_get_ledger (session), self->case_id, self->fault, decision,
                             reason, ys_session_now (session), &error))
    {
      ys_session_report (session, error);
      return FALSE;
    }
  if (decision == YS_DECISION_CONFIRMED)
    /* Translators: a fault, its points: "Overdue: confirmed, −2.00". */
    said = g_strdup_printf (_ ("%s: confirmed, %s"), fault, points);
  else if (decision == YS_DECISION_REJECTED)
    said = g_strdup_printf (_ ("%s: rejected"), fault);
  else
    said = g_strdup_printf (_ ("%s: the decision was taken back"), fault);
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
  return TRUE;
}

static void
on_confirm_clicked_cb (YsFaultCard *self)
{
  decide (self, YS_DECISION_CONFIRMED, gtk_label_get_label (self->sentence));
}

static void
on_reject_clicked_cb (YsFaultCard *self)
{
  g_autofree char *reason = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));

  g_strstrip (reason);
  if (*reason == '\0')
    {
      gtk_label_set_label (self->error, _ ("The reason is empty. Write why it is no fault."));
      gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason));
      return;
    }
  gtk_popover_popdown (self->popover);
  decide (self, YS_DECISION_REJECTED, reason);
}

static void
on_take_back_clicked_cb (YsFaultCard *self)
{
  decide (self, YS_DECISION_NONE, NULL);
}

static void
on_popover_show_cb (YsFaultCard *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/* -- Evidence --------------------------------------------------------------------------------- */

static void
on_evidence_clicked_cb (YsFaultCard *self, GtkButton *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "case");

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, -*id);
}

static void
add_link (YsFaultCard *self, const char *number, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_label (number);

  gtk_widget_add_css_class (button, "link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "case", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_evidence_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->evidence, button);
}

static void
show_evidence (YsFaultCard *self, const YsFaultProposal *proposal)
{
  YsLedger *ledger = ys_session_get_ledger (self->session);

  for (guint i = 0; proposal->evidence != NULL && i < proposal->evidence->len; i++)
    {
      gint64 id = g_array_index (proposal->evidence, gint64, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (YsCaseView) other = NULL;

      if (id == self->case_id)
        continue;
      other = ys_case_load (ledger, id, ys_session_now (self->session), &error);
      if (other != NULL)
        add_link (self, other->one.number, id);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->evidence),
                          gtk_flow_box_get_child_at_index (self->evidence, 0) != NULL);
}

/* -- Making ----------------------------------------------------------------------------------- */

static YsFaultCard *
make (YsSession *session, const YsCaseView *view, int fault)
{
  YsFaultCard *self = g_object_new (YS_TYPE_FAULT_CARD, NULL);

  self->session = g_object_ref (session);
  self->case_id = view->one.id;
  self->fault = fault;
  return self;
}

GtkWidget *
ys_fault_card_new_proposed (YsSession *session,
                            const YsCaseView *view,
                            const YsFaultProposal *proposal)
{
  YsFaultCard *self = make (session, view, proposal->fault);
  g_autofree char *sentence = ys_fault_sentence (view, proposal);
  gboolean writable = ys_session_is_writable (session);
  const char *tone;
  guint n;
  g_autofree char *words = ys_work_fault_words (0, 1u << proposal->fault, &tone, &n);

  ys_chip_set (self->chip, words, "amber", NULL);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reject), writable);
  gtk_widget_set_visible (GTK_WIDGET (self->take_back), FALSE);
  show_evidence (self, proposal);
  return GTK_WIDGET (self);
}

GtkWidget *
ys_fault_card_new_decided (YsSession *session, const YsCaseView *view, const YsCaseFault *fault)
{
  YsFaultCard *self = make (session, view, fault->fault);
  gboolean confirmed = fault->decision == YS_DECISION_CONFIRMED;
  g_autofree char *points = ys_work_deduction (YS_FAULT_POINTS);
  g_autofree char *words
      = g_strdup_printf ("%s %s", ys_choice_label (ys_fault_choices, fault->fault),
                         confirmed ? points
                                   : ys_choice_label (ys_decision_choices, YS_DECISION_REJECTED));
  g_autofree char *when = ys_work_when (fault->at, ys_session_now (session));
  g_autofree char *sentence = g_strdup_printf ("%s · %s %s", fault->reason,
                                               fault->person != NULL ? fault->person : "", when);

  ys_chip_set (self->chip, words, confirmed ? "red" : "grey", NULL);
  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->reject), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->take_back), ys_session_is_writable (session));
  gtk_widget_add_css_class (GTK_WIDGET (self), "decided");
  return GTK_WIDGET (self);
}

static void
ys_fault_card_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&YS_FAULT_CARD (object)->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_FAULT_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_fault_card_parent_class)->dispose (object);
}

static void
ys_fault_card_class_init (YsFaultCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_fault_card_dispose;
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  g_type_ensure (YS_TYPE_CHIP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "faultcard");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/fault-card.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, chip);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, evidence);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, confirm);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, reject);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, popover);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, reason);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, error);
  gtk_widget_class_bind_template_child (widget_class, YsFaultCard, take_back);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reject_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_take_back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show_cb);
}

static void
ys_fault_card_init (YsFaultCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
