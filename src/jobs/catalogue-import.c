/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalogue out of a workbook and into one. The whole table is judged before anything is
 * written; one wrong cell keeps all of it out. A column that the table lacks leaves its field as it
 * stands; a clause that it lacks is dropped from the new version. */
#include "config.h"

#include "catalogue-list.h"
#include "catalogue-private.h"
#include "job-error.h"
#include "text.h"
#include "xlsx-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Rows above the heads hold a title or two. */
#define MAX_HEAD_ROW 20

struct _YsCatalogueImport
{
  YsCatalogueBook *base;
  GPtrArray *clauses;
  GPtrArray *changes;
  GPtrArray *problems;
};

typedef struct
{
  YsCatalogueImport *import;
  const YsGrid *grid;
  guint head_row;
  int columns[YS_CATALOGUE_N_COLUMNS]; /* in the grid, -1: none */
  GHashTable *seen;                    /* codes */
} Reader;

static void
problem_free (YsCatalogueProblem *problem)
{
  g_free (problem->reason);
  g_free (problem);
}

static void
free_clause (gpointer clause)
{
  ys_record_free (&ys_clause_type, clause);
}

void
ys_catalogue_import_free (YsCatalogueImport *import)
{
  if (import == NULL)
    return;
  g_clear_pointer (&import->base, ys_catalogue_book_unref);
  g_clear_pointer (&import->clauses, g_ptr_array_unref);
  g_clear_pointer (&import->changes, g_ptr_array_unref);
  g_clear_pointer (&import->problems, g_ptr_array_unref);
  g_free (import);
}

static void
add_problem (Reader *reader, guint row, YsCatalogueColumn column, char *reason)
{
  YsCatalogueProblem *problem = g_new0 (YsCatalogueProblem, 1);

  problem->row = row;
  problem->column = reader->columns[column] >= 0 ? (guint)reader->columns[column] : 0;
  problem->reason = reason;
  g_ptr_array_add (reader->import->problems, problem);
}

static gboolean
read_heads (Reader *reader, guint row)
{
  for (guint i = 0; i < YS_CATALOGUE_N_COLUMNS; i++)
    reader->columns[i] = -1;
  for (guint column = 0; column < ys_grid_n_columns (reader->grid); column++)
    {
      const char *text = ys_grid_text (reader->grid, row, column);
      YsCatalogueColumn known
          = *text != '\0' ? ys_catalogue_column_find (text) : YS_CATALOGUE_N_COLUMNS;

      if (known < YS_CATALOGUE_N_COLUMNS && reader->columns[known] < 0)
        reader->columns[known] = (int)column;
    }
  reader->head_row = row;
  return reader->columns[YS_CATALOGUE_CODE] >= 0;
}

static gboolean
find_heads (Reader *reader, GError **error)
{
  guint n_rows = MIN (ys_grid_n_rows (reader->grid), MAX_HEAD_ROW);

  for (guint row = 0; row < n_rows; row++)
    if (read_heads (reader, row))
      return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a worksheet's name */
               _ ("The worksheet “%s” has no column 代码. Export the catalogue, edit that "
                  "workbook and import it again."),
               ys_grid_name (reader->grid));
  return FALSE;
}

/* "" where the table has no such column. */
static const char *
cell (Reader *reader, guint row, YsCatalogueColumn column)
{
  return reader->columns[column] >= 0
             ? ys_grid_text (reader->grid, row, (guint)reader->columns[column])
             : "";
}

static gboolean
is_empty_row (Reader *reader, guint row)
{
  for (guint column = 0; column < YS_CATALOGUE_N_COLUMNS; column++)
    {
      g_autofree char *clean = ys_text_clean (cell (reader, row, (YsCatalogueColumn)column));

      if (*clean != '\0')
        return FALSE;
    }
  return TRUE;
}

/* The first code says which annex the table is. */
static int
find_annex (Reader *reader)
{
  for (guint row = reader->head_row + 1; row < ys_grid_n_rows (reader->grid); row++)
    {
      g_autofree char *code = ys_text_clean (cell (reader, row, YS_CATALOGUE_CODE));
      int annex = ys_clause_code_annex (code);

      if (annex != YS_ANNEX_UNKNOWN)
        return annex;
    }
  return YS_ANNEX_UNKNOWN;
}

