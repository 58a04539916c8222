/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <cairo.h>
#include <signal.h>
#include <string.h>

/* Long enough for a machine that builds something else at the same time. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define POLL_US (30 * 1000)
#define MOST_POLL_US (300 * 1000)
#define INSISTENCE_US (3 * G_USEC_PER_SEC)

struct _Driver
{
  GSubprocess *process;
  Display *display;
  Tree *tree;
  gint64 last_look;  /* how long it took, in µs */
  gboolean is_fresh; /* nobody did anything since the tree was read */
};

/* -- Finding ---------------------------------------------------------------------------------- */

static void
pause_briefly (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_usleep (POLL_US);
}

static gboolean
print_node (Tree *tree, const Node *node, int depth, gpointer user_data)
{
  Box box;

  g_printerr ("%*s%d “%s”", depth * 2, "", (int)node->role, node->name);
  if (tree_box (tree, node->path, &box))
    g_printerr (" %d,%d %dx%d", box.x, box.y, box.width, box.height);
  g_printerr ("\n");
  return FALSE;
}

void
driver_dump (Driver *driver)
{
  if (tree_read (driver->tree))
    tree_search (driver->tree, print_node, NULL);
}

/* Says what was there, ends the program under test, and the test. */
static void G_GNUC_NORETURN
fail (Driver *driver, const char *what)
{
  driver_dump (driver);
  driver_screenshot (driver, "driver-failure.png");
  g_subprocess_force_exit (driver->process);
  g_error ("“%s” did not happen", what);
}

typedef struct
{
  AtspiRole role;
  const char *name; /* NULL: any */
} Wanted;

static gboolean
is_wanted (Tree *tree, const Node *node, int depth, gpointer user_data)
{
  const Wanted *wanted = user_data;
  Box box;

  return node->role == wanted->role
         && (wanted->name == NULL || g_str_equal (node->name, wanted->name))
         && tree_box (tree, node->path, &box);
}

static gboolean
has_part (Tree *tree, const Node *node, int depth, gpointer user_data)
{
  Box box;

  if (strstr (node->name, user_data) == NULL)
    {
      g_autofree char *text = NULL;

      /* A label's name is its text already. */
      if (node->role != ATSPI_ROLE_TEXT)
        return FALSE;
      text = tree_text (tree, node->path);
      if (strstr (text, user_data) == NULL)
        return FALSE;
    }
  return tree_box (tree, node->path, &box);
}

static gboolean
is_window (Tree *tree, const Node *node, int depth, gpointer user_data)
{
  return depth == 1 && (user_data == NULL || g_str_equal (node->name, user_data));
}

/* (transfer none) (nullable): until the next look. */
static const Node *
look (Driver *driver, NodeFunc match, gpointer user_data)
{
  gint64 start = g_get_monotonic_time ();
  gboolean is_read = tree_read (driver->tree);

  driver->last_look = g_get_monotonic_time () - start;
  driver->is_fresh = is_read;
  return is_read ? tree_search (driver->tree, match, user_data) : NULL;
}

/* The program answers between two steps of its own work: it gets as much time for these. */
static void
pause_between_looks (const Driver *driver)
{
  pause_briefly ();
  if (driver->last_look > POLL_US)
    g_usleep ((gulong)MIN (driver->last_look, MOST_POLL_US) - POLL_US);
}

/* The program went by itself: nothing more will happen. */
static void G_GNUC_NORETURN
say_how_it_ended (Driver *driver, const char *what)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (driver->process, NULL, &error);
  g_error ("“%s” did not happen: the program ended: %s", what,
           error != NULL ? error->message : "with 0");
}

static const Node *
wait_for (Driver *driver, NodeFunc match, gpointer user_data, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  /* What stood there after the last key or click need not be read again. */
  const Node *found = driver->is_fresh ? tree_search (driver->tree, match, user_data) : NULL;

  while (g_get_monotonic_time () < start + PATIENCE_US)
    {
      if (found == NULL)
        found = look (driver, match, user_data);
      if (found != NULL)
        {
          g_test_message ("%s after %d ms", what, (int)((g_get_monotonic_time () - start) / 1000));
          return found;
        }
      pause_between_looks (driver);
      if (g_subprocess_get_identifier (driver->process) == NULL)
        say_how_it_ended (driver, what);
    }
  fail (driver, what);
}

