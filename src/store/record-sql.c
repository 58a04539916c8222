/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQL out of field tables: the statements of a record type are written once, its values bound and
 * read by each field's type. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "assessment.h"
#include "award-record.h"
#include "calendar-record.h"
#include "catalogue.h"
#include "community.h"
#include "company.h"
#include "compound.h"
#include "contact.h"
#include "event.h"
#include "import-batch.h"
#include "inspection.h"
#include "office.h"
#include "photo.h"
#include "platform-case.h"
#include "record-sql.h"
#include "scheme.h"
#include "submission.h"
#include "text.h"

/* An array of records frees them without being told their type. */
#define DEFINE_FREE(name)                                                                          \
  static void free_##name (gpointer record)                                                        \
  {                                                                                                \
    ys_record_free (&ys_##name##_type, record);                                                    \
  }

DEFINE_FREE (office)
DEFINE_FREE (community)
DEFINE_FREE (company)
DEFINE_FREE (compound)
DEFINE_FREE (contact)
DEFINE_FREE (import_batch)
DEFINE_FREE (submission)
DEFINE_FREE (catalogue)
DEFINE_FREE (clause)
DEFINE_FREE (inspection)
DEFINE_FREE (finding)
DEFINE_FREE (case)
DEFINE_FREE (case_fault)
DEFINE_FREE (case_procedure)
DEFINE_FREE (event)
DEFINE_FREE (photo)
DEFINE_FREE (calendar_day)
DEFINE_FREE (calendar_year)
DEFINE_FREE (timetable)
DEFINE_FREE (period)
DEFINE_FREE (scheme)
DEFINE_FREE (prize)
DEFINE_FREE (assessment)
DEFINE_FREE (assessment_item)
DEFINE_FREE (bonus)
DEFINE_FREE (survey)
DEFINE_FREE (sheet_waiver)
DEFINE_FREE (twin_decision)
DEFINE_FREE (award_decision)
DEFINE_FREE (payout)
DEFINE_FREE (period_version)
DEFINE_FREE (filed_report)

static const struct
{
  const YsRecordType *type;
  GDestroyNotify free;
} types[] = {
  { &ys_office_type, free_office },
  { &ys_community_type, free_community },
  { &ys_company_type, free_company },
  { &ys_compound_type, free_compound },
  { &ys_contact_type, free_contact },
  { &ys_import_batch_type, free_import_batch },
  { &ys_submission_type, free_submission },
  { &ys_catalogue_type, free_catalogue },
  { &ys_clause_type, free_clause },
  { &ys_inspection_type, free_inspection },
  { &ys_finding_type, free_finding },
  { &ys_case_type, free_case },
  { &ys_case_fault_type, free_case_fault },
  { &ys_case_procedure_type, free_case_procedure },
  { &ys_event_type, free_event },
  { &ys_photo_type, free_photo },
  { &ys_calendar_day_type, free_calendar_day },
  { &ys_calendar_year_type, free_calendar_year },
  { &ys_timetable_type, free_timetable },
  { &ys_period_type, free_period },
  { &ys_scheme_type, free_scheme },
  { &ys_prize_type, free_prize },
  { &ys_assessment_type, free_assessment },
  { &ys_assessment_item_type, free_assessment_item },
  { &ys_bonus_type, free_bonus },
  { &ys_survey_type, free_survey },
  { &ys_sheet_waiver_type, free_sheet_waiver },
  { &ys_twin_decision_type, free_twin_decision },
  { &ys_award_decision_type, free_award_decision },
  { &ys_payout_type, free_payout },
  { &ys_period_version_type, free_period_version },
  { &ys_filed_report_type, free_filed_report },
};

const YsRecordType *
ys_record_type_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].type->name, name) == 0)
      return types[i].type;
  return NULL;
}

const YsRecordType *
ys_record_type_nth (guint index)
{
  return index < G_N_ELEMENTS (types) ? types[index].type : NULL;
}

