/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of an inspection: made, changed, shown before they are made, and looked for again. */
#include "config.h"

#include "inspection-private.h"

#include "case-rules.h"
#include "inspection-store.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

void
ys_inspection_stamp (const YsInspection *inspection, YsFinding *finding)
{
  finding->inspection_id = inspection->id;
  finding->compound_id = inspection->compound_id;
  finding->level = inspection->level;
  finding->found_at = inspection->at;
}

/* A clause that can be found in a yard: a deduction whose points are known. */
static gboolean
check_clause (const YsClause *clause, GError **error)
{
  if (clause->kind == YS_CLAUSE_DEDUCTION && clause->points.is_set)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               /* Translators: a clause's code and name */
               _ ("%s %s has no points yet: the official table leaves them open. Set them in the "
                  "catalogue first."),
               clause->code, clause->name);
  return FALSE;
}

static const YsClause *
find_clause (const YsCatalogueBook *book, const char *code, GError **error)
{
  g_autofree char *clean = ys_text_clean (code);
  const YsClause *clause = *clean != '\0' ? ys_catalogue_book_find (book, clean) : NULL;

  if (clause != NULL)
    return check_clause (clause, error) ? clause : NULL;
  if (*clean == '\0')
    g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                         _ ("A finding needs its clause. Write its code, such as A1-01."));
  else
    g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                 /* Translators: what was given, then a catalogue's title */
                 _ ("There is no clause “%s” in “%s”. Write a code of it, such as A1-01."), clean,
                 ys_catalogue_book_version (book)->title);
  return NULL;
}

gboolean
ys_inspection_read_entry (const YsInspection *inspection,
                          const YsCatalogueBook *book,
                          const YsFindingEntry *entry,
                          YsFinding *finding,
                          GError **error)
{
  const YsClause *clause = find_clause (book, entry->code, error);
  gint64 count = entry->count != 0 ? entry->count : 1;

  if (clause == NULL)
    return FALSE;
  finding->clause_id = clause->id;
  finding->count = YS_NUMBER (count);
  g_free (finding->place);
  g_free (finding->note);
  finding->place = ys_text_or_null (entry->place);
  finding->note = ys_text_or_null (entry->note);
  finding->points
      = YS_NUMBER (ys_finding_base_points (inspection->level, clause->points.value, count));
  return TRUE;
}

gint64
ys_inspection_make_finding (YsFindingEditor *editor,
                            const YsInspection *inspection,
                            const YsCatalogueBook *book,
                            const YsFindingEntry *entry,
                            GError **error)
{
  g_autoptr (YsFinding) finding = ys_record_new (&ys_finding_type);
  g_autoptr (GPtrArray) no_events = g_ptr_array_new ();
  gboolean given;

  ys_inspection_stamp (inspection, finding);
  if (!ys_inspection_read_entry (inspection, book, entry, finding, error)
      || !ys_finding_editor_replay (editor, finding, no_events, error)
      || !ys_change_insert (editor->change, &ys_finding_type, finding, error))
    return 0;
  if (inspection->notice_at != 0
      && !ys_inspection_give_notice (editor, finding, inspection->notice_at, NULL, &given, error))
    return 0;
  return finding->id;
}

gboolean
ys_inspection_give_notice (YsFindingEditor *editor,
                           YsFinding *finding,
                           YsInstant at,
                           const char *person,
                           gboolean *out_given,
                           GError **error)
{
  g_autoptr (GPtrArray) events = ys_finding_editor_events (editor, finding->id, error);
  YsEvent *event;

  *out_given = FALSE;
  if (events == NULL)
    return FALSE;
  if (!ys_finding_step_after (finding, ys_events_of (events), events->len, YS_EVENT_ISSUED, at)
           .allowed)
    return TRUE;
  *out_given = TRUE;
  event = ys_record_new (&ys_event_type);
  event->kind = YS_EVENT_ISSUED;
  event->at = at;
  event->person = ys_text_or_null (person);
  if (event->person == NULL)
    event->person = ys_text_or_null (ys_ledger_user (editor->ledger));
  return ys_finding_editor_add_event (editor, finding, events, event, error);
}

gint64
ys_inspection_add_finding (YsLedger *ledger,
                           gint64 inspection_id,
                           const YsFindingEntry *entry,
                           GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsInspection) inspection = NULL;
  g_autoptr (YsCatalogueBook) book = NULL;
  gint64 id;

  g_return_val_if_fail (ledger != NULL && entry != NULL, 0);

  if (!ys_finding_editor_begin (&editor, ledger, "finding", error))
    return 0;
  inspection = ys_inspection_editor_load (&editor, inspection_id, error);
  if (inspection == NULL)
    return 0;
  book = ys_catalogue_load_version (ledger, inspection->catalogue_id, error);
  id = book != NULL ? ys_inspection_make_finding (&editor, inspection, book, entry, error) : 0;
  return id != 0 && ys_change_commit (editor.change, NULL, error) ? id : 0;
}

