/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the list of 2,000 compounds takes to answer one key, as a time and as a ratio to a bare
 * strstr() over the same words in the same run. */
#include "config.h"

#include "bench-tools.h"
#include "ledger.h"
#include "registry.h"
#include "sample.h"

#include <gio/gio.h>
#include <locale.h>

#define ROUNDS 41
/* The aim, in microseconds. */
#define LONGEST 8000

/* What is typed, key by key: initials, pinyin, characters, a company, nothing that is there. */
static const char *const typed[] = {
  "l",  "lq",   "lqh",    "lqhy",   "j",        "ji",     "jin",  "jing",
  "jx", "jxjy", "jinxiu", "锦",     "锦绣",     "锦绣嘉", "示例", "示例安",
  "王", "小区", "xq",     "zzzzzz", "没有这个", "a",      "anhe", "hy",
};

static guint
filter_once (const YsRegistry *registry, const char *text)
{
  YsRegistryFilter filter = { .search = text };
  g_autoptr (GArray) indexes = ys_registry_filter (registry, &filter);

  return indexes->len;
}

static gboolean
holds (const char *words, const char *text)
{
  return words != NULL && strstr (words, text) != NULL;
}

static guint
scan_once (const YsRegistry *registry, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);

      n += holds (item->compound->name, text) || holds (item->compound->former_names, text)
           || holds (item->compound->other_names, text) || holds (item->company, text)
           || holds (item->compound->manager, text);
    }
  return n;
}

typedef guint (*Once) (const YsRegistry *registry, const char *text);

/* Microseconds; the median of the rounds. */
static double
measure (Once once, const YsRegistry *registry, const char *text, guint *out_n)
{
  double times[ROUNDS];

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      *out_n = once (registry, text);
      times[i] = (double)(g_get_monotonic_time () - start);
    }
  return bench_median (times, ROUNDS);
}

static YsRegistry *
load_sample (const char *folder)
{
  g_autoptr (GError) error = NULL;
  YsLedger *ledger;
  YsRegistry *registry;

  if (!ys_sample_create_registry (folder, YS_SAMPLE_DISTRICT, 1, NULL, NULL, &error))
    g_error ("%s", error->message);
  ledger = ys_ledger_open (folder, YS_LEDGER_READ_ONLY, "bench", NULL, &error);
  if (ledger == NULL)
    g_error ("%s", error->message);
  registry = ys_registry_load (ledger, &error);
  if (registry == NULL)
    g_error ("%s", error->message);
  ys_ledger_free (ledger);
  return registry;
}

int
main (void)
{
  double filters[G_N_ELEMENTS (typed)], scans[G_N_ELEMENTS (typed)];
  g_autofree char *root = g_dir_make_tmp ("yardstick-bench-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, "ledger", NULL);
  g_autoptr (YsRegistry) registry = load_sample (folder);
  double filter, scan, worst;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      guint n_filter, n_scan;

      filters[i] = measure (filter_once, registry, typed[i], &n_filter);
      scans[i] = measure (scan_once, registry, typed[i], &n_scan);
      g_print ("%-9s %5u found %6.3f ms, strstr %5u found %6.3f ms\n", typed[i], n_filter,
               filters[i] / 1000, n_scan, scans[i] / 1000);
    }
  filter = bench_median (filters, G_N_ELEMENTS (filters));
  worst = filters[G_N_ELEMENTS (filters) - 1];
  scan = bench_median (scans, G_N_ELEMENTS (scans));
  g_print ("filter of %u compounds per key: median %.3f ms, worst %.3f ms; strstr %.3f ms; "
           "ratio %.1f\n",
           ys_registry_n_items (registry), filter / 1000, worst / 1000, scan / 1000,
           filter / MAX (scan, 1));
  bench_remove_tree (root);
  return worst < LONGEST ? 0 : 1;
}
