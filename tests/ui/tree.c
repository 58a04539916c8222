/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK lists on the bus only the controls that somebody asked for: a control that says it has more
 * children than are listed is asked for them, and each of these for its own, down to the last. Only
 * then everything is listed again: the list is by far the dearest of the questions. */
#include "config.h"

#include "tree.h"

#define ROOT "/org/a11y/atspi/accessible/root"
#define CACHE "/org/a11y/atspi/cache"
#define MAX_ROUNDS 40
#define MAX_DEPTH 60

struct _Tree
{
  GDBusConnection *bus;
  guint pid;
  char *name;        /* the program's name on the bus, once it is known */
  GHashTable *nodes; /* path → Node */
  Node root;
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->path);
  g_free (node->parent);
  g_free (node->name);
  g_ptr_array_unref (node->children);
  g_free (node);
}

/* (transfer full) (nullable): failure is an answer here, the program may be just going. */
static GVariant *
call (Tree *tree,
      const char *to,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *parameters)
{
  return g_dbus_connection_call_sync (tree->bus, to, path, interface, method, parameters, NULL,
                                      G_DBUS_CALL_FLAGS_NONE, 5000, NULL, NULL);
}

/* The accessibility bus starts when someone asks for it. */
static char *
bus_address (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) answer = NULL;
  char *address;

  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                        "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, 10000, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(s)", &address);
  return address;
}

Tree *
tree_new (guint pid)
{
  g_autofree char *address = bus_address ();
  g_autoptr (GError) error = NULL;
  Tree *tree = g_new0 (Tree, 1);

  tree->pid = pid;
  tree->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, node_free);
  tree->root.path = (char *)ROOT;
  tree->root.children = g_ptr_array_new ();
  tree->bus = g_dbus_connection_new_for_address_sync (
      address,
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
          | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);
  g_assert_no_error (error);
  return tree;
}

void
tree_free (Tree *tree)
{
  g_hash_table_unref (tree->nodes);
  g_ptr_array_unref (tree->root.children);
  g_object_unref (tree->bus);
  g_free (tree->name);
  g_free (tree);
}

static guint
pid_of (Tree *tree, const char *name)
{
  g_autoptr (GVariant) answer
      = call (tree, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
              "GetConnectionUnixProcessID", g_variant_new ("(s)", name));
  guint pid = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &pid);
  return pid;
}

static gboolean
find_program (Tree *tree)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariantIter) names = NULL;
  const char *name;

  if (tree->name != NULL)
    return TRUE;
  answer = call (tree, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                 "ListNames", NULL);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(as)", &names);
  while (tree->name == NULL && g_variant_iter_next (names, "&s", &name))
    if (*name == ':' && pid_of (tree, name) == tree->pid)
      tree->name = g_strdup (name);
  return tree->name != NULL;
}

/* One question to many controls, all sent before the first answer is awaited. */
typedef struct
{
  guint n_open;
  GPtrArray *answers; /* GVariant, or NULL: gone */
} Round;

typedef struct
{
  Round *round;
  guint nth;
} Question;

static void
on_answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  Round *round = question->round;

  round->answers->pdata[question->nth]
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  round->n_open--;
  g_free (question);
}

/* (transfer full) (element-type GVariant): an answer for each of @paths, NULL for none. */
static GPtrArray *
ask_all (Tree *tree, GPtrArray *paths, const char *method)
{
  Round round = { paths->len, g_ptr_array_new () };

  g_ptr_array_set_size (round.answers, (int)paths->len);
  for (guint i = 0; i < paths->len; i++)
    {
      Question *question = g_new (Question, 1);

      *question = (Question){ &round, i };
      g_dbus_connection_call (tree->bus, tree->name, g_ptr_array_index (paths, i),
                              "org.a11y.atspi.Accessible", method, NULL, NULL,
                              G_DBUS_CALL_FLAGS_NONE, 5000, NULL, on_answer_cb, question);
    }
  while (round.n_open > 0)
    g_main_context_iteration (NULL, TRUE);
  return round.answers;
}

static gboolean
is_visible (GVariant *state)
{
  g_autoptr (GVariantIter) states = NULL;
  guint low = 0;

  g_variant_get (state, "(au)", &states);
  g_variant_iter_next (states, "u", &low);
  return (low & (1u << ATSPI_STATE_VISIBLE)) != 0;
}

