/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a command of the terminal is, and what all of them share. From the tables of commands come
 * finding, parsing and help; a command itself opens the ledger, calls one job and prints. */
#pragma once

#include "compound.h"
#include "deadline.h"
#include "ledger-job.h"
#include "period.h"
#include "registry.h"
#include "standing.h"
#include "work-calendar.h"

G_BEGIN_DECLS

#define YS_CLI_ERROR (ys_cli_error_quark ())
GQuark ys_cli_error_quark (void);

typedef enum
{
  YS_CLI_ERROR_USAGE, /* exit 2 */
  YS_CLI_ERROR_OUTPUT /* standard output cannot be written: exit 5 */
} YsCliError;

typedef struct _YsCommand YsCommand;

/* The options of every command, and the one ledger that this run opened. */
typedef struct
{
  const YsCommand *command; /* that runs */
  char     *ledger;    /* (nullable): as given */
  char     *user;
  char     *now_given; /* (nullable) */
  char     *language;  /* (nullable) */
  gboolean  json;
  YsInstant now;       /* where the rules stand; the audit log has its own clock */
  YsDate    today;
  YsLedger *open;      /* (nullable): closed by main() */
} YsCli;

struct _YsCommand
{
  const char         *name;      /* one or two words; NULL ends a table */
  const char         *arguments; /* N_(), "" for none */
  const char         *summary;   /* N_() */
  const char         *details;   /* N_(), (nullable) */
  const GOptionEntry *options;   /* (nullable) */
  int                 min_words;
  int                 max_words; /* -1: any number */
  gboolean (*run) (YsCli *cli, GStrv words, GError **error);
  int                 step;      /* YsEventKind of a command that only takes it */
};

extern const YsCommand ys_ledger_commands[];
extern const YsCommand ys_import_commands[];
extern const YsCommand ys_compound_list_commands[];
extern const YsCommand ys_list_commands[];
extern const YsCommand ys_compound_commands[];
extern const YsCommand ys_history_commands[];
extern const YsCommand ys_dispatch_commands[];
extern const YsCommand ys_catalogue_commands[];
extern const YsCommand ys_report_commands[];
extern const YsCommand ys_payout_commands[];
extern const YsCommand ys_notice_commands[];
extern const YsCommand ys_sample_commands[];
extern const YsCommand ys_time_commands[];
extern const YsCommand ys_calendar_commands[];
extern const YsCommand ys_case_commands[];
extern const YsCommand ys_case_step_commands[];
extern const YsCommand ys_inspection_commands[];
extern const YsCommand ys_inspection_import_commands[];
extern const YsCommand ys_finding_commands[];
extern const YsCommand ys_finding_list_commands[];
extern const YsCommand ys_sheet_commands[];
extern const YsCommand ys_standing_commands[];
extern const YsCommand ys_period_commands[];
extern const YsCommand ys_chart_commands[];

/* (transfer none) (nullable): opened, warned about, closed by main(). */
YsLedger *ys_cli_open (YsCli *cli, YsLedgerMode mode, GError **error);

/* (transfer full) (nullable): the work calendar of the ledger, which is opened for reading; the built-in
 * one where no ledger is named or known. */
YsWorkCalendar *ys_cli_calendar (YsCli *cli, GError **error);

/* "2026-10-15", a whole day; NULL: today. USAGE when it is none. */
gboolean  ys_cli_read_date (const YsCli *cli, const char *option, const char *text, YsDate *out_date, GError **error);
/* "2026-10-15T08:30"; NULL: @otherwise. USAGE when it is none. */
gboolean  ys_cli_read_instant (const char *option, const char *text, YsInstant otherwise, YsInstant *out_instant, GError **error);
/* "3d" or "4h"; NULL: none. */
gboolean  ys_cli_read_limit (const char *option, const char *text, YsLimit *out_limit, GError **error);
/* A whole number of at least 1. */
gboolean  ys_cli_read_id (const char *what, const char *text, gint64 *out_id, GError **error);
/* "FIELD=VALUE" → copies of both. */
gboolean  ys_cli_split_assignment (const char *text, char **out_field, char **out_value, GError **error);
/* "2026-10", "2026Q4", "2026H2", "2026", "2026-10-01..2026-12-15" as its first and the next span's first instant; NULL: both 0. */
gboolean  ys_cli_read_period (const char *option, const char *text, YsInstant *out_from, YsInstant *out_to, GError **error);
/* The same as a span; NULL: @out_span stays. */
gboolean  ys_cli_read_span (const char *option, const char *text, YsSpan *out_span, GError **error);
/* The same of an option that must be there. */
gboolean  ys_cli_require_span (const char *option, const char *text, YsSpan *out_span, GError **error);
/* Whose platform dispatched a case, city or district; NULL: @out_level stays. */
gboolean  ys_cli_read_platform (const char *option, const char *text, int *out_level, GError **error);
/* One of the choices by its nick or any other name; NULL: 0. USAGE names the nicks. */
gboolean  ys_cli_read_choice (const char *option, const char *text, const YsChoice *choices, int *out_choice, GError **error);
/* An option that the command cannot do without. */
gboolean  ys_cli_require (const char *option, const char *value, GError **error);

/* (transfer full) (nullable): of --what-if; NULL without error: nothing is tried. */
YsTrial  *ys_cli_read_trial (char *const *changes, GError **error);

/* By name, or as #ID. 0 on error. */
gint64    ys_cli_find_compound (const YsRegistry *registry, const char *name, GError **error);
/* (transfer none) (nullable): "community" and "company" are the references; USAGE names the known ones. */
const YsField *ys_cli_compound_field (const char *name, gboolean internal_too, GError **error);
/* The name that a field has on the command line and in JSON. */
const char *ys_cli_field_name (const YsField *field);

/* "file" of a document, or its path on a line. */
void      ys_cli_print_file (const YsCli *cli, const char *path);

/* For help. */
const YsCommand *const *ys_cli_families (void);
char     *ys_cli_help (void);
/* (transfer none): one sentence that tells them all */
const char *ys_cli_exit_codes (void);
/* (transfer full): the page of section 1, in roff; @shared: the options of every command */
char     *ys_cli_manual (const GOptionEntry *shared);
char     *ys_cli_command_help (const YsCommand *command, GOptionContext *context);

G_END_DECLS
