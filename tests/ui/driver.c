/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>
#include <string.h>

#define PATIENCE_US (15 * G_USEC_PER_SEC)
#define POLL_US (40 * 1000)
#define MAX_DEPTH 40

struct _Driver
{
  GSubprocess *process;
  Display     *display;
  guint        pid;
};

/* -- The tree --------------------------------------------------------------------------------- */

static gboolean
is_showing (AtspiAccessible *node)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (node);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_SHOWING);
}

/* (transfer full) (nullable) */
static AtspiAccessible *
application_of (Driver *driver)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == driver->pid)
        return g_steal_pointer (&child);
    }
  return NULL;
}

/* (transfer full): a label's or entry's text, else "". */
static char *
text_of (AtspiAccessible *node)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (node);
  int   n;
  char *content;

  if (text == NULL)
    return g_strdup ("");
  n = atspi_text_get_character_count (text, NULL);
  content = n > 0 ? atspi_text_get_text (text, 0, n, NULL) : NULL;
  return content != NULL ? content : g_strdup ("");
}

typedef gboolean (*NodeFunc) (AtspiAccessible *node,
                              int              depth,
                              gpointer         user_data);

/* (transfer full) (nullable): depth first, only through what shows. */
static AtspiAccessible *
search (AtspiAccessible *node,
        int              depth,
        NodeFunc         match,
        gpointer         user_data)
{
  int n;

  if (match (node, depth, user_data))
    return g_object_ref (node);
  if (depth > MAX_DEPTH)
    return NULL;
  n = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (node, i, NULL);
      AtspiAccessible            *found;

      if (child == NULL || (depth > 0 && !is_showing (child)))
        continue;
      found = search (child, depth + 1, match, user_data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  AtspiRole   role;
  const char *name;
} Wanted;

static gboolean
is_wanted (AtspiAccessible *node,
           int              depth,
           gpointer         user_data)
{
  const Wanted    *wanted = user_data;
  g_autofree char *name = NULL;

  if (depth == 0 || atspi_accessible_get_role (node, NULL) != wanted->role)
    return FALSE;
  if (wanted->name == NULL)
    return TRUE;
  name = atspi_accessible_get_name (node, NULL);
  return g_strcmp0 (name, wanted->name) == 0;
}

static gboolean
has_part (AtspiAccessible *node,
          int              depth,
          gpointer         user_data)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *text = NULL;

  if (depth == 0)
    return FALSE;
  if (name != NULL && strstr (name, user_data) != NULL)
    return TRUE;
  text = text_of (node);
  return strstr (text, user_data) != NULL;
}

static gboolean
print_node (AtspiAccessible *node,
            int              depth,
            gpointer         user_data)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *text = text_of (node);

  g_printerr ("%*s%s “%s” %s\n", depth * 2, "", role, name != NULL ? name : "", text);
  return FALSE;
}

static AtspiAccessible *
look (Driver  *driver,
      NodeFunc match,
      gpointer user_data)
{
  g_autoptr (AtspiAccessible) application = NULL;

  atspi_accessible_clear_cache (atspi_get_desktop (0));
  application = application_of (driver);
  return application != NULL ? search (application, 0, match, user_data) : NULL;
}

static void
pause_briefly (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (POLL_US);
}

void
driver_dump (Driver *driver)
{
  g_autoptr (AtspiAccessible) none = look (driver, print_node, NULL);
}

static AtspiAccessible *
wait_for (Driver     *driver,
          NodeFunc    match,
          gpointer    user_data,
          const char *what)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (g_get_monotonic_time () < end)
    {
      AtspiAccessible *found = look (driver, match, user_data);

      if (found != NULL)
        return found;
      pause_briefly ();
    }
  driver_dump (driver);
  driver_screenshot (driver, "driver-failure.png");
  g_error ("“%s” did not come", what);
}

