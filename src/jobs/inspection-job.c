/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inspections entered, changed, withdrawn, given notice of. Each is one change with all its
 * findings: either the visit and every row of it are there, or nothing is. */
#include "config.h"

#include "inspection-private.h"

#include "compound.h"
#include "job-error.h"
#include "record-store.h"

#include <glib/gi18n-lib.h>

void
ys_inspection_free (YsInspection *inspection)
{
  ys_record_free (&ys_inspection_type, inspection);
}

void
ys_finding_free (YsFinding *finding)
{
  ys_record_free (&ys_finding_type, finding);
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, sentence);
  return FALSE;
}

YsInspection *
ys_inspection_editor_load (YsFindingEditor *editor, gint64 id, GError **error)
{
  g_autoptr (YsInspection) inspection = ys_record_new (&ys_inspection_type);

  if (!ys_record_store_load (editor->ledger, &ys_inspection_type, id, inspection, error)
      || !ys_finding_editor_check_open (editor, inspection->at, error))
    return NULL;
  if (inspection->withdrawn)
    {
      refuse (error, _ ("This inspection is withdrawn. Enter it anew, or undo its withdrawal."));
      return NULL;
    }
  return g_steal_pointer (&inspection);
}

GPtrArray *
ys_inspection_editor_findings (YsFindingEditor *editor, gint64 id, GError **error)
{
  return ys_record_store_list_by (editor->ledger, &ys_finding_type, "inspection", id, NULL, error);
}

gboolean
ys_inspection_editor_check_compound (YsFindingEditor *editor, gint64 id, GError **error)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();

  if (!ys_record_store_load (editor->ledger, &ys_compound_type, id, compound, error))
    return FALSE;
  if (!compound->withdrawn)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a compound */
               _ ("“%s” is withdrawn: it is no longer inspected. Reinstate it first, or choose "
                  "another compound."),
               compound->name);
  return FALSE;
}

/* What holds for every inspection that is written: its fields, its notice, its period. */
static gboolean
check_head (YsFindingEditor *editor, YsInspection *inspection, GError **error)
{
  inspection->at = ys_instant_to_minute (inspection->at);
  inspection->notice_at = ys_instant_to_minute (inspection->notice_at);
  /* The catalogue follows from the day, so the fields before it are told first. */
  if (inspection->catalogue_id == 0)
    inspection->catalogue_id = 1;
  if (!ys_record_validate (&ys_inspection_type, inspection, error))
    return FALSE;
  if (inspection->notice_at != 0 && inspection->notice_at < inspection->at)
    return refuse (error, _ ("The notice cannot be given before the inspection. Write a later "
                             "time, or leave it empty."));
  return ys_finding_editor_check_open (editor, inspection->at, error)
         && (inspection->notice_at == 0
             || ys_finding_editor_check_open (editor, inspection->notice_at, error));
}

static gboolean
make_findings (YsFindingEditor *editor,
               const YsInspection *inspection,
               const YsCatalogueBook *book,
               const YsFindingEntry *entries,
               guint n_entries,
               GArray *ids,
               GError **error)
{
  for (guint i = 0; i < n_entries; i++)
    {
      gint64 id = ys_inspection_make_finding (editor, inspection, book, &entries[i], error);

      if (id == 0)
        {
          if (n_entries > 1)
            /* Translators: which finding of several; a message follows */
            g_prefix_error (error, _ ("Finding %u: "), i + 1);
          return FALSE;
        }
      g_array_append_val (ids, id);
    }
  return TRUE;
}

gboolean
ys_inspection_editor_make (YsFindingEditor *editor, YsInspection *inspection, GError **error)
{
  g_autoptr (YsCatalogueBook) book = NULL;

  inspection->id = 0;
  if (!check_head (editor, inspection, error)
      || !ys_inspection_editor_check_compound (editor, inspection->compound_id, error))
    return FALSE;
  book = ys_catalogue_load (editor->ledger, YS_ANNEX_1, ys_instant_to_date (inspection->at), error);
  if (book == NULL)
    return FALSE;
  inspection->catalogue_id = ys_catalogue_book_version (book)->id;
  return ys_change_insert (editor->change, &ys_inspection_type, inspection, error);
}

