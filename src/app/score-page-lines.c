/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes 2 and 3 of the chosen compound, clause by clause as the annex prints them. Each line is
 * saved when it is left; what cannot be saved stays as typed with its sentence beneath. */
#include "config.h"

#include "score-page-private.h"

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "look.h"
#include "text.h"
#include "widget-help.h"

typedef enum
{
  CELL_CODE,
  CELL_TEXT,
  CELL_EACH,
  CELL_VALUE,
  CELL_EVIDENCE,
  CELL_JOINED
} Cell;

static YsSession *
session_of (YsScorePage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

/* 0: the tab shows no sheet. */
int
ys_score_page_annex (YsScorePage *self)
{
  const char *tab = gtk_stack_get_visible_child_name (self->tabs);

  return g_strcmp0 (tab, "annex2") == 0   ? YS_ANNEX_2
         : g_strcmp0 (tab, "annex3") == 0 ? YS_ANNEX_3
                                          : 0;
}

/* (transfer none) (nullable): NULL: all sheets joined, which is read only. */
const char *
ys_score_page_assessor (YsScorePage *self)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (self->assessor);

  return item != NULL ? g_object_get_data (G_OBJECT (item), "assessor") : NULL;
}

/* (nullable): what this assessor entered for the line. */
const YsAssessmentEntry *
ys_score_entry_of (const YsAssessmentLine *line, const char *assessor)
{
  for (guint i = 0; assessor != NULL && i < line->entries->len; i++)
    {
      const YsAssessmentEntry *entry = line->entries->pdata[i];

      if (g_str_equal (entry->assessor, assessor))
        return entry;
    }
  return NULL;
}

/* (transfer full): as it is typed; "" nothing */
char *
ys_score_value_text (const YsClause *clause, const YsAssessmentEntry *entry)
{
  if (entry == NULL)
    return g_strdup ("");
  return clause->kind == YS_CLAUSE_ITEM ? ys_hundredths_to_text (entry->points, FALSE)
                                        : ys_count_to_text (entry->count, FALSE);
}

void
ys_score_line_set_wrong (YsScoreLine *line, const char *sentence)
{
  gtk_label_set_label (line->wrong, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (line->wrong), sentence != NULL);
  ys_widget_set_class (GTK_WIDGET (line->value), "error", sentence != NULL);
}

void
ys_score_line_set_clean (YsScoreLine *line)
{
  g_free (line->shown_value);
  g_free (line->shown_evidence);
  line->shown_value = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->value)));
  line->shown_evidence = g_strdup (gtk_editable_get_text (GTK_EDITABLE (line->evidence)));
}

gboolean
ys_score_line_is_typed (const YsScoreLine *line)
{
  return g_strcmp0 (line->shown_value, gtk_editable_get_text (GTK_EDITABLE (line->value))) != 0
         || g_strcmp0 (line->shown_evidence, gtk_editable_get_text (GTK_EDITABLE (line->evidence)))
                != 0;
}

/* --- Saving ------------------------------------------------------------------------------- */

static gboolean
is_same (YsScoreLine *line, const YsClause *clause, const char *value, const char *evidence)
{
  const YsAssessmentLine *held = line->page->sheet->lines->pdata[line->index];
  const YsAssessmentEntry *entry = ys_score_entry_of (held, ys_score_page_assessor (line->page));
  g_autofree char *before = ys_score_value_text (clause, entry);

  return g_str_equal (value, before)
         && g_strcmp0 (evidence, entry != NULL && entry->evidence != NULL ? entry->evidence : "")
                == 0;
}

/* TRUE: nothing is wrong. */
static gboolean
save_line (YsScoreLine *line)
{
  YsScorePage *self = line->page;
  const YsClause *clause = ((YsAssessmentLine *)self->sheet->lines->pdata[line->index])->clause;
  const char *assessor = ys_score_page_assessor (self);
  g_autofree char *value = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (line->value)));
  g_autofree char *evidence = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (line->evidence)));
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;
  const YsAssessmentEdit edit = { line->code, value, evidence };

  if (assessor == NULL || !ys_score_page_is_open (self) || is_same (line, clause, value, evidence))
    {
      if (assessor != NULL)
        ys_score_line_set_wrong (line, NULL);
      return TRUE;
    }
  if (*value == '\0' && *evidence != '\0')
    problem = g_strdup (clause->kind == YS_CLAUSE_ITEM
                            ? _ ("Write the points too, or delete the evidence.")
                            : _ ("Write the occurrences too (0: nothing was wrong), or delete the "
                                 "evidence."));
  else
    problem = ys_assessment_check (clause, value);
  ys_score_line_set_wrong (line, problem);
  if (problem != NULL)
    return FALSE;
  if (!ys_assessment_set (ys_session_get_ledger (session_of (self)), self->lines_of,
                          self->lines_span, self->lines_annex, assessor, &edit, 1, &error))
    {
      ys_score_line_set_wrong (line, error->message);
      return FALSE;
    }
  ys_score_line_set_clean (line);
  /* Another tab is seen already: it is filled by who asked for this. */
  if (ys_score_page_annex (self) == self->lines_annex)
    ys_score_page_show_sheet (self);
  ys_session_changed (session_of (self));
  return TRUE;
}

