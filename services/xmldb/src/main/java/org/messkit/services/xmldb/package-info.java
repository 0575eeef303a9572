// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Orders in databases of BaseX, asked by XQuery, whether BaseX is in this process or behind a connection. What is of one of the two alone lives in
 * its room.
 */
package org.messkit.services.xmldb;
