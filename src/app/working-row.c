/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is beneath a line is read when it is first opened. */
#include "config.h"

#include "working-row.h"

#include <glib/gi18n-lib.h>

#include "finding-job.h"
#include "look.h"
#include "photo-pair.h"
#include "widget-help.h"
#include "work-words.h"

#define CODE_WIDTH 54

struct _YsWorkingRow
{
  GtkWidget parent_instance;

  GtkToggleButton *head;
  GtkImage *arrow;
  GtkBox *content; /* empty until it is opened */

  YsSession *session;
  gint64 compound_id;
  const YsWorkingLine *line;
  gboolean may_suppose;
};

G_DEFINE_FINAL_TYPE (YsWorkingRow, ys_working_row, GTK_TYPE_WIDGET)

static guint suppose_signal;

char *
ys_signed_points (gint64 points)
{
  g_autofree char *text = ys_hundredths_to_text (ABS (points), FALSE);

  return g_strconcat (points < 0 ? "−" : points > 0 ? "+" : "", text, NULL);
}

/* -- What is beneath -------------------------------------------------------------------------- */

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), g_str_equal (class, "small"));
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Short ones stand two in a line. */
static void
add_fact (YsWorkingRow *self, const char *what, const char *value, gboolean is_short)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->content));
  GtkWidget *box;

  if (value == NULL || *value == '\0')
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_box_append (GTK_BOX (box), new_label (what, "hint"));
  gtk_box_append (GTK_BOX (box), new_label (value, "small"));
  if (is_short
      && (last == NULL || !gtk_widget_has_css_class (last, "facts-line")
          || gtk_widget_get_first_child (last) != gtk_widget_get_last_child (last)))
    {
      last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      gtk_widget_add_css_class (last, "facts-line");
      gtk_box_set_homogeneous (GTK_BOX (last), TRUE);
      gtk_box_append (self->content, last);
    }
  gtk_box_append (is_short ? GTK_BOX (last) : self->content, box);
}

/* (transfer full): 2 处 × 1.00 = 2.00 */
static char *
sum_text (const YsWorkingLine *line)
{
  g_autofree char *each = ys_hundredths_to_text (line->each, FALSE);
  g_autofree char *points = ys_signed_points (line->points);

  if (line->each == 0 || line->count == 0)
    return g_strdup (points);
  /* Translators: occurrences × points of each → what counts, which may be doubled. */
  return g_strdup_printf (_ ("%d × %s → %s"), (int)line->count, each, points);
}

static void
add_finding_facts (YsWorkingRow *self)
{
  YsInstant now = ys_session_now (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFindingView) view
      = ys_finding_load (ys_session_get_ledger (self->session), self->line->ref, now, &error);
  g_autofree char *limit = NULL;
  g_autofree char *deadline = NULL;
  g_autofree char *title = NULL;
  g_autofree char *rectified = NULL;

  if (view == NULL)
    {
      add_fact (self, _ ("Finding"), error->message, FALSE);
      return;
    }
  limit = ys_limit_to_official (view->limit);
  deadline = ys_work_when (view->finding.deadline, now);
  /* Translators: %s is a time limit such as 4 hours. */
  title = g_strdup_printf (_ ("Deadline (%s)"), limit);
  add_fact (self, _ ("Filing condition"), view->criterion, FALSE);
  if (view->finding.deadline != 0)
    add_fact (self, title, deadline, TRUE);
  if (view->finding.rectified_at != 0)
    {
      rectified = ys_work_when (view->finding.rectified_at, now);
      add_fact (self, _ ("Rectified"), rectified, TRUE);
    }
  else if (view->finding.state != YS_FINDING_WITHDRAWN)
    add_fact (self, _ ("Rectified"), _ ("not yet"), TRUE);
  add_fact (self, _ ("Responsible"), view->unit, FALSE);
}

static gboolean
is_finding (const YsWorkingLine *line)
{
  return line->kind == YS_WORKING_FINDING || line->kind == YS_WORKING_SECOND
         || (line->kind == YS_WORKING_WITHDRAWN && line->case_id == 0);
}

static void
add_photos (YsWorkingRow *self)
{
  GtkWidget *photos;

  if (self->line->n_photos == 0)
    return;
  photos = ys_photo_pair_new ();
  gtk_box_append (self->content, photos);
  ys_photo_pair_show (YS_PHOTO_PAIR (photos), self->session,
                      is_finding (self->line) ? self->line->ref : 0, self->line->case_id);
}

/* -- Leading on ------------------------------------------------------------------------------- */

static void
on_open_clicked_cb (YsWorkingRow *self)
{
  const YsWorkingLine *line = self->line;
  g_autofree char *field = NULL;

  if (is_finding (line) || line->kind == YS_WORKING_FAULT)
    {
      field = g_strdup_printf ("id:%" G_GINT64_FORMAT,
                               is_finding (line) ? line->ref : -line->case_id);
      ys_session_go (self->session, "cases", 0, field);
    }
  else
    ys_session_go (self->session, "scores", self->compound_id, line->code);
}

static void
suppose (YsWorkingRow *self, const char *what)
{
  g_autofree char *text = g_strdup_printf ("%s=%" G_GINT64_FORMAT, what, self->line->ref);

  g_signal_emit (self, suppose_signal, 0, text);
}

