// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases.pantry;

/** What the one element says that is changed. An order is put in as {@link #OPEN}. */
enum Status {
    OPEN("open"),
    PACKED("packed"),
    SHIPPED("shipped");

    static final int COUNT = values().length;

    final String text;

    Status(String text) {
        this.text = text;
    }

    /** Another one, so that every change is one. */
    Status next() {
        return this == PACKED ? SHIPPED : PACKED;
    }
}
