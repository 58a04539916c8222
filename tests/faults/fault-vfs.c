/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-vfs.h. Every file is the system's own behind a face that counts what changes the disk.
 */
#include "config.h"

#include <sqlite3.h>

#include "fault-vfs.h"

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* in the same memory, behind this struct */
} FaultFile;

static sqlite3_vfs *system_vfs;
static sqlite3_vfs fault_vfs;

static struct
{
  gboolean is_armed, stays, has_fired;
  Fault fault;
  guint left; /* operations until the failing one */
} state;

typedef enum
{
  WRITE,
  SYNC,
  TRUNCATE,
  MAKE,
  REMOVE,
  SHARE /* memory shared by readers and writer grows */
} Operation;

const char *
fault_to_text (Fault fault)
{
  static const char *const words[] = { "full", "broken", "read-only" };
  return words[fault];
}

static gboolean
concerns (Fault fault, Operation operation)
{
  switch (fault)
    {
    case FAULT_FULL:
      return operation == WRITE || operation == SHARE;
    case FAULT_IO:
      return operation != REMOVE && operation != MAKE;
    case FAULT_READ_ONLY:
      return operation != SYNC;
    case N_FAULTS:
      break;
    }
  g_assert_not_reached ();
}

static int
code_for (Fault fault, Operation operation)
{
  switch (operation)
    {
    case WRITE:
      return fault == FAULT_FULL        ? SQLITE_FULL
             : fault == FAULT_READ_ONLY ? SQLITE_READONLY
                                        : SQLITE_IOERR_WRITE;
    case SYNC:
      return SQLITE_IOERR_FSYNC;
    case TRUNCATE:
      return fault == FAULT_READ_ONLY ? SQLITE_READONLY : SQLITE_IOERR_TRUNCATE;
    case MAKE:
      return SQLITE_CANTOPEN;
    case REMOVE:
      return SQLITE_IOERR_DELETE;
    case SHARE:
      return fault == FAULT_FULL ? SQLITE_FULL : SQLITE_IOERR_SHMSIZE;
    }
  g_assert_not_reached ();
}

/* SQLITE_OK, or the failure. */
static int
meet (Operation operation)
{
  if (!state.is_armed || !concerns (state.fault, operation))
    return SQLITE_OK;
  if (state.left > 1)
    {
      state.left--;
      return SQLITE_OK;
    }
  if (state.has_fired && !state.stays)
    return SQLITE_OK;
  state.has_fired = TRUE;
  return code_for (state.fault, operation);
}

void
fault_vfs_arm (Fault fault, guint nth, gboolean stays)
{
  state.is_armed = TRUE;
  state.has_fired = FALSE;
  state.stays = stays;
  state.fault = fault;
  state.left = nth;
}

gboolean
fault_vfs_disarm (void)
{
  state.is_armed = FALSE;
  return state.has_fired;
}

#define REAL(file) (((FaultFile *)(file))->real)

static int
file_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
file_read (sqlite3_file *file, void *bytes, int n, sqlite3_int64 offset)
{
  return REAL (file)->pMethods->xRead (REAL (file), bytes, n, offset);
}

static int
file_write (sqlite3_file *file, const void *bytes, int n, sqlite3_int64 offset)
{
  int code = meet (WRITE);
  return code ? code : REAL (file)->pMethods->xWrite (REAL (file), bytes, n, offset);
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int code = meet (TRUNCATE);
  return code ? code : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
file_sync (sqlite3_file *file, int flags)
{
  int code = meet (SYNC);
  return code ? code : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
file_lock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
file_check_lock (sqlite3_file *file, int *out)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), out);
}

static int
file_control (sqlite3_file *file, int operation, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
file_device (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
file_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
  int code = extend ? meet (SHARE) : SQLITE_OK;
  return code ? code : REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, out);
}

static int
file_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
file_shm_unmap (sqlite3_file *file, int delete_it)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete_it);
}

/* Version 2: no memory-mapped pages, which would go round the counting. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static gboolean
is_there (const char *path)
{
  int there = 0;
  return system_vfs->xAccess (system_vfs, path, SQLITE_ACCESS_EXISTS, &there) == SQLITE_OK && there;
}

static int
vfs_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault = (FaultFile *)file;
  file->pMethods = NULL;
  fault->real = (sqlite3_file *)(fault + 1);
  if ((flags & SQLITE_OPEN_CREATE) && (path == NULL || !is_there (path)))
    {
      int code = meet (MAKE);
      if (code != SQLITE_OK)
        return code;
    }
  int code = system_vfs->xOpen (system_vfs, path, fault->real, flags, out_flags);
  if (fault->real->pMethods != NULL)
    file->pMethods = &methods;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *path, int sync)
{
  int code = is_there (path) ? meet (REMOVE) : SQLITE_OK;
  return code ? code : system_vfs->xDelete (system_vfs, path, sync);
}

void
fault_vfs_install (void)
{
  g_assert_null (system_vfs);
  system_vfs = sqlite3_vfs_find (NULL);
  fault_vfs = *system_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.szOsFile = (int)sizeof (FaultFile) + system_vfs->szOsFile;
  fault_vfs.xOpen = vfs_open;
  fault_vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}
