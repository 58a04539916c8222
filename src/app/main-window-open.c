/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening, creating and restoring. A ledger is opened in a thread, since its check may take a
 * while on a slow disk; until then the window says so. */
#include "config.h"

#include "main-window-private.h"

#include <glib/gi18n-lib.h>

#include "preferences.h"
#include "problem-page.h"
#include "welcome-page.h"

#define CHECK_AFTER_SECONDS 20
#define CLOSING_SECONDS 20

typedef struct
{
  char *path;
  YsLedgerMode mode;
  char *user;
  YsInstant now;
  YsLedgerHolder holder; /* who has it, when it is locked */
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->user);
  ys_ledger_holder_clear (&opening->holder);
  g_free (opening);
}

static YsInstant
now_of (YsMainWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  YsInstant fixed
      = application != NULL ? ys_application_get_fixed_now (YS_APPLICATION (application)) : 0;

  return fixed != 0 ? fixed : g_get_real_time () / G_USEC_PER_SEC;
}

static YsInstant
fixed_now_of (YsMainWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application != NULL ? ys_application_get_fixed_now (YS_APPLICATION (application)) : 0;
}

static void
show_problem (YsMainWindow *self,
              const char *folder,
              const GError *error,
              const YsLedgerHolder *holder)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, "problem");

  if (page == NULL)
    {
      page = ys_problem_page_new (self);
      gtk_stack_add_named (self->stack, page, "problem");
    }
  ys_problem_page_show (YS_PROBLEM_PAGE (page), folder, error, holder);
  gtk_stack_set_visible_child (self->stack, page);
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Opening *opening = task_data;
  GError *error = NULL;
  YsLedger *ledger;

  /* The same ledger, just closed: what was still reading it ends first. */
  ys_ledger_job_wait_left (opening->path, CLOSING_SECONDS);
  ledger = ys_ledger_job_open (opening->path, opening->mode, opening->user, opening->now,
                               &opening->holder, &error);
  if (ledger != NULL)
    g_task_return_pointer (task, ledger, (GDestroyNotify)ys_ledger_job_close);
  else
    g_task_return_error (task, error);
}

typedef struct
{
  YsLedger *main; /* the session's, which outlives the job */
  YsInstant now;
} Check;

static gpointer
check_in_thread (YsLedger *ledger,
                 YsProgressFunc progress,
                 gpointer progress_data,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  const Check *check = data;

  return GINT_TO_POINTER (
      ys_ledger_job_check (ledger, check->main, check->now, cancellable, error));
}

static void
on_checked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsMainWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;

  ys_session_run_finish (YS_SESSION (object), result, &error);
  if (self->session != YS_SESSION (object))
    return;
  g_clear_object (&self->checking);
  if (g_error_matches (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED))
    {
      /* Nothing more is written into it. */
      folder = g_strdup (self->folder);
      ys_main_window_drop_ledger (self);
      self->folder = g_strdup (folder);
      show_problem (self, folder, error, NULL);
    }
  else if (error == NULL)
    ys_session_backed_up (self->session);
}

/* A large ledger is shown at once; whether it is sound comes out a little later. */
static void
start_check (YsMainWindow *self)
{
  YsLedger *ledger = ys_session_get_ledger (self->session);
  Check check = { ledger, now_of (self) };

  if (!ys_ledger_job_needs_check (ledger))
    return;
  self->checking = g_cancellable_new ();
  ys_session_read_async (self->session, self->checking, check_in_thread,
                         g_memdup2 (&check, sizeof check), g_free, NULL, on_checked_cb,
                         g_object_ref (self));
}

static gboolean
on_check_due_cb (gpointer user_data)
{
  YsMainWindow *self = user_data;

  self->check_timeout = 0;
  if (self->session != NULL)
    start_check (self);
  return G_SOURCE_REMOVE;
}

static void
on_opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsMainWindow *self = YS_MAIN_WINDOW (object);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  YsLedger *ledger = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean gone = gtk_window_get_application (GTK_WINDOW (self)) == NULL;

  /* The window was closed, or asked for another ledger, meanwhile. */
  if (gone || g_strcmp0 (self->folder, opening->path) != 0)
    {
      g_clear_pointer (&ledger, ys_ledger_job_close);
      return;
    }
  if (ledger == NULL)
    {
      show_problem (self, opening->path, error, &opening->holder);
      return;
    }
  ys_main_window_show_session (self, ys_session_new (ledger, fixed_now_of (self)));
  /* What the user opens first must not wait for a disk that reads everything. */
  self->check_timeout = g_timeout_add_seconds (CHECK_AFTER_SECONDS, on_check_due_cb, self);
}

