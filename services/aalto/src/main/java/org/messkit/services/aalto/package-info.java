// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * StAX on Aalto: the parser alone, and the limits that it lacks. What is read, and how, is in
 * {@code org.messkit.services.streaming}. Nothing of another technology may live here.
 */
package org.messkit.services.aalto;
