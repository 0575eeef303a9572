// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.scenario;

import java.math.BigDecimal;

/** How hard a cell is driven. */
public sealed interface Level {
    /** For the user, short. */
    String label();

    /**
     * Closed load.
     *
     * @param concurrency users, 1 or more
     */
    record Closed(int concurrency) implements Level {
        @Override
        public String label() {
            return concurrency + " CR";
        }
    }

    /**
     * Open load.
     *
     * @param perSecond arrivals, more than 0
     */
    record Rate(double perSecond) implements Level {
        @Override
        public String label() {
            return plain(perSecond) + "/s";
        }
    }

    /**
     * Open load at a share of the highest TPS that the closed cells of the same service process and payload had.
     *
     * @param share more than 0
     */
    record PeakShare(double share) implements Level {
        @Override
        public String label() {
            return plain(share * 100) + " % of peak";
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(Math.round(number * 100) / 100.0)
                .stripTrailingZeros()
                .toPlainString();
    }
}
