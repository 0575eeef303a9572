// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.curve;

/** What a range of levels shows if tested alone. */
public enum View {
    /** Under-driven: TPS still rises, and suggests endless scaling. */
    A("A: under-driven"),
    /** Optimum: the range to compare services at. */
    B("B: optimum"),
    /** At the top from the lowest level on, which was more than one request at a time: the levels do not tell which of the two. */
    B_OR_C("B or C: optimum or over-driven"),
    /** Over-driven: TPS falls, or times grow beyond what more requests cost, and suggest that the service cannot scale. */
    C("C: over-driven");

    private final String label;

    View(String label) {
        this.label = label;
    }

    /** The view's name in reports. */
    public String label() {
        return label;
    }
}
