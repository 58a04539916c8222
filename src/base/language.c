/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses locale and catalogue once, before any string is shown. The choice is also put
 * into the environment, since GTK sets the locale from there again and programs that we
 * start should speak the same language. */
#include "config.h"

#include "language.h"
#include "place.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#ifndef LC_MESSAGES
#define LC_MESSAGES 1729 /* libintl's own number where the C library has none */
#endif

#define CATALOGUE "zh_CN/LC_MESSAGES/" GETTEXT_PACKAGE ".mo"

static char *
catalogue_in (const char *first, const char *second)
{
  g_autofree char *joined = g_build_filename (first, second, NULL);
  g_autofree char *dir = g_canonicalize_filename (joined, NULL);
  g_autofree char *file = g_build_filename (dir, CATALOGUE, NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS) ? g_steal_pointer (&dir) : NULL;
}

/* An uninstalled program lies in src/cli or tests/base of the build, two below its po. */
static char *
find_catalogues (void)
{
  const char *override = g_getenv ("YARDSTICK_LOCALEDIR");
  g_autofree char *folder = ys_place_program ();
  char *found = NULL;

  if (override != NULL && *override != '\0')
    return g_strdup (override);
  if (folder != NULL)
    found = catalogue_in (folder, "../../po");
  if (found == NULL && folder != NULL)
    found = catalogue_in (folder, "../share/locale");
  return found != NULL ? found : g_strdup (YS_LOCALEDIR);
}

static gboolean
wants_chinese (const char *language)
{
  if (language == NULL)
    language = g_get_language_names ()[0];
  return g_str_has_prefix (language, "zh");
}

/* LC_ALL would hide a category of our own: it becomes the default instead. */
static void
set_category (int category, const char *variable, const char *locale)
{
  const char *all = g_getenv ("LC_ALL");

  if (all != NULL && *all != '\0')
    g_setenv ("LANG", all, TRUE);
  g_unsetenv ("LC_ALL");
  g_setenv (variable, locale, TRUE);
  setlocale (category, locale);
}

/* gettext looks at LANGUAGE only in a locale other than "C"; C.UTF-8 serves in glibc before
 * 2.39, any other locale that was generated serves everywhere. It decides the words alone,
 * never numbers or sorting. */
static void
set_chinese_messages (void)
{
  g_autofree char *present = g_strdup (setlocale (LC_MESSAGES, NULL));
  const char *locales[]
      = { "zh_CN.UTF-8", "zh_CN.utf8", "zh_CN", present, "en_US.UTF-8", "en_GB.UTF-8", "C.UTF-8" };

  g_setenv ("LANGUAGE", "zh_CN:zh", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      gboolean is_c = locales[i] == present
                      && (present == NULL || *present == 'C' || g_str_equal (present, "POSIX"));

      if (!is_c && setlocale (LC_MESSAGES, locales[i]) != NULL)
        {
          set_category (LC_MESSAGES, "LC_MESSAGES", locales[i]);
          return;
        }
    }
}

/* Paths and output are UTF-8 even where the environment says "C" or GBK. */
static void
set_utf8 (void)
{
  if (!g_get_charset (NULL) && setlocale (LC_CTYPE, "C.UTF-8") != NULL)
    set_category (LC_CTYPE, "LC_CTYPE", "C.UTF-8");
}

void
ys_language_init (const char *language)
{
  g_autofree char *catalogues = find_catalogues ();

  setlocale (LC_ALL, "");
  if (wants_chinese (language))
    set_chinese_messages ();
  else if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  set_utf8 ();
#ifdef G_OS_WIN32
  {
    g_autofree char *short_path = g_win32_locale_filename_from_utf8 (catalogues);
    bindtextdomain (GETTEXT_PACKAGE, short_path != NULL ? short_path : catalogues);
  }
#else
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
#endif
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

const char *
ys_language_current (void)
{
  /* The empty string's translation is the head of the catalogue in use. */
  const char *head = g_dgettext (GETTEXT_PACKAGE, "");

  return strstr (head, "Language: zh") != NULL ? "zh" : "en";
}
