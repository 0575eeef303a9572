// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads runs of formats 1 and 2. They have no manifest and no plan, and a finished {@code run.xml} has the cells once more; what stands in two
 * places must be the same in both.
 */
final class UnlistedRuns {
    private UnlistedRuns() {}

    static Run read(Path folder, Element root) throws IOException {
        List<Problem> problems = new ArrayList<>();
        CheckedFiles files = new CheckedFiles(folder, Optional.empty(), false, problems);
        RunInfo info = RunReader.info(root);
        List<Cell> cells =
                merged(new CellFiles(files, Optional.empty()).read(), folder.resolve(RunFolder.RUN), root, problems);
        List<String> notes = new ArrayList<>(info.notes());
        notes.add("Of result format " + root.getAttribute("format")
                + ", which has no manifest: whether its files are what the run wrote cannot be checked.");
        RunInfo noted = new RunInfo(
                info.id(),
                info.scenario(),
                info.goal(),
                info.start(),
                info.seed(),
                info.cells(),
                notes,
                info.settings(),
                info.expectations());
        return new Run(
                folder,
                noted,
                CheckedXml.optional(root, "end"),
                RunReader.environment(files),
                cells,
                Optional.empty(),
                problems);
    }

    /** Adds the cells that {@code run.xml} alone has; takes away those of which either place is wrong. */
    private static List<Cell> merged(List<Cell> own, Path file, Element root, List<Problem> problems)
            throws IOException {
        Map<Integer, Cell> cells = new TreeMap<>();
        own.forEach(cell -> cells.put(cell.id(), cell));
        Set<String> damaged = problems.stream().map(Problem::file).collect(Collectors.toSet());
        for (Element element : CheckedXml.children(root, "cell")) {
            try {
                Cell cell = CellXml.read(file, element);
                Optional<String> fault = new Proofs(OptionalDouble.empty()).fault(cell);
                Cell other = damaged.contains(file(cell)) ? null : cells.putIfAbsent(cell.id(), cell);
                if (fault.isPresent() || other != null && !other.equals(cell)) {
                    cells.remove(cell.id());
                    problems.add(Problem.of(
                            RunFolder.RUN,
                            "is damaged: its cell " + cell.id() + " " + fault.orElse("is another than " + file(cell))));
                }
            } catch (DamagedFileException e) {
                problems.add(Problem.of(RunFolder.RUN, e));
            }
        }
        return new ArrayList<>(cells.values());
    }

    private static String file(Cell cell) {
        return RunFolder.CELLS + "/" + RunFolder.cellFile(cell.id());
    }
}
