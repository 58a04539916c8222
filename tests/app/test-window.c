/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as its user meets it: first start, rooms, search, undo, a ledger that is locked,
 * damaged, missing. */
#include "config.h"

#include <glib/gstdio.h>

#include "look.h"
#include "main-window-private.h"
#include "share-chart.h"
#include "window-test.h"

static YsApplication *application;

static const char *
shown (YsMainWindow *window)
{
  return gtk_stack_get_visible_child_name (window_test_child (window, "stack"));
}

static gboolean
is_open (gpointer data)
{
  return ys_main_window_get_session (data) != NULL;
}

static gboolean
has_problem (gpointer data)
{
  return g_strcmp0 (shown (data), "problem") == 0;
}

/* (transfer full): "总览 小区档案(2) …": the sidebar as it is read. */
static char *
read_sidebar (YsMainWindow *window)
{
  GString *text = g_string_new (NULL);
  const char *const lists[] = { "rooms", "rooms_below" };
  GtkListBoxRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GtkListBox *list = window_test_child (window, lists[i]);

      for (int j = 0; (row = gtk_list_box_get_row_at_index (list, j)) != NULL; j++)
        {
          GtkLabel *badge = window_test_child (row, "badge");

          g_string_append (text, gtk_label_get_label (window_test_child (row, "label")));
          if (gtk_widget_get_visible (GTK_WIDGET (badge)))
            g_string_append_printf (text, "(%s)", gtk_label_get_label (badge));
          g_string_append (text, gtk_list_box_row_is_selected (row) ? "* " : " ");
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_first_start (void)
{
  g_autofree char *folder = window_test_folder ("first");
  YsMainWindow *window = window_test_welcome (application);
  const YsOffice office = { .name = (char *)"山城街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (shown (window), ==, "welcome");
  g_assert_null (ys_main_window_get_folder (window));
  g_assert_true (ys_main_window_create (window, folder, &office, "王某某", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (shown (window), ==, "ledger");
  g_assert_cmpstr (ys_main_window_get_room (window), ==, "overview");
  g_assert_cmpstr (ys_main_window_get_folder (window), ==, folder);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "山城街道物管科 — 小区考评台账");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (window, "user_label")), ==,
                   "经办：王某某");
  window_test_destroy (window);
}

/* The form itself: what is missing is asked for, a folder that was typed is kept. */
static void
test_first_form (void)
{
  g_autofree char *folder = window_test_folder ("typed");
  YsMainWindow *window = window_test_welcome (application);
  GtkWidget *page = gtk_stack_get_visible_child (window_test_child (window, "stack"));
  GtkWidget *name = window_test_child (page, "name");
  GtkWidget *level = window_test_child (page, "level");
  GtkEditable *where = window_test_child (page, "folder");

  g_assert_true (g_str_has_suffix (gtk_editable_get_text (where), "小区考评台账"));
  g_signal_emit_by_name (window_test_child (page, "create"), "clicked");
  g_assert_true (gtk_widget_get_visible (window_test_child (name, "wrong")));
  gtk_editable_set_text (window_test_child (name, "entry"), "山城街道物管科");
  g_signal_emit_by_name (window_test_child (page, "create"), "clicked");
  g_assert_true (gtk_widget_get_visible (window_test_child (level, "wrong")));
  g_assert_true (g_str_has_suffix (gtk_editable_get_text (where), "小区考评台账 山城街道物管科"));

  gtk_drop_down_set_selected (window_test_child (level, "choice"), YS_LEVEL_SUBDISTRICT);
  gtk_editable_set_text (where, folder);
  g_signal_emit_by_name (window_test_child (page, "create"), "clicked");
  g_assert_cmpstr (ys_main_window_get_folder (window), ==, folder);
  window_test_destroy (window);
}

/* A folder that holds something is refused and named. */
static void
test_folder_not_empty (void)
{
  g_autofree char *folder = window_test_folder ("full");
  g_autofree char *file = g_build_filename (folder, "x.txt", NULL);
  YsMainWindow *window = window_test_welcome (application);
  const YsOffice office = { .name = (char *)"山城街道物管科", .level = YS_LEVEL_SUBDISTRICT };
  g_autoptr (GError) error = NULL;

  g_mkdir (folder, 0700);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (ys_main_window_create (window, folder, &office, "王某某", &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY);
  g_assert_cmpstr (shown (window), ==, "welcome");
  window_test_destroy (window);
}

static void
test_rooms (void)
{
  g_autofree char *folder = window_test_folder ("rooms");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 2));
  g_autofree char *at_first = read_sidebar (window);
  g_autofree char *then = NULL;

  g_assert_cmpstr (at_first, ==,
                   "总览* 小区档案(2) 检查录入 案卷整改 考核评分 排名奖补 治理任务 监管处置 "
                   "会议培训 "
                   "报表(1) 设置 ");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.room", "s", "settings");
  g_assert_cmpstr (ys_main_window_get_room (window), ==, "settings");
  ys_session_go (ys_main_window_get_session (window), "registry", 0, "phone");
  then = read_sidebar (window);
  g_assert_true (g_str_has_prefix (then, "总览 小区档案(2)* 检查录入 "));
  window_test_destroy (window);
}

/* The display of the test is 1920 wide: 1280 of the dots of 96 an inch where it is enlarged to 150
 * %. */
static void
test_is_narrow (void)
{
  static const struct
  {
    int dpi;
    gboolean narrow;
  } cases[] = { { 96, FALSE }, { 120, FALSE }, { 137, FALSE }, { 138, TRUE }, { 144, TRUE } };
  GtkSettings *settings = gtk_settings_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_object_set (settings, "gtk-xft-dpi", cases[i].dpi * 1024, NULL);
      g_assert_cmpint (ys_look_is_narrow (), ==, cases[i].narrow);
    }
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
}

