// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {
    @Test
    void whatEndsInItIsMeasured() {
        Window window = new Window(0, 10, 20);
        assertFalse(window.measures(9));
        assertTrue(window.measures(10));
        assertTrue(window.measures(19));
        assertFalse(window.measures(20), "so that two windows in a row measure nothing twice");
    }

    @Test
    void itsLengthIsInSeconds() {
        assertEquals(2.5, new Window(0, 500_000_000L, 3_000_000_000L).seconds());
    }

    @ParameterizedTest
    @CsvSource({"10, 9, 20", "0, 10, 10", "0, 10, 5"})
    void itsInstantsAreInOrder(long start, long from, long to) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Window(start, from, to));
        assertTrue(e.getMessage().endsWith("got: " + start + ", " + from + ", " + to), e.getMessage());
    }

    @Test
    void theClockMayBeNegative() {
        // System.nanoTime() starts anywhere.
        assertTrue(new Window(-30, -20, -10).measures(-20));
    }
}
