/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of clauses, and which annex and version it is of. The search orders it: best match
 * first. */
#include "config.h"

#include "catalogue-view-private.h"

#include <glib/gi18n-lib.h>

#include "look.h"
#include "resources.h"
#include "save-file.h"
#include "slot-column.h"
#include "when.h"
#include "widget-help.h"

G_DEFINE_FINAL_TYPE (YsCatalogueView, ys_catalogue_view, GTK_TYPE_WIDGET)

typedef enum
{
  COLUMN_CODE,
  COLUMN_GROUP,
  COLUMN_NAME,
  COLUMN_CRITERION,
  COLUMN_LIMIT,
  COLUMN_UNIT,
  COLUMN_POINTS,
  N_COLUMNS
} Column;

static const struct
{
  const char *title; /* N_() */
  int width;         /* 0: what the others leave */
  float align;
} column_infos[N_COLUMNS] = {
  [COLUMN_CODE] = { N_ ("Code"), 66, 0 },
  [COLUMN_GROUP] = { N_ ("Group"), 96, 0 },
  [COLUMN_NAME] = { N_ ("Name"), 190, 0 },
  [COLUMN_CRITERION] = { N_ ("Criterion"), 0, 0 },
  [COLUMN_LIMIT] = { N_ ("Time limit"), 76, 0 },
  [COLUMN_UNIT] = { N_ ("Responsible unit"), 104, 0 },
  [COLUMN_POINTS] = { N_ ("Points"), 64, 1 },
};

typedef struct
{
  YsCatalogueView *view;
  Column column;
} CellClosure;

/* --- Cells ------------------------------------------------------------------------------ */

/* (nullable) */
static const YsClause *
clause_at (YsCatalogueView *self, guint position)
{
  return self->matches != NULL && position < self->matches->len
             ? g_array_index (self->matches, YsClauseMatch, position).clause
             : NULL;
}

const YsClause *
ys_catalogue_view_clause (YsCatalogueView *self)
{
  return self->book != NULL && self->code != NULL ? ys_catalogue_book_find (self->book, self->code)
                                                  : NULL;
}

/* (transfer full) */
static char *
cell_text (const YsClause *clause, Column column)
{
  switch (column)
    {
    case COLUMN_CODE:
      return g_strdup (clause->code);
    case COLUMN_GROUP:
      return g_strdup (clause->group);
    case COLUMN_NAME:
      return g_strdup (clause->name);
    case COLUMN_CRITERION:
      return g_strdup (clause->criterion);
    case COLUMN_LIMIT:
      return ys_clause_limit_official (clause);
    case COLUMN_UNIT:
      return g_strdup (clause->unit);
    case COLUMN_POINTS:
      if (ys_clause_is_unspecified (clause))
        return g_strdup (_ ("missing"));
      return clause->points.is_set ? ys_hundredths_to_text (clause->points.value, FALSE) : NULL;
    case N_COLUMNS:
      break;
    }
  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_cell (gpointer data)
{
  const CellClosure *closure = data;

  return ys_text_cell_new (column_infos[closure->column].align);
}

static void
show_cell (GtkWidget *cell, YsSlot *slot, gpointer data)
{
  const CellClosure *closure = data;
  const YsClause *clause = clause_at (closure->view, ys_slot_get_position (slot));
  g_autofree char *text = clause != NULL ? cell_text (clause, closure->column) : NULL;
  gboolean missing
      = clause != NULL && closure->column == COLUMN_POINTS && ys_clause_is_unspecified (clause);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL && *text != '\0' ? text : "—");
  gtk_widget_set_tooltip_text (cell, closure->column == COLUMN_CRITERION ? text : NULL);
  ys_widget_set_class (cell, "amber", missing);
}

static void
add_columns (YsCatalogueView *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      CellClosure *closure = g_new0 (CellClosure, 1);
      g_autoptr (GtkColumnViewColumn) column = NULL;

      *closure = (CellClosure){ self, (Column)i };
      column = ys_slot_column_new (_ (column_infos[i].title), column_infos[i].width, make_cell,
                                   show_cell, closure, g_free);
      gtk_column_view_append_column (self->list, column);
      ys_column_view_align_title (self->list, i, column_infos[i].align);
    }
}

