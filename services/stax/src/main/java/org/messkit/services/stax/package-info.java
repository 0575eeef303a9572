// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * StAX: the message is read as it streams by, and nothing of it is kept but what the answer needs. Nothing of another
 * technology may live here.
 */
package org.messkit.services.stax;
