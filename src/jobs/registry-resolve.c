/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names become records: as spelt first, then by key, so that 梅园社区 with a stray space finds the
 * community instead of making a second one. */
#include "config.h"

#include "registry-resolve.h"
#include "community.h"
#include "company.h"
#include "job-error.h"
#include "record-store.h"
#include "text.h"

#include <glib/gi18n-lib.h>

static gboolean
key_fits (const char *name, const char *key)
{
  g_autofree char *name_key = ys_text_key (name);

  return g_str_equal (name_key, key);
}

gint64
ys_registry_resolve_community (YsLedger *ledger, YsChange *change, const char *name, GError **error)
{
  g_autoptr (GPtrArray) all = ys_record_store_list (ledger, &ys_community_type, error);
  g_autofree char *key = ys_text_key (name);
  const YsCommunity *found = NULL;
  YsCommunity made = { .name = (char *)name };

  if (all == NULL)
    return 0;
  for (guint i = 0; i < all->len; i++)
    {
      const YsCommunity *community = g_ptr_array_index (all, i);

      if (!key_fits (community->name, key))
        continue;
      if (found != NULL)
        {
          g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_AMBIGUOUS,
                       _ ("Several towns have a community “%s”. Give the communities names "
                          "that tell them apart."),
                       name);
          return 0;
        }
      found = community;
    }
  if (found != NULL)
    return found->id;
  return ys_change_insert (change, &ys_community_type, &made, error) ? made.id : 0;
}

static gboolean
is_called (const YsCompany *company, const char *key)
{
  g_auto (GStrv) others = NULL;

  if (key_fits (company->name, key))
    return TRUE;
  others = ys_text_split_list (company->other_names);
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (key_fits (others[i], key))
      return TRUE;
  return FALSE;
}

gint64
ys_registry_resolve_company (YsLedger *ledger, YsChange *change, const char *name, GError **error)
{
  g_autoptr (GPtrArray) all = ys_record_store_list (ledger, &ys_company_type, error);
  g_autofree char *key = ys_text_key (name);
  const YsCompany *found = NULL;
  YsCompany made = { .name = (char *)name };

  if (all == NULL)
    return 0;
  for (guint i = 0; i < all->len; i++)
    {
      const YsCompany *company = g_ptr_array_index (all, i);

      if (g_strcmp0 (company->name, name) == 0)
        return company->id;
      if (found == NULL && is_called (company, key))
        found = company;
    }
  if (found != NULL)
    return found->id;
  return ys_change_insert (change, &ys_company_type, &made, error) ? made.id : 0;
}
