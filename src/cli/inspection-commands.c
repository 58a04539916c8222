/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inspect …: a visit entered with its findings, given notice of, withdrawn; and what the cadence
 * still misses. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "finding-print.h"
#include "inspection-job.h"
#include "output.h"
#include "work-time.h"

static struct
{
  char *compound;
  char *level;
  char *kind;
  char *at;
  char *notice;
  char *inspectors;
  char *remark;
  char **findings;
  char *date;
  char *by;
  char *reason;
} given;

static const GOptionEntry add_options[] = {
  { "compound", 0, 0, G_OPTION_ARG_FILENAME, &given.compound, N_ ("Which compound"), "NAME" },
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &given.level, N_ ("town, district, city, joint or self"),
    "L" },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_ ("announced, unannounced or special"),
    "K" },
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When; else now"), "INSTANT" },
  { "finding", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.findings,
    N_ ("A clause, how many places, where; may be repeated"), "CODE[*COUNT][@PLACE]" },
  { "notice", 0, 0, G_OPTION_ARG_FILENAME, &given.notice,
    N_ ("When the notice was given, if later"), "INSTANT" },
  { "inspectors", 0, 0, G_OPTION_ARG_FILENAME, &given.inspectors, N_ ("Who inspected"), "NAMES" },
  { "remark", 0, 0, G_OPTION_ARG_FILENAME, &given.remark, N_ ("Anything else"), "TEXT" },
  { NULL },
};

static const GOptionEntry issue_options[] = {
  { "at", 0, 0, G_OPTION_ARG_FILENAME, &given.at, N_ ("When it happened; else now"), "INSTANT" },
  { "by", 0, 0, G_OPTION_ARG_FILENAME, &given.by, N_ ("Who did it; else the user"), "NAME" },
  { NULL },
};

static const GOptionEntry withdraw_options[] = {
  { "reason", 0, 0, G_OPTION_ARG_FILENAME, &given.reason, N_ ("Why"), "TEXT" },
  { NULL },
};

static const GOptionEntry plan_options[] = {
  { "date", 0, 0, G_OPTION_ARG_FILENAME, &given.date, N_ ("Around this day; else today"), "DATE" },
  { NULL },
};

/* The texts are owned by the entry. */
static void
clear_entry (YsFindingEntry *entry)
{
  g_free ((char *)entry->code);
  g_free ((char *)entry->place);
}

/* A count is the number behind the last *, before the place. */
static gboolean
read_entry (const char *text, YsFindingEntry *entry, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "@", 2);
  char *star = strrchr (parts[0] != NULL ? parts[0] : (char *)"", '*');

  if (star != NULL)
    {
      guint64 count = 0;

      if (!g_ascii_string_to_unsigned (star + 1, 10, 1, 999, &count, NULL))
        {
          g_set_error (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                       _ ("“%s” counts no places. Write 1 to 999 behind the *, such as A1-01*3."),
                       text);
          return FALSE;
        }
      entry->count = (gint64)count;
      *star = '\0';
    }
  entry->code = g_strdup (parts[0]);
  entry->place = parts[0] != NULL ? g_strdup (parts[1]) : NULL;
  return TRUE;
}

/* (transfer full) (nullable) (element-type YsFindingEntry) */
static GArray *
read_entries (GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (YsFindingEntry));

  g_array_set_clear_func (entries, (GDestroyNotify)clear_entry);
  for (guint i = 0; given.findings != NULL && given.findings[i] != NULL; i++)
    {
      g_array_set_size (entries, i + 1);
      if (!read_entry (given.findings[i], &g_array_index (entries, YsFindingEntry, i), error))
        return NULL;
    }
  return g_steal_pointer (&entries);
}

static gboolean
read_head (YsCli *cli, YsInspection *inspection, GError **error)
{
  return ys_cli_require ("--compound", given.compound, error)
         && ys_cli_require ("--level", given.level, error)
         && ys_cli_require ("--kind", given.kind, error)
         && ys_cli_read_choice ("--level", given.level, ys_level_choices, &inspection->level, error)
         && ys_cli_read_choice ("--kind", given.kind, ys_inspection_kind_choices, &inspection->kind,
                                error)
         && ys_cli_read_instant ("--at", given.at, cli->now, &inspection->at, error)
         && ys_cli_read_instant ("--notice", given.notice, 0, &inspection->notice_at, error);
}

