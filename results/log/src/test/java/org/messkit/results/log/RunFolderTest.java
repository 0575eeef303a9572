// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the writer wrote the reader reads, finished or not. */
class RunFolderTest {
    private static final List<Cell> CELLS = List.of(
            Samples.measured(1),
            Samples.idle(2),
            Samples.skipped(3),
            Samples.open(4),
            Samples.stateful(5),
            Samples.ofTwoSteps(6));

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void folder() {
        folder = temp.resolve("quick-1");
    }

    @Test
    void aFinishedRunIsReadAsItWasWritten() throws IOException {
        write(CELLS, "complete");
        Run run = RunReader.read(folder);
        assertEquals(
                new Run(
                        folder,
                        Samples.info(),
                        Optional.of("complete"),
                        Samples.environment(),
                        CELLS,
                        Optional.of(Samples.plan(CELLS)),
                        List.of()),
                run);
    }

    @Test
    void aCrashedRunIsReadAsFarAsItWent() throws IOException {
        write(CELLS.subList(0, 2), "");
        Files.writeString(folder.resolve("cells/.0003.xml.part"), "<cell");
        Run run = RunReader.read(folder);
        assertEquals(CELLS.subList(0, 2), run.cells());
        assertEquals(List.of(), run.problems());
        assertEquals(Optional.empty(), run.end());
    }

    @Test
    void aRunThatHasJustBegunIsReadable() throws IOException {
        Samples.run(folder, List.of()).close();
        Run run = RunReader.read(folder);
        assertEquals(List.of(), run.cells());
        assertEquals(Samples.info(), run.info());
    }

    @Test
    void whatIsExpectedIsPartOfTheRun() throws IOException {
        RunInfo i = Samples.info();
        List<Expectation> expectations = List.of(
                new Expectation(
                        List.of("a/b@pox on JDK 25.0.3", "a/b@pox", "a/c+full@pox"),
                        OptionalInt.of(5000),
                        OptionalInt.of(8),
                        OptionalDouble.empty(),
                        Expectation.Figure.TPS,
                        1234.5,
                        "0.95 of 1299.5 in last year's",
                        true),
                new Expectation(
                        List.of("a/b@pox"),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.of(0.5),
                        Expectation.Figure.P999,
                        0.125,
                        "",
                        false));
        RunInfo info = new RunInfo(
                i.id(), i.scenario(), i.goal(), i.start(), i.seed(), i.cells(), i.notes(), i.settings(), expectations);
        RunWriter.create(folder, info, Samples.plan(List.of()), new byte[0]).close();
        assertEquals(info, RunReader.read(folder).info());
        assertEquals(
                "TPS at least 1234.5 (0.95 of 1299.5 in last year's)",
                expectations.get(0).label());
        assertEquals("p99.9 at most 0.125 ms", expectations.get(1).label());
    }

    @Test
    void cellsAreInTheOrderOfExecutionAlsoBeyondFourDigits() throws IOException {
        write(List.of(Samples.measured(10_000), Samples.measured(9_999), Samples.skipped(7)), "");
        assertEquals(
                List.of(7, 9_999, 10_000),
                RunReader.read(folder).cells().stream().map(Cell::id).toList());
    }

    @Test
    void aThousandPlannedCellsStayWithinTheParsersLimits() throws IOException {
        List<Cell> many = new ArrayList<>();
        for (int id = 1; id <= 1000; id++) {
            many.add(Samples.measured(id));
        }
        Samples.run(folder, many).close();
        assertEquals(Optional.of(Samples.plan(many)), RunReader.read(folder).plan());
    }

    @Test
    void textThatXmlCannotHoldIsReplacedAndTheRunGoesOn() throws IOException {
        Cell cell = Samples.skipped(1);
        Cell odd = new Cell(
                1,
                cell.service(),
                cell.payload(),
                cell.load(),
                1,
                Outcome.ERRORS,
                "a\u0000b\ud800c \ud83c\udf71 \r\n]]>",
                Optional.empty());
        Environment e = new Environment(List.of(new Environment.Group("\u001b[0m", List.of())));
        try (RunWriter run = Samples.run(folder, List.of(odd))) {
            run.cell(odd);
            run.environment(e);
        }
        assertEquals(
                "a\ufffdb\ufffdc \ud83c\udf71 \r\n]]>",
                RunReader.read(folder).cells().get(0).reason());
        assertEquals(
                "\ufffd[0m",
                RunReader.read(folder).environment().groups().get(0).name());
    }

