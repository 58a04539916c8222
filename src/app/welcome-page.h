/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First start, or no ledger open: make one, open one, restore one. */
#pragma once

#include "main-window.h"

G_BEGIN_DECLS

#define YS_TYPE_WELCOME_PAGE (ys_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (YsWelcomePage, ys_welcome_page, YS, WELCOME_PAGE, GtkWidget)

GtkWidget *ys_welcome_page_new (YsMainWindow *window);
/* The recent ledgers as they are now. */
void ys_welcome_page_refresh (YsWelcomePage *page);

G_END_DECLS
