/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One user on one fresh machine: a home that no program has seen, the window, and the terminal
 * that tells afterwards what the ledger holds. */
#pragma once

#include "driver.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *root;   /* a temporary folder, the user's home */
  char *ledger; /* a folder in it, not made yet */
  GStrv environment;
} Journey;

Journey *journey_new (void);
void journey_free (Journey *journey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Journey, journey_free)

/* Starts the window in Chinese with further arguments, NULL-terminated. */
Driver *journey_open (Journey *journey, ...) G_GNUC_NULL_TERMINATED;
/* Runs the terminal program on the ledger, which must end with 0; (transfer full): its JSON. */
JsonNode *journey_ask (Journey *journey, ...) G_GNUC_NULL_TERMINATED;
/* Makes the ledger by the terminal. */
void journey_init (Journey *journey);
/* Who changes what from now on; as after the first start. */
void journey_set_user (Journey *journey, const char *user);
/* Imports a sample workbook by the terminal. @nth: 3, 4 or 5 */
void journey_import (Journey *journey, int nth);
/* (transfer full): a copy of annex @nth's sample workbook under a name that keys can type. */
char *journey_sample (Journey *journey, int nth);

G_END_DECLS