static void
print_head (const YsInspection *inspection, const char *compound)
{
  g_autofree char *id = ys_count_to_text (inspection->id, FALSE);

  /* Translators: number of an inspection, then a compound */
  ys_print_line (_ ("Inspection %s of %s"), id, compound);
}

/* The inspection as an object with its findings, each as “list findings” shows it. */
static gboolean
print_inspection (YsCli *cli, gint64 id, GError **error)
{
  g_autoptr (YsInspectionView) view = ys_inspection_load (cli->open, id, error);
  g_autoptr (YsRegistry) registry = view != NULL ? ys_registry_load (cli->open, error) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const YsRegistryItem *item;

  if (registry == NULL)
    return FALSE;
  item = ys_registry_find (registry, view->inspection.compound_id);
  for (guint i = 0; i < view->findings->len; i++)
    g_array_append_val (ids, ((const YsFinding *)view->findings->pdata[i])->id);
  if (!cli->json)
    {
      print_head (&view->inspection, item->compound->name);
      return ys_cli_print_findings (cli, (const gint64 *)(gpointer)ids->data, ids->len, error);
    }
  g_string_append_printf (out, "{\"inspection\": %" G_GINT64_FORMAT ", \"compound\": ", id);
  ys_json_append_string (out, item->compound->name);
  for (guint i = 1; i < ys_inspection_type.n_fields; i++)
    {
      const YsField *field = &ys_inspection_type.fields[i];

      g_string_append_printf (out, ", \"%s\": ", field->name);
      ys_field_append_json (field, &view->inspection, out);
    }
  g_string_append (out, ", \"findings\": [");
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (YsFindingView) finding
          = ys_finding_load (cli->open, g_array_index (ids, gint64, i), cli->now, error);

      if (finding == NULL)
        return FALSE;
      g_string_append (out, i > 0 ? ",\n" : "\n");
      ys_finding_append_json (out, finding);
    }
  ys_print_line ("%s]}", out->str);
  return TRUE;
}

/* A clerk who types next year by mistake is told; a plan for tomorrow is nobody's mistake. */
static void
warn_of_future (const YsCli *cli, YsInstant at)
{
  if (at > cli->now + 24 * 3600)
    ys_print_message ("%s", _ ("This inspection lies in the future. If that is a mistake, undo it "
                               "and enter it again."));
}

static gint64
add_inspection (YsCli *cli, YsInspection *inspection, const GArray *entries, GError **error)
{
  g_autoptr (YsRegistry) registry = ys_registry_load (cli->open, error);

  if (registry == NULL)
    return 0;
  inspection->compound_id = ys_cli_find_compound (registry, given.compound, error);
  if (inspection->compound_id == 0)
    return 0;
  inspection->inspectors = given.inspectors;
  inspection->remark = given.remark;
  return ys_inspection_add (cli->open, inspection,
                            (const YsFindingEntry *)(gconstpointer)entries->data, entries->len,
                            NULL, error);
}

static gboolean
run_add (YsCli *cli, GStrv words, GError **error)
{
  YsInspection inspection = { 0 };
  g_autoptr (GArray) entries = read_entries (error);
  gint64 id;

  if (entries == NULL || !read_head (cli, &inspection, error)
      || ys_cli_open (cli, YS_LEDGER_WRITE, error) == NULL)
    return FALSE;
  id = add_inspection (cli, &inspection, entries, error);
  if (id == 0)
    return FALSE;
  warn_of_future (cli, inspection.at);
  return print_inspection (cli, id, error);
}

static gboolean
run_show (YsCli *cli, GStrv words, GError **error)
{
  gint64 id;

  return ys_cli_read_id ("ID", words[0], &id, error)
         && ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) != NULL
         && print_inspection (cli, id, error);
}

static gboolean
run_issue (YsCli *cli, GStrv words, GError **error)
{
  gint64 id;
  YsInstant at;

  return ys_cli_read_id ("ID", words[0], &id, error)
         && ys_cli_read_instant ("--at", given.at, cli->now, &at, error)
         && ys_cli_open (cli, YS_LEDGER_WRITE, error) != NULL
         && ys_inspection_issue (cli->open, id, at, given.by, error)
         && print_inspection (cli, id, error);
}

