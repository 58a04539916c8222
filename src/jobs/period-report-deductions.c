/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 扣分明细 and annex 1 filled, from the working of the score: what is printed adds up to the points
 * that the long-term score lost, also where the period is frozen. */
#include "config.h"

#include "period-report-private.h"

#include "catalogue-private.h"
#include "deductions.h"
#include "inspection.h"
#include "job-error.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHEET_NAME 24

/* One line, with the texts that it borrows. */
typedef struct
{
  YsDeductionRow row;
  char *source;
  char *code;
  char *clause;
  char *place;
  char *note;
  char *remark;
  YsWorkingKind kind;
} Line;

static void
line_free (Line *line)
{
  g_free (line->source);
  g_free (line->code);
  g_free (line->clause);
  g_free (line->place);
  g_free (line->note);
  g_free (line->remark);
  g_free (line);
}

/* Of a working's detail "09-11 区级暗访 · …" and "案卷 123 · 09-11 区级 · …" the part @index. */
static char *
detail_part (const YsWorkingLine *working, guint index)
{
  g_auto (GStrv) parts = g_strsplit (working->detail != NULL ? working->detail : "", " · ", -1);

  return g_strdup (index < g_strv_length (parts) ? parts[index] : "");
}

/* 区级暗访 of "09-11 区级暗访" */
static char *
without_day (const char *text)
{
  const char *space = strchr (text, ' ');

  return g_strdup (space != NULL ? space + 1 : text);
}

static gboolean
fill_finding (YsReportWork *work, Line *line, const YsWorkingLine *working, GError **error)
{
  YsFinding finding = { 0 };
  g_autofree char *visit = detail_part (working, 0);
  gboolean doubled = -working->points > working->each * working->count;

  if (!ys_record_store_load (work->ledger, &ys_finding_type, working->ref, &finding, error))
    return FALSE;
  line->source = without_day (visit);
  line->note = g_strdup (finding.note);
  line->row.at = finding.found_at;
  line->row.deadline = finding.deadline;
  line->row.rectified_at = finding.rectified_at;
  line->remark = g_strdup (working->kind == YS_WORKING_SECOND ? "上期问题\n逾期加扣"
                           : doubled                          ? "逾期双倍"
                                                              : NULL);
  ys_record_clear (&ys_finding_type, &finding);
  return TRUE;
}

static void
fill_fault (Line *line, const YsWorkingLine *working)
{
  g_autofree char *number = detail_part (working, 0);
  g_autofree char *visit = detail_part (working, 1);
  g_autofree char *level = without_day (visit);

  line->source = g_strconcat (level, "案卷", NULL);
  line->note = g_steal_pointer (&number);
  line->remark = g_strdup (working->name);
  line->row.at = working->at;
}

/* NULL without error: it costs nothing. */
static Line *
line_new (YsReportWork *work, const YsWorkingLine *working, GError **error)
{
  Line *line;

  if (working->points == 0 || working->kind > YS_WORKING_FAULT)
    return NULL;
  line = g_new0 (Line, 1);
  line->kind = working->kind;
  if (working->kind == YS_WORKING_FAULT)
    fill_fault (line, working);
  else if (!fill_finding (work, line, working, error))
    {
      line_free (line);
      return NULL;
    }
  line->code = g_strdup (working->code);
  line->clause = g_strdup (working->kind == YS_WORKING_FAULT ? working->group : working->name);
  line->place = g_strdup (working->place);
  line->row.source = line->source;
  line->row.code = line->code;
  line->row.clause = line->clause;
  line->row.place = line->place;
  line->row.note = line->note;
  line->row.remark = line->remark;
  line->row.count = working->count;
  line->row.each = working->each;
  line->row.points = -working->points;
  return line;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *one = *(const Line *const *)a, *other = *(const Line *const *)b;

  if (one->row.at != other->row.at)
    return one->row.at < other->row.at ? -1 : 1;
  return g_strcmp0 (one->code, other->code);
}

/* (transfer full) (element-type Line) */
static GPtrArray *
read_lines (YsReportWork *work, gint64 compound_id, GError **error)
{
  g_autoptr (GPtrArray) workings
      = ys_standing_explain (work->standing, work->ledger, compound_id, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)line_free);
  g_autoptr (GError) problem = NULL;

  for (guint i = 0; workings != NULL && i < workings->len; i++)
    {
      Line *line = line_new (work, workings->pdata[i], &problem);

      if (problem != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      if (line != NULL)
        g_ptr_array_add (lines, line);
    }
  if (workings == NULL)
    return NULL;
  g_ptr_array_sort (lines, compare_lines);
  return g_steal_pointer (&lines);
}

