/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of compounds: reading it as one snapshot, and every edit of it. */
#pragma once

#include "community.h"
#include "company.h"
#include "compound.h"
#include "contact.h"
#include "ledger-types.h"

G_BEGIN_DECLS

/* One compound with what a list shows of it. */
typedef struct
{
  YsCompound *compound;
  const char *community;   /* name; borrowed from the snapshot */
  const char *town;        /* (nullable) */
  const char *company;     /* (nullable) */
  guint       number;      /* its place in the official order, from 1; 0 when withdrawn */
  guint       percent;     /* completeness */
  guint       n_blank;
} YsRegistryItem;

typedef struct _YsRegistry YsRegistry;

/* (transfer full): a snapshot of all compounds (withdrawn ones too) in the official order: town,
 * community's sort, then entry into the ledger. */
YsRegistry *ys_registry_load (YsLedger *ledger, GError **error);
/* The last line of the log about what a snapshot holds: while it is the same a snapshot is up to date.
 * -1 when it cannot be read. */
gint64      ys_registry_last_change (YsLedger *ledger);
YsRegistry *ys_registry_ref (YsRegistry *registry);
void        ys_registry_unref (YsRegistry *registry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsRegistry, ys_registry_unref)

guint                 ys_registry_n_items (const YsRegistry *registry);
const YsRegistryItem *ys_registry_item (const YsRegistry *registry, guint index);
const YsRegistryItem *ys_registry_find (const YsRegistry *registry, gint64 compound_id);
/* Whether this field should be filled and is not. */
gboolean              ys_registry_item_is_blank (const YsRegistryItem *item, const char *field);
/* (element-type YsCommunity), (element-type YsCompany); (transfer none) */
GPtrArray            *ys_registry_communities (const YsRegistry *registry);
GPtrArray            *ys_registry_companies (const YsRegistry *registry);

/* (transfer full): the one compound of this name (or other name, or key of it). NOT_FOUND, AMBIGUOUS. */
gint64 ys_registry_find_by_name (const YsRegistry *registry, const char *name, GError **error);

typedef enum
{
  YS_SORT_OFFICIAL,
  YS_SORT_NAME, /* pinyin */
  YS_SORT_COMMUNITY,
  YS_SORT_CLASS,
  YS_SORT_FORM,
  YS_SORT_COMPANY,
  YS_SORT_MANAGER,
  YS_SORT_PERCENT
} YsRegistrySort;

/* What a list shows. Zero everywhere shows all that are not withdrawn. */
typedef struct
{
  const char *search;          /* (nullable): characters, pinyin, initials; over names, company, manager */
  gint64      community_id;
  int         class;
  int         form;
  gint64      company_id;
  gboolean    only_incomplete;
  const char *blank_field;     /* (nullable): only those that lack it */
  gboolean    with_withdrawn;
  YsRegistrySort sort;
  gboolean    descending;
} YsRegistryFilter;

/* (transfer full) (element-type guint): indexes of the items, in order; with a search the best
 * matches are first unless a sort other than OFFICIAL is asked for. */
GArray *ys_registry_filter (const YsRegistry *registry, const YsRegistryFilter *filter);

/* (transfer full): at most @max values that @field (a compound's; community and company by name)
 * has among those in use and that fit @text by characters, pinyin or initials: the best match
 * first, then what is used most. An empty @text fits all. */
GStrv ys_registry_suggest (const YsRegistry *registry, const char *field, const char *text, guint max);

/* "field=value" of one compound, community and company by name ("community=…" makes it when missing). */
typedef struct
{
  const char *field;
  const char *text;
} YsEdit;

/* Every edit is one change with its audit lines; a wrong value changes nothing and says in its
 * message what to write. @today is the reference for months without a year. */
gint64   ys_registry_add (YsLedger *ledger, const char *name, const char *community,
                          const YsEdit *edits, guint n_edits, YsDate today, GError **error);
/* Several compounds at once get the same values. */
gboolean ys_registry_set (YsLedger *ledger, const gint64 *ids, guint n_ids,
                          const YsEdit *edits, guint n_edits, YsDate today, GError **error);
gboolean ys_registry_withdraw (YsLedger *ledger, gint64 id, const char *reason, YsDate today, GError **error);
gboolean ys_registry_reinstate (YsLedger *ledger, gint64 id, GError **error);
/* Fills the blanks of @keep from @drop, adds its names to the other names, moves its contacts, withdraws @drop. */
gboolean ys_registry_merge (YsLedger *ledger, gint64 keep, gint64 drop, YsDate today, GError **error);
/* (transfer full) (element-type gint64 pairs: GArray of gint64[2]): compounds that may be the same. */
GArray  *ys_registry_find_twins (const YsRegistry *registry);

/* The same of a community ("town=…", "sort=…") and of a company. */
gboolean ys_registry_set_community (YsLedger *ledger, gint64 id, const YsEdit *edits, guint n_edits,
                                    YsDate today, GError **error);
gboolean ys_registry_set_company (YsLedger *ledger, gint64 id, const YsEdit *edits, guint n_edits,
                                  YsDate today, GError **error);

/* FALSE with a sentence when @text would be refused for this field; nothing is written. */
gboolean ys_registry_check (const YsField *field, const char *text, YsDate today, GError **error);

/* Contacts of one compound; add, change (id set), remove with an audit line. */
GPtrArray *ys_registry_contacts (YsLedger *ledger, gint64 compound_id, GError **error);
gboolean   ys_registry_save_contact (YsLedger *ledger, YsContact *contact, GError **error);
/* The line in the audit log keeps who it was; undo brings the contact back. */
gboolean   ys_registry_remove_contact (YsLedger *ledger, gint64 id, GError **error);

/* Pasted rows and lists: (transfer full): heads and cells of these items as text for Excel. */
char      *ys_registry_copy (const YsRegistry *registry, const guint *indexes, guint n);
/* .xlsx or .csv, by the ending; NULL indexes: all that are not withdrawn. */
gboolean   ys_registry_export (const YsRegistry *registry, const guint *indexes, guint n, gboolean with_personal,
                               const char *path, YsInstant now, GError **error);

G_END_DECLS
