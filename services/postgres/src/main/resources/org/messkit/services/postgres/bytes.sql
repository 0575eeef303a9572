-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- Of all that is in the database: of one that exists, of whatever others have in it, too.
select pg_database_size(current_database());
