// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messkit.consumers.cases.Cases;
import org.messkit.results.log.Cell;
import org.messkit.results.log.Run;

/** A user's own JUnit class is load as the kit's are. */
class OwnCaseIT {
    @TempDir
    private Path folder;

    @Test
    void aTestOfTwoRequestsIsMeasuredWithBothSteps() throws Exception {
        Run run = run(TwoRequestsCase.class, "tv-dinner/jaxb@pox", "1 4");
        assertEquals(2, run.cells().size());
        assertEquals("of the user's own: cases.jar", run.info().settings().get("test cases"));
        for (Cell cell : run.cells()) {
            assertTrue(Kit.holds(cell), () -> cell.outcome() + ": " + cell.reason());
            Cell.Figures figures = cell.figures().orElseThrow();
            assertTrue(figures.total().reconcile(), figures.total()::toString);
            assertEquals(figures.total().sent(), 2 * figures.total().begun(), "two exchanges each");
            Cell.Exchanges exchanges = figures.exchanges().orElseThrow();
            assertEquals(2 * (figures.transactions() + figures.errors()), exchanges.count());
            assertEquals(
                    List.of("look", "step-2"),
                    exchanges.steps().stream().map(Cell.Step::name).toList());
            double both = exchanges.steps().stream()
                    .mapToDouble(step -> step.time().meanMillis())
                    .sum();
            assertEquals(
                    figures.serviceTime().meanMillis(), both, 0.02 * both, "a transaction's time is that of its steps");
            exchanges.steps().forEach(step -> assertEquals(figures.transactions(), step.exchanges()));
        }
    }

    private Run run(Class<?> testCase, String services, String concurrency) throws Exception {
        Path jar = folder.resolve("cases.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            PlantedRoom.add(out, testCase);
            PlantedRoom.add(out, Cases.LISTED, testCase.getName());
        }
        Path scenario = Kit.scenario(folder, services, concurrency, "500ms");
        Path run = folder.resolve("run");
        String[] arguments = {"run", scenario.toString(), "--out", run.toString()};
        try (Kit kit = Kit.start(folder, List.of("-Dmesskit.cases=" + jar), arguments)) {
            kit.assertHolds(run);
        }
        return Kit.read(run);
    }
}
