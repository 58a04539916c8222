/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One compound beside the list: its form (saved field by field as it is typed), its further contacts,
 * its history. Several compounds: one form whose filled fields go to all of them. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_COMPOUND_DETAIL (ys_compound_detail_get_type ())
G_DECLARE_FINAL_TYPE (YsCompoundDetail, ys_compound_detail, YS, COMPOUND_DETAIL, GtkWidget)

/* Signals: "step" (int delta): show the next or previous compound; "leave": back to the list. */

void     ys_compound_detail_load (YsCompoundDetail *detail, YsSession *session);
/* @n 0: nothing is chosen. What is being typed is saved first. */
void     ys_compound_detail_show (YsCompoundDetail *detail, const gint64 *ids, guint n);
/* Reads the same compounds anew after a change; keeps what is being typed. */
void     ys_compound_detail_refresh (YsCompoundDetail *detail);
gboolean ys_compound_detail_flush (YsCompoundDetail *detail);
/* @field (nullable): the first one. */
void     ys_compound_detail_focus (YsCompoundDetail *detail, const char *field);
/* The next field that is blank or wrong (F8). */
void     ys_compound_detail_focus_next_blank (YsCompoundDetail *detail);

/* (transfer full) (nullable): which values are wrong and not saved, here and in compounds that were
 * left so; NULL none. "wrong-changed" is emitted when it may be another. */
char *ys_compound_detail_describe_wrong (YsCompoundDetail *detail);
/* The compound to correct next and its field; 0 none. */
gint64 ys_compound_detail_next_wrong (YsCompoundDetail *detail, const char **out_field);

G_END_DECLS
