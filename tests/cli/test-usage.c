/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Usage errors, help and the options of every command [CLI.md]. */
#include "config.h"

#include <string.h>

#include "harness.h"

/* Every command of this program and what its help must name. */
typedef struct
{
  const char *words;
  const char *options; /* parted by spaces */
} Help;

static const Help helps[] = {
  { "ledger init", "--office --level --reporting-unit --recipient --email --phone" },
  { "ledger info", "" },
  { "ledger verify", "" },
  { "ledger backup", "-o, --output" },
  { "ledger restore", "--to" },
  { "import", "--sheet --as --level --map --dry-run --skip-refused --refused-out --accept-doubtful "
              "--decide" },
  { "import undo", "" },
  { "list compounds", "--search --where" },
  { "list communities", "" },
  { "list companies", "" },
  { "list contacts", "--of" },
  { "list batches", "" },
  { "list submissions", "" },
  { "list findings", "--period --compound --state --overdue --paused" },
  { "list inspections", "--period --compound --level --withdrawn" },
  { "list rates", "--period --by" },
  { "inspect add", "--compound --level --kind --at --finding --notice --inspectors --remark" },
  { "inspect show", "" },
  { "inspect issue", "--at --by" },
  { "inspect withdraw", "--reason" },
  { "inspect import", "--sheet --dry-run --compound --level --kind --at" },
  { "inspect plan", "--date" },
  { "finding show", "" },
  { "finding issue", "--at --by --reason" },
  { "finding report", "--at --by --reason" },
  { "finding recheck", "--passed --failed --at --by --reason" },
  { "finding withdraw", "--reason --at" },
  { "finding reinstate", "--reason --at" },
  { "finding pause", "--reason --at" },
  { "finding resume", "--at --reason" },
  { "finding twin", "--once --both --reason" },
  { "list twins", "--period" },
  { "finding extend", "--until --reason --at" },
  { "finding object", "--reason --at" },
  { "finding answer", "--upheld --overruled --reason --at" },
  { "finding note", "--reason --at" },
  { "add compound", "--community" },
  { "set compound", "" },
  { "withdraw compound", "--reason" },
  { "reinstate compound", "" },
  { "merge compound", "" },
  { "export compounds", "--output --personal" },
  { "log", "--of --limit" },
  { "undo", "" },
  { "redo", "" },
  { "case add",
    "--number --level --compound --code --at --place --limit --deadline --channel --note" },
  { "case set", "--number --at --limit --deadline" },
  { "case show", "" },
  { "case procedure", "--from --to --reason" },
  { "case fault", "--add --remove --reset --reason" },
  { "list cases", "--proposed --period" },
  { "case accept", "--at --by" },
  { "case reply", "--at --text" },
  { "case verify", "--passed --failed --at --reason" },
  { "case pause", "--at --reason" },
  { "case resume", "--at" },
  { "case extend", "--until --reason" },
  { "case object", "--reason" },
  { "case uphold", "--reason" },
  { "case overrule", "--reason" },
  { "case withdraw", "--reason" },
  { "case reinstate", "--reason" },
  { "case note", "--reason" },
  { "dispatch preview", "--date" },
  { "dispatch diff", "--date" },
  { "dispatch export", "--date --output" },
  { "dispatch submit", "--date --output" },
  { "dispatch reprint", "--output" },
  { "catalogue list", "--date --search" },
  { "catalogue set", "--from --reason" },
  { "catalogue versions", "" },
  { "catalogue compare", "" },
  { "catalogue export", "--date --output" },
  { "catalogue import", "--from --reason --sheet --dry-run" },
  { "inspect form", "--compound --output" },
  { "notice overdue", "--unit --output" },
  { "notice rectify", "--inspection --compound --output" },
  { "report", "--period --output --compound" },
  { "sheet set", "--compound --period --assessor --evidence" },
  { "sheet show", "--compound --period" },
  { "sheet waive", "--compound --period --reason" },
  { "bonus add", "--compound --period --project --certificate" },
  { "bonus withdraw", "--reason" },
  { "bonus list", "--period" },
  { "survey set", "--compound --period --rate --coverage" },
  { "score", "--period --compound --explain" },
  { "rank", "--period --what-if" },
  { "award", "--period --what-if" },
  { "award decide", "--period --place --by --reason" },
  { "payout list", "--period --compound" },
  { "payout set", "--period --compound --prize" },
  { "period check", "" },
  { "period finalise", "--reason" },
  { "period reopen", "--reason" },
  { "period diff", "--from --to" },
  { "chart", "--period --output --size --dark --what-if" },
  { "verify", "" },
  { "deadline", "--from --limit --explain" },
  { "worktime", "--from --to" },
  { "calendar show", "" },
  { "calendar import", "--dry-run" },
  { "calendar set", "--reason --name --dry-run" },
  { "calendar timetable", "--summer --no-summer --ordinary --dry-run" },
  { "sample", "--size --seed" },
};

