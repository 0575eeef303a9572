// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads a run's folder, finished or not. Each file is checked against its schema first. Thread-safe. */
public final class RunReader {
    private RunReader() {}

    /**
     * Reads a run: {@code run.xml} if the run was finished, else its head and whatever is in {@code cells/}.
     *
     * @throws IOException in one line for the user: the folder is no run, a file is damaged (with its line), or of a newer
     *     format
     */
    public static Run read(Path folder) throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(folder) ? "has no " + RunFolder.RUN : "is no folder";
            throw new IOException(folder + " is not a run: it " + what);
        }
        Element root = CheckedXml.read(file, "run");
        Optional<String> end = CheckedXml.optional(root, "end");
        List<Cell> cells = new ArrayList<>();
        if (end.isPresent()) {
            for (Element cell : CheckedXml.children(root, "cell")) {
                cells.add(CellXml.read(file, cell));
            }
        }
        // A run that was finished by another process while it went on has more cells than its file says.
        cells.addAll(cells(
                folder.resolve(RunFolder.CELLS),
                cells.stream().map(cell -> RunFolder.cellFile(cell.id())).collect(Collectors.toSet())));
        cells.sort(Comparator.comparingInt(Cell::id));
        return new Run(folder, info(root), end, environment(folder.resolve(RunFolder.ENVIRONMENT)), cells);
    }

    /** The cells of a folder whose files are not known yet. */
    private static List<Cell> cells(Path folder, Set<String> known) throws IOException {
        List<Path> files = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                // Parts left by a crash have a leading dot and another ending.
                files = all.filter(f -> f.getFileName().toString().matches("\\d+\\.xml"))
                        .filter(f -> !known.contains(f.getFileName().toString()))
                        .toList();
            }
        }
        List<Cell> cells = new ArrayList<>();
        for (Path file : files) {
            Cell cell = CellXml.read(file, CheckedXml.read(file, "cell"));
            if (!file.getFileName().toString().equals(RunFolder.cellFile(cell.id()))) {
                throw new IOException(file + " is damaged: it holds cell " + cell.id());
            }
            cells.add(cell);
        }
        return cells;
    }

    private static RunInfo info(Element root) {
        List<String> notes = CheckedXml.children(root, "note").stream()
                .map(Element::getTextContent)
                .toList();
        Map<String, String> settings = new LinkedHashMap<>();
        CheckedXml.children(root, "setting")
                .forEach(s -> settings.put(s.getAttribute("name"), s.getAttribute("value")));
        return new RunInfo(
                root.getAttribute("id"),
                root.getAttribute("scenario"),
                CheckedXml.child(root, "goal").getTextContent(),
                CheckedXml.instant(root, "start"),
                CheckedXml.whole(root, "seed"),
                (int) CheckedXml.whole(root, "planned-cells"),
                notes,
                settings,
                CheckedXml.children(root, "expectation").stream()
                        .map(RunReader::expectation)
                        .toList());
    }

    private static Expectation expectation(Element e) {
        Optional<Integer> bytes = CheckedXml.optional(e, "bytes").map(Integer::valueOf);
        Optional<Integer> level = CheckedXml.optional(e, "concurrency").map(Integer::valueOf);
        Optional<Double> rate = CheckedXml.optional(e, "rate").map(Double::valueOf);
        return new Expectation(
                // A blank before a name: a name may end with " on JDK 25.0.3".
                List.of(e.getAttribute("services").split(" (?=[^ ]+@)")),
                bytes.map(OptionalInt::of).orElse(OptionalInt.empty()),
                level.map(OptionalInt::of).orElse(OptionalInt.empty()),
                rate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                Expectation.Figure.of(e.getAttribute("figure")),
                CheckedXml.number(e, "limit"),
                e.getAttribute("because"),
                e.getAttribute("abort").equals("true"));
    }

    /** Nothing is known where the file is missing: the run crashed before it. */
    private static Environment environment(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Environment(List.of());
        }
        List<Environment.Group> groups = new ArrayList<>();
        for (Element group : CheckedXml.children(CheckedXml.read(file, "environment"), "group")) {
            List<Environment.Fact> facts = CheckedXml.children(group, "fact").stream()
                    .map(f -> new Environment.Fact(f.getAttribute("name"), f.getAttribute("value")))
                    .toList();
            groups.add(new Environment.Group(group.getAttribute("name"), facts));
        }
        return new Environment(groups);
    }
}
