/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scheme: every figure that a period is scored, ranked and awarded by, as each version has it;
 * an edit is a new version from a month on, with its reason [002 §3 to §5, annex 4]. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_SCHEME_VIEW (ys_scheme_view_get_type ())
G_DECLARE_FINAL_TYPE (YsSchemeView, ys_scheme_view, YS, SCHEME_VIEW, GtkWidget)

/* Also after a change: what is being typed stays. */
void ys_scheme_view_show (YsSchemeView *view, YsSession *session);
/* As if it had been typed; "first.amount" names a prize's: for tests. */
void ys_scheme_view_type (YsSchemeView *view, const char *field, const char *text);

G_END_DECLS
