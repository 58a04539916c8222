/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers as the office handles them: opening one remembers it and makes the day's backup; a
 * backup that fails never keeps the ledger shut, it becomes a warning. */
#include "config.h"

#include "ledger-job.h"
#include "audit.h"
#include "backup.h"
#include "change.h"
#include "community.h"
#include "company.h"
#include "compound.h"
#include "contact.h"
#include "dispatch-schedule.h"
#include "import-batch.h"
#include "job-error.h"
#include "ledger.h"
#include "recent-ledgers.h"
#include "record-store.h"
#include "submission.h"

#include <glib/gi18n-lib.h>

/* Ledgers whose daily backup failed when they were opened. */
static GMutex failed_lock;
static GHashTable *failed_backups;

static void
remember_failed_backup (YsLedger *ledger)
{
  g_mutex_lock (&failed_lock);
  if (failed_backups == NULL)
    failed_backups = g_hash_table_new (NULL, NULL);
  g_hash_table_add (failed_backups, ledger);
  g_mutex_unlock (&failed_lock);
}

static void
forget_failed_backup (YsLedger *ledger)
{
  g_mutex_lock (&failed_lock);
  if (failed_backups != NULL)
    g_hash_table_remove (failed_backups, ledger);
  g_mutex_unlock (&failed_lock);
}

YsLedger *
ys_ledger_job_create (const char *folder, const YsOffice *office, const char *user, GError **error)
{
  YsLedger *ledger;

  g_return_val_if_fail (folder != NULL && office != NULL && user != NULL, NULL);

  ledger = ys_ledger_create (folder, office, user, error);
  if (ledger != NULL)
    ys_recent_ledgers_add (ys_ledger_folder (ledger));
  return ledger;
}

YsLedger *
ys_ledger_job_open (const char *path,
                    YsLedgerMode mode,
                    const char *user,
                    YsInstant now,
                    YsLedgerHolder *out_holder,
                    GError **error)
{
  YsLedger *ledger;

  g_return_val_if_fail (path != NULL, NULL);

  ledger = ys_ledger_open (path, mode, user, out_holder, error);
  if (ledger == NULL)
    return NULL;

  ys_recent_ledgers_add (ys_ledger_folder (ledger));
  /* A damaged ledger must not push the good backups out: a large one is read first. */
  if (!ys_ledger_needs_check (ledger) && ys_ledger_is_writable (ledger)
      && !ys_backup_rotate (ledger, now, NULL))
    remember_failed_backup (ledger);
  return ledger;
}

gboolean
ys_ledger_job_needs_check (YsLedger *ledger)
{
  return ys_ledger_needs_check (ledger);
}

gboolean
ys_ledger_job_check (
    YsLedger *ledger, YsLedger *main, YsInstant now, GCancellable *cancellable, GError **error)
{
  gboolean sound;

  g_return_val_if_fail (ledger != NULL && main != NULL, FALSE);

  ys_ledger_set_cancellable (ledger, cancellable);
  sound = ys_ledger_check (ledger, error);
  ys_ledger_set_cancellable (ledger, NULL);
  if (sound && !g_cancellable_is_cancelled (cancellable) && ys_ledger_is_writable (ledger)
      && !ys_backup_rotate (ledger, now, NULL))
    remember_failed_backup (main);
  return sound;
}

YsLedger *
ys_ledger_job_open_sibling (YsLedger *ledger, GError **error)
{
  return ys_ledger_open_sibling (ledger, error);
}

void
ys_ledger_job_close (YsLedger *ledger)
{
  if (ledger == NULL)
    return;
  forget_failed_backup (ledger);
  ys_ledger_free (ledger);
}

void
ys_ledger_job_leave (YsLedger *ledger)
{
  ys_ledger_leave (ledger);
}

gboolean
ys_ledger_job_wait_left (const char *path, guint seconds)
{
  return ys_ledger_wait_left (path, seconds);
}

GStrv
ys_ledger_job_recent (void)
{
  return ys_recent_ledgers_list ();
}

void
ys_ledger_job_forget (const char *folder)
{
  g_return_if_fail (folder != NULL);

  ys_recent_ledgers_remove (folder);
}

char *
ys_ledger_job_find (const char *given)
{
  const char *environment = g_getenv ("YARDSTICK_LEDGER");
  g_auto (GStrv) recent = NULL;

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  if (environment != NULL && *environment != '\0')
    return g_strdup (environment);
  recent = ys_recent_ledgers_list ();
  return g_strdup (recent[0]);
}

void
ys_ledger_summary_clear (YsLedgerSummary *summary)
{
  if (summary == NULL)
    return;
  ys_office_clear (&summary->office);
  *summary = (YsLedgerSummary){ 0 };
}

static gboolean
count_records (YsLedger *ledger, const YsRecordType *type, gint64 *out_count, GError **error)
{
  *out_count = ys_record_store_count (ledger, type, error);
  return *out_count >= 0;
}

static gboolean
count_compounds (YsLedger *ledger, YsLedgerSummary *summary, GError **error)
{
  g_autoptr (GPtrArray) compounds = ys_record_store_list (ledger, &ys_compound_type, error);

  if (compounds == NULL)
    return FALSE;
  for (guint i = 0; i < compounds->len; i++)
    {
      const YsCompound *compound = g_ptr_array_index (compounds, i);

      if (compound->withdrawn)
        summary->n_withdrawn++;
      else
        summary->n_compounds++;
    }
  return TRUE;
}

