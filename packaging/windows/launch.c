/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For tests in Wine: starts a program of Windows and writes down with which code it ended. Wine
 * kills what takes more than a second to go after its end, and the code that Linux sees is that of
 * the kill. usage: launch.exe FILE COMMAND…    FILE gets the code */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

/* Where the word after the first one of @command begins: what follows is handed on as it was
 * quoted. */
static wchar_t *
skip_word (wchar_t *command)
{
  int quoted = 0;

  for (; *command != L'\0' && (quoted || *command != L' '); command++)
    if (*command == L'"')
      quoted = !quoted;
  while (*command == L' ')
    command++;
  return command;
}

int
wmain (int n_words, wchar_t **words)
{
  STARTUPINFOW start = { .cb = sizeof start };
  PROCESS_INFORMATION process;
  DWORD code;
  FILE *file;

  if (n_words < 3)
    return 2;
  GetStartupInfoW (&start);
  if (!CreateProcessW (NULL, skip_word (skip_word (GetCommandLineW ())), NULL, NULL, TRUE, 0, NULL,
                       NULL, &start, &process))
    return 126;
  WaitForSingleObject (process.hProcess, INFINITE);
  GetExitCodeProcess (process.hProcess, &code);
  file = _wfopen (words[1], L"w");
  if (file == NULL)
    return 125;
  fprintf (file, "%lu\n", code);
  fclose (file);
  return (int)code;
}
