/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On Windows a window program has no terminal: what it prints goes into a message window, unless
 * whoever started it gave it a file or a pipe. GTK 4.8 does not know of the dark mode there. */
#include "config.h"

#include "desktop.h"

#ifdef G_OS_WIN32
#include <windows.h>

#define THEMES L"Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"

static void
show_message (const char *text)
{
  g_autofree wchar_t *message = (wchar_t *)g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);

  if (message != NULL)
    MessageBoxW (NULL, message, L"小区考评台账 Yardstick", MB_OK | MB_SETFOREGROUND);
}

static gboolean
is_connected (DWORD stream)
{
  HANDLE handle = GetStdHandle (stream);

  return handle != NULL && handle != INVALID_HANDLE_VALUE
         && GetFileType (handle) != FILE_TYPE_UNKNOWN;
}

void
ys_desktop_prepare (void)
{
  if (!is_connected (STD_OUTPUT_HANDLE))
    g_set_print_handler (show_message);
  if (!is_connected (STD_ERROR_HANDLE))
    g_set_printerr_handler (show_message);
  /* Drivers of old office machines and remote desktops end the program when GL starts. */
  g_setenv ("GSK_RENDERER", "cairo", FALSE);
}

gboolean
ys_desktop_is_dark (void)
{
  DWORD is_light = 1;
  DWORD size = sizeof is_light;

  return RegGetValueW (HKEY_CURRENT_USER, THEMES, L"AppsUseLightTheme", RRF_RT_REG_DWORD, NULL,
                       &is_light, &size)
             == ERROR_SUCCESS
         && is_light == 0;
}

double
ys_desktop_scale_rest (void)
{
  guint dpi = GetDpiForSystem ();

  return dpi < 96 ? 1.0 : dpi / 96.0 / (dpi / 96);
}
#else
void
ys_desktop_prepare (void)
{
}

gboolean
ys_desktop_is_dark (void)
{
  return FALSE;
}

double
ys_desktop_scale_rest (void)
{
  return 1.0;
}
#endif
