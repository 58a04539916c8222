/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every record of a ledger as text, to compare ledgers across schemas. */
#pragma once

#include "ledger.h"

/* (transfer full): "compound 3\n  name = 龙珠百合\n …", empty fields and the built-in catalogues
 * left out, filed documents by their SHA-256, the log's lines by their hash. */
char *dump_ledger (YsLedger *ledger);
