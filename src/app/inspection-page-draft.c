/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed and not in the ledger is kept once a second, so that a crash takes at most a
 * second's typing. Nothing is written when nothing changed. */
#include "config.h"

#include "inspection-page-private.h"

#include <glib/gi18n-lib.h>

#define KEEP_AFTER_MS 1000

typedef struct
{
  const char *name;
  YsFieldRow *row;
} HeadField;

#define N_HEAD_FIELDS 6

static void
head_fields (YsInspectionPage *page, HeadField fields[N_HEAD_FIELDS])
{
  fields[0] = (HeadField){ "compound", page->compound };
  fields[1] = (HeadField){ "level", page->level };
  fields[2] = (HeadField){ "kind", page->kind };
  fields[3] = (HeadField){ "at", page->at };
  fields[4] = (HeadField){ "notice_at", page->notice_at };
  fields[5] = (HeadField){ "inspectors", page->inspectors };
}

/* An unsaved head without a compound is only what is offered to everybody. */
static gboolean
is_worth_keeping (YsInspectionPage *page)
{
  return ys_inspection_rows_n_typed (page->rows) > 0
         || (page->head->id == 0 && *ys_field_row_get_text (page->compound) != '\0');
}

/* (transfer full) (nullable) */
static char *
to_text (YsInspectionPage *page)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  JsonNode *rows = ys_inspection_rows_to_json (page->rows);
  HeadField fields[N_HEAD_FIELDS];

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "inspection");
  json_builder_add_int_value (builder, page->head->id);
  json_builder_set_member_name (builder, "head");
  json_builder_begin_object (builder);
  head_fields (page, fields);
  for (int i = 0; i < N_HEAD_FIELDS; i++)
    {
      json_builder_set_member_name (builder, fields[i].name);
      json_builder_add_string_value (builder, ys_field_row_get_text (fields[i].row));
    }
  json_builder_end_object (builder);
  if (rows != NULL)
    {
      json_builder_set_member_name (builder, "rows");
      json_builder_add_value (builder, rows);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

void
ys_inspection_page_keep_draft (YsInspectionPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&page->keep_source, g_source_remove);
  if (session == NULL || !ys_session_is_writable (session) || !page->restored)
    return;
  text = is_worth_keeping (page) ? to_text (page) : NULL;
  if (g_strcmp0 (text, page->kept) == 0)
    return;
  if (!ys_inspection_keep_draft (ys_session_get_ledger (session), text, &error))
    {
      ys_session_report (session, error);
      return;
    }
  g_free (page->kept);
  page->kept = g_steal_pointer (&text);
}

static gboolean
keep_cb (gpointer user_data)
{
  YsInspectionPage *page = user_data;

  page->keep_source = 0;
  ys_inspection_page_keep_draft (page);
  return G_SOURCE_REMOVE;
}

void
ys_inspection_page_touch_draft (YsInspectionPage *page)
{
  if (page->keep_source == 0 && page->restored)
    page->keep_source = g_timeout_add (KEEP_AFTER_MS, keep_cb, page);
}

static void
type_field (YsFieldRow *row, const char *text)
{
  GtkEntry *entry = ys_field_row_get_entry (row);

  if (text == NULL || g_str_equal (ys_field_row_get_text (row), text))
    return;
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    ys_field_row_show_text (row, text);
  ys_field_row_flush (row);
}

static void
restore (YsInspectionPage *page, JsonObject *draft)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  JsonObject *head = json_object_has_member (draft, "head")
                         ? json_object_get_object_member (draft, "head")
                         : NULL;
  HeadField fields[N_HEAD_FIELDS];
  g_autofree char *text = NULL;

  page->head->id = json_object_get_int_member_with_default (draft, "inspection", 0);
  if (page->head->id != 0)
    ys_inspection_page_open (page, page->head->id);
  head_fields (page, fields);
  for (int i = 0; head != NULL && i < N_HEAD_FIELDS; i++)
    type_field (fields[i].row,
                json_object_get_string_member_with_default (head, fields[i].name, NULL));
  if (json_object_has_member (draft, "rows"))
    ys_inspection_rows_from_json (page->rows, json_object_get_member (draft, "rows"));
  /* Translators: %s is a compound */
  text = g_strdup_printf (_ ("What was not finished is here again: %s"),
                          *ys_field_row_get_text (page->compound) != '\0'
                              ? ys_field_row_get_text (page->compound)
                              : _ ("a new inspection"));
  ys_session_notify (session, text, FALSE);
}

void
ys_inspection_page_restore_draft (YsInspectionPage *page)
{
  YsLedger *ledger = ys_session_get_ledger (ys_page_get_session (YS_PAGE (page)));
  g_autofree char *text = ys_inspection_draft (ledger);
  g_autoptr (JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    restore (page, json_node_get_object (node));
  page->restored = TRUE;
  page->kept = g_steal_pointer (&text);
}
