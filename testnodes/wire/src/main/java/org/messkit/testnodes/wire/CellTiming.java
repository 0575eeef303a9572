// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a cell takes, its ramp aside.
 *
 * @param settle load before the window
 * @param window what is measured
 * @param interval how often the TestNode says what it saw
 */
public record CellTiming(Duration settle, Duration window, Duration interval) {
    /** How often a TestNode speaks where nothing else is asked. */
    public static final Duration SECOND = Duration.ofSeconds(1);

    /** Checks. */
    public CellTiming {
        Objects.requireNonNull(settle, "settle");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(interval, "interval");
    }

    /** An interval each second. */
    public CellTiming(Duration settle, Duration window) {
        this(settle, window, SECOND);
    }

    /** From the start to the end of the window. */
    public Duration whole() {
        return settle.plus(window);
    }
}
