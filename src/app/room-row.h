/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A room's row in the sidebar: icon, name, and how much there is to do. */
#pragma once

#include "rooms.h"

G_BEGIN_DECLS

#define YS_TYPE_ROOM_ROW (ys_room_row_get_type ())
G_DECLARE_FINAL_TYPE (YsRoomRow, ys_room_row, YS, ROOM_ROW, GtkListBoxRow)

GtkWidget *ys_room_row_new (const YsRoom *room);
const YsRoom *ys_room_row_get_room (YsRoomRow *row);
void ys_room_row_update (YsRoomRow *row, YsSession *session);
/* The icon with its badge below; the next update puts the name into the tooltip. */
void ys_room_row_set_narrow (YsRoomRow *row, gboolean narrow);

G_END_DECLS