static int
least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
check_rooms_fit (YsMainWindow *window, int width)
{
  for (guint i = 0; i < ys_rooms_n (); i++)
    {
      ys_main_window_go (window, ys_rooms_get (i)->name);
      window_test_settle (GTK_WIDGET (window));
      g_test_message ("%s: %d", ys_rooms_get (i)->name, least_width (GTK_WIDGET (window)));
      g_assert_cmpint (least_width (GTK_WIDGET (window)), <=, width);
    }
}

/* A screen of 1280 dots, or of 1920 at 150 %: the sidebar is icons, each named in its tooltip, and
 * every room fits without scrolling. The figures stay. */
static void
test_narrow (void)
{
  g_autofree char *folder = window_test_folder ("narrow");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 2));
  GtkListBox *list = window_test_child (window, "rooms");
  GtkLabel *saved = window_test_child (window, "saved_label");
  GtkListBoxRow *registry = gtk_list_box_get_row_at_index (list, 1);
  g_autofree char *wide = NULL;
  g_autofree char *spoken = NULL;

  ys_session_changed (ys_main_window_get_session (window));
  wide = g_strdup (gtk_label_get_label (saved));
  spoken = g_strconcat (wide, "\n经办：王某某", NULL);
  g_assert_true (g_str_has_prefix (wide, "✓ 已保存 "));
  g_assert_false (window->narrow);
  ys_main_window_set_narrow (window, TRUE);
  window_test_settle (GTK_WIDGET (window));
  g_assert_false (gtk_widget_get_visible (window_test_child (registry, "label")));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (registry, "badge")), ==, "2");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (registry)), ==, "小区档案，2 项待办");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (
                       GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2))),
                   ==, "检查录入");
  g_assert_cmpstr (gtk_label_get_label (saved), ==, "✓");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (gtk_widget_get_parent (GTK_WIDGET (saved))), ==,
                   spoken);
  check_rooms_fit (window, 1280);
  ys_main_window_set_narrow (window, FALSE);
  window_test_settle (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_visible (window_test_child (registry, "label")));
  g_assert_cmpstr (gtk_label_get_label (saved), ==, wide);
  check_rooms_fit (window, 1340);
  window_test_destroy (window);
}

/* A room that needs more than the screen has scrolls where letters are larger; else it never does.
 */
static void
test_larger_letters (void)
{
  static const double scales[] = { 1.0, 1.25 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autofree char *folder = window_test_folder ("larger");
      GtkSettings *settings = gtk_settings_get_default ();
      YsMainWindow *window;
      int window_needs;
      int room_needs;

      g_object_set (settings, "gtk-xft-dpi", (int)(96 * 1024 * scales[i]), NULL);
      window = window_test_window (application, window_test_ledger (folder, 2));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.room", "s", "registry");
      window_test_settle (GTK_WIDGET (window));
      window_needs = least_width (GTK_WIDGET (window));
      room_needs = least_width (window_test_child (window, "pages"));
      g_assert_cmpint (room_needs, >, 900);
      if (scales[i] == 1.0)
        g_assert_cmpint (window_needs, >, room_needs);
      else
        g_assert_cmpint (window_needs, <, room_needs);
      window_test_destroy (window);
      g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
    }
}

