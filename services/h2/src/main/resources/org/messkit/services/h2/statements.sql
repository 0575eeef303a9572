-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- The statements of most time, as H2 keeps them, without values.
select sql_statement, execution_count, average_execution_time, max_execution_time
from information_schema.query_statistics;
