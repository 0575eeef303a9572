// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the generators share: bytes of XML with their element count and depth, seeded text of an exact length, and the sum
 * that fits units into a payload. Nothing of any one use case may live here.
 */
package org.messkit.usecases.writing;
