/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 登记案卷: one case of a platform typed in, its deadline shown while it is typed. What was typed stays
 * when the form is closed without saving. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_CASE_FORM (ys_case_form_get_type ())
G_DECLARE_FINAL_TYPE (YsCaseForm, ys_case_form, YS, CASE_FORM, GtkPopover)

/* Signal "saved" (gint64): id of the new case in the work list. */

void ys_case_form_load (YsCaseForm *form, YsSession *session);

G_END_DECLS
