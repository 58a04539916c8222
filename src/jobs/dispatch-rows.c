/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pre-fills the dispatch table from the registry, in the official order, and lists its blanks and
 * doubts. Withdrawn compounds are left out. */
#include "config.h"

#include "dispatch-private.h"
#include "completeness.h"
#include "registry.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Where no company moved in, the column says who manages instead: 产权单位, 社区兜底, 业主自治. */
static char *
company_text (const YsRegistryItem *item)
{
  const YsCompound *compound = item->compound;

  if (item->company != NULL)
    return g_strdup (item->company);
  if (compound->form == YS_FORM_UNKNOWN || compound->form == YS_FORM_COMPANY
      || compound->nature == YS_NATURE_HIRED)
    return NULL;
  return g_strdup (ys_choice_official (ys_form_choices, compound->form));
}

static YsDispatchRow *
make_row (const YsRegistryItem *item)
{
  const YsCompound *compound = item->compound;
  YsDispatchRow *row = g_new0 (YsDispatchRow, 1);

  row->compound_id = compound->id;
  row->town = g_strdup (item->town);
  row->community = g_strdup (item->community);
  row->name = g_strdup (compound->name);
  row->class = compound->class;
  row->company = company_text (item);
  if (compound->nature != YS_NATURE_UNKNOWN)
    row->nature = g_strdup (ys_choice_official (ys_nature_choices, compound->nature));
  row->entry_date = compound->entry_date;
  row->services = g_strdup (compound->services);
  row->manager = g_strdup (compound->manager);
  row->phone = g_strdup (compound->phone);
  row->remark = g_strdup (compound->remark);
  return row;
}

static void
find_blanks (YsDispatch *dispatch, const YsCompound *compound, const YsDispatchRow *row)
{
  for (guint column = 0; column < YS_DISPATCH_N_COLUMNS; column++)
    {
      const char *name = ys_dispatch_column_field (column);
      const YsField *field = name != NULL ? ys_record_type_field (&ys_compound_type, name) : NULL;
      g_autofree char *text = ys_dispatch_row_text (row, column);

      if (field != NULL && *text == '\0' && ys_completeness_is_blank (compound, field))
        ys_dispatch_add_blank (dispatch, row, column);
    }
}

/* One phone under two managers' names: told at the second. */
static gboolean
shares_phone (GHashTable *phones, const YsCompound *compound)
{
  const YsCompound *other;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;

  if (compound->phone == NULL || compound->manager == NULL)
    return FALSE;
  other = g_hash_table_lookup (phones, compound->phone);
  if (other == NULL)
    {
      g_hash_table_insert (phones, compound->phone, (gpointer)compound);
      return FALSE;
    }
  name = ys_text_key (compound->manager);
  other_name = ys_text_key (other->manager);
  return !g_str_equal (name, other_name);
}

static void
find_doubts (YsDispatch *dispatch,
             GHashTable *phones,
             const YsCompound *compound,
             const YsDispatchRow *row)
{
  g_autoptr (GArray) doubts = ys_completeness_doubts (compound, dispatch->date);

  if (shares_phone (phones, compound))
    {
      YsDoubtFound shared = { YS_DOUBT_PHONE_SHARED, "phone" };

      g_array_append_val (doubts, shared);
    }
  for (guint i = 0; i < doubts->len; i++)
    {
      const YsDoubtFound *found = &g_array_index (doubts, YsDoubtFound, i);

      ys_dispatch_add_doubt (dispatch, row->compound_id, row->name, found->field,
                             ys_doubt_to_sentence (found->doubt, compound));
    }
}

/* Note 2 gives the office's mail and phone; without them the paper has a line to fill in by hand.
 */
static void
find_office_doubts (YsDispatch *dispatch)
{
  const YsOffice *office = &dispatch->office;

  if (office->email == NULL)
    ys_dispatch_add_doubt (dispatch, 0, office->name, "email",
                           g_strdup (_ ("Note 2 has no mail address. Enter it in the settings, "
                                        "or fill it in by hand.")));
  if (office->phone == NULL)
    ys_dispatch_add_doubt (dispatch, 0, office->name, "phone",
                           g_strdup (_ ("Note 2 has no phone number. Enter it in the settings, "
                                        "or fill it in by hand.")));
}

void
ys_dispatch_fill (YsDispatch *dispatch, const YsRegistry *registry)
{
  g_autoptr (GHashTable) phones = g_hash_table_new (g_str_hash, g_str_equal);

  find_office_doubts (dispatch);
  for (guint i = 0; i < ys_registry_n_items (registry); i++)
    {
      const YsRegistryItem *item = ys_registry_item (registry, i);
      YsDispatchRow *row;

      if (item->compound->withdrawn)
        continue;
      row = make_row (item);
      g_ptr_array_add (dispatch->rows, row);
      find_blanks (dispatch, item->compound, row);
      find_doubts (dispatch, phones, item->compound, row);
    }
}
