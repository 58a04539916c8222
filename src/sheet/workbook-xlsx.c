/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The package of an .xlsx: follows its relations from the root to workbook, styles, shared strings
 * and worksheets, wherever a producer put them. */
#include "config.h"

#include "workbook-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} SheetEntry;

typedef struct
{
  char *id;
  char *type;   /* its last word: "worksheet" */
  char *target; /* path in the package */
} Relation;

typedef struct
{
  const char *folder; /* targets are relative to it */
  GPtrArray *relations;
} RelationsParser;

typedef struct
{
  GPtrArray *sheets;
  gboolean date_1904;
} WorkbookParser;

static void
sheet_entry_free (SheetEntry *entry)
{
  g_free (entry->name);
  g_free (entry->relation);
  g_free (entry);
}

static void
relation_free (Relation *relation)
{
  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* "xl" + "../a/./b" → "a/b"; an absolute target starts at the root. */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined
      = *target == '/' ? g_strdup (target + 1) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) words = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (words[i], "..") && kept->len > 0)
        g_ptr_array_remove_index (kept, kept->len - 1);
      else if (*words[i] != '\0' && !g_str_equal (words[i], ".") && !g_str_equal (words[i], ".."))
        g_ptr_array_add (kept, words[i]);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **)kept->pdata);
}

static void
on_relation_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  RelationsParser *parser = data;
  const char *id = ys_xml_attribute (attributes, "Id", FALSE);
  const char *type = ys_xml_attribute (attributes, "Type", FALSE);
  const char *target = ys_xml_attribute (attributes, "Target", FALSE);
  const char *slash;
  Relation *relation;

  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL
      || g_strcmp0 (ys_xml_attribute (attributes, "TargetMode", FALSE), "External") == 0)
    return;
  if (parser->relations->len >= 10000)
    {
      ys_xml_fail_damaged (xml);
      return;
    }
  slash = strrchr (type, '/');
  relation = g_new0 (Relation, 1);
  relation->id = g_strdup (id);
  relation->type = g_strdup (slash != NULL ? slash + 1 : type);
  relation->target = resolve (parser->folder, target);
  g_ptr_array_add (parser->relations, relation);
}

/* (transfer full): the relations of @part; empty when it has none. */
static GPtrArray *
read_relations (YsZip *zip, const char *part, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *rels = NULL;
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify)relation_free);
  RelationsParser parser = { .folder = folder, .relations = relations };

  rels = *part == '\0' ? g_strdup ("_rels/.rels")
                       : g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  if (ys_zip_has (zip, rels)
      && !ys_xml_read_part (zip, rels, on_relation_cb, NULL, &parser, cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const Relation *
find_relation (GPtrArray *relations, const char *id, const char *type)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);
      if ((id == NULL || g_str_equal (relation->id, id))
          && (type == NULL || g_str_equal (relation->type, type)))
        return relation;
    }
  return NULL;
}

static void
on_workbook_cb (YsXml *xml, const char *name, const char **attributes, gpointer data)
{
  WorkbookParser *parser = data;

  if (g_str_equal (name, "workbookPr"))
    parser->date_1904 = ys_xml_parse_flag (ys_xml_attribute (attributes, "date1904", FALSE));
  else if (g_str_equal (name, "sheet"))
    {
      const char *title = ys_xml_attribute (attributes, "name", FALSE);
      const char *state = ys_xml_attribute (attributes, "state", FALSE);
      const char *id = ys_xml_attribute (attributes, "id", TRUE);
      SheetEntry *entry;

      if (title == NULL || id == NULL)
        {
          ys_xml_fail_damaged (xml);
          return;
        }
      if (parser->sheets->len >= YS_WORKBOOK_MAX_SHEETS)
        {
          ys_xml_fail (xml, g_error_new (YS_SHEET_ERROR, YS_SHEET_ERROR_TOO_LARGE,
                                         _ ("The workbook has more than %u worksheets. Split it "
                                            "into several workbooks."),
                                         YS_WORKBOOK_MAX_SHEETS));
          return;
        }
      entry = g_new0 (SheetEntry, 1);
      entry->name = g_strdup (title);
      entry->relation = g_strdup (id);
      entry->hidden = g_strcmp0 (state, "hidden") == 0 || g_strcmp0 (state, "veryHidden") == 0;
      g_ptr_array_add (parser->sheets, entry);
    }
}

