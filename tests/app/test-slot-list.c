/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of slots as GTK sees it: what it reports as changed, and which slots are told. */
#include "config.h"

#include "slot-list.h"

#define LETTERS_TYPE (letters_get_type ())
G_DECLARE_FINAL_TYPE (Letters, letters, TEST, LETTERS, YsSlotList)

/* A list that shows the letters of a word. */
struct _Letters
{
  YsSlotList parent_instance;

  const char *word;
};

G_DEFINE_FINAL_TYPE (Letters, letters, YS_TYPE_SLOT_LIST)

static void
letters_class_init (LettersClass *klass)
{
}

static void
letters_init (Letters *letters)
{
}

static void
letters_show (Letters *letters, const char *word)
{
  letters->word = word;
  ys_slot_list_refill (YS_SLOT_LIST (letters), (guint)strlen (word));
}

static void
count_up (guint *count)
{
  (*count)++;
}

static void
on_items_changed_cb (GListModel *model, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

static void
on_slot_changed_cb (YsSlot *slot, GString *log)
{
  YsSlotList *list = ys_slot_get_list (slot);
  const char *word = list != NULL ? TEST_LETTERS (list)->word : "";
  guint position = ys_slot_get_position (slot);

  if (position < strlen (word))
    g_string_append_printf (log, "%u=%c ", position, word[position]);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  const char *changes; /* items-changed as position-removed+added */
  const char *told;    /* slots 0 and 2 live: what they show then */
} Row;

static const Row rows[] = {
  { "same-length", "abc", "xyz", "", "0=x 2=z " },
  { "longer", "abc", "xyzuv", "3-0+2 ", "0=x 2=z " },
  { "shorter", "abcd", "xyz", "3-1+0 ", "0=x 2=z " },
  { "below-a-living-slot", "abc", "xy", "2-1+0 ", "0=x " },
  { "to-nothing", "abc", "", "0-3+0 ", "" },
};

static void
test_refill (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Letters) letters = g_object_new (LETTERS_TYPE, NULL);
  g_autoptr (YsSlot) first = NULL;
  g_autoptr (YsSlot) third = NULL;
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  gboolean first_is_first;

  letters_show (letters, row->before);
  first = g_list_model_get_item (G_LIST_MODEL (letters), 0);
  third = g_list_model_get_item (G_LIST_MODEL (letters), 2);
  g_signal_connect (letters, "items-changed", G_CALLBACK (on_items_changed_cb), changes);
  g_signal_connect (first, "changed", G_CALLBACK (on_slot_changed_cb), told);
  g_signal_connect (third, "changed", G_CALLBACK (on_slot_changed_cb), told);
  letters_show (letters, row->after);

  g_assert_cmpstr (changes->str, ==, row->changes);
  /* The slots are told in no order that anyone may count on. */
  first_is_first = told->len == 0 || told->str[0] == '0';
  if (!first_is_first)
    {
      g_autofree char *turned = g_strdup_printf ("%s%.4s", told->str + 4, told->str);

      g_assert_cmpstr (turned, ==, row->told);
    }
  else
    {
      g_assert_cmpstr (told->str, ==, row->told);
    }
}

static void
test_same_slot (void)
{
  g_autoptr (Letters) letters = g_object_new (LETTERS_TYPE, NULL);
  g_autoptr (YsSlot) one = NULL;
  g_autoptr (YsSlot) again = NULL;

  letters_show (letters, "abc");
  one = g_list_model_get_item (G_LIST_MODEL (letters), 1);
  again = g_list_model_get_item (G_LIST_MODEL (letters), 1);
  g_assert_true (one == again);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (letters), 3));
}

static void
test_slot_outlives_list (void)
{
  Letters *letters = g_object_new (LETTERS_TYPE, NULL);
  g_autoptr (YsSlot) slot = NULL;

  letters_show (letters, "abc");
  slot = g_list_model_get_item (G_LIST_MODEL (letters), 1);
  g_assert_finalize_object (G_OBJECT (letters));
  g_assert_null (ys_slot_get_list (slot));
}

static void
test_touch (void)
{
  g_autoptr (Letters) letters = g_object_new (LETTERS_TYPE, NULL);
  g_autoptr (YsSlot) slot = NULL;
  g_autoptr (GString) told = g_string_new (NULL);

  letters_show (letters, "abc");
  slot = g_list_model_get_item (G_LIST_MODEL (letters), 1);
  g_signal_connect (slot, "changed", G_CALLBACK (on_slot_changed_cb), told);
  ys_slot_list_touch (YS_SLOT_LIST (letters), 0);
  ys_slot_list_touch (YS_SLOT_LIST (letters), 1);
  ys_slot_list_touch (YS_SLOT_LIST (letters), 9);
  g_assert_cmpstr (told->str, ==, "1=b ");
}

/* A long word is shown letter by letter between frames, and says when all is there. */
static void
test_grow (void)
{
  g_autoptr (Letters) letters = g_object_new (LETTERS_TYPE, NULL);
  g_autofree char *word = g_strnfill (500, 'a');
  guint n_grown = 0;
  guint last = 0;

  letters->word = word;
  g_signal_connect_swapped (letters, "grown", G_CALLBACK (count_up), &n_grown);
  ys_slot_list_grow (YS_SLOT_LIST (letters), 500, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (letters)), <, 20);
  while (ys_slot_list_is_growing (YS_SLOT_LIST (letters)))
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (letters));

      g_assert_cmpuint (n, >=, last);
      g_assert_cmpuint (n_grown, ==, 0);
      last = n;
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (letters)), ==, 500);
  g_assert_cmpuint (n_grown, ==, 1);
  /* What is long already changes at once. */
  ys_slot_list_grow (YS_SLOT_LIST (letters), 499, NULL, NULL);
  g_assert_false (ys_slot_list_is_growing (YS_SLOT_LIST (letters)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (letters)), ==, 499);
}

static void
note_position (YsSlot *slot, GArray *told)
{
  guint position = ys_slot_get_position (slot);

  g_array_append_val (told, position);
}

/* Many slots are told the nearest first, each once, the rest between frames. */
static void
test_near (void)
{
  g_autoptr (Letters) letters = g_object_new (LETTERS_TYPE, NULL);
  g_autofree char *word = g_strnfill (200, 'a');
  g_autoptr (GPtrArray) slots = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (guint));
  guint at_once;

  letters_show (letters, word);
  for (guint i = 0; i < 200; i++)
    {
      g_ptr_array_add (slots, g_list_model_get_item (G_LIST_MODEL (letters), i));
      g_signal_connect (slots->pdata[i], "changed", G_CALLBACK (note_position), told);
    }
  ys_slot_list_set_near (YS_SLOT_LIST (letters), 100);
  letters_show (letters, word);
  at_once = told->len;
  g_assert_cmpuint (at_once, >, 20);
  g_assert_cmpuint (at_once, <, 100);
  for (guint i = 0; i < at_once; i++)
    g_assert_cmpint (ABS ((int)g_array_index (told, guint, i) - 100), <=, (int)at_once / 2);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (told->len, ==, 200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/app/slot-list/refill/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_refill);
    }
  g_test_add_func ("/app/slot-list/same-slot", test_same_slot);
  g_test_add_func ("/app/slot-list/slot-outlives-list", test_slot_outlives_list);
  g_test_add_func ("/app/slot-list/grow", test_grow);
  g_test_add_func ("/app/slot-list/near", test_near);
  g_test_add_func ("/app/slot-list/touch", test_touch);
  return g_test_run ();
}
