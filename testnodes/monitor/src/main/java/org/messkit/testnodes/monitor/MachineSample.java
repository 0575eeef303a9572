// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.util.List;

/**
 * What a machine's counters say at one instant. Counters count since the machine's start.
 *
 * @param epochMicros when, wall clock
 * @param coreBusySeconds time that each core was not idle, in the order of the cores; empty where that is not known
 * @param load1 load average of the last minute; negative where the system does not say
 * @param retransmits TCP segments sent again
 * @param connections established TCP connections
 * @param diskSeconds time that disks were at work, summed over disks; not a number where no disk is known
 * @param diskBytes bytes read from and written to disks
 */
public record MachineSample(
        long epochMicros,
        List<Double> coreBusySeconds,
        double load1,
        long retransmits,
        long connections,
        double diskSeconds,
        long diskBytes) {
    /** Nothing is known. */
    static MachineSample unknown(long epochMicros) {
        return new MachineSample(epochMicros, List.of(), -1, 0, 0, Double.NaN, 0);
    }

    /** Copies. */
    public MachineSample {
        coreBusySeconds = List.copyOf(coreBusySeconds);
    }
}
