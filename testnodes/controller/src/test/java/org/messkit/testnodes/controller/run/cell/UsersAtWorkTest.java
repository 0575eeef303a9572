// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.testnodes.controller.run.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.messkit.loads.ClosedLoad;
import org.messkit.loads.Driver;
import org.messkit.loads.Tally;
import org.messkit.loads.Window;
import org.messkit.results.log.Cell;
import org.messkit.testnodes.wire.CellReport;
import org.messkit.usecases.Changes;

class UsersAtWorkTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final Window WINDOW = new Window(0, SECOND, 4 * SECOND);

    @Test
    void usersThatAreAtWorkAreNoRemark() throws Exception {
        assertEquals(Optional.empty(), missing(4, 5 * MILLI, 5 * MILLI));
    }

    @Test
    void whoWaitsOverTheEndIsMissed() throws Exception {
        String why = missing(4, 5 * MILLI, 40 * SECOND).orElseThrow();
        assertTrue(
                why.matches(
                        "3\\.\\d\\d of 4 users were at work in the window: when it ended 1 had waited longer than any before,"
                                + " up to 40\\.0 s"),
                why);
    }

    @Test
    void oneOfManyMayWait() throws Exception {
        assertEquals(Optional.empty(), missing(64, 5 * MILLI, 40 * SECOND), "it is in the maximum");
    }

    /** Users of one time, and the last of another. */
    private static Optional<String> missing(int users, long nanos, long last) throws Exception {
        Tally tally = null;
        for (int user = 1; user <= users; user++) {
            OwnTime time = new OwnTime(WINDOW.to());
            long own = user == users ? last : nanos;
            Driver driver = new ClosedLoad(1).driver(time, List.of(time.user(() -> own)), 0);
            Tally one = driver.run(WINDOW, (from, to, service, response) -> {});
            tally = tally == null ? one : tally.plus(one);
        }
        CellReport report = new CellReport(0, 3_000_000, tally, Changes.NONE);
        Cell.Figures figures =
                CellFigures.of(report, tally.sent(), Optional.empty(), new Cell.Cpu(1, 1, 1), Optional.empty());
        return UsersAtWork.missing(users, tally, figures);
    }
}
