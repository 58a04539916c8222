/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template builds, and every widget goes when its last reference goes. */
#include "config.h"

#include "backup-row.h"
#include "banner.h"
#include "blank-link.h"
#include "change-row.h"
#include "chip.h"
#include "compound.h"
#include "contacts-view.h"
#include "empty-state.h"
#include "field-row.h"
#include "figure.h"
#include "history-row.h"
#include "inspection.h"
#include "note-row.h"
#include "platform-case.h"
#include "problem-page.h"
#include "recent-row.h"
#include "room-row.h"
#include "search-row.h"
#include "welcome-page.h"
#include "window-test.h"
#include "work-line.h"

static YsApplication *application;
static YsSession *session;

static GtkWidget *
make_chip (void)
{
  return ys_chip_new ("待补", "amber", "dialog-warning-symbolic");
}

static GtkWidget *
make_figure (void)
{
  return g_object_new (YS_TYPE_FIGURE, "what", "小区", NULL);
}

static GtkWidget *
make_banner (void)
{
  return g_object_new (YS_TYPE_BANNER, NULL);
}

static GtkWidget *
make_empty_state (void)
{
  return g_object_new (YS_TYPE_EMPTY_STATE, "text", "a", "action", "b", NULL);
}

static GtkWidget *
make_field_row (void)
{
  return g_object_new (YS_TYPE_FIELD_ROW, "record", "compound", "field", "class", NULL);
}

static GtkWidget *
make_blank_link (void)
{
  return ys_blank_link_new (session, ys_record_type_field (&ys_compound_type, "phone"), 7);
}

static const YsAuditLine line = { .seq = 1,
                                  .at = TEST_NOW,
                                  .user = (char *)"王某某",
                                  .action = (char *)"add",
                                  .record = (char *)"compound",
                                  .record_id = 1,
                                  .label = (char *)"龙珠百合",
                                  .after = (char *)"{}" };

static GtkWidget *
make_work_line (void)
{
  const YsWorkRow row = { .id = -7,
                          .number = (char *)"20251009-031",
                          .level = YS_INSPECTION_LEVEL_DISTRICT,
                          .compound = (char *)"银山小区",
                          .code = (char *)"A1-08",
                          .clause = (char *)"清扫保洁不干净",
                          .state = YS_CASE_ACCEPTED,
                          .deadline = TEST_NOW - 86400,
                          .overdue = TRUE };

  return ys_work_line_new (session, &row);
}

static GtkWidget *
make_change_row (void)
{
  const YsOverviewChange change = { .line = (YsAuditLine *)&line,
                                    .sentence = (char *)"Changed Class of 银山小区",
                                    .compound_id = 1 };

  return ys_change_row_new (session, &change);
}

static GtkWidget *
make_history_row (void)
{
  return ys_history_row_new (session, &line, FALSE);
}

static GtkWidget *
make_note_row (void)
{
  return ys_note_row_new ("dialog-warning-symbolic", "amber", "联系电话 缺 7", "建行宿舍 等");
}

static GtkWidget *
make_contacts_view (void)
{
  GtkWidget *view = g_object_new (YS_TYPE_CONTACTS_VIEW, NULL);

  ys_contacts_view_show (YS_CONTACTS_VIEW (view), session, 1);
  return view;
}

static GtkWidget *
make_search_row (void)
{
  return ys_search_row_new (ys_registry_item (ys_session_get_registry (session), 0));
}

static GtkWidget *
make_room_row (void)
{
  return ys_room_row_new (ys_rooms_get (0));
}

static GtkWidget *
make_recent_row (void)
{
  return ys_recent_row_new ("/tmp/ledger");
}

static GtkWidget *
make_backup_row (void)
{
  YsBackupInfo info = { .path = (char *)"/tmp/a.db",
                        .kind = YS_BACKUP_MANUAL,
                        .at = TEST_NOW,
                        .readable = TRUE,
                        .office = (char *)"山城街道物管科" };

  return ys_backup_row_new (NULL, &info, ys_instant_to_date (TEST_NOW));
}

static GtkWidget *
make_welcome_page (void)
{
  return ys_welcome_page_new (NULL);
}

static GtkWidget *
make_problem_page (void)
{
  return ys_problem_page_new (NULL);
}

typedef struct
{
  const char *name;
  GtkWidget *(*make) (void);
} Widget;

static const Widget widgets[] = { { "chip", make_chip },
                                  { "figure", make_figure },
                                  { "banner", make_banner },
                                  { "empty-state", make_empty_state },
                                  { "field-row", make_field_row },
                                  { "blank-link", make_blank_link },
                                  { "change-row", make_change_row },
                                  { "work-line", make_work_line },
                                  { "history-row", make_history_row },
                                  { "note-row", make_note_row },
                                  { "contacts-view", make_contacts_view },
                                  { "search-row", make_search_row },
                                  { "room-row", make_room_row },
                                  { "recent-row", make_recent_row },
                                  { "backup-row", make_backup_row },
                                  { "welcome-page", make_welcome_page },
                                  { "problem-page", make_problem_page } };

static void
test_widget (gconstpointer data)
{
  const Widget *row = data;
  GtkWidget *widget = g_object_ref_sink (row->make ());

  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_assert_finalize_object (widget);
}

/* A page built, loaded, and gone with nothing left. */
static void
test_page (gconstpointer data)
{
  YsPage *page = g_object_ref_sink (ys_room_make_page (data));

  ys_page_load (page, session);
  g_assert_true (ys_page_get_session (page) == session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (page);
}

static void
test_window (void)
{
  YsMainWindow *window = window_test_welcome (application);

  gtk_window_present (GTK_WINDOW (window));
  window_test_settle (GTK_WIDGET (window));
  window_test_destroy (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  application = window_test_init (&argc, &argv, "zh");
  folder = window_test_folder ("templates");
  session = ys_session_new (window_test_ledger (folder, 2), TEST_NOW);

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/templates/%s", widgets[i].name);

      g_test_add_data_func (path, &widgets[i], test_widget);
    }
  for (guint i = 0; i < ys_rooms_n (); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/templates/page/%s", ys_rooms_get (i)->name);

      g_test_add_data_func (path, ys_rooms_get (i), test_page);
    }
  g_test_add_func ("/app/templates/main-window", test_window);
  status = g_test_run ();
  g_assert_finalize_object (session);
  return status;
}
