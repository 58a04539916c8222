/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cache for all windows: the same photo is often in the strip, the pair and the viewer. */
#include "config.h"

#include "photo-cache.h"

#include "photo-job.h"

typedef struct
{
  char *key;
  GdkTexture *texture;
  gsize bytes;
} Entry;

typedef struct
{
  int width;
  int height;
} Size;

/* Newest use first; the table points to the links. */
static GQueue entries = G_QUEUE_INIT;
static GHashTable *links;
static gsize held;

static void
entry_free (Entry *entry)
{
  held -= entry->bytes;
  g_object_unref (entry->texture);
  g_free (entry->key);
  g_free (entry);
}

/* (transfer full): the hash tells ledgers apart as well: the same bytes are the same picture. */
static char *
make_key (YsPhotoItem *item, int width, int height)
{
  return g_strdup_printf ("%s %d %d", ys_photo_item_get_photo (item)->sha256, width, height);
}

static void
drop_oldest (void)
{
  Entry *entry = g_queue_pop_tail (&entries);

  g_hash_table_remove (links, entry->key);
  entry_free (entry);
}

static void
remember (char *key, GdkTexture *texture)
{
  Entry *entry;

  if (links == NULL)
    links = g_hash_table_new (g_str_hash, g_str_equal);
  if (g_hash_table_contains (links, key))
    {
      g_free (key);
      return;
    }
  entry = g_new0 (Entry, 1);
  *entry = (Entry){ .key = key, .texture = g_object_ref (texture) };
  entry->bytes
      = (gsize)gdk_texture_get_width (texture) * (gsize)gdk_texture_get_height (texture) * 4;
  held += entry->bytes;
  g_queue_push_head (&entries, entry);
  g_hash_table_insert (links, entry->key, entries.head);
  while (held > YS_PHOTO_CACHE_BYTES && entries.length > 1)
    drop_oldest ();
}

GdkTexture *
ys_photo_cache_find (YsPhotoItem *item, int width, int height)
{
  g_autofree char *key = NULL;
  GList *link;

  g_return_val_if_fail (YS_IS_PHOTO_ITEM (item), NULL);

  if (links == NULL)
    return NULL;
  key = make_key (item, width, height);
  link = g_hash_table_lookup (links, key);
  if (link == NULL)
    return NULL;
  g_queue_unlink (&entries, link);
  g_queue_push_head_link (&entries, link);
  return ((Entry *)link->data)->texture;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Size *size = task_data;
  YsPhotoItem *item = source;
  GError *error = NULL;
  g_autoptr (YsPhotoPixels) pixels = NULL;

  /* Scrolled past before its turn came. */
  if (g_task_return_error_if_cancelled (task))
    return;
  pixels = ys_photo_job_pixels (ys_photo_item_get_folder (item),
                                ys_photo_item_get_photo (item)->sha256, (guint)size->width,
                                (guint)size->height, cancellable, &error);
  if (pixels == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_return_pointer (task,
                         gdk_memory_texture_new ((int)pixels->width, (int)pixels->height,
                                                 GDK_MEMORY_R8G8B8, pixels->bytes, pixels->stride),
                         g_object_unref);
}

void
ys_photo_cache_load_async (YsPhotoItem *item,
                           int width,
                           int height,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GdkTexture *texture;
  Size *size;

  g_return_if_fail (YS_IS_PHOTO_ITEM (item));
  g_return_if_fail (width > 0 && height > 0);

  task = g_task_new (item, cancellable, callback, user_data);
  g_task_set_source_tag (task, ys_photo_cache_load_async);
  size = g_new (Size, 1);
  *size = (Size){ width, height };
  g_task_set_task_data (task, size, g_free);
  /* Behind everything that the main loop draws. */
  g_task_set_priority (task, G_PRIORITY_LOW);
  texture = ys_photo_cache_find (item, width, height);
  if (texture != NULL)
    g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
  else
    g_task_run_in_thread (task, load_in_thread);
}

GdkTexture *
ys_photo_cache_load_finish (YsPhotoItem *item, GAsyncResult *result, GError **error)
{
  const Size *size;
  GdkTexture *texture;

  g_return_val_if_fail (g_task_is_valid (result, item), NULL);

  size = g_task_get_task_data (G_TASK (result));
  texture = g_task_propagate_pointer (G_TASK (result), error);
  if (texture != NULL)
    remember (make_key (item, size->width, size->height), texture);
  return texture;
}

gsize
ys_photo_cache_get_size (void)
{
  return held;
}
