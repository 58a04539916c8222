/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sum is shown while it is typed; it is saved only when it is the award, and split evenly when
 * no amount is given at all. */
#include "config.h"

#include "payout-window.h"

#include <glib/gi18n-lib.h>

#include "period-job.h"
#include "standing-list.h"
#include "widget-help.h"

typedef struct
{
  GtkWidget *box;
  GtkEntry *name;
  GtkEntry *amount;
  GtkEntry *account;
  GtkEntry *identity;
} Line;

typedef struct
{
  YsFormWindow *window; /* borrowed: it owns this */
  YsSession *session;
  YsStanding *standing;
  gint64 compound_id;
  int prize;
  gint64 award; /* fen */
  GtkBox *box;
  GtkLabel *sum;
  GPtrArray *lines; /* (element-type Line) */
} Payout;

static void
payout_free (gpointer data)
{
  Payout *payout = data;

  g_ptr_array_unref (payout->lines);
  ys_standing_unref (payout->standing);
  g_object_unref (payout->session);
  g_free (payout);
}

static const char *
text_of (GtkEntry *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* (nullable) (transfer full): NULL for nothing. */
static char *
optional (GtkEntry *entry)
{
  return *text_of (entry) != '\0' ? g_strdup (text_of (entry)) : NULL;
}

static gboolean
is_used (const Line *line)
{
  return *text_of (line->name) != '\0' || *text_of (line->amount) != '\0';
}

/* -- The sum ---------------------------------------------------------------------------------- */

/* FALSE: an amount is no figure. @out_n_set: how many have an amount. */
static gboolean
add_up (Payout *payout, gint64 *out_sum, guint *out_n, guint *out_n_set)
{
  gboolean ok = TRUE;

  *out_sum = 0;
  *out_n = 0;
  *out_n_set = 0;
  for (guint i = 0; i < payout->lines->len; i++)
    {
      const Line *line = payout->lines->pdata[i];
      YsNumber amount = { 0 };
      gboolean reads = ys_number_read_hundredths (text_of (line->amount), &amount);

      ys_widget_set_class (GTK_WIDGET (line->amount), "error", !reads);
      ok = ok && reads;
      *out_n += is_used (line) ? 1 : 0;
      *out_n_set += amount.is_set ? 1 : 0;
      *out_sum += amount.is_set ? amount.value : 0;
    }
  return ok;
}

static void
show_sum (Payout *payout)
{
  gint64 sum;
  guint n;
  guint n_set;
  gboolean ok = add_up (payout, &sum, &n, &n_set);
  g_autofree char *award = ys_standing_money (payout->award);
  g_autofree char *total = ys_standing_money (sum);
  g_autofree char *rest = ys_standing_money (ABS (payout->award - sum));
  g_autofree char *text = NULL;

  if (!ok)
    text = g_strdup (_ ("An amount is no figure. Write 1500 or 1500.50."));
  else if (n > 0 && n_set == 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s yuan for %u person",
                                         "%s yuan split evenly among %u persons", n),
                            award, n);
  else if (sum == payout->award)
    text = g_strdup_printf (_ ("Sum %s yuan: the whole award"), total);
  else if (sum < payout->award)
    text = g_strdup_printf (_ ("Sum %s of %s yuan: %s yuan are left"), total, award, rest);
  else
    text = g_strdup_printf (_ ("Sum %s of %s yuan: %s yuan too much"), total, award, rest);
  gtk_label_set_text (payout->sum, text);
  ys_widget_set_class (GTK_WIDGET (payout->sum), "green", ok && sum == payout->award);
  ys_widget_set_class (GTK_WIDGET (payout->sum), "red", !ok || sum > payout->award);
}

/* -- Lines ------------------------------------------------------------------------------------ */

static GtkEntry *
add_cell (Payout *payout, GtkWidget *box, const char *name, const char *text, int chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), chars);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (show_sum), payout);
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_ENTRY (entry);
}

static void
on_remove_clicked_cb (Payout *payout, GtkWidget *button)
{
  GtkWidget *box = gtk_widget_get_parent (button);

  for (guint i = 0; i < payout->lines->len; i++)
    if (((Line *)payout->lines->pdata[i])->box == box)
      {
        g_ptr_array_remove_index (payout->lines, i);
        break;
      }
  gtk_box_remove (payout->box, box);
  show_sum (payout);
}

/* @share: (nullable): an empty line. */
static Line *
add_line (Payout *payout, const YsPayout *share)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *amount = share != NULL && share->amount.is_set
                                ? ys_hundredths_to_text (share->amount.value, FALSE)
                                : NULL;

  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  line->name
      = add_cell (payout, line->box, C_ ("person", "Name"), share != NULL ? share->name : NULL, 8);
  line->amount = add_cell (payout, line->box, _ ("Amount, yuan"), amount, 9);
  line->account = add_cell (payout, line->box, _ ("Account number"),
                            share != NULL ? share->account : NULL, 14);
  line->identity = add_cell (payout, line->box, _ ("Identity number"),
                             share != NULL ? share->identity : NULL, 14);
  gtk_entry_set_alignment (line->amount, 1);
  gtk_widget_add_css_class (remove, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this person"), -1);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), payout);
  gtk_box_append (GTK_BOX (line->box), remove);
  gtk_box_append (payout->box, line->box);
  g_ptr_array_add (payout->lines, line);
  return line;
}

static void
on_add_clicked_cb (Payout *payout)
{
  Line *line = add_line (payout, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (line->name));
  show_sum (payout);
}