/* Lines are numbered from 1 without a gap, since none is ever deleted. */
static gboolean
count_audit_lines (YsLedger *ledger, gint64 *out_count, GError **error)
{
  g_autoptr (GPtrArray) newest = ys_audit_list (ledger, NULL, 0, 1, error);

  if (newest == NULL)
    return FALSE;
  *out_count = newest->len == 0 ? 0 : ((const YsAuditLine *)g_ptr_array_index (newest, 0))->seq;
  return TRUE;
}

gboolean
ys_ledger_job_summary (YsLedger *ledger, YsDate today, YsLedgerSummary *out_summary, GError **error)
{
  g_auto (YsLedgerSummary) summary = { 0 };
  YsOffice *office;

  g_return_val_if_fail (ledger != NULL && out_summary != NULL, FALSE);

  office = ys_ledger_job_office (ledger, error);
  if (office == NULL)
    return FALSE;
  summary.office = *office;
  g_free (office);

  if (!count_records (ledger, &ys_community_type, &summary.n_communities, error)
      || !count_records (ledger, &ys_company_type, &summary.n_companies, error)
      || !count_records (ledger, &ys_contact_type, &summary.n_contacts, error)
      || !count_records (ledger, &ys_import_batch_type, &summary.n_batches, error)
      || !count_records (ledger, &ys_submission_type, &summary.n_submissions, error)
      || !count_compounds (ledger, &summary, error)
      || !count_audit_lines (ledger, &summary.n_audit_lines, error))
    return FALSE;

  summary.schema_version = ys_ledger_schema_version (ledger);
  summary.last_backup = ys_backup_last (ys_ledger_folder (ledger));
  summary.next_dispatch = ys_dispatch_next_due (today);
  *out_summary = summary;
  summary = (YsLedgerSummary){ 0 };
  return TRUE;
}

YsOffice *
ys_ledger_job_office (YsLedger *ledger, GError **error)
{
  g_autoptr (GPtrArray) offices = NULL;
  YsOffice *office;

  g_return_val_if_fail (ledger != NULL, NULL);

  offices = ys_record_store_list (ledger, &ys_office_type, error);
  if (offices == NULL)
    return NULL;
  if (offices->len == 0)
    {
      g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                           _ ("The ledger does not say whose it is. Restore a backup."));
      return NULL;
    }
  office = ys_record_new (&ys_office_type);
  ys_record_copy (&ys_office_type, office, g_ptr_array_index (offices, 0));
  office->id = YS_RECORD_ID (g_ptr_array_index (offices, 0));
  return office;
}

gboolean
ys_ledger_job_set_office (YsLedger *ledger, const YsOffice *office, GError **error)
{
  g_autoptr (YsChange) change = NULL;
  g_auto (YsOffice) wanted = { 0 };
  YsOffice *stored;

  g_return_val_if_fail (ledger != NULL && office != NULL, FALSE);

  change = ys_change_begin (ledger, "set", error);
  if (change == NULL)
    return FALSE;
  stored = ys_ledger_job_office (ledger, error);
  if (stored == NULL)
    return FALSE;
  ys_record_copy (&ys_office_type, &wanted, office);
  wanted.id = stored->id;
  ys_record_free (&ys_office_type, stored);
  return ys_change_update (change, &ys_office_type, &wanted, NULL, error)
         && ys_change_commit (change, NULL, error);
}

const char *
ys_ledger_job_folder (YsLedger *ledger)
{
  return ys_ledger_folder (ledger);
}

const char *
ys_ledger_job_user (YsLedger *ledger)
{
  return ys_ledger_user (ledger);
}

void
ys_ledger_job_set_user (YsLedger *ledger, const char *user)
{
  ys_ledger_set_user (ledger, user);
}

gboolean
ys_ledger_job_is_writable (YsLedger *ledger)
{
  return ys_ledger_is_writable (ledger);
}

YsLedgerWarnings
ys_ledger_job_warnings (YsLedger *ledger)
{
  YsLedgerWarnings warnings = ys_ledger_warnings (ledger);

  g_mutex_lock (&failed_lock);
  if (failed_backups != NULL && g_hash_table_contains (failed_backups, ledger))
    warnings |= YS_LEDGER_BACKUP_FAILED;
  g_mutex_unlock (&failed_lock);
  return warnings;
}

gboolean
ys_ledger_job_changed_elsewhere (YsLedger *ledger)
{
  return ys_ledger_changed_elsewhere (ledger);
}

YsVerification *
ys_ledger_job_verify (YsLedger *ledger, GError **error)
{
  return ys_audit_verify (ledger, error);
}

char *
ys_ledger_job_backup (YsLedger *ledger, const char *path, YsInstant now, GError **error)
{
  char *written = ys_backup_write (ledger, YS_BACKUP_MANUAL, path, now, error);

  /* What went wrong at open is made good. */
  if (written != NULL)
    forget_failed_backup (ledger);
  return written;
}

GPtrArray *
ys_ledger_job_backups (const char *folder, GError **error)
{
  return ys_backup_list (folder, error);
}

gboolean
ys_ledger_job_restore (const char *file, const char *to_folder, GError **error)
{
  return ys_backup_restore (file, to_folder, error);
}

char *
ys_ledger_job_get_setting (YsLedger *ledger, const char *key)
{
  return ys_ledger_get_setting (ledger, key);
}

gboolean
ys_ledger_job_set_setting (YsLedger *ledger, const char *key, const char *value, GError **error)
{
  return ys_ledger_set_setting (ledger, key, value, error);
}
