// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * Reads the cells of a folder: each from its own file, each checked. A cell that something is wrong with is among the problems and not
 * among the cells.
 *
 * @param plan what the run was to do, where that is known
 */
record CellFiles(CheckedFiles files, Optional<RunPlan> plan) {
    private static final String CELL_FILE = "\\d{4,9}\\.xml";
    private static final String PART = "\\..*\\.part";

    /** The cells in the order of execution. */
    List<Cell> read() throws IOException {
        List<Cell> cells = new ArrayList<>();
        Map<List<Object>, Cell> windows = new HashMap<>();
        for (String name : names()) {
            String file = RunFolder.CELLS + "/" + name;
            Optional<Cell> cell = cell(file, name);
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Instant> window = cell.get().figures().map(Cell.Figures::start);
            Cell other = window.isEmpty()
                    ? null
                    : windows.putIfAbsent(List.of(cell.get().service(), window.get()), cell.get());
            if (other == null) {
                cells.add(cell.get());
            } else {
                files.problems().add(Problem.of(file, "is damaged: it has the window of cell " + other.id()));
            }
        }
        cells.sort(Comparator.comparingInt(Cell::id));
        return cells;
    }

    /** Those in the folder and those that the manifest has. */
    private SortedSet<String> names() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        Optional<List<String>> there = files.names(RunFolder.CELLS);
        if (there.isEmpty()) {
            return names;
        }
        for (String name : there.get()) {
            if (name.matches(CELL_FILE)) {
                names.add(name);
            } else if (!name.matches(PART)) {
                files.problems().add(Problem.of(RunFolder.CELLS + "/" + name, "is no file of a run"));
            }
        }
        files.manifest().ifPresent(manifest -> names.addAll(manifest.in(RunFolder.CELLS)));
        return names;
    }

    private Optional<Cell> cell(String file, String name) throws IOException {
        Optional<byte[]> content = files.read(file);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        Cell cell;
        try {
            Element root = CheckedXml.read(files.folder().resolve(file), content.get(), "cell");
            cell = CellXml.read(files.folder().resolve(file), root);
        } catch (DamagedFileException e) {
            files.problems().add(Problem.of(file, e));
            return Optional.empty();
        }
        Optional<Problem> fault = fault(file, name, content.get(), cell);
        if (fault.isPresent()) {
            files.problems().add(fault.get());
            return Optional.empty();
        }
        String monitor = RunFolder.MONITOR + "/" + RunFolder.monitorFile(cell.id());
        boolean watched = files.manifest().filter(m -> m.has(monitor)).isPresent();
        return watched && files.read(monitor).isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private Optional<Problem> fault(String file, String name, byte[] content, Cell cell) {
        if (!name.equals(RunFolder.cellFile(cell.id()))) {
            return Optional.of(Problem.of(file, "is damaged: it holds cell " + cell.id()));
        }
        Optional<String> unplanned = plan.flatMap(p -> p.fault(cell));
        if (unplanned.isPresent()) {
            return Optional.of(new Problem(file, CheckedXml.line(content, "cell"), unplanned.get(), false));
        }
        OptionalDouble accepted =
                plan.map(p -> OptionalDouble.of(p.acceptedErrors())).orElse(OptionalDouble.empty());
        return new Proofs(accepted)
                .fault(cell)
                .map(why -> new Problem(file, CheckedXml.line(content, "figures"), why, false));
    }
}