GDestroyNotify
ys_record_type_free_func (const YsRecordType *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].type == type)
      return types[i].free;
  g_return_val_if_reached (NULL);
}

/* Their names are unique whatever their width, spaces and brackets. */
static gboolean
has_key (const YsRecordType *type)
{
  return type == &ys_compound_type || type == &ys_community_type || type == &ys_company_type;
}

static char *
make_insert (const YsRecordType *type, const char *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_string_printf (sql, "INSERT INTO \"%s\" (\"id\", %s%s) VALUES ($1", type->name, columns,
                   has_key (type) ? ", \"name_key\"" : "");
  guint n_values = type->n_fields + (has_key (type) ? 1 : 0);
  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (sql, ", $%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
make_update (const YsRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  /* $1 must be met first: it is the id here as it is in the insert. */
  g_string_printf (sql, "UPDATE \"%s\" SET \"id\" = $1", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\" = $%u", type->fields[i].name, i + 2);
  if (has_key (type))
    g_string_append_printf (sql, ", \"name_key\" = $%u", type->n_fields + 2);
  g_string_append (sql, " WHERE \"id\" = $1");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static YsRecordSql *
make_sql (const YsRecordType *type)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (columns, "%s\"%s\"", i > 0 ? ", " : "", type->fields[i].name);

  YsRecordSql *sql = g_new0 (YsRecordSql, 1);
  sql->type = type;
  sql->title_field = ys_record_type_field (type, type->title_field);
  sql->key_field = has_key (type) ? ys_record_type_field (type, "name") : NULL;
  sql->select_one = g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" WHERE \"id\" = $1",
                                     columns->str, type->name);
  sql->select_all
      = g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" ORDER BY \"id\"", columns->str, type->name);
  sql->select_by
      = g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%%s\" = $1 ORDER BY \"id\" LIMIT 1",
                         type->name);
  sql->count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", type->name);
  sql->insert = make_insert (type, columns->str);
  sql->update = make_update (type);
  sql->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = $1", type->name);
  sql->label = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = $1", type->title_field,
                                type->name);
  return sql;
}

const YsRecordSql *
ys_record_sql (const YsRecordType *type)
{
  static GMutex lock;
  static GHashTable *made;

  g_mutex_lock (&lock);
  if (made == NULL)
    made = g_hash_table_new (NULL, NULL);
  YsRecordSql *sql = g_hash_table_lookup (made, type);
  if (sql == NULL)
    {
      sql = make_sql (type);
      g_hash_table_insert (made, (gpointer)type, sql);
    }
  g_mutex_unlock (&lock);
  return sql;
}

static void
bind_field (
    const YsField *field, YsStatement *statement, int index, gconstpointer record, GPtrArray *texts)
{
  if (ys_field_is_empty (field, record))
    {
      ys_statement_bind_null (statement, index);
      return;
    }
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      ys_statement_bind_text (statement, index, ys_field_get_text (field, record));
      return;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      ys_statement_bind_int64 (statement, index, ys_field_get_number (field, record).value);
      return;
    case YS_FIELD_CHOICE:
      ys_statement_bind_text (statement, index,
                              ys_choice_nick (field->choices, ys_field_get_choice (field, record)));
      return;
    case YS_FIELD_DATE:
      {
        char *text = ys_date_to_iso (ys_field_get_date (field, record));
        g_ptr_array_add (texts, text);
        ys_statement_bind_text (statement, index, text);
        return;
      }
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      ys_statement_bind_int64 (statement, index, ys_field_get_int64 (field, record));
      return;
    }
  g_assert_not_reached ();
}

void
ys_record_bind (const YsRecordSql *sql,
                YsStatement *statement,
                gconstpointer record,
                GPtrArray *texts)
{
  const YsRecordType *type = sql->type;
  gint64 id = *(const gint64 *)record;
  if (id == 0)
    ys_statement_bind_null (statement, 1);
  else
    ys_statement_bind_int64 (statement, 1, id);
  for (guint i = 0; i < type->n_fields; i++)
    bind_field (&type->fields[i], statement, (int)i + 2, record, texts);
  if (sql->key_field != NULL)
    {
      char *key = ys_text_key (ys_field_get_text (sql->key_field, record));
      g_ptr_array_add (texts, key);
      ys_statement_bind_text (statement, (int)type->n_fields + 2, key);
    }
}

