/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drives the shipped program as a person would: finds controls by role and name on the accessibility
 * bus, clicks and types through the X server. Every wait polls and has an end; a control that does
 * not come fails the test with a dump of what was there. */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _Driver Driver;

/* libatspi 2.46 has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiEditableText, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiStateSet, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiText, g_object_unref)

/* Starts @argv with @environment added ("NAME=value", NULL-terminated) and waits for its window. */
Driver          *driver_new (const char *const *argv, const char *const *environment);
/* Closes the window politely and checks that the program ended well. */
void             driver_free (Driver *driver);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Driver, driver_free)

/* (transfer full): the first showing node of this role and name below the window; waits. */
AtspiAccessible *driver_wait (Driver *driver, AtspiRole role, const char *name);
/* (transfer full) (nullable): as above, now or never. */
AtspiAccessible *driver_peek (Driver *driver, AtspiRole role, const char *name);
/* Waits until some showing node's name or text contains @part. */
void             driver_wait_text (Driver *driver, const char *part);
gboolean         driver_has_text (Driver *driver, const char *part);
void             driver_wait_gone (Driver *driver, AtspiRole role, const char *name);

/* Clicks the middle of the control with the mouse. */
void             driver_click (Driver *driver, AtspiRole role, const char *name);
void             driver_click_node (Driver *driver, AtspiAccessible *node);
/* Replaces the text of an entry, by its editable text. */
void             driver_set_text (Driver *driver, const char *entry_name, const char *text);
/* (transfer full) */
char            *driver_get_text (Driver *driver, const char *entry_name);
/* Keys by the names of the X server: "Return", "ctrl+z", "F5". */
void             driver_key (Driver *driver, const char *keys);
/* ASCII text, key by key, into what has the focus. */
void             driver_type (Driver *driver, const char *text);
/* The whole screen. */
void             driver_screenshot (Driver *driver, const char *path);
/* Prints the tree of what shows, for a person who mends a test. */
void             driver_dump (Driver *driver);

G_END_DECLS
