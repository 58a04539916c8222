/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any page of a closed ledger is overwritten: opening finds it, and a backup brings all back. */
#include "config.h"

#include <string.h>

#include "backup.h"
#include "fixture.h"

#define NOW G_GINT64_CONSTANT (1792024200)
#define PAGE 4096

typedef struct
{
  char *path;
  char *bytes;
  gsize length;
  char *backup;
} Whole;

static void
fill (Fixture *f, Whole *whole)
{
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  fixture_set_class (f->ledger, id, YS_CLASS_2);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("示例小区%d号院", i);
      fixture_add_compound (f->ledger, f->community, name);
    }
  g_autofree char *noise = g_strnfill (9000, 'x');
  fixture_submit (f->ledger, "调度〔2026〕20号", noise);
  whole->backup = ys_backup_write (f->ledger, YS_BACKUP_MANUAL, NULL, NOW, NULL);
  g_clear_pointer (&f->ledger, ys_ledger_free);
  whole->path = g_build_filename (f->folder, YS_LEDGER_FILE_NAME, NULL);
  g_assert_true (g_file_get_contents (whole->path, &whole->bytes, &whole->length, NULL));
  g_assert_cmpuint (whole->length % PAGE, ==, 0);
}

static void
whole_clear (Whole *whole)
{
  g_free (whole->path);
  g_free (whole->bytes);
  g_free (whole->backup);
}

/* The ledger with one page replaced. */
static void
write_damaged (const Whole *whole, gsize page, const char *with)
{
  g_autofree char *bytes = g_memdup2 (whole->bytes, whole->length);
  memcpy (bytes + page * PAGE, with, PAGE);
  g_assert_true (g_file_set_contents (whole->path, bytes, (gssize)whole->length, NULL));
}

static void
check_restore (const Whole *whole, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = g_strconcat (folder, "-restored", NULL);
  g_assert_true (ys_backup_restore (whole->backup, to, &error));
  g_assert_no_error (error);
  g_autoptr (YsLedger) ledger = ys_ledger_open (to, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_assert_verifies (ledger), ==, 66);
}

/* Noise on any page is found at open, both ways of opening. */
static void
test_noise (Fixture *f, gconstpointer unused)
{
  Whole whole = { 0 };
  char noise[PAGE];
  fill (f, &whole);
  for (guint i = 0; i < PAGE; i++)
    noise[i] = (char)g_test_rand_int_range (1, 256);
  for (gsize page = 0; page < whole.length / PAGE; page++)
    for (int mode = YS_LEDGER_WRITE; mode <= YS_LEDGER_READ_ONLY; mode++)
      {
        g_autoptr (GError) error = NULL;
        write_damaged (&whole, page, noise);
        g_assert_null (ys_ledger_open (f->folder, (YsLedgerMode)mode, USER, NULL, &error));
        g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
      }
  check_restore (&whole, f->folder);
  whole_clear (&whole);
}

/* A page of zeros inside a filed document keeps the pages' own order: then verification tells. */
static void
test_zeros (Fixture *f, gconstpointer unused)
{
  Whole whole = { 0 };
  static const char zeros[PAGE];
  guint n_at_open = 0;
  fill (f, &whole);
  gsize n_pages = whole.length / PAGE;
  for (gsize page = 0; page < n_pages; page++)
    {
      g_autoptr (GError) error = NULL;
      write_damaged (&whole, page, zeros);
      g_autoptr (YsLedger) ledger = ys_ledger_open (f->folder, YS_LEDGER_WRITE, USER, NULL, &error);
      if (ledger == NULL)
        {
          g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
          n_at_open++;
          continue;
        }
      g_autoptr (YsVerification) verification = ys_audit_verify (ledger, &error);
      g_assert_no_error (error);
      g_assert_false (verification->ok);
    }
  g_assert_cmpuint (n_at_open, >=, n_pages - 2);
  whole_clear (&whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/faults/corrupt/noise", Fixture, NULL, fixture_set_up, test_noise,
              fixture_tear_down);
  g_test_add ("/faults/corrupt/zeros", Fixture, NULL, fixture_set_up, test_zeros,
              fixture_tear_down);
  return g_test_run ();
}
