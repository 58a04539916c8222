/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which inspection is shown and when it is saved. What the ledger says is merged into what is being
 * typed; another inspection is shown only when nothing typed would be lost. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "empty-state.h"
#include "look.h"
#include "resources.h"
#include "work-time.h"

G_DEFINE_FINAL_TYPE (YsInspectionPage, ys_inspection_page, YS_TYPE_PAGE)

static YsSession *
session_of (YsInspectionPage *page)
{
  return ys_page_get_session (YS_PAGE (page));
}

/* -- Context ---------------------------------------------------------------------------------- */

static void
read_calendar (YsInspectionPage *page)
{
  g_autoptr (GError) error = NULL;
  YsWorkCalendar *calendar
      = ys_work_time_calendar (ys_session_get_ledger (session_of (page)), &error);

  if (calendar == NULL)
    {
      ys_session_report (session_of (page), error);
      return;
    }
  g_clear_pointer (&page->calendar, ys_work_calendar_unref);
  page->calendar = calendar;
}

static void
take_book (YsInspectionPage *page, YsCatalogueBook *book, YsDate day)
{
  ys_clause_popover_hide (page->clauses);
  g_clear_pointer (&page->book, ys_catalogue_book_unref);
  page->book = book;
  page->book_day = day;
}

/* A new inspection goes by the catalogue of its day. */
static void
read_book (YsInspectionPage *page)
{
  YsInstant at = page->head->at != 0 ? page->head->at : ys_session_now (session_of (page));
  YsDate day = ys_instant_to_date (at);
  g_autoptr (GError) error = NULL;
  YsCatalogueBook *book;

  if (page->book != NULL && ys_date_equal (page->book_day, day))
    return;
  book = ys_catalogue_load (ys_session_get_ledger (session_of (page)), YS_ANNEX_1, day, &error);
  if (book != NULL)
    take_book (page, book, day);
  else
    ys_session_report (session_of (page), error);
}

static void
put_context (YsInspectionPage *page)
{
  if (page->book != NULL && page->calendar != NULL)
    ys_inspection_rows_set_context (page->rows, ys_session_get_ledger (session_of (page)),
                                    page->book, page->calendar, page->head,
                                    ys_session_now (session_of (page)));
}

void
ys_inspection_page_set_context (YsInspectionPage *page)
{
  if (page->head->id == 0)
    read_book (page);
  put_context (page);
  if (page->book != NULL && page->calendar != NULL)
    ys_inspection_rows_judge (page->rows);
}

/* -- State ------------------------------------------------------------------------------------ */

static guint
ordinal (YsInspectionPage *page)
{
  guint n = 1;

  for (guint i = 0; i < page->month->len; i++)
    {
      const YsInspection *other
          = &((YsInspectionLine *)g_ptr_array_index (page->month, i))->inspection;

      if (other->id != page->head->id
          && (page->head->id == 0 || other->at < page->head->at
              || (other->at == page->head->at && other->id < page->head->id)))
        n++;
    }
  return n;
}

static void
show_summary (YsInspectionPage *page)
{
  YsInstant at = page->head->at != 0 ? page->head->at : ys_session_now (session_of (page));
  YsDate month = ys_instant_to_date (at);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (page->month == NULL)
    return;
  month.day = 0;
  name = ys_date_to_chinese (month);
  /* Translators: which inspection of its month this is, then the month: 2025年10月 */
  text = g_strdup_printf (_ ("no. %u of the month · counted in %s"), ordinal (page), name);
  gtk_label_set_text (page->summary, text);
}

static void
show_totals (YsInspectionPage *page)
{
  g_autofree char *points = NULL;
  g_autofree char *markup = NULL;
  gint64 places;
  gint64 hundredths;
  guint n;

  ys_inspection_rows_sum (page->rows, &n, &places, &hundredths);
  points = ys_hundredths_to_text (hundredths, FALSE);
  /* Translators: findings, places, points deducted; keep the marks around the figures */
  markup = g_strdup_printf (_ ("In all <b>%u</b> findings, <b>%u</b> places · deducted <b>%s</b>"),
                            n, (guint)places, points);
  gtk_label_set_markup (page->totals, markup);
}

