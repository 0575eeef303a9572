-- SPDX-FileCopyrightText: 2026 The Mess Kit authors
-- SPDX-License-Identifier: Apache-2.0
-- As SHOW says it, which takes no value.
select current_setting(?);
