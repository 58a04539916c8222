/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wrong entry keeps its text and says beneath what to write. A step of many rows runs in a thread
 * as one change; cancelled, it leaves nothing. */
#include "config.h"

#include "step-popover.h"

#include <glib/gi18n-lib.h>

#include "finding-job.h"
#include "instant-read.h"
#include "look.h"
#include "resources.h"
#include "step-kinds.h"
#include "widget-help.h"
#include "work-list.h"

/* So many are done on the main loop. */
#define AT_ONCE 20

struct _YsStepPopover
{
  GtkPopover parent_instance;

  GtkLabel *title;
  GtkLabel *text_label;
  GtkEntry *text;
  GtkLabel *until_label;
  GtkEntry *until;
  GtkLabel *person_label;
  GtkEntry *person;
  GtkEntry *at;
  GtkLabel *error;
  GtkButton *accept;

  YsSession *session; /* (nullable) weak: GTK keeps a popover that the pointer was over */
  const YsStepKind *kind;
  YsStepAsks asks;
  gboolean is_case;
  GArray *ids;       /* (element-type gint64) */
  char *last_person; /* (nullable): offered again */
};

G_DEFINE_FINAL_TYPE (YsStepPopover, ys_step_popover, GTK_TYPE_POPOVER)

/* -- Many ------------------------------------------------------------------------------------- */

typedef struct
{
  GArray *ids;
  YsStep step;
  char *person;
  char *text;
  char *said;
  YsInstant now;
} Many;

static void
many_free (gpointer data)
{
  Many *many = data;

  g_array_unref (many->ids);
  g_free (many->person);
  g_free (many->text);
  g_free (many->said);
  g_free (many);
}

/* (transfer full): what is said, and what a recheck comes too late for. */
static char *
add_notes (YsLedger *ledger, const GArray *ids, int kind, const char *said)
{
  g_autoptr (GPtrArray) notes
      = kind == YS_EVENT_PASSED
            ? ys_finding_frozen_notes (ledger, (const gint64 *)(gconstpointer)ids->data, ids->len,
                                       NULL)
            : NULL;
  GString *text = g_string_new (said);

  /* More than a few are not read at the foot of a window. */
  for (guint i = 0; notes != NULL && i < MIN (notes->len, 3); i++)
    g_string_append_printf (text, "\n%s", (const char *)notes->pdata[i]);
  return g_string_free (text, FALSE);
}

/* In a thread. */
static gpointer
take_many (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Many *many = data;

  if (!ys_work_take_step (ledger, (const gint64 *)(gpointer)many->ids->data, many->ids->len,
                          &many->step, many->now, progress, progress_data, cancellable, error))
    return NULL;
  return add_notes (ledger, many->ids, many->step.kind, many->said);
}

