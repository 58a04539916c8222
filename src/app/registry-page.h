/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 小区档案: the list of compounds with its filters at the left, one compound (or several) to edit at
 * the right. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

#define YS_TYPE_REGISTRY_PAGE (ys_registry_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRegistryPage, ys_registry_page, YS, REGISTRY_PAGE, YsPage)

G_END_DECLS
