/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of compounds. Each is one change: it reads the record inside its own transaction, so that
 * two writers never undo each other's fields, and drops everything at the first wrong value. */
#include "config.h"

#include "registry-private.h"
#include "job-error.h"
#include "record-store.h"
#include "registry-resolve.h"
#include "text.h"

#include <glib/gi18n-lib.h>

const YsField *
ys_registry_field (const char *name)
{
  g_autofree char *column = NULL;
  const YsField *field;

  g_return_val_if_fail (name != NULL, NULL);

  field = ys_record_type_field (&ys_compound_type, name);
  if (field != NULL)
    return field;
  column = g_strconcat (name, "_id", NULL);
  return ys_record_type_field (&ys_compound_type, column);
}

static const YsField *
editable_field (const char *name, GError **error)
{
  const YsField *field = ys_registry_field (name);
  g_autoptr (GString) names = NULL;

  if (field != NULL && (field->flags & YS_FIELD_INTERNAL) == 0)
    return field;

  names = g_string_new (NULL);
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    if ((ys_compound_type.fields[i].flags & YS_FIELD_INTERNAL) == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              ys_compound_type.fields[i].name);
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” cannot be set. Write one of: %s."), name, names->str);
  return NULL;
}

static gboolean
read_reference (const YsRegistryEditor *editor,
                const YsField *field,
                YsCompound *compound,
                const char *text,
                GError **error)
{
  g_autofree char *name = ys_text_clean (text);
  gint64 id = 0;

  if (*name != '\0')
    {
      id = g_str_equal (field->target, ys_community_type.name)
               ? ys_registry_resolve_community (editor->ledger, editor->change, name, error)
               : ys_registry_resolve_company (editor->ledger, editor->change, name, error);
      if (id == 0)
        return FALSE;
    }
  ys_field_set_int64 (field, compound, id);
  return TRUE;
}

static gboolean
apply_edit (const YsRegistryEditor *editor,
            YsCompound *compound,
            const YsEdit *edit,
            GError **error)
{
  const YsField *field = editable_field (edit->field, error);
  g_autoptr (GError) refused = NULL;

  if (field == NULL)
    return FALSE;
  if (!ys_registry_check (field, edit->text, editor->today, &refused))
    {
      /* Where it is wrong, unless the sentence says so itself. */
      if (strstr (refused->message, _ (field->label)) == NULL)
        g_prefix_error (&refused, "%s: ", _ (field->label));
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  return field->type == YS_FIELD_REFERENCE
             ? read_reference (editor, field, compound, edit->text, error)
             : ys_field_read (field, compound, edit->text, editor->today, error);
}

gboolean
ys_registry_editor_apply (const YsRegistryEditor *editor,
                          YsCompound *compound,
                          const YsEdit *edits,
                          guint n_edits,
                          GError **error)
{
  for (guint i = 0; i < n_edits; i++)
    if (!apply_edit (editor, compound, &edits[i], error))
      return FALSE;
  return TRUE;
}

gboolean
ys_registry_editor_load (const YsRegistryEditor *editor,
                         gint64 id,
                         YsCompound *compound,
                         GError **error)
{
  ys_record_clear (&ys_compound_type, compound);
  return ys_record_store_load (editor->ledger, &ys_compound_type, id, compound, error);
}

static gboolean
begin (YsRegistryEditor *editor, YsLedger *ledger, const char *action, YsDate today, GError **error)
{
  editor->ledger = ledger;
  editor->change = ys_change_begin (ledger, action, error);
  editor->today = today;
  return editor->change != NULL;
}

void
ys_registry_editor_clear (YsRegistryEditor *editor)
{
  g_clear_pointer (&editor->change, ys_change_free);
  g_clear_pointer (&editor->taken, g_hash_table_unref);
}

static gboolean
read_name_and_community (const YsRegistryEditor *editor,
                         YsCompound *compound,
                         const char *name,
                         const char *community,
                         GError **error)
{
  const YsEdit edits[] = { { "name", name }, { "community", community } };

  return ys_registry_editor_apply (editor, compound, edits, G_N_ELEMENTS (edits), error);
}

gint64
ys_registry_add (YsLedger *ledger,
                 const char *name,
                 const char *community,
                 const YsEdit *edits,
                 guint n_edits,
                 YsDate today,
                 GError **error)
{
  g_auto (YsRegistryEditor) editor = { 0 };
  g_autoptr (YsCompound) compound = NULL;

  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), 0);
  g_return_val_if_fail (edits != NULL || n_edits == 0, 0);

  if (!begin (&editor, ledger, "add", today, error))
    return 0;
  compound = ys_compound_new ();
  if (!read_name_and_community (&editor, compound, name, community, error)
      || !ys_registry_editor_apply (&editor, compound, edits, n_edits, error)
      || !ys_registry_editor_check_name (&editor, compound, error)
      || !ys_change_insert (editor.change, &ys_compound_type, compound, error)
      || !ys_change_commit (editor.change, NULL, error))
    return 0;
  return compound->id;
}

