// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The use cases on StAX, whichever parser it is: the message is read as it streams by, and nothing of it is kept but what
 * the answer needs. No parser may be named here; a room brings it.
 */
package org.messkit.services.streaming;
