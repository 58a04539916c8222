/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the shipped program as a person would: finds controls by role and name on the
 * accessibility bus, clicks and types through the X server. Every wait polls and has an end; a
 * control that does not come fails the test with a dump of what was there. */
#pragma once

#include "tree.h"

G_BEGIN_DECLS

typedef struct _Driver Driver;

/* Starts @argv with @environment added ("NAME=value", NULL-terminated) and waits for its window. */
Driver *driver_new (const char *const *argv, const char *const *environment);
/* Ends the program by Ctrl+Q and checks that it ended well. */
void driver_free (Driver *driver);
/* Ends the program at once, as a power cut would. */
void driver_kill (Driver *driver);
/* The program does nothing until it may go on: what is typed waits for it, as on a slow machine. */
void driver_hold (Driver *driver);
void driver_go_on (Driver *driver);

/* Waits for a control of this role and name, NULL for any name. */
void driver_wait (Driver *driver, AtspiRole role, const char *name);
gboolean driver_has (Driver *driver, AtspiRole role, const char *name);
void driver_wait_gone (Driver *driver, AtspiRole role, const char *name);
/* Waits for a window of this title, such as a dialog; it then has the keys. */
void driver_wait_window (Driver *driver, const char *title);
/* Waits until some control's name or text contains @part. */
void driver_wait_text (Driver *driver, const char *part);
gboolean driver_has_text (Driver *driver, const char *part);

/* Clicks the middle of the control with the mouse, as soon as it stands still. */
void driver_click (Driver *driver, AtspiRole role, const char *name);
/* Clicks until a window of this title stands there. */
void driver_click_for_window (Driver *driver, AtspiRole role, const char *name, const char *title);
/* Its first action, by the accessibility bus: for what stands in a popover. */
void driver_press (Driver *driver, AtspiRole role, const char *name);
/* Clicks the entry and replaces its text. */
void driver_set_text (Driver *driver, const char *entry_name, const char *text);
/* Waits until the entry holds exactly this. */
void driver_wait_value (Driver *driver, const char *entry_name, const char *expected);
/* Keys by the names of the X server: "Return", "ctrl+z", "F5". */
void driver_key (Driver *driver, const char *keys);
/* ASCII text, key by key, into what has the focus. */
void driver_type (Driver *driver, const char *text);
/* The whole screen. */
void driver_screenshot (Driver *driver, const char *path);
/* Prints the tree of what shows, for a person who mends a test. */
void driver_dump (Driver *driver);

G_END_DECLS