static void
test_help_of_command (gconstpointer data)
{
  const Help *help = data;
  g_autoptr (Place) place = place_new ();
  g_auto (GStrv) words = g_strsplit (help->words, " ", 2);
  g_auto (GStrv) options = g_strsplit_set (help->options, " ,", -1);
  g_autoptr (Run) told = words[1] != NULL
                             ? run_bare (place, NULL, words[0], words[1], "--help", NULL)
                             : run_bare (place, NULL, words[0], "--help", NULL);

  assert_code (told, 0);
  g_assert_cmpstr (told->err, ==, "");
  g_assert_nonnull (strstr (told->out, help->words));
  g_assert_nonnull (strstr (told->out, "--ledger"));
  g_assert_nonnull (strstr (told->out, "--json"));
  for (guint i = 0; options[i] != NULL; i++)
    if (strstr (told->out, options[i]) == NULL)
      g_error ("The help of %s does not name %s.", help->words, options[i]);
}

static void
test_help_lists_all (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "--help", NULL);

  assert_code (told, 0);
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  %s", helps[i].words);

      if (strstr (told->out, line) == NULL)
        g_error ("--help does not list %s.", helps[i].words);
    }
}

/* The list above is whole: help names no command that is not in it. */
static void
test_help_lists_no_other (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "--help", NULL);
  g_auto (GStrv) lines = g_strsplit (told->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean known = !g_str_has_prefix (lines[i], "  ") || lines[i][2] == ' '
                       || g_str_has_prefix (lines[i] + 2, "yardstickctl");

      for (guint k = 0; !known && k < G_N_ELEMENTS (helps); k++)
        known = g_str_has_prefix (lines[i] + 2, helps[k].words);
      if (!known)
        g_error ("No test knows the command: %s", lines[i]);
    }
}

static void
test_help_in_chinese (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "--lang", "zh", "import", "--help", NULL);

  assert_code (told, 0);
  g_assert_nonnull (strstr (told->out, "导入"));
  g_assert_nonnull (strstr (told->out, "--skip-refused"));
}

/* The locale decides; --lang overrides it. */
static void
test_language_of_locale (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) chinese = run_bare (place, "LC_ALL=zh_CN.UTF-8", "no-such-command", NULL);
  g_autoptr (Run) english
      = run_bare (place, "LC_ALL=zh_CN.UTF-8", "--lang", "en", "no-such-command", NULL);

  assert_refused (chinese, 2);
  assert_says (chinese, "没有“no-such-command”这个命令");
  assert_refused (english, 2);
  assert_says (english, "There is no command “no-such-command”");
}

static void
test_version (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "--version", NULL);

  assert_code (told, 0);
  g_assert_cmpstr (told->out, ==, "yardstickctl " YS_VERSION "\n");
}

/* The manual page has every command with its options, in their order. */
static void
test_manual (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) told = run_bare (place, NULL, "--lang", "en", "--manual", NULL);

  assert_code (told, 0);
  g_assert_nonnull (strstr (told->out, "\n.TH YARDSTICKCTL 1 "));
  g_assert_nonnull (strstr (told->out, "\n.SH EXIT STATUS\n"));
  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_auto (GStrv) parts = g_strsplit (helps[i].words, "-", -1);
      g_autofree char *words = g_strjoinv ("\\-", parts);
      g_autofree char *item = g_strdup_printf ("\n.TP\n\\fB%s\\fR", words);
      g_auto (GStrv) options = g_strsplit_set (helps[i].options, " ,", -1);
      const char *at = strstr (told->out, item);

      if (at == NULL)
        g_error ("The manual page does not have %s.", helps[i].words);
      for (guint k = 0; options[k] != NULL; k++)
        {
          g_auto (GStrv) dashes = g_strsplit (options[k], "-", -1);
          g_autofree char *option = g_strjoinv ("\\-", dashes);

          if (strstr (at, option) == NULL)
            g_error ("The manual page of %s does not have %s.", helps[i].words, options[k]);
        }
    }
}