/* --- The list --------------------------------------------------------------------------- */

/* Blanks of the annex and its footnotes, while no clause is chosen. */
static void
show_notes (YsCatalogueView *self)
{
  const char *notes = ys_catalogue_book_version (self->book)->notes;
  g_autoptr (GString) blanks = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < ys_catalogue_book_n_clauses (self->book); i++)
    {
      const YsClause *clause = ys_catalogue_book_clause (self->book, i);

      if (ys_clause_is_unspecified (clause))
        g_string_append_printf (blanks, "%s%s", blanks->len > 0 ? _ (", ") : "", clause->code);
    }
  if (blanks->len > 0)
    /* Translators: codes of clauses */
    text = g_strdup_printf (_ ("The source leaves the points of %s blank. Fill them in before "
                               "these clauses are used."),
                            blanks->str);
  gtk_label_set_text (self->blank_note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->blank_note), text != NULL);
  gtk_label_set_text (self->notes, notes != NULL ? notes : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes != NULL);
}

static void
select_code (YsCatalogueView *self)
{
  guint at = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; self->code != NULL && i < self->matches->len; i++)
    if (g_str_equal (clause_at (self, i)->code, self->code))
      at = i;
  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, at);
  self->filling = FALSE;
}

/* Only annex 1 has limits and units. */
static void
show_columns (YsCatalogueView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->list);
  gboolean shown = ys_catalogue_book_version (self->book)->annex == YS_ANNEX_1;

  for (guint i = COLUMN_LIMIT; i <= COLUMN_UNIT; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      /* GTK 4.8 shares the room out among hidden columns too. */
      gtk_column_view_column_set_fixed_width (column,
                                              shown ? ys_look_scaled (column_infos[i].width) : 0);
      gtk_column_view_column_set_visible (column, shown);
    }
}

/* What is listed belongs to the book: it goes first. */
void
ys_catalogue_view_take_book (YsCatalogueView *self, YsCatalogueBook *book)
{
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  self->book = book;
}

static void
fill_list (YsCatalogueView *self)
{
  g_clear_pointer (&self->matches, g_array_unref);
  self->matches
      = ys_catalogue_book_search (self->book, gtk_editable_get_text (GTK_EDITABLE (self->search)),
                                  ys_catalogue_book_n_clauses (self->book));
  show_columns (self);
  self->filling = TRUE;
  ys_slot_list_refill (self->slots, self->matches->len);
  self->filling = FALSE;
  select_code (self);
}

static GtkStringList *
version_names (GPtrArray *versions)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const YsCatalogue *version = versions->pdata[i];
      g_autofree char *name = ys_when_version (version->version.value, version->valid_from);

      gtk_string_list_append (names, name);
    }
  return names;
}

/* The annex's versions; the one that was shown stays chosen, a new annex shows its newest. */
static gboolean
read_versions (YsCatalogueView *self, int annex)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = NULL;
  GPtrArray *versions
      = ys_catalogue_versions (ys_session_get_ledger (self->session), annex, &error);
  guint selected = 0;

  if (versions == NULL)
    {
      ys_session_report (self->session, error);
      return FALSE;
    }
  for (guint i = 0; self->book != NULL && i < versions->len; i++)
    if (((YsCatalogue *)versions->pdata[i])->id == ys_catalogue_book_version (self->book)->id)
      selected = i;
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = versions;
  names = version_names (versions);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->version, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->other, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->version, selected);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare), versions->len > 1);
  return versions->len > 0;
}

static gboolean
read_book (YsCatalogueView *self)
{
  guint selected = gtk_drop_down_get_selected (self->version);
  const YsCatalogue *version = self->versions->pdata[MIN (selected, self->versions->len - 1)];
  g_autoptr (GError) error = NULL;
  YsCatalogueBook *book
      = ys_catalogue_load_version (ys_session_get_ledger (self->session), version->id, &error);

  if (book == NULL)
    {
      ys_session_report (self->session, error);
      return FALSE;
    }
  ys_catalogue_view_take_book (self, book);
  return TRUE;
}