gint64
ys_inspection_add (YsLedger *ledger,
                   YsInspection *inspection,
                   const YsFindingEntry *entries,
                   guint n_entries,
                   GArray **out_finding_ids,
                   GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (ledger != NULL && inspection != NULL, 0);
  g_return_val_if_fail (entries != NULL || n_entries == 0, 0);

  if (!ys_finding_editor_begin (&editor, ledger, "inspect", error)
      || !ys_inspection_editor_make (&editor, inspection, error))
    return 0;
  book = ys_catalogue_load_version (ledger, inspection->catalogue_id, error);
  if (book == NULL || !make_findings (&editor, inspection, book, entries, n_entries, ids, error)
      || !ys_change_commit (editor.change, NULL, error))
    {
      inspection->id = 0;
      return 0;
    }
  if (out_finding_ids != NULL)
    *out_finding_ids = g_steal_pointer (&ids);
  return inspection->id;
}

/* The notice that was given with the head, among the events of a finding; NULL when it has none. */
static YsEvent *
find_notice (GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (((YsEvent *)events->pdata[i])->kind == YS_EVENT_ISSUED)
      return events->pdata[i];
  return NULL;
}

/* Moves, takes back or gives the notice of one finding, as the head now says. */
static gboolean
follow_notice (YsFindingEditor *editor,
               const YsInspection *inspection,
               YsFinding *finding,
               GPtrArray *events,
               GError **error)
{
  YsEvent *notice = find_notice (events);
  gboolean given;

  if (notice == NULL && inspection->notice_at != 0)
    return ys_inspection_give_notice (editor, finding, inspection->notice_at, NULL, &given, error);
  if (notice == NULL || notice->at == inspection->notice_at)
    return TRUE;
  if (inspection->notice_at == 0)
    return ys_change_remove (editor->change, &ys_event_type, notice->id, error);
  notice->at = inspection->notice_at;
  return ys_change_update (editor->change, &ys_event_type, notice, NULL, error);
}

static gboolean
rework_finding (YsFindingEditor *editor,
                const YsInspection *inspection,
                YsFinding *finding,
                GError **error)
{
  const YsClause *clause = ys_finding_editor_clause (editor, finding->clause_id, error);
  g_autoptr (GPtrArray) before = ys_finding_editor_events (editor, finding->id, error);
  g_autoptr (GPtrArray) events = NULL;

  if (clause == NULL || before == NULL)
    return FALSE;
  ys_inspection_stamp (inspection, finding);
  finding->points = YS_NUMBER (
      ys_finding_base_points (finding->level, clause->points.value, finding->count.value));
  if (!ys_finding_editor_replay (editor, finding, before, error)
      || !follow_notice (editor, inspection, finding, before, error))
    return FALSE;
  events = ys_finding_editor_events (editor, finding->id, error);
  return events != NULL && ys_finding_editor_check_events (editor, finding, events, error)
         && ys_finding_editor_replay (editor, finding, events, error)
         && ys_change_update (editor->change, &ys_finding_type, finding, NULL, error);
}

static gboolean
rework_findings (YsFindingEditor *editor, const YsInspection *inspection, GError **error)
{
  g_autoptr (GPtrArray) findings = ys_inspection_editor_findings (editor, inspection->id, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    if (!rework_finding (editor, inspection, findings->pdata[i], error))
      {
        ys_finding_editor_name (editor, findings->pdata[i], error);
        return FALSE;
      }
  return findings != NULL;
}

gboolean
ys_inspection_set (YsLedger *ledger, const YsInspection *inspection, GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsInspection) stored = NULL;
  g_autoptr (YsInspection) changed = ys_record_new (&ys_inspection_type);

  g_return_val_if_fail (ledger != NULL && inspection != NULL, FALSE);

  if (!ys_finding_editor_begin (&editor, ledger, "set", error))
    return FALSE;
  stored = ys_inspection_editor_load (&editor, inspection->id, error);
  if (stored == NULL)
    return FALSE;
  ys_record_copy (&ys_inspection_type, changed, inspection);
  /* What was recorded keeps the catalogue that it was made under. */
  changed->catalogue_id = stored->catalogue_id;
  changed->withdrawn = FALSE;
  g_clear_pointer (&changed->withdrawn_reason, g_free);
  return check_head (&editor, changed, error)
         && (changed->compound_id == stored->compound_id
             || ys_inspection_editor_check_compound (&editor, changed->compound_id, error))
         && ys_change_update (editor.change, &ys_inspection_type, changed, NULL, error)
         && rework_findings (&editor, changed, error)
         && ys_change_commit (editor.change, NULL, error);
}

