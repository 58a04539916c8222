/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right side of the dispatch page: what is blank, doubtful or changed, and what submitting will
 * do. A filed table has none of it. */
#include "config.h"

#include "dispatch-page-private.h"

#include <glib/gi18n-lib.h>

#include "compound.h"
#include "note-row.h"
#include "widget-help.h"

#define N_SHOWN 12

/* (transfer none): a column's name for a person; annex 5's own heads are longer. */
static const char *
field_label (const char *field)
{
  const YsField *known = ys_record_type_field (&ys_compound_type, field);

  return known != NULL ? _ (known->label) : field;
}

static void
set_count (YsChip *chip, GtkBox *box, guint n, const char *tone)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  ys_chip_set (chip, text, tone, NULL);
  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
}

/* "Phone: 7 missing" and the first names, one row a field; a click lists those compounds. */
static void
show_blanks (YsDispatchPage *page)
{
  GPtrArray *blanks = ys_dispatch_blanks (page->dispatch);

  ys_list_box_clear (page->blanks);
  set_count (page->blanks_count, page->blanks_box, blanks->len, "amber");
  for (int column = 1; column < YS_DISPATCH_N_COLUMNS; column++)
    {
      const char *field = ys_dispatch_column_field ((YsDispatchColumn)column);
      GString *names = g_string_new (NULL);
      g_autofree char *title = NULL;
      guint n = 0;

      for (guint i = 0; i < blanks->len; i++)
        {
          const YsDispatchBlank *blank = g_ptr_array_index (blanks, i);

          if (g_strcmp0 (blank->field, field) != 0)
            continue;
          if (n < 2)
            g_string_append_printf (names, "%s%s", n > 0 ? "、" : "", blank->name);
          n++;
        }
      if (n > 2)
        /* Translators: follows two names of a longer list */
        g_string_append (names, _ (" and others"));
      if (n > 0)
        {
          GtkWidget *row;

          title = g_strdup_printf (_ ("%s: %u missing"), field_label (field), n);
          row = ys_note_row_new ("dialog-warning-symbolic", "amber", title, names->str);
          ys_note_row_set_target (YS_NOTE_ROW (row), 0, field);
          gtk_list_box_append (page->blanks, row);
        }
      g_string_free (names, TRUE);
    }
}

/* The first so many; the rest behind one row, since a district may have hundreds. */
static guint
n_shown (YsDispatchPage *page, guint n)
{
  return page->side_in_full ? n : MIN (n, N_SHOWN);
}

static void
append_more (YsDispatchPage *page, GtkListBox *list, guint n)
{
  g_autofree char *title = NULL;
  GtkWidget *row;

  if (n <= n_shown (page, n))
    return;
  title = g_strdup_printf (_ ("%u more"), n - n_shown (page, n));
  row = ys_note_row_new ("view-more-symbolic", NULL, title, NULL);
  ys_note_row_set_target (YS_NOTE_ROW (row), 0, YS_DISPATCH_MORE);
  gtk_list_box_append (list, row);
}

static void
show_doubts (YsDispatchPage *page)
{
  GPtrArray *doubts = ys_dispatch_doubts (page->dispatch);

  ys_list_box_clear (page->doubts);
  set_count (page->doubts_count, page->doubts_box, doubts->len, "amber");
  for (guint i = 0; i < n_shown (page, doubts->len); i++)
    {
      const YsDispatchDoubt *doubt = g_ptr_array_index (doubts, i);
      GtkWidget *row
          = ys_note_row_new ("dialog-question-symbolic", "amber", doubt->name, doubt->sentence);

      ys_note_row_set_target (YS_NOTE_ROW (row), doubt->compound_id, doubt->field);
      gtk_list_box_append (page->doubts, row);
    }
  append_more (page, page->doubts, doubts->len);
}

static void
append_names (GtkListBox *list, GPtrArray *names, guint n, const char *icon, const char *detail)
{
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (list,
                         ys_note_row_new (icon, "accent", g_ptr_array_index (names, i), detail));
}

static GtkWidget *
new_change_row (const YsDispatchChange *change)
{
  g_autofree char *title = g_strdup_printf ("%s  %s", change->name, field_label (change->field));
  g_autofree char *detail
      = g_strdup_printf ("%s → %s", *change->before != '\0' ? change->before : _ ("empty"),
                         *change->after != '\0' ? change->after : _ ("empty"));
  GtkWidget *row = ys_note_row_new ("document-edit-symbolic", "accent", title, detail);

  ys_note_row_set_target (YS_NOTE_ROW (row), change->compound_id, change->field);
  return row;
}

static void
show_changes (YsDispatchPage *page)
{
  GPtrArray *changes = ys_dispatch_changes (page->dispatch);
  GPtrArray *added = ys_dispatch_added (page->dispatch);
  GPtrArray *removed = ys_dispatch_removed (page->dispatch);
  gboolean first = ys_dispatch_against (page->dispatch) == NULL;
  guint n = first ? 0 : changes->len + added->len + removed->len;
  guint left = n_shown (page, n);

  ys_list_box_clear (page->changes);
  set_count (page->changes_count, page->changes_box, n, "accent");
  append_names (page->changes, added, MIN (left, added->len), "list-add-symbolic",
                _ ("New in this table"));
  left -= MIN (left, added->len);
  append_names (page->changes, removed, MIN (left, removed->len), "list-remove-symbolic",
                _ ("No longer in this table"));
  left -= MIN (left, removed->len);
  for (guint i = 0; i < left; i++)
    gtk_list_box_append (page->changes, new_change_row (g_ptr_array_index (changes, i)));
  append_more (page, page->changes, n);
}

static void
show_fate (YsDispatchPage *page)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  guint n_blanks;

  gtk_widget_set_visible (GTK_WIDGET (page->fate), page->shown == 0);
  if (page->shown != 0)
    return;
  number = ys_dispatch_next_number (page->dispatch);
  n_blanks = ys_dispatch_blanks (page->dispatch)->len;
  if (n_blanks > 0)
    text = g_strdup_printf (_ ("Submitting freezes it as “%s”; it cannot be changed afterwards. "
                               "Its %u blank cells "
                               "would be filed as they are."),
                            number, n_blanks);
  else
    text = g_strdup_printf (_ ("Submitting freezes it as “%s”; it cannot be changed afterwards."),
                            number);
  gtk_label_set_text (page->fate, text);
  gtk_label_set_text (page->submit_text, text);
}

void
ys_dispatch_page_show_side (YsDispatchPage *page)
{
  show_fate (page);
  if (page->shown != 0)
    return;
  show_blanks (page);
  show_doubts (page);
  show_changes (page);
}
