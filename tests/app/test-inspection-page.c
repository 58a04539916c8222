/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An inspection typed by keys alone: what is saved when, what is marked, what comes back. Deadlines
 * are counted by hand: Friday 2025-10-10 10:30, Saturday the 11th is a make-up day. */
#include "config.h"

#include "document-window.h"
#include "finding-job.h"
#include "import-window.h"
#include "inspection-page.h"
#include "inspection-page-private.h"
#include "visit-row.h"
#include "window-test.h"

static YsApplication *application;

typedef struct
{
  char *folder;
  YsMainWindow *window;
  YsInspectionPage *page;
} Fixture;

static YsLedger *
ledger_of (Fixture *fixture)
{
  return ys_session_get_ledger (ys_main_window_get_session (fixture->window));
}

static gboolean
has_lists (gpointer data)
{
  const YsInspectionPage *page = data;

  return page->month != NULL && !page->lists_run;
}

static void
settle (Fixture *fixture)
{
  window_test_settle (GTK_WIDGET (fixture->window));
  window_test_wait (has_lists, fixture->page);
}

static void
show (Fixture *fixture, YsLedger *ledger)
{
  fixture->window = window_test_window (application, ledger);
  fixture->page = YS_INSPECTION_PAGE (ys_main_window_go (fixture->window, "inspections"));
  settle (fixture);
}

static void
choose (YsFieldRow *row, guint choice)
{
  gtk_drop_down_set_selected (window_test_child (row, "choice"), choice);
}

/* One window for all: each test has a compound of its own. */
static Fixture shared;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (shared.window == NULL)
    {
      shared.folder = window_test_folder ("entry");
      show (&shared, window_test_ledger (shared.folder, 10));
    }
  *fixture = shared;
  ys_inspection_page_begin (fixture->page, 0);
  choose (fixture->page->level, YS_INSPECTION_LEVEL_UNKNOWN);
  choose (fixture->page->kind, YS_INSPECTION_KIND_UNKNOWN);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  shared = *fixture;
}

/* -- Keys ------------------------------------------------------------------------------------- */

static GtkWidget *
focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* As the display would: to the grid's own controller. */
static void
press (Fixture *fixture, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->page->scroller));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  g_assert_true (handled);
  iterate ();
}

/* Into what has the focus, in the place of what is selected. */
static void
type (Fixture *fixture, const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (focus (fixture));
  int position;

  gtk_editable_delete_selection (editable);
  position = gtk_editable_get_position (editable);
  gtk_editable_insert_text (editable, text, -1, &position);
  gtk_editable_set_position (editable, position);
}

static void
enter (Fixture *fixture, const char *text)
{
  type (fixture, text);
  press (fixture, GDK_KEY_Return, 0);
}

static void
set_field (YsFieldRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ys_field_row_get_entry (row)), text);
  ys_field_row_flush (row);
}

/* District, unannounced, 2025-10-10 10:30. */
static void
fill_head (Fixture *fixture, const char *compound)
{
  set_field (fixture->page->compound, compound);
  choose (fixture->page->level, YS_INSPECTION_LEVEL_DISTRICT);
  choose (fixture->page->kind, YS_INSPECTION_KIND_UNANNOUNCED);
  set_field (fixture->page->at, "10.10 1030");
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_CLAUSE);
  iterate ();
}

/* -- What the ledger holds -------------------------------------------------------------------- */

/* (transfer full): "A1-23*2 西门|枯枝 3.00 2025-10-14T17:30; …" of the newest inspection; "" none
 */