/* One wrong command line each: exit 2, one line, and a word of what to do. */
typedef struct
{
  const char *name;
  const char *words; /* parted by | */
  const char *says;
} Wrong;

static const Wrong wrongs[] = {
  { "no-command", "", "--help" },
  { "unknown-command", "frobnicate", "frobnicate" },
  { "half-a-command", "ledger", "ledger init" },
  { "wrong-second-word", "list|everything", "list compounds" },
  { "unknown-option", "ledger|info|--frobnicate", "--frobnicate" },
  { "option-of-another-command", "ledger|info|--skip-refused", "--skip-refused" },
  { "missing-value", "ledger|info|--user", "--user" },
  { "too-many-words", "ledger|info|more", "ledger info" },
  { "missing-word", "import", "import FILE" },
  { "init-without-office", "ledger|init|here", "--office" },
  { "init-wrong-level", "ledger|init|here|--office|甲|--level|moon", "subdistrict" },
  { "restore-without-to", "ledger|restore|file", "--to" },
  { "add-without-community", "add|compound|甲园", "--community" },
  { "set-without-field", "set|compound|甲园", "FIELD=VALUE" },
  { "set-without-sign", "set|compound|甲园|class", "FIELD=VALUE" },
  { "set-unknown-field", "set|compound|甲园|colour=red", "households" },
  { "set-internal-field", "set|compound|甲园|withdrawn=yes", "withdrawn" },
  { "withdraw-without-reason", "withdraw|compound|甲园", "--reason" },
  { "where-unknown-field", "list|compounds|--where|colour=red", "households" },
  { "where-bad-value", "list|compounds|--where|class=9", "1, 2 or 3" },
  { "where-without-sign", "list|compounds|--where|class", "FIELD=VALUE" },
  { "undo-no-number", "undo|yesterday", "yesterday" },
  { "undo-zero", "undo|0", "0" },
  { "batch-no-number", "import|undo|last", "last" },
  { "import-as-unknown", "import|a.xlsx|--as|birds", "compounds" },
  { "import-as-unknown-names-all", "import|a.xlsx|--as|birds", "findings" },
  { "import-findings-level", "import|a.xlsx|--as|findings|--level|city", "--level" },
  { "import-findings-decide", "import|a.xlsx|--as|findings|--decide|甲=new", "--accept-doubtful" },
  { "import-map-without-sign", "import|a.xlsx|--map|名称", "HEADING=FIELD" },
  { "import-map-unknown-field", "import|a.xlsx|--map|名称=colour", "households" },
  { "dispatch-bad-date", "dispatch|preview|--date|2026-13-01", "2026-10-15" },
  { "dispatch-month-only", "dispatch|preview|--date|2026-10", "2026-10-15" },
  { "dispatch-export-without-file", "dispatch|export|--date|2026-10-15", "-o" },
  { "reprint-without-folder", "dispatch|reprint|1", "-o" },
  { "sample-without-seed", "sample|here|--size|town", "--seed" },
  { "sample-without-size", "sample|here|--seed|1", "--size" },
  { "sample-wrong-size", "sample|here|--seed|1|--size|galaxy", "district" },
  { "sample-wrong-seed", "sample|here|--seed|-1|--size|town", "--seed" },
  { "sheet-without-line", "sheet|set|annex2|--compound|甲园|--period|2026-10", "sheet set" },
  { "sheet-of-annex-1", "sheet|set|annex1|A1-01=1", "annex2 or annex3" },
  { "sheet-of-annex-9", "sheet|show|annex9", "annex2" },
  { "sheet-without-sign", "sheet|set|annex2|A2-01|--compound|甲园|--period|2026-10", "A2-01" },
  { "sheet-without-compound", "sheet|set|annex2|A2-01=1|--period|2026-10", "--compound" },
  { "sheet-without-period", "sheet|set|annex2|A2-01=1|--compound|甲园", "--period" },
  { "sheet-bad-period", "sheet|set|annex2|A2-01=1|--compound|甲园|--period|2026-13", "2026Q4" },
  { "waive-without-reason", "sheet|waive|--compound|甲园|--period|2026-10", "--reason" },
  { "bonus-without-title", "bonus|add|--compound|甲园|--period|2026-10", "bonus add" },
  { "bonus-of-the-moon", "bonus|add|moon|--compound|甲园|--period|2026-10", "district" },
  { "bonus-without-compound", "bonus|add|city|--period|2026-10", "--compound" },
  { "bonus-withdraw-no-number", "bonus|withdraw|last|--reason|甲", "last" },
  { "bonus-withdraw-without-reason", "bonus|withdraw|1", "--reason" },
  { "bonus-list-without-period", "bonus|list", "--period" },
  { "survey-without-rate", "survey|set|--compound|甲园|--period|2026-10|--coverage|80", "--rate" },
  { "survey-without-coverage", "survey|set|--compound|甲园|--period|2026-10|--rate|80",
    "--coverage" },
  { "survey-no-percent", "survey|set|--compound|甲园|--period|2026-10|--coverage|80|--rate|most",
    "92.5" },
  { "score-without-period", "score", "--period" },
  { "score-bad-period", "score|--period|2026Q5", "2026Q4" },
  { "score-with-what-if", "score|--period|2026|--what-if|weights=70/30", "--what-if" },
  { "rank-without-period", "rank", "--period" },
  { "rank-bad-period", "rank|--period|October", "2026-10" },
  { "award-without-period", "award", "--period" },
  { "decide-without-place", "award|decide|--period|2026-10|--by|甲|--reason|甲", "--place" },
  { "decide-without-by", "award|decide|--period|2026-10|--place|甲=first|--reason|甲", "--by" },
  { "decide-without-reason", "award|decide|--period|2026-10|--place|甲=first|--by|甲", "--reason" },
  { "payout-without-period", "payout|list", "--period" },
  { "payout-without-compound", "payout|set|--period|2026-10|--prize|first|甲", "--compound" },
  { "payout-without-prize", "payout|set|--period|2026-10|--compound|甲园|甲", "--prize" },
  { "period-without-word", "period", "period finalise" },
  { "finalise-without-period", "period|finalise", "period finalise" },
  { "finalise-bad-period", "period|finalise|2026-00", "2026-10" },
  { "reopen-without-reason", "period|reopen|2026-10", "--reason" },
  { "diff-no-number", "period|diff|2026-10|--from|first", "--from" },
  { "chart-unknown", "chart|pie|--period|2026-10|-o|a.png", "heatmap" },
  { "chart-without-period", "chart|ranking|-o|a.png", "--period" },
  { "chart-without-file", "chart|ranking|--period|2026-10", "--output" },
  { "chart-trial-of-nothing", "chart|trial|--period|2026-10|-o|a.png", "--what-if" },
  { "chart-bad-size", "chart|ranking|--period|2026-10|-o|a.png|--size|big", "1920x1080" },
  { "chart-tiny", "chart|ranking|--period|2026-10|-o|a.png|--size|10x10", "320x240" },
  { "now-is-none", "ledger|info|--now|noon", "2026-10-15T08:30" },
  { "lang-is-none", "ledger|info|--lang|fr", "zh" },
  { "log-of-nothing", "log|--of|compound", "NAME" },
};