static const Node *
wait_node (Driver *driver, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name };

  return wait_for (driver, is_wanted, &wanted, name != NULL ? name : "any");
}

/* (transfer full): its path, for a hand to go there: always read again. */
static char *
wait_path (Driver *driver, AtspiRole role, const char *name)
{
  driver->is_fresh = FALSE;
  return g_strdup (wait_node (driver, role, name)->path);
}

void
driver_wait (Driver *driver, AtspiRole role, const char *name)
{
  wait_node (driver, role, name);
}

gboolean
driver_has (Driver *driver, AtspiRole role, const char *name)
{
  Wanted wanted = { role, name };

  return look (driver, is_wanted, &wanted) != NULL;
}

void
driver_wait_gone (Driver *driver, AtspiRole role, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (driver_has (driver, role, name))
    {
      if (g_get_monotonic_time () > end)
        fail (driver, name);
      pause_between_looks (driver);
    }
}

void
driver_wait_window (Driver *driver, const char *title)
{
  wait_for (driver, is_window, (gpointer)title, title);
}

void
driver_wait_text (Driver *driver, const char *part)
{
  wait_for (driver, has_part, (gpointer)part, part);
}

gboolean
driver_has_text (Driver *driver, const char *part)
{
  return look (driver, has_part, (gpointer)part) != NULL;
}

/* -- Hands ------------------------------------------------------------------------------------ */

static void
click_at (Driver *driver, int x, int y)
{
  driver->is_fresh = FALSE;
  XTestFakeMotionEvent (driver->display, -1, x, y, CurrentTime);
  XTestFakeButtonEvent (driver->display, 1, True, CurrentTime);
  XTestFakeButtonEvent (driver->display, 1, False, CurrentTime);
  XSync (driver->display, False);
  pause_briefly ();
}

static void
click_path (Driver *driver, const char *path)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  Box before = { -1, -1, 0, 0 };
  Box box;

  while (g_get_monotonic_time () < end)
    {
      if (tree_place (driver->tree, path, &box) && box.x == before.x && box.y == before.y)
        {
          click_at (driver, box.x + box.width / 2, box.y + box.height / 2);
          return;
        }
      before = box;
      pause_briefly ();
    }
  fail (driver, "a place to click at");
}

void
driver_click (Driver *driver, AtspiRole role, const char *name)
{
  g_autofree char *path = wait_path (driver, role, name);

  click_path (driver, path);
}

/* GTK 4.8 does not tell which page of a stack is hidden, so that a click may come before its page:
 * a person clicks again. */
void
driver_click_for_window (Driver *driver, AtspiRole role, const char *name, const char *title)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  gint64 again = 0;

  while (look (driver, is_window, (gpointer)title) == NULL)
    {
      if (g_get_monotonic_time () > end)
        fail (driver, title);
      if (g_get_monotonic_time () >= again)
        {
          driver_click (driver, role, name);
          again = g_get_monotonic_time () + INSISTENCE_US;
        }
      pause_between_looks (driver);
    }
}

void
driver_press (Driver *driver, AtspiRole role, const char *name)
{
  g_autofree char *path = wait_path (driver, role, name);

  driver->is_fresh = FALSE;
  g_assert_true (tree_activate (driver->tree, path));
  pause_briefly ();
}

void
driver_set_text (Driver *driver, const char *entry_name, const char *text)
{
  g_autofree char *path = wait_path (driver, ATSPI_ROLE_TEXT, entry_name);

  click_path (driver, path);
  driver->is_fresh = FALSE;
  g_assert_true (tree_set_text (driver->tree, path, text));
  pause_briefly ();
}

void
driver_wait_value (Driver *driver, const char *entry_name, const char *expected)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;

  while (g_get_monotonic_time () < end)
    {
      const Node *node = wait_node (driver, ATSPI_ROLE_TEXT, entry_name);
      g_autofree char *value = tree_text (driver->tree, node->path);

      if (g_str_equal (value, expected))
        return;
      driver->is_fresh = FALSE;
      pause_between_looks (driver);
    }
  fail (driver, expected);
}