static char *
stored (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YsInspectionView) view = NULL;
  GString *text = g_string_new (NULL);

  if (fixture->page->head->id == 0)
    return g_string_free (text, FALSE);
  view = ys_inspection_load (ledger_of (fixture), fixture->page->head->id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < view->findings->len; i++)
    {
      const YsFinding *finding = g_ptr_array_index (view->findings, i);
      const YsClause *clause = ys_catalogue_book_find_id (view->book, finding->clause_id);
      g_autofree char *points = ys_hundredths_to_text (finding->points.value, FALSE);
      g_autofree char *deadline = ys_instant_to_iso (finding->deadline);

      if (finding->state == YS_FINDING_WITHDRAWN)
        continue;
      g_string_append_printf (text, "%s%s*%d %s|%s %s %s", text->len > 0 ? "; " : "", clause->code,
                              (int)finding->count.value,
                              finding->place != NULL ? finding->place : "",
                              finding->note != NULL ? finding->note : "", points, deadline);
    }
  return g_string_free (text, FALSE);
}

static void
check_stored (Fixture *fixture, const char *expected)
{
  g_autofree char *text = stored (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static const YsInspectionRow *
row (Fixture *fixture, guint position)
{
  const YsInspectionRow *found = ys_inspection_rows_get (fixture->page->rows, position);

  g_assert_nonnull (found);
  return found;
}

/* -- Tests ------------------------------------------------------------------------------------ */

/* hlb, Enter: the first row with the head; the other cells each when they are left. */
static void
test_by_keys (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "龙珠百合");
  check_stored (fixture, "");
  type (fixture, "hlb");
  g_assert_true (ys_clause_popover_is_shown (fixture->page->clauses));
  g_assert_cmpstr (ys_clause_popover_get_marked (fixture->page->clauses)->code, ==, "A1-23");
  g_assert_true (row (fixture, 0)->has_preview);
  check_stored (fixture, "");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_false (ys_clause_popover_is_shown (fixture->page->clauses));
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-14T17:30");
  enter (fixture, "2");
  enter (fixture, "西门");
  enter (fixture, "枯枝未清");
  check_stored (fixture, "A1-23*2 西门|枯枝未清 2.00 2025-10-14T17:30");
  g_assert_cmpuint (fixture->page->position, ==, 1);
  g_assert_cmpint (fixture->page->entry, ==, YS_ENTRY_CLAUSE);
  /* 4 working hours from 10:30: 1.5 until noon, 2.5 from 14:00. */
  enter (fixture, "A1-22");
  check_stored (fixture, "A1-23*2 西门|枯枝未清 2.00 2025-10-14T17:30; "
                         "A1-22*1 | 1.00 2025-10-10T16:30");
  settle (fixture);
  {
    g_autofree char *totals = window_test_text (fixture->page->totals);

    g_assert_nonnull (strstr (totals, "<b>2</b> 条 <b>3</b> 处"));
    g_assert_nonnull (strstr (totals, "<b>3.00</b>"));
  }
}

/* Both are found: initials in order and in any order. */
static void
test_initials (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = { "hlb", "lhb", "lhgy", "绿化管养", "23", "a1-23" };

  fill_head (fixture, "lzbh");
  g_assert_cmpstr (ys_field_row_get_text (fixture->page->compound), ==, "龙珠百合");
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      ys_grid_cell_type (ys_inspection_page_cell (fixture->page), queries[i]);
      g_assert_cmpstr (ys_clause_popover_get_marked (fixture->page->clauses)->code, ==, "A1-23");
    }
  press (fixture, GDK_KEY_Escape, 0);
  press (fixture, GDK_KEY_Escape, 0);
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), <=, 1);
}

