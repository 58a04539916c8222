/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ledger that could not be opened: what is wrong, and every way out there is. */
#pragma once

#include "main-window.h"

G_BEGIN_DECLS

#define YS_TYPE_PROBLEM_PAGE (ys_problem_page_get_type ())
G_DECLARE_FINAL_TYPE (YsProblemPage, ys_problem_page, YS, PROBLEM_PAGE, GtkWidget)

GtkWidget *ys_problem_page_new (YsMainWindow *window);
/* @holder: (nullable): who has it, when it is locked. */
void ys_problem_page_show (YsProblemPage *page,
                           const char *folder,
                           const GError *error,
                           const YsLedgerHolder *holder);

G_END_DECLS