static void
press (Driver *driver, KeySym symbol, gboolean down)
{
  KeyCode code = XKeysymToKeycode (driver->display, symbol);

  g_assert_cmpint (code, !=, 0);
  driver->is_fresh = FALSE;
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
driver_key (Driver *driver, const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, "+", -1);
  guint n = g_strv_length (parts);
  KeySym symbol = XStringToKeysym (parts[n - 1]);

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

/* For Latin letters and signs the key symbol is the code point. */
static void
type_character (Driver *driver, char c)
{
  KeySym symbol = (KeySym)(guchar)c;
  KeyCode code = XKeysymToKeycode (driver->display, symbol);
  gboolean shift = XkbKeycodeToKeysym (driver->display, code, 0, 0) != symbol;

  g_assert_cmpint (c, >=, ' ');
  g_assert_cmpint (c, <, 127);
  if (shift)
    press (driver, XK_Shift_L, TRUE);
  press (driver, symbol, TRUE);
  press (driver, symbol, FALSE);
  if (shift)
    press (driver, XK_Shift_L, FALSE);
}

void
driver_type (Driver *driver, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    type_character (driver, *p);
  XSync (driver->display, False);
  pause_briefly ();
}

/* -- Eyes ------------------------------------------------------------------------------------- */

void
driver_screenshot (Driver *driver, const char *path)
{
  Window screen = DefaultRootWindow (driver->display);
  int width = DisplayWidth (driver->display, DefaultScreen (driver->display));
  int height = DisplayHeight (driver->display, DefaultScreen (driver->display));
  XImage *image;
  cairo_surface_t *surface;
  guint32 *pixels;

  image
      = XGetImage (driver->display, screen, 0, 0, (guint)width, (guint)height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  pixels = (guint32 *)(gpointer)cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      pixels[y * cairo_image_surface_get_stride (surface) / 4 + x]
          = (guint32)XGetPixel (image, x, y);
  cairo_surface_mark_dirty (surface);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}

/* -- Life ------------------------------------------------------------------------------------- */

static GSubprocess *
start (const char *const *argv, const char *const *environment)
{
  /* The program under test may print; our standard output speaks TAP. */
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_unsetenv (launcher, "GTK_A11Y");
  for (guint i = 0; environment != NULL && environment[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (environment[i], "=", 2);

      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    }
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  return process;
}

Driver *
driver_new (const char *const *argv, const char *const *environment)
{
  Driver *driver = g_new0 (Driver, 1);
  guint pid;

  driver->display = XOpenDisplay (NULL);
  g_assert_nonnull (driver->display);
  driver->process = start (argv, environment);
  pid = (guint)g_ascii_strtoull (g_subprocess_get_identifier (driver->process), NULL, 10);
  driver->tree = tree_new (pid);
  wait_for (driver, is_window, NULL, "the window");
  return driver;
}

/* A key that meets a popover on its way out is lost: a person presses it again. */
static void
close_driver (Driver *driver)
{
  g_clear_object (&driver->process);
  tree_free (driver->tree);
  XCloseDisplay (driver->display);
  g_free (driver);
}

void
driver_free (Driver *driver)
{
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  gint64 again = 0;

  while (g_subprocess_get_identifier (driver->process) != NULL && g_get_monotonic_time () < end)
    {
      if (g_get_monotonic_time () >= again)
        {
          driver_key (driver, "ctrl+q");
          again = g_get_monotonic_time () + INSISTENCE_US;
        }
      pause_briefly ();
    }
  if (g_subprocess_get_identifier (driver->process) != NULL)
    fail (driver, "the end by Ctrl+Q");
  g_subprocess_wait_check (driver->process, NULL, &error);
  g_assert_no_error (error);
  close_driver (driver);
}

void
driver_kill (Driver *driver)
{
  g_subprocess_force_exit (driver->process);
  g_subprocess_wait (driver->process, NULL, NULL);
  close_driver (driver);
}

void
driver_hold (Driver *driver)
{
  g_subprocess_send_signal (driver->process, SIGSTOP);
}

void
driver_go_on (Driver *driver)
{
  g_subprocess_send_signal (driver->process, SIGCONT);
}