/* A wrong cell is marked and keeps its text; other rows are saved. */
static void
test_wrong_cell (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "锦绣花园");
  enter (fixture, "A1-23");
  enter (fixture, "三四");
  g_assert_nonnull (row (fixture, 0)->wrong[YS_ENTRY_COUNT]);
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-14T17:30");
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Return, 0);
  enter (fixture, "没有这一条");
  g_assert_nonnull (row (fixture, 1)->wrong[YS_ENTRY_CLAUSE]);
  g_assert_cmpuint (ys_inspection_rows_n_wrong (fixture->page->rows), ==, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->wrong)));
  ys_inspection_page_focus_cell (fixture->page, 2, YS_ENTRY_CLAUSE);
  enter (fixture, "A1-22");
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-14T17:30; A1-22*1 | 1.00 2025-10-10T16:30");
  /* F8 goes there; corrected, it is saved. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.next-wrong", NULL);
  g_assert_cmpuint (fixture->page->position, ==, 0);
  g_assert_cmpint (fixture->page->entry, ==, YS_ENTRY_COUNT);
  enter (fixture, "0");
  g_assert_nonnull (row (fixture, 0)->wrong[YS_ENTRY_COUNT]);
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_COUNT);
  enter (fixture, "3");
  g_assert_null (row (fixture, 0)->wrong[YS_ENTRY_COUNT]);
  check_stored (fixture, "A1-23*3 | 3.00 2025-10-14T17:30; A1-22*1 | 1.00 2025-10-10T16:30");
}

/* Without a compound nothing is saved, and that is said at its field. */
static void
test_head_missing (Fixture *fixture, gconstpointer data)
{
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_CLAUSE);
  iterate ();
  enter (fixture, "A1-23");
  check_stored (fixture, "");
  g_assert_true (ys_field_row_is_wrong (fixture->page->compound));
  g_assert_true (gtk_widget_get_visible (fixture->page->head_wrong));
  choose (fixture->page->level, YS_INSPECTION_LEVEL_DISTRICT);
  choose (fixture->page->kind, YS_INSPECTION_KIND_ANNOUNCED);
  set_field (fixture->page->at, "昨天");
  g_assert_true (ys_field_row_is_wrong (fixture->page->at));
  set_field (fixture->page->at, "10-10 10:30");
  set_field (fixture->page->compound, "梅花园");
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-14T17:30");
  g_assert_false (gtk_widget_get_visible (fixture->page->head_wrong));
}

/* A later notice moves the deadline of what is saved. */
static void
test_head_changed (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "联通佳苑");
  enter (fixture, "A1-22");
  set_field (fixture->page->notice_at, "10-10 9:00");
  g_assert_true (ys_field_row_is_wrong (fixture->page->notice_at));
  set_field (fixture->page->notice_at, "10-11 8:30");
  check_stored (fixture, "A1-22*1 | 1.00 2025-10-11T14:30");
  choose (fixture->page->level, YS_INSPECTION_LEVEL_TOWN);
  check_stored (fixture, "A1-22*1 | 0.00 2025-10-11T14:30");
}

/* Delete withdraws; Ctrl+Z brings the row back, saved or not. */
static void
test_withdraw (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "民生国际");
  enter (fixture, "A1-23");
  ys_inspection_page_focus_cell (fixture->page, 1, YS_ENTRY_CLAUSE);
  enter (fixture, "A1-22");
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_PLACE);
  press (fixture, GDK_KEY_Delete, 0);
  check_stored (fixture, "A1-22*1 | 1.00 2025-10-10T16:30");
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-14T17:30; A1-22*1 | 1.00 2025-10-10T16:30");
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 2);
  ys_inspection_page_focus_cell (fixture->page, 2, YS_ENTRY_NOTE);
  enter (fixture, "只写了说明");
  ys_inspection_page_focus_cell (fixture->page, 2, YS_ENTRY_NOTE);
  press (fixture, GDK_KEY_Delete, 0);
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 2);
  g_assert_nonnull (fixture->page->dropped);
}

/* Undone as a whole, the head stays as it was typed. */
static void
test_undo_first (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "欧情东苑");
  enter (fixture, "A1-23");
  g_assert_cmpint (fixture->page->head->id, >, 0);
  ys_session_undo (ys_main_window_get_session (fixture->window));
  g_assert_cmpint (fixture->page->head->id, ==, 0);
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 0);
  g_assert_cmpstr (ys_field_row_get_text (fixture->page->compound), ==, "欧情东苑");
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_CLAUSE);
  enter (fixture, "A1-22");
  check_stored (fixture, "A1-22*1 | 1.00 2025-10-10T16:30");
}

