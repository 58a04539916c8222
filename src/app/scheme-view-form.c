/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row for each field of the record, so that no figure of a scheme can be missing here; lists of
 * words (levels, tie-break) are ticked and chosen, not typed. */
#include "config.h"

#include "scheme-view-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "inspection.h"
#include "widget-help.h"
#include "work-words.h"

#define N_CHAIN 3

typedef enum
{
  ROW_ENTRY,
  ROW_CHOICE,
  ROW_LEVELS,
  ROW_CHAIN
} RowKind;

typedef struct
{
  RowKind kind;
  const YsField *field;
  guint prize;        /* 1 + index of the prize; 0: the scheme's */
  char *path;         /* as ys_scheme_book_edit() takes it */
  GtkWidget *control; /* an entry, a drop-down, or a box of either */
} YsSchemeRow;

static const char *const chain_nicks[] = { "open", "faults", "long_term" };
static const char *const chain_labels[]
    = { N_ ("fewer places not repaired"), N_ ("fewer case faults"), N_ ("higher long-term score") };

static void
row_free (gpointer data)
{
  YsSchemeRow *row = data;

  g_free (row->path);
  g_free (row);
}

static gpointer
record_of (YsSchemeView *self, const YsSchemeRow *row)
{
  return row->prize == 0 ? (gpointer)self->book->scheme : self->book->prizes->pdata[row->prize - 1];
}

/* (transfer full): "" for none */
static char *
stored_text (YsSchemeView *self, const YsSchemeRow *row)
{
  char *text = ys_field_to_text (row->field, record_of (self, row));

  return text != NULL ? text : g_strdup ("");
}

/* --- Reading the controls -------------------------------------------------------------------- */

static char *
levels_text (GtkWidget *box)
{
  GString *text = g_string_new (NULL);
  GtkWidget *check = gtk_widget_get_first_child (box);

  for (; check != NULL; check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              (const char *)g_object_get_data (G_OBJECT (check), "nick"));
  return g_string_free (text, FALSE);
}

static char *
chain_text (GtkWidget *box)
{
  GString *text = g_string_new (NULL);
  GtkWidget *choice = gtk_widget_get_first_child (box);

  for (; choice != NULL; choice = gtk_widget_get_next_sibling (choice))
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (choice));

      if (selected > 0 && selected <= N_CHAIN)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", chain_nicks[selected - 1]);
    }
  return g_string_free (text, FALSE);
}

/* (transfer full) */
static char *
typed_text (const YsSchemeRow *row)
{
  switch (row->kind)
    {
    case ROW_ENTRY:
      return g_strdup (gtk_editable_get_text (GTK_EDITABLE (row->control)));
    case ROW_CHOICE:
      return g_strdup (
          ys_choice_nick (row->field->choices,
                          (int)gtk_drop_down_get_selected (GTK_DROP_DOWN (row->control)) + 1));
    case ROW_LEVELS:
      return levels_text (row->control);
    case ROW_CHAIN:
      return chain_text (row->control);
    }
  g_return_val_if_reached (NULL);
}

/* --- Filling the controls -------------------------------------------------------------------- */

static void
show_levels (GtkWidget *box, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GtkWidget *check = gtk_widget_get_first_child (box);

  for (; check != NULL; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                                 g_strv_contains ((const char *const *)words,
                                                  g_object_get_data (G_OBJECT (check), "nick")));
}

static void
show_chain (GtkWidget *box, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  guint n = g_strv_length (words);
  GtkWidget *choice = gtk_widget_get_first_child (box);

  for (guint i = 0; choice != NULL; i++, choice = gtk_widget_get_next_sibling (choice))
    {
      guint selected = 0;

      for (guint j = 0; i < n && j < N_CHAIN; j++)
        if (g_str_equal (words[i], chain_nicks[j]))
          selected = j + 1;
      gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
    }
}

