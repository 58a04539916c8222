/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 考评报表 as its clerk uses it, on the September of rank-sample.c: what is previewed is what is
 * written, and a folder that is given up half-way leaves nothing. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "document-window.h"
#include "rank-sample.h"
#include "reports-page.h"
#include "reports-write.h"
#include "window-test.h"
#include "workbook.h"

static YsApplication *application;

typedef struct
{
  YsMainWindow *window;
  YsSession *session;
  YsReportsPage *page;
  YsLedger *ledger;
  char *folder; /* for what is written */
} Fixture;

static gboolean
is_idle (gpointer data)
{
  Fixture *fixture = data;

  return !ys_session_is_running (fixture->session)
         && ys_session_get_overview (fixture->session) != NULL;
}

static void
settle (Fixture *fixture)
{
  window_test_wait (is_idle, fixture);
  window_test_settle (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("报表");
  const YsAssessmentEdit edit = { "A2-05", "1", NULL };
  g_autoptr (GError) error = NULL;

  (void)data;
  fixture->folder = window_test_folder ("写出");
  g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0700), ==, 0);
  fixture->ledger = window_test_ledger (folder, 10);
  rank_sample_fill (fixture->ledger);
  ys_assessment_set (fixture->ledger, rank_sample_compound (fixture->ledger, "梅花园"),
                     rank_sample_span (), YS_ANNEX_2, NULL, &edit, 1, &error);
  g_assert_no_error (error);
  fixture->window = window_test_welcome (application);
  window_test_size (fixture->window, 1366, 768);
  fixture->session = ys_session_new (fixture->ledger, WORK_NOW);
  ys_main_window_show_session (fixture->window, fixture->session);
  ys_session_set_period (fixture->session, rank_sample_span ());
  fixture->page = YS_REPORTS_PAGE (ys_main_window_go (fixture->window, "reports"));
  ys_page_go (YS_PAGE (fixture->page), 0, "period");
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  (void)data;
  window_test_destroy (fixture->window);
  g_free (fixture->folder);
}

/* The row of a table: its label, its note, its two buttons. */
static GtkWidget *
row_child (Fixture *fixture, YsReportKind kind, guint index)
{
  GtkWidget *list = window_test_child (fixture->page, "tables");

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child
          = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

      if (!g_str_equal (gtk_label_get_text (GTK_LABEL (child)), ys_report_label (kind)))
        continue;
      while (index-- > 0)
        child = gtk_widget_get_next_sibling (child);
      return child;
    }
  g_assert_not_reached ();
}

static gboolean
says_why (gpointer data)
{
  return *gtk_label_get_text (GTK_LABEL (row_child (data, YS_REPORT_ANNEX3, 1))) != '\0';
}

/* One annex 2 sheet was entered, none of annex 3. */
static void
test_offered (Fixture *fixture, gconstpointer data)
{
  (void)data;
  window_test_wait (says_why, fixture);
  for (guint button = 2; button < 4; button++)
    {
      g_assert_true (gtk_widget_get_sensitive (row_child (fixture, YS_REPORT_ANNEX2, button)));
      g_assert_false (gtk_widget_get_sensitive (row_child (fixture, YS_REPORT_ANNEX3, button)));
    }
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (row_child (fixture, YS_REPORT_ANNEX2, 1))), ==,
                   "");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (row_child (fixture, YS_REPORT_ANNEX3, 1))), ==,
                   "本期还没有附件3的评分表，请先到“考核评分”录入。");
}

static YsDocumentWindow *
find_preview (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (YS_IS_DOCUMENT_WINDOW (l->data))
      return l->data;
  return NULL;
}

static gboolean
is_previewed (gpointer data)
{
  (void)data;
  return find_preview () != NULL;
}

/* Every cell of the sheets that are looked at stands in the workbook as it is seen. */
static void
assert_same (YsDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsWorkbook) workbook = ys_workbook_read_file (path, NULL, &error);
  GPtrArray *sheets = ys_document_sheets (document);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (ys_workbook_n_sheets (workbook), ==, sheets->len);
  for (guint i = 0; i < sheets->len; i++)
    for (guint row = 0; row < ys_sheet_n_rows (sheets->pdata[i]); row++)
      for (guint column = 0; column < ys_sheet_n_columns (sheets->pdata[i]); column++)
        {
          YsSheetValue value = ys_sheet_get (sheets->pdata[i], row, column);
          const YsGrid *grid = ys_workbook_sheet (workbook, i);
          g_autofree char *seen = ys_sheet_value_to_text (value);

          if (value.kind == YS_VALUE_HUNDREDTHS)
            g_assert_cmpfloat_with_epsilon (ys_grid_number (grid, row, column),
                                            (double)value.number / 100, 1e-9);
          else
            g_assert_cmpstr (ys_grid_text (grid, row, column), ==, seen);
          n += *seen != '\0' ? 1 : 0;
        }
  g_assert_cmpuint (n, >, 50);
}

static void
test_preview (Fixture *fixture, gconstpointer data)
{
  g_autofree char *workbook = g_build_filename (fixture->folder, "排名.xlsx", NULL);
  g_autofree char *pdf = g_build_filename (fixture->folder, "排名.pdf", NULL);
  g_autofree char *bytes = NULL;
  YsDocumentWindow *preview;

  (void)data;
  g_signal_emit_by_name (row_child (fixture, YS_REPORT_RANKING, 2), "clicked");
  window_test_wait (is_previewed, fixture);
  settle (fixture);
  preview = find_preview ();
  ys_reports_write (fixture->session, YS_REPORT_RANKING, FALSE, workbook);
  settle (fixture);
  assert_same (ys_document_window_get_document (preview), workbook);
  ys_reports_write (fixture->session, YS_REPORT_RANKING, FALSE, pdf);
  settle (fixture);
  g_assert_true (g_file_get_contents (pdf, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static char *
made_folder (Fixture *fixture)
{
  return g_build_filename (fixture->folder, "整套", NULL);
}

/* Several files are there already. */
static gboolean
is_half_way (gpointer data)
{
  g_autofree char *folder = made_folder (data);
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  if (dir != NULL)
    g_dir_close (dir);
  return n >= 3;
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = made_folder (fixture);
  g_autofree char *manifest = g_build_filename (folder, "manifest.json", NULL);
  g_autofree char *text = NULL;

  (void)data;
  ys_reports_write_all (fixture->session, FALSE, folder);
  window_test_wait (is_half_way, fixture);
  g_assert_true (ys_session_is_running (fixture->session));
  ys_session_cancel (fixture->session);
  settle (fixture);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  ys_reports_write_all (fixture->session, FALSE, folder);
  settle (fixture);
  g_assert_true (g_file_get_contents (manifest, &text, NULL, NULL));
  /* Annex 3 has no sheet: the year follows annex 2, and the manifest says why. */
  g_assert_nonnull (strstr (text, "\"05-附件2物业管理考核/"));
  g_assert_nonnull (strstr (text, "\"06-年度汇总.xlsx\""));
  g_assert_nonnull (strstr (text, "\"09-图表/01-小区综合排名.png\""));
  g_assert_nonnull (strstr (text, "\"10-投影.pdf\""));
  g_assert_nonnull (strstr (text, "\"reason\": \"本期没有附件3评分表\""));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/reports-page/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");
  ADD ("offered", test_offered);
  ADD ("preview", test_preview);
  ADD ("folder", test_folder);
  return g_test_run ();
}
