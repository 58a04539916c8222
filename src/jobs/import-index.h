/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger as an import looks at it: read once, then every question is a look-up, so that judging
 * takes time in proportion to the rows alone. */
#pragma once

#include "community.h"
#include "company.h"
#include "compound.h"
#include "ledger-types.h"

G_BEGIN_DECLS

/* One spelling of a compound in the registry. */
typedef struct _YsImportName YsImportName;
struct _YsImportName
{
  const YsCompound *compound;
  char *name;
  gboolean is_other;  /* a former or other name */
  YsImportName *next; /* of the same key */
};

typedef struct _YsImportIndex YsImportIndex;

/* As of one instant of the ledger. */
YsImportIndex *ys_import_index_new (YsLedger *ledger, GError **error);
void ys_import_index_free (YsImportIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsImportIndex, ys_import_index_free)

/* Number of the newest audit line when the ledger was read; 0 none. */
gint64 ys_import_index_seq (const YsImportIndex *index);
/* FALSE on error. */
gboolean ys_import_newest_seq (YsLedger *ledger, gint64 *out_seq, GError **error);

const YsCompound *ys_import_index_compound (const YsImportIndex *index, gint64 id);
/* All spellings whose ys_text_key() is @key. */
const YsImportName *ys_import_index_names (const YsImportIndex *index, const char *key);
/* A compound of the community (0: of all) that may be the same under another name. */
const YsCompound *
ys_import_index_like (const YsImportIndex *index, gint64 community_id, const char *key);

/* The same over all communities, however many compounds there are: for few names. */
const YsCompound *ys_import_index_like_any (const YsImportIndex *index, const char *key);

/* 梅园 and 梅园社区 are one community. @town NULL: not stated. 0 none, -1 several. */
gint64
ys_import_index_find_community (const YsImportIndex *index, const char *name, const char *town);
const YsCommunity *ys_import_index_community (const YsImportIndex *index, gint64 id);
/* By name, other name or key; 0 none. */
gint64 ys_import_index_find_company (const YsImportIndex *index, const char *name);
const YsCompany *ys_import_index_company (const YsImportIndex *index, gint64 id);

/* Made while the import is written. Copies. */
void ys_import_index_add_community (YsImportIndex *index, const YsCommunity *community);
void ys_import_index_add_company (YsImportIndex *index, const YsCompany *company);

/* (transfer full): key of a community's name without 社区, 居委会. */
char *ys_import_community_key (const char *name);
/* (transfer full) (nullable): the bracketed name in 鑫盛公寓(药材宿舍), of a key. */
char *ys_import_alias (const char *key);

G_END_DECLS