AtspiAccessible *
driver_peek (Driver     *driver,
             AtspiRole   role,
             const char *name)
{
  Wanted wanted = { role, name };

  return look (driver, is_wanted, &wanted);
}

AtspiAccessible *
driver_wait (Driver     *driver,
             AtspiRole   role,
             const char *name)
{
  Wanted wanted = { role, name };

  return wait_for (driver, is_wanted, &wanted, name != NULL ? name : "any");
}

void
driver_wait_text (Driver     *driver,
                  const char *part)
{
  g_autoptr (AtspiAccessible) found = wait_for (driver, has_part, (gpointer) part, part);
}

gboolean
driver_has_text (Driver     *driver,
                 const char *part)
{
  g_autoptr (AtspiAccessible) found = look (driver, has_part, (gpointer) part);

  return found != NULL;
}

void
driver_wait_gone (Driver     *driver,
                  AtspiRole   role,
                  const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (g_get_monotonic_time () < end)
    {
      g_autoptr (AtspiAccessible) found = driver_peek (driver, role, name);

      if (found == NULL)
        return;
      pause_briefly ();
    }
  driver_dump (driver);
  g_error ("“%s” did not go", name);
}

/* -- Hands ------------------------------------------------------------------------------------ */

void
driver_click_node (Driver          *driver,
                   AtspiAccessible *node)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (node);
  g_autofree AtspiRect      *box = NULL;

  g_assert_nonnull (component);
  /* GTK says window coordinates here; the window stands at 0,0. */
  box = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  g_assert_nonnull (box);
  g_assert_cmpint (box->width, >, 0);
  XTestFakeMotionEvent (driver->display,
                        -1,
                        box->x + box->width / 2,
                        box->y + box->height / 2,
                        CurrentTime);
  XTestFakeButtonEvent (driver->display, 1, True, CurrentTime);
  XTestFakeButtonEvent (driver->display, 1, False, CurrentTime);
  XSync (driver->display, False);
  pause_briefly ();
}

void
driver_click (Driver     *driver,
              AtspiRole   role,
              const char *name)
{
  g_autoptr (AtspiAccessible) node = driver_wait (driver, role, name);

  driver_click_node (driver, node);
}

static void
press (Driver  *driver,
       KeySym   symbol,
       gboolean down)
{
  KeyCode code = XKeysymToKeycode (driver->display, symbol);

  g_assert_cmpint (code, !=, 0);
  XTestFakeKeyEvent (driver->display, code, down, CurrentTime);
}

static KeySym
modifier_of (const char *name)
{
  if (g_str_equal (name, "ctrl"))
    return XK_Control_L;
  if (g_str_equal (name, "shift"))
    return XK_Shift_L;
  if (g_str_equal (name, "alt"))
    return XK_Alt_L;
  g_error ("no such modifier: %s", name);
}

void
driver_key (Driver     *driver,
            const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, "+", -1);
  guint          n = g_strv_length (parts);
  KeySym         symbol = XStringToKeysym (parts[n - 1]);

  g_assert_cmpuint (symbol, !=, NoSymbol);
  for (guint i = 0; i + 1 < n; i++)
    press (driver, modifier_of (parts[i]), TRUE);
  press (driver, symbol, TRUE);
  press (driver, symbol, FALSE);
  for (guint i = n - 1; i-- > 0;)
    press (driver, modifier_of (parts[i]), FALSE);
  XSync (driver->display, False);
  pause_briefly ();
}

void
driver_type (Driver     *driver,
             const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      char     name[2] = { *p, '\0' };
      gboolean shift = g_ascii_isupper (*p);

      if (shift)
        press (driver, XK_Shift_L, TRUE);
      press (driver, *p == ' ' ? XK_space : *p == '-' ? XK_minus : XStringToKeysym (name), TRUE);
      press (driver, *p == ' ' ? XK_space : *p == '-' ? XK_minus : XStringToKeysym (name), FALSE);
      if (shift)
        press (driver, XK_Shift_L, FALSE);
      XSync (driver->display, False);
      g_usleep (5000);
    }
  pause_briefly ();
}

