/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for a choice, and a choice from a word: by nick, label, official word or any alias,
 * whatever the width, spaces and case; what stands in brackets behind the word does not count. */
#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "field.h"
#include "text.h"

/* choices table -> (key of a spelling -> choice). An import asks some hundred thousand times. */
static GHashTable *spellings_of;
static GMutex spellings_lock;

static void
add_spelling (GHashTable *spellings, const char *text, int choice)
{
  if (text == NULL || *text == '\0')
    return;
  char *key = ys_text_key (text);
  if (g_hash_table_contains (spellings, key))
    g_free (key);
  else
    g_hash_table_insert (spellings, key, GINT_TO_POINTER (choice));
}

static GHashTable *
make_spellings (const YsChoice *choices)
{
  GHashTable *spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; choices[i].nick != NULL; i++)
    {
      add_spelling (spellings, choices[i].nick, i + 1);
      add_spelling (spellings, choices[i].label, i + 1);
      add_spelling (spellings, _ (choices[i].label), i + 1);
      add_spelling (spellings, choices[i].official, i + 1);
      g_auto (GStrv) aliases = g_strsplit (choices[i].aliases ? choices[i].aliases : "", "|", -1);
      for (guint k = 0; aliases[k] != NULL; k++)
        add_spelling (spellings, aliases[k], i + 1);
    }
  return spellings;
}

/* Made once per table and never changed or freed after: safe to read without the lock. */
static GHashTable *
get_spellings (const YsChoice *choices)
{
  g_mutex_lock (&spellings_lock);
  if (spellings_of == NULL)
    spellings_of = g_hash_table_new (NULL, NULL);
  GHashTable *spellings = g_hash_table_lookup (spellings_of, choices);
  if (spellings == NULL)
    {
      spellings = make_spellings (choices);
      g_hash_table_insert (spellings_of, (gpointer)choices, spellings);
    }
  g_mutex_unlock (&spellings_lock);
  return spellings;
}

int
ys_choice_from_text (const YsChoice *choices, const char *text)
{
  g_return_val_if_fail (choices != NULL, 0);

  if (text == NULL || *text == '\0')
    return 0;
  for (int i = 0; choices[i].nick != NULL; i++)
    if (strcmp (choices[i].nick, text) == 0 || g_strcmp0 (choices[i].official, text) == 0)
      return i + 1;

  g_autofree char *key = ys_text_key (text);
  GHashTable *spellings = get_spellings (choices);
  int choice = GPOINTER_TO_INT (g_hash_table_lookup (spellings, key));
  char *bracket = strpbrk (key, "([");
  if (bracket == NULL)
    bracket = strstr (key, "（");
  if (choice == 0 && bracket != NULL && bracket != key)
    {
      *bracket = '\0';
      choice = GPOINTER_TO_INT (g_hash_table_lookup (spellings, key));
    }
  return choice;
}

/* A number out of range can only come from a damaged ledger: it shows as nothing. */
static const YsChoice *
get_choice (const YsChoice *choices, int choice)
{
  for (int i = 0; choices[i].nick != NULL; i++)
    if (i + 1 == choice)
      return &choices[i];
  return NULL;
}

const char *
ys_choice_nick (const YsChoice *choices, int choice)
{
  g_return_val_if_fail (choices != NULL, NULL);
  const YsChoice *found = get_choice (choices, choice);
  return found ? found->nick : NULL;
}

const char *
ys_choice_official (const YsChoice *choices, int choice)
{
  g_return_val_if_fail (choices != NULL, NULL);
  const YsChoice *found = get_choice (choices, choice);
  if (found == NULL)
    return NULL;
  return found->official ? found->official : found->nick;
}

const char *
ys_choice_label (const YsChoice *choices, int choice)
{
  g_return_val_if_fail (choices != NULL, NULL);
  const YsChoice *found = get_choice (choices, choice);
  return found ? _ (found->label) : NULL;
}
