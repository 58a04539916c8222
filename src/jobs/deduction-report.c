/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what a period cost: findings of city and district inspections as they stand, doubled
 * where their deadline passed, and confirmed faults of cases [002 §4.1]. What costs nothing is left
 * out. */
#include "config.h"

#include "report-job.h"

#include "case-job.h"
#include "catalogue-private.h"
#include "deductions.h"
#include "inspection.h"
#include "job-error.h"
#include "ledger-job.h"
#include "record-store.h"
#include "standards.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHEET_NAME 24

/* One line, with the texts that it borrows. */
typedef struct
{
  YsDeductionRow row;
  char *texts[6];
  gboolean is_case;
} Line;

typedef struct
{
  gint64 id;
  char *name;
  GPtrArray *lines; /* of Line */
  gint64 points;
} Part;

struct _YsDeductions
{
  YsOffice *office;
  YsSpan span;
  YsInstant now;
  YsCatalogueBook *book; /* annex 1 on the last day */
  GPtrArray *parts;      /* of Part, by name */
};

typedef struct
{
  YsDeductions *deductions;
  YsLedger *ledger;
  const YsRegistry *registry;
  gint64 only;
  GHashTable *parts;       /* id → Part */
  GHashTable *inspections; /* id → kind */
} Gathering;

static void
line_free (Line *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (line->texts); i++)
    g_free (line->texts[i]);
  g_free (line);
}

static void
part_free (Part *part)
{
  g_free (part->name);
  g_ptr_array_unref (part->lines);
  g_free (part);
}

void
ys_deductions_free (YsDeductions *deductions)
{
  if (deductions == NULL)
    return;
  if (deductions->office != NULL)
    ys_record_free (&ys_office_type, deductions->office);
  g_clear_pointer (&deductions->book, ys_catalogue_book_unref);
  g_clear_pointer (&deductions->parts, g_ptr_array_unref);
  g_free (deductions);
}

static Part *
find_part (Gathering *gathering, gint64 compound_id, const char *name)
{
  Part *part = g_hash_table_lookup (gathering->parts, &compound_id);

  if (part != NULL)
    return part;
  part = g_new0 (Part, 1);
  part->id = compound_id;
  part->name = g_strdup (name);
  part->lines = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)line_free);
  g_hash_table_insert (gathering->parts, &part->id, part);
  g_ptr_array_add (gathering->deductions->parts, part);
  return part;
}

/* @texts are kept: source, code, clause, place, note, remark. */
static void
add_line (Part *part, Line *line)
{
  line->row.source = line->texts[0];
  line->row.code = line->texts[1];
  line->row.clause = line->texts[2];
  line->row.place = line->texts[3];
  line->row.note = line->texts[4];
  line->row.remark = line->texts[5];
  part->points += line->row.points;
  g_ptr_array_add (part->lines, line);
}

/* Announced, unannounced or special, of the finding's inspection. */
static gboolean
find_kind (Gathering *gathering, gint64 inspection_id, int *out_kind, GError **error)
{
  gpointer kept;
  YsInspection inspection = { 0 };

  if (g_hash_table_lookup_extended (gathering->inspections, &inspection_id, NULL, &kept))
    {
      *out_kind = GPOINTER_TO_INT (kept);
      return TRUE;
    }
  if (!ys_record_store_load (gathering->ledger, &ys_inspection_type, inspection_id, &inspection,
                             error))
    return FALSE;
  *out_kind = inspection.kind;
  ys_record_clear (&ys_inspection_type, &inspection);
  g_hash_table_insert (gathering->inspections, g_memdup2 (&inspection_id, sizeof inspection_id),
                       GINT_TO_POINTER (*out_kind));
  return TRUE;
}

/* A finding's base over its places: what one costs before doubling. */
static gint64
points_each (const YsFinding *finding)
{
  return finding->count.value > 0 ? finding->points.value / finding->count.value : 0;
}

static gboolean
add_finding (const YsFindingView *view, gpointer user_data, GError **error)
{
  Gathering *gathering = user_data;
  const YsFinding *finding = &view->finding;
  Line *line;
  int kind;

  if (view->points == 0)
    return TRUE;
  if (!find_kind (gathering, finding->inspection_id, &kind, error))
    return FALSE;
  line = g_new0 (Line, 1);
  line->texts[0] = g_strconcat (ys_choice_official (ys_level_choices, finding->level),
                                ys_choice_official (ys_inspection_kind_choices, kind), NULL);
  line->texts[1] = g_strdup (view->code);
  line->texts[2] = g_strdup (view->clause);
  line->texts[3] = g_strdup (finding->place);
  line->texts[4] = g_strdup (finding->note);
  line->texts[5] = g_strdup (view->doubled ? "逾期双倍" : NULL);
  line->row.at = finding->found_at;
  line->row.count = finding->count.value;
  line->row.each = points_each (finding);
  line->row.deadline = finding->deadline;
  line->row.rectified_at = finding->rectified_at;
  line->row.points = view->points;
  add_line (find_part (gathering, finding->compound_id, view->compound), line);
  return TRUE;
}