static gboolean
names_it (const YsEdit *edits, guint n_edits)
{
  for (guint i = 0; i < n_edits; i++)
    {
      const YsField *field = ys_registry_field (edits[i].field);

      if (field != NULL
          && (field->offset == G_STRUCT_OFFSET (YsCompound, name)
              || field->offset == G_STRUCT_OFFSET (YsCompound, community_id)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_one (YsRegistryEditor *editor, gint64 id, const YsEdit *edits, guint n_edits, GError **error)
{
  g_autoptr (YsCompound) compound = ys_compound_new ();

  return ys_registry_editor_load (editor, id, compound, error)
         && ys_registry_editor_apply (editor, compound, edits, n_edits, error)
         && (!names_it (edits, n_edits) || ys_registry_editor_check_name (editor, compound, error))
         && ys_change_update (editor->change, &ys_compound_type, compound, NULL, error);
}

gboolean
ys_registry_set (YsLedger *ledger,
                 const gint64 *ids,
                 guint n_ids,
                 const YsEdit *edits,
                 guint n_edits,
                 YsDate today,
                 GError **error)
{
  g_auto (YsRegistryEditor) editor = { 0 };

  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), FALSE);
  g_return_val_if_fail (ids != NULL || n_ids == 0, FALSE);
  g_return_val_if_fail (edits != NULL || n_edits == 0, FALSE);

  if (!begin (&editor, ledger, "set", today, error))
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (!set_one (&editor, ids[i], edits, n_edits, error))
      return FALSE;
  return ys_change_commit (editor.change, NULL, error);
}

gboolean
ys_registry_withdraw (YsLedger *ledger, gint64 id, const char *reason, YsDate today, GError **error)
{
  g_auto (YsRegistryEditor) editor = { 0 };
  g_autoptr (YsCompound) compound = ys_compound_new ();
  g_autofree char *clean = ys_text_clean (reason);

  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), FALSE);

  if (*clean == '\0')
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("A withdrawal needs a reason. Write why the compound leaves the "
                              "registry."));
      return FALSE;
    }
  if (!begin (&editor, ledger, "withdraw", today, error))
    return FALSE;
  if (!ys_registry_editor_load (&editor, id, compound, error))
    return FALSE;
  if (compound->withdrawn)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("“%s” is withdrawn already. Nothing needs to be done."), compound->name);
      return FALSE;
    }
  compound->withdrawn = TRUE;
  compound->withdrawn_on = today;
  g_free (compound->withdrawn_reason);
  compound->withdrawn_reason = g_steal_pointer (&clean);
  return ys_change_update (editor.change, &ys_compound_type, compound, NULL, error)
         && ys_change_commit (editor.change, NULL, error);
}

gboolean
ys_registry_reinstate (YsLedger *ledger, gint64 id, GError **error)
{
  g_auto (YsRegistryEditor) editor = { 0 };
  g_autoptr (YsCompound) compound = ys_compound_new ();

  g_return_val_if_fail (ledger != NULL, FALSE);

  if (!begin (&editor, ledger, "reinstate", YS_DATE_UNKNOWN, error))
    return FALSE;
  if (!ys_registry_editor_load (&editor, id, compound, error))
    return FALSE;
  if (!compound->withdrawn)
    {
      g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                   _ ("“%s” is not withdrawn. Nothing needs to be done."), compound->name);
      return FALSE;
    }
  compound->withdrawn = FALSE;
  compound->withdrawn_on = YS_DATE_UNKNOWN;
  g_clear_pointer (&compound->withdrawn_reason, g_free);
  return ys_change_update (editor.change, &ys_compound_type, compound, NULL, error)
         && ys_change_commit (editor.change, NULL, error);
}
