/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an event. */
#include "config.h"

#include "event.h"
#include "field-table.h"

const YsChoice ys_event_kind_choices[] = {
  { "issued", N_ ("Notice given"), "下发整改", NULL },
  { "accepted", N_ ("Accepted"), "签收转派", NULL },
  { "reported", N_ ("Reported as rectified"), "物业报整改", NULL },
  { "passed", N_ ("Recheck passed"), "复查通过", NULL },
  { "failed", N_ ("Recheck failed"), "复查不过", NULL },
  { "paused", N_ ("Clock stopped"), "停表", NULL },
  { "resumed", N_ ("Clock resumed"), "恢复计时", NULL },
  { "extended", N_ ("Extended"), "延期", NULL },
  { "objection", N_ ("Objection"), "提出异议", NULL },
  { "upheld", N_ ("Objection upheld"), "异议成立", NULL },
  { "overruled", N_ ("Objection overruled"), "异议不成立", NULL },
  { "withdrawn", N_ ("Withdrawn"), "撤回", NULL },
  { "reinstated", N_ ("Reinstated"), "恢复", NULL },
  { "note", N_ ("Note"), "备注", NULL },
  { NULL },
};

static const YsField fields[] = {
  YS_REFERENCE_FIELD (YsEvent, finding, "finding", N_ ("Finding"), YS_FIELD_NONE),
  YS_REFERENCE_FIELD (YsEvent, case, "platform_case", N_ ("Case"), YS_FIELD_NONE),
  YS_CHOICE_FIELD (YsEvent, kind, ys_event_kind_choices, N_ ("Event"), YS_FIELD_REQUIRED),
  YS_INSTANT_FIELD (YsEvent, at, N_ ("Time"), YS_FIELD_REQUIRED),
  YS_TEXT_FIELD (YsEvent, person, N_ ("Person"), YS_FIELD_PERSONAL, .maximum = 60),
  YS_TEXT_FIELD (YsEvent, text, N_ ("Reason"), YS_FIELD_NONE, .maximum = 1000),
  YS_INSTANT_FIELD (YsEvent, until, N_ ("New deadline"), YS_FIELD_NONE),
};

static gboolean
needs_reason (int kind)
{
  return kind == YS_EVENT_PAUSED || kind == YS_EVENT_EXTENDED || kind == YS_EVENT_OBJECTION
         || kind == YS_EVENT_UPHELD || kind == YS_EVENT_OVERRULED || kind == YS_EVENT_WITHDRAWN
         || kind == YS_EVENT_REINSTATED;
}

static gboolean
validate (gconstpointer record, GError **error)
{
  const YsEvent *event = record;
  if ((event->finding_id == 0) == (event->case_id == 0))
    g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_BAD,
                         _ ("An event belongs to one finding or to one case. Choose one."));
  else if (needs_reason (event->kind) && event->text == NULL)
    g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                         _ ("This step needs a reason; write why."));
  else if (event->kind == YS_EVENT_EXTENDED && event->until == 0)
    g_set_error_literal (error, YS_VALUE_ERROR, YS_VALUE_ERROR_MISSING,
                         _ ("An extension needs the new deadline; write it."));
  else
    return TRUE;
  return FALSE;
}

const YsRecordType ys_event_type = {
  .name = "event",
  .label = N_ ("Event"),
  .size = sizeof (YsEvent),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .title_field = "kind",
  .validate = validate,
};
