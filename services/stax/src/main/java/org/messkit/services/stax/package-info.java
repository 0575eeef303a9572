// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * StAX on Woodstox: the parser alone. What is read, and how, is in {@code org.messkit.services.streaming}. Nothing of
 * another technology may live here.
 */
package org.messkit.services.stax;
