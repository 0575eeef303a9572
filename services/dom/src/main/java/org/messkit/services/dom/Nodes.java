// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.dom;

/** When the nodes of a tree are made. */
enum Nodes {
    /** While the message is parsed. */
    AT_ONCE,
    /** When they are first looked at, out of tables that the parser fills: what Xerces does unless told otherwise. */
    DEFERRED
}