static AtspiAccessible *
wait_entry (Driver     *driver,
            const char *name)
{
  return driver_wait (driver, ATSPI_ROLE_TEXT, name);
}

void
driver_set_text (Driver     *driver,
                 const char *entry_name,
                 const char *text)
{
  g_autoptr (AtspiAccessible)   node = wait_entry (driver, entry_name);
  g_autoptr (AtspiEditableText) editable = NULL;

  driver_click_node (driver, node);
  editable = atspi_accessible_get_editable_text_iface (node);
  g_assert_nonnull (editable);
  g_assert_true (atspi_editable_text_set_text_contents (editable, text, NULL));
  pause_briefly ();
}

char *
driver_get_text (Driver     *driver,
                 const char *entry_name)
{
  g_autoptr (AtspiAccessible) node = wait_entry (driver, entry_name);

  return text_of (node);
}

/* -- Eyes ------------------------------------------------------------------------------------- */

void
driver_screenshot (Driver     *driver,
                   const char *path)
{
  Window           screen = DefaultRootWindow (driver->display);
  int              width = DisplayWidth (driver->display, DefaultScreen (driver->display));
  int              height = DisplayHeight (driver->display, DefaultScreen (driver->display));
  XImage          *image;
  cairo_surface_t *surface;
  guint32         *pixels;

  image = XGetImage (driver->display, screen, 0, 0, (guint) width, (guint) height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  pixels = (guint32 *) (gpointer) cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      pixels[y * cairo_image_surface_get_stride (surface) / 4 + x]
          = (guint32) XGetPixel (image, x, y);
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}

/* -- Life ------------------------------------------------------------------------------------- */

/* The accessibility bus starts when someone asks for it. */
static void
wake_bus (void)
{
  g_autoptr (GDBusConnection) session = NULL;
  g_autoptr (GVariant)        answer = NULL;
  g_autoptr (GError)          error = NULL;

  session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session,
                                        "org.a11y.Bus",
                                        "/org/a11y/bus",
                                        "org.a11y.Bus",
                                        "GetAddress",
                                        NULL,
                                        NULL,
                                        G_DBUS_CALL_FLAGS_NONE,
                                        10000,
                                        NULL,
                                        &error);
  g_assert_no_error (error);
}

static gboolean
is_window (AtspiAccessible *node,
           int              depth,
           gpointer         user_data)
{
  return depth > 0 && atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_FRAME;
}

Driver *
driver_new (const char *const *argv,
            const char *const *environment)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError)              error = NULL;
  g_autoptr (AtspiAccessible)     window = NULL;
  Driver                         *driver = g_new0 (Driver, 1);

  wake_bus ();
  atspi_init ();
  driver->display = XOpenDisplay (NULL);
  g_assert_nonnull (driver->display);

  /* The program under test may print; our standard output speaks TAP. */
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_subprocess_launcher_unsetenv (launcher, "GTK_A11Y");
  for (guint i = 0; environment != NULL && environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }
  driver->process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  driver->pid = (guint) g_ascii_strtoull (g_subprocess_get_identifier (driver->process), NULL, 10);
  window = wait_for (driver, is_window, NULL, "the window");
  return driver;
}

void
driver_free (Driver *driver)
{
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  driver_key (driver, "ctrl+q");
  while (g_subprocess_get_identifier (driver->process) != NULL && g_get_monotonic_time () < end)
    pause_briefly ();
  if (g_subprocess_get_identifier (driver->process) != NULL)
    {
      driver_screenshot (driver, "driver-failure.png");
      g_subprocess_force_exit (driver->process);
      g_error ("the program did not end on Ctrl+Q");
    }
  g_assert_true (g_subprocess_wait_check (driver->process, NULL, &error));
  g_assert_no_error (error);
  g_clear_object (&driver->process);
  XCloseDisplay (driver->display);
  g_free (driver);
}
