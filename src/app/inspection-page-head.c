/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head's fields. Each is taken when it is left and right; of a saved inspection each is one
 * change, of a new one it waits for the first row. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#include "instant-read.h"
#include "text.h"

#define MAX_SUGGESTIONS 8

static const YsRegistry *
registry_of (YsInspectionPage *page)
{
  return ys_session_get_registry (ys_page_get_session (YS_PAGE (page)));
}

static GStrv
suggest_compound (YsFieldRow *row, const char *text, gpointer user_data)
{
  return ys_registry_suggest (registry_of (user_data), "name", text, MAX_SUGGESTIONS);
}

/* Who inspected lately; newest first. */
static GStrv
suggest_inspectors (YsFieldRow *row, const char *text, gpointer user_data)
{
  YsInspectionPage *page = user_data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (YsPinyinQuery) query = ys_pinyin_query_new (text);

  for (guint i = 0; page->month != NULL && i < page->month->len; i++)
    {
      const YsInspectionLine *line = g_ptr_array_index (page->month, i);
      const char *names = line->inspection.inspectors;

      if (names != NULL && g_hash_table_size (seen) < MAX_SUGGESTIONS
          && ys_pinyin_query_match (query, names) >= YS_MATCH_INNER
          && g_hash_table_add (seen, (gpointer)names))
        g_strv_builder_add (builder, names);
    }
  return g_strv_builder_end (builder);
}

/* -- Reading ---------------------------------------------------------------------------------- */

/* The name, or what can only mean one compound. */
static gboolean
read_compound (YsInspectionPage *page, const char *text, gint64 *out_id, GError **error)
{
  const YsRegistry *registry = registry_of (page);
  g_autofree char *name = ys_text_clean (text);
  g_auto (GStrv) fits = NULL;

  if (*name == '\0')
    {
      g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                           _ ("The compound is missing. Write its name or its initials."));
      return FALSE;
    }
  *out_id = ys_registry_find_by_name (registry, name, error);
  if (*out_id > 0)
    return TRUE;
  fits = ys_registry_suggest (registry, "name", name, 2);
  if (g_strv_length (fits) != 1)
    return FALSE;
  g_clear_error (error);
  *out_id = ys_registry_find_by_name (registry, fits[0], error);
  return *out_id > 0;
}

static gboolean
read_instant (YsInspectionPage *page, const char *text, YsInstant *out_instant, GError **error)
{
  g_autofree char *reason = NULL;

  if (ys_instant_read (text, ys_session_now (ys_page_get_session (YS_PAGE (page))), out_instant,
                       &reason))
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD, reason);
  return FALSE;
}

/* Empty: with the inspection; never before it. */
static gboolean
read_notice (YsInspectionPage *page, const char *text, YsInspection *head, GError **error)
{
  g_autofree char *clean = ys_text_clean (text);

  head->notice_at = 0;
  if (*clean == '\0')
    return TRUE;
  if (!read_instant (page, clean, &head->notice_at, error))
    return FALSE;
  if (head->at == 0 || head->notice_at >= head->at)
    return TRUE;
  g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("The notice lies before the inspection. Write a later time, or leave it "
                          "empty."));
  return FALSE;
}

static gboolean
read_field (
    YsInspectionPage *page, const char *field, const char *text, YsInspection *head, GError **error)
{
  YsDate today = ys_session_today (ys_page_get_session (YS_PAGE (page)));

  if (g_str_equal (field, "compound"))
    return read_compound (page, text, &head->compound_id, error);
  if (g_str_equal (field, "at"))
    return read_instant (page, text, &head->at, error);
  if (g_str_equal (field, "notice_at"))
    return read_notice (page, text, head, error);
  return ys_field_read (ys_record_type_field (&ys_inspection_type, field), head, text, today,
                        error);
}

/* -- Showing ---------------------------------------------------------------------------------- */

static void
show_sentence (YsInspectionPage *page)
{
  YsFieldRow *rows[]
      = { page->compound, page->level, page->kind, page->at, page->notice_at, page->inspectors };
  const char *sentence = "";

  for (guint i = 0; i < G_N_ELEMENTS (rows) && *sentence == '\0'; i++)
    sentence = ys_field_row_get_sentence (rows[i]);
  gtk_label_set_text (page->head_sentence, sentence);
  gtk_widget_set_visible (page->head_wrong, *sentence != '\0');
}