static void
assert_wrong (const char *command_line, const char *says)
{
  g_autoptr (Place) place = place_new ();
  g_auto (GStrv) words = g_strsplit (command_line, "|", -1);
  const char *w[14] = { NULL };
  g_autoptr (Run) told = NULL;

  g_assert_cmpuint (g_strv_length (words), <, G_N_ELEMENTS (w));
  for (guint i = 0; words[i] != NULL; i++)
    w[i] = words[i];
  told = run_bare (place, NULL, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8], w[9], w[10],
                   w[11], w[12], NULL);
  assert_refused (told, 2);
  assert_says (told, says);
}

static void
test_wrong (gconstpointer data)
{
  const Wrong *wrong = data;

  assert_wrong (wrong->words, wrong->says);
}

/* A value that cannot be read is a fault of the command line, whatever the ledger holds: each of
 * these is told before a ledger is looked for. */
typedef struct
{
  const char *words; /* parted by |, without the option that is wrong */
  const char *option;
  const char *value;
} Unreadable;

#define CASE "|--number|1|--compound|甲园|--code|1"
#define INSPECT "inspect|add|--compound|甲园"

static const Unreadable unreadable[] = {
  { "list|cases", "--period", "2026-13" },
  { "list|cases", "--period", "2026Q5" },
#ifdef G_OS_UNIX
  /* GLib loses an empty argument on the way to a program of Windows. */
  { "list|cases", "--period", "" },
#endif
  { "list|findings", "--period", "2026-13" },
  { "list|findings", "--state", "moon" },
  { "list|inspections", "--period", "2026-13" },
  { "list|inspections", "--level", "moon" },
  { "list|rates", "--period", "2026-13" },
  { "list|rates", "--by", "moon" },
  { "report|deductions|-o|a.xlsx", "--period", "2026-13" },
  { "report|deductions|-o|a.xlsx", "--period", "2026-10-01" },
  { "case|add|--at|2026-10-15T08:30" CASE, "--level", "moon" },
  { "case|add|--at|2026-10-15T08:30" CASE, "--level", "town" },
  { "case|add|--level|city" CASE, "--at", "noon" },
  { "case|set|1", "--level", "town" },
  { "case|set|1", "--at", "noon" },
  { "case|set|1", "--deadline", "2026-13-01T08:30" },
  { "case|set|1", "--limit", "3" },
  { "case|procedure|1", "--from", "noon" },
  { "case|procedure|1|--from|2026-10-15T08:30", "--to", "noon" },
  { "case|accept|1", "--at", "noon" },
  { "case|reply|1", "--at", "noon" },
  { "case|verify|1|--passed", "--at", "noon" },
  { "case|pause|1|--reason|示例", "--at", "noon" },
  { "case|extend|1|--reason|示例", "--until", "noon" },
  { "import|a.xlsx|--as|cases", "--level", "moon" },
  { "import|a.xlsx|--as|cases", "--level", "town" },
  { INSPECT "|--at|2026-10-15T08:30|--kind|special", "--level", "moon" },
  { INSPECT "|--at|2026-10-15T08:30|--level|town", "--kind", "moon" },
  { INSPECT "|--level|town|--kind|special", "--at", "noon" },
  { "inspect|issue|1", "--at", "noon" },
  { "inspect|plan", "--date", "2026-13-01" },
  { "finding|report|1", "--at", "noon" },
  { "finding|recheck|1|--passed", "--at", "noon" },
  { "finding|extend|1|--reason|示例", "--until", "noon" },
  { "dispatch|diff", "--date", "2026-13-01" },
  { "dispatch|submit", "--date", "2026-02-30" },
  { "catalogue|list", "--date", "2026-13-01" },
  { "catalogue|export|annex1|-o|a.xlsx", "--date", "2026-13-01" },
  { "catalogue|import|a.xlsx|--reason|示例", "--from", "2026-13-01" },
  { "deadline|--limit|3d", "--from", "noon" },
  { "deadline|--from|2026-10-15T08:30", "--limit", "3" },
  { "worktime|--from|2026-10-15T08:30", "--to", "noon" },
  { "calendar|timetable", "--ordinary", "8-12" },
};

