/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head is there at once, the lines come from a thread and are made between frames. */
#include "config.h"

#include "standing-detail.h"

#include <glib/gi18n-lib.h>

#include "composition-cell.h"
#include "standing-list.h"
#include "working-row.h"

/* Lines made at once. */
#define AT_ONCE 8

typedef enum
{
  GROUP_LONG,
  GROUP_PROPERTY,
  GROUP_GIVEN, /* extras and the survey: property's too */
  GROUP_BONUS,
  GROUP_WITHDRAWN,
  N_GROUPS
} Group;

struct _YsStandingDetail
{
  GtkWidget parent_instance;

  GtkBox *head;
  GtkBox *lines;
  GtkWidget *first_row;

  YsSession *session;
  YsStanding *standing;
  YsStanding *trial;
  gint64 compound_id;
  GCancellable *reading;
  GPtrArray *working; /* (nullable) (element-type YsWorkingLine) */
  guint group;        /* the next to be made */
  guint next;         /* line of it */
  guint source;
};

G_DEFINE_FINAL_TYPE (YsStandingDetail, ys_standing_detail, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SUPPOSE,
  SIGNAL_PAY,
  SIGNAL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
new_label (const char *text, const char *class, float align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* -- Head ------------------------------------------------------------------------------------- */

static GtkWidget *
new_title (const YsStandingRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *name = new_label (row->name, "title-16", 0);
  GtkWidget *rank;
  g_autofree char *score = ys_hundredths_to_text (row->score.score, FALSE);
  /* Translators: %u is a rank. */
  g_autofree char *place
      = row->rank != 0 ? g_strdup_printf (_ ("rank %u"), row->rank) : g_strdup (_ ("not assessed"));

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  rank = new_label (place, "dim", 0);
  gtk_widget_set_hexpand (rank, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), rank);
  gtk_box_append (GTK_BOX (box),
                  new_label (row->score.assessed ? score : "—", "standing-score", 1));
  return box;
}

/* "Long-term  95.00 × 60%   57.00" */
static void
add_part (YsStandingDetail *self, const char *what, const char *working, const char *result)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = new_label (working, "small", 0);

  gtk_widget_add_css_class (middle, "dim");
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (middle), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), new_label (what, "small", 0));
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), new_label (result, "small", 1));
  gtk_box_append (self->head, box);
}

static void
add_weighted (YsStandingDetail *self, const char *what, gint64 points, gint64 weight)
{
  g_autofree char *text = ys_hundredths_to_text (points, FALSE);
  g_autofree char *share = ys_weight_text (weight);
  g_autofree char *working = g_strdup_printf ("%s × %s", text, share);
  g_autofree char *result = NULL;
  gint64 product = points * weight;

  /* Exact to four decimals; two where that is all. */
  result = product % 10000 == 0
               ? ys_hundredths_to_text (product / 10000, FALSE)
               : g_strdup_printf ("%s%" G_GINT64_FORMAT ".%04d", product < 0 ? "-" : "",
                                  ABS (product) / 1000000, (int)(ABS (product) % 1000000 / 100));
  add_part (self, what, working, result);
}

static void
add_trial (YsStandingDetail *self, const YsStandingRow *row)
{
  const YsStandingRow *trial
      = self->trial != NULL ? ys_standing_find (self->trial, self->compound_id) : NULL;
  g_autofree char *score = NULL;
  g_autofree char *delta = NULL;
  g_autofree char *rank = NULL;

  if (trial == NULL || !trial->score.assessed)
    return;
  score = ys_hundredths_to_text (trial->score.score, FALSE);
  delta = ys_signed_points (trial->score.score - row->score.score);
  rank = g_strdup_printf (_ ("rank %u (%s)"), trial->rank, delta);
  add_part (self, _ ("Trial"), rank, score);
}

static void
on_pay_clicked_cb (YsStandingDetail *self, GtkWidget *button)
{
  g_signal_emit (self, signals[SIGNAL_PAY], 0, self->compound_id,
                 GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "prize")));
}

static void
add_award (YsStandingDetail *self, int prize, gint64 amount)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Payout list…"));
  GtkWidget *name = new_label (ys_standing_prize_name (self->standing, prize), "small", 0);
  g_autofree char *money = ys_standing_money (amount);
  g_autofree char *text = g_strdup_printf (_ ("%s yuan"), money);
  GtkWidget *figure = new_label (text, "small", 0);

  gtk_widget_add_css_class (button, "small");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (figure, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), button);
  g_object_set_data (G_OBJECT (button), "prize", GINT_TO_POINTER (prize));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_pay_clicked_cb), self);
  gtk_box_append (self->head, box);
}