static void
on_even_clicked_cb (Payout *payout)
{
  guint n = 0;
  guint next = 0;
  g_autofree gint64 *shares = NULL;

  for (guint i = 0; i < payout->lines->len; i++)
    n += is_used (payout->lines->pdata[i]) ? 1 : 0;
  if (n == 0)
    return;
  shares = g_new0 (gint64, n);
  ys_award_split (payout->award, n, shares);
  for (guint i = 0; i < payout->lines->len; i++)
    {
      Line *line = payout->lines->pdata[i];
      g_autofree char *text = NULL;

      if (!is_used (line))
        continue;
      text = ys_hundredths_to_text (shares[next++], FALSE);
      gtk_editable_set_text (GTK_EDITABLE (line->amount), text);
    }
}

/* -- Saving ----------------------------------------------------------------------------------- */

static void
free_share (gpointer share)
{
  ys_record_free (&ys_payout_type, share);
}

/* (transfer full) (element-type YsPayout) */
static GPtrArray *
read_shares (Payout *payout)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (free_share);

  for (guint i = 0; i < payout->lines->len; i++)
    {
      const Line *line = payout->lines->pdata[i];
      YsPayout *share;

      if (!is_used (line))
        continue;
      share = ys_record_new (&ys_payout_type);
      share->name = g_strdup (text_of (line->name));
      share->account = optional (line->account);
      share->identity = optional (line->identity);
      ys_number_read_hundredths (text_of (line->amount), &share->amount);
      g_ptr_array_add (shares, share);
    }
  return shares;
}

static void
on_accept_cb (Payout *payout)
{
  YsSession *session = payout->session;
  g_autoptr (GPtrArray) shares = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum;
  guint n;
  guint n_set;

  if (!add_up (payout, &sum, &n, &n_set))
    {
      ys_form_window_set_wrong (payout->window,
                                _ ("An amount is no figure. Write 1500 or 1500.50."));
      return;
    }
  shares = read_shares (payout);
  if (!ys_payout_set (ys_session_get_ledger (session), payout->standing, payout->compound_id,
                      payout->prize, shares, &error))
    {
      ys_form_window_set_wrong (payout->window, error->message);
      return;
    }
  g_object_ref (session);
  gtk_window_destroy (GTK_WINDOW (payout->window));
  ys_session_changed (session);
  ys_session_notify (session, _ ("The payout list is saved."), TRUE);
  g_object_unref (session);
}

/* -- Making ----------------------------------------------------------------------------------- */

/* Fen of the award; 0: there is none. */
static gint64
award_of (const YsStanding *standing, gint64 compound_id, int prize)
{
  const GArray *rows = ys_standing_awards (standing)->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      const YsAwardRow *row = &g_array_index (rows, YsAwardRow, i);

      if (row->compound_id == compound_id && row->prize == prize)
        return row->amount;
    }
  return 0;
}

static void
fill (Payout *payout)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shares
      = ys_payout_list (ys_session_get_ledger (payout->session),
                        ys_standing_span (payout->standing), payout->compound_id, &error);

  if (shares == NULL)
    ys_form_window_set_wrong (payout->window, error->message);
  for (guint i = 0; shares != NULL && i < shares->len; i++)
    if (((const YsPayout *)shares->pdata[i])->prize == payout->prize)
      add_line (payout, shares->pdata[i]);
  if (payout->lines->len == 0)
    add_line (payout, NULL);
  show_sum (payout);
}

static GtkWidget *
new_buttons (Payout *payout)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add a person"));
  GtkWidget *even = gtk_button_new_with_label (_ ("Split evenly"));

  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_clicked_cb), payout);
  g_signal_connect_swapped (even, "clicked", G_CALLBACK (on_even_clicked_cb), payout);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), even);
  return box;
}

YsFormWindow *
ys_payout_window_present (
    GtkWidget *over, YsSession *session, YsStanding *standing, gint64 compound_id, int prize)
{
  const YsStandingRow *row = ys_standing_find (standing, compound_id);
  gint64 award = award_of (standing, compound_id, prize);
  Payout *payout;
  g_autofree char *money = ys_standing_money (award);
  g_autofree char *text = NULL;

  if (row == NULL || award == 0)
    return NULL;
  payout = g_new0 (Payout, 1);
  payout->session = g_object_ref (session);
  payout->standing = ys_standing_ref (standing);
  payout->compound_id = compound_id;
  payout->prize = prize;
  payout->award = award;
  payout->lines = g_ptr_array_new_with_free_func (g_free);
  payout->window = ys_form_window_new (over, _ ("Payout list"), _ ("Save"), 760, 420);
  g_object_set_data_full (G_OBJECT (payout->window), "payout", payout, payout_free);
  g_signal_connect_swapped (payout->window, "accept", G_CALLBACK (on_accept_cb), payout);
  /* Translators: a compound, its prize, yuan. */
  text = g_strdup_printf (_ ("%s · %s · %s yuan"), row->name,
                          ys_standing_prize_name (standing, prize), money);
  ys_form_window_add_text (payout->window, text, "section");
  payout->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  ys_form_window_append (payout->window, GTK_WIDGET (payout->box));
  ys_form_window_append (payout->window, new_buttons (payout));
  payout->sum = GTK_LABEL (ys_form_window_add_text (payout->window, NULL, NULL));
  ys_form_window_set_can_accept (payout->window, ys_session_is_writable (session));
  fill (payout);
  gtk_window_present (GTK_WINDOW (payout->window));
  return payout->window;
}
