/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The verdict of every row. A name as it is written, in its community, is that compound; whatever
 * is only like it waits for a person. Hash tables throughout: time grows with the rows, not their
 * square. */
#include "config.h"

#include "import-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "job-error.h"
#include "text.h"

/* Rows between two looks at progress and cancellation. */
#define STRIDE 512

typedef struct
{
  YsImport *import;
  YsLedger *ledger;
  GHashTable *by_key;   /* "place/name key" → index + 1 of the first row */
  GHashTable *by_alias; /* "place/alias" → index + 1 */
  YsImportReadings *known;
  GHashTable *by_match; /* compound id → index + 1 */
} Judge;

/* How a spelling in the registry fits a row; lower is nearer. */
typedef enum
{
  FIT_NAME,      /* as it is written, in its community */
  FIT_KEY,       /* but for spaces, width, brackets */
  FIT_OTHER,     /* a former or other name */
  FIT_WITHDRAWN, /* a withdrawn compound of the community */
  FIT_ELSEWHERE, /* in another community */
  FIT_NONE
} Fit;

static Fit
fit_of (const YsImportItem *item, const YsImportName *name)
{
  gboolean here = item->community == NULL || item->community_id == name->compound->community_id;

  if (name->compound->withdrawn)
    return here ? FIT_WITHDRAWN : FIT_NONE;
  if (!here)
    return FIT_ELSEWHERE;
  if (name->is_other)
    return FIT_OTHER;
  return g_str_equal (name->name, item->pub.name) ? FIT_NAME : FIT_KEY;
}

/* The nearest spelling. @out_several: more than one compound fits as near, and the row does not say
 * which. */
static const YsImportName *
find_nearest (const Judge *judge,
              const YsImportItem *item,
              const char *key,
              Fit *out_fit,
              gboolean *out_several)
{
  const YsImportName *nearest = NULL;

  *out_fit = FIT_NONE;
  *out_several = FALSE;
  for (const YsImportName *name = ys_import_index_names (judge->import->index, key); name != NULL;
       name = name->next)
    {
      Fit fit = fit_of (item, name);
      if (fit < *out_fit)
        {
          *out_fit = fit;
          *out_several = FALSE;
          nearest = name;
        }
      else if (fit != FIT_NONE && fit == *out_fit && name->compound != nearest->compound)
        *out_several = TRUE;
    }
  return nearest;
}

static char *
display (const YsImport *import, const YsField *field, const YsCompound *compound)
{
  if (field->type != YS_FIELD_REFERENCE)
    return ys_field_to_display (field, compound);
  if (g_str_equal (field->target, "community"))
    {
      const YsCommunity *community
          = ys_import_index_community (import->index, compound->community_id);
      return g_strdup (community != NULL ? community->name : "");
    }
  else
    {
      const YsCompany *company = ys_import_index_company (import->index, compound->company_id);
      return g_strdup (company != NULL ? company->name : "");
    }
}

static void
change_free (gpointer data)
{
  YsImportChange *change = data;

  g_free (change->field);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

static gboolean
differs (const YsImportItem *item, const YsField *field, const YsCompound *stored)
{
  /* A community or company that is not in the ledger yet has no id to compare. */
  if (g_str_equal (field->name, "community"))
    return item->community != NULL
           && (item->community_id == 0 || item->community_id != stored->community_id);
  if (g_str_equal (field->name, "company"))
    return item->company != NULL
           && (item->company_id == 0 || item->company_id != stored->company_id);
  return !ys_field_equal (field, stored, item->merged);
}

/* The compound as it would become, and what that changes. */
static void
set_match (const Judge *judge, YsImportItem *item, const YsCompound *stored)
{
  item->pub.match = stored->id;
  item->merged = ys_compound_copy (stored);
  ys_import_item_overlay (item, item->merged);
  item->pub.changes = g_ptr_array_new_with_free_func (change_free);
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];
      YsImportChange *change;
      char *after;

      if (!differs (item, field, stored))
        continue;
      if (g_str_equal (field->name, "community"))
        after = g_strdup (item->community);
      else if (g_str_equal (field->name, "company"))
        after = g_strdup (item->company);
      else
        after = display (judge->import, field, item->merged);
      change = g_new (YsImportChange, 1);
      *change = (YsImportChange){ g_strdup (field->name), display (judge->import, field, stored),
                                  after };
      g_ptr_array_add (item->pub.changes, change);
    }
}

