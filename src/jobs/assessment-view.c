/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of several assessors joined: annex 2 takes the largest count of a clause (one
 * occurrence seen by two is one), annex 3 the mean of those who set it [002 §3.2, §3.3]. */
#include "config.h"

#include "assessment-private.h"

#include "assessment-store.h"
#include "case-store.h"
#include "record-store.h"
#include "score.h"

static void
entry_free (YsAssessmentEntry *entry)
{
  g_free (entry->assessor);
  g_free (entry->evidence);
  g_free (entry);
}

static void
line_free (YsAssessmentLine *line)
{
  g_ptr_array_unref (line->entries);
  g_free (line);
}

void
ys_assessment_view_free (YsAssessmentView *view)
{
  if (view == NULL)
    return;
  g_clear_pointer (&view->book, ys_catalogue_book_unref);
  g_strfreev (view->assessors);
  g_clear_pointer (&view->lines, g_ptr_array_unref);
  g_free (view);
}

static YsAssessmentView *
view_new (YsCatalogueBook *book)
{
  YsAssessmentView *view = g_new0 (YsAssessmentView, 1);

  view->book = book;
  view->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)line_free);
  for (guint i = 0; i < ys_catalogue_book_n_clauses (book); i++)
    {
      YsAssessmentLine *line = g_new0 (YsAssessmentLine, 1);

      line->clause = ys_catalogue_book_clause (book, i);
      line->entries = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)entry_free);
      g_ptr_array_add (view->lines, line);
    }
  return view;
}

static YsAssessmentLine *
find_line (YsAssessmentView *view, const char *code)
{
  for (guint i = 0; i < view->lines->len; i++)
    {
      YsAssessmentLine *line = view->lines->pdata[i];

      if (g_strcmp0 (line->clause->code, code) == 0)
        return line;
    }
  return NULL;
}

/* All entries of one line to what counts. */
static void
join_line (YsAssessmentLine *line)
{
  gint64 sum = 0;

  for (guint i = 0; i < line->entries->len; i++)
    {
      const YsAssessmentEntry *entry = line->entries->pdata[i];
      const YsAssessmentEntry *first = line->entries->pdata[0];

      line->differs |= entry->count != first->count || entry->points != first->points;
      line->count = MAX (line->count, entry->count);
      sum += entry->points;
    }
  line->is_set = line->entries->len > 0;
  if (!line->is_set)
    return;
  if (line->clause->kind == YS_CLAUSE_ITEM)
    line->points = ys_round_quotient (sum, line->entries->len, YS_ROUNDING_AWAY);
  else if (line->clause->points.is_set)
    line->points = line->count * line->clause->points.value;
}

static void
sum_up (YsAssessmentView *view)
{
  for (guint i = 0; i < view->lines->len; i++)
    {
      YsAssessmentLine *line = view->lines->pdata[i];

      join_line (line);
      switch (line->clause->kind)
        {
        case YS_CLAUSE_DEDUCTION:
          view->deductions += line->points;
          break;
        case YS_CLAUSE_EXTRA:
          view->extras += line->points;
          break;
        case YS_CLAUSE_ITEM:
          view->points += line->points;
          break;
        case YS_CLAUSE_VETO:
          view->veto |= !line->is_set || line->count == 0;
          break;
        default:
          break;
        }
    }
}

/* One assessor's lines (nullable) into the view. */
static void
add_items (YsAssessmentView *view, const YsAssessment *sheet, GPtrArray *items, GHashTable *codes)
{
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const YsAssessmentItem *item = items->pdata[i];
      YsAssessmentLine *line = find_line (view, g_hash_table_lookup (codes, &item->clause_id));
      YsAssessmentEntry *entry;

      if (line == NULL)
        continue; /* a clause that the version that holds no longer has */
      entry = g_new0 (YsAssessmentEntry, 1);
      entry->item_id = item->id;
      entry->assessor = g_strdup (sheet->assessor);
      entry->count = item->count.value;
      entry->points = item->points.value;
      entry->evidence = g_strdup (item->evidence);
      g_ptr_array_add (line->entries, entry);
    }
}

