/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspections of one compound, newest first; activating one opens it where it was entered. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOUND_VISITS (ys_compound_visits_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundVisits, ys_compound_visits, YS, COMPOUND_VISITS, GtkWidget)

/* Reads them in a thread. */
void ys_compound_visits_show (YsCompoundVisits *visits, YsSession *session, gint64 compound_id);

G_END_DECLS
