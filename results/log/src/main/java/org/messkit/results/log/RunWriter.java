// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Writes a run's folder while the run goes on. Every file but {@code histograms.hlog} is written whole, by rename, and noted in the manifest,
 * so that a crash loses at most the cell in hand and {@link RunReader} reads what is there. Failures to write are
 * {@link IOException}s that name the file.
 *
 * <p>Safe for use by several threads: an interrupt may {@link #finish} while another thread writes a cell.
 */
public final class RunWriter implements AutoCloseable {
    private final Path folder;
    private final RunInfo info;
    private final NotedFiles files;
    private final HistogramLog histograms;
    private final RunLock lock;
    private final List<Cell> cells = new ArrayList<>();
    private Environment environment = Environment.UNKNOWN;
    private boolean finished;

    private RunWriter(Path folder, RunInfo info, NotedFiles files, HistogramLog histograms, RunLock lock) {
        this.folder = folder;
        this.info = info;
        this.files = files;
        this.histograms = histograms;
        this.lock = lock;
    }

    /**
     * Creates the folder, and in it {@code run.xml} without an end, and what the run is to do.
     *
     * @param folder must not exist, or be empty
     * @param scenario with all defaults filled in
     * @throws IOException if it holds something, or cannot be written
     */
    public static RunWriter create(Path folder, RunInfo info, RunPlan plan, byte[] scenario) throws IOException {
        requireEmpty(folder);
        Files.createDirectories(folder.resolve(RunFolder.CELLS));
        RunLock lock = RunLock.take(folder);
        try {
            NotedFiles files = new NotedFiles(folder, Map.of());
            files.write(RunFolder.RUN, out -> RunXml.write(out, info, Optional.empty()));
            files.write(RunFolder.SCENARIO, out -> out.write(scenario));
            files.write(RunFolder.PLAN, out -> PlanXml.write(out, plan));
            HistogramLog log = HistogramLog.create(folder.resolve(RunFolder.HISTOGRAMS), info.start());
            RunWriter run = new RunWriter(folder, info, files, log, lock);
            run.environment(run.environment);
            return run;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Goes on with a run that did not come to its end. Its {@code run.xml} loses its end; of the cells those are kept that the
     * caller names, with their intervals in {@code histograms.hlog}.
     *
     * @param run as it was read
     * @param info what is true of all of it from now on; its start is the run's own
     * @param kept cells that will not run again
     * @throws IOException if another process writes it or has written it since, or it cannot be read or written
     */
    public static RunWriter resume(Run run, RunInfo info, List<Cell> kept) throws IOException {
        RunLock lock = RunLock.take(run.folder());
        try {
            if (!RunReader.read(run.folder(), false).equals(run)) {
                throw new IOException(run.folder() + " has changed since it was read: another process wrote it");
            }
            return resume(run, info, kept, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static RunWriter resume(Run run, RunInfo info, List<Cell> kept, RunLock lock) throws IOException {
        Path folder = run.folder();
        Manifest noted = Manifest.read(folder, new ArrayList<>())
                .orElseThrow(() -> new IOException(folder.resolve(RunFolder.MANIFEST) + " cannot be read"));
        NotedFiles files = new NotedFiles(folder, noted.hashes());
        files.replace(RunFolder.RUN, out -> RunXml.write(out, info, Optional.empty()));
        // Files first: one without a line would be none of the run.
        Set<String> again = new TreeSet<>();
        again.add(RunFolder.HISTOGRAMS);
        again.addAll(others(folder, noted, kept, RunFolder.CELLS, RunFolder::cellFile));
        again.addAll(others(folder, noted, kept, RunFolder.MONITOR, RunFolder::monitorFile));
        files.forget(again);
        List<String> prefixes =
                kept.stream().map(cell -> RunFolder.tagPrefix(cell.id())).toList();
        HistogramLog log = HistogramLog.resume(folder.resolve(RunFolder.HISTOGRAMS), info.start(), prefixes);
        RunWriter writer = new RunWriter(folder, info, files, log, lock);
        writer.environment = run.environment();
        writer.cells.addAll(kept);
        return writer;
    }

    /** Deletes the files of cells that are not kept. */
    private static List<String> others(
            Path folder, Manifest noted, List<Cell> kept, String of, IntFunction<String> file) throws IOException {
        SortedSet<String> names = noted.in(of);
        kept.forEach(cell -> names.remove(file.apply(cell.id())));
        for (String name : names) {
            Files.deleteIfExists(folder.resolve(of).resolve(name));
        }
        return names.stream().map(name -> of + "/" + name).toList();
    }

    /** The file with the resolved scenario of a run. */
    public static Path scenario(Path folder) {
        return folder.resolve(RunFolder.SCENARIO);
    }

    /** Writes {@code environment.xml}, in place of what was there. */
    public synchronized void environment(Environment e) throws IOException {
        files.replace(RunFolder.ENVIRONMENT, out -> RunXml.write(out, e));
        environment = e;
    }

    /**
     * Writes {@code cells/NNNN.xml}. It is on the disk when this returns.
     *
     * @throws IllegalArgumentException if a cell of that number was written before
     * @throws IllegalStateException if the run is finished
     */
    public synchronized void cell(Cell c) throws IOException {
        requireUnfinished();
        if (cells.stream().anyMatch(other -> other.id() == c.id())) {
            throw new IllegalArgumentException("cell " + c.id() + " was written before");
        }
        files.write(RunFolder.CELLS + "/" + RunFolder.cellFile(c.id()), out -> RunXml.write(out, c));
        cells.add(c);
    }

    /**
     * Writes {@code monitor/NNNN.csv}: what both sides and the machine did in each second of a cell.
     *
     * @param cell its number
     * @param rows the heads first; each as long as the heads
     */
    public synchronized void monitor(int cell, List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        SummaryCsv.rows(rows, text);
        files.write(
                RunFolder.MONITOR + "/" + RunFolder.monitorFile(cell),
                out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Appends one interval of a cell to {@code histograms.hlog}.
     *
     * @param cell its number
     * @param of node and kind of time, for example {@code node1.service}: letters, digits, {@code . _ + -}
     * @param h its start and end time stamps are the interval; values in nanoseconds
     */
    public synchronized void histogram(int cell, String of, Histogram h) throws IOException {
        requireUnfinished();
        histograms.append(RunFolder.tagPrefix(cell) + of, h);
    }

    /**
     * Takes back what was written of a cell that is measured once more: its intervals and what was watched.
     *
     * @throws IllegalArgumentException if the cell was written
     */
    public synchronized void discard(int cell) throws IOException {
        requireUnfinished();
        if (cells.stream().anyMatch(other -> other.id() == cell)) {
            throw new IllegalArgumentException("cell " + cell + " was written before");
        }
        String monitor = RunFolder.MONITOR + "/" + RunFolder.monitorFile(cell);
        Files.deleteIfExists(folder.resolve(monitor));
        files.forget(Set.of(monitor));
        histograms.discard(RunFolder.tagPrefix(cell));
    }

    /**
     * Ends the run: {@code summary.csv}, {@code summary.json}, and last {@code run.xml} with its end.
     *
     * @param end {@code complete}, {@code interrupted} or {@code failed}
     * @throws IllegalStateException if it was finished before
     */
    public synchronized void finish(String end) throws IOException {
        requireUnfinished();
        List<Cell> inOrder =
                cells.stream().sorted(Comparator.comparingInt(Cell::id)).toList();
        Summaries.write(new Run(folder, info, Optional.of(end), environment, inOrder));
        histograms.sync();
        files.note(RunFolder.HISTOGRAMS);
        // Last: a run.xml with an end says that all else is there.
        files.replace(RunFolder.RUN, out -> RunXml.write(out, info, Optional.of(end)));
        finished = true;
    }

    /** Closes {@code histograms.hlog}. A run that was not finished stays so. */
    @Override
    public synchronized void close() throws IOException {
        finished = true;
        try {
            histograms.close();
        } finally {
            lock.close();
        }
    }

    private void requireUnfinished() {
        if (finished) {
            throw new IllegalStateException("the run " + info.id() + " is finished");
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("a run needs a folder of its own, but " + folder + " is a file");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IOException("a run needs a folder of its own, but " + folder + " is not empty");
            }
        }
    }
}