gboolean
ys_score_page_flush_sheet (YsScorePage *self)
{
  gboolean good = TRUE;

  if (self->sheet == NULL)
    return TRUE;
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    good = save_line (self->lines->pdata[i]) && good;
  return good;
}

/* --- Keys --------------------------------------------------------------------------------- */

static void
go_to (YsScorePage *self, guint from, int by, gboolean evidence)
{
  for (int i = (int)from + by; i >= 0 && i < (int)self->lines->len; i += by)
    {
      YsScoreLine *line = self->lines->pdata[i];
      GtkWidget *entry = GTK_WIDGET (evidence ? line->evidence : line->value);

      if (!gtk_widget_get_sensitive (entry))
        continue;
      gtk_widget_grab_focus (entry);
      return;
    }
}

static void
on_activate_cb (YsScoreLine *line, GtkEntry *entry)
{
  if (save_line (line))
    go_to (line->page, line->index, 1, entry == line->evidence);
}

static void
on_leave_cb (YsScoreLine *line)
{
  if (!line->page->filling)
    save_line (line);
}

static gboolean
on_key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  YsScoreLine *line = data;
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  int by = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;

  if (by == 0 || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  go_to (line->page, line->index, by, entry == GTK_WIDGET (line->evidence));
  return TRUE;
}

/* --- The grid ----------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text, const char *class, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (label, ys_look_scaled (width), -1);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkEntry *
make_entry (YsScoreLine *line, const char *name, int width, float align)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *full = g_strdup_printf ("%s %s", line->code, name);

  gtk_widget_set_size_request (entry, ys_look_scaled (width), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), align > 0 ? 4 : 20);
  gtk_entry_set_alignment (GTK_ENTRY (entry), align);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_cb), line);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), line);
  gtk_widget_add_controller (entry, keys);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate_cb), line);
  return GTK_ENTRY (entry);
}

static void
on_fill_in_cb (GtkButton *button, gpointer data)
{
  YsScorePage *self = data;
  const char *code = g_object_get_data (G_OBJECT (button), "code");
  g_autofree char *field = g_strdup_printf ("catalogue:%s", code);

  ys_session_go (session_of (self), "settings", 0, field);
}

/* What the annex says of a clause: content, then the criterion. */
static GtkWidget *
make_text (YsScorePage *self, const YsClause *clause)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *criterion = make_label (clause->criterion, "hint", -1);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (clause->name, NULL, -1));
  gtk_box_append (GTK_BOX (box), criterion);
  if (clause->content != NULL)
    gtk_widget_set_tooltip_text (box, clause->content);
  if (ys_clause_is_unspecified (clause))
    {
      GtkWidget *link
          = gtk_button_new_with_label (_ ("The source leaves the figure blank: fill it in…"));

      gtk_widget_add_css_class (link, "link");
      gtk_widget_set_halign (link, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (link), "code", g_strdup (clause->code), g_free);
      g_signal_connect_object (link, "clicked", G_CALLBACK (on_fill_in_cb), self, 0);
      gtk_box_append (GTK_BOX (box), link);
    }
  return box;
}

static char *
each_text (const YsClause *clause)
{
  g_autofree char *points = NULL;

  if (clause->kind == YS_CLAUSE_VETO)
    return g_strdup (_ ("veto"));
  if (!clause->points.is_set)
    return g_strdup (_ ("missing"));
  points = ys_hundredths_to_text (clause->points.value, FALSE);
  switch (clause->kind)
    {
    case YS_CLAUSE_DEDUCTION:
      return g_strdup_printf ("−%s", points);
    case YS_CLAUSE_ITEM:
    case YS_CLAUSE_SURVEY:
      return g_strdup_printf ("≤ %s", points);
    default:
      return g_strdup_printf ("+%s", points);
    }
}

