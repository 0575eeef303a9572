// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.messkit.loads.ClosedLoad;
import org.messkit.results.log.Calibration;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/** The law of the sample is known, so its knee is. */
class CalibratedRangeTest {
    private static final Run RUN = SampleRun.of(Path.of("unused"), "sample-1", 1, 1);

    @Test
    void theTrueKneeLiesInTheRange() {
        Calibration.Range jaxb = ranges(32).get(0);
        double peak = SampleRun.JAXB.greatestTps();
        int knee = IntStream.rangeClosed(1, 32)
                .filter(n -> SampleRun.JAXB.tps(n) >= 0.95 * peak)
                .findFirst()
                .orElseThrow();
        assertTrue(jaxb.from().orElseThrow() < knee && knee <= jaxb.to().orElseThrow(), knee + " in " + jaxb);
        assertTrue(
                jaxb.from().orElseThrow() <= jaxb.knee().orElseThrow()
                        && jaxb.knee().orElseThrow() <= jaxb.to().orElseThrow(),
                jaxb.toString());
    }

    @Test
    void whereTheTopWasNotReachedThereIsNoRange() {
        Calibration.Range jaxb = ranges(4).get(0);
        assertEquals(List.of(1, 2, 4), jaxb.levels());
        assertEquals(OptionalInt.empty(), jaxb.from());
        assertEquals(OptionalInt.empty(), jaxb.to());
        assertTrue(jaxb.knee().isEmpty());
    }

    /** At 6 the law has 7 % less than at 10; a cell that says more does not make it the better level. */
    @Test
    void theBestLevelIsNotThatOfALuckyCell() {
        Cell one = RUN.cells().get(0);
        List<Cell> cells = Stream.of(1, 3, 6, 8, 10, 12, 16, 32)
                .map(level -> at(one, level, SampleRun.JAXB.tps(level) * (level == 6 ? 1.08 : 1)))
                .toList();
        RunIndex index = index(cells);
        assertEquals(6, index.curves().get(0).max().concurrency());
        Calibration.Range jaxb = CalibratedRange.of(index).ranges().get(0);
        assertTrue(SampleRun.JAXB.tps(jaxb.best()) > 0.98 * SampleRun.JAXB.greatestTps(), jaxb.toString());
        assertEquals(SampleRun.JAXB.tps(jaxb.best()), jaxb.tps(), 1);
        List<Cell> capped = Stream.of(1, 3, 6, 8, 10, 12, 16, 32)
                .map(level -> at(one, level, 400 * Math.min(level, 8) * (level == 32 ? 1.01 : 1)))
                .toList();
        assertEquals(8, CalibratedRange.of(index(capped)).ranges().get(0).best());
        // The best cap through these is below what was seen, and reached at 9 already.
        double[] tps = {100, 400, 720, 800, 800, 800};
        int[] at = {1, 4, 9, 16, 32, 64};
        List<Cell> soft = cells(at, tps);
        assertEquals(16, CalibratedRange.of(index(soft)).ranges().get(0).best());
    }

    /** TPS as they were measured of a law whose top is at 40, through which a cap fits a little better. */
    @Test
    void aTopThatFallsIsNotFlat() {
        double[] tps = {227, 2037.667, 2386, 2508.333, 2606.333, 2345};
        int[] at = {1, 15, 23, 27, 39, 78};
        List<Cell> cells = cells(at, tps);
        assertEquals(39, CalibratedRange.of(index(cells)).ranges().get(0).best());
    }

    /** TPS as they were measured of a law whose knee is at 39; the cell at 43 was 3 % too low. */
    @Test
    void anUnluckyCellDoesNotMoveTheRangeBeyondTheKnee() {
        double[] tps = {225, 3361, 3955, 3945, 4177.667, 4193.333, 3537.333};
        int[] at = {1, 24, 37, 43, 51, 60, 120};
        List<Cell> cells = cells(at, tps);
        Calibration.Range range = CalibratedRange.of(index(cells)).ranges().get(0);
        assertEquals(37, range.from().orElseThrow());
        assertEquals(60, range.to().orElseThrow());
    }

    /** As many users, and as many TPS. */
    private static List<Cell> cells(int[] levels, double[] tps) {
        return IntStream.range(0, tps.length)
                .mapToObj(i -> at(RUN.cells().get(0), levels[i], tps[i]))
                .toList();
    }

    private static Cell at(Cell c, int level, double tps) {
        Cell.Figures f = c.figures().orElseThrow();
        long transactions = Math.round(tps * f.seconds());
        return new Cell(
                level,
                c.service(),
                c.payload(),
                new ClosedLoad(level),
                c.fork(),
                c.outcome(),
                c.reason(),
                Optional.of(new Cell.Figures(
                        f.start(),
                        f.seconds(),
                        transactions,
                        f.errors(),
                        new Cell.Totals(transactions, 0, 0, transactions),
                        f.serviceTime(),
                        f.outsideClockMeanMicros(),
                        f.requestBytes(),
                        f.responseBytes(),
                        f.wireBytesPerSecond(),
                        f.cpu())));
    }

    private static List<Calibration.Range> ranges(int most) {
        return CalibratedRange.of(index(RUN.cells().stream()
                        .filter(c -> c.load().concurrency() <= most)
                        .toList()))
                .ranges();
    }

    private static RunIndex index(List<Cell> cells) {
        return RunIndex.of(new Run(RUN.folder(), RUN.info(), RUN.end(), RUN.environment(), cells));
    }
}
