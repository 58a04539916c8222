/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unpacks the few parts that matter and keeps each as a small tree of elements. */
#include "config.h"

#include "xlsx-parts.h"

#include <stdlib.h>
#include <string.h>

#include <unzip.h>

typedef struct
{
  char *name; /* without prefix */
  GHashTable *attributes;
  GString *text;
  GPtrArray *children;
} Node;

struct _XlsxParts
{
  Node *workbook;
  Node *strings; /* (nullable) */
  Node *styles;
  GPtrArray *sheets; /* Node, in the workbook's order */
};

static void
node_free (Node *node)
{
  if (node == NULL)
    return;
  g_free (node->name);
  g_hash_table_unref (node->attributes);
  g_string_free (node->text, TRUE);
  g_ptr_array_unref (node->children);
  g_free (node);
}

static Node *
node_new (const char *name)
{
  const char *colon = strchr (name, ':');
  Node *node = g_new0 (Node, 1);

  node->name = g_strdup (colon != NULL ? colon + 1 : name);
  node->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  node->text = g_string_new (NULL);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
  return node;
}

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  GPtrArray *stack = user_data;
  Node *parent = g_ptr_array_index (stack, stack->len - 1);
  Node *node = node_new (element);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (node->attributes, g_strdup (names[i]), g_strdup (values[i]));
  g_ptr_array_add (parent->children, node);
  g_ptr_array_add (stack, node);
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  GPtrArray *stack = user_data;

  g_ptr_array_set_size (stack, (int)stack->len - 1);
}

static void
on_text (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  GPtrArray *stack = user_data;
  Node *node = g_ptr_array_index (stack, stack->len - 1);

  g_string_append_len (node->text, text, (gssize)length);
}

/* (nullable): the part's bytes */
static GString *
read_part (unzFile zip, const char *name)
{
  GString *bytes;
  char buffer[4096];
  int n;

  if (unzLocateFile (zip, name, 1) != UNZ_OK)
    return NULL;
  g_assert_cmpint (unzOpenCurrentFile (zip), ==, UNZ_OK);
  bytes = g_string_new (NULL);
  while ((n = unzReadCurrentFile (zip, buffer, sizeof buffer)) > 0)
    g_string_append_len (bytes, buffer, n);
  g_assert_cmpint (n, ==, 0);
  g_assert_cmpint (unzCloseCurrentFile (zip), ==, UNZ_OK);
  return bytes;
}

/* A root without name that holds the part's only element; NULL when there is no such part. */
static Node *
parse_part (unzFile zip, const char *name)
{
  static const GMarkupParser parser = { on_start, on_end, on_text, NULL, NULL };
  GString *bytes = read_part (zip, name);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  GMarkupParseContext *context;
  g_autoptr (GError) error = NULL;
  Node *root;

  if (bytes == NULL)
    return NULL;
  root = node_new ("");
  g_ptr_array_add (stack, root);
  context = g_markup_parse_context_new (&parser, 0, stack, NULL);
  g_markup_parse_context_parse (context, bytes->str, (gssize)bytes->len, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
  g_string_free (bytes, TRUE);
  return root;
}

/* Depth first. */
static Node *
find (const Node *node, const char *name)
{
  for (guint i = 0; node != NULL && i < node->children->len; i++)
    {
      Node *child = g_ptr_array_index (node->children, i);
      Node *inner;

      if (strcmp (child->name, name) == 0)
        return child;
      inner = find (child, name);
      if (inner != NULL)
        return inner;
    }
  return NULL;
}

static const char *
attribute (const Node *node, const char *name)
{
  return node != NULL ? g_hash_table_lookup (node->attributes, name) : NULL;
}

static double
number_attribute (const Node *node, const char *name)
{
  const char *text = attribute (node, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

static Node *
child_at (const Node *node, guint index)
{
  return node != NULL && index < node->children->len ? g_ptr_array_index (node->children, index)
                                                     : NULL;
}

/* Text of all t elements below, as rich text is kept in pieces. */
static void
append_text (const Node *node, GString *out)
{
  if (strcmp (node->name, "t") == 0)
    g_string_append (out, node->text->str);
  for (guint i = 0; i < node->children->len; i++)
    append_text (g_ptr_array_index (node->children, i), out);
}

XlsxParts *
xlsx_parts_open (const char *path)
{
  XlsxParts *parts = g_new0 (XlsxParts, 1);
  unzFile zip = unzOpen64 (path);
  guint n;

  g_assert_nonnull (zip);
  parts->workbook = parse_part (zip, "xl/workbook.xml");
  parts->strings = parse_part (zip, "xl/sharedStrings.xml");
  parts->styles = parse_part (zip, "xl/styles.xml");
  g_assert_nonnull (parts->workbook);
  g_assert_nonnull (parts->styles);
  parts->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)node_free);
  n = find (parts->workbook, "sheets")->children->len;
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
      Node *sheet = parse_part (zip, name);

      g_assert_nonnull (sheet);
      g_ptr_array_add (parts->sheets, sheet);
    }
  unzClose (zip);
  return parts;
}

