/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New versions of a catalogue. A version is a full copy of its clauses and never changes
 * afterwards; what was recorded under an older one keeps its clause, text and points. */
#include "config.h"

#include "catalogue-private.h"
#include "change.h"
#include "deadline.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A1-23 is of annex 1. */
int
ys_clause_code_annex (const char *code)
{
  if (code == NULL || (code[0] != 'A' && code[0] != 'a') || code[1] < '1' || code[1] > '3'
      || code[2] != '-' || !g_ascii_isdigit (code[3]))
    return YS_ANNEX_UNKNOWN;
  return code[1] - '0';
}

static gboolean
refuse (GError **error, char *sentence)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, sentence);
  g_free (sentence);
  return FALSE;
}

static gboolean
read_limit (YsClause *clause, const char *text, GError **error)
{
  g_autofree char *clean = ys_text_clean (text);
  YsLimit limit;

  clause->limit_amount = YS_NUMBER_UNSET;
  clause->limit_unit = YS_LIMIT_NONE;
  if (*clean == '\0')
    return TRUE;
  if (!ys_limit_from_text (clean, &limit))
    return refuse (error, g_strdup_printf (_ ("“%s” is no time limit. Write 3d or 3工作日 for "
                                              "working days, 2h or 2工作时 for working hours."),
                                           clean));
  clause->limit_amount = YS_NUMBER (limit.amount);
  clause->limit_unit = (int)limit.unit;
  return TRUE;
}

/* What a person may edit: all but the code, which findings are sought by, and the place. */
static const YsField *
editable_field (const char *name, GError **error)
{
  const YsField *field = ys_record_type_field (&ys_clause_type, name);

  if (field != NULL && field->type != YS_FIELD_REFERENCE && !g_str_equal (field->name, "code")
      && !g_str_equal (field->name, "position") && !g_str_has_prefix (field->name, "limit_"))
    return field;
  refuse (error, g_strdup_printf (_ ("“%s” cannot be set. Write one of: %s."), name,
                                  "points, limit, unit, name, short_name, criterion, group, "
                                  "content, kind"));
  return NULL;
}

gboolean
ys_clause_read (YsClause *clause, const char *name, const char *text, GError **error)
{
  /* No date among the fields: any will do. */
  const YsDate reference = { 2000, 1, 1 };
  const YsField *field;

  if (g_str_equal (name, "limit"))
    return read_limit (clause, text, error);
  field = editable_field (name, error);
  return field != NULL && ys_field_read (field, clause, text, reference, error);
}

char *
ys_clause_check (const YsClause *clause, const char *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  gpointer copy;
  gboolean fits;

  g_return_val_if_fail (clause != NULL && field != NULL, NULL);

  copy = ys_record_new (&ys_clause_type);
  ys_record_copy (&ys_clause_type, copy, clause);
  fits = ys_clause_read (copy, field, text, &error)
         && ys_record_validate (&ys_clause_type, copy, &error);
  ys_record_free (&ys_clause_type, copy);
  return fits ? NULL : g_strdup (error->message);
}

static YsClause *
find_clause (GPtrArray *clauses, const char *code)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      YsClause *clause = clauses->pdata[i];

      if (g_ascii_strcasecmp (clause->code, code) == 0)
        return clause;
    }
  return NULL;
}

/* The annex that all edits are of. */
static int
annex_of (const YsClauseEdit *edits, guint n_edits, GError **error)
{
  int annex = ys_clause_code_annex (edits[0].code);

  for (guint i = 0; i < n_edits; i++)
    if (ys_clause_code_annex (edits[i].code) == YS_ANNEX_UNKNOWN)
      {
        g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                     _ ("There is no clause %s. Write a code such as A1-23; “catalogue list” shows "
                        "them."),
                     edits[i].code);
        return YS_ANNEX_UNKNOWN;
      }
    else if (ys_clause_code_annex (edits[i].code) != annex)
      {
        refuse (error, g_strdup (_ ("These clauses are of different annexes. Change one annex at "
                                    "a time.")));
        return YS_ANNEX_UNKNOWN;
      }
  return annex;
}

static gboolean
apply_edits (GPtrArray *clauses, const YsClauseEdit *edits, guint n_edits, GError **error)
{
  for (guint i = 0; i < n_edits; i++)
    {
      YsClause *clause = find_clause (clauses, edits[i].code);

      if (clause == NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_NOT_FOUND,
                       _ ("There is no clause %s. Write a code such as A1-23; “catalogue list” "
                          "shows them."),
                       edits[i].code);
          return FALSE;
        }
      if (!ys_clause_read (clause, edits[i].field, edits[i].text, error)
          || !ys_record_validate (&ys_clause_type, clause, error))
        {
          g_prefix_error (error, "%s: ", clause->code);
          return FALSE;
        }
    }
  return TRUE;
}

/* Whether nothing but blanks of the source is filled in. */
static gboolean
only_completes (const YsCatalogueBook *base, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const YsClauseChange *change = changes->pdata[i];

      if (g_strcmp0 (change->field, "points") != 0
          || !ys_clause_is_unspecified (ys_catalogue_book_find (base, change->code)))
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): "A2-07 Points, A2-11 Points" */
static char *
name_changes (GPtrArray *changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < changes->len && i < 10; i++)
    {
      const YsClauseChange *change = changes->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? _ (", ") : "", change->code,
                              change->label != NULL ? " " : "",
                              change->label != NULL ? _ (change->label) : "");
    }
  if (changes->len > 10)
    g_string_append (text, "…");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
