/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Further persons to reach about a compound. */
#include "config.h"

#include "registry.h"
#include "change.h"
#include "record-store.h"

static void
contact_free (gpointer contact)
{
  ys_record_free (&ys_contact_type, contact);
}

GPtrArray *
ys_registry_contacts (YsLedger *ledger, gint64 compound_id, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  GPtrArray *own;

  g_return_val_if_fail (ledger != NULL, NULL);

  all = ys_record_store_list (ledger, &ys_contact_type, error);
  if (all == NULL)
    return NULL;
  own = g_ptr_array_new_with_free_func (contact_free);
  for (guint i = 0; i < all->len; i++)
    {
      const YsContact *contact = g_ptr_array_index (all, i);
      YsContact *copy;

      if (contact->compound_id != compound_id)
        continue;
      copy = ys_record_new (&ys_contact_type);
      ys_record_copy (&ys_contact_type, copy, contact);
      copy->id = contact->id;
      g_ptr_array_add (own, copy);
    }
  return own;
}

gboolean
ys_registry_save_contact (YsLedger *ledger, YsContact *contact, GError **error)
{
  g_autoptr (YsChange) change = NULL;
  gboolean is_new;
  gboolean written;

  g_return_val_if_fail (ledger != NULL && contact != NULL, FALSE);

  is_new = contact->id == 0;
  change = ys_change_begin (ledger, is_new ? "add" : "set", error);
  if (change == NULL)
    return FALSE;
  written = is_new ? ys_change_insert (change, &ys_contact_type, contact, error)
                   : ys_change_update (change, &ys_contact_type, contact, NULL, error);
  if (written && ys_change_commit (change, NULL, error))
    return TRUE;
  if (is_new)
    contact->id = 0;
  return FALSE;
}

gboolean
ys_registry_remove_contact (YsLedger *ledger, gint64 id, GError **error)
{
  g_autoptr (YsChange) change = NULL;

  g_return_val_if_fail (ledger != NULL, FALSE);

  change = ys_change_begin (ledger, "remove", error);
  return change != NULL && ys_change_remove (change, &ys_contact_type, id, error)
         && ys_change_commit (change, NULL, error);
}