void
xlsx_parts_free (XlsxParts *parts)
{
  node_free (parts->workbook);
  node_free (parts->strings);
  node_free (parts->styles);
  g_ptr_array_unref (parts->sheets);
  g_free (parts);
}

guint
xlsx_parts_n_sheets (const XlsxParts *parts)
{
  return parts->sheets->len;
}

const char *
xlsx_parts_sheet_name (const XlsxParts *parts, guint sheet)
{
  return attribute (child_at (find (parts->workbook, "sheets"), sheet), "name");
}

static const Node *
sheet_node (const XlsxParts *parts, guint sheet)
{
  g_assert_cmpuint (sheet, <, parts->sheets->len);
  return g_ptr_array_index (parts->sheets, sheet);
}

static gboolean
has_value (const Node *cell)
{
  return find (cell, "v") != NULL || find (cell, "is") != NULL || find (cell, "f") != NULL;
}

guint
xlsx_parts_n_values (const XlsxParts *parts, guint sheet)
{
  const Node *data = find (sheet_node (parts, sheet), "sheetData");
  guint n = 0;

  for (guint row = 0; row < data->children->len; row++)
    {
      const Node *cells = child_at (data, row);

      for (guint i = 0; i < cells->children->len; i++)
        n += has_value (child_at (cells, i));
    }
  return n;
}

static const Node *
find_cell (const XlsxParts *parts, guint sheet, const char *ref)
{
  const Node *data = find (sheet_node (parts, sheet), "sheetData");

  for (guint row = 0; row < data->children->len; row++)
    {
      const Node *cells = child_at (data, row);

      for (guint i = 0; i < cells->children->len; i++)
        if (g_strcmp0 (attribute (child_at (cells, i), "r"), ref) == 0)
          return child_at (cells, i);
    }
  return NULL;
}

static void
read_value (const XlsxParts *parts, const Node *cell, XlsxCell *out_cell)
{
  const char *type = attribute (cell, "t");
  const Node *value = find (cell, "v");
  GString *text = g_string_new (NULL);

  if (g_strcmp0 (type, "s") == 0)
    append_text (child_at (child_at (parts->strings, 0), (guint)atoi (value->text->str)), text);
  else if (g_strcmp0 (type, "inlineStr") == 0)
    append_text (cell, text);
  else if (value != NULL)
    g_string_append (text, value->text->str);
  out_cell->is_number = value != NULL && (type == NULL || strcmp (type, "n") == 0);
  out_cell->is_formula = find (cell, "f") != NULL;
  out_cell->text = g_string_free (text, FALSE);
}

