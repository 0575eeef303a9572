// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run;

import java.io.IOException;
import java.util.List;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.testnodes.controller.process.NodeProcess;
import org.messkit.testnodes.controller.process.ServiceProcess;
import org.messkit.testnodes.controller.process.StoreState;
import org.messkit.testnodes.wire.CellOrder;
import org.messkit.testnodes.wire.CellReport;

/**
 * What one stateful service keeps over its visit: a base that is loaded once, put back before every cell that finds something else, and
 * an account of what should be there.
 */
final class Keeping {
    private final ServiceProcess service;
    private StoreState base;
    /** What the last cell left; nobody has written since. */
    private StoreState left;

    Keeping(ServiceProcess service) {
        this.service = service;
    }

    /**
     * Loads the base and makes it the known good state.
     *
     * @param orders one per payload
     * @throws IOException if it cannot be loaded, or what is there then is not what was sent
     */
    void load(NodeProcess node, List<CellOrder> orders) throws IOException {
        long rows = 0;
        long checksum = 0;
        for (CellOrder order : orders) {
            CellReport.Changes changes = node.load(order);
            rows += changes.rows();
            checksum += changes.checksum();
        }
        base = service.state();
        if (base.rows() != rows || base.checksum() != checksum) {
            throw new IOException("after the base was loaded the store should hold " + rows + " rows, it holds "
                    + base.rows() + (base.rows() == rows ? " of other content" : ""));
        }
        service.snapshot();
    }

    /** How the store is set up. */
    StoreState base() {
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
    Cell.Stored after(StoreState before, CellReport.Changes changes) throws IOException {
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
    static Judge.Verdict judged(Judge.Verdict verdict, Cell.Stored stored, CellReport report) {
        if (verdict.outcome() == Outcome.ERRORS) {
            return verdict;
        }
        if (report.failed() > 0) {
            return new Judge.Verdict(
                    Outcome.INCONSISTENT,
                    report.failed() + " requests failed, so nobody knows what the store should hold");
        }
        if (stored.rowsExpected() != stored.rowsAfter()) {
            return new Judge.Verdict(
                    Outcome.INCONSISTENT,
                    "the store should hold " + stored.rowsExpected() + " rows, it holds " + stored.rowsAfter());
        }
        if (!stored.reconciles()) {
            return new Judge.Verdict(
                    Outcome.INCONSISTENT,
                    "the store holds as many rows as it should, " + stored.rowsAfter()
                            + ", but not of the content that was acknowledged");
        }
        return verdict;
    }
}
