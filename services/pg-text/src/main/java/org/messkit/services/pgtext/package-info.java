// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/** Pantry on PostgreSQL, messages as text with key columns. Nothing of another store may live here. */
package org.messkit.services.pgtext;
