/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making and writing the tables of a period in the session's thread. They say what came of it. */
#pragma once

#include "period-report.h"
#include "session.h"

G_BEGIN_DECLS

/* Shows the table over @widget's window; what is exported there is filed. */
void ys_reports_show (GtkWidget *widget, YsSession *session, YsReportKind kind, gboolean with_personal);
/* Writes and files it at @path. */
void ys_reports_write (YsSession *session, YsReportKind kind, gboolean with_personal, const char *path);
/* The whole folder, with progress and Cancel. */
void ys_reports_write_all (YsSession *session, gboolean with_personal, const char *folder);

G_END_DECLS
