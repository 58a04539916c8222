/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The working of a score, line by line; the sum of the lines is the row. Texts are those of
 * official tables, so that what is frozen reads the same whoever froze it. */
#include "config.h"

#include "standing-data.h"

#include <string.h>

void
ys_working_line_free (YsWorkingLine *line)
{
  if (line == NULL)
    return;
  g_free (line->code);
  g_free (line->name);
  g_free (line->group);
  g_free (line->place);
  g_free (line->detail);
  g_free (line->rule);
  g_free (line);
}

static const char *const kind_nicks[] = {
  [YS_WORKING_FINDING] = "finding", [YS_WORKING_SECOND] = "second",
  [YS_WORKING_FAULT] = "fault",     [YS_WORKING_SHEET] = "sheet",
  [YS_WORKING_EXTRA] = "extra",     [YS_WORKING_SURVEY] = "survey",
  [YS_WORKING_BONUS] = "bonus",     [YS_WORKING_WITHDRAWN] = "withdrawn",
};

const char *
ys_working_kind_nick (YsWorkingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_nicks), NULL);

  return kind_nicks[kind];
}

/* (nullable): a line of a compound that the standing has. */
YsWorkingLine *
ys_explaining_add (const YsExplaining *explaining,
                   gint64 compound_id,
                   YsWorkingKind kind,
                   const char *rule)
{
  YsWorkingLine *line;
  GPtrArray *lines;

  if (ys_standing_row_of (explaining->standing, compound_id) == NULL)
    return NULL;
  lines = g_hash_table_lookup (explaining->lines, &compound_id);
  if (lines == NULL)
    {
      lines = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_working_line_free);
      g_hash_table_insert (explaining->lines, g_memdup2 (&compound_id, sizeof compound_id), lines);
    }
  line = g_new0 (YsWorkingLine, 1);
  line->kind = kind;
  line->rule = g_strdup (rule);
  g_ptr_array_add (lines, line);
  return line;
}

/* 09-11 */
static char *
day_of (YsInstant at)
{
  YsDate day = ys_instant_to_date (at);

  return g_strdup_printf ("%02d-%02d", day.month, day.day);
}

/* 区级暗访 */
static char *
visit_words (int level, int kind)
{
  const char *level_word = ys_choice_official (ys_level_choices, level);
  const char *kind_word = ys_choice_official (ys_inspection_kind_choices, kind);

  return g_strconcat (level_word != NULL ? level_word : "", kind_word != NULL ? kind_word : "",
                      NULL);
}

static char *
finding_state (const YsFinding *finding, YsFindingCost cost, gboolean late)
{
  g_autofree char *second = ys_hundredths_to_text (cost.second, FALSE);

  if (late)
    {
      g_autofree char *day = day_of (cost.second_at);

      return g_strdup_printf ("原期已定稿，%s 起逾期，加扣 %s", day, second);
    }
  if (cost.second != 0)
    return g_strdup_printf ("逾期未改，%s 加倍", second);
  return g_strdup (finding->rectified_at != 0 ? "按期整改"
                   : finding->paused_at != 0  ? "暂停计时"
                                              : "尚未整改");
}

static void
explain_finding (const YsScoreFinding *row, gpointer user_data)
{
  const YsExplaining *explaining = user_data;
  YsFinding finding;
  gboolean counts = ys_standing_see_finding (explaining->standing, row, &finding);
  YsFindingCost cost = { 0 };
  YsWorkingLine *line;
  g_autofree char *day = NULL, *visit = NULL, *state = NULL;

  if (counts)
    cost = ys_standing_cost (explaining->standing, &finding, explaining->late);
  if (explaining->late && cost.second == 0)
    return;
  line = ys_explaining_add (explaining, finding.compound_id,
                            !counts            ? YS_WORKING_WITHDRAWN
                            : explaining->late ? YS_WORKING_SECOND
                                               : YS_WORKING_FINDING,
                            "002 §4.1(1)");
  if (line == NULL)
    return;
  day = day_of (finding.found_at);
  visit = visit_words (finding.level, row->kind);
  state = counts ? finding_state (&finding, cost, explaining->late)
                 : g_strdup (finding.state == YS_FINDING_WITHDRAWN ? "已撤销" : "试算：不计");
  line->ref = finding.id;
  line->code = g_strdup (row->code);
  line->name = g_strdup (row->name);
  line->group = g_strdup (row->group);
  line->place = g_strdup (row->place);
  line->detail = g_strdup_printf ("%s %s · %s", day, visit, state);
  line->at = explaining->late ? cost.second_at : finding.found_at;
  line->count = finding.count.value;
  line->each = finding.count.value > 0 ? finding.points.value / finding.count.value : 0;
  line->points = -(cost.base + cost.second);
  line->n_photos = row->n_photos;
}

/* [002 §4.1(2)-(6)] */
static const char *const fault_rules[] = {
  [YS_FAULT_UNKNOWN] = "002 §4.1",         [YS_FAULT_OVERDUE] = "002 §4.1(2)",
  [YS_FAULT_PASSING] = "002 §4.1(3)",      [YS_FAULT_REPEATED] = "002 §4.1(4)",
  [YS_FAULT_VERIFICATION] = "002 §4.1(5)", [YS_FAULT_KEY] = "002 §4.1(6)",
};

