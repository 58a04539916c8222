/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row means to the ledger: a new case, one that is there already, one of which something
 * new came, a likely reading for a person to accept, or none. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record-store.h"

/* What all rows share while they are judged. */
typedef struct
{
  YsCaseImport *import;
  GHashTable *books;   /* day → YsCatalogueBook */
  GHashTable *numbers; /* number → row of it, plus one */
} Judge;

static const YsColumnTable *
table_of (Judge *judge, const YsCaseItem *item)
{
  return g_ptr_array_index (judge->import->tables.tables, item->table);
}

static void
refuse_field (Judge *judge, YsCaseItem *item, const char *field, char *reason)
{
  ys_case_item_refuse (item, ys_column_table_column (table_of (judge, item), field), reason);
}

static void
judge_compound (Judge *judge, YsCaseItem *item)
{
  const YsColumnTable *table = table_of (judge, item);
  const YsCompound *compound;
  char *reason = NULL;
  YsVerdict verdict
      = ys_import_read_compound (judge->import->index, item->pub.compound, &compound, &reason);

  ys_case_item_judge (item, verdict, ys_column_table_column (table, "compound"), reason);
  if (compound != NULL)
    item->read->compound_id = compound->id;
}

/* (nullable): the catalogue of the day of dispatch. */
static YsCatalogueBook *
book_of (Judge *judge, YsInstant at, GError **error)
{
  YsDate date = ys_instant_to_date (at);
  gpointer day = GINT_TO_POINTER ((int)ys_date_to_days (date));
  YsCatalogueBook *book = g_hash_table_lookup (judge->books, day);

  if (book != NULL)
    return book;
  book = ys_catalogue_load (judge->import->tables.ledger, YS_ANNEX_1, date, error);
  if (book != NULL)
    g_hash_table_insert (judge->books, day, book);
  return book;
}

static gboolean
judge_clause (Judge *judge, YsCaseItem *item, GError **error)
{
  const YsColumnTable *table = table_of (judge, item);
  g_autofree char *text = ys_column_table_text (table, item->pub.row, "clause");
  const YsCatalogueBook *book;
  const YsClause *clause;
  char *reason = NULL;
  YsVerdict verdict;

  if (*text == '\0' || item->read->at == 0)
    {
      refuse_field (judge, item, "clause",
                    g_strdup (_ ("The clause is missing. Write its code or its name.")));
      return TRUE;
    }
  book = book_of (judge, item->read->at, error);
  if (book == NULL)
    return FALSE;
  verdict = ys_import_read_clause (book, text, &clause, &reason);
  ys_case_item_judge (item, verdict, ys_column_table_column (table, "clause"), reason);
  if (clause != NULL)
    {
      item->code = g_strdup (clause->code);
      item->read->clause_id = clause->id;
    }
  return TRUE;
}

/* A row that repeats an earlier one of the file. */
static void
judge_number (Judge *judge, YsCaseItem *item)
{
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (judge->numbers, item->pub.number));

  if (earlier != 0)
    refuse_field (judge, item, "number",
                  g_strdup_printf (_ ("Row %u has this case number already. Leave one of them "
                                      "out."),
                                   earlier));
  else
    g_hash_table_insert (judge->numbers, item->pub.number, GUINT_TO_POINTER (item->pub.row + 1));
}

static gboolean
text_changes (const char *read, const char *stored)
{
  return read != NULL && g_strcmp0 (read, stored) != 0;
}

/* A deadline that was extended here is not set back by an older export. */
static gboolean
deadline_changes (const YsCaseItem *item, const YsCase *stored)
{
  YsNumber amount = YS_NUMBER (item->limit.amount);

  if (item->read->deadline != 0)
    return item->read->deadline / 60 > stored->deadline / 60
           || (!stored->dispatched_deadline && item->read->deadline / 60 != stored->deadline / 60);
  return item->limit.unit != YS_LIMIT_NONE
         && (!ys_number_equal (amount, stored->limit_amount)
             || (int)item->limit.unit != stored->limit_unit);
}

static gboolean
entered_changes (const YsCaseItem *item, const YsCase *stored, const char *stored_code)
{
  const YsCase *read = item->read;

  return read->level != stored->level || read->compound_id != stored->compound_id
         || g_strcmp0 (item->code, stored_code) != 0 || read->at / 60 != stored->at / 60
         || text_changes (read->channel, stored->channel)
         || text_changes (read->place, stored->place) || text_changes (read->note, stored->note)
         || deadline_changes (item, stored);
}

static void
judge_reply (Judge *judge, YsCaseItem *item, const YsCase *stored)
{
  YsInstant replied_at = item->read->replied_at;
  g_autofree char *known = NULL;

  if (replied_at == 0 || replied_at / 60 == stored->replied_at / 60)
    return;
  if (stored->replied_at == 0)
    {
      item->new_reply = TRUE;
      return;
    }
  known = ys_instant_to_iso (stored->replied_at);
  refuse_field (judge, item, "replied_at",
                g_strdup_printf (_ ("The ledger has a reply at %s. Take that one back first, or "
                                    "correct the file."),
                                 known));
}

