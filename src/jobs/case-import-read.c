/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a platform's export into a case. A value that cannot be read refuses the row, one that
 * a person should look at makes it doubtful; the first of each is told. */
#include "config.h"

#include "case-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text.h"

void
ys_case_item_refuse (YsCaseItem *item, guint column, char *reason)
{
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    {
      g_free (reason);
      return;
    }
  item->pub.verdict = YS_VERDICT_REFUSED;
  item->pub.column = column;
  g_free (item->pub.reason);
  item->pub.reason = reason;
}

void
ys_case_item_doubt (YsCaseItem *item, guint column, char *reason)
{
  if (item->pub.verdict == YS_VERDICT_REFUSED || item->pub.verdict == YS_VERDICT_DOUBTFUL)
    {
      g_free (reason);
      return;
    }
  item->pub.verdict = YS_VERDICT_DOUBTFUL;
  item->pub.column = column;
  item->pub.reason = reason;
}

void
ys_case_item_judge (YsCaseItem *item, YsVerdict verdict, guint column, char *reason)
{
  if (verdict == YS_VERDICT_REFUSED)
    ys_case_item_refuse (item, column, reason);
  else if (verdict == YS_VERDICT_DOUBTFUL)
    ys_case_item_doubt (item, column, reason);
}

static void
read_instant (YsCaseItem *item,
              const YsCaseImport *import,
              const YsColumnTable *table,
              const char *field,
              gboolean end_of_day,
              YsInstant *out_instant)
{
  char *reason = NULL;
  YsVerdict verdict = ys_import_read_instant (table, item->pub.row, field, end_of_day, import->now,
                                              out_instant, &reason);

  ys_case_item_judge (item, verdict, ys_column_table_column (table, field), reason);
}

static void
read_level (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  guint column = ys_column_table_column (table, "level");
  g_autofree char *text = ys_column_table_text (table, item->pub.row, "level");
  gboolean city = strstr (text, "市") != NULL;
  gboolean district = strstr (text, "区") != NULL;

  item->read->level = *text == '\0' ? import->level : ys_choice_from_text (ys_level_choices, text);
  /* 市平台, 区指挥中心 */
  if (item->read->level == YS_INSPECTION_LEVEL_UNKNOWN && city != district)
    item->read->level = city ? YS_INSPECTION_LEVEL_CITY : YS_INSPECTION_LEVEL_DISTRICT;
  if (item->read->level == YS_INSPECTION_LEVEL_CITY
      || item->read->level == YS_INSPECTION_LEVEL_DISTRICT)
    return;
  ys_case_item_refuse (
      item, column,
      *text == '\0'
          ? g_strdup (_ ("It is not said whose platform dispatched it. Head a column "
                         "级别 and write 市级 or 区级."))
          : g_strdup_printf (_ ("“%s” is no level of a platform. Write 市级 or 区级."), text));
}

/* 处置时限 is a limit with some platforms, an instant with others. */
static void
read_deadline (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  g_autofree char *text = ys_column_table_text (table, item->pub.row, "deadline");

  if (!ys_limit_from_text (text, &item->limit))
    read_instant (item, import, table, "deadline", TRUE, &item->read->deadline);
  if (item->read->deadline == 0 || item->read->deadline >= item->read->at)
    return;
  ys_case_item_refuse (item, ys_column_table_column (table, "deadline"),
                       g_strdup (_ ("The deadline is before the dispatch. Correct one of them.")));
}

static void
read_texts (YsCaseItem *item, const YsColumnTable *table)
{
  static const char *const names[] = { "number", "channel", "place", "note", "reply" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const YsField *field = ys_record_type_field (&ys_case_type, names[i]);
      g_autofree char *text = ys_column_table_text (table, item->pub.row, names[i]);

      if (*text == '\0')
        continue;
      if (g_utf8_strlen (text, -1) > field->maximum)
        ys_case_item_refuse (item, ys_column_table_column (table, names[i]),
                             g_strdup_printf (_ ("%s is longer than %d characters. Shorten it."),
                                              g_dgettext (GETTEXT_PACKAGE, field->label),
                                              (int)field->maximum));
      else
        ys_field_set_text (field, item->read, text);
    }
}

void
ys_case_item_read (YsCaseItem *item, const YsCaseImport *import, const YsColumnTable *table)
{
  read_texts (item, table);
  item->pub.number = g_strdup (item->read->number != NULL ? item->read->number : "");
  item->pub.compound = ys_column_table_text (table, item->pub.row, "compound");
  if (item->read->number == NULL)
    ys_case_item_refuse (item, ys_column_table_column (table, "number"),
                         g_strdup (_ ("The case number is missing. Write the platform's number.")));
  read_level (item, import, table);
  read_instant (item, import, table, "at", FALSE, &item->read->at);
  if (item->read->at == 0)
    ys_case_item_refuse (item, ys_column_table_column (table, "at"),
                         g_strdup (_ ("The time of dispatch is missing. Write it as 2025-10-09 "
                                      "11:10.")));
  read_deadline (item, import, table);
  read_instant (item, import, table, "replied_at", TRUE, &item->read->replied_at);
  if (item->read->replied_at != 0 && item->read->replied_at / 60 < item->read->at / 60)
    ys_case_item_refuse (item, ys_column_table_column (table, "replied_at"),
                         g_strdup (_ ("The reply is before the dispatch. Correct one of them.")));
}