/* A drawn bar is as much larger as the letters beside it. */
static void
test_larger_bar (void)
{
  const YsSharePart parts[] = { { "1 类", 20, YS_PAINT_1 }, { "2 类", 26, YS_PAINT_UNKNOWN } };
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *chart = g_object_ref_sink (g_object_new (YS_TYPE_SHARE_CHART, NULL));
  int height, larger;

  ys_share_chart_set (YS_SHARE_CHART (chart), "按类别", parts, G_N_ELEMENTS (parts));
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 1000, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 20);
  g_object_set (settings, "gtk-xft-dpi", 144 * 1024, NULL);
  gtk_widget_queue_resize (chart);
  gtk_widget_measure (chart, GTK_ORIENTATION_VERTICAL, 1500, &larger, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (larger, >=, height * 3 / 2 - 2);
  g_assert_cmpint (larger, <=, height * 3 / 2 + 1);
  g_object_unref (chart);
}

static gboolean
has_results (gpointer data)
{
  return gtk_list_box_get_row_at_index (window_test_child (data, "result_list"), 0) != NULL;
}

static void
test_search (void)
{
  g_autofree char *folder = window_test_folder ("search");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 10));
  GtkEditable *search = window_test_child (window, "search");
  GtkListBoxRow *row;

  gtk_editable_set_text (search, "lzbh");
  window_test_wait (has_results, window);
  row = gtk_list_box_get_row_at_index (window_test_child (window, "result_list"), 0);
  g_assert_cmpstr (gtk_label_get_label (window_test_child (row, "name")), ==, "龙珠百合");
  g_assert_cmpstr (gtk_label_get_label (window_test_child (row, "place")), ==, "梅园社区 · 1类");
  g_assert_true (gtk_widget_get_visible (window_test_child (window, "results")));
  g_signal_emit_by_name (search, "activate");
  g_assert_false (gtk_widget_get_visible (window_test_child (window, "results")));
  g_assert_cmpstr (ys_main_window_get_room (window), ==, "registry");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  window_test_destroy (window);
}

/* Ctrl+Z takes back the last change and says which. */
static void
test_undo (void)
{
  g_autofree char *folder = window_test_folder ("undo");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 1));
  YsSession *session = ys_main_window_get_session (window);
  g_autofree char *said = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  said = window_test_text (window_test_child (window, "toast_label"));
  g_assert_true (g_str_has_prefix (said, "已撤销："));
  g_assert_true (gtk_revealer_get_reveal_child (window_test_child (window, "toast")));
  g_assert_cmpuint (ys_registry_n_items (ys_session_get_registry (session)), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  g_assert_cmpuint (ys_registry_n_items (ys_session_get_registry (session)), ==, 1);
  window_test_destroy (window);
}

/* A second one is told who has it, and may look. */
static void
test_locked (void)
{
  g_autofree char *folder = window_test_folder ("locked");
  YsLedger *ledger = window_test_ledger (folder, 1);
  YsMainWindow *window = window_test_welcome (application);
  GtkWidget *page;
  g_autofree char *what = NULL;

  ys_main_window_open (window, folder, YS_LEDGER_WRITE);
  window_test_wait (has_problem, window);
  page = gtk_stack_get_visible_child (window_test_child (window, "stack"));
  what = window_test_text (window_test_child (page, "what"));
  g_assert_true (g_str_has_prefix (what, "王某某 "));
  g_assert_true (gtk_widget_get_visible (window_test_child (page, "read_only")));
  g_assert_false (gtk_widget_get_visible (window_test_child (page, "backups")));

  g_signal_emit_by_name (window_test_child (page, "read_only"), "clicked");
  window_test_wait (is_open, window);
  g_assert_false (ys_session_is_writable (ys_main_window_get_session (window)));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (window, "saved_label")), ==, "只读");
  g_assert_true (gtk_widget_get_visible (window_test_child (window, "banner")));
  window_test_destroy (window);
  ys_ledger_job_close (ledger);
}

