/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 导入案卷: a platform's export, judged row by row before anything is written. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_IMPORT_WINDOW (ys_case_import_window_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseImportWindow, ys_case_import_window, YS, CASE_IMPORT_WINDOW, GtkWindow)

/* Over the window that holds @widget: reads @path in a thread and shows what it found. */
YsCaseImportWindow *ys_case_import_window_present (GtkWidget *widget, YsSession *session, const char *path);
/* The refused rows with the reason in the last column, as the button does once the file is chosen. */
void                ys_case_import_window_save_refused (YsCaseImportWindow *window, const char *path);

G_END_DECLS