static gboolean
check_code (Reader *reader, guint row, const char *code)
{
  int annex = reader->import->base->version->annex;
  char *reason = NULL;

  if (*code == '\0')
    reason = g_strdup (_ ("The code is missing. Write one such as A1-23."));
  else if (ys_clause_code_annex (code) != annex)
    reason = g_strdup_printf (_ ("“%s” is no code of this annex. Write A%d- and a number."), code,
                              annex);
  else if (!g_hash_table_add (reader->seen, g_ascii_strup (code, -1)))
    reason = g_strdup_printf (_ ("The code %s stands in the table twice. Leave one."), code);
  if (reason != NULL)
    add_problem (reader, row, YS_CATALOGUE_CODE, reason);
  return reason == NULL;
}

/* Annex 1 deducts, annex 3 gives points, whatever else a new row does not say. */
static YsClause *
new_clause (const YsCatalogueBook *base, const char *code)
{
  const YsClause *old = ys_catalogue_book_find (base, code);
  YsClause *clause = ys_record_new (&ys_clause_type);

  if (old != NULL)
    ys_record_copy (&ys_clause_type, clause, old);
  else
    {
      clause->code = g_ascii_strup (code, -1);
      clause->kind = base->version->annex == YS_ANNEX_3 ? YS_CLAUSE_ITEM : YS_CLAUSE_DEDUCTION;
    }
  /* What refers and orders is the writer's; here it must only not look missing. */
  clause->catalogue_id = base->version->id;
  return clause;
}

/* Points of annex 3 may be typed as the annex prints them: 3分. */
static char *
clean_cell (Reader *reader, guint row, YsCatalogueColumn column)
{
  char *text = ys_text_clean (cell (reader, row, column));

  if (column == YS_CATALOGUE_POINTS && g_str_has_suffix (text, "分"))
    text[strlen (text) - strlen ("分")] = '\0';
  return text;
}

static gboolean
read_fields (Reader *reader, guint row, YsClause *clause)
{
  gboolean fits = TRUE;

  for (guint i = 0; i < YS_CATALOGUE_N_COLUMNS; i++)
    {
      g_autoptr (GError) refused = NULL;
      g_autofree char *text = NULL;

      if (i == YS_CATALOGUE_CODE || reader->columns[i] < 0)
        continue;
      text = clean_cell (reader, row, (YsCatalogueColumn)i);
      if (i == YS_CATALOGUE_KIND && *text == '\0')
        continue;
      if (ys_clause_read (clause, ys_catalogue_column_field ((YsCatalogueColumn)i), text, &refused))
        continue;
      add_problem (reader, row, (YsCatalogueColumn)i, g_strdup (refused->message));
      fits = FALSE;
    }
  return fits;
}

/* Kinds that an annex's score knows [002 annexes 1 to 3]. */
static gboolean
fits_annex (int annex, int kind)
{
  switch ((YsAnnex)annex)
    {
    case YS_ANNEX_1:
      return kind == YS_CLAUSE_DEDUCTION;
    case YS_ANNEX_2:
      return kind == YS_CLAUSE_DEDUCTION || kind == YS_CLAUSE_EXTRA || kind == YS_CLAUSE_SURVEY;
    case YS_ANNEX_3:
      return kind == YS_CLAUSE_ITEM || kind == YS_CLAUSE_VETO;
    case YS_ANNEX_UNKNOWN:
      break;
    }
  return FALSE;
}

/* The column that a validation's sentence is about, as far as a cell is empty; else the code's. */
static YsCatalogueColumn
missing_column (Reader *reader, guint row)
{
  static const YsCatalogueColumn required[]
      = { YS_CATALOGUE_GROUP, YS_CATALOGUE_NAME, YS_CATALOGUE_SHORT_NAME, YS_CATALOGUE_CRITERION };

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (*cell (reader, row, required[i]) == '\0')
      return required[i];
  return YS_CATALOGUE_CODE;
}

static void
read_row (Reader *reader, guint row)
{
  YsCatalogueImport *import = reader->import;
  g_autofree char *code = ys_text_clean (cell (reader, row, YS_CATALOGUE_CODE));
  g_autoptr (GError) error = NULL;
  YsClause *clause;

  if (!check_code (reader, row, code))
    return;
  clause = new_clause (import->base, code);
  g_ptr_array_add (import->clauses, clause);
  clause->position = YS_NUMBER (import->clauses->len);
  if (!read_fields (reader, row, clause))
    return;
  if (!ys_record_validate (&ys_clause_type, clause, &error))
    add_problem (reader, row, missing_column (reader, row), g_strdup (error->message));
  else if (!fits_annex (import->base->version->annex, clause->kind))
    add_problem (reader, row, YS_CATALOGUE_KIND,
                 g_strdup_printf (_ ("“%s” is no kind of %s. Take the kind of a clause that the "
                                     "annex has."),
                                  ys_choice_label (ys_clause_kind_choices, clause->kind),
                                  ys_choice_label (ys_annex_choices,
                                                   import->base->version->annex)));
}

