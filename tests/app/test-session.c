/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a session tells its pages, and jobs in a thread: done, failed, cancelled, one at a time. */
#include "config.h"

#include "job-error.h"
#include "window-test.h"

typedef struct
{
  YsSession *session;
  GString *said; /* "changed", "overview", "says …", "go …", in order */
  GAsyncResult *result;
} Fixture;

static void
on_changed_cb (Fixture *fixture)
{
  g_string_append (fixture->said, "changed ");
}

static void
on_notify_cb (Fixture *fixture, const char *text, gboolean undoable, gboolean failed)
{
  g_string_append_printf (fixture->said, "%s[%s]%s ", failed ? "fails" : "says", text,
                          undoable ? "undo" : "");
}

static void
on_go_cb (Fixture *fixture, const char *room, gint64 id, const char *field)
{
  g_string_append_printf (fixture->said, "go[%s %d %s] ", room, (int)id,
                          field != NULL ? field : "-");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = window_test_folder ("session");

  fixture->session = ys_session_new (window_test_ledger (folder, 2), TEST_NOW);
  fixture->said = g_string_new (NULL);
  g_signal_connect_swapped (fixture->session, "changed", G_CALLBACK (on_changed_cb), fixture);
  g_signal_connect_swapped (fixture->session, "notify-user", G_CALLBACK (on_notify_cb), fixture);
  g_signal_connect_swapped (fixture->session, "go", G_CALLBACK (on_go_cb), fixture);
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* A job in a thread still holds it for a moment. */
  window_test_wait (is_alone, fixture->session);
  g_assert_finalize_object (fixture->session);
  g_string_free (fixture->said, TRUE);
}

static gboolean
has_overview (gpointer data)
{
  return ys_session_get_overview (data) != NULL;
}

static void
test_now (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = ys_date_to_iso (ys_session_today (fixture->session));

  g_assert_cmpstr (today, ==, "2025-10-12");
  g_assert_cmpint (ys_session_now (fixture->session), ==, TEST_NOW);
  g_assert_cmpstr (ys_session_get_user (fixture->session), ==, "王某某");
  g_assert_cmpstr (ys_session_get_office (fixture->session)->name, ==, "山城街道物管科");
}

static void
test_overview (Fixture *fixture, gconstpointer data)
{
  window_test_wait (has_overview, fixture->session);
  g_assert_cmpuint (ys_session_get_overview (fixture->session)->n_compounds, ==, 2);
}

/* Edits, undoes and redoes as a person does, and reads the snapshot each time. */
static void
test_undo (Fixture *fixture, gconstpointer data)
{
  const YsRegistryItem *item = ys_registry_item (ys_session_get_registry (fixture->session), 0);
  gint64 id = item->compound->id;
  const YsEdit edit = { "manager", "李某某" };
  g_autoptr (GError) error = NULL;

  g_assert_true (ys_registry_set (ys_session_get_ledger (fixture->session), &id, 1, &edit, 1,
                                  ys_session_today (fixture->session), &error));
  g_assert_no_error (error);
  ys_session_changed (fixture->session);
  item = ys_registry_find (ys_session_get_registry (fixture->session), id);
  g_assert_cmpstr (item->compound->manager, ==, "李某某");
  g_assert_cmpint (ys_session_last_saved (fixture->session), ==, TEST_NOW);

  g_assert_true (ys_session_can_undo (fixture->session));
  ys_session_undo (fixture->session);
  item = ys_registry_find (ys_session_get_registry (fixture->session), id);
  g_assert_cmpstr (item->compound->manager, ==, NULL);

  g_assert_true (ys_session_can_redo (fixture->session));
  ys_session_redo (fixture->session);
  item = ys_registry_find (ys_session_get_registry (fixture->session), id);
  g_assert_cmpstr (item->compound->manager, ==, "李某某");
  g_assert_true (g_str_has_prefix (fixture->said->str, "changed changed says[已撤销："));
}

static void
test_nothing_to_redo (Fixture *fixture, gconstpointer data)
{
  ys_session_redo (fixture->session);
  g_assert_cmpstr (fixture->said->str, ==, "says[没有可以重做的修改。] ");
}

static void
test_go (Fixture *fixture, gconstpointer data)
{
  ys_session_go (fixture->session, "registry", 7, "phone");
  ys_session_go (fixture->session, "reports", 0, NULL);
  ys_session_notify (fixture->session, "a", TRUE);
  g_assert_cmpstr (fixture->said->str, ==, "go[registry 7 phone] go[reports 0 -] says[a]undo ");
}

/* --- Jobs ------------------------------------------------------------------------------- */

static void
on_done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  Fixture *fixture = data;

  return fixture->result != NULL;
}

static gpointer
count_in_thread (YsLedger *ledger,
                 YsProgressFunc progress,
                 gpointer progress_data,
                 gpointer data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (ledger, error);

  progress (1, 2, progress_data);
  return registry != NULL ? GUINT_TO_POINTER (ys_registry_n_items (registry)) : NULL;
}

static gpointer
fail_in_thread (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED, "no");
  return NULL;
}

static gpointer
wait_in_thread (YsLedger *ledger,
                YsProgressFunc progress,
                gpointer progress_data,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  g_set_error_literal (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED, "cancelled");
  return NULL;
}

static void
run (Fixture *fixture, YsSessionJob job)
{
  ys_session_run_async (fixture->session, "x", job, NULL, NULL, NULL, on_done_cb, fixture);
}

static gpointer
finish (Fixture *fixture, GError **error)
{
  gpointer value;

  window_test_wait (has_result, fixture);
  value = ys_session_run_finish (fixture->session, fixture->result, error);
  g_clear_object (&fixture->result);
  return value;
}

static void
test_job (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run (fixture, count_in_thread);
  g_assert_true (ys_session_is_running (fixture->session));
  g_assert_cmpuint (GPOINTER_TO_UINT (finish (fixture, &error)), ==, 2);
  g_assert_no_error (error);
  g_assert_false (ys_session_is_running (fixture->session));
}

static void
test_job_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run (fixture, fail_in_thread);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED);
}

static void
test_job_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  run (fixture, wait_in_thread);
  ys_session_cancel (fixture->session);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED);
}

/* Two imports at once would judge rows that the other one is writing. */
static void
test_one_at_a_time (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;

  run (fixture, wait_in_thread);
  run (fixture, count_in_thread);
  g_assert_null (finish (fixture, &error));
  g_assert_error (error, YS_JOB_ERROR, YS_JOB_ERROR_FORBIDDEN);
  ys_session_cancel (fixture->session);
  g_assert_null (finish (fixture, &cancelled));
  g_assert_error (cancelled, YS_JOB_ERROR, YS_JOB_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } table[] = { { "/app/session/now", test_now },
                { "/app/session/overview", test_overview },
                { "/app/session/undo-redo", test_undo },
                { "/app/session/nothing-to-redo", test_nothing_to_redo },
                { "/app/session/go", test_go },
                { "/app/session/job/done", test_job },
                { "/app/session/job/failed", test_job_fails },
                { "/app/session/job/cancelled", test_job_cancelled },
                { "/app/session/job/one-at-a-time", test_one_at_a_time } };

  g_object_ref (window_test_init (&argc, &argv, "zh"));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_test_add (table[i].path, Fixture, NULL, set_up, table[i].func, tear_down);
  return g_test_run ();
}
