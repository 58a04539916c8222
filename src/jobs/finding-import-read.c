/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table of findings: the visit and what was found. A value that cannot be read refuses
 * the row, one that a person should look at makes it doubtful. */
#include "config.h"

#include "finding-import-private.h"

#include <glib/gi18n-lib.h>

#include "text.h"

#define MAX_COUNT 999

const YsColumnTable *
ys_finding_item_table (const YsFindingItem *item, const YsFindingImport *import)
{
  return g_ptr_array_index (import->tables.tables, item->table);
}

void
ys_finding_item_refuse (YsFindingItem *item,
                        const YsFindingImport *import,
                        const char *field,
                        char *reason)
{
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    {
      g_free (reason);
      return;
    }
  item->pub.verdict = YS_VERDICT_REFUSED;
  item->pub.column = ys_column_table_column (ys_finding_item_table (item, import), field);
  g_free (item->pub.reason);
  item->pub.reason = reason;
}

void
ys_finding_item_doubt (YsFindingItem *item,
                       const YsFindingImport *import,
                       const char *field,
                       char *reason)
{
  g_autofree char *own = reason;
  char *both;

  if (item->pub.verdict == YS_VERDICT_REFUSED)
    return;
  if (item->pub.verdict != YS_VERDICT_DOUBTFUL)
    {
      item->pub.verdict = YS_VERDICT_DOUBTFUL;
      item->pub.column = ys_column_table_column (ys_finding_item_table (item, import), field);
      item->pub.reason = g_steal_pointer (&own);
      return;
    }
  /* Whoever accepts the row accepts every doubt of it. */
  /* Translators: two sentences, one after the other */
  both = g_strdup_printf (_ ("%s %s"), item->pub.reason, own);
  g_free (item->pub.reason);
  item->pub.reason = both;
}

void
ys_finding_item_judge (YsFindingItem *item,
                       const YsFindingImport *import,
                       YsVerdict verdict,
                       const char *field,
                       char *reason)
{
  if (verdict == YS_VERDICT_REFUSED)
    ys_finding_item_refuse (item, import, field, reason);
  else if (verdict == YS_VERDICT_DOUBTFUL)
    ys_finding_item_doubt (item, import, field, reason);
}

void
ys_finding_item_free (gpointer data)
{
  YsFindingItem *item = data;

  ys_record_clear (&ys_inspection_type, &item->read);
  g_free (item->pub.compound);
  g_free (item->pub.clause);
  g_free (item->pub.reason);
  g_free (item->code);
  g_free (item->place);
  g_free (item->note);
  g_free (item);
}

static char *
text_of (const YsFindingItem *item, const YsFindingImport *import, const char *field)
{
  return ys_column_table_text (ys_finding_item_table (item, import), item->pub.row, field);
}

static void
read_compound (YsFindingItem *item, const YsFindingImport *import)
{
  const YsCompound *compound;
  char *reason = NULL;
  YsVerdict verdict
      = ys_import_read_compound (import->index, item->pub.compound, &compound, &reason);

  ys_finding_item_judge (item, import, verdict, "compound", reason);
  if (compound != NULL)
    item->read.compound_id = compound->id;
}

static int
read_choice (YsFindingItem *item,
             const YsFindingImport *import,
             const char *name,
             const YsChoice *choices)
{
  const YsField *field = ys_record_type_field (&ys_inspection_type, name);
  g_autofree char *text = text_of (item, import, name);
  g_autofree char *words = ys_choice_join_official (choices);
  const char *label = g_dgettext (GETTEXT_PACKAGE, field->label);
  int choice = *text != '\0' ? ys_choice_from_text (choices, text) : 0;

  if (choice == 0 && *text == '\0')
    ys_finding_item_refuse (item, import, name,
                            /* Translators: a field such as Level, then words to choose from */
                            g_strdup_printf (_ ("%s is missing. Write one of: %s."), label, words));
  else if (choice == 0)
    ys_finding_item_refuse (item, import, name,
                            /* Translators: a field such as Level, what was written, words to choose
                               from */
                            g_strdup_printf (_ ("%s: “%s” is none of its words. Write one of: %s."),
                                             label, text, words));
  return choice;
}

