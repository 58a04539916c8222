/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a drop or the clipboard holds becomes sources of the job. A picture that is no file is
 * packed in the thread too: it may have millions of pixels. */
#include "config.h"

#include "photo-intake.h"

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "save-file.h"

typedef struct
{
  YsPhotoPlace place;
  YsInstant now;
  GPtrArray *paths;    /* (element-type filename) */
  GdkTexture *texture; /* (nullable) */
} Intake;

typedef struct
{
  YsSession *session;
  YsPhotoPlace place;
} Request;

static void
intake_free (gpointer data)
{
  Intake *intake = data;

  g_ptr_array_unref (intake->paths);
  g_clear_object (&intake->texture);
  g_free (intake);
}

static Request *
request_new (YsSession *session, const YsPhotoPlace *place)
{
  Request *request = g_new0 (Request, 1);

  request->session = g_object_ref (session);
  request->place = *place;
  return request;
}

static void
request_free (Request *request)
{
  g_object_unref (request->session);
  g_free (request);
}

const GType *
ys_photo_intake_types (gsize *out_n)
{
  static GType types[3];

  /* Files first: they have the camera's time, the bare picture has not. */
  types[0] = GDK_TYPE_FILE_LIST;
  types[1] = G_TYPE_FILE;
  types[2] = GDK_TYPE_TEXTURE;
  *out_n = G_N_ELEMENTS (types);
  return types;
}

static gpointer
add_in_thread (YsLedger *ledger,
               YsProgressFunc progress,
               gpointer progress_data,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  Intake *intake = data;
  g_autoptr (GArray) sources = g_array_new (FALSE, TRUE, sizeof (YsPhotoSource));
  g_autoptr (GBytes) packed
      = intake->texture != NULL ? gdk_texture_save_to_png_bytes (intake->texture) : NULL;

  for (guint i = 0; i < intake->paths->len; i++)
    {
      YsPhotoSource source = { .path = intake->paths->pdata[i] };

      g_array_append_val (sources, source);
    }
  if (packed != NULL)
    {
      YsPhotoSource source = { .bytes = packed };

      g_array_append_val (sources, source);
    }
  return ys_photo_job_add (ledger, &intake->place, (const YsPhotoSource *)(gpointer)sources->data,
                           sources->len, intake->now, progress, progress_data, cancellable, error);
}

/* The first refusal by name; how many more there are. */
static void
report_refused (YsSession *session, GPtrArray *verdicts, guint n_refused)
{
  const YsPhotoVerdict *first = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < verdicts->len && first == NULL; i++)
    if (((YsPhotoVerdict *)verdicts->pdata[i])->error != NULL)
      first = verdicts->pdata[i];
  if (n_refused == 1)
    /* Translators: the name of a file, then why it was refused */
    error = g_error_new (YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, _ ("“%s”: %s"), first->name,
                         first->error->message);
  else
    error = g_error_new (YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                         /* Translators: how many, the name of a file, why it was refused */
                         _ ("%u photos were refused. “%s”: %s"), n_refused, first->name,
                         first->error->message);
  ys_session_report (session, error);
}

static void
tell (YsSession *session, GPtrArray *verdicts)
{
  guint n_added = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < verdicts->len; i++)
    n_added += ((YsPhotoVerdict *)verdicts->pdata[i])->id != 0;
  if (n_added > 0)
    ys_session_changed (session);
  if (n_added < verdicts->len)
    {
      report_refused (session, verdicts, verdicts->len - n_added);
      return;
    }
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Added %u photo", "Added %u photos",
                                       n_added),
                          n_added);
  ys_session_notify (session, text, TRUE);
}

static void
on_added_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  YsSession *session = YS_SESSION (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) verdicts = ys_session_run_finish (session, result, &error);

  if (verdicts == NULL)
    ys_session_report (session, error);
  else
    tell (session, verdicts);
}

static gboolean
start (YsSession *session, Intake *intake)
{
  if (intake->paths->len == 0 && intake->texture == NULL)
    {
      intake_free (intake);
      return FALSE;
    }
  ys_session_run_async (session, _ ("Adding photos"), add_in_thread, intake, intake_free,
                        (GDestroyNotify)g_ptr_array_unref, on_added_cb, NULL);
  return TRUE;
}

static Intake *
intake_new (YsSession *session, const YsPhotoPlace *place)
{
  Intake *intake = g_new0 (Intake, 1);

  intake->place = *place;
  intake->now = ys_session_now (session);
  intake->paths = g_ptr_array_new_with_free_func (g_free);
  return intake;
}

static void
add_file (Intake *intake, GFile *file)
{
  char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    g_ptr_array_add (intake->paths, path);
}

gboolean
ys_photo_intake_take (YsSession *session, const YsPhotoPlace *place, const GValue *value)
{
  Intake *intake;

  g_return_val_if_fail (YS_IS_SESSION (session), FALSE);
  g_return_val_if_fail (place != NULL && value != NULL, FALSE);

  intake = intake_new (session, place);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *link = files; link != NULL; link = link->next)
        add_file (intake, link->data);
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    add_file (intake, g_value_get_object (value));
  else if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    intake->texture = g_value_dup_object (value);
  return start (session, intake);
}

gboolean
ys_photo_intake_can_paste (GtkWidget *widget)
{
  GdkContentFormats *formats;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (widget));
  return gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
         || gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE);
}

static void
on_pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value == NULL)
    ys_session_report (request->session, error);
  else
    ys_photo_intake_take (request->session, &request->place, value);
  request_free (request);
}

void
ys_photo_intake_paste (GtkWidget *widget, YsSession *session, const YsPhotoPlace *place)
{
  GdkClipboard *clipboard;
  GType type;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (YS_IS_SESSION (session) && place != NULL);

  clipboard = gtk_widget_get_clipboard (widget);
  if (!ys_photo_intake_can_paste (widget))
    {
      ys_session_notify (session,
                         _ ("There is no photo to paste. Copy a picture or its file first."),
                         FALSE);
      return;
    }
  type = gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                            GDK_TYPE_FILE_LIST)
             ? GDK_TYPE_FILE_LIST
             : GDK_TYPE_TEXTURE;
  gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, on_pasted_cb,
                                  request_new (session, place));
}

static void
on_chosen_cb (GListModel *files, gpointer user_data)
{
  Request *request = user_data;
  Intake *intake = intake_new (request->session, &request->place);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      add_file (intake, file);
    }
  start (request->session, intake);
}

void
ys_photo_intake_choose (GtkWidget *widget, YsSession *session, const YsPhotoPlace *place)
{
  static const char *const patterns[]
      = { "*.jpg",  "*.jpeg", "*.png",  "*.gif", "*.webp", "*.heic", "*.heif",
          "*.avif", "*.JPG",  "*.JPEG", "*.PNG", "*.HEIC", NULL };

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (YS_IS_SESSION (session) && place != NULL);

  ys_open_files (widget, _ ("Choose photos"), _ ("Photos"), patterns, on_chosen_cb,
                 request_new (session, place), (GDestroyNotify)request_free);
}