/* The form follows the version shown, unless something is typed in it. */
static void
follow_form (YsCatalogueView *self, gboolean keep)
{
  const YsClause *clause = ys_catalogue_view_clause (self);
  gboolean at_form = g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "edit") == 0;

  if (clause == NULL && at_form)
    {
      g_clear_pointer (&self->code, g_free);
      gtk_stack_set_visible_child_name (self->side, "empty");
    }
  else if (clause != NULL && at_form && !keep)
    ys_catalogue_view_edit (self, clause);
}

void
ys_catalogue_view_reload (YsCatalogueView *self)
{
  gboolean keep = ys_catalogue_view_is_edited (self);

  if (!read_versions (self, (int)gtk_drop_down_get_selected (self->annex) + YS_ANNEX_1)
      || !read_book (self))
    return;
  show_notes (self);
  fill_list (self);
  follow_form (self, keep);
}

void
ys_catalogue_view_show (YsCatalogueView *self, YsSession *session)
{
  g_return_if_fail (YS_IS_CATALOGUE_VIEW (self));
  g_return_if_fail (YS_IS_SESSION (session));

  g_set_object (&self->session, session);
  ys_catalogue_view_reload (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import), ys_session_is_writable (session));
}

void
ys_catalogue_view_choose (YsCatalogueView *self, const char *code)
{
  const YsClause *clause;

  g_return_if_fail (YS_IS_CATALOGUE_VIEW (self));
  g_return_if_fail (code != NULL && self->session != NULL);

  if (code[0] == 'A' && code[1] >= '1' && code[1] <= '3')
    gtk_drop_down_set_selected (self->annex, (guint)(code[1] - '1'));
  clause = ys_catalogue_book_find (self->book, code);
  if (clause == NULL)
    return;
  ys_catalogue_view_edit (self, clause);
  select_code (self);
}

/* --- What a person does ----------------------------------------------------------------- */

static void
on_annex_cb (YsCatalogueView *self)
{
  if (self->filling || self->session == NULL)
    return;
  ys_catalogue_view_take_book (self, NULL);
  g_clear_pointer (&self->code, g_free);
  gtk_stack_set_visible_child_name (self->side, "empty");
  ys_catalogue_view_reload (self);
}

static void
on_version_cb (YsCatalogueView *self)
{
  if (self->filling || self->session == NULL || !read_book (self))
    return;
  show_notes (self);
  fill_list (self);
  follow_form (self, FALSE);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->side), "changes") == 0)
    ys_catalogue_view_compare (self);
}

static void
on_other_cb (YsCatalogueView *self)
{
  ys_catalogue_view_compare_other (self);
}

static void
on_selected_cb (YsCatalogueView *self)
{
  const YsClause *clause = clause_at (self, gtk_single_selection_get_selected (self->selection));

  if (!self->filling && clause != NULL && g_strcmp0 (clause->code, self->code) != 0)
    ys_catalogue_view_edit (self, clause);
}

static void
on_search_cb (YsCatalogueView *self)
{
  if (self->book != NULL)
    fill_list (self);
}

