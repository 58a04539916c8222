-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: indexes of the work list.
SELECT 1;
