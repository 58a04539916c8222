/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two records of one compound become one: the kept one gains what it lacks, the names and the
 * contacts of the other, which is withdrawn, and what open periods count of it. Nothing that the kept
 * one says is overwritten. */
#include "config.h"

#include "registry-private.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

static void
fill_blanks (YsCompound *keep, const YsCompound *drop)
{
  for (guint i = 0; i < ys_compound_type.n_fields; i++)
    {
      const YsField *field = &ys_compound_type.fields[i];

      if ((field->flags & YS_FIELD_INTERNAL) != 0 || !ys_field_is_empty (field, keep))
        continue;
      if (field->offset == G_STRUCT_OFFSET (YsCompound, other_names)
          || field->offset == G_STRUCT_OFFSET (YsCompound, former_names))
        continue;
      /* The company of a self-run compound would be a contradiction made by us. */
      if (field->offset == G_STRUCT_OFFSET (YsCompound, company_id)
          && keep->nature == YS_NATURE_SELF_RUN)
        continue;
      ys_field_copy (field, keep, drop);
    }
}

/* Adds the names in @list to @names unless one of the same key is there or is the compound's own.
 */
static void
add_names (GPtrArray *names, const char *own_name, const char *list)
{
  g_auto (GStrv) parts = ys_text_split_list (list);
  g_autofree char *own_key = ys_text_key (own_name);

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *key = ys_text_key (parts[i]);
      gboolean known = g_str_equal (key, own_key);

      for (guint j = 0; j < names->len && !known; j++)
        {
          g_autofree char *other = ys_text_key (g_ptr_array_index (names, j));

          known = g_str_equal (key, other);
        }
      if (!known)
        g_ptr_array_add (names, g_strdup (parts[i]));
    }
}

static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "、" : "",
                            (const char *)g_ptr_array_index (names, i));
  return joined->len == 0 ? NULL : g_string_free (g_steal_pointer (&joined), FALSE);
}

static void
join_other_names (YsCompound *keep, const YsCompound *drop)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) formers = g_ptr_array_new_with_free_func (g_free);

  add_names (others, keep->name, keep->other_names);
  add_names (others, keep->name, drop->name);
  add_names (others, keep->name, drop->other_names);
  add_names (formers, keep->name, keep->former_names);
  add_names (formers, keep->name, drop->former_names);
  g_free (keep->other_names);
  keep->other_names = join_names (others);
  g_free (keep->former_names);
  keep->former_names = join_names (formers);
}

static gboolean
move_contacts (YsRegistryEditor *editor, gint64 keep, gint64 drop, GError **error)
{
  g_autoptr (GPtrArray) contacts = ys_record_store_list (editor->ledger, &ys_contact_type, error);

  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < contacts->len; i++)
    {
      YsContact *contact = g_ptr_array_index (contacts, i);

      if (contact->compound_id != drop)
        continue;
      contact->compound_id = keep;
      if (!ys_change_update (editor->change, &ys_contact_type, contact, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_both (YsRegistryEditor *editor,
           gint64 keep_id,
           gint64 drop_id,
           YsCompound *keep,
           YsCompound *drop,
           GError **error)
{
  if (!ys_registry_editor_load (editor, keep_id, keep, error)
      || !ys_registry_editor_load (editor, drop_id, drop, error))
    return FALSE;
  if (!keep->withdrawn && !drop->withdrawn)
    return TRUE;
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” is withdrawn. Reinstate it before merging."),
               keep->withdrawn ? keep->name : drop->name);
  return FALSE;
}

static void
withdraw_merged (YsCompound *drop, const YsCompound *keep, YsDate today)
{
  drop->withdrawn = TRUE;
  drop->withdrawn_on = today;
  g_free (drop->withdrawn_reason);
  /* Translators: the reason of a withdrawal; the compound that is kept */
  drop->withdrawn_reason = g_strdup_printf (_ ("Merged into %s"), keep->name);
}

gboolean
ys_registry_merge (YsLedger *ledger, gint64 keep_id, gint64 drop_id, YsDate today, GError **error)
{
  g_auto (YsRegistryEditor) editor = { 0 };
  g_autoptr (YsCompound) keep = ys_compound_new ();
  g_autoptr (YsCompound) drop = ys_compound_new ();

  g_return_val_if_fail (ledger != NULL && ys_date_is_full (today), FALSE);

  if (keep_id == drop_id)
    {
      g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
                           _ ("A compound cannot be merged with itself. Choose another one."));
      return FALSE;
    }
  editor.ledger = ledger;
  editor.change = ys_change_begin (ledger, "merge", error);
  if (editor.change == NULL || !load_both (&editor, keep_id, drop_id, keep, drop, error))
    return FALSE;

  fill_blanks (keep, drop);
  join_other_names (keep, drop);
  withdraw_merged (drop, keep, today);
  return ys_change_update (editor.change, &ys_compound_type, keep, NULL, error)
         && move_contacts (&editor, keep_id, drop_id, error)
         && ys_registry_move_work (&editor, keep_id, drop_id, error)
         && ys_change_update (editor.change, &ys_compound_type, drop, NULL, error)
         && ys_change_commit (editor.change, NULL, error);
}
