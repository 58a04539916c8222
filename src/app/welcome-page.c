/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks only what a ledger cannot be without: the office's name and level, who works in it, and
 * where it lies, which is proposed. */
#include "config.h"

#include "welcome-page.h"

#include <glib/gi18n-lib.h>

#include "field-row.h"
#include "look.h"
#include "preferences.h"
#include "recent-row.h"
#include "resources.h"
#include "text.h"

struct _YsWelcomePage
{
  GtkWidget parent_instance;

  YsMainWindow *window; /* borrowed: it holds us */
  YsFieldRow *name;
  YsFieldRow *level;
  GtkEntry *user;
  GtkEntry *folder;
  GtkLabel *wrong;
  GtkButton *create;
  GtkWidget *recent;
  GtkListBox *recent_list;

  char *proposed; /* the folder that we wrote into the entry */
};

G_DEFINE_FINAL_TYPE (YsWelcomePage, ys_welcome_page, GTK_TYPE_WIDGET)

/* A folder of this name in Documents that is not there yet. */
static char *
propose_folder (const char *office)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;
  g_autofree char *safe = *office != '\0' ? ys_text_to_filename (office) : g_strdup ("");

  if (documents == NULL)
    documents = g_get_home_dir ();
  /* Translators: proposed name of a ledger's folder; %s is the office. */
  base = *safe == '\0' ? g_strdup (_ ("Compound ledger"))
                       : g_strdup_printf (_ ("Compound ledger %s"), safe);
  path = g_build_filename (documents, base, NULL);
  for (int i = 2; g_file_test (path, G_FILE_TEST_EXISTS) && i < 100; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %d", base, i);

      g_free (path);
      path = g_build_filename (documents, numbered, NULL);
    }
  return g_steal_pointer (&path);
}

static void
show_proposal (YsWelcomePage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->folder));

  /* Whatever the user typed or chose stays. */
  if (*text != '\0' && g_strcmp0 (text, self->proposed) != 0)
    return;
  g_free (self->proposed);
  self->proposed = propose_folder (ys_field_row_get_text (self->name));
  gtk_editable_set_text (GTK_EDITABLE (self->folder), self->proposed);
}

static void
on_name_commit_cb (YsWelcomePage *self)
{
  show_proposal (self);
}

static void
say_wrong (YsWelcomePage *self, const char *sentence)
{
  gtk_label_set_label (self->wrong, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), sentence != NULL);
}

/* TRUE when all that is asked is there; else the cursor stands where it is missing. */
static gboolean
check (YsWelcomePage *self)
{
  if (*ys_field_row_get_text (self->name) == '\0')
    {
      ys_field_row_set_wrong (self->name, _ ("Write the office's name, such as 山城街道物管科."));
      ys_field_row_grab_focus (self->name);
      return FALSE;
    }
  if (*ys_field_row_get_text (self->level) == '\0')
    {
      ys_field_row_set_wrong (self->level, _ ("Choose the office's level."));
      ys_field_row_grab_focus (self->level);
      return FALSE;
    }
  if (*gtk_editable_get_text (GTK_EDITABLE (self->user)) == '\0')
    {
      say_wrong (self, _ ("Write your name: every change carries it."));
      gtk_widget_grab_focus (GTK_WIDGET (self->user));
      return FALSE;
    }
  return TRUE;
}

static void
on_create_clicked_cb (YsWelcomePage *self)
{
  g_auto (YsOffice) office = { 0 };
  g_autofree char *user = NULL;
  g_autoptr (GError) error = NULL;

  say_wrong (self, NULL);
  ys_field_row_set_wrong (self->name, NULL);
  ys_field_row_set_wrong (self->level, NULL);
  show_proposal (self);
  if (!check (self))
    return;
  office.name = ys_text_clean (ys_field_row_get_text (self->name));
  office.level = ys_choice_from_text (ys_field_row_get_field (self->level)->choices,
                                      ys_field_row_get_text (self->level));
  user = ys_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->user)));
  if (!ys_main_window_create (self->window, gtk_editable_get_text (GTK_EDITABLE (self->folder)),
                              &office, user, &error))
    say_wrong (self, error->message);
}

static void
on_folder_response_cb (GtkNativeDialog *chooser, int response, YsWelcomePage *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->folder), path);
  g_object_unref (chooser);
}

static void
on_choose_clicked_cb (YsWelcomePage *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("An empty folder for the ledger"),
                                     GTK_WINDOW (self->window),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Use this folder"),
                                     _ ("_Cancel"));

  gtk_file_chooser_set_create_folders (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_folder_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_backup_response_cb (GtkNativeDialog *chooser, int response, YsWelcomePage *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (response == GTK_RESPONSE_ACCEPT && path != NULL)
    ys_main_window_restore (self->window, path);
  g_object_unref (chooser);
}

static void
on_restore_clicked_cb (YsWelcomePage *self)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("A backup of a ledger"), GTK_WINDOW (self->window),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Next"), _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (on_backup_response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_recent_activated_cb (YsWelcomePage *self, GtkListBoxRow *row)
{
  ys_main_window_open (self->window, ys_recent_row_get_folder (YS_RECENT_ROW (row)),
                       YS_LEDGER_WRITE);
}

static void
ys_welcome_page_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_WELCOME_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ys_welcome_page_parent_class)->dispose (object);
}

static void
ys_welcome_page_finalize (GObject *object)
{
  g_free (YS_WELCOME_PAGE (object)->proposed);

  G_OBJECT_CLASS (ys_welcome_page_parent_class)->finalize (object);
}

static void
ys_welcome_page_class_init (YsWelcomePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_welcome_page_dispose;
  G_OBJECT_CLASS (class)->finalize = ys_welcome_page_finalize;
  g_type_ensure (YS_TYPE_FIELD_ROW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/welcome-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, name);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, level);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, user);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, folder);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, wrong);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, create);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, YsWelcomePage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, on_name_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_recent_activated_cb);
}

static void
ys_welcome_page_init (YsWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ys_welcome_page_new (YsMainWindow *window)
{
  YsWelcomePage *self = g_object_new (YS_TYPE_WELCOME_PAGE, NULL);
  g_autofree char *user = ys_preferences_user ();

  self->window = window;
  gtk_editable_set_text (GTK_EDITABLE (self->user), user);
  return GTK_WIDGET (self);
}

void
ys_welcome_page_refresh (YsWelcomePage *self)
{
  g_auto (GStrv) folders = ys_ledger_job_recent ();
  GtkListBoxRow *row;

  g_return_if_fail (YS_IS_WELCOME_PAGE (self));

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));
  for (guint i = 0; folders != NULL && folders[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, ys_recent_row_new (folders[i]));
  gtk_widget_set_visible (self->recent, folders != NULL && folders[0] != NULL);
  show_proposal (self);
}