static void
add_awards (YsStandingDetail *self)
{
  const GArray *rows = ys_standing_awards (self->standing)->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (rows, YsAwardRow, i);

      if (award->compound_id == self->compound_id && award->prize != YS_PRIZE_NONE)
        add_award (self, award->prize, award->amount);
    }
}

static void
show_head (YsStandingDetail *self, const YsStandingRow *row)
{
  const YsScheme *scheme = ys_standing_scheme (self->standing)->scheme;
  g_autofree char *bonus = NULL;

  clear_box (self->head);
  if (row == NULL)
    return;
  gtk_box_append (self->head, new_title (row));
  if (!row->score.assessed)
    {
      GtkWidget *why
          = new_label (_ ("No inspection of a level that counts in this period, so there "
                          "is no score."),
                       "dim", 0);

      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_box_append (self->head, why);
      return;
    }
  bonus = ys_hundredths_to_text (row->score.bonus, FALSE);
  add_weighted (self, _ ("Long-term management"), row->score.long_term, scheme->long_weight.value);
  add_weighted (self, _ ("Property management"), row->score.property,
                scheme->property_weight.value);
  add_part (self, _ ("Model-project bonus"), NULL, bonus);
  add_trial (self, row);
  add_awards (self);
}

/* -- Lines ------------------------------------------------------------------------------------ */

static Group
group_of (const YsWorkingLine *line)
{
  switch (line->kind)
    {
    case YS_WORKING_FINDING:
    case YS_WORKING_SECOND:
    case YS_WORKING_FAULT:
      return GROUP_LONG;
    case YS_WORKING_SHEET:
      return GROUP_PROPERTY;
    case YS_WORKING_EXTRA:
    case YS_WORKING_SURVEY:
      return GROUP_GIVEN;
    case YS_WORKING_BONUS:
      return GROUP_BONUS;
    case YS_WORKING_WITHDRAWN:
      break;
    }
  return GROUP_WITHDRAWN;
}

static GtkWidget *
new_group_head (YsStandingDetail *self, Group group)
{
  static const char *const names[N_GROUPS]
      = { N_ ("Long-term deductions"), N_ ("Property deductions"), N_ ("Property extras"),
          N_ ("Bonuses"), N_ ("Not counted") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = new_label (_ (names[group]), "section", 0);
  GtkWidget *figure;
  gint64 points = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->working->len; i++)
    if (group_of (self->working->pdata[i]) == group)
      points += ((const YsWorkingLine *)self->working->pdata[i])->points;
  text = ys_signed_points (points);
  figure = new_label (text, "section", 1);
  gtk_widget_add_css_class (figure, points < 0 ? "red" : points > 0 ? "green" : "dim");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (box, "working-head");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), figure);
  return box;
}

static void
on_suppose_cb (YsStandingDetail *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_SUPPOSE], 0, text);
}

static void
add_line (YsStandingDetail *self, const YsWorkingLine *line)
{
  GtkWidget *row = ys_working_row_new (self->session, self->compound_id, line,
                                       !ys_standing_is_trial (self->standing));

  g_signal_connect_object (row, "suppose", G_CALLBACK (on_suppose_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->lines, row);
  if (self->first_row == NULL)
    self->first_row = row;
}

/* Makes up to AT_ONCE more. */
static gboolean
on_idle_cb (gpointer user_data)
{
  YsStandingDetail *self = user_data;
  guint made = 0;

  for (; self->group < N_GROUPS; self->group++, self->next = 0)
    for (; self->next < self->working->len; self->next++)
      {
        const YsWorkingLine *line = self->working->pdata[self->next];

        if (group_of (line) != (Group)self->group)
          continue;
        if (made++ == AT_ONCE)
          return G_SOURCE_CONTINUE;
        if (gtk_widget_get_last_child (GTK_WIDGET (self->lines)) == NULL
            || GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (self->lines), "group"))
                   != self->group + 1)
          {
            g_object_set_data (G_OBJECT (self->lines), "group", GUINT_TO_POINTER (self->group + 1));
            gtk_box_append (self->lines, new_group_head (self, (Group)self->group));
          }
        add_line (self, line);
      }
  self->source = 0;
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0);
  return G_SOURCE_REMOVE;
}

static void
clear_lines (YsStandingDetail *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  clear_box (self->lines);
  self->first_row = NULL;
  g_object_set_data (G_OBJECT (self->lines), "group", NULL);
  g_clear_pointer (&self->working, g_ptr_array_unref);
  self->group = 0;
  self->next = 0;
}

