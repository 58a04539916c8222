/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking where to write a file, or which one to read, with the system's own dialog. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*YsFileFunc) (const char *path, gpointer user_data);

/* @then runs only when a file was chosen and while @widget lives; @user_data must live as long. */
void ys_save_file (GtkWidget *widget, const char *title, const char *name, YsFileFunc then, gpointer user_data);
/* @pattern_name (nullable), @patterns: "*.xlsx" …, NULL-terminated. */
void ys_open_file (GtkWidget *widget, const char *title, const char *pattern_name,
                   const char *const *patterns, YsFileFunc then, gpointer user_data);

/* One or several; @then runs only when some were chosen and while @widget lives. @data_free runs in any
 * case. */
typedef void (*YsFilesFunc) (GListModel *files, gpointer user_data);
void ys_open_files (GtkWidget *widget, const char *title, const char *pattern_name,
                    const char *const *patterns, YsFilesFunc then, gpointer user_data,
                    GDestroyNotify data_free);

void ys_choose_folder (GtkWidget *widget, const char *title, YsFileFunc then, gpointer user_data);

G_END_DECLS