static char *
fault_detail (const YsScoreFault *fault, gboolean withdrawn)
{
  g_autofree char *day = day_of (fault->at);
  const char *level = ys_choice_official (ys_level_choices, fault->level);
  g_autofree char *head
      = g_strdup_printf ("案卷 %s · %s %s", fault->number, day, level != NULL ? level : "");

  if (withdrawn)
    return g_strconcat (head, " · 已撤销", NULL);
  return fault->person != NULL ? g_strdup_printf ("%s · %s确认", head, fault->person)
                               : g_strconcat (head, " · 已确认", NULL);
}

static void
explain_fault (const YsScoreFault *fault, gpointer user_data)
{
  const YsExplaining *explaining = user_data;
  gboolean withdrawn = fault->fault == YS_FAULT_UNKNOWN;
  YsWorkingLine *line;

  if (!withdrawn && !ys_standing_counts_fault (explaining->standing, fault, explaining->late))
    return;
  line = ys_explaining_add (explaining, fault->compound_id,
                            withdrawn ? YS_WORKING_WITHDRAWN : YS_WORKING_FAULT,
                            fault_rules[fault->fault]);
  if (line == NULL)
    return;
  line->ref = line->case_id = fault->case_id;
  line->code = g_strdup (fault->code);
  line->name = g_strdup (withdrawn ? "案卷" : ys_choice_official (ys_fault_choices, fault->fault));
  line->group = g_strdup ("案卷过错");
  line->place = g_strdup (fault->place);
  line->detail = fault_detail (fault, withdrawn);
  line->at = withdrawn ? fault->at : fault->decided_at;
  line->late = !withdrawn && explaining->late;
  line->n_photos = fault->n_photos;
  if (withdrawn)
    return;
  line->count = 1;
  line->each = explaining->standing->book->scheme->fault_points.value;
  line->points = -line->each;
}

static void
explain_withdrawn (gint64 compound_id,
                   gint64 inspection_id,
                   int level,
                   int kind,
                   YsInstant at,
                   const char *reason,
                   gpointer user_data)
{
  YsWorkingLine *line
      = ys_explaining_add (user_data, compound_id, YS_WORKING_WITHDRAWN, "002 §4.1(1)");
  g_autofree char *day = day_of (at);
  g_autofree char *visit = visit_words (level, kind);

  (void)inspection_id;
  if (line == NULL)
    return;
  line->name = g_strdup ("检查");
  line->detail = g_strdup_printf ("%s %s · 已撤销%s%s", day, visit, reason != NULL ? "：" : "",
                                  reason != NULL ? reason : "");
  line->at = at;
}

/* Long-term by size, then property, bonus, and what costs nothing. */
static int
order_of (YsWorkingKind kind)
{
  switch (kind)
    {
    case YS_WORKING_FINDING:
    case YS_WORKING_SECOND:
    case YS_WORKING_FAULT:
      return 0;
    case YS_WORKING_SHEET:
      return 1;
    case YS_WORKING_EXTRA:
    case YS_WORKING_SURVEY:
      return 2;
    case YS_WORKING_BONUS:
      return 3;
    case YS_WORKING_WITHDRAWN:
      return 4;
    }
  g_assert_not_reached ();
}

static int
compare (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const YsWorkingLine *one = *(const YsWorkingLine *const *)a;
  const YsWorkingLine *other = *(const YsWorkingLine *const *)b;
  int order = compare (order_of (one->kind), order_of (other->kind));

  if (order == 0)
    order = compare (ABS (other->points), ABS (one->points));
  if (order == 0)
    order = compare (one->at, other->at);
  if (order == 0)
    order = compare (one->kind, other->kind);
  if (order == 0)
    order = compare (one->ref, other->ref);
  return order != 0 ? order : g_strcmp0 (one->code, other->code);
}

static gboolean
explain_all (YsExplaining *explaining, YsLedger *ledger, gint64 compound_id, GError **error)
{
  YsScoreQuery query = ys_standing_query (explaining->standing, compound_id);

  query.with_words = TRUE;
  if (!ys_score_store_findings (ledger, &query, explain_finding, explaining, error)
      || !ys_score_store_faults (ledger, &query, explain_fault, explaining, error)
      || !ys_score_store_withdrawn_visits (ledger, &query, explain_withdrawn, explaining, error)
      || !ys_explaining_add_entries (explaining, ledger, compound_id, error))
    return FALSE;
  if (explaining->standing->closed->len == 0)
    return TRUE;
  query.late = explaining->late = TRUE;
  return ys_score_store_findings (ledger, &query, explain_finding, explaining, error)
         && ys_score_store_faults (ledger, &query, explain_fault, explaining, error);
}

GHashTable *
ys_standing_workings (const YsStanding *standing,
                      YsLedger *ledger,
                      gint64 compound_id,
                      GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify)(void *)g_ptr_array_unref);
  YsExplaining explaining = { standing, lines, FALSE };
  GHashTableIter iter;
  gpointer list;

  if (!explain_all (&explaining, ledger, compound_id, error))
    return NULL;
  g_hash_table_iter_init (&iter, lines);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    g_ptr_array_sort (list, compare_lines);
  return g_steal_pointer (&lines);
}

GPtrArray *
ys_standing_explain (const YsStanding *standing,
                     YsLedger *ledger,
                     gint64 compound_id,
                     GError **error)
{
  g_autoptr (GHashTable) all = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (standing != NULL, NULL);

  if (standing->json != NULL)
    return ys_standing_frozen_workings (standing, compound_id, error);
  g_return_val_if_fail (ledger != NULL, NULL);
  all = ys_standing_workings (standing, ledger, compound_id, error);
  if (all == NULL)
    return NULL;
  lines = g_hash_table_lookup (all, &compound_id);
  return lines != NULL
             ? g_ptr_array_ref (lines)
             : g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_working_line_free);
}
