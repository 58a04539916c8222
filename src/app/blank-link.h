/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field and in how many compounds it is missing; a link to them. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

#define YS_TYPE_BLANK_LINK (ys_blank_link_get_type ())
G_DECLARE_FINAL_TYPE (YsBlankLink, ys_blank_link, YS, BLANK_LINK, GtkFlowBoxChild)

GtkWidget *ys_blank_link_new (YsSession *session, const YsField *field, guint count);

G_END_DECLS