/* A doubtful reading that the ledger holds already is none. */
static void
settle_value_doubt (YsImportItem *item)
{
  if (item->pub.verdict != YS_VERDICT_DOUBTFUL || !item->is_value_doubt
      || item->pub.changes->len > 0)
    return;
  item->is_value_doubt = FALSE;
  item->pub.verdict = YS_VERDICT_SAME;
  g_clear_pointer (&item->pub.reason, g_free);
  g_clear_pointer (&item->pub.column, g_free);
  g_clear_pointer (&item->pub.field, g_free);
}

/* The row is this compound, beyond doubt. */
static void
settle (const Judge *judge, YsImportItem *item, const YsCompound *stored)
{
  set_match (judge, item, stored);
  settle_value_doubt (item);
  if (item->pub.verdict == YS_VERDICT_NEW)
    item->pub.verdict = item->pub.changes->len > 0 ? YS_VERDICT_CHANGED : YS_VERDICT_SAME;
}

/* Which compound it is must be decided; that comes before a doubtful reading, whose sentence stays
 * behind the first. */
static void
doubt_match (const Judge *judge, YsImportItem *item, const char *reason)
{
  const YsRawTable *table = g_ptr_array_index (judge->import->tables, item->table);
  g_autofree char *second
      = item->pub.verdict == YS_VERDICT_DOUBTFUL ? g_strdup (item->pub.reason) : NULL;

  if (item->pub.verdict == YS_VERDICT_DOUBTFUL)
    item->pub.verdict = YS_VERDICT_NEW;
  item->is_value_doubt = FALSE;
  ys_import_item_doubt (item, ys_import_column_of (table, "name"), "name",
                        second != NULL ? g_strdup_printf ("%s %s", reason, second)
                                       : g_strdup (reason));
}

static char *
withdrawn_sentence (const YsCompound *stored)
{
  g_autofree char *on = ys_date_to_iso (stored->withdrawn_on);

  if (on == NULL)
    return g_strdup_printf (_ ("“%s” was withdrawn. Merge to take it back, or make a new one."),
                            stored->name);
  /* Translators: a compound, then a date */
  return g_strdup_printf (_ ("“%s” was withdrawn on %s. Merge to take it back, or make a new one."),
                          stored->name, on);
}

static char *
fit_sentence (const Judge *judge, const YsImportItem *item, const YsCompound *stored, Fit fit)
{
  const YsCommunity *community;

  switch (fit)
    {
    case FIT_NAME:
    case FIT_NONE:
      return NULL;
    case FIT_KEY:
      return g_strdup_printf (_ ("The registry writes “%s”; only spaces, width or brackets differ. "
                                 "Merge the two, or correct the file."),
                              stored->name);
    case FIT_OTHER:
      return g_strdup_printf (_ ("“%s” in the registry is also called so. Merge the two, or make a "
                                 "new one."),
                              stored->name);
    case FIT_WITHDRAWN:
      return withdrawn_sentence (stored);
    case FIT_ELSEWHERE:
      community = ys_import_index_community (judge->import->index, stored->community_id);
      /* Translators: a compound, then a community */
      return g_strdup_printf (_ ("“%s” stands in %s already. Merge the two, or make a new one."),
                              stored->name, community != NULL ? community->name : "");
    }
  g_return_val_if_reached (NULL);
}

static void
propose (const Judge *judge,
         YsImportItem *item,
         const YsCompound *stored,
         const char *reason,
         gboolean can_be_new)
{
  set_match (judge, item, stored);
  doubt_match (judge, item, reason);
  item->pub.can_merge = TRUE;
  item->pub.can_be_new = can_be_new && item->community != NULL;
}

