/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page's figures: one pass over the compounds in use, findings and cases counted by their
 * indexes, the dispatch table as it would be drawn up today, the newest lines of the log. */
#include "config.h"

#include "overview.h"
#include "backup.h"
#include "completeness.h"
#include "dispatch-schedule.h"
#include "dispatch.h"
#include "history.h"
#include "inspection-store.h"
#include "ledger.h"
#include "period.h"
#include "work-private.h"
#include "work-store.h"

/* Rows of the first page's lists; all of them are in 案卷整改. */
#define N_DUE_LISTED 5
#define N_RECENT 8
#define N_LINES_LOOKED_AT 2000
#define N_NEXT_LOOKED_AT 32

static void
count_blanks (const YsCompound *compound, guint *n_blank)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if (ys_completeness_is_blank (compound, &ys_compound_type.fields[i]))
      n_blank[i]++;
}

static int
compare_blanks (gconstpointer a, gconstpointer b)
{
  const YsOverviewBlank *blank_a = a;
  const YsOverviewBlank *blank_b = b;

  if (blank_a->n_blank != blank_b->n_blank)
    return blank_a->n_blank > blank_b->n_blank ? -1 : 1;
  /* At equal number as the field table has them. */
  return (blank_a->field > blank_b->field) - (blank_a->field < blank_b->field);
}

static void
collect_blanks (YsOverview *overview, const guint *n_blank)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      YsOverviewBlank blank = { &ys_compound_type.fields[i], n_blank[i] };

      if (n_blank[i] > 0)
        g_array_append_val (overview->blanks, blank);
    }
  g_array_sort (overview->blanks, compare_blanks);
}

static void
count_compounds (YsOverview *overview, const YsRegistry *registry)
{
  g_autofree guint *n_blank = g_new0 (guint, ys_compound_type.n_fields);

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      if (item->compound->withdrawn)
        continue;
      overview->n_compounds++;
      overview->n_complete += item->n_blank == 0;
      overview->n_by_class[item->compound->class]++;
      overview->n_by_form[item->compound->form]++;
      count_blanks (item->compound, n_blank);
    }
  overview->n_communities = ys_registry_communities (registry)->len;
  collect_blanks (overview, n_blank);
}

static gboolean
look_at_dispatch (YsOverview *overview,
                  YsLedger *ledger,
                  const YsRegistry *registry,
                  YsDate today,
                  GError **error)
{
  g_autoptr (YsDispatch) dispatch = ys_dispatch_new_of (ledger, registry, today, error);

  if (dispatch == NULL)
    return FALSE;
  overview->n_dispatch_blanks = ys_dispatch_blanks (dispatch)->len;
  overview->n_dispatch_doubts = ys_dispatch_doubts (dispatch)->len;
  overview->n_dispatch_changes = ys_dispatch_changes (dispatch)->len
                                 + ys_dispatch_added (dispatch)->len
                                 + ys_dispatch_removed (dispatch)->len;
  return TRUE;
}

static gboolean
look_at_submissions (YsOverview *overview, YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) submissions = ys_dispatch_submissions (ledger, error);

  if (submissions == NULL)
    return FALSE;
  for (guint i = 0; i < submissions->len; i++)
    {
      const YsSubmission *submission = g_ptr_array_index (submissions, i);

      if (ys_date_equal (submission->due, overview->next_due))
        overview->due_is_filed = TRUE;
    }
  if (submissions->len > 0)
    {
      const YsSubmission *newest = g_ptr_array_index (submissions, 0);

      overview->last_submission = ys_record_new (&ys_submission_type);
      ys_record_copy (&ys_submission_type, overview->last_submission, newest);
      overview->last_submission->id = newest->id;
    }
  return TRUE;
}

static void
look_at_schedule (YsOverview *overview, YsDate today)
{
  overview->next_due = ys_dispatch_next_due (today);
  overview->issue = ys_dispatch_issue (overview->next_due);
  overview->days_left = ys_date_to_days (overview->next_due) - ys_date_to_days (today);
  overview->due_is_near = ys_dispatch_is_near (today, overview->next_due);
}

/* Overdue ones and those whose clock stands may come before it. */
static gboolean
look_for_next (YsOverview *overview, YsLedger *ledger, YsInstant now, GError **error)
{
  const YsWorkFilter filter = { .show = YS_WORK_OPEN, .sort = YS_WORK_BY_DEADLINE };
  guint before = overview->n_work[YS_WORK_OVERDUE];
  g_autoptr (GArray) ids
      = ys_work_list_ids (ledger, &filter, now, before + N_NEXT_LOOKED_AT, NULL, error);
  gboolean ok = ids != NULL;

  for (guint i = ok ? MIN (before, ids->len) : 0;
       ok && overview->next_deadline == 0 && i < ids->len; i++)
    {
      YsWorkRow row = { 0 };

      ok = ys_work_list_rows (ledger, &g_array_index (ids, gint64, i), 1, now, &row, error);
      if (ok && row.id != 0 && row.deadline >= now && row.paused_at == 0)
        {
          overview->next_deadline = row.deadline;
          overview->next_compound = g_steal_pointer (&row.compound);
        }
      ys_work_row_clear (&row);
    }
  return ok;
}

static void
clear_row (gpointer row)
{
  ys_work_row_clear (row);
}

