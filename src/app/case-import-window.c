/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is read and judged in a thread; to write, it is read and judged once more there, so that
 * what is written was judged against the ledger of that moment. */
#include "config.h"

#include "case-import-window.h"

#include <glib/gi18n-lib.h>

#include "case-job.h"
#include "chip-cell.h"
#include "column-set.h"
#include "inspection.h"
#include "resources.h"
#include "widget-help.h"

struct _YsCaseImportWindow
{
  GtkWindow parent_instance;

  GtkLabel *summary;
  GtkColumnView *view;
  GtkDropDown *level;
  GtkCheckButton *skip_refused;
  GtkCheckButton *accept_doubtful;
  GtkLabel *refusal;
  GtkButton *write;

  YsSession *session;
  char *path;
  YsSlotList *list;
  YsColumnSet *columns;
  GPtrArray *rows; /* (element-type YsCaseRow): copies */
  guint counts[YS_N_CASE_VERDICTS];
};

G_DEFINE_FINAL_TYPE (YsCaseImportWindow, ys_case_import_window, GTK_TYPE_WINDOW)

/* -- Reading ---------------------------------------------------------------------------------- */

typedef struct
{
  char *path;
  YsCaseImportOptions options;
  gboolean write;
  gboolean skip_refused;
  gboolean accept_doubtful;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request);
}

static void
row_free (gpointer data)
{
  YsCaseRow *row = data;

  g_free (row->number);
  g_free (row->compound);
  g_free (row->reason);
  g_free (row);
}

/* (transfer full) (element-type YsCaseRow): the import itself ends with its thread. */
static GPtrArray *
copy_rows (const YsCaseImport *import)
{
  GPtrArray *from = ys_case_import_rows (import);
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < from->len; i++)
    {
      const YsCaseRow *row = g_ptr_array_index (from, i);
      YsCaseRow *copy = g_memdup2 (row, sizeof *row);

      copy->sheet = NULL;
      copy->number = g_strdup (row->number);
      copy->compound = g_strdup (row->compound);
      copy->reason = g_strdup (row->reason);
      g_ptr_array_add (rows, copy);
    }
  return rows;
}

/* In a thread. */
static gpointer
read_file (YsLedger *ledger,
           YsProgressFunc progress,
           gpointer progress_data,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  const Request *request = data;
  g_autoptr (YsCaseImport) import
      = ys_case_import_new_from_file (ledger, request->path, &request->options, cancellable, error);

  if (import == NULL)
    return NULL;
  if (request->write
      && ys_case_import_apply (import, ledger, request->skip_refused, request->accept_doubtful,
                               error)
             < 0)
    return NULL;
  return copy_rows (import);
}

static YsCaseImportOptions
options_of (YsCaseImportWindow *self)
{
  static const int levels[] = { 0, YS_INSPECTION_LEVEL_DISTRICT, YS_INSPECTION_LEVEL_CITY };
  guint chosen = gtk_drop_down_get_selected (self->level);

  return (YsCaseImportOptions){ .level = chosen < G_N_ELEMENTS (levels) ? levels[chosen] : 0,
                                .now = ys_session_now (self->session) };
}

/* -- Showing ---------------------------------------------------------------------------------- */

static guint
n_to_write (YsCaseImportWindow *self)
{
  guint n = self->counts[YS_CASE_ROW_NEW] + self->counts[YS_CASE_ROW_CHANGED];

  if (gtk_check_button_get_active (self->accept_doubtful))
    n += self->counts[YS_CASE_ROW_DOUBTFUL];
  return n;
}

static void
show_foot (YsCaseImportWindow *self)
{
  guint n = n_to_write (self);
  guint n_refused = self->counts[YS_CASE_ROW_REFUSED];
  g_autofree char *write
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u row", "Import %u rows", n), n);

  gtk_button_set_label (self->write, write);
  gtk_widget_set_visible (GTK_WIDGET (self->skip_refused), n_refused > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->accept_doubtful),
                          self->counts[YS_CASE_ROW_DOUBTFUL] > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->write),
                            n > 0
                                && (n_refused == 0
                                    || gtk_check_button_get_active (self->skip_refused)));
}

static void
take_rows (YsCaseImportWindow *self, GPtrArray *rows)
{
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  for (guint i = 0; i < YS_N_CASE_VERDICTS; i++)
    self->counts[i] = 0;
  for (guint i = 0; i < rows->len; i++)
    self->counts[((YsCaseRow *)g_ptr_array_index (rows, i))->verdict]++;
  /* Translators: a file's name; how many rows of each verdict. */
  text = g_strdup_printf (_ ("%s · %u new, %u changed, %u the same, %u doubtful, %u refused"), name,
                          self->counts[YS_CASE_ROW_NEW], self->counts[YS_CASE_ROW_CHANGED],
                          self->counts[YS_CASE_ROW_SAME], self->counts[YS_CASE_ROW_DOUBTFUL],
                          self->counts[YS_CASE_ROW_REFUSED]);
  gtk_label_set_label (self->summary, text);
  ys_slot_list_refill (self->list, rows->len);
  show_foot (self);
}

static void
refuse (YsCaseImportWindow *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_label_set_label (self->refusal, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), TRUE);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (self->session == NULL)
    g_clear_pointer (&rows, g_ptr_array_unref);
  else if (rows == NULL)
    refuse (self, error);
  else
    take_rows (self, rows);
}

