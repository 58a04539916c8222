/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One name stands for one compound of a community: the ledger is read once per change, then every
 * new name is a look-up. */
#include "config.h"

#include "registry-private.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 id;
  char *name;
  gboolean withdrawn;
} Holder;

static void
holder_free (gpointer data)
{
  Holder *holder = data;

  g_free (holder->name);
  g_free (holder);
}

static char *
make_key (const YsCompound *compound)
{
  g_autofree char *name = ys_text_key (compound->name);

  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", compound->community_id, name);
}

static void
hold (GHashTable *taken, const YsCompound *compound)
{
  Holder *holder = g_new (Holder, 1);

  *holder = (Holder){ compound->id, g_strdup (compound->name), compound->withdrawn };
  g_hash_table_insert (taken, make_key (compound), holder);
}

static gboolean
ensure_taken (YsRegistryEditor *editor, GError **error)
{
  g_autoptr (GPtrArray) all = NULL;

  if (editor->taken != NULL)
    return TRUE;
  all = ys_record_store_list (editor->ledger, &ys_compound_type, error);
  if (all == NULL)
    return FALSE;
  editor->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, holder_free);
  for (guint i = 0; i < all->len; i++)
    hold (editor->taken, g_ptr_array_index (all, i));
  return TRUE;
}

gboolean
ys_registry_editor_check_name (YsRegistryEditor *editor, const YsCompound *compound, GError **error)
{
  g_autofree char *key = NULL;
  const Holder *holder;

  /* Without a name the record's own validation speaks. */
  if (compound->name == NULL)
    return TRUE;
  if (!ensure_taken (editor, error))
    return FALSE;
  key = make_key (compound);
  holder = g_hash_table_lookup (editor->taken, key);
  if (holder != NULL && holder->id != compound->id)
    {
      g_set_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_EXISTS,
                   holder->withdrawn
                       ? _ ("“%s” is in this community already, but withdrawn. Reinstate it.")
                       : _ ("“%s” is in this community already. Change that one, or write a "
                            "name that tells the two apart."),
                   holder->name);
      return FALSE;
    }
  hold (editor->taken, compound);
  return TRUE;
}