/* Another window that shows this very ledger, or NULL. */
static GtkWindow *
find_other (YsMainWindow *self, const char *folder)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL)
    return NULL;
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      if (YS_IS_MAIN_WINDOW (l->data) && l->data != self
          && ys_main_window_get_session (l->data) != NULL
          && g_strcmp0 (ys_main_window_get_folder (l->data), folder) == 0)
        return l->data;
    }
  return NULL;
}

void
ys_main_window_open (YsMainWindow *self, const char *path, YsLedgerMode mode)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *folder = NULL;
  Opening *opening;
  GtkWindow *other;

  g_return_if_fail (YS_IS_MAIN_WINDOW (self));
  g_return_if_fail (path != NULL);

  folder = ys_main_window_folder_of (path);
  other = mode == YS_LEDGER_WRITE ? find_other (self, folder) : NULL;
  if (other != NULL)
    {
      gtk_window_present (other);
      return;
    }
  ys_main_window_drop_ledger (self);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  self->folder = g_steal_pointer (&folder);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (self->folder);
  opening->mode = mode;
  opening->user = ys_preferences_user ();
  opening->now = now_of (self);
  task = g_task_new (self, NULL, on_opened_cb, NULL);
  g_task_set_task_data (task, opening, (GDestroyNotify)opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
ys_main_window_create (YsMainWindow *self,
                       const char *folder,
                       const YsOffice *office,
                       const char *user,
                       GError **error)
{
  YsLedger *ledger;

  g_return_val_if_fail (YS_IS_MAIN_WINDOW (self), FALSE);

  ledger = ys_ledger_job_create (folder, office, user, error);
  if (ledger == NULL)
    return FALSE;
  ys_preferences_set ("user", user);
  ys_main_window_show_session (self, ys_session_new (ledger, fixed_now_of (self)));
  return TRUE;
}

/* --- Choosing a folder ------------------------------------------------------------------ */

static GtkFileChooserNative *
choose_folder (YsMainWindow *self, const char *title, const char *accept, GCallback on_response)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, accept, _ ("_Cancel"));

  gtk_file_chooser_set_create_folders (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  /* The dialog is ours until it was answered. */
  g_signal_connect (chooser, "response", on_response, self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  return chooser;
}

static char *
chosen_path (GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
on_open_response_cb (GtkNativeDialog *chooser, int response, YsMainWindow *self)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? chosen_path (chooser) : NULL;

  if (path != NULL)
    ys_main_window_open (self, path, YS_LEDGER_WRITE);
  g_object_unref (chooser);
}

void
ys_main_window_ask_open (YsMainWindow *self)
{
  choose_folder (self, _ ("Open a ledger's folder"), _ ("_Open"), G_CALLBACK (on_open_response_cb));
}

static void
on_restore_response_cb (GtkNativeDialog *chooser, int response, YsMainWindow *self)
{
  g_autofree char *folder = response == GTK_RESPONSE_ACCEPT ? chosen_path (chooser) : NULL;
  const char *file = g_object_get_data (G_OBJECT (chooser), "backup");
  g_autoptr (GError) error = NULL;

  if (folder != NULL)
    {
      if (ys_ledger_job_restore (file, folder, &error))
        ys_main_window_open (self, folder, YS_LEDGER_WRITE);
      else
        ys_main_window_say (self, error->message, FALSE, TRUE);
    }
  g_object_unref (chooser);
}

void
ys_main_window_restore (YsMainWindow *self, const char *file)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (YS_IS_MAIN_WINDOW (self));
  g_return_if_fail (file != NULL);

  chooser = choose_folder (self, _ ("Restore the backup into an empty folder"), _ ("_Restore here"),
                           G_CALLBACK (on_restore_response_cb));
  g_object_set_data_full (G_OBJECT (chooser), "backup", g_strdup (file), g_free);
}
