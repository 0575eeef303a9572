// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.usecases;

import java.util.Arrays;
import java.util.Locale;

/** How much a request asks the service to answer. The request says it, so that no service need be told otherwise. */
public enum AnswerSize {
    /** A few values, whatever the size of the request. */
    SUMMARY,
    /** All that the service acted on, so that writing is work too. */
    FULL;

    /** As in scenarios, results and requests, for example {@code full}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The size of that label.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AnswerSize labelled(String label) {
        return Arrays.stream(values())
                .filter(size -> size.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("answer must be summary or full, got: " + label));
    }
}
