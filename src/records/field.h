/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field table per record, as GOptionEntry describes options. From it come load and
 * save, validation, audit lines, import columns, form binding and list columns. Code
 * still reads and writes plain struct members.
 *
 * Adding a field is one line in the record's table and one migration. */
#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

#include "date.h"
#include "number.h"

G_BEGIN_DECLS

#define YS_VALUE_ERROR (ys_value_error_quark ())
GQuark ys_value_error_quark (void);

typedef enum
{
  YS_VALUE_ERROR_MISSING,  /* a required value is empty: ask for it */
  YS_VALUE_ERROR_BAD,      /* cannot be read: show the sentence at the field */
  YS_VALUE_ERROR_DOUBTFUL  /* was read (the record holds it), a person should look */
} YsValueError;

typedef enum
{
  YS_FIELD_TEXT,       /* char *, NULL unknown; never ""                 */
  YS_FIELD_COUNT,      /* YsNumber: whole number                         */
  YS_FIELD_HUNDREDTHS, /* YsNumber: hundredths                           */
  YS_FIELD_DATE,       /* YsDate                                         */
  YS_FIELD_CHOICE,     /* int: 0 unknown, else 1 + index into choices    */
  YS_FIELD_REFERENCE,  /* gint64: id of another record, 0 none           */
  YS_FIELD_INSTANT,    /* YsInstant                                      */
  YS_FIELD_FLAG        /* gboolean; never unknown                        */
} YsFieldType;

typedef enum
{
  YS_FIELD_NONE     = 0,
  YS_FIELD_REQUIRED = 1 << 0, /* a record without it is refused */
  YS_FIELD_WANTED   = 1 << 1, /* counts towards completeness; may stay empty */
  YS_FIELD_PERSONAL = 1 << 2, /* name or phone of a person: masked, exported on request only */
  YS_FIELD_IMPORT   = 1 << 3, /* may be a column of an imported table */
  YS_FIELD_DISPATCH = 1 << 4, /* a column of annex 5 [004 annex 5] */
  YS_FIELD_NUMERIC_CHOICE = 1 << 5, /* choice nicks are numbers in JSON (class 1, 2, 3) */
  YS_FIELD_PHONE    = 1 << 6, /* text that must be a phone number */
  YS_FIELD_INTERNAL = 1 << 7, /* kept, audited, never edited in a form */
  YS_FIELD_YEAR     = 1 << 8  /* COUNT that is a year: never grouped (2012, not 2,012) */
} YsFieldFlags;

/* One value of a choice. The table ends with a NULL nick. */
typedef struct
{
  const char *nick;    /* kept on disk and in JSON: "hired" */
  const char *label;   /* N_(), shown; its msgid is English: "Hired" */
  const char *official;/* (nullable): as official tables print and clerks write it: 外聘 */
  const char *aliases; /* (nullable): further spellings read on import, parted by | */
} YsChoice;

typedef struct
{
  const char     *name;    /* column of the table and key in JSON */
  const char     *label;   /* N_() */
  YsFieldType     type;
  YsFieldFlags    flags;
  gsize           offset;
  const YsChoice *choices; /* CHOICE only */
  const char     *target;  /* REFERENCE only: name of the record type */
  const char     *aliases; /* Chinese headings understood on import, parted by |, first = official */
  gint64          maximum; /* COUNT, HUNDREDTHS: largest sensible value; 0 none. TEXT: characters; 0 means 200 */
  gint64          minimum; /* COUNT, HUNDREDTHS: smallest sensible value */
} YsField;

typedef struct
{
  const char    *name;   /* table on disk, "record" in the audit log: "compound" */
  const char    *label;  /* N_() */
  gsize          size;   /* of the struct; its first member is gint64 id */
  const YsField *fields; /* without id */
  guint          n_fields;
  const char    *title_field; /* which field names the record for a person; a reference: by what it refers to */
  /* (nullable): what no single field can tell; asked after every field was found right */
  gboolean (*validate) (gconstpointer record, GError **error);
} YsRecordType;

/* Every record struct begins with this member. */
#define YS_RECORD_ID(record) (*(gint64 *) (record))

