/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, copying, comparing and validating whole records. */
#include "config.h"

#include <string.h>

#include "compound.h"
#include "contact.h"

static YsCompound *
make_valid (void)
{
  YsCompound *c = ys_compound_new ();
  c->id = 5;
  c->name = g_strdup ("龙珠百合");
  c->community_id = 1;
  return c;
}

static void
test_copy (void)
{
  g_autoptr (YsCompound) a = make_valid ();
  a->remark = g_strdup ("示例");
  a->households = YS_NUMBER (742);
  a->withdrawn = TRUE;
  g_autoptr (YsCompound) b = ys_compound_copy (a);
  g_assert_cmpint (b->id, ==, 5);
  g_assert_cmpstr (b->remark, ==, "示例");
  g_assert_true (b->remark != a->remark);
  g_assert_true (ys_record_equal (&ys_compound_type, a, b));
  b->id = 6; /* the fields only */
  g_assert_true (ys_record_equal (&ys_compound_type, a, b));
  b->households = YS_NUMBER (743);
  g_assert_false (ys_record_equal (&ys_compound_type, a, b));
}

/* Unknown is not zero. */
static void
test_unset_is_not_zero (void)
{
  g_autoptr (YsCompound) a = make_valid ();
  g_autoptr (YsCompound) b = make_valid ();
  b->buildings = YS_NUMBER (0);
  g_assert_false (ys_record_equal (&ys_compound_type, a, b));
}

static void
test_clear (void)
{
  g_autoptr (YsCompound) a = make_valid ();
  g_autoptr (YsCompound) none = ys_compound_new ();
  ys_record_clear (&ys_compound_type, a);
  g_assert_cmpint (a->id, ==, 0);
  g_assert_null (a->name);
  g_assert_true (ys_record_equal (&ys_compound_type, a, none));
}

/* "" and NULL are one unknown. */
static void
test_empty_text (void)
{
  g_autoptr (YsCompound) a = make_valid ();
  ys_field_set_text (ys_record_type_field (&ys_compound_type, "remark"), a, "");
  g_assert_null (a->remark);
}

static void
assert_fault (gpointer record, const YsRecordType *type, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (ys_record_validate (type, record, &error));
  g_assert_error (error, YS_VALUE_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_validate (void)
{
  g_autoptr (YsCompound) c = make_valid ();
  g_assert_true (ys_record_validate (&ys_compound_type, c, NULL));

  g_clear_pointer (&c->name, g_free);
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_MISSING, "Name");
  c->name = g_strdup ("龙珠百合");
  c->community_id = 0;
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_MISSING, "Community");
  c->community_id = 1;
  c->class = 4;
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_BAD, "Class");
  c->class = YS_CLASS_3;
  c->entry_date = (YsDate){ 2021, 2, 29 };
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_BAD, "Entry date");
  c->entry_date = (YsDate){ 2020, 2, 29 };
  c->households = YS_NUMBER (-1);
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_BAD, "Households");
  c->households = YS_NUMBER_UNSET;
  c->remark = g_strnfill (501, 'x');
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_BAD, "500");
  g_clear_pointer (&c->remark, g_free);
  c->withdrawn = TRUE;
  assert_fault (c, &ys_compound_type, YS_VALUE_ERROR_MISSING, "reason");
  c->withdrawn_reason = g_strdup ("已拆迁");
  g_assert_true (ys_record_validate (&ys_compound_type, c, NULL));
}

static void
test_contact_belongs (void)
{
  YsContact contact = { .name = (char *)"王某某" };
  assert_fault (&contact, &ys_contact_type, YS_VALUE_ERROR_MISSING, "belongs");
  contact.company_id = 2;
  g_assert_true (ys_record_validate (&ys_contact_type, &contact, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/record/copy", test_copy);
  g_test_add_func ("/records/record/unset-is-not-zero", test_unset_is_not_zero);
  g_test_add_func ("/records/record/clear", test_clear);
  g_test_add_func ("/records/record/empty-text", test_empty_text);
  g_test_add_func ("/records/record/validate", test_validate);
  g_test_add_func ("/records/record/contact-belongs", test_contact_belongs);
  return g_test_run ();
}