static gboolean
refuse_withdrawn (GError **error)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("This finding is withdrawn. Reinstate it before changing it."));
  return FALSE;
}

gboolean
ys_inspection_editor_set_finding (YsFindingEditor *editor,
                                  YsFinding *finding,
                                  const YsFindingEntry *entry,
                                  GError **error)
{
  g_autoptr (YsInspection) inspection
      = ys_inspection_editor_load (editor, finding->inspection_id, error);
  g_autoptr (YsCatalogueBook) book = NULL;
  g_autoptr (GPtrArray) events = NULL;

  if (inspection == NULL)
    return FALSE;
  if (finding->state == YS_FINDING_WITHDRAWN)
    return refuse_withdrawn (error);
  book = ys_catalogue_load_version (editor->ledger, inspection->catalogue_id, error);
  events = ys_finding_editor_events (editor, finding->id, error);
  return book != NULL && events != NULL
         && ys_inspection_read_entry (inspection, book, entry, finding, error)
         && ys_finding_editor_check_events (editor, finding, events, error)
         && ys_finding_editor_replay (editor, finding, events, error)
         && ys_change_update (editor->change, &ys_finding_type, finding, NULL, error);
}

gboolean
ys_inspection_set_finding (YsLedger *ledger,
                           gint64 finding_id,
                           const YsFindingEntry *entry,
                           GError **error)
{
  g_auto (YsFindingEditor) editor = { 0 };
  g_autoptr (YsFinding) finding = ys_record_new (&ys_finding_type);

  g_return_val_if_fail (ledger != NULL && entry != NULL, FALSE);

  return ys_finding_editor_begin (&editor, ledger, "set", error)
         && ys_record_store_load (ledger, &ys_finding_type, finding_id, finding, error)
         && ys_inspection_editor_set_finding (&editor, finding, entry, error)
         && ys_change_commit (editor.change, NULL, error);
}

gboolean
ys_inspection_preview (YsLedger *ledger,
                       const YsInspection *inspection,
                       const YsClause *clause,
                       gint64 count,
                       const YsWorkCalendar *calendar,
                       YsFindingPreview *out_preview,
                       GError **error)
{
  YsInstant from;
  g_auto (YsDeadline) deadline = { 0 };

  g_return_val_if_fail (inspection != NULL && clause != NULL && calendar != NULL, FALSE);
  g_return_val_if_fail (out_preview != NULL, FALSE);

  *out_preview = (YsFindingPreview){ 0 };
  if (!check_clause (clause, error))
    return FALSE;
  from = ys_instant_to_minute (MAX (inspection->at, inspection->notice_at));
  if (ys_deadline_compute (calendar, from, ys_clause_limit (clause), NULL, 0, FALSE, &deadline))
    {
      out_preview->deadline = deadline.deadline;
      out_preview->provisional = deadline.provisional;
    }
  out_preview->points
      = ys_finding_base_points (inspection->level, clause->points.value, count != 0 ? count : 1);
  return TRUE;
}

/* Midnight that begins the month @n months after that of @date. */
static YsInstant
month_start (YsDate date, int n)
{
  int month = date.year * 12 + date.month - 1 + n;
  YsDate first = { (gint16)(month / 12), (gint8)(month % 12 + 1), 1 };

  return ys_date_to_days (first) * 86400 - YS_SHANGHAI_OFFSET_SECONDS;
}

GPtrArray *
ys_inspection_find_same (YsLedger *ledger,
                         gint64 compound_id,
                         const char *code,
                         const char *place,
                         YsInstant at,
                         gint64 except_id,
                         GError **error)
{
  YsDate day = ys_instant_to_date (at);
  g_autofree char *key = ys_place_key (place);
  g_autoptr (GPtrArray) findings = NULL;

  g_return_val_if_fail (ledger != NULL && code != NULL, NULL);

  findings = ys_inspection_store_same_clause (ledger, compound_id, code, month_start (day, 0),
                                              month_start (day, 1), error);
  for (guint i = findings != NULL ? findings->len : 0; i > 0; i--)
    {
      const YsFinding *finding = findings->pdata[i - 1];
      g_autofree char *own = ys_place_key (finding->place);

      if (finding->id == except_id || !g_str_equal (own, key))
        g_ptr_array_remove_index (findings, i - 1);
    }
  return g_steal_pointer (&findings);
}
