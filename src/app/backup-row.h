/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup in a list: when it was made, what it holds, and a way to restore it. */
#pragma once

#include "main-window.h"

G_BEGIN_DECLS

#define YS_TYPE_BACKUP_ROW (ys_backup_row_get_type ())
G_DECLARE_FINAL_TYPE (YsBackupRow, ys_backup_row, YS, BACKUP_ROW, GtkListBoxRow)

/* @info is copied from. */
GtkWidget *ys_backup_row_new (YsMainWindow *window, const YsBackupInfo *info, YsDate today);
/* Fills @list with the backups of @folder, newest first; FALSE: there are none. */
gboolean
ys_backup_list_fill (GtkListBox *list, YsMainWindow *window, const char *folder, YsDate today);

G_END_DECLS
