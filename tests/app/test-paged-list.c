/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long list as GTK sees it: what it reports as changed, which slots are told, which rows are
 * fetched and how often. Rows are letters; slots of places 0 and 2 live. */
#include "config.h"

#include "paged-list.h"

#define LETTERS_TYPE (letters_get_type ())
G_DECLARE_FINAL_TYPE (Letters, letters, TEST, LETTERS, YsPagedList)

/* The row of id 1 is "a"; answers when the test says so. */
struct _Letters
{
  YsPagedList parent_instance;

  GArray *asked; /* (nullable) */
  GString *log;
  gint64 changed; /* id whose row is a capital letter */
  gint64 gone;    /* id without a row */
};

G_DEFINE_FINAL_TYPE (Letters, letters, YS_TYPE_PAGED_LIST)

static void
letters_fetch (YsPagedList *list, GArray *ids)
{
  Letters *self = TEST_LETTERS (list);

  g_assert_null (self->asked);
  self->asked = g_array_ref (ids);
  g_string_append_printf (self->log, "fetch:%u ", ids->len);
}

static gboolean
letters_equal (gconstpointer a, gconstpointer b)
{
  return g_str_equal (a, b);
}

static void
letters_class_init (LettersClass *klass)
{
  YsPagedListClass *class = YS_PAGED_LIST_CLASS (klass);

  class->fetch = letters_fetch;
  class->free_row = g_free;
  class->rows_equal = letters_equal;
}

static void
letters_init (Letters *self)
{
  self->log = g_string_new (NULL);
}

static void
run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Runs what waits, then answers what was asked. FALSE when nothing was. */
static gboolean
answer (Letters *self)
{
  g_autoptr (GArray) ids = NULL;
  GPtrArray *rows;

  run ();
  ids = g_steal_pointer (&self->asked);
  if (ids == NULL)
    return FALSE;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      char letter = (char)((id == self->changed ? 'A' : 'a') + (id - 1) % 26);

      g_ptr_array_add (rows, id == self->gone ? NULL : g_strdup_printf ("%c", letter));
    }
  ys_paged_list_fill (YS_PAGED_LIST (self), ids, rows);
  return TRUE;
}

/* "cab": ids 3, 1, 2 */
static GArray *
ids_of (const char *word)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *word != '\0'; word++)
    {
      gint64 id = *word - 'a' + 1;

      g_array_append_val (ids, id);
    }
  return ids;
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, Letters *self)
{
  g_string_append_printf (self->log, "%u-%u+%u ", position, removed, added);
}

static const char *
row_at (Letters *self, guint position)
{
  const char *row = ys_paged_list_row (YS_PAGED_LIST (self), position);

  return row != NULL ? row : ".";
}

static void
on_slot_changed_cb (YsSlot *slot, Letters *self)
{
  guint position = ys_slot_get_position (slot);

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self)))
    g_string_append_printf (self->log, "%u=%s ", position, row_at (self, position));
}

typedef struct
{
  Letters *letters;
  YsSlot *slots[2];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->letters = g_object_new (LETTERS_TYPE, NULL);
}

/* Shows @word, with living slots at 0 and 2, and forgets what was said until then. */
static void
start (Fixture *fixture, const char *word)
{
  Letters *self = fixture->letters;

  ys_paged_list_show (YS_PAGED_LIST (self), ids_of (word));
  for (guint i = 0; i < 2; i++)
    {
      fixture->slots[i] = g_list_model_get_item (G_LIST_MODEL (self), 2 * i);
      row_at (self, 2 * i);
      g_signal_connect (fixture->slots[i], "changed", G_CALLBACK (on_slot_changed_cb), self);
    }
  while (answer (self))
    ;
  g_signal_connect (self, "items-changed", G_CALLBACK (on_items_changed_cb), self);
  g_string_truncate (self->log, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GString *log = fixture->letters->log;

  g_clear_object (&fixture->slots[0]);
  g_clear_object (&fixture->slots[1]);
  g_assert_finalize_object (fixture->letters);
  g_string_free (log, TRUE);
}

/* The slots are told in no order that anyone may count on: words are sorted. */
static void
assert_log (Letters *self, const char *expected)
{
  g_auto (GStrv) words = g_strsplit (g_strchomp (self->log->str), " ", -1);
  g_autofree char *sorted = NULL;
  guint n = g_strv_length (words);

  for (guint i = 0; i + 1 < n; i++)
    for (guint k = 0; k + 1 < n - i; k++)
      if (words[k][1] == '=' && words[k + 1][1] == '=' && words[k][0] > words[k + 1][0])
        {
          char *swap = words[k];

          words[k] = words[k + 1];
          words[k + 1] = swap;
        }
  sorted = g_strjoinv (" ", words);
  g_assert_cmpstr (sorted, ==, expected);
  g_string_truncate (self->log, 0);
}

/* What the list says when it shows something else. */
typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *said;
} Row;

