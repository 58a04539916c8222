/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the import job share. */
#pragma once

#include "import-index.h"
#include "import.h"

G_BEGIN_DECLS

#define YS_NO_TWIN G_MAXUINT

typedef struct
{
  YsImportRow pub; /* first: the public row is this one */
  const YsRawCompound *raw;
  guint table;
  YsCompound *read;   /* what the file states */
  YsCompound *merged; /* (nullable): the match with what the file states */
  char *community;    /* as read; (nullable) */
  char *town;
  char *company;
  gint64 community_id; /* 0: not in the ledger yet */
  gint64 company_id;
  guint32 stated; /* bit by index into the compound's fields */
  gboolean infers_form;
  gboolean is_value_doubt; /* what is doubtful is a reading, not the match */
  guint twin;              /* index of the earlier row that this one repeats; YS_NO_TWIN */
} YsImportItem;

struct _YsImport
{
  char *file_name;
  char *sha256;
  char *sheet; /* (nullable): the one asked for */
  YsDate today;
  YsWorkbook *workbook;
  GHashTable *chosen;     /* heading key → field or "": by a person, now */
  GHashTable *remembered; /* the same, from earlier imports */
  YsLedger *ledger;       /* only while headings are looked up */
  GPtrArray *tables;      /* YsRawTable */
  GPtrArray *grids;       /* beside them: borrowed */
  GPtrArray *items;       /* YsImportItem */
  YsImportIndex *index;
  guint counts[YS_N_VERDICTS];
};

/* Words of choices and dates read before: a large table repeats them. */
typedef struct _YsImportReadings YsImportReadings;
YsImportReadings *ys_import_readings_new (void);
void ys_import_readings_free (YsImportReadings *known);

/* Fields that a heading may be mapped to; "" and "-" too. REFUSED. */
const char *ys_import_check_field (const char *field, GError **error);
gboolean
ys_import_choose (YsImport *import, const char *heading, const char *field, GError **error);
/* YsHeadingFunc over chosen, then remembered headings. */
const char *ys_import_heading_field (const char *key, gpointer import);
gboolean ys_import_remember_headings (const YsImport *import, YsLedger *ledger, GError **error);
/* FALSE when a chosen heading is in no table. */
gboolean ys_import_check_chosen (const YsImport *import, GError **error);

YsImportItem *
ys_import_item_new (const YsRawTable *table, guint table_index, const YsRawCompound *raw);
void ys_import_item_free (YsImportItem *item);
/* Reads the cells into item->read; the first value that cannot be read refuses the row, the first
 * doubtful one makes it doubtful. */
void ys_import_item_read (YsImportItem *item,
                          const YsRawTable *table,
                          YsDate today,
                          YsImportReadings *known);
/* Takes @reason. */
void ys_import_item_refuse (YsImportItem *item, guint column, const char *field, char *reason);
void ys_import_item_doubt (YsImportItem *item, guint column, const char *field, char *reason);
/* What the file states, put over the compound. */
void ys_import_item_overlay (const YsImportItem *item, YsCompound *compound);
/* The same for the blanks of @compound only; its community stays. */
void ys_import_item_fill (const YsImportItem *item, YsCompound *compound);
guint ys_import_column_of (const YsRawTable *table, const char *field);

/* Judges all rows against the ledger as it is now. */
gboolean ys_import_judge (YsImport *import,
                          YsLedger *ledger,
                          YsProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error);
gboolean ys_import_is_to_write (const YsImportItem *item);

/* A merge that a person decided, so that the same file is not asked about again. */
gboolean ys_import_recalls_merge (YsLedger *ledger, const YsImportItem *item, gint64 compound_id);
gboolean ys_import_remember_merge (YsLedger *ledger,
                                   const YsImportItem *item,
                                   gint64 compound_id,
                                   GError **error);

G_END_DECLS