static void
on_many_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *said = ys_session_run_finish (session, result, &error);

  if (said != NULL)
    {
      ys_session_changed (session);
      ys_session_notify (session, said, TRUE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ys_session_report (session, error);
}

/* -- One -------------------------------------------------------------------------------------- */

static void
refuse (YsStepPopover *self, GtkEntry *entry, const char *sentence)
{
  gtk_label_set_label (self->error, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
  if (entry == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static const char *
text_of (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  return *text != '\0' ? text : NULL;
}

static gboolean
read_when (YsStepPopover *self, GtkEntry *entry, YsInstant *out_instant)
{
  g_autofree char *reason = NULL;

  *out_instant = 0;
  if (text_of (entry) == NULL)
    return TRUE;
  if (ys_instant_read (text_of (entry), ys_session_now (self->session), out_instant, &reason))
    return TRUE;
  refuse (self, entry, reason);
  return FALSE;
}

static gboolean
read_step (YsStepPopover *self, YsStep *step)
{
  *step = (YsStep){ .kind = (int)self->kind->kind };
  step->text = text_of (self->text);
  if ((self->asks & YS_ASK_PERSON) != 0)
    step->person = text_of (self->person);
  if ((self->asks & YS_ASK_REASON) != 0 && step->text == NULL)
    {
      refuse (self, self->text, _ ("This is empty. Write it in a few words."));
      return FALSE;
    }
  if (!read_when (self, self->at, &step->at))
    return FALSE;
  if ((self->asks & YS_ASK_UNTIL) == 0)
    return TRUE;
  if (!read_when (self, self->until, &step->until))
    return FALSE;
  if (step->until == 0)
    refuse (self, self->until, _ ("The new deadline is missing. Write it as 10-15 17:30."));
  return step->until != 0;
}

/* (transfer full): what is said afterwards. */
static char *
describe (YsStepPopover *self)
{
  const char *label = ys_step_label ((int)self->kind->kind, self->is_case);

  if (self->ids->len == 1)
    /* Translators: a step that was taken: "Recheck passed: recorded". */
    return g_strdup_printf (_ ("%s: recorded"), label);
  /* Translators: a step that was taken, for how many. */
  return g_strdup_printf (_ ("%s: recorded for %u"), label, self->ids->len);
}

static void
take_in_thread (YsStepPopover *self, const YsStep *step)
{
  Many *many = g_new0 (Many, 1);

  many->ids = g_array_ref (self->ids);
  many->step = *step;
  many->person = g_strdup (step->person);
  many->text = g_strdup (step->text);
  many->step.person = many->person;
  many->step.text = many->text;
  many->said = describe (self);
  many->now = ys_session_now (self->session);
  ys_session_run_async (self->session, ys_step_label ((int)self->kind->kind, self->is_case),
                        take_many, many, many_free, g_free, on_many_taken_cb, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_accept_clicked_cb (YsStepPopover *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *told = NULL;
  g_autofree char *said = NULL;
  YsStep step;

  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
  if (self->session == NULL || !read_step (self, &step))
    return;
  g_free (self->last_person);
  self->last_person = g_strdup (step.person);
  if (self->ids->len > AT_ONCE)
    {
      take_in_thread (self, &step);
      return;
    }
  if (!ys_work_take_step (ys_session_get_ledger (self->session),
                          (const gint64 *)(gpointer)self->ids->data, self->ids->len, &step,
                          ys_session_now (self->session), NULL, NULL, NULL, &error))
    {
      refuse (self, NULL, error->message);
      return;
    }
  told = describe (self);
  said = add_notes (ys_session_get_ledger (self->session), self->ids, step.kind, told);
  gtk_popover_popdown (GTK_POPOVER (self));
  ys_session_changed (self->session);
  ys_session_notify (self->session, said, TRUE);
}

static void
on_entry_changed_cb (YsStepPopover *self, GtkEditable *entry)
{
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

/* -- Asking ----------------------------------------------------------------------------------- */

static void
show_questions (YsStepPopover *self)
{
  gboolean asks_person = (self->asks & YS_ASK_PERSON) != 0;
  gboolean asks_until = (self->asks & YS_ASK_UNTIL) != 0;
  g_autofree char *at = ys_instant_to_typed (ys_session_now (self->session));
  const char *text_label = _ (self->kind->text_label);

  gtk_label_set_label (self->text_label, text_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text_label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->person), asks_person);
  gtk_widget_set_visible (GTK_WIDGET (self->person_label), asks_person);
  gtk_widget_set_visible (GTK_WIDGET (self->until), asks_until);
  gtk_widget_set_visible (GTK_WIDGET (self->until_label), asks_until);
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_editable_set_text (GTK_EDITABLE (self->until), "");
  gtk_editable_set_text (GTK_EDITABLE (self->person), self->last_person != NULL
                                                          ? self->last_person
                                                          : ys_session_get_user (self->session));
  gtk_editable_set_text (GTK_EDITABLE (self->at), at);
  gtk_widget_set_visible (GTK_WIDGET (self->error), FALSE);
}

static void
point_at (YsStepPopover *self, GtkWidget *anchor)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GdkRectangle rectangle;

  if (parent == NULL || !gtk_widget_compute_bounds (anchor, parent, &bounds))
    return;
  rectangle = (GdkRectangle){ (int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                              (int)bounds.size.height };
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &rectangle);
}

void
ys_step_popover_ask (YsStepPopover *self,
                     YsSession *session,
                     GtkWidget *anchor,
                     int event_kind,
                     const gint64 *ids,
                     guint n_ids)
{
  g_autofree char *title = NULL;
  const char *label;

  g_return_if_fail (YS_IS_STEP_POPOVER (self));
  g_return_if_fail (ys_step_kind (event_kind) != NULL && n_ids > 0);

  g_set_weak_pointer (&self->session, session);
  self->kind = ys_step_kind (event_kind);
  self->is_case = ids[0] < 0;
  self->asks = self->is_case ? self->kind->case_asks : self->kind->asks;
  g_clear_pointer (&self->ids, g_array_unref);
  self->ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_ids);
  g_array_append_vals (self->ids, ids, n_ids);
  label = ys_step_label (event_kind, self->is_case);
  title = n_ids == 1 ? g_strdup (label) : g_strdup_printf (_ ("%s, %u rows"), label, n_ids);
  gtk_label_set_label (self->title, title);
  gtk_button_set_label (self->accept, label);
  show_questions (self);
  point_at (self, anchor);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET ((self->asks & YS_ASK_UNTIL) != 0 ? self->until : self->text));
}

static void
ys_step_popover_dispose (GObject *object)
{
  YsStepPopover *self = YS_STEP_POPOVER (object);

  g_clear_weak_pointer (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_STEP_POPOVER);

  G_OBJECT_CLASS (ys_step_popover_parent_class)->dispose (object);
}

static void
ys_step_popover_finalize (GObject *object)
{
  YsStepPopover *self = YS_STEP_POPOVER (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self->last_person);

  G_OBJECT_CLASS (ys_step_popover_parent_class)->finalize (object);
}

static void
ys_step_popover_class_init (YsStepPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_step_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_step_popover_finalize;
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/step-popover.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, title);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, text_label);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, text);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, until_label);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, until);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, person_label);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, person);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, at);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, error);
  gtk_widget_class_bind_template_child (widget_class, YsStepPopover, accept);
  gtk_widget_class_bind_template_callback (widget_class, on_accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_changed_cb);
}

static void
ys_step_popover_init (YsStepPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