/* TRUE when the row has found its compound, sure or proposed. */
static gboolean
match_registry (const Judge *judge, YsImportItem *item, const char *key)
{
  Fit fit;
  gboolean several;
  const YsImportName *name = find_nearest (judge, item, key, &fit, &several);
  const YsCompound *like;
  g_autofree char *reason = NULL;

  if (name != NULL && several && item->community == NULL)
    {
      ys_import_item_refuse (item, G_MAXUINT, "community",
                             g_strdup_printf (_ ("Several compounds are called “%s”. Write the "
                                                 "community too."),
                                              item->pub.name));
      return TRUE;
    }
  if (name != NULL)
    {
      if (fit == FIT_NAME
          || (fit < FIT_WITHDRAWN
              && ys_import_recalls_merge (judge->ledger, item, name->compound->id)))
        {
          settle (judge, item, name->compound);
          return TRUE;
        }
      reason = fit_sentence (judge, item, name->compound, fit);
      propose (judge, item, name->compound, reason, fit != FIT_KEY);
      return TRUE;
    }
  like = item->community == NULL || item->community_id != 0
             ? ys_import_index_like (judge->import->index, item->community_id, key)
             : NULL;
  if (like == NULL)
    return FALSE;
  reason = g_strdup_printf (_ ("This may be “%s”. Merge the two, or make a new one."), like->name);
  propose (judge, item, like, reason, TRUE);
  return TRUE;
}

/* (transfer full): what rows of one community have in common: its id, or the key of its name and
 * town when the ledger has none. */
static char *
place_of (const YsImportItem *item)
{
  g_autofree char *community = NULL;
  g_autofree char *town = NULL;
  gint64 id = item->community == NULL && item->merged != NULL ? item->merged->community_id
                                                              : item->community_id;

  if (id != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);
  community = ys_import_community_key (item->community != NULL ? item->community : "");
  town = ys_text_key (item->town);
  return g_strdup_printf ("%s@%s", community, town);
}

static char *
row_words (const YsImportItem *item, const YsImportItem *first)
{
  if (g_str_equal (item->pub.sheet, first->pub.sheet))
    /* Translators: a row of the worksheet */
    return g_strdup_printf (_ ("row %u"), first->pub.row);
  /* Translators: a row, then the worksheet's name */
  return g_strdup_printf (_ ("row %u of sheet %s"), first->pub.row, first->pub.sheet);
}

static gboolean
differs_in_spaces_only (const char *a, const char *b)
{
  g_auto (GStrv) a_words = g_strsplit (a, " ", -1);
  g_auto (GStrv) b_words = g_strsplit (b, " ", -1);
  g_autofree char *a_joined = g_strjoinv ("", a_words);
  g_autofree char *b_joined = g_strjoinv ("", b_words);

  return g_str_equal (a_joined, b_joined);
}

static char *
twin_sentence (const YsImportItem *item, const YsImportItem *first)
{
  g_autofree char *row = row_words (item, first);

  if (g_str_equal (item->pub.name, first->pub.name))
    /* Translators: “row 14” or “row 14 of sheet X” */
    return g_strdup_printf (_ ("Same name as %s. Merge the two, or delete one in the file."), row);
  if (differs_in_spaces_only (item->pub.name, first->pub.name))
    return g_strdup_printf (_ ("Same name as %s, only a space differs. Merge the two, or delete "
                               "one in the file."),
                            row);
  return g_strdup_printf (_ ("Same name as %s, only width or brackets differ. Merge the two, or "
                             "delete one in the file."),
                          row);
}

