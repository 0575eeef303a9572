// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.writing;

/**
 * How a payload is filled; text makes up the rest to the byte.
 *
 * @param units lines, entries: what is repeated; 1 or more
 * @param unitBytes length of each unit
 * @param spares single small elements that make the element count exact
 * @param levels nesting beyond the natural one
 */
public record Fit(int units, int unitBytes, int spares, int levels) {}