    @Test
    void histogramsAreReadByTheLibrarysOwnReader() throws IOException {
        Histogram one = new Histogram(3);
        one.recordValue(2_000_000);
        one.setStartTimeStamp(Samples.START.toEpochMilli() + 1000);
        one.setEndTimeStamp(Samples.START.toEpochMilli() + 2000);
        try (RunWriter run = Samples.run(folder, List.of(Samples.measured(1)))) {
            run.histogram(7, "node1.service", one);
            run.histogram(8, "node1.service", one);
        }
        HistogramLogReader log =
                new HistogramLogReader(folder.resolve("histograms.hlog").toFile());
        Histogram read = (Histogram) log.nextIntervalHistogram();
        assertEquals(one, read);
        assertEquals("0007.node1.service", read.getTag());
        assertEquals(one.getStartTimeStamp(), read.getStartTimeStamp());
        assertEquals(one.getEndTimeStamp(), read.getEndTimeStamp());
        assertEquals("0008.node1.service", log.nextIntervalHistogram().getTag());
        assertEquals(null, log.nextIntervalHistogram());
        assertEquals(Samples.START.toEpochMilli() / 1000.0, log.getStartTimeSec());
        assertEquals(null, one.getTag());
        log.close();
    }

    @Test
    void aRunGoesOnAfterItsLastFinishedCell() throws IOException {
        List<Cell> planned = List.of(Samples.measured(1), Samples.idle(2), Samples.open(3));
        try (RunWriter run = Samples.run(folder, planned)) {
            run.environment(Samples.environment());
            Samples.write(run, Samples.measured(1));
            run.cell(Samples.idle(2).withOutcome(Outcome.SKIPPED, ""));
            run.histogram(3, "node1.service", interval(3));
        }
        // Killed while it wrote: a torn line, and a part of a file.
        Path log = folder.resolve("histograms.hlog");
        Files.writeString(log, "Tag=0003.node1.service,3.0,1.000,0.0", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("cells/.0003.xml.part"), "<cell");

        Run killed = RunReader.read(folder);
        try (RunWriter run = RunWriter.resume(killed, killed.info(), List.of(Samples.measured(1)))) {
            run.cell(Samples.idle(2));
            run.histogram(3, "node1.service", interval(4));
            run.cell(Samples.open(3));
            run.finish("complete");
        }
        Run whole = RunReader.read(folder);
        assertEquals(List.of(Samples.measured(1), Samples.idle(2), Samples.open(3)), whole.cells());
        assertEquals(Samples.environment(), whole.environment());
        try (HistogramLogReader reader = new HistogramLogReader(log.toFile())) {
            assertEquals("0001.node1.service", reader.nextIntervalHistogram().getTag());
            Histogram again = (Histogram) reader.nextIntervalHistogram();
            assertEquals("0003.node1.service", again.getTag());
            assertEquals(interval(4).getStartTimeStamp(), again.getStartTimeStamp(), "not the one of before");
            assertEquals(null, reader.nextIntervalHistogram());
        }
    }

    private static Histogram interval(int second) {
        Histogram one = new Histogram(3);
        one.recordValue(2_000_000);
        one.setStartTimeStamp(Samples.START.toEpochMilli() + 1000L * second);
        one.setEndTimeStamp(Samples.START.toEpochMilli() + 1000L * (second + 1));
        return one;
    }

    @Test
    void aTagThatWouldBreakTheLogIsRefused() throws IOException {
        try (RunWriter run = Samples.run(folder, List.of(Samples.measured(1)))) {
            assertThrows(IllegalArgumentException.class, () -> run.histogram(1, "a,b", new Histogram(3)));
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(folder);
        Samples.run(folder, List.of()).close();
        IOException e = assertThrows(IOException.class, () -> Samples.run(folder, List.of(Samples.measured(1))));
        assertEquals("a run needs a folder of its own, but " + folder + " is not empty", e.getMessage());
    }

    @Test
    void aFailingWriterLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = temp.resolve("file.xml");
        WholeFile.write(file, out -> out.write("old".getBytes(StandardCharsets.UTF_8)));
        IOException e = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }));
        assertEquals("cannot write " + file + ": No space left on device", e.getMessage());
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(temp)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void anInterruptedThreadStillFinishesTheRun() throws IOException {
        try (RunWriter run = Samples.run(folder, List.of(Samples.measured(1)))) {
            Thread.currentThread().interrupt();
            Samples.write(run, Samples.measured(1));
            run.finish("interrupted");
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals(1, RunReader.read(folder).cells().size());
    }

    @Test
    void aCellIsWrittenOnceAndNotAfterTheEnd() throws IOException {
        try (RunWriter run = Samples.run(folder, List.of(Samples.measured(1)))) {
            run.cell(Samples.measured(1));
            assertThrows(IllegalArgumentException.class, () -> run.cell(Samples.skipped(1)));
            run.finish("complete");
            assertThrows(IllegalStateException.class, () -> run.cell(Samples.skipped(2)));
            assertThrows(IllegalStateException.class, () -> run.finish("complete"));
        }
        assertTrue(Files.exists(folder.resolve("cells/0001.xml")));
        assertFalse(Files.exists(folder.resolve("cells/0002.xml")));
    }

    private void write(List<Cell> cells, String end) throws IOException {
        try (RunWriter run = Samples.run(folder, cells)) {
            run.environment(Samples.environment());
            for (Cell cell : cells) {
                Samples.write(run, cell);
            }
            if (!end.isEmpty()) {
                run.finish(end);
            }
        }
    }
}