static void
on_head_wrong_cb (YsInspectionPage *page)
{
  show_sentence (page);
  ys_inspection_page_show_state (page);
}

void
ys_inspection_page_show_head (YsInspectionPage *page)
{
  const YsRegistryItem *item = page->head->compound_id != 0
                                   ? ys_registry_find (registry_of (page), page->head->compound_id)
                                   : NULL;
  g_autofree char *at = ys_instant_to_typed (page->head->at);
  g_autofree char *notice = ys_instant_to_typed (page->head->notice_at);

  ys_field_row_show_text (page->compound, item != NULL ? item->compound->name : "");
  ys_field_row_show (page->level, page->head);
  ys_field_row_show (page->kind, page->head);
  ys_field_row_show_text (page->at, at);
  ys_field_row_show_text (page->notice_at, notice);
  ys_field_row_show (page->inspectors, page->head);
  show_sentence (page);
}

void
ys_inspection_page_reset_head (YsInspectionPage *page)
{
  ys_field_row_reset (page->compound);
  ys_field_row_reset (page->level);
  ys_field_row_reset (page->kind);
  ys_field_row_reset (page->at);
  ys_field_row_reset (page->notice_at);
  ys_field_row_reset (page->inspectors);
}

gboolean
ys_inspection_page_flush_head (YsInspectionPage *page)
{
  gboolean good = ys_field_row_flush (page->compound);

  good = ys_field_row_flush (page->level) && good;
  good = ys_field_row_flush (page->kind) && good;
  good = ys_field_row_flush (page->at) && good;
  good = ys_field_row_flush (page->notice_at) && good;
  return ys_field_row_flush (page->inspectors) && good;
}

gboolean
ys_inspection_page_head_is_ready (YsInspectionPage *page, gboolean mark)
{
  const struct
  {
    YsFieldRow *row;
    gboolean there;
    const char *sentence;
  } needed[] = {
    { page->compound, page->head->compound_id != 0,
      _ ("The compound is missing. Write its name or its initials.") },
    { page->level, page->head->level != 0, _ ("The level is missing. Choose who inspected.") },
    { page->kind, page->head->kind != 0, _ ("The kind is missing. Choose how it was inspected.") },
    { page->at, page->head->at != 0, _ ("The time is missing. Write day and time: 10-08 10:30.") },
  };
  gboolean ready = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      if (needed[i].there && !ys_field_row_is_wrong (needed[i].row))
        continue;
      ready = FALSE;
      if (mark && !ys_field_row_is_wrong (needed[i].row))
        ys_field_row_set_wrong (needed[i].row, needed[i].sentence);
    }
  return ready && !ys_field_row_is_wrong (page->notice_at)
         && !ys_field_row_is_wrong (page->inspectors);
}

/* -- Taking ----------------------------------------------------------------------------------- */

static void
take_head (YsInspectionPage *page, YsFieldRow *row, const YsInspection *head)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GError) error = NULL;

  if (head->id != 0 && !ys_inspection_set (ys_session_get_ledger (session), head, &error))
    {
      ys_field_row_set_wrong (row, error->message);
      return;
    }
  ys_record_copy (&ys_inspection_type, page->head, head);
  if (head->id != 0)
    {
      ys_session_changed (session);
      return;
    }
  ys_inspection_page_set_context (page);
  ys_inspection_page_show_head (page);
  ys_inspection_page_save (page, FALSE);
  ys_inspection_page_show_state (page);
}

gint64
ys_inspection_page_find_compound (YsInspectionPage *page, const char *text)
{
  gint64 id = ys_registry_find_by_name (registry_of (page), text, NULL);

  return MAX (id, 0);
}

static YsFieldRow *
row_of (YsInspectionPage *page, const char *field)
{
  YsFieldRow *rows[]
      = { page->compound, page->level, page->kind, page->at, page->notice_at, page->inspectors };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (ys_field_row_get_field (rows[i])->name, field))
      return rows[i];
  g_return_val_if_reached (NULL);
}

