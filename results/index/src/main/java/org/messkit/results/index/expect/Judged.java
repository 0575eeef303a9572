// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.expect;

import java.util.Optional;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;

/**
 * An expectation held against one level of a service and payload.
 *
 * @param expectation what was expected
 * @param cell the first of the level's forks
 * @param value mean over the forks that have it; empty where none has
 * @param verdict what came of it
 * @param why for the user: the value, or why there is none
 */
public record Judged(Expectation expectation, Cell cell, Optional<Double> value, Verdict verdict, String why) {
    /** What comes of an expectation. */
    public enum Verdict {
        /** The figure is within its limit. */
        HELD("held"),
        /** It is not. */
        FAILED("failed"),
        /** There is no such figure, so nobody knows. */
        NOT_JUDGED("not judged");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** For the user. */
        public String label() {
            return label;
        }
    }
}
