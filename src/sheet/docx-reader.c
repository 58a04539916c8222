/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A .docx back into blocks: paragraphs by their style, tables cell by cell, pictures by their
 * bytes. Bounded as workbooks are. A style that we did not write is plain text; a table whose rows
 * have different numbers of cells is damaged. */
#include "config.h"

#include "text-blocks.h"

#include "workbook-private.h"

#include <glib/gi18n-lib.h>

#define DOCUMENT "word/document.xml"
#define RELATIONS "word/_rels/document.xml.rels"

static const struct
{
  const char *style;
  YsBlockKind kind;
} styles[] = { { "Title", YS_BLOCK_TITLE },
               { "Subtitle", YS_BLOCK_LINE },
               { "Heading1", YS_BLOCK_HEADING },
               { "Note", YS_BLOCK_NOTE } };

typedef struct
{
  YsTextBlocks *blocks;
  YsTextBlock *table; /* (nullable): the one that is read */
  guint n_cells;      /* in its row */
  GString *cell;      /* its paragraphs */
  YsBlockKind kind;   /* of the paragraph */
  char *picture;      /* (nullable): relation of the paragraph's picture */
  GHashTable *targets;
} Reader;

static YsBlockKind
kind_of (const char *style)
{
  for (guint i = 0; style != NULL && i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].style, style))
      return styles[i].kind;
  return YS_BLOCK_TEXT;
}

static void
on_start_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  static const int width = 1;
  Reader *reader = data;

  if (g_str_equal (name, "tbl") && reader->table == NULL)
    {
      reader->table = ys_text_blocks_add_table (reader->blocks, "", NULL, &width, 1);
      reader->table->n_columns = 0; /* the first row tells */
    }
  else if (g_str_equal (name, "tr"))
    reader->n_cells = 0;
  else if (g_str_equal (name, "tc"))
    g_string_truncate (reader->cell, 0);
  else if (g_str_equal (name, "p"))
    {
      g_string_truncate (xml->text, 0);
      reader->kind = YS_BLOCK_TEXT;
    }
  else if (g_str_equal (name, "pStyle"))
    reader->kind = kind_of (ys_xml_attribute (attributes, "val", TRUE));
  else if (g_str_equal (name, "br"))
    g_string_append_c (xml->text, '\n');
  else if (g_str_equal (name, "t"))
    xml->collect = TRUE;
  else if (g_str_equal (name, "blip"))
    {
      g_free (reader->picture);
      reader->picture = g_strdup (ys_xml_attribute (attributes, "embed", TRUE));
    }
}

static void
end_paragraph (YsXml *xml, Reader *reader)
{
  if (reader->table != NULL)
    g_string_append_printf (reader->cell, "%s%s", reader->cell->len > 0 ? "\n" : "",
                            xml->text->str);
  else if (reader->picture != NULL)
    {
      YsTextBlock *block;

      ys_text_blocks_add (reader->blocks, YS_BLOCK_TEXT, xml->text->str);
      block = reader->blocks->pdata[reader->blocks->len - 1];
      block->kind = YS_BLOCK_PICTURE;
      block->label = g_steal_pointer (&reader->picture); /* its relation, until it is read */
    }
  else
    ys_text_blocks_add (reader->blocks, reader->kind, xml->text->str);
}

static void
end_row (YsXml *xml, Reader *reader)
{
  if (reader->table->n_columns == 0)
    reader->table->n_columns = reader->n_cells;
  if (reader->n_cells == 0 || reader->n_cells != reader->table->n_columns)
    ys_xml_fail_damaged (xml);
}

static void
on_end_cb (YsXml *xml, const char *name, gpointer data)
{
  Reader *reader = data;

  if (g_str_equal (name, "t"))
    xml->collect = FALSE;
  else if (g_str_equal (name, "p"))
    end_paragraph (xml, reader);
  else if (reader->table == NULL)
    return;
  else if (g_str_equal (name, "tc"))
    {
      ys_text_block_add_cell (reader->table, reader->cell->str);
      reader->n_cells++;
    }
  else if (g_str_equal (name, "tr"))
    end_row (xml, reader);
  else if (g_str_equal (name, "tbl"))
    reader->table = NULL;
}

static void
on_relation_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  Reader *reader = data;
  const char *id = ys_xml_attribute (attributes, "Id", FALSE);
  const char *target = ys_xml_attribute (attributes, "Target", FALSE);

  (void)xml;
  if (g_str_equal (name, "Relationship") && id != NULL && target != NULL)
    g_hash_table_replace (reader->targets, g_strdup (id), g_strconcat ("word/", target, NULL));
}

static GBytes *
read_part (YsZip *zip, const char *part, GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  guint8 buffer[16384];
  int n = 1;

  if (!ys_zip_open_part (zip, part, error))
    return NULL;
  while (n > 0)
    {
      n = ys_zip_read (zip, buffer, sizeof buffer, error);
      if (n > 0)
        g_byte_array_append (all, buffer, (guint)n);
    }
  if (!ys_zip_close_part (zip, n == 0 ? error : NULL) || n < 0)
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

static gboolean
read_pictures (Reader *reader, YsZip *zip, GError **error)
{
  for (guint i = 0; i < reader->blocks->len; i++)
    {
      YsTextBlock *block = reader->blocks->pdata[i];
      const char *part;

      if (block->kind != YS_BLOCK_PICTURE)
        continue;
      part = g_hash_table_lookup (reader->targets, block->label);
      if (part == NULL)
        {
          ys_workbook_set_damaged (error);
          return FALSE;
        }
      block->png = read_part (zip, part, error);
      if (block->png == NULL)
        return FALSE;
      g_clear_pointer (&block->label, g_free);
    }
  return TRUE;
}

static gboolean
read_document (Reader *reader, YsZip *zip, GError **error)
{
  if (!ys_zip_has (zip, DOCUMENT))
    {
      g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                           _ ("This is not a text document. Choose a .docx file."));
      return FALSE;
    }
  return ys_xml_read_part (zip, DOCUMENT, on_start_cb, on_end_cb, reader, NULL, error)
         && (!ys_zip_has (zip, RELATIONS)
             || ys_xml_read_part (zip, RELATIONS, on_relation_cb, NULL, reader, NULL, error))
         && read_pictures (reader, zip, error);
}

YsTextBlocks *
ys_docx_read_file (const char *path, GError **error)
{
  g_autoptr (GPtrArray) blocks = ys_text_blocks_new ();
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GString) cell = g_string_new (NULL);
  Reader reader = { .blocks = blocks, .cell = cell, .targets = targets };
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YsZip) zip = NULL;
  g_autoptr (GError) io = NULL;
  gboolean done;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  bytes = g_file_load_bytes (file, NULL, NULL, &io);
  if (bytes == NULL)
    {
      g_set_error (error, YS_SHEET_ERROR, YS_SHEET_ERROR_FAILED,
                   _ ("The file cannot be read: %s. Copy it to this computer's disk and try "
                      "again."),
                   io->message);
      return NULL;
    }
  zip = ys_zip_open (bytes, error);
  done = zip != NULL && read_document (&reader, zip, error);
  g_free (reader.picture);
  return done ? g_steal_pointer (&blocks) : NULL;
}