/* An inspection entered for a day to come can be withdrawn before it. */
static YsInstant
latest (YsInstant now, const YsFinding *finding, GPtrArray *events)
{
  YsInstant at = MAX (now, finding->found_at);

  for (guint i = 0; i < events->len; i++)
    at = MAX (at, ((const YsEvent *)events->pdata[i])->at);
  return at;
}

static gboolean
withdraw_finding (
    YsFindingEditor *editor, YsFinding *finding, const char *reason, YsInstant now, GError **error)
{
  g_autoptr (GPtrArray) events = NULL;
  YsEvent *event;

  if (finding->state == YS_FINDING_WITHDRAWN)
    return TRUE;
  events = ys_finding_editor_events (editor, finding->id, error);
  if (events == NULL)
    return FALSE;
  event = ys_record_new (&ys_event_type);
  event->kind = YS_EVENT_WITHDRAWN;
  event->at = latest (now, finding, events);
  event->person = g_strdup (ys_ledger_user (editor->ledger));
  event->text = g_strdup (reason);
  return ys_finding_editor_add_event (editor, finding, events, event, error);
}

gboolean
ys_inspection_withdraw (
    YsLedger *ledger, gint64 id, const char *reason, YsInstant now, GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsInspection) inspection = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *clean = ys_text_or_null (reason);

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (!ys_finding_editor_begin (&editor, ledger, "withdraw", error))
    return FALSE;
  inspection = ys_inspection_editor_load (&editor, id, error);
  findings = inspection != NULL ? ys_inspection_editor_findings (&editor, id, error) : NULL;
  if (findings == NULL)
    return FALSE;
  inspection->withdrawn = TRUE;
  inspection->withdrawn_reason = g_strdup (clean);
  if (!ys_change_update (editor.change, &ys_inspection_type, inspection, NULL, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    if (!withdraw_finding (&editor, findings->pdata[i], clean, ys_instant_to_minute (now), error))
      return FALSE;
  return ys_change_commit (editor.change, NULL, error);
}

static gboolean
give_notices (YsFindingEditor *editor, YsInspection *inspection, const char *person, GError **error)
{
  g_autoptr (GPtrArray) findings = ys_inspection_editor_findings (editor, inspection->id, error);
  guint n_given = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      gboolean given = FALSE;

      if (!ys_inspection_give_notice (editor, findings->pdata[i], inspection->notice_at, person,
                                      &given, error))
        return FALSE;
      n_given += given ? 1 : 0;
    }
  if (findings == NULL)
    return FALSE;
  return n_given > 0
         || refuse (error,
                    _ ("None of its findings waits for a notice. Nothing needs to be done."));
}

gboolean
ys_inspection_issue (YsLedger *ledger, gint64 id, YsInstant at, const char *person, GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsInspection) inspection = NULL;

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (!ys_finding_editor_begin (&editor, ledger, "step", error))
    return FALSE;
  inspection = ys_inspection_editor_load (&editor, id, error);
  if (inspection == NULL)
    return FALSE;
  if (inspection->notice_at != 0)
    return refuse (error, _ ("The notice of this inspection was given already. Give an extension "
                             "instead, or change the inspection."));
  inspection->notice_at = at;
  return check_head (&editor, inspection, error)
         && ys_change_update (editor.change, &ys_inspection_type, inspection, NULL, error)
         && give_notices (&editor, inspection, person, error)
         && ys_change_commit (editor.change, NULL, error);
}
