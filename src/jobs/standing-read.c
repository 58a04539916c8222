/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what was frozen. Scores and ranks are taken as they stand; awards follow from them by the
 * frozen scheme and decisions, and must be those that stand there. */
#include "config.h"

#include "standing-data.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORKING ",\n\"working\":{"

static gboolean
damaged (GError **error)
{
  g_set_error_literal (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                       _ ("A finalised period cannot be read. Restore a backup."));
  return FALSE;
}

static gint64
number_of (JsonObject *object, const char *key)
{
  return json_object_get_int_member_with_default (object, key, 0);
}

static gboolean
flag_of (JsonObject *object, const char *key)
{
  return json_object_get_boolean_member_with_default (object, key, FALSE);
}

/* (nullable) */
static const char *
text_of (JsonObject *object, const char *key)
{
  return json_object_get_string_member_with_default (object, key, NULL);
}

/* (nullable) (transfer full): @text is one JSON value of @type */
static JsonNode *
parse (const char *text, gssize length, JsonNodeType type)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !json_node_is_immutable (root) || json_node_get_node_type (root) != type)
    return NULL;
  return json_parser_steal_root (parser);
}

static gboolean
read_record (JsonObject *object, const YsRecordType *type, gpointer record, GError **error)
{
  YS_RECORD_ID (record) = number_of (object, "id");
  for (guint i = 0; i < type->n_fields; i++)
    if (json_object_has_member (object, type->fields[i].name)
        && !ys_field_from_json (&type->fields[i], record,
                                json_object_get_member (object, type->fields[i].name), error))
      return FALSE;
  return TRUE;
}

/* (transfer none) (nullable): the array of objects @key, each is one. */
static JsonArray *
objects_of (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      return NULL;
  return array;
}

static void
prize_free (gpointer prize)
{
  ys_record_free (&ys_prize_type, prize);
}

