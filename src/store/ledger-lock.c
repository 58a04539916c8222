/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock is a write lock on an empty database of its own, ledger.lock: the system frees it when
 * the process dies, on every system that the engine runs on, and readers of the ledger are not in
 * its way. ledger.holder beside it only tells who; a stale one does no harm. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#ifdef G_OS_WIN32
#include <process.h>
#endif

#include "database.h"
#include "ledger-lock.h"

#define LOCK_FILE "ledger.lock"
#define HOLDER_FILE "ledger.holder"
#define GROUP "holder"

struct _YsLedgerLock
{
  gatomicrefcount references;
  YsDatabase *db;
  char *holder_path;
  YsInstant since;
};

/* The holder_path of every lock of this process that is about to be let go. */
static GMutex leaving_mutex;
static GCond left;
static GHashTable *leaving;

static gint64
process_id (void)
{
#ifdef G_OS_WIN32
  return _getpid ();
#else
  g_autoptr (GCredentials) self = g_credentials_new ();
  return g_credentials_get_unix_pid (self, NULL);
#endif
}

static void
write_holder (YsLedgerLock *lock, const char *user)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_key_file_set_string (file, GROUP, "user", user);
  g_key_file_set_string (file, GROUP, "host", g_get_host_name ());
  g_key_file_set_int64 (file, GROUP, "pid", process_id ());
  g_key_file_set_int64 (file, GROUP, "since", lock->since);
  /* Without it the ledger is locked all the same; others are only not told by whom. */
  g_key_file_save_to_file (file, lock->holder_path, NULL);
}

static void
read_holder (const char *path, YsLedgerHolder *holder)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  holder->user = g_key_file_get_string (file, GROUP, "user", NULL);
  holder->host = g_key_file_get_string (file, GROUP, "host", NULL);
  holder->pid = g_key_file_get_int64 (file, GROUP, "pid", NULL);
  holder->since = g_key_file_get_int64 (file, GROUP, "since", NULL);
}

static void
refuse_locked (const char *holder_path, YsLedgerHolder *out_holder, GError **error)
{
  g_auto (YsLedgerHolder) holder = { 0 };
  read_holder (holder_path, &holder);
  if (holder.user != NULL && holder.host != NULL)
    g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED,
                 /* Translators: a user's name, then the name of a computer */
                 _ ("%s has this ledger open on %s. Open it read-only, or wait until it is closed "
                    "there."),
                 holder.user, holder.host);
  else
    g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_LOCKED,
                         _ ("Someone else has this ledger open. Open it read-only, or wait until "
                            "it "
                            "is closed there."));
  if (out_holder != NULL)
    {
      *out_holder = holder;
      holder = (YsLedgerHolder){ 0 };
    }
}

static YsDatabase *
take_file (const char *path, GError **error)
{
  g_autoptr (YsDatabase) db = ys_database_open (path, YS_DATABASE_CREATE, 0, error);
  if (db == NULL || !ys_database_run (db, "BEGIN IMMEDIATE", error))
    return NULL;
  return g_steal_pointer (&db);
}

YsLedgerLock *
ys_ledger_lock_take (const char *folder,
                     const char *user,
                     YsLedgerHolder *out_holder,
                     GError **error)
{
  g_autofree char *path = g_build_filename (folder, LOCK_FILE, NULL);
  g_autofree char *holder_path = g_build_filename (folder, HOLDER_FILE, NULL);
  g_autoptr (GError) failure = NULL;

  YsDatabase *db = take_file (path, &failure);
  if (g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED))
    {
      /* It holds nothing: whatever was written into it may go. */
      g_clear_error (&failure);
      g_unlink (path);
      db = take_file (path, &failure);
    }
  if (db == NULL)
    {
      if (g_error_matches (failure, YS_LEDGER_ERROR, YS_LEDGER_ERROR_BUSY))
        refuse_locked (holder_path, out_holder, error);
      else
        g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  YsLedgerLock *lock = g_new0 (YsLedgerLock, 1);
  g_atomic_ref_count_init (&lock->references);
  lock->db = db;
  lock->holder_path = g_steal_pointer (&holder_path);
  lock->since = g_get_real_time () / G_USEC_PER_SEC;
  write_holder (lock, user);
  return lock;
}

void
ys_ledger_lock_leave (YsLedgerLock *lock)
{
  g_mutex_lock (&leaving_mutex);
  if (leaving == NULL)
    leaving = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (leaving, g_strdup (lock->holder_path));
  g_mutex_unlock (&leaving_mutex);
}

static void
say_left (const char *holder_path)
{
  g_mutex_lock (&leaving_mutex);
  if (leaving != NULL && g_hash_table_remove (leaving, holder_path))
    g_cond_broadcast (&left);
  g_mutex_unlock (&leaving_mutex);
}

gboolean
ys_ledger_lock_wait (const char *folder, guint seconds)
{
  g_autofree char *holder_path = g_build_filename (folder, HOLDER_FILE, NULL);
  gint64 until = g_get_monotonic_time () + (gint64)seconds * G_USEC_PER_SEC;
  gboolean gone;

  g_mutex_lock (&leaving_mutex);
  while (!(gone = leaving == NULL || !g_hash_table_contains (leaving, holder_path))
         && g_cond_wait_until (&left, &leaving_mutex, until))
    ;
  g_mutex_unlock (&leaving_mutex);
  return gone;
}

YsLedgerLock *
ys_ledger_lock_ref (YsLedgerLock *lock)
{
  g_atomic_ref_count_inc (&lock->references);
  return lock;
}

void
ys_ledger_lock_unref (YsLedgerLock *lock)
{
  if (lock == NULL || !g_atomic_ref_count_dec (&lock->references))
    return;
  /* First the name, then the lock: the name of the next holder must not be removed. */
  g_unlink (lock->holder_path);
  ys_database_rollback (lock->db);
  ys_database_close (lock->db);
  say_left (lock->holder_path);
  g_free (lock->holder_path);
  g_free (lock);
}

void
ys_ledger_lock_rename (YsLedgerLock *lock, const char *user)
{
  write_holder (lock, user);
}
