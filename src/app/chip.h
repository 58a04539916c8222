/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One word of state in a rounded outline, with a mark where colour alone would say it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YS_TYPE_CHIP (ys_chip_get_type ())
G_DECLARE_FINAL_TYPE (YsChip, ys_chip, YS, CHIP, GtkWidget)

/* @tone: (nullable): "grey", "accent", "amber", "red", "green"; NULL: outline only.
 * @icon: (nullable): name of an icon. All are properties too: "label", "tone", "icon". */
GtkWidget *ys_chip_new (const char *label, const char *tone, const char *icon);
void ys_chip_set (YsChip *chip, const char *label, const char *tone, const char *icon);

G_END_DECLS
