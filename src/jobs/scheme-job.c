/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scheme that holds for a period, and edits of it as new versions [002 §3 to §5, annex 4]. */
#include "config.h"

#include "scheme-job.h"

#include "calendar-record.h"
#include "change.h"
#include "job-error.h"
#include "record-store.h"
#include "score.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ys_scheme_book_free (YsSchemeBook *book)
{
  if (book == NULL)
    return;
  if (book->scheme != NULL)
    ys_record_free (&ys_scheme_type, book->scheme);
  g_clear_pointer (&book->prizes, g_ptr_array_unref);
  g_free (book);
}

static void
prize_free (gpointer prize)
{
  ys_record_free (&ys_prize_type, prize);
}

YsSchemeBook *
ys_scheme_book_copy (const YsSchemeBook *book)
{
  YsSchemeBook *copy;

  g_return_val_if_fail (book != NULL, NULL);

  copy = g_new0 (YsSchemeBook, 1);
  copy->scheme = ys_record_new (&ys_scheme_type);
  ys_record_copy (&ys_scheme_type, copy->scheme, book->scheme);
  copy->prizes = g_ptr_array_new_with_free_func (prize_free);
  for (guint i = 0; i < book->prizes->len; i++)
    {
      YsPrize *prize = ys_record_new (&ys_prize_type);

      ys_record_copy (&ys_prize_type, prize, book->prizes->pdata[i]);
      g_ptr_array_add (copy->prizes, prize);
    }
  return copy;
}

static YsPrize *
prize_of (const YsSchemeBook *book, int kind)
{
  for (guint i = 0; i < book->prizes->len; i++)
    {
      YsPrize *prize = book->prizes->pdata[i];

      if (prize->prize == kind)
        return prize;
    }
  return NULL;
}

const YsPrize *
ys_scheme_book_prize (const YsSchemeBook *book, int kind)
{
  g_return_val_if_fail (book != NULL, NULL);

  return prize_of (book, kind);
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const YsScheme *one = *(const YsScheme *const *)a;
  const YsScheme *other = *(const YsScheme *const *)b;

  return (one->version.value < other->version.value) - (one->version.value > other->version.value);
}

GPtrArray *
ys_scheme_versions (YsLedger *ledger, GError **error)
{
  GPtrArray *versions;

  g_return_val_if_fail (ledger != NULL, NULL);

  versions = ys_record_store_list (ledger, &ys_scheme_type, error);
  if (versions != NULL)
    g_ptr_array_sort (versions, compare_versions);
  return versions;
}

YsSchemeBook *
ys_scheme_load_version (YsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (YsSchemeBook) book = g_new0 (YsSchemeBook, 1);

  g_return_val_if_fail (ledger != NULL, NULL);

  book->scheme = ys_record_new (&ys_scheme_type);
  if (!ys_record_store_load (ledger, &ys_scheme_type, id, book->scheme, error))
    return NULL;
  book->prizes = ys_record_store_list_by (ledger, &ys_prize_type, "scheme", id, "position", error);
  return book->prizes != NULL ? g_steal_pointer (&book) : NULL;
}

YsSchemeBook *
ys_scheme_load (YsLedger *ledger, YsSpan span, GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  const YsScheme *found = NULL;

  g_return_val_if_fail (ledger != NULL, NULL);

  versions = ys_scheme_versions (ledger, error);
  if (versions == NULL)
    return NULL;
  /* Newest first: of two that begin on one date the later version counts. */
  for (guint i = 0; i < versions->len; i++)
    {
      const YsScheme *one = versions->pdata[i];

      if (ys_date_compare (one->valid_from, ys_span_first (span)) <= 0
          && (found == NULL || ys_date_compare (one->valid_from, found->valid_from) > 0))
        found = one;
    }
  if (found == NULL)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                           _ ("No scheme holds for this period. Add one that begins earlier."));
      return NULL;
    }
  return ys_scheme_load_version (ledger, found->id, error);
}

/* "first.places": the prize and its field. */
static gpointer
find_prize (YsSchemeBook *book, const char *path, const YsField **out_field)
{
  const char *dot = strchr (path, '.');
  g_autofree char *nick = g_strndup (path, (gsize)(dot - path));
  int kind = ys_choice_from_text (ys_prize_choices, nick);

  *out_field = ys_record_type_field (&ys_prize_type, dot + 1);
  if (*out_field == NULL
      || !(g_str_equal ((*out_field)->name, "places") || g_str_equal ((*out_field)->name, "amount")
           || g_str_equal ((*out_field)->name, "name")))
    return NULL;
  return prize_of (book, kind);
}

static gpointer
find_record (YsSchemeBook *book, const char *path, const YsField **out_field)
{
  if (strchr (path, '.') != NULL)
    return find_prize (book, path, out_field);
  *out_field = ys_record_type_field (&ys_scheme_type, path);
  if (*out_field == NULL || g_str_equal (path, "version") || g_str_equal (path, "valid_from")
      || g_str_equal (path, "reason"))
    return NULL;
  return book->scheme;
}

