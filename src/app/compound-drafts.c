/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list, not a table: there are never more than a few. */
#include "config.h"

#include "compound-drafts.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"

typedef struct
{
  gint64 id;
  const YsField *field;
  char *text;
  char *sentence;
} YsDraft;

static void
draft_free (gpointer data)
{
  YsDraft *draft = data;

  g_free (draft->text);
  g_free (draft->sentence);
  g_free (draft);
}

GPtrArray *
ys_drafts_new (void)
{
  return g_ptr_array_new_with_free_func (draft_free);
}

/* (nullable): the first row from @child on that is wrong. */
static YsFieldRow *
wrong_row (GtkWidget *child)
{
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (YS_IS_FIELD_ROW (child) && ys_field_row_is_wrong (YS_FIELD_ROW (child)))
      return YS_FIELD_ROW (child);
  return NULL;
}

static YsFieldRow *
first_wrong (GtkGrid *form)
{
  return wrong_row (gtk_widget_get_first_child (GTK_WIDGET (form)));
}

static YsFieldRow *
next_wrong (YsFieldRow *row)
{
  return wrong_row (gtk_widget_get_next_sibling (GTK_WIDGET (row)));
}

void
ys_drafts_keep (GPtrArray *drafts, gint64 id, GtkGrid *form)
{
  for (guint i = drafts->len; i > 0; i--)
    if (((const YsDraft *)g_ptr_array_index (drafts, i - 1))->id == id)
      g_ptr_array_remove_index (drafts, i - 1);
  for (YsFieldRow *row = first_wrong (form); row != NULL; row = next_wrong (row))
    {
      YsDraft *draft = g_new0 (YsDraft, 1);

      draft->id = id;
      draft->field = ys_field_row_get_field (row);
      draft->text = g_strdup (ys_field_row_get_text (row));
      draft->sentence = g_strdup (ys_field_row_get_sentence (row));
      g_ptr_array_add (drafts, draft);
    }
}

void
ys_drafts_bring_back (GPtrArray *drafts, gint64 id, GtkGrid *form)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (form)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    for (guint i = 0; i < drafts->len; i++)
      {
        const YsDraft *draft = g_ptr_array_index (drafts, i);

        if (draft->id == id && YS_IS_FIELD_ROW (child)
            && ys_field_row_get_field (YS_FIELD_ROW (child)) == draft->field)
          ys_field_row_show_wrong (YS_FIELD_ROW (child), draft->text, draft->sentence);
      }
}

static void
append (GString *names, const char *compound, const char *label)
{
  if (names->len > 0)
    /* Translators: between the names of fields */
    g_string_append (names, _ (", "));
  if (compound != NULL)
    g_string_append_printf (names, "%s ", compound);
  g_string_append (names, label);
}

char *
ys_drafts_describe (GPtrArray *drafts, YsRegistry *registry, gint64 id, GtkGrid *form)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (YsFieldRow *row = first_wrong (form); row != NULL; row = next_wrong (row), n++)
    append (names, NULL, _ (ys_field_row_get_field (row)->label));
  for (guint i = 0; i < drafts->len; i++)
    {
      const YsDraft *draft = g_ptr_array_index (drafts, i);
      const YsRegistryItem *item
          = registry != NULL && draft->id != id ? ys_registry_find (registry, draft->id) : NULL;

      if (item == NULL)
        continue;
      append (names, item->compound->name, _ (draft->field->label));
      n++;
    }
  if (n == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value to correct: %s",
                                       "%u values to correct: %s", n),
                          n, names->str);
}

gint64
ys_drafts_first (GPtrArray *drafts, gint64 id, const char **out_field)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const YsDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->id == id)
        continue;
      *out_field = draft->field->name;
      return draft->id;
    }
  return 0;
}

const char *
ys_drafts_wrong_field (GtkGrid *form)
{
  YsFieldRow *row = first_wrong (form);

  return row != NULL ? ys_field_row_get_field (row)->name : NULL;
}