static gpointer
read_slowly (YsLedger *ledger,
             YsProgressFunc progress,
             gpointer progress_data,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  g_usleep (G_USEC_PER_SEC / 4);
  return NULL;
}

/* Closed and opened again while a page still reads: it is not told that it has the ledger open. */
static void
test_again (void)
{
  g_autofree char *folder = window_test_folder ("again");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 1));

  ys_session_read_async (ys_main_window_get_session (window), NULL, read_slowly, NULL, NULL, NULL,
                         NULL, NULL);
  ys_main_window_open (window, folder, YS_LEDGER_WRITE);
  window_test_wait (is_open, window);
  g_assert_true (ys_session_is_writable (ys_main_window_get_session (window)));
  window_test_destroy (window);
}

/* The ledger that another window shows: that window comes forward, this one stays as it is. */
static void
test_other (void)
{
  g_autofree char *folder = window_test_folder ("other");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 1));
  YsMainWindow *second = window_test_welcome (application);

  ys_main_window_open (second, folder, YS_LEDGER_WRITE);
  g_assert_null (ys_main_window_get_folder (second));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window_test_child (second, "stack")), ==,
                   "welcome");
  window_test_destroy (second);
  window_test_destroy (window);
}

/* A damaged one shows the backups that it has, each with a look at what it holds. */
static void
test_damaged (void)
{
  g_autofree char *folder = window_test_folder ("damaged");
  g_autofree char *file = g_build_filename (folder, "ledger.yardstick", NULL);
  YsLedger *ledger = window_test_ledger (folder, 3);
  YsMainWindow *window = window_test_welcome (application);
  g_autofree char *backup = NULL;
  g_autofree char *holds = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GtkListBoxRow *row;

  backup = ys_ledger_job_backup (ledger, NULL, TEST_NOW, &error);
  g_assert_no_error (error);
  ys_ledger_job_close (ledger);
  g_assert_true (g_file_set_contents (file, "SQLite format 3\0 no more", 24, NULL));

  ys_main_window_open (window, folder, YS_LEDGER_WRITE);
  window_test_wait (has_problem, window);
  page = gtk_stack_get_visible_child (window_test_child (window, "stack"));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (page, "title")), ==, "台账已损坏");
  row = gtk_list_box_get_row_at_index (window_test_child (page, "backup_list"), 0);
  g_assert_nonnull (row);
  holds = window_test_text (window_test_child (row, "holds"));
  g_assert_true (g_str_has_prefix (holds, "山城街道物管科 · 小区 3 个 · 报送 0 次"));
  window_test_destroy (window);
}

static void
test_no_ledger (void)
{
  g_autofree char *folder = window_test_folder ("nothing");
  YsMainWindow *window = window_test_welcome (application);
  GtkWidget *page;

  ys_main_window_open (window, folder, YS_LEDGER_WRITE);
  window_test_wait (has_problem, window);
  page = gtk_stack_get_visible_child (window_test_child (window, "stack"));
  g_assert_cmpstr (gtk_label_get_label (window_test_child (page, "title")), ==, "这里没有台账");
  g_assert_false (gtk_widget_get_visible (window_test_child (page, "again")));
  window_test_destroy (window);
}

static void
test_folder_of (void)
{
  g_autofree char *file = ys_main_window_folder_of ("/a/台账/ledger.yardstick");
  g_autofree char *folder = ys_main_window_folder_of ("/a/台账/");

  g_assert_cmpstr (file, ==, "/a/台账");
  g_assert_cmpstr (folder, ==, "/a/台账");
}

/* The office is saved as soon as it is right; what is wrong stays at its field. */
static void
test_settings (void)
{
  g_autofree char *folder = window_test_folder ("settings");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 0));
  YsSession *session = ys_main_window_get_session (window);
  YsPage *page = ys_main_window_go (window, "settings");
  GtkWidget *row = window_test_child (page, "phone");
  GtkEditable *entry = window_test_child (row, "entry");

  gtk_editable_set_text (entry, "没有");
  g_assert_false (ys_page_flush (page));
  g_assert_true (gtk_widget_get_visible (window_test_child (row, "wrong")));
  g_assert_cmpstr (ys_session_get_office (session)->phone, ==, NULL);
  gtk_editable_set_text (entry, "13800000001");
  g_assert_true (ys_page_flush (page));
  g_assert_cmpstr (ys_session_get_office (session)->phone, ==, "13800000001");
  window_test_destroy (window);
}

