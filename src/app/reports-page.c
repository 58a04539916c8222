/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each table of the period, and one button for the folder. What is about the dispatch
 * table goes to its page. */
#include "config.h"

#include "reports-page.h"

#include <glib/gi18n-lib.h>

#include "dispatch-page.h"
#include "look.h"
#include "period-chooser.h"
#include "reports-write.h"
#include "resources.h"
#include "save-file.h"

struct _YsReportsPage
{
  YsPage parent_instance;

  GtkStack *stack;
  GtkLabel *summary;
  GtkWidget *folder;
  GtkCheckButton *personal;
  GtkListBox *tables;
  YsPage *dispatch;
  YsReportKind kind; /* that a file is chosen for */
  GtkWidget *buttons[YS_N_REPORTS][2];
  GtkLabel *notes[YS_N_REPORTS]; /* why there is nothing to write */
};

G_DEFINE_FINAL_TYPE (YsReportsPage, ys_reports_page, YS_TYPE_PAGE)

/* The order in which an office writes them. */
static const YsReportKind order[]
    = { YS_REPORT_RANKING,    YS_REPORT_AWARDS,   YS_REPORT_PAYOUT,
        YS_REPORT_DEDUCTIONS, YS_REPORT_ANNEX2,   YS_REPORT_ANNEX3,
        YS_REPORT_ANNUAL,     YS_REPORT_BULLETIN, YS_REPORT_STANDARDS };

static YsSession *
session_of (YsReportsPage *self)
{
  return ys_page_get_session (YS_PAGE (self));
}

static gboolean
with_personal (YsReportsPage *self)
{
  return gtk_check_button_get_active (self->personal);
}

static YsReportKind
kind_of (GtkWidget *button)
{
  return (YsReportKind)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));
}

static void
on_preview_clicked_cb (YsReportsPage *self, GtkWidget *button)
{
  ys_reports_show (GTK_WIDGET (self), session_of (self), kind_of (button), with_personal (self));
}

static void
on_file_chosen_cb (const char *path, gpointer user_data)
{
  YsReportsPage *self = user_data;

  ys_reports_write (session_of (self), self->kind, with_personal (self), path);
}

static void
on_export_clicked_cb (YsReportsPage *self, GtkWidget *button)
{
  g_autofree char *period = ys_span_label (ys_session_get_period (session_of (self)));
  g_autofree char *name = NULL;

  self->kind = kind_of (button);
  name = g_strdup_printf ("%s（%s）%s", ys_report_label (self->kind), period,
                          self->kind == YS_REPORT_BULLETIN ? ".docx" : ".xlsx");
  ys_save_file (GTK_WIDGET (self), ys_report_label (self->kind), name, on_file_chosen_cb, self);
}

/* A new folder in the chosen one, named as the period is. */
static void
on_folder_chosen_cb (const char *path, gpointer user_data)
{
  YsReportsPage *self = user_data;
  g_autofree char *period = ys_span_label (ys_session_get_period (session_of (self)));
  g_autofree char *name = g_strdup_printf ("%s考评资料", period);
  g_autofree char *folder = g_build_filename (path, name, NULL);

  ys_reports_write_all (session_of (self), with_personal (self), folder);
}

static void
on_folder_clicked_cb (YsReportsPage *self)
{
  ys_choose_folder (GTK_WIDGET (self), _ ("Export the whole folder"), on_folder_chosen_cb, self);
}

static GtkWidget *
button_new (YsReportsPage *self, YsReportKind kind, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, then the table that it is about */
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), label, ys_report_label (kind));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
note_new (void)
{
  GtkWidget *note = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_label_set_ellipsize (GTK_LABEL (note), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_widget_add_css_class (note, "dim");
  return note;
}

static void
add_row (YsReportsPage *self, YsReportKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (ys_report_label (kind));
  GtkWidget *note = note_new ();

  self->notes[kind] = GTK_LABEL (note);
  self->buttons[kind][0]
      = button_new (self, kind, _ ("Preview"), G_CALLBACK (on_preview_clicked_cb));
  self->buttons[kind][1]
      = button_new (self, kind, _ ("Export…"), G_CALLBACK (on_export_clicked_cb));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), note);
  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (box), self->buttons[kind][i]);
  gtk_list_box_append (self->tables, box);
}

