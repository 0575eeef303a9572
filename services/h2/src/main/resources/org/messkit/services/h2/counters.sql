-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- What H2 counts of its one file.
select lower(substring(setting_name from 6)), cast(setting_value as bigint)
from information_schema.settings
where setting_name in ('info.FILE_READ', 'info.FILE_WRITE');