/* (transfer full) (element-type YsWorkRow) (nullable): the first few by deadline. */
static GArray *
list_due (YsLedger *ledger, YsWorkShow show, YsInstant now, GError **error)
{
  const YsWorkFilter filter = { .show = show, .sort = YS_WORK_BY_DEADLINE };
  g_autoptr (GArray) ids = ys_work_list_ids (ledger, &filter, now, N_DUE_LISTED, NULL, error);
  g_autoptr (GArray) rows = NULL;

  if (ids == NULL)
    return NULL;
  rows = g_array_new (FALSE, TRUE, sizeof (YsWorkRow));
  g_array_set_clear_func (rows, clear_row);
  g_array_set_size (rows, MIN (ids->len, N_DUE_LISTED));
  if (!ys_work_list_rows (ledger, (const gint64 *)(gpointer)ids->data, rows->len, now,
                          (YsWorkRow *)(gpointer)rows->data, error))
    return NULL;
  return g_steal_pointer (&rows);
}

static gboolean
look_at_due (YsOverview *overview, YsLedger *ledger, YsInstant now, GError **error)
{
  overview->overdue = list_due (ledger, YS_WORK_OVERDUE, now, error);
  if (overview->overdue != NULL)
    overview->due_today = list_due (ledger, YS_WORK_TODAY, now, error);
  return overview->due_today != NULL;
}

static gboolean
count_paused (YsOverview *overview, YsLedger *ledger, GError **error)
{
  const YsWorkQuery query = { .states = YS_WORK_STATES_OPEN, .only_paused = TRUE };
  guint counts[8] = { 0 };

  if (!ys_work_store_count (ledger, &query, counts, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    overview->n_paused += counts[i];
  return TRUE;
}

typedef struct
{
  YsOverview *overview;
  GHashTable *compounds;
} Visits;

static void
count_visit (gint64 compound_id, int level, int kind, YsInstant at, gpointer user_data)
{
  Visits *visits = user_data;
  gint64 *id;

  if (level >= 0 && level < (int)G_N_ELEMENTS (visits->overview->n_visits))
    visits->overview->n_visits[level]++;
  if (g_hash_table_contains (visits->compounds, &compound_id))
    return;
  id = g_new (gint64, 1);
  *id = compound_id;
  g_hash_table_add (visits->compounds, id);
}

static gboolean
count_visits (YsOverview *overview, YsLedger *ledger, YsDate today, GError **error)
{
  YsSpan month = ys_span_of (YS_SPAN_MONTH, today);
  Visits visits = { overview, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL) };
  gboolean ok = ys_inspection_store_visits (ledger, ys_span_start (month), ys_span_end (month),
                                            count_visit, &visits, error);

  overview->n_visited = g_hash_table_size (visits.compounds);
  g_hash_table_unref (visits.compounds);
  return ok;
}

/* From names alone: looking into each is for the list of backups. */
static guint
count_backups (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".yardstick"))
      n++;
  return n;
}

static void
change_free (gpointer data)
{
  YsOverviewChange *change = data;

  ys_audit_line_free (change->line);
  g_free (change->sentence);
  g_free (change);
}

/* An import is one change, however many lines it left: its newest line stands for it. */
static GPtrArray *
list_changes (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) lines = ys_history_list (ledger, 0, N_LINES_LOOKED_AT, error);
  GPtrArray *changes;
  gint64 seen = 0;

  if (lines == NULL)
    return NULL;
  changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < lines->len && changes->len < N_RECENT; i++)
    {
      const YsAuditLine *line = g_ptr_array_index (lines, i);
      YsOverviewChange *change;

      if (line->change == seen)
        continue;
      seen = line->change;
      change = g_new0 (YsOverviewChange, 1);
      change->sentence = ys_history_change_sentence (ledger, line);
      change->compound_id = ys_history_compound (ledger, line);
      change->line = g_steal_pointer (&g_ptr_array_index (lines, i));
      g_ptr_array_add (changes, change);
    }
  return changes;
}

YsOverview *
ys_overview_new (YsLedger *ledger, YsInstant now, GError **error)
{
  const YsWorkFilter all = { 0 };
  YsDate today = ys_instant_to_date (now);
  g_autoptr (YsOverview) overview = NULL;
  g_autoptr (YsRegistry) registry = NULL;

  g_return_val_if_fail (ledger != NULL && now != 0, NULL);

  registry = ys_registry_load (ledger, error);
  if (registry == NULL)
    return NULL;
  overview = g_new0 (YsOverview, 1);
  overview->blanks = g_array_new (FALSE, FALSE, sizeof (YsOverviewBlank));
  count_compounds (overview, registry);
  look_at_schedule (overview, today);
  if (!look_at_dispatch (overview, ledger, registry, today, error)
      || !look_at_submissions (overview, ledger, error)
      || !ys_work_count_all (ledger, &all, now, overview->n_work, &overview->proposed, error)
      || !look_for_next (overview, ledger, now, error)
      || !look_at_due (overview, ledger, now, error) || !count_paused (overview, ledger, error)
      || !count_visits (overview, ledger, today, error))
    return NULL;
  overview->recent = list_changes (ledger, error);
  if (overview->recent == NULL)
    return NULL;
  overview->last_backup = ys_backup_last (ys_ledger_folder (ledger));
  overview->n_backups = count_backups (ys_ledger_folder (ledger));
  return g_steal_pointer (&overview);
}

void
ys_overview_free (YsOverview *overview)
{
  if (overview == NULL)
    return;
  g_clear_pointer (&overview->blanks, g_array_unref);
  g_clear_pointer (&overview->recent, g_ptr_array_unref);
  g_clear_pointer (&overview->overdue, g_array_unref);
  g_clear_pointer (&overview->due_today, g_array_unref);
  g_clear_pointer (&overview->proposed, g_array_unref);
  g_free (overview->next_compound);
  if (overview->last_submission != NULL)
    ys_record_free (&ys_submission_type, overview->last_submission);
  g_free (overview);
}
