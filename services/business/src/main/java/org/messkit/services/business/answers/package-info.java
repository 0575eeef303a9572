// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The answers of the use cases as they are written to a StAX writer, by technologies that have no way of their own to write them. Nothing
 * here knows how the message was read; what a technology keeps of a message in its own form, it writes itself.
 */
package org.messkit.services.business.answers;