/* Offset of a member, refused by the compiler when its C type does not fit the field. */
#define YS_FIELD_OFFSET(Struct, member, Type)                                            \
  (G_STRUCT_OFFSET (Struct, member) +                                                    \
   0 * sizeof (struct {                                                                  \
     _Static_assert (__builtin_types_compatible_p (__typeof__ (((Struct *) 0)->member), Type), \
                     #Struct "." #member " is not a " #Type);                            \
     int unused;                                                                         \
   }))

/* (transfer none) (nullable). A reference is also found by its member's name: "community" is the
 * field, "community_id" finds it too. */
const YsField *ys_record_type_field (const YsRecordType *type, const char *name);

gpointer ys_record_new (const YsRecordType *type);
void     ys_record_clear (const YsRecordType *type, gpointer record);
void     ys_record_free (const YsRecordType *type, gpointer record);
/* With the id. @to must be a record already. */
void     ys_record_copy (const YsRecordType *type, gpointer to, gconstpointer from);
/* The fields only; ids may differ. */
gboolean ys_record_equal (const YsRecordType *type, gconstpointer a, gconstpointer b);

gboolean ys_field_is_empty (const YsField *field, gconstpointer record);
gboolean ys_field_equal (const YsField *field, gconstpointer a, gconstpointer b);
void     ys_field_unset (const YsField *field, gpointer record);
void     ys_field_copy (const YsField *field, gpointer to, gconstpointer from);

/* Plain access to members by field, for generic code. Types must fit. */
const char *ys_field_get_text (const YsField *field, gconstpointer record);
void        ys_field_set_text (const YsField *field, gpointer record, const char *text);
YsNumber    ys_field_get_number (const YsField *field, gconstpointer record);
void        ys_field_set_number (const YsField *field, gpointer record, YsNumber number);
YsDate      ys_field_get_date (const YsField *field, gconstpointer record);
void        ys_field_set_date (const YsField *field, gpointer record, YsDate date);
int         ys_field_get_choice (const YsField *field, gconstpointer record);
void        ys_field_set_choice (const YsField *field, gpointer record, int choice);
gint64      ys_field_get_int64 (const YsField *field, gconstpointer record); /* REFERENCE, INSTANT, FLAG */
void        ys_field_set_int64 (const YsField *field, gpointer record, gint64 value);

/**
 * ys_field_read:
 * @text: (nullable): as typed, pasted or imported; "" or NULL empties the field
 * @reference: a full date for months without a year
 *
 * Reads @text into the record's member, with the widths and spellings that clerks use
 * (choices by nick, label, official word or alias). On failure the member is unchanged,
 * except for YS_VALUE_ERROR_DOUBTFUL, where it holds the reading.
 * REFERENCE fields are not read here: jobs resolve names to records.
 */
gboolean ys_field_read (const YsField  *field,
                        gpointer        record,
                        const char     *text,
                        YsDate          reference,
                        GError        **error);

/* (transfer full): exact text that ys_field_read() takes back: ISO dates, nicks,
 * "86420.50"; NULL when empty. */
char    *ys_field_to_text (const YsField *field, gconstpointer record);
/* (transfer full): for the eye, in the user's language; "" when empty. */
char    *ys_field_to_display (const YsField *field, gconstpointer record);
/* (transfer full): as official Chinese tables print it; "" when empty. */
char    *ys_field_to_official (const YsField *field, gconstpointer record);

/* The JSON of CLI.md; null when empty. */
void     ys_field_to_json (const YsField *field, gconstpointer record, JsonBuilder *builder);
/* The same text without a builder, for many records: appends the value only. */
void     ys_field_append_json (const YsField *field, gconstpointer record, GString *out);
void     ys_json_append_string (GString *out, const char *text); /* NULL: null */
void     ys_json_append_int64 (GString *out, gint64 value);
/* A reference may be {"id": 3, "name": "…"}; an instant may have seconds. A required text may be
 * null: validation is ys_record_validate()'s. */
gboolean ys_field_from_json (const YsField *field, gpointer record, JsonNode *node, GError **error);

/* Required fields present, lengths and maxima kept. The first fault, in table order. */
gboolean ys_record_validate (const YsRecordType *type, gconstpointer record, GError **error);

/* 0 unknown, else 1 + index, by nick, label (English or translated), official or alias. */
int      ys_choice_from_text (const YsChoice *choices, const char *text);
const char *ys_choice_nick (const YsChoice *choices, int choice);
const char *ys_choice_official (const YsChoice *choices, int choice);
/* Translated. */
const char *ys_choice_label (const YsChoice *choices, int choice);

G_END_DECLS
