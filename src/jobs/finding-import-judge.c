/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a row means to the ledger: a new finding or clean visit, one that is there already, a likely
 * reading for a person to accept, or none. Rows that are there are found first, whatever their
 * order, so that the same file again changes nothing. */
#include "config.h"

#include "finding-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "case-rules.h"

typedef struct
{
  YsFindingImport *import;
  YsFindingEditor look; /* never begins a change: only its questions are asked */
} Judge;

static void
free_visit (gpointer data)
{
  YsImportVisit *visit = data;

  ys_record_clear (&ys_inspection_type, &visit->head);
  g_clear_pointer (&visit->stored, ys_inspection_view_free);
  g_clear_pointer (&visit->book, ys_catalogue_book_unref);
  g_hash_table_unref (visit->taken);
  g_hash_table_unref (visit->places);
  g_free (visit);
}

static char *
visit_key (const YsInspection *head)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %" G_GINT64_FORMAT, head->compound_id,
                          head->level, head->kind, head->at);
}

/* The visit in the ledger, if it is there. */
static gboolean
find_stored (YsLedger *ledger, YsImportVisit *visit, GError **error)
{
  const YsInspection *head = &visit->head;
  YsInspectionFilter filter = { .compound_id = head->compound_id,
                                .level = head->level,
                                .from = head->at,
                                .to = head->at + 60,
                                .with_withdrawn = TRUE };
  g_autoptr (GPtrArray) lines = ys_inspection_list (ledger, &filter, error);

  for (guint i = 0; lines != NULL && i < lines->len && visit->stored == NULL; i++)
    {
      const YsInspection *one = &((YsInspectionLine *)g_ptr_array_index (lines, i))->inspection;

      if (one->kind != head->kind)
        continue;
      if (one->withdrawn)
        visit->was_withdrawn = TRUE;
      else if ((visit->stored = ys_inspection_load (ledger, one->id, error)) == NULL)
        return FALSE;
    }
  return lines != NULL;
}

static gboolean
join_visit (Judge *judge, YsFindingItem *item, GError **error)
{
  YsFindingImport *import = judge->import;
  YsLedger *ledger = import->tables.ledger;
  g_autofree char *key = visit_key (&item->read);
  YsImportVisit *visit = g_hash_table_lookup (import->visits, key);

  if (visit == NULL)
    {
      visit = g_new0 (YsImportVisit, 1);
      visit->taken = g_hash_table_new (NULL, NULL);
      visit->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      visit->head.compound_id = item->read.compound_id;
      visit->head.level = item->read.level;
      visit->head.kind = item->read.kind;
      visit->head.at = item->read.at;
      g_hash_table_insert (import->visits, g_steal_pointer (&key), visit);
      if (!find_stored (ledger, visit, error))
        return FALSE;
      visit->book = visit->stored != NULL
                        ? ys_catalogue_book_ref (visit->stored->book)
                        : ys_catalogue_load (ledger, YS_ANNEX_1,
                                             ys_instant_to_date (visit->head.at), error);
    }
  item->visit = visit;
  return visit->book != NULL;
}

static void
judge_clause (Judge *judge, YsFindingItem *item)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsFinding) finding = ys_record_new (&ys_finding_type);
  YsFindingEntry entry = { .count = item->count };
  const YsClause *clause;
  char *reason = NULL;
  YsVerdict verdict = ys_import_read_clause (item->visit->book, item->pub.clause, &clause, &reason);

  ys_finding_item_judge (item, judge->import, verdict, "clause", reason);
  if (clause == NULL)
    return;
  entry.code = item->code = g_strdup (clause->code);
  if (!ys_inspection_read_entry (&item->visit->head, item->visit->book, &entry, finding, &error))
    ys_finding_item_refuse (item, judge->import, "clause", g_strdup (error->message));
}

static gboolean
judge_table (Judge *judge, guint t, GError **error)
{
  YsFindingImport *import = judge->import;
  const YsColumnTable *table = g_ptr_array_index (import->tables.tables, t);
  guint n_rows = ys_grid_n_rows (table->grid);

  for (guint row = ys_column_table_next (table, table->head); row < n_rows;
       row = ys_column_table_next (table, row))
    {
      YsFindingItem *item = g_new0 (YsFindingItem, 1);

      item->pub.sheet = ys_grid_name (table->grid);
      item->pub.row = row;
      item->pub.column = G_MAXUINT;
      item->table = t;
      g_ptr_array_add (import->rows, item);
      ys_finding_item_read (item, import);
      if (item->pub.verdict == YS_VERDICT_REFUSED)
        continue;
      if (!join_visit (judge, item, error))
        return FALSE;
      if (!item->clean)
        judge_clause (judge, item);
    }
  return TRUE;
}

