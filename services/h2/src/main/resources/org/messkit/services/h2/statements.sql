-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- Statements as H2 counts them, without values, in no order that says anything. It keeps a hundred or somewhat more and forgets those
-- that ran longest ago.
select sql_statement, execution_count, average_execution_time, max_execution_time
from information_schema.query_statistics;
