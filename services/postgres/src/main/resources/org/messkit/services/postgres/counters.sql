-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- What the server counts of this database, and of its log. To ask is one commit itself.
select counter.name, counter.value
from pg_stat_database d
  cross join pg_stat_wal w
  cross join lateral (values
    ('commits', d.xact_commit),
    ('rollbacks', d.xact_rollback),
    ('blocks_read', d.blks_read),
    ('blocks_hit', d.blks_hit),
    ('rows_inserted', d.tup_inserted),
    ('rows_updated', d.tup_updated),
    ('rows_deleted', d.tup_deleted),
    ('temporary_bytes', d.temp_bytes),
    ('deadlocks', d.deadlocks),
    ('log_records', w.wal_records),
    ('log_bytes', w.wal_bytes::bigint)
  ) as counter(name, value)
where d.datname = current_database();
