/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blanks and doubts of one compound. Which fields are wanted stands in the field table
 * (required or wanted); here stands only when one of them is not asked for. */
#include "config.h"

#include "completeness.h"

#include <glib/gi18n-lib.h>

#define COUNTED (YS_FIELD_REQUIRED | YS_FIELD_WANTED)

static gboolean
is_company_field (const YsField *field)
{
  return field->offset == G_STRUCT_OFFSET (YsCompound, company_id);
}

/* A self-run compound has no company that could have moved in. Where the nature is not known
 * yet, the management form says whether one is to be expected [004 annex 5]. */
static gboolean
needs_company (const YsCompound *compound)
{
  switch ((YsNature)compound->nature)
    {
    case YS_NATURE_SELF_RUN:
      return FALSE;
    case YS_NATURE_HIRED:
      return TRUE;
    case YS_NATURE_UNKNOWN:
      break;
    }
  return compound->form == YS_FORM_COMPANY || compound->form == YS_FORM_UNKNOWN;
}

static gboolean
is_wanted (const YsCompound *compound, const YsField *field)
{
  if ((field->flags & COUNTED) == 0)
    return FALSE;
  return !is_company_field (field) || needs_company (compound);
}

gboolean
ys_completeness_is_blank (const YsCompound *compound, const YsField *field)
{
  g_return_val_if_fail (compound != NULL && field != NULL, FALSE);

  return is_wanted (compound, field) && ys_field_is_empty (field, compound);
}

static void
count (const YsCompound *compound, guint *out_wanted, guint *out_blank)
{
  guint wanted = 0;
  guint blank = 0;

  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if (!is_wanted (compound, field))
        continue;
      wanted++;
      if (ys_field_is_empty (field, compound))
        blank++;
    }
  *out_wanted = wanted;
  *out_blank = blank;
}

guint
ys_completeness_percent (const YsCompound *compound)
{
  guint wanted, blank;

  g_return_val_if_fail (compound != NULL, 0);

  count (compound, &wanted, &blank);
  /* Rounded down: 100 is said only when nothing is missing. */
  return wanted == 0 ? 100 : (wanted - blank) * 100 / wanted;
}

guint
ys_completeness_n_blank (const YsCompound *compound)
{
  guint wanted, blank;

  g_return_val_if_fail (compound != NULL, 0);

  count (compound, &wanted, &blank);
  return blank;
}

/* A month or a year lies in the future only when even its first day does. */
static gboolean
is_after (YsDate date, YsDate today)
{
  YsDate first = { date.year, MAX (date.month, 1), MAX (date.day, 1) };

  return ys_date_is_known (date) && ys_date_compare (first, today) > 0;
}

static const char *
name_of_member (gsize offset)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if (ys_compound_type.fields[i].offset == offset)
      return ys_compound_type.fields[i].name;
  g_assert_not_reached ();
}

static void
add_doubt (GArray *doubts, YsDoubt doubt, gsize offset)
{
  YsDoubtFound found = { doubt, name_of_member (offset) };

  g_array_append_val (doubts, found);
}

GArray *
ys_completeness_doubts (const YsCompound *compound, YsDate today)
{
  GArray *doubts = g_array_new (FALSE, FALSE, sizeof (YsDoubtFound));

  g_return_val_if_fail (compound != NULL, doubts);

  if (compound->nature == YS_NATURE_HIRED && compound->company_id == 0)
    add_doubt (doubts, YS_DOUBT_HIRED_WITHOUT_COMPANY, G_STRUCT_OFFSET (YsCompound, company_id));
  if (compound->nature == YS_NATURE_SELF_RUN && compound->company_id != 0)
    add_doubt (doubts, YS_DOUBT_SELF_RUN_WITH_COMPANY, G_STRUCT_OFFSET (YsCompound, nature));
  if (ys_date_is_known (compound->entry_date) && compound->year_built.is_set
      && compound->entry_date.year < compound->year_built.value)
    add_doubt (doubts, YS_DOUBT_ENTRY_BEFORE_BUILT, G_STRUCT_OFFSET (YsCompound, entry_date));
  if (is_after (compound->entry_date, today))
    add_doubt (doubts, YS_DOUBT_ENTRY_IN_FUTURE, G_STRUCT_OFFSET (YsCompound, entry_date));
  return doubts;
}

char *
ys_doubt_to_sentence (YsDoubt doubt, const YsCompound *compound)
{
  g_autofree char *entry = NULL;
  g_autofree char *year = NULL;

  g_return_val_if_fail (compound != NULL, NULL);

  entry = ys_date_to_iso (compound->entry_date);
  year = ys_count_to_text (compound->year_built.value, FALSE);
  switch (doubt)
    {
    case YS_DOUBT_HIRED_WITHOUT_COMPANY:
      return g_strdup (_ ("A company is hired, but none is named. Name it, or write self-run."));
    case YS_DOUBT_SELF_RUN_WITH_COMPANY:
      return g_strdup (_ ("Self-run, yet a company is named. Write hired, or clear the company."));
    case YS_DOUBT_ENTRY_BEFORE_BUILT:
      /* Translators: a date such as 2008-03, then the year of construction */
      return g_strdup_printf (_ ("The entry date %s lies before the year of construction %s. "
                                 "Correct one of them."),
                              entry, year);
    case YS_DOUBT_ENTRY_IN_FUTURE:
      return g_strdup_printf (_ ("The entry date %s is still to come. Check the year."), entry);
    case YS_DOUBT_PHONE_SHARED:
      return g_strdup_printf (_ ("The phone %s also stands under another manager's name. "
                                 "Check who answers it."),
                              compound->phone != NULL ? compound->phone : "");
    }
  return NULL;
}
