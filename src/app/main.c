/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the language before the first word is said, then runs the program. */
#include "config.h"

#include <string.h>

#include "application.h"
#include "desktop.h"
#include "language.h"
#include "preferences.h"

/* (transfer none) (nullable): the value of --lang. */
static const char *
find_language (int argc, char **argv)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      if (g_str_has_prefix (argv[i], "--lang="))
        return argv[i] + strlen ("--lang=");
      if (strcmp (argv[i], "--lang") == 0 && i + 1 < argc)
        return argv[i + 1];
    }
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *preferred = NULL;
  const char *language;
  g_autoptr (YsApplication) application = NULL;

  ys_desktop_prepare ();
  preferred = ys_preferences_get ("language");
  language = find_language (argc, argv);
  if (language == NULL && *preferred != '\0')
    language = preferred;
  ys_language_init (language);
  g_set_prgname (YS_APP_ID);

  application = ys_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