static const char *
counts_sentence (YsInspectionPage *page)
{
  if (page->head->id == 0 && ys_inspection_rows_n_used (page->rows) == 0
      && page->head->compound_id != 0)
    return _ ("Nothing wrong? Ctrl+S keeps it as an inspection without findings.");
  switch ((YsInspectionLevel)page->head->level)
    {
    case YS_INSPECTION_LEVEL_TOWN:
      return _ ("Town inspection: timed and rechecked, costs no points");
    case YS_INSPECTION_LEVEL_DISTRICT:
      return _ ("District inspection, counts towards the long-term score");
    case YS_INSPECTION_LEVEL_CITY:
      return _ ("City inspection, counts towards the long-term score");
    case YS_INSPECTION_LEVEL_JOINT:
      return _ ("Joint inspection: timed and rechecked, costs no points");
    case YS_INSPECTION_LEVEL_SELF:
      return _ ("Self inspection: timed and rechecked, costs no points");
    case YS_INSPECTION_LEVEL_UNKNOWN:
      break;
    }
  return "";
}

static void
show_wrong (YsInspectionPage *page)
{
  guint n = ys_inspection_rows_n_wrong (page->rows);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row to correct (F8)",
                                                        "%u rows to correct (F8)", n),
                                           n);

  gtk_label_set_text (page->wrong_label, text);
  gtk_widget_set_visible (GTK_WIDGET (page->wrong), n > 0);
}

