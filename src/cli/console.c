/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A console of Windows is told that it gets UTF-8, and is left as it was found. Lines end as they
 * do elsewhere: a script reads the same bytes on every system. */
#include "config.h"

#include "console.h"

#ifdef G_OS_WIN32
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

static UINT code_page_found;

static void
restore_code_page (void)
{
  SetConsoleOutputCP (code_page_found);
}

void
ys_console_begin (void)
{
  _setmode (_fileno (stdout), _O_BINARY);
  _setmode (_fileno (stderr), _O_BINARY);
  /* 0 where there is no console: then what is written goes into a file or a pipe. */
  code_page_found = GetConsoleOutputCP ();
  if (code_page_found != 0 && SetConsoleOutputCP (CP_UTF8))
    atexit (restore_code_page);
}
#else
void
ys_console_begin (void)
{
}
#endif