/* -- Keys ------------------------------------------------------------------------------------- */

/* Takes @keys: "<Ctrl>z F5"; "<Ctrl>1...9" stands for nine of them. */
static void
add_keys (GHashTable *set, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint keyval;
      GdkModifierType modifiers;

      if (g_str_equal (words[i], "<Ctrl>1...9"))
        add_keys (set, "<Ctrl>1 <Ctrl>2 <Ctrl>3 <Ctrl>4 <Ctrl>5 <Ctrl>6 <Ctrl>7 <Ctrl>8 <Ctrl>9");
      else if (gtk_accelerator_parse (words[i], &keyval, &modifiers))
        g_hash_table_add (set, gtk_accelerator_name (keyval, modifiers));
    }
}

static void
add_listed (GHashTable *set, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *keys = NULL;

      g_object_get (widget, "accelerator", &keys, NULL);
      add_keys (set, keys != NULL ? keys : "");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_listed (set, child);
}

/* The toolkit's own keys of text fields and lists need no list. */
static gboolean
is_ours (GtkShortcutAction *action)
{
  static const char *const groups[]
      = { "registry.", "inspection.", "cases.", "dispatch.", "photos.", "pair.", "document." };
  const char *name = GTK_IS_NAMED_ACTION (action)
                         ? gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))
                         : "";

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_has_prefix (name, groups[i]))
      return TRUE;
  return FALSE;
}

static void
add_bound (GHashTable *set, GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *keys
              = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (is_ours (gtk_shortcut_get_action (shortcut)))
            add_keys (set, keys);
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_bound (set, child);
}

static void
add_accels (GHashTable *set)
{
  GtkApplication *app = GTK_APPLICATION (application);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (app);

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, actions[i]);
      g_autofree char *keys = g_strjoinv (" ", accels);

      add_keys (set, keys);
    }
}

/* Every key that the program and its pages bind stands in the list of Ctrl+?. */
static void
test_keys_listed (void)
{
  g_autofree char *folder = window_test_folder ("keys");
  YsMainWindow *window = window_test_window (application, window_test_ledger (folder, 3));
  g_autoptr (GHashTable) listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) bound = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const rooms[] = { "registry", "inspections", "cases", "reports" };
  GHashTableIter iter;
  gpointer key;
  guint n_missing = 0;

  add_listed (listed, GTK_WIDGET (gtk_application_window_get_help_overlay (
                          GTK_APPLICATION_WINDOW (window))));
  add_accels (bound);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    add_bound (bound, GTK_WIDGET (ys_main_window_go (window, rooms[i])));
  g_assert_cmpuint (g_hash_table_size (listed), >, 20);
  g_assert_true (g_hash_table_contains (bound, "<Control>e")); /* of a page's own controller */
  g_hash_table_iter_init (&iter, bound);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (listed, key))
      {
        g_test_message ("not listed: %s", (const char *)key);
        n_missing++;
      }
  g_assert_cmpuint (n_missing, ==, 0);
  window_test_destroy (window);
}

int
main (int argc, char **argv)
{
  application = window_test_init (&argc, &argv, "zh");
  g_test_add_func ("/app/window/first-start", test_first_start);
  g_test_add_func ("/app/window/first-form", test_first_form);
  g_test_add_func ("/app/window/folder-not-empty", test_folder_not_empty);
  g_test_add_func ("/app/window/rooms", test_rooms);
  g_test_add_func ("/app/window/narrow", test_narrow);
  g_test_add_func ("/app/window/is-narrow", test_is_narrow);
  g_test_add_func ("/app/window/search", test_search);
  g_test_add_func ("/app/window/undo", test_undo);
  g_test_add_func ("/app/window/locked", test_locked);
  g_test_add_func ("/app/window/again", test_again);
  g_test_add_func ("/app/window/other", test_other);
  g_test_add_func ("/app/window/damaged", test_damaged);
  g_test_add_func ("/app/window/no-ledger", test_no_ledger);
  g_test_add_func ("/app/window/folder-of", test_folder_of);
  g_test_add_func ("/app/window/settings", test_settings);
  g_test_add_func ("/app/window/keys-listed", test_keys_listed);
  g_test_add_func ("/app/window/larger-letters", test_larger_letters);
  g_test_add_func ("/app/window/larger-bar", test_larger_bar);
  return g_test_run ();
}
