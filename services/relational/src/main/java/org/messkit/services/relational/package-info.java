// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the stores on JDBC share: the pool, migrations, statements from {@code .sql} resources, and the shredded design of header and line
 * tables. Nothing of any one database may live here.
 */
package org.messkit.services.relational;