static gboolean
read_scheme (YsStanding *standing, JsonObject *root, GError **error)
{
  JsonNode *scheme = json_object_get_member (root, "scheme");
  JsonArray *prizes = objects_of (root, "prizes");

  if (scheme == NULL || !JSON_NODE_HOLDS_OBJECT (scheme) || prizes == NULL)
    return damaged (error);
  standing->book = g_new0 (YsSchemeBook, 1);
  standing->book->scheme = ys_record_new (&ys_scheme_type);
  standing->book->prizes = g_ptr_array_new_with_free_func (prize_free);
  if (!read_record (json_node_get_object (scheme), &ys_scheme_type, standing->book->scheme, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (prizes); i++)
    {
      YsPrize *prize = ys_record_new (&ys_prize_type);

      g_ptr_array_add (standing->book->prizes, prize);
      prize->scheme_id = standing->book->scheme->id;
      if (!read_record (json_array_get_object_element (prizes, i), &ys_prize_type, prize, error))
        return FALSE;
    }
  return ys_scheme_check (standing->book->scheme, error);
}

static void
read_parts (JsonObject *object, YsScoreParts *parts)
{
  parts->assessed = flag_of (object, "assessed");
  parts->finding_points = number_of (object, "finding_points");
  parts->n_faults = number_of (object, "n_faults");
  parts->has_sheet = flag_of (object, "has_sheet");
  parts->sheet_deductions = number_of (object, "sheet_deductions");
  parts->sheet_extras = number_of (object, "sheet_extras");
  parts->survey_points = number_of (object, "survey_points");
  parts->bonus_points = number_of (object, "bonus_points");
}

static void
read_row (YsStanding *standing, JsonObject *object)
{
  YsStandingRow *row
      = ys_standing_add_row (standing, number_of (object, "compound"), text_of (object, "name"),
                             text_of (object, "community"));

  read_parts (object, &row->parts);
  row->score.assessed = row->parts.assessed;
  row->score.long_term = number_of (object, "long_term");
  row->score.property = number_of (object, "property");
  row->score.bonus = number_of (object, "bonus");
  row->score.score = number_of (object, "score");
  row->rank = (guint)number_of (object, "rank");
  row->tied = flag_of (object, "tied");
  row->equal = flag_of (object, "equal");
  row->open_places = number_of (object, "open_places");
  row->n_places = (guint)number_of (object, "n_places");
  row->n_visits = (guint)number_of (object, "n_visits");
  row->last_rank = (guint)number_of (object, "last_rank");
  row->last_score = number_of (object, "last_score");
  row->has_party_branch = flag_of (object, "has_party_branch");
  row->veto = flag_of (object, "veto");
  row->party_points = number_of (object, "party_points");
}

static void
read_choice (YsStanding *standing, JsonObject *object)
{
  YsAwardChoice choice = { number_of (object, "compound"), flag_of (object, "red"),
                           ys_choice_from_text (ys_prize_choices, text_of (object, "prize")) };

  g_array_append_val (standing->choices, choice);
}

/* The sums of money that were frozen are those that follow. */
static gboolean
check_awards (const YsStanding *standing, JsonArray *awards)
{
  if (json_array_get_length (awards) != standing->awards->rows->len)
    return FALSE;
  for (guint i = 0; i < standing->awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (standing->awards->rows, YsAwardRow, i);
      JsonObject *object = json_array_get_object_element (awards, i);

      if (number_of (object, "compound") != award->compound_id
          || number_of (object, "amount") != award->amount)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_head (YsStanding *standing, JsonObject *root, GError **error)
{
  JsonArray *rows = objects_of (root, "rows");
  JsonArray *choices = objects_of (root, "choices");
  JsonArray *awards = objects_of (root, "awards");

  if (number_of (root, "format") != 1 || rows == NULL || choices == NULL || awards == NULL)
    return damaged (error);
  standing->now = number_of (root, "as_of");
  if (!read_scheme (standing, root, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++)
    read_row (standing, json_array_get_object_element (rows, i));
  for (guint i = 0; i < json_array_get_length (choices); i++)
    read_choice (standing, json_array_get_object_element (choices, i));
  ys_standing_award (standing);
  ys_standing_sort (standing);
  return check_awards (standing, awards) || damaged (error);
}

YsStanding *
ys_standing_from_json (const char *json, YsSpan span, guint version, GError **error)
{
  g_autoptr (YsStanding) standing = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *head = NULL;
  const char *end;

  g_return_val_if_fail (json != NULL, NULL);

  /* A line break inside a text is escaped: this one is ours. */
  end = strstr (json, WORKING);
  if (end != NULL)
    {
      g_autofree char *start = g_strndup (json, (gsize)(end - json));

      head = g_strconcat (start, "}", NULL);
      root = parse (head, -1, JSON_NODE_OBJECT);
    }
  if (root == NULL)
    {
      damaged (error);
      return NULL;
    }
  standing = ys_standing_new (span);
  standing->final = TRUE;
  standing->version = version;
  standing->json = g_strdup (json);
  return read_head (standing, json_node_get_object (root), error) ? g_steal_pointer (&standing)
                                                                  : NULL;
}

static YsWorkingKind
kind_of (const char *nick)
{
  guint kind = YS_WORKING_FINDING;

  while (kind < YS_WORKING_WITHDRAWN && g_strcmp0 (nick, ys_working_kind_nick (kind)) != 0)
    kind++;
  return kind;
}

static YsWorkingLine *
read_line (JsonObject *object)
{
  YsWorkingLine *line = g_new0 (YsWorkingLine, 1);

  line->kind = kind_of (text_of (object, "kind"));
  line->ref = number_of (object, "ref");
  line->case_id = number_of (object, "case");
  line->code = g_strdup (text_of (object, "code"));
  line->name = g_strdup (text_of (object, "name"));
  line->group = g_strdup (text_of (object, "group"));
  line->place = g_strdup (text_of (object, "place"));
  line->detail = g_strdup (text_of (object, "detail"));
  line->rule = g_strdup (text_of (object, "rule"));
  line->at = number_of (object, "at");
  line->count = number_of (object, "count");
  line->each = number_of (object, "each");
  line->points = number_of (object, "points");
  line->n_photos = (guint)number_of (object, "photos");
  line->late = flag_of (object, "late");
  return line;
}

/* @start: behind the compound's key; one line of text. */
static gboolean
read_lines (const char *start, GPtrArray *lines, GError **error)
{
  const char *end = strchr (start, '\n');
  gsize length = end != NULL ? (gsize)(end - start) : strlen (start);
  g_autoptr (JsonNode) root = NULL;
  JsonArray *array;

  if (length == 0)
    return damaged (error);
  /* The comma to the next compound, or the bracket of them all. */
  root = parse (start, (gssize)length - 1, JSON_NODE_ARRAY);
  if (root == NULL)
    return damaged (error);
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
        return damaged (error);
      g_ptr_array_add (lines, read_line (json_array_get_object_element (array, i)));
    }
  return TRUE;
}

GPtrArray *
ys_standing_frozen_workings (const YsStanding *standing, gint64 compound_id, GError **error)
{
  g_autoptr (GPtrArray) lines
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_working_line_free);
  g_autofree char *key = g_strdup_printf ("\n\"%" G_GINT64_FORMAT "\":", compound_id);
  const char *start = strstr (standing->json, WORKING);

  start = start != NULL ? strstr (start, key) : NULL;
  if (start != NULL && !read_lines (start + strlen (key), lines, error))
    return NULL;
  return g_steal_pointer (&lines);
}
