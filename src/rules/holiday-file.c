/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The yearly notice as a holiday-cn JSON file: {"year": 2026, "days": [{"name", "date",
 * "isOffDay"}]}. Read whole or refused whole; a date may stand twice only if both times the same.
 */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "text.h"
#include "work-calendar-private.h"

#define MAX_BYTES (1024 * 1024)
#define MAX_DAYS 400
#define MAX_NAME_BYTES 180
/* The file has three levels. The parser calls itself for each, so a deep one would eat the stack.
 */
#define MAX_DEPTH 16

static void
free_day (gpointer data)
{
  YsHolidayDay *day = data;

  g_free (day->name);
  g_free (day);
}

void
ys_holiday_file_free (YsHolidayFile *file)
{
  if (file == NULL)
    return;
  g_ptr_array_unref (file->days);
  g_free (file);
}

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_BAD, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
is_shallow (const char *data, gsize n)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < n; i++)
    if (in_string)
      {
        if (data[i] == '\\')
          i++;
        else if (data[i] == '"')
          in_string = FALSE;
      }
    else if (data[i] == '"')
      in_string = TRUE;
    else if (data[i] == '[' || data[i] == '{')
      {
        if (++depth > MAX_DEPTH)
          return FALSE;
      }
    else if ((data[i] == ']' || data[i] == '}') && depth > 0)
      depth--;
  return TRUE;
}

/* Afterwards the parser has forgotten where it stood. */
static void
on_parser_error_cb (JsonParser *parser, const GError *cause, guint *out_line)
{
  *out_line = json_parser_get_current_line (parser);
}

static gboolean
load (JsonParser *parser, GBytes *bytes, GError **error)
{
  guint line = 0;
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  if (n > MAX_BYTES)
    return refuse (error,
                   _ ("The file is larger than 1 MB. Choose a holiday-cn file of one year."));
  if (n == 0)
    return refuse (error, _ ("The file is empty. Choose a holiday-cn file of one year."));
  if (!g_utf8_validate (data, (gssize)n, NULL))
    return refuse (error, _ ("The file is no UTF-8 text. Choose a holiday-cn file (JSON)."));
  if (!is_shallow (data, n))
    return refuse (error,
                   _ ("The file is nested too deeply. Choose a holiday-cn file of one year."));
  g_signal_connect (parser, "error", G_CALLBACK (on_parser_error_cb), &line);
  if (!json_parser_load_from_data (parser, data, (gssize)n, NULL))
    return refuse (error, _ ("The file is no JSON (line %u). Choose a holiday-cn file."), line);
  return TRUE;
}

/* (transfer none) (nullable) */
static JsonNode *
get_member (JsonNode *node, const char *name, GType type)
{
  JsonNode *member = JSON_NODE_HOLDS_OBJECT (node)
                         ? json_object_get_member (json_node_get_object (node), name)
                         : NULL;

  if (member == NULL || !JSON_NODE_HOLDS_VALUE (member)
      || json_node_get_value_type (member) != type)
    return NULL;
  return member;
}

static gboolean
read_year (JsonNode *root, YsHolidayFile *file, GError **error)
{
  JsonNode *year = get_member (root, "year", G_TYPE_INT64);
  gint64 value = year ? json_node_get_int (year) : 0;

  if (value < 1970 || value > 9998)
    return refuse (error,
                   _ ("The file has no “year” from 1970 to 9998. Choose a holiday-cn file."));
  file->year = (int)value;
  return TRUE;
}

/* (transfer full) (nullable): @number counts from 1. */
static YsHolidayDay *
read_day (JsonNode *node, guint number, int year, GError **error)
{
  JsonNode *date = node ? get_member (node, "date", G_TYPE_STRING) : NULL;
  JsonNode *name = node ? get_member (node, "name", G_TYPE_STRING) : NULL;
  JsonNode *off = node ? get_member (node, "isOffDay", G_TYPE_BOOLEAN) : NULL;
  YsDate read = YS_DATE_UNKNOWN;

  if (date == NULL || !ys_date_from_iso (json_node_get_string (date), &read)
      || !ys_date_is_full (read))
    {
      refuse (error, _ ("Day %u has no “date” like 2026-10-01. Correct the file."), number);
      return NULL;
    }
  /* A notice reaches over new year, never further. */
  if (read.year < year - 1 || read.year > year + 1)
    {
      refuse (error, _ ("Day %u (%s) is no day of %d. Correct the file."), number,
              json_node_get_string (date), year);
      return NULL;
    }
  if (off == NULL)
    {
      refuse (error, _ ("Day %u (%s) has no “isOffDay” true or false. Correct the file."), number,
              json_node_get_string (date));
      return NULL;
    }
  g_autofree char *clean = ys_text_clean (name ? json_node_get_string (name) : NULL);
  if (*clean == '\0' || strlen (clean) > MAX_NAME_BYTES)
    {
      refuse (error, _ ("Day %u (%s) has no “name” of at most 60 characters. Correct the file."),
              number, json_node_get_string (date));
      return NULL;
    }
  YsHolidayDay *day = g_new0 (YsHolidayDay, 1);
  day->date = read;
  day->mark = json_node_get_boolean (off) ? YS_DAY_OFF : YS_DAY_WORK;
  day->name = g_steal_pointer (&clean);
  return day;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const YsHolidayDay *const *first = a, *const *second = b;

  return ys_date_compare ((*first)->date, (*second)->date);
}

/* A date that stands twice the same is kept once. */
static gboolean
drop_twins (GPtrArray *days, GError **error)
{
  for (guint i = 1; i < days->len;)
    {
      const YsHolidayDay *before = g_ptr_array_index (days, i - 1);
      const YsHolidayDay *day = g_ptr_array_index (days, i);

      if (!ys_date_equal (before->date, day->date))
        {
          i++;
          continue;
        }
      if (before->mark != day->mark)
        {
          g_autofree char *date = ys_date_to_iso (day->date);

          g_set_error (error, YS_CALENDAR_ERROR, YS_CALENDAR_ERROR_CONFLICT,
                       _ ("%s is both a holiday and a make-up day. Keep one of them in the file."),
                       date);
          return FALSE;
        }
      g_ptr_array_remove_index (days, i);
    }
  return TRUE;
}

static gboolean
read_days (JsonNode *root, YsHolidayFile *file, GError **error)
{
  JsonNode *node = json_object_get_member (json_node_get_object (root), "days");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, _ ("The file has no list “days”. Choose a holiday-cn file."));

  JsonArray *array = json_node_get_array (node);
  guint n = json_array_get_length (array);

  if (n == 0 || n > MAX_DAYS)
    return refuse (error,
                   _ ("The file has %u days; a notice has 1 to %d. Choose a holiday-cn file."), n,
                   MAX_DAYS);
  for (guint i = 0; i < n; i++)
    {
      YsHolidayDay *day = read_day (json_array_get_element (array, i), i + 1, file->year, error);

      if (day == NULL)
        return FALSE;
      g_ptr_array_add (file->days, day);
    }
  g_ptr_array_sort (file->days, compare_days);
  return drop_twins (file->days, error);
}

YsHolidayFile *
ys_holiday_file_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (YsHolidayFile) file = g_new0 (YsHolidayFile, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  file->days = g_ptr_array_new_with_free_func (free_day);
  if (!load (parser, bytes, error))
    return NULL;

  JsonNode *root = json_parser_get_root (parser);

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, _ ("The file is no JSON object. Choose a holiday-cn file."));
      return NULL;
    }
  if (!read_year (root, file, error) || !read_days (root, file, error))
    return NULL;
  return g_steal_pointer (&file);
}