static gboolean
run_withdraw (YsCli *cli, GStrv words, GError **error)
{
  gint64 id;

  return ys_cli_require ("--reason", given.reason, error)
         && ys_cli_read_id ("ID", words[0], &id, error)
         && ys_cli_open (cli, YS_LEDGER_WRITE, error) != NULL
         && ys_inspection_withdraw (cli->open, id, given.reason, cli->now, error)
         && print_inspection (cli, id, error);
}

static const char *const cadence_names[YS_N_CADENCES] = {
  [YS_CADENCE_CITY] = "city",
  [YS_CADENCE_DISTRICT_ANNOUNCED] = "district-announced",
  [YS_CADENCE_DISTRICT_UNANNOUNCED] = "district-unannounced",
  [YS_CADENCE_JOINT] = "joint",
  [YS_CADENCE_TOWN] = "town",
};

static void
add_cadence (JsonBuilder *builder,
             YsTable *table,
             const YsRegistry *registry,
             const YsCadenceLine *line)
{
  g_autofree char *done = g_strdup_printf ("%u/%u", line->n_done, line->n_due);
  g_autofree char *first = ys_date_to_iso (line->first);
  g_autofree char *last = ys_date_to_iso (line->last);
  g_autoptr (GString) names = g_string_new (NULL);

  json_builder_begin_object (builder);
  ys_json_text (builder, "cadence", cadence_names[line->cadence]);
  ys_json_text (builder, "clause", ys_cadence_clause (line->cadence));
  ys_json_date (builder, "first", line->first);
  ys_json_date (builder, "last", line->last);
  ys_json_int (builder, "done", line->n_done);
  ys_json_int (builder, "due", line->n_due);
  json_builder_set_member_name (builder, "missing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < line->missing->len; i++)
    {
      const char *name
          = ys_registry_find (registry, g_array_index (line->missing, gint64, i))->compound->name;

      json_builder_add_string_value (builder, name);
      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "", name);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ys_table_add (table, _ (ys_cadence_label (line->cadence)), first, last, done, names->str);
}

static gboolean
run_plan (YsCli *cli, GStrv words, GError **error)
{
  YsDate day;
  g_autoptr (YsRegistry) registry = NULL;
  g_autoptr (YsWorkCalendar) calendar = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (YsTable) table = ys_table_new ((const YsHead[]){ { _ ("Inspections") },
                                                              { _ ("From") },
                                                              { _ ("To") },
                                                              { _ ("Done"), TRUE },
                                                              { _ ("Missing") },
                                                              { NULL } });

  if (!ys_cli_read_date (cli, "--date", given.date, &day, error)
      || ys_cli_open (cli, YS_LEDGER_READ_ONLY, error) == NULL)
    return FALSE;
  registry = ys_registry_load (cli->open, error);
  calendar = registry != NULL ? ys_work_time_calendar (cli->open, error) : NULL;
  lines = calendar != NULL ? ys_inspection_plan (cli->open, registry, calendar, day, error) : NULL;
  if (lines == NULL)
    return FALSE;
  json_builder_begin_array (builder);
  for (guint i = 0; i < lines->len; i++)
    add_cadence (builder, table, registry, lines->pdata[i]);
  json_builder_end_array (builder);
  if (cli->json)
    ys_print_json (builder);
  else
    ys_table_print (table);
  return TRUE;
}

const YsCommand ys_inspection_commands[] = {
  { "inspect add",
    "--compound NAME --level L --kind K --at INSTANT [--finding CODE[*COUNT][@PLACE]]…",
    N_ ("Enter an inspection with its findings"),
    N_ ("Without --finding it is a clean visit. The clock of each finding starts at the "
        "inspection, "
        "or at --notice if that is later."),
    add_options, 0, 0, run_add },
  { "inspect show", "ID", N_ ("An inspection with its findings"), NULL, NULL, 1, 1, run_show },
  { "inspect issue", "ID [--at INSTANT]", N_ ("The notice was given: the clocks start then"), NULL,
    issue_options, 1, 1, run_issue },
  { "inspect withdraw", "ID --reason TEXT", N_ ("Withdraw an inspection with its findings"), NULL,
    withdraw_options, 1, 1, run_withdraw },
  { "inspect plan", "[--date D]", N_ ("Which inspections are still missing"), NULL, plan_options, 0,
    0, run_plan },
  { NULL },
};