static gboolean
read_choice (const YsField *field, gpointer record, const char *nick)
{
  for (int i = 0; field->choices[i].nick != NULL; i++)
    if (g_strcmp0 (field->choices[i].nick, nick) == 0)
      {
        ys_field_set_choice (field, record, i + 1);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_field (const YsField *field, YsStatement *statement, int column, gpointer record)
{
  YsDate date;
  switch (field->type)
    {
    case YS_FIELD_TEXT:
      ys_field_set_text (field, record, ys_statement_text (statement, column));
      return TRUE;
    case YS_FIELD_COUNT:
    case YS_FIELD_HUNDREDTHS:
      ys_field_set_number (field, record, YS_NUMBER (ys_statement_int64 (statement, column)));
      return TRUE;
    case YS_FIELD_DATE:
      if (!ys_date_from_iso (ys_statement_text (statement, column), &date))
        return FALSE;
      ys_field_set_date (field, record, date);
      return TRUE;
    case YS_FIELD_CHOICE:
      return read_choice (field, record, ys_statement_text (statement, column));
    case YS_FIELD_REFERENCE:
    case YS_FIELD_INSTANT:
    case YS_FIELD_FLAG:
      ys_field_set_int64 (field, record, ys_statement_int64 (statement, column));
      return TRUE;
    }
  g_assert_not_reached ();
}

gboolean
ys_record_read_row (const YsRecordSql *sql, YsStatement *statement, gpointer record, GError **error)
{
  const YsRecordType *type = sql->type;
  YS_RECORD_ID (record) = ys_statement_int64 (statement, 0);
  for (guint i = 0; i < type->n_fields; i++)
    {
      int column = (int)i + 1;
      if (ys_statement_is_null (statement, column)
          || read_field (&type->fields[i], statement, column, record))
        continue;
      g_autofree char *number = ys_count_to_text (YS_RECORD_ID (record), FALSE);
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED,
                   /* Translators: a kind of record, its number, a field */
                   _ ("%s no. %s holds no valid value of “%s”: the ledger was changed by another "
                      "program. Restore a backup."),
                   g_dgettext (GETTEXT_PACKAGE, type->label), number,
                   g_dgettext (GETTEXT_PACKAGE, type->fields[i].label));
      return FALSE;
    }
  return TRUE;
}

gboolean
ys_record_load_row (YsDatabase *db,
                    const YsRecordType *type,
                    gint64 id,
                    gpointer record,
                    gboolean *out_found,
                    GError **error)
{
  const YsRecordSql *sql = ys_record_sql (type);
  g_autoptr (YsStatement) statement = ys_database_prepare (db, sql->select_one, error);
  *out_found = FALSE;
  if (statement == NULL)
    return FALSE;
  ys_statement_bind_int64 (statement, 1, id);
  if (!ys_statement_step (statement, out_found, error))
    return FALSE;
  return !*out_found || ys_record_read_row (sql, statement, record, error);
}

char *
ys_record_label (YsDatabase *db, const YsRecordType *type, gint64 id)
{
  const YsRecordSql *of = ys_record_sql (type);
  gboolean row;
  gint64 target;
  g_autoptr (YsStatement) statement = ys_database_prepare (db, of->label, NULL);
  if (statement == NULL)
    return NULL;
  ys_statement_bind_int64 (statement, 1, id);
  if (!ys_statement_step (statement, &row, NULL) || !row)
    return NULL;
  if (of->title_field->type != YS_FIELD_REFERENCE)
    return g_strdup (ys_statement_text (statement, 0));
  target = ys_statement_int64 (statement, 0);
  g_clear_pointer (&statement, ys_statement_free);
  return ys_record_label (db, ys_record_type_by_name (of->title_field->target), target);
}
