// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import java.io.IOException;
import java.util.List;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.fleet.Fleet;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Changes;
import org.messkit.usecases.Payload;

/**
 * Reconciles what one stateful service keeps over its visit: a base that is loaded once, put back before every cell that finds something else, and
 * an account of what should be there.
 */
public final class StoreReconciliation {
    private final ServiceProcess service;
    private StoreState base;
    /** What the last cell left; nobody has written since. */
    private StoreState left;

    StoreReconciliation(ServiceProcess service) {
        this.service = service;
    }

    /**
     * Loads the base and makes it the known good state.
     *
     * @return the base, and how the store is set up
     * @throws IOException if it cannot be loaded, or what is there then is not what was sent
     */
    public StoreState load(Fleet fleet, List<Payload> payloads, CellOrders orders) throws IOException {
        long rows = 0;
        long checksum = 0;
        for (Payload payload : payloads) {
            Changes changes = fleet.store(orders.base(payload));
            rows += changes.rows();
            checksum += changes.checksum();
        }
        base = service.state();
        if (base.rows() != rows || base.checksum() != checksum) {
            throw new IOException("after the base was loaded the store should hold " + rows + " rows, it holds "
                    + base.rows() + (base.rows() == rows ? " of other content" : ""));
        }
        service.snapshot();
        return base;
    }

    /**
     * Puts the base back where something else is there.
     *
     * @return what is there now: the base
     * @throws IOException if it is not
     */
    StoreState restored() throws IOException {
        if (left != null && isBase(left)) {
            return left;
        }
        service.reset();
        StoreState now = service.state();
        if (!isBase(now)) {
            throw new IOException("the store was reset and holds " + now.rows() + " rows, its base has " + base.rows()
                    + (now.rows() == base.rows() ? " of other content" : ""));
        }
        return now;
    }

    private boolean isBase(StoreState state) {
        return state.rows() == base.rows() && state.checksum() == base.checksum();
    }

    /** What is there after a cell, beside what should be. */
    Cell.Stored after(StoreState before, Changes changes) throws IOException {
        StoreState now = service.state();
        left = now;
        return new Cell.Stored(
                before.rows(),
                before.rows() + changes.rows(),
                now.rows(),
                before.checksum() + changes.checksum(),
                now.checksum(),
                before.bytes(),
                now.bytes());
    }

    /** The verdict on a cell, in the light of what is stored after it. */
    static Verdict judged(Verdict verdict, Cell.Stored stored, CellReport report) {
        if (verdict.outcome() == Outcome.ERRORS) {
            return verdict;
        }
        if (report.tally().failed() > 0) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    report.tally().failed() + " requests failed, so nobody knows what the store should hold");
        }
        if (stored.rowsExpected() != stored.rowsAfter()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    "the store should hold " + stored.rowsExpected() + " rows, it holds " + stored.rowsAfter());
        }
        if (!stored.reconciles()) {
            return new Verdict(
                    Outcome.INCONSISTENT,
                    "the store holds as many rows as it should, " + stored.rowsAfter()
                            + ", but not of the content that was acknowledged");
        }
        return verdict;
    }
}