static void
show_text (const YsSchemeRow *row, const char *text)
{
  switch (row->kind)
    {
    case ROW_ENTRY:
      gtk_editable_set_text (GTK_EDITABLE (row->control), text);
      break;
    case ROW_CHOICE:
      gtk_drop_down_set_selected (GTK_DROP_DOWN (row->control),
                                  (guint)MAX (ys_choice_from_text (row->field->choices, text) - 1,
                                              0));
      break;
    case ROW_LEVELS:
      show_levels (row->control, text);
      break;
    case ROW_CHAIN:
      show_chain (row->control, text);
      break;
    }
}

/* --- Making them ----------------------------------------------------------------------------- */

static GtkWidget *
make_levels (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (const YsChoice *choice = ys_level_choices; choice->nick != NULL; choice++)
    {
      int level = (int)(choice - ys_level_choices) + 1;
      GtkWidget *check = gtk_check_button_new_with_label (ys_work_level_name (level));

      g_object_set_data (G_OBJECT (check), "nick", (gpointer)choice->nick);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static GtkWidget *
make_chain (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint i = 0; i < N_CHAIN; i++)
    {
      g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

      gtk_string_list_append (words, "—");
      for (guint j = 0; j < N_CHAIN; j++)
        gtk_string_list_append (words, _ (chain_labels[j]));
      gtk_box_append (GTK_BOX (box),
                      gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&words)), NULL));
    }
  return box;
}

static GtkWidget *
make_choice (const YsField *field)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  GtkWidget *choice;

  for (const YsChoice *one = field->choices; one->nick != NULL; one++)
    gtk_string_list_append (words, _ (one->label));
  choice = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  gtk_widget_set_halign (choice, GTK_ALIGN_START);
  return choice;
}

static RowKind
kind_of (const YsField *field)
{
  if (g_str_equal (field->name, "levels"))
    return ROW_LEVELS;
  if (g_str_equal (field->name, "chain"))
    return ROW_CHAIN;
  return field->type == YS_FIELD_CHOICE ? ROW_CHOICE : ROW_ENTRY;
}

static YsSchemeRow *
add_row (YsSchemeView *self, const YsField *field, guint prize, const char *path)
{
  YsSchemeRow *row = g_new0 (YsSchemeRow, 1);

  *row = (YsSchemeRow){ kind_of (field), field, prize, g_strdup (path), NULL };
  switch (row->kind)
    {
    case ROW_LEVELS:
      row->control = make_levels ();
      break;
    case ROW_CHAIN:
      row->control = make_chain ();
      break;
    case ROW_CHOICE:
      row->control = make_choice (field);
      break;
    case ROW_ENTRY:
      row->control = gtk_entry_new ();
      gtk_editable_set_width_chars (GTK_EDITABLE (row->control), 8);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (row->control), 12);
      gtk_widget_set_halign (row->control, GTK_ALIGN_START);
      gtk_entry_set_alignment (GTK_ENTRY (row->control), field->type == YS_FIELD_TEXT ? 0 : 1);
      g_signal_connect_object (row->control, "changed", G_CALLBACK (ys_scheme_view_show_weights),
                               self, G_CONNECT_SWAPPED);
      break;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (field->label), -1);
  g_ptr_array_add (self->rows, row);
  return row;
}

static GtkWidget *
make_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Two fields stand side by side; what is wide takes a line. */
static void
add_fields (YsSchemeView *self, int *line)
{
  int column = 0;

  for (guint i = 0; i < ys_scheme_type.n_fields; i++)
    {
      const YsField *field = &ys_scheme_type.fields[i];
      gboolean wide = kind_of (field) == ROW_LEVELS || kind_of (field) == ROW_CHAIN;
      YsSchemeRow *row;

      if (field->flags & YS_FIELD_INTERNAL || field->type == YS_FIELD_DATE
          || g_str_equal (field->name, "reason"))
        continue;
      if (wide && column != 0)
        {
          column = 0;
          (*line)++;
        }
      row = add_row (self, field, 0, field->name);
      gtk_grid_attach (self->form, make_label (_ (field->label), "small"), column, *line, 1, 1);
      gtk_grid_attach (self->form, row->control, column + 1, *line, wide ? 3 : 1, 1);
      column = wide || column != 0 ? 0 : 2;
      if (column == 0)
        (*line)++;
    }
  if (column != 0)
    (*line)++;
}