static void
on_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsCaseImportWindow) self = user_data;
  YsSession *session = YS_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = ys_session_run_finish (session, result, &error);
  g_autofree char *said = NULL;

  if (rows == NULL)
    {
      if (self->session != NULL)
        refuse (self, error);
      return;
    }
  said = g_strdup_printf (_ ("%u cases were imported"), n_to_write (self));
  ys_session_changed (session);
  ys_session_notify (session, said, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
start (YsCaseImportWindow *self, gboolean write)
{
  Request *request;

  if (ys_session_is_running (self->session))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  request = g_new0 (Request, 1);
  request->path = g_strdup (self->path);
  request->options = options_of (self);
  request->write = write;
  request->skip_refused = gtk_check_button_get_active (self->skip_refused);
  request->accept_doubtful = gtk_check_button_get_active (self->accept_doubtful);
  ys_session_run_async (self->session, _ ("Reading the table"), read_file, request, request_free,
                        (GDestroyNotify)g_ptr_array_unref, write ? on_written_cb : on_read_cb,
                        g_object_ref (self));
}

/* -- Columns ---------------------------------------------------------------------------------- */

enum
{
  COLUMN_ROW,
  COLUMN_VERDICT,
  COLUMN_NUMBER,
  COLUMN_COMPOUND,
  COLUMN_REASON,
  N_COLUMNS
};

static const YsColumnInfo infos[N_COLUMNS] = {
  [COLUMN_ROW] = { "row", N_ ("Row"), -1, 1, 60, FALSE },
  [COLUMN_VERDICT] = { "verdict", N_ ("Verdict"), -1, 0, 90, FALSE },
  [COLUMN_NUMBER] = { "number", N_ ("Case number"), -1, 0, 150, FALSE },
  [COLUMN_COMPOUND] = { "compound", N_ ("Compound"), -1, 0, 140, FALSE },
  [COLUMN_REASON] = { "reason", N_ ("Reason"), -1, 0, 0, FALSE },
};

static GtkWidget *
make_cell (guint column, gpointer data)
{
  return column == COLUMN_VERDICT ? ys_chip_cell_new (0) : ys_text_cell_new (infos[column].align);
}

static void
show_verdict (YsChipCell *cell, YsCaseVerdict verdict)
{
  switch (verdict)
    {
    case YS_CASE_ROW_NEW:
      ys_chip_cell_set (cell, _ ("New"), "accent", "list-add-symbolic");
      return;
    case YS_CASE_ROW_SAME:
      ys_chip_cell_set (cell, _ ("Same"), "grey", NULL);
      return;
    case YS_CASE_ROW_CHANGED:
      ys_chip_cell_set (cell, _ ("Changed"), "accent", "document-edit-symbolic");
      return;
    case YS_CASE_ROW_DOUBTFUL:
      ys_chip_cell_set (cell, _ ("Doubtful"), "amber", "dialog-question-symbolic");
      return;
    case YS_CASE_ROW_REFUSED:
      ys_chip_cell_set (cell, _ ("Refused"), "red", "dialog-warning-symbolic");
      return;
    case YS_N_CASE_VERDICTS:
      break;
    }
  g_assert_not_reached ();
}

static void
show_cell (guint column, GtkWidget *cell, YsSlot *slot, gpointer data)
{
  YsCaseImportWindow *self = data;
  guint position = ys_slot_get_position (slot);
  const YsCaseRow *row;
  g_autofree char *number = NULL;
  const char *text;

  if (self->rows == NULL || position >= self->rows->len)
    return;
  row = g_ptr_array_index (self->rows, position);
  if (column == COLUMN_VERDICT)
    {
      show_verdict (YS_CHIP_CELL (cell), row->verdict);
      return;
    }
  number = g_strdup_printf ("%u", row->row + 1);
  text = column == COLUMN_ROW        ? number
         : column == COLUMN_NUMBER   ? row->number
         : column == COLUMN_COMPOUND ? row->compound
                                     : row->reason;
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_widget_set_tooltip_text (cell, column == COLUMN_REASON ? row->reason : NULL);
}

/* -- The window ------------------------------------------------------------------------------- */

static void
on_write_clicked_cb (YsCaseImportWindow *self)
{
  start (self, TRUE);
}

static void
on_level_changed_cb (YsCaseImportWindow *self)
{
  if (self->session != NULL)
    start (self, FALSE);
}

static void
on_toggled_cb (YsCaseImportWindow *self)
{
  if (self->session != NULL)
    show_foot (self);
}

static void
ys_case_import_window_dispose (GObject *object)
{
  YsCaseImportWindow *self = YS_CASE_IMPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->columns, ys_column_set_free);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_CASE_IMPORT_WINDOW);

  G_OBJECT_CLASS (ys_case_import_window_parent_class)->dispose (object);
}

static void
ys_case_import_window_finalize (GObject *object)
{
  YsCaseImportWindow *self = YS_CASE_IMPORT_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_free (self->path);

  G_OBJECT_CLASS (ys_case_import_window_parent_class)->finalize (object);
}

static void
ys_case_import_window_class_init (YsCaseImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ys_case_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ys_case_import_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               YS_RESOURCE ("ui/case-import-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, view);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, level);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, skip_refused);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, accept_doubtful);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, YsCaseImportWindow, write);
  gtk_widget_class_bind_template_callback (widget_class, on_write_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_level_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ys_case_import_window_init (YsCaseImportWindow *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_object_new (YS_TYPE_SLOT_LIST, NULL);
  self->columns = ys_column_set_new (self->view, infos, N_COLUMNS, make_cell, show_cell, self);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  gtk_column_view_set_model (self->view, selection);
}

YsCaseImportWindow *
ys_case_import_window_present (GtkWidget *widget, YsSession *session, const char *path)
{
  YsCaseImportWindow *self;
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && YS_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (YS_TYPE_CASE_IMPORT_WINDOW, NULL);
  root = gtk_widget_get_root (widget);
  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (self));
  start (self, FALSE);
  return self;
}