static void
test_unreadable (gconstpointer data)
{
  const Unreadable *row = data;
  g_autofree char *words = g_strjoin ("|", row->words, row->option, row->value, NULL);
  g_autofree char *says = g_strdup_printf ("“%s”", row->value);

  assert_wrong (words, says);
}

static void
test_no_ledger (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) none = run_bare (place, NULL, "ledger", "info", NULL);
  g_autoptr (Run) missing = run (place, "ledger", "info", NULL);

  assert_refused (none, 3);
  assert_says (none, "--ledger");
  assert_refused (missing, 3);
}

/* --ledger, else $YARDSTICK_LEDGER, else the last one opened. */
static void
test_which_ledger (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autofree char *other = place_path (place, "other");
  g_autofree char *variable = g_strdup_printf ("YARDSTICK_LEDGER=%s", place->ledger);
  g_autoptr (Run) made
      = run_bare (place, NULL, "ledger", "init", other, "--office", "桑村镇建设局", NULL);
  g_autoptr (Run) last = run_bare (place, NULL, "ledger", "info", "--json", NULL);
  g_autoptr (Run) named = run_bare (place, variable, "ledger", "info", "--json", NULL);
  g_autoptr (Run) given
      = run_bare (place, variable, "ledger", "info", "--json", "--ledger", other, NULL);

  assert_code (made, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (last), "office"), ==, "桑村镇建设局");
  g_assert_cmpstr (json_object_get_string_member (run_object (named), "office"), ==,
                   "山城街道物管科");
  g_assert_cmpstr (json_object_get_string_member (run_object (given), "office"), ==,
                   "桑村镇建设局");
}