static YsSheet *
build_details (const YsReportWork *work, const char *compound, const char *name, GPtrArray *lines)
{
  const YsFilledHead head = { compound, work->period, work->head.date };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, &((Line *)lines->pdata[i])->row);
  return ys_deductions_build (work->office, name, &head, rows);
}

/* A finding may be under a clause that the version of the last day has no more: a row of its own.
 */
static guint
find_index (GPtrArray *clauses, const YsDeductionRow *row)
{
  YsClause *clause;

  for (guint i = 0; i < clauses->len; i++)
    if (g_strcmp0 (((YsClause *)clauses->pdata[i])->code, row->code) == 0)
      return i;
  clause = ys_record_new (&ys_clause_type);
  clause->code = g_strdup (row->code);
  clause->group = g_strdup ("原细则");
  clause->name = g_strdup (row->clause);
  clause->criterion = g_strdup (row->clause);
  clause->points = YS_NUMBER (row->each);
  g_ptr_array_add (clauses, clause);
  return clauses->len - 1;
}

/* Annex 1 counts findings; faults of cases are no findings and stand in the details alone. */
static YsSheet *
build_filled (YsReportWork *work, const char *compound, GPtrArray *lines, GError **error)
{
  g_autoptr (YsCatalogueBook) book
      = ys_catalogue_load (work->ledger, YS_ANNEX_1,
                           ys_span_last (ys_standing_span (work->standing)), error);
  const YsFilledHead head = { compound, work->period, work->head.date };
  g_autoptr (GPtrArray) clauses = book != NULL ? ys_catalogue_book_copy (book) : NULL;
  g_autoptr (GArray) fills = g_array_new (FALSE, TRUE, sizeof (YsClauseFill));

  if (book == NULL)
    return NULL;
  g_array_set_size (fills, clauses->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = lines->pdata[i];
      YsClauseFill *fill;
      guint at;

      if (line->kind == YS_WORKING_FAULT)
        continue;
      at = find_index (clauses, &line->row);
      g_array_set_size (fills, clauses->len);
      fill = &g_array_index (fills, YsClauseFill, at);
      fill->is_set = TRUE;
      fill->count += line->kind == YS_WORKING_FINDING ? line->row.count : 0;
      fill->points += line->row.points;
    }
  return ys_standard_build (work->office, book->version, clauses, &head,
                            (const YsClauseFill *)(gpointer)fills->data);
}

static YsDocument *
make_one (YsReportWork *work, gint64 compound_id, GError **error)
{
  const YsStandingRow *row = ys_standing_find (work->standing, compound_id);
  g_autoptr (GPtrArray) sheets = ys_report_sheets_new ();
  g_autoptr (GPtrArray) lines = NULL;
  YsSheet *filled;

  if (row == NULL)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("This compound is not among those of the period. Choose another "
                              "one."));
      return NULL;
    }
  lines = read_lines (work, compound_id, error);
  if (lines == NULL)
    return NULL;
  g_ptr_array_add (sheets, build_details (work, row->name, "扣分明细", lines));
  filled = build_filled (work, row->name, lines, error);
  if (filled == NULL)
    return NULL;
  g_ptr_array_add (sheets, filled);
  return ys_report_work_document (work, g_steal_pointer (&sheets),
                                  g_strconcat (row->name, "扣分明细", NULL));
}

/* A name that every spreadsheet program takes and that no other sheet has. */
static char *
sheet_name (const char *compound, guint number)
{
  g_autofree char *plain = g_strdelimit (g_strdup (compound), "[]:*?/\\'", '_');
  g_autofree char *cut
      = g_utf8_substring (plain, 0, MIN (g_utf8_strlen (plain, -1), MAX_SHEET_NAME));

  return g_strdup_printf ("%u %s", number, cut);
}

YsDocument *
ys_report_make_deductions (YsReportWork *work, GError **error)
{
  g_autoptr (GPtrArray) sheets = ys_report_sheets_new ();

  if (work->options->compound_id != 0)
    return make_one (work, work->options->compound_id, error);
  for (guint i = 0; i < ys_standing_n_rows (work->standing); i++)
    {
      const YsStandingRow *row = ys_standing_row (work->standing, i);
      g_autoptr (GPtrArray) lines = read_lines (work, row->compound_id, error);
      g_autofree char *name = sheet_name (row->name, sheets->len + 1);

      if (lines == NULL)
        return NULL;
      if (lines->len > 0)
        g_ptr_array_add (sheets, build_details (work, row->name, name, lines));
    }
  if (sheets->len == 0)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("No compound has a deduction in %s. Name one with its table, or choose "
                      "another period."),
                   work->period);
      return NULL;
    }
  return ys_report_work_document (work, g_steal_pointer (&sheets),
                                  g_strconcat (work->place, "扣分明细", NULL));
}
