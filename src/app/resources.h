/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the templates, the style sheet and the icons lie inside the program. */
#pragma once

#define YS_RESOURCE_BASE "/io/github/yardstick_ledger/Yardstick"
#define YS_RESOURCE(path) YS_RESOURCE_BASE "/" path