static void
on_drop_clicked_cb (YsWorkingRow *self)
{
  suppose (self, "drop");
}

static void
on_rectify_clicked_cb (YsWorkingRow *self)
{
  suppose (self, "rectify");
}

static GtkWidget *
add_button (YsWorkingRow *self, GtkWidget *box, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "small");
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_buttons (YsWorkingRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *trials = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gboolean to_cases = is_finding (self->line) || self->line->kind == YS_WORKING_FAULT;

  add_button (self, box, to_cases ? _ ("Open in Cases") : _ ("Open in Scores"),
              G_CALLBACK (on_open_clicked_cb));
  if (self->may_suppose
      && (self->line->kind == YS_WORKING_FINDING || self->line->kind == YS_WORKING_SECOND))
    {
      add_button (self, trials, _ ("Try without it"), G_CALLBACK (on_drop_clicked_cb));
      add_button (self, trials, _ ("Try as rectified in time"), G_CALLBACK (on_rectify_clicked_cb));
    }
  gtk_box_append (self->content, box);
  gtk_widget_set_visible (trials, gtk_widget_get_first_child (trials) != NULL);
  gtk_box_append (self->content, trials);
}

static void
fill (YsWorkingRow *self)
{
  const YsWorkingLine *line = self->line;
  g_autofree char *sum = sum_text (line);
  g_autofree char *rule = NULL;

  if (gtk_widget_get_first_child (GTK_WIDGET (self->content)) != NULL)
    return;
  if (is_finding (line))
    add_finding_facts (self);
  add_fact (self, _ ("Place"), line->place, TRUE);
  add_fact (self, _ ("Points"), sum, TRUE);
  if (line->rule != NULL)
    rule = g_strdup_printf ("[%s]", line->rule);
  add_fact (self, _ ("Rule"), rule, TRUE);
  add_photos (self);
  add_buttons (self);
}

/* -- Head ------------------------------------------------------------------------------------- */

static void
on_toggled_cb (YsWorkingRow *self)
{
  gboolean open = gtk_toggle_button_get_active (self->head);

  if (open)
    fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self->content), open);
  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static GtkWidget *
new_words (const YsWorkingLine *line)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (line->name != NULL ? line->name : line->code);
  GtkWidget *detail = gtk_label_new (line->detail);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (detail, "hint");
  gtk_widget_set_tooltip_text (detail, line->detail);
  gtk_widget_set_visible (detail, line->detail != NULL);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), detail);
  return words;
}

static void
make_head (YsWorkingRow *self)
{
  const YsWorkingLine *line = self->line;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* A title's code is no word. */
  const char *word = line->kind == YS_WORKING_BONUS ? C_ ("bonus", "Title") : line->code;
  GtkWidget *code = gtk_label_new (word);
  g_autofree char *points = ys_signed_points (line->points);
  g_autofree char *spoken = g_strdup_printf ("%s %s %s %s", line->code != NULL ? line->code : "",
                                             line->name != NULL ? line->name : "",
                                             line->detail != NULL ? line->detail : "", points);
  GtkWidget *figure = gtk_label_new (points);

  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_label_set_ellipsize (GTK_LABEL (code), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (code), 5);
  gtk_label_set_max_width_chars (GTK_LABEL (code), 5);
  gtk_widget_set_size_request (code, ys_look_scaled (CODE_WIDTH), -1);
  gtk_widget_add_css_class (code, "code");
  gtk_widget_add_css_class (figure, line->points < 0 ? "red" : line->points > 0 ? "green" : "dim");
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), new_words (line));
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_button_set_child (GTK_BUTTON (self->head), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->head), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

static void
ys_working_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&YS_WORKING_ROW (object)->session);

  G_OBJECT_CLASS (ys_working_row_parent_class)->dispose (object);
}

static void
ys_working_row_class_init (YsWorkingRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_working_row_dispose;
  suppose_signal = g_signal_new ("suppose", YS_TYPE_WORKING_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "workingrow");
}

static void
ys_working_row_init (YsWorkingRow *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (
                                      gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->head = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "working");
  self->arrow = GTK_IMAGE (gtk_image_new_from_icon_name ("pan-end-symbolic"));
  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "working-content");
  gtk_widget_set_visible (GTK_WIDGET (self->content), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
  g_signal_connect_swapped (self->head, "toggled", G_CALLBACK (on_toggled_cb), self);
}

GtkWidget *
ys_working_row_new (YsSession *session,
                    gint64 compound_id,
                    const YsWorkingLine *line,
                    gboolean may_suppose)
{
  YsWorkingRow *self;

  g_return_val_if_fail (YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (YS_TYPE_WORKING_ROW, NULL);
  self->session = g_object_ref (session);
  self->compound_id = compound_id;
  self->line = line;
  self->may_suppose = may_suppose;
  make_head (self);
  return GTK_WIDGET (self);
}

void
ys_working_row_set_open (YsWorkingRow *self, gboolean open)
{
  g_return_if_fail (YS_IS_WORKING_ROW (self));

  gtk_toggle_button_set_active (self->head, open);
}
