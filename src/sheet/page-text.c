/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of cells: families with their fallbacks, one leading for all fonts, so that a table keeps
 * its height where another font steps in. Widths are unhinted: screen, printer and file break lines
 * alike. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "page-private.h"

#define TITLE_OWN_FAMILIES "FZXiaoBiaoSong-B05S,方正小标宋简体,FZXiaoBiaoSong-B05,方正小标宋_GBK"
#define TITLE_FAMILIES                                                                             \
  TITLE_OWN_FAMILIES ",SimSun,宋体,NSimSun,Songti SC,Noto Serif CJK SC,Source Han Serif SC,"     \
                     "WenQuanYi Micro Hei,serif"
#define BODY_FAMILIES                                                                              \
  "仿宋_GB2312,FangSong_GB2312,FangSong,仿宋,STFangsong,FZFangSong-Z02,Noto Serif CJK SC,"     \
  "Source Han Serif SC,SimSun,宋体,WenQuanYi Micro Hei,serif"
/* No Latin letter of our fonts is wider than its em, no digit wider than 0.65. */
#define NARROW_EMS 0.65
#define MIN_SHRINK 0.5

struct _YsTextKit
{
  PangoContext *context;
  PangoLayout *layout;
  YsCellStyle style; /* that @layout is set up for; size 0: none yet */
  gboolean bold_title;
  GHashTable *lines; /* "lines of one text in one width" by style, width and text */
};

/* 方正小标宋 is a display face; what stands in for it is set bold. */
static gboolean
lacks_title_font (PangoContext *context)
{
  PangoFontDescription *wanted = pango_font_description_from_string (TITLE_FAMILIES " 22");
  PangoFont *font = pango_context_load_font (context, wanted);
  PangoFontDescription *got = font != NULL ? pango_font_describe (font) : NULL;
  const char *family = got != NULL ? pango_font_description_get_family (got) : NULL;
  g_auto (GStrv) own = g_strsplit (TITLE_OWN_FAMILIES, ",", -1);
  gboolean lacks = family == NULL || !g_strv_contains ((const char *const *)own, family);

  g_clear_pointer (&got, pango_font_description_free);
  g_clear_object (&font);
  pango_font_description_free (wanted);
  return lacks;
}