static void
add_fault (Gathering *gathering, const YsCaseView *view, const YsCaseFault *fault)
{
  Line *line = g_new0 (Line, 1);

  line->is_case = TRUE;
  line->texts[0]
      = g_strconcat (ys_choice_official (ys_level_choices, view->one.level), "案卷", NULL);
  line->texts[1] = g_strdup (view->code);
  line->texts[2] = g_strdup (view->clause);
  line->texts[3] = g_strdup (view->one.place);
  line->texts[4] = g_strdup_printf ("案卷号 %s", view->one.number);
  line->texts[5] = g_strdup (ys_choice_official (ys_fault_choices, fault->fault));
  line->row.at = view->one.at;
  line->row.count = 1;
  line->row.each = YS_FAULT_POINTS;
  line->row.deadline = view->one.deadline;
  line->row.rectified_at = view->one.replied_at;
  line->row.points = YS_FAULT_POINTS;
  add_line (find_part (gathering, view->one.compound_id, view->compound), line);
}

static gboolean
add_cases (Gathering *gathering, GError **error)
{
  const YsDeductions *deductions = gathering->deductions;
  g_autoptr (GPtrArray) views
      = ys_case_list (gathering->ledger, ys_span_start (deductions->span),
                      ys_span_end (deductions->span), FALSE, deductions->now, error);

  for (guint i = 0; views != NULL && i < views->len; i++)
    {
      const YsCaseView *view = views->pdata[i];

      if (view->one.state == YS_CASE_WITHDRAWN
          || (gathering->only != 0 && view->one.compound_id != gathering->only))
        continue;
      for (guint k = 0; k < view->faults->len; k++)
        {
          const YsCaseFault *fault = view->faults->pdata[k];

          if (fault->decision == YS_DECISION_CONFIRMED)
            add_fault (gathering, view, fault);
        }
    }
  return views != NULL;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *one = *(Part *const *)a, *other = *(Part *const *)b;
  g_autofree char *key = ys_pinyin_sort_key (one->name);
  g_autofree char *other_key = ys_pinyin_sort_key (other->name);
  int order = strcmp (key, other_key);

  return order != 0 ? order : (one->id < other->id ? -1 : 1);
}

static gboolean
gather (Gathering *gathering, GError **error)
{
  YsDeductions *deductions = gathering->deductions;
  const YsFindingFilter filter = { .from = ys_span_start (deductions->span),
                                   .to = ys_span_end (deductions->span),
                                   .compound_id = gathering->only };
  const YsRegistryItem *only
      = gathering->only != 0 ? ys_registry_find (gathering->registry, gathering->only) : NULL;

  /* Asked for by name, it is printed even without a deduction. */
  if (only != NULL)
    find_part (gathering, only->compound->id, only->compound->name);
  if (!ys_finding_each (gathering->ledger, &filter, deductions->now, add_finding, gathering, error)
      || !add_cases (gathering, error))
    return FALSE;
  g_ptr_array_sort (deductions->parts, compare_parts);
  return TRUE;
}

YsDeductions *
ys_deductions_new (YsLedger *ledger,
                   const YsRegistry *registry,
                   YsSpan span,
                   gint64 compound_id,
                   YsInstant now,
                   GError **error)
{
  g_autoptr (YsDeductions) deductions = g_new0 (YsDeductions, 1);
  Gathering gathering = { deductions, ledger, registry, compound_id, NULL, NULL };
  gboolean done;

  g_return_val_if_fail (ledger != NULL && registry != NULL, NULL);

  deductions->span = span;
  deductions->now = now;
  deductions->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)part_free);
  deductions->office = ys_ledger_job_office (ledger, error);
  if (deductions->office == NULL)
    return NULL;
  deductions->book = ys_catalogue_load (ledger, YS_ANNEX_1, ys_span_last (span), error);
  if (deductions->book == NULL)
    return NULL;
  gathering.parts = g_hash_table_new (g_int64_hash, g_int64_equal);
  gathering.inspections = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  done = gather (&gathering, error);
  g_hash_table_unref (gathering.parts);
  g_hash_table_unref (gathering.inspections);
  return done ? g_steal_pointer (&deductions) : NULL;
}

guint
ys_deductions_n_compounds (const YsDeductions *deductions)
{
  g_return_val_if_fail (deductions != NULL, 0);

  return deductions->parts->len;
}

static const Part *
part_at (const YsDeductions *deductions, guint index)
{
  return deductions->parts->pdata[index];
}

const char *
ys_deductions_compound (const YsDeductions *deductions, guint index, gint64 *out_id)
{
  g_return_val_if_fail (deductions != NULL && index < deductions->parts->len, NULL);

  if (out_id != NULL)
    *out_id = part_at (deductions, index)->id;
  return part_at (deductions, index)->name;
}

