/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 导入案卷, 导入问题: a platform's export of cases or a table of findings, judged row by row before
 * anything is written. */
#pragma once

#include "import-reading.h"
#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_IMPORT_WINDOW (ys_import_window_get_type ())
G_DECLARE_FINAL_TYPE (YsImportWindow, ys_import_window, YS, IMPORT_WINDOW, GtkWindow)

/* Over the window that holds @widget: reads @path in a thread and shows what it found. */
YsImportWindow *ys_import_window_present (GtkWidget *widget, YsSession *session, YsImportKind kind,
                                          const char *path);
/* The refused rows with the reason in the last column, as the button does once the file is chosen. */
void            ys_import_window_save_refused (YsImportWindow *window, const char *path);

G_END_DECLS
