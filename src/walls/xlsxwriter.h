/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands before the system's header of this name: only src/sheet gets through to it. */
#ifndef YS_SHEET
#error "xlsxwriter.h is included in src/sheet alone"
#endif
#include_next <xlsxwriter.h>
