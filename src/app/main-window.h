/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: header bar, sidebar of rooms, the room's page; or the welcome, or what is wrong
 * with the ledger that was to be opened. */
#pragma once

#include "application.h"
#include "rooms.h"

G_BEGIN_DECLS

#define YS_TYPE_MAIN_WINDOW (ys_main_window_get_type ())
G_DECLARE_FINAL_TYPE (YsMainWindow, ys_main_window, YS, MAIN_WINDOW, GtkApplicationWindow)

/* Shows nothing yet: open a ledger, or close_ledger() for the welcome. */
YsMainWindow *ys_main_window_new (YsApplication *application);
/* (transfer full): the ledger's folder: @path itself or, for its ledger.yardstick, the folder of
 * it. */
char *ys_main_window_folder_of (const char *path);
/* (transfer none) (nullable): the folder that is shown, or was asked for. */
const char *ys_main_window_get_folder (YsMainWindow *window);
/* (transfer none) (nullable) */
YsSession *ys_main_window_get_session (YsMainWindow *window);

/* Opens in a thread; then shows the ledger, or what is wrong with it. */
void ys_main_window_open (YsMainWindow *window, const char *path, YsLedgerMode mode);
/* Makes and opens a ledger. FALSE: @error says which value is wrong. */
gboolean ys_main_window_create (YsMainWindow *window,
                                const char *folder,
                                const YsOffice *office,
                                const char *user,
                                GError **error);
/* Asks for a folder, restores @file into it and opens that. */
void ys_main_window_restore (YsMainWindow *window, const char *file);
/* Shows an open ledger. @session: (transfer full) */
void ys_main_window_show_session (YsMainWindow *window, YsSession *session);
/* Shows the welcome again; the ledger is closed. */
void ys_main_window_close_ledger (YsMainWindow *window);
/* Shows a room; (transfer none): its page. */
YsPage *ys_main_window_go (YsMainWindow *window, const char *room);
const char *ys_main_window_get_room (YsMainWindow *window);

G_END_DECLS
