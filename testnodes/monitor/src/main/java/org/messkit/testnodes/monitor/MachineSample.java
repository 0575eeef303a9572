// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.monitor;

import java.util.List;

/**
 * What a machine's counters say at one instant. Counters count since the machine's start; what is not known is not a number.
 *
 * @param epochMicros when, wall clock
 * @param coreBusySeconds time that each core was not idle, in the order of the cores; empty where that is not known
 * @param load1 load average of the last minute
 * @param runQueue threads that ran or could have, the one that looked among them
 * @param receivedBytes by all network interfaces, loopback among them
 * @param sentBytes by them
 * @param retransmits TCP segments sent again
 * @param connections established TCP connections
 * @param diskSeconds time that disks were at work, summed over disks
 * @param diskBytes bytes read from and written to disks
 */
public record MachineSample(
        long epochMicros,
        List<Double> coreBusySeconds,
        double load1,
        double runQueue,
        double receivedBytes,
        double sentBytes,
        double retransmits,
        double connections,
        double diskSeconds,
        double diskBytes) {
    /** Nothing is known. */
    static MachineSample unknown(long epochMicros) {
        double unknown = Double.NaN;
        return new MachineSample(
                epochMicros, List.of(), unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown);
    }

    /** Copies. */
    public MachineSample {
        coreBusySeconds = List.copyOf(coreBusySeconds);
    }
}
