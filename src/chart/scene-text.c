/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shapes each text once: widths and drawing come from the same glyphs, so what was measured is what
 * is seen. Unhinted and with tabular figures, at sizes in exact pixels: the screen and a file
 * agree. */
#include "config.h"

#include "scene-private.h"

#include <pango/pangocairo.h>
#include <string.h>

#define FAMILIES                                                                                   \
  "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei UI,PingFang SC,WenQuanYi Micro "            \
  "Hei,sans-serif"

typedef struct
{
  const char *text;
  double size;
  gboolean bold;
} Key;

struct _YsTextSetter
{
  PangoContext *context;
  PangoAttrList *attributes; /* of the last size and weight */
  double size;
  gboolean bold;
  GHashTable *lines; /* Key to YsLine */
};

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + (guint)(key->size * 64.0) * 2 + (key->bold ? 1 : 0);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const Key *x = a, *y = b;

  return x->size == y->size && x->bold == y->bold && strcmp (x->text, y->text) == 0;
}

static void
free_key (gpointer data)
{
  Key *key = data;

  g_free ((char *)key->text);
  g_free (key);
}

static void
free_line (gpointer data)
{
  YsLine *line = data;

  for (guint i = 0; i < line->n_runs; i++)
    {
      g_object_unref (line->runs[i].font);
      pango_glyph_string_free (line->runs[i].glyphs);
    }
  g_free (line->runs);
  g_free (line);
}

static PangoContext *
new_context (PangoContext *like)
{
  PangoFontMap *map
      = like != NULL ? pango_context_get_font_map (like) : pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 96.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  return context;
}

YsTextSetter *
ys_text_setter_new (PangoContext *context)
{
  YsTextSetter *setter = g_new0 (YsTextSetter, 1);

  setter->context = new_context (context);
  setter->lines = g_hash_table_new_full (hash_key, equal_keys, free_key, free_line);
  return setter;
}

void
ys_text_setter_free (YsTextSetter *setter)
{
  g_hash_table_unref (setter->lines);
  g_clear_pointer (&setter->attributes, pango_attr_list_unref);
  g_object_unref (setter->context);
  g_free (setter);
}

static PangoAttrList *
attributes_for (YsTextSetter *setter, double size, gboolean bold)
{
  PangoFontDescription *font;

  if (setter->attributes != NULL && setter->size == size && setter->bold == bold)
    return setter->attributes;
  g_clear_pointer (&setter->attributes, pango_attr_list_unref);
  font = pango_font_description_new ();
  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  setter->attributes = pango_attr_list_new ();
  pango_attr_list_insert (setter->attributes, pango_attr_font_desc_new (font));
  pango_attr_list_insert (setter->attributes, pango_attr_font_features_new ("tnum"));
  pango_font_description_free (font);
  setter->size = size;
  setter->bold = bold;
  return setter->attributes;
}

static YsLine *
shape (YsTextSetter *setter, const char *text, double size, gboolean bold)
{
  PangoAttrList *attributes = attributes_for (setter, size, bold);
  int length = (int)strlen (text), width = 0;
  GList *items = pango_itemize (setter->context, text, 0, length, attributes, NULL);
  YsLine *line = g_new0 (YsLine, 1);

  line->runs = g_new0 (YsRun, g_list_length (items) + 1);
  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;
      YsRun *run = &line->runs[line->n_runs++];

      run->font = g_object_ref (item->analysis.font);
      run->glyphs = pango_glyph_string_new ();
      pango_shape_full (text + item->offset, item->length, text, length, &item->analysis,
                        run->glyphs);
      width += pango_glyph_string_get_width (run->glyphs);
    }
  g_list_free_full (items, (GDestroyNotify)pango_item_free);
  line->width = (double)width / PANGO_SCALE;
  return line;
}

const YsLine *
ys_text_setter_line (YsTextSetter *setter, const char *text, double size, gboolean bold)
{
  const Key wanted = { text, size, bold };
  YsLine *line = g_hash_table_lookup (setter->lines, &wanted);
  Key *key;

  if (line != NULL)
    return line;
  line = shape (setter, text, size, bold);
  key = g_new (Key, 1);
  *key = (Key){ g_strdup (text), size, bold };
  g_hash_table_insert (setter->lines, key, line);
  return line;
}