/* (nullable): a stored finding of this clause and place that no row has taken. @count 0: any;
 * @note (nullable): only one with this note. */
static const YsFinding *
find_finding (const YsFindingItem *item, gint64 count, const char *note, gboolean withdrawn)
{
  const YsInspectionView *stored = item->visit->stored;
  g_autofree char *key = ys_place_key (item->place);

  for (guint i = 0; stored != NULL && i < stored->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (stored->findings, i);
      const YsClause *clause = ys_catalogue_book_find_id (stored->book, finding->clause_id);
      g_autofree char *own = ys_place_key (finding->place);

      if (clause != NULL && g_str_equal (clause->code, item->code) && g_str_equal (own, key)
          && (finding->state == YS_FINDING_WITHDRAWN) == withdrawn
          && (count == 0 || finding->count.value == count)
          && (note == NULL || g_strcmp0 (finding->note, note) == 0)
          && !g_hash_table_contains (item->visit->taken, finding))
        return finding;
    }
  return NULL;
}

static guint
count_standing (const YsInspectionView *stored)
{
  guint n = 0;

  for (guint i = 0; i < stored->findings->len; i++)
    n += ((const YsFinding *)g_ptr_array_index (stored->findings, i))->state != YS_FINDING_WITHDRAWN
             ? 1
             : 0;
  return n;
}

/* What is the same needs no decision, however it was read. */
static void
judge_same (YsFindingItem *item)
{
  const YsFinding *found = NULL;

  if (item->visit->stored == NULL)
    return;
  if (!item->clean && item->note != NULL)
    found = find_finding (item, item->count, item->note, FALSE);
  if (!item->clean && found == NULL)
    found = find_finding (item, item->count, NULL, FALSE);
  if (found == NULL && !(item->clean && count_standing (item->visit->stored) == 0))
    return;
  if (found != NULL)
    g_hash_table_add (item->visit->taken, (gpointer)found);
  item->pub.verdict = YS_VERDICT_SAME;
  item->pub.column = G_MAXUINT;
  g_clear_pointer (&item->pub.reason, g_free);
}

/* The same clause and place with another count, or what was withdrawn on purpose. */
static void
judge_stored (Judge *judge, YsFindingItem *item)
{
  const YsFinding *other = item->clean ? NULL : find_finding (item, 0, NULL, FALSE);

  if (item->clean && item->visit->stored != NULL)
    ys_finding_item_refuse (item, judge->import, "clause",
                            g_strdup (_ ("The ledger has findings of this visit. Leave this row "
                                         "out, or write its clause.")));
  else if (other != NULL)
    {
      item->existing = other->id;
      g_hash_table_add (item->visit->taken, (gpointer)other);
      ys_finding_item_doubt (item, judge->import, "count",
                             g_strdup_printf (_ ("The ledger has %d places of this, the file %d. "
                                                 "Accept the file's "
                                                 "number, or correct it."),
                                              (int)other->count.value, (int)item->count));
    }
  else if (item->visit->was_withdrawn && item->visit->stored == NULL)
    ys_finding_item_doubt (item, judge->import, "at",
                           g_strdup (_ ("This visit was entered and withdrawn. Accept it to enter "
                                        "it again, or leave it out.")));
  else if (!item->clean && find_finding (item, 0, NULL, TRUE) != NULL)
    ys_finding_item_doubt (item, judge->import, "clause",
                           g_strdup (_ ("This finding was entered and withdrawn. Accept it to "
                                        "enter it again, or leave it out.")));
}

/* A clean visit and its findings exclude each other. */
static void
judge_clash (Judge *judge, YsFindingItem *item)
{
  const YsImportVisit *visit = item->visit;

  if (item->clean && visit->clean_row != 0)
    ys_finding_item_refuse (item, judge->import, "compound",
                            g_strdup_printf (_ ("Row %u has this visit already. Leave one of them "
                                                "out."),
                                             visit->clean_row));
  else if (item->clean && visit->finding_row != 0)
    ys_finding_item_refuse (item, judge->import, "clause",
                            g_strdup_printf (_ ("Row %u has a finding of this visit. Leave this "
                                                "row out, or write its clause."),
                                             visit->finding_row));
  else if (!item->clean && visit->clean_row != 0)
    ys_finding_item_refuse (item, judge->import, "clause",
                            g_strdup_printf (_ ("Row %u says that nothing was found at this "
                                                "visit. Leave one of them out."),
                                             visit->clean_row));
}

