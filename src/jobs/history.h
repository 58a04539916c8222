/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit log as a person reads it, and undo from it. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

/* (transfer full) (element-type YsAuditLine): newest first; @compound_id 0: of everything; @limit 0: all. */
GPtrArray *ys_history_list (YsLedger *ledger, gint64 compound_id, guint limit, GError **error);
/* The same of one record of any type, by the type's name. */
GPtrArray *ys_history_list_record (YsLedger *ledger, const char *record, gint64 id, GError **error);

/* One changed field of a line, in words. */
typedef struct
{
  char *field;  /* label, translated */
  char *before; /* "" when it was empty */
  char *after;
} YsHistoryField;

void       ys_history_field_free (YsHistoryField *field);
/* (transfer full) (element-type YsHistoryField): references by name, choices by label. */
GPtrArray *ys_history_fields (YsLedger *ledger, const YsAuditLine *line);
/* (transfer full): "Changed class of 龙珠百合": what Ctrl+Z would say. */
char      *ys_history_sentence (YsLedger *ledger, const YsAuditLine *line);

/* (transfer full): the same of the whole change that @line is of; of a very long one, the line's own */
char      *ys_history_change_sentence (YsLedger *ledger, const YsAuditLine *line);
/* The compound that the line is about; 0: none, or several. */
gint64     ys_history_compound (YsLedger *ledger, const YsAuditLine *line);

/* What undo and redo would act on, for the buttons' sensitivity; 0 none. */
gint64     ys_history_undoable (YsLedger *ledger);
gint64     ys_history_redoable (YsLedger *ledger);
/* Whether that touched so many records that it had better be turned back in a thread. */
gboolean   ys_history_undo_is_long (YsLedger *ledger);
gboolean   ys_history_redo_is_long (YsLedger *ledger);
/* @seq 0: the last change of this user. @out_sentence: (out) (transfer full) (optional): what was undone */
gboolean   ys_history_undo (YsLedger *ledger, gint64 seq, char **out_sentence, GError **error);
gboolean   ys_history_redo (YsLedger *ledger, char **out_sentence, GError **error);

G_END_DECLS
