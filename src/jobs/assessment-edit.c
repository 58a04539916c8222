/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of annex 2 and annex 3 sheets as they are entered [002 §3.2, §3.3; RULINGS Scores]. */
#include "config.h"

#include "assessment-private.h"

#include "calendar-record.h"
#include "case-store.h"
#include "compound.h"
#include "job-error.h"
#include "ledger.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

gboolean
ys_assessment_check_open (YsLedger *ledger, const char *period, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *one = periods->pdata[i];

      if (one->finalised && g_str_equal (one->name, period))
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                       _ ("%s is finalised. Reopen it with a reason to change it."), period);
          return FALSE;
        }
    }
  return TRUE;
}

char *
ys_assessment_person (YsLedger *ledger, const char *name)
{
  g_autofree char *clean = ys_text_clean (name != NULL ? name : "");

  return *clean != '\0' ? g_steal_pointer (&clean) : g_strdup (ys_ledger_user (ledger));
}

static gboolean
is_item (const YsClause *clause)
{
  return clause->kind == YS_CLAUSE_ITEM;
}

/* A count (annex 2, the veto) or points (annex 3) as typed. */
static char *
read_value (const YsClause *clause, const char *text, YsNumber *out_value)
{
  if (is_item (clause))
    {
      if (!ys_number_read_hundredths (text, out_value) || !out_value->is_set
          || out_value->value < 0)
        return g_strdup_printf (_ ("“%s” is no number of points. Write 2 or 1.50."), text);
      if (clause->points.is_set && out_value->value > clause->points.value)
        return g_strdup_printf (_ ("%s has at most %d.%02d points."), clause->code,
                                (int)(clause->points.value / 100),
                                (int)(clause->points.value % 100));
      return NULL;
    }
  if (!ys_number_read_count (text, out_value) || !out_value->is_set || out_value->value < 0)
    return g_strdup_printf (_ ("“%s” is no number of occurrences. Write 0, 1, 2 …"), text);
  if (clause->kind == YS_CLAUSE_VETO && out_value->value > 1)
    return g_strdup_printf (_ ("%s is 1 (there is a party organisation) or 0."), clause->code);
  return NULL;
}

char *
ys_assessment_check (const YsClause *clause, const char *value)
{
  g_autofree char *clean = NULL;
  YsNumber number;

  g_return_val_if_fail (clause != NULL, NULL);

  clean = ys_text_clean (value != NULL ? value : "");
  if (*clean == '\0')
    return NULL;
  if (clause->kind == YS_CLAUSE_SURVEY)
    return g_strdup_printf (_ ("%s comes from the survey: enter its rate and coverage."),
                            clause->code);
  if (ys_clause_is_unspecified (clause))
    return g_strdup_printf (_ ("The source leaves the figure of %s blank. Set it in the catalogue "
                               "first: catalogue set %s points=…"),
                            clause->code, clause->code);
  return read_value (clause, clean, &number);
}

/* The sheet of this assessor; made when there is none. */
static gboolean
find_sheet (YsChange *change, YsLedger *ledger, YsAssessment *sheet, GError **error)
{
  g_autoptr (GPtrArray) all = ys_record_store_list_by (ledger, &ys_assessment_type, "compound",
                                                       sheet->compound_id, NULL, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const YsAssessment *one = all->pdata[i];

      if (one->annex == sheet->annex && g_str_equal (one->period, sheet->period)
          && g_str_equal (one->assessor, sheet->assessor))
        {
          sheet->id = one->id;
          sheet->catalogue_id = one->catalogue_id;
          return TRUE;
        }
    }
  return ys_change_insert (change, &ys_assessment_type, sheet, error);
}

/* What a sheet holds already; its lines may be of an older version of the catalogue. */
typedef struct
{
  gint64 id;
  GPtrArray *items;
  GHashTable *codes; /* clause id → code */
} Sheet;

static const YsAssessmentItem *
find_item (const Sheet *sheet, const char *code)
{
  for (guint i = 0; i < sheet->items->len; i++)
    {
      const YsAssessmentItem *item = sheet->items->pdata[i];

      if (g_strcmp0 (g_hash_table_lookup (sheet->codes, &item->clause_id), code) == 0)
        return item;
    }
  return NULL;
}