static gboolean
read_table (Reader *reader, YsLedger *ledger, YsDate date, GError **error)
{
  YsCatalogueImport *import = reader->import;
  int annex;

  if (!find_heads (reader, error))
    return FALSE;
  annex = find_annex (reader);
  if (annex == YS_ANNEX_UNKNOWN)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("No row of the table has a code such as A1-23. Export the catalogue, "
                              "edit that workbook and import it again."));
      return FALSE;
    }
  import->base = ys_catalogue_load (ledger, annex, date, error);
  if (import->base == NULL)
    return FALSE;
  for (guint row = reader->head_row + 1; row < ys_grid_n_rows (reader->grid); row++)
    if (!is_empty_row (reader, row))
      read_row (reader, row);
  import->changes = ys_catalogue_compare_clauses (import->base->clauses, import->clauses);
  return TRUE;
}

YsCatalogueImport *
ys_catalogue_import_new (YsLedger *ledger, const YsGrid *grid, YsDate date, GError **error)
{
  g_autoptr (YsCatalogueImport) import = g_new0 (YsCatalogueImport, 1);
  Reader reader = { .import = import, .grid = grid };
  gboolean done;

  g_return_val_if_fail (ledger != NULL && grid != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date), NULL);

  import->clauses = g_ptr_array_new_with_free_func (free_clause);
  import->problems = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)problem_free);
  reader.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  done = read_table (&reader, ledger, date, error);
  g_hash_table_unref (reader.seen);
  return done ? g_steal_pointer (&import) : NULL;
}

int
ys_catalogue_import_annex (const YsCatalogueImport *import)
{
  g_return_val_if_fail (import != NULL, YS_ANNEX_UNKNOWN);

  return import->base->version->annex;
}

GPtrArray *
ys_catalogue_import_changes (const YsCatalogueImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->changes;
}

GPtrArray *
ys_catalogue_import_problems (const YsCatalogueImport *import)
{
  g_return_val_if_fail (import != NULL, NULL);

  return import->problems;
}

/* The version that the changes were shown against must still be the one. */
static gboolean
check_base (YsLedger *ledger, const YsCatalogueImport *import, YsDate from, GError **error)
{
  const YsCatalogue *base = import->base->version;
  g_autoptr (YsCatalogueBook) now = NULL;

  if (!ys_catalogue_check_from (ledger, base->annex, from, error))
    return FALSE;
  now = ys_catalogue_load (ledger, base->annex, from, error);
  if (now == NULL)
    return FALSE;
  if (now->version->id == base->id)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: titles of versions such as 附件1 第2版 */
               _ ("The table was compared with “%s”, but “%s” holds then. Read the file again."),
               base->title, now->version->title);
  return FALSE;
}

static gint64
write_import (YsLedger *ledger,
              const YsCatalogueImport *import,
              YsDate from,
              const char *reason,
              const char *source,
              GError **error)
{
  const YsCatalogue *base = import->base->version;

  if (import->problems->len > 0)
    {
      const YsCatalogueProblem *first = import->problems->pdata[0];

      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, first->reason);
      return 0;
    }
  if (import->changes->len == 0)
    return base->id;
  if (!check_base (ledger, import, from, error))
    return 0;
  return ys_catalogue_add_version (ledger, base->annex, import->clauses, from, reason, source,
                                   base->notes, error);
}

gboolean
ys_catalogue_import_apply (YsLedger *ledger,
                           YsCatalogueImport *import,
                           YsDate from,
                           const char *reason,
                           const char *source,
                           YsCatalogueBook **out_book,
                           GError **error)
{
  g_autofree char *given = ys_text_clean (reason);
  gint64 id;

  g_return_val_if_fail (ledger != NULL && import != NULL, FALSE);
  g_return_val_if_fail (ys_date_is_full (from), FALSE);

  id = write_import (ledger, import, from, *given != '\0' ? given : _ ("Imported from a workbook"),
                     source, error);
  if (id == 0)
    return FALSE;
  if (out_book == NULL)
    return TRUE;
  *out_book = ys_catalogue_load_version (ledger, id, error);
  return *out_book != NULL;
}

gboolean
ys_catalogue_export (const YsCatalogueBook *book, const char *path, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) sheets
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
  YsDocumentInfo info = { .created = now };

  g_return_val_if_fail (book != NULL && path != NULL, FALSE);

  info.title = book->version->title;
  g_ptr_array_add (sheets, ys_catalogue_list_build (book->version->title, book->clauses));
  return ys_xlsx_write_file (sheets, &info, path, NULL, error);
}
