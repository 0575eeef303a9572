// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.relational;

import java.math.BigDecimal;
import java.util.List;

/** A purchase order in parts, as tables hold it. Lists are the maker's own, and not changed any more. */
public record PurchaseOrder(
        String id,
        String contract,
        int callOff,
        String status,
        String dealer,
        String name,
        String city,
        List<String> marks,
        List<Assembly> assemblies,
        List<Line> lines,
        String note) {
    /**
     * An assembly of lines and assemblies.
     *
     * @param parent number of the assembly in which it stands, 0 for none; its own number is its place in the list, from 1
     */
    record Assembly(int parent) {}

    /**
     * A line.
     *
     * @param assembly in which it stands, 0 for none
     */
    record Line(int assembly, String itemId, int quantity, BigDecimal unitPrice, String description) {}
}