static void
set_enabled (YsInspectionPage *page, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (page->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
ys_inspection_page_show_state (YsInspectionPage *page)
{
  YsSession *session = session_of (page);
  gboolean writable = session != NULL && ys_session_is_writable (session);

  if (session == NULL)
    return;
  show_summary (page);
  show_totals (page);
  gtk_label_set_text (page->counts, counts_sentence (page));
  show_wrong (page);
  gtk_widget_set_sensitive (GTK_WIDGET (page->new_button), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (page->copy_button),
                            writable && page->head->compound_id != 0);
  gtk_widget_set_sensitive (GTK_WIDGET (page->notice_button), writable && page->head->id != 0);
  set_enabled (page, "read-form", writable);
  ys_inspection_columns_set_editable (page->columns, writable);
  ys_inspection_page_show_photos (page);
}

/* -- Saving ----------------------------------------------------------------------------------- */

void
ys_inspection_page_save (YsInspectionPage *page, gboolean held)
{
  YsSession *session = session_of (page);
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  if (session == NULL || !ys_session_is_writable (session) || page->book == NULL)
    return;
  if (!held && ys_inspection_rows_n_typed (page->rows) == 0)
    return;
  if (!ys_inspection_page_head_is_ready (page, TRUE))
    return;
  put_context (page);
  if (!ys_inspection_rows_save (page->rows, held, &changed, &error))
    {
      ys_session_report (session, error);
      return;
    }
  ys_record_copy (&ys_inspection_type, page->head, ys_inspection_rows_get_head (page->rows));
  if (changed)
    {
      g_clear_pointer (&page->dropped, g_free);
      ys_session_changed (session);
    }
  ys_inspection_page_show_state (page);
  ys_inspection_page_touch_draft (page);
}

/* -- Which inspection ------------------------------------------------------------------------- */

gboolean
ys_inspection_page_can_leave (YsInspectionPage *page)
{
  YsSession *session = session_of (page);
  guint position;
  YsEntry entry;

  ys_inspection_page_flush_cell (page);
  if (!ys_inspection_page_flush_head (page)
      || (ys_inspection_rows_n_typed (page->rows) > 0
          && !ys_inspection_page_head_is_ready (page, TRUE)))
    {
      ys_session_notify (session, _ ("The head is not right yet. Correct what is marked first."),
                         FALSE);
      return FALSE;
    }
  if (ys_inspection_rows_n_typed (page->rows) == 0)
    return TRUE;
  if (ys_inspection_rows_next_wrong (page->rows, GTK_INVALID_LIST_POSITION, &position, &entry))
    {
      ys_inspection_page_focus_cell (page, position, entry);
      ys_session_notify (session,
                         _ ("A row is not right yet. Correct it, or withdraw it with Delete."),
                         FALSE);
    }
  else
    {
      ys_session_notify (session,
                         _ ("The grey rows are not saved. Save them with Ctrl+S, or withdraw them "
                            "with Delete."),
                         FALSE);
    }
  return FALSE;
}

/* The last values are offered again. */
static void
offer_last (YsInspectionPage *page, YsInspection *head)
{
  const YsInspectionFilter filter = { .limit = 1 };
  g_autoptr (GPtrArray) lines = NULL;
  const YsInspection *last = page->head;

  if (last->level == 0)
    {
      lines = ys_inspection_list (ys_session_get_ledger (session_of (page)), &filter, NULL);
      if (lines != NULL && lines->len > 0)
        last = &((YsInspectionLine *)g_ptr_array_index (lines, 0))->inspection;
    }
  head->level = last->level;
  head->kind = last->kind;
  head->inspectors = g_strdup (last->inspectors != NULL ? last->inspectors
                                                        : ys_session_get_user (session_of (page)));
}

void
ys_inspection_page_begin (YsInspectionPage *page, gint64 compound_id)
{
  YsInspection *head = ys_record_new (&ys_inspection_type);

  ys_inspection_page_drop_form (page);
  offer_last (page, head);
  head->compound_id = compound_id;
  head->at = ys_session_now (session_of (page)) / 60 * 60;
  ys_record_copy (&ys_inspection_type, page->head, head);
  ys_record_free (&ys_inspection_type, head);
  ys_inspection_rows_clear (page->rows);
  ys_inspection_page_reset_head (page);
  ys_inspection_page_show_head (page);
  ys_inspection_page_set_context (page);
  page->position = 0;
  page->entry = YS_ENTRY_CLAUSE;
  page->n_new_asked = 0;
  ys_inspection_page_show_state (page);
  ys_inspection_page_keep_draft (page);
}

/* Undone, or withdrawn elsewhere: its head stays as a proposal. */
static void
forget_saved (YsInspectionPage *page)
{
  page->head->id = 0;
  page->head->withdrawn = FALSE;
  ys_inspection_rows_drop_saved (page->rows);
  ys_inspection_page_set_context (page);
}

static void
read_inspection (YsInspectionPage *page)
{
  g_autoptr (YsInspectionView) view = NULL;

  view = ys_inspection_load (ys_session_get_ledger (session_of (page)), page->head->id, NULL);
  if (view == NULL || view->inspection.withdrawn)
    {
      forget_saved (page);
      return;
    }
  ys_record_copy (&ys_inspection_type, page->head, &view->inspection);
  take_book (page, ys_catalogue_book_ref (view->book), YS_DATE_UNKNOWN);
  put_context (page);
  ys_inspection_rows_show (page->rows, view);
  ys_inspection_rows_judge (page->rows);
}

void
ys_inspection_page_open (YsInspectionPage *page, gint64 id)
{
  ys_inspection_page_drop_form (page);
  ys_inspection_rows_clear (page->rows);
  ys_inspection_page_reset_head (page);
  page->head->id = id;
  page->position = 0;
  page->entry = YS_ENTRY_CLAUSE;
  ys_page_refresh (YS_PAGE (page));
  ys_inspection_page_keep_draft (page);
}

/* -- Page ------------------------------------------------------------------------------------- */

static void
page_refresh (YsPage *base)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (base);
  YsRegistry *registry = ys_session_get_registry (session_of (page));

  if (registry == NULL)
    return;
  gtk_stack_set_visible_child_name (page->stack,
                                    ys_registry_n_items (registry) > 0 ? "entry" : "empty");
  read_calendar (page);
  if (page->head->id != 0)
    read_inspection (page);
  else
    ys_inspection_page_set_context (page);
  ys_inspection_page_show_head (page);
  ys_inspection_page_show_state (page);
  ys_inspection_page_read_lists (page);
}

static void
page_load (YsPage *base, YsSession *session)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (base);

  read_calendar (page);
  ys_inspection_page_begin (page, 0);
  ys_inspection_page_restore_draft (page);
}

