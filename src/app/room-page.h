/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A room that has nothing yet: says what it will be for and offers the first step. */
#pragma once

#include "rooms.h"

G_BEGIN_DECLS

#define YS_TYPE_ROOM_PAGE (ys_room_page_get_type ())
G_DECLARE_FINAL_TYPE (YsRoomPage, ys_room_page, YS, ROOM_PAGE, YsPage)

YsPage *ys_room_page_new (const YsRoom *room);

G_END_DECLS
