/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two versions of a catalogue: clauses by their codes, then field by field. A
 * time limit is one field for a person, though it is kept as two. */
#include "config.h"

#include "catalogue-private.h"
#include "deadline.h"

#include <glib/gi18n-lib.h>

void
ys_clause_change_free (YsClauseChange *change)
{
  if (change == NULL)
    return;
  g_free (change->code);
  g_free (change->name);
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

char *
ys_clause_limit_official (const YsClause *clause)
{
  g_return_val_if_fail (clause != NULL, NULL);

  return ys_limit_to_official (
      (YsLimit){ clause->limit_amount.value, (YsLimitUnit)clause->limit_unit });
}

static YsClauseChange *
add_change (GPtrArray *changes, YsClauseChangeKind kind, const YsClause *clause)
{
  YsClauseChange *change = g_new0 (YsClauseChange, 1);

  change->kind = kind;
  change->code = g_strdup (clause->code);
  change->name = g_strdup (clause->name);
  g_ptr_array_add (changes, change);
  return change;
}

static gboolean
is_limit (const YsField *field)
{
  return field->offset == G_STRUCT_OFFSET (YsClause, limit_amount)
         || field->offset == G_STRUCT_OFFSET (YsClause, limit_unit);
}

/* The version it belongs to says nothing of the clause; a code is what the two are matched by. */
static gboolean
is_compared (const YsField *field)
{
  return field->type != YS_FIELD_REFERENCE && field->offset != G_STRUCT_OFFSET (YsClause, code)
         && !is_limit (field);
}

static void
compare_limits (GPtrArray *changes, const YsClause *from, const YsClause *to)
{
  YsClauseChange *change;

  if (from->limit_unit == to->limit_unit && ys_number_equal (from->limit_amount, to->limit_amount))
    return;
  change = add_change (changes, YS_CLAUSE_CHANGED, to);
  change->field = "limit";
  change->label = N_ ("Time limit");
  change->before = ys_clause_limit_official (from);
  change->after = ys_clause_limit_official (to);
}

static void
compare_clauses (GPtrArray *changes, const YsClause *from, const YsClause *to)
{
  for (guint i = 0; i < ys_clause_type.n_fields; i++)
    {
      const YsField *field = &ys_clause_type.fields[i];
      YsClauseChange *change;

      if (!is_compared (field) || ys_field_equal (field, from, to))
        continue;
      change = add_change (changes, YS_CLAUSE_CHANGED, to);
      change->field = field->name;
      change->label = field->label;
      change->before = ys_field_to_display (field, from);
      change->after = ys_field_to_display (field, to);
    }
  compare_limits (changes, from, to);
}

GPtrArray *
ys_catalogue_compare_clauses (GPtrArray *from, GPtrArray *to)
{
  g_autoptr (GHashTable) before = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify)(void *)ys_clause_change_free);

  for (guint i = 0; i < from->len; i++)
    g_hash_table_insert (before, ((YsClause *)from->pdata[i])->code, from->pdata[i]);
  for (guint i = 0; i < to->len; i++)
    {
      const YsClause *clause = to->pdata[i];
      const YsClause *old = g_hash_table_lookup (before, clause->code);

      if (old == NULL)
        add_change (changes, YS_CLAUSE_ADDED, clause);
      else
        compare_clauses (changes, old, clause);
      g_hash_table_remove (before, clause->code);
    }
  for (guint i = 0; i < from->len; i++)
    if (g_hash_table_contains (before, ((YsClause *)from->pdata[i])->code))
      add_change (changes, YS_CLAUSE_REMOVED, from->pdata[i]);
  return changes;
}

GPtrArray *
ys_catalogue_compare (const YsCatalogueBook *from, const YsCatalogueBook *to)
{
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  return ys_catalogue_compare_clauses (from->clauses, to->clauses);
}
