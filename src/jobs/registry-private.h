/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the registry job share. */
#pragma once

#include "change.h"
#include "registry.h"

G_BEGIN_DECLS

/* What a list's search and sort need of one compound, made once for the snapshot. */
typedef struct
{
  GStrv other_names;     /* (nullable): former and other names, one by one */
  guint community_index; /* rank of the community in the official order; G_MAXUINT none */
  guint company_index;   /* in companies; G_MAXUINT none */
} YsRegistryExtra;

typedef enum
{
  YS_REGISTRY_KEY_NAME,
  YS_REGISTRY_KEY_MANAGER,
  YS_REGISTRY_KEY_COMPANY,
  YS_N_REGISTRY_KEYS
} YsRegistryKey;

/* Made when a list is first sorted by them: most snapshots never are, and they would be half the
 * cost of loading one. */
typedef struct
{
  char **texts;
  gsize made;
} YsRegistryKeys;

struct _YsRegistry
{
  gatomicrefcount ref_count;
  GPtrArray *compounds;   /* owns the records */
  GPtrArray *communities; /* in the official order */
  GPtrArray *companies;
  YsRegistryItem *items;   /* in the official order */
  YsRegistryExtra *extras; /* beside the items */
  guint n_items;
  GHashTable *index_by_id; /* compound id → index + 1 */
  YsRegistryKeys keys[YS_N_REGISTRY_KEYS];
};

/* (transfer none): pinyin of the names and managers beside the items, of the companies beside the
 * companies; NULL where there is no text. */
char *const *ys_registry_sort_keys (const YsRegistry *registry, YsRegistryKey which);

/* The compound field of a name as CLI.md and the field table write it: "community" and
 * "community_id" are the same. (nullable) */
const YsField *ys_registry_field (const char *name);

/* One change's edits, with names resolved to records of the same transaction. */
typedef struct
{
  YsLedger *ledger;
  YsChange *change;
  YsDate today;
  GHashTable *taken; /* names per community; made when first asked for */
} YsRegistryEditor;

/* Rolls back unless committed. */
void ys_registry_editor_clear (YsRegistryEditor *editor);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YsRegistryEditor, ys_registry_editor_clear)

/* Reads @edits into @compound. */
gboolean ys_registry_editor_apply (const YsRegistryEditor *editor,
                                   YsCompound *compound,
                                   const YsEdit *edits,
                                   guint n_edits,
                                   GError **error);
/* Another compound of the same name in the same community is refused; counts @compound as named
 * so from now on. */
gboolean ys_registry_editor_check_name (YsRegistryEditor *editor,
                                        const YsCompound *compound,
                                        GError **error);
/* Clears @compound and loads it. */
gboolean ys_registry_editor_load (const YsRegistryEditor *editor,
                                  gint64 id,
                                  YsCompound *compound,
                                  GError **error);
/* What a merge moves of @drop to @keep: inspections, cases, sheets, bonuses and surveys of open periods. */
gboolean ys_registry_move_work (YsRegistryEditor *editor, gint64 keep_id, gint64 drop_id, GError **error);

G_END_DECLS
