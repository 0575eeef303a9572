// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * XQuery on BaseX: the message becomes a database of its own in main memory, and a query answers it. Java here carries
 * messages in and answers out; what a use case asks stands in the queries.
 */
package org.messkit.services.basex;