/* Whether annex 2 and annex 3 have a sheet in a period. */
typedef struct
{
  YsSpan span;
  gboolean found[2];
} Sheets;

/* In a thread. */
static gpointer
read_sheets (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  const Sheets *request = data;
  g_autofree Sheets *sheets = g_memdup2 (request, sizeof *request);

  for (int i = 0; i < 2; i++)
    if (!ys_report_find_sheet (ledger, request->span, YS_ANNEX_2 + i, &sheets->found[i], error))
      return NULL;
  return g_steal_pointer (&sheets);
}

/* A table without a sheet is not offered; its row says where one is entered. */
static void
show_row (YsReportsPage *self, YsReportKind kind, int annex, gboolean found)
{
  g_autofree char *text
      = found
            ? NULL
            /* Translators: the number of an annex */
            : g_strdup_printf (_ ("No sheet of annex %d in this period. Enter one under scoring."),
                               annex);

  gtk_label_set_text (self->notes[kind], text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->notes[kind]), text);
  for (guint i = 0; i < 2; i++)
    gtk_widget_set_sensitive (self->buttons[kind][i], found);
}

static void
on_sheets_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YsReportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree Sheets *sheets = ys_session_run_finish (YS_SESSION (source), result, &error);

  if (sheets == NULL || session_of (self) != YS_SESSION (source)
      || !ys_span_equal (sheets->span, ys_session_get_period (session_of (self))))
    return; /* overtaken; what cannot be read is told when the table is made */
  show_row (self, YS_REPORT_ANNEX2, YS_ANNEX_2, sheets->found[0]);
  show_row (self, YS_REPORT_ANNEX3, YS_ANNEX_3, sheets->found[1]);
}

static void
look_for_sheets (YsReportsPage *self)
{
  Sheets *request = g_new0 (Sheets, 1);

  request->span = ys_session_get_period (session_of (self));
  ys_session_read_async (session_of (self), NULL, read_sheets, request, g_free, g_free,
                         on_sheets_cb, g_object_ref (self));
}

static void
show_period (YsReportsPage *self)
{
  g_autofree char *period = ys_period_label (ys_session_get_period (session_of (self)));

  gtk_label_set_text (self->summary, period);
  gtk_widget_set_sensitive (self->folder, ys_session_is_writable (session_of (self)));
  look_for_sheets (self);
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsReportsPage *self = YS_REPORTS_PAGE (base);

  ys_page_load (self->dispatch, session);
  g_signal_connect_object (session, "notify::period", G_CALLBACK (show_period), self,
                           G_CONNECT_SWAPPED);
}

static void
page_refresh (YsPage *base)
{
  YsReportsPage *self = YS_REPORTS_PAGE (base);

  show_period (self);
}

/* "period" shows the tables of the period; everything else is the dispatch table's. */
static void
page_go (YsPage *base, gint64 compound_id, const char *field)
{
  YsReportsPage *self = YS_REPORTS_PAGE (base);
  gboolean is_period = g_strcmp0 (field, "period") == 0;

  gtk_stack_set_visible_child_name (self->stack, is_period ? "period" : "dispatch");
  if (!is_period)
    ys_page_go (self->dispatch, compound_id, field);
}

static void
ys_reports_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_REPORTS_PAGE);

  G_OBJECT_CLASS (ys_reports_page_parent_class)->dispose (object);
}

static void
ys_reports_page_class_init (YsReportsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ys_reports_page_dispose;
  page_class->load = page_load;
  page_class->refresh = page_refresh;
  page_class->go = page_go;

  g_type_ensure (YS_TYPE_DISPATCH_PAGE);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/reports-page.ui"));
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, folder);
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, personal);
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, tables);
  gtk_widget_class_bind_template_child (widget_class, YsReportsPage, dispatch);
  gtk_widget_class_bind_template_callback (widget_class, on_folder_clicked_cb);
}

static void
ys_reports_page_init (YsReportsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_row (self, order[i]);
}