/* Of what the row says only the blanks count: the earlier row comes first. */
static void
keep_blanks_only (const Judge *judge, YsImportItem *item)
{
  const YsCompound *stored = ys_import_index_compound (judge->import->index, item->pub.match);

  if (item->merged == NULL || stored == NULL)
    return;
  ys_compound_free (item->merged);
  item->merged = ys_compound_copy (stored);
  ys_import_item_fill (item, item->merged);
  for (guint i = item->pub.changes->len; i > 0; i--)
    if (*((YsImportChange *)item->pub.changes->pdata[i - 1])->before != '\0')
      g_ptr_array_remove_index (item->pub.changes, i - 1);
}

/* The row repeats an earlier one of this file. */
static void
set_twin (const Judge *judge,
          YsImportItem *item,
          guint first_index,
          const char *reason,
          gboolean can_be_new)
{
  const YsImportItem *first = g_ptr_array_index (judge->import->items, first_index);

  item->twin = first_index;
  if (item->pub.match == 0 && first->pub.match != 0)
    item->pub.match = first->pub.match;
  keep_blanks_only (judge, item);
  doubt_match (judge, item, reason);
  item->pub.can_merge = TRUE;
  item->pub.can_be_new = can_be_new;
}

static guint
look_up (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

/* An earlier row of the same compound, as 1 + index; 0 none. */
static guint
find_twin (const Judge *judge, const YsImportItem *item, const char *place_key)
{
  guint found = look_up (judge->by_key, place_key);

  if (found == 0 && item->pub.match != 0 && item->pub.verdict != YS_VERDICT_DOUBTFUL)
    found = GPOINTER_TO_UINT (g_hash_table_lookup (judge->by_match, &item->pub.match));
  return found;
}

static void
note_row (
    const Judge *judge, YsImportItem *item, guint position, const char *place, const char *key)
{
  g_autofree char *alias = ys_import_alias (key);

  g_hash_table_insert (judge->by_key, g_strconcat (place, "/", key, NULL),
                       GUINT_TO_POINTER (position + 1));
  if (alias != NULL)
    g_hash_table_insert (judge->by_alias, g_strconcat (place, "/", alias, NULL),
                         GUINT_TO_POINTER (position + 1));
  if (item->pub.match != 0 && item->pub.verdict != YS_VERDICT_DOUBTFUL)
    g_hash_table_insert (judge->by_match, &item->pub.match, GUINT_TO_POINTER (position + 1));
}

/* 药材宿舍 and 鑫盛公寓（药材宿舍） in one file, both not in the registry. */
static guint
find_alias_twin (const Judge *judge, const char *place, const char *key)
{
  g_autofree char *as_alias = g_strconcat (place, "/", key, NULL);
  g_autofree char *alias = ys_import_alias (key);
  g_autofree char *as_name = alias != NULL ? g_strconcat (place, "/", alias, NULL) : NULL;
  guint found = look_up (judge->by_alias, as_alias);

  return found == 0 && as_name != NULL ? look_up (judge->by_key, as_name) : found;
}

static void
match_file (const Judge *judge, YsImportItem *item, guint position, const char *key)
{
  g_autofree char *place = place_of (item);
  g_autofree char *place_key = g_strconcat (place, "/", key, NULL);
  g_autofree char *reason = NULL;
  guint found = find_twin (judge, item, place_key);

  if (found != 0)
    {
      reason = twin_sentence (item, g_ptr_array_index (judge->import->items, found - 1));
      set_twin (judge, item, found - 1, reason, FALSE);
      return;
    }
  found = item->pub.match == 0 ? find_alias_twin (judge, place, key) : 0;
  if (found != 0)
    {
      const YsImportItem *first = g_ptr_array_index (judge->import->items, found - 1);
      g_autofree char *row = row_words (item, first);

      /* Translators: a compound, then “row 14” or “row 14 of sheet X” */
      reason = g_strdup_printf (_ ("This may be “%s” of %s. Merge the two, or make a new one."),
                                first->pub.name, row);
      set_twin (judge, item, found - 1, reason, TRUE);
    }
  note_row (judge, item, position, place, key);
}

/* FALSE when the row is refused. */
static gboolean
resolve_references (const Judge *judge, YsImportItem *item)
{
  const YsRawTable *table = g_ptr_array_index (judge->import->tables, item->table);

  if (item->company != NULL)
    item->company_id = ys_import_index_find_company (judge->import->index, item->company);
  if (item->community == NULL)
    return TRUE;
  item->community_id
      = ys_import_index_find_community (judge->import->index, item->community, item->town);
  if (item->community_id >= 0)
    return TRUE;
  item->community_id = 0;
  ys_import_item_refuse (item, ys_import_column_of (table, "community"), "community",
                         g_strdup_printf (_ ("Several towns have a community “%s”. Add a column "
                                             "for the town."),
                                          item->community));
  return FALSE;
}

static void
judge_item (const Judge *judge, YsImportItem *item, guint position)
{
  const YsRawTable *table = g_ptr_array_index (judge->import->tables, item->table);
  g_autofree char *key = NULL;

  ys_import_item_read (item, table, judge->import->today, judge->known);
  if (!resolve_references (judge, item) || item->pub.verdict == YS_VERDICT_REFUSED)
    return;
  key = ys_text_key (item->pub.name);
  if (!match_registry (judge, item, key) && item->community == NULL)
    ys_import_item_refuse (item, ys_import_column_of (table, "community"), "community",
                           g_strdup (_ ("There is no community, and no compound of this name in "
                                        "the registry. Write "
                                        "the community, such as 梅园社区.")));
  if (item->pub.verdict == YS_VERDICT_REFUSED)
    return;
  match_file (judge, item, position, key);
  item->pub.can_accept = item->pub.verdict == YS_VERDICT_DOUBTFUL && item->is_value_doubt;
  if (item->pub.match == 0)
    {
      item->read->community_id = item->community_id;
      item->read->company_id = item->company_id;
      if (item->infers_form && item->read->form == YS_FORM_UNKNOWN)
        item->read->form = YS_FORM_COMPANY;
    }
}

static void
make_items (YsImport *import)
{
  g_ptr_array_set_size (import->items, 0);
  for (guint i = 0; i < import->tables->len; i++)
    {
      const YsRawTable *table = g_ptr_array_index (import->tables, i);
      for (guint j = 0; j < table->compounds->len; j++)
        g_ptr_array_add (import->items,
                         ys_import_item_new (table, i, g_ptr_array_index (table->compounds, j)));
    }
}

static gboolean
judge_items (const Judge *judge,
             YsProgressFunc progress,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  YsImport *import = judge->import;

  for (guint i = 0; i < import->items->len; i++)
    {
      YsImportItem *item = g_ptr_array_index (import->items, i);

      if (i % STRIDE == 0)
        {
          if (g_cancellable_is_cancelled (cancellable))
            {
              g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED, _ ("Cancelled."));
              return FALSE;
            }
          if (progress != NULL)
            progress (i, import->items->len, user_data);
        }
      judge_item (judge, item, i);
      import->counts[item->pub.verdict]++;
    }
  if (progress != NULL)
    progress (import->items->len, import->items->len, user_data);
  return TRUE;
}

gboolean
ys_import_judge (YsImport *import,
                 YsLedger *ledger,
                 YsProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  Judge judge = { .import = import, .ledger = ledger };
  YsImportIndex *index = ys_import_index_new (ledger, error);
  gboolean done;

  if (index == NULL)
    return FALSE;
  ys_import_index_free (import->index);
  import->index = index;
  memset (import->counts, 0, sizeof import->counts);
  make_items (import);
  judge.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  judge.by_alias = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  judge.known = ys_import_readings_new ();
  judge.by_match = g_hash_table_new (g_int64_hash, g_int64_equal);
  done = judge_items (&judge, progress, user_data, cancellable, error);
  g_hash_table_unref (judge.by_key);
  g_hash_table_unref (judge.by_alias);
  g_hash_table_unref (judge.by_match);
  ys_import_readings_free (judge.known);
  return done;
}