static gboolean
is_kept (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *draft = ys_inspection_draft (ledger_of (fixture));

  return draft != NULL && strstr (draft, "\"hl\"") != NULL;
}

/* Half a row, then a new start: it is there again, and can be finished. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *draft = NULL;

  fill_head (fixture, "牡丹花园");
  enter (fixture, "A1-22");
  ys_inspection_page_focus_cell (fixture->page, 1, YS_ENTRY_PLACE);
  enter (fixture, "3 号楼");
  ys_inspection_page_focus_cell (fixture->page, 1, YS_ENTRY_CLAUSE);
  type (fixture, "hl");
  window_test_wait (is_kept, fixture);
  window_test_destroy (fixture->window);

  show (fixture, window_test_reopen (fixture->folder, "王某某"));
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 2);
  g_assert_cmpstr (ys_field_row_get_text (fixture->page->compound), ==, "牡丹花园");
  g_assert_cmpstr (row (fixture, 1)->text[YS_ENTRY_CLAUSE], ==, "hl");
  g_assert_cmpstr (row (fixture, 1)->text[YS_ENTRY_PLACE], ==, "3 号楼");
  ys_inspection_page_focus_cell (fixture->page, 1, YS_ENTRY_CLAUSE);
  enter (fixture, "hlb");
  check_stored (fixture, "A1-22*1 | 1.00 2025-10-10T16:30; A1-23*1 3 号楼| 1.00 2025-10-14T17:30");
  ys_page_flush (YS_PAGE (fixture->page));
  draft = ys_inspection_draft (ledger_of (fixture));
  g_assert_null (draft);
}

/* Grey rows from the last inspection: kept by Ctrl+S only. */
static void
test_copy_last (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "财富广场");
  enter (fixture, "A1-23");
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_PLACE);
  enter (fixture, "西门");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.new", NULL);
  g_assert_cmpint (fixture->page->head->id, ==, 0);
  g_assert_cmpint (fixture->page->head->level, ==, YS_INSPECTION_LEVEL_DISTRICT);
  set_field (fixture->page->compound, "财富广场");
  g_signal_emit_by_name (fixture->page->copy_button, "clicked");
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 1);
  g_assert_true (row (fixture, 0)->held);
  /* Same clause, same place, same month. */
  g_assert_cmpint (row (fixture, 0)->same_inspection, >, 0);
  g_assert_nonnull (strstr (row (fixture, 0)->same, "本月 10-10 已有"));
  check_stored (fixture, "");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  g_assert_false (row (fixture, 0)->held);
  /* Now, Sunday 2025-10-12 11:20: the 13th, 14th, 15th. */
  check_stored (fixture, "A1-23*1 西门| 1.00 2025-10-15T17:30");
}

/* From Excel: four columns; a row that cannot be read is marked, the others are saved. */
static void
test_paste (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "梅花园");
  ys_inspection_page_paste_text (fixture->page, "A1-23\t2\t西门\t枯枝\nA1-22\t1\t消防通道\t\n"
                                                "没有这一条\t1\t东门\t\n");
  check_stored (fixture, "A1-23*2 西门|枯枝 2.00 2025-10-14T17:30; "
                         "A1-22*1 消防通道| 1.00 2025-10-10T16:30");
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 3);
  g_assert_nonnull (row (fixture, 2)->wrong[YS_ENTRY_CLAUSE]);
}

/* -- The form --------------------------------------------------------------------------------- */

#define FORM_ROWS                                                                                  \
  "代码\t小类名称\t处数\t位置\t情况说明\nA1-22\t占用消防通道\t\t\t\nA1-"       \
  "23\t绿化管养不佳\t2\t西门\t枯枝\n"                                                    \
  "A1-08\t清扫保洁不干净\t好几\t东门\t\n检查人签字：\n"

