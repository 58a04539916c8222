/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Freeing of the plain values about a ledger. */
#include "config.h"

#include "ledger-types.h"

G_DEFINE_QUARK (ys - ledger - error - quark, ys_ledger_error)

void
ys_ledger_holder_clear (YsLedgerHolder *holder)
{
  g_clear_pointer (&holder->user, g_free);
  g_clear_pointer (&holder->host, g_free);
  holder->pid = 0;
  holder->since = 0;
}

void
ys_audit_line_free (YsAuditLine *line)
{
  if (line == NULL)
    return;
  g_free (line->user);
  g_free (line->action);
  g_free (line->record);
  g_free (line->label);
  g_free (line->before);
  g_free (line->after);
  g_free (line->hash);
  g_free (line);
}

void
ys_verification_free (YsVerification *verification)
{
  if (verification == NULL)
    return;
  g_clear_pointer (&verification->problems, g_ptr_array_unref);
  g_free (verification);
}

void
ys_backup_info_free (YsBackupInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->path);
  g_free (info->office);
  g_free (info->last_change);
  g_free (info);
}
