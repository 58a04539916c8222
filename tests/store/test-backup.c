/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups: written, listed, looked into, thinned out, restored. */
#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "backup-files.h"
#include "backup.h"
#include "fixture.h"

#define DAY (24 * 3600)
/* 2026-10-15T08:30 in Shanghai. */
#define NOW G_GINT64_CONSTANT (1792024200)

static char *
write_backup (Fixture *f, YsBackupKind kind, YsInstant now)
{
  g_autoptr (GError) error = NULL;
  char *path = ys_backup_write (f->ledger, kind, NULL, now, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_look (Fixture *f, gconstpointer unused)
{
  fixture_add_compound (f->ledger, f->community, "龙珠百合");
  fixture_submit (f->ledger, "调度〔2026〕20号", "workbook");
  g_autofree char *path = write_backup (f, YS_BACKUP_MANUAL, NOW);
  g_assert_true (
      g_str_has_suffix (path, "backups" G_DIR_SEPARATOR_S "20261015-083000-manual.yardstick"));
  g_autofree char *twin = write_backup (f, YS_BACKUP_MANUAL, NOW);
  g_assert_true (g_str_has_suffix (twin, "20261015-083000-manual-2.yardstick"));

  g_autoptr (YsBackupInfo) info = ys_backup_look (path, NULL);
  g_assert_true (info->readable);
  g_assert_cmpint (info->kind, ==, YS_BACKUP_MANUAL);
  g_assert_cmpint (info->at, ==, NOW);
  g_assert_cmpuint (info->bytes, >, 4096);
  g_assert_cmpint (info->schema_version, ==, ys_ledger_newest_schema ());
  g_assert_cmpstr (info->office, ==, "示例街道物管科");
  g_assert_cmpint (info->n_compounds, ==, 1);
  g_assert_cmpint (info->n_submissions, ==, 1);
  g_assert_cmpint (info->n_audit_lines, ==, 5);
  g_assert_nonnull (strstr (info->last_change, USER));
  g_assert_cmpint (ys_backup_last (f->folder), ==, NOW);

  g_autoptr (GError) error = NULL;
  g_assert_null (ys_backup_look ("/nowhere", &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
}

/* While it is in use, and to any place. */
static void
test_to_path (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = g_build_filename (f->folder, "photos", "备份.yardstick", NULL);
  g_autoptr (YsLedger) sibling = ys_ledger_open_sibling (f->ledger, NULL);
  g_autoptr (YsChange) change = ys_change_begin (f->ledger, "set", NULL);
  YsCommunity open = { .name = (char *)"未提交" };
  g_assert_true (ys_change_insert (change, &ys_community_type, &open, NULL));
  g_autofree char *path = ys_backup_write (sibling, YS_BACKUP_MANUAL, to, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, to);
  g_autoptr (YsBackupInfo) info = ys_backup_look (path, NULL);
  g_assert_true (info->readable);
  g_assert_cmpint (info->n_audit_lines, ==, 2); /* what was committed */

  g_assert_null (
      ys_backup_write (sibling, YS_BACKUP_MANUAL, "/nowhere/at/all.yardstick", NOW, &error));
  g_assert_nonnull (error);
}

static void
test_damaged_is_listed (Fixture *f, gconstpointer unused)
{
  g_autofree char *good = write_backup (f, YS_BACKUP_DAILY, NOW);
  g_autofree char *bad = write_backup (f, YS_BACKUP_DAILY, NOW + DAY);
  g_assert_true (g_file_set_contents (bad, "no database at all", -1, NULL));
  g_autofree char *stray = g_build_filename (f->folder, "backups", "notes.txt", NULL);
  g_assert_true (g_file_set_contents (stray, "x", -1, NULL));
  g_autoptr (GPtrArray) list = ys_backup_list (f->folder, NULL);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (((YsBackupInfo *)list->pdata[0])->readable);
  g_assert_true (((YsBackupInfo *)list->pdata[1])->readable);
}

static guint
count_kind (const char *folder, YsBackupKind kind)
{
  g_autoptr (GPtrArray) files = ys_backup_files (folder);
  guint n = 0;
  for (guint i = 0; i < files->len; i++)
    n += ((YsBackupFile *)files->pdata[i])->kind == kind;
  return n;
}

/* 400 days, opened twice a day. */
static void
test_rotate (Fixture *f, gconstpointer unused)
{
  for (int day = 0; day < 400; day += day < 380 ? 19 : 1)
    for (int half = 0; half < 2; half++)
      g_assert_true (ys_backup_rotate (f->ledger, NOW + day * (gint64)DAY + half * 3600, NULL));
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_DAILY), ==, 14);
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_MONTHLY), ==, 12);
  g_autoptr (GPtrArray) files = ys_backup_files (f->folder);
  g_assert_cmpint (((YsBackupFile *)files->pdata[0])->at, ==, NOW + 399 * (gint64)DAY);
}

