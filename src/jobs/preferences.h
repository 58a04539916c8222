/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What this person on this machine prefers; nothing here belongs to a ledger. Kept in GSettings;
 * where its schema is not installed, in a key file beside the other settings of the user. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): "" when it was never set. Keys: "language" ("", "zh", "en"), "appearance" ("",
 * "light", "dark"), "user", "wall-slides" (names in order; "" all). */
char *ys_preferences_get (const char *key);
void ys_preferences_set (const char *key, const char *value);
/* Keys: "window-width", "window-height", "sidebar-hidden", "window-maximized", "wall-seconds" (0: never),
 * "wall-dark", "wall-at-once". */
int ys_preferences_get_int (const char *key);
void ys_preferences_set_int (const char *key, int value);
/* (transfer full): the name that changes carry: the one that was set, else the system's. */
char *ys_preferences_user (void);

G_END_DECLS
