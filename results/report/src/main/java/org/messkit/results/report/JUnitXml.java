// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.results.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.messkit.loads.Load;
import org.messkit.loads.OpenLoad;
import org.messkit.results.index.expect.Expectations;
import org.messkit.results.index.expect.Judged;
import org.messkit.results.index.table.PayloadNames;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Outcome;
import org.messkit.results.log.Problem;
import org.messkit.results.log.Run;
import org.messkit.results.log.WholeFile;
import org.messkit.results.log.XmlFile;

/**
 * {@code junit.xml}, which CI servers read: a test case per cell and fork, one per expectation and level, and one per damaged file. A cell that is not valid is
 * an error, one that was not run is skipped; an expectation that does not hold is a failure.
 */
final class JUnitXml {
    private static final String FILE = "junit.xml";

    private final Run run;
    private final PayloadNames names;

    private JUnitXml(Run run) {
        this.run = run;
        this.names = PayloadNames.of(run.cells());
    }

    /** Writes the file into a run's folder, in place of an older one. */
    static void write(Run run) throws IOException {
        Path file = run.folder().resolve(FILE);
        WholeFile.write(file, out -> XmlFile.write(out, new JUnitXml(run)::suites));
    }

    private void suites(XmlFile xml) throws XMLStreamException {
        List<Judged> judged = Expectations.of(run);
        xml.element("testsuites", Map.of("name", run.info().id()), suites -> {
            long damaged = run.problems().size();
            if (damaged > 0) {
                suites.element("testsuite", suite("files", run, damaged, damaged, 0, 0), suite -> {
                    for (Problem problem : run.problems()) {
                        damaged(suite, problem);
                    }
                });
            }
            List<Cell> cells = run.cells().stream()
                    .filter(cell -> cell.outcome() != Outcome.REPEATED)
                    .toList();
            long errors = cells.stream().filter(c -> c.outcome().exitCode() > 0).count();
            long skipped = cells.stream().filter(JUnitXml::isSkipped).count();
            suites.element("testsuite", suite("cells", run, cells.size(), errors, 0, skipped), suite -> {
                for (Cell cell : cells) {
                    cell(suite, cell);
                }
            });
            long unknown = judged.stream()
                    .filter(j -> j.verdict() == Judged.Verdict.NOT_JUDGED)
                    .count();
            long failures = judged.stream()
                    .filter(j -> j.verdict() == Judged.Verdict.FAILED)
                    .count();
            suites.element("testsuite", suite("expectations", run, judged.size(), unknown, failures, 0), suite -> {
                for (Judged expectation : judged) {
                    expectation(suite, expectation);
                }
            });
        });
    }

    private static void damaged(XmlFile xml, Problem problem) throws XMLStreamException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("classname", "files");
        attributes.put("name", problem.file());
        xml.element("testcase", attributes, inner -> inner.empty("error", Map.of("message", problem.text())));
    }

    private static Map<String, Object> suite(
            String name, Run run, long tests, long errors, long failures, long skipped) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("timestamp", run.info().start());
        attributes.put("tests", tests);
        attributes.put("errors", errors);
        attributes.put("failures", failures);
        attributes.put("skipped", skipped);
        return attributes;
    }

    private void cell(XmlFile xml, Cell cell) throws XMLStreamException {
        Map<String, Object> attributes = testCase(cell, level(cell) + ", fork " + cell.fork());
        cell.figures().ifPresent(figures -> attributes.put("time", figures.seconds()));
        xml.element("testcase", attributes, inner -> {
            String label = cell.outcome().label();
            Map<String, String> message =
                    Map.of("message", cell.reason().isEmpty() ? label : label + ": " + cell.reason());
            if (cell.outcome().exitCode() > 0) {
                inner.empty("error", message);
            } else if (isSkipped(cell)) {
                inner.empty("skipped", message);
            }
        });
    }

    /** Neither measured nor wrong: no figure that a reader may take as the service's. */
    private static boolean isSkipped(Cell cell) {
        return cell.outcome() != Outcome.MEASURED && cell.outcome().exitCode() == 0;
    }

    private void expectation(XmlFile xml, Judged judged) throws XMLStreamException {
        Map<String, Object> attributes = testCase(
                judged.cell(),
                level(judged.cell()) + ": " + judged.expectation().label());
        xml.element("testcase", attributes, inner -> {
            if (judged.verdict() != Judged.Verdict.HELD) {
                inner.empty(
                        judged.verdict() == Judged.Verdict.FAILED ? "failure" : "error",
                        Map.of("message", judged.why()));
            }
        });
    }

    private static Map<String, Object> testCase(Cell cell, String name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("classname", cell.service().name());
        attributes.put("name", name);
        return attributes;
    }

    private String level(Cell cell) {
        Load load = cell.load();
        String shape = names.shape(cell);
        return cell.payload().bytes() + " B, " + (shape.isEmpty() ? "" : shape + ", ")
                + (cell.payload().inFull() ? "full answer, " : "")
                + (load instanceof OpenLoad ? load.rate().map(r -> r + "/s").orElse("open load") : load.label());
    }
}
