/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each heading means, as a row of lists. A choice judges every row anew; the import remembers
 * it for that heading once something was written. */
#include "config.h"

#include "import-window-private.h"

#include <glib/gi18n-lib.h>

#include "finding-import.h"
#include "heading-choice.h"
#include "platform-case.h"

/* A field has one column: the heading chosen last. */
static void
leave_field (YsImportWindow *window, const char *heading, const char *field)
{
  for (guint i = 0; *field != '\0' && i < window->reading->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (window->reading->columns, i);

      if (g_strcmp0 (column->field, field) == 0 && !g_str_equal (column->heading, heading))
        g_hash_table_insert (window->chosen, g_strdup (column->heading), g_strdup (""));
    }
}

static void
on_chosen_cb (const char *heading, const char *field, gpointer user_data)
{
  YsImportWindow *window = user_data;

  if (window->filling || window->reading == NULL || window->session == NULL)
    return;
  leave_field (window, heading, field);
  g_hash_table_insert (window->chosen, g_strdup (heading), g_strdup (field));
  g_free (window->chosen_last);
  window->chosen_last = g_strdup (heading);
  ys_import_window_judge (window);
}

static void
add_case_choices (GArray *choices)
{
  for (guint i = 0; i < ys_case_type.n_fields; i++)
    {
      const YsField *field = &ys_case_type.fields[i];
      const YsFieldChoice choice = { field->name, _ (field->label) };

      if ((field->flags & YS_FIELD_IMPORT) != 0 && field->aliases != NULL)
        g_array_append_val (choices, choice);
    }
}

/* (transfer full) (element-type YsFieldChoice): in the order of the form */
static GArray *
list_choices (YsImportKind kind)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (YsFieldChoice));
  const char *const *fields = ys_finding_import_fields ();

  if (kind == YS_IMPORT_CASES)
    add_case_choices (choices);
  for (guint i = 0; kind == YS_IMPORT_FINDINGS && fields[i] != NULL; i++)
    {
      const YsFieldChoice choice = { fields[i], ys_finding_import_field_label (fields[i]) };

      g_array_append_val (choices, choice);
    }
  return choices;
}

void
ys_import_window_fill_mapping (YsImportWindow *window)
{
  g_autoptr (GArray) choices = list_choices (window->kind);
  GPtrArray *columns = window->reading != NULL ? window->reading->columns : NULL;

  window->filling = TRUE;
  ys_heading_choices_clear (window->mapping);
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    gtk_box_append (window->mapping,
                    ys_heading_choice_new (g_ptr_array_index (columns, i),
                                           (const YsFieldChoice *)(gpointer)choices->data,
                                           choices->len, on_chosen_cb, window));
  window->filling = FALSE;
  gtk_widget_set_visible (window->mapping_area, columns != NULL && columns->len > 0);
  if (window->chosen_last != NULL)
    ys_heading_choices_focus (window->mapping, window->chosen_last);
  g_clear_pointer (&window->chosen_last, g_free);
}

GStrv
ys_import_window_mapping (YsImportWindow *window)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer heading, field;

  g_hash_table_iter_init (&iter, window->chosen);
  while (g_hash_table_iter_next (&iter, &heading, &field))
    {
      g_autofree char *line = g_strconcat (heading, "=", field, NULL);

      g_strv_builder_add (builder, line);
    }
  return g_strv_builder_end (builder);
}