static gboolean
add_sheets (YsAssessmentView *view,
            YsLedger *ledger,
            GPtrArray *sheets,
            const char *period,
            int annex,
            GError **error)
{
  g_autoptr (GHashTable) codes = ys_clause_store_codes (ledger, error);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (codes == NULL)
    return FALSE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const YsAssessment *sheet = sheets->pdata[i];
      g_autoptr (GPtrArray) items = NULL;

      if (sheet->annex != annex || !g_str_equal (sheet->period, period))
        continue;
      items = ys_record_store_list_by (ledger, &ys_assessment_item_type, "assessment", sheet->id,
                                       NULL, error);
      if (items == NULL)
        return FALSE;
      add_items (view, sheet, items, codes);
      g_strv_builder_add (names, sheet->assessor);
      view->exists |= items->len > 0;
    }
  view->assessors = g_strv_builder_end (names);
  return TRUE;
}

YsAssessmentView *
ys_assessment_load (YsLedger *ledger, gint64 compound_id, YsSpan span, int annex, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (YsAssessmentView) view = NULL;
  YsCatalogueBook *book;

  g_return_val_if_fail (ledger != NULL, NULL);

  book = ys_catalogue_load (ledger, annex, ys_span_last (span), error);
  if (book == NULL)
    return NULL;
  view = view_new (book);
  sheets
      = ys_record_store_list_by (ledger, &ys_assessment_type, "compound", compound_id, NULL, error);
  if (sheets == NULL || !add_sheets (view, ledger, sheets, period, annex, error))
    return NULL;
  sum_up (view);
  return g_steal_pointer (&view);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const YsAssessmentSum *one = a;
  const YsAssessmentSum *other = b;

  if (one->compound_id != other->compound_id)
    return one->compound_id < other->compound_id ? -1 : 1;
  return one->annex - other->annex;
}

static void
add_sum (GArray *sums, gint64 compound_id, int annex, YsAssessmentView *view)
{
  YsAssessmentSum sum = { .compound_id = compound_id, .annex = annex };

  sum_up (view);
  sum.deductions = view->deductions;
  sum.extras = view->extras;
  sum.points = view->points;
  sum.veto = view->veto;
  for (guint i = 0; i < view->lines->len; i++)
    {
      const YsAssessmentLine *line = view->lines->pdata[i];

      sum.differs |= line->differs;
      sum.n_set += line->is_set ? 1 : 0;
    }
  g_array_append_val (sums, sum);
}

/* @sheets: of the period by compound; @items: by sheet. */
static void
add_sums (YsCatalogueBook *book,
          GPtrArray *sheets,
          GHashTable *items,
          GHashTable *codes,
          int annex,
          GArray *sums)
{
  YsAssessmentView *view = NULL;
  gint64 compound_id = 0;

  for (guint i = 0; i < sheets->len; i++)
    {
      const YsAssessment *sheet = sheets->pdata[i];

      if (sheet->annex != annex)
        continue;
      if (view != NULL && sheet->compound_id != compound_id)
        {
          add_sum (sums, compound_id, annex, view);
          g_clear_pointer (&view, ys_assessment_view_free);
        }
      if (view == NULL)
        view = view_new (ys_catalogue_book_ref (book));
      compound_id = sheet->compound_id;
      add_items (view, sheet, g_hash_table_lookup (items, &sheet->id), codes);
    }
  if (view != NULL)
    add_sum (sums, compound_id, annex, view);
  ys_assessment_view_free (view);
}

/* (transfer full): sheet id → its items, which @all keeps. */
static GHashTable *
items_by_sheet (GPtrArray *all)
{
  GHashTable *table = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                             (GDestroyNotify)(void *)g_ptr_array_unref);

  for (guint i = 0; i < all->len; i++)
    {
      YsAssessmentItem *item = all->pdata[i];
      GPtrArray *list = g_hash_table_lookup (table, &item->assessment_id);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (table, &item->assessment_id, list);
        }
      g_ptr_array_add (list, item);
    }
  return table;
}

GArray *
ys_assessment_sums (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autofree char *period = ys_span_name (span);
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (YsAssessmentSum));
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) codes = NULL;
  g_autoptr (GHashTable) by_sheet = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  sheets = ys_assessment_store_sheets (ledger, period, error);
  items = sheets != NULL ? ys_assessment_store_items (ledger, period, error) : NULL;
  codes = items != NULL ? ys_clause_store_codes (ledger, error) : NULL;
  if (codes == NULL)
    return NULL;
  by_sheet = items_by_sheet (items);
  for (int annex = YS_ANNEX_2; annex <= YS_ANNEX_3; annex++)
    {
      g_autoptr (YsCatalogueBook) book
          = ys_catalogue_load (ledger, annex, ys_span_last (span), error);

      if (book == NULL)
        return NULL;
      add_sums (book, sheets, by_sheet, codes, annex, sums);
    }
  g_array_sort (sums, compare_sums);
  return g_steal_pointer (&sums);
}