static gboolean
has_form_question (Fixture *fixture)
{
  return gtk_widget_get_visible (fixture->page->form_question);
}

static void
check_form_rows (Fixture *fixture)
{
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 2);
  g_assert_true (row (fixture, 0)->held);
  g_assert_true (row (fixture, 0)->has_preview);
  g_assert_cmpstr (row (fixture, 0)->text[YS_ENTRY_PLACE], ==, "西门");
  g_assert_nonnull (row (fixture, 1)->wrong[YS_ENTRY_COUNT]);
  g_assert_cmpstr (row (fixture, 1)->text[YS_ENTRY_COUNT], ==, "好几");
  g_assert_cmpint (fixture->page->head->id, ==, 0); /* nothing is saved */
}

/* A whole form from Excel: head and rows wait for Ctrl+S, also when the head is corrected. */
static void
test_form (Fixture *fixture, gconstpointer data)
{
  ys_inspection_page_paste_text (fixture->page,
                                 "小区名称\t民生国际\t\t检查级别\t区级\n检查时间\t2025-10-10 "
                                 "10:30\t\t检查方式\t路过\n检查人\t示例王某\n" FORM_ROWS);
  g_assert_false (has_form_question (fixture));
  check_form_rows (fixture);
  g_assert_cmpstr (ys_field_row_get_text (fixture->page->compound), ==, "民生国际");
  g_assert_cmpint (fixture->page->head->level, ==, YS_INSPECTION_LEVEL_DISTRICT);
  g_assert_true (ys_field_row_is_wrong (fixture->page->kind));
  choose (fixture->page->kind, YS_INSPECTION_KIND_UNANNOUNCED);
  g_assert_false (ys_field_row_is_wrong (fixture->page->kind));
  check_form_rows (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  check_stored (fixture, "A1-23*2 西门|枯枝 2.00 2025-10-14T17:30");
}

static void
paste_other (Fixture *fixture, const char *compound)
{
  g_autofree char *text = g_strconcat ("小区名称\t", compound, "\n", FORM_ROWS, NULL);

  fill_head (fixture, "银山小区");
  ys_inspection_page_paste_text (fixture->page, text);
}

/* A form of another compound than the one chosen: asked, either answer holds. */
static void
test_form_asks (Fixture *fixture, gconstpointer data)
{
  const YsRegistryItem *item;

  paste_other (fixture, "梅花园");
  g_assert_true (has_form_question (fixture));
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 0);
  g_signal_emit_by_name (fixture->page->form_as_chosen, "clicked");
  g_assert_false (has_form_question (fixture));
  g_assert_cmpstr (ys_field_row_get_text (fixture->page->compound), ==, "银山小区");
  check_form_rows (fixture);

  ys_inspection_page_begin (fixture->page, 0);
  paste_other (fixture, "没有这个小区");
  g_signal_emit_by_name (fixture->page->form_as_written, "clicked");
  g_assert_cmpint (fixture->page->head->compound_id, ==, 0);
  g_assert_true (ys_field_row_is_wrong (fixture->page->compound));
  check_form_rows (fixture);

  ys_inspection_page_begin (fixture->page, 0);
  paste_other (fixture, "梅花园");
  g_signal_emit_by_name (fixture->page->form_as_written, "clicked");
  item = ys_registry_find (ys_session_get_registry (ys_main_window_get_session (fixture->window)),
                           fixture->page->head->compound_id);
  g_assert_cmpstr (item->compound->name, ==, "梅花园");
  ys_inspection_page_begin (fixture->page, 0);
}

static gboolean
has_rows (gpointer data)
{
  return ys_inspection_rows_n_used (((Fixture *)data)->page->rows) > 0;
}

