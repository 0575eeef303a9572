// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.Objects;
import org.messkit.loads.Tally;
import org.messkit.usecases.Changes;

/**
 * What a cell came to, at its end. Reports of several TestNodes merge by addition.
 *
 * @param fromEpochMicros when the window began, on the wall clock
 * @param toEpochMicros when it ended
 * @param tally what the users counted
 * @param changes what all requests sent do to what a stateful service keeps, if all are carried out; else nothing
 */
public record CellReport(long fromEpochMicros, long toEpochMicros, Tally tally, Changes changes) {
    /** Checks. */
    public CellReport {
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(changes, "changes");
    }

    /** What two TestNodes report of one cell: they began at one instant, each by its own clock, and their windows are as long. */
    public CellReport plus(CellReport other) {
        long from = Math.min(fromEpochMicros, other.fromEpochMicros);
        long length = Math.max(toEpochMicros - fromEpochMicros, other.toEpochMicros - other.fromEpochMicros);
        return new CellReport(from, from + length, tally.plus(other.tally), changes.plus(other.changes));
    }

    /** Length of the window. */
    public double seconds() {
        return (toEpochMicros - fromEpochMicros) / 1e6;
    }
}
