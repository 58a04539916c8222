/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See import-print.h. */
#include "config.h"

#include "import-print.h"

#include <glib/gi18n-lib.h>

#include "text.h"

void
ys_cli_begin_import_json (JsonBuilder *builder, gint64 batch, const char *shape)
{
  json_builder_begin_object (builder);
  if (batch > 0)
    ys_json_int (builder, "batch", batch);
  else
    ys_json_text (builder, "batch", NULL);
  ys_json_text (builder, "shape", shape);
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
}

const char *
ys_cli_verdict_label (const char *nick)
{
  static const char *const labels[]
      = { N_ ("new"), N_ ("same"), N_ ("changed"), N_ ("doubtful"), N_ ("refused") };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (nick, labels[i]))
      return _ (labels[i]);
  g_return_val_if_reached (nick);
}

void
ys_cli_print_import_end (const char *file_name, const guint counts[5], gint64 batch)
{
  ys_print_line (_ ("%s: %u new, %u the same, %u changed, %u doubtful, %u refused."), file_name,
                 counts[0], counts[1], counts[2], counts[3], counts[4]);
  if (batch > 0)
    {
      g_autofree char *number = ys_count_to_text (batch, FALSE);

      ys_print_line (_ ("Written as batch %s. “import undo %s” takes it back."), number, number);
    }
}

void
ys_cli_tell_refused (const char *sheet, guint row, const char *column, const char *reason)
{
  if (column != NULL)
    ys_print_message (_ ("%s, row %u, column %s: %s"), sheet, row, column, reason);
  else
    ys_print_message (_ ("%s, row %u: %s"), sheet, row, reason);
}
