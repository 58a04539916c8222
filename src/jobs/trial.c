/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What-if (试算) as it is typed. Weights are given together, since they must add up. */
#include "config.h"

#include "standing.h"

#include "job-error.h"
#include "text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
edit_free (gpointer data)
{
  YsSchemeEdit *edit = data;

  g_free ((char *)edit->field);
  g_free ((char *)edit->text);
  g_free (edit);
}

YsTrial *
ys_trial_new (void)
{
  YsTrial *trial = g_new0 (YsTrial, 1);

  trial->edits = g_ptr_array_new_with_free_func (edit_free);
  trial->dropped = g_array_new (FALSE, FALSE, sizeof (gint64));
  trial->rectified = g_array_new (FALSE, FALSE, sizeof (gint64));
  return trial;
}

void
ys_trial_free (YsTrial *trial)
{
  if (trial == NULL)
    return;
  g_clear_pointer (&trial->edits, g_ptr_array_unref);
  g_clear_pointer (&trial->dropped, g_array_unref);
  g_clear_pointer (&trial->rectified, g_array_unref);
  g_free (trial);
}

/* A later value of a field takes the place of an earlier one. */
static void
add_edit (YsTrial *trial, const char *field, const char *text)
{
  YsSchemeEdit *edit;

  if (trial->edits == NULL)
    trial->edits = g_ptr_array_new_with_free_func (edit_free);
  for (guint i = 0; i < trial->edits->len; i++)
    if (g_str_equal (((const YsSchemeEdit *)trial->edits->pdata[i])->field, field))
      g_ptr_array_remove_index (trial->edits, i--);
  edit = g_new0 (YsSchemeEdit, 1);
  edit->field = g_strdup (field);
  edit->text = g_strdup (text);
  g_ptr_array_add (trial->edits, edit);
}

YsTrial *
ys_trial_copy (const YsTrial *trial)
{
  YsTrial *copy;

  g_return_val_if_fail (trial != NULL, NULL);

  copy = ys_trial_new ();
  for (guint i = 0; trial->edits != NULL && i < trial->edits->len; i++)
    {
      const YsSchemeEdit *edit = trial->edits->pdata[i];

      add_edit (copy, edit->field, edit->text);
    }
  if (trial->dropped != NULL)
    g_array_append_vals (copy->dropped, trial->dropped->data, trial->dropped->len);
  if (trial->rectified != NULL)
    g_array_append_vals (copy->rectified, trial->rectified->data, trial->rectified->len);
  return copy;
}

gboolean
ys_trial_is_empty (const YsTrial *trial)
{
  return trial == NULL
         || ((trial->edits == NULL || trial->edits->len == 0)
             && (trial->dropped == NULL || trial->dropped->len == 0)
             && (trial->rectified == NULL || trial->rectified->len == 0));
}

static gboolean
refuse (const char *text, GError **error)
{
  g_set_error (error, YS_JOB_ERROR, YS_JOB_ERROR_REFUSED,
               _ ("“%s” cannot be tried. Write weights=70/30, drop=123, rectify=123, "
                  "first.amount=5000 "
                  "or another field of the scheme."),
               text);
  return FALSE;
}

static gboolean
add_weights (YsTrial *trial, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "/", -1);

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return FALSE;
  add_edit (trial, "long_weight", parts[0]);
  add_edit (trial, "property_weight", parts[1]);
  return TRUE;
}

static gboolean
add_id (GArray **ids, const char *value)
{
  YsNumber id;

  if (!ys_number_read_count (value, &id) || !id.is_set || id.value <= 0)
    return FALSE;
  if (*ids == NULL)
    *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (*ids, id.value);
  return TRUE;
}

static gboolean
is_field (const char *name)
{
  const char *dot = strchr (name, '.');

  return dot != NULL || ys_record_type_field (&ys_scheme_type, name) != NULL;
}

gboolean
ys_trial_add (YsTrial *trial, const char *text, GError **error)
{
  g_autofree char *clean = NULL;
  char *value;
  gboolean done;

  g_return_val_if_fail (trial != NULL && text != NULL, FALSE);

  clean = ys_text_clean (text);
  value = strchr (clean, '=');
  if (value == NULL)
    return refuse (text, error);
  *value++ = '\0';
  if (g_str_equal (clean, "weights"))
    done = add_weights (trial, value);
  else if (g_str_equal (clean, "drop"))
    done = add_id (&trial->dropped, value);
  else if (g_str_equal (clean, "rectify"))
    done = add_id (&trial->rectified, value);
  else
    {
      done = is_field (clean);
      if (done)
        add_edit (trial, clean, value);
    }
  return done || refuse (text, error);
}