static void
page_go (YsPage *base, gint64 id, const char *field)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (base);

  if (id == 0 || !ys_inspection_page_can_leave (page))
    return;
  if (g_strcmp0 (field, YS_GO_INSPECTION) == 0)
    ys_inspection_page_open (page, id);
  else
    ys_inspection_page_begin (page, id);
  ys_inspection_page_focus_cell (page, ys_inspection_rows_n_used (page->rows), YS_ENTRY_CLAUSE);
}

static gboolean
page_flush (YsPage *base)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (base);
  gboolean good = ys_inspection_page_flush_head (page);

  ys_inspection_page_flush_cell (page);
  ys_inspection_page_keep_draft (page);
  return good && ys_inspection_rows_n_wrong (page->rows) == 0;
}

static gboolean
page_act (YsPage *base, const char *name)
{
  return ys_inspection_page_act (YS_INSPECTION_PAGE (base), name);
}

static void
ys_inspection_page_dispose (GObject *object)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (object);

  if (page->keep_source != 0)
    ys_inspection_page_keep_draft (page);
  ys_inspection_page_clear_grid (page);
  gtk_widget_dispose_template (GTK_WIDGET (object), YS_TYPE_INSPECTION_PAGE);

  G_OBJECT_CLASS (ys_inspection_page_parent_class)->dispose (object);
}

static void
ys_inspection_page_finalize (GObject *object)
{
  YsInspectionPage *page = YS_INSPECTION_PAGE (object);

  g_clear_pointer (&page->columns, ys_inspection_columns_free);
  g_clear_object (&page->rows);
  g_clear_pointer (&page->calendar, ys_work_calendar_unref);
  g_clear_pointer (&page->book, ys_catalogue_book_unref);
  g_clear_pointer (&page->month, g_ptr_array_unref);
  ys_record_free (&ys_inspection_type, page->head);
  g_free (page->kept);
  g_free (page->dropped);
  g_clear_object (&page->actions);
  g_clear_pointer (&page->form, ys_inspection_paste_free);

  G_OBJECT_CLASS (ys_inspection_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, summary);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, notice_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, entry_box);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, view);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, totals);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, counts);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, wrong);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, wrong_label);
}

static void
ys_inspection_page_class_init (YsInspectionPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  YsPageClass *page_class = YS_PAGE_CLASS (class);

  object_class->dispose = ys_inspection_page_dispose;
  object_class->finalize = ys_inspection_page_finalize;
  page_class->load = page_load;
  page_class->refresh = page_refresh;
  page_class->go = page_go;
  page_class->flush = page_flush;
  page_class->act = page_act;

  g_type_ensure (YS_TYPE_EMPTY_STATE);
  g_type_ensure (YS_TYPE_FIELD_ROW);
  g_type_ensure (YS_TYPE_PHOTO_STRIP);
  ys_look_set_template (widget_class, YS_RESOURCE ("ui/inspection-page.ui"));
  bind_children (widget_class);
  ys_inspection_page_bind_head (widget_class);
  ys_inspection_page_bind_lists (widget_class);
  ys_inspection_page_bind_actions (widget_class);
  ys_inspection_page_bind_photos (widget_class);
  ys_inspection_page_bind_form (widget_class);
}

static void
ys_inspection_page_init (YsInspectionPage *page)
{
  page->head = ys_record_new (&ys_inspection_type);
  gtk_widget_init_template (GTK_WIDGET (page));
  ys_inspection_page_init_grid (page);
  ys_inspection_page_init_head (page);
  ys_inspection_page_install_actions (page);
  ys_inspection_page_init_form (page);
  ys_inspection_page_init_photos (page);
}
