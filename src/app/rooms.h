/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rooms of the window, in the order of the sidebar. A new page is plugged in here: give its
 * room its type. */
#pragma once

#include "page.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;         /* for ys_session_go() */
  const char *label;        /* N_() */
  const char *icon;         /* NULL: not in the sidebar, reached from another page */
  GType (*get_type) (void); /* of a YsPage; NULL: nothing yet, @purpose is shown */
  const char *purpose;      /* (nullable): N_(): what the room will be for */
  /* (nullable): how much there is to do; 0 shows no badge */
  guint (*count) (YsSession *session);
  gboolean is_urgent; /* its badge is red: for what is overdue */
} YsRoom;

guint ys_rooms_n (void);
const YsRoom *ys_rooms_get (guint index);
/* (nullable) */
const YsRoom *ys_rooms_find (const char *name);
/* (transfer floating): the room's page, not yet loaded. */
YsPage *ys_room_make_page (const YsRoom *room);

G_END_DECLS