/* From a file, as one that was dropped on the page. */
static void
test_form_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (shared.folder, "form.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (
      g_file_set_contents (path, "小区名称\t御景公馆\t检查级别\t区级\n" FORM_ROWS, -1, NULL));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_assert_true (ys_inspection_page_take_drop (fixture->page, &value));
  window_test_wait (has_rows, fixture);
  check_form_rows (fixture);
  ys_inspection_page_begin (fixture->page, 0);
}

static gboolean
is_judged (gpointer data)
{
  return g_list_model_get_n_items (
             G_LIST_MODEL (gtk_column_view_get_model (window_test_child (data, "view"))))
         == 3;
}

/* (transfer full): the inspections of the one minute that the table names */
static GPtrArray *
list_imported (Fixture *fixture)
{
  YsSession *session = ys_main_window_get_session (fixture->window);
  YsInspectionFilter filter = { .limit = 10 };

  g_assert_true (ys_instant_from_iso ("2025-10-09T09:00", &filter.from));
  filter.to = filter.from + 60;
  return ys_inspection_list (ys_session_get_ledger (session), &filter, NULL);
}

static gboolean
is_imported (gpointer data)
{
  g_autoptr (GPtrArray) inspections = list_imported (data);

  return inspections->len == 1;
}

/* A table of findings: two rows of one visit are written, one of an unknown compound is not. */
static void
test_import_table (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "小区,级别,方式,检查时间,条款,处数,位置\n"
                             "银山小区,区级,暗访,2025-10-09 09:00,A1-23,1,西门\n"
                             "银山小区,区级,暗访,2025-10-09 09:00,A1-08,2,东门\n"
                             "没有的小区,区级,暗访,2025-10-09 09:00,A1-08,1,\n";
  g_autofree char *path = g_build_filename (fixture->folder, "findings.csv", NULL);
  YsSession *session = ys_main_window_get_session (fixture->window);
  g_autoptr (GPtrArray) inspections = NULL;
  const YsInspectionLine *line;
  YsImportWindow *window;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = ys_import_window_present (GTK_WIDGET (fixture->page), session, YS_IMPORT_FINDINGS, path);
  window_test_wait (is_judged, window);
  g_assert_false (gtk_widget_get_visible (window_test_child (window, "level_area")));
  g_assert_cmpstr (gtk_button_get_label (window_test_child (window, "show_new")), ==, "新增 2");
  g_assert_cmpstr (gtk_button_get_label (window_test_child (window, "show_refused")), ==, "拒绝 1");
  gtk_check_button_set_active (window_test_child (window, "skip_refused"), TRUE);
  g_signal_emit_by_name (window_test_child (window, "write"), "clicked");
  window_test_wait (is_imported, fixture);
  inspections = list_imported (fixture);
  line = g_ptr_array_index (inspections, 0);
  g_assert_cmpuint (line->n_findings, ==, 2);
  g_assert_cmpint (line->points, ==, 300);
}

/* Ctrl+' takes what stands above; Ctrl+N does not lose what is wrong. */
static void
test_copy_above (Fixture *fixture, gconstpointer data)
{
  fill_head (fixture, "银山小区");
  enter (fixture, "A1-23");
  ys_inspection_page_focus_cell (fixture->page, 0, YS_ENTRY_PLACE);
  enter (fixture, "西门");
  ys_inspection_page_focus_cell (fixture->page, 1, YS_ENTRY_CLAUSE);
  press (fixture, GDK_KEY_apostrophe, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_Return, 0);
  press (fixture, GDK_KEY_apostrophe, GDK_CONTROL_MASK);
  press (fixture, GDK_KEY_Return, GDK_SHIFT_MASK);
  check_stored (fixture, "A1-23*1 西门| 1.00 2025-10-14T17:30; "
                         "A1-23*1 西门| 1.00 2025-10-14T17:30");
  ys_inspection_page_focus_cell (fixture->page, 2, YS_ENTRY_PLACE);
  enter (fixture, "东门");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.new", NULL);
  g_assert_cmpint (fixture->page->head->id, >, 0);
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 3);
}

