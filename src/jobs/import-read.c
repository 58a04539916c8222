/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row's cells into a record. Nothing that cannot be read is passed over: it refuses the row
 * with its column and a sentence. */
#include "config.h"

#include "import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

G_STATIC_ASSERT (sizeof (((YsImportItem *)NULL)->stated) * 8 >= 32);

/* Serial days that are more likely a year typed into a cell formatted as a date. */
#define FIRST_YEAR_SERIAL 1950
#define LAST_YEAR_SERIAL 2100

/* Beyond this many words of one field they hardly repeat. */
#define MAX_KNOWN 8192

struct _YsImportReadings
{
  GHashTable *words[32]; /* by field: text → YsCompound that holds its reading */
};

YsImportReadings *
ys_import_readings_new (void)
{
  return g_new0 (YsImportReadings, 1);
}

void
ys_import_readings_free (YsImportReadings *known)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known->words); i++)
    g_clear_pointer (&known->words[i], g_hash_table_unref);
  g_free (known);
}

/* As ys_field_read(), for fields whose words repeat. */
static gboolean
read_repeated (YsImportReadings *known,
               const YsField *field,
               YsCompound *compound,
               const char *text,
               YsDate today,
               GError **error)
{
  GHashTable **words = &known->words[field - ys_compound_type.fields];
  const YsCompound *reading;

  if (field->type != YS_FIELD_CHOICE && field->type != YS_FIELD_DATE)
    return ys_field_read (field, compound, text, today, error);
  if (*words == NULL)
    *words
        = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)ys_compound_free);
  reading = g_hash_table_lookup (*words, text);
  if (reading != NULL)
    {
      ys_field_copy (field, compound, reading);
      return TRUE;
    }
  if (!ys_field_read (field, compound, text, today, error))
    return FALSE;
  if (g_hash_table_size (*words) < MAX_KNOWN)
    {
      YsCompound *kept = ys_compound_new ();
      ys_field_copy (field, kept, compound);
      g_hash_table_insert (*words, g_strdup (text), kept);
    }
  return TRUE;
}

YsImportItem *
ys_import_item_new (const YsRawTable *table, guint table_index, const YsRawCompound *raw)
{
  YsImportItem *item = g_new0 (YsImportItem, 1);

  item->raw = raw;
  item->table = table_index;
  item->read = ys_compound_new ();
  item->twin = YS_NO_TWIN;
  item->pub.sheet = table->sheet;
  item->pub.row = raw->row + 1;
  item->pub.name = g_strdup (raw->name);
  item->pub.verdict = YS_VERDICT_NEW;
  return item;
}

void
ys_import_item_free (YsImportItem *item)
{
  ys_compound_free (item->read);
  if (item->merged != NULL)
    ys_compound_free (item->merged);
  g_free (item->community);
  g_free (item->town);
  g_free (item->company);
  g_free (item->pub.column);
  g_free (item->pub.field);
  g_free (item->pub.name);
  g_free (item->pub.reason);
  g_clear_pointer (&item->pub.changes, g_ptr_array_unref);
  g_free (item);
}

guint
ys_import_column_of (const YsRawTable *table, const char *field)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YsTableColumn *column = g_ptr_array_index (table->columns, i);
      if (g_strcmp0 (column->field, field) == 0)
        return column->column;
    }
  return G_MAXUINT;
}

static void
set_reason (YsImportItem *item, YsVerdict verdict, guint column, const char *field, char *reason)
{
  g_free (item->pub.reason);
  g_free (item->pub.column);
  g_free (item->pub.field);
  item->pub.verdict = verdict;
  item->pub.reason = reason;
  item->pub.column = column != G_MAXUINT ? ys_column_name (column) : NULL;
  item->pub.field = g_strdup (field);
}

void
ys_import_item_refuse (YsImportItem *item, guint column, const char *field, char *reason)
{
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    {
      g_free (reason);
      return;
    }
  set_reason (item, YS_VERDICT_REFUSED, column, field, reason);
}