static const Row rows[] = {
  { "same", "abcd", "abcd", "" },
  { "other-order", "abcd", "cbad", "0=c 2=a" },
  { "one-slot-differs", "abcd", "abdc", "2=d" },
  { "tail-added", "abc", "abcde", "3-0+2" },
  { "tail-removed", "abcde", "abc", "3-2+0" },
  { "moved-up-and-shorter", "abcde", "ecb", "3-2+0 0=e 2=b" },
  { "below-a-living-slot", "abc", "ab", "2-1+0" },
  { "to-nothing", "abc", "", "0-3+0" },
};

static void
test_show (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;

  start (fixture, row->before);
  ys_paged_list_show (YS_PAGED_LIST (fixture->letters), ids_of (row->after));
  assert_log (fixture->letters, row->said);
}

/* Rows not seen before are empty, then fetched once and told. */
static void
test_fetch (Fixture *fixture, gconstpointer data)
{
  start (fixture, "abc");
  ys_paged_list_show (YS_PAGED_LIST (fixture->letters), ids_of ("xby"));
  assert_log (fixture->letters, "0=. 2=.");
  g_assert_true (answer (fixture->letters));
  assert_log (fixture->letters, "fetch:2 0=x 2=y");
  g_assert_false (answer (fixture->letters));
  g_assert_cmpstr (row_at (fixture->letters, 0), ==, "x");
  g_assert_false (answer (fixture->letters));
}

/* A changed record refreshes its slot and no other. */
static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  const gint64 ids[] = { 3, 26 };

  start (fixture, "abc");
  fixture->letters->changed = 3;
  ys_paged_list_refresh (YS_PAGED_LIST (fixture->letters), ids, G_N_ELEMENTS (ids));
  g_assert_true (answer (fixture->letters));
  assert_log (fixture->letters, "fetch:1 2=C");
}

/* After someone else's change all that is seen is fetched, only what differs is told. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  start (fixture, "abc");
  fixture->letters->changed = 1;
  ys_paged_list_set_stale (YS_PAGED_LIST (fixture->letters));
  g_assert_cmpstr (row_at (fixture->letters, 0), ==, "a");
  g_assert_true (answer (fixture->letters));
  assert_log (fixture->letters, "fetch:3 0=A");
  g_assert_false (answer (fixture->letters));
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  const gint64 id = 1;

  start (fixture, "abc");
  fixture->letters->gone = 1;
  ys_paged_list_refresh (YS_PAGED_LIST (fixture->letters), &id, 1);
  g_assert_true (answer (fixture->letters));
  assert_log (fixture->letters, "fetch:1 0=.");
  g_assert_false (answer (fixture->letters));
}

/* A fetch that failed is tried again when the row is next seen, not before. */
static void
test_failed (Fixture *fixture, gconstpointer data)
{
  Letters *self = fixture->letters;
  g_autoptr (GArray) ids = NULL;

  start (fixture, "abc");
  ys_paged_list_show (YS_PAGED_LIST (self), ids_of ("xbc"));
  run ();
  ids = g_steal_pointer (&self->asked);
  ys_paged_list_fill (YS_PAGED_LIST (self), ids, g_ptr_array_new ());
  g_assert_false (answer (self));
  g_assert_cmpstr (row_at (self, 0), ==, ".");
  g_assert_true (answer (self));
  g_assert_cmpstr (row_at (self, 0), ==, "x");
}

/* A long list: the chunk seen last is fetched first, those scrolled past are forgotten. */
static void
test_scrolling (Fixture *fixture, gconstpointer data)
{
  Letters *self = fixture->letters;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_fetches = 0;

  for (gint64 id = 1; id <= 100000; id++)
    g_array_append_val (ids, id);
  ys_paged_list_show (YS_PAGED_LIST (self), ids);
  g_assert_true (ys_slot_list_is_growing (YS_SLOT_LIST (self)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 6);
  run ();
  g_assert_false (ys_slot_list_is_growing (YS_SLOT_LIST (self)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 100000);
  for (guint position = 0; position < 100000; position += 64)
    row_at (self, position);
  run ();
  g_assert_cmpint (g_array_index (self->asked, gint64, 0), ==, 100000 / 64 * 64 + 1);
  while (answer (self))
    n_fetches++;
  g_assert_cmpuint (n_fetches, ==, 8);
  g_assert_cmpuint (ys_paged_list_find (YS_PAGED_LIST (self), 99999), ==, 99998);
  g_assert_cmpuint (ys_paged_list_find (YS_PAGED_LIST (self), 100001), ==,
                    GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (ys_paged_list_id (YS_PAGED_LIST (self), 100000), ==, 0);
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/app/paged-list/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/paged-list/show/", rows[i].name, NULL);

      g_test_add (path, Fixture, &rows[i], set_up, test_show, tear_down);
    }
  ADD ("fetch", NULL, test_fetch);
  ADD ("refresh", NULL, test_refresh);
  ADD ("stale", NULL, test_stale);
  ADD ("gone", NULL, test_gone);
  ADD ("failed", NULL, test_failed);
  ADD ("scrolling", NULL, test_scrolling);
  return g_test_run ();
}