static void
add_prize (YsSchemeView *self, guint index, int line)
{
  static const char *const names[] = { "name", "places", "amount" };
  static const char *const labels[] = { N_ ("Name"), N_ ("How many"), N_ ("Amount (yuan)") };
  const YsPrize *prize = self->book->prizes->pdata[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_grid_attach (self->form,
                   make_label (ys_choice_label (ys_prize_choices, prize->prize), "small"), 0, line,
                   1, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YsField *field = ys_record_type_field (&ys_prize_type, names[i]);
      g_autofree char *path
          = g_strdup_printf ("%s.%s", ys_choice_nick (ys_prize_choices, prize->prize), names[i]);
      YsSchemeRow *row = add_row (self, field, index + 1, path);

      gtk_box_append (GTK_BOX (box), make_label (_ (labels[i]), "hint"));
      gtk_box_append (GTK_BOX (box), row->control);
    }
  gtk_grid_attach (self->form, box, 1, line, 3, 1);
}

void
ys_scheme_view_build (YsSchemeView *self)
{
  int line = 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->form))) != NULL)
    gtk_grid_remove (self->form, child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  add_fields (self, &line);
  gtk_grid_attach (self->form, make_label (_ ("Prizes"), "section"), 0, line++, 4, 1);
  for (guint i = 0; i < self->book->prizes->len; i++)
    add_prize (self, i, line++);
}

void
ys_scheme_view_fill (YsSchemeView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsSchemeRow *row = self->rows->pdata[i];
      g_autofree char *text = stored_text (self, row);

      show_text (row, text);
    }
}

gboolean
ys_scheme_view_is_edited (YsSchemeView *self)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    {
      const YsSchemeRow *row = self->rows->pdata[i];
      g_autofree char *now = typed_text (row);
      g_autofree char *before = stored_text (self, row);

      if (g_strcmp0 (now, before) != 0)
        return TRUE;
    }
  return FALSE;
}

GArray *
ys_scheme_view_edits (YsSchemeView *self, GPtrArray *out_texts)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (YsSchemeEdit));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const YsSchemeRow *row = self->rows->pdata[i];
      char *text = typed_text (row);
      const YsSchemeEdit edit = { row->path, text };

      g_ptr_array_add (out_texts, text);
      g_array_append_val (edits, edit);
    }
  return edits;
}

static const YsSchemeRow *
find_row (YsSchemeView *self, const char *path)
{
  for (guint i = 0; self->rows != NULL && i < self->rows->len; i++)
    if (g_str_equal (((YsSchemeRow *)self->rows->pdata[i])->path, path))
      return self->rows->pdata[i];
  return NULL;
}

static gboolean
read_weight (YsSchemeView *self, const char *path, YsNumber *out_weight)
{
  const YsSchemeRow *row = find_row (self, path);
  g_autofree char *text = row != NULL ? typed_text (row) : NULL;

  return text != NULL && ys_number_read_hundredths (text, out_weight) && out_weight->is_set;
}

void
ys_scheme_view_show_weights (YsSchemeView *self)
{
  YsNumber one, other;
  gint64 sum;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!read_weight (self, "long_weight", &one) || !read_weight (self, "property_weight", &other))
    {
      gtk_label_set_label (self->weights, "");
      return;
    }
  sum = one.value + other.value;
  number = ys_hundredths_to_text (sum, FALSE);
  text = sum == 10000 ? g_strdup_printf (_ ("✓ The weights add up to %s."), number)
                      : g_strdup_printf (_ ("The weights add up to %s. Make them 100.00."), number);
  gtk_label_set_label (self->weights, text);
  ys_widget_set_class (GTK_WIDGET (self->weights), "red", sum != 10000);
  ys_widget_set_class (GTK_WIDGET (self->weights), "green", sum == 10000);
}

void
ys_scheme_view_set_text (YsSchemeView *self, const char *field, const char *text)
{
  const YsSchemeRow *row = find_row (self, field);

  g_return_if_fail (row != NULL);
  show_text (row, text);
}

void
ys_scheme_view_set_editable (YsSchemeView *self, gboolean editable)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_sensitive (((YsSchemeRow *)self->rows->pdata[i])->control, editable);
}