static gboolean
is_thin (const Node *border)
{
  static const char *const sides[] = { "left", "right", "top", "bottom" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (g_strcmp0 (attribute (find (border, sides[i]), "style"), "thin") != 0)
      return FALSE;
  return TRUE;
}

static char *
number_format (const XlsxParts *parts, const char *id)
{
  const Node *formats = find (parts->styles, "numFmts");

  for (guint i = 0; formats != NULL && i < formats->children->len; i++)
    if (g_strcmp0 (attribute (child_at (formats, i), "numFmtId"), id) == 0)
      return g_strdup (attribute (child_at (formats, i), "formatCode"));
  return g_strdup (id); /* built in */
}

static void
read_style (const XlsxParts *parts, const Node *cell, XlsxCell *out_cell)
{
  const Node *format
      = child_at (find (parts->styles, "cellXfs"), (guint)number_attribute (cell, "s"));
  const Node *font
      = child_at (find (parts->styles, "fonts"), (guint)number_attribute (format, "fontId"));
  const Node *border
      = child_at (find (parts->styles, "borders"), (guint)number_attribute (format, "borderId"));
  const Node *alignment = find (format, "alignment");
  const char *horizontal = attribute (alignment, "horizontal");
  const char *vertical = attribute (alignment, "vertical");

  out_cell->font = g_strdup (attribute (find (font, "name"), "val"));
  out_cell->size = number_attribute (find (font, "sz"), "val");
  out_cell->bold = find (font, "b") != NULL;
  out_cell->horizontal = g_strdup (horizontal != NULL ? horizontal : "");
  out_cell->vertical = g_strdup (vertical != NULL ? vertical : "");
  out_cell->wrap = g_strcmp0 (attribute (alignment, "wrapText"), "1") == 0;
  out_cell->border = border != NULL && is_thin (border);
  out_cell->number_format = number_format (parts, attribute (format, "numFmtId"));
}

gboolean
xlsx_parts_cell (const XlsxParts *parts, guint sheet, const char *ref, XlsxCell *out_cell)
{
  const Node *cell = find_cell (parts, sheet, ref);

  *out_cell = (XlsxCell){ 0 };
  if (cell == NULL)
    return FALSE;
  read_value (parts, cell, out_cell);
  read_style (parts, cell, out_cell);
  return TRUE;
}

void
xlsx_cell_clear (XlsxCell *cell)
{
  g_free (cell->text);
  g_free (cell->font);
  g_free (cell->horizontal);
  g_free (cell->vertical);
  g_free (cell->number_format);
}

static gint
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

char *
xlsx_parts_merges (const XlsxParts *parts, guint sheet)
{
  const Node *merges = find (sheet_node (parts, sheet), "mergeCells");
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  for (guint i = 0; merges != NULL && i < merges->children->len; i++)
    g_ptr_array_add (refs, (gpointer)attribute (child_at (merges, i), "ref"));
  g_ptr_array_sort (refs, compare_strings);
  g_ptr_array_add (refs, NULL);
  return g_strjoinv (" ", (char **)refs->pdata);
}

double
xlsx_parts_width (const XlsxParts *parts, guint sheet, guint column)
{
  const Node *columns = find (sheet_node (parts, sheet), "cols");

  for (guint i = 0; columns != NULL && i < columns->children->len; i++)
    {
      const Node *node = child_at (columns, i);

      if (column >= number_attribute (node, "min") && column <= number_attribute (node, "max"))
        return number_attribute (node, "width");
    }
  return 0;
}

double
xlsx_parts_height (const XlsxParts *parts, guint sheet, guint row)
{
  const Node *data = find (sheet_node (parts, sheet), "sheetData");

  for (guint i = 0; i < data->children->len; i++)
    if ((guint)number_attribute (child_at (data, i), "r") == row)
      return number_attribute (child_at (data, i), "ht");
  return 0;
}

const char *
xlsx_parts_attribute (const XlsxParts *parts, guint sheet, const char *element, const char *name)
{
  return attribute (find (sheet_node (parts, sheet), element), name);
}

const char *
xlsx_parts_footer (const XlsxParts *parts, guint sheet)
{
  const Node *footer = find (sheet_node (parts, sheet), "oddFooter");

  return footer != NULL ? footer->text->str : NULL;
}

const char *
xlsx_parts_defined_name (const XlsxParts *parts, guint sheet, const char *name)
{
  const Node *names = find (parts->workbook, "definedNames");

  for (guint i = 0; names != NULL && i < names->children->len; i++)
    {
      const Node *node = child_at (names, i);

      if (g_strcmp0 (attribute (node, "name"), name) == 0
          && (guint)number_attribute (node, "localSheetId") == sheet)
        return node->text->str;
    }
  return NULL;
}
