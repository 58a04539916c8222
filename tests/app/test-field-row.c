/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row gives a value to its owner once, keeps what is wrong, and never commits what it shows. */
#include "config.h"

#include "compound.h"
#include "field-row.h"
#include "window-test.h"

typedef struct
{
  YsFieldRow *row;
  GString *commits;        /* "text|text|" */
  const char *refuse_with; /* NULL: everything is right */
} Fixture;

static void
on_commit_cb (YsFieldRow *row, const char *text, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->commits, "%s|", text);
  if (fixture->refuse_with != NULL)
    ys_field_row_set_wrong (row, fixture->refuse_with);
}

static void
set_up (Fixture *fixture, gconstpointer field)
{
  fixture->row = g_object_ref_sink (
      g_object_new (YS_TYPE_FIELD_ROW, "record", "compound", "field", field, NULL));
  fixture->commits = g_string_new (NULL);
  g_signal_connect (fixture->row, "commit", G_CALLBACK (on_commit_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer field)
{
  g_assert_finalize_object (fixture->row);
  g_string_free (fixture->commits, TRUE);
}

static void
type (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ys_field_row_get_entry (fixture->row)), text);
}

static void
test_show (Fixture *fixture, gconstpointer field)
{
  YsCompound *compound = ys_compound_new ();

  ys_field_set_date (ys_field_row_get_field (fixture->row), compound, (YsDate){ 2019, 12, 1 });
  ys_field_row_show (fixture->row, compound);
  g_assert_cmpstr (ys_field_row_get_text (fixture->row), ==, "2019-12-01");
  g_assert_true (ys_field_row_flush (fixture->row));
  g_assert_cmpstr (fixture->commits->str, ==, "");
  ys_compound_free (compound);
}

static void
test_commit (Fixture *fixture, gconstpointer field)
{
  ys_field_row_show_text (fixture->row, "2019");
  type (fixture, "2020");
  g_assert_true (ys_field_row_flush (fixture->row));
  g_assert_true (ys_field_row_flush (fixture->row));
  g_assert_cmpstr (fixture->commits->str, ==, "2020|");
}

static void
test_wrong (Fixture *fixture, gconstpointer field)
{
  GtkWidget *entry = GTK_WIDGET (ys_field_row_get_entry (fixture->row));

  fixture->refuse_with = "没有 13 月。";
  type (fixture, "2019-13-01");
  g_assert_false (ys_field_row_flush (fixture->row));
  g_assert_true (ys_field_row_is_wrong (fixture->row));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (fixture->row, "sentence")), ==,
                   "没有 13 月。");
  /* The same text is not tried again, and a refresh does not take it away. */
  g_assert_false (ys_field_row_flush (fixture->row));
  ys_field_row_show_text (fixture->row, "2018");
  g_assert_cmpstr (ys_field_row_get_text (fixture->row), ==, "2019-13-01");
  g_assert_cmpstr (fixture->commits->str, ==, "2019-13-01|");

  fixture->refuse_with = NULL;
  type (fixture, "2019-12-01");
  g_assert_false (ys_field_row_is_wrong (fixture->row));
  g_assert_true (ys_field_row_flush (fixture->row));
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (fixture->commits->str, ==, "2019-13-01|2019-12-01|");
}

static void
test_reset (Fixture *fixture, gconstpointer field)
{
  fixture->refuse_with = "x";
  type (fixture, "abc");
  ys_field_row_flush (fixture->row);
  ys_field_row_reset (fixture->row);
  g_assert_false (ys_field_row_is_wrong (fixture->row));
  ys_field_row_show_text (fixture->row, "2017");
  g_assert_cmpstr (ys_field_row_get_text (fixture->row), ==, "2017");
  g_assert_cmpstr (fixture->commits->str, ==, "abc|");
}

/* Ctrl+Z in a field must not write one compound's name into another. */
static void
test_undo_stays_in_record (Fixture *fixture, gconstpointer field)
{
  GtkEntry *entry = ys_field_row_get_entry (fixture->row);
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));

  ys_field_row_show_text (fixture->row, "2017");
  ys_field_row_reset (fixture->row);
  ys_field_row_show_text (fixture->row, "2018");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (ys_field_row_get_text (fixture->row), ==, "2018");
}

static void
test_empty (Fixture *fixture, gconstpointer field)
{
  g_assert_true (ys_field_row_flush (fixture->row));
  ys_field_row_show_text (fixture->row, "2017");
  type (fixture, "");
  g_assert_true (ys_field_row_flush (fixture->row));
  g_assert_cmpstr (fixture->commits->str, ==, "|");
}

static void
test_choice (Fixture *fixture, gconstpointer field)
{
  GtkDropDown *choice = window_test_child (fixture->row, "choice");

  g_assert_null (ys_field_row_get_entry (fixture->row));
  ys_field_row_show_text (fixture->row, "2");
  g_assert_cmpstr (ys_field_row_get_text (fixture->row), ==, "2");
  g_assert_cmpstr (fixture->commits->str, ==, "");
  gtk_drop_down_set_selected (choice, 3);
  g_assert_cmpstr (fixture->commits->str, ==, "3|");
  gtk_drop_down_set_selected (choice, 0);
  g_assert_cmpstr (fixture->commits->str, ==, "3||");
}

static void
test_label (Fixture *fixture, gconstpointer field)
{
  GtkLabel *label = window_test_child (fixture->row, "name");

  /* A required field says so. */
  g_assert_cmpstr (gtk_label_get_text (label), ==, "名称*");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ys_field_row_get_entry (fixture->row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "名称");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    const char *field;
    void (*func) (Fixture *, gconstpointer);
  } table[] = { { "/app/field-row/show", "entry_date", test_show },
                { "/app/field-row/commit-once", "entry_date", test_commit },
                { "/app/field-row/wrong-stays", "entry_date", test_wrong },
                { "/app/field-row/reset", "entry_date", test_reset },
                { "/app/field-row/undo-stays-in-record", "entry_date", test_undo_stays_in_record },
                { "/app/field-row/empty", "entry_date", test_empty },
                { "/app/field-row/choice", "class", test_choice },
                { "/app/field-row/label", "name", test_label } };

  g_object_ref (window_test_init (&argc, &argv, "zh"));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_test_add (table[i].path, Fixture, table[i].field, set_up, table[i].func, tear_down);
  return g_test_run ();
}
