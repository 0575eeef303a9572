// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.index.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.messkit.results.index.SampleRun;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Expectation;
import org.messkit.results.log.Expectation.Figure;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunInfo;

class ExpectationsTest {
    private static final String JAXB = "tv-dinner/jaxb@pox";
    private static final String BASELINE = "null/baseline@pox";

    private final Run run = SampleRun.of(Path.of("r"), "r", 3, 1);

    @Test
    void aLimitIsHeldAgainstTheMeanOverForksOfEachLevelThatIsMeant() {
        double mean = run.cells().stream()
                .filter(c -> c.service().name().equals(JAXB)
                        && c.payload().bytes() == 5000
                        && c.load().concurrency() == 4)
                .mapToDouble(c -> c.figures().orElseThrow().tps())
                .average()
                .orElseThrow();
        for (double limit : new double[] {mean * 0.9999, mean * 1.0001}) {
            List<Judged> judged = judged(expectation(JAXB, 5000, 4, Figure.TPS, limit));
            assertEquals(1, judged.size());
            assertEquals(mean, judged.get(0).value().orElseThrow(), 1e-9);
            assertEquals(
                    limit < mean ? Judged.Verdict.HELD : Judged.Verdict.FAILED,
                    judged.get(0).verdict());
            assertTrue(
                    judged.get(0).why().endsWith("mean of 3 forks"),
                    judged.get(0).why());
        }
        assertEquals(12, judged(expectation(JAXB, 0, 0, Figure.P50, 1e9)).size(), "two payloads, six levels");
    }

    @Test
    void aTimeIsAtMostAndTpsAtLeast() {
        assertEquals(
                Judged.Verdict.HELD,
                judged(expectation(JAXB, 5000, 1, Figure.MAX, 1e6)).get(0).verdict());
        assertEquals(
                Judged.Verdict.FAILED,
                judged(expectation(JAXB, 5000, 1, Figure.MAX, 1e-6)).get(0).verdict());
    }

    @Test
    void whereThereIsNoValidFigureNobodyKnows() {
        Judged limited = judged(expectation(BASELINE, 5000, 32, Figure.TPS, 1)).get(0);
        assertEquals(Judged.Verdict.NOT_JUDGED, limited.verdict());
        assertTrue(limited.why().startsWith("the cell is consumer-limited"), limited.why());
        Judged few = judged(expectation(JAXB, 5000, 1, Figure.P999, 1e6)).get(0);
        assertEquals(Judged.Verdict.NOT_JUDGED, few.verdict());
        assertEquals("too few transactions for it", few.why());
    }

    @Test
    void theShareOfErrorsIsThatOfTheWindow() {
        Cell good = run.cells().get(0);
        Cell.Figures f = good.figures().orElseThrow();
        Cell.Figures wrong =
                new Cell.Figures(f.start(), f.seconds(), 90, 10, f.total(), f.serviceTime(), 0, 0, 0, 0, f.cpu());
        Cell cell = new Cell(
                1, good.service(), good.payload(), good.load(), 1, Outcome.ERRORS, "too many", Optional.of(wrong));
        String service = good.service().name();
        assertEquals(
                Optional.empty(), Expectations.broken(List.of(expectation(service, 0, 0, Figure.ERRORS, 0.1)), cell));
        assertEquals(
                Optional.of("share of errors at most 0.09: it was 0.1000"),
                Expectations.broken(List.of(expectation(service, 0, 0, Figure.ERRORS, 0.09)), cell));
        assertTrue(
                Expectations.broken(List.of(expectation(service, 0, 0, Figure.TPS, 1)), cell)
                        .isPresent(),
                "its other figures are not valid");
    }

    private List<Judged> judged(Expectation expectation) {
        RunInfo i = run.info();
        RunInfo info = new RunInfo(
                i.id(),
                i.scenario(),
                i.goal(),
                i.start(),
                i.seed(),
                i.cells(),
                i.notes(),
                i.settings(),
                List.of(expectation));
        return Expectations.of(new Run(run.folder(), info, run.end(), run.environment(), run.cells()));
    }

    private static Expectation expectation(String service, int bytes, int level, Figure figure, double limit) {
        return new Expectation(
                List.of(service),
                bytes == 0 ? OptionalInt.empty() : OptionalInt.of(bytes),
                level == 0 ? OptionalInt.empty() : OptionalInt.of(level),
                OptionalDouble.empty(),
                figure,
                limit,
                "",
                false);
    }
}
