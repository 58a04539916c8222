/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choice of language in processes of their own, each with the environment of one kind
 * of machine. The machine that runs the tests need not have a Chinese locale. */
#include "config.h"

#include "date.h"
#include "language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *lc_all, *lang, *language; /* environment; NULL unset */
  const char *asked;                    /* argument of ys_language_init() */
  const char *expected;
} LanguageCase;

static const LanguageCase cases[] = {
  { "asked-chinese-on-c-utf8", "C.UTF-8", NULL, NULL, "zh", "zh" },
  { "asked-chinese-on-c", "C", NULL, NULL, "zh", "zh" },
  { "asked-chinese-on-nothing", NULL, NULL, NULL, "zh", "zh" },
  { "asked-chinese-on-english", NULL, "en_US.UTF-8", "en", "zh", "zh" },
  { "chinese-locale-not-generated", NULL, "zh_CN.UTF-8", NULL, NULL, "zh" },
  { "chinese-all", "zh_CN.UTF-8", NULL, NULL, NULL, "zh" },
  { "chinese-gbk", NULL, "zh_CN.GBK", NULL, NULL, "zh" },
  { "chinese-language-list", "C.UTF-8", NULL, "zh_CN:en", "zh", "zh" },
  { "c-utf8", "C.UTF-8", NULL, NULL, NULL, "en" },
  { "c", "C", NULL, NULL, NULL, "en" },
  { "english", NULL, "en_US.UTF-8", NULL, NULL, "en" },
  { "french", NULL, "fr_FR.UTF-8", NULL, NULL, "en" },
  { "asked-english-on-chinese", NULL, "zh_CN.UTF-8", NULL, "en", "en" },
  { "asked-english-on-chinese-list", "zh_CN.UTF-8", NULL, "zh_CN", "en", "en" },
};

static void
set_or_unset (const char *name, const char *value)
{
  if (value != NULL)
    g_setenv (name, value, TRUE);
  else
    g_unsetenv (name);
}

static void
speak (const LanguageCase *row)
{
  YsDate reference = { 2026, 11, 21 }, date;
  g_autofree char *reason = NULL;
  gboolean chinese = strcmp (row->expected, "zh") == 0;

  set_or_unset ("LC_ALL", row->lc_all);
  set_or_unset ("LANG", row->lang);
  set_or_unset ("LANGUAGE", row->language);
  g_unsetenv ("LC_MESSAGES");
  g_unsetenv ("LC_CTYPE");
  ys_language_init (row->asked);
  /* What gtk_init() does. */
  setlocale (LC_ALL, "");
  g_assert_cmpstr (ys_language_current (), ==, row->expected);
  ys_date_read ("2019-13-01", reference, &date, &reason);
  g_assert_cmpstr (reason, ==,
                   chinese ? "没有 13 月。请改成 2019-12-01，或只写 2019-12。"
                           : "There is no month 13. Write 2019-12-01, or only 2019-12.");
#ifndef G_OS_WIN32
  /* There a manifest says so, which tests have not. */
  g_assert_true (g_get_charset (NULL));
#endif
}

static void
test_language (gconstpointer data)
{
  const LanguageCase *row = data;

  if (g_test_subprocess ())
    {
      speak (row);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/language/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_language);
    }
  return g_test_run ();
}