static gboolean
has_document (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *i = windows; i != NULL; i = i->next)
    if (YS_IS_DOCUMENT_WINDOW (i->data))
      {
        *(GtkWindow **)data = i->data;
        return TRUE;
      }
  return FALSE;
}

/* Notice is given and shown; a second time it is only shown. */
static void
test_notice (Fixture *fixture, gconstpointer data)
{
  for (int i = 0; i < 2; i++)
    {
      GtkWindow *window = NULL;

      if (i == 0)
        {
          fill_head (fixture, "锦绣花园");
          enter (fixture, "A1-23");
        }
      g_signal_emit_by_name (fixture->page->notice_button, "clicked");
      g_assert_cmpint (row (fixture, 0)->finding->state, ==, YS_FINDING_ISSUED);
      window_test_wait (has_document, &window);
      gtk_window_destroy (window);
    }
  /* Given on Sunday the 12th: the 13th, 14th and 15th. */
  check_stored (fixture, "A1-23*1 | 1.00 2025-10-15T17:30");
}

/* A clean visit is kept by Ctrl+S. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  YsInspectionFilter filter = { 0 };
  g_autoptr (GPtrArray) lines = NULL;

  fill_head (fixture, "御景公馆");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.new", NULL);
  g_assert_cmpint (fixture->page->head->compound_id, >, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "inspection.save", NULL);
  filter.compound_id = fixture->page->head->compound_id;
  lines = ys_inspection_list (ledger_of (fixture), &filter, NULL);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpuint (((YsInspectionLine *)g_ptr_array_index (lines, 0))->n_findings, ==, 0);
}

/* What the cadence misses is one click from being entered; the month's list opens again. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  GtkListBoxRow *found = NULL;
  gint64 id;

  fill_head (fixture, "龙珠百合");
  enter (fixture, "A1-23");
  id = fixture->page->head->id;
  settle (fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->page->plan_badge)));
  for (int i = 0; found == NULL; i++)
    {
      GtkListBoxRow *next = gtk_list_box_get_row_at_index (fixture->page->plan_list, i);

      g_assert_nonnull (next);
      if (g_object_get_data (G_OBJECT (next), "key") != NULL)
        found = next;
    }
  g_signal_emit_by_name (fixture->page->plan_list, "row-activated", found);
  g_assert_cmpint (fixture->page->head->id, ==, 0);
  g_assert_cmpint (fixture->page->head->compound_id, >, 0);
  for (int i = 0; fixture->page->head->id == 0; i++)
    {
      GtkListBoxRow *next = gtk_list_box_get_row_at_index (fixture->page->month_list, i);

      g_assert_nonnull (next);
      if (ys_visit_row_get_id (YS_VISIT_ROW (next)) == id)
        g_signal_emit_by_name (fixture->page->month_list, "row-activated", next);
    }
  g_assert_cmpint (fixture->page->head->id, ==, id);
  g_assert_cmpuint (ys_inspection_rows_n_used (fixture->page->rows), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "by-keys", test_by_keys },
    { "initials", test_initials },
    { "wrong-cell", test_wrong_cell },
    { "head-missing", test_head_missing },
    { "head-changed", test_head_changed },
    { "withdraw", test_withdraw },
    { "undo-first", test_undo_first },
    { "draft", test_draft },
    { "copy-last", test_copy_last },
    { "paste", test_paste },
    { "form", test_form },
    { "form-asks", test_form_asks },
    { "form-file", test_form_file },
    { "import-table", test_import_table },
    { "copy-above", test_copy_above },
    { "notice", test_notice },
    { "clean", test_clean },
    { "lists", test_lists },
  };

  int status;

  application = window_test_init (&argc, &argv, "zh");
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/inspection-page/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].func, tear_down);
    }
  status = g_test_run ();
  window_test_destroy (shared.window);
  g_free (shared.folder);
  return status;
}
