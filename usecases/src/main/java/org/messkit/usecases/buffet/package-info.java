// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Buffet: an order of which every element must be read to say whether it is valid. The generator and its model of the
 * expected answer live here, nothing that parses.
 */
package org.messkit.usecases.buffet;
