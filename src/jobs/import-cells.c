/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one cell of an import means: a time, a compound of the registry, a clause of annex 1. */
#include "config.h"

#include "import-tables.h"

#include <glib/gi18n-lib.h>

#include "cell-instant.h"
#include "text.h"

#define DAY_SECONDS 86400

gboolean
ys_import_is_blank (const char *text)
{
  return *text == '\0' || g_str_equal (text, "-") || g_str_equal (text, "/")
         || g_str_equal (text, "无");
}

YsVerdict
ys_import_read_instant (const YsColumnTable *table,
                        guint row,
                        const char *field,
                        gboolean end_of_day,
                        YsInstant now,
                        YsInstant *out_instant,
                        char **out_reason)
{
  guint column = ys_column_table_column (table, field);
  g_autofree char *text = ys_column_table_text (table, row, field);
  YsCellInstant reading;

  *out_instant = 0;
  if (ys_import_is_blank (text))
    return YS_VERDICT_NEW;
  reading = ys_cell_read_instant (table->grid, row, column, text, now, out_instant, out_reason);
  if (reading == YS_CELL_INSTANT_BAD)
    {
      if (*out_reason == NULL)
        *out_reason
            = g_strdup_printf (_ ("“%s” is no day and time. Write it as 2025-10-09 11:10."), text);
      *out_instant = 0;
      return YS_VERDICT_REFUSED;
    }
  /* The instants of a ledger begin with 1970; a serial number of a wrong column may say less. */
  if (*out_instant <= 0)
    {
      *out_reason = g_strdup_printf (_ ("“%s” is before 1970. Correct the year."), text);
      *out_instant = 0;
      return YS_VERDICT_REFUSED;
    }
  if (reading != YS_CELL_INSTANT_DAY)
    return YS_VERDICT_NEW;
  if (end_of_day)
    *out_instant += DAY_SECONDS - 60;
  *out_reason = g_strdup_printf (end_of_day ? _ ("“%s” has no time of day; it is read as 23:59. "
                                                 "Accept it, or write the time.")
                                            : _ ("“%s” has no time of day; it is read as 0:00. "
                                                 "Accept it, or write the time."),
                                 text);
  return YS_VERDICT_DOUBTFUL;
}

/* The one compound of this name; NULL with @out_several when there are more. */
static const YsCompound *
find_exactly (const YsImportIndex *index, const char *key, gboolean *out_several)
{
  const YsCompound *found = NULL;

  *out_several = FALSE;
  for (const YsImportName *name = ys_import_index_names (index, key); name != NULL;
       name = name->next)
    {
      if (found != NULL && found != name->compound && found->withdrawn == name->compound->withdrawn)
        *out_several = TRUE;
      if (found == NULL || (found->withdrawn && !name->compound->withdrawn))
        found = name->compound;
    }
  return *out_several ? NULL : found;
}

YsVerdict
ys_import_read_compound (const YsImportIndex *index,
                         const char *text,
                         const YsCompound **out_compound,
                         char **out_reason)
{
  g_autofree char *key = ys_text_key (text);
  gboolean several = FALSE;

  *out_compound = *key != '\0' ? find_exactly (index, key, &several) : NULL;
  if (*out_compound != NULL)
    return YS_VERDICT_NEW;
  if (*key == '\0')
    *out_reason = g_strdup (_ ("The compound is missing. Write its name."));
  else if (several)
    *out_reason = g_strdup_printf (_ ("Several compounds are called “%s”. Write another name of "
                                      "the one that is meant."),
                                   text);
  else
    *out_compound = ys_import_index_like_any (index, key);
  if (*out_reason != NULL)
    return YS_VERDICT_REFUSED;
  if (*out_compound == NULL)
    {
      *out_reason = g_strdup_printf (_ ("There is no compound “%s”. Register it first, or write "
                                        "the name that the registry has."),
                                     text);
      return YS_VERDICT_REFUSED;
    }
  *out_reason = g_strdup_printf (_ ("“%s” is perhaps %s. Accept it, or write the registry's name."),
                                 text, (*out_compound)->name);
  return YS_VERDICT_DOUBTFUL;
}

YsVerdict
ys_import_read_clause (const YsCatalogueBook *book,
                       const char *text,
                       const YsClause **out_clause,
                       char **out_reason)
{
  g_autoptr (GArray) likely = NULL;

  *out_clause = ys_catalogue_book_find_written (book, text);
  if (*out_clause != NULL)
    return YS_VERDICT_NEW;
  likely = ys_catalogue_book_search (book, text, 1);
  if (likely->len == 0)
    {
      *out_reason = g_strdup_printf (_ ("Annex 1 has no clause “%s”. Write its code, such as "
                                        "A1-08, or its name."),
                                     text);
      return YS_VERDICT_REFUSED;
    }
  *out_clause = g_array_index (likely, YsClauseMatch, 0).clause;
  *out_reason = g_strdup_printf (_ ("“%s” is perhaps %s %s. Accept it, or write the code."), text,
                                 (*out_clause)->code, (*out_clause)->name);
  return YS_VERDICT_DOUBTFUL;
}