/* (transfer full): those children of @parents that are not listed and that show. */
static GPtrArray *
uncover (Tree *tree, GPtrArray *parents)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) found = ask_all (tree, parents, "GetChildren");
  g_autoptr (GPtrArray) states = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (GVariant) answer = g_ptr_array_index (found, i);
      g_autoptr (GVariantIter) children = NULL;
      const char *path;

      if (answer == NULL)
        continue;
      g_variant_get (answer, "(a(so))", &children);
      while (g_variant_iter_next (children, "(&s&o)", NULL, &path))
        if (!g_hash_table_contains (tree->nodes, path))
          g_ptr_array_add (unknown, g_strdup (path));
    }
  states = ask_all (tree, unknown, "GetState");
  for (guint i = states->len; i-- > 0;)
    {
      g_autoptr (GVariant) state = g_ptr_array_index (states, i);

      if (state == NULL || !is_visible (state))
        g_ptr_array_remove_index (unknown, i);
    }
  return unknown;
}

/* Those that are listed already are looked at by find_incomplete(). */
static void
ask_for_children (Tree *tree, GPtrArray *parents)
{
  g_autoptr (GPtrArray) level = g_ptr_array_ref (parents);

  for (int depth = 0; level->len > 0 && depth < MAX_DEPTH; depth++)
    {
      GPtrArray *below = uncover (tree, level);

      g_ptr_array_unref (level);
      level = below;
    }
}

static Node *
node_new (GVariant *item)
{
  g_autoptr (GVariantIter) interfaces = NULL;
  g_autoptr (GVariantIter) states = NULL;
  Node *node = g_new0 (Node, 1);
  guint low = 0;

  g_variant_get (item, "((so)(so)(so)iiassusau)", NULL, &node->path, NULL, NULL, NULL,
                 &node->parent, &node->index, &node->n_children, &interfaces, &node->name,
                 &node->role, NULL, &states);
  g_variant_iter_next (states, "u", &low);
  node->visible = (low & (1u << ATSPI_STATE_VISIBLE)) != 0;
  node->children = g_ptr_array_new ();
  return node;
}

static int
compare_index (gconstpointer a, gconstpointer b)
{
  return (*(const Node *const *)a)->index - (*(const Node *const *)b)->index;
}

static void
join_nodes (Tree *tree)
{
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_set_size (tree->root.children, 0);
  g_hash_table_iter_init (&iter, tree->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Node *node = value;
      Node *parent = g_str_equal (node->parent, ROOT)
                         ? &tree->root
                         : g_hash_table_lookup (tree->nodes, node->parent);

      if (parent != NULL)
        g_ptr_array_add (parent->children, node);
    }
  g_ptr_array_sort (tree->root.children, compare_index);
  g_hash_table_iter_init (&iter, tree->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_sort (((Node *)value)->children, compare_index);
}

static gboolean
list_nodes (Tree *tree)
{
  g_autoptr (GVariant) answer
      = call (tree, tree->name, CACHE, "org.a11y.atspi.Cache", "GetItems", NULL);
  g_autoptr (GVariantIter) items = NULL;
  GVariant *item;

  g_hash_table_remove_all (tree->nodes);
  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "(a((so)(so)(so)iiassusau))", &items);
  while ((item = g_variant_iter_next_value (items)) != NULL)
    {
      Node *node = node_new (item);

      g_variant_unref (item);
      if (g_str_equal (node->path, ROOT))
        node_free (node);
      else
        g_hash_table_replace (tree->nodes, node->path, node);
    }
  join_nodes (tree);
  return TRUE;
}

/* Collects the visible controls below @node that have children which are not listed. */
static void
find_incomplete (Tree *tree, const Node *node, int depth, GPtrArray *paths)
{
  if (depth > MAX_DEPTH)
    return;
  if (node != &tree->root && (guint)node->n_children > node->children->len)
    g_ptr_array_add (paths, g_strdup (node->path));
  for (guint i = 0; i < node->children->len; i++)
    {
      const Node *child = g_ptr_array_index (node->children, i);

      if (child->visible)
        find_incomplete (tree, child, depth + 1, paths);
    }
}

