// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.table;

import java.util.List;

/**
 * A table for people. Every form that the kit shows it in has the same text.
 *
 * @param title a few words
 * @param note what a reader must know of it, one or two sentences
 * @param heads of the columns; those that start with # are of numbers
 * @param rows each as long as the heads; {@link #NONE} where there is no figure
 */
public record Sheet(String title, String note, List<String> heads, List<List<String>> rows) {
    /** No figure. */
    public static final String NONE = "–";

    /** Copies, and checks the lengths. */
    public Sheet {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        int columns = heads.size();
        if (rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("rows must have " + columns + " fields, got: " + rows);
        }
    }

    /** Whether a column is of numbers. */
    public boolean numeric(int column) {
        return heads.get(column).startsWith("#");
    }

    /** A column's head as shown. */
    public String head(int column) {
        return numeric(column) ? heads.get(column).substring(1) : heads.get(column);
    }
}
