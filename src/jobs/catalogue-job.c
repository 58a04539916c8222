/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the catalogues and their clauses as they hold on a date. A book is never changed
 * once it is loaded: threads and pages may share it. */
#include "config.h"

#include "catalogue-private.h"
#include "job-error.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

YsCatalogueBook *
ys_catalogue_book_ref (YsCatalogueBook *book)
{
  g_return_val_if_fail (book != NULL, NULL);

  g_atomic_ref_count_inc (&book->refs);
  return book;
}

void
ys_catalogue_book_unref (YsCatalogueBook *book)
{
  if (book == NULL || !g_atomic_ref_count_dec (&book->refs))
    return;
  ys_record_free (&ys_catalogue_type, book->version);
  g_clear_pointer (&book->clauses, g_ptr_array_unref);
  g_free (book);
}

/* Of two versions of one date the later version counts. */
static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const YsCatalogue *one = *(const YsCatalogue *const *)a;
  const YsCatalogue *other = *(const YsCatalogue *const *)b;
  int order = ys_date_compare (other->valid_from, one->valid_from);

  if (order != 0)
    return order;
  return one->version.value < other->version.value ? 1 : -1;
}

GPtrArray *
ys_catalogue_versions (YsLedger *ledger, int annex, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (annex >= YS_ANNEX_1 && annex <= YS_ANNEX_3, NULL);

  versions = ys_record_store_list (ledger, &ys_catalogue_type, error);
  if (versions == NULL)
    return NULL;
  for (guint i = versions->len; i > 0; i--)
    if (((const YsCatalogue *)versions->pdata[i - 1])->annex != annex)
      g_ptr_array_remove_index (versions, i - 1);
  g_ptr_array_sort (versions, compare_versions);
  return g_steal_pointer (&versions);
}

static void
free_clause (gpointer clause)
{
  ys_record_free (&ys_clause_type, clause);
}

YsCatalogueBook *
ys_catalogue_load_version (YsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (YsCatalogueBook) book = g_new0 (YsCatalogueBook, 1);

  g_return_val_if_fail (ledger != NULL, NULL);

  g_atomic_ref_count_init (&book->refs);
  book->version = ys_record_new (&ys_catalogue_type);
  if (!ys_record_store_load (ledger, &ys_catalogue_type, id, book->version, error))
    return NULL;
  book->clauses
      = ys_record_store_list_by (ledger, &ys_clause_type, "catalogue", id, "position", error);
  return book->clauses != NULL ? g_steal_pointer (&book) : NULL;
}

static gboolean
refuse_date (YsDate date, int annex, const YsCatalogue *first, GError **error)
{
  g_autofree char *day = ys_date_to_iso (date);
  g_autofree char *from = first != NULL ? ys_date_to_iso (first->valid_from) : NULL;

  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
               /* Translators: an annex such as Annex 1, then two dates */
               _ ("No version of %s holds on %s. The first one holds from %s; write that date or "
                  "a later one."),
               ys_choice_label (ys_annex_choices, annex), day, from != NULL ? from : "—");
  return FALSE;
}

/* The version that holds on @date. */
static gint64
find_version (YsLedger *ledger, int annex, YsDate date, GError **error)
{
  g_autoptr (GPtrArray) versions = ys_catalogue_versions (ledger, annex, error);

  if (versions == NULL)
    return 0;
  for (guint i = 0; i < versions->len; i++)
    {
      const YsCatalogue *version = versions->pdata[i];

      if (ys_date_compare (version->valid_from, date) <= 0)
        return version->id;
    }
  refuse_date (date, annex, versions->len > 0 ? versions->pdata[versions->len - 1] : NULL, error);
  return 0;
}

YsCatalogueBook *
ys_catalogue_load (YsLedger *ledger, int annex, YsDate date, GError **error)
{
  gint64 id;

  g_return_val_if_fail (ledger != NULL, NULL);
  g_return_val_if_fail (ys_date_is_full (date), NULL);

  id = find_version (ledger, annex, date, error);
  return id != 0 ? ys_catalogue_load_version (ledger, id, error) : NULL;
}

const YsCatalogue *
ys_catalogue_book_version (const YsCatalogueBook *book)
{
  g_return_val_if_fail (book != NULL, NULL);

  return book->version;
}

guint
ys_catalogue_book_n_clauses (const YsCatalogueBook *book)
{
  g_return_val_if_fail (book != NULL, 0);

  return book->clauses->len;
}

const YsClause *
ys_catalogue_book_clause (const YsCatalogueBook *book, guint index)
{
  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (index < book->clauses->len, NULL);

  return book->clauses->pdata[index];
}

const YsClause *
ys_catalogue_book_find (const YsCatalogueBook *book, const char *code)
{
  g_return_val_if_fail (book != NULL, NULL);

  for (guint i = 0; code != NULL && i < book->clauses->len; i++)
    {
      const YsClause *clause = book->clauses->pdata[i];

      if (g_ascii_strcasecmp (clause->code, code) == 0)
        return clause;
    }
  return NULL;
}

const YsClause *
ys_catalogue_book_find_id (const YsCatalogueBook *book, gint64 clause_id)
{
  g_return_val_if_fail (book != NULL, NULL);

  for (guint i = 0; i < book->clauses->len; i++)
    {
      const YsClause *clause = book->clauses->pdata[i];

      if (clause->id == clause_id)
        return clause;
    }
  return NULL;
}

GPtrArray *
ys_catalogue_book_copy (const YsCatalogueBook *book)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func (free_clause);

  for (guint i = 0; i < book->clauses->len; i++)
    {
      gpointer clause = ys_record_new (&ys_clause_type);

      ys_record_copy (&ys_clause_type, clause, book->clauses->pdata[i]);
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

gboolean
ys_clause_is_unspecified (const YsClause *clause)
{
  g_return_val_if_fail (clause != NULL, FALSE);

  return clause->kind != YS_CLAUSE_VETO && !clause->points.is_set;
}