ys_catalogue_check_from (YsLedger *ledger, int annex, YsDate from, GError **error)
{
  g_autoptr (GPtrArray) versions = ys_catalogue_versions (ledger, annex, error);
  const YsCatalogue *newest;
  g_autofree char *day = NULL;

  if (versions == NULL)
    return FALSE;
  newest = versions->len > 0 ? versions->pdata[0] : NULL;
  if (newest == NULL || ys_date_compare (newest->valid_from, from) <= 0)
    return TRUE;
  day = ys_date_to_iso (newest->valid_from);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN,
               /* Translators: a version's title such as 附件1 第2版, its date, that date again */
               _ ("“%s” holds from %s and would hide this change. Let it hold from %s or later."),
               newest->title, day, day);
  return FALSE;
}

static gint64
next_version (YsLedger *ledger, int annex, GError **error)
{
  g_autoptr (GPtrArray) versions = ys_catalogue_versions (ledger, annex, error);
  gint64 next = 1;

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    next = MAX (next, ((const YsCatalogue *)versions->pdata[i])->version.value + 1);
  return versions != NULL ? next : 0;
}

static gboolean
insert_clauses (YsChange *change, GPtrArray *clauses, gint64 catalogue_id, GError **error)
{
  for (guint i = 0; i < clauses->len; i++)
    {
      YsClause *clause = clauses->pdata[i];

      clause->id = 0;
      clause->catalogue_id = catalogue_id;
      clause->position = YS_NUMBER (i + 1);
      if (!ys_change_insert (change, &ys_clause_type, clause, error))
        return FALSE;
    }
  return TRUE;
}

gint64
ys_catalogue_add_version (YsLedger *ledger,
                          int annex,
                          GPtrArray *clauses,
                          YsDate from,
                          const char *reason,
                          const char *source,
                          const char *notes,
                          GError **error)
{
  g_autoptr (YsChange) change = ys_change_begin (ledger, "set", error);
  g_autofree char *title = NULL;
  gint64 version;
  YsCatalogue catalogue = { 0 };

  if (change == NULL)
    return 0;
  version = next_version (ledger, annex, error);
  if (version == 0)
    return 0;
  title = g_strdup_printf ("附件%d 第%d版", annex, (int)version);
  catalogue = (YsCatalogue){ .title = title,
                             .annex = annex,
                             .version = YS_NUMBER (version),
                             .valid_from = from,
                             .reason = (char *)reason,
                             .source = (char *)source,
                             .notes = (char *)notes };
  if (!ys_change_insert (change, &ys_catalogue_type, &catalogue, error)
      || !insert_clauses (change, clauses, catalogue.id, error)
      || !ys_change_commit (change, NULL, error))
    return 0;
  return catalogue.id;
}

/* What the new version is made of, and from when it holds. */
typedef struct
{
  YsCatalogueBook *base;
  GPtrArray *clauses;
  GPtrArray *changes;
  YsDate from;
} Draft;

static void
draft_clear (Draft *draft)
{
  g_clear_pointer (&draft->base, ys_catalogue_book_unref);
  g_clear_pointer (&draft->clauses, g_ptr_array_unref);
  g_clear_pointer (&draft->changes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static gboolean
draft_edits (Draft *draft,
             YsLedger *ledger,
             int annex,
             const YsClauseEdit *edits,
             guint n_edits,
             YsDate date,
             GError **error)
{
  draft->base = ys_catalogue_load (ledger, annex, date, error);
  if (draft->base == NULL)
    return FALSE;
  draft->clauses = ys_catalogue_book_copy (draft->base);
  if (!apply_edits (draft->clauses, edits, n_edits, error))
    return FALSE;
  draft->changes = ys_catalogue_compare_clauses (draft->base->clauses, draft->clauses);
  return TRUE;
}

static gint64
write_draft (YsLedger *ledger, int annex, const Draft *draft, const char *reason, GError **error)
{
  g_autofree char *given = ys_text_clean (reason);
  g_autofree char *named = NULL;

  if (draft->changes->len == 0)
    return draft->base->version->id;
  if (!ys_catalogue_check_from (ledger, annex, draft->from, error))
    return 0;
  named = name_changes (draft->changes);
  return ys_catalogue_add_version (ledger, annex, draft->clauses, draft->from,
                                   *given != '\0' ? given : named, NULL,
                                   draft->base->version->notes, error);
}

gboolean
ys_catalogue_set (YsLedger *ledger,
                  const YsClauseEdit *edits,
                  guint n_edits,
                  YsDate from,
                  const char *reason,
                  YsDate today,
                  YsCatalogueBook **out_book,
                  GError **error)
{
  g_auto (Draft) draft = { 0 };
  gint64 id;
  int annex;

  g_return_val_if_fail (ledger != NULL, FALSE);
  g_return_val_if_fail (edits != NULL && n_edits > 0, FALSE);
  g_return_val_if_fail (ys_date_is_full (today), FALSE);

  annex = annex_of (edits, n_edits, error);
  draft.from = ys_date_is_full (from) ? from : today;
  if (annex == YS_ANNEX_UNKNOWN
      || !draft_edits (&draft, ledger, annex, edits, n_edits, draft.from, error))
    return FALSE;
  /* A blank of the source holds nothing that a later figure could contradict. */
  if (!ys_date_is_full (from) && only_completes (draft.base, draft.changes))
    draft.from = draft.base->version->valid_from;
  id = write_draft (ledger, annex, &draft, reason, error);
  if (id == 0)
    return FALSE;
  if (out_book == NULL)
    return TRUE;
  *out_book = ys_catalogue_load_version (ledger, id, error);
  return *out_book != NULL;
}
