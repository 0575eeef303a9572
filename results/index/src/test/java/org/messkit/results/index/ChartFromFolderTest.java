// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.results.index.MadeRun.Seen;
import org.messkit.results.index.curve.PayloadCurve;
import org.messkit.results.index.curve.View;
import org.messkit.results.index.law.Law;
import org.messkit.results.index.law.Laws;
import org.messkit.results.index.table.Sheets;
import org.messkit.results.index.verdict.Finding;
import org.messkit.results.index.verdict.Verdict;
import org.messkit.results.log.Cell;

/** The rows of the what-if chart, and what contradicts its own numbers, from a folder that is written, read and judged. */
class ChartFromFolderTest {
    private static final Verdict CPU = new Verdict.ServerBound(Verdict.Resource.CPU);
    private static final int SMALL = 5_000;
    private static final int LARGE = 100_000;

    @TempDir
    private Path folder;

    @Test
    void requestsUpTransactionsDown() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 8, 1, 390, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 16, 1, 400, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 32, 1, 300, Seen.quiet(0.97, 0.2)));
        holds(
                new Verdict.OverDriven(),
                "plot answer time over CR; find the least acceptable time and work back",
                level(curve, 32));
    }

    @Test
    void requestsUpTransactionsUp() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 1, 1, 100, Seen.quiet(0.2, 0.2))
                .cell("stax", SMALL, 2, 1, 195, Seen.quiet(0.4, 0.2)));
        holds(
                new Verdict.UnderDriven(),
                "not driven hard enough: calibrate higher CR and payload levels",
                curve.verdict());
    }

    @Test
    void requestsUpTransactionsEqual() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 16, 1, 400, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 32, 1, 402, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 64, 1, 398, Seen.quiet(0.97, 0.2)));
        assertEquals(OptionalInt.of(16), curve.curve().kneeAtMost());
        assertEquals(OptionalDouble.empty(), curve.curve().knee());
        assertEquals(List.of(16, 32, 64), curve.curve().levels(View.B_OR_C));
        assertTrue(
                curve.verdict().rule().startsWith("CR up, TPS about equal"),
                curve.verdict().rule());
        assertEquals(CPU, curve.verdict().verdict());
        assertTrue(
                curve.verdict().next().startsWith("look at CPU if stateless; run again with half the CR"),
                curve.verdict().next());
    }

    @Test
    void timesThatGrowBeyondRequestsForEqualTransactions() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 1, 1, 100, Seen.quiet(0.25, 0.2))
                .cell("stax", SMALL, 4, 1, 402, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 8, 1, 400, Seen.quiet(0.97, 0.2).withP99(3)));
        assertEquals(OptionalInt.of(8), curve.curve().overdrive());
        holds(new Verdict.OverDriven(), "look at CPU if stateless; run again with half the CR", level(curve, 8));
    }

    @Test
    void aFullServerWhoseTransactionsStillRise() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 4, 1, 400, Seen.quiet(0.97, 0.2))
                .cell("stax", SMALL, 8, 1, 640, Seen.quiet(0.97, 0.2)));
        holds(new Verdict.ProbablyStateful(), "find this service's own index", curve.verdict());
    }

    @Test
    void aFullConsumerWhoseTransactionsFall() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 8, 1, 400, Seen.quiet(0.5, 0.6))
                .cell("stax", SMALL, 16, 1, 300, Seen.quiet(0.4, 0.97)));
        holds(new Verdict.ConsumerBound(), "too many CR per TestNode: add TestNodes", level(curve, 16));
    }

    /** About 15 % of the consumer's cores, 30 % of the server's, and the link two thirds full by what bodies and heads tell. */
    @Test
    void freeProcessorsAndTransactionsThatHardlyMove() throws IOException {
        CurveIndex curve = curve(linked(0.66));
        holds(new Verdict.NetworkBound(), "measure the bandwidth; more adapters or a faster network", curve.verdict());
    }

    @Test
    void anEmptyLinkIsNoLimit() throws IOException {
        Finding verdict = curve(linked(0.05)).verdict();
        holds(new Verdict.Undecided(), "profile the service at this level", verdict);
        assertTrue(verdict.numbers().contains("link 5 %"), verdict.numbers());
    }

    /** One link of 1,000 Mbit/s, so full. */
    private static MadeRun linked(double full) {
        Seen seen = Seen.quiet(0.3, 0.15).withWire(125e6 * full);
        return new MadeRun()
                .link(1_000)
                .cell("stax", SMALL, 1, 1, 200, seen)
                .cell("stax", SMALL, 2, 1, 398, seen)
                .cell("stax", SMALL, 4, 1, 400, seen);
    }

    @Test
    void onLoopbackNobodyIsSentForTheLink() throws IOException {
        Seen unknown = new Seen(0.3, 0.15, 1e5, 1.5, java.util.Optional.empty());
        Finding verdict = curve(
                        new MadeRun().cell("stax", SMALL, 1, 1, 398, unknown).cell("stax", SMALL, 2, 1, 400, unknown))
                .verdict();
        holds(new Verdict.Undecided(), "not recorded: garbage collection, lock waits, pool waits, disk", verdict);
    }

    @Test
    void aFullLinkComesBeforeTheRequestProcessor() throws IOException {
        Seen free = Seen.quiet(0.4, 0.2).withWire(50e6);
        Seen full = Seen.quiet(0.4, 0.2).withWire(115e6);
        PayloadCurve.Step step = payload(
                new MadeRun().link(1_000).cell("stax", SMALL, 4, 1, 4_000, free).cell("stax", LARGE, 4, 1, 100, full));
        assertEquals(PayloadCurve.Reading.BEYOND_PROPORTION, step.reading());
        assertEquals(
                "network-bound at 100000 bytes: measure the bandwidth; more adapters or a faster network", step.next());
    }

    /** At CR 8 the larger payload has fallen to a third; at CR 4 it is in proportion. */
    @Test
    void payloadsAreReadWhereNoneIsOverDriven() throws IOException {
        Seen seen = Seen.quiet(0.97, 0.2);
        MadeRun made = new MadeRun();
        for (int n : new int[] {2, 4, 8}) {
            made.cell("stax", SMALL, n, 1, 4_000, seen);
            made.cell("stax", LARGE, n, 1, n == 8 ? 66 : 200, seen);
        }
        PayloadCurve curve = RunIndex.of(made.written(folder.resolve("run")))
                .payloads()
                .get(0)
                .curve();
        assertEquals(4, curve.concurrency());
        assertEquals(
                PayloadCurve.Reading.IN_PROPORTION, curve.whole().orElseThrow().reading());
    }

    @Test
    void aPoolIsSeenWhicheverLevelHasTheMostTransactions() throws IOException {
        for (int most : new int[] {4, 8, 16}) {
            MadeRun made = new MadeRun();
            for (int fork = 1; fork <= 2; fork++) {
                for (int n : new int[] {1, 2, 4, 8, 16}) {
                    Cell.Internals waits = new Cell.Internals(0.01, 0.01, Math.max(0, 1 - 4.0 / n), 0.05);
                    double tps = Math.min(n, 4) * 100 * (n == most ? 1.004 : 1) * (1 + 0.01 * ((n + fork) % 3));
                    made.cell("stax", SMALL, n, fork, tps, Seen.inside(0.3, 0.15, waits));
                }
            }
            Finding verdict = RunIndex.of(made.written(folder.resolve("pool-" + most)))
                    .curves()
                    .get(0)
                    .verdict();
            assertEquals(new Verdict.ServerBound(Verdict.Resource.POOL), verdict.verdict(), "most at " + most);
            assertTrue(verdict.next().endsWith("enlarge the pool"), verdict.next());
        }
    }

    @Test
    void theLevelOfMostTransactionsIsNeverOverDriven() throws IOException {
        for (int most : new int[] {1, 2, 4, 8}) {
            MadeRun made = new MadeRun();
            for (int n : new int[] {1, 2, 4, 8}) {
                made.cell("stax", SMALL, n, 1, n == most ? 101 : 100, Seen.quiet(0.97, 0.2));
            }
            CurveIndex curve = RunIndex.of(made.written(folder.resolve("flat-" + most)))
                    .curves()
                    .get(0);
            assertEquals(most, curve.max().concurrency());
            assertFalse(curve.curve().overdrive().isPresent(), "most at " + most);
            assertEquals(List.of(1, 2, 4, 8), curve.curve().levels(View.B));
        }
    }

    @Test
    void aRiseByNearlyTheSquareRootIsUndecided() throws IOException {
        CurveIndex curve = curve(new MadeRun()
                .cell("stax", SMALL, 4, 1, 400, Seen.quiet(0.6, 0.2))
                .cell("stax", SMALL, 8, 1, 400 * 1.407, Seen.quiet(0.92, 0.2)));
        holds(new Verdict.Undecided(), "measure the next level, or these again with more forks", curve.verdict());
    }

    /** The law through these has its most at some hundred times what was seen. */
    @Test
    void noLawIsReadBeyondTwiceWhatWasMeasured() throws IOException {
        MadeRun made = new MadeRun();
        for (int n : new int[] {1, 2, 3, 4, 5, 6}) {
            made.cell("stax", SMALL, n, 1, 100.0 * n / (1 + 0.002 * (n - 1)), Seen.quiet(0.1 * n, 0.1));
        }
        CurveIndex curve = curve(made);
        Law law = ((Laws.Chosen) curve.law()).universal().law();
        assertTrue(law.greatestTps() > 20 * curve.max().tps(), law.toString());
        assertEquals(OptionalDouble.empty(), curve.greatestTps(law));
        assertEquals(OptionalDouble.empty(), curve.peakConcurrency(law));
        List<String> row = Sheets.of(RunIndex.of(made.run())).stream()
                .filter(sheet -> sheet.title().equals("Law"))
                .findFirst()
                .orElseThrow()
                .rows()
                .get(0);
        assertEquals(
                List.of("> 12.0", "> 1,188", "–", "–", "–"),
                List.of(row.get(8), row.get(10), row.get(11), row.get(12), row.get(13)));
    }

    private CurveIndex curve(MadeRun made) throws IOException {
        return RunIndex.of(made.written(folder.resolve("run"))).curves().get(0);
    }

    private PayloadCurve.Step payload(MadeRun made) throws IOException {
        return RunIndex.of(made.written(folder.resolve("run")))
                .payloads()
                .get(0)
                .curve()
                .whole()
                .orElseThrow();
    }

    private static Finding level(CurveIndex curve, int concurrency) {
        return curve.levels()
                .get(curve.curve()
                        .points()
                        .indexOf(curve.curve().at(concurrency).orElseThrow()));
    }

    private static void holds(Verdict verdict, String next, Finding found) {
        assertEquals(verdict, found.verdict(), found.toString());
        assertEquals(next, found.next());
    }
}
