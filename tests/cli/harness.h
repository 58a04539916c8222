/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the built yardstickctl as a script would and looks at its exit code, its standard output and
 * its standard error. Every test has a home and a ledger of its own. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *home;   /* removed with all it holds */
  char *ledger; /* in it; not made yet */
} Place;

typedef struct
{
  int code;
  char *out;
  char *err;
  JsonNode *json; /* (nullable): of what was printed, when it is JSON */
} Run;

Place *place_new (void);
void place_free (Place *place);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)
/* With the ledger created, and with the 41 compounds of the sample workbooks. */
Place *place_new_ledger (void);
Place *place_new_registry (void);
/* (transfer none): one such ledger for all tests of a program that leave it as it is. */
Place *place_shared_registry (void);
/* (transfer full): a path inside the home. */
char *place_path (Place *place, const char *name);
/* (transfer full): writes a text file inside the home, gives its path. */
char *place_write (Place *place, const char *name, const char *text);
/* (transfer full): of data/sample, by its annex: "3", "4", "5". */
char *sample_path (const char *annex);

/* "--ledger" and "--json" are given, unless the first word is "-" (plain). NULL-terminated. */
Run *run (Place *place, ...) G_GNUC_NULL_TERMINATED;
/* Nothing is added, not even the ledger; @environment (nullable): "NAME=value" more. */
Run *run_bare (Place *place, const char *environment, ...) G_GNUC_NULL_TERMINATED;
void run_free (Run *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

/* The exit code; tells both outputs when it is another. */
#define assert_code(run, expected) assert_code_at ((run), (expected), G_STRLOC)
void assert_code_at (const Run *run, int expected, const char *where);
/* Refused: that code, nothing on standard output, one line that begins with the program's name. */
#define assert_refused(run, expected) assert_refused_at ((run), (expected), G_STRLOC)
void assert_refused_at (const Run *run, int expected, const char *where);
/* Some line of standard error holds @text. */
void assert_says (const Run *run, const char *text);

JsonObject *run_object (const Run *run);
JsonArray *run_array (const Run *run);
/* @members: "id:n name:s company:S …": n number, s string, b boolean, a array, o object; a capital
 * letter may be null as well. A string is never "". Each must be there. */
void assert_members (JsonObject *object, const char *members);
/* The element whose member "name" is @name; must be there. */
JsonObject *find_named (JsonArray *array, const char *name);

/* (transfer full): everything that a refused command must leave as it was. */
char *state_of (Place *place);

G_END_DECLS
