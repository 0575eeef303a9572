// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * PostgreSQL for the stores on it: a server that is started from published binaries and ends with this process, or one that exists. Nothing of
 * any one design of tables may live here.
 */
package org.messkit.services.postgres;
