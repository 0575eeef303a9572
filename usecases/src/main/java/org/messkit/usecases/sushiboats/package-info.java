// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Sushi Boats: a stream of news of which the entries of interest are picked. The generator and its model of the expected
 * answer live here, nothing that parses.
 */
package org.messkit.usecases.sushiboats;
