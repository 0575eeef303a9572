// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Run;
import org.messkit.results.log.RunReader;

/** One execution of {@code messkit} in a process of its own. */
final class Kit implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("messkit.home"));
    private static final Path CHECKOUT = Path.of(System.getProperty("messkit.checkout"));
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final Path output;

    private Kit(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it; its output goes to a file in the folder. */
    static Kit start(Path folder, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As ./messkit starts it.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dmesskit.home=" + HOME);
        command.add("-Dmesskit.checkout=" + CHECKOUT);
        // Tests of other checkouts on the same machine are none of this one's business.
        command.add("-Dmesskit.lock=" + folder.resolve("lock"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", HOME.resolve("lib") + "/*"));
        command.add("org.messkit.testnodes.cli.MessKit");
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Kit(process, output);
    }

    /** Waits for its end and returns the exit code. */
    int exitCode() throws InterruptedException, IOException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + PATIENCE + ":\n" + output());
        }
        return process.exitValue();
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** The output, for messages of assertions. */
    String outputOrNothing() {
        try {
            return output();
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** The child process whose command line has a word in it, once there is one. */
    ProcessHandle child(String word) throws InterruptedException {
        ProcessHandle[] found = new ProcessHandle[1];
        await("a child process with " + word, () -> {
            found[0] = children().stream()
                    .filter(child -> child.info().commandLine().orElse("").contains(word))
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        return found[0];
    }

    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Waits until that many cells are whole. */
    void awaitCells(Path run, int count) throws InterruptedException {
        await(count + " cells", () -> {
            try (var files = Files.list(run.resolve("cells"))) {
                return files.filter(file -> file.toString().endsWith(".xml")).count() >= count;
            } catch (IOException e) {
                return false;
            }
        });
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + PATIENCE + " in vain for " + what);
            }
            Thread.sleep(20);
        }
    }

    static void awaitGone(List<ProcessHandle> processes) throws InterruptedException {
        await("the end of " + processes, () -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    static Run read(Path run) throws IOException {
        return RunReader.read(run);
    }

    /** The kit as the build has put it together. */
    static Path home() {
        return HOME;
    }

    /** Where it was built. */
    static Path checkout() {
        return CHECKOUT;
    }

    /** Waits for the end of a run and asserts that each of its cells {@link #holds}, and that it ended with the code of such cells. */
    void assertHolds(Path folder) throws InterruptedException, IOException {
        int code = exitCode();
        List<Cell> cells = read(folder).cells();
        cells.forEach(cell -> assertTrue(holds(cell), () -> cell.outcome() + ": " + cell.reason()));
        assertEquals(
                cells.stream().mapToInt(cell -> cell.outcome().exitCode()).max().orElseThrow(),
                code,
                this::outputOrNothing);
    }

    /**
     * Every proof held, but perhaps that of a TestNode with time to spare: how fast the cores are at that moment is the machine's
     * matter, and with windows this short, and all of them cold, it can be the limit.
     */
    static boolean holds(Cell cell) {
        return cell.outcome() == Outcome.MEASURED || cell.outcome() == Outcome.CONSUMER_LIMITED;
    }

    /** A scenario of one service in a file. */
    static Path scenario(Path folder, String services, String concurrency, String window) throws IOException {
        String text = """
                <scenario xmlns="urn:messkit:scenario:1" name="it" seed="1">
                  <services>%s</services>
                  <payload bytes="5000"/>
                  <closed concurrency="%s"/>
                  <timing warmup="200ms" settle="100ms" window="%s"/>
                  <store orders="20"/>
                  <service-jvm heap="128m"/>
                  <testnode heap="128m"/>
                  <limits other-work="accepted" compilers="accepted" ceiling="none"/>
                </scenario>
                """.formatted(services, concurrency, window);
        return Files.writeString(folder.resolve("it.xml"), text);
    }

    @Override
    public void close() {
        List<ProcessHandle> left = new ArrayList<>(children());
        left.add(handle());
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(one -> one.onExit().join());
    }

    /** Every interval of a run's log lies in its cell's window; those of a cell add up to its transactions, and so do its operations'. */
    static void histogramsLieInTheirWindowsAndAddUp(Run run) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        Map<String, Cell.Figures> figures = new HashMap<>();
        for (Cell cell : run.cells()) {
            figures.put(
                    String.format(Locale.ROOT, "%04d.node1.service", cell.id()),
                    cell.figures().orElseThrow());
        }
        try (HistogramLogReader log =
                new HistogramLogReader(run.folder().resolve("histograms.hlog").toFile())) {
            for (var next = log.nextIntervalHistogram(); next != null; next = log.nextIntervalHistogram()) {
                Histogram interval = (Histogram) next;
                String tag = interval.getTag().replaceFirst("service\\..*", "service");
                Cell.Figures cell = figures.get(tag);
                long from = cell.start().toEpochMilli();
                assertTrue(interval.getStartTimeStamp() >= from, interval.getTag());
                assertTrue(interval.getEndTimeStamp() <= from + Math.round(cell.seconds() * 1000), interval.getTag());
                String kind = tag.equals(interval.getTag()) ? tag : tag + ".*";
                counts.merge(kind, interval.getTotalCount(), Long::sum);
            }
        }
        figures.forEach((tag, cell) -> {
            assertEquals(cell.transactions(), counts.get(tag), tag);
            if (!cell.operations().isEmpty()) {
                assertEquals(cell.transactions(), counts.get(tag + ".*"), tag);
            }
        });
    }
}