YsTextKit *
ys_text_kit_new (void)
{
  YsTextKit *kit = g_new0 (YsTextKit, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  kit->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (kit->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (kit->context, 72); /* a unit is a point */
  pango_context_set_round_glyph_positions (kit->context, FALSE);
  pango_context_set_language (kit->context, pango_language_from_string ("zh-cn"));
  kit->layout = pango_layout_new (kit->context);
  pango_layout_set_auto_dir (kit->layout, FALSE);
  kit->bold_title = lacks_title_font (kit->context);
  kit->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return kit;
}

void
ys_text_kit_free (YsTextKit *kit)
{
  g_hash_table_unref (kit->lines);
  g_object_unref (kit->layout);
  g_object_unref (kit->context);
  g_free (kit);
}

static void
set_style (YsTextKit *kit, const YsCellStyle *style)
{
  gboolean is_title = style->font == YS_FONT_TITLE;
  PangoFontDescription *description;
  PangoAttrList *attributes;
  double em = style->size / 2.0;

  if (memcmp (&kit->style, style, sizeof *style) == 0)
    return;
  kit->style = *style;
  description = pango_font_description_new ();
  pango_font_description_set_family_static (description, is_title ? TITLE_FAMILIES : BODY_FAMILIES);
  pango_font_description_set_size (description, (int)(em * PANGO_SCALE));
  if (style->bold || (is_title && kit->bold_title))
    pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (kit->layout, description);
  pango_font_description_free (description);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (
                                          (int)(em * YS_SHEET_LINE_EMS * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (kit->layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (kit->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (kit->layout, !style->wrap);
  pango_layout_set_alignment (kit->layout, style->horizontal == YS_ALIGN_START ? PANGO_ALIGN_LEFT
                                           : style->horizontal == YS_ALIGN_END
                                               ? PANGO_ALIGN_RIGHT
                                               : PANGO_ALIGN_CENTER);
}

static double
text_width (double cell_width)
{
  return MAX (cell_width - 2 * YS_SHEET_PADDING, 1.0);
}

static void
set_text (YsTextKit *kit, const char *text, const YsCellStyle *style, double width)
{
  set_style (kit, style);
  pango_layout_set_width (kit->layout, style->wrap ? (int)(text_width (width) * PANGO_SCALE) : -1);
  pango_layout_set_text (kit->layout, text, -1);
}

/* Whether @text is sure to stand on one line: most cells do, and need no layout to know it. */
static gboolean
is_one_line (const char *text, const YsCellStyle *style, double width)
{
  double room = text_width (width) * 2.0 / style->size;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x80 && !g_unichar_iswide (c)))
        return FALSE;
      room -= g_ascii_isdigit (c) || g_ascii_islower (c) || c == ' ' || c == '-' || c == '.'
                  ? NARROW_EMS
                  : 1.0;
      if (c == 'm' || c == 'w')
        room -= 1.0 - NARROW_EMS;
      if (room < 0)
        return FALSE;
    }
  return TRUE;
}

guint
ys_text_kit_lines (YsTextKit *kit, const char *text, const YsCellStyle *style, double width)
{
  g_autofree char *key = NULL;
  guint lines;

  if (!style->wrap || is_one_line (text, style, width))
    return 1;
  key = g_strdup_printf ("%d %d %d %d %s", style->font, style->size, style->bold,
                         (int)(width * 100), text);
  lines = GPOINTER_TO_UINT (g_hash_table_lookup (kit->lines, key));
  if (lines == 0)
    {
      set_text (kit, text, style, width);
      lines = (guint)pango_layout_get_line_count (kit->layout);
      g_hash_table_insert (kit->lines, g_steal_pointer (&key), GUINT_TO_POINTER (lines));
    }
  return lines;
}

/* What an alignment leaves before the text. */
static double
offset (YsSheetAlign align, double room, double edge)
{
  switch (align)
    {
    case YS_ALIGN_START:
      return edge;
    case YS_ALIGN_CENTER:
      return room / 2;
    case YS_ALIGN_END:
      return room - edge;
    }
  g_assert_not_reached ();
}

void
ys_text_kit_draw (YsTextKit *kit,
                  cairo_t *cr,
                  const char *text,
                  const YsCellStyle *style,
                  double width,
                  double height)
{
  PangoRectangle logical;
  double needed_width, needed_height, shrink = 1, x = YS_SHEET_PADDING, y;
  double air = style->size / 2.0 * YS_SHEET_ROW_AIR_EMS / 2;

  set_text (kit, text, style, width);
  pango_layout_get_extents (kit->layout, NULL, &logical);
  needed_width = (double)logical.width / PANGO_SCALE;
  needed_height = (double)logical.height / PANGO_SCALE;
  if (!style->wrap)
    {
      /* Without border the text may run over empty cells, as in a spreadsheet. */
      if (style->border && needed_width > text_width (width))
        shrink = MAX (text_width (width) / needed_width, MIN_SHRINK);
      x = offset (style->horizontal, width - needed_width * shrink, YS_SHEET_PADDING);
    }
  y = offset (style->vertical, height - needed_height * shrink, air);
  cairo_save (cr);
  if (style->border && (needed_height > height || needed_width * shrink > width))
    {
      cairo_rectangle (cr, 0, 0, width, height);
      cairo_clip (cr);
      y = MAX (y, 0);
    }
  cairo_translate (cr, x, y);
  cairo_scale (cr, shrink, shrink);
  pango_cairo_show_layout (cr, kit->layout);
  cairo_restore (cr);
}
