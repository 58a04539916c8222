/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language the program speaks: the locale's, unless a setting overrides it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Call once, first thing in main(). @language: "zh", "en" or NULL for the locale's.
 * Binds the catalogue found beside the program (an uninstalled build or Windows) or in
 * the install prefix; works on machines where the zh_CN locale was never generated. */
void        ys_language_init (const char *language);
/* "zh" or "en": what the user sees now. */
const char *ys_language_current (void);

G_END_DECLS
