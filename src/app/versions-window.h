/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions in which a period was finalised, and what changed since one of them. */
#pragma once

#include "session.h"
#include "standing.h"

G_BEGIN_DECLS

typedef void (*YsVersionFunc) (guint version, gpointer user_data);

/* @chosen runs when an earlier version is to be looked at; 0: what holds now. @user_data must live as long as @over. */
GtkWindow *ys_versions_window_present (GtkWidget *over, YsSession *session, YsSpan span, YsVersionFunc chosen,
                                       gpointer user_data);
/* For tests: rows of the list of differences; -1: still read. */
int        ys_versions_window_n_differences (GtkWindow *window);

G_END_DECLS