gboolean
ys_scheme_book_edit (YsSchemeBook *book, const YsSchemeEdit *edits, guint n_edits, GError **error)
{
  const YsDate reference = { 2000, 1, 1 }; /* no date among the fields: any will do */

  g_return_val_if_fail (book != NULL, FALSE);

  for (guint i = 0; i < n_edits; i++)
    {
      const YsField *field;
      gpointer record = find_record (book, edits[i].field, &field);

      if (record == NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                       _ ("A scheme has no “%s”. Write a field such as long_weight, fault_points, "
                          "first.places or red.amount."),
                       edits[i].field);
          return FALSE;
        }
      if (!ys_field_read (field, record, edits[i].text, reference, error))
        {
          g_prefix_error (error, "%s: ", edits[i].field);
          return FALSE;
        }
    }
  for (guint i = 0; i < book->prizes->len; i++)
    if (!ys_record_validate (&ys_prize_type, book->prizes->pdata[i], error))
      return FALSE;
  return ys_record_validate (&ys_scheme_type, book->scheme, error)
         && ys_scheme_check (book->scheme, error);
}

/* What was finalised keeps the scheme that it was finalised with: none may begin under it. */
static gboolean
check_from (YsLedger *ledger, YsDate from, GError **error)
{
  g_autoptr (GPtrArray) periods = ys_record_store_list (ledger, &ys_period_type, error);

  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++)
    {
      const YsPeriod *period = periods->pdata[i];

      if (period->finalised && ys_date_compare (period->starts_on, from) >= 0)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
                       _ ("%s is finalised. Let the scheme begin after it, or reopen the period "
                          "first."),
                       period->name);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_same (const YsSchemeBook *a, const YsSchemeBook *b)
{
  g_autoptr (GPtrArray) differences = ys_scheme_compare (a, b);

  return differences->len == 0;
}

static gboolean
insert_book (YsLedger *ledger, YsSchemeBook *book, GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "scheme", error);

  if (change == NULL || !ys_change_insert (change, &ys_scheme_type, book->scheme, error))
    return FALSE;
  for (guint i = 0; i < book->prizes->len; i++)
    {
      YsPrize *prize = book->prizes->pdata[i];

      prize->id = 0;
      prize->scheme_id = book->scheme->id;
      if (!ys_change_insert (change, &ys_prize_type, prize, error))
        return FALSE;
    }
  return ys_change_commit (change, NULL, error);
}

gboolean
ys_scheme_set (YsLedger *ledger,
               const YsSchemeEdit *edits,
               guint n_edits,
               YsDate from,
               const char *reason,
               GError **error)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (YsSchemeBook) base = NULL;
  g_autoptr (YsSchemeBook) book = NULL;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (ledger != NULL && ys_date_is_full (from), FALSE);

  clean = ys_text_clean (reason != NULL ? reason : "");
  if (*clean == '\0')
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("Say why the scheme is changed."));
      return FALSE;
    }
  /* Every period is taken by its first day: a scheme from the 15th would hold for a later one than
   * the person who wrote it thinks. */
  if (from.day != 1)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("A scheme begins with a period. Write the first day of a month: "
                              "2026-10-01."));
      return FALSE;
    }
  base = ys_scheme_load (ledger, ys_span_of (YS_SPAN_MONTH, from), error);
  if (base == NULL)
    return FALSE;
  book = ys_scheme_book_copy (base);
  if (!ys_scheme_book_edit (book, edits, n_edits, error))
    return FALSE;
  if (is_same (base, book))
    return TRUE;
  versions = ys_scheme_versions (ledger, error);
  if (versions == NULL || !check_from (ledger, from, error))
    return FALSE;
  book->scheme->id = 0;
  book->scheme->version = YS_NUMBER (((const YsScheme *)versions->pdata[0])->version.value + 1);
  book->scheme->valid_from = from;
  g_free (book->scheme->reason);
  book->scheme->reason = g_steal_pointer (&clean);
  return insert_book (ledger, book, error);
}

void
ys_scheme_difference_free (YsSchemeDifference *difference)
{
  g_free (difference->label);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* @prefix: (nullable): the prize that a field belongs to */
static void
compare_records (const YsRecordType *type,
                 gconstpointer a,
                 gconstpointer b,
                 const char *prefix,
                 GPtrArray *differences)
{
  for (guint i = 0; i < type->n_fields; i++)
    {
      const YsField *field = &type->fields[i];
      YsSchemeDifference *difference;

      if (field->flags & YS_FIELD_INTERNAL || field->type == YS_FIELD_DATE
          || g_str_equal (field->name, "reason") || ys_field_equal (field, a, b))
        continue;
      difference = g_new0 (YsSchemeDifference, 1);
      difference->label = prefix != NULL ? g_strdup_printf ("%s · %s", prefix, _ (field->label))
                                         : g_strdup (_ (field->label));
      difference->before = ys_field_to_display (field, a);
      difference->after = ys_field_to_display (field, b);
      g_ptr_array_add (differences, difference);
    }
}

GPtrArray *
ys_scheme_compare (const YsSchemeBook *from, const YsSchemeBook *to)
{
  GPtrArray *differences;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  differences = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_scheme_difference_free);
  compare_records (&ys_scheme_type, from->scheme, to->scheme, NULL, differences);
  for (guint i = 0; i < MIN (from->prizes->len, to->prizes->len); i++)
    compare_records (&ys_prize_type, from->prizes->pdata[i], to->prizes->pdata[i],
                     ((const YsPrize *)from->prizes->pdata[i])->name, differences);
  return differences;
}
