/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader would find in one program. Read in one call per look instead of one per
 * control, so that a full look takes milliseconds and nothing is remembered between two looks. */
#pragma once

#include <atspi/atspi-constants.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *path; /* on the accessibility bus */
  char *parent;
  int index;
  int n_children;
  char *name;
  AtspiRole role;
  gboolean visible;
  GPtrArray *children; /* (element-type Node), not owned */
} Node;

typedef struct
{
  int x, y, width, height; /* in the window's coordinates */
} Box;

typedef struct _Tree Tree;

/* Wakes the accessibility bus when nobody did. */
Tree *tree_new (guint pid);
void tree_free (Tree *tree);
/* Reads anew; every Node of before is gone. FALSE: the program is not on the bus (yet). */
gboolean tree_read (Tree *tree);
typedef gboolean (*NodeFunc) (Tree *tree, const Node *node, int depth, gpointer user_data);
/* (transfer none) (nullable): the first that matches, top down, among what says it is visible. */
const Node *tree_search (Tree *tree, NodeFunc match, gpointer user_data);

/* FALSE: it has no place (yet), or is gone. */
gboolean tree_box (Tree *tree, const char *path, Box *out_box);
/* The same for a hand: dearer, and right for all versions of GTK. */
gboolean tree_place (Tree *tree, const char *path, Box *out_box);
/* (transfer full): an entry's text; "" for what has none. */
char *tree_text (Tree *tree, const char *path);
gboolean tree_set_text (Tree *tree, const char *path, const char *text);
gboolean tree_activate (Tree *tree, const char *path);

G_END_DECLS
