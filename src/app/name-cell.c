/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neither the name nor the word asks for room: a change in one row never measures the list anew.
 * Only a row with a word measures its texts, when it is placed. */
#include "config.h"

#include "name-cell.h"

#include "look.h"

#define GAP 8
#define HEIGHT 20

struct _YsNameCell
{
  GtkWidget parent_instance;

  GtkWidget *name;
  GtkWidget *word; /* (nullable): made when there is one for the first time */
  char *text;
  char *word_text; /* (nullable) */
  const char *tone;
};

G_DEFINE_FINAL_TYPE (YsNameCell, ys_name_cell, GTK_TYPE_WIDGET)

static void
ys_name_cell_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? ys_look_scaled (HEIGHT) : 0;
}

static int
width_of (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* An inscription's least size is that of its font. */
static void
place (GtkWidget *child, int x, int width, int height)
{
  int least_width;
  int least_height;
  GtkAllocation at;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  at = (GtkAllocation){ x, (height - MAX (height, least_height)) / 2, MAX (width, least_width),
                        MAX (height, least_height) };
  gtk_widget_size_allocate (child, &at, -1);
}

static void
ys_name_cell_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YsNameCell *self = YS_NAME_CELL (widget);
  int word;
  int name;

  if (self->word_text == NULL)
    {
      place (self->name, 0, width, height);
      return;
    }
  word = width_of (self->word, self->word_text) + 1;
  name = MIN (width_of (self->name, self->text) + 1, MAX (0, width - word - GAP));
  place (self->name, 0, name, height);
  place (self->word, name + GAP, word, height);
}

static void
ys_name_cell_dispose (GObject *object)
{
  YsNameCell *self = YS_NAME_CELL (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);

  G_OBJECT_CLASS (ys_name_cell_parent_class)->dispose (object);
}

static void
ys_name_cell_finalize (GObject *object)
{
  YsNameCell *self = YS_NAME_CELL (object);

  g_free (self->text);
  g_free (self->word_text);

  G_OBJECT_CLASS (ys_name_cell_parent_class)->finalize (object);
}

static void
ys_name_cell_class_init (YsNameCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_name_cell_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_name_cell_finalize;
  widget_class->measure = ys_name_cell_measure;
  widget_class->size_allocate = ys_name_cell_allocate;
  gtk_widget_class_set_css_name (widget_class, "namecell");
}

static GtkWidget *
new_text (YsNameCell *self)
{
  GtkWidget *text = g_object_new (GTK_TYPE_INSCRIPTION, "min-chars", 1u, "nat-chars", 1u,
                                  "text-overflow", GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, NULL);

  gtk_widget_set_parent (text, GTK_WIDGET (self));
  return text;
}

static void
ys_name_cell_init (YsNameCell *self)
{
  self->name = new_text (self);
}

GtkWidget *
ys_name_cell_new (void)
{
  return g_object_new (YS_TYPE_NAME_CELL, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
}

static void
set_word (YsNameCell *self, const char *word, const char *tone)
{
  if (self->word == NULL && word == NULL)
    return;
  if (self->word == NULL)
    {
      self->word = new_text (self);
      gtk_widget_add_css_class (self->word, "tie");
    }
  if (g_strcmp0 (self->tone, tone) != 0)
    {
      if (self->tone != NULL)
        gtk_widget_remove_css_class (self->word, self->tone);
      if (tone != NULL)
        gtk_widget_add_css_class (self->word, tone);
      self->tone = tone;
    }
  gtk_inscription_set_text (GTK_INSCRIPTION (self->word), word);
  gtk_widget_set_child_visible (self->word, word != NULL);
  g_free (self->word_text);
  self->word_text = g_strdup (word);
}

void
ys_name_cell_set (YsNameCell *self, const char *name, const char *word, const char *tone)
{
  gboolean placed;

  g_return_if_fail (YS_IS_NAME_CELL (self));
  g_return_if_fail (name != NULL);

  if (g_strcmp0 (self->text, name) == 0 && g_strcmp0 (self->word_text, word) == 0
      && g_strcmp0 (self->tone, tone) == 0)
    return;
  placed = self->word_text == NULL && word == NULL;
  g_free (self->text);
  self->text = g_strdup (name);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->name), name);
  set_word (self, word, tone);
  if (!placed)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}
