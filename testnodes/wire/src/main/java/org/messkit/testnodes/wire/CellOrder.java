// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.messkit.loads.Load;

/**
 * What a TestNode is to do for one cell. Frozen: nothing is added or changed after it was sent.
 *
 * @param cell number of the cell, 0 for a warm-up
 * @param target the service
 * @param asked what each user asks
 * @param load how hard
 * @param timing how long; what the load takes to come up is part of the settling
 * @param seed of the payloads and arrivals
 */
public record CellOrder(int cell, Target target, Asked asked, Load load, CellTiming timing, long seed) {
    /** Checks. */
    public CellOrder {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(asked, "asked");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(timing, "timing");
    }

    /** The shares of several TestNodes: each has other users, and so another seed. At most one for each user. */
    public List<CellOrder> shares(int nodes) {
        List<CellOrder> shares = new ArrayList<>();
        for (Load share : load.shares(nodes)) {
            shares.add(new CellOrder(cell, target, asked, share, timing, seed + shares.size()));
        }
        return shares;
    }
}
