/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to standard output: one JSON document for programs, or lines and tables for people.
 * Always UTF-8. */
#pragma once

#include <json-glib/json-glib.h>

#include "date.h"

G_BEGIN_DECLS

/* Members of an object being built; NULL, "" and unknown values are null [CLI.md]. */
void ys_json_text (JsonBuilder *builder, const char *key, const char *text);
void ys_json_int (JsonBuilder *builder, const char *key, gint64 value);
void ys_json_flag (JsonBuilder *builder, const char *key, gboolean value);
void ys_json_date (JsonBuilder *builder, const char *key, YsDate date);
void ys_json_instant (JsonBuilder *builder, const char *key, YsInstant instant);
/* A JSON text as it stands. */
void ys_json_node (JsonBuilder *builder, const char *key, const char *json);

/* Prints the document and a line end. */
void ys_print_json (JsonBuilder *builder);
/* One line for people. */
void ys_print_line (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* One line on standard error, whatever the text holds. */
void ys_print_message (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Columns as wide as their widest cell, Han counted as two. */
typedef struct _YsTable YsTable;

typedef struct
{
  const char *label;  /* translated; NULL ends the heads */
  gboolean    at_end; /* numbers stand under one another */
} YsHead;

YsTable *ys_table_new (const YsHead *heads);
void     ys_table_free (YsTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YsTable, ys_table_free)

/* One string for each head; NULL is an empty cell. */
void     ys_table_add (YsTable *table, ...);
void     ys_table_print (const YsTable *table);

G_END_DECLS
