// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.w3c.dom.Element;

/**
 * Reads a run's folder, finished or not, and changes nothing in it. Every verb reads runs here. Each file is checked: it is a plain file,
 * the manifest has its hash, it holds to its schema; a cell is one of the plan, passes its proofs again, and has its intervals. What is wrong
 * is among the run's problems, and nothing of it is in the run. Thread-safe.
 */
public final class RunReader {
    private RunReader() {}

    /**
     * Reads a run.
     *
     * @throws IOException in one line for the user: the folder is no run, or its {@code run.xml} is damaged (with its line) or of a newer
     *     format
     */
    public static Run read(Path folder) throws IOException {
        // Before all else: what a run writes while it is read is no damage.
        return read(folder, Files.isDirectory(folder) && RunLock.isHeld(folder));
    }

    /** The same of a folder of which it is known whether a process writes it, be it this one. */
    static Run read(Path folder, boolean going) throws IOException {
        Path file = folder.resolve(RunFolder.RUN);
        if (!PlainFile.isThere(file)) {
            String what = Files.isDirectory(folder) ? "has no " + RunFolder.RUN : "is no folder";
            throw new IOException(folder + " is not a run: it " + what);
        }
        byte[] head = PlainFile.read(file);
        Element root = CheckedXml.read(file, head, "run");
        if (Integer.parseInt(root.getAttribute("format")) < FormatVersion.WITH_MANIFEST) {
            return UnlistedRuns.read(folder, root);
        }
        List<Problem> problems = new ArrayList<>();
        CheckedFiles files = new CheckedFiles(folder, Manifest.read(folder, problems), going, problems);
        if (files.readRewritten(RunFolder.RUN).isEmpty()) {
            throw new DamagedFileException(
                    file, 0, problems.get(problems.size() - 1).what());
        }
        Optional<RunPlan> plan = plan(files);
        files.readRequired(RunFolder.SCENARIO);
        Optional<String> end = CheckedXml.optional(root, "end");
        Environment environment = environment(files);
        List<Cell> cells = files.manifest().isPresent() ? new CellFiles(files, plan).read() : List.<Cell>of();
        List<Cell> proven = going ? cells : proven(files, cells, end.isPresent());
        return new Run(folder, info(root), end, environment, proven, plan, problems);
    }

    private static Optional<RunPlan> plan(CheckedFiles files) throws IOException {
        Optional<byte[]> content = files.readRequired(RunFolder.PLAN);
        try {
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(PlanXml.read(files.folder().resolve(RunFolder.PLAN), content.get()));
        } catch (DamagedFileException e) {
            files.problems().add(Problem.of(RunFolder.PLAN, e));
            return Optional.empty();
        }
    }

    /** Decodes intervals only where the file's hash does not say already that all are there. */
    private static List<Cell> proven(CheckedFiles files, List<Cell> cells, boolean ended) throws IOException {
        if (files.manifest().isEmpty()) {
            return cells;
        }
        Path file = files.folder().resolve(RunFolder.HISTOGRAMS);
        Manifest manifest = files.manifest().get();
        if (manifest.has(RunFolder.HISTOGRAMS)) {
            try {
                if (manifest.agrees(RunFolder.HISTOGRAMS, Manifest.hash(file))) {
                    return cells;
                }
                files.problems()
                        .add(new Problem(
                                RunFolder.HISTOGRAMS, 0, "is damaged: manifest.sha256 has another hash of it", true));
            } catch (DamagedFileException e) {
                // It is said where its intervals are counted.
            }
        } else if (ended) {
            files.problems()
                    .add(new Problem(
                            RunFolder.HISTOGRAMS,
                            0,
                            "is not in manifest.sha256: only its counts can be checked",
                            true));
        }
        return HistogramCounts.proven(files.folder(), cells, ended, files.problems());
    }

    /** What the head of {@code run.xml} says. */
    static RunInfo info(Element root) {
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

    /** What is known of the place; nothing where the file is missing or damaged. */
    static Environment environment(CheckedFiles files) throws IOException {
        Optional<byte[]> content = files.readRewritten(RunFolder.ENVIRONMENT);
        try {
            return content.isEmpty()
                    ? Environment.UNKNOWN
                    : environment(files.folder().resolve(RunFolder.ENVIRONMENT), content.get());
        } catch (DamagedFileException e) {
            files.problems().add(Problem.of(RunFolder.ENVIRONMENT, e));
            return Environment.UNKNOWN;
        }
    }

    /** What a file says. */
    static Environment environment(Path file, byte[] content) throws IOException {
        List<Environment.Group> groups = new ArrayList<>();
        for (Element group : CheckedXml.children(CheckedXml.read(file, content, "environment"), "group")) {
            List<Environment.Fact> facts = CheckedXml.children(group, "fact").stream()
                    .map(f -> new Environment.Fact(f.getAttribute("name"), f.getAttribute("value")))
                    .toList();
            groups.add(new Environment.Group(group.getAttribute("name"), facts));
        }
        return new Environment(groups);
    }
}
