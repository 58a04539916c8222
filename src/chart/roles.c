/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The colours of the wall, one table for light and one for dark: no chart names a colour. */
#include "config.h"

#include "scene.h"

#define RGB(hex)                                                                                   \
  {                                                                                                \
    ((hex) >> 16 & 0xFF) / 255.0, ((hex) >> 8 & 0xFF) / 255.0, ((hex)&0xFF) / 255.0                \
  }

static const YsColour light[YS_N_ROLES] = {
  [YS_ROLE_GROUND] = RGB (0xffffff),       [YS_ROLE_INK] = RGB (0x16212e),
  [YS_ROLE_INK_2] = RGB (0x4a5868),        [YS_ROLE_INK_3] = RGB (0x66727f),
  [YS_ROLE_RULE] = RGB (0xc3ccd5),         [YS_ROLE_ROW_LINE] = RGB (0xe1e6eb),
  [YS_ROLE_CONTEXT] = RGB (0x8793a0),      [YS_ROLE_ACCENT] = RGB (0x1f5fa8),
  [YS_ROLE_BAR] = RGB (0xaecbe9),          [YS_ROLE_BAND] = RGB (0xe9f1fa),
  [YS_ROLE_DEDUCTION] = RGB (0xc0392b),    [YS_ROLE_LOST] = RGB (0xd9745f),
  [YS_ROLE_PENDING_TEXT] = RGB (0x8a5a00), [YS_ROLE_PENDING] = RGB (0xb87d00),
  [YS_ROLE_TRIAL] = RGB (0xe0a100),        [YS_ROLE_DONE] = RGB (0x23744a),
  [YS_ROLE_CELL] = RGB (0xf0f2f5),         [YS_ROLE_HEAT_1] = RGB (0xfbe0d9),
  [YS_ROLE_HEAT_2] = RGB (0xf2b3a4),       [YS_ROLE_HEAT_3] = RGB (0xde7763),
  [YS_ROLE_HEAT_4] = RGB (0xb8321f),       [YS_ROLE_HEAT_5] = RGB (0x7a1710),
  [YS_ROLE_ON_HEAT] = RGB (0x16212e),
};

static const YsColour dark[YS_N_ROLES] = {
  [YS_ROLE_GROUND] = RGB (0x0e151d),       [YS_ROLE_INK] = RGB (0xf1f4f7),
  [YS_ROLE_INK_2] = RGB (0xb4c0cc),        [YS_ROLE_INK_3] = RGB (0x8b98a5),
  [YS_ROLE_RULE] = RGB (0x3b4855),         [YS_ROLE_ROW_LINE] = RGB (0x26323e),
  [YS_ROLE_CONTEXT] = RGB (0x7b8895),      [YS_ROLE_ACCENT] = RGB (0x6fb0f2),
  [YS_ROLE_BAR] = RGB (0x23486f),          [YS_ROLE_BAND] = RGB (0x151f2a),
  [YS_ROLE_DEDUCTION] = RGB (0xff8d78),    [YS_ROLE_LOST] = RGB (0xd06d5c),
  [YS_ROLE_PENDING_TEXT] = RGB (0xf2bf4e), [YS_ROLE_PENDING] = RGB (0xf2bf4e),
  [YS_ROLE_TRIAL] = RGB (0xf2bf4e),        [YS_ROLE_DONE] = RGB (0x6fd19c),
  [YS_ROLE_CELL] = RGB (0x19232e),         [YS_ROLE_HEAT_1] = RGB (0x3d2522),
  [YS_ROLE_HEAT_2] = RGB (0x6e352c),       [YS_ROLE_HEAT_3] = RGB (0xa84a3b),
  [YS_ROLE_HEAT_4] = RGB (0xe8806c),       [YS_ROLE_HEAT_5] = RGB (0xffc4b6),
  [YS_ROLE_ON_HEAT] = RGB (0xf1f4f7),
};

YsColour
ys_role_colour (YsRole role, gboolean is_dark)
{
  return is_dark ? dark[role] : light[role];
}

YsColour
ys_mark_colour (const YsMark *mark, gboolean is_dark)
{
  if (mark->role == YS_ROLE_ON_HEAT)
    return ys_colour_text_on (ys_role_colour (mark->under, is_dark));
  return ys_role_colour (mark->role, is_dark);
}