static void
test_first_day (Fixture *f, gconstpointer unused)
{
  g_assert_true (ys_backup_rotate (f->ledger, NOW, NULL));
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_DAILY), ==, 1);
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_MONTHLY), ==, 1);
  /* 16:30 later it is the next day in Shanghai. */
  g_assert_true (ys_backup_rotate (f->ledger, NOW + 15 * 3600 + 1799, NULL));
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_DAILY), ==, 1);
  g_assert_true (ys_backup_rotate (f->ledger, NOW + 15 * 3600 + 1800, NULL));
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_DAILY), ==, 2);
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_MONTHLY), ==, 1);
}

static void
test_others_kept (Fixture *f, gconstpointer unused)
{
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *manual = write_backup (f, YS_BACKUP_MANUAL, NOW + i);
      g_autofree char *import = write_backup (f, YS_BACKUP_IMPORT, NOW + i);
    }
  g_assert_true (ys_backup_rotate (f->ledger, NOW, NULL));
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_MANUAL), ==, 10);
  g_assert_cmpuint (count_kind (f->folder, YS_BACKUP_IMPORT), ==, 10);
}

static void
test_restore (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64 id = fixture_add_compound (f->ledger, f->community, "龙珠百合");
  fixture_set_class (f->ledger, id, YS_CLASS_1);
  g_autofree char *path = write_backup (f, YS_BACKUP_MANUAL, NOW);
  fixture_set_class (f->ledger, id, YS_CLASS_2);

  g_assert_false (ys_backup_restore (path, f->folder, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_EMPTY);
  g_clear_error (&error);

  g_autofree char *to = g_strconcat (f->folder, "-restored", NULL);
  g_assert_true (ys_backup_restore (path, to, &error));
  g_assert_no_error (error);
  g_autoptr (YsLedger) restored = ys_ledger_open (to, YS_LEDGER_WRITE, USER, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fixture_get_class (restored, id), ==, YS_CLASS_1);
  fixture_assert_verifies (restored);
  g_assert_cmpint (fixture_get_class (f->ledger, id), ==, YS_CLASS_2);
  fixture_set_class (restored, id, YS_CLASS_3);
  fixture_assert_verifies (restored);
}

static void
test_restore_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = g_strconcat (f->folder, "-restored", NULL);
  g_autofree char *bad = g_build_filename (f->folder, "bad.yardstick", NULL);
  g_assert_true (g_file_set_contents (bad, "no database at all", -1, NULL));
  g_assert_false (ys_backup_restore (bad, to, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (ys_backup_restore ("/nowhere", to, &error));
  g_assert_error (error, YS_LEDGER_ERROR, YS_LEDGER_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
}

typedef struct
{
  const char *name;
  gboolean ours;
  YsBackupKind kind;
} NameCase;

static const NameCase names[] = {
  { "20261015-083000-daily.yardstick", TRUE, YS_BACKUP_DAILY },
  { "20261015-083000-import-12.yardstick", TRUE, YS_BACKUP_IMPORT },
  { "20261315-083000-daily.yardstick", FALSE, 0 },
  { "20261015-243000-daily.yardstick", FALSE, 0 },
  { "20261015-083000-weekly.yardstick", FALSE, 0 },
  { "20261015-083000-daily.yardstick.part", FALSE, 0 },
  { "20261015-083000-daily-x.yardstick", FALSE, 0 },
  { ".yardstick", FALSE, 0 },
  { "ledger.yardstick", FALSE, 0 },
  { "", FALSE, 0 },
};

static void
test_name (gconstpointer data)
{
  const NameCase *c = data;
  YsBackupKind kind;
  YsInstant at;
  g_assert_cmpint (ys_backup_parse_name (c->name, &kind, &at), ==, c->ours);
  if (c->ours)
    {
      g_assert_cmpint (kind, ==, c->kind);
      g_assert_cmpint (at, ==, NOW);
    }
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/backup/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("look", test_look);
  ADD ("to-path", test_to_path);
  ADD ("damaged-is-listed", test_damaged_is_listed);
  ADD ("rotate", test_rotate);
  ADD ("first-day", test_first_day);
  ADD ("others-kept", test_others_kept);
  ADD ("restore", test_restore);
  ADD ("restore-refused", test_restore_refused);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/backup/name/%u", i);
      g_test_add_data_func (path, &names[i], test_name);
    }
  return g_test_run ();
}