gboolean
tree_read (Tree *tree)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!find_program (tree))
    return FALSE;
  g_ptr_array_add (paths, g_strdup (ROOT));
  /* A window that was listed while its page changed counts the page as nothing (GTK 4.18). */
  for (guint i = 0; i < tree->root.children->len; i++)
    g_ptr_array_add (paths, g_strdup (((Node *)g_ptr_array_index (tree->root.children, i))->path));
  for (int i = 0; i < MAX_ROUNDS && paths->len > 0; i++)
    {
      ask_for_children (tree, paths);
      if (!list_nodes (tree))
        return FALSE;
      g_ptr_array_set_size (paths, 0);
      find_incomplete (tree, &tree->root, 0, paths);
    }
  return TRUE;
}

static const Node *
search_below (Tree *tree, const Node *node, int depth, NodeFunc match, gpointer user_data)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const Node *child = g_ptr_array_index (node->children, i);
      const Node *found;

      if (!child->visible || depth > MAX_DEPTH)
        continue;
      if (match (tree, child, depth, user_data))
        return child;
      found = search_below (tree, child, depth + 1, match, user_data);
      if (found != NULL)
        return found;
    }
  return NULL;
}

const Node *
tree_search (Tree *tree, NodeFunc match, gpointer user_data)
{
  return search_below (tree, &tree->root, 1, match, user_data);
}

gboolean
tree_box (Tree *tree, const char *path, Box *out_box)
{
  g_autoptr (GVariant) answer = call (tree, tree->name, path, "org.a11y.atspi.Component",
                                      "GetExtents", g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW));

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &out_box->x, &out_box->y, &out_box->width, &out_box->height);
  return out_box->width > 0 && out_box->height > 0;
}

/* From GTK 4.10 on the page of a stack and the control on it both have the page's offset, which
 * then counts twice: the control seems to lie beside a page of its own size. */
gboolean
tree_place (Tree *tree, const char *path, Box *out_box)
{
  const Node *node = g_hash_table_lookup (tree->nodes, path);
  int x = 0, y = 0;
  Box box, inner;

  if (!tree_box (tree, path, out_box))
    return FALSE;
  inner = *out_box;
  while (node != NULL && (node = g_hash_table_lookup (tree->nodes, node->parent)) != NULL)
    {
      if (!tree_box (tree, node->path, &box))
        break;
      if (box.width == inner.width && box.height == inner.height)
        {
          x += inner.x - box.x;
          y += inner.y - box.y;
        }
      inner = box;
    }
  out_box->x -= x;
  out_box->y -= y;
  return TRUE;
}

char *
tree_text (Tree *tree, const char *path)
{
  g_autoptr (GVariant) count
      = call (tree, tree->name, path, "org.freedesktop.DBus.Properties", "Get",
              g_variant_new ("(ss)", "org.a11y.atspi.Text", "CharacterCount"));
  g_autoptr (GVariant) inner = NULL;
  g_autoptr (GVariant) answer = NULL;
  char *text = NULL;

  if (count == NULL)
    return g_strdup ("");
  g_variant_get (count, "(v)", &inner);
  /* The bus does not know "to the end". */
  answer = call (tree, tree->name, path, "org.a11y.atspi.Text", "GetText",
                 g_variant_new ("(ii)", 0, g_variant_get_int32 (inner)));
  if (answer != NULL)
    g_variant_get (answer, "(s)", &text);
  return text != NULL ? text : g_strdup ("");
}

static gboolean
is_done (GVariant *answer)
{
  gboolean done = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &done);
  return done;
}

gboolean
tree_set_text (Tree *tree, const char *path, const char *text)
{
  g_autoptr (GVariant) answer = call (tree, tree->name, path, "org.a11y.atspi.EditableText",
                                      "SetTextContents", g_variant_new ("(s)", text));

  return is_done (answer);
}

gboolean
tree_activate (Tree *tree, const char *path)
{
  g_autoptr (GVariant) answer = call (tree, tree->name, path, "org.a11y.atspi.Action", "DoAction",
                                      g_variant_new ("(i)", 0));

  return is_done (answer);
}
