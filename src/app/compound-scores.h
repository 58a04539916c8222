/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small chart of one compound's scores over the last periods; hidden where it was never scored. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOUND_SCORES (ys_compound_scores_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundScores, ys_compound_scores, YS, COMPOUND_SCORES, GtkWidget)

void ys_compound_scores_load (YsCompoundScores *scores, YsSession *session);
void ys_compound_scores_show (YsCompoundScores *scores, gint64 compound_id);

G_END_DECLS
