/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks made on the spot for tests: zip parts as given, or rows of cells written down briefly.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TestZip TestZip;

TestZip *test_zip_new (void);
void test_zip_add (TestZip *zip, const char *part, const char *content, gssize length);
/* @piece @times in a row, never whole in memory. */
void test_zip_add_repeated (TestZip *zip,
                            const char *part,
                            const char *head,
                            const char *piece,
                            guint64 times,
                            const char *tail);
/* With the flag that says "encrypted". */
void test_zip_add_encrypted (TestZip *zip, const char *part, const char *content);
/* (transfer full): the file's bytes; frees @zip. */
GBytes *test_zip_finish (TestZip *zip);

/* A package with one worksheet "Sheet1" of this XML, and these parts where not NULL. */
TestZip *test_package (const char *sheet_xml,
                       const char *styles_xml,
                       const char *strings_xml,
                       const char *workbook_xml);
GBytes *test_workbook (const char *sheet_data, const char *styles_xml, const char *strings_xml);

/* A worksheet's XML of text cells: cells parted by |, rows by newlines. A cell "=12" is a number,
 * "@44000" a date; "" is left out. @merges: "A1:B2 C3:C4", may be NULL. */
GBytes *test_table (const char *text, const char *merges);

G_END_DECLS
