/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-files.h. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "config.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "fault-files.h"

static guint left; /* operations until the disk is full; 0: not armed */
static gboolean fired;

void
fault_files_arm (guint nth)
{
  left = nth;
  fired = FALSE;
}

gboolean
fault_files_disarm (void)
{
  left = 0;
  return fired;
}

static gboolean
is_full (void)
{
  if (left == 0)
    return FALSE;
  if (left > 1)
    {
      left--;
      return FALSE;
    }
  fired = TRUE;
  errno = ENOSPC;
  return TRUE;
}

#define NEXT(name) ((__typeof__ (&name))dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *data, size_t n)
{
  return is_full () ? -1 : NEXT (write) (fd, data, n);
}

size_t
fwrite (const void *data, size_t size, size_t n, FILE *file)
{
  return is_full () ? 0 : NEXT (fwrite) (data, size, n, file);
}

int
fputs (const char *text, FILE *file)
{
  return is_full () ? EOF : NEXT (fputs) (text, file);
}

int
fputc (int c, FILE *file)
{
  return is_full () ? EOF : NEXT (fputc) (c, file);
}

int
fflush (FILE *file)
{
  return is_full () ? EOF : NEXT (fflush) (file);
}

/* What was buffered is lost, the file is closed all the same. */
int
fclose (FILE *file)
{
  gboolean full = is_full ();
  int result = NEXT (fclose) (file);
  if (full)
    errno = ENOSPC;
  return full ? EOF : result;
}

int
fsync (int fd)
{
  return is_full () ? -1 : NEXT (fsync) (fd);
}

int
rename (const char *from, const char *to)
{
  return is_full () ? -1 : NEXT (rename) (from, to);
}
