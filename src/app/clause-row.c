/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the query covers a range, the range is marked; initials in any order are marked one by one,
 * in the name first, what is left over in the criterion. */
#include "config.h"

#include "clause-row.h"

#include <string.h>

#include "look.h"
#include "resources.h"

#define MAX_LETTERS 16

struct _YsClauseRow
{
  GtkWidget parent_instance;

  GtkLabel *code;
  GtkLabel *name;
  GtkLabel *criterion;
  GtkLabel *limit;
  GtkLabel *due;

  const YsClause *clause;
  YsClauseMatchKind kind;
};

G_DEFINE_FINAL_TYPE (YsClauseRow, ys_clause_row, GTK_TYPE_WIDGET)

/* Each letter of the query is used once. */
typedef struct
{
  YsPinyinQuery *queries[MAX_LETTERS];
  guint n;
} Letters;

static void
letters_init (Letters *letters, const char *query)
{
  letters->n = 0;
  for (const char *p = query; *p != '\0' && letters->n < MAX_LETTERS; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, (gsize)(g_utf8_next_char (p) - p));

      if (g_unichar_isalnum (g_utf8_get_char (p)))
        letters->queries[letters->n++] = ys_pinyin_query_new (letter);
    }
}

static void
letters_clear (Letters *letters)
{
  for (guint i = 0; i < letters->n; i++)
    g_clear_pointer (&letters->queries[i], ys_pinyin_query_free);
}

static gboolean
letters_take (Letters *letters, const char *character)
{
  for (guint i = 0; i < letters->n; i++)
    if (letters->queries[i] != NULL
        && ys_pinyin_query_match (letters->queries[i], character) >= YS_MATCH_PREFIX)
      {
        g_clear_pointer (&letters->queries[i], ys_pinyin_query_free);
        return TRUE;
      }
  return FALSE;
}

static void
append_span (GString *markup, const char *text, gsize length, gboolean marked, const char *color)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize)length);

  if (marked)
    g_string_append_printf (markup, "<span weight=\"bold\" foreground=\"%s\">%s</span>", color,
                            escaped);
  else
    g_string_append (markup, escaped);
}

static char *
mark_range (const char *text, gsize start, gsize end, const char *color)
{
  GString *markup = g_string_new (NULL);
  gsize length = strlen (text);

  end = MIN (end, length);
  start = MIN (start, end);
  append_span (markup, text, start, FALSE, color);
  append_span (markup, text + start, end - start, start < end, color);
  append_span (markup, text + end, length - end, FALSE, color);
  return g_string_free (markup, FALSE);
}

static char *
mark_letters (const char *text, Letters *letters, const char *color)
{
  GString *markup = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = (gsize)(g_utf8_next_char (p) - p);
      g_autofree char *character = g_strndup (p, length);

      append_span (markup, p, length, letters_take (letters, character), color);
    }
  return g_string_free (markup, FALSE);
}

static void
show_marked (YsClauseRow *self, const YsClauseMatch *match, const char *query)
{
  gboolean by_criterion = match->kind == YS_CLAUSE_BY_CRITERION;
  gboolean has_range = match->end > match->start;
  g_autofree char *color = NULL;
  g_autofree char *name = NULL;
  g_autofree char *criterion = NULL;
  GdkRGBA rgba;
  Letters letters;

  ys_look_color (GTK_WIDGET (self), "ys_accent", &rgba);
  color = g_strdup_printf ("#%02x%02x%02x", (guint)(rgba.red * 255), (guint)(rgba.green * 255),
                           (guint)(rgba.blue * 255));
  /* A code is no part of the name. */
  letters_init (&letters, match->kind == YS_CLAUSE_BY_CODE || has_range ? "" : query);
  name = has_range && !by_criterion
             ? mark_range (match->clause->name, match->start, match->end, color)
             : mark_letters (match->clause->name, &letters, color);
  criterion = has_range && by_criterion
                  ? mark_range (match->clause->criterion, match->start, match->end, color)
                  : mark_letters (match->clause->criterion, &letters, color);
  letters_clear (&letters);
  gtk_label_set_markup (self->name, name);
  gtk_label_set_markup (self->criterion, criterion);
}

static void
ys_clause_row_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CLAUSE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_clause_row_parent_class)->dispose (object);
}

static void
ys_clause_row_class_init (YsClauseRowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_clause_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "clauserow");
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/clause-row.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsClauseRow, code);
  gtk_widget_class_bind_template_child (widget_class, YsClauseRow, name);
  gtk_widget_class_bind_template_child (widget_class, YsClauseRow, criterion);
  gtk_widget_class_bind_template_child (widget_class, YsClauseRow, limit);
  gtk_widget_class_bind_template_child (widget_class, YsClauseRow, due);
}

static void
ys_clause_row_init (YsClauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_clause_row_new (const YsClauseMatch *match,
                   const char *query,
                   const char *limit,
                   const char *due)
{
  YsClauseRow *self;

  g_return_val_if_fail (match != NULL && query != NULL, NULL);

  self = g_object_new (YS_TYPE_CLAUSE_ROW, NULL);
  self->clause = match->clause;
  self->kind = match->kind;
  gtk_label_set_text (self->code, match->clause->code);
  gtk_label_set_text (self->limit, limit != NULL ? limit : "");
  gtk_label_set_text (self->due, due != NULL ? due : "");
  show_marked (self, match, query);
  return GTK_WIDGET (self);
}

const YsClause *
ys_clause_row_get_clause (YsClauseRow *self)
{
  g_return_val_if_fail (YS_IS_CLAUSE_ROW (self), NULL);

  return self->clause;
}

YsClauseMatchKind
ys_clause_row_get_kind (YsClauseRow *self)
{
  g_return_val_if_fail (YS_IS_CLAUSE_ROW (self), YS_CLAUSE_BY_CODE);

  return self->kind;
}