/* What rows of one file say against each other. */
static void
judge_twins (Judge *judge, YsFindingItem *item)
{
  YsImportVisit *visit = item->visit;
  g_autofree char *place = ys_place_key (item->place);
  g_autofree char *key = g_strconcat (item->clean ? "" : item->code, "\n", place, NULL);
  guint row = item->pub.row + 1;
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (visit->places, key));

  judge_clash (judge, item);
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    return;
  if (item->pub.verdict != YS_VERDICT_SAME && earlier != 0)
    ys_finding_item_doubt (item, judge->import, "place",
                           g_strdup_printf (_ ("Row %u has this clause at this place already. "
                                               "Accept it as another finding, or write one row "
                                               "with all places."),
                                            earlier));
  if (item->clean && visit->clean_row == 0)
    visit->clean_row = row;
  if (!item->clean && visit->finding_row == 0)
    visit->finding_row = row;
  if (earlier == 0)
    g_hash_table_insert (visit->places, g_steal_pointer (&key), GUINT_TO_POINTER (row));
}

/* One visit has one list of inspectors and one remark. */
static void
judge_head_text (Judge *judge, YsFindingItem *item, const char *name)
{
  const YsField *field = ys_record_type_field (&ys_inspection_type, name);
  YsImportVisit *visit = item->visit;
  gconstpointer known = visit->stored != NULL ? &visit->stored->inspection : &visit->head;
  g_autofree char *own = ys_field_to_text (field, &item->read);
  g_autofree char *text = ys_field_to_text (field, known);

  if (own == NULL || g_strcmp0 (own, text) == 0)
    return;
  if (text != NULL)
    ys_finding_item_doubt (
        item, judge->import, name,
        /* Translators: a field such as Inspectors, what stands, what the row says */
        g_strdup_printf (_ ("%s: the visit has “%s” already, this row “%s”. Accept it to keep the "
                            "former, or correct the file."),
                         g_dgettext (GETTEXT_PACKAGE, field->label), text, own));
  else if (visit->stored == NULL)
    ys_field_copy (field, &visit->head, &item->read);
}

/* What a finalised period or a withdrawn compound no longer takes is refused here, not only when it
 * is written. */
static void
judge_forbidden (Judge *judge, YsFindingItem *item)
{
  g_autoptr (GError) error = NULL;

  if (!ys_finding_editor_check_open (&judge->look, item->read.at, &error))
    ys_finding_item_refuse (item, judge->import, "at", g_strdup (error->message));
  else if (item->visit->stored == NULL
           && !ys_inspection_editor_check_compound (&judge->look, item->read.compound_id, &error))
    ys_finding_item_refuse (item, judge->import, "compound", g_strdup (error->message));
}

static void
judge_rest (Judge *judge, YsFindingItem *item)
{
  if (item->pub.verdict != YS_VERDICT_SAME)
    {
      judge_stored (judge, item);
      judge_forbidden (judge, item);
    }
  if (item->pub.verdict != YS_VERDICT_REFUSED)
    judge_twins (judge, item);
  if (item->pub.verdict == YS_VERDICT_NEW || item->pub.verdict == YS_VERDICT_DOUBTFUL)
    {
      judge_head_text (judge, item, "inspectors");
      judge_head_text (judge, item, "remark");
    }
}

static void
judge_all (Judge *judge)
{
  GPtrArray *rows = judge->import->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      YsFindingItem *item = g_ptr_array_index (rows, i);

      if (item->pub.verdict != YS_VERDICT_REFUSED)
        judge_same (item);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      YsFindingItem *item = g_ptr_array_index (rows, i);

      if (item->pub.verdict != YS_VERDICT_REFUSED)
        judge_rest (judge, item);
      judge->import->counts[item->pub.verdict]++;
    }
}

gboolean
ys_finding_import_judge (YsFindingImport *import, GError **error)
{
  g_autoptr (GHashTable) frozen = g_hash_table_new (NULL, NULL);
  Judge judge = { import, { .ledger = import->tables.ledger, .frozen = frozen } };

  g_clear_pointer (&import->rows, g_ptr_array_unref);
  import->rows = g_ptr_array_new_with_free_func (ys_finding_item_free);
  g_clear_pointer (&import->visits, g_hash_table_unref);
  import->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_visit);
  memset (import->counts, 0, sizeof import->counts);
  g_clear_pointer (&import->index, ys_import_index_free);
  import->index = ys_import_index_new (import->tables.ledger, error);
  if (import->index == NULL)
    return FALSE;
  for (guint t = 0; t < import->tables.tables->len; t++)
    if (!judge_table (&judge, t, error))
      return FALSE;
  judge_all (&judge);
  return TRUE;
}
