/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ledgers this user opened last, kept in the user's configuration folder. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Failing to write the list is never worth stopping for: nothing is reported. */
void  ys_recent_ledgers_add (const char *folder);
void  ys_recent_ledgers_remove (const char *folder);
/* (transfer full): never NULL; newest first, only those whose ledger is there. */
GStrv ys_recent_ledgers_list (void);

G_END_DECLS