gint64
ys_deductions_points (const YsDeductions *deductions, guint index)
{
  g_return_val_if_fail (deductions != NULL && index < deductions->parts->len, 0);

  return part_at (deductions, index)->points;
}

/* A name that every spreadsheet program takes and that no other sheet has. */
static char *
sheet_name (const Part *part, guint index, guint n_parts)
{
  g_autofree char *plain = g_strdelimit (g_strdup (part->name), "[]:*?/\\'", '_');
  g_autofree char *cut
      = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_SHEET_NAME));

  return n_parts == 1 ? g_strdup ("扣分明细") : g_strdup_printf ("%u %s", index + 1, cut);
}

static YsSheet *
build_details (const YsDeductions *deductions, guint index, guint n_parts)
{
  const Part *part = part_at (deductions, index);
  g_autofree char *period = ys_span_label (deductions->span);
  g_autofree char *name = sheet_name (part, index, n_parts);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const YsFilledHead head = { part->name, period, ys_instant_to_date (deductions->now) };

  for (guint i = 0; i < part->lines->len; i++)
    g_ptr_array_add (rows, &((Line *)part->lines->pdata[i])->row);
  return ys_deductions_build (deductions->office, name, &head, rows);
}

/* A finding may be under a clause that the version of the last day has no more: a row of its own.
 */
static YsClause *
add_old_clause (GPtrArray *clauses, const YsDeductionRow *row)
{
  YsClause *clause = ys_record_new (&ys_clause_type);

  clause->code = g_strdup (row->code);
  clause->group = g_strdup ("原细则");
  clause->name = g_strdup (row->clause);
  clause->criterion = g_strdup (row->clause);
  clause->points = YS_NUMBER (row->each);
  g_ptr_array_add (clauses, clause);
  return clause;
}

static guint
find_index (GPtrArray *clauses, const YsDeductionRow *row)
{
  for (guint i = 0; i < clauses->len; i++)
    if (g_strcmp0 (((YsClause *)clauses->pdata[i])->code, row->code) == 0)
      return i;
  add_old_clause (clauses, row);
  return clauses->len - 1;
}

/* Annex 1 counts findings; faults of cases are no findings and stand in the details alone. */
static YsSheet *
build_filled (const YsDeductions *deductions, guint index)
{
  const Part *part = part_at (deductions, index);
  g_autofree char *period = ys_span_label (deductions->span);
  const YsFilledHead head = { part->name, period, ys_instant_to_date (deductions->now) };
  g_autoptr (GPtrArray) clauses = ys_catalogue_book_copy (deductions->book);
  g_autoptr (GArray) fills = g_array_new (FALSE, TRUE, sizeof (YsClauseFill));

  g_array_set_size (fills, clauses->len);
  for (guint i = 0; i < part->lines->len; i++)
    {
      const Line *line = part->lines->pdata[i];
      YsClauseFill *fill;
      guint at;

      if (line->is_case)
        continue;
      at = find_index (clauses, &line->row);
      g_array_set_size (fills, clauses->len);
      fill = &g_array_index (fills, YsClauseFill, at);
      fill->is_set = TRUE;
      fill->count += line->row.count;
      fill->points += line->row.points;
    }
  return ys_standard_build (deductions->office, deductions->book->version, clauses, &head,
                            (const YsClauseFill *)(gpointer)fills->data);
}

static YsDocument *
make_document (const YsDeductions *deductions, GPtrArray *sheets, const char *of)
{
  g_autofree char *period = ys_span_label (deductions->span);
  g_autofree char *stem = g_strdup_printf ("%s扣分明细（%s）", of, period);

  return ys_document_new (sheets, stem, stem, deductions->now);
}

YsDocument *
ys_deductions_document (const YsDeductions *deductions, guint index)
{
  GPtrArray *sheets;

  g_return_val_if_fail (deductions != NULL && index < deductions->parts->len, NULL);

  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
  g_ptr_array_add (sheets, build_details (deductions, index, 1));
  g_ptr_array_add (sheets, build_filled (deductions, index));
  return make_document (deductions, sheets, part_at (deductions, index)->name);
}

YsDocument *
ys_deductions_document_all (const YsDeductions *deductions, GError **error)
{
  g_autofree char *place = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (deductions != NULL, NULL);

  if (deductions->parts->len == 0)
    {
      g_autofree char *period = ys_span_label (deductions->span);

      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("No compound has a deduction in %s. Name one with its table, or choose "
                      "another period."),
                   period);
      return NULL;
    }
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_sheet_unref);
  for (guint i = 0; i < deductions->parts->len; i++)
    g_ptr_array_add (sheets, build_details (deductions, i, deductions->parts->len));
  place = ys_standard_place (deductions->office);
  return make_document (deductions, sheets, place);
}
