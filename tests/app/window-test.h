/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tests of the window share: a ledger to show, waiting without sleeping, a picture. */
#pragma once

#include "main-window.h"

G_BEGIN_DECLS

/* 2025-10-12 11:20: three days before a due date. */
#define TEST_NOW ((YsInstant)1760239200)

/* Starts GTK, the style sheet and the program without animations; once. */
YsApplication *window_test_init (int *argc, char ***argv, const char *language);
/* (transfer full): a new folder's path, nothing in it. */
char *window_test_folder (const char *name);
/* (transfer full): a ledger of the office 山城街道物管科 with @n compounds in it. */
YsLedger *window_test_ledger (const char *folder, guint n);
/* (transfer full): the ledger of a window that is gone, as @user, as soon as that lets go of it. */
YsLedger *window_test_reopen (const char *folder, const char *user);
/* (transfer full): a window that shows the welcome. */
YsMainWindow  *window_test_welcome (YsApplication *application);
/* (transfer full): a window that shows @ledger (transfer full), figures included. */
YsMainWindow *window_test_window (YsApplication *application, YsLedger *ledger);
/* Runs the main loop until @condition; fails the test after ten seconds. */
void window_test_wait (gboolean (*condition) (gpointer), gpointer data);
/* Until nothing is left to do and two frames were drawn. */
void window_test_settle (GtkWidget *widget);
/* Sizes and shows it. */
void window_test_size (YsMainWindow *window, int width, int height);
/* (transfer none): a child of a template, by its id. */
gpointer window_test_child (gpointer widget, const char *name);
/* (transfer full): what a label says. */
char *window_test_text (gpointer label);
/* (transfer full): what the window shows. */
GdkTexture *window_test_picture (GtkWidget *window, int width, int height);
/* Drops the window's last reference and checks that it is gone. */
void window_test_destroy (YsMainWindow *window);

G_END_DECLS
