/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program: its options, its windows (one per open ledger), its look. */
#pragma once

#include <gtk/gtk.h>

#include "date.h"

G_BEGIN_DECLS

#define YS_TYPE_APPLICATION (ys_application_get_type ())
G_DECLARE_FINAL_TYPE (YsApplication, ys_application, YS, APPLICATION, GtkApplication)

YsApplication *ys_application_new (void);
/* What "now" is: 0 for the clock. */
YsInstant ys_application_get_fixed_now (YsApplication *application);
/* "", "light" or "dark": shows it at once; "" follows the system. */
void ys_application_set_appearance (YsApplication *application, const char *appearance);

G_END_DECLS
