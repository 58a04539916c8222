/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkFileChooserNative until GTK 4.10 can be asked for: it is the system's dialog on Windows too.
 */
#include "config.h"

#include "save-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *widget; /* weak */
  YsFileFunc then;
  gpointer user_data;
} Request;

static void
request_free (Request *request)
{
  g_clear_weak_pointer (&request->widget);
  g_free (request);
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
on_response_cb (GtkNativeDialog *dialog, int response, Request *request)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (response == GTK_RESPONSE_ACCEPT && path != NULL && request->widget != NULL)
    request->then (path, request->user_data);
  request_free (request);
  g_object_unref (dialog);
}

static GtkFileChooserNative *
ask (GtkWidget *widget,
     const char *title,
     GtkFileChooserAction action,
     const char *accept,
     YsFileFunc then,
     gpointer user_data)
{
  Request *request = g_new0 (Request, 1);
  GtkFileChooserNative *dialog;
  GtkRoot *root = gtk_widget_get_root (widget);

  g_set_weak_pointer (&request->widget, widget);
  request->then = then;
  request->user_data = user_data;
  dialog = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        action, accept, _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response_cb), request);
  return dialog;
}

void
ys_save_file (
    GtkWidget *widget, const char *title, const char *name, YsFileFunc then, gpointer user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = ask (widget, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), then, user_data);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooserNative *dialog, const char *pattern_name, const char *const *patterns)
{
  GtkFileFilter *filter;

  if (patterns == NULL)
    return;
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, pattern_name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_object_unref (filter);
}

void
ys_open_file (GtkWidget *widget,
              const char *title,
              const char *pattern_name,
              const char *const *patterns,
              YsFileFunc then,
              gpointer user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  dialog = ask (widget, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), then, user_data);
  add_filter (dialog, pattern_name, patterns);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

typedef struct
{
  GtkWidget *widget; /* weak */
  YsFilesFunc then;
  gpointer user_data;
  GDestroyNotify data_free;
} FilesRequest;

static void
on_files_response_cb (GtkNativeDialog *dialog, int response, FilesRequest *request)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && request->widget != NULL
      && g_list_model_get_n_items (files) > 0)
    request->then (files, request->user_data);
  request->data_free (request->user_data);
  g_clear_weak_pointer (&request->widget);
  g_free (request);
  g_object_unref (dialog);
}

void
ys_open_files (GtkWidget *widget,
               const char *title,
               const char *pattern_name,
               const char *const *patterns,
               YsFilesFunc then,
               gpointer user_data,
               GDestroyNotify data_free)
{
  GtkFileChooserNative *dialog;
  FilesRequest *request;
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (then != NULL && data_free != NULL);

  root = gtk_widget_get_root (widget);
  request = g_new0 (FilesRequest, 1);
  g_set_weak_pointer (&request->widget, widget);
  request->then = then;
  request->user_data = user_data;
  request->data_free = data_free;
  dialog = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (dialog, pattern_name, patterns);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_files_response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ys_choose_folder (GtkWidget *widget, const char *title, YsFileFunc then, gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
      ask (widget, title, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("Choose"), then, user_data)));
}

G_GNUC_END_IGNORE_DEPRECATIONS