void
ys_import_item_doubt (YsImportItem *item, guint column, const char *field, char *reason)
{
  if (item->pub.verdict == YS_VERDICT_REFUSED || item->pub.verdict == YS_VERDICT_DOUBTFUL)
    {
      g_free (reason);
      return;
    }
  set_reason (item, YS_VERDICT_DOUBTFUL, column, field, reason);
}

static void
doubt_value (YsImportItem *item, const YsRawValue *value, char *reason)
{
  ys_import_item_doubt (item, value->column, value->field, reason);
  if (item->pub.verdict == YS_VERDICT_DOUBTFUL)
    item->is_value_doubt = TRUE;
}

static void
state (YsImportItem *item, const YsField *field)
{
  item->stated |= (guint32)1 << (guint)(field - ys_compound_type.fields);
}

/* A year in a cell that is formatted as a date is stored as a day of 1905. */
static gboolean
read_year_as_date (YsImportItem *item, const YsField *field, const YsRawValue *value)
{
  YsDate date;
  gint64 serial;

  if (value->kind != YS_CELL_DATE || !ys_date_from_iso (value->text, &date)
      || !ys_date_is_full (date))
    return FALSE;
  serial = ys_date_to_serial (date);
  if (serial < FIRST_YEAR_SERIAL || serial > LAST_YEAR_SERIAL)
    return FALSE;
  ys_field_set_date (field, item->read, (YsDate){ (gint16)serial, 0, 0 });
  state (item, field);
  doubt_value (item, value,
               /* Translators: a date such as 1905-07-10, then a year such as 2018 */
               g_strdup_printf (_ ("The date cell says %s, probably the year %d was meant. Write "
                                   "it as text: %d."),
                                value->text, (int)serial, (int)serial));
  return TRUE;
}

/* As a number, 2020.10 becomes 2020.1. */
static void
doubt_cut_month (YsImportItem *item, const YsRawValue *value)
{
  if (value->kind == YS_CELL_NUMBER && strlen (value->text) == 6
      && g_str_has_suffix (value->text, ".1"))
    doubt_value (item, value,
                 /* Translators: a number such as 2020.1 */
                 g_strdup_printf (_ ("%s may be January or October. Write it as 2020-01 or "
                                     "2020-10."),
                                  value->text));
}

static void
read_field (YsImportItem *item,
            const YsField *field,
            const YsRawValue *value,
            YsDate today,
            YsImportReadings *known)
{
  g_autoptr (GError) error = NULL;

  if (field->type == YS_FIELD_DATE && read_year_as_date (item, field, value))
    return;
  if (!read_repeated (known, field, item->read, value->text, today, &error))
    {
      if (!g_error_matches (error, YS_VALUE_ERROR, YS_VALUE_ERROR_DOUBTFUL))
        {
          ys_import_item_refuse (item, value->column, value->field, g_strdup (error->message));
          return;
        }
      doubt_value (item, value, g_strdup (error->message));
    }
  else if (field->type == YS_FIELD_DATE)
    doubt_cut_month (item, value);
  if (!ys_field_is_empty (field, item->read))
    state (item, field);
}

/* Names of other records: only their length can be wrong. */
static void
read_name (YsImportItem *item,
           const YsRecordType *type,
           const char *field_name,
           const YsRawValue *value,
           char **to)
{
  const YsField *field = ys_record_type_field (type, field_name);
  g_autoptr (GError) error = NULL;
  gpointer record;

  g_free (*to);
  *to = g_strdup (value->text);
  if (strlen (value->text) <= 60) /* bytes: no limit is shorter */
    return;
  record = ys_record_new (type);
  if (!ys_field_read (field, record, value->text, YS_DATE_UNKNOWN, &error))
    ys_import_item_refuse (item, value->column, value->field, g_strdup (error->message));
  ys_record_free (type, record);
}

static char *
error_sentence (const char *text)
{
  /* Translators: an error of a spreadsheet such as #REF! */
  return g_strdup_printf (
      _ ("The cell holds the error %s. Correct its formula, or type the value."), text);
}