/* Options stand before, between and after the words. */
static void
test_order_of_options (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) before
      = run_bare (place, NULL, "--json", "--ledger", place->ledger, "ledger", "info", NULL);
  g_autoptr (Run) between
      = run_bare (place, NULL, "ledger", "--ledger", place->ledger, "--json", "info", NULL);
  g_autoptr (Run) after
      = run_bare (place, NULL, "ledger", "info", "--json", "--ledger", place->ledger, NULL);

  assert_code (before, 0);
  g_assert_cmpstr (before->out, ==, between->out);
  g_assert_cmpstr (before->out, ==, after->out);
}

/* A name that begins with a dash follows "--". */
static void
test_name_with_dash (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) added = run (place, "-", "add", "compound", "--community", "甲社区", "--json",
                               "--", "-1号院", NULL);

  g_assert_cmpstr (json_object_get_string_member (run_object (added), "name"), ==, "-1号院");
}

/* Names in Chinese pass in a locale that knows none of them. */
static void
test_plain_locale (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (Run) made = run_bare (place, "LC_ALL=C", "--ledger", place->ledger, "ledger", "init",
                                   place->ledger, "--office", "山城街道物管科", NULL);
  g_autoptr (Run) info
      = run_bare (place, "LC_ALL=C", "--ledger", place->ledger, "ledger", "info", "--json", NULL);

  assert_code (made, 0);
  g_assert_cmpstr (json_object_get_string_member (run_object (info), "office"), ==,
                   "山城街道物管科");
}

#ifdef G_OS_UNIX
/* What could not be written out was not done well: exit 5. */
static void
test_output_full (void)
{
  g_autoptr (Place) place = place_new_ledger ();
  g_autoptr (Run) told = NULL;
  g_autofree char *line = g_strdup_printf ("'%s' --ledger '%s' ledger info >/dev/full",
                                           g_getenv ("YS_CTL"), place->ledger);
  g_autofree char *err = NULL;
  int status = 0;
  char *argv[] = { (char *)"/bin/sh", (char *)"-c", line, NULL };

  g_assert_true (
      g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &err, &status, NULL));
  told = g_new0 (Run, 1);
  told->code = status >> 8;
  told->out = g_strdup ("");
  told->err = g_steal_pointer (&err);
  assert_refused (told, 5);
}
#endif

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (helps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/help/%s", helps[i].words);

      g_test_add_data_func (g_strdelimit (path, " ", '-'), &helps[i], test_help_of_command);
    }
  g_test_add_func ("/cli/help/lists-all", test_help_lists_all);
  g_test_add_func ("/cli/help/lists-no-other", test_help_lists_no_other);
  g_test_add_func ("/cli/help/in-chinese", test_help_in_chinese);
  g_test_add_func ("/cli/language-of-locale", test_language_of_locale);
  g_test_add_func ("/cli/version", test_version);
  g_test_add_func ("/cli/manual", test_manual);
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/wrong/%s", wrongs[i].name);

      g_test_add_data_func (path, &wrongs[i], test_wrong);
    }
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    {
      const Unreadable *row = &unreadable[i];
      g_autofree char *path
          = g_strdup_printf ("/cli/unreadable/%s%s=%s", row->words, row->option, row->value);

      g_test_add_data_func (g_strdelimit (path, "|", '-'), row, test_unreadable);
    }
  g_test_add_func ("/cli/no-ledger", test_no_ledger);
  g_test_add_func ("/cli/which-ledger", test_which_ledger);
  g_test_add_func ("/cli/order-of-options", test_order_of_options);
  g_test_add_func ("/cli/name-with-dash", test_name_with_dash);
  g_test_add_func ("/cli/plain-locale", test_plain_locale);
#ifdef G_OS_UNIX
  g_test_add_func ("/cli/output-full", test_output_full);
#endif

  return g_test_run ();
}