static void
read_time (YsFindingItem *item, const YsFindingImport *import)
{
  g_autofree char *day = NULL;
  char *reason = NULL;
  YsVerdict verdict = ys_import_read_instant (ys_finding_item_table (item, import), item->pub.row,
                                              "at", FALSE, import->now, &item->read.at, &reason);

  ys_finding_item_judge (item, import, verdict, "at", reason);
  item->read.at = ys_instant_to_minute (item->read.at);
  if (item->read.at == 0)
    {
      ys_finding_item_refuse (item, import, "at",
                              g_strdup (_ ("The time of the inspection is missing. Write it as "
                                           "2025-10-09 11:10.")));
      return;
    }
  if (item->read.at <= import->now)
    return;
  day = ys_instant_to_iso (item->read.at);
  day[10] = ' ';
  ys_finding_item_doubt (item, import, "at",
                         g_strdup_printf (_ ("%s is still to come. Accept it, or correct the "
                                             "time."),
                                          day));
}

/* (transfer full) (nullable) */
static char *
read_text (YsFindingItem *item,
           const YsFindingImport *import,
           const YsRecordType *type,
           const char *name)
{
  const YsField *field = ys_record_type_field (type, name);
  g_autofree char *text = text_of (item, import, name);

  if (*text == '\0')
    return NULL;
  if (g_utf8_strlen (text, -1) <= field->maximum)
    return g_steal_pointer (&text);
  ys_finding_item_refuse (item, import, name,
                          g_strdup_printf (_ ("%s is longer than %d characters. Shorten it."),
                                           g_dgettext (GETTEXT_PACKAGE, field->label),
                                           (int)field->maximum));
  return NULL;
}

static void
read_count (YsFindingItem *item, const YsFindingImport *import, const char *text)
{
  YsNumber number;

  item->count = 1;
  if (ys_import_is_blank (text))
    return;
  if (ys_number_read_count (text, &number) && number.is_set && number.value >= 1
      && number.value <= MAX_COUNT)
    item->count = number.value;
  else
    ys_finding_item_refuse (item, import, "count",
                            g_strdup_printf (_ ("“%s” is no number of places. Write 1 to 999."),
                                             text));
}

/* What clerks write where nothing was found. */
static gboolean
says_nothing_found (const char *text)
{
  static const char *const words[]
      = { "无问题", "未发现问题", "没有问题", "未发现", "正常", "合格" };
  g_autofree char *key = ys_text_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (key, words[i]))
      return TRUE;
  return ys_import_is_blank (text);
}

static void
read_finding (YsFindingItem *item, const YsFindingImport *import)
{
  g_autofree char *count = text_of (item, import, "count");

  item->place = read_text (item, import, &ys_finding_type, "place");
  item->note = read_text (item, import, &ys_finding_type, "note");
  item->clean = says_nothing_found (item->pub.clause)
                && (ys_import_is_blank (count) || g_str_equal (count, "0"))
                && (item->place == NULL || ys_import_is_blank (item->place))
                && (item->note == NULL || says_nothing_found (item->note));
  if (item->clean)
    return;
  read_count (item, import, count);
  if (ys_import_is_blank (item->pub.clause))
    ys_finding_item_refuse (item, import, "clause",
                            g_strdup (_ ("The clause is missing. Write its code, such as A1-08, or "
                                         "leave place and note empty for a clean visit.")));
}

void
ys_finding_item_read (YsFindingItem *item, const YsFindingImport *import)
{
  item->pub.compound = text_of (item, import, "compound");
  item->pub.clause = text_of (item, import, "clause");
  read_compound (item, import);
  item->read.level = read_choice (item, import, "level", ys_level_choices);
  item->read.kind = read_choice (item, import, "kind", ys_inspection_kind_choices);
  read_time (item, import);
  item->read.inspectors = read_text (item, import, &ys_inspection_type, "inspectors");
  item->read.remark = read_text (item, import, &ys_inspection_type, "remark");
  read_finding (item, import);
}
