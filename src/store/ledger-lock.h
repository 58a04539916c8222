/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may write a ledger: one process at a time. The lock ends with the process, however it ends.
 * Seen in this folder only. */
#pragma once

#include "ledger-types.h"

G_BEGIN_DECLS

typedef struct _YsLedgerLock YsLedgerLock;

/* LOCKED, and then @out_holder (optional) says who; READ_ONLY. */
YsLedgerLock *ys_ledger_lock_take (const char *folder, const char *user, YsLedgerHolder *out_holder,
                                   GError **error);
YsLedgerLock *ys_ledger_lock_ref (YsLedgerLock *lock);
void          ys_ledger_lock_unref (YsLedgerLock *lock); /* the last one frees it for others */
/* Its user is done with it: it goes as soon as nobody reads with it any more. */
void          ys_ledger_lock_leave (YsLedgerLock *lock);
/* Waits at most @seconds until a lock of this process that is being left is gone; FALSE: it is not. */
gboolean      ys_ledger_lock_wait (const char *folder, guint seconds);
/* The name in ledger.holder, so that others are told who it is. */
void          ys_ledger_lock_rename (YsLedgerLock *lock, const char *user);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsLedgerLock, ys_ledger_lock_unref)

G_END_DECLS
