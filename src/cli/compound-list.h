/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One compound as JSON, for every command that shows one. */
#pragma once

#include "command.h"

G_BEGIN_DECLS

/* The document of one compound: every field by its name, references by theirs. */
void ys_cli_print_compound (const YsRegistryItem *item);

G_END_DECLS