/* Enter opens the best match. */
static void
on_search_activate_cb (YsCatalogueView *self)
{
  if (self->matches == NULL || self->matches->len == 0)
    return;
  ys_catalogue_view_edit (self, clause_at (self, 0));
  select_code (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
on_save_cb (YsCatalogueView *self)
{
  ys_catalogue_view_save (self);
}

static void
on_drop_cb (YsCatalogueView *self)
{
  const YsClause *clause = ys_catalogue_view_clause (self);

  if (clause != NULL)
    ys_catalogue_view_edit (self, clause);
}

static void
on_compare_cb (YsCatalogueView *self)
{
  ys_catalogue_view_compare (self);
}

static void
on_apply_cb (YsCatalogueView *self)
{
  ys_catalogue_view_apply (self);
}

static void
on_back_cb (YsCatalogueView *self)
{
  g_clear_pointer (&self->opened, ys_catalogue_import_free);
  gtk_stack_set_visible_child_name (self->side, self->code != NULL ? "edit" : "empty");
}

static void
on_export_chosen_cb (const char *path, gpointer user_data)
{
  YsCatalogueView *self = user_data;
  g_autoptr (GError) error = NULL;

  ys_catalogue_export (self->book, path, ys_session_now (self->session), &error);
  ys_session_tell_written (self->session, path, error);
}

static void
on_export_cb (YsCatalogueView *self)
{
  g_autofree char *name
      = g_strconcat (ys_catalogue_book_version (self->book)->title, ".xlsx", NULL);

  ys_save_file (GTK_WIDGET (self), _ ("Export the catalogue"), name, on_export_chosen_cb, self);
}

static void
on_import_chosen_cb (const char *path, gpointer user_data)
{
  ys_catalogue_view_open (user_data, path);
}

static void
on_import_cb (YsCatalogueView *self)
{
  const char *const patterns[] = { "*.xlsx", "*.csv", NULL };

  ys_open_file (GTK_WIDGET (self), _ ("Import a catalogue"), _ ("Excel workbooks and CSV"),
                patterns, on_import_chosen_cb, self);
}

/* --- The widget ------------------------------------------------------------------------- */

static void
ys_catalogue_view_dispose (GObject *object)
{
  YsCatalogueView *self = YS_CATALOGUE_VIEW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CATALOGUE_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_object (&self->slots);
  g_clear_pointer (&self->matches, g_array_unref);
  g_clear_pointer (&self->book, ys_catalogue_book_unref);
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->opened, ys_catalogue_import_free);
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->file_name, g_free);

  G_OBJECT_CLASS (ys_catalogue_view_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, YsCatalogueView, name)
#define CALL(name) gtk_widget_class_bind_template_callback (widget_class, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (content_box);
  BIND (annex);
  BIND (version);
  BIND (search);
  BIND (compare);
  BIND (export);
  BIND (import);
  BIND (list);
  BIND (side);
  BIND (blank_note);
  BIND (notes);
  BIND (title);
  BIND (state);
  BIND (name);
  BIND (short_name);
  BIND (group);
  BIND (limit);
  BIND (unit);
  BIND (points);
  BIND (criterion);
  BIND (content_label);
  BIND (content);
  BIND (from);
  BIND (reason);
  BIND (wrong);
  BIND (save);
  BIND (drop);
  BIND (changes_title);
  BIND (compare_form);
  BIND (other);
  BIND (changes_count);
  BIND (changes);
  BIND (import_form);
  BIND (import_from);
  BIND (import_reason);
  BIND (import_wrong);
  BIND (apply);
  BIND (back);
}

static void
ys_catalogue_view_class_init (YsCatalogueViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_catalogue_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/catalogue-view.ui"));
  bind_children (widget_class);
  CALL (on_search_cb);
  CALL (on_search_activate_cb);
  CALL (on_save_cb);
  CALL (on_drop_cb);
  CALL (on_compare_cb);
  CALL (on_export_cb);
  CALL (on_import_cb);
  CALL (on_apply_cb);
  CALL (on_back_cb);
}

static void
ys_catalogue_view_init (YsCatalogueView *self)
{
  g_autoptr (GtkStringList) annexes = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const YsChoice *choice = ys_annex_choices; choice->nick != NULL; choice++)
    gtk_string_list_append (annexes, _ (choice->label));
  gtk_drop_down_set_model (self->annex, G_LIST_MODEL (annexes));
  self->slots = g_object_new (YS_TYPE_SLOT_LIST, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slots)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  add_columns (self);
  g_signal_connect_object (self->annex, "notify::selected", G_CALLBACK (on_annex_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->version, "notify::selected", G_CALLBACK (on_version_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other, "notify::selected", G_CALLBACK (on_other_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
}