static void
show_lines (YsStandingDetail *self, GPtrArray *working)
{
  clear_lines (self);
  self->working = working;
  if (working->len == 0)
    {
      GtkWidget *label = new_label (_ ("Nothing was taken away or added."), "dim", 0);

      gtk_widget_add_css_class (label, "working-head");
      gtk_box_append (self->lines, label);
    }
  if (on_idle_cb (self) == G_SOURCE_CONTINUE)
    self->source = g_idle_add (on_idle_cb, self);
}

/* -- Reading ---------------------------------------------------------------------------------- */

typedef struct
{
  YsStanding *standing;
  gint64 compound_id;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  ys_standing_unref (request->standing);
  g_free (request);
}

/* In a thread. */
static gpointer
explain (YsLedger *ledger,
         YsProgressFunc progress,
         gpointer progress_data,
         gpointer data,
         GCancellable *cancellable,
         GError **error)
{
  const Request *request = data;

  return ys_standing_explain (request->standing, ledger, request->compound_id, error);
}

typedef struct
{
  YsStandingDetail *detail;
  GCancellable *reading; /* tells whether it was overtaken */
} Answer;

static void
on_explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Answer *answer = user_data;
  g_autoptr (YsStandingDetail) self = answer->detail;
  g_autoptr (GCancellable) reading = answer->reading;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) working = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (self->reading != reading)
    return;
  g_clear_object (&self->reading);
  if (working == NULL)
    ys_session_report (YS_SESSION (source), error);
  else
    show_lines (self, g_steal_pointer (&working));
}

static void
read_lines (YsStandingDetail *self)
{
  Request *request = g_new0 (Request, 1);
  Answer *answer = g_new0 (Answer, 1);

  g_set_object (&self->reading, NULL);
  self->reading = g_cancellable_new ();
  request->standing = ys_standing_ref (self->standing);
  request->compound_id = self->compound_id;
  answer->detail = g_object_ref (self);
  answer->reading = g_object_ref (self->reading);
  ys_session_read_async (self->session, self->reading, explain, request, request_free,
                         (GDestroyNotify)g_ptr_array_unref, on_explained_cb, answer);
}

/* -- Making ----------------------------------------------------------------------------------- */

static void
ys_standing_detail_dispose (GObject *object)
{
  YsStandingDetail *self = YS_STANDING_DETAIL (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->lines != NULL)
    clear_lines (self);
  self->lines = NULL;
  g_clear_pointer (&self->standing, ys_standing_unref);
  g_clear_pointer (&self->trial, ys_standing_unref);
  g_clear_object (&self->session);
  while (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));

  G_OBJECT_CLASS (ys_standing_detail_parent_class)->dispose (object);
}

static void
ys_standing_detail_class_init (YsStandingDetailClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_standing_detail_dispose;
  signals[SIGNAL_SUPPOSE] = g_signal_new ("suppose", YS_TYPE_STANDING_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_PAY] = g_signal_new ("pay", YS_TYPE_STANDING_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", YS_TYPE_STANDING_DETAIL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "standingdetail");
}

static void
ys_standing_detail_init (YsStandingDetail *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->head), "standing-head");
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}

GtkWidget *
ys_standing_detail_new (void)
{
  return g_object_new (YS_TYPE_STANDING_DETAIL, NULL);
}

void
ys_standing_detail_show (YsStandingDetail *self,
                         YsSession *session,
                         YsStanding *standing,
                         YsStanding *trial,
                         gint64 compound_id)
{
  const YsStandingRow *row;

  g_return_if_fail (YS_IS_STANDING_DETAIL (self));
  g_return_if_fail (YS_IS_SESSION (session));

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_set_object (&self->session, session);
  g_clear_pointer (&self->standing, ys_standing_unref);
  g_clear_pointer (&self->trial, ys_standing_unref);
  self->standing = standing != NULL ? ys_standing_ref (standing) : NULL;
  self->trial = trial != NULL ? ys_standing_ref (trial) : NULL;
  row = standing != NULL ? ys_standing_find (standing, compound_id) : NULL;
  if (row == NULL || compound_id != self->compound_id)
    clear_lines (self);
  self->compound_id = row != NULL ? compound_id : 0;
  show_head (self, row);
  if (row != NULL)
    read_lines (self);
}

guint
ys_standing_detail_n_lines (YsStandingDetail *self)
{
  g_return_val_if_fail (YS_IS_STANDING_DETAIL (self), 0);

  return self->working != NULL ? self->working->len : 0;
}

void
ys_standing_detail_focus (YsStandingDetail *self)
{
  g_return_if_fail (YS_IS_STANDING_DETAIL (self));

  if (self->first_row == NULL)
    return;
  gtk_widget_child_focus (self->first_row, GTK_DIR_TAB_FORWARD);
  ys_working_row_set_open (YS_WORKING_ROW (self->first_row), TRUE);
}
