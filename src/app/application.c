/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides which window a ledger goes to: a window that shows it already, an empty one, a new one.
 */
#include "config.h"

#include "application.h"

#include <glib/gi18n-lib.h>

#include "first-frame.h"
#include "look.h"
#include "main-window.h"
#include "preferences.h"

struct _YsApplication
{
  GtkApplication parent_instance;

  char *wanted; /* --ledger */
  YsInstant fixed_now;
  gboolean until_first_frame;
};

G_DEFINE_FINAL_TYPE (YsApplication, ys_application, GTK_TYPE_APPLICATION)

static const char *const room_accels[]
    = { "<Control>1", "<Control>2", "<Control>3", "<Control>4", "<Control>5",
        "<Control>6", "<Control>7", "<Control>8", "<Control>9" };

static YsMainWindow *
make_window (YsApplication *self)
{
  YsMainWindow *window = ys_main_window_new (self);

  ys_main_window_close_ledger (window);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static YsMainWindow *
find_empty_window (YsApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (YS_IS_MAIN_WINDOW (l->data) && ys_main_window_get_folder (l->data) == NULL)
        return l->data;
    }
  return NULL;
}

static YsMainWindow *
find_window_of (YsApplication *self, const char *folder)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (YS_IS_MAIN_WINDOW (l->data)
          && g_strcmp0 (ys_main_window_get_folder (l->data), folder) == 0)
        return l->data;
    }
  return NULL;
}

static void
open_path (YsApplication *self, const char *path)
{
  g_autofree char *folder = ys_main_window_folder_of (path);
  YsMainWindow *window = find_window_of (self, folder);

  if (window == NULL)
    {
      window = find_empty_window (self);
      if (window == NULL)
        window = ys_main_window_new (self);
      ys_main_window_open (window, folder, YS_LEDGER_WRITE);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
ys_application_activate (GApplication *application)
{
  YsApplication *self = YS_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *path = NULL;

  if (active != NULL && self->wanted == NULL)
    {
      gtk_window_present (active);
      return;
    }
  path = ys_ledger_job_find (self->wanted);
  g_clear_pointer (&self->wanted, g_free);
  if (path != NULL)
    open_path (self, path);
  else
    make_window (self);
}

static void
ys_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path != NULL)
        open_path (YS_APPLICATION (application), path);
    }
}

static void
on_quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[4];
  } table[] = { { "win.find", { "<Control>f", NULL } },
                { "win.undo", { "<Control>z", NULL } },
                { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
                { "win.refresh", { "F5", NULL } },
                { "win.open", { "<Control>o", NULL } },
                { "win.new", { "<Control><Shift>n", NULL } },
                { "win.begin", { "<Control>n", NULL } },
                { "win.import", { "<Control>i", NULL } },
                { "win.sidebar", { "F9", NULL } },
                { "win.wall", { "F11", NULL } },
                { "win.room::settings", { "<Control>comma", NULL } },
                { "win.show-help-overlay", { "<Control>question", NULL } },
                { "win.help", { "F1", NULL } },
                { "win.save", { "<Control>s", NULL } },
                { "window.close", { "<Control>w", NULL } },
                { "app.quit", { "<Control>q", NULL } } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
  for (guint i = 0; i < G_N_ELEMENTS (room_accels); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.room::%s", ys_rooms_get (i)->name);
      const char *accels[] = { room_accels[i], NULL };

      gtk_application_set_accels_for_action (application, action, accels);
    }
}

static void
on_window_added_cb (GtkApplication *application, GtkWindow *window)
{
  if (YS_IS_MAIN_WINDOW (window))
    ys_first_frame_watch (YS_MAIN_WINDOW (window));
}

static void
ys_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = { { .name = "quit", .activate = on_quit_cb } };
  g_autofree char *appearance = NULL;

  G_APPLICATION_CLASS (ys_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  set_accels (GTK_APPLICATION (application));
  if (YS_APPLICATION (application)->until_first_frame)
    g_signal_connect (application, "window-added", G_CALLBACK (on_window_added_cb), NULL);
  appearance = ys_preferences_get ("appearance");
  ys_look_apply (appearance);
}

static gboolean
read_now (YsApplication *self, GVariantDict *options)
{
  g_autofree char *given = NULL;
  const char *text = g_getenv ("YARDSTICK_NOW");

  if (g_variant_dict_lookup (options, "now", "s", &given))
    text = given;
  if (text == NULL || *text == '\0' || ys_instant_from_iso (text, &self->fixed_now))
    return TRUE;
  /* Translators: %s is what was written. */
  g_printerr (_ ("“%s” is no time. Write --now 2026-10-15T08:30.\n"), text);
  return FALSE;
}

static int
ys_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  YsApplication *self = YS_APPLICATION (application);
  g_autofree char *ledger = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_now (self, options))
    return 2;
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("yardstick %s\n", YS_VERSION);
      return 0;
    }
  self->until_first_frame = g_variant_dict_contains (options, "until-first-frame");
  if (self->until_first_frame || g_variant_dict_contains (options, "separate"))
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  if (!g_variant_dict_lookup (options, "ledger", "^ay", &ledger))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (g_application_get_is_remote (application))
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (ledger);

      g_application_open (application, &file, 1, "");
      return 0;
    }
  self->wanted = g_steal_pointer (&ledger);
  return -1;
}

static void
ys_application_finalize (GObject *object)
{
  g_free (YS_APPLICATION (object)->wanted);

  G_OBJECT_CLASS (ys_application_parent_class)->finalize (object);
}

static void
ys_application_class_init (YsApplicationClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);

  object_class->finalize = ys_application_finalize;
  application_class->activate = ys_application_activate;
  application_class->open = ys_application_open;
  application_class->startup = ys_application_startup;
  application_class->handle_local_options = ys_application_handle_local_options;
}

static void
ys_application_init (YsApplication *self)
{
  const GOptionEntry entries[]
      = { { "ledger", 'l', 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Open the ledger in this folder"),
            N_ ("FOLDER") },
          /* Read by main() before any word is said; here for --help. */
          { "lang", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Speak zh or en"), "zh|en" },
          { "now", 0, 0, G_OPTION_ARG_STRING, NULL,
            N_ ("Take this for the time of day, as 2026-10-15T08:30"), N_ ("INSTANT") },
          { "separate", 0, 0, G_OPTION_ARG_NONE, NULL,
            N_ ("Run on its own, beside a window that is open"), NULL },
          /* For tests/bench/bench-window.c. */
          { "until-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
          { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"), NULL },
          { NULL } };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[LEDGER]"));
}

YsApplication *
ys_application_new (void)
{
  return g_object_new (YS_TYPE_APPLICATION, "application-id", YS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, "resource-base-path",
                       "/io/github/yardstick_ledger/Yardstick", NULL);
}

YsInstant
ys_application_get_fixed_now (YsApplication *self)
{
  g_return_val_if_fail (YS_IS_APPLICATION (self), 0);

  return self->fixed_now;
}

void
ys_application_set_appearance (YsApplication *self, const char *appearance)
{
  g_return_if_fail (YS_IS_APPLICATION (self));
  g_return_if_fail (appearance != NULL);

  ys_preferences_set ("appearance", appearance);
  ys_look_apply (appearance);
}