static void
add_line (YsScorePage *self, GtkGrid *grid, int row, YsScoreLine *line, const YsClause *clause)
{
  g_autofree char *each = each_text (clause);
  GtkWidget *label = make_label (each, "small", 56);
  gboolean item = clause->kind == YS_CLAUSE_ITEM;

  line->value = make_entry (line, item ? _ ("points") : _ ("occurrences"), 76, 1);
  line->evidence = make_entry (line, _ ("evidence"), 168, 0);
  line->joined = GTK_LABEL (make_label (NULL, "small", 86));
  line->wrong = GTK_LABEL (make_label (NULL, "red", -1));
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_xalign (line->joined, 1);
  ys_widget_set_class (label, "amber", ys_clause_is_unspecified (clause));
  gtk_grid_attach (grid, make_label (clause->code, "hint", 46), CELL_CODE, row, 1, 1);
  gtk_grid_attach (grid, make_text (self, clause), CELL_TEXT, row, 1, 1);
  gtk_grid_attach (grid, label, CELL_EACH, row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->value), CELL_VALUE, row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->evidence), CELL_EVIDENCE, row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->joined), CELL_JOINED, row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (line->wrong), CELL_TEXT, row + 1, 5, 1);
}

static void
line_free (gpointer data)
{
  YsScoreLine *line = data;

  g_free (line->code);
  g_free (line->shown_value);
  g_free (line->shown_evidence);
  g_free (line);
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static void
add_heads (GtkGrid *grid, gboolean items)
{
  const char *heads[] = { _ ("Code"),
                          _ ("What is judged"),
                          items ? _ ("At most") : _ ("Each"),
                          items ? _ ("points") : _ ("occurrences"),
                          _ ("evidence"),
                          _ ("All joined") };

  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    {
      GtkWidget *label = make_label (heads[i], "hint", -1);

      gtk_label_set_xalign (GTK_LABEL (label), i == CELL_EACH || i >= CELL_JOINED ? 1 : 0);
      gtk_grid_attach (grid, label, i, 0, 1, 1);
    }
}

/* Each group of the annex stands once, over its clauses. */
void
ys_score_page_build_lines (YsScorePage *self)
{
  GtkGrid *grid = self->sheet->lines->len > 0 && ys_score_page_annex (self) == YS_ANNEX_3
                      ? self->grid3
                      : self->grid2;
  const char *group = NULL;
  int row = 1;

  self->filling = TRUE;
  clear_grid (self->grid2);
  clear_grid (self->grid3);
  add_heads (grid, grid == self->grid3);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < self->sheet->lines->len; i++)
    {
      const YsClause *clause = ((YsAssessmentLine *)self->sheet->lines->pdata[i])->clause;
      YsScoreLine *line = g_new0 (YsScoreLine, 1);

      line->page = self;
      line->index = i;
      line->code = g_strdup (clause->code);
      if (ys_score_page_annex (self) == YS_ANNEX_3 && g_strcmp0 (group, clause->group) != 0)
        {
          group = clause->group;
          gtk_grid_attach (grid, make_label (group, "section", -1), CELL_CODE, row++, 6, 1);
        }
      add_line (self, grid, row, line, clause);
      g_ptr_array_add (self->lines, line);
      row += 2;
    }
  self->filling = FALSE;
}

static YsScoreLine *
find_line (YsScorePage *self, const char *code)
{
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    if (g_str_equal (((YsScoreLine *)self->lines->pdata[i])->code, code))
      return self->lines->pdata[i];
  return NULL;
}

void
ys_score_page_type (YsScorePage *self, const char *code, const char *value)
{
  YsScoreLine *line;

  g_return_if_fail (YS_IS_SCORE_PAGE (self));
  line = find_line (self, code);
  g_return_if_fail (line != NULL);

  gtk_editable_set_text (GTK_EDITABLE (line->value), value);
  save_line (line);
}

const char *
ys_score_page_wrong (YsScorePage *self, const char *code)
{
  YsScoreLine *line;

  g_return_val_if_fail (YS_IS_SCORE_PAGE (self), NULL);
  line = find_line (self, code);
  g_return_val_if_fail (line != NULL, NULL);

  return gtk_label_get_label (line->wrong);
}