/* What a zip without a workbook is, as far as a clerk can tell. */
static void
refuse_other_zip (YsZip *zip, GError **error)
{
  if (ys_zip_has (zip, "xl/workbook.bin"))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is a binary workbook (.xlsb). Open it in Excel or WPS and save "
                            "it as .xlsx."));
  else if (ys_zip_has (zip, "content.xml"))
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("This is an OpenDocument file. Open it in your spreadsheet program and "
                            "save it as .xlsx."));
  else
    g_set_error_literal (error, YS_SHEET_ERROR, YS_SHEET_ERROR_NOT_A_TABLE,
                         _ ("There is no workbook in this file. Choose an .xlsx or a .csv file."));
}

/* (transfer full): path of the workbook part. */
static char *
find_workbook_part (YsZip *zip, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) root = read_relations (zip, "", cancellable, error);
  const Relation *relation;
  const char *part;

  if (root == NULL)
    return NULL;
  relation = find_relation (root, NULL, "officeDocument");
  part = relation != NULL ? relation->target : "xl/workbook.xml";
  if (!ys_zip_has (zip, part) || g_str_has_suffix (part, ".bin") || g_str_has_prefix (part, "word/")
      || g_str_has_prefix (part, "ppt/"))
    {
      refuse_other_zip (zip, error);
      return NULL;
    }
  return g_strdup (part);
}

static gboolean
read_sheets (YsWorkbook *workbook,
             YsZip *zip,
             GPtrArray *entries,
             GPtrArray *relations,
             GPtrArray *strings,
             const YsWorkbookStyles *styles,
             GCancellable *cancellable,
             GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (entries, i);
      const Relation *relation = find_relation (relations, entry->relation, NULL);
      YsGrid *grid;

      if (relation == NULL)
        {
          ys_workbook_set_damaged (error);
          return FALSE;
        }
      if (!g_str_equal (relation->type,
                        "worksheet")) /* charts and old macro sheets hold no table */
        continue;
      grid = ys_workbook_add_grid (workbook, entry->name);
      grid->hidden = entry->hidden;
      if (!ys_workbook_sheet_read (workbook, grid, strings, styles, zip, relation->target,
                                   cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_package (YsWorkbook *workbook,
              YsZip *zip,
              YsWorkbookStyles *styles,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *part = find_workbook_part (zip, cancellable, error);
  g_autoptr (GPtrArray) relations = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)sheet_entry_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  WorkbookParser parser = { .sheets = entries };
  const Relation *relation;

  if (part == NULL)
    return FALSE;
  relations = read_relations (zip, part, cancellable, error);
  if (relations == NULL
      || !ys_xml_read_part (zip, part, on_workbook_cb, NULL, &parser, cancellable, error))
    return FALSE;
  workbook->date_1904 = parser.date_1904;
  relation = find_relation (relations, NULL, "styles");
  if (relation != NULL && ys_zip_has (zip, relation->target)
      && !ys_workbook_styles_read (styles, zip, relation->target, cancellable, error))
    return FALSE;
  relation = find_relation (relations, NULL, "sharedStrings");
  if (relation != NULL && ys_zip_has (zip, relation->target)
      && !ys_workbook_strings_read (workbook, strings, zip, relation->target, cancellable, error))
    return FALSE;
  return read_sheets (workbook, zip, entries, relations, strings, styles, cancellable, error);
}

YsWorkbook *
ys_workbook_read_xlsx (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (YsZip) zip = ys_zip_open (bytes, error);
  g_autoptr (YsWorkbook) workbook = NULL;
  YsWorkbookStyles styles = { NULL };
  gboolean ok;

  if (zip == NULL)
    return NULL;
  workbook = ys_workbook_new ();
  ok = read_package (workbook, zip, &styles, cancellable, error);
  ys_workbook_styles_clear (&styles);
  return ok ? g_steal_pointer (&workbook) : NULL;
}
