// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import org.messkit.results.index.curve.CurvePoint;

/**
 * What transactions cost, at one level.
 *
 * @param serverSeconds processor time of the service for 1,000 transactions; not a number if not measured
 * @param consumerSeconds processor time of the TestNode for 1,000 transactions; not a number if not measured
 * @param tps of one service of this kind at that level
 */
public record Cost(double serverSeconds, double consumerSeconds, double tps) {
    private static final double THOUSAND = 1_000;

    /** At the level; choose the one of most TPS. */
    public static Cost at(CurvePoint level) {
        return new Cost(
                THOUSAND * level.use().serverCores() / level.tps(),
                THOUSAND * level.use().consumerCores() / level.tps(),
                level.tps());
    }

    /**
     * Cores that the service keeps busy at a target, if its cost for each transaction stays as it is.
     *
     * @param targetTps greater than 0
     */
    public double coresFor(double targetTps) {
        return serverSeconds / THOUSAND * targetTps;
    }

    /** Services of this kind, on cores like these, that a target takes, nothing to spare. */
    public long servicesFor(double targetTps) {
        return (long) Math.ceil(targetTps / tps);
    }
}