static void
mark_wrong_heads (YsInspectionPage *page, const YsInspectionPaste *form)
{
  for (guint i = 0; i < form->wrong_heads->len; i++)
    {
      const YsWrongHead *wrong = g_ptr_array_index (form->wrong_heads, i);
      YsFieldRow *row = row_of (page, wrong->field);

      if (ys_field_row_get_entry (row) != NULL)
        ys_field_row_show_wrong (row, wrong->text, wrong->problem);
      else
        ys_field_row_set_wrong (row, wrong->problem);
    }
  if (form->compound == NULL || page->head->compound_id != 0)
    return;
  gtk_editable_set_text (GTK_EDITABLE (ys_field_row_get_entry (page->compound)), form->compound);
  ys_field_row_flush (page->compound);
}

static gboolean
is_wrong_head (const YsInspectionPaste *form, const char *field)
{
  for (guint i = 0; i < form->wrong_heads->len; i++)
    if (g_str_equal (((const YsWrongHead *)g_ptr_array_index (form->wrong_heads, i))->field, field))
      return TRUE;
  return FALSE;
}

void
ys_inspection_page_put_head (YsInspectionPage *page, const YsInspectionPaste *form)
{
  static const char *const names[] = { "level", "kind", "at", "notice_at", "inspectors" };

  /* The last values are offered again only for what the form says nothing about. */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YsField *field = ys_record_type_field (&ys_inspection_type, names[i]);

      if (!ys_field_is_empty (field, &form->head) || is_wrong_head (form, names[i]))
        ys_field_copy (field, page->head, &form->head);
    }
  ys_inspection_page_set_context (page);
  ys_inspection_page_show_head (page);
  mark_wrong_heads (page, form);
}

/* In the spelling of the ledger, also while the cursor is in it. */
static void
put_text (YsFieldRow *row, const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (ys_field_row_get_entry (row));

  if (!ys_field_row_is_wrong (row) && !g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

static void
put_spelling (YsInspectionPage *page, YsFieldRow *row)
{
  const YsRegistryItem *item = ys_registry_find (registry_of (page), page->head->compound_id);
  g_autofree char *at = ys_instant_to_typed (page->head->at);
  g_autofree char *notice = ys_instant_to_typed (page->head->notice_at);

  if (row == page->compound && item != NULL)
    put_text (row, item->compound->name);
  else if (row == page->at)
    put_text (row, at);
  else if (row == page->notice_at)
    put_text (row, notice);
}

static void
on_head_commit_cb (YsInspectionPage *page, const char *text, YsFieldRow *row)
{
  YsInspection *head = ys_record_new (&ys_inspection_type);
  g_autoptr (GError) error = NULL;

  ys_record_copy (&ys_inspection_type, head, page->head);
  if (read_field (page, ys_field_row_get_field (row)->name, text, head, &error))
    {
      take_head (page, row, head);
      put_spelling (page, row);
    }
  else
    ys_field_row_set_wrong (row, error->message);
  ys_record_free (&ys_inspection_type, head);
  ys_inspection_page_touch_draft (page);
}

void
ys_inspection_page_bind_head (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, head_wrong);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, head_sentence);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, compound);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, level);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, kind);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, at);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, notice_at);
  gtk_widget_class_bind_template_child (widget_class, YsInspectionPage, inspectors);
  gtk_widget_class_bind_template_callback (widget_class, on_head_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_head_wrong_cb);
}

static void
on_head_typed_cb (YsInspectionPage *page)
{
  ys_inspection_page_touch_draft (page);
}

void
ys_inspection_page_init_head (YsInspectionPage *page)
{
  YsFieldRow *typed[] = { page->compound, page->at, page->notice_at, page->inspectors };

  ys_field_row_set_suggest (page->compound, suggest_compound, page);
  ys_field_row_set_suggest (page->inspectors, suggest_inspectors, page);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_signal_connect_object (ys_field_row_get_entry (typed[i]), "changed",
                             G_CALLBACK (on_head_typed_cb), page, G_CONNECT_SWAPPED);
}
