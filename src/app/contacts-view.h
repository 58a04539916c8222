/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The further persons to reach about one compound: a list, and a form for one of them that is saved
 * as a whole. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CONTACTS_VIEW (ys_contacts_view_get_type ())
G_DECLARE_FINAL_TYPE (YsContactsView, ys_contacts_view, YS, CONTACTS_VIEW, GtkWidget)

/* Also after a change: what is being typed about the same compound stays. */
void ys_contacts_view_show (YsContactsView *view, YsSession *session, gint64 compound_id);

G_END_DECLS