static gboolean
write_item (YsChange *change,
            const YsAssessmentItem *old,
            YsAssessmentItem *item,
            const char *evidence,
            GError **error)
{
  gboolean written;

  item->evidence
      = evidence != NULL ? ys_text_clean (evidence) : g_strdup (old != NULL ? old->evidence : NULL);
  if (item->evidence != NULL && *item->evidence == '\0')
    g_clear_pointer (&item->evidence, g_free);
  if (old != NULL)
    {
      item->id = old->id;
      written = ys_change_update (change, &ys_assessment_item_type, item, NULL, error);
    }
  else
    written = ys_change_insert (change, &ys_assessment_item_type, item, error);
  g_free (item->evidence);
  return written;
}

static gboolean
set_line (YsChange *change,
          const YsCatalogueBook *book,
          const Sheet *sheet,
          const YsAssessmentEdit *edit,
          GError **error)
{
  const YsClause *clause = ys_catalogue_book_find (book, edit->code);
  const YsAssessmentItem *old;
  g_autofree char *value = ys_text_clean (edit->value != NULL ? edit->value : "");
  g_autofree char *problem = NULL;
  YsAssessmentItem item = { .assessment_id = sheet->id };
  YsNumber number = YS_NUMBER_UNSET;

  if (clause == NULL)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("This sheet has no clause %s. “catalogue list” shows the codes."),
                   edit->code);
      return FALSE;
    }
  problem = ys_assessment_check (clause, value);
  if (problem != NULL)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, problem);
      return FALSE;
    }
  old = find_item (sheet, clause->code);
  if (*value == '\0')
    return old == NULL || ys_change_remove (change, &ys_assessment_item_type, old->id, error);
  g_free (read_value (clause, value, &number)); /* checked above */
  item.clause_id = clause->id;
  *(is_item (clause) ? &item.points : &item.count) = number;
  return write_item (change, old, &item, edit->evidence, error);
}

/* Annex 3 is for compounds with a (temporary) party branch only [002 §3.3]. */
static gboolean
check_compound (YsLedger *ledger, gint64 compound_id, int annex, GError **error)
{
  YsCompound *compound = ys_record_new (&ys_compound_type);
  gboolean fits = ys_record_store_load (ledger, &ys_compound_type, compound_id, compound, error);

  if (fits && annex == YS_ANNEX_3 && compound->party_branch != YS_ANSWER_YES)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("%s has no party branch on record: it is not scored by annex 3. Set "
                      "party_branch=yes in the registry first."),
                   compound->name);
      fits = FALSE;
    }
  ys_record_free (&ys_compound_type, compound);
  return fits;
}

/* Of two edits of one clause the later one holds. */
static gboolean
is_last_of_code (const YsAssessmentEdit *edits, guint n_edits, guint index)
{
  for (guint i = index + 1; i < n_edits; i++)
    if (g_strcmp0 (edits[i].code, edits[index].code) == 0)
      return FALSE;
  return TRUE;
}

gboolean
ys_assessment_set (YsLedger *ledger,
                   gint64 compound_id,
                   YsSpan span,
                   int annex,
                   const char *assessor,
                   const YsAssessmentEdit *edits,
                   guint n_edits,
                   GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (YsChange) change = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GHashTable) codes = NULL;
  g_autofree char *period = ys_span_name (span);
  g_autofree char *person = NULL;
  YsAssessment sheet = { .compound_id = compound_id, .annex = annex, .period = period };

  g_return_val_if_fail (ledger != NULL && (annex == YS_ANNEX_2 || annex == YS_ANNEX_3), FALSE);

  change = ys_change_begin (ledger, "sheet", error);
  if (change == NULL || !ys_assessment_check_open (ledger, period, error)
      || !check_compound (ledger, compound_id, annex, error))
    return FALSE;
  book = ys_catalogue_load (ledger, annex, ys_span_last (span), error);
  if (book == NULL)
    return FALSE;
  sheet.assessor = person = ys_assessment_person (ledger, assessor);
  sheet.catalogue_id = ys_catalogue_book_version (book)->id;
  if (!find_sheet (change, ledger, &sheet, error))
    return FALSE;
  items = ys_record_store_list_by (ledger, &ys_assessment_item_type, "assessment", sheet.id, NULL,
                                   error);
  codes = items != NULL ? ys_clause_store_codes (ledger, error) : NULL;
  if (codes == NULL)
    return FALSE;
  for (guint i = 0; i < n_edits; i++)
    {
      const Sheet held = { sheet.id, items, codes };

      if (is_last_of_code (edits, n_edits, i) && !set_line (change, book, &held, &edits[i], error))
        return FALSE;
    }
  return ys_change_commit (change, NULL, error);
}
