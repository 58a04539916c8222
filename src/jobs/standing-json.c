/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a standing as it is frozen. The head (scheme, rows, awards) stands before the workings,
 * and each compound's working has a line of text of its own: a reader takes only what it needs. */
#include "config.h"

#include "standing-data.h"

static void
append_key (GString *out, const char *key)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":", key);
}

static void
append_number (GString *out, const char *key, gint64 value)
{
  append_key (out, key);
  ys_json_append_int64 (out, value);
}

static void
append_text (GString *out, const char *key, const char *text)
{
  append_key (out, key);
  ys_json_append_string (out, text);
}

static void
append_flag (GString *out, const char *key, gboolean value)
{
  append_key (out, key);
  g_string_append (out, value ? "true" : "false");
}

static void
append_record (GString *out, const YsRecordType *type, gconstpointer record)
{
  g_string_append_c (out, '{');
  append_number (out, "id", YS_RECORD_ID (record));
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type != YS_FIELD_REFERENCE && !ys_field_is_empty (&type->fields[i], record))
      {
        append_key (out, type->fields[i].name);
        ys_field_append_json (&type->fields[i], record, out);
      }
  g_string_append_c (out, '}');
}

static void
append_scheme (GString *out, const YsSchemeBook *book)
{
  g_string_append (out, ",\n\"scheme\":");
  append_record (out, &ys_scheme_type, book->scheme);
  g_string_append (out, ",\n\"prizes\":[");
  for (guint i = 0; i < book->prizes->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_record (out, &ys_prize_type, book->prizes->pdata[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_parts (GString *out, const YsScoreParts *parts)
{
  append_number (out, "finding_points", parts->finding_points);
  append_number (out, "n_faults", parts->n_faults);
  append_flag (out, "has_sheet", parts->has_sheet);
  append_number (out, "sheet_deductions", parts->sheet_deductions);
  append_number (out, "sheet_extras", parts->sheet_extras);
  append_number (out, "survey_points", parts->survey_points);
  append_number (out, "bonus_points", parts->bonus_points);
}

static void
append_row (GString *out, const YsStandingRow *row)
{
  g_string_append_c (out, '{');
  append_number (out, "compound", row->compound_id);
  append_text (out, "name", row->name);
  append_text (out, "community", row->community);
  append_flag (out, "assessed", row->score.assessed);
  append_parts (out, &row->parts);
  append_number (out, "long_term", row->score.long_term);
  append_number (out, "property", row->score.property);
  append_number (out, "bonus", row->score.bonus);
  append_number (out, "score", row->score.score);
  append_number (out, "rank", row->rank);
  append_flag (out, "tied", row->tied);
  append_flag (out, "equal", row->equal);
  append_number (out, "open_places", row->open_places);
  append_number (out, "n_places", row->n_places);
  append_number (out, "n_visits", row->n_visits);
  append_number (out, "last_rank", row->last_rank);
  append_number (out, "last_score", row->last_score);
  append_flag (out, "has_party_branch", row->has_party_branch);
  append_flag (out, "veto", row->veto);
  append_number (out, "party_points", row->party_points);
  g_string_append_c (out, '}');
}

/* What was decided; awards follow from ranks, sheets and this. */
static void
append_choices (GString *out, const GArray *choices)
{
  g_string_append (out, ",\n\"choices\":[");
  for (guint i = 0; i < choices->len; i++)
    {
      const YsAwardChoice *choice = &g_array_index (choices, YsAwardChoice, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_number (out, "compound", choice->compound_id);
      append_flag (out, "red", choice->red);
      append_text (out, "prize", ys_choice_nick (ys_prize_choices, choice->prize));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* For whoever reads the file without this program. */
static void
append_awards (GString *out, const YsAwards *awards)
{
  g_string_append (out, ",\n\"awards\":[");
  for (guint i = 0; i < awards->rows->len; i++)
    {
      const YsAwardRow *award = &g_array_index (awards->rows, YsAwardRow, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      append_number (out, "compound", award->compound_id);
      append_text (out, "prize", ys_choice_nick (ys_prize_choices, award->prize));
      append_number (out, "amount", award->amount);
      append_flag (out, "decided", award->decided);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_line (GString *out, const YsWorkingLine *line)
{
  g_string_append_c (out, '{');
  append_text (out, "kind", ys_working_kind_nick (line->kind));
  append_number (out, "ref", line->ref);
  if (line->case_id != 0)
    append_number (out, "case", line->case_id);
  append_text (out, "code", line->code);
  append_text (out, "name", line->name);
  append_text (out, "group", line->group);
  append_text (out, "place", line->place);
  append_text (out, "detail", line->detail);
  append_text (out, "rule", line->rule);
  append_number (out, "at", line->at);
  append_number (out, "count", line->count);
  append_number (out, "each", line->each);
  append_number (out, "points", line->points);
  append_number (out, "photos", line->n_photos);
  if (line->late)
    append_flag (out, "late", TRUE);
  g_string_append_c (out, '}');
}

static void
append_workings (GString *out, const YsStanding *standing, GHashTable *workings)
{
  const char *separator = "\n";

  g_string_append (out, ",\n\"working\":{");
  for (guint i = 0; i < standing->rows->len; i++)
    {
      const YsStandingRow *row = &g_array_index (standing->rows, YsStandingRow, i);
      GPtrArray *lines = g_hash_table_lookup (workings, &row->compound_id);

      if (lines == NULL)
        continue;
      g_string_append_printf (out, "%s\"%" G_GINT64_FORMAT "\":[", separator, row->compound_id);
      separator = ",\n";
      for (guint j = 0; j < lines->len; j++)
        {
          if (j > 0)
            g_string_append_c (out, ',');
          append_line (out, lines->pdata[j]);
        }
      g_string_append_c (out, ']');
    }
  g_string_append (out, "}\n}\n");
}

char *
ys_standing_to_json (const YsStanding *standing, YsLedger *ledger, GError **error)
{
  g_autoptr (GHashTable) workings = NULL;
  g_autofree char *period = NULL;
  GString *out;

  g_return_val_if_fail (standing != NULL && ledger != NULL, NULL);
  /* What is frozen is not frozen again, nor is a trial. */
  g_return_val_if_fail (standing->json == NULL && standing->trial == NULL, NULL);

  workings = ys_standing_workings (standing, ledger, 0, error);
  if (workings == NULL)
    return NULL;
  period = ys_span_name (standing->span);
  out = g_string_new ("{");
  append_number (out, "format", 1);
  append_text (out, "period", period);
  append_number (out, "as_of", standing->now);
  append_scheme (out, standing->book);
  g_string_append (out, ",\n\"rows\":[");
  for (guint i = 0; i < standing->rows->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_row (out, &g_array_index (standing->rows, YsStandingRow, i));
    }
  g_string_append_c (out, ']');
  append_choices (out, standing->choices);
  append_awards (out, standing->awards);
  append_workings (out, standing, workings);
  return g_string_free (out, FALSE);
}