static gboolean
is_cell_error (const char *text)
{
  static const char *const errors[]
      = { "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", NULL };

  return g_strv_contains (errors, text);
}

static void
read_value (YsImportItem *item, const YsRawValue *value, YsDate today, YsImportReadings *known)
{
  const YsField *field;

  if (value->kind == YS_CELL_ERROR)
    {
      ys_import_item_refuse (item, value->column, value->field, error_sentence (value->text));
      return;
    }
  if (g_str_equal (value->field, "town"))
    {
      read_name (item, &ys_community_type, "town", value, &item->town);
      return;
    }
  field = ys_record_type_field (&ys_compound_type, value->field);
  g_return_if_fail (field != NULL);
  if (g_str_equal (value->field, "community"))
    {
      read_name (item, &ys_community_type, "name", value, &item->community);
      state (item, field);
    }
  else if (g_str_equal (value->field, "company"))
    {
      read_name (item, &ys_company_type, "name", value, &item->company);
      state (item, field);
    }
  else if (value->inferred)
    item->infers_form = TRUE;
  else
    read_field (item, field, value, today, known);
}

static void
read_compound_name (YsImportItem *item, const YsRawTable *table, YsDate today)
{
  guint column = ys_import_column_of (table, "name");
  g_autoptr (GError) error = NULL;

  if (*item->raw->name == '\0')
    {
      g_autofree char *letter = column != G_MAXUINT ? ys_column_name (column) : NULL;

      ys_import_item_refuse (item, column, "name",
                             letter != NULL
                                 /* Translators: a column's letter */
                                 ? g_strdup_printf (_ ("There is no compound name in column %s. "
                                                       "Fill it in, or delete the row."),
                                                    letter)
                                 : g_strdup (_ (
                                     "No column holds the compounds' names. Say which one does.")));
    }
  else if (is_cell_error (item->raw->name))
    ys_import_item_refuse (item, column, "name", error_sentence (item->raw->name));
  else if (!ys_field_read (ys_record_type_field (&ys_compound_type, "name"), item->read,
                           item->raw->name, today, &error))
    ys_import_item_refuse (item, column, "name", g_strdup (error->message));
}

void
ys_import_item_read (YsImportItem *item,
                     const YsRawTable *table,
                     YsDate today,
                     YsImportReadings *known)
{
  const YsRawCompound *raw = item->raw;

  read_compound_name (item, table, today);
  for (guint i = 0; i < raw->values->len; i++)
    read_value (item, g_ptr_array_index (raw->values, i), today, known);
  if (raw->doubt == NULL)
    return;
  ys_import_item_doubt (item, raw->doubt_column, "community", g_strdup (raw->doubt));
  if (item->pub.verdict == YS_VERDICT_DOUBTFUL)
    item->is_value_doubt = TRUE;
}

void
ys_import_item_overlay (const YsImportItem *item, YsCompound *compound)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if ((item->stated & ((guint32)1 << i)) && field->type != YS_FIELD_REFERENCE)
        ys_field_copy (field, compound, item->read);
    }
  if (item->community != NULL)
    compound->community_id = item->community_id;
  if (item->company != NULL)
    compound->company_id = item->company_id;
  /* What follows from another cell fills a blank only. */
  if (item->infers_form && compound->form == YS_FORM_UNKNOWN)
    compound->form = YS_FORM_COMPANY;
}

void
ys_import_item_fill (const YsImportItem *item, YsCompound *compound)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if ((item->stated & ((guint32)1 << i)) && field->type != YS_FIELD_REFERENCE
          && ys_field_is_empty (field, compound))
        ys_field_copy (field, compound, item->read);
    }
  if (item->company != NULL && compound->company_id == 0)
    compound->company_id = item->company_id;
  if (item->infers_form && compound->form == YS_FORM_UNKNOWN)
    compound->form = YS_FORM_COMPANY;
}
