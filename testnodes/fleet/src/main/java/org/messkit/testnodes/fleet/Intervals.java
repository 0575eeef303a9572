// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.fleet;

import java.io.IOException;
import org.messkit.testnodes.wire.Interval;

/** Is given what a fleet saw, interval by interval. */
@FunctionalInterface
public interface Intervals {
    /** Takes no interest. */
    Intervals NONE = interval -> {};

    /** One interval of the window, all TestNodes together. */
    void interval(Interval interval) throws IOException;

    /**
     * What one TestNode saw of it; comes before that.
     *
     * @param node its number, from 1
     */
    default void ofNode(int node, Interval interval) throws IOException {}
}