static gboolean
judge_existing (Judge *judge, YsCaseItem *item, const YsCase *stored, GError **error)
{
  YsClause clause = { 0 };
  gboolean done = ys_record_store_load (judge->import->tables.ledger, &ys_clause_type,
                                        stored->clause_id, &clause, error);

  if (done)
    {
      item->changes = entered_changes (item, stored, clause.code);
      judge_reply (judge, item, stored);
    }
  ys_record_clear (&ys_clause_type, &clause);
  /* What is the same needs no decision, however it was read. */
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    return done;
  if (!item->changes && !item->new_reply)
    {
      item->pub.verdict = YS_VERDICT_SAME;
      g_clear_pointer (&item->pub.reason, g_free);
      item->pub.column = G_MAXUINT;
    }
  else if (item->pub.verdict == YS_VERDICT_NEW)
    item->pub.verdict = YS_VERDICT_CHANGED;
  return done;
}

/* What a finalised period holds is refused here, not only when it is written. */
static void
judge_period (Judge *judge, YsCaseItem *item, YsInstant stored_at)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = judge->import->tables.ledger;
  gboolean enters = item->existing == 0 || item->changes;

  if (item->pub.verdict == YS_VERDICT_REFUSED || item->pub.verdict == YS_VERDICT_SAME)
    return;
  if (enters
      && (!ys_case_check_open (ledger, item->read->at, &error)
          || (stored_at != 0 && !ys_case_check_open (ledger, stored_at, &error))))
    refuse_field (judge, item, "at", g_strdup (error->message));
  else if (item->read->replied_at != 0 && (item->new_reply || item->existing == 0)
           && !ys_case_check_open (ledger, item->read->replied_at, &error))
    refuse_field (judge, item, "replied_at", g_strdup (error->message));
}

static gboolean
judge_item (Judge *judge, YsCaseItem *item, GError **error)
{
  YsCase stored = { 0 };
  gboolean done;

  judge_compound (judge, item);
  if (!judge_clause (judge, item, error))
    return FALSE;
  if (*item->pub.number == '\0')
    return TRUE;
  judge_number (judge, item);
  item->existing = ys_record_store_find (judge->import->tables.ledger, &ys_case_type, "number",
                                         item->pub.number, error);
  if (item->existing < 0)
    return FALSE;
  done = item->existing == 0
         || (ys_record_store_load (judge->import->tables.ledger, &ys_case_type, item->existing,
                                   &stored, error)
             && judge_existing (judge, item, &stored, error));
  if (done)
    judge_period (judge, item, stored.at);
  ys_record_clear (&ys_case_type, &stored);
  return done;
}

static void
free_item (gpointer data)
{
  YsCaseItem *item = data;

  ys_record_free (&ys_case_type, item->read);
  g_free (item->pub.number);
  g_free (item->pub.compound);
  g_free (item->pub.reason);
  g_free (item->code);
  g_free (item);
}

static gboolean
judge_table (Judge *judge, guint t, GError **error)
{
  YsCaseImport *import = judge->import;
  const YsColumnTable *table = g_ptr_array_index (import->tables.tables, t);
  guint n_rows = ys_grid_n_rows (table->grid);

  for (guint row = ys_column_table_next (table, table->head); row < n_rows;
       row = ys_column_table_next (table, row))
    {
      YsCaseItem *item = g_new0 (YsCaseItem, 1);

      item->pub.sheet = ys_grid_name (table->grid);
      item->pub.row = row;
      item->pub.column = G_MAXUINT;
      item->table = t;
      item->read = ys_record_new (&ys_case_type);
      g_ptr_array_add (import->rows, item);
      ys_case_item_read (item, import, table);
      if (!judge_item (judge, item, error))
        return FALSE;
      import->counts[item->pub.verdict]++;
    }
  return TRUE;
}

gboolean
ys_case_import_judge (YsCaseImport *import, GError **error)
{
  g_autoptr (GHashTable) books
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)ys_catalogue_book_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  Judge judge = { import, books, numbers };

  g_clear_pointer (&import->rows, g_ptr_array_unref);
  import->rows = g_ptr_array_new_with_free_func (free_item);
  memset (import->counts, 0, sizeof import->counts);
  g_clear_pointer (&import->index, ys_import_index_free);
  import->index = ys_import_index_new (import->tables.ledger, error);
  if (import->index == NULL)
    return FALSE;
  for (guint t = 0; t < import->tables.tables->len; t++)
    if (!judge_table (&judge, t, error))
      return FALSE;
  return TRUE;
}
