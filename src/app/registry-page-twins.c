/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The banner that offers to merge two records of one compound. Every name is held against many
 * others, so the search runs in a thread over a snapshot; a newer snapshot is searched next. */
#include "config.h"

#include "registry-page-private.h"

#include <glib/gi18n-lib.h>

/* Pairs that a person declared to be two, kept with the ledger as "12-40 13-41". */
#define SETTING_NOT_TWINS "registry.not-twins"

static gboolean
is_declared_two (const char *declared, const gint64 *pair)
{
  g_autofree char *word
      = g_strdup_printf (" %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " ", pair[0], pair[1]);

  return declared != NULL && strstr (declared, word) != NULL;
}

static void
show_twins (YsRegistryPage *page, YsRegistry *registry, GArray *twins)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autofree char *declared
      = ys_ledger_job_get_setting (ys_session_get_ledger (session), SETTING_NOT_TWINS);

  page->twins[0] = page->twins[1] = 0;
  for (guint i = 0; i < twins->len && page->twins[0] == 0; i++)
    {
      const gint64 *pair = &((const gint64 *)(gpointer)twins->data)[2 * i];
      const YsRegistryItem *one = ys_registry_find (registry, pair[0]);
      const YsRegistryItem *other = ys_registry_find (registry, pair[1]);
      g_autofree char *text = NULL;

      if (one == NULL || other == NULL || is_declared_two (declared, pair))
        continue;
      text = g_strdup_printf (_ ("“%s” and “%s” may be the same compound."), one->compound->name,
                              other->compound->name);
      gtk_label_set_text (page->twins_label, text);
      page->twins[0] = pair[0];
      page->twins[1] = pair[1];
    }
  gtk_widget_set_visible (GTK_WIDGET (page->twins_banner),
                          page->twins[0] != 0 && ys_session_is_writable (session));
}

/* In a thread: a snapshot never changes. */
static void
find_twins (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, ys_registry_find_twins (data), (GDestroyNotify)g_array_unref);
}

static void
on_twins_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  YsRegistryPage *page = YS_REGISTRY_PAGE (source);
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  g_autoptr (GArray) twins = g_task_propagate_pointer (G_TASK (result), NULL);
  YsRegistry *registry = g_steal_pointer (&page->twins_of);

  /* The page may have lost its ledger, or the ledger may have changed meanwhile. */
  if (session == NULL || page->columns == NULL || twins == NULL)
    return;
  if (ys_session_get_registry (session) == registry)
    show_twins (page, registry, twins);
  else
    ys_registry_page_offer_twins (page);
}

void
ys_registry_page_offer_twins (YsRegistryPage *page)
{
  YsRegistry *registry = ys_session_get_registry (ys_page_get_session (YS_PAGE (page)));
  g_autoptr (GTask) task = NULL;

  if (page->twins_of != NULL || registry == NULL)
    return;
  page->twins_of = registry;
  task = g_task_new (page, NULL, on_twins_found_cb, NULL);
  g_task_set_task_data (task, ys_registry_ref (registry), (GDestroyNotify)ys_registry_unref);
  g_task_run_in_thread (task, find_twins);
}

static void
on_merge_clicked_cb (YsRegistryPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  gint64 keep = page->twins[0];
  g_autoptr (GError) error = NULL;

  gtk_widget_set_visible (GTK_WIDGET (page->twins_banner), FALSE);
  if (!ys_registry_merge (ys_session_get_ledger (session), keep, page->twins[1],
                          ys_session_today (session), &error))
    {
      ys_session_report (session, error);
      return;
    }
  ys_session_changed (session);
  ys_registry_page_select (page, keep);
  ys_session_notify (session, _ ("Merged. The other one is withdrawn and its name is kept."), TRUE);
}

static void
on_keep_clicked_cb (YsRegistryPage *page)
{
  YsSession *session = ys_page_get_session (YS_PAGE (page));
  YsLedger *ledger = ys_session_get_ledger (session);
  g_autofree char *before = ys_ledger_job_get_setting (ledger, SETTING_NOT_TWINS);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  after = g_strdup_printf ("%s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " ",
                           before != NULL ? before : "", page->twins[0], page->twins[1]);
  if (!ys_ledger_job_set_setting (ledger, SETTING_NOT_TWINS, after, &error))
    ys_session_report (session, error);
  gtk_widget_set_visible (GTK_WIDGET (page->twins_banner), FALSE);
  ys_registry_page_offer_twins (page);
}

void
ys_registry_page_bind_twins (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_merge_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked_cb);
}
